"""A calendar read a second time, from the rules of the handbook alone: which days work, from when until when.

It shares nothing with the program but the file of notices: days are answered from plain sets, one year after another,
and a year without a notice from a table written out by hand.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

ONE = timedelta(days=1)
NOTICES = Path(__file__).parents[2] / "resources" / "calendars" / "cn.yaml"
Hours = tuple[tuple[time, time], ...]
Seasons = Mapping[tuple[int, int], Hours]
_MORNING = (time(8, 0), time(12, 0))
WINTER: Hours = (_MORNING, (time(14, 30), time(17, 30)))
SUMMER: Hours = (_MORNING, (time(15, 0), time(18, 0)))
PLAIN_SEASONS: Seasons = {(1, 1): WINTER}
TWO_SEASONS: Seasons = {(5, 1): SUMMER, (10, 1): WINTER}

GUESSED = {
    2027: {
        *[(1, 1), (2, 5), (2, 6), (2, 7), (2, 8), (2, 9), (2, 10), (4, 5), (5, 1), (5, 2), (5, 3), (5, 4)],
        *[(6, 9), (9, 15), (10, 1), (10, 2), (10, 3), (10, 4), (10, 5)],
    }
}
"""Days off of a year without a notice: those of the regulation, and a weekday for each that falls on a weekend."""


class Unknown(Exception):
    """A day that neither a notice nor the table written by hand speaks of."""


@dataclass(frozen=True)
class Notice:
    """What the State Council said of one year."""

    year: int
    off: frozenset[date]
    worked: frozenset[date]


@dataclass(frozen=True)
class Arranged:
    """What one layer of an office's own calendar says of a day."""

    layer: int
    works: bool
    hours: Hours = ()


def notice_of(entry: Mapping[str, Any]) -> Notice:
    """Give the notice of one year from plain data, as the file and the log of changes hold it."""
    off: set[date] = set()
    for each in entry.get("rest") or ():
        day, last = (_day(each.get(name) or each.get(f"{name}_on")) for name in _ends(each))
        while day <= last:
            off.add(day)
            day += ONE
    worked = entry.get("work") or entry.get("make_up_on") or ()
    return Notice(int(entry["year"]), frozenset(off), frozenset(_day(each) for each in worked))


def _ends(each: Mapping[str, Any]) -> tuple[str, str]:
    return ("from", "to") if "from" in each else ("first", "last")


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def shipped_notices() -> list[Notice]:
    """Give the notices of the file that ships."""
    return [notice_of(entry) for entry in yaml.safe_load(NOTICES.read_text("utf-8"))]


@dataclass
class Days:
    """The days of one office: notices, own arrangements by day and layer, hours by season and by first day."""

    notices: Sequence[Notice]
    own: Mapping[date, Sequence[Arranged]] = field(default_factory=dict)
    timetables: Sequence[tuple[date, Seasons]] = ((date.min, PLAIN_SEASONS),)

    def __post_init__(self) -> None:
        self._loaded = {each.year for each in self.notices}
        self._said: dict[date, bool] = {}
        for each in sorted(self.notices, key=lambda notice: notice.year):
            self._said.update(dict.fromkeys(each.off, False))
            self._said.update(dict.fromkeys(each.worked, True))
        self._answers: dict[date, bool] = {}

    def works(self, day: date) -> bool:
        """Tell whether the office works: the highest layer that speaks of the day, else the notice, else Mon-Fri."""
        if day not in self._answers:
            self._answers[day] = self._found(day)
        return self._answers[day]

    def _found(self, day: date) -> bool:
        if self.own.get(day):
            return max(self.own[day], key=lambda each: each.layer).works
        if day in self._said:
            return self._said[day]
        if day.year not in self._loaded:
            if day.year not in GUESSED:
                raise Unknown(day)
            if (day.month, day.day) in GUESSED[day.year]:
                return False
        return day.isoweekday() <= 5

    def hours(self, day: date) -> Hours:
        """Give the sessions by which the day closes, whether or not it works."""
        if self.own.get(day):
            highest = max(self.own[day], key=lambda each: each.layer)
            if highest.works and highest.hours:
                return highest.hours
        seasons = [table for first, table in sorted(self.timetables, key=lambda each: each[0]) if first <= day][-1]
        starts = sorted(seasons)
        place = bisect_right(starts, (day.month, day.day))
        return seasons[starts[place - 1]]  # before the first season of a year the last one of the year before goes on

    def closing(self, day: date) -> datetime:
        """Give the moment at which the office closes on the day."""
        return datetime.combine(day, self.hours(day)[-1][1])

    def open_stretches(self, day: date) -> list[tuple[datetime, datetime]]:
        """Give the stretches in which the office is open on the day."""
        if not self.works(day):
            return []
        return [(datetime.combine(day, opens), datetime.combine(day, closes)) for opens, closes in self.hours(day)]

    def after(self, day: date) -> date:
        """Give the first working day behind the day."""
        return next(each for each in dates_after(day) if self.works(each))

    def between(self, first: date, last: date) -> int:
        """Count the working days behind the first day, up to and with the last."""
        length = max(0, (last - first).days)
        return sum(self.works(first + number * ONE) for number in range(1, length + 1))

    @property
    def unsettled_from(self) -> date:
        """Give the first day that no notice settles yet: 28 December of the last year loaded."""
        last = min(self._loaded)
        while last + 1 in self._loaded:
            last += 1
        return date(last, 12, 28)


def dates_after(day: date) -> Iterable[date]:
    """Give the days behind a day, one after another."""
    while True:
        day += ONE
        yield day
