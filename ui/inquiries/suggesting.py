"""A line that proposes what fits while somebody types; the focus never leaves the line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from reception.rules.pinyin import is_pinyin_query, search_keys, spells
from reception.services.colleagues import colleagues
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField
from ui.heeding import heed

if TYPE_CHECKING:
    from reception.services.colleagues import Colleague

MOST_SHOWN = 8
LONGEST_QUERY = 64
_PEOPLE = frozenset({"Account", "Post", "Inquiry"})
_ROW = 32


class SuggestingField(LineField):
    """A line with a list under it; `code` names what was chosen, "" while nothing is.

    Signals:
        chosen(str): another code, or "" when what was chosen no longer is.

    Args:
        host: the page, above which the list opens.
        limit: the longest text.
    """

    chosen = Signal(str)

    def __init__(
        self, label: str, host: QWidget, *, placeholder: str = "", nothing: str = "", limit: int = LONGEST_QUERY
    ) -> None:
        super().__init__(label, limit)
        self.code = ""
        self._name = ""
        self._nothing = nothing
        self._asked_for = False
        self._found: list[tuple[str, str, str]] = []
        self.edit.setPlaceholderText(placeholder)
        self._host = host
        self.popup = QListWidget(host)
        self.popup.setAccessibleName(label.split("(", maxsplit=1)[0])
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup.setUniformItemSizes(True)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.hide()
        self.popup.itemClicked.connect(lambda item: self._take(self.popup.row(item)))
        self.edited.connect(self._typed)
        self.left.connect(self.close_popup)

    def look_for(self, text: str) -> None:
        """Find what fits a text and hand it to `show_found`; an empty text asks for what is usual."""
        raise AssertionError("each kind of list looks for itself")

    def set_chosen(self, code: str, name: str) -> None:
        """Show something that was chosen elsewhere, or nothing; this counts as no edit of the person."""
        self.code, self._name = code, name
        self.set_text(name)
        self.set_hint("")
        self.close_popup()

    def put_name(self, name: str) -> None:
        """Show the name of what is chosen once it is known."""
        self._name = name
        self.set_text(name)

    def asked(self) -> str:
        """Give the chosen code, or what was typed and names nothing."""
        return self.code or self.text().strip()[:20]

    def close_popup(self) -> bool:
        """Take the list away; tell whether it was there."""
        shown = not self.popup.isHidden()
        self.popup.hide()
        return shown

    def show_found(self, found: Sequence[tuple[str, str, str]]) -> None:
        """Open the list with (code, name, words) of what was found."""
        self._found = list(found)[:MOST_SHOWN]
        text = self.text().strip()
        self.set_hint(self._nothing if text and not self.code and not self._found else "")
        if not self._found or not self.edit.hasFocus() or not (text or self._asked_for) or self.code:
            self.close_popup()
            return
        self.popup.clear()
        self.popup.addItems([words for _code, _name, words in self._found])
        self.popup.setCurrentRow(0)
        self.popup.show()
        self.popup.raise_()
        self.place_popup()

    def place_popup(self) -> None:
        """Put the open list under its line, or above it where there is no room."""
        if self.popup.isHidden():
            return
        height = len(self._found) * look.scaled(_ROW) + 6
        place = self.edit.mapTo(self._host, QPoint(0, self.edit.height() + 2))
        if place.y() + height > self._host.height():
            place = self.edit.mapTo(self._host, QPoint(0, -height - 2))
        self.popup.setGeometry(place.x(), place.y(), max(self.edit.width(), 320), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.edit and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._steer(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _steer(self, key: int) -> bool:
        if self.popup.isHidden():
            if key == Qt.Key.Key_Down and not self.code:
                self._asked_for = True
                self.look_for(self.text().strip())
                return True
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.popup.setCurrentRow((self.popup.currentRow() + step) % self.popup.count())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.popup.currentRow())
            return True
        if key == Qt.Key.Key_Tab:
            self._take(self.popup.currentRow())
        return False

    def _typed(self) -> None:
        if self.code and self.text() != self._name:
            self.code = self._name = ""
            self.chosen.emit("")
        self._asked_for = False
        text = self.text().strip()
        if text:
            self.look_for(text)
        else:
            self.show_found(())

    def _take(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        code, name, _words = self._found[row]
        self.clear_error()
        self.set_chosen(code, name)
        self.chosen.emit(code)
        self.edited.emit()


class DirectoryField(SuggestingField):
    """A unit or a post out of a short directory, found by name, code or pinyin initials."""

    def __init__(self, label: str, host: QWidget, *, nothing: str = "") -> None:
        super().__init__(label, host, nothing=nothing)
        self.entries: dict[str, Any] = {}
        self._keys: dict[str, str] = {}
        self._lines: dict[str, str] = {}

    def set_entries(self, entries: Sequence[Any], words: dict[str, str] | None = None) -> None:
        """Offer the records of a directory (with code and name); `words` says more about a code."""
        self.entries = {entry.code: entry for entry in entries}
        more = words or {}
        self._keys = {
            entry.code: f"{entry.name}\n{entry.code}\n{more.get(entry.code, '')}\n{search_keys(entry.name)}".lower()
            for entry in entries
        }
        self._lines = {
            entry.code: " · ".join(w for w in (entry.name, more.get(entry.code, "")) if w) for entry in entries
        }
        if self.code in self.entries:
            self.put_name(self.entries[self.code].name)

    def chosen_entry(self) -> Any | None:
        """Give the chosen record, or None."""
        return self.entries.get(self.code)

    def look_for(self, text: str) -> None:
        wanted = text.lower()
        keys = [code for code, key in self._keys.items() if wanted in key or spells(text, self.entries[code].name)]
        keys.sort(key=lambda code: not self.entries[code].name.startswith(text))
        self.show_found([(code, self.entries[code].name, self._lines[code]) for code in keys])


class ColleagueField(SuggestingField):
    """A name with the names of colleagues to choose from; whoever is not among them is typed whole.

    Letters that spell somebody propose him for Enter; nobody is taken unasked by Tab, or over a typed name.
    """

    def __init__(self, label: str, host: QWidget, limit: int) -> None:
        super().__init__(label, host, limit=limit)
        self._people: tuple[Colleague, ...] = ()

    def follow(self, link: DeskLink) -> None:
        """Read the colleagues now, and again when they change."""
        heed(self, link, _PEOPLE, lambda: self._read(link))
        self._read(link)

    def set_people(self, people: "Sequence[Colleague]") -> None:
        """Propose these."""
        self._people = tuple(people)

    def look_for(self, text: str) -> None:
        begun = [each for each in self._people if each.name.startswith(text)]
        inside = [each for each in self._people if text in each.name or spells(text, each.name)]
        found = [each for each in dict.fromkeys((*begun, *inside)) if each.name != text]
        self.show_found([(each.name, each.name, " · ".join(filter(None, (each.name, each.about)))) for each in found])
        if text and not is_pinyin_query(text):
            self.popup.setCurrentRow(-1)

    def _read(self, link: DeskLink) -> None:
        link.run(self, colleagues, done=self.set_people, latest=True)

    def _steer(self, key: int) -> bool:
        takes = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.popup.currentRow() < 0
        if not self.popup.isHidden() and (takes or key == Qt.Key.Key_Tab):
            self.close_popup()
            return False
        return super()._steer(key)
