"""Looks each minute for what reached a turn, and tells whoever sits here, once, by number only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reception.words.reminders import reminder_line
from ui.desk_link import DeskLink
from ui.reminders.desktop import Desktop
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.errors import ReceptionError
    from reception.services.desk import Desk
    from reception.services.reminders import Swept
    from reception.services.supervision import ReminderLine


class ReminderWatch(QObject):
    """Sweeps while somebody sits here; what another window or the system wrote is told too.

    The looking only reads; a change is asked for when there is something to write.
    """

    def __init__(self, shell: Shell, link: DeskLink, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._link = shell, link
        self._told: set[int] = set()
        self._inquiry_id = 0
        self.desktop = Desktop(self)
        self.desktop.clicked.connect(self._open)
        link.minute.connect(self._look)
        link.changed.connect(self._changed)
        self._look()
        self._read()

    def _look(self) -> None:
        self._link.run(self, _is_wanted, done=self._sweep, failed=_leave, latest=True)

    def _sweep(self, wanted: bool) -> None:
        if wanted:
            self._link.change(self, _sweep, done=self._go_on, failed=_leave)

    def _go_on(self, swept: "Swept") -> None:
        """Write what is left, as after a weekend, portion by portion: what people do comes in between."""
        self._sweep(swept.more)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "Reminder" in kinds:
            self._read()

    def _read(self) -> None:
        self._link.run(self, _unseen, done=self._tell, failed=_leave, latest=True)

    def _tell(self, lines: "tuple[ReminderLine, ...]") -> None:
        fresh = [line for line in lines if line.id not in self._told]
        if not fresh:
            return
        first = fresh[0]
        self._told |= {line.id for line in fresh}
        self._inquiry_id = first.inquiry_id
        words = reminder_line(first.number, first.turn, len(fresh) - 1, self._shell.language)
        if not self.desktop.tell(words):
            self._shell.banner(words, self.tr("看这一件"), self._open)
        self._link.change(self, _note_seen, [line.id for line in fresh], failed=_leave)

    def _open(self) -> None:
        self._shell.banner("", self.tr("看这一件"))
        self._shell.go("register", inquiry_id=self._inquiry_id)


def _leave(_error: "ReceptionError") -> None:
    """Leave what could not be done to the next minute."""


def _is_wanted(desk: "Desk") -> bool:
    from reception.services import reminders  # not at the top: they bring the database libraries along

    return reminders.is_wanted(desk)


def _sweep(desk: "Desk") -> "Swept":
    from reception.services import reminders

    return reminders.sweep(desk)


def _unseen(desk: "Desk") -> "tuple[ReminderLine, ...]":
    from reception.services import supervision

    return supervision.unseen(desk)


def _note_seen(desk: "Desk", ids: list[int]) -> None:
    from reception.services import supervision

    supervision.note_seen(desk, ids)
