"""What the list of matters shows, and what is opened from it; read on the reading thread."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reception.errors import NotFound
from reception.rules.catalogue import Matter, Unit
from reception.rules.matter_search import find_matters
from reception.services import catalogue

if TYPE_CHECKING:
    from reception.services.catalogue import MatterCard
    from reception.services.desk import Desk

PARTS = ("all", "incomplete", "unpromised", "coming", "retired")
_LAST_DAY = date(9999, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A matter in the list, with the name of its unit."""

    matter: Matter
    unit: str

    @property
    def id(self) -> str:
        """Give what tells this line from the others."""
        return self.matter.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The lines of each part, and how many each part holds without a search."""

    lines: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A matter that was opened: its card of now, all editions, and the names of its empty fields."""

    card: "MatterCard"
    editions: tuple[Matter, ...]
    lacking: tuple[str, ...]


def listing(desk: "Desk", text: str) -> Listing:
    """Give the matters that fit a typed text, part by part."""
    units = catalogue.units(desk, inactive=True)
    names = {unit.code: unit.name for unit in units}
    parts = _parts(desk)
    return Listing(
        lines={
            part: tuple(Line(matter=one, unit=names.get(one.unit_code, "")) for one in find_matters(found, names, text))
            for part, found in parts.items()
        },
        counts={part: len(found) for part, found in parts.items()},
        units=units,
    )


def _parts(desk: "Desk") -> dict[str, tuple[Matter, ...]]:
    everything = catalogue.matters(desk, inactive=True)
    held = {(one.code, one.edition) for one in everything}
    later = catalogue.matters(desk, _LAST_DAY, inactive=True)
    return {
        "all": _only(everything, active=True),
        "incomplete": tuple(one for one, _names in catalogue.incomplete(desk)),
        "unpromised": tuple(one for one in everything if one.active and one.limit is None),
        "coming": tuple(one for one in later if (one.code, one.edition) not in held),
        "retired": _only(everything, active=False),
    }


def _only(matters: Iterable[Matter], *, active: bool) -> tuple[Matter, ...]:
    return tuple(one for one in matters if one.active is active)


def opened(desk: "Desk", code: str) -> Opened:
    """Give a matter with its editions, also one that holds only later.

    Raises:
        NotFound: there is no such matter.
    """
    editions = catalogue.editions(desk, code)
    if not editions:
        raise NotFound("no_such_matter", matter=code[:20])
    lacking = {one.code: names for one, names in catalogue.incomplete(desk)}
    try:
        card = catalogue.card(desk, code)
    except NotFound:
        card = _card_of(desk, editions[-1])
    return Opened(card=card, editions=editions, lacking=lacking.get(code, ()))


def _card_of(desk: "Desk", matter: Matter) -> "MatterCard":
    units = {unit.code: unit for unit in catalogue.units(desk, inactive=True)}
    return catalogue.MatterCard(
        matter=matter,
        unit=units.get(matter.unit_code),
        post=None,
        holder="",
        holder_phone="",
        now=desk.calendar.local(desk.clock()),
        due=None,
        working_days=0,
    )
