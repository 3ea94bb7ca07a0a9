"""How much waits: the counts behind the lights of the top bar and the badge of the rail."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reception.rules.cases import Light

if TYPE_CHECKING:
    from reception.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many things are owed: all of them, those overdue, those due soon."""

    all: int
    overdue: int
    soon: int


def count_waiting(desk: "Desk") -> Waiting:
    """Give how much is owed now."""
    from reception.services import due_board  # not at the top: it brings the database libraries along

    lights = list(due_board.look(desk).lights.values())
    overdue = sum(found is Light.OVERDUE for found in lights)
    return Waiting(
        all=len(lights),
        overdue=overdue,
        soon=sum(found in (Light.DUE_TODAY, Light.WARNING) for found in lights),
    )
