"""What a change of the calendar does to what is owed: later by itself, earlier only where nothing was promised.

Source: handbook §3.7 point 5 (the promise to the applicant wins); clauses D3-x.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.reminders import OwedKind


class MoveKind(StrEnum):
    """What becomes of a due date when the days are counted by another calendar."""

    LATER = "later"
    EARLIER = "earlier"
    PROMISED = "promised"
    """It would be earlier, but was promised or would be late at once: it stays, unless the unit head says so."""
    SETTLED = "settled"
    """The date stays and is no longer 暂定, or has become so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMove:
    """A due date that moved with the calendar, kept for whoever answers for it until it was seen."""

    id: int = 0
    version: int = 0
    owed: OwedKind
    owed_id: int
    inquiry_id: int
    number: str
    due_before: datetime
    due_after: datetime
    why: str
    at: datetime
    by: str
    to_id: int
    seen_at: datetime | None = None
    seen_by: str = ""


def move_of(
    owed_at: datetime,
    counted_before: tuple[datetime, bool],
    counted_after: tuple[datetime, bool],
    *,
    promised: bool,
    now: datetime,
) -> MoveKind | None:
    """Give what becomes of a due date, or None when the change of the calendar does not touch it.

    Args:
        owed_at: the instant that is owed now.
        counted_before: what the calendar gives before the change, and whether that is 暂定.
        counted_after: what it gives afterwards.
        promised: a paper says the date.
        now: the instant of the change.
    """
    if counted_before == counted_after:
        return None
    after = counted_after[0]
    if after == owed_at or counted_before[0] == after:
        return MoveKind.SETTLED
    if after > owed_at:
        return MoveKind.LATER
    return MoveKind.PROMISED if promised or after < now <= owed_at else MoveKind.EARLIER
