"""On the last working day of a week a line says that its log is still to be exported."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from reception.rules.logs import Week
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.desk import Desk

_KINDS = frozenset({"Week"})


class ExportReminder(QObject):
    """Looks each hour, and after each export, whether a week is still to be exported; says so once a day."""

    def __init__(self, shell: Shell, link: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._link = shell, link
        self._told: tuple[Week, date] | None = None
        self._shows = False
        self._hour: datetime | None = None
        link.changed.connect(self._changed)
        link.minute.connect(self._minute)
        self._minute()

    def _minute(self) -> None:
        hour = self._link.desk.clock().replace(minute=0, second=0, microsecond=0)
        if hour != self._hour:
            self._hour = hour
            self._look()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._look()

    def _look(self) -> None:
        self._link.run(self, _due, done=self._tell, failed=lambda _error: None, latest=True)

    def _tell(self, week: Week | None) -> None:
        today = self._today()
        if week is None:
            self._told = None
            if self._shows:
                self._shows = False
                self._shell.banner("", self.tr("去导出"))
            return
        if self._told == (week, today):
            return
        self._told, self._shows = (week, today), True
        this = week.first_on <= today <= week.last_on
        words = (
            self.tr("本周（{week}）的接待登记还没有导出，今天请导出存档。")
            if this
            else self.tr("上周（{week}）的接待登记还有内容没有导出。")
        )
        self._shell.banner(words.format(week=week.label), self.tr("去导出"), lambda: self._go(week))

    def _go(self, week: Week) -> None:
        self._shell.go("logs", week=week)

    def _today(self) -> date:
        desk = self._link.desk
        return desk.calendar.local(desk.clock()).date()


def _due(desk: "Desk") -> Any:
    from reception.services import logs  # not at the top: it brings the makers of files along

    return logs.export_due(desk)
