"""Office hours: the sessions of a day, by season.

Hours decide the last moment of a limit and the minutes that count. Whether a day works at all is the
business of the working calendar; counter hours, often shorter, are no part of either.
Source: handbook §3.2 (office timetable).
"""

import re
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from typing import NamedTuple

from reception.errors import Invalid, Reason
from reception.rules.faults import Faults, shown

_LEAP_YEAR = 2000
_SESSION = re.compile(r"([0-9]{1,2})[:：]([0-9]{2})\s*[-–—~～至到]\s*([0-9]{1,2})[:：]([0-9]{2})")
_BETWEEN = re.compile(r"[\s,，、;；和]*")


class Session(NamedTuple):
    """A stretch of office hours within one day; `closes` is the first moment outside it."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """The sessions from a day of the year on, every year, until the next season begins."""

    from_month: int
    from_day: int
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """Office hours through the year; `effective_from` is the first day on which they hold (None: always).

    Raises:
        Invalid: no season, a season without hours or on no day of the calendar, hours that overlap.
    """

    seasons: tuple[Season, ...]
    effective_from: date | None = None

    def __post_init__(self) -> None:
        """Refuse hours that no day could have, and keep the seasons in the order of the year."""
        reasons = _season_faults(self.seasons)
        if reasons:
            raise Invalid(*reasons)
        in_order = tuple(sorted(self.seasons, key=lambda season: (season.from_month, season.from_day)))
        object.__setattr__(self, "seasons", in_order)

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """Give the sessions of the season that the day lies in, whether or not the office works on it."""
        begun = [s for s in self.seasons if (s.from_month, s.from_day) <= (day.month, day.day)]
        return (begun or self.seasons)[-1].sessions

    def closing_on(self, day: date) -> time:
        """Give the end of the last session of the day."""
        return self.sessions_on(day)[-1].closes


def _season_faults(seasons: tuple[Season, ...]) -> list[Reason]:
    faults = Faults()
    if not seasons:
        faults.add("hours_missing", "timetable")
    for place, season in enumerate(seasons, start=1):
        field = f"timetable[{place}]"
        try:
            date(_LEAP_YEAR, season.from_month, season.from_day)
        except ValueError:
            faults.add("season_date", field, month=season.from_month, day=season.from_day)
        check_sessions(season.sessions, field, faults)
    begins = [(season.from_month, season.from_day) for season in seasons]
    if len(set(begins)) < len(begins):
        faults.add("season_twice", "timetable")
    return faults.reasons


def check_sessions(sessions: tuple[Session, ...], field: str, faults: Faults) -> None:
    """Note as faults: no session at all, a session that closes before it opens, sessions that overlap."""
    if not sessions:
        faults.add("hours_missing", field)
    for session in sessions:
        if session.opens >= session.closes:
            faults.add("hours_reversed", field, opens=f"{session.opens:%H:%M}", closes=f"{session.closes:%H:%M}")
    if any(earlier.closes > later.opens for earlier, later in pairwise(sessions)):
        faults.add("hours_overlap", field)


def parse_sessions(text: str, field: str = "hours") -> tuple[Session, ...]:
    """Give the sessions of hours as a person types them: `08:00-12:00, 14:30-17:30` (full-width signs too).

    Raises:
        Invalid: unreadable, none, reversed or overlapping; all reasons at once.
    """
    faults = Faults()
    sessions = _typed_sessions(text)
    if sessions is None:
        faults.add("hours_unreadable", field, value=shown(text))
    else:
        check_sessions(sessions, field, faults)
    faults.settle()
    return sessions or ()


def _typed_sessions(text: str) -> tuple[Session, ...] | None:
    found = list(_SESSION.finditer(text))
    if _BETWEEN.fullmatch(_SESSION.sub("", text)) is None:
        return None
    numbers = [tuple(int(group) for group in match.groups()) for match in found]
    if any(hour > 23 or minute > 59 for n in numbers for hour, minute in (n[:2], n[2:])):
        return None
    return tuple(Session(time(n[0], n[1]), time(n[2], n[3])) for n in numbers)


_MORNING = Session(time(8, 0), time(12, 0))
_WINTER = (_MORNING, Session(time(14, 30), time(17, 30)))
_SUMMER = (_MORNING, Session(time(15, 0), time(18, 0)))

DEFAULT_TIMETABLE = Timetable(seasons=(Season(from_month=1, from_day=1, sessions=_WINTER),))
"""08:00–12:00 and 14:30–17:30 through the year (handbook §3.8)."""

SEASONAL_TIMETABLE = Timetable(
    seasons=(
        Season(from_month=5, from_day=1, sessions=_SUMMER),
        Season(from_month=10, from_day=1, sessions=_WINTER),
    )
)
"""The same, but afternoons 15:00–18:00 from 1 May to 30 September (handbook §3.8)."""
