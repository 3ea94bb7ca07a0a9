"""A hand at the keyboard: presses keys, commits text as an input method does, waits for answers, takes pictures."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.desk_link import DeskLink
from ui.window import Window

PATIENCE_S = 60.0
CALM_MS = 40


class Hand:
    """Works in one window and leaves pictures in a folder."""

    def __init__(self, window: Window, link: DeskLink, pictures: Path) -> None:
        self.window, self._link, self._pictures = window, link, pictures
        self.taken: list[Path] = []
        self.faults: list[BaseException] = []
        pictures.mkdir(parents=True, exist_ok=True)

    def wait_for(self, what: Callable[[], bool], why: str) -> None:
        """Let the program work until something is so.

        Raises:
            TimeoutError: it was not so within a minute; `why` says what was waited for.
            BaseException: what the program itself stumbled over meanwhile.
        """
        deadline = time.monotonic() + PATIENCE_S
        while not what():
            if self.faults:
                raise self.faults[0]
            if time.monotonic() > deadline:
                raise TimeoutError(why)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def settle(self) -> None:
        """Wait until every question to the desk is answered, and what follows from the answers too."""
        for _ in range(2):
            QTest.qWait(CALM_MS)
            self.wait_for(lambda: not self._link.is_busy, "an answer of the desk")

    def press(self, *keys: str) -> None:
        """Press keys as they are written in menus: `Ctrl+S`, `F5`, `Alt+3`, `Return`."""
        for name in keys:
            self._be_active()
            combination = QKeySequence(name)[0]  # type: ignore[index]
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            self.settle()

    def _be_active(self) -> None:
        """Without a window manager nobody gives the window its place back when another one closes."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)

    def write(self, text: str) -> None:
        """Commit text where the focus is, as an input method does.

        Raises:
            LookupError: nothing has the focus.
        """
        self._be_active()
        target = QApplication.focusWidget()
        if target is None:
            raise LookupError("nothing has the focus")
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)
        self.settle()

    def picture(self, name: str) -> None:
        """Take a picture of the window as it is now, numbered in the order of the tour."""
        self.settle()
        path = self._pictures / f"{len(self.taken) + 1:02d}-{name}.png"
        self.window.grab().save(str(path))
        self.taken.append(path)
