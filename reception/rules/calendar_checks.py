"""What looks wrong in a year's notice as it was typed in: warnings, not refusals.

Source: 全国年节及纪念日放假办法; handbook §3.7 (import of a year, the invariant).
"""

from reception.errors import Reason
from reception.rules.calendar_years import CalendarYear
from reception.rules.statutory_days import statutory_days

_SATURDAY = 5


def check_year(year: CalendarYear) -> tuple[Reason, ...]:
    """Give what the person who loads the notice should look at again; nothing when all agrees.

    Looked at: every statutory day is off; make-up days are Saturdays or Sundays; the Monday–Friday days off
    number as many as the statutory days plus the make-up days. An emergency extension (2020) fails the last
    one rightly, which is why these are warnings.
    """
    return (*_working_statutory_days(year), *_weekday_make_ups(year), *_imbalance(year))


def _working_statutory_days(year: CalendarYear) -> list[Reason]:
    off = year.rest_days()
    return [
        Reason(code="statutory_day_works", field="rest", values={"on": day.on, "name": day.name})
        for day in statutory_days(year.year)
        if day.on in year.make_up_on or (day.on not in off and day.on.weekday() < _SATURDAY)
    ]


def _weekday_make_ups(year: CalendarYear) -> list[Reason]:
    return [
        Reason(code="make_up_on_weekday", field="work", values={"on": day})
        for day in year.make_up_on
        if day.weekday() < _SATURDAY
    ]


def _imbalance(year: CalendarYear) -> list[Reason]:
    found = sum(day.weekday() < _SATURDAY for day in year.rest_days())
    expected = len(statutory_days(year.year)) + len(year.make_up_on)
    if found == expected:
        return []
    values = {"year": year.year, "found": found, "expected": expected}
    return [Reason(code="weekday_balance", field="rest", values=values)]
