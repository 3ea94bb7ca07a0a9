"""Everything that is owed, counted by one calendar and by another: which due dates a change of the calendar moves.

Source: handbook §3.7 point 5.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from reception.errors import Invalid
from reception.rules.calendar_edits import first_difference
from reception.rules.case_due import CaseEvents, count_case
from reception.rules.case_life import Extension, LimitChange, Pause
from reception.rules.cases import ACKNOWLEDGE, Case, CaseStatus, Referral, ReferralStatus
from reception.rules.due_moves import MoveKind, move_of
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.office import Office
from reception.rules.papers import PaperKind
from reception.rules.reminders import OwedKind
from reception.rules.time_limits import due_date
from reception.rules.working_calendar import WorkingCalendar
from reception.services.cases import started_of
from reception.store import records
from reception.store.models import CaseRow, InquiryRow, LetterRow, NoticeRow, ReferralRow

_C: Any = CaseRow
_R: Any = ReferralRow
_I: Any = InquiryRow
_N: Any = NoticeRow
_L: Any = LetterRow
_RUNNING = (CaseStatus.OPEN, CaseStatus.AWAITING_PAPERS)
_DATED = (PaperKind.SL, PaperKind.BZ, PaperKind.HF, PaperKind.YQ)
"""Letters that tell the applicant a date; a one-time notice does so too."""
_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What a change of the calendar does to one due date; `papers` are those that say the old one.

    `due_after` is what the new calendar gives, also where the promise stays.
    """

    owed: OwedKind
    record: Case | Referral
    inquiry: Inquiry
    kind: MoveKind
    due_before: datetime
    due_after: datetime
    provisional: bool
    papers: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Give what tells this line from the others."""
        return f"{self.owed}-{self.record.id}"

    @property
    def number(self) -> str:
        """Give the number by which people know it."""
        return self.record.case_no if isinstance(self.record, Case) else self.inquiry.reg_no


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counters:
    """The two calendars, the office's rule for receipts after hours, and the instant."""

    before: WorkingCalendar
    after: WorkingCalendar
    office: Office
    now: datetime


def moves_within(
    before: WorkingCalendar,
    after: WorkingCalendar,
    office: Office,
    now: datetime,
    only: Collection[int] | None = None,
) -> tuple[Move, ...]:
    """Give every due date that another calendar would change, the earliest first, within a transaction.

    What stops at the moment is not among it: its date is counted when it runs on. `only` narrows it to some records,
    by the ids of their inquiries.
    """
    first = first_difference(before, after)
    if first is None:
        return ()
    cases = _touched(_running(only), before, first)
    referrals = _touched(_sent(only), before, first)
    inquiries = {each.id: each for each in those(Inquiry, _I.id, [each.inquiry_id for each in (*cases, *referrals)])}
    events = _events(cases)
    papers = _papers([case.inquiry_id for case in cases])
    counters = _Counters(before=before, after=after, office=office, now=now)
    found = [
        _case_move(case, inquiries[case.inquiry_id], events[case.id], papers.get(case.inquiry_id, ()), counters)
        for case in cases
    ]
    found += [_referral_move(each, inquiries[each.inquiry_id], counters) for each in referrals]
    return in_order(move for move in found if move)


def in_order(moves: Iterable[Move]) -> tuple[Move, ...]:
    """Give moves in the order in which they are told: the earliest first."""
    return tuple(sorted(moves, key=lambda move: (move.due_before, move.number)))


def _running(only: Collection[int] | None) -> list[Case]:
    if only is None:
        return records.select(Case, _C.status.in_(_RUNNING), no_limit_reason="")
    found: list[Case] = those(Case, _C.inquiry_id, only)
    return [each for each in found if each.status in _RUNNING and not each.no_limit_reason]


def _sent(only: Collection[int] | None) -> list[Referral]:
    if only is None:
        return records.select(Referral, _R.status == ReferralStatus.SENT)
    found: list[Referral] = those(Referral, _R.inquiry_id, only)
    return [each for each in found if each.status is ReferralStatus.SENT]


_BY_INQUIRY: Mapping[str, type[Any]] = {each.__name__: each for each in (Case, Referral, Letter, Notice)}
_BY_CASE: Mapping[str, type[Any]] = {each.__name__: each for each in (Pause, Extension, LimitChange)}


def inquiries_of(changed: Iterable[tuple[str, int]]) -> frozenset[int]:
    """Give the inquiries whose due dates some changed records, by kind and id, may bear on, within a transaction."""
    ids: dict[str, list[int]] = defaultdict(list)
    for kind, number in changed:
        ids[kind].append(number)
    found = set(ids[Inquiry.__name__])
    cases = set(ids[Case.__name__])
    for name, of_case in _BY_CASE.items():
        cases |= {each.case_id for each in _of(of_case, ids[name])}
    for name, of_inquiry in _BY_INQUIRY.items():
        found |= {each.inquiry_id for each in _of(of_inquiry, cases if of_inquiry is Case else ids[name])}
    return frozenset(found)


def _of(kind: type[Any], ids: Iterable[int]) -> list[Any]:
    row: Any = records.row_of(kind)
    return those(kind, row.id, ids)


def _touched(owing: list[Any], calendar: WorkingCalendar, first: date) -> list[Any]:
    """Leave out what ends before the first day that differs: no count of it looks so far."""
    return [each for each in owing if each.provisional or calendar.local(each.due_at).date() >= first]


def _case_move(
    case: Case, inquiry: Inquiry, events: CaseEvents, papers: tuple[str, ...], counters: _Counters
) -> Move | None:
    def counted(calendar: WorkingCalendar) -> tuple[datetime, bool]:
        found = count_case(case, events, calendar, counters.office.after_hours, counters.now).due
        return calendar.instant(found.due), found.provisional

    try:
        before, after = counted(counters.before), counted(counters.after)
    except Invalid:
        return None
    return _move(OwedKind.CASE, case, inquiry, before, after, papers, counters.now)


def _referral_move(referral: Referral, inquiry: Inquiry, counters: _Counters) -> Move | None:
    def counted(calendar: WorkingCalendar) -> tuple[datetime, bool]:
        start = calendar.local(started_of(referral, inquiry))
        found = due_date(start, ACKNOWLEDGE, calendar, after_hours=counters.office.after_hours)
        return calendar.instant(found.due), found.provisional

    before, after = counted(counters.before), counted(counters.after)
    return _move(OwedKind.REFERRAL, referral, inquiry, before, after, (), counters.now)


def _move(
    owed: OwedKind,
    record: Case | Referral,
    inquiry: Inquiry,
    before: tuple[datetime, bool],
    after: tuple[datetime, bool],
    papers: tuple[str, ...],
    now: datetime,
) -> Move | None:
    kind = move_of(record.due_at, before, after, promised=bool(papers), now=now)
    if kind is None or (kind is MoveKind.SETTLED and record.provisional == after[1]):
        return None
    return Move(
        owed=owed,
        record=record,
        inquiry=inquiry,
        kind=kind,
        due_before=record.due_at,
        due_after=record.due_at if kind is MoveKind.SETTLED else after[0],
        provisional=after[1],
        papers=papers,
    )


def moved(move: Move, *, earlier_too: bool) -> Case | Referral:
    """Give the record with its new date; a promise stays unless it may become earlier; the first date is kept."""
    record, due = move.record, move.due_after
    if move.kind is MoveKind.PROMISED and not earlier_too:
        due = record.due_at
    if isinstance(record, Case) and due != record.due_at:
        first = record.first_due_at or record.due_at
        return replace(record, due_at=due, provisional=move.provisional, first_due_at=first)
    return replace(record, due_at=due, provisional=move.provisional)


def _events(cases: list[Case]) -> Mapping[int, CaseEvents]:
    """Give what happened to the clock of each case; an extension that nobody was told of did not (handbook §3.4)."""
    ids = {case.id for case in cases}
    pauses, extensions, changes = (_by_case(kind, ids) for kind in (Pause, Extension, LimitChange))
    letters = {each.letter_id for found in extensions.values() for each in found if each.letter_id}
    told = {each.id for each in those(Letter, _L.id, letters) if not each.void}
    return {
        number: CaseEvents(
            pauses=tuple(pauses[number]),
            extensions=tuple(each for each in extensions[number] if each.letter_id in told),
            changes=tuple(changes[number]),
        )
        for number in ids
    }


def _by_case(kind: type[Any], ids: set[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    row: Any = records.row_of(kind)
    for each in those(kind, row.case_id, ids):
        found[each.case_id].append(each)
    return found


def _papers(inquiries: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
    """Give the numbers of the papers of each record that told the applicant a date; a void one promises nothing."""
    ids, found = set(inquiries), defaultdict(list)
    for notice in those(Notice, _N.inquiry_id, ids):
        if not notice.void:
            found[notice.inquiry_id].append(notice.number)
    for letter in those(Letter, _L.inquiry_id, ids):
        if letter.kind in _DATED and not letter.void:
            found[letter.inquiry_id].append(letter.number)
    return {number: tuple(numbers) for number, numbers in found.items()}


def those(kind: type[Any], column: Any, wanted: Iterable[int]) -> list[Any]:
    """Give the records whose column holds one of the numbers, in portions that a statement can take.

    Within a transaction.
    """
    numbers = sorted({*wanted})
    portions = (numbers[place : place + _BATCH] for place in range(0, len(numbers), _BATCH))
    row: Any = records.row_of(kind)
    return [each for portion in portions for each in records.select(kind, column.in_(portion), order=[row.id])]
