"""How each kind of paper is printed at each counter of a machine: printer, tray, form, copies, asked or not.

Kept as one text among the settings of the machine; what cannot be read of it is as it comes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from reception.rules.papers import PaperForm, PaperKind
from reception.rules.plain import from_plain, to_plain
from reception.rules.print_jobs import MOST_COPIES

EVERY_KIND = "*"
"""The way of all kinds that have none of their own."""
OTHER_PAPERS = "other"
"""Papers that are no kind of the family: the register, records of calls, blank papers, cards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWay:
    """How a kind is printed; without a printer the one used last is taken, `direct` prints without asking."""

    printer: str = ""
    tray: str = ""
    form: PaperForm = field(default_factory=PaperForm)
    copies: int = 1
    direct: bool = False


Ways = Mapping[tuple[str, str], PrintWay]
"""By counter and kind (`EVERY_KIND`, `OTHER_PAPERS` or the value of a `PaperKind`)."""


def way_for(ways: Ways, counter: str, kind: PaperKind | None) -> PrintWay:
    """Give the way of a kind at a counter: its own, else that of every kind, else the one that nobody set."""
    name = kind.value if kind is not None else OTHER_PAPERS
    own = ways.get((counter, name))
    return own if own is not None else ways.get((counter, EVERY_KIND), PrintWay())


def read_ways(text: str) -> dict[tuple[str, str], PrintWay]:
    """Give the ways that a text holds; what is damaged in it is left out."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    ways = {}
    for counter, kinds in found.items() if isinstance(found, dict) else ():
        for kind, plain in kinds.items() if isinstance(kinds, dict) else ():
            way = _way(plain)
            if way is not None:
                ways[counter, kind] = way
    return ways


def _way(plain: object) -> PrintWay | None:
    try:
        way = from_plain(PrintWay, plain)
    except (ValueError, KeyError, TypeError):
        return None
    texts = isinstance(way.printer, str) and isinstance(way.tray, str)
    counted = isinstance(way.copies, int) and 1 <= way.copies <= MOST_COPIES
    ticked = all(isinstance(each, bool) for each in (way.direct, way.form.large, way.form.short_stub))
    return way if texts and counted and ticked else None


def write_ways(ways: Ways) -> str:
    """Give the text that `read_ways` reads, the same for the same ways."""
    kept: dict[str, dict[str, object]] = {}
    for (counter, kind), way in sorted(ways.items()):
        kept.setdefault(counter, {})[kind] = to_plain(way)
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)
