"""A list of numbers of a period, the most frequent first, with the records behind the chosen line beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from reception.rules import once as rules
from reception.rules.once import Period
from reception.services import register
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reception.services.register import RegisterLine

WIDTH = 396


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted and in which words it is shown; the lines have `id`, `count` and `ids`.

    `source` is the service that counts a period, `heading` stands above the records of a line, `total` says something
    of the whole list, `hint` how was counted; `buttons` do something with the chosen line.
    """

    name: str
    source: Callable[..., Any]
    columns: list[Column]
    heading: Callable[[Any], str]
    total: Callable[["Sequence[Any]"], str]
    hint: str
    empty: str
    buttons: tuple[QPushButton, ...] = ()


class CountedView(QWidget):
    """What was counted in a period, and the records behind the chosen line; whoever derives from it says what."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.period_name = "year"
        self.periods: dict[str, QPushButton] = {}

    def lay_out(self, what: Counted) -> None:
        """Make the lists."""
        self._what = what
        self.table = RecordTable(what.columns, self._link, name=what.name)
        self.table.set_empty(what.empty)
        self.records = RecordTable(self._record_columns(), self._link, name=self.tr("数字背后的登记"))
        self.records.set_empty(self.tr("选中左边一行，这里是它的登记。"))
        self.total = look.text_label("", "muted", wrap=True)
        self.title = look.text_label("", "heading", wrap=True)
        self.setFocusProxy(self.table)
        self._make_choices()
        self._place()
        self.table.selected.connect(self.show_line)
        self.table.chosen.connect(lambda _line: self._to_records())
        self.records.chosen.connect(lambda line: self._shell.go("register", inquiry_id=line.id))

    def keys(self) -> Keys:
        """Give the keys of this part."""
        return [
            ("Enter", self.tr("看数字背后的登记；再按一次打开登记")),
            ("Esc", self.tr("回到列表")),
        ]

    def back(self) -> bool:
        """Go back from the records to the list."""
        if self._sides.is_side_instead or self.records.hasFocus():
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def choose_period(self, name: str) -> None:
        """Look at a usual period."""
        self.period_name = name
        self.periods[name].setChecked(True)
        self.read()

    def read(self) -> None:
        """Read the list of the chosen period."""
        today = self._link.desk.calendar.local(self._link.desk.clock()).date()
        self._link.run(self, self._what.source, _PERIODS[self.period_name](today), done=self._show, latest=True)

    def show_line(self, line: Any) -> None:
        """Show the records behind a line."""
        self.title.setText(self._what.heading(line) if line else self.tr("选中的一行"))
        self.more_button.setEnabled(line is not None)
        if line is None:
            self.records.show_records([])
            return
        self._link.run(self.records, register.some, line.ids, done=self._show_records, latest=True)

    def _show(self, found: "Sequence[Any]") -> None:
        self.table.show_records(found)
        if found and self.table.current() is None:
            self.table.select_record(found[0].id)
        self.total.setText(self._what.total(found) if found else "")
        self.show_line(self.table.current())

    def _show_records(self, found: "Sequence[RegisterLine]") -> None:
        self.records.show_records(found)
        if found and self.records.current() is None:
            self.records.select_record(found[0].id)

    def _to_records(self) -> None:
        self._sides.want_side(True)
        self.records.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_choices(self) -> None:
        words = {
            "month": self.tr("本月(&M)"),
            "month_before": self.tr("上月(&V)"),
            "quarter": self.tr("本季度(&Q)"),
            "year": self.tr("今年(&Y)"),
        }
        self._group = QButtonGroup(self)
        for name, text in words.items():
            button = self.periods[name] = look.choice_button(text)
            button.clicked.connect(lambda _on, name=name: self.choose_period(name))
            self._group.addButton(button)
        self.periods[self.period_name].setChecked(True)

    def _place(self) -> None:
        frame, inside = look.card()
        inside.addLayout(look.row(*self.periods.values(), 1, spacing=look.SPACE_S))
        inside.addWidget(self.table, 1)
        inside.addWidget(self.total)
        inside.addWidget(look.text_label(self._what.hint, "hint", wrap=True))
        self.more_button = look.plain_button(self.tr("数字背后的登记(&X)"), self._to_records)
        inside.addLayout(look.row(1, self.more_button, *self._what.buttons, spacing=look.SPACE_S))
        self._sides = Beside(frame, self._behind(), WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides))
        self.more_button.setVisible(self._sides.is_narrow)

    def _behind(self) -> QFrame:
        frame, inside = look.card()
        inside.addWidget(self.title)
        inside.addWidget(self.records, 1)
        inside.addWidget(look.text_label(self.tr("Enter 打开登记。"), "hint", wrap=True))
        return frame

    def _record_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("编号"), text=lambda line: line.reg_no, width=142),
            Column(title=self.tr("日期"), text=self._day, width=58),
            Column(title=self.tr("摘要"), text=lambda line: line.summary, tip=lambda line: line.summary),
        ]

    def _day(self, line: "RegisterLine") -> str:
        return f"{self._link.desk.calendar.local(line.received_at):%m-%d}"


_PERIODS: dict[str, Callable[[date], Period]] = {
    "month": rules.month_of,
    "month_before": rules.month_before,
    "quarter": rules.quarter_of,
    "year": rules.year_of,
}
