"""Absences: who is away until when. Hand-over and take-over of work follow in a later story.

Source: handbook §4.2 (`absence`), §4.4 no. 14.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AbsenceKind(StrEnum):
    """Why somebody is away (handbook §4.2)."""

    PERSONAL_LEAVE = "personal_leave"
    SICK_LEAVE = "sick_leave"
    ANNUAL_LEAVE = "annual_leave"
    OFFICIAL_TRIP = "official_trip"
    MEETING = "meeting"
    TRAINING = "training"
    SECONDMENT = "secondment"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One absence of one colleague; it ends when the return is confirmed, not by itself at `until_at`."""

    id: int = 0
    version: int = 0
    account_id: int
    account: str
    kind: AbsenceKind
    reason: str = ""
    from_at: datetime
    until_at: datetime
    reach: str = ""
    leader_told: str = ""
    made_at: datetime
    made_by: str
    returned_at: datetime | None = None
    cancelled_at: datetime | None = None
