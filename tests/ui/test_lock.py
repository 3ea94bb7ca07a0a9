"""The lock and the shade: what a visitor sees, and what is left as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reception.services.office import add_counter
from tests.cast import ANN, BEN, CHEAP_PASSWORDS, PASSWORD, Clock
from tests.ui.conftest import Seconds, answered, type_text
from tests.ui.rooms import ROOMS, PlainPage
from ui import look
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.sign_in import SignInPage
from ui.watch import Watch
from ui.window import Window

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(
    empty_link: DeskLink, office: Path, machine: Machine, clock: Clock, seconds: Seconds, qtbot: QtBot
) -> Iterator[Window]:
    """Give the whole window with 安 Ann at work."""
    made = Window(empty_link, office, machine, clock, ROOMS, passwords=CHEAP_PASSWORDS)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open()
    answered(empty_link, qtbot)
    enter(made, qtbot, ANN)
    yield made
    made.close()


def door(window: Window) -> SignInPage:
    page = window.stack.currentWidget()
    assert isinstance(page, SignInPage)
    return page


def enter(window: Window, qtbot: QtBot, name: str) -> None:
    page = door(window)
    page.set_name("")
    type_text(page.name, name)
    qtbot.keyClick(page.name.edit, Key.Key_Return)
    qtbot.keyClicks(page.password.edit, PASSWORD)
    qtbot.keyClick(page.password.edit, Key.Key_Return)
    answered(window._link, qtbot)


def work(window: Window) -> MainWindow:
    assert window.work is not None
    return window.work


def page(window: Window) -> PlainPage:
    found = work(window).present_page()
    assert isinstance(found, PlainPage)
    return found


def visible_texts(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_no_part_of_the_window_flashes_up_on_its_own(window: Window, seen: Watch, qtbot: QtBot):
    shown: list[QWidget] = []
    window.lock()
    seen.shown = shown.append
    enter(window, qtbot, BEN)
    assert shown == []


def test_ctrl_l_stands_at_the_door_at_once(window: Window, qtbot: QtBot):
    qtbot.keyClick(window, Key.Key_L, CTRL)
    assert window.is_locked
    assert door(window).name.edit.hasFocus()
    assert not work(window).isVisible()


def test_the_door_names_a_counter_that_was_added_meanwhile(window: Window, qtbot: QtBot):
    window.link.change(window, add_counter, "3号窗口")
    answered(window.link, qtbot)
    qtbot.keyClick(window, Key.Key_L, CTRL)
    answered(window.link, qtbot)
    choices = door(window).counter.box
    assert "3号窗口" in [choices.itemText(place) for place in range(choices.count())]


def test_what_was_typed_is_there_after_unlocking(window: Window, qtbot: QtBot):
    type_text(page(window).edit, "学生证遗失")
    before = work(window)
    window.lock()
    enter(window, qtbot, ANN)
    assert work(window) is before
    assert page(window).edit.text() == "学生证遗失"


def test_another_colleague_gets_a_desk_of_his_own(window: Window, qtbot: QtBot):
    first = page(window)
    type_text(first.edit, "学生证遗失")
    window.lock()
    enter(window, qtbot, BEN)
    assert window._link.desk.account.name == BEN
    assert page(window).edit.text() == ""
    assert "ended" in first.events


def test_the_desk_locks_after_the_idle_time_and_not_before(window: Window, seconds: Seconds):
    seconds.now += 3 * 60 - 1
    window.tick()
    before = window.is_locked
    seconds.now += 1
    window.tick()
    assert (before, window.is_locked) == (False, True)
    assert door(window).password.edit.hasFocus()


def test_typing_keeps_the_desk_open(window: Window, seconds: Seconds, qtbot: QtBot):
    for _minute in range(5):
        seconds.now += 60
        qtbot.keyClicks(page(window).edit, "a")
        window.tick()
    assert not window.is_locked


def test_a_clock_that_jumps_neither_locks_nor_delays_the_lock(window: Window, seconds: Seconds, clock: Clock):
    clock.advance(days=400)
    window.tick()
    before = window.is_locked
    clock.advance(days=-800)
    seconds.now += 180
    window.tick()
    assert (before, window.is_locked) == (False, True)


def test_the_lock_hides_every_window_with_its_dialogs_and_boxes(window: Window, qtbot: QtBot):
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.open()
    box = look.confirm(dialog, "作废", "张三 13800001234", "作废登记", lambda: None)
    loose = QWidget()
    loose.show()
    window.lock()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [window]
    enter(window, qtbot, ANN)
    assert dialog.isVisible()
    assert box.isVisible()
    assert loose.isVisible()
    box.close()
    dialog.close()
    loose.close()


def test_a_window_that_opens_behind_the_lock_stays_hidden(window: Window, qtbot: QtBot):
    window.lock()
    late = QWidget()
    qtbot.addWidget(late)
    late.show()
    qtbot.waitUntil(lambda: not late.isVisible())
    enter(window, qtbot, ANN)
    assert late.isVisible()


def test_the_windows_of_the_one_before_are_closed_for_the_next(window: Window, qtbot: QtBot):
    loose = QWidget()
    closed: list[bool] = []
    loose.destroyed.connect(lambda: closed.append(True))
    loose.show()
    window.lock()
    enter(window, qtbot, BEN)
    qtbot.waitUntil(lambda: bool(closed))


def test_the_lock_empties_the_clipboard(window: Window):
    QApplication.clipboard().setText("张三 13800001234")
    window.lock()
    assert QApplication.clipboard().text() == ""


def test_the_locked_window_shows_nothing_of_the_work(window: Window):
    work(window).toast("已登记 张三")
    window.lock()
    assert not any("张三" in text for text in visible_texts(window))


def test_no_key_reaches_the_work_behind_the_lock(window: Window, qtbot: QtBot):
    events = list(page(window).events)
    hidden = page(window)
    window.lock()
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.keyClick(window, Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert hidden.events == events
    assert window.is_locked


def test_a_locked_desk_still_sees_changes_and_stays_locked(window: Window, seconds: Seconds, qtbot: QtBot):
    window.lock()
    seconds.now += 100_000
    window.tick()
    answered(window._link, qtbot)
    assert window.is_locked


def test_f12_blanks_the_window_in_one_colour_at_once(window: Window, qtbot: QtBot):
    qtbot.keyClick(window, Key.Key_F12)
    picture = window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    assert len(colours) == 1
    assert not window.is_locked


@pytest.mark.parametrize("key", [Key.Key_F12, Key.Key_Escape])
def test_the_shade_is_lifted_with_nothing_lost(window: Window, qtbot: QtBot, key: Qt.Key):
    type_text(page(window).edit, "学生证遗失")
    qtbot.keyClick(window, Key.Key_F12)
    qtbot.keyClicks(window.shade, "abc")
    qtbot.keyClick(window.shade, key)
    assert work(window).isVisible()
    assert page(window).edit.text() == "学生证遗失"


def test_the_shade_hides_other_windows_too(window: Window, qtbot: QtBot):
    box = look.confirm(window, "作废", "张三", "作废登记", lambda: None)
    window.draw_shade()
    assert not box.isVisible()
    window.lift_shade()
    assert box.isVisible()
    assert isinstance(box, QMessageBox)
    box.close()


def test_the_shade_turns_into_the_lock_when_nobody_comes_back(window: Window, seconds: Seconds, qtbot: QtBot):
    window.draw_shade()
    seconds.now += 180
    window.tick()
    assert isinstance(window.stack.currentWidget(), SignInPage)
    assert window.is_locked


def test_a_shade_over_the_door_leaves_it_locked(window: Window):
    window.lock()
    window.draw_shade()
    window.lift_shade()
    assert window.is_locked
    assert isinstance(window.stack.currentWidget(), SignInPage)


def test_the_title_of_the_window_names_nobody(window: Window, qtbot: QtBot):
    titles = {window.windowTitle()}
    window.draw_shade()
    titles.add(window.windowTitle())
    window.lift_shade()
    window.lock()
    titles.add(window.windowTitle())
    assert not any(ANN in title or "教务处" in title for title in titles)
