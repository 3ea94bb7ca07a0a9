"""The one window of the program: opening, first start, door, work, lock and shade follow each other in it.

Pages are loaded when they are first shown: the window is painted before.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from reception.errors import ReceptionError
from ui import look
from ui.curtain import Curtain, Shade
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.roomy import centred
from ui.watch import bind, watch

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.office import Store
    from reception.services.opening import Door
    from ui.main_window import MainWindow
    from ui.rail import Room

BEAT_MS = 1000
TODAY = "today"
FAREWELL_MS = 2500
FIRST_SIZE = (1280, 760)


def utc_now() -> datetime:
    """Give this instant."""
    return datetime.now(UTC)


class Window(QWidget):
    """Shows one thing at a time; behind the lock the work of the person stays as it is.

    Args:
        link: the line to the desk.
        folder: where the data of the office lie.
        machine: what this machine remembers.
        clock: gives the instant; tests pass their own.
        rooms: what the rail offers; None: all rooms.
        start: further arguments of the first start; tests pass cheap passwords.
    """

    def __init__(
        self,
        link: DeskLink,
        folder: Path,
        machine: Machine,
        clock: Callable[[], datetime] = utc_now,
        rooms: "tuple[Room, ...] | None" = None,
        **start: Any,
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("首问接待"))
        self.setProperty("role", "window")
        self._link, self._folder, self.machine, self._clock, self._start = link, folder, machine, clock, start
        self._rooms = rooms
        self.stack = QStackedWidget()
        self.setLayout(look.column(self.stack))
        self.work: MainWindow | None = None
        self.shade = Shade()
        self.shade.lifted.connect(self.lift_shade)
        self.curtain = Curtain(self)
        self._before_shade: QWidget | None = None
        self._person = ""
        self._said_farewell = False
        self._locked = False
        self._door: Door | None = None
        self.stack.addWidget(self.shade)
        self._show(QWidget())
        bind(self, "F12", self.turn_shade)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.tick)
        self.resize(*FIRST_SIZE)

    @property
    def link(self) -> DeskLink:
        """Give the line to the desk."""
        return self._link

    @property
    def is_locked(self) -> bool:
        """Tell whether the door stands between somebody's work and the screen."""
        return self._locked

    def open(self) -> None:
        """Open the office of the data folder, or begin the first start."""
        from reception.services.opening import open_office

        self._link.without_desk(self, open_office, self._folder, done=self._opened, failed=self._cannot_open)

    def start_beating(self) -> None:
        """Look each second for changes and for idleness; tests call `tick` themselves."""
        self._beat.start()

    def tick(self) -> None:
        """Do what the second asks for."""
        self._link.beat()
        if self.work is not None and not self.is_locked and watch().idle_s() >= self.machine.settings.idle_minutes * 60:
            self.lock(idle=True)

    def lock(self, *, idle: bool = False) -> None:
        """Hide everything and stand at the door; what was typed stays behind it."""
        if self.work is None or self.is_locked:
            return
        if self._before_shade is not None:
            self.lift_shade()
        self._locked = True
        self.curtain.draw()
        words = self.tr("久未操作，已锁定。没有写完的内容都在。") if idle else self.tr("已锁定。没有写完的内容都在。")
        words = f"{words}{self.work.farewell()}{self.work.stepping_out.words()}"
        self._stand_at_door(words, typing="password" if idle else "name")
        self._offer_stepping_out()
        self._read_door()  # names and counters may have changed since somebody sat down

    def _offer_stepping_out(self) -> None:
        """Let whoever locked the desk say with one button that it is for half an hour."""
        page, work = self.stack.currentWidget(), self.work
        offer = getattr(page, "offer_act", None)
        if work is None or work.stepping_out.absence is not None or not callable(offer):
            return
        words = self.tr("{name} 暂离 30 分钟(&T)").format(name=self._person.replace("&", "&&"))
        offer(words, lambda tell: work.stepping_out.step_out(lambda: tell(work.stepping_out.words())))

    def turn_shade(self) -> None:
        """Draw the shade, or lift it."""
        if self._before_shade is None:
            self.draw_shade()
        else:
            self.lift_shade()

    def draw_shade(self) -> None:
        """Blank the window and hide all others."""
        if self._before_shade is not None:
            return
        self._before_shade = self.stack.currentWidget()
        if not self.curtain.is_drawn:
            self.curtain.hide_others()
        self.stack.setCurrentWidget(self.shade)
        self.shade.setFocus()
        self.setWindowTitle(self.tr("已遮挡，按 F12 返回"))

    def lift_shade(self) -> None:
        """Show what was shown before."""
        before, self._before_shade = self._before_shade, None
        if before is None:
            return
        self.setWindowTitle(self.tr("首问接待"))
        self.stack.setCurrentWidget(before)
        if not self.is_locked:
            self.curtain.open()

    def rebuild(self) -> None:
        """Build the present person's work anew, in another language or look."""
        self.setWindowTitle(self.tr("首问接待"))
        if self.work is not None:
            self._begin_work(self.work.room)

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous() and self._says_farewell():
            event.ignore()
            return
        self._beat.stop()
        self.curtain.throw_away()
        if self.work is not None:
            self.work.end()
            from ui.upkeep import back_up_at_end

            self._link.change(self, back_up_at_end)
        self._link.close()
        super().closeEvent(event)

    def _says_farewell(self) -> bool:
        """Say for a moment what is left open, once; the window closes by itself after it, or at once when asked again.

        Nothing is asked. While the whole session ends there is no time for it.
        """
        words = self.work.farewell() if self.work is not None and not self.is_locked else ""
        app = QGuiApplication.instance()
        ending = isinstance(app, QGuiApplication) and app.isSavingSession()
        if not words or self._said_farewell or ending:
            return False
        self._said_farewell = True
        if self.work is not None:
            self.work.banner(self.tr("{words}都已保存，窗口这就关闭。").format(words=words))
        QTimer.singleShot(FAREWELL_MS, self, self.close)
        return True

    def _opened(self, store: "Store | None") -> None:
        if store is None:
            from ui.first_start import FirstStartPage

            page = FirstStartPage(self._link, self.machine.language, self._folder, clock=self._clock, **self._start)
            page.made.connect(self._first_made)
            self._show(page)
            page.setFocus()
            return
        self._link.hold(store)
        self._read_door()

    def _cannot_open(self, error: ReceptionError) -> None:
        from reception.words import sentence

        self._show(TroublePage(sentence(error, self.machine.language), self._folder, self.open))

    def _first_made(self, name: str, password: str, counter: str) -> None:
        from reception.services.opening import open_office
        from reception.services.staff import sign_in

        def enter(folder: Path) -> "Desk":
            store = open_office(folder)
            assert store is not None
            return sign_in(store, name, password, counter, self._clock)

        self._remember(counter)
        self._link.without_desk(self, enter, self._folder, done=self._first_entered, failed=self._cannot_open)

    def _first_entered(self, desk: "Desk") -> None:
        self._entered(desk)
        if self.work is not None:
            self.work.show_guide()

    def _remember(self, counter: str) -> None:
        self._keep(counter=counter)

    def _keep(self, **values: str) -> None:
        try:
            self.machine.change(**values)
        except ReceptionError as error:
            self._link.failed.emit(error, None)

    def _read_door(self) -> None:
        from reception.services.opening import door_of

        self._link.without_desk(self, door_of, self._link.store, done=self._take_door, failed=self._cannot_open)

    def _take_door(self, door: "Door") -> None:
        self._door = door
        from ui.sign_in import SignInPage

        page = self.stack.currentWidget()
        if isinstance(page, SignInPage):
            page.offer(door)
        elif not self._link.is_seated:
            self._stand_at_door("", typing="password")

    def _stand_at_door(self, words: str, typing: str) -> None:
        from ui.sign_in import SignInPage

        assert self._door is not None
        page = SignInPage(self._link, self.machine.language, self._clock)
        page.entered.connect(self._entered)
        self._show(page)
        page.offer(self._door)
        page.open(counter=self.machine.settings.counter, person=self._person, notice=words, typing=typing)

    def _entered(self, desk: "Desk") -> None:
        same = self.work is not None and desk.account.id == self._link.desk.account.id
        same = same and desk.counter == self._link.desk.counter
        self._link.sit_down(desk)
        self._person = desk.account.name
        self._remember(desk.counter)
        watch().touch()
        if desk.account.must_change:
            from ui.sign_in import OwnPasswordPage

            page = OwnPasswordPage(self._link, self.machine.language)
            page.chosen.connect(lambda: self._sit(same))
            self._show(page)
            page.setFocus()
            return
        self._sit(same)

    def _sit(self, same: bool) -> None:
        self._locked = False
        self._read_door()
        if same and self.work is not None:
            self._show(self.work)
            self.curtain.open()
            if self._first_room(self.work) == TODAY:
                self.work.go(TODAY)
            return
        self.curtain.throw_away()
        self._begin_work("")

    def _begin_work(self, room: str) -> None:
        from ui.main_window import MainWindow
        from ui.rail import ROOMS

        before = self.work
        if before is not None:
            before.end()
        self.work = MainWindow(self._link, self.machine.language, self._rooms or ROOMS, self.machine)
        self.work.lock_wanted.connect(self.lock)
        self._show(self.work)
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        self.work.go(room or self._first_room(self.work))

    def _first_room(self, work: "MainWindow") -> str:
        """Give the day's room at the first sign-in of the day at this counter, else the room of work."""
        desk = self._link.desk
        day = f"{desk.calendar.local(desk.clock()).date()} {desk.counter}"
        usual = next((name for name in work.rooms if name != TODAY), "")
        if TODAY not in work.rooms or self.machine.settings.morning == day:
            return usual
        begun = bool(self.machine.settings.morning)
        self._keep(morning=day)
        return TODAY if begun else usual  # the very first day has nothing to look back on

    def _show(self, page: QWidget) -> None:
        """Show a page; one that is neither work nor shade is thrown away when it goes."""
        before = self.stack.currentWidget()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if before is not None and before not in (self.work, self.shade, page):
            self.stack.removeWidget(before)
            before.deleteLater()


class TroublePage(QWidget):
    """The office cannot be opened: what it is, in a sentence, and what can be done."""

    def __init__(self, words: str, folder: Path, again: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "window")
        frame, inside = look.card(spacing=look.SPACE_L, margin=28)
        frame.setFixedWidth(look.scaled(560))
        self.words = look.text_label(words, wrap=True, selectable=True)
        where = self.tr("数据文件夹：{folder}").format(folder=folder)
        self.button = look.primary_button(self.tr("重试(&R)"), again)
        look_in = look.plain_button(
            self.tr("打开数据文件夹(&F)"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        inside.addWidget(look.text_label(self.tr("暂时打不开"), "title"))
        inside.addWidget(self.words)
        inside.addWidget(look.text_label(where, "muted", wrap=True, selectable=True))
        inside.addLayout(look.row(look_in, 1, self.button))
        self.setLayout(look.column(centred(frame)))
        self.setFocusProxy(self.button)
