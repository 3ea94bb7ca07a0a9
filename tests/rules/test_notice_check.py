"""The ticks of a one-time notice."""

from dataclasses import replace
from datetime import date

import pytest

from reception.errors import Invalid
from reception.rules.catalogue import CaseType, Category, Material, Matter
from reception.rules.limits import Limit, LimitUnit
from reception.rules.notice_check import settle
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft, Verdict

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
    ),
)


def ticks(*states: tuple[int, MaterialState]) -> tuple[MaterialTick, ...]:
    return tuple(MaterialTick(no=no, state=state, reason="章不清" if state is D else "") for no, state in states)


def codes(draft: NoticeDraft) -> set[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        settle(draft, MATTER)
    return {(each.field, each.code) for each in refused.value.reasons}


def test_all_papers_there_is_complete() -> None:
    settled = settle(NoticeDraft(ticks=ticks((1, P), (2, P), (3, P))), MATTER)
    assert (settled.verdict, settled.missing) == (Verdict.COMPLETE, ())


def test_one_missing_paper_makes_it_a_supplement_of_exactly_that_one() -> None:
    settled = settle(NoticeDraft(ticks=ticks((1, P), (2, P), (3, M))), MATTER)
    assert (settled.verdict, settled.missing) == (Verdict.SUPPLEMENT, (3,))


def test_a_defective_paper_is_owed_too() -> None:
    assert settle(NoticeDraft(ticks=ticks((1, D), (2, N), (3, P))), MATTER).missing == (1,)


def test_a_question_answered_no_makes_its_row_not_applicable() -> None:
    settled = settle(NoticeDraft(answers=((2, False),), ticks=ticks((1, P), (3, P))), MATTER)
    assert settled.ticks[1].state is N


def test_no_row_may_stay_blank_and_all_blank_rows_are_told() -> None:
    assert codes(NoticeDraft()) == {
        ("materials.1", "row_blank"),
        ("materials.2", "question_open"),
        ("materials.3", "row_blank"),
    }


def test_a_question_answered_yes_asks_for_the_state_of_its_row() -> None:
    assert codes(NoticeDraft(answers=((2, True),), ticks=ticks((1, P), (3, P)))) == {("materials.2", "row_blank")}


@pytest.mark.parametrize(("answer", "state"), [(True, N), (False, M), (False, P)])
def test_a_tick_that_contradicts_its_answer_is_refused(answer: bool, state: MaterialState) -> None:
    draft = NoticeDraft(answers=((2, answer),), ticks=ticks((1, P), (2, state), (3, P)))
    assert codes(draft) == {("materials.2", "answer_contradicts")}


def test_a_defect_needs_its_reason() -> None:
    bare = tuple(replace(tick, reason="  ") for tick in ticks((1, D), (2, P), (3, P)))
    assert codes(NoticeDraft(ticks=bare)) == {("materials.1", "defect_without_reason")}


def test_a_row_that_does_not_exist_or_is_ticked_twice_is_refused() -> None:
    draft = NoticeDraft(ticks=ticks((1, P), (1, M), (2, P), (3, P), (4, P)))
    assert codes(draft) == {("materials.4", "no_such_material"), ("materials.1", "ticked_twice")}
