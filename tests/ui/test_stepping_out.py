"""One key leaves the desk for half an hour and locks it; the return is asked for until it is confirmed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceKind
from reception.services import absences
from tests.cast import ANN, CHEAP_PASSWORDS, PASSWORD, Clock, desk_of
from tests.ui.conftest import answered
from tests.ui.rooms import ROOMS
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.sign_in import SignInPage
from ui.window import Window


@pytest.fixture
def window(empty_link: DeskLink, office: Path, machine: Machine, clock: Clock, qtbot: QtBot) -> Iterator[Window]:
    """Give the whole window with 安 Ann at work."""
    made = Window(empty_link, office, machine, clock, ROOMS, passwords=CHEAP_PASSWORDS)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.open()
    answered(empty_link, qtbot)
    empty_link.without_desk(made, lambda store: desk_of(store, ANN, clock), empty_link.store, done=made._entered)
    answered(empty_link, qtbot)
    yield made
    assert made.work is not None
    made.work.end()


def press(window: Window, qtbot: QtBot, keys: str) -> None:
    chord = QKeySequence(keys)[0]  # type: ignore[index]
    QTest.keyClick(QApplication.focusWidget() or window, chord.key(), chord.keyboardModifiers())
    answered(window.link, qtbot)


def away(window: Window, qtbot: QtBot) -> list[AbsenceKind]:
    found: list[AbsenceKind] = []
    window.link.run(window, absences.now_away, done=lambda lines: found.extend(line.absence.kind for line in lines))
    answered(window.link, qtbot)
    return found


def door(window: Window) -> SignInPage:
    page = window.stack.currentWidget()
    assert isinstance(page, SignInPage)
    return page


def come_back(window: Window, qtbot: QtBot) -> None:
    page = door(window)
    page.set_name(ANN)
    page.password.set_text(PASSWORD)
    page.submit()
    answered(window.link, qtbot)
    assert not window.is_locked


def test_one_key_leaves_for_half_an_hour_and_locks(window: Window, qtbot: QtBot):
    press(window, qtbot, "Ctrl+Shift+L")
    assert window.is_locked
    assert away(window, qtbot) == [AbsenceKind.SHORT]
    assert door(window)._notice.text() == "已锁定。没有写完的内容都在。您登记了离岗：临时离开，预计 10:56 返回。"
    assert door(window).act_button.isHidden()


def test_whoever_is_back_is_asked_and_confirms_with_the_same_key(window: Window, qtbot: QtBot):
    press(window, qtbot, "Ctrl+Shift+L")
    come_back(window, qtbot)
    assert window.work is not None
    assert "您登记了离岗：临时离开" in window.work.banner_line.words.text()
    assert away(window, qtbot) == [AbsenceKind.SHORT]
    press(window, qtbot, "Ctrl+Shift+L")
    assert (window.is_locked, away(window, qtbot)) == (False, [])
    assert "离岗" not in window.work.banner_line.words.text()
    assert window.work.toasts.text == "已销假，欢迎回来"


def test_the_line_says_once_more_when_the_return_is_overdue(window: Window, qtbot: QtBot, clock: Clock):
    press(window, qtbot, "Ctrl+Shift+L")
    come_back(window, qtbot)
    assert window.work is not None
    window.work.banner_line.end()
    window.link.beat()
    answered(window.link, qtbot)
    assert "离岗" not in window.work.banner_line.words.text()
    clock.advance(minutes=31)
    window.link.beat()
    answered(window.link, qtbot)
    assert "应已返回" in window.work.banner_line.words.text()
    window.work.banner_line.button.click()
    answered(window.link, qtbot)
    assert away(window, qtbot) == []


def test_the_locked_desk_offers_the_same_to_whoever_locked_it(window: Window, qtbot: QtBot):
    press(window, qtbot, "Ctrl+L")
    page = door(window)
    assert page.act_button.text() == "安 暂离 30 分钟(&T)"
    page.act_button.click()
    answered(window.link, qtbot)
    assert away(window, qtbot) == [AbsenceKind.SHORT]
    assert (page.act_button.isHidden(), page._notice.text()) == (True, "您登记了离岗：临时离开，预计 10:56 返回。")
    assert window.is_locked


def test_the_door_before_anybody_worked_offers_nothing(
    empty_link: DeskLink, office: Path, machine: Machine, clock: Clock, qtbot: QtBot
):
    made = Window(empty_link, office, machine, clock, ROOMS, passwords=CHEAP_PASSWORDS)
    qtbot.addWidget(made)
    made.open()
    answered(empty_link, qtbot)
    assert door(made).act_button.isHidden()
