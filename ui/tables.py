"""One table for all lists: selection and place stay when it is read again, an empty list says how to begin."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.desk_link import DeskLink
from ui.table_model import PAGE, Column, Index, RecordModel, Source

__all__ = ["Column", "RecordTable", "Source"]

NARROWEST = 48
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class _Tinted(QStyledItemDelegate):
    """Keeps the colour of a light on the row that is selected."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.HighlightedText, colour)
            option.palette = palette


class RecordTable(QTableView):
    """A list of records: keeps selection and place when it is read again.

    Args:
        many: several rows may be picked at once, with Shift, Ctrl and Ctrl+A.

    Signals:
        chosen(record): Enter or a double click.
        selected(record or None): another row is the present one.
        picked(): other rows are picked.
    """

    chosen = Signal(object)
    selected = Signal(object)
    picked = Signal()

    def __init__(
        self, columns: Sequence[Column], link: DeskLink | None = None, *, name: str = "", many: bool = False
    ) -> None:
        super().__init__()
        self._many = many
        self.setAccessibleName(name)
        self.records = RecordModel(columns, link, self)
        self.setModel(self.records)
        self.setItemDelegate(_Tinted(self))
        self._empty: QWidget | None = None
        self._wanted: Hashable | None = None
        self._last: Any = None
        self._told: Any = None
        self._picks: list[Hashable] = []
        self._set_up_view()
        self._set_up_columns()
        self.records.modelAboutToBeReset.connect(self._remember)
        self.records.arrived.connect(self._restore)
        self.doubleClicked.connect(lambda index: self._choose(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.picked.emit())

    def show_records(self, records: Sequence[Any]) -> None:
        """Show a short list."""
        self.records.show_records(records)

    def load(self, source: Source) -> None:
        """Show a long list from its beginning, page by page."""
        self.records.look_at(source)

    def refresh(self) -> None:
        """Read a long list again where it is seen; selection and place stay."""
        self.records.refresh(self._seen_pages())

    def current(self) -> Any | None:
        """Give the present record, or None."""
        return self.records.record(self.currentIndex().row())

    def rearrange(self, source: Source, known: Mapping[Any, Any], *, fresh: bool) -> None:
        """Show a long list whose keys are known in another order or choice; selection and place stay.

        Args:
            known: records that were read a moment ago; where all that is seen is among them, nothing is read.
            fresh: read what is seen again in any case.
        """
        keys, pages = source.keys or (), {}
        for number in self._wanted_pages(source):
            part = keys[number * PAGE : (number + 1) * PAGE]
            if fresh or not all(key in known for key in part):
                self.records.look_at(source, self._wanted_pages(source))
                return
            pages[number] = [known[key] for key in part]
        self.records.show_known(source, pages)

    def picked_keys(self) -> list[Hashable]:
        """Give the ids of the rows that are picked, from the top."""
        parts = cast(Iterable[QItemSelectionRange], self.selectionModel().selection())
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        keys = [self.records.key_at(row) for row in rows]
        return [key for key in keys if key is not None]

    def select_record(self, key: Hashable) -> None:
        """Make the record with this id the present one, now or as soon as it is there."""
        self._wanted = key
        row = self.records.row_of(key)
        if row is not None:
            self.selectRow(row)
            self._wanted = None

    def set_empty(self, text: str, act: QWidget | None = None) -> None:
        """Say what belongs into the list while it is empty, and how to begin."""
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
        label = look.text_label(text, "muted", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        place = QWidget(self.viewport())
        layout = QVBoxLayout(place)
        layout.addStretch()
        layout.addWidget(label)
        if act is not None:
            layout.addWidget(act, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._empty = place
        self._place_empty()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self._choose(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_empty()

    def sizeHint(self) -> QSize:
        return QSize(sum(column.width or 120 for column in self.records.columns), look.control_height() * 6)

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if self._many else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.control_height())

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(look.scaled(NARROWEST))
        for number, column in enumerate(self.records.columns):
            if column.width:
                self.setColumnWidth(number, look.scaled(column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _seen_pages(self) -> list[int]:
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else first + 40
        return list(range(first // PAGE, last // PAGE + 1))

    def _wanted_pages(self, source: Source) -> list[int]:
        """Give the pages of a list to come that will be seen: those of now, and that of the present record."""
        keys = source.keys or ()
        last = max(0, (len(keys) - 1) // PAGE)
        wanted = {min(page, last) for page in self._seen_pages()}
        present = self.records.key_at(self.currentIndex().row())
        row = {key: row for row, key in enumerate(keys)}.get(present) if present is not None else None
        moved = row - self.currentIndex().row() if row is not None else 0
        wanted |= {min(max(0, self.rowAt(0) + moved) // PAGE, last)}
        return sorted(wanted | ({row // PAGE} if row is not None else set()))

    def _choose(self, row: int) -> None:
        record = self.records.record(row)
        if record is not None:
            self.chosen.emit(record)

    def _tell(self) -> None:
        self._told = self.current()
        self.selected.emit(self._told)

    def _remember(self) -> None:
        self._picks = self.picked_keys() if self._many else []
        self._last = (
            self.records.key_at(self.currentIndex().row()),
            self.currentIndex().row(),
            self.rowAt(0),
            self.verticalScrollBar().value(),
        )

    def _restore(self) -> None:
        self._place_empty()
        wanted = self._wanted
        if wanted is not None:
            self.select_record(wanted)
        if self._last is None:
            if self._told is None and self.current() is not None:
                self._tell()  # its page came later than its row
            return
        key, row, _top, scroll = self._last
        self._last = None
        found = self.records.row_of(key) if key is not None else None
        shift = found - row if found is not None else 0
        self.executeDelayedItemsLayout()  # until then the bar knows only as many rows as there were
        self.verticalScrollBar().setValue(scroll + shift if scroll else 0)
        if found is not None and wanted is None:
            self._make_current(found)

    def _make_current(self, row: int) -> None:
        place = self.verticalScrollBar().value()
        picks = [found for key in self._picks if (found := self.records.row_of(key)) is not None]
        if len(picks) > 1:
            self._pick(row, picks)
        else:
            self.selectRow(row)
        self.verticalScrollBar().setValue(place)

    def _pick(self, row: int, picks: Sequence[int]) -> None:
        """Pick several rows again, in as few stretches as they make."""
        chosen, last = QItemSelection(), self.records.columnCount() - 1
        for _place, group in groupby(enumerate(sorted(picks)), key=lambda each: each[1] - each[0]):
            rows = [each for _, each in group]
            chosen.select(self.records.index(rows[0], 0), self.records.index(rows[-1], last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.records.index(row, 0), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)

    def _place_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            layout = self._empty.layout()
            needed = layout.totalHeightForWidth(self.viewport().width()) if layout is not None else 0
            if self.records.rowCount() == 0 and needed > self.viewport().height():
                self.setMinimumHeight(needed + self.horizontalHeader().height())
            self._empty.setVisible(self.records.rowCount() == 0)
