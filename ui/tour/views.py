"""Every screen, one after the other: how a hand gets there; each is pictured in every look."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.tour.hand import Hand

if TYPE_CHECKING:
    from ui.first_start import FirstStartPage
    from ui.main_window import MainWindow

PASSWORD = "lantern-7 bridge"
CLERK = "林静"
WAYS = tuple(f"{shift}F{number}" for shift in ("", "Shift+") for number in range(5, 10))
ROOM_STEPS = {
    "cases": ("Down", "Return"),
    "register": ("Down", "Return"),
    "catalogue": ("Down", "Down"),
    "roster": ("Down", "A"),
    "today": ("Down",),
}
"""Keys that open what stands in a list."""


class Views:
    """The screens in the order of a day.

    Args:
        hand: works in the window; the office behind it is empty, or full and at its door.
        password: of the person at the door.
    """

    def __init__(self, hand: Hand, password: str = PASSWORD) -> None:
        self._hand, self._password = hand, password

    @property
    def _work(self) -> "MainWindow":
        work = self._hand.window.work
        if work is None:
            raise LookupError("nobody sits at the desk")
        return work

    def of_an_empty_office(self) -> Iterator[str]:
        """Go through the first start and the rooms in which nothing stands yet; each name is a screen to see."""
        hand = self._hand
        hand.settle()
        yield "first-start"
        hand.press("Alt+S")
        yield "first-start-mistakes"
        page = cast("FirstStartPage", hand.window.stack.currentWidget())
        for field, words in ((page.account, CLERK), (page.password, PASSWORD), (page.again, PASSWORD)):
            field.setFocus()
            hand.write(words)
        hand.press("Alt+S")
        hand.wait_for(lambda: hand.window.work is not None, "the office")
        hand.settle()
        for step in range(4):
            yield f"guide-{step + 1}"
            hand.press("Return")
        for room in self._work.rooms:
            self._enter(room)
            yield f"empty-{room}"

    def of_a_full_office(self) -> Iterator[str]:
        """Go from the door through every screen."""
        yield from self._door()
        yield from self._intake()
        for room in self._work.rooms.values():
            if room.name not in ("inquiries", "settings"):
                yield from self._room(room.name)
        yield from self._catalogue()
        yield from self._register()
        yield from self._settings()
        yield from self._left()

    def _door(self) -> Iterator[str]:
        hand = self._hand
        hand.settle()
        yield "door"
        page = cast(Any, hand.window.stack.currentWidget())
        page.set_name(CLERK)
        page.password.setFocus()
        hand.write("wrong")
        hand.press("Return")
        yield "door-refused"
        page.password.edit.clear()
        hand.write(self._password)
        hand.press("Return")
        hand.wait_for(lambda: hand.window.work is not None, "the desk")
        hand.settle()

    def _intake(self) -> Iterator[str]:
        hand = self._hand
        self._enter("inquiries")
        yield "intake"
        hand.press("F1")
        yield "keys"
        hand.press("Escape", "Ctrl+S")
        yield "intake-mistakes"
        self._begin("2", "欧阳龑", "138 0000 1234", "JW-03")
        for way in WAYS:
            hand.press(way)
            yield f"intake-{way.lower().replace('+', '-')}"
        hand.press("Ctrl+S")
        yield "intake-more-mistakes"
        hand.press("Alt+G")
        yield "intake-all-fields"
        hand.press("F11")
        yield "intake-card"
        hand.press("F11", "F10")
        yield "intake-phrases"
        hand.press("Escape", "Ctrl+E")
        yield "emergency"
        hand.press("Escape", "F4")
        yield "intake-parked"
        hand.press("Alt+N", "Ctrl+I")
        hand.write("hong")
        yield "rare-names"
        hand.press("Escape", "Shift+F2")
        yield "intake-slip"
        hand.press("Escape", "Ctrl+B")
        yield "intake-call-back"
        hand.press("Escape", "Escape")
        yield from self._notice()
        hand.press("Ctrl+K")
        hand.write("张")
        yield "search"

    def _notice(self) -> Iterator[str]:
        """Issue a notice with two papers missing, and see it before it is printed."""
        hand = self._hand
        hand.press("F2")
        self._begin("1", "林晓舟", "138 0000 5678", "JW-03")
        hand.press("Alt+K", "Down", "Alt+I", "F8", "2", "2", "1", "1")
        yield "intake-notice"
        hand.press("Ctrl+P")
        hand.wait_for(lambda: self._work.step is not None, "the notice")
        yield "notice"
        self._close_steps()

    def _room(self, name: str) -> Iterator[str]:
        self._enter(name)
        yield name
        page = self._work.present_page()
        if page is not None and name in ROOM_STEPS:
            page.setFocus()
            self._hand.press(*ROOM_STEPS[name])
            yield f"{name}-opened"
            yield from self._pressed(page, name)
            self._hand.press("Escape", "Escape")

    def _pressed(self, page: QWidget, name: str) -> Iterator[str]:
        """Press each button of a room that opens a form of its own."""
        for number in range(len(self._openers(page))):
            openers = self._openers(page)
            if number >= len(openers):
                return
            openers[number].click()
            yield f"{name}-form-{number + 1}"
            self._close_steps()
            self._hand.press("Escape")

    def _openers(self, page: QWidget) -> list[QPushButton]:
        from ui.register.pane import RecordPane

        pane = next(iter(page.findChildren(RecordPane)), None)
        buttons = pane.findChildren(QPushButton) if pane is not None else []
        return [button for button in buttons if button.isVisible() and button.isEnabled() and "…" in button.text()]

    def _catalogue(self) -> Iterator[str]:
        self._enter("catalogue")
        page = cast(Any, self._work.pages["catalogue"])
        for button, name in ((page.edit_button, "editor"), (page.new_button, "new"), (page.import_button, "import")):
            button.click()
            yield f"catalogue-{name}"
            self._close_steps()

    def _register(self) -> Iterator[str]:
        hand = self._hand
        self._enter("register")
        hand.press("Ctrl+F")
        hand.write("无此人无此事")
        yield "register-nothing-found"
        hand.press("Escape", "Ctrl+P")
        yield "register-print"
        self._close_steps()

    def _settings(self) -> Iterator[str]:
        self._enter("settings")
        page = cast(Any, self._work.pages["settings"])
        for row in range(page.list.count()):
            page.list.setCurrentRow(row)
            yield f"settings-{page.section}"
            bar = page.stack.currentWidget().verticalScrollBar()
            if bar.maximum() > 0:
                bar.setValue(bar.maximum())
                yield f"settings-{page.section}-below"

    def _left(self) -> Iterator[str]:
        self._hand.press("Ctrl+L")
        yield "locked"

    def _close_steps(self) -> None:
        while self._work.step is not None:
            self._work.close_step()

    def _enter(self, room: str) -> None:
        self._work.go(room)
        self._hand.settle()

    def _begin(self, channel: str, name: str, phone: str, matter: str) -> None:
        hand = self._hand
        page = cast(Any, self._work.pages["inquiries"])
        page.form.contact.channel.setFocus()
        hand.press(channel)
        for key, text in (("Alt+N", name), ("Alt+T", phone), ("Alt+M", matter)):
            hand.press(key)
            hand.write(text)
        hand.press("Return")
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
