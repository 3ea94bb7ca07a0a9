"""The lines behind one figure of a report, in the columns of its part."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui import look
from ui.roomy import OnePage
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.rules.record_lists import ListPart, ListRow

WIDTH = 728
SHARE = 7
"""So many pixels a share of the width takes."""


class RecordsPane(QFrame):
    """One part of a report: its figure, what it counts, its lines.

    Args:
        made: is told of each table when it is made.

    Signals:
        opened(int): the record with this id is to be seen.
    """

    opened = Signal(int)

    def __init__(self, made: Callable[[RecordTable], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._made = made
        self.tables: dict[tuple[str, str], RecordTable] = {}
        self.heading = look.text_label("", "heading", wrap=True)
        self.figure = look.ElidedLabel("", "strong")
        self.note = look.text_label("", "hint", wrap=True)
        self._stack = OnePage()
        layout = look.column(self.heading, self.figure, self.note, self._stack, margin=look.SPACE_XL)
        layout.setStretchFactor(self._stack, 1)
        self.setLayout(layout)

    def show_part(self, kind: str, part: "ListPart") -> None:
        """Show the lines of a part of a kind of report; the chosen line stays chosen."""
        self.heading.setText(part.heading)
        self.figure.setText(part.figure)
        self.note.setText(part.note)
        self.note.setVisible(bool(part.note))
        table = self._table(kind, part)
        table.show_records(part.rows)
        if part.rows and table.current() is None:
            table.select_record(part.rows[0].id)
        self._stack.setCurrentWidget(table)
        self.setFocusProxy(table)

    def _table(self, kind: str, part: "ListPart") -> RecordTable:
        """Give the table of a part; it is made when it is first wanted."""
        if (kind, part.key) not in self.tables:
            fits = sum(column.share for column in part.columns) * SHARE <= WIDTH - 2 * look.SPACE_XL
            widest = max(range(len(part.columns)), key=lambda place: part.columns[place].share) if fits else -1
            columns = [
                Column(
                    title=column.title,
                    text=partial(_cell, place),
                    tip=partial(_cell, place),
                    tone=_tone if place == 0 else None,
                    align="right" if column.right else "left",
                    width=0 if place == widest else column.share * SHARE,
                )
                for place, column in enumerate(part.columns)
            ]
            table = RecordTable(columns, name=part.heading)
            table.set_empty(part.empty)
            table.chosen.connect(self._open)
            self._made(table)
            self._stack.addWidget(table)
            self.tables[kind, part.key] = table
        return self.tables[kind, part.key]

    def _open(self, row: "ListRow") -> None:
        if row.inquiry_id is not None:
            self.opened.emit(row.inquiry_id)


def _cell(place: int, row: "ListRow") -> str:
    return row.cells[place]


def _tone(row: "ListRow") -> look.Tone | None:
    return "red" if row.grave else None
