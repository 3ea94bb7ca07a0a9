"""What a limit is, what stops it, and what a day on its way says; all moments are local and naive.

Source: handbook §3.1–3.4.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.rules.faults import Faults
from reception.rules.statutory_days import FIRST_DAY, LAST_DAY

LARGEST_NUMBER = 10_000
"""A limit of more units than this is a slip of the keyboard."""


class LimitUnit(StrEnum):
    """What a limit is counted in."""

    IMMEDIATE = "IMMEDIATE"
    """Working minutes."""
    SAME_DAY = "SAME_DAY"
    """Until closing of the day; `n` plays no part."""
    WHOUR = "WHOUR"
    """Working hours."""
    HOUR = "HOUR"
    """Hours of the clock, day and night."""
    WD = "WD"
    """Working days."""
    CD = "CD"
    """Calendar days."""
    HALF_MONTH = "HALF_MONTH"
    """Fifteen calendar days; `n` plays no part."""
    MONTH = "MONTH"
    """Calendar months."""


class AfterHours(StrEnum):
    """On which day something received outside office hours is dated."""

    SAME_DAY = "same_day"
    NEXT_WORKDAY = "next_workday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many units."""

    unit: LimitUnit
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A stop of the clock, told to the applicant on `from_on`, lifted on `until_on`.

    It is a period of its own: the first day is not removed, the last one is (handbook §3.3).
    """

    from_on: date
    until_on: date

    def removes(self, day: date) -> bool:
        """Tell whether the day does not count."""
        return self.from_on < day <= self.until_on


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDay:
    """One day between start and due date: whether it counted, and the code of the reason.

    `reason` is a value of DayKind or one of start_day, calendar_day, clock_hours, after_hours, after_closing,
    suspended, last_day_rests, rolled. `name` is the festival or what the override says, where there is one.
    """

    on: date
    counted: bool
    reason: str
    name: str = ""


def check_limit(limit: Limit, field: str, faults: Faults) -> None:
    """Note as a fault a limit whose number no one can have meant."""
    if limit.n > LARGEST_NUMBER:
        faults.add("limit_too_large", field, largest=LARGEST_NUMBER)
    elif limit.n < (0 if limit.unit in (LimitUnit.SAME_DAY, LimitUnit.HALF_MONTH) else 1):
        faults.add("limit_too_small", field, n=limit.n if limit.n > -LARGEST_NUMBER else "…")


def check_suspension(suspension: Suspension, field: str, faults: Faults) -> None:
    """Note as a fault a suspension that ends before it begins."""
    if suspension.until_on < suspension.from_on:
        faults.add("suspension_reversed", field, first=suspension.from_on, last=suspension.until_on)


def check_start(start: datetime, field: str, faults: Faults) -> None:
    """Note as a fault a start outside the years that can be counted."""
    if not FIRST_DAY <= start.date() <= LAST_DAY:
        faults.add("start_out_of_range", field, first=FIRST_DAY, last=LAST_DAY)
