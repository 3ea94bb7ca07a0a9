"""What people wrongly come to us for: the most frequent first, each number with its records; for the year report."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from reception.rules import once as rules
from reception.rules.misdirected import MisdirectedLine
from reception.rules.once import Period
from reception.services import misdirected
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reception.services.register import RegisterLine

WIDTH = 396


class MisdirectedView(QWidget):
    """The list of what was guided to other units in a period, and the records behind the chosen line."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.period_name = "year"
        self.table = RecordTable(self._columns(), link, name=self.tr("找错门的事"))
        self.table.set_empty(self.tr("这段时间没有人被引导到外单位。登记“引导告知”以后，这里就有数字。"))
        self.records = RecordTable(self._record_columns(), link, name=self.tr("数字背后的登记"))
        self.records.set_empty(self.tr("选中左边一行，这里是它的登记。"))
        self.total = look.text_label("", "muted", wrap=True)
        self.title = look.text_label("", "heading", wrap=True)
        self.periods: dict[str, QPushButton] = {}
        self.setFocusProxy(self.table)
        self._make_choices()
        self._place()
        self.table.selected.connect(self._show_line)
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
        period = _PERIODS[self.period_name](today)
        self._link.run(self, misdirected.of_period, period, done=self._show, latest=True)

    def _show(self, found: tuple[MisdirectedLine, ...]) -> None:
        self.table.show_records(found)
        if found and self.table.current() is None:
            self.table.select_record(found[0].id)
        words = self.tr("共 {n} 人次，{m} 件事。投诉举报和作废的不在其中。")
        self.total.setText(words.format(n=sum(line.count for line in found), m=len(found)) if found else "")
        self._show_line(self.table.current())

    def _show_line(self, line: MisdirectedLine | None) -> None:
        self.title.setText(f"{line.what} → {line.unit}" if line else self.tr("选中的一行"))
        self.more_button.setEnabled(line is not None)
        if line is None:
            self.records.show_records([])
            return
        self._link.run(self.records, misdirected.records_behind, line.ids, done=self._show_records, latest=True)

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
        hint = self.tr("有事项的按事项算；没有的，按摘要里说到的单位职责算，再没有的按摘要算。")
        inside.addWidget(look.text_label(hint, "hint", wrap=True))
        self.more_button = look.plain_button(self.tr("数字背后的登记(&X)"), self._to_records)
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignRight)
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

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("人次"), text=lambda line: str(line.count), width=60, align="right"),
            Column(title=self.tr("来问的事"), text=lambda line: line.what, tip=lambda line: line.what),
            Column(title=self.tr("应到单位"), text=lambda line: line.unit, tip=lambda line: line.unit, width=160),
        ]

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
