"""A head names who stands in before the gap begins: from the day's list, and from the month."""

from datetime import date
from typing import Any

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceKind
from reception.rules.staff import Role
from reception.services import absence_month, absences, duty, duty_day, staff
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, PASSWORD, Clock, desk_of
from tests.ui.conftest import Ask, answered, sit, type_text, until
from tests.ui.duty_room import away, cover, enter, press
from tests.ui.test_absence_month import lines
from tests.ui.test_accessibility import faults
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.roster.naming import NamingForm, NamingPage

__all__ = ["enter"]


def gap(desk: Desk) -> None:
    """Leave JW-03 with nobody tomorrow, Wednesday, from 9:26 to 12:00; 恩 is there too."""
    cover(desk)
    staff.add_account(desk, "恩", (Role.CLERK,), PASSWORD)
    away(desk, 50, AbsenceKind.TRAINING, 22)
    away(desk_of(desk.store, BEN, desk.clock), 26, AbsenceKind.MEETING, 23)  # type: ignore[arg-type]


def form_of(shell: MainWindow) -> NamingForm:
    return next(each for each in shell.findChildren(NamingPage) if each.isVisible()).form


def test_the_line_of_a_coming_gap_leads_with_one_key_to_the_form_that_names_somebody(
    ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(gap)
    sit(link, qtbot, CARA, clock)
    shell.activateWindow()
    assert QTest.qWaitForWindowActive(shell, 20_000)
    shell.go("today", part="morning")
    answered(link, qtbot)
    page: Any = shell.pages["today"]
    (line,) = ask(duty_day.of_day).coming
    page.table.select_record(f"coming-{line.account_id}")
    press(link, qtbot, "1")
    form = form_of(shell)
    assert (form.from_at.text(), form.until_at.text()) == ("2026-11-25 09:26", "2026-11-25 12:00")
    assert form.post.box.currentText() == "安：补办学生证岗 · 明天 09:26 – 明天 12:00"
    assert form.person.edit.hasFocus()
    assert faults(shell) == []
    QTest.keyClicks(form.person.edit, "en")
    press(link, qtbot, "Return")
    assert form.person.text() == "恩"
    press(link, qtbot, "Ctrl+S")
    assert not any(each.isVisible() for each in shell.findChildren(NamingPage))
    assert ask(duty_day.of_day).coming == ()
    assert ask(duty.holder_at, "JW-03", line_instant(link, line.first)).account_id == ask(staff.account_named, "恩").id


def line_instant(link: DeskLink, local: Any) -> Any:
    return link.desk.calendar.instant(local)


def test_the_month_names_for_the_chosen_day_and_shows_it_at_once(
    ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(gap)
    sit(link, qtbot, CARA, clock)
    view = enter(view="month").views["month"]
    assert view.name_button.isHidden()
    press(link, qtbot, "N")
    assert not shell.findChildren(NamingPage)
    press(link, qtbot, "Right", "N")
    form = form_of(shell)
    type_text(form.person.edit, "凯")
    form.until_at.set_text("明天 11")
    press(link, qtbot, "Ctrl+S")
    assert lines(view._covered) == [
        "■ 补办学生证岗：安 08:00–08:26；本（顶岗） 08:26–09:26、14:30–17:30；凯（顶岗） 09:26–11:00；"
        "空岗 11:00–12:00（1 小时），由 凯 负责"
    ]
    press(link, qtbot, "N")
    again = form_of(shell)
    assert again.from_at.text() == "2026-11-25 11:00"
    assert "已指定 凯，可改派" in again.post.box.itemText(1)


def test_whoever_is_away_is_refused_at_the_name_and_what_was_typed_survives(
    ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(gap)
    sit(link, qtbot, CARA, clock)
    enter(view="month")
    press(link, qtbot, "Right", "N")
    form = form_of(shell)
    type_text(form.person.edit, BEN)
    press(link, qtbot, "Ctrl+S")
    assert form.person.error == "此人这段时间也离岗，请另选一位。"
    form.until_at.edit.clear()
    type_text(form.until_at.edit, "不知道")
    press(link, qtbot, "Ctrl+S")
    assert form.until_at.error == "看不懂这个时间，请写成 9:30 或 11-20 9:30。"
    press(link, qtbot, "Esc", "N")
    again = form_of(shell)
    until(lambda: (again.person.text(), again.until_at.text()) == (BEN, "不知道"))
    assert ask(absence_month.month, 2026, 11).uncovered_minutes == 154


def test_a_clerk_sees_the_gap_but_names_nobody(ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, shell: MainWindow):
    ask(gap)
    view = enter(view="month").views["month"]
    press(link, qtbot, "Right", "N")
    assert (view.name_button.isHidden(), shell.findChildren(NamingPage)) == (True, [])
    assert "N" not in dict(view.keys())


def test_a_gap_that_was_closed_meanwhile_is_told_and_nothing_can_be_sent(
    ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(gap)
    sit(link, qtbot, CARA, clock)
    ann = next(each for each in ask(absences.colleagues) if each.name == ANN)
    enter(view="month")
    press(link, qtbot, "Right", "N")
    form = form_of(shell)
    ask(absences.cancel, ann.coming.id)
    type_text(form.person.edit, CARA)
    press(link, qtbot, "Ctrl+S")
    assert form.post.error == "这段时间没有空岗，不需要指定临时顶岗。"
    assert form.person.text() == CARA
    shell.close_step()
    shell.open_step(NamingPage(shell, link, date(2026, 11, 25)))
    answered(link, qtbot)
    empty = form_of(shell)
    assert empty.error.text() == "这里已经没有空岗：离岗改了期，或者有人回来了。"
    assert not empty.save_button.isEnabled()
