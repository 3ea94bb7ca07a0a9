"""Absences: who is away until when, and which of them call for a hand-over.

Source: handbook §4.2 (`absence`), §4.3 (take-over and return), §4.4 no. 14.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from reception.errors import Reason

SHORT_LENGTH = timedelta(minutes=30)
"""A short absence lasts so long at most, and the post stays with its holder (handbook §4.4 no. 14)."""
LONG_TRIP = timedelta(hours=4)
LONG_MEETING = timedelta(hours=2)
"""An errand of half a day, a meeting of more than two hours call for a hand-over (handbook §4.2)."""
LONGEST = timedelta(days=732)
LONGEST_BACK = timedelta(days=31)
"""So far back an absence may begin that is entered afterwards."""


class AbsenceKind(StrEnum):
    """Why somebody is away (handbook §4.2); `unplanned` was entered by who stepped in, and is to be confirmed."""

    PERSONAL_LEAVE = "personal_leave"
    SICK_LEAVE = "sick_leave"
    ANNUAL_LEAVE = "annual_leave"
    OFFICIAL_TRIP = "official_trip"
    MEETING = "meeting"
    TRAINING = "training"
    SECONDMENT = "secondment"
    SHORT = "short"
    UNPLANNED = "unplanned"


TO_CHOOSE = tuple(kind for kind in AbsenceKind if kind is not AbsenceKind.UNPLANNED)
"""The kinds that somebody may enter or confirm."""


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
    made_by_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it was neither cancelled nor ended by a return."""
        return self.returned_at is None and self.cancelled_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceDraft:
    """An absence before it is checked; `from_at` None begins now, `account_id` None is oneself."""

    account_id: int | None = None
    kind: AbsenceKind | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None
    reason: str = ""
    reach: str = ""
    leader_told: str = ""


class Presence(StrEnum):
    """Whether somebody is at the post; `unconfirmed` is away beyond the planned return (handbook §4.3 no. 4)."""

    HERE = "here"
    SHORTLY_AWAY = "shortly_away"
    AWAY = "away"
    UNCONFIRMED = "unconfirmed"


def is_away(absence: Absence, at: datetime) -> bool:
    """Tell whether somebody is away at an instant: until the return is confirmed, however late."""
    if absence.cancelled_at is not None or at < absence.from_at:
        return False
    return absence.returned_at is None or at < absence.returned_at


def is_known_away(absence: Absence, at: datetime) -> bool:
    """Tell whether somebody was away at an instant as far as it was recorded then (handbook §4.4 no. 16)."""
    return at >= absence.made_at and is_away(absence, at)


def will_be_away(absence: Absence, at: datetime, now: datetime) -> bool:
    """Tell whether somebody is going to be away, by the plan; an end that has passed is none to count on."""
    return is_away(absence, at) and (at < absence.until_at or absence.until_at <= now)


def needs_handover(absence: Absence) -> bool:
    """Tell whether who is away so should hand over (handbook §4.2, table of kinds)."""
    length = absence.until_at - absence.from_at
    if absence.kind is AbsenceKind.OFFICIAL_TRIP:
        return length >= LONG_TRIP
    if absence.kind is AbsenceKind.MEETING:
        return length > LONG_MEETING
    return absence.kind not in (AbsenceKind.SHORT, AbsenceKind.SECONDMENT)


def could_hand_over(absence: Absence) -> bool:
    """Tell whether the absence left time to hand over beforehand: it was planned, and is no illness."""
    sudden = absence.kind in (AbsenceKind.SICK_LEAVE, AbsenceKind.UNPLANNED)
    return not sudden and absence.made_at <= absence.from_at


def is_short(absence: Absence, at: datetime) -> bool:
    """Tell whether an absence leaves the post with its holder; one that outlasts its half hour does not."""
    return absence.kind is AbsenceKind.SHORT and at <= absence.from_at + SHORT_LENGTH


def presence_of(absence: Absence | None, now: datetime) -> Presence:
    """Give how somebody's state is called."""
    if absence is None or not is_away(absence, now):
        return Presence.HERE
    if now > absence.until_at:
        return Presence.UNCONFIRMED
    return Presence.SHORTLY_AWAY if absence.kind is AbsenceKind.SHORT else Presence.AWAY


def check_absence(draft: AbsenceDraft, now: datetime, others: Iterable[Absence]) -> tuple[Reason, ...]:
    """Give everything that speaks against an absence; `others` are the same person's."""
    return (*_missing(draft), *_times(draft, draft.from_at or now, now, tuple(others)))


def _missing(draft: AbsenceDraft) -> Iterator[Reason]:
    for name in ("kind", "until_at"):
        if getattr(draft, name) is None or getattr(draft, name) is AbsenceKind.UNPLANNED:
            yield Reason(code="required", field=name)


def _times(draft: AbsenceDraft, from_at: datetime, now: datetime, others: tuple[Absence, ...]) -> Iterator[Reason]:
    if from_at < now - LONGEST_BACK or from_at > now + LONGEST:
        yield Reason(code="absence_too_far", field="from_at")
    until_at = draft.until_at
    if until_at is None:
        return
    if until_at <= from_at:
        yield Reason(code="until_before_from", field="until_at")
    elif until_at <= now:
        yield Reason(code="until_past", field="until_at")
    elif draft.kind is AbsenceKind.SHORT and until_at - from_at > SHORT_LENGTH:
        yield Reason(code="short_too_long", field="until_at", values={"minutes": 30})
    elif until_at - from_at > LONGEST:
        yield Reason(code="absence_too_far", field="until_at")
    taken = next((each for each in others if _meets(each, from_at, until_at, now)), None)
    if taken is not None:
        yield Reason(code="absence_twice", field="from_at", values={"kind_of": taken.kind})


def _meets(absence: Absence, from_at: datetime, until_at: datetime, now: datetime) -> bool:
    """Tell whether two absences meet; one whose return nobody confirmed goes on until now, and now itself."""
    return absence.is_open and absence.from_at < until_at and (from_at < absence.until_at or from_at <= now)
