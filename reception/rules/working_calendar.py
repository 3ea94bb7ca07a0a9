"""Which days work, why, and how the office's local time stands to the world's.

Nothing else in the program knows local time: instants are aware UTC everywhere but here.
Source: handbook §3.2 (timetable, overrides), §3.7 (notices, estimate, 暂定), §3.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import accumulate
from zoneinfo import ZoneInfo

from reception.rules.calendar_years import CalendarYear, RestPeriod, parse_years
from reception.rules.limits import AfterHours
from reception.rules.statutory_days import estimated_days
from reception.rules.thresholds import HANDBOOK_THRESHOLDS, LightThresholds
from reception.rules.timetables import (
    DEFAULT_TIMETABLE,
    SEASONAL_TIMETABLE,
    Season,
    Session,
    Timetable,
    parse_sessions,
)

__all__ = [
    "DEFAULT_TIMETABLE",
    "OWN_LAYERS",
    "PROVINCE_LAYER",
    "SEASONAL_TIMETABLE",
    "STATE_LAYER",
    "UNIT_LAYER",
    "UNIVERSITY_LAYER",
    "CalendarYear",
    "DayKind",
    "DayLayer",
    "DayOverride",
    "RestPeriod",
    "Season",
    "Session",
    "Timetable",
    "WorkingCalendar",
    "parse_sessions",
    "parse_years",
]

_DAY = timedelta(days=1)
_SATURDAY = 5
STATE_LAYER, PROVINCE_LAYER, UNIVERSITY_LAYER, UNIT_LAYER = 1, 2, 3, 4
"""The layers of the calendar; the highest that speaks of a day wins (handbook §3.2)."""
OWN_LAYERS = (PROVINCE_LAYER, UNIVERSITY_LAYER, UNIT_LAYER)
"""Those that an office writes itself."""


class DayKind(StrEnum):
    """Why a day works or rests."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"
    UNIT_OFF = "unit_off"
    UNIT_WORK = "unit_work"
    ESTIMATED_HOLIDAY = "estimated_holiday"

    @property
    def works(self) -> bool:
        """Tell whether such a day is a working day."""
        return self in _WORKING


_WORKING = frozenset({DayKind.WORKDAY, DayKind.MAKE_UP, DayKind.UNIT_WORK})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOverride:
    """A day that differs from the published calendar, with who says so.

    `layer` is 1 the state, 2 the province, 3 the university, 4 the unit; the highest layer filled for a day
    wins (handbook §3.2), within one layer the entry given last. A day that works may have `sessions` of its own, as
    the shorter hours of a vacation. One that was `withdrawn` says nothing any more.
    """

    on: date
    works: bool
    reason: str
    layer: int
    sessions: tuple[Session, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLayer:
    """What one layer says of a day; `holds` where no higher one speaks. The state always says something."""

    layer: int
    works: bool
    reason: str
    holds: bool
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """Notices, overrides and hours of one office, ready to answer for any day.

    Years without a notice, before the first loaded one too, are answered by the statutory estimate
    (handbook §3.7). `later_timetables` replace `timetable` from the day of their `effective_from`. `thresholds` say how
    early the office wants to be warned, `after_hours` how it dates a receipt; they ride along because every light is
    told by a calendar.
    """

    years: tuple[CalendarYear, ...]
    overrides: tuple[DayOverride, ...] = ()
    timetable: Timetable = DEFAULT_TIMETABLE
    later_timetables: tuple[Timetable, ...] = ()
    zone: str = "Asia/Shanghai"
    thresholds: LightThresholds = HANDBOOK_THRESHOLDS
    after_hours: AfterHours = AfterHours.SAME_DAY
    _loaded: frozenset[int] = field(init=False, repr=False, compare=False)
    _published: Mapping[date, tuple[DayKind, str]] = field(init=False, repr=False, compare=False)
    _overridden: Mapping[date, DayOverride] = field(init=False, repr=False, compare=False)
    _worked: dict[int, tuple[int, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Lay the notices and overrides out by day, once."""
        object.__setattr__(self, "_loaded", frozenset(year.year for year in self.years))
        object.__setattr__(self, "_published", _published_days(self.years))
        valid = (override for override in self.overrides if not override.withdrawn)
        by_layer = sorted(valid, key=lambda override: override.layer)
        object.__setattr__(self, "_overridden", {override.on: override for override in by_layer})

    def kind_of(self, day: date) -> DayKind:
        """Give why the day works or rests; an override that changes nothing leaves the published reason."""
        kind = self._published_on(day)[0]
        override = self._overridden.get(day)
        if override is None or override.works is kind.works:
            return kind
        return DayKind.UNIT_WORK if override.works else DayKind.UNIT_OFF

    def day_name(self, day: date) -> str:
        """Give the festival of a day off (春节) or the reason of an override in effect; else empty."""
        kind = self.kind_of(day)
        if kind in (DayKind.UNIT_OFF, DayKind.UNIT_WORK):
            return self._overridden[day].reason
        return self._published_on(day)[1]

    def layers_on(self, day: date) -> tuple[DayLayer, ...]:
        """Give what each layer says of a day, the state first; the last one holds (handbook §3.2)."""
        kind, name = self._published_on(day)
        said = {STATE_LAYER: DayLayer(layer=STATE_LAYER, works=kind.works, reason=name, holds=False)}
        for each in self.overrides:
            if each.on == day and not each.withdrawn:
                said[each.layer] = DayLayer(
                    layer=each.layer, works=each.works, reason=each.reason, holds=False, sessions=each.sessions
                )
        *lower, last = (said[layer] for layer in sorted(said))
        return (*lower, replace(last, holds=True))

    def published_kind(self, day: date) -> DayKind:
        """Give why the day works or rests by the state's notice alone."""
        return self._published_on(day)[0]

    def is_working_day(self, day: date) -> bool:
        """Tell whether the office works on the day."""
        return self.kind_of(day).works

    def next_working_day(self, day: date) -> date:
        """Give the first working day strictly after the day."""
        day += _DAY
        while not self.is_working_day(day):
            day += _DAY
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """Count the working days after the first day, up to and with the second; 0 when that is not later."""
        if until <= after:
            return 0
        whole = sum(self._worked_in(year)[-1] for year in range(after.year, until.year))
        return whole + self._worked_in(until.year)[_place(until)] - self._worked_in(after.year)[_place(after)]

    def _worked_in(self, year: int) -> tuple[int, ...]:
        """Give how many days of a year are worked up to each of its days; counted once, asked for by every light."""
        found = self._worked.get(year)
        if found is None:
            first = date(year, 1, 1)
            days = (first + timedelta(days=n) for n in range(_place(date(year, 12, 31)) + 1))
            found = self._worked[year] = tuple(accumulate(int(self.is_working_day(day)) for day in days))
        return found

    def dated_on(self, received: datetime) -> date:
        """Give the day that a receipt (local) is dated, which is not counted: that day, or the next working day."""
        day = received.date()
        if self.after_hours is AfterHours.SAME_DAY:
            return day
        in_time = self.is_working_day(day) and received < self.closing_at(day)
        return day if in_time else self.next_working_day(day)

    def timetable_on(self, day: date) -> Timetable:
        """Give the hours in force on the day."""
        begun = [t for t in self.later_timetables if t.effective_from is None or t.effective_from <= day]
        return max(begun, key=lambda t: t.effective_from or date.min, default=self.timetable)

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """Give the sessions of the day; none on a rest day."""
        return self._hours_of(day) if self.is_working_day(day) else ()

    def closing_at(self, day: date) -> datetime:
        """Give the moment (local) at which the office closes on the day, by the hours in force then."""
        return datetime.combine(day, self._hours_of(day)[-1].closes)

    def open_time(self, first: datetime, last: datetime) -> timedelta:
        """Give how long the office is open from one local moment to another."""
        found, day = timedelta(), first.date()
        while day <= last.date():
            for session in self.sessions_on(day):
                begin, end = datetime.combine(day, session.opens), datetime.combine(day, session.closes)
                found += max(min(end, last) - max(begin, first), timedelta())
            day += timedelta(days=1)
        return found

    def has_own_hours(self, day: date) -> bool:
        """Tell whether the day works by hours of its own, as in a vacation."""
        override = self._overridden.get(day)
        return override is not None and override.works and bool(override.sessions)

    @property
    def last_published_on(self) -> date:
        """Give the last day that the loaded notices settle: 27 December of the last loaded year.

        The days after it belong to the next notice. The last year is the last of the unbroken run that
        begins with the first loaded year, so nothing behind a missing year counts as settled. Without any
        year no day is settled.
        """
        if not self._loaded:
            return date.min
        last = min(self._loaded)
        while last + 1 in self._loaded:
            last += 1
        return date(last, 12, 27)

    def local(self, instant: datetime) -> datetime:
        """Give the office's local time (naive) of an aware instant.

        Raises:
            ValueError: the instant is naive; guessing its zone would move it.
        """
        if instant.tzinfo is None:
            raise ValueError("an instant must know its zone")
        return instant.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    def instant(self, local: datetime) -> datetime:
        """Give the aware UTC instant of a local time of the office.

        Raises:
            ValueError: the time knows a zone already.
        """
        if local.tzinfo is not None:
            raise ValueError("local time must not carry a zone")
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def _hours_of(self, day: date) -> tuple[Session, ...]:
        override = self._overridden.get(day)
        if override is not None and override.works and override.sessions:
            return override.sessions
        return self.timetable_on(day).sessions_on(day)

    def _published_on(self, day: date) -> tuple[DayKind, str]:
        found = self._published.get(day)
        if found is not None:
            return found
        if day.year not in self._loaded:
            name = estimated_days(day.year).get(day)
            if name is not None:
                return DayKind.ESTIMATED_HOLIDAY, name
        return (DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKDAY), ""


def _place(day: date) -> int:
    return day.timetuple().tm_yday - 1


def _published_days(years: tuple[CalendarYear, ...]) -> Mapping[date, tuple[DayKind, str]]:
    """Lay out by day what the notices say; where two speak of one day, the later year's notice holds."""
    days: dict[date, tuple[DayKind, str]] = {}
    for year in sorted(years, key=lambda year: year.year):
        days |= {day: (DayKind.HOLIDAY, name) for day, name in year.rest_days().items()}
        days |= dict.fromkeys(year.make_up_on, (DayKind.MAKE_UP, ""))
    return days
