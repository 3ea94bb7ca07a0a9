"""A record in words: its fields with their names, in the order in which the day went."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from reception.rules.cases import Case, Referral
from reception.rules.inquiries import Inquiry, Paper, Urgency
from reception.rules.working_calendar import WorkingCalendar
from reception.words import Language, field_label, instant_text, label, limit_text

if TYPE_CHECKING:
    from reception.services.register import InquiryView

translate = QCoreApplication.translate
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names behind the codes of units and posts."""

    units: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Fields that belong together, under their heading."""

    title: str
    pairs: Pairs


_CONTACT = ("received_at", "ended_at", "reg_at", "channel", "counter", "first_officer", "first_post", "acting_for")
_PERSON = (
    "person_kind",
    "person_name",
    "person_unit",
    "person_count",
    "person_no",
    "phone",
    "phone_ext",
    "reply_pref",
    "other_contact",
    "agent_name",
    "agent_phone",
    "agent_relation",
    "leader_told",
    "privacy_told",
)
_MATTER = ("kind", "matter_name", "summary", "detail", "papers", "urgency")
_OUTCOME = (
    "scope",
    "disposition",
    "answer",
    "result",
    "to_unit",
    "to_post",
    "to_person",
    "guide_mode",
    "nobody_there",
    "told_phone",
    "told_place",
    "proposed",
    "leader_note",
    "remark",
)
_SAYING_NOTHING = (None, False, "", ())
_AS_ALWAYS = (("person_count", 1), ("urgency", Urgency.NORMAL))
_VOID = ("void_reason", "void_note", "voided_at", "voided_by")


def sections(view: "InquiryView", calendar: WorkingCalendar, names: Names, language: Language) -> list[Section]:
    """Give the fields of a record that hold something, part by part."""
    speaker = _Speaker(calendar, names, language)
    inquiry = view.inquiry
    found = [
        Section(title=translate("register", "作废"), pairs=speaker.pairs(inquiry, _VOID)),
        Section(title=translate("register", "来访"), pairs=speaker.pairs(inquiry, _CONTACT)),
        Section(title=translate("register", "来访人"), pairs=speaker.pairs(inquiry, _PERSON)),
        Section(title=translate("register", "事项"), pairs=speaker.pairs(inquiry, _MATTER)),
        Section(title=translate("register", "处置"), pairs=speaker.pairs(inquiry, _OUTCOME)),
        *(Section(title=translate("register", "限时办结"), pairs=speaker.case(case)) for case in view.cases),
        *(
            Section(title=_transfer_title(number, len(view.referrals)), pairs=speaker.referral(referral))
            for number, referral in enumerate(view.referrals, start=1)
        ),
    ]
    return [section for section in found if section.pairs]


def _transfer_title(number: int, of: int) -> str:
    """Give 转办, or 第 2 次转办 of several."""
    return translate("register", "转办") if of == 1 else translate("register", "第 {n} 次转办").format(n=number)


class _Speaker:
    """Says the values of a record."""

    def __init__(self, calendar: WorkingCalendar, names: Names, language: Language) -> None:
        self._calendar = calendar
        self._names = names
        self._language = language

    def pairs(self, inquiry: Inquiry, fields: tuple[str, ...]) -> Pairs:
        """Give the named fields that are filled."""
        found = [(name, self.text(name, getattr(inquiry, name))) for name in fields]
        return [(field_label(name, self._language), text) for name, text in found if text]

    def case(self, case: Case) -> Pairs:
        """Give what a case owes, by when, and who answers for it."""
        values: list[tuple[str, Any]] = [
            ("case_no", case.case_no),
            ("officer", case.officer),
            ("post_code", self._names.posts.get(case.post_code, case.post_code)),
            ("limit", "" if case.no_limit_reason else limit_text(case.limit, self._language)),
            ("no_limit_reason", case.no_limit_reason),
            ("due_at", self._due(case.owed_until, provisional=case.provisional) if case.owed_until else ""),
            ("first_due_at", case.first_due_at),
            ("status", case.outcome or case.status),
            ("result", case.result),
            ("ground", case.ground),
            ("closed_at", case.closed_at),
            ("told_at", case.told_at),
            ("told_mode", case.told_mode),
        ]
        return [(field_label(name, self._language), self.text(name, value)) for name, value in values if value]

    def referral(self, referral: Referral) -> Pairs:
        """Give to whom a transfer went, and by when it is to be acknowledged."""
        values: list[tuple[str, Any]] = [
            ("receiver", referral.receiver),
            ("to_post", referral.to_post),
            ("sent_at", referral.sent_at),
            ("due_at", self._due(referral.due_at, provisional=referral.provisional)),
            ("status", referral.status),
            ("acknowledged_by", referral.acknowledged_by),
            ("acknowledged_at", referral.acknowledged_at),
            ("returned_at", referral.returned_at),
            ("return_reason", referral.return_reason),
            ("return_note", referral.return_note),
        ]
        names = {"due_at": translate("register", "应签收时间")}
        return [
            (names.get(name) or field_label(name, self._language), self.text(name, value))
            for name, value in values
            if value
        ]

    def text(self, name: str, value: Any) -> str:
        """Give a value in words, an empty text for what says nothing."""
        if value in _SAYING_NOTHING or (name, value) in _AS_ALWAYS:
            return ""
        if name in ("to_unit", "to_post"):
            table = self._names.units if name == "to_unit" else self._names.posts
            return table.get(value, value)
        if value is True:
            return translate("register", "是")
        if isinstance(value, StrEnum):
            return (
                f"{value.value} {label(value, self._language)}"
                if name == "disposition"
                else label(value, self._language)
            )
        if isinstance(value, datetime):
            return instant_text(self._calendar.local(value), self._language)
        if isinstance(value, tuple):
            return translate("register", "、").join(_paper(paper) for paper in value)
        return str(value)

    def _due(self, at: datetime, *, provisional: bool) -> str:
        words = instant_text(self._calendar.local(at), self._language)
        return translate("register", "{due}（暂定）").format(due=words) if provisional else words


def _paper(paper: Paper) -> str:
    return translate("register", "{name}（原件 {original}，复印件 {copies}）").format(
        name=paper.name, original=paper.original, copies=paper.copies
    )
