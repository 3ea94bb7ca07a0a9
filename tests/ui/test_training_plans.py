"""The plan of training by keys: planned in batches, settled by recording it, dropped and taken up; who had none."""

from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from reception.rules.duty import TrainingForm
from reception.rules.training import PlanDraft
from reception.services import posts, staff, training, training_plans
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, DAN, Clock, desk_of
from tests.ui.conftest import Ask, answered, sit, type_text, until
from tests.ui.duty_room import cover, enter, press
from tests.ui.test_accessibility import faults
from tests.ui.test_training import kept, rows
from ui.desk_link import DeskLink
from ui.main_window import MainWindow

__all__ = ["enter"]


def planned(desk: Desk) -> None:
    """Let 凯 plan two sessions of 本 for 安's post, the first until the 27th."""
    cover(desk)
    post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    ben, cara = staff.account_named(desk, BEN).id, desk_of(desk.store, CARA, desk.clock)  # type: ignore[arg-type]
    for topic, day in (("受理", 27), ("制证", 30)):
        draft = PlanDraft(
            batch="第一批",
            post_id=post.id,
            trainee_id=ben,
            topic=topic,
            form=TrainingForm.PAIR,
            by_on=date(2026, 11, day),
        )
        training_plans.plan(cara, draft)


def test_a_head_plans_a_batch_and_the_next_one_needs_only_who(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    sit(link, qtbot, CARA, clock)
    view = enter(view="training").views["training"]
    press(link, qtbot, "3", "N")
    form = view.ahead.form
    assert faults(shell) == []
    type_text(form.batch, "第一批")
    press(link, qtbot, "Ctrl+S")
    assert form.trainee.error == form.by_on.error == "请填写此项。"
    form.post.set_value(next(each.id for each in ask(posts.posts) if each.code == "JW-03"))
    form.trainee.set_value(ask(staff.account_named, BEN).id)
    form.form.set_value(TrainingForm.CLASS)
    type_text(form.topic, "受理")
    type_text(form.by_on, "12-4")
    press(link, qtbot, "Ctrl+S")
    assert rows(view.ahead.plans) == [["2026-12-04", "教务处·补办学生证岗", BEN, "受理", "第一批", "□ 计划"]]
    assert view.ahead.plans.hasFocus()
    assert (form.batch.text(), form.topic.text(), form.by_on.text(), form.trainee.value()) == (
        "第一批",
        "受理",
        "12-4",
        None,
    )
    press(link, qtbot, "N")
    form.trainee.set_value(ask(staff.account_named, ANN).id)
    press(link, qtbot, "Ctrl+S")
    assert [row[2] for row in rows(view.ahead.plans)] == [BEN, ANN]
    assert view.total.text() == "2 项计划，已培训 0，逾期 0。"


def test_what_is_late_is_red_and_enter_records_the_session_that_settles_it(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(planned)
    clock.advance(days=4)
    view = enter(view="training").views["training"]
    assert view.parts["plans"].text() == "培训计划 1"
    press(link, qtbot, "3")
    assert [row[5] for row in rows(view.ahead.plans)] == ["■ 逾期未培训", "□ 计划"]
    press(link, qtbot, "X")
    assert len(ask(training_plans.listed)) == 2  # 安 plans nothing, so she drops nothing
    press(link, qtbot, "Return")
    assert view.form.topic.text() == "受理"
    type_text(view.form.minutes, "60")
    press(link, qtbot, "Ctrl+S")
    assert [row[5] for row in rows(view.ahead.plans)] == ["□ 计划", "● 已培训 11-28"]
    assert view.parts["plans"].text() == "培训计划"
    assert [each.training.topic for each in ask(training.listed)] == ["受理"]


def test_a_plan_is_dropped_with_a_key_and_comes_back_with_another(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(planned)
    sit(link, qtbot, CARA, clock)
    view = enter(view="training").views["training"]
    press(link, qtbot, "3", "X")
    assert [row[3] for row in rows(view.ahead.plans)] == ["制证"]
    press(link, qtbot, "Ctrl+Z")
    assert [row[3] for row in rows(view.ahead.plans)] == ["受理", "制证"]


def test_who_had_no_training_this_year_is_listed_to_heads_and_planned_for_with_enter(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(planned)
    view = enter(view="training").views["training"]
    press(link, qtbot, "4")
    assert (view.part, view.parts["missing"].isHidden()) == ("sessions", True)
    sit(link, qtbot, CARA, clock)
    view = enter(view="training").views["training"]
    press(link, qtbot, "4")
    listed = {row[0]: row[2:] for row in rows(view.ahead.missing)}
    assert listed == {name: ["从未", "2026-11-27" if name == BEN else ""] for name in (ANN, BEN, CARA, DAN)}
    assert view.parts["missing"].text() == "今年未培训 4"
    view.ahead.missing.select_record(ask(staff.account_named, CARA).id)
    press(link, qtbot, "Return")
    form = view.ahead.form
    assert form.trainee.box.currentText() == CARA
    type_text(form.topic, "新规定")
    kept(link)
    press(link, qtbot, "Esc")
    assert view.ahead.missing.hasFocus()
    press(link, qtbot, "Return")
    until(lambda: form.topic.text() == "新规定")
    answered(link, qtbot)
