"""A clerk's hands at the intake: real keys in the real window, on a real office."""

from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Inquiry
from reception.services import register
from reception.words import Language
from tests.ui.conftest import Ask, answered, until
from ui.desk_link import DeskLink
from ui.inquiries import IntakePage
from ui.main_window import MainWindow
from ui.rail import ROOMS, Room

INTAKE_ONLY = tuple(room for room in ROOMS if room.name == "inquiries")


class Clerk:
    """Types, presses keys and looks; waits after each act until the line is quiet."""

    def __init__(self, link: DeskLink, ask: Ask, qtbot: QtBot, rooms: tuple[Room, ...] = INTAKE_ONLY) -> None:
        self.link, self.ask, self.qtbot = link, ask, qtbot
        self.window = MainWindow(link, Language.ZH, rooms)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, 20_000)
        self.window.go("inquiries")
        self.page: IntakePage = self.window.pages["inquiries"]  # type: ignore[assignment]
        self.settle()

    @property
    def form(self) -> Any:
        """Give the form."""
        return self.page.form

    def settle(self) -> None:
        """Wait until nothing is under way, drafts included."""
        answered(self.link, self.qtbot)
        keeper = self.page.unsaved._keeper
        until(lambda: not keeper.is_busy)
        answered(self.link, self.qtbot)

    def press(self, *keys: str) -> "Clerk":
        """Press keys one after another, each written as `Ctrl+S`, wherever the focus is."""
        for key in keys:
            chord = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(self.focus() or self.window, chord.key(), chord.keyboardModifiers())
            self.settle()
        return self

    def type(self, text: str) -> "Clerk":
        """Type a text as a keyboard (ASCII) or an input method does."""
        widget = self.focus()
        assert widget is not None
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(text)
            QApplication.sendEvent(widget, composed)
        self.settle()
        return self

    def paste(self, text: str) -> "Clerk":
        """Paste a text."""
        clipboard = QGuiApplication.clipboard()
        content = QMimeData()
        content.setText(text)
        clipboard.setMimeData(content)
        return self.press("Ctrl+V")

    def tick_privacy(self) -> "Clerk":
        """Tick the privacy notice by its mnemonic."""
        before = self.form.person.privacy_told.value()
        self.press("Alt+I")
        self.qtbot.waitUntil(lambda: self.form.person.privacy_told.value() != before)
        self.settle()
        return self

    def begin(self, *, channel: str = "1", name: str = "", phone: str = "", summary: str = "询问") -> "Clerk":
        """Fill what every record needs: channel, person, kind, summary; by keyboard alone."""
        self.form.contact.channel.setFocus()
        self.press(channel)
        if name:
            self.press("Alt+N").type(name)
        if phone:
            self.press("Alt+T").type(phone)
        self.press("Alt+K", "Down")
        if name or phone:
            self.tick_privacy()
        if summary:
            self.press("Alt+S").type(summary)
        return self

    def choose_matter(self, typed: str) -> "Clerk":
        """Type into the matter field and take the first proposal."""
        return self.press("Alt+M").type(typed).press("Return")

    def focus(self) -> QWidget | None:
        """Give the widget that has the focus."""
        return QApplication.focusWidget()

    def errors(self) -> dict[str, str]:
        """Give the errors that stand at fields."""
        return {name: field.error for name, field in self.form.fields().items() if field.error}

    def recorded(self) -> list[Inquiry]:
        """Give what stands in the register today, oldest first."""

        def read(desk: Any) -> list[Inquiry]:
            return [register.show(desk, line.id).inquiry for line in register.today(desk)]

        return list(reversed(self.ask(read)))

    def toast(self) -> str:
        """Give what the window told last."""
        return self.window.toasts.text

    def close(self) -> None:
        """Leave the window."""
        self.page.unsaved._keeper.close()
        self.window.end()
