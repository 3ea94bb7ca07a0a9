"""Reminders and supervision orders: one a turn, never one a minute.

What slept over several turns is reminded of the highest one only: a slip of yesterday that nobody could have had would
tell nobody anything, and its time to answer would be over. Source: handbook §3.5, §3.6 (ladder of 催办 and 督办).
"""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Protocol

from reception.rules.cases import CaseStatus, Light, running_light, transfer_is_chased, warns_at
from reception.rules.limits import Limit, LimitUnit
from reception.rules.working_calendar import WorkingCalendar


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


SLIPS = (Turn.OVERDUE, Turn.LEVEL_TWO, Turn.LEVEL_THREE)
"""The turns at which a slip is written: blue, orange and red."""

ANSWER_WITHIN = Limit(unit=LimitUnit.WD, n=1)
"""A slip is answered within one working day."""

LIST_AT = time(8, 30)
"""When the list of what is due today goes to the section head."""

LEVEL_TWO_DAYS = 3
LEVEL_THREE_DAYS = 5
"""So many working days after the due date the next level is reached."""


def rank(turn: Turn) -> int:
    """Give how high a turn stands on the ladder."""
    return tuple(Turn).index(turn)


class Due(Protocol):
    """What is due at an instant."""

    @property
    def due_at(self) -> datetime:
        """Give by when it is owed."""


class Clocked(Due, Protocol):
    """What of a case says how its clock stands."""

    @property
    def status(self) -> CaseStatus:
        """Give its state."""

    @property
    def no_limit_reason(self) -> str:
        """Give why it has no limit; "" where it has one."""

    @property
    def started_at(self) -> datetime:
        """Give when its clock began."""

    @property
    def limit(self) -> Limit:
        """Give its limit."""


def turn_of_case(case: Clocked, now: datetime, calendar: WorkingCalendar) -> Turn | None:
    """Give the highest turn that a case has reached; None while its clock stands, and where nothing is near.

    A case that waits for the visitor's papers owes nothing: what is late is late on the visitor's side.
    """
    if case.status is not CaseStatus.OPEN or case.no_limit_reason:
        return None
    match running_light(case.started_at, case.limit, case.due_at, now, calendar):
        case Light.OVERDUE:
            return _level(case.due_at, now, calendar)
        case Light.DUE_TODAY:
            return _on_the_day(case, now, calendar)
        case Light.WARNING:
            return Turn.WARNING
    return None


def _on_the_day(case: Clocked, now: datetime, calendar: WorkingCalendar) -> Turn | None:
    """Give the turn on the due day itself: its list is for half past eight, or for when a later office opens."""
    local = calendar.local(now)
    sessions = calendar.sessions_on(local.date())
    if local.time() >= max([LIST_AT, *(session.opens for session in sessions[:1])]):
        return Turn.DUE_TODAY
    return Turn.WARNING if warns_at(case.started_at, case.due_at, calendar) else None


def _level(due_at: datetime, now: datetime, calendar: WorkingCalendar) -> Turn:
    local, day = calendar.local(now), calendar.local(due_at).date()
    levels = {LEVEL_TWO_DAYS: Turn.LEVEL_TWO, LEVEL_THREE_DAYS: Turn.LEVEL_THREE}
    reached = Turn.OVERDUE
    for number in range(1, LEVEL_THREE_DAYS + 1):
        day = calendar.next_working_day(day)
        if local <= calendar.closing_at(day):
            break
        reached = levels.get(number, reached)
    return reached


def turn_of_transfer(referral: Due, now: datetime, calendar: WorkingCalendar) -> Turn | None:
    """Give the turn of a transfer that nobody acknowledged: after one working day, after two (§1.3, guard 3)."""
    if now <= referral.due_at:
        return None
    return Turn.OVERDUE if transfer_is_chased(referral.due_at, now, calendar) else Turn.WARNING


def quarter_start(now: datetime, calendar: WorkingCalendar) -> datetime:
    """Give the instant at which the quarter of an instant began in the office."""
    local = calendar.local(now)
    first = local.replace(month=local.month - (local.month - 1) % 3, day=1)
    return calendar.instant(first.replace(hour=0, minute=0, second=0, microsecond=0))
