"""A desk at which somebody types until the program is killed: what the programs of such desks share.

They print a line for each key, so that whoever kills them knows how much was typed.
"""

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reception.store.database import open_store
from reception.words import Language
from tests.cast import ANN, Clock, desk_of
from ui import look
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.rail import ROOMS

PACE_MS = 15


class KilledDesk:
    """The real window in one room, with 安 Ann at it."""

    def __init__(self, folder: Path, room: str) -> None:
        self.app = QApplication([])
        look.dress(self.app)
        self.link = DeskLink()
        self.link.without_desk(self.link, open_store, folder, done=self.link.hold)
        self.wait()
        self.link.without_desk(self.link, lambda: desk_of(self.link.store, ANN, Clock()), done=self.link.sit_down)
        self.wait()
        self.window = MainWindow(self.link, Language.ZH, tuple(each for each in ROOMS if each.name == room))
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.go(room)
        self.wait()

    def wait(self) -> None:
        """Wait until the line is quiet."""
        while True:
            self.app.processEvents()
            if not self.link.is_busy:
                self.app.processEvents()
                return

    def focus(self) -> QWidget:
        """Give what has the focus."""
        found = self.app.focusWidget()
        assert found is not None
        return found

    def type_until_killed(self, edit: QWidget, signs: str = "a", line: Callable[[int], str] = str) -> None:
        """Strike one sign after another again and again, and print a line for each with how many there were."""
        typed = 0

        def strike() -> None:
            nonlocal typed
            QTest.keyClick(edit, signs[typed % len(signs)])
            typed += 1
            print(line(typed), flush=True)

        clock = QTimer(interval=PACE_MS)
        clock.timeout.connect(strike)
        clock.start()
        self.app.exec()
