"""Due dates worked out a second time, from handbook §3.2–3.5 and §3.9 alone, by laying all days out and picking one.

Nothing of the program is imported. Days are laid out as lists, months by the sum of the days taken out (as §3.9 writes
it), hours as stretches of open time.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from tests.independent.working_days import ONE, Days, dates_after

Step = tuple[str, int]
Stop = tuple[date, date]
_LENGTHS = {"IMMEDIATE": timedelta(minutes=1), "WHOUR": timedelta(hours=1), "HOUR": timedelta(hours=1)}


@dataclass(frozen=True, kw_only=True)
class Question:
    """From when which limit runs, what was added to it, when its clock stood."""

    start: datetime
    limit: Step
    days: Days
    next_workday: bool = False
    stops: tuple[Stop, ...] = ()
    extensions: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The last moment, and whether a day had to be looked at that no notice settles yet."""

    due: datetime
    provisional: bool


class Refused(Exception):
    """A question that the rules do not allow."""


def clock_start(asked: Question) -> datetime:
    """Give from when the clock runs: a receipt after hours may be dated the next working day (§3.2)."""
    day = asked.start.date()
    late = not asked.days.works(day) or asked.start >= asked.days.closing(day)
    if asked.next_workday and late and asked.limit[0] != "HOUR":
        return datetime.combine(asked.days.after(day), time(0, 0))
    return asked.start


def answer(asked: Question) -> Answer:
    """Give when it is due."""
    begun = clock_start(asked)
    if any(first < begun.date() or last < first for first, last in asked.stops):
        raise Refused
    seen = [begun.date()] if asked.next_workday and asked.limit[0] != "HOUR" else []
    moment = begun
    for step in (asked.limit, *asked.extensions):
        moment = _leg(asked, moment, step)
        if step[0] != "HOUR":
            seen.append(moment.date())
    return Answer(moment, any(day >= asked.days.unsettled_from for day in seen))


def _leg(asked: Question, moment: datetime, step: Step) -> datetime:
    unit, number = step
    days, first = asked.days, moment.date()
    if unit in _LENGTHS:
        return _spent(_open_time(asked, moment, around_the_clock=unit == "HOUR"), number * _LENGTHS[unit])
    if unit == "SAME_DAY":
        open_still = days.works(first) and moment < days.closing(first)
        later = (day for day in dates_after(first) if days.works(day) and not _stands(asked.stops, day))
        return days.closing(first if open_still else next(later))
    if unit == "WD":
        counting = (day for day in dates_after(first) if days.works(day) and not _stands(asked.stops, day))
        return days.closing(next(islice(counting, number - 1, None)))
    if unit == "MONTH":
        last = _delayed(_month_later(first, number), first, asked.stops)
    else:
        running = (day for day in dates_after(first) if not _stands(asked.stops, day))
        last = next(islice(running, (15 if unit == "HALF_MONTH" else number) - 1, None))
    while not days.works(last):
        last += ONE
    return days.closing(last)


def _stands(stops: Sequence[Stop], day: date) -> bool:
    return any(first < day <= last for first, last in stops)


def _month_later(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _delayed(last: date, first: date, stops: Sequence[Stop]) -> date:
    """Give the last day with every stop that begins before it (§3.9: d += Σ(R−S) for S<d), stops merged first."""
    behind = sorted((max(begun, first), ended) for begun, ended in stops if ended > first)
    merged: list[Stop] = []
    for begun, ended in behind:
        if merged and begun <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], ended))
        else:
            merged.append((begun, ended))
    for begun, ended in merged:
        if begun < last:
            last += ended - begun
    return last


def _open_time(asked: Question, moment: datetime, *, around_the_clock: bool) -> Iterator[tuple[datetime, datetime]]:
    day = moment.date()
    while True:
        if not _stands(asked.stops, day):
            whole = (datetime.combine(day, time(0, 0)), datetime.combine(day + ONE, time(0, 0)))
            for opens, closes in [whole] if around_the_clock else asked.days.open_stretches(day):
                if closes > moment:
                    yield max(opens, moment), closes
        day += ONE


def _spent(stretches: Iterator[tuple[datetime, datetime]], length: timedelta) -> datetime:
    used = timedelta(0)
    for opens, closes in stretches:
        if used + (closes - opens) >= length:
            return opens + (length - used)
        used += closes - opens
    raise AssertionError("time goes on for ever")


@dataclass(frozen=True)
class Thresholds:
    """How early a light warns: the table of §3.5, unless the office set it otherwise."""

    short_days: int = 1
    long_divisor: int = 5
    long_least: int = 2
    used_percent: int = 50

    def ahead(self, whole: int) -> int:
        """Give how many working days before the last a limit of so many warns; never from its first day on."""
        if whole <= 1:
            return 0
        return min(whole - 1, self.short_days if whole <= 9 else max(whole // self.long_divisor, self.long_least))


@dataclass(frozen=True)
class Clock:
    """A clock that runs: its limit, when it began and ends in the office, and the day that its count leaves out."""

    limit: Step
    started: datetime
    due: datetime
    dated: date


def light(clock: Clock, now: datetime, days: Days, thresholds: Thresholds) -> str:
    """Give the colour of a clock that runs (§3.5, first match of the table); the due moment itself is in time."""
    if now > clock.due:
        return "overdue"
    if clock.limit[0] in _LENGTHS:
        whole = clock.limit[1] * _LENGTHS[clock.limit[0]]
        used = whole - _to_come(clock, now, days)
        return "warning" if used * 100 >= whole * thresholds.used_percent else "normal"
    if now.date() == clock.due.date():
        return "due_today"
    ahead = thresholds.ahead(days.between(clock.dated, clock.due.date()))
    return "warning" if days.between(now.date(), clock.due.date()) <= ahead else "normal"


def _to_come(clock: Clock, now: datetime, days: Days) -> timedelta:
    """Give what is still to come of a limit in minutes or hours; working time passes only while the office is open."""
    if clock.limit[0] == "HOUR":
        return clock.due - now
    span = [now.date() + number * ONE for number in range((clock.due.date() - now.date()).days + 1)]
    stretches = [each for day in span for each in days.open_stretches(day)]
    lengths = (min(closes, clock.due) - max(opens, now) for opens, closes in stretches)
    return sum((each for each in lengths if each > timedelta(0)), timedelta(0))
