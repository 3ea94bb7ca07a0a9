"""A change of the calendar before it is made: years, single days and hours, and which days it makes different.

Source: handbook §3.2 (overrides), §3.7 point 5 (what a change does to due dates).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reception.errors import Reason
from reception.rules.calendar_years import CalendarYear
from reception.rules.faults import Faults
from reception.rules.statutory_days import LAST_DAY
from reception.rules.timetables import Session, Timetable
from reception.rules.working_calendar import OWN_LAYERS, DayOverride, WorkingCalendar

MOST_DAYS = 366
"""So many days at most are arranged at a time."""
REASON_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEdit:
    """Notices, single days and hours that take the place of what stood there; a withdrawn day takes it away.

    `hours` hold each from the day that they name, `ended` are the first days of hours that shall not begin after all;
    `hours_reason` says why.
    """

    years: tuple[CalendarYear, ...] = ()
    days: tuple[DayOverride, ...] = ()
    hours: tuple[Timetable, ...] = ()
    ended: tuple[date, ...] = ()
    hours_reason: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not (self.years or self.days or self.hours or self.ended)

    @property
    def hours_from(self) -> date | None:
        """Give the first day of which the edit sets the hours anew; None: it is about days."""
        return min((*self.ended, *(each.effective_from for each in self.hours if each.effective_from)), default=None)

    def applied(self, calendar: WorkingCalendar) -> WorkingCalendar:
        """Give the calendar as it would be."""
        years = {year.year: year for year in (*calendar.years, *self.years)}
        days = {(day.on, day.layer): day for day in (*calendar.overrides, *self.days)}
        hours = {each.effective_from or date.min: each for each in (*calendar.later_timetables, *self.hours)}
        return replace(
            calendar,
            years=tuple(years[number] for number in sorted(years)),
            overrides=tuple(days[key] for key in sorted(days) if not days[key].withdrawn),
            later_timetables=tuple(hours[on] for on in sorted(hours) if on not in self.ended),
        )


def day_span(
    first_on: date,
    last_on: date,
    *,
    works: bool,
    reason: str,
    layer: int,
    sessions: tuple[Session, ...] = (),
    withdrawn: bool = False,
) -> tuple[DayOverride, ...]:
    """Give one arrangement for each day of a span; both ends count."""
    length = (last_on - first_on).days + 1
    return tuple(
        DayOverride(
            on=first_on + timedelta(days=n),
            works=works,
            reason=reason,
            layer=layer,
            sessions=sessions,
            withdrawn=withdrawn,
        )
        for n in range(length)
    )


def span_faults(first_on: date, last_on: date) -> tuple[Reason, ...]:
    """Give what is wrong with a span of days."""
    if last_on < first_on:
        return (Reason(code="period_reversed", field="until", values={"first": first_on, "last": last_on}),)
    if (last_on - first_on).days >= MOST_DAYS:
        return (Reason(code="span_too_long", field="until", values={"most": MOST_DAYS}),)
    return ()


def check_days(days: Iterable[DayOverride], faults: Faults) -> None:
    """Note as faults: a layer that nobody writes, a day twice on one layer, hours on a day off."""
    seen: set[tuple[date, int]] = set()
    for place, day in enumerate(days, start=1):
        field = f"days[{place}]"
        if day.layer not in OWN_LAYERS:
            faults.add("layer_unknown", f"{field}.layer", value=day.layer)
        if (day.on, day.layer) in seen:
            faults.add("day_twice", field, on=day.on)
        if day.sessions and not day.works:
            faults.add("hours_on_rest_day", f"{field}.hours")
        seen.add((day.on, day.layer))


def check_hours(edit: CalendarEdit, calendar: WorkingCalendar, today: date, faults: Faults) -> None:
    """Note as faults: hours for days that are over, hours that hold on that day already, nothing to withdraw.

    The days that are over keep the hours that they had, so that the due dates of then stay as they were counted.
    """
    known = {each.effective_from: each for each in calendar.later_timetables}
    left = tuple(each for on, each in known.items() if on not in edit.ended)
    for each in edit.hours:
        first = each.effective_from or date.min
        others = tuple(other for other in left if other.effective_from != first)
        held = [replace(calendar, later_timetables=timetables) for timetables in (left, others)]
        if first < today:
            faults.add("hours_past", "from_on", today=today)
        elif any(each.seasons == before.timetable_on(first).seasons for before in held):
            faults.add("hours_unchanged", "timetable", on=first)
    for on in edit.ended:
        if on not in known:
            faults.add("hours_not_found", "from_on", on=on)
        elif on < today:
            faults.add("hours_begun", "from_on", on=on)


def first_difference(before: WorkingCalendar, after: WorkingCalendar) -> date | None:
    """Give the first day that works, rests or closes otherwise, or is settled now and was not; None: no such day."""
    years = {year.year: year for year in before.years}
    edited = {year.year for year in after.years if years.get(year.year) != year}
    changed = set(before.overrides) ^ set(after.overrides)
    days = {override.on for override in changed}
    days |= {day for year in edited for day in _days_around(year)}
    days |= {day for first in _hours_changed(before, after) for day in _days_from(first)}
    if before.last_published_on != after.last_published_on:
        days.add(min(before.last_published_on, after.last_published_on) + timedelta(days=1))
        return min(day for day in days if _differs(day, before, after))
    return min((day for day in days if _differs(day, before, after)), default=None)


def _days_around(year: int) -> Iterable[date]:
    first = date(year - 1, 12, 1)
    return (first + timedelta(days=n) for n in range(31 + 366 + 31))


def _hours_changed(before: WorkingCalendar, after: WorkingCalendar) -> set[date]:
    changed = set(before.later_timetables) ^ set(after.later_timetables)
    return {each.effective_from for each in changed if each.effective_from is not None}


def _days_from(first: date) -> Iterable[date]:
    """Give the days of a year from one on: hours repeat with the year, so whatever differs does so among them."""
    return (first + timedelta(days=n) for n in range(min(366, (LAST_DAY - first).days) + 1))


def _differs(day: date, before: WorkingCalendar, after: WorkingCalendar) -> bool:
    settled = (day <= before.last_published_on) is (day <= after.last_published_on)
    same = before.kind_of(day).works is after.kind_of(day).works and before.closing_at(day) == after.closing_at(day)
    return not (settled and same and before.sessions_on(day) == after.sessions_on(day))
