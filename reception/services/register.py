"""Reading the register: today's list, the whole list with filters, one record with its history.

Masks: names of today are open to the clerk who took them; everything else is masked until somebody asks with
`reveal`, which is audited. D10 records show number and date only (decisions, "Who", "Register").
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from reception.errors import NotAllowed
from reception.rules.audit import AuditEntry, covered
from reception.rules.cases import Case, Referral
from reception.rules.corrections import MARKING, mask_of_record
from reception.rules.inquiries import Channel, Disposition, Inquiry, PersonKind, Scope, Status
from reception.rules.letters import Letter
from reception.rules.logs import Week
from reception.rules.notices import Notice
from reception.rules.staff import Account, Action, may
from reception.rules.supplements import Telling
from reception.rules.visitors import mask_name, mask_number, mask_phone
from reception.services import chains
from reception.services.chains import Links
from reception.services.desk import Desk
from reception.services.history import history_of
from reception.store import journal, records
from reception.store.models import CaseRow, InquiryRow
from reception.store.search import query_text

_I: Any = InquiryRow
_C: Any = CaseRow
_MOST_IDS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """What narrows the register; everything None or empty shows all. Both days are local and included."""

    week: Week | None = None
    first_on: date | None = None
    last_on: date | None = None
    channel: Channel | None = None
    disposition: Disposition | None = None
    officer_id: int | None = None
    status: Status | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One line of the register as this person may see it."""

    id: int
    reg_no: str
    received_at: datetime
    channel: Channel
    visitor: str
    phone: str
    summary: str
    matter_name: str
    disposition: Disposition
    first_officer: str
    status: Status
    restricted: bool
    late_entry: bool
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """A person as the register names them; `receives` tells whether they receive visitors now."""

    id: int
    name: str
    receives: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryView:
    """A record as this person may see it, with what belongs to it and its history, oldest first."""

    inquiry: Inquiry
    masked: bool
    cases: tuple[Case, ...]
    referrals: tuple[Referral, ...]
    notices: tuple[Notice, ...]
    history: tuple[AuditEntry, ...]
    links: Links = field(default_factory=Links)
    tellings: tuple[Telling, ...] = ()
    letters: tuple[Letter, ...] = ()


def today(desk: Desk) -> tuple[RegisterLine, ...]:
    """Give what this office recorded today, newest first."""
    first = datetime.combine(desk.calendar.local(desk.clock()).date(), time())
    since = desk.calendar.instant(first)
    with desk.reading():
        rows = records.select(Inquiry, _I.reg_at >= since, order=[_I.id.desc()], limit=300)
        return _lines(desk, rows)


def count(desk: Desk, chosen: RegisterFilter) -> int:
    """Give how many records the filter leaves."""
    with desk.reading():
        return int(_query(desk, chosen).count())


def page(desk: Desk, chosen: RegisterFilter, offset: int, limit: int) -> tuple[RegisterLine, ...]:
    """Give a page of the register, newest first."""
    with desk.reading():
        rows = [row.record() for row in _query(desk, chosen).order_by(_I.id.desc()).offset(offset).limit(limit)]
        return _lines(desk, rows)


def some(desk: Desk, ids: Sequence[int]) -> tuple[RegisterLine, ...]:
    """Give the lines of these records, newest first; a restricted one is not among them."""
    with desk.reading():
        found = [
            row
            for begin in range(0, len(ids), _MOST_IDS)
            for row in records.select(Inquiry, _I.id.in_(ids[begin : begin + _MOST_IDS]))
        ]
        shown = [row for row in found if not row.restricted]
        return _lines(desk, sorted(shown, key=lambda row: -row.id))


def in_order(desk: Desk, chosen: RegisterFilter, size: int) -> Iterator[list[Inquiry]]:
    """Give what the filter leaves by number, `size` records at a time, as stored; within a reading."""
    query = _query(desk, chosen).order_by(_I.year, _I.serial).limit(size)
    rows = [row.record() for row in query]
    while rows:
        yield rows
        last = rows[-1]
        later = (_I.year > last.year) | ((_I.year == last.year) & (_I.serial > last.serial))
        rows = [row.record() for row in query.where(later)]


def span(desk: Desk, chosen: RegisterFilter) -> tuple[date, date] | None:
    """Give the local days of the first and the last contact that the filter leaves, or None where it leaves none."""
    with desk.reading():
        query = _query(desk, chosen)
        first = query.order_by(_I.received_at).limit(1).first()
        last = query.order_by(_I.received_at.desc()).limit(1).first()
    if first is None or last is None:
        return None
    return desk.calendar.local(first.received_at).date(), desk.calendar.local(last.received_at).date()


def between(desk: Desk, first: datetime, end: datetime) -> tuple[Inquiry, ...]:
    """Give the records received from one instant up to before another, by number; D10 with number and date only."""
    with desk.reading():
        rows = records.select(Inquiry, _I.received_at >= first, _I.received_at < end, order=[_I.year, _I.serial])
    return tuple(hidden(row) if row.restricted else row for row in rows)


def _query(desk: Desk, chosen: RegisterFilter) -> Any:
    query = _I.select()
    if chosen.week is not None:
        first = desk.calendar.instant(datetime.combine(chosen.week.first_on, time()))
        end = desk.calendar.instant(datetime.combine(chosen.week.last_on + timedelta(days=1), time()))
        query = query.where(_I.received_at >= first, _I.received_at < end)
    if chosen.first_on is not None:
        query = query.where(_I.received_at >= desk.calendar.instant(datetime.combine(chosen.first_on, time())))
    if chosen.last_on is not None:
        end = desk.calendar.instant(datetime.combine(chosen.last_on + timedelta(days=1), time()))
        query = query.where(_I.received_at < end)
    equal = {
        _I.channel: chosen.channel,
        _I.disposition: chosen.disposition,
        _I.first_officer_id: chosen.officer_id,
        _I.status: chosen.status,
    }
    hides = {_I.channel, _I.status, _I.first_officer_id}
    for column, value in equal.items():
        if value is None:
            continue
        query = query.where(column == value)
        if column in hides:
            query = query.where(_I.restricted == False)  # noqa: E712 - an expression of the query
    for word in query_text(chosen.text).lower().split():
        query = query.where(_matching(word))
    return query


def _matching(word: str) -> Any:
    """Give the condition of a word; 受理〔2026〕0001 or 受理0001, which the visitor holds, name a record too."""
    found, numbers = _I.search_text.contains(word), re.findall(r"\d+", word)
    if not (word.startswith("受理") and numbers):
        return found
    cases = _C.select(_C.inquiry_id).where(_C.restricted == False)  # noqa: E712 - an expression of the query
    for number in numbers:
        cases = cases.where(_C.case_no.contains(number))
    return found | _I.id.in_(cases)


def _lines(desk: Desk, rows: Sequence[Inquiry]) -> tuple[RegisterLine, ...]:
    """Give records as lines, with the mark of those that were corrected; within a reading."""
    corrected = journal.acted_on(Inquiry.__name__, MARKING, [row.id for row in rows if not row.restricted])
    return tuple(_line(desk, row, corrected=row.id in corrected) for row in rows)


def _line(desk: Desk, row: Inquiry, *, corrected: bool) -> RegisterLine:
    shown = hidden(row) if row.restricted else row if is_open(desk, row) else masked(row)
    return RegisterLine(
        id=row.id,
        reg_no=row.reg_no,
        received_at=row.received_at,
        channel=shown.channel,
        visitor=shown.person_name,
        phone=shown.phone,
        summary=shown.summary,
        matter_name=shown.matter_name,
        disposition=shown.disposition,
        first_officer=shown.first_officer,
        status=shown.status,
        restricted=row.restricted,
        late_entry=row.late_entry,
        corrected=corrected,
    )


def is_open(desk: Desk, inquiry: Inquiry) -> bool:
    """Tell whether this person sees the record's values whole without asking: it is their own of today."""
    today = desk.calendar.local(desk.clock()).date()
    return inquiry.first_officer_id == desk.account.id and desk.calendar.local(inquiry.reg_at).date() == today


def may_open(desk: Desk, inquiry: Inquiry) -> bool:
    """Tell whether this person may see the record at all: D10 only its first officer, supervisor and unit head."""
    return not inquiry.restricted or inquiry.first_officer_id == desk.account.id or desk.may(Action.SEE_RESTRICTED)


_WRITTEN = ("summary", "detail", "answer", "result", "proposed", "leader_note", "remark", "void_note")
"""Fields in which a person may have written anything, the visitor's name too."""
_WRITTEN_IN_HISTORY = frozenset(
    {*_WRITTEN, "reason", "about", "note", "return_note", "ground", "leader_decision", "no_limit_reason"}
)


def masked(inquiry: Inquiry, history: Iterable[AuditEntry] = ()) -> Inquiry:
    """Give the record with name, phone and numbers masked, in what was written freely too (handbook §10.2)."""
    hide = mask_of_record(inquiry, history)
    texts: dict[str, Any] = {name: hide(getattr(inquiry, name)) for name in _WRITTEN}
    return replace(
        inquiry,
        person_name=mask_name(inquiry.person_name),
        phone=mask_phone(inquiry.phone),
        phone_ext="",
        papers=tuple(replace(paper, name=hide(paper.name)) for paper in inquiry.papers),
        person_no=mask_number(inquiry.person_no),
        other_contact="*" * min(len(inquiry.other_contact), 6),
        agent_name=mask_name(inquiry.agent_name),
        agent_phone=mask_phone(inquiry.agent_phone),
        **texts,
    )


def hidden(inquiry: Inquiry) -> Inquiry:
    """Give a restricted record with nothing left but its number, its dates and that it is a D10."""
    return Inquiry(
        id=inquiry.id,
        version=inquiry.version,
        token="",
        year=inquiry.year,
        serial=inquiry.serial,
        reg_no=inquiry.reg_no,
        reg_at=inquiry.reg_at,
        received_at=inquiry.received_at,
        channel=Channel.VISIT,
        counter="",
        first_officer_id=0,
        first_officer="",
        person_kind=PersonKind.ANONYMOUS,
        summary="",
        scope=Scope.UNCLEAR,
        disposition=Disposition.D10,
        status=Status.VOID if inquiry.status is Status.VOID else Status.HANDED_OVER,
        restricted=True,
    )


def officers(desk: Desk) -> tuple[Officer, ...]:
    """Give who is or may become a first officer: the accounts that receive visitors, and all who ever did."""
    with desk.reading():
        accounts = records.select(Account)
        seen = {number for (number,) in _I.select(_I.first_officer_id).distinct().tuples()}
    return tuple(
        Officer(id=account.id, name=account.name, receives=account.active and may(account.roles, Action.RECORD))
        for account in accounts
        if account.id in seen or (account.active and may(account.roles, Action.RECORD))
    )


def show(desk: Desk, inquiry_id: int) -> InquiryView:
    """Give a record, masked unless it is one's own of today.

    Raises:
        NotFound: there is none.
        NotAllowed: it is restricted and not for this person.
    """
    with desk.reading():
        view = _view(desk, inquiry_id)
    return view if is_open(desk, view.inquiry) else _masked_view(view)


def reveal(desk: Desk, inquiry_id: int) -> InquiryView:
    """Give a record unmasked; the look is an audit entry (handbook §10.2, PIPL art. 51).

    Raises:
        NotAllowed: the roles do not permit it.
    """
    with desk.work(Action.SEE_PERSONAL) as work:
        work.note("Inquiry", inquiry_id, reg_no=_view(desk, inquiry_id).inquiry.reg_no)
        return _view(desk, inquiry_id)


def _view(desk: Desk, inquiry_id: int) -> InquiryView:
    inquiry = records.get(Inquiry, inquiry_id)
    if not may_open(desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)
    cases = tuple(records.select(Case, inquiry_id=inquiry_id))
    referrals = tuple(records.select(Referral, inquiry_id=inquiry_id))
    notices = tuple(records.select(Notice, inquiry_id=inquiry_id))
    letters = tuple(records.select(Letter, inquiry_id=inquiry_id))
    tellings = tuple(telling for notice in notices for telling in chains.tellings_of(notice.id))
    return InquiryView(
        inquiry=inquiry,
        masked=False,
        cases=cases,
        referrals=referrals,
        notices=notices,
        history=history_of(desk, inquiry_id),
        links=chains.links_of(inquiry),
        tellings=tellings,
        letters=letters,
    )


def _masked_view(view: InquiryView) -> InquiryView:
    hide = mask_of_record(view.inquiry, view.history)
    history = tuple(covered(entry, _WRITTEN_IN_HISTORY, hide) for entry in view.history)
    cases = tuple(_masked_case(each, hide) for each in view.cases)
    return replace(view, inquiry=masked(view.inquiry, view.history), masked=True, history=history, cases=cases)


def _masked_case(case: Case, hide: Callable[[str], str]) -> Case:
    result, ground, why = hide(case.result), hide(case.ground), hide(case.no_limit_reason)
    return replace(case, result=result, ground=ground, no_limit_reason=why)
