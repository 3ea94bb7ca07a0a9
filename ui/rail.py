"""The rail on the left: the rooms of the office, and who sits at the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QWidget

from ui import look

WIDTH = 172
ROOMY = 860
"""Below this width of the window, in pixels of a 100 % screen, the rooms are icons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of the office: its key on the rail (Alt+number) and the page that stands in it."""

    name: str
    number: int
    title: Callable[[], str]
    module: str
    page: str

    def page_class(self) -> Callable[..., QWidget]:
        """Give the class of the page; it is loaded when the room is first entered."""
        made: Callable[..., QWidget] = getattr(import_module(self.module), self.page)
        return made


def _words(name: str) -> str:
    return {
        "today": QCoreApplication.translate("rooms", "今日"),
        "inquiries": QCoreApplication.translate("rooms", "接待登记"),
        "cases": QCoreApplication.translate("rooms", "限时待办"),
        "register": QCoreApplication.translate("rooms", "登记簿"),
        "catalogue": QCoreApplication.translate("rooms", "办事指南"),
        "roster": QCoreApplication.translate("rooms", "岗位与值班"),
        "logs": QCoreApplication.translate("rooms", "统计与导出"),
        "settings": QCoreApplication.translate("rooms", "设置"),
    }[name]


def _room(name: str, number: int, page: str) -> Room:
    return Room(name=name, number=number, title=lambda: _words(name), module=f"ui.{name}", page=page)


ROOMS = (
    _room("today", 0, "TodayPage"),
    _room("inquiries", 1, "IntakePage"),
    _room("cases", 2, "CasesPage"),
    _room("register", 3, "RegisterPage"),
    _room("catalogue", 4, "CataloguePage"),
    _room("roster", 5, "RosterPage"),
    _room("logs", 7, "LogsPage"),
    _room("settings", 8, "SettingsPage"),
)


class Rail(QFrame):
    """Names the rooms; a badge shows what waits in one."""

    entered = Signal(str)
    locked = Signal()

    def __init__(self, rooms: tuple[Room, ...], office: str, counter: str, person: str) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self._keys: dict[str, str] = {}
        self._badges: dict[str, QLabel] = {}
        self._place = look.text_label("", "hint", wrap=True)
        self.show_place(office, counter)
        self._title = look.text_label(self.tr("首问接待"), "title")
        self._titles = {room.name: room.title() for room in rooms}
        self._person_name = look.text_label(person, "strong", wrap=True)
        self._lock = look.plain_button(self.tr("锁定 Ctrl+L"), self.locked.emit, icon_name="lock")
        self._lock.setAccessibleName(self._lock.text())
        self._narrow: bool | None = None
        inside = QWidget()
        layout = look.column(
            look.column(self._title, self._place, spacing=look.SPACE_S, margin=2),
            look.column(*(self._button(room) for room in rooms), spacing=look.SPACE_S),
            1,
            look.column(self._person_name, self._lock),
            spacing=look.SPACE_L,
        )
        layout.setContentsMargins(look.SPACE_M, look.SPACE_L, look.SPACE_M, look.SPACE_L)
        inside.setLayout(layout)
        self.setLayout(look.column(look.scrolled(inside)))
        self.give_way(None)

    def give_way(self, window_width: int | None) -> None:
        """Show icons without words where the window is narrow for the size of text."""
        narrow = window_width is not None and window_width < look.scaled(ROOMY)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(look.scaled(24) + 40 if narrow else look.scaled(WIDTH))
        for part in (self._title, self._place, self._person_name):
            part.setHidden(narrow)
        for name, button in self.buttons.items():
            button.setText("" if narrow else f" {self._titles[name]}")
            look.set_tip(button, f"{self._titles[name]}  {self._keys[name]}")
            self._show_count(name)
        self._lock.setText("" if narrow else self.tr("锁定 Ctrl+L"))
        look.set_tip(self._lock, self.tr("锁定 Ctrl+L"))

    def show_place(self, office: str, counter: str) -> None:
        """Say which office and counter this is."""
        self._place.setText(f"{office} · {counter}")

    def show_room(self, name: str) -> None:
        """Mark the room that is entered."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def show_badge(self, name: str, count: int) -> None:
        """Show how many things wait in a room."""
        badge = self._badges.get(name)
        if badge is not None:
            badge.setText(str(count) if count < 1000 else "999+")
            badge.setProperty("waits", count > 0)
            self._show_count(name)

    def _button(self, room: Room) -> QPushButton:
        title = room.title()
        button = look.room_button(title, room.name)
        button.setAccessibleName(title)
        self._keys[room.name] = f"Alt+{room.number}"
        button.clicked.connect(lambda _checked, name=room.name: self.entered.emit(name))
        self._group.addButton(button)
        self.buttons[room.name] = button
        badge = look.chip("", "blue")
        badge.setProperty("small", "true")
        badge.hide()
        button.setLayout(look.row(1, badge))
        self._badges[room.name] = badge
        return button

    def _show_count(self, name: str) -> None:
        badge = self._badges[name]
        badge.setVisible(bool(badge.property("waits")) and not self._narrow)
