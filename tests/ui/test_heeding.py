"""A window that is gone is forgotten: nothing on the line, which outlives it, holds it or acts for it."""

import gc
import weakref
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Ask, answered
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink
from ui.rail import ROOMS
from ui.watch import Watch


def walked_through(link: DeskLink, ask: Ask, qtbot: QtBot) -> "weakref.ref[Any]":
    """Enter every room, leave the window, and give what would still know of it."""
    clerk = Clerk(link, ask, qtbot, ROOMS)
    for room in ROOMS:
        clerk.window.go(room.name)
        answered(link, qtbot)
    assert set(clerk.window.pages) == {room.name for room in ROOMS}
    clerk.close()
    answered(link, qtbot)
    clerk.window.deleteLater()
    gone = weakref.ref(clerk.window)
    del clerk
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return gone


def test_nothing_holds_a_window_whose_person_left(link: DeskLink, ask: Ask, qtbot: QtBot):
    assert walked_through(link, ask, qtbot)() is None


def test_nothing_acts_for_a_window_whose_person_left(link: DeskLink, ask: Ask, qtbot: QtBot):
    walked_through(link, ask, qtbot)
    sent = link._numbers
    link.minute.emit()
    link.changed.emit(frozenset({"Unit", "Matter", "PrintJob", "Notice", "Letter", "Wording", "Account", "Post"}))
    assert link._numbers == sent


def test_no_key_is_asked_of_a_window_that_is_gone(link: DeskLink, ask: Ask, qtbot: QtBot, seen: Watch):
    clerk = Clerk(link, ask, qtbot)
    assert seen.claims is not None
    clerk.page.unsaved._keeper.close()
    clerk.window.close()
    clerk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    QTest.keyClick(other, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seen.claims is None
    del clerk
    gc.collect()  # who closes what is left must not find it
