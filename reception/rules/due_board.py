"""The board of what is due: thin lines that a window holds by thousands, their parts, their order.

Source: handbook §1.3 (guard 3), §3.5 (lights); clauses T6-d (what was passed on is red as soon as its time is over).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.cases import Light, Owed, ReferralStatus, is_mine
from reception.rules.limits import LimitUnit
from reception.rules.working_calendar import WorkingCalendar


class Part(StrEnum):
    """The parts of the board, in the order of their buttons."""

    ALL = "all"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    PAUSED = "paused"
    SENT = "sent"
    MINE = "mine"
    POSTS = "posts"
    PASSED = "passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine(Owed):
    """A line without its words: what tells its light, its part and its place.

    `owed_id` is the number of the case or transfer, `person` who is to act. `at_my_post` tells that a post of whoever
    reads owes it, `passed_by_me` that they passed it on and somebody else has it or ought to.
    """

    owed_id: int
    inquiry_id: int
    person: str
    post: str
    at_my_post: bool = False
    passed_by_me: bool = False

    @property
    def id(self) -> str:
        """Give what tells this line from the others."""
        return self.number


_BY_LIGHT: dict[Part, frozenset[Light]] = {
    Part.OVERDUE: frozenset({Light.OVERDUE}),
    Part.TODAY: frozenset({Light.DUE_TODAY}),
    Part.SOON: frozenset({Light.DUE_TODAY, Light.WARNING}),
}
_RANKS = {light: rank for rank, light in enumerate(Light)}
_OF_MINUTES = frozenset({LimitUnit.IMMEDIATE, LimitUnit.WHOUR, LimitUnit.HOUR})


def holds(part: Part, line: BoardLine, light: Light, now: datetime, calendar: WorkingCalendar) -> bool:
    """Tell whether a line belongs to a part at an instant; `light` is what it shows then."""
    if part in _BY_LIGHT:
        return light in _BY_LIGHT[part]
    match part:
        case Part.PAUSED:
            return line.paused is not None
        case Part.SENT:
            return line.transfer
        case Part.MINE:
            return is_mine(line, now, calendar)
        case Part.POSTS:
            return line.at_my_post
        case Part.PASSED:
            return line.passed_by_me
    return True


def counts(
    lines: Iterable[BoardLine], lights: Mapping[str, Light], now: datetime, calendar: WorkingCalendar
) -> dict[Part, int]:
    """Give how many lines each part holds at an instant."""
    found = dict.fromkeys(Part, 0)
    shown = Counter(lights.values())
    for part, of_part in _BY_LIGHT.items():
        found[part] = sum(shown[light] for light in of_part)
    for line in lines:
        found[Part.ALL] += 1
        found[Part.PAUSED] += line.paused is not None
        found[Part.SENT] += line.transfer
        found[Part.MINE] += line.mine or (line.mine_later and is_mine(line, now, calendar))
        found[Part.POSTS] += line.at_my_post
        found[Part.PASSED] += line.passed_by_me
    return found


def is_untaken(line: Owed, now: datetime) -> bool:
    """Tell whether nobody took a transfer in its time: for whoever passed it on it is red from then on."""
    return line.transfer and line.state is ReferralStatus.SENT and now > line.due_at


def may_turn(line: Owed, light: Light, midnight: datetime) -> bool:
    """Tell whether the light of a line may turn before the day is over, so that it is to be looked at each minute."""
    if line.paused is not None or line.no_limit_reason:
        return False
    if line.transfer or line.limit.unit in _OF_MINUTES:
        return True
    return light is not Light.OVERDUE and line.due_at < midnight


def in_order(lines: Iterable[BoardLine], lights: Mapping[str, Light]) -> list[BoardLine]:
    """Give lines as they stand on the board: red first, grey last, within a light the earliest due first."""
    return sorted(lines, key=lambda line: (_RANKS[lights[line.number]], line.due_at, line.number))
