"""A year's notice line by line: festival, from, to, and the days that are worked instead."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception.rules.calendar_lines import YearLine
from ui import look
from ui.forms import Field, LineField

FEWEST = 7
MOST = 15
NAME_LENGTH, DAY_LENGTH, WORK_LENGTH = 60, 12, 120
_PARTS = ("name", "first", "last", "work")


class YearLines(QWidget):
    """The lines; there is always room for one more.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[dict[str, LineField]] = []
        self._grid = look.grid(spacing=look.SPACE_S)
        heads = (self.tr("节日"), self.tr("放假从"), self.tr("到"), self.tr("调休上班日（可多个）"))
        self._heads = heads
        for column, words in enumerate(heads):
            self._grid.addWidget(look.text_label(words, "hint"), 0, column)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(3, 4)
        self.more_button = look.plain_button(self.tr("增加一行(&A)"), self.add_line)
        layout = look.column(spacing=look.SPACE_S)
        layout.addLayout(self._grid)
        layout.addLayout(look.row(self.more_button, 1))
        layout.addStretch(1)
        self.setLayout(layout)
        for _line in range(FEWEST):
            self.add_line()

    def add_line(self) -> None:
        """Add an empty line."""
        place = len(self.lines) + 1
        if place > MOST:
            return
        lengths = (NAME_LENGTH, DAY_LENGTH, DAY_LENGTH, WORK_LENGTH)
        line: dict[str, LineField] = {}
        for column, (part, words, length) in enumerate(zip(_PARTS, self._heads, lengths, strict=True)):
            name = self.tr("第{n}行 {what}").format(n=place, what=words)
            line[part] = field = LineField(name, length, labelled=False)
            field.edited.connect(self.edited)
            self._grid.addWidget(field, place, column)
        self.lines.append(line)
        self.more_button.setEnabled(place < MOST)

    def fields(self) -> dict[str, Field]:
        """Give the fields by their names in reasons."""
        return {
            f"lines[{place}].{part}": field
            for place, line in enumerate(self.lines, start=1)
            for part, field in line.items()
        }

    def show_lines(self, lines: Sequence[YearLine]) -> None:
        """Fill the lines."""
        while len(self.lines) < min(MOST, len(lines) + 1):
            self.add_line()
        for place, line in enumerate(self.lines):
            shown = lines[place] if place < len(lines) else YearLine()
            for part, field in line.items():
                field.clear_error()
                field.set_text(getattr(shown, part))

    def entry(self) -> tuple[YearLine, ...]:
        """Give the lines as they were typed."""
        return tuple(YearLine(**{part: field.text() for part, field in line.items()}) for line in self.lines)
