"""Posts through time: who held them, who may not stand in, hand-overs, training, supervision.

Source: handbook §4.2 (data), §4.3 (take-over and return), §4.4.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class DutyRole(StrEnum):
    """How somebody belongs to a post: in charge, first or second stand-in."""

    A = "A"
    B1 = "B1"
    B2 = "B2"


class TrainingForm(StrEnum):
    """How a stand-in was trained (handbook §4.2)."""

    CLASS = "class"
    PAIR = "pair"
    SHADOWING = "shadowing"


class TrainingResult(StrEnum):
    """What came of a training."""

    PASSED = "passed"
    TO_IMPROVE = "to_improve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Somebody in a role of a post from a day on, to the end of another or without an end."""

    id: int = 0
    version: int = 0
    post_id: int
    account_id: int
    role: DutyRole
    from_on: date
    to_on: date | None = None
    approved_by: str = ""
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncompatiblePosts:
    """Two posts that internal control keeps apart (handbook §4.1), until that is lifted."""

    id: int = 0
    version: int = 0
    post_id: int
    other_id: int
    reason: str
    lifted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedStandIn:
    """A temporary stand-in for a gap, named by a head."""

    id: int = 0
    version: int = 0
    post_id: int
    account_id: int
    from_at: datetime
    until_at: datetime
    named_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverItem:
    """One open piece of work as it stood at the hand-over."""

    number: str
    text: str
    due_at: datetime | None = None
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What A leaves to the stand-in, whether it was accepted, and the report on return.

    `absence_id` None: the final note of who left a post for good (handbook §4.4 no. 15).
    """

    id: int = 0
    version: int = 0
    absence_id: int | None = None
    post_id: int
    from_id: int
    from_name: str
    to_id: int
    to_name: str
    made_at: datetime
    items: tuple[HandoverItem, ...] = ()
    keys: str = ""
    calls: str = ""
    instructions: str = ""
    note: str = ""
    accepted_at: datetime | None = None
    accepted_note: str = ""
    report: str = ""
    reported_at: datetime | None = None
    acknowledged_at: datetime | None = None


def withdrawn(handover: Handover) -> Handover:
    """Give a hand-over that was taken back: nothing stands in it, and it went to nobody but its writer."""
    bare = replace(handover, items=(), keys="", calls="", instructions="", note="")
    return replace(bare, to_id=handover.from_id, to_name=handover.from_name)


def is_withdrawn(handover: Handover) -> bool:
    """Tell whether a hand-over was taken back before anybody accepted it."""
    return handover == withdrawn(handover) and handover.accepted_at is None and handover.reported_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One session for one stand-in of one post; without any minutes it was struck out, and the log says why."""

    id: int = 0
    version: int = 0
    post_id: int
    trainee_id: int
    trainee: str
    trainer: str
    on: date
    topic: str
    minutes: int
    form: TrainingForm
    result: TrainingResult
    made_at: datetime
    made_by: str

    @property
    def is_void(self) -> bool:
        """Tell whether it was struck out as never held."""
        return self.minutes == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """A session that is to be held for one person and one post by a day; `batch` names what is planned together."""

    id: int = 0
    version: int = 0
    batch: str = ""
    post_id: int
    trainee_id: int
    trainee: str
    topic: str
    form: TrainingForm
    by_on: date
    made_at: datetime
    made_by: str
    dropped_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a supervision check of a post found, and whether it was corrected.

    It may be about a record, and about the time in which somebody stood in during an absence.
    """

    id: int = 0
    version: int = 0
    post_id: int
    at: datetime
    checker: str
    covered: bool
    board_right: bool
    phone_answered: bool
    text: str = ""
    correct_by: date | None = None
    corrected_at: datetime | None = None
    corrected_note: str = ""
    inquiry_id: int | None = None
    absence_id: int | None = None

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing was wrong: somebody there, the board right, the phone answered."""
        return self.covered and self.board_right and self.phone_answered

    @property
    def is_open(self) -> bool:
        """Tell whether something is to be corrected and was not yet."""
        return self.correct_by is not None and self.corrected_at is None
