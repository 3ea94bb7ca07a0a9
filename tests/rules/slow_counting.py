"""A second, deliberately slow counting of due dates, written from the rules alone, to hold the first against.

It shares no code with the program: official days come from `chinese_calendar`, the year 2027 from a list
written by hand, minutes and hours are walked one minute at a time, days one day at a time.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import chinese_calendar

ONE = timedelta(days=1)
MINUTE = timedelta(minutes=1)
OFF_2027 = {
    *[(1, 1), (2, 5), (2, 6), (2, 7), (2, 8), (2, 9), (2, 10), (4, 5), (5, 1), (5, 2), (5, 3), (5, 4)],
    *[(6, 9), (9, 15), (10, 1), (10, 2), (10, 3), (10, 4), (10, 5)],
}


@dataclass(frozen=True, kw_only=True)
class Case:
    start: datetime
    unit: str
    n: int
    next_workday: bool = False
    suspensions: tuple[tuple[date, date], ...] = ()
    extensions: tuple[tuple[str, int], ...] = ()
    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    seasonal: bool = False
    later: tuple[tuple[date, tuple[tuple[time, time], ...]], ...] = ()

    def works(self, day: date) -> bool:
        if day in self.off or day in self.work:
            return day in self.work
        if day.year == 2027:
            return day.weekday() < 5 and (day.month, day.day) not in OFF_2027
        return bool(chinese_calendar.is_workday(day))

    def suspended(self, day: date) -> bool:
        return any(first < day <= last for first, last in self.suspensions)

    def hours(self, day: date) -> list[tuple[time, time]]:
        begun = [(first, sessions) for first, sessions in self.later if first <= day]
        if begun:
            return list(max(begun)[1])
        summer = self.seasonal and 5 <= day.month <= 9
        afternoon = (time(15, 0), time(18, 0)) if summer else (time(14, 30), time(17, 30))
        return [(time(8, 0), time(12, 0)), afternoon]

    def closing(self, day: date) -> datetime:
        return datetime.combine(day, self.hours(day)[-1][1])

    def next_working(self, day: date) -> date:
        day += ONE
        while not self.works(day):
            day += ONE
        return day


def slow_due(case: Case) -> tuple[datetime, bool]:
    """Give the due moment and whether it is provisional, published days ending on 27 December 2026."""
    moment = case.start
    late = not case.works(moment.date()) or moment >= case.closing(moment.date())
    if case.next_workday and late and case.unit != "HOUR":
        moment = datetime.combine(case.next_working(moment.date()), time(0, 0))
    ends = []
    for unit, n in [(case.unit, case.n), *case.extensions]:
        moment = slow_leg(case, moment, unit, n)
        ends += [moment] if unit != "HOUR" else []
    return moment, any(end.date() >= date(2026, 12, 28) for end in ends)


def slow_leg(case: Case, moment: datetime, unit: str, n: int) -> datetime:
    if unit in ("IMMEDIATE", "WHOUR", "HOUR"):
        return slow_minutes(case, moment, n if unit == "IMMEDIATE" else 60 * n, around_the_clock=unit == "HOUR")
    first = moment.date()
    if unit == "SAME_DAY":
        in_time = case.works(first) and moment < case.closing(first)
        later = (day for day in (first + k * ONE for k in range(1, 2000)) if counts(case, day))
        return case.closing(first if in_time else next(later))
    if unit == "WD":
        pool = (first + k * ONE for k in range(1, 2000))
        counted = [day for day in (next(pool) for _ in range(40 + 4 * n + 400)) if counts(case, day)]
        return case.closing(counted[n - 1])
    days = 15 if unit == "HALF_MONTH" else n if unit == "CD" else (same_day_later(first, n) - first).days
    running = [day for day in (first + k * ONE for k in range(1, days + 400)) if not case.suspended(day)]
    last = running[days - 1]
    return case.closing(last if case.works(last) else case.next_working(last))


def counts(case: Case, day: date) -> bool:
    return day.year < 2028 and case.works(day) and not case.suspended(day)


def same_day_later(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def slow_minutes(case: Case, moment: datetime, minutes: int, *, around_the_clock: bool) -> datetime:
    while True:
        day = moment.date()
        if case.suspended(day) or not (around_the_clock or case.works(day)):
            moment = datetime.combine(day + ONE, time(0, 0))
            continue
        if around_the_clock or any(opens <= moment.time() < closes for opens, closes in case.hours(day)):
            minutes -= 1
            if minutes == 0:
                return moment + MINUTE
        moment += MINUTE
