"""Call-backs: "I ring you before 17:00", kept by the one who promised it.

Source: handbook §1.3 (D5b, D9: contact the visitor), §6 (unknown answer: take the phone and call back).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAttempt:
    """One try to reach the visitor."""

    id: int = 0
    version: int = 0
    callback_id: int
    at: datetime
    by_id: int
    by: str
    outcome: CallOutcome
    note: str = ""
