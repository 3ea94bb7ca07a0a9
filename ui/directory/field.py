"""The unit to which a visitor is guided: found by what he says, with whether its door is open now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.rules.catalogue import Matter
from reception.rules.directory import find_units
from reception.services import catalogue, directory
from ui.desk_link import DeskLink
from ui.directory.words import door_words
from ui.heeding import each_minute, heed
from ui.inquiries.suggesting import DirectoryField

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.directory import DirectoryEntry

_KINDS = frozenset({"Unit", "Matter", "WorkingDay", "WorkingYear"})


class UnitField(DirectoryField):
    """A unit out of the directory, found by its name, its duties, pinyin, or a matter that it handles."""

    def __init__(self, label: str, host: QWidget, nothing: str = "") -> None:
        super().__init__(label, host, nothing=nothing)
        self._doors: dict[str, DirectoryEntry] = {}
        self._matters: Sequence[Matter] = ()
        self.chosen.connect(lambda _code: self._tell())

    def follow(self, link: DeskLink) -> None:
        """Read the directory now, again when it changes, and each minute whether a door is open."""
        heed(self, link, _KINDS, lambda: self._read(link))
        each_minute(self, link, lambda: self._read(link))
        self._read(link)

    def set_chosen(self, code: str, name: str) -> None:
        super().set_chosen(code, name)
        self._tell()

    def show_found(self, found: Sequence[tuple[str, str, str]]) -> None:
        super().show_found(found)
        self._tell()

    def look_for(self, text: str) -> None:
        if not self._doors:
            super().look_for(text)
            return
        units = [entry.unit for entry in self._doors.values()]
        found = find_units(units, self._matters, text)
        self.show_found([(each.unit.code, each.unit.name, self._line(each.unit.code, each.through)) for each in found])

    def _line(self, code: str, through: str) -> str:
        unit = self._doors[code].unit
        return " · ".join(part for part in (unit.name, through, unit.place) if part)

    def _tell(self) -> None:
        entry = self._doors.get(self.code)
        if entry is not None:
            self.set_hint(door_words(entry))

    def _read(self, link: DeskLink) -> None:
        link.run(self, _book, done=self._take_book, latest=True)

    def _take_book(self, book: "tuple[tuple[DirectoryEntry, ...], tuple[Matter, ...]]") -> None:
        entries, self._matters = book
        self._doors = {entry.unit.code: entry for entry in entries}
        self._tell()


def _book(desk: "Desk") -> "tuple[tuple[DirectoryEntry, ...], tuple[Matter, ...]]":
    return directory.entries(desk), catalogue.matters(desk)
