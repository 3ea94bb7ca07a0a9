"""The history of a record as a layman reads it: who, when, did what, and what it was before.

Source: handbook §1.2 no. 45 (who, when, field, old, new), §10.2 (masks).
"""

import json
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from reception.rules.audit import AuditEntry
from reception.rules.callbacks import CallAttempt, Callback
from reception.rules.case_life import Extension, LimitChange, Pause
from reception.rules.cases import Case, Referral
from reception.rules.catalogue import Material, Matter, Step
from reception.rules.duty import Finding
from reception.rules.inquiries import Inquiry, Paper, VoidReason
from reception.rules.letters import Letter
from reception.rules.limits import Limit
from reception.rules.notices import Notice
from reception.rules.plain import from_plain
from reception.rules.reminders import Reminder
from reception.rules.staff import Action
from reception.rules.supplements import Supplement, Telling, ToldMode
from reception.rules.visitors import mask_name, mask_number, mask_phone, mask_text
from reception.rules.working_calendar import WorkingCalendar
from reception.words import history_cases, history_corrections, history_once, history_transfers, labels_calendar
from reception.words.fields import field_label
from reception.words.labels import kind_label, label
from reception.words.language import Language, Pair, pick
from reception.words.presence import acting_name
from reception.words.tellings import nobody_named, told_pair
from reception.words.times import date_text, limit_text


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One act: when (local), who at which counter, what, and each thing that changed in a sentence."""

    at: datetime
    who: str
    what: str
    details: tuple[str, ...] = ()


_KINDS: Mapping[str, type[Any]] = {
    "Inquiry": Inquiry,
    "Case": Case,
    "Referral": Referral,
    "Notice": Notice,
    "Letter": Letter,
    "Callback": Callback,
    "CallAttempt": CallAttempt,
    "Supplement": Supplement,
    "Telling": Telling,
    "Matter": Matter,
    "Pause": Pause,
    "Extension": Extension,
    "LimitChange": LimitChange,
    "Reminder": Reminder,
    "Finding": Finding,
}
_BEGUN: Mapping[str, Pair] = {
    "Inquiry": ("登记 {reg_no}", "registered as {reg_no}"),
    "Case": ("立件 {case_no}，承办人 {officer}", "opened case {case_no}, handled by {officer}"),
    "Referral": ("转 {receiver} 签收", "sent to {receiver} to acknowledge"),
    "Notice": ("出具告知单 {number}", "issued notice {number}"),
    "Letter": ("出具{kind} {number}", "issued {number}, {kind}"),
    "Callback": ("约定 {due_at} 前回电，由 {owner} 负责", "call promised before {due_at}, owed by {owner}"),
    "CallAttempt": ("回电：{outcome}", "called: {outcome}"),
    "Supplement": ("核对回访带来的材料：{verdict}", "papers brought back checked: {verdict}"),
    "Telling": ("口头告知 {to_whom}", "told {to_whom}"),
    "Finding": (
        "督查涉及本登记（{checker}）：有人在岗 {covered}，公示牌属实 {board_right}，电话三声内接听 {phone_answered}",
        "supervision about this record ({checker}): somebody there {covered}, board right {board_right}, "
        "phone answered {phone_answered}",
    ),
    "Matter": ("启用第 {edition} 版，自 {effective_on} 起", "edition {edition}, effective {effective_on}"),
    **history_cases.BEGUN,
}
_ACTS: Mapping[tuple[str, Action], Pair] = {
    ("Inquiry", Action.SEE_PERSONAL): ("查看了完整个人信息", "looked at the personal details"),
    ("Inquiry", Action.VOID_OWN): ("作废", "voided the record"),
    ("Inquiry", Action.MERGE_VISITORS): (
        "来访人资料合并或撤销合并，本登记随之归属",
        "the visitor was merged with another or parted; this record went along",
    ),
    ("Inquiry", Action.CORRECT_FIRST_OFFICER): ("更正首问责任人", "corrected the first officer"),
    ("Inquiry", Action.PRINT_REGISTER): ("打印了电话记录", "printed the telephone record"),
    ("Notice", Action.PRINT_NOTICE): ("打印告知单，第 {prints} 次", "printed the notice, print no. {prints}"),
    ("Notice", Action.VOID_OWN): ("告知单随之作废", "the notice is void with it"),
    ("Letter", Action.PRINT_NOTICE): ("打印文书，第 {prints} 次", "printed the paper, print no. {prints}"),
    ("Letter", Action.VOID_OWN): ("文书作废", "the paper is void"),
    ("Case", Action.ISSUE_NOTICE): (
        "补正期限自告知之日起算",
        "the time to supplement runs from the day of the notice",
    ),
    ("Case", Action.VOID_OWN): ("受理件随之作废", "the case is void with it"),
    ("Callback", Action.VOID_OWN): ("回电约定随之作废", "the promised call is void with it"),
    ("Callback", Action.SEE_PERSONAL): ("查看了回电电话", "looked at the number to call"),
    ("Referral", Action.VOID_OWN): ("转办件随之作废", "the transfer is void with it"),
    **history_transfers.ACTS,
    **labels_calendar.ACTS,
    **history_cases.ACTS,
    **history_corrections.ACTS,
}
_UNDONE: Pair = ("撤销了刚才的登记，编号保留", "took the record back at once; its number is kept")
_LATE: Pair = (
    "补登 {reg_no}，来访或来电在 {received_at}",
    "entered late as {reg_no}, the contact was on {received_at}",
)
_WHY = frozenset({"void_note", "return_note"})
"""Fields that say why something was done; they are never cut."""
_MEANT = frozenset(
    {
        ("Notice", Action.PRINT_NOTICE),
        ("Notice", Action.VOID_OWN),
        ("Letter", Action.PRINT_NOTICE),
        ("Letter", Action.VOID_OWN),
        ("Case", Action.VOID_OWN),
        ("Referral", Action.VOID_OWN),
        ("Callback", Action.VOID_OWN),
    }
)
"""Acts whose sentence says all: the changed fields behind it are not listed."""
_UNSAID = frozenset(
    {"id", "version", "token", "visitor_id", "first_officer_id", "inquiry_id", "officer_id", "receiver_id"}
    | {"owner_id", "closed_at", "released", "post_id", "absence_id"}
    | {"issued_by_id", "text", "text_en", "voided_at", "voided_by", "last_printed_at", "matter_edition", "reg_no"}
)
_NOTES: Mapping[str, Pair] = {
    "reason": ("理由", "reason"),
    "slip": ("凭告知单", "with notice"),
    "leader_decision": ("分管领导的决定", "decision of the leader in charge"),
    **history_transfers.NOTES,
    **history_cases.NOTES,
    **history_corrections.NOTES,
}
_TURNS: Mapping[str, Pair] = {
    "continued": (
        "来访人凭告知单回访，接续登记为 {value}",
        "the visitor came back with the notice; continued as {value}",
    ),
    "wait_over": ("待补正到此为止，见 {value}", "the wait for papers ends, see {value}"),
    "given_back": ("接续的登记 {value} 已撤回", "the record {value} that continued this was taken back"),
    "not_out": ("“{value}”没有出纸，这一次不计入打印次数", "nothing came out of {value}; this print does not count"),
    "came_out": ("“{value}”后来出了纸，这一次计入打印次数", "it came out of {value} after all; this print counts"),
    "waits_again": ("恢复待补正，原期限不变", "waits for papers again, by the same day"),
    **history_once.TURNS,
    **history_cases.TURNS,
}
"""What an entry says when its note says why the record changed: the changed fields are not listed."""
_MASKS: Mapping[str, Any] = {
    "person_name": mask_name,
    "phone": mask_phone,
    "person_no": mask_number,
    "agent_name": mask_name,
    "agent_phone": mask_phone,
    "other_contact": lambda text: "*" * min(len(text), 6),
    "to_whom": mask_name,
}
_EMPTY: Pair = ("（空）", "(empty)")
_YES: Pair = ("是", "yes")
_NO: Pair = ("否", "no")
_LONGEST = 80


def history_line(
    entry: AuditEntry, calendar: WorkingCalendar, language: Language, *, masked: bool = True
) -> HistoryLine:
    """Give an entry of the audit log as a sentence with its details.

    Args:
        entry: the entry; an erased payload leaves who, when and what.
        calendar: the office's, for local time.
        language: of the words.
        masked: whether names, phones and numbers in it are masked.
    """
    payload = json.loads(entry.payload) if entry.payload else {}
    changes = payload.get("changes") or {}
    begun = bool(changes) and entry.kind in _BEGUN and "id" in changes
    speaker = _Speaker(entry.kind, calendar, language, masked=masked)
    turn = next((name for name in _TURNS if payload.get(name)), "")
    what = speaker.begun(changes) if begun else speaker.act(entry.action, changes)
    what = speaker.turn(turn, payload[turn]) if turn else what
    silent = begun or bool(turn) or (entry.kind, entry.action) in _MEANT or _is_undone(changes)
    details = [] if silent else [speaker.change(name, *changes[name]) for name in speaker.in_order(changes)]
    details += [speaker.note(name, payload[name]) for name in _NOTES if payload.get(name)]
    return HistoryLine(
        at=calendar.local(datetime.fromisoformat(entry.at)),
        who=" · ".join(part for part in (_actor(entry, payload, language), entry.counter) if part),
        what=what,
        details=tuple(details),
    )


def _actor(entry: AuditEntry, payload: Mapping[str, Any], language: Language) -> str:
    """Give who acted, and for whom where it was a stand-in (handbook §4.3 no. 3)."""
    return acting_name(entry.actor, str(payload.get("acting_for") or ""), language)


def _is_undone(changes: Mapping[str, Any]) -> bool:
    return bool(changes.get("void_reason", (None, ""))[1] == VoidReason.UNDO.value)


class _Speaker:
    """Says values of one kind of record."""

    def __init__(self, kind: str, calendar: WorkingCalendar, language: Language, *, masked: bool) -> None:
        self._kind = kind
        self._calendar = calendar
        self._language = language
        self._masked = masked
        known = _KINDS.get(kind)
        self._hints = typing.get_type_hints(known) if known else {}

    def begun(self, changes: Mapping[str, Any]) -> str:
        """Give the sentence of a record that began."""
        values = {name: self.value(name, pair[1]) for name, pair in changes.items()}
        pair = told_pair(ToldMode(changes["mode"][1])) if self._kind == "Telling" else _BEGUN[self._kind]
        if self._kind == "Inquiry" and "late_entry" in changes:
            pair = _LATE
        if self._kind == "Reminder" and values.get("answer_by"):
            pair = history_cases.SLIP
        values.setdefault("to_whom", nobody_named(self._language))
        return pick(pair, self._language).format_map(_Lacking(values))

    def turn(self, name: str, value: Any) -> str:
        """Give the sentence of a note that says why a record changed."""
        return pick(_TURNS[name], self._language).format(value=value)

    def act(self, action: str, changes: Mapping[str, Any]) -> str:
        """Give the sentence of an act; an unknown one keeps its code."""
        if action not in Action.__members__.values():
            return action
        pair = history_transfers.became(self._kind, changes) or history_once.decided(self._kind, changes)
        pair = pair or history_cases.answered(self._kind, changes) or _ACTS.get((self._kind, Action(action)))
        pair = _UNDONE if self._kind == "Inquiry" and _is_undone(changes) else pair
        if pair is None:
            return f"{label(Action(action), self._language)} · {kind_label(self._kind, self._language)}"
        values = {name: self.value(name, both[1]) for name, both in changes.items()}
        return pick(pair, self._language).format_map(_Lacking(values))

    def in_order(self, changes: Mapping[str, Any]) -> list[str]:
        """Give the changed fields that are said, in the order in which the record has them."""
        places = {name: place for place, name in enumerate(self._hints)}
        unsaid = _UNSAID | history_cases.UNSAID if self._kind in history_cases.OF_CASES else _UNSAID
        return sorted((name for name in changes if name not in unsaid), key=lambda name: places.get(name, len(places)))

    def change(self, name: str, old: Any, new: Any) -> str:
        """Give 状态：已办结 → 作废; what was empty before is only named."""
        words = field_label(name, self._language)
        colon = pick(("：", ": "), self._language)
        if old in (None, "", [], False):
            return f"{words}{colon}{self.value(name, new)}"
        return f"{words}{colon}{self.value(name, old)} → {self.value(name, new)}"

    def note(self, name: str, value: Any) -> str:
        """Give what was written beside the act."""
        colon = pick(("：", ": "), self._language)
        said = history_transfers.note_text(name, value, self._language)
        if name == "correction":
            said = history_corrections.reason_text(value, self._language) or said
        text = mask_text(said) if self._masked else said
        return f"{pick(_NOTES[name], self._language)}{colon}{text}"

    def value(self, name: str, plain: Any) -> str:
        """Give a logged value in words; one that no longer fits its field is given as it was logged."""
        if plain is None or plain in ("", []):
            return pick(_EMPTY, self._language)
        try:
            value = from_plain(self._hints.get(name, str), plain)
        except (ValueError, KeyError, TypeError):
            value = plain
        text = self._spoken(value)
        text = self._hide(name, text) if self._masked and isinstance(value, str) else text
        return text if name in _WHY else self._cut(text)

    def _hide(self, name: str, text: str) -> str:
        mask = _MASKS.get(name, mask_text) if self._kind in ("Inquiry", "Telling") else mask_text
        return text if name in ("reg_no", "number", "case_no") else str(mask(text))

    def _spoken(self, value: Any) -> str:
        if isinstance(value, StrEnum):
            return label(value, self._language)
        if isinstance(value, bool):
            return pick(_YES if value else _NO, self._language)
        if isinstance(value, datetime):
            return f"{self._calendar.local(value):%Y-%m-%d %H:%M}"
        if isinstance(value, date):
            return date_text(value, self._language)
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if isinstance(value, Limit):
            return limit_text(value, self._language)
        if isinstance(value, Paper | Material | Step):
            return value.name
        if isinstance(value, tuple | list):
            return pick(("、", ", "), self._language).join(self._spoken(item) for item in value)
        return str(value)

    def _cut(self, text: str) -> str:
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class _Lacking(dict[str, str]):
    """Values of a sentence; a lacking one shows as …"""

    def __missing__(self, name: str) -> str:
        return "…"
