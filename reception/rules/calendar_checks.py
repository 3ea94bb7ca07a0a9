"""What looks wrong in a year's notice as it was pasted or typed in: warnings, not refusals.

Source: 全国年节及纪念日放假办法; handbook §3.7 point 2 (the invariant).
"""

from collections.abc import Mapping
from datetime import date

from reception.errors import Reason
from reception.rules.calendar_years import NO_LINES, CalendarYear, line_of
from reception.rules.statutory_days import statutory_days

_SATURDAY = 5


def check_year(year: CalendarYear, lines: Mapping[date | str, int] = NO_LINES) -> tuple[Reason, ...]:
    """Give what the person who loads the notice should look at again; nothing when all agrees.

    Looked at: every statutory day is off; make-up days are Saturdays or Sundays; days lie in the year itself; the
    Monday–Friday days off number as many as the statutory days plus the make-up days. An emergency extension (2020)
    fails the last one rightly, which is why these are warnings.

    Args:
        year: as it was read.
        lines: line of each day and of each festival in the text, where there is one.
    """
    return (
        *_working_statutory_days(year, lines),
        *_weekday_make_ups(year, lines),
        *_days_of_other_years(year, lines),
        *_imbalance(year),
    )


def _working_statutory_days(year: CalendarYear, lines: Mapping[date | str, int]) -> list[Reason]:
    off = year.rest_days()
    return [
        Reason(
            code="statutory_day_works",
            field="" if lines else "rest",
            values={"on": day.on, "name": day.name, **(line_of(day.on, lines) or _line_of_name(day.name, lines))},
        )
        for day in statutory_days(year.year)
        if day.on in year.make_up_on or (day.on not in off and day.on.weekday() < _SATURDAY)
    ]


def _line_of_name(name: str, lines: Mapping[date | str, int]) -> dict[str, object]:
    found = (line for key, line in lines.items() if isinstance(key, str) and name.removesuffix("节") in key)
    return {"line": line} if (line := next(found, None)) is not None else {}


def _weekday_make_ups(year: CalendarYear, lines: Mapping[date | str, int]) -> list[Reason]:
    field = "" if lines else "work"
    return [
        Reason(code="make_up_on_weekday", field=field, values={"on": day, **line_of(day, lines)})
        for day in year.make_up_on
        if day.weekday() < _SATURDAY
    ]


def _days_of_other_years(year: CalendarYear, lines: Mapping[date | str, int]) -> list[Reason]:
    days = sorted({*year.rest_days(), *year.make_up_on})
    return [
        Reason(code="date_outside_year", values={"on": day, "year": year.year, **line_of(day, lines)})
        for day in days
        if day.year != year.year
    ]


def _imbalance(year: CalendarYear) -> list[Reason]:
    found = sum(day.weekday() < _SATURDAY for day in year.rest_days())
    expected = len(statutory_days(year.year)) + len(year.make_up_on)
    if found == expected:
        return []
    values = {"year": year.year, "found": found, "expected": expected}
    return [Reason(code="weekday_balance", field="rest", values=values)]
