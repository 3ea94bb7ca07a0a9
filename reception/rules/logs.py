"""The weekly log: which rows belong to a week, and the figures of a week.

Source: handbook §8.2 (blocks, formulas, period cut); decisions on exports (local Monday to Sunday by received_at).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class LogFormat(StrEnum):
    """File kinds of the weekly log."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """An ISO week, Monday to Sunday in the office's local time."""

    year: int
    number: int

    @property
    def first_on(self) -> date:
        """Give the Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last_on(self) -> date:
        """Give the Sunday."""
        return self.first_on + timedelta(days=6)

    @property
    def label(self) -> str:
        """Give 2026-W48."""
        return f"{self.year}-W{self.number:02d}"


def week_of(day: date) -> Week:
    """Give the ISO week that a local day belongs to."""
    year, number, _ = day.isocalendar()
    return Week(year=year, number=number)


def parse_week(text: str) -> Week | None:
    """Give the week that 2026-W48 names, or None when it is not one."""
    year, separator, number = text.strip().upper().partition("-W")
    if not separator or not (year.isdecimal() and number.isdecimal() and len(year) == 4):
        return None
    try:
        week = Week(year=int(year), number=int(number))
        return week if week_of(week.first_on) == week else None
    except ValueError:
        return None
