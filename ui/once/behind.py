"""The records behind a number: which number, and the list; each leads to its place in the register."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from reception.rules.once import OnceLine
from reception.services import once
from ui import look
from ui.desk_link import DeskLink
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.services.register import RegisterLine

WIDTH = 396


class BehindPane(QFrame):
    """One line of the rates: its numbers, and the records behind the chosen one.

    Signals:
        opened(int): the record with this id is to be seen.
    """

    opened = Signal(int)

    def __init__(self, link: DeskLink) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._link = link
        self._line: OnceLine | None = None
        self.chosen = "told"
        self.title = look.text_label("", "heading", wrap=True)
        self.numbers: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.table = RecordTable(self._columns(), link, name=self.tr("数字背后的登记"))
        self.table.chosen.connect(lambda line: self.opened.emit(line.id))
        self.setFocusProxy(self.table)
        self._place()
        self.show_line(None)

    def show_line(self, line: OnceLine | None) -> None:
        """Show the numbers of a line; the chosen number stays chosen."""
        self._line = line
        self.title.setText(line.name if line else self.tr("选中的一行"))
        ids = _ids(line)
        for name, words in self._words().items():
            self.numbers[name].setText(f"{words} {len(ids[name])}")
            self.numbers[name].setEnabled(line is not None)
        self.choose(self.chosen)

    def choose(self, name: str) -> None:
        """Show the records behind a number."""
        self.chosen = name
        self.numbers[name].setChecked(True)
        ids = _ids(self._line)[name]
        if self._line is None or not ids:
            self._link.stop_all(self)
            self.table.show_records([])
            return
        self._link.run(self, once.records_behind, ids, done=self._show, latest=True)

    def choose_number(self, place: int) -> None:
        """Choose a number by its place, from 1."""
        names = list(self.numbers)
        if self._line is not None and place <= len(names):
            self.choose(names[place - 1])

    def _show(self, found: "Sequence[RegisterLine]") -> None:
        self.table.show_records(found)
        if found and self.table.current() is None:
            self.table.select_record(found[0].id)

    def _words(self) -> dict[str, str]:
        return {
            "told": self.tr("1 有告知单的件"),
            "told_whole": self.tr("2 一次告清"),
            "told_short": self.tr("3 我方遗漏"),
            "came": self.tr("4 来访人"),
            "came_once": self.tr("5 只来一次"),
            "came_again": self.tr("6 又来过"),
            "came_lately": self.tr("7 不满三十天"),
        }

    def _place(self) -> None:
        grid = look.grid(spacing=look.SPACE_S)
        for place, (name, words) in enumerate(self._words().items()):
            button = look.choice_button(words)
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            self._group.addButton(button)
            self.numbers[name] = button
            row, column = (place, 0) if place < 3 else (place - 3, 1)
            grid.addWidget(button, row, column)
        self.table.set_empty(self.tr("这个数字背后没有登记。"))
        layout = look.column(self.title, margin=look.SPACE_XL)
        layout.addLayout(grid)
        layout.addWidget(self.table, 1)
        layout.addWidget(look.text_label(self.tr("投诉举报不在其中。Enter 打开登记。"), "hint", wrap=True))
        self.setLayout(layout)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("编号"), text=lambda line: line.reg_no, width=142),
            Column(title=self.tr("日期"), text=self._day, width=58),
            Column(title=self.tr("来访人"), text=lambda line: line.visitor),
        ]

    def _day(self, line: "RegisterLine") -> str:
        return f"{self._link.desk.calendar.local(line.received_at):%m-%d}"

    def leave(self) -> bool:
        """Tell whether the focus stands in the list, from which one goes back."""
        return self.isAncestorOf(self.window().focusWidget())


def _ids(line: OnceLine | None) -> dict[str, tuple[int, ...]]:
    line = line or OnceLine(key="", name="")
    return {
        "told": (*line.told_whole, *line.told_short),
        "told_whole": line.told_whole,
        "told_short": line.told_short,
        "came": (*line.came_once, *line.came_again),
        "came_once": line.came_once,
        "came_again": line.came_again,
        "came_lately": line.came_lately,
    }
