"""The rates of a period by matter, unit or officer: who was told everything once, who came once."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.errors import Invalid, Reason
from reception.rules import once as rules
from reception.rules.faults import Faults, read_date
from reception.rules.once import WINDOW_DAYS, Grouping, OnceLine, Period
from reception.services import once
from reception.words import label
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.forms import FieldSet, LineField
from ui.once.behind import WIDTH, BehindPane
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.ratios import Ratio

DATE_LENGTH = 10
DATE_WIDTH = 120


class RatesView(QWidget):
    """The table of the rates, and the records behind the chosen line."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._found: tuple[OnceLine, ...] = ()
        self.by = Grouping.MATTER
        self.table = RecordTable(self._columns(), link, name=self.tr("一次告知率和一次办成率"))
        self.table.set_empty(self.tr("这段时间没有告知单，也没有来访。出具告知单以后，这里就有比率。"))
        self.behind = BehindPane(link)
        self.first_on = LineField(self.tr("首日(&B)"), DATE_LENGTH)
        self.last_on = LineField(self.tr("末日(&L)"), DATE_LENGTH)
        self.error = look.text_label("", "error", wrap=True)
        self.unticked = look.text_label("", "warning", wrap=True)
        self.unticked.hide()
        self._fields = FieldSet({"first_on": self.first_on, "last_on": self.last_on}, self.error, shell.language)
        self.periods: dict[str, QPushButton] = {}
        self.groupings: dict[Grouping, QPushButton] = {}
        self.setFocusProxy(self.table)
        self._make_choices()
        self._place()
        self._connect()
        self.choose_period("month")

    def keys(self) -> Keys:
        """Give the keys of this part."""
        return [
            ("↑ ↓", self.tr("上一行、下一行")),
            ("Enter", self.tr("看数字背后的登记；再按一次打开登记")),
            ("1 – 7", self.tr("选一个数字")),
            ("Esc", self.tr("回到比率")),
        ]

    def back(self) -> bool:
        """Go back from the records to the rates."""
        if self._sides.is_side_instead or self.behind.leave():
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def choose_period(self, name: str) -> None:
        """Look at a usual period."""
        today = self._link.desk.calendar.local(self._link.desk.clock()).date()
        period = _PERIODS[name](today)
        self.first_on.set_text(period.first_on.isoformat())
        self.last_on.set_text(period.last_on.isoformat())
        self.periods[name].setChecked(True)
        self.read()

    def group(self, by: Grouping) -> None:
        """List by matter, unit or officer."""
        self.by = by
        self.groupings[by].setChecked(True)
        self.read()

    def read(self) -> None:
        """Read the rates of the days that stand there."""
        self._fields.clear()
        try:
            period = self._period()
        except Invalid as wrong:
            self._fields.show(wrong)
            return
        self._link.run(self, once.rates, period, self.by, done=self._show, latest=True)
        self._link.run(self, once.unticked, period, done=self._say_unticked, latest=True)

    def _period(self) -> Period:
        faults = Faults()
        first = read_date(self.first_on.text(), "first_on", faults)
        last = read_date(self.last_on.text(), "last_on", faults)
        if first is None or last is None:
            raise Invalid(*faults.reasons)
        if last < first:
            raise Invalid(Reason(code="ends_before_start", field="last_on"))
        return Period(first_on=first, last_on=last)

    def _show(self, found: tuple[OnceLine, ...]) -> None:
        before = self.table.current()
        self._found = found
        shown = [rules.whole(found, self.tr("合计")), *found] if found else []
        self.table.show_records(shown)
        if shown and self.table.current() is None:
            keys = [line.key for line in shown]
            self.table.select_record(before.key if before is not None and before.key in keys else "")
        self.behind.show_line(self.table.current())

    def _say_unticked(self, count: int) -> None:
        words = self.tr("另有 {n} 份补正材料通知单没有逐项勾选材料，看不出是否一次告知，不计入比率。")
        self.unticked.setText(words.format(n=count))
        self.unticked.setVisible(count > 0)

    def _to_records(self) -> None:
        self._sides.want_side(True)
        self.behind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_number(self, place: int) -> None:
        self._sides.want_side(True)
        self.behind.choose_number(place)

    def _make_choices(self) -> None:
        words = {
            "month": self.tr("本月(&M)"),
            "month_before": self.tr("上月(&V)"),
            "quarter": self.tr("本季度(&Q)"),
            "year": self.tr("今年(&Y)"),
        }
        self._period_group, self._by_group = QButtonGroup(self), QButtonGroup(self)
        for name, text in words.items():
            button = self.periods[name] = look.choice_button(text)
            button.clicked.connect(lambda _on, name=name: self.choose_period(name))
            self._period_group.addButton(button)
        for by in Grouping:
            button = self.groupings[by] = look.choice_button(label(by, self._shell.language))
            button.clicked.connect(lambda _on, by=by: self.group(by))
            self._by_group.addButton(button)
        self.groupings[self.by].setChecked(True)

    def _place(self) -> None:
        frame, inside = look.card()
        for field in (self.first_on, self.last_on):
            field.setFixedWidth(look.scaled(DATE_WIDTH))
        when = look.row(*self.periods.values(), spacing=look.SPACE_S)
        dates = look.row(self.first_on, self.last_on, 1)
        inside.addLayout(look.row(when, 1))
        inside.addLayout(dates)
        inside.addWidget(self.error)
        inside.addLayout(look.row(*self.groupings.values(), 1, spacing=look.SPACE_S))
        inside.addWidget(self.table, 1)
        inside.addWidget(self.unticked)
        inside.addWidget(look.text_label(self.definition(), "hint", wrap=True))
        self.more_button = look.plain_button(self.tr("数字背后的登记(&X)"), self._to_records)
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignRight)
        self._sides = Beside(frame, self.behind, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides))
        self.more_button.setVisible(self._sides.is_narrow)

    def definition(self) -> str:
        """Say what the rates count, and what they do not see."""
        told = self.tr(
            "一次告知率：没有“首次告知有遗漏”的件 ÷ 出具过告知单的件；同一件事的几次来访算一件，记在首次告知人名下。"
        )
        came = self.tr(
            "一次办成率：{n} 天内没有为同一事项再来的来访人 ÷ 首次来访已满 {n} 天的来访人；只看本人到场的来访，"
            "没有关联为“重复来访”或“凭告知单回访”的看不到。"
        ).format(n=WINDOW_DAYS)
        return f"{told}\n{came}"

    def _connect(self) -> None:
        self.table.selected.connect(self.behind.show_line)
        self.table.chosen.connect(lambda _line: self._to_records())
        self.behind.opened.connect(lambda number: self._shell.go("register", inquiry_id=number))
        for field in (self.first_on, self.last_on):
            field.edit.returnPressed.connect(self.read)
            field.edited.connect(self._by_hand)
        for place in range(1, 8):
            for part in (self.table, self.behind.table):
                key = bind(part, str(place), partial(self._choose_number, place))
                key.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _by_hand(self) -> None:
        """Let no usual period look chosen while other days are being typed."""
        self._period_group.setExclusive(False)
        for button in self.periods.values():
            button.setChecked(False)
        self._period_group.setExclusive(True)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("名称"), text=lambda line: line.name, tip=lambda line: line.name),
            Column(title=self.tr("一次告知率"), text=lambda line: line.told.percent, width=104, align="right"),
            Column(title=self.tr("件"), text=lambda line: _parts(line.told), width=84, align="right"),
            Column(title=self.tr("一次办成率"), text=lambda line: line.once.percent, width=104, align="right"),
            Column(title=self.tr("来访人"), text=lambda line: _parts(line.once), width=84, align="right"),
        ]


def _parts(ratio: "Ratio") -> str:
    return f"{ratio.part} / {ratio.of}"


_PERIODS: dict[str, Callable[[date], Period]] = {
    "month": rules.month_of,
    "month_before": rules.month_before,
    "quarter": rules.quarter_of,
    "year": rules.year_of,
}
