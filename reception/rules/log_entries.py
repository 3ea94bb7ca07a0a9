"""One line of the weekly log: a record of the register as it leaves the office, masked or whole.

A restricted record shows its number, its date and that it is restricted, to everybody.
Source: handbook §1.2 (fields), §10.2 (masks); clauses T6-a, P (weekly log).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from reception.rules.cases import Case, Referral
from reception.rules.inquiries import (
    Channel,
    Disposition,
    GuideMode,
    Inquiry,
    Kind,
    Paper,
    PersonKind,
    ReplyPref,
    Scope,
    Status,
    Urgency,
    VoidReason,
)
from reception.rules.limits import Limit
from reception.rules.notices import Notice
from reception.rules.visitors import mask_email, mask_name, mask_number, mask_of_texts, mask_phone, mask_text
from reception.rules.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One record as the log shows it; times are local and end at the minute, codes are resolved to names.

    Every field but `restricted`, `void` and those of the agent is a column of the sheet under the name it bears
    here; the agent is known only so that he can be masked in what was written freely. Of a restricted record only
    `reg_no` and the date in `received_at` are filled.
    """

    reg_no: str
    reg_at: datetime | None = None
    received_at: date
    restricted: bool
    void: bool
    ended_at: datetime | None = None
    late_entry: bool | None = None
    channel: Channel | None = None
    counter: str = ""
    first_officer: str = ""
    first_post: str = ""
    acting_for: str = ""
    person_kind: PersonKind | None = None
    person_name: str = ""
    person_unit: str = ""
    person_count: int | None = None
    person_no: str = ""
    phone: str = ""
    phone_ext: str = ""
    reply_pref: ReplyPref | None = None
    other_contact: str = ""
    privacy_told: bool | None = None
    kind: Kind | None = None
    matter: str = ""
    summary: str = ""
    detail: str = ""
    papers: tuple[Paper, ...] = ()
    urgency: Urgency | None = None
    repeat_of: str = ""
    scope: Scope | None = None
    disposition: Disposition | None = None
    answer: str = ""
    slip_no: tuple[str, ...] = ()
    case_no: str = ""
    to_unit: str = ""
    to_post: str = ""
    to_person: str = ""
    guide_mode: GuideMode | None = None
    nobody_there: bool | None = None
    told_phone: str = ""
    told_place: str = ""
    handover_at: datetime | None = None
    handover_to: str = ""
    officer: str = ""
    limit_rule: Limit | None = None
    due_at: datetime | None = None
    provisional: bool | None = None
    leader_note: str = ""
    proposed: str = ""
    result: str = ""
    remark: str = ""
    status: Status | None = None
    void_reason: VoidReason | None = None
    void_note: str = ""
    voided_at: datetime | None = None
    voided_by: str = ""
    agent_name: str = ""
    agent_phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around a record: its notices, case and transfer, and the names behind the codes."""

    notices: Sequence[Notice] = ()
    case: Case | None = None
    referral: Referral | None = None
    repeat_of: str = ""
    units: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)


def log_entry(inquiry: Inquiry, around: Surroundings, calendar: WorkingCalendar) -> LogEntry:
    """Give the line of a record, unmasked; of a restricted one its number and date alone."""

    def local(instant: datetime) -> datetime:
        return calendar.local(instant).replace(second=0, microsecond=0)

    def local_or_none(instant: datetime | None) -> datetime | None:
        return None if instant is None else local(instant)

    void = inquiry.status is Status.VOID
    received_at = local(inquiry.received_at)
    if inquiry.restricted:
        return LogEntry(reg_no=inquiry.reg_no, received_at=received_at.date(), restricted=True, void=void)
    entry = LogEntry(
        reg_no=inquiry.reg_no,
        received_at=received_at,
        restricted=False,
        void=void,
        reg_at=local(inquiry.reg_at),
        ended_at=local_or_none(inquiry.ended_at),
        matter=f"{inquiry.matter_code} {inquiry.matter_name}".strip(),
        repeat_of=around.repeat_of,
        slip_no=tuple(notice.number for notice in around.notices if not notice.void),
        to_unit=around.units.get(inquiry.to_unit, inquiry.to_unit),
        to_post=around.posts.get(inquiry.to_post, inquiry.to_post),
        voided_at=local_or_none(inquiry.voided_at),
        **{name: getattr(inquiry, name) for name in _AS_RECORDED},
    )
    case, referral = around.case, around.referral
    if case is not None:
        entry = replace(
            entry,
            case_no=case.case_no,
            officer=case.officer,
            limit_rule=case.limit,
            due_at=local_or_none(None if case.no_limit_reason else case.due_at),
            provisional=case.provisional,
            result=inquiry.result or case.result,
        )
    if referral is not None:
        entry = replace(entry, handover_at=local(referral.sent_at), handover_to=referral.receiver)
    return entry


_AS_RECORDED = (
    "late_entry",
    "channel",
    "counter",
    "first_officer",
    "first_post",
    "acting_for",
    "person_kind",
    "person_name",
    "person_unit",
    "person_count",
    "person_no",
    "phone",
    "phone_ext",
    "reply_pref",
    "other_contact",
    "privacy_told",
    "kind",
    "summary",
    "detail",
    "papers",
    "urgency",
    "scope",
    "disposition",
    "answer",
    "to_person",
    "guide_mode",
    "nobody_there",
    "told_phone",
    "told_place",
    "leader_note",
    "proposed",
    "result",
    "remark",
    "status",
    "void_reason",
    "void_note",
    "voided_by",
    "agent_name",
    "agent_phone",
)

_FREE_TEXTS = ("summary", "detail", "answer", "leader_note", "proposed", "result", "remark", "void_note")
"""Fields in which a person may have written anything, a name or a number too."""

_HIDDEN = "***"


def masked(entry: LogEntry) -> LogEntry:
    """Give the line with the visitor's name, phone and number masked, in what was written freely too.

    Members of the office keep their names: who received, who handles and where to call is meant to be known.
    Source: handbook §10.2.
    """
    hide = mask_of_texts(entry.person_name, entry.person_no, entry.phone, entry.agent_name, entry.agent_phone)
    contact = mask_email(entry.other_contact) if "@" in entry.other_contact else mask_text(entry.other_contact)
    if contact == entry.other_contact and contact:
        contact = _HIDDEN
    texts: dict[str, Any] = {name: hide(getattr(entry, name)) for name in _FREE_TEXTS}
    return replace(
        entry,
        person_name=mask_name(entry.person_name),
        person_no=mask_number(entry.person_no),
        phone=mask_phone(entry.phone),
        phone_ext="",
        other_contact=contact,
        agent_name=mask_name(entry.agent_name),
        agent_phone=mask_phone(entry.agent_phone),
        papers=tuple(replace(paper, name=hide(paper.name)) for paper in entry.papers),
        **texts,
    )
