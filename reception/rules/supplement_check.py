"""A visitor is back with his notice: what is carried over from last time, which way follows, what must not be.

Source: handbook §2.4 nos. 1, 2 and 6; §1.3 (D2, D3, D4).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reception.errors import Reason
from reception.rules.catalogue import CaseType, Category, Matter
from reception.rules.inquiries import Disposition
from reception.rules.notice_check import OWED, Settled
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, NoticeMaterial, Verdict

SETTLING = (Disposition.D2, Disposition.D3, Disposition.D4)
"""The ways that answer a return; with any other one the visitor only showed his slip."""
COMPLETE_WAYS = (Disposition.D2, Disposition.D3)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """What a row of the check list was last time; `state` is None for a row that was not asked for then."""

    no: int
    state: MaterialState | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The ticks that still hold, and what every row of the present edition was last time."""

    draft: NoticeDraft
    rows: tuple[LastTime, ...]


def carry(frozen: Iterable[NoticeMaterial], matter: Matter, *, same_edition: bool) -> Carried:
    """Give what stays settled when a visitor comes back; what was owed and what is new stays open.

    Rows of another edition are known again by their name and condition, because their numbers may have moved.
    """
    known = {_key(row.no, row.name, row.when, same_edition=same_edition): row for row in frozen}
    answers: list[tuple[int, bool]] = []
    ticks: list[MaterialTick] = []
    rows: list[LastTime] = []
    for material in matter.materials:
        last = known.get(_key(material.no, material.name, material.when, same_edition=same_edition))
        rows.append(LastTime(no=material.no, state=last.state if last else None, reason=last.reason if last else ""))
        if last is None:
            continue
        applies = last.state is not MaterialState.NOT_APPLICABLE
        if material.conditional:
            answers.append((material.no, applies))
        if last.state is MaterialState.PROVIDED or (not applies and not material.conditional):
            ticks.append(MaterialTick(no=material.no, state=last.state))
    return Carried(draft=NoticeDraft(answers=tuple(answers), ticks=tuple(ticks)), rows=tuple(rows))


def _key(no: int, name: str, when: str, *, same_edition: bool) -> tuple[object, ...]:
    return (no,) if same_edition else (name, when)


def told_rows(chain: Iterable[Notice], matter: Matter) -> tuple[int, ...] | None:
    """Give the rows that notices of this edition named already; None where there was none, so nothing is new."""
    same = [each for each in chain if each.matter_code == matter.code and each.matter_edition == matter.edition]
    living = [each for each in same if not each.void]
    return tuple(sorted({no for each in living for no in each.missing})) if living else None


def proposed_way(matter: Matter) -> Disposition:
    """Give the way that complete papers usually go: on the spot where the matter is instant, else a promise."""
    instant = matter.category is Category.INSTANT or matter.case_type is CaseType.ON_THE_SPOT
    return Disposition.D2 if instant or matter.limit is None else Disposition.D3


def owed_yet(disposition: Disposition | None, settled: Settled) -> Iterator[Reason]:
    """Give why papers that are still owed cannot be handled or accepted (handbook §1.3: D3 when complete)."""
    if disposition in COMPLETE_WAYS and settled.missing:
        yield Reason(code="return_still_owed", field="disposition", values={"rows": settled.missing})


def assumed(notice: Notice, disposition: Disposition) -> Settled:
    """Give what a return without ticks means: handled or accepted, everything was there; else nothing changed."""
    states = {row.no: (row.state, row.reason) for row in notice.text.materials}
    if disposition is not Disposition.D4:
        states = {
            no: (MaterialState.PROVIDED, "") if state in OWED else (state, reason)
            for no, (state, reason) in states.items()
        }
    ticks = tuple(MaterialTick(no=no, state=state, reason=reason) for no, (state, reason) in states.items())
    missing = tuple(tick.no for tick in ticks if tick.state in OWED)
    return Settled(ticks=ticks, missing=missing, verdict=Verdict.SUPPLEMENT if missing else Verdict.COMPLETE)
