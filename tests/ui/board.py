"""The board of what is due as a person works on it: entered, and by keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import answered, type_text
from ui.cases.page import CasesPage
from ui.desk_link import DeskLink
from ui.main_window import MainWindow

Enter = Callable[..., CasesPage]


def enter_board(shell: MainWindow, link: DeskLink, qtbot: QtBot, **what: Any) -> CasesPage:
    """Enter the room, and give its page when everything is there."""
    shell.activateWindow()
    assert QTest.qWaitForWindowActive(shell, 20_000)
    shell.go("cases", **what)
    answered(link, qtbot)
    page = shell.pages["cases"]
    assert isinstance(page, CasesPage)
    return page


def press(link: DeskLink, qtbot: QtBot, *keys: str) -> None:
    """Press keys where the focus is, one after the other, each when the one before has done its work."""
    for key in keys:
        chord = QKeySequence(key)[0]  # type: ignore[index]
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, chord.key(), chord.keyboardModifiers())
        qtbot.waitUntil(no_button_is_down)
        answered(link, qtbot)


def no_button_is_down() -> bool:
    """Tell whether no mnemonic is at work: it shows its button pressed for a moment before it acts."""
    window = QApplication.activeWindow()
    return window is None or not any(each.isDown() for each in window.findChildren(QAbstractButton))


def write(text: str) -> None:
    """Type a text where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)
