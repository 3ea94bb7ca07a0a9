"""The room of settings: a list of sections on the left, one of them on the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QScrollArea, QStackedWidget, QWidget

from ui import look
from ui.desk_link import DeskLink
from ui.roomy import Roomy
from ui.settings.answers import AnswersSection
from ui.settings.backups import BackupsSection
from ui.settings.calendar import CalendarSection
from ui.settings.counters import CountersSection
from ui.settings.displays import DisplaysSection
from ui.settings.emergency import EmergencySection
from ui.settings.looks import LooksSection
from ui.settings.office import OfficeSection
from ui.settings.office_hours import OfficeHoursSection
from ui.settings.own_password import OwnPasswordSection
from ui.settings.posts import PostsSection
from ui.settings.printers import PrintersSection
from ui.settings.staff import StaffSection
from ui.settings.wordings import WordingsSection
from ui.shell import Keys, Shell
from ui.watch import bind

LIST_WIDTH = 152
ROW_HEIGHT = 36
_PLACE = "settings_section"

Make = Callable[[Shell, DeskLink], QWidget]


class SettingsPage(QWidget):
    """Everything about the office and this machine that can be set.

    `entered(section="calendar")` opens a section: office, counters, staff, posts, calendar, hours, backups, answers,
    emergency, displays, wordings, printers, looks, password.
    """

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("设置")
        self._shell, self._link = shell, link
        self.parts: dict[str, QWidget] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._sections: dict[str, tuple[str, Make]] = {
            "office": (self.tr("本单位"), OfficeSection),
            "counters": (self.tr("窗口"), CountersSection),
            "staff": (self.tr("同事与角色"), StaffSection),
            "posts": (self.tr("岗位"), PostsSection),
            "calendar": (self.tr("工作日历"), CalendarSection),
            "hours": (self.tr("办公时间"), OfficeHoursSection),
            "backups": (self.tr("备份"), BackupsSection),
            "answers": (self.tr("快速答复"), AnswersSection),
            "emergency": (self.tr("应急电话"), EmergencySection),
            "displays": (self.tr("桌牌和承诺"), DisplaysSection),
            "wordings": (self.tr("文书用语"), WordingsSection),
            "printers": (self.tr("单据与打印机"), PrintersSection),
            "looks": (self.tr("语言与外观"), LooksSection),
            "password": (self.tr("我的密码"), OwnPasswordSection),
        }
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("设置的各部分"))
        self.list.setFixedWidth(look.scaled(LIST_WIDTH))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([title for title, _make in self._sections.values()])
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, look.scaled(ROW_HEIGHT)))
        self.stack = QStackedWidget()
        self.list.currentRowChanged.connect(self._show)
        layout = look.row(self.list, self.stack, spacing=look.SPACE_XL, margin=look.SPACE_XL)
        layout.setStretchFactor(self.stack, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.list)
        bind(self, "Ctrl+PgDown", lambda: self._step(1))
        bind(self, "Ctrl+PgUp", lambda: self._step(-1))

    @property
    def section(self) -> str:
        """Give the name of the section that is shown."""
        return [*self._sections][max(0, self.list.currentRow())]

    def entered(self, **what: Any) -> None:
        """The page is shown now."""
        wanted = what.get("section") or self._shell.machine.property(_PLACE) or self.section
        before = self.list.currentRow()
        self.list.setCurrentRow([*self._sections].index(wanted))
        if self.list.currentRow() == before:
            self._show(before)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go back from a field to the list of sections."""
        if self.list.hasFocus():
            return False
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("↑ ↓", self.tr("在左侧换一部分")),
            ("Ctrl+PgUp / PgDown", self.tr("前一部分、后一部分")),
            ("Ctrl+S", self.tr("保存这一部分")),
            ("Esc", self.tr("回到左侧")),
        ]

    def _step(self, by: int) -> None:
        self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    def _show(self, row: int) -> None:
        if row < 0:
            return
        name = [*self._sections][row]
        part = self.parts.get(name)
        if part is None:
            part = self._sections[name][1](self._shell, self._link)
            self.parts[name] = part
            self._areas[name] = Roomy(part)
            self.stack.addWidget(self._areas[name])
        self.stack.setCurrentWidget(self._areas[name])
        self._shell.machine.setProperty(_PLACE, name)
        refresh = getattr(part, "entered", None)
        if callable(refresh):
            refresh()
