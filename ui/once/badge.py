"""The badge of the room of figures: how many second notices wait for the head who sits here."""

from PySide6.QtCore import QObject

from reception.rules.staff import Action
from ui.desk_link import DeskLink
from ui.heeding import heed
from ui.shell import Shell


class SecondsBadge(QObject):
    """Counts anew whenever a notice changed; for who decides on nothing it does nothing."""

    def __init__(self, shell: Shell, link: DeskLink, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._link = shell, link
        if link.desk.may(Action.RELEASE_SECOND_NOTICE):
            heed(self, link, {"Notice"}, self._count)
            self._count()

    def _count(self) -> None:
        from reception.services import once  # not at the top: it brings the database libraries along

        self._link.run(self, once.count_waiting, done=lambda count: self._shell.badge("logs", count), latest=True)
