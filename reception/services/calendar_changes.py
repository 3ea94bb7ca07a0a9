"""The calendar changed, and with it, in one transaction, what is owed: shown before, told to the handlers afterwards.

Source: handbook §3.2 (overrides), §3.7 points 2 and 5.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from reception.errors import Invalid, Reason
from reception.rules.calendar_edits import (
    REASON_LENGTH,
    CalendarEdit,
    check_days,
    check_hours,
    day_span,
    span_faults,
)
from reception.rules.calendar_years import CalendarYear
from reception.rules.cases import Case
from reception.rules.due_moves import DueMove, MoveKind
from reception.rules.faults import Faults
from reception.rules.office import DatedHours, WorkingDay, WorkingYear
from reception.rules.reminders import OwedKind
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text
from reception.rules.timetables import Session, Timetable
from reception.rules.working_calendar import UNIT_LAYER, DayOverride, WorkingCalendar
from reception.services import presence
from reception.services.desk import Desk, Work
from reception.services.office import the_office
from reception.services.presence import Roll
from reception.services.recounting import Move, moved, moves_within
from reception.services.working_days import calendar_of

__all__ = ["CalendarEdit", "Change", "apply", "arrange", "preview", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an edit does: the calendar before and after, every due date that moves, the earliest first."""

    edit: CalendarEdit
    before: WorkingCalendar
    after: WorkingCalendar
    moves: tuple[Move, ...] = ()

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
        office = the_office()
        before = calendar_of(office)
        _check_against(edit, before, desk.clock())
        after = edit.applied(before)
        moves = moves_within(before, after, office, desk.clock())
    return Change(edit=edit, before=before, after=after, moves=moves)


def apply(desk: Desk, edit: CalendarEdit, earlier: Collection[str] = ()) -> Change:
    """Change the calendar and every due date that it moves, whole or not at all.

    Args:
        desk: who does it.
        edit: the years and days.
        earlier: promises that become earlier all the same (ids of moves), by the unit head's word.

    Returns:
        What was done, by the calendar and the cases as they stood in the transaction.

    Raises:
        Invalid: the edit contradicts itself.
        NotAllowed: the account may not edit the calendar, or not shorten what was promised.
    """
    desk.require(Action.EDIT_CALENDAR)
    if earlier:
        desk.require(Action.SHORTEN_DUE)
    edit = _checked(edit)
    with desk.work(Action.EDIT_CALENDAR) as work:
        office = the_office()
        before = calendar_of(office)
        _check_against(edit, before, work.now)
        _write(work, edit)
        after = edit.applied(before)
        moves = moves_within(before, after, office, work.now)
        roll = presence.roll_within(work.now)
        for move in moves:
            _move(work, move, roll, why_of(edit), earlier_too=move.id in earlier)
    return Change(edit=edit, before=before, after=after, moves=moves)


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


def _move(work: Work, move: Move, roll: Roll, why: str, *, earlier_too: bool) -> None:
    changed = moved(move, earlier_too=earlier_too)
    if changed == move.record:
        return
    work.log(work.change(changed), reason=why)
    if changed.due_at == move.due_before:
        return
    who = roll.works_on(changed) if isinstance(changed, Case) else roll.receives(changed)
    told = work.add(
        DueMove(
            owed=OwedKind(move.owed),
            owed_id=changed.id,
            inquiry_id=changed.inquiry_id,
            number=move.number,
            due_before=move.due_before,
            due_after=changed.due_at,
            why=why,
            at=work.now,
            by=work.desk.account.name,
            to_id=who.account_id,
        )
    )
    work.log(told)
