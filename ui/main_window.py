"""The room of work: rail, top bar, page, lines; one question at a time."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from reception.errors import ReceptionError
from reception.words import Language, sentence
from ui import look
from ui.beside import give_back
from ui.desk_link import DeskLink
from ui.emergency import Emergency
from ui.export_reminder import ExportReminder
from ui.key_map import KeyMap
from ui.lines import Banner, Line, StatusLine, TopBar
from ui.machine import Machine
from ui.once.badge import SecondsBadge
from ui.print_desk import PrintDesk
from ui.rail import ROOMS, Rail, Room
from ui.reminders.watching import ReminderWatch
from ui.roomy import OnePage, Roomy
from ui.shell import Keys
from ui.stepping_out import KEY, SteppingOut
from ui.today.alarm import CallAlarm
from ui.undoing import LastActs, has_typing, takes_text
from ui.upkeep import Upkeep
from ui.waiting import Waiting, count_waiting
from ui.watch import bind, watch
from ui.welcome import Welcome
from ui.work_bar import LongWork

_DUE_KINDS = frozenset({"Case", "Referral", "Inquiry"})


class MainWindow(QWidget):
    """What one person at the desk works in; made anew for another person.

    Args:
        link: the line to the desk, somebody sits there.
        language: in which the person reads.
        rooms: what the rail offers.
        machine: what this machine remembers; read from its file where none is given.

    Signals:
        lock_wanted(): the person leaves the desk.
    """

    lock_wanted = Signal()

    def __init__(
        self,
        link: DeskLink,
        language: Language,
        rooms: tuple[Room, ...] = ROOMS,
        machine: Machine | None = None,
    ) -> None:
        super().__init__()
        self.machine = machine or Machine()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._link = link
        self._language = language
        self.rooms = {room.name: room for room in rooms}
        self.pages: dict[str, QWidget] = {}
        self.room = ""
        self._steps: list[QWidget] = []
        self._came_from: list[QWidget | None] = []
        self.last_acts = LastActs()
        for begin in (self._build, self._connect, self._bind_keys, self._show_clock, self._count):
            begin()
        self.prints = PrintDesk(self, link, self.status.prints, self)
        self.upkeep = Upkeep(self, link, self)
        self.stepping_out = SteppingOut(self, link, self)
        bind(self, KEY, self.stepping_out.turn)
        self.emergency = Emergency(self, link)
        self.alarm = CallAlarm(self, link, self) if "today" in self.rooms else None
        self.reminder = ExportReminder(self, link, self) if "logs" in self.rooms else None
        self.reminders = ReminderWatch(self, link, self)
        self.seconds_badge = SecondsBadge(self, link, self) if "logs" in self.rooms else None

    @property
    def language(self) -> Language:
        """Give the language in which the person reads."""
        return self._language

    @property
    def step(self) -> QWidget | None:
        """Give the page that lies over the room, if one does."""
        return self._steps[-1] if self._steps else None

    def go(self, room: str, **what: Any) -> None:
        """Enter a room; nothing happens while the present page may not be left."""
        if room not in self.rooms or not self._leave_present(room):
            return
        page = self.pages.get(room)
        if page is None:
            page = self.rooms[room].page_class()(self, self._link)
            self.pages[room] = page
            self.stack.addWidget(page)
        self.room = room
        if room != "register":
            self.top.search.clear()
        self.rail.show_room(room)
        self._present(page)
        _ask(page, "entered", **what)

    def open_step(self, page: QWidget) -> None:
        """Lay a page over the room."""
        self._steps.append(page)
        self._came_from.append(QApplication.focusWidget())
        self.stack.addWidget(page)
        self._present(page)
        _ask(page, "entered")

    def close_step(self) -> None:
        """Take the uppermost step away and show what is under it."""
        if not self._steps:
            return
        step = self._steps.pop()
        self.stack.removeWidget(step)
        _ask(step, "ended")
        step.deleteLater()
        self._present(self._steps[-1] if self._steps else self.pages[self.room])
        give_back(self._came_from.pop())

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Tell of an event; what can be taken back stays so until it is, or until somebody else signs in."""
        if undo is not None:
            self.last_acts.put(self.room, undo)
        self.toasts.tell(text, self.last_acts.take_back if undo is not None else None)

    def forget_undo(self) -> None:
        """Let nothing that was done before be taken back any more."""
        self.last_acts.forget()

    def banner(self, text: str, act_label: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a lasting line above the page."""
        self.banner_line.tell(text, act_label, act)

    def say(self, text: str, place: str = "draft") -> None:
        """Show a lasting state in the status line."""
        self.status.say(text, place)

    def failure(self, error: ReceptionError, retry: Callable[[], object] | None = None) -> None:
        """Show a failure in one line at the bottom, with Retry."""
        self.failure_line.tell(sentence(error, self._language), self.tr("重试(&R)"), retry)

    def badge(self, room: str, count: int) -> None:
        """Show how many things wait in a room."""
        self.rail.show_badge(room, count)

    def show_guide(self) -> None:
        """Lead through the rooms in four steps."""
        self.guide.begin()

    def leave(self) -> None:
        """Lock the desk."""
        self.lock_wanted.emit()

    def farewell(self) -> str:
        """Give one sentence about what is left open by who goes now; nothing where nothing is."""
        parked = sum(int(_ask(page, "unsaved_count") or 0) for page in self.pages.values())
        return self.alarm.farewell(parked) if self.alarm is not None else ""

    def end(self) -> None:
        """Let every page end what it keeps running; the window is not used afterwards."""
        while self._steps:
            _ask(self._steps.pop(), "ended")
        for page in self.pages.values():
            _ask(page, "ended")
        watch().claims = None

    def present_page(self) -> QWidget | None:
        """Give the page or step that is shown."""
        return self.stack.currentWidget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.give_way(self.width())

    def _build(self) -> None:
        desk = self._link.desk
        self.rail = Rail(tuple(self.rooms.values()), desk.office.name, desk.counter, desk.account.name)
        self.top = TopBar()
        self.banner_line = Banner()
        self.stack = OnePage()
        self.guide = Welcome(tuple(self.rooms))
        page_area = Roomy(self.stack)
        self.failure_line = Line("failure")
        self.status = StatusLine()
        page_side = look.column(self.top, self.banner_line, self.guide, page_area, spacing=0)
        page_side.setStretchFactor(page_area, 1)
        upper = look.row(self.rail, page_side, spacing=0)
        upper.setStretchFactor(page_side, 1)
        whole = look.column(upper, self.failure_line, self.status, spacing=0)
        whole.setStretchFactor(upper, 1)
        self.setLayout(whole)
        self.toasts = self.status.toast
        self.long_work = LongWork(self._link, self.status.work, self)
        self.key_map = KeyMap(page_area)

    def _connect(self) -> None:
        self.rail.entered.connect(self.go)
        self.rail.locked.connect(self.leave)
        self.guide.entering.connect(self.go)
        self.key_map.guide_wanted.connect(self.show_guide)
        self.top.back.clicked.connect(lambda _checked: self._step_back())
        self.top.searched.connect(self._search)
        self.top.search.returnPressed.connect(self._to_found)
        self.top.due_wanted.connect(lambda light: self.go("cases", light=light))
        self._link.failed.connect(self.failure)
        self._link.minute.connect(self._show_clock)
        self._link.minute.connect(self._count)
        self._link.changed.connect(self._changed)
        self._link.refreshed.connect(self._show_place)
        self._link.refreshed.connect(self._count)

    def _bind_keys(self) -> None:
        for room in self.rooms.values():
            bind(self, f"Alt+{room.number}", partial(self.go, room.name))
        bind(self, "F1", self._toggle_key_map)
        bind(self, "Ctrl+K", self._to_search)
        bind(self, "Ctrl+L", self.leave)
        bind(self, "Ctrl+Z", self._undo)
        bind(self, "Esc", self._step_back)
        bind(self.top.search, "Down", self._to_found).setContext(Qt.ShortcutContext.WidgetShortcut)
        watch().claims = self._claims

    def keys(self) -> Keys:
        """Give the keys that act in every room."""
        rooms = [(f"Alt+{room.number}", room.title()) for room in self.rooms.values()]
        return [
            ("F1", self.tr("按键一览")),
            ("F12", self.tr("遮挡屏幕")),
            ("Ctrl+E", self.tr("应急：先打电话，后登记")),
            ("Ctrl+L", self.tr("锁定，换人")),
            (KEY, self.tr("暂离 30 分钟并锁定；回来后销假")),
            ("Ctrl+K", self.tr("搜索")),
            ("Ctrl+Z", self.tr("撤销：先撤栏内的输入，再撤刚才的登记或计数")),
            ("Esc", self.tr("退一步，不丢内容")),
            *rooms,
        ]

    def _leave_present(self, room: str) -> bool:
        if self.room and room != self.room and _ask(self.pages[self.room], "may_leave") is False:
            return False
        if any(_ask(step, "may_leave") is False for step in self._steps):
            return False
        while self._steps:
            self.close_step()
        return True

    def _present(self, page: QWidget) -> None:
        self.key_map.hide()
        self.stack.setCurrentWidget(page)
        self.top.title.setText(str(getattr(page, "title", "")))
        self.top.back.setVisible(bool(self._steps))

    def _search(self, text: str) -> None:
        had_focus = self.top.search.hasFocus()
        self.go("register", search=text)
        if had_focus:
            self.top.search.setFocus()

    def _to_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _to_found(self) -> None:
        """Go on from the search into the list of what it found."""
        if self.room != "register" or self._steps:
            self._search(self.top.search.text())
        if self.room == "register":
            _ask(self.pages[self.room], "to_list")

    def _toggle_key_map(self) -> None:
        page = self.present_page()
        if self.key_map.isVisible() or page is None:
            self.key_map.hide()
            return
        self.key_map.open(str(getattr(page, "title", "")), _ask(page, "keys") or [], self.keys())

    def _step_back(self) -> None:
        page = self.present_page()
        if self.key_map.isVisible():
            self.key_map.hide()
        elif self.long_work.stop():
            return
        elif self.guide.isVisible():
            self.guide.end()
        elif page is not None and self.top.search.hasFocus():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None and _ask(page, "back"):
            return
        elif self._steps and _ask(self._steps[-1], "may_leave") is not False:
            self.close_step()

    def _undo(self) -> None:
        """Take back the last act where it was done, so that its content comes back before the person's eyes."""
        room = self.last_acts.room
        if self.toasts.can_undo:
            self.toasts.undo()
        elif room is not None:
            self.go(room)
            if self.room == room:
                self.last_acts.take_back()

    def _claims(self, event: QKeyEvent) -> bool:
        """Keep Ctrl+Z from a field that has nothing to undo while there is an act to take back, Ctrl+E always.

        In another room than that of the act only while a toast tells of it: there Ctrl+Z means the field.
        """
        if self.emergency.claims(event):
            return self.isVisible()
        offered = self.toasts.can_undo or self.last_acts.room == self.room
        if not offered or not self.isVisible() or not event.matches(QKeySequence.StandardKey.Undo):
            return False
        focus = QApplication.focusWidget()
        return takes_text(focus) and not has_typing(focus)

    def _show_place(self) -> None:
        self.rail.show_place(self._link.desk.office.name, self._link.desk.counter)

    def _show_clock(self) -> None:
        desk = self._link.desk
        local = desk.calendar.local(desk.clock())
        locale = QLocale(QLocale.Language.Chinese if self._language is Language.ZH else QLocale.Language.English)
        day = locale.toString(QDate(local.year, local.month, local.day), self.tr("M月d日 ddd"))
        self.top.clock.setText(f"{day} {local:%H:%M}")

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _DUE_KINDS:
            self._count()

    def _count(self) -> None:
        self._link.run(self, count_waiting, done=self._show_waiting, latest=True)

    def _show_waiting(self, waiting: Waiting) -> None:
        self.top.show_lights(waiting.overdue, waiting.soon)
        self.badge("cases", waiting.all)


def _ask(page: QObject, what: str, **named: Any) -> Any:
    """Call what a page may have or leave out."""
    act = getattr(page, what, None)
    return act(**named) if callable(act) else None
