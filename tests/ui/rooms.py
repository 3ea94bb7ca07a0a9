"""Two small rooms for tests of the window around them."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui import look
from ui.desk_link import DeskLink
from ui.rail import Room
from ui.shell import Keys, Shell
from ui.watch import bind


class PlainPage(QWidget):
    """A page that notes what happens to it."""

    title = "甲"

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.shell, self.link = shell, link
        self.events: list[Any] = []
        self.leaves = True
        self.edit = QLineEdit()
        self.setLayout(look.column(self.edit))
        self.setFocusProxy(self.edit)
        bind(self, "F5", lambda: self.events.append("F5"))

    def entered(self, **what: Any) -> None:
        self.events.append(what)

    def may_leave(self) -> bool:
        return self.leaves

    def keys(self) -> Keys:
        return [("F5", "签收")]

    def ended(self) -> None:
        self.events.append("ended")


class SecondPage(PlainPage):
    """Another one, which goes back one step by itself."""

    title = "乙"
    steps = 1

    def back(self) -> bool:
        self.steps -= 1
        return self.steps >= 0


ROOMS = (
    Room(name="inquiries", number=1, title=lambda: "甲", module="tests.ui.rooms", page="PlainPage"),
    Room(name="register", number=3, title=lambda: "乙", module="tests.ui.rooms", page="SecondPage"),
)
