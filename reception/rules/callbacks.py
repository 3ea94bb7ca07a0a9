"""Call-backs: "I ring you before 17:00", kept by the one who promised it.

Source: handbook §1.3 (D5b, D9: contact the visitor), §6 (unknown answer: take the phone and call back).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from reception.rules.cases import Light
from reception.rules.working_calendar import WorkingCalendar

SOON = timedelta(minutes=10)
"""So long before its due instant a call says that it is near."""
RETRY_MINUTES = 30
"""After a miss the next try is proposed so many working minutes later."""
MANY_MISSES = 3
"""From so many misses on another way to reach the visitor is suggested; the promise stays open."""
ABOUT_LENGTH = 200
NOTE_LENGTH = 1000


class CallbackStatus(StrEnum):
    """State of a promised call."""

    OPEN = "open"
    REACHED = "reached"
    GIVEN_UP = "given_up"
    VOID = "void"


class CallOutcome(StrEnum):
    """What came of one attempt."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    BUSY = "busy"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """A promised call: whom, about what, in which window, and who owes it. `inquiry_id` where it follows a record."""

    id: int = 0
    version: int = 0
    token: str
    inquiry_id: int | None = None
    name: str = ""
    phone: str
    phone_ext: str = ""
    about: str
    note: str = ""
    not_before: datetime | None = None
    due_at: datetime
    owner_id: int
    owner: str
    made_at: datetime
    made_by: str
    status: CallbackStatus = CallbackStatus.OPEN
    closed_at: datetime | None = None
    made_by_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAttempt:
    """One try to reach the visitor; `token` is that of the key press, so that one press is noted once."""

    id: int = 0
    version: int = 0
    callback_id: int
    at: datetime
    by_id: int
    by: str
    outcome: CallOutcome
    note: str = ""
    token: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDraft:
    """A call that is about to be promised. With a record it takes whom and about what from there."""

    token: str
    inquiry_id: int | None = None
    name: str = ""
    phone: str = ""
    about: str = ""
    not_before: datetime | None = None
    due_at: datetime | None = None


def light(not_yet_called: Callback, now: datetime, calendar: WorkingCalendar) -> Light:
    """Give the light of a promised call; the due instant itself is still in time."""
    due = not_yet_called.due_at
    if now > due:
        return Light.OVERDUE
    if now >= due - SOON:
        return Light.WARNING
    return Light.DUE_TODAY if calendar.local(due).date() == calendar.local(now).date() else Light.NORMAL


def is_near(promised: Callback, now: datetime) -> bool:
    """Tell whether a call is to be made now: its window is open, or it is due within ten minutes."""
    if promised.not_before is not None:
        return now >= promised.not_before
    return now >= promised.due_at - SOON


def misses(attempts: Iterable[CallAttempt]) -> int:
    """Count the tries that reached nobody."""
    return sum(attempt.outcome is not CallOutcome.REACHED for attempt in attempts)
