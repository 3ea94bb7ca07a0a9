"""What duty is judged by: pairs both away, absences without a note, time to acknowledge, what was late meanwhile.

Every figure stands on lines that can be counted again: a part of them, of how many.
Source: handbook §4.5; §8.2 (denominator 0 → "—").
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.rules.absences import SHORT_LENGTH, Absence, AbsenceKind
from reception.rules.accountability import Fault
from reception.rules.assignments import StaffFault
from reception.rules.duty import Handover, Training, is_withdrawn
from reception.rules.ratios import Ratio
from reception.rules.roster import Post, Serves
from reception.rules.stretches import Stretch, common
from reception.rules.training import trained_for


class NoteState(StrEnum):
    """What became of the note of an absence that calls for one, before the return."""

    ACCEPTED = "accepted"
    UNACCEPTED = "unaccepted"
    UNWRITTEN = "unwritten"


class AckKind(StrEnum):
    """What is acknowledged: a note on leaving, or a transfer."""

    NOTE = "note"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class BareLine:
    """A post without a valid stand-in, and why."""

    post_id: int
    post: str
    holder_id: int
    holder: str
    fault: StaffFault


@dataclass(frozen=True, slots=True, kw_only=True)
class BothAwayLine:
    """A stretch in which everybody of some posts is away, holders and stand-ins; in working minutes.

    Two who stand in for each other are one pair. `named` are temporary stand-ins of that time; `planned` has not
    begun yet.
    """

    posts: tuple[str, ...]
    people: tuple[int, ...]
    names: tuple[str, ...]
    from_at: datetime
    until_at: datetime
    minutes: int
    named: tuple[str, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentLine:
    """An absence that calls for a note, and what became of the note; `sudden` left no time for one."""

    absence: Absence
    note: NoteState
    sudden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AckLine:
    """Something that was to be acknowledged: when it was given, when it was taken, after how many working minutes."""

    kind: AckKind
    number: str
    inquiry_id: int | None
    account_id: int
    from_name: str
    to_name: str
    given_at: datetime
    taken_at: datetime | None
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoodInLine:
    """A case that was due while somebody stood in: whether late, who answered, whose fault it is if late."""

    case_id: int
    inquiry_id: int
    number: str
    post: str
    due_at: datetime
    late: bool
    serving: str
    by: Serves
    fault: Fault | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerLine:
    """A stand-in of a post: minutes and sessions of the period, sessions of all time, whether ever passed."""

    post_id: int
    post: str
    account_id: int
    name: str
    minutes: int
    sessions: int
    ever: int
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session of the period."""

    training: Training
    post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFinding:
    """A finding that nobody corrected by the end of the period: its age in days, and whether its day has passed."""

    finding_id: int
    post: str
    holder_id: int
    holder: str
    at: datetime
    correct_by: date
    text: str
    covered: bool
    board_right: bool
    phone_answered: bool
    days: int
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyReport:
    """Everything of a period as of an instant; `posts` is how many are in use on its last day or today."""

    first_on: date
    last_on: date
    at: datetime
    posts: int = 0
    bare: tuple[BareLine, ...] = ()
    both_away: tuple[BothAwayLine, ...] = ()
    absent: tuple[AbsentLine, ...] = ()
    acks: tuple[AckLine, ...] = ()
    stood_in: tuple[StoodInLine, ...] = ()
    sessions: tuple[SessionLine, ...] = ()
    learners: tuple[LearnerLine, ...] = ()
    findings: tuple[OpenFinding, ...] = ()

    @property
    def without_stand_in(self) -> Ratio:
        """Give posts without a valid stand-in over posts in use."""
        return Ratio(part=len(self.bare), of=self.posts)

    @property
    def without_note(self) -> Ratio:
        """Give absences whose note nobody accepted over absences that call for one."""
        return Ratio(part=sum(each.note is not NoteState.ACCEPTED for each in self.absent), of=len(self.absent))

    def time_to_take(self, kind: AckKind) -> Ratio:
        """Give the working minutes until something was acknowledged over how many were."""
        taken = [each.minutes for each in self.acks if each.kind is kind and each.minutes is not None]
        return Ratio(part=sum(taken), of=len(taken))

    def untaken(self, kind: AckKind) -> int:
        """Give how many nobody acknowledged."""
        return sum(each.kind is kind and each.taken_at is None for each in self.acks)

    @property
    def late_while_standing_in(self) -> Ratio:
        """Give cases that were late over cases that were due while somebody stood in."""
        return Ratio(part=sum(each.late for each in self.stood_in), of=len(self.stood_in))

    @property
    def minutes_trained(self) -> int:
        """Give how many minutes of training there were, each session once a trainee."""
        return sum(each.training.minutes for each in self.sessions)

    @property
    def never_trained(self) -> Ratio:
        """Give stand-ins never trained for their post over stand-ins of all posts."""
        return Ratio(part=sum(not each.ever for each in self.learners), of=len(self.learners))


def stretch_of(absence: Absence, now: datetime) -> Stretch | None:
    """Give from when to when somebody is not at the post; None where it moves nothing.

    An absence whose return nobody confirmed lasts until now; of a short one only what goes beyond its half hour counts.
    """
    if absence.cancelled_at is not None:
        return None
    first = absence.from_at + (SHORT_LENGTH if absence.kind is AbsenceKind.SHORT else SHORT_LENGTH * 0)
    last = absence.returned_at or max(absence.until_at, now if absence.from_at <= now else absence.until_at)
    return (first, last) if first < last else None


def all_away(people: Iterable[int], away: Mapping[int, Sequence[Stretch]], within: Stretch) -> list[Stretch]:
    """Give when everybody of a post is away at once; nothing where nobody belongs to it.

    Args:
        people: who belongs to the post.
        away: when each is away, merged.
        within: only so far.
    """
    parts: list[Stretch] = [within]
    count = 0
    for each in people:
        parts = common(parts, away.get(each, ()))
        count += 1
    return parts if count else []


def note_state(handovers: Iterable[Handover], absence: Absence) -> NoteState:
    """Give what became of the note of an absence: one made after the return is none."""
    own = [
        each
        for each in handovers
        if each.absence_id == absence.id
        and not is_withdrawn(each)
        and (absence.returned_at is None or each.made_at < absence.returned_at)
    ]
    if any(each.accepted_at is not None for each in own):
        return NoteState.ACCEPTED
    return NoteState.UNACCEPTED if own else NoteState.UNWRITTEN


_INVALID = (
    StaffFault.NO_STAND_IN,
    StaffFault.SAME_PERSON,
    StaffFault.STAND_IN_LEFT,
    StaffFault.KEPT_APART,
)


def bare_fault(post: Post, out_of_use: Iterable[int], kept_apart: Iterable[int]) -> StaffFault | None:
    """Give why a post has no valid stand-in; None where at least one of its stand-ins may and can stand in."""
    gone, apart = frozenset(out_of_use), frozenset(kept_apart)
    if not post.stand_ins:
        return StaffFault.NO_STAND_IN
    whys = [
        StaffFault.SAME_PERSON
        if each == post.holder_id
        else StaffFault.STAND_IN_LEFT
        if each in gone
        else StaffFault.KEPT_APART
        if each in apart
        else None
        for each in post.stand_ins
    ]
    return None if None in whys else min((each for each in whys if each is not None), key=_INVALID.index)


def learner_line(
    post: Post, account_id: int, name: str, trainings: Iterable[Training], first_on: date, last_on: date
) -> LearnerLine:
    """Give what a stand-in was trained for a post, within a period and ever until its end."""
    own = [each for each in trainings if _counts(each, post.id, account_id) and each.on <= last_on]
    within = [each for each in own if each.on >= first_on]
    return LearnerLine(
        post_id=post.id,
        post=post.name,
        account_id=account_id,
        name=name,
        minutes=sum(each.minutes for each in within),
        sessions=len(within),
        ever=len(own),
        passed=account_id in trained_for(own).get(post.id, ()),
    )


def _counts(training: Training, post_id: int, account_id: int) -> bool:
    return not training.is_void and (training.post_id, training.trainee_id) == (post_id, account_id)
