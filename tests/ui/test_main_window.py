"""The window around the pages: rooms, steps, keys, lines."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reception.errors import Unavailable
from reception.words import Language
from tests.cast import Clock
from tests.ui.conftest import answered
from tests.ui.rooms import ROOMS, PlainPage, SecondPage
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.rail import ROOMS as ALL_ROOMS
from ui.rail import Room

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(link: DeskLink, machine: Machine, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give a main window with two rooms, in the first of them."""
    made = MainWindow(link, Language.ZH, ROOMS, machine)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.go("inquiries")
    answered(link, qtbot)
    yield made
    made.end()


def type_of_page(room: Room) -> type[QWidget]:
    made = room.page_class()
    assert isinstance(made, type)
    return made


def page(window: MainWindow) -> PlainPage:
    found = window.present_page()
    assert isinstance(found, PlainPage)
    return found


def test_every_room_on_the_rail_has_its_page():
    assert [room.number for room in ALL_ROOMS] == [0, 1, 2, 3, 4, 5, 7, 8]
    assert all(issubclass(type_of_page(room), QWidget) for room in ALL_ROOMS)


def test_alt_and_a_number_enter_a_room(window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(window, Key.Key_3, ALT)
    assert (window.room, window.top.title.text()) == ("register", "乙")
    assert window.rail.buttons["register"].isChecked()
    qtbot.keyClick(window, Key.Key_1, ALT)
    assert window.room == "inquiries"


def test_a_click_on_the_rail_enters_a_room(window: MainWindow, qtbot: QtBot):
    qtbot.mouseClick(window.rail.buttons["register"], Qt.MouseButton.LeftButton)
    assert window.room == "register"


def test_a_room_learns_what_it_is_entered_for(window: MainWindow):
    window.go("register", number="2026-0001")
    assert page(window).events == [{"number": "2026-0001"}]


def test_a_room_is_built_once(window: MainWindow):
    first = page(window)
    window.go("register")
    window.go("inquiries")
    assert page(window) is first


def test_a_page_that_may_not_be_left_stays(window: MainWindow, qtbot: QtBot):
    page(window).leaves = False
    qtbot.keyClick(window, Key.Key_3, ALT)
    assert window.room == "inquiries"
    assert window.rail.buttons["inquiries"].isChecked()


def test_a_key_of_a_page_sleeps_while_another_room_is_shown(window: MainWindow, qtbot: QtBot):
    first = page(window)
    qtbot.keyClick(window, Key.Key_F5)
    window.go("register")
    qtbot.keyClick(window, Key.Key_F5)
    assert first.events == [{}, "F5"]


def test_no_key_acts_while_an_input_method_composes(window: MainWindow, qtbot: QtBot):
    first = page(window)
    first.edit.setFocus()
    QApplication.sendEvent(first.edit, QInputMethodEvent("ni", []))
    qtbot.keyClick(first.edit, Key.Key_F5)
    qtbot.keyClick(first.edit, Key.Key_3, ALT)
    qtbot.keyClick(first.edit, Key.Key_F1)
    assert (first.events, window.room, window.key_map.isVisible()) == ([{}], "inquiries", False)
    committed = QInputMethodEvent("", [])
    committed.setCommitString("你")
    QApplication.sendEvent(first.edit, committed)
    qtbot.keyClick(first.edit, Key.Key_F5)
    assert (first.edit.text(), first.events) == ("你", [{}, "F5"])


def test_a_step_lies_over_the_room_until_escape(window: MainWindow, link: DeskLink, qtbot: QtBot):
    step = PlainPage(window, link)
    step.title = "预览"
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 20_000)
    room = page(window)
    room.edit.setFocus()
    window.open_step(step)
    step.edit.setFocus()
    assert (window.top.title.text(), window.top.back.isVisible()) == ("预览", True)
    qtbot.keyClick(window, Key.Key_Escape)
    assert step.events == [{}, "ended"]
    assert (window.top.title.text(), window.top.back.isVisible()) == ("甲", False)
    qtbot.waitUntil(room.edit.hasFocus, timeout=20_000)


def test_entering_another_room_takes_the_steps_away(window: MainWindow, link: DeskLink):
    step = PlainPage(window, link)
    window.open_step(step)
    window.go("register")
    assert "ended" in step.events
    window.go("inquiries")
    assert window.top.title.text() == "甲"


def test_escape_goes_back_within_the_page_first(window: MainWindow, qtbot: QtBot):
    window.go("register")
    second = page(window)
    assert isinstance(second, SecondPage)
    qtbot.keyClick(window, Key.Key_Escape)
    assert (second.steps, window.room) == (0, "register")


def test_escape_in_a_room_never_loses_text(window: MainWindow, qtbot: QtBot):
    first = page(window)
    qtbot.keyClicks(first.edit, "abc")
    qtbot.keyClick(first.edit, Key.Key_Escape)
    assert first.edit.text() == "abc"


def test_f1_shows_the_keys_of_the_page_and_of_the_window(window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(window, Key.Key_F1)
    assert window.key_map.isVisible()
    assert ("F5", "签收") in window.key_map.shown
    assert ("Alt+3", "乙") in window.key_map.shown
    qtbot.keyClick(window, Key.Key_Escape)
    assert not window.key_map.isVisible()


def test_ctrl_k_searches_the_register_from_anywhere(window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(window, Key.Key_K, CTRL)
    assert window.top.search.hasFocus()
    qtbot.keyClicks(window.top.search, "zs")
    assert window.room == "register"
    assert page(window).events == [{"search": "z"}, {"search": "zs"}]
    assert window.top.search.hasFocus()


def test_the_search_box_takes_no_more_than_can_be_searched(window: MainWindow):
    window.top.search.setText("学" * 1000)
    assert len(window.top.search.text()) == 64


def test_a_toast_offers_undo_once(window: MainWindow, qtbot: QtBot):
    undone: list[bool] = []
    window.toast("已登记 首问〔2026〕0001", lambda: undone.append(True))
    assert window.toasts.text == "已登记 首问〔2026〕0001"
    qtbot.mouseClick(window.toasts.button, Qt.MouseButton.LeftButton)
    assert (undone, window.toasts.isVisible()) == ([True], False)
    qtbot.keyClick(window, Key.Key_Z, CTRL)
    assert undone == [True]


def test_ctrl_z_undoes_the_record_from_an_empty_field(window: MainWindow, qtbot: QtBot):
    undone: list[bool] = []
    window.toast("已登记", lambda: undone.append(True))
    page(window).edit.setFocus()
    qtbot.keyClick(page(window).edit, Key.Key_Z, CTRL)
    assert undone == [True]


def test_ctrl_z_undoes_typing_first(window: MainWindow, qtbot: QtBot):
    undone: list[bool] = []
    window.toast("已登记", lambda: undone.append(True))
    edit = page(window).edit
    edit.setFocus()
    qtbot.keyClicks(edit, "abc")
    qtbot.keyClick(edit, Key.Key_Z, CTRL)
    assert (edit.text(), undone) == ("", [])


def test_ctrl_z_undoes_long_after_the_toast_in_the_room_of_the_act(window: MainWindow, qtbot: QtBot):
    undone: list[str] = []
    window.toast("一", lambda: undone.append("一"))
    window.toast("二", lambda: undone.append("二"))
    window.toasts.end()
    page(window).edit.setFocus()
    for _ in range(3):
        qtbot.keyClick(page(window).edit, Key.Key_Z, CTRL)
    assert undone == ["二", "一"]


def test_ctrl_z_in_a_field_of_another_room_means_the_field(window: MainWindow, qtbot: QtBot):
    undone: list[bool] = []
    window.toast("已登记", lambda: undone.append(True))
    window.toasts.end()
    window.go("register")
    page(window).edit.setFocus()
    qtbot.keyClick(page(window).edit, Key.Key_Z, CTRL)
    assert (undone, window.room) == ([], "register")


def test_ctrl_z_outside_of_all_fields_leads_back_to_the_room_of_the_act(window: MainWindow, qtbot: QtBot):
    undone: list[bool] = []
    window.toast("已登记", lambda: undone.append(True))
    window.toasts.end()
    window.go("register")
    window.rail.buttons["register"].setFocus()
    qtbot.keyClick(window.rail.buttons["register"], Key.Key_Z, CTRL)
    assert (undone, window.room) == ([True], "inquiries")


def test_what_was_forgotten_is_not_undone(window: MainWindow, qtbot: QtBot):
    undone: list[bool] = []
    window.toast("已登记", lambda: undone.append(True))
    window.toasts.end()
    window.forget_undo()
    qtbot.keyClick(window, Key.Key_Z, CTRL)
    assert undone == []


def test_a_toast_shows_markup_as_text(window: MainWindow):
    window.toast("<b>张三</b>")
    labels = window.toasts.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_a_failure_stands_in_one_line_with_retry(window: MainWindow, link: DeskLink, qtbot: QtBot):
    tries: list[bool] = []
    link.failed.emit(Unavailable("disk_full"), lambda: tries.append(True))
    assert window.failure_line.isVisible()
    assert window.failure_line.words.text()
    qtbot.mouseClick(window.failure_line.button, Qt.MouseButton.LeftButton)
    assert (tries, window.failure_line.isVisible()) == ([True], False)


def test_the_banner_stays_until_its_act_is_taken(window: MainWindow, qtbot: QtBot):
    taken: list[bool] = []
    window.banner("本周周报尚未导出", "去导出", lambda: taken.append(True))
    qtbot.mouseClick(window.banner_line.button, Qt.MouseButton.LeftButton)
    assert taken == [True]
    assert "周报" not in window.banner_line.words.text()


def test_states_stand_beside_each_other_in_the_status_line(window: MainWindow):
    window.say("已保存草稿 10:26")
    window.say("打印机 就绪", place="printer")
    window.say("已保存草稿 10:27")
    assert window.status.words.text() == "已保存草稿 10:27 · 打印机 就绪"


def test_the_clock_follows_the_desk(window: MainWindow, link: DeskLink, clock: Clock):
    assert window.top.clock.text() == "11月24日 周二 10:26"
    clock.advance(minutes=1)
    link.beat()
    assert window.top.clock.text() == "11月24日 周二 10:27"


def test_badges_are_hidden_at_nought(window: MainWindow):
    window.badge("register", 3)
    assert window.rail._badges["register"].text() == "3"
    window.badge("register", 0)
    assert window.rail._badges["register"].isHidden()


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow):
    from PySide6.QtGui import QAccessible

    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget is not page(window).edit and widget.isVisible():
            spoken = QAccessible.queryAccessibleInterface(widget)
            if not spoken.text(QAccessible.Text.Name):
                nameless.append(widget)
    assert nameless == []


def test_the_guide_leads_through_the_rooms_and_back(window: MainWindow, qtbot: QtBot):
    window.show_guide()
    assert [step[0] for step in window.guide.steps] == ["inquiries"]
    qtbot.keyClick(window.guide.next_button, Key.Key_Return)
    assert not window.guide.isVisible()
    assert window.room == "inquiries"


def test_escape_skips_the_guide(window: MainWindow, qtbot: QtBot):
    window.show_guide()
    qtbot.keyClick(window, Key.Key_Escape)
    assert not window.guide.isVisible()


def test_the_map_of_keys_leads_to_the_guide(window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(window, Key.Key_F1)
    window.key_map._lead()
    assert (window.key_map.isVisible(), window.guide.isVisible()) == (False, True)


def test_a_failure_that_cannot_be_repeated_offers_no_retry(window: MainWindow, link: DeskLink):
    link.failed.emit(Unavailable("settings_not_kept"), None)
    assert window.failure_line.isVisible()
    assert not window.failure_line.button.isVisible()


def test_pages_end_with_the_window(window: MainWindow):
    first = page(window)
    window.end()
    assert first.events[-1] == "ended"
