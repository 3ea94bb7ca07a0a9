"""Heeding the line for as long as somebody lives: what changed, and each minute.

The line outlives every window. A lambda joined to it would hold its window for good and go on acting for a page
that is long gone; what is joined here goes with its owner.
"""

from collections.abc import Callable, Set

from PySide6.QtCore import QObject, Slot

from ui.desk_link import DeskLink


class _Heed(QObject):
    """What an owner does when the line speaks; it dies with the owner, and the joint with it."""

    def __init__(self, owner: QObject, act: Callable[[], object], kinds: Set[str] = frozenset()) -> None:
        super().__init__(owner)
        self._act, self._kinds = act, kinds

    @Slot(frozenset)
    def heed(self, kinds: Set[str]) -> None:
        """Act if one of the kinds changed that the owner asks for."""
        if kinds & self._kinds:
            self._act()

    @Slot()
    def turn(self) -> None:
        """Act."""
        self._act()


def heed(owner: QObject, link: DeskLink, kinds: Set[str], act: Callable[[], object]) -> None:
    """Let `owner` act whenever records of these kinds changed."""
    link.changed.connect(_Heed(owner, act, kinds).heed)


def each_minute(owner: QObject, link: DeskLink, act: Callable[[], object]) -> None:
    """Let `owner` act whenever the clock of the desk turned a minute."""
    link.minute.connect(_Heed(owner, act).turn)
