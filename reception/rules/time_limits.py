"""Due dates: from the start of a limit to its last moment, with the reason of every day on the way.

All moments here are local and naive; the working calendar translates them.
Source: Civil Code 200–204; handbook §3.2 (counting), §3.3 (suspension), §3.4 (extension), §3.9.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reception.rules.day_counting import Count, add_months
from reception.rules.faults import Faults
from reception.rules.limits import (
    LARGEST_NUMBER,
    AfterHours,
    CountedDay,
    Limit,
    LimitUnit,
    Suspension,
    check_limit,
    check_start,
    check_suspension,
)
from reception.rules.working_calendar import WorkingCalendar

__all__ = [
    "LARGEST_NUMBER",
    "AfterHours",
    "CountedDay",
    "DueDate",
    "Limit",
    "LimitUnit",
    "Suspension",
    "add_months",
    "due_date",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """The last moment in time, whether it is 暂定, and every day from the start to it."""

    due: datetime
    provisional: bool
    days: tuple[CountedDay, ...]


def due_date(
    start: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    *,
    after_hours: AfterHours = AfterHours.SAME_DAY,
    suspensions: Sequence[Suspension] = (),
    extensions: Sequence[Limit] = (),
) -> DueDate:
    """Give the last moment of a limit.

    Args:
        start: local moment of the event; its day is not counted by limits in days and months.
        limit: what is promised or prescribed.
        calendar: working days and hours.
        after_hours: how a receipt on a rest day or at or after closing is dated; hours of the clock
            (HOUR) run from the moment itself all the same.
        suspensions: closed ones only (while one is open there is no due date); overlaps remove a day once.
        extensions: each counts on from the last day, rolled, of what precedes it.

    Returns:
        The due moment: closing of the last day, or the exact minute of limits in minutes and hours. It is
        provisional when the last day that was looked up lies behind the published calendar.

    Raises:
        Invalid: a number below 1 or beyond `LARGEST_NUMBER`, a suspension that ends before it begins or
            begins before the clock does, a start or an end outside the years that can be counted.

    Source: handbook §3.9 with §3.2–3.4, §3.7 point 3 (暂定).
    """
    if start.tzinfo is not None:
        raise ValueError("limits are counted in local time")
    _refuse_wrong(start, limit, suspensions, extensions)
    count = Count(calendar, suspensions)
    moment = count.received(start, limit.unit, after_hours)
    _refuse_early(suspensions, moment.date())
    for leg in (limit, *extensions):
        moment = count.run(moment, leg)
    days = tuple(count.days.values())
    return DueDate(due=moment, provisional=count.looked_up > calendar.last_published_on, days=days)


def _refuse_wrong(
    start: datetime, limit: Limit, suspensions: Sequence[Suspension], extensions: Sequence[Limit]
) -> None:
    faults = Faults()
    check_start(start, "start", faults)
    check_limit(limit, "n", faults)
    for place, suspension in enumerate(suspensions, start=1):
        check_suspension(suspension, f"suspensions[{place}]", faults)
    for place, extension in enumerate(extensions, start=1):
        check_limit(extension, f"extensions[{place}]", faults)
    faults.settle()


def _refuse_early(suspensions: Sequence[Suspension], clock_on: date) -> None:
    faults = Faults()
    for place, suspension in enumerate(suspensions, start=1):
        if suspension.from_on < clock_on:
            first = suspension.from_on
            faults.add("suspension_before_start", f"suspensions[{place}]", first=first, start=clock_on)
    faults.settle()
