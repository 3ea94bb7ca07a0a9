"""What stays settled when a visitor comes back with his slip."""

from dataclasses import replace
from datetime import date

import pytest

from reception.rules.catalogue import CaseType, Category, Material, Matter
from reception.rules.inquiries import Disposition
from reception.rules.limits import Limit, LimitUnit
from reception.rules.notice_check import Settled
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft, NoticeMaterial, Verdict
from reception.rules.supplement_check import LastTime, carry, owed_yet, proposed_way

P, M, D, N = (MaterialState(state) for state in ("provided", "missing", "defective", "not_applicable"))
MATTER = Matter(
    code="JW-04",
    effective_on=date(2000, 1, 1),
    name="本科生休学申请",
    unit_code="JW",
    category=Category.APPROVAL,
    case_type=CaseType.PROMISED,
    limit=Limit(unit=LimitUnit.WD, n=10),
    materials=(
        Material(no=1, name="休学申请表"),
        Material(no=2, name="诊断证明", when="因病"),
        Material(no=3, name="学生证"),
        Material(no=4, name="护照", when="留学生"),
    ),
)


def frozen(*states: tuple[MaterialState, str]) -> tuple[NoticeMaterial, ...]:
    """Give the rows of a notice of the matter, as they were ticked."""
    return tuple(
        NoticeMaterial(no=row.no, name=row.name, original=1, copies=0, when=row.when, state=state, reason=reason)
        for row, (state, reason) in zip(MATTER.materials, states, strict=True)
    )


LAST = frozen((P, ""), (M, ""), (D, "照片过期"), (N, ""))


def test_what_was_there_stays_there_and_what_was_owed_is_open() -> None:
    carried = carry(LAST, MATTER, same_edition=True)
    assert carried.draft == NoticeDraft(answers=((2, True), (4, False)), ticks=(MaterialTick(no=1, state=P),))
    assert carried.rows == (
        LastTime(no=1, state=P),
        LastTime(no=2, state=M),
        LastTime(no=3, state=D, reason="照片过期"),
        LastTime(no=4, state=N),
    )


def test_a_paper_without_condition_that_did_not_apply_stays_so() -> None:
    carried = carry(frozen((N, ""), (P, ""), (P, ""), (N, "")), MATTER, same_edition=True)
    assert MaterialTick(no=1, state=N) in carried.draft.ticks


def test_rows_of_another_edition_are_known_by_name_and_new_ones_are_open() -> None:
    card, form, doctor, _passport = MATTER.materials
    moved = (replace(form, no=1), replace(doctor, no=2), Material(no=3, name="监护人同意书"), replace(card, no=4))
    newer = replace(MATTER, edition=2, materials=moved)
    carried = carry(LAST, newer, same_edition=False)
    assert carried.draft.ticks == (MaterialTick(no=4, state=P),)
    assert [row.state for row in carried.rows] == [M, D, None, P]


def test_the_same_name_under_another_condition_is_a_new_row() -> None:
    form, doctor, card, passport = MATTER.materials
    newer = replace(MATTER, edition=2, materials=(form, replace(doctor, when="因病或因伤"), card, passport))
    carried = carry(LAST, newer, same_edition=False)
    assert carried.rows[1].state is None
    assert 2 not in dict(carried.draft.answers)


def test_complete_papers_go_on_the_spot_only_where_the_matter_is_instant() -> None:
    assert proposed_way(MATTER) is Disposition.D3
    assert proposed_way(replace(MATTER, category=Category.INSTANT)) is Disposition.D2
    assert proposed_way(replace(MATTER, case_type=CaseType.ON_THE_SPOT)) is Disposition.D2
    assert proposed_way(replace(MATTER, limit=None)) is Disposition.D2


@pytest.mark.parametrize(
    ("way", "owed"), [(Disposition.D2, 1), (Disposition.D3, 1), (Disposition.D4, 0), (Disposition.D1, 0)]
)
def test_papers_that_are_owed_are_neither_handled_nor_accepted(way: Disposition, owed: int) -> None:
    settled = Settled(ticks=(), missing=(2,), verdict=Verdict.SUPPLEMENT)
    assert [each.code for each in owed_yet(way, settled)] == ["return_still_owed"] * owed
    assert list(owed_yet(way, replace(settled, missing=(), verdict=Verdict.COMPLETE))) == []
