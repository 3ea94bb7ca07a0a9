"""The lines of the day: what each is, when, about whom; built from what the desk gave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.rules.callbacks import light as call_light
from reception.rules.cases import DueItem, Light
from reception.rules.inquiries import InquiryDraft
from reception.rules.logs import Week
from reception.rules.shifts import ShiftNote
from reception.rules.visitors import mask_name, mask_phone
from reception.words import Language, label, spoken_due
from reception.words.calls import call_window_text
from ui.cases.remaining import light_of, remaining
from ui.reminders.day import SUPERVISION_KINDS, SupervisionItem, supervision_items, supervision_words
from ui.today.duty import DUTY_KINDS, DutyItem, duty_items, duty_words
from ui.today.moved import moved_light, moved_when

if TYPE_CHECKING:
    from reception.services.call_list import CallLine
    from reception.services.desk import Desk
    from reception.services.due_moves import MovedDue
    from reception.services.today import Day, EndingNotice
    from reception.services.waits import LapsedWait, SilentReceipt

_ABOUT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the day; exactly one of the last fields says what stands behind it, or the kind alone does."""

    id: str
    kind: str
    light: Light | None = None
    when: str = ""
    who: str = ""
    what: str = ""
    inquiry_id: int | None = None
    call: "CallLine | None" = None
    item: DueItem | None = None
    notice: "EndingNotice | None" = None
    note: ShiftNote | None = None
    week: Week | None = None
    duty: DutyItem | None = None
    supervision: SupervisionItem | None = None
    silent: "SilentReceipt | None" = None
    lapsed: "LapsedWait | None" = None
    moved: "MovedDue | None" = None


def kind_words(kind: str) -> str:
    """Give what a kind of line is called in the list."""
    if kind in DUTY_KINDS:
        return duty_words(kind)
    if kind in SUPERVISION_KINDS:
        return supervision_words(kind)
    return {
        "call": QCoreApplication.translate("today", "回电"),
        "case": QCoreApplication.translate("today", "到期"),
        "transfer": QCoreApplication.translate("today", "待签收"),
        "notice": QCoreApplication.translate("today", "补正将到期"),
        "shift": QCoreApplication.translate("today", "待接班"),
        "draft": QCoreApplication.translate("today", "未保存"),
        "sent": QCoreApplication.translate("today", "转出未签收"),
        "week": QCoreApplication.translate("today", "周报"),
        "silent": QCoreApplication.translate("today", "视为受理"),
        "lapsed": QCoreApplication.translate("today", "逾期未补正"),
        "moved": QCoreApplication.translate("today", "期限变了"),
        "second": QCoreApplication.translate("today", "二次告知"),
    }[kind]


class Lines:
    """Builds lines as one person reads them now."""

    def __init__(self, desk: "Desk", language: Language) -> None:
        self._desk, self._language = desk, language

    def morning(self, day: "Day") -> list[Line]:
        """Give what there is to do: the shift to take over, calls, what is due, what ran out or ends soon."""
        return [
            *map(self.shift, day.notes),
            *map(self.duty, duty_items(day.duty, self._desk, self._language)),
            *map(self.supervision, supervision_items(day.supervision, self._desk, self._language)),
            *map(self.call, day.calls),
            *(self.owed(item, "transfer" if item.transfer else "case") for item in day.owed),
            *map(self.silent, day.silent),
            *map(self.lapsed, day.lapsed),
            *map(self.moved, day.moved),
            *map(self.notice, day.ending),
            *([self.seconds(day.seconds)] if day.seconds else []),
        ]

    def evening(self, day: "Day", drafts: Sequence[InquiryDraft], week: Week | None) -> list[Line]:
        """Give what is still open: forms, calls, what is owed, transfers that nobody acknowledged, the week's log."""
        return [
            *map(self.draft, drafts),
            *map(self.call, day.calls),
            *(self.owed(item, "transfer" if item.transfer else "case") for item in day.owed),
            *(self.owed(item, "sent") for item in day.sent),
            *([self.week(week)] if week is not None else []),
        ]

    def call(self, line: "CallLine") -> Line:
        """Give the line of a promised call; of a restricted record its number only."""
        desk, callback = self._desk, line.callback
        calendar = desk.calendar
        now, due = calendar.local(desk.clock()), calendar.local(callback.due_at)
        begins = calendar.local(callback.not_before) if callback.not_before else None
        light = call_light(callback, desk.clock(), calendar)
        late = spoken_due(due, now, 0, self._language)
        when = late if light is Light.OVERDUE else call_window_text(begins, due, now, self._language)
        return Line(
            id=f"call-{callback.id}",
            kind="call",
            light=light,
            when=when,
            who=self._restricted() if line.restricted else callback.name,
            what=line.number if line.restricted else callback.about,
            inquiry_id=callback.inquiry_id,
            call=line,
        )

    def owed(self, item: DueItem, kind: str) -> Line:
        """Give the line of a case or a transfer."""
        return Line(
            id=f"{kind}-{item.id}",
            kind=kind,
            light=light_of(item, self._desk),
            when=remaining(item, self._desk, self._language),
            who=self._restricted() if item.restricted else item.visitor,
            what=" · ".join(each for each in (item.number, item.summary) if each),
            inquiry_id=item.inquiry_id,
            item=item,
        )

    def notice(self, notice: "EndingNotice") -> Line:
        """Give the line of a notice whose time ends soon."""
        desk = self._desk
        local = desk.calendar.local(notice.supplement_by)
        now = desk.calendar.local(desk.clock())
        left = desk.calendar.working_days_between(now.date(), local.date())
        when = spoken_due(local, now, left, self._language)
        return Line(
            id=f"notice-{notice.id}",
            kind="notice",
            light=Light.DUE_TODAY if local.date() == now.date() else Light.WARNING,
            when=when.rpartition(" · ")[2],
            who=notice.visitor,
            what=f"{notice.number} · {notice.matter}",
            inquiry_id=notice.inquiry_id,
            notice=notice,
        )

    def silent(self, receipt: "SilentReceipt") -> Line:
        """Give the line of papers that nobody answered in time."""
        return Line(
            id=f"silent-{receipt.id}",
            kind="silent",
            light=Light.OVERDUE,
            when=self._since(receipt.answer_by),
            who=receipt.visitor,
            what=f"{receipt.receipt} · {receipt.matter}",
            inquiry_id=receipt.inquiry_id,
            silent=receipt,
        )

    def lapsed(self, wait: "LapsedWait") -> Line:
        """Give the line of a wait for papers that is over."""
        return Line(
            id=f"lapsed-{wait.id}",
            kind="lapsed",
            light=Light.OVERDUE,
            when=self._since(wait.until),
            who=wait.visitor,
            what=f"{wait.notice or wait.case_no} · {wait.matter}",
            inquiry_id=wait.inquiry_id,
            lapsed=wait,
        )

    def moved(self, moved: "MovedDue") -> Line:
        """Give the line of a due date that moved with the calendar."""
        return Line(
            id=f"moved-{moved.id}",
            kind="moved",
            light=moved_light(moved),
            when=moved_when(moved, self._desk),
            who=self._restricted() if moved.restricted else moved.visitor,
            what=moved.number if moved.restricted else f"{moved.number} · {moved.why}",
            inquiry_id=moved.inquiry_id,
            moved=moved,
        )

    def seconds(self, count: int) -> Line:
        """Give the line that leads to the second notices which wait for this person."""
        words = QCoreApplication.translate("today", "{n} 张二次告知单等您核准").format(n=count)
        return Line(id="second", kind="second", what=words)

    def _since(self, over: datetime) -> str:
        calendar = self._desk.calendar
        return spoken_due(calendar.local(over), calendar.local(self._desk.clock()), 0, self._language)

    def shift(self, note: ShiftNote) -> Line:
        """Give the line of a hand-over that waits."""
        made = self._desk.calendar.local(note.made_at)
        words = QCoreApplication.translate("today", "{n} 项未了事项").format(n=len(note.items))
        return Line(
            id=f"shift-{note.id}",
            kind="shift",
            when=f"{made:%m-%d %H:%M}",
            who=note.made_by,
            what=" · ".join(each for each in (_first_line(note.text), words if note.items else "") if each),
            note=note,
        )

    def duty(self, item: DutyItem) -> Line:
        """Give the line of what duty asks."""
        return Line(
            id=item.key, kind=item.kind, light=item.light, when=item.when, who=item.who, what=item.what, duty=item
        )

    def supervision(self, item: SupervisionItem) -> Line:
        """Give the line of what supervision asks."""
        return Line(
            id=item.key,
            kind=item.kind,
            light=item.light,
            when=item.when,
            who=item.who,
            what=item.what,
            inquiry_id=item.inquiry_id,
            supervision=item,
        )

    def draft(self, draft: InquiryDraft) -> Line:
        """Give the line of a form that is not saved."""
        what = draft.summary or draft.matter or _first_line(draft.detail) or mask_phone(draft.phone)
        chosen = draft.disposition or draft.channel
        if not what and chosen is not None:
            what = label(chosen, self._language)
        return Line(id=f"draft-{draft.token}", kind="draft", who=mask_name(draft.person_name), what=what)

    def week(self, week: Week) -> Line:
        """Give the line of a week whose log is to be exported."""
        words = QCoreApplication.translate("today", "{week} 的接待登记还没有导出").format(week=week.label)
        return Line(id=f"week-{week.label}", kind="week", what=words, week=week)

    def _restricted(self) -> str:
        return QCoreApplication.translate("today", "受限")


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:_ABOUT]
