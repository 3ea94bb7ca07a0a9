"""The room of posts and duty: away by keys, gaps shown, returns confirmed."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.services import absences, posts, staff
from tests.cast import ANN, BEN, CARA, DAN, Clock
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.duty_room import Enter, away, enter, press
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.roster import RosterPage

__all__ = ["enter"]


def settled(page: RosterPage, link: DeskLink, qtbot: QtBot) -> None:
    """Wait until the form has asked what stays uncovered, and knows."""
    qtbot.waitUntil(lambda: not page.pane.form.is_asking, timeout=20_000)
    answered(link, qtbot)


def rows(page: RosterPage) -> list[list[str]]:
    model = page.table.records
    return [
        [str(model.index(row, place).data()) for place in range(model.columnCount())] for row in range(model.rowCount())
    ]


def cover_all(desk: Any) -> None:
    """Give every post to 凯 with 本 standing in."""
    holder, stand_in = staff.account_named(desk, CARA).id, staff.account_named(desk, BEN).id
    for post in posts.posts(desk):
        posts.staff_post(desk, post.id, holder, stand_in)


def meeting(desk: Any) -> Any:
    """Let whoever sits at the desk be in a meeting for two hours."""
    return away(desk, 2, AbsenceKind.MEETING, reach="8008")


def test_everybody_is_listed_with_state_posts_and_stand_in(ask: Ask, enter: Enter):
    ask(cover_all)
    page = enter()
    assert rows(page) == [
        [CARA, "● 在岗", "", "", "65 个岗位", f"▲ {BEN}"],
        [ANN, "● 在岗", "", "", "", ""],
        [BEN, "● 在岗", "", "", "", ""],
        [DAN, "● 在岗", "", "", "", ""],
    ]
    assert page.pane.colleague is not None
    assert page.pane.colleague.name == ANN


def test_a_few_keys_set_oneself_away(ask: Ask, enter: Enter, link: DeskLink, qtbot: QtBot, shell: MainWindow):
    ask(cover_all)
    page = enter()
    press(link, qtbot, "A", "Down", "Down", "Down", "Down", "Tab")
    type_text(QApplication.focusWidget(), "1430")  # type: ignore[arg-type]
    settled(page, link, qtbot)
    assert page.pane.form.until.line.text() == "14:30"
    press(link, qtbot, "Ctrl+S")
    assert page.pane.form.leader.error == "告知了哪位领导、何时？还没有告知就再登记一次，不再问。"
    assert page.pane.form.leader.edit.hasFocus()
    type_text(QApplication.focusWidget(), "李处长 9:10")  # type: ignore[arg-type]
    press(link, qtbot, "Ctrl+S")
    [line] = ask(absences.now_away)
    assert line.absence.leader_told == "李处长 9:10"
    assert rows(page)[0] == [ANN, "■ 离岗", "公出，预计 14:30 返回", "", "", ""]
    assert shell.toasts.text == "已登记 安 离岗"
    assert page.table.hasFocus()


def test_which_leader_was_told_is_asked_once_an_absence_and_not_for_a_moment_outside(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    ask(cover_all)
    page = enter()
    form = page.pane.form

    def left(kind: AbsenceKind) -> list[AbsenceKind]:
        """Submit the form once more, and give who is away then for what."""
        page.people._begin()
        form.kind.set_value(kind)
        form.until.set_text("+20")
        form.submit()
        answered(link, qtbot)
        return [line.absence.kind for line in ask(absences.now_away)]

    assert left(AbsenceKind.MEETING) == []
    page.people.back()
    assert left(AbsenceKind.MEETING) == [AbsenceKind.MEETING]
    ask(absences.back, ask(absences.now_away)[0].id)
    assert left(AbsenceKind.TRAINING) == []
    assert "告知了哪位领导" in form.leader.error
    assert left(AbsenceKind.SHORT) == [AbsenceKind.SHORT]


def test_posts_that_stay_uncovered_are_shown_before_it_is_entered(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    page.people._begin()
    form = page.pane.form
    form.kind.set_value(AbsenceKind.TRAINING)
    type_text(form.until, "14:30")
    form.submit()
    answered(link, qtbot)
    settled(page, link, qtbot)
    assert ask(absences.now_away) == ()
    assert form.warning.text() == "▲ 65 个岗位空岗 1 小时 34 分钟：11-24 10:26 至 14:30，没有设 B岗。"
    assert form.save_button.text() == "知道空岗，仍登记(&S)"
    form.submit()
    answered(link, qtbot)
    assert [line.absence.account for line in ask(absences.now_away)] == [ANN]


def test_a_time_that_cannot_be_read_is_told_at_its_field(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    page.people._begin()
    type_text(page.pane.form.until, "很快")
    page.pane.form.submit()
    assert "看不懂这个时间" in page.pane.form.until.error
    page.pane.form.until.set_text("9:00")
    page.pane.form.submit()
    answered(link, qtbot)
    errors = {name: field.error for name, field in page.pane.form._fields.fields.items() if field.error}
    assert errors == {"kind": "请填写此项。", "until_at": "预计返回时间须晚于离岗时间，请更正。"}


def test_a_short_absence_proposes_half_an_hour(enter: Enter):
    page = enter()
    page.people._begin()
    form = page.pane.form
    form.kind.set_value(AbsenceKind.SHORT)
    form.kind.box.activated.emit(form.kind.box.currentIndex())
    assert form.until.text() == "+30"


def test_escape_steps_back_and_keeps_what_was_typed(enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = enter()
    press(link, qtbot, "A")
    type_text(page.pane.form.reason, "去省厅")
    press(link, qtbot, "Esc")
    assert page.pane.form_area.isHidden()
    assert page.table.hasFocus()
    press(link, qtbot, "Down", "Up", "A")
    assert page.pane.form.reason.text() == "去省厅"


def test_who_was_interrupted_goes_on_typing_in_the_form_left_open(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    page = enter()
    press(link, qtbot, "A", "Alt+U")
    type_text(page.pane.form.until, "14")
    shell.go("inquiries")
    answered(link, qtbot)
    enter()
    press(link, qtbot, ":", "3", "0")
    assert page.pane.form.until.text() == "14:30"


def test_the_return_is_confirmed_by_a_key(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock):
    ask(meeting)
    clock.advance(hours=3)
    page = enter()
    assert rows(page)[0][:3] == [ANN, "■ 待销假", "会议，应已返回，待销假"]
    press(link, qtbot, "B")
    assert rows(page)[0][1] == "● 在岗"
    assert ask(absences.now_away) == ()


def test_another_is_set_away_by_a_head_only(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow, clock: Clock
):
    ben = ask(staff.account_named, BEN)
    page = enter(account=ben.id)
    assert page.pane.colleague is not None
    assert (page.pane.colleague.name, page.pane.away_button.isEnabled()) == (BEN, False)
    assert "登记他人离岗" in page.pane.note.text()
    press(link, qtbot, "A")
    assert page.pane.form_area.isHidden()
    sit(link, qtbot, CARA, clock)
    page.people._read()
    answered(link, qtbot)
    assert page.pane.away_button.isEnabled()


def test_the_planned_return_is_put_off_in_place(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    ask(meeting)
    page = enter()
    press(link, qtbot, "Alt+T")
    assert not page.pane.form.kind.isVisible()
    type_text(page.pane.form.until, "17")
    press(link, qtbot, "Return")
    assert rows(page)[0][2] == "会议，预计 17:00 返回"


def test_a_plan_is_shown_and_can_be_cancelled(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock):
    draft = AbsenceDraft(
        kind=AbsenceKind.ANNUAL_LEAVE,
        from_at=clock() + timedelta(days=1),
        until_at=clock() + timedelta(days=2),
    )
    ask(absences.set_away, draft, knowing_gaps=True)
    page = enter()
    assert rows(page)[0][1] == "● 在岗"
    qtbot.mouseClick(page.pane.cancel_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert [line.coming for line in ask(absences.colleagues)] == [None] * 4
    assert page.pane.cancel_button.isHidden()


def test_what_another_window_changes_appears(enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    ask(meeting)
    link.beat()
    answered(link, qtbot)
    assert rows(page)[0][1] == "■ 离岗"
