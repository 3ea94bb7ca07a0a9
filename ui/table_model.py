"""Records behind a table: columns say how a record reads, a long list comes page by page."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from reception.rules.cases import Light
from ui import look
from ui.desk_link import DeskLink

if TYPE_CHECKING:
    from reception.services.desk import Desk

PAGE = 200
KEPT_PAGES = 64
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """How one column reads a record.

    Args:
        title: the words at its head.
        text: gives the text of a record.
        align: left, right or center.
        tip: gives a longer text, shown as a tool tip.
        light: gives the light whose shape and colour the text bears, or None.
        tone: gives the colour of the text, or None.
        struck: tells whether the text is struck through, as a void entry of a register is.
        width: in pixels of a 100 % screen; 0 takes what is left over.
    """

    title: str
    text: Callable[[Any], str]
    align: Literal["left", "right", "center"] = "left"
    tip: Callable[[Any], str] | None = None
    light: Callable[[Any], Light | None] | None = None
    tone: Callable[[Any], look.Tone | None] | None = None
    struck: Callable[[Any], bool] | None = None
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a long list comes from; both are called on the reading thread.

    With `keys`, the ids of all its records in their order, a row is known before its page is there; a record that is
    gone by then is None in its page.
    """

    count: "Callable[[Desk], int]"
    page: "Callable[[Desk, int, int], Sequence[Any]]"
    keys: Sequence[Hashable] | None = None


@dataclass(frozen=True, slots=True)
class _Portion:
    """What one look at a source gave."""

    count: int
    pages: dict[int, list[Any]]


def _read(desk: "Desk", source: Source, pages: Sequence[int]) -> _Portion:
    return _Portion(source.count(desk), {page: list(source.page(desk, page * PAGE, PAGE)) for page in pages})


def key_of(record: Any) -> Hashable:
    """Give what tells a record from others: its id, or itself where it has none."""
    key: Hashable = getattr(record, "id", None)
    return key if key is not None else id(record)


class RecordModel(QAbstractTableModel):
    """Records behind a table: a short list whole, or a window of pages on a long one."""

    arrived = Signal()

    def __init__(self, columns: Sequence[Column], link: DeskLink | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._link = link
        self._source: Source | None = None
        self._rows: dict[Hashable, int] = {}
        self._count = 0
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._asked: set[int] = set()

    @property
    def is_long(self) -> bool:
        """Tell whether the list comes page by page."""
        return self._source is not None

    def show_records(self, records: Sequence[Any]) -> None:
        """Show a short list."""
        self.beginResetModel()
        self._source, self._rows = None, {}
        self._fill(_Portion(len(records), {0: list(records)}))
        self.endResetModel()
        self.arrived.emit()

    def show_known(self, source: Source, pages: Mapping[int, Sequence[Any]]) -> None:
        """Show a long list whose first look is known already, without reading."""
        keys = source.keys or ()
        self._change(source, _Portion(len(keys), {number: list(page) for number, page in pages.items()}))

    def look_at(self, source: Source, pages: Sequence[int] = (0,)) -> None:
        """Read the count and some pages of a long list; what was shown stays until the answer is there."""
        if self._link is None:
            raise AssertionError("a long list needs the link")
        self._asked.clear()
        self._link.run(
            self, _read, source, tuple(pages), done=lambda portion: self._change(source, portion), latest=True
        )

    def refresh(self, pages: Sequence[int]) -> None:
        """Read a long list again, with the pages that are seen."""
        if self._source is not None:
            self.look_at(self._source, pages)

    def record(self, row: int) -> Any | None:
        """Give the record of a row, or None while its page is not there; asks for the page then."""
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE) if self.is_long else (0, row)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def row_of(self, key: Hashable) -> int | None:
        """Give the row of the record with this id, of a list without known keys among the pages that are there."""
        if self._rows:
            return self._rows.get(key)
        for number, page in self._pages.items():
            for place, record in enumerate(page):
                if key_of(record) == key:
                    return number * PAGE + place
        return None

    def key_at(self, row: int) -> Hashable | None:
        """Give the id of a row, if its page is there or the keys are known."""
        if self._source is not None and self._source.keys is not None:
            return self._source.keys[row] if 0 <= row < len(self._source.keys) else None
        record = self.record(row)
        return None if record is None else key_of(record)

    def known(self) -> Iterator[Any]:
        """Give the records of the pages that are there."""
        for page in self._pages.values():
            yield from (record for record in page if record is not None)

    def repaint_lights(self) -> None:
        """Let every row be painted again, without reading: time went on."""
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in _ROLES:
            return None
        record = self.record(index.row())
        if record is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        return _ROLES[role](column, record)

    def _ask(self, number: int) -> None:
        if self._source is None or self._link is None or number in self._asked:
            return
        self._asked.add(number)
        source = self._source
        self._link.run(self, _read, source, (number,), done=lambda portion: self._add(source, portion))

    def _add(self, source: Source, portion: _Portion) -> None:
        if source is not self._source:
            return
        if portion.count != self._count:
            self.refresh([*portion.pages])
            return
        self._keep(portion)
        for number, page in portion.pages.items():
            first = number * PAGE
            if page and first < self._count:
                last = min(first + len(page), self._count) - 1
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.arrived.emit()

    def _change(self, source: Source, portion: _Portion) -> None:
        self.beginResetModel()
        self._source = source
        self._rows = {key: row for row, key in enumerate(source.keys or ())}
        self._fill(portion)
        self.endResetModel()
        self.arrived.emit()

    def _fill(self, portion: _Portion) -> None:
        self._count = portion.count
        self._pages.clear()
        self._asked.clear()
        self._keep(portion)

    def _keep(self, portion: _Portion) -> None:
        for number, page in portion.pages.items():
            self._pages[number] = page
            self._asked.discard(number)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    sides = {
        "left": Qt.AlignmentFlag.AlignLeft,
        "right": Qt.AlignmentFlag.AlignRight,
        "center": Qt.AlignmentFlag.AlignHCenter,
    }
    return sides[column.align] | Qt.AlignmentFlag.AlignVCenter


def _text(column: Column, record: Any) -> str:
    light = column.light(record) if column.light else None
    return look.light_text(light, column.text(record)) if light else column.text(record)


def _colour(column: Column, record: Any) -> QColor | None:
    light = column.light(record) if column.light else None
    tone = look.SIGNS[light].tone if light else (column.tone(record) if column.tone else None)
    return QColor(look.tone_colour(tone)) if tone else None


def _tip(column: Column, record: Any) -> str | None:
    return look.escaped(column.tip(record)) if column.tip else None


def _font(column: Column, record: Any) -> QFont | None:
    if column.struck is None or not column.struck(record):
        return None
    font = look.font("body")
    font.setStrikeOut(True)
    return font


_ROLES: dict[int, Callable[[Column, Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.ForegroundRole: _colour,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.FontRole: _font,
    Qt.ItemDataRole.AccessibleTextRole: _text,
}
