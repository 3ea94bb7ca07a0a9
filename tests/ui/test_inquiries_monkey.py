"""Somebody hits the keys without sense: nothing falls over, nothing is recorded that the rules forbid."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink

KEYS = [
    *(f"F{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 11)),
    *(f"Shift+F{n}" for n in (5, 6, 7, 8, 9)),
    *("Tab", "Shift+Tab", "Return", "Escape", "Up", "Down", "Left", "Right", "Space", "Backspace", "Delete"),
    *("Ctrl+S", "Ctrl+Return", "Ctrl+Z", "Ctrl+A", "Ctrl+V", "Alt+N", "Alt+T", "Alt+K", "Alt+M", "Alt+S", "Alt+B"),
    *("1", "2", "3", "4"),
]
TEXTS = ["王芳", "13800001234", "学生证", "xsz", "bb", "财务", "😀", "<b>", "a\u202eb", "２０２６"]
EVENTS = 400


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_senseless_keys_do_no_harm(clerk: Clerk, seed: int):
    chance = random.Random(seed)
    for _event in range(EVENTS):
        act = chance.random()
        if act < 0.02:
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            clerk.window.activateWindow()
            assert QTest.qWaitForWindowActive(clerk.window)
            clerk.page.new()
            clerk.begin(name="王芳", phone="13800001234").press(chance.choice(("F5", "Shift+F9")), "Ctrl+S")
        elif act < 0.55:
            clerk.press(chance.choice(KEYS))
        elif act < 0.8 and clerk.focus() is not None:
            clerk.type(chance.choice(TEXTS))
        else:
            buttons = [each for each in clerk.page.findChildren(QAbstractButton) if each.isVisible()]
            QTest.mouseClick(chance.choice(buttons), Qt.MouseButton.LeftButton)
            QApplication.processEvents()
        while clerk.window.present_page() is not clerk.page:
            clerk.window.close_step()
            clerk.settle()
    clerk.settle()
    recorded = clerk.recorded()
    assert recorded
    for inquiry in recorded:
        assert inquiry.summary
        assert inquiry.first_officer == "安"
