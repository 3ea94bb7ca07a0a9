"""The rail on the left: the rooms of the office, and who sits at the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QWidget

from ui import look

WIDTH = 172


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
        self.setFixedWidth(look.scaled(WIDTH))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self._badges: dict[str, QLabel] = {}
        self._place = look.text_label("", "hint", wrap=True)
        self.show_place(office, counter)
        rooms_column = look.column(*(self._button(room) for room in rooms), spacing=look.SPACE_S)
        layout = look.column(
            look.column(look.text_label(self.tr("首问接待"), "title"), self._place, spacing=look.SPACE_S, margin=2),
            rooms_column,
            1,
            self._person(person),
            spacing=look.SPACE_L,
        )
        layout.setContentsMargins(10, look.SPACE_L, 10, look.SPACE_L)
        self.setLayout(layout)

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
            badge.setVisible(count > 0)

    def _button(self, room: Room) -> QPushButton:
        title = room.title()
        button = look.room_button(title, room.name)
        button.setAccessibleName(title)
        look.set_tip(button, f"Alt+{room.number}")
        button.clicked.connect(lambda _checked, name=room.name: self.entered.emit(name))
        self._group.addButton(button)
        self.buttons[room.name] = button
        badge = look.chip("", "blue")
        badge.setProperty("small", "true")
        badge.hide()
        button.setLayout(look.row(1, badge))
        self._badges[room.name] = badge
        return button

    def _person(self, person: str) -> QWidget:
        place = QWidget()
        lock = look.plain_button(self.tr("锁定 Ctrl+L"), self.locked.emit, icon_name="lock")
        lock.setIconSize(QSize(16, 16))
        place.setLayout(look.column(look.text_label(person, "strong", wrap=True), lock))
        return place
