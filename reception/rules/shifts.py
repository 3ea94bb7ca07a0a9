"""Shifts: what one hands over to the next at a counter.

Source: handbook §1.1 (the duty ends when another post takes over), §4.3.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftItem:
    """One open point as it stood at the hand-over; `text` names no person in full."""

    kind: str
    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftNote:
    """What was handed over at a counter, and who took it."""

    id: int = 0
    version: int = 0
    on: date
    counter: str
    text: str = ""
    items: tuple[ShiftItem, ...] = ()
    made_at: datetime
    made_by_id: int
    made_by: str
    taken_at: datetime | None = None
    taken_by: str = ""
