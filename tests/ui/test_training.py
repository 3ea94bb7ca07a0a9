"""Training in the duty room by keys: recorded, set right, struck out; what is typed is never lost."""

from datetime import date
from typing import Any

from pytestqt.qtbot import QtBot

from reception.rules.duty import TrainingForm, TrainingResult
from reception.rules.training import TrainingDraft
from reception.services import posts, staff, training
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, DAN, Clock
from tests.ui.conftest import Ask, answered, sit, type_text, until
from tests.ui.duty_room import cover, enter, press
from tests.ui.test_accessibility import faults
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.main_window import MainWindow
from ui.roster.training import TrainingView

__all__ = ["enter"]


def held(desk: Desk) -> int:
    """Record a session of 本 for 安's post, and give its id."""
    post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    draft = TrainingDraft(
        post_id=post.id,
        trainee_id=staff.account_named(desk, BEN).id,
        trainer=ANN,
        on=date(2026, 11, 20),
        topic="补办学生证的全流程",
        minutes=90,
        form=TrainingForm.PAIR,
        result=TrainingResult.TO_IMPROVE,
    )
    return training.record(desk, draft).id


def rows(table: Any) -> list[list[str]]:
    model = table.records
    return [
        [str(model.index(row, place).data()) for place in range(model.columnCount())] for row in range(model.rowCount())
    ]


def stand_ins(page: Any) -> list[str]:
    """Give the stand-ins as the list of colleagues shows them."""
    return [row[5] for row in rows(page.table) if row[5]]


def kept(link: DeskLink) -> None:
    """Wait until everything that was typed lies in the drafts."""
    until(lambda: not DraftKeeper.of(link).is_busy)


def test_the_holder_records_a_session_for_whom_never_had_one(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
) -> None:
    ask(cover)
    page = enter()
    assert stand_ins(page) == [f"▲ {BEN}"]
    press(link, qtbot, "Alt+Q")
    view = page.views["training"]
    assert isinstance(view, TrainingView)
    assert view.table.hasFocus()
    assert faults(shell) == []
    press(link, qtbot, "2")
    assert [row[1:3] + row[5:] for row in rows(view.people)] == [[BEN, "0", "■ 从未培训"]]
    press(link, qtbot, "Return")
    assert (view.form.post.box.currentText(), view.form.trainee.box.currentText()) == ("教务处·补办学生证岗", BEN)
    assert view.form.topic.edit.hasFocus()
    type_text(view.form.topic, "补办学生证的全流程")
    press(link, qtbot, "Ctrl+S")
    assert view.form.minutes.error == view.form.form.error == "请填写此项。"
    assert view.form.minutes.edit.hasFocus()
    type_text(view.form.minutes, "90")
    type_text(view.form.on, "x")
    press(link, qtbot, "Ctrl+S")
    assert "看不懂这个日期" in view.form.on.error
    view.form.on.edit.selectAll()
    type_text(view.form.on, "昨天")
    assert view.form.on.line.text() == "2026-11-23"
    view.form.form.setFocus()
    press(link, qtbot, "Down", "Ctrl+S")
    (line,) = ask(training.listed)
    known = line.training
    assert (known.trainee, known.trainer, known.minutes, known.on) == (BEN, ANN, 90, date(2026, 11, 23))
    assert (known.topic, known.form, known.result) == ("补办学生证的全流程", TrainingForm.CLASS, TrainingResult.PASSED)
    assert view.people.hasFocus()
    assert rows(view.people)[0][5] == "● 合格"
    press(link, qtbot, "Alt+O")
    assert stand_ins(page) == [BEN]


def test_a_session_is_set_right_with_a_reason_and_struck_out(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
) -> None:
    ask(cover)
    ask(held)
    view = enter(view="training").views["training"]
    press(link, qtbot, "Return")
    assert view.form.title.text() == f"更正：2026-11-20 {BEN}"
    assert view.form.reason.edit.hasFocus()
    assert faults(shell) == []
    view.form.minutes.edit.selectAll()
    type_text(view.form.minutes, "60")
    press(link, qtbot, "Ctrl+S")
    assert view.form.reason.error == "请填写此项。"
    type_text(view.form.reason, "多记了半小时")
    press(link, qtbot, "Return")
    assert rows(view.table)[0][4] == "60"
    press(link, qtbot, "E")
    type_text(view.form.reason, "没有举行")
    press(link, qtbot, "Alt+X")
    assert rows(view.table)[0][4] == "注销"
    assert ask(training.listed)[0].training.is_void
    press(link, qtbot, "Return")
    assert view.table.hasFocus()  # what was struck out is not set right any more


def test_what_is_typed_survives_another_view_a_correction_and_a_crash(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
) -> None:
    ask(cover)
    ask(held)
    page = enter(view="training")
    view = page.views["training"]
    press(link, qtbot, "N")
    type_text(view.form.topic, "值班电话怎样转接")
    view.form.trainee.setFocus()
    press(link, qtbot, "Down", "Escape", "E")
    assert view.form.topic.text() == "补办学生证的全流程"
    kept(link)
    press(link, qtbot, "Escape", "N")
    kept(link)
    until(lambda: view.form.topic.text() == "值班电话怎样转接")
    again = TrainingView(shell, link)
    qtbot.addWidget(again)
    again.read()
    answered(link, qtbot)
    kept(link)
    until(lambda: again.form.topic.text() == "值班电话怎样转接")
    assert again.form.trainee.value() is not None


def test_the_list_is_narrowed_by_post_and_person(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
) -> None:
    ask(cover)
    ask(held)
    sit(link, qtbot, CARA, clock)
    view = enter(view="training").views["training"]
    assert len(rows(view.table)) == 1
    assert view.total.text() == "1 次，共 1.5 小时；注销的不计。"
    people = [view.person.box.itemText(place) for place in range(view.person.box.count())]
    assert people == ["全部", ANN, BEN, CARA, DAN]
    view.person.setFocus()
    press(link, qtbot, "Down")
    assert (view.person.box.currentText(), rows(view.table), view.total.text()) == (ANN, [], "")
    press(link, qtbot, "Down")
    assert len(rows(view.table)) == 1


def test_who_holds_no_post_reads_his_own_sessions_and_records_none(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
) -> None:
    ask(cover)
    ask(held)
    sit(link, qtbot, BEN, clock)
    view = enter(view="training").views["training"]
    assert [row[2] for row in rows(view.table)] == [BEN]
    press(link, qtbot, "N", "E")
    assert view.table.hasFocus()
    assert not view.form.isVisible()
    assert view.nothing.isVisible()
    assert not view.new_button.isVisible()
