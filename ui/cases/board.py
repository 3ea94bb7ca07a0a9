"""What the list shows of the board: its parts with their counts, the order; the clock turns lights without a query."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from reception.rules import due_board as rules
from reception.rules.cases import DueItem, Light, light
from reception.rules.due_board import BoardLine, Part
from reception.services import due_board
from ui.cases.remaining import light_of
from ui.desk_link import DeskLink
from ui.table_model import Source

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.due_board import Board


class BoardView:
    """The thin lines of the board as they stand at this minute."""

    def __init__(self, link: DeskLink) -> None:
        self._link = link
        self.lines: dict[str, BoardLine] = {}
        self._lights: dict[str, Light] = {}
        self._turning: list[BoardLine] = []
        self._day: date | None = None

    def take(self, board: "Board") -> None:
        """Take the board as it was read just now."""
        self.lines = {line.number: line for line in board.lines}
        self._lights = dict(board.lights)
        self._watch()

    def tick(self) -> None:
        """Let the lights follow the clock: each minute those that may turn today, after midnight all."""
        desk = self._link.desk
        now, another_day = desk.clock(), self._day != self._today()
        for line in self.lines.values() if another_day else self._turning:
            self._lights[line.number] = light(line, now, desk.calendar)
        if another_day:
            self._watch()

    def counts(self) -> Mapping[Part, int]:
        """Give how many lines each part holds now."""
        desk = self._link.desk
        return rules.counts(self.lines.values(), self._lights, desk.clock(), desk.calendar)

    def untaken(self) -> int:
        """Give how many lines this person passed on that nobody took in their time."""
        now = self._link.desk.clock()
        return sum(line.passed_by_me and rules.is_untaken(line, now) for line in self.lines.values())

    def light(self, item: DueItem, part: Part) -> Light:
        """Give the light of a line within a part: what I passed on is red as soon as its time to be taken is over."""
        if part is Part.PASSED and rules.is_untaken(item, self._link.desk.clock()):
            return Light.OVERDUE
        return self._lights.get(item.number) or light_of(item, self._link.desk)

    def numbers(self, part: Part, found: frozenset[str] | None) -> tuple[str, ...]:
        """Give the lines of a part that were found, in their order; without a search all of it."""
        desk = self._link.desk
        now = desk.clock()
        chosen = [
            line
            for line in self.lines.values()
            if (found is None or line.number in found)
            and rules.holds(part, line, self._lights[line.number], now, desk.calendar)
        ]
        return tuple(line.number for line in rules.in_order(chosen, self._lights))

    def source(self, numbers: Sequence[str]) -> Source:
        """Give where these lines are read from, page by page."""
        chosen = [self.lines[number] for number in numbers]
        return Source(count=_counting(len(chosen)), page=partial(_page, lines=chosen), keys=tuple(numbers))

    def _watch(self) -> None:
        self._day = self._today()
        midnight = self._link.desk.calendar.instant(datetime.combine(self._day + timedelta(days=1), time()))
        self._turning = [
            line for line in self.lines.values() if rules.may_turn(line, self._lights[line.number], midnight)
        ]

    def _today(self) -> date:
        desk = self._link.desk
        return desk.calendar.local(desk.clock()).date()


def _counting(count: int) -> "Callable[[Desk], int]":
    return lambda _desk: count


def _page(desk: "Desk", offset: int, limit: int, *, lines: Sequence[BoardLine]) -> list[DueItem | None]:
    """Give a page of whole lines; None where one is not owed any more."""
    wanted = lines[offset : offset + limit]
    found = {item.number: item for item in due_board.lines(desk, wanted)}
    return [found.get(line.number) for line in wanted]
