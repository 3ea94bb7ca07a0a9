"""The calendar changed, and with it, in one transaction, what is owed: shown before, told to the handlers afterwards.

Counting every due date twice takes seconds where thousands are open, and nobody at a counter may wait for it: it is
done before the transaction, from one view of the data. The transaction counts anew only what changed since, as the
audit log tells, and writes.
Source: handbook §3.2 (overrides), §3.7 points 2 and 5.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from reception.errors import Conflict, Invalid, Reason
from reception.rules.calendar_edits import (
    REASON_LENGTH,
    CalendarEdit,
    check_days,
    check_hours,
    day_span,
    span_faults,
)
from reception.rules.calendar_years import CalendarYear
from reception.rules.cases import Case, Referral
from reception.rules.due_moves import DueMove, MoveKind
from reception.rules.faults import Faults
from reception.rules.office import DatedHours, Office, WorkingDay, WorkingYear
from reception.rules.reminders import OwedKind
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text
from reception.rules.timetables import Session, Timetable
from reception.rules.working_calendar import UNIT_LAYER, DayOverride, WorkingCalendar
from reception.services import presence
from reception.services.desk import Desk, Work
from reception.services.office import the_office
from reception.services.presence import Roll
from reception.services.recounting import Move, in_order, inquiries_of, moved, moves_within
from reception.services.working_days import calendar_of
from reception.store import journal

__all__ = ["CalendarEdit", "Change", "apply", "arrange", "preview", "withdrawn"]

_ATTEMPTS = 3
_SETTINGS = frozenset(kind.__name__ for kind in (Office, WorkingYear, WorkingDay, DatedHours))
"""Records by which due dates are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an edit does: the calendar before and after, every due date that moves, the earliest first.

    `mark` is how far the audit log went when it was counted.
    """

    edit: CalendarEdit
    before: WorkingCalendar
    after: WorkingCalendar
    moves: tuple[Move, ...] = ()
    mark: int = 0

    def of(self, kind: MoveKind) -> tuple[Move, ...]:
        """Give the moves of one kind."""
        return tuple(move for move in self.moves if move.kind is kind)

    @property
    def dates(self) -> tuple[Move, ...]:
        """Give the moves of which the date itself changes, or would."""
        return tuple(move for move in self.moves if move.kind is not MoveKind.SETTLED)


def preview(desk: Desk, edit: CalendarEdit) -> Change:
    """Give what an edit would do; nothing is changed.

    Raises:
        Invalid: the edit contradicts itself.
    """
    edit = _checked(edit)
    with desk.reading():
        mark = journal.mark()
        office = the_office()
        before = calendar_of(office)
        _check_against(edit, before, desk.clock())
        after = edit.applied(before)
        moves = moves_within(before, after, office, desk.clock())
    return Change(edit=edit, before=before, after=after, moves=moves, mark=mark)


def apply(desk: Desk, edit: CalendarEdit, earlier: Collection[str] = (), *, shown: Change | None = None) -> Change:
    """Change the calendar and every due date that it moves, whole or not at all.

    Args:
        desk: who does it.
        edit: the years and days.
        earlier: promises that become earlier all the same (ids of moves), by the unit head's word.
        shown: what a preview of the same edit gave, so that it is not counted again; it may be older than the data.

    Returns:
        What was done, by the calendar and the cases as they stood in the transaction.

    Raises:
        Invalid: the edit contradicts itself.
        NotAllowed: the account may not edit the calendar, or not shorten what was promised.
        Conflict: the calendar itself was changed again and again meanwhile.
    """
    desk.require(Action.EDIT_CALENDAR)
    if earlier:
        desk.require(Action.SHORTEN_DUE)
    change = shown if shown is not None and shown.edit == edit else preview(desk, edit)
    for _attempt in range(_ATTEMPTS):
        with desk.work(Action.EDIT_CALENDAR) as work:
            present = _as_it_stands(work, change)
            if present is not None:
                _write(work, present.edit)
                _settle(work, present, frozenset(earlier))
                return present
        change = preview(desk, edit)
    raise Conflict("conflict", kind=WorkingDay.__name__, id=0)


def _as_it_stands(work: Work, change: Change) -> Change | None:
    """Give a change with what happened since it was counted; None when the calendar is another one by now."""
    since = journal.objects_since(change.mark)
    if _SETTINGS & {kind for kind, _number in since}:
        return None
    _check_against(change.edit, change.before, work.now)
    anew = inquiries_of(since)
    kept = [move for move in change.moves if move.inquiry.id not in anew]
    again = moves_within(change.before, change.after, the_office(), work.now, anew) if anew else ()
    return replace(change, moves=in_order(_not_late_at_once(move, work.now) for move in (*kept, *again)))


def _not_late_at_once(move: Move, now: datetime) -> Move:
    """Let a date stay that would have become earlier and has passed since it was counted."""
    over = move.kind is MoveKind.EARLIER and move.due_after < now
    return replace(move, kind=MoveKind.PROMISED) if over else move


def _settle(work: Work, change: Change, earlier: Collection[str]) -> None:
    """Write every date that moves, and tell whoever answers for it."""
    why, roll = why_of(change.edit), presence.roll_within(work.now)
    to_ids: dict[Any, int] = {}
    told = []
    pairs = [(move, moved(move, earlier_too=move.id in earlier)) for move in change.moves]
    pairs = [(move, after) for move, after in pairs if after != move.record]
    for kind in OwedKind:
        work.change_all([(move.record, after) for move, after in pairs if move.owed is kind], reason=why)
    for move, after in pairs:
        if after.due_at != move.due_before:
            told.append(_told(work, move, after, why, _answers(roll, after, to_ids)))
    work.add_all(told)


def arrange(
    first_on: date,
    last_on: date | None = None,
    *,
    works: bool,
    reason: str,
    layer: int = UNIT_LAYER,
    sessions: tuple[Session, ...] = (),
) -> CalendarEdit:
    """Give the edit that lets some days work or rest against the published calendar.

    Raises:
        Invalid: no reason, an end before the beginning, too many days, hours on days off; all at once.
    """
    last_on = last_on or first_on
    reasons = list(span_faults(first_on, last_on))
    words, unclean = _words(reason)
    reasons += unclean
    if not words and not unclean:
        reasons.append(Reason(code="required", field="reason"))
    if sessions and not works:
        reasons.append(Reason(code="hours_on_rest_day", field="day_hours"))
    if reasons:
        raise Invalid(*reasons)
    return CalendarEdit(days=day_span(first_on, last_on, works=works, reason=words, layer=layer, sessions=sessions))


def _words(reason: str) -> tuple[str, tuple[Reason, ...]]:
    try:
        return cleaned_text(reason, "reason", REASON_LENGTH, lines=False), ()
    except Invalid as refused:
        return "", refused.reasons


def withdrawn(calendar: WorkingCalendar, first_on: date, last_on: date | None, layer: int) -> CalendarEdit:
    """Give the edit that takes the arrangements of a layer away on some days, so that what is below holds again.

    Raises:
        Invalid: an end before the beginning, or nothing is arranged there.
    """
    last_on = last_on or first_on
    faults = span_faults(first_on, last_on)
    if faults:
        raise Invalid(*faults)
    days = [
        replace(day, withdrawn=True)
        for day in calendar.overrides
        if day.layer == layer and first_on <= day.on <= last_on and not day.withdrawn
    ]
    if not days:
        raise Invalid(Reason(code="nothing_to_withdraw", field="on", values={"on": first_on}))
    return CalendarEdit(days=tuple(days))


def why_of(edit: CalendarEdit) -> str:
    """Give in a few words what an edit is, as it stands with each date that it moved."""
    sources = [year.source or str(year.year) for year in edit.years]
    reasons = list(dict.fromkeys(day.reason for day in edit.days))
    return "；".join(part for part in (*sources, *reasons, edit.hours_reason) if part)[:300]


def _check_against(edit: CalendarEdit, calendar: WorkingCalendar, now: datetime) -> None:
    faults = Faults()
    check_hours(edit, calendar, calendar.local(now).date(), faults)
    faults.settle()


def _checked(edit: CalendarEdit) -> CalendarEdit:
    faults = Faults()
    check_days(edit.days, faults)
    faults.settle()
    return replace(
        edit,
        days=tuple(
            replace(day, reason=cleaned_text(day.reason, "reason", REASON_LENGTH, lines=False)) for day in edit.days
        ),
    )


def _write(work: Work, edit: CalendarEdit) -> None:
    for year in edit.years:
        _write_year(work, year)
    for day in edit.days:
        _write_day(work, day)
    for hours in edit.hours:
        _write_hours(work, hours, edit.hours_reason)
    for on in edit.ended:
        found = work.find(DatedHours, from_on=on)
        if found is not None:
            work.log(work.change(replace(found, withdrawn=True)), reason=edit.hours_reason)


def _write_year(work: Work, year: CalendarYear) -> None:
    before = work.find(WorkingYear, year=year.year)
    if before is None:
        work.log(work.add(WorkingYear(year=year.year, entry=year)))
    elif before.entry != year:
        work.log(work.change(replace(before, entry=year)))


def _write_day(work: Work, day: DayOverride) -> None:
    before = work.find(WorkingDay, on=day.on, layer=day.layer)
    if before is None and not day.withdrawn:
        work.log(work.add(WorkingDay(on=day.on, layer=day.layer, entry=day)))
    elif before is not None and before.entry != day:
        work.log(work.change(replace(before, entry=day)))


def _write_hours(work: Work, hours: Timetable, reason: str) -> None:
    assert hours.effective_from is not None
    made = DatedHours(
        from_on=hours.effective_from,
        entry=hours,
        reason=reason,
        made_at=work.now,
        made_by=work.desk.account.name,
    )
    before = work.find(DatedHours, from_on=made.from_on)
    if before is None:
        work.log(work.add(made))
    else:
        work.log(work.change(replace(made, id=before.id, version=before.version)))


def _answers(roll: Roll, owed: Case | Referral, known: dict[Any, int]) -> int:
    """Give who answers now for what is owed; whoever does so for a post is looked up once."""
    if isinstance(owed, Referral):
        key: Any = (owed.to_post, owed.to_person, owed.receiver_id)
    else:
        key = (owed.restricted, owed.post_code, owed.assigned_id, owed.officer_id)
    if key not in known:
        known[key] = (roll.works_on(owed) if isinstance(owed, Case) else roll.receives(owed)).account_id
    return known[key]


def _told(work: Work, move: Move, changed: Case | Referral, why: str, to_id: int) -> DueMove:
    return DueMove(
        owed=move.owed,
        owed_id=changed.id,
        inquiry_id=changed.inquiry_id,
        number=move.number,
        due_before=move.due_before,
        due_after=changed.due_at,
        why=why,
        at=work.now,
        by=work.desk.account.name,
        to_id=to_id,
    )
