"""When a case is due after all that happened to it, and whether it ended in time.

Source: handbook §3.1 (upgrades count from the original start), §3.3 (the clock stops), §3.4 (extensions), §8.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from reception.rules.case_life import (
    CaseOutcome,
    Extension,
    LimitBasis,
    LimitChange,
    Pause,
    RequestState,
    StartEvent,
)
from reception.rules.cases import Case, CaseStatus
from reception.rules.day_counting import Count
from reception.rules.limits import AfterHours, Limit, LimitUnit, Suspension
from reception.rules.time_limits import DueDate, due_date
from reception.rules.working_calendar import WorkingCalendar


class Timing(StrEnum):
    """How a closed case kept its time; statistics keep both dates (handbook §3.4)."""

    ORIGINAL = "original"
    EXTENDED = "extended"
    LATE = "late"


class LegKind(StrEnum):
    """What carries a due date onward."""

    LIMIT = "limit"
    CHANGED = "changed"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One stretch of a count: what it is, how long, and the local moment at which it ends."""

    kind: LegKind
    limit: Limit
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCount:
    """The count of a case: its due date with every day, its legs, and the end of the original limit alone.

    `original` honours every stop of the clock and no extension nor change; `last_counted_on` is the last day that
    counted before any rolling.
    """

    due: DueDate
    legs: tuple[Leg, ...]
    original: datetime
    last_counted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvents:
    """What happened to the clock of a case; extensions without a living notice to the applicant are not among it."""

    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    changes: tuple[LimitChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why something is due when it is: the count of its days, all moments local.

    `promised` is the moment that was promised; `counted` what the calendar gives now, which may have learnt since.
    While `paused` is there the clock stands and nothing is due: `counted` is then as if it ran again now. With a
    `no_limit_reason` there is nothing to count.
    """

    number: str
    limit: Limit
    started: datetime
    promised: datetime
    counted: DueDate
    basis: LimitBasis | None = None
    start_event: StartEvent | None = None
    first_due: datetime | None = None
    legs: tuple[Leg, ...] = ()
    events: CaseEvents = CaseEvents()
    paused: Pause | None = None
    no_limit_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestAtEnd:
    """A limit whose last day rests: that day, its festival, and the last working day before it, to aim at."""

    last_on: date
    name: str
    target_on: date


def rest_at_end(why: Explained, calendar: WorkingCalendar) -> RestAtEnd | None:
    """Give the rest day that moved a due date on; None where none did, or nothing works between start and it.

    Source: Civil Code 203; clauses D3.3-b (the last working day before is what the desk aims at).
    """
    if why.paused is not None or why.no_limit_reason or why.counted.due != why.promised:
        return None
    last = next((day for day in reversed(why.counted.days) if day.counted), None)
    if last is None or last.reason != "last_day_rests":
        return None
    target = last.on - timedelta(days=1)
    while not calendar.is_working_day(target):
        target -= timedelta(days=1)
    if target <= why.started.date():
        return None
    return RestAtEnd(last_on=last.on, name=last.name, target_on=target)


def in_force(case: Case, events: CaseEvents) -> CaseEvents:
    """Give the events that bear on the present limit: what was before a reopening does not, nor what was refused.

    An extension that was granted before a change of limit is over with it: the new limit counts from the start.
    """
    since = case.started_at
    changes = tuple(
        each
        for each in events.changes
        if each.state is RequestState.APPROVED and each.settled_at is not None and each.settled_at >= since
    )
    begun = max([since, *(each.settled_at for each in changes if each.settled_at)])
    extensions = tuple(
        each
        for each in events.extensions
        if each.state is RequestState.APPROVED and each.settled_at is not None and each.settled_at >= begun
    )
    pauses = tuple(each for each in events.pauses if each.from_at >= since)
    return CaseEvents(pauses=pauses, extensions=extensions, changes=changes)


def count_case(
    case: Case, events: CaseEvents, calendar: WorkingCalendar, after_hours: AfterHours, now: datetime
) -> CaseCount:
    """Count when a case is due; a stop that is still open counts as if it ended at `now`.

    Args:
        case: with its start and its present limit.
        events: everything that happened to its clock.
        calendar: the office's.
        after_hours: how a receipt outside office hours is dated.
        now: the instant.

    Raises:
        Invalid: the limit runs beyond what can be counted.
    """
    held = in_force(case, events)
    legs = tuple(Limit(unit=LimitUnit.WD, n=each.days) for each in held.extensions)

    def counted(limit: Limit, more: Sequence[Limit] = ()) -> DueDate:
        return end_of(case, held.pauses, limit, more, calendar=calendar, after_hours=after_hours, now=now)

    first = held.changes[0].before if held.changes else case.limit
    original = counted(first)
    due = counted(case.limit, legs) if legs or held.changes else original
    named = [Leg(kind=LegKind.LIMIT, limit=first, due=original.due)]
    named += [Leg(kind=LegKind.CHANGED, limit=each.after, due=counted(each.after).due) for each in held.changes]
    for place, leg in enumerate(legs, start=1):
        named.append(Leg(kind=LegKind.EXTENSION, limit=leg, due=counted(case.limit, legs[:place]).due))
    last = max((day.on for day in due.days if day.counted), default=due.due.date())
    return CaseCount(due=due, legs=tuple(named), original=original.due, last_counted_on=last)


def end_of(
    case: Case,
    pauses: Sequence[Pause],
    limit: Limit,
    extensions: Sequence[Limit] = (),
    *,
    calendar: WorkingCalendar,
    after_hours: AfterHours,
    now: datetime,
) -> DueDate:
    """Give where a limit ends that began with the case, with every stop of its clock."""
    start = calendar.local(case.started_at)
    clock_on = Count(calendar, ()).received(start, limit.unit, after_hours).date()
    stops = _suspensions(pauses, clock_on, calendar, now)
    return due_date(start, limit, calendar, after_hours=after_hours, suspensions=stops, extensions=extensions)


def _suspensions(
    pauses: Sequence[Pause], clock_on: date, calendar: WorkingCalendar, now: datetime
) -> tuple[Suspension, ...]:
    """Give the stops of a clock by days (S, R]; none reaches back before the clock (handbook §3.3)."""
    found = []
    for pause in pauses:
        first = max(calendar.local(pause.from_at).date(), clock_on)
        last = calendar.local(pause.to_at or now).date()
        if last > first:
            found.append(Suspension(from_on=first, until_on=last))
    return tuple(found)


def is_overrun(pause: Pause, today: date) -> bool:
    """Tell whether the planned end of an open stop has passed; the planned day itself is in time (handbook §3.3)."""
    return pause.to_at is None and today > pause.planned_on


def finished_at(case: Case) -> datetime | None:
    """Give when a case counts as done: when the visitor was told, or when it was closed where nobody is to be told.

    Source: handbook §1.2 no. 41 (not told within the limit is late).
    """
    return case.told_at or case.closed_at if case.status is CaseStatus.CLOSED else None


_MEASURED = frozenset({CaseOutcome.DONE, CaseOutcome.REFUSED})


def on_time(case: Case) -> bool | None:
    """Tell whether a closed case kept its limit, approved extensions included; the due instant itself is in time.

    None: it is not closed, has no limit, or did not end by an answer of ours (lapsed, withdrawn, gone on elsewhere).

    Source: handbook §8.2 (按时办结率).
    """
    done = finished_at(case)
    if done is None or case.outcome not in _MEASURED or case.no_limit_reason:
        return None
    return done <= case.due_at


def timing(case: Case, original: datetime) -> Timing | None:
    """Give how a closed case kept its time; `original` is the instant at which its own limit alone ended."""
    in_time = on_time(case)
    if in_time is None:
        return None
    done = finished_at(case)
    if in_time and done is not None and done <= original:
        return Timing.ORIGINAL
    return Timing.EXTENDED if in_time else Timing.LATE
