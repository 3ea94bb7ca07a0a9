"""The ticks of a one-time notice: no row stays blank, the verdict is computed, a second notice explains itself.

Source: handbook §2.4 (nos. 1–3); clauses 2.2 (D2.1-c, D2.1-f).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reception.errors import Invalid, Reason
from reception.rules.catalogue import Material, Matter
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, SecondReason, Verdict
from reception.rules.text import clean

OWED = frozenset({MaterialState.MISSING, MaterialState.DEFECTIVE})
"""States of a row that the visitor still owes."""
REASON_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The ticks of all rows in the matter's order, what is still owed, and the verdict."""

    ticks: tuple[MaterialTick, ...]
    missing: tuple[int, ...]
    verdict: Verdict


def settle(draft: NoticeDraft, matter: Matter) -> Settled:
    """Give the settled rows of a notice.

    A conditional row is answered by its question: no makes it not applicable, yes asks for its state.

    Raises:
        Invalid: every row that is blank, contradicts its answer, lacks the reason of its defect, or does not exist.
    """
    reasons: list[Reason] = list(_strangers(draft, matter))
    answers, ticks = dict(draft.answers), {tick.no: tick for tick in draft.ticks}
    settled: list[MaterialTick] = []
    for material in matter.materials:
        row = _row(material, answers.get(material.no), ticks.get(material.no), reasons)
        if row is not None:
            settled.append(row)
    if reasons:
        raise Invalid(*reasons)
    missing = tuple(tick.no for tick in settled if tick.state in OWED)
    verdict = Verdict.SUPPLEMENT if missing else Verdict.COMPLETE
    return Settled(ticks=tuple(settled), missing=missing, verdict=verdict)


def _strangers(draft: NoticeDraft, matter: Matter) -> Iterator[Reason]:
    rows = {material.no for material in matter.materials}
    numbers = [tick.no for tick in draft.ticks]
    for no in sorted({*numbers, *dict(draft.answers)} - rows):
        yield Reason(code="no_such_material", field=f"materials.{no}", values={"no": no, "rows": len(rows)})
    for no in sorted({no for no in numbers if numbers.count(no) > 1}):
        yield Reason(code="ticked_twice", field=f"materials.{no}", values={"no": no})


def _row(
    material: Material, answer: bool | None, tick: MaterialTick | None, reasons: list[Reason]
) -> MaterialTick | None:
    field, values = f"materials.{material.no}", {"no": material.no, "name": material.name}
    if tick is None and material.conditional and answer is False:
        return MaterialTick(no=material.no, state=MaterialState.NOT_APPLICABLE)
    if tick is None:
        code = "question_open" if material.conditional and answer is None else "row_blank"
        reasons.append(Reason(code=code, field=field, values=values))
        return None
    applies = tick.state is not MaterialState.NOT_APPLICABLE
    if material.conditional and answer is not None and answer != applies:
        reasons.append(Reason(code="answer_contradicts", field=field, values=values))
    try:
        reason = clean(tick.reason, REASON_LIMIT)
    except Invalid as refused:
        reasons += [replace(each, field=field) for each in refused.reasons]
        return None
    if tick.state is MaterialState.DEFECTIVE and not reason:
        reasons.append(Reason(code="defect_without_reason", field=field, values=values))
    return replace(tick, reason=reason)


def newly_owed(settled: Settled, earlier: tuple[Notice, ...]) -> tuple[int, ...]:
    """Give the rows owed now that no earlier notice named, while the matter stayed the same."""
    if not earlier:
        return ()
    told = {no for notice in earlier for no in notice.missing}
    return tuple(no for no in settled.missing if no not in told)


def check_second(settled: Settled, earlier: tuple[Notice, ...], matter: Matter, why: SecondReason | None) -> bool:
    """Tell whether a second notice waits for the section head's release.

    Args:
        settled: the rows as they are now.
        earlier: the notices of the same contact and of those that it goes on from; void ones say nothing.
        matter: the edition in which the rows are counted.
        why: the reason that was given.

    Raises:
        Invalid: it names new rows and gives no reason (二次告知).
    """
    edition = (matter.code, matter.edition)
    unchanged = tuple(
        notice for notice in earlier if (notice.matter_code, notice.matter_edition) == edition and not notice.void
    )
    new = newly_owed(settled, unchanged)
    if not new:
        return False
    if why is None:
        raise Invalid(Reason(code="second_notice", field="second_reason", values={"rows": new}))
    return True
