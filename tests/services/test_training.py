"""Training is recorded by who holds the post and by heads, set right with a reason, and makes a stand-in trained."""

import json
from dataclasses import replace
from datetime import date

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.assignments import StaffFault
from reception.rules.duty import Training, TrainingForm, TrainingResult
from reception.rules.training import TrainingDraft
from reception.services import assignments, posts, staff, training
from reception.services.desk import Desk
from reception.store import journal
from tests.cast import ANN, BEN, CARA

ON = date(2026, 11, 20)


@pytest.fixture
def post_id(desk: Desk) -> int:
    """Give a post of 安 for which 本 stands in; 凯 holds another."""
    first, other = posts.posts(desk)[:2]
    posts.staff_post(desk, first.id, desk.account.id, staff.account_named(desk, BEN).id)
    posts.staff_post(desk, other.id, staff.account_named(desk, CARA).id, desk.account.id)
    return first.id


def session(desk: Desk, post_id: int, **changes: object) -> TrainingDraft:
    draft = TrainingDraft(
        post_id=post_id,
        trainee_id=staff.account_named(desk, BEN).id,
        trainer=f" {ANN} ",
        on=ON,
        topic="学籍系统的日常操作",
        minutes=90,
        form=TrainingForm.PAIR,
        result=TrainingResult.PASSED,
    )
    return replace(draft, **changes)  # type: ignore[arg-type]


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refused.value.reasons]


def test_a_stand_in_is_untrained_until_he_passed_once(desk: Desk, post_id: int) -> None:
    assert StaffFault.UNTRAINED in assignments.faults(desk)[post_id]
    poor = training.record(desk, session(desk, post_id, result=TrainingResult.TO_IMPROVE))
    assert StaffFault.UNTRAINED in assignments.faults(desk)[post_id]
    passed = training.record(desk, session(desk, post_id))
    assert (passed.trainee, passed.trainer, passed.made_by) == (BEN, ANN, ANN)
    assert post_id not in assignments.faults(desk)
    training.strike_out(desk, passed.id, "登记错了人")
    assert StaffFault.UNTRAINED in assignments.faults(desk)[post_id]
    learner = next(each for each in training.learners(desk) if each.post_id == post_id)
    assert (learner.name, learner.sessions, learner.minutes, learner.passed) == (BEN, 1, poor.minutes, False)


def test_what_is_wrong_with_a_session_is_said_all_at_once(desk: Desk, post_id: int) -> None:
    with pytest.raises(Invalid) as refused:
        training.record(desk, TrainingDraft())
    assert {code for _field, code in codes(refused)} == {"required"}
    assert len(codes(refused)) == 8
    wrong = session(desk, post_id, on=date(2026, 11, 25), minutes=1441, trainer=BEN, topic="学" * 301)
    with pytest.raises(Invalid) as refused:
        training.record(desk, wrong)
    assert codes(refused) == [
        ("topic", "too_long"),
        ("on", "training_ahead"),
        ("minutes", "training_length"),
        ("trainer", "trainer_is_trainee"),
    ]


def test_training_for_a_post_is_recorded_by_its_holder_or_a_head(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, dan_desk: Desk, post_id: int
) -> None:
    other = posts.posts(desk)[1].id
    for stranger, wanted in ((desk, other), (ben_desk, post_id), (dan_desk, post_id)):
        with pytest.raises(NotAllowed):
            training.record(stranger, session(desk, wanted))
    for_other = training.record(cara_desk, session(desk, other))
    for_own = training.record(cara_desk, session(desk, post_id))
    with pytest.raises(NotAllowed):
        training.correct(desk, for_other.id, session(desk, post_id), "不是我的岗位")
    assert {each.id for each in training.trainable(cara_desk)} > {other, post_id}
    assert other not in {each.id for each in training.trainable(desk)}
    assert training.trainable(dan_desk) == ()
    seen = {"cara": cara_desk, "dan": dan_desk, "ben": ben_desk, "ann": desk}
    ids = {who: {line.id for line in training.listed(each)} for who, each in seen.items()}
    both = {for_other.id, for_own.id}
    assert ids == {"cara": both, "dan": both, "ben": both, "ann": {for_own.id}}
    assert [line.may_mend for line in training.listed(ben_desk)] == [False, False]


def test_a_correction_keeps_the_old_values_and_its_reason(desk: Desk, post_id: int) -> None:
    made = training.record(desk, session(desk, post_id))
    with pytest.raises(Invalid) as refused:
        training.correct(desk, made.id, session(desk, post_id, minutes=60), " ")
    assert codes(refused) == [("reason", "required")]
    training.correct(desk, made.id, session(desk, post_id, minutes=60), "多记了半小时")
    entry = journal.entries("Training", made.id)[-1]
    payload = json.loads(entry.payload or "{}")
    assert (payload["changes"], payload["reason"]) == ({"minutes": [90, 60]}, "多记了半小时")
    struck = training.strike_out(desk, made.id, "没有举行")
    assert struck.is_void
    for again in (
        lambda: training.strike_out(desk, made.id, "再来"),
        lambda: training.correct(desk, made.id, session(desk, post_id), "恢复"),
    ):
        with pytest.raises(Invalid) as refused:
            again()
        assert codes(refused) == [("", "training_struck")]
    assert [line.training for line in training.listed(desk)] == [struck]
    assert training.listed(desk, void=False) == ()


def test_sessions_are_listed_by_post_and_by_person_the_latest_first(desk: Desk, cara_desk: Desk, post_id: int) -> None:
    other = posts.posts(desk)[1].id
    ann = desk.account.id
    made: list[Training] = [
        training.record(cara_desk, session(desk, post_id, on=date(2026, 10, 9))),
        training.record(cara_desk, session(desk, other, trainee_id=ann, trainer=CARA)),
        training.record(cara_desk, session(desk, post_id, on=date(2026, 11, 3))),
    ]
    assert [line.id for line in training.listed(cara_desk)] == [made[1].id, made[2].id, made[0].id]
    assert [line.id for line in training.listed(cara_desk, post_id=post_id)] == [made[2].id, made[0].id]
    assert [line.id for line in training.listed(cara_desk, trainee_id=ann)] == [made[1].id]
