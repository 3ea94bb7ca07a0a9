"""The lists of supervision: the slips of a period, and what goes on paper to each head on a day.

Orange goes to the section head, level two to the unit head, level three to the leader in charge; each sees with it
which posts nobody covers and which findings are open. Source: handbook §3.6; clauses G2.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.absences import Absence
from reception.rules.duty_report import OpenFinding
from reception.rules.once import Period
from reception.rules.reminders import Turn, rank


class Reader(StrEnum):
    """To whom a list of the day goes."""

    SECTION_HEAD = "section_head"
    UNIT_HEAD = "unit_head"
    LEADER = "leader"


LEAST_TURN = {Reader.SECTION_HEAD: Turn.DUE_TODAY, Reader.UNIT_HEAD: Turn.LEVEL_TWO, Reader.LEADER: Turn.LEVEL_THREE}
"""From which turn on something stands on the list of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which list: the report of a period, its slips (of one level), or what goes to a reader now."""

    period: Period | None = None
    slips: bool = False
    level: Turn | None = None
    reader: Reader | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """One supervision slip: about what, by when an answer was wanted, what was answered, when it was closed.

    Of a restricted record whoever may not open it sees neither addressees nor answer.
    """

    id: int
    slip: str
    turn: Turn
    number: str
    inquiry_id: int
    at: datetime
    to_names: tuple[str, ...]
    answer_by: datetime
    answer: str
    answered_at: datetime | None
    answered_by: str
    closed_at: datetime | None
    restricted: bool
    hidden: bool

    def is_unanswered(self, now: datetime) -> bool:
        """Tell whether the time to answer passed, or passed before the case was closed, without an answer."""
        return self.answered_at is None and (self.closed_at or now) > self.answer_by

    @property
    def is_late(self) -> bool:
        """Tell whether it was answered after its time."""
        return self.answered_at is not None and self.answered_at > self.answer_by


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedLine:
    """What is due today or over its limit, as a head reads it: never a visitor's name; of a complaint the number."""

    number: str
    inquiry_id: int
    matter: str
    post: str
    person: str
    acting_for: str
    due_at: datetime
    turn: Turn
    restricted: bool
    slip: str = ""
    answer_by: datetime | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarePosts:
    """Posts of one holder that nobody covers now, and who answers for them."""

    holder_id: int
    posts: tuple[str, ...]
    holder: str
    serving: str
    until_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """Everything that one reader gets on a day."""

    reader: Reader
    at: datetime
    owed: tuple[OwedLine, ...] = ()
    transfers: tuple[OwedLine, ...] = ()
    bare: tuple[BarePosts, ...] = ()
    unhanded: tuple[Absence, ...] = ()
    findings: tuple[OpenFinding, ...] = ()


def reaches(turn: Turn | None, reader: Reader) -> bool:
    """Tell whether a turn stands on the list of a reader."""
    return turn is not None and rank(turn) >= rank(LEAST_TURN[reader])


def unanswered(slips: Iterable[SlipLine], now: datetime) -> int:
    """Give how many slips nobody answered in time."""
    return sum(each.is_unanswered(now) for each in slips)
