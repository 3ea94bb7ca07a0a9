"""Leaving the desk for a moment with one key, and being asked for the return until it is confirmed.

Source: handbook §4.2 (临时离开), §4.3 no. 4 (the return is not automatic).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reception.errors import Invalid, ReceptionError
from reception.services import absences
from reception.words import sentence
from reception.words.presence import why_text
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.rules.absences import Absence
    from reception.services.desk import Desk

KEY = "Ctrl+Shift+L"


class SteppingOut(QObject):
    """Sets the person at the desk away for half an hour, and keeps a line with 销假 in sight until it is confirmed."""

    def __init__(self, shell: Shell, link: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._link = shell, link
        self.absence: Absence | None = None
        self._told: tuple[int, bool] | None = None
        link.changed.connect(self._changed)
        link.minute.connect(self._look)
        link.seated.connect(self._look)
        self._look()

    def turn(self) -> None:
        """Leave for half an hour and lock the desk; confirm the return where one is away."""
        if self.absence is not None:
            self._back()
            return
        self._link.change(self, absences.step_out, done=self._left, failed=self._refused)

    def _look(self) -> None:
        self._link.run(self, own_absence, done=self._take, failed=lambda _error: None, latest=True)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "Absence" in kinds:
            self._look()

    def words(self) -> str:
        """Give what is said to whoever is away: why and until when; nothing to whoever is not."""
        return self.tr("您登记了离岗：{why}。").format(why=self._why()) if self.absence is not None else ""

    def _why(self) -> str:
        if self.absence is None:
            return ""
        desk = self._link.desk
        return why_text(self.absence, desk.clock(), desk.calendar, self._shell.language)

    def step_out(self, done: Callable[[], object]) -> None:
        """Leave for half an hour from the locked desk."""

        def took(absence: "Absence") -> None:
            self._take(absence)
            done()

        self._link.change(self, absences.step_out, done=took, failed=self._refused)

    def _left(self, absence: "Absence") -> None:
        self._take(absence)
        self._shell.leave()

    def _take(self, absence: "Absence | None") -> None:
        """Keep the line in sight; it is told anew when the return becomes overdue, not each minute."""
        self.absence = absence
        state = (absence.id, self._link.desk.clock() > absence.until_at) if absence else None
        if state == self._told:
            return
        self._told = state
        label = self.tr("我回来了，销假")
        if absence is None:
            self._shell.banner("", label)
        else:
            words = self.tr("您登记了离岗：{why}。销假前由顶岗人处理。").format(why=self._why())
            self._shell.banner(words, label, self._back)

    def _back(self) -> None:
        if self.absence is not None:
            self._link.change(self, absences.back, self.absence.id, done=self._confirmed, failed=self._refused)

    def _confirmed(self, _absence: "Absence") -> None:
        self._shell.toast(self.tr("已销假，欢迎回来"))
        self._look()

    def _refused(self, error: ReceptionError) -> None:
        words = error.reasons[0] if isinstance(error, Invalid) else error
        self._shell.toast(sentence(words, self._shell.language))
        self._look()


def own_absence(desk: "Desk") -> "Absence | None":
    """Give the absence of whoever sits at the desk, if there is one now."""
    found = (line.absence for line in absences.now_away(desk))
    return next((absence for absence in found if absence.account_id == desk.account.id), None)
