"""A year's notice typed in line by line: a festival, from, to, and the days that are worked instead.

Source: handbook §3.7 point 2 (type rows: name, from, to, work days).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from reception.rules.calendar_years import CalendarYear, RestPeriod, check_dates
from reception.rules.faults import Faults, shown
from reception.rules.statutory_days import statutory_days

_DAY = re.compile(r"(?:([0-9]{4})[-/.年])?([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_BETWEEN = re.compile(r"[\s,，、;；和]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One line as it was typed; a day is written 2027-02-14, 2-14 or 2月14日."""

    name: str = ""
    first: str = ""
    last: str = ""
    work: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands in it but perhaps a name."""
        return not (self.first.strip() or self.last.strip() or self.work.strip())


def read_lines(lines: Iterable[YearLine], base: CalendarYear) -> CalendarYear:
    """Give the year that the lines describe; what they do not say comes from `base`.

    Raises:
        Invalid: everything that is wrong, each at its field, as `lines[2].first`.
    """
    faults = Faults()
    rest: list[RestPeriod] = []
    work: list[date] = []
    for place, line in enumerate(lines, start=1):
        if line.is_empty:
            continue
        here = f"lines[{place}]"
        work += _days(line.work, base.year, f"{here}.work", faults)
        if not (line.first.strip() or line.last.strip()):
            continue
        first = _day(line.first, base.year, f"{here}.first", faults)
        last = _day(line.last, base.year, f"{here}.last", faults) if line.last.strip() else first
        if first and last and first > last:
            faults.add("period_reversed", f"{here}.last", first=first, last=last)
        elif first and last:
            rest.append(RestPeriod(name=" ".join(line.name.split()), first_on=first, last_on=last))
    in_order = tuple(sorted(rest, key=lambda period: period.first_on))
    year = replace(base, rest=in_order, make_up_on=tuple(sorted(work)))
    if not rest and not faults.reasons:
        faults.add("notice_without_days")
    if not faults.reasons:
        check_dates(year, "", faults)
    faults.settle()
    return year


def lines_of(year: CalendarYear) -> tuple[YearLine, ...]:
    """Give a year as lines; each make-up day stands with the festival that is nearest to it."""
    worked: dict[int, list[date]] = {place: [] for place in range(len(year.rest))}
    for day in year.make_up_on:
        nearest = min(worked, key=lambda place: _distance(day, year.rest[place]), default=None)
        if nearest is not None:
            worked[nearest].append(day)
    return tuple(
        YearLine(
            name=period.name,
            first=period.first_on.isoformat(),
            last=period.last_on.isoformat(),
            work=", ".join(day.isoformat() for day in worked[place]),
        )
        for place, period in enumerate(year.rest)
    )


def expected_lines(year: int) -> tuple[YearLine, ...]:
    """Give the festivals of a year with their statutory days, where the person fills in what the notice says."""
    days: dict[str, list[date]] = {}
    for day in statutory_days(year):
        days.setdefault(day.name, []).append(day.on)
    return tuple(YearLine(name=name, first=min(on).isoformat(), last=max(on).isoformat()) for name, on in days.items())


def _distance(day: date, period: RestPeriod) -> int:
    return min(abs((day - period.first_on).days), abs((day - period.last_on).days))


def _day(text: str, year: int, field: str, faults: Faults) -> date | None:
    found = _DAY.fullmatch("".join(text.split()))
    if found is not None:
        try:
            return date(int(found[1] or year), int(found[2]), int(found[3]))
        except ValueError:
            pass
    if text.strip():
        faults.add("date_unreadable", field, value=shown(text))
    else:
        faults.add("required", field)
    return None


def _days(text: str, year: int, field: str, faults: Faults) -> list[date]:
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    days = (_day(part, year, field, faults) for part in parts)
    return [day for day in days if day is not None]
