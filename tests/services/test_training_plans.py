"""Training is planned in batches; a recorded session settles a plan, and what was not held in time is late."""

from dataclasses import replace
from datetime import date

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.duty import TrainingForm
from reception.rules.training import PlanDraft, PlanState
from reception.services import audit, training, training_plans
from reception.services.desk import Desk
from reception.services.training_plans import PlanLine
from tests.cast import ANN, BEN, CARA, DAN, Clock
from tests.services.test_absence_month import account_id
from tests.services.test_training import codes, post_id, session

__all__ = ["post_id"]


def draft(desk: Desk, post: int, **changes: object) -> PlanDraft:
    plain = PlanDraft(
        batch=" 第一批 ",
        post_id=post,
        trainee_id=account_id(desk, BEN),
        topic="补办学生证的全流程",
        form=TrainingForm.CLASS,
        by_on=date(2026, 11, 27),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def states(lines: tuple[PlanLine, ...]) -> list[tuple[str, PlanState, date | None]]:
    return [(each.plan.topic, each.state, each.held_on) for each in lines]


def test_a_session_settles_the_earliest_plan_of_its_post_and_person_and_no_other(
    desk: Desk, cara_desk: Desk, clock: Clock, post_id: int
):
    training.record(desk, session(desk, post_id))  # held before anything was planned
    second = training_plans.plan(cara_desk, draft(desk, post_id, topic="二", by_on=date(2026, 12, 4)))
    first = training_plans.plan(cara_desk, draft(desk, post_id, topic="一"))
    training_plans.plan(cara_desk, draft(desk, post_id, topic="三", trainee_id=account_id(desk, CARA)))
    assert (first.batch, first.trainee, first.made_by) == ("第一批", BEN, CARA)
    planned = PlanState.PLANNED
    assert states(training_plans.listed(cara_desk)) == [
        ("一", planned, None),
        ("三", planned, None),
        ("二", planned, None),
    ]
    held = training.record(desk, session(desk, post_id, on=date(2026, 11, 24)))
    done = ("一", PlanState.DONE, date(2026, 11, 24))
    assert states(training_plans.listed(cara_desk)) == [("三", planned, None), ("二", planned, None), done]
    clock.advance(days=4)
    late = ("三", PlanState.OVERDUE, None)
    assert states(training_plans.listed(cara_desk)) == [late, ("二", planned, None), done]
    training.strike_out(desk, held.id, "没有举行")
    assert {each.plan.topic for each in training_plans.listed(cara_desk) if each.state is PlanState.OVERDUE} == {
        "一",
        "三",
    }
    assert [entry.actor for entry in audit.history(desk, "TrainingPlan", second.id)] == [CARA]


def test_the_day_of_a_plan_itself_is_not_late(desk: Desk, cara_desk: Desk, clock: Clock, post_id: int):
    training_plans.plan(cara_desk, draft(desk, post_id, by_on=date(2026, 11, 24)))
    assert training_plans.listed(cara_desk)[0].state is PlanState.PLANNED
    clock.advance(days=1)
    assert training_plans.listed(cara_desk)[0].state is PlanState.OVERDUE


def test_only_heads_plan_and_what_is_wrong_is_said_all_at_once(desk: Desk, cara_desk: Desk, post_id: int):
    with pytest.raises(Invalid) as refused:
        training_plans.plan(cara_desk, PlanDraft(batch="批" * 61, by_on=date(2026, 11, 23)))
    assert codes(refused) == [
        ("batch", "too_long"),
        ("post_id", "required"),
        ("trainee_id", "required"),
        ("topic", "required"),
        ("form", "required"),
        ("by_on", "plan_past"),
    ]
    with pytest.raises(NotAllowed):
        training_plans.plan(desk, draft(desk, post_id))
    assert training_plans.plannable(desk) == ()


def test_a_plan_is_dropped_once_and_taken_up_again(desk: Desk, cara_desk: Desk, post_id: int):
    made = training_plans.plan(cara_desk, draft(desk, post_id))
    training_plans.drop(cara_desk, made.id)
    assert training_plans.listed(cara_desk) == ()
    with pytest.raises(Invalid) as refused:
        training_plans.drop(cara_desk, made.id)
    assert codes(refused) == [("", "plan_dropped")]
    training_plans.take_up(cara_desk, made.id)
    assert [each.id for each in training_plans.listed(cara_desk)] == [made.id]


def test_others_see_what_is_planned_for_their_posts_and_for_themselves(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, dan_desk: Desk, post_id: int
):
    training_plans.plan(cara_desk, draft(desk, post_id, trainee_id=account_id(desk, CARA)))
    training_plans.plan(cara_desk, draft(desk, post_id))
    seen = [len(training_plans.listed(each)) for each in (desk, ben_desk, cara_desk, dan_desk)]
    assert seen == [2, 1, 2, 2]


def test_who_had_no_training_this_year_is_the_staff_without_those_who_had(
    desk: Desk, cara_desk: Desk, clock: Clock, post_id: int
):
    training.record(desk, session(desk, post_id, on=date(2025, 12, 30), trainee_id=account_id(desk, CARA)))
    struck = training.record(desk, session(desk, post_id))
    training_plans.plan(cara_desk, draft(desk, post_id, trainee_id=account_id(desk, CARA)))
    assert [each.name for each in training_plans.without(cara_desk)] == [ANN, DAN, CARA]
    last = training_plans.without(cara_desk)[-1]
    assert (last.last_on, last.planned_on) == (date(2025, 12, 30), date(2026, 11, 27))
    training.strike_out(desk, struck.id, "没有举行")
    assert BEN in [each.name for each in training_plans.without(cara_desk)]
    assert training_plans.without(desk) == ()
