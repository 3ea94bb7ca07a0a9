"""Reminders and supervision orders: one a turn, never one a minute.

Source: handbook §3.6 (ladder of 催办 and 督办).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Turn(StrEnum):
    """The turns of the ladder: yellow, orange, red, then supervision levels two and three."""

    WARNING = "warning"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    LEVEL_TWO = "level_two"
    LEVEL_THREE = "level_three"


class OwedKind(StrEnum):
    """What a reminder is about."""

    CASE = "case"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder of one turn of one due date: whom it went to, by when an answer is wanted, what was answered."""

    id: int = 0
    version: int = 0
    owed: OwedKind
    owed_id: int
    turn: Turn
    due_at: datetime
    at: datetime
    to_ids: tuple[int, ...] = ()
    to_names: tuple[str, ...] = ()
    answer_by: datetime | None = None
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""
    closed_at: datetime | None = None
    letter_id: int | None = None
    seen_by: tuple[int, ...] = ()
