"""The reports of duty, the slips of supervision and the lists of the day: figures, and the lines behind each."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QPushButton, QWidget

from reception.errors import Invalid, Reason, ReceptionError
from reception.rules import once as periods
from reception.rules.day_lists import Reader, Wanted
from reception.rules.faults import Faults, read_date
from reception.rules.once import Period
from reception.words import label, sentence
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.flowing import FlowBox
from ui.forms import FieldSet, LineField
from ui.roster.records_behind import WIDTH, RecordsPane
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.record_lists import ListPart, RecordList
    from reception.services.desk import Desk
    from reception.words import Language

LIST_WIDTH = 360
HEADING_WIDTH = 168
DATE_LENGTH, DATE_WIDTH = 10, 120
_KINDS = frozenset(
    {"Absence", "Assignment", "Case", "Finding", "Handover", "NamedStandIn", "Post", "Referral", "Reminder", "Training"}
)


class ReportsView(QWidget):
    """What to report, of which days; the figures at the left, the records behind the chosen one at the right."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.kind = "duty"
        self.found: RecordList | None = None
        self.dialog: QFileDialog | None = None
        self.kinds: dict[str, QPushButton] = {}
        self.periods: dict[str, QPushButton] = {}
        self.table = RecordTable(self._columns(), name=self.tr("报表数字"))
        self.first_on = LineField(self.tr("首日(&B)"), DATE_LENGTH)
        self.last_on = LineField(self.tr("末日(&L)"), DATE_LENGTH)
        self.error = look.text_label("", "error", wrap=True)
        named = {"first_on": self.first_on, "last_on": self.last_on}
        self._fields = FieldSet(named, self.error, shell.language)
        self.behind = RecordsPane(self._bind_kinds)
        self._make_choices()
        self._place()
        self._connect()
        self._fill_period("month")
        self.setFocusProxy(self.table)

    def entered(self, **_what: Any) -> None:
        """The view is shown now."""
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go back from the records to the figures."""
        if self._sides.is_side_instead or self.behind.isAncestorOf(self.window().focusWidget()):
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def keys(self) -> Keys:
        """Give the keys of this view."""
        return [
            ("1 – 5", self.tr("AB岗报表、督办单、三种每日清单（在列表上按）")),
            ("Enter", self.tr("看数字背后的记录；再按一次打开登记")),
            ("Ctrl+P", self.tr("打印、存为 PDF")),
            ("Ctrl+S", self.tr("存为 CSV")),
            ("Esc", self.tr("回到数字")),
        ]

    def choose(self, kind: str) -> None:
        """Report something else."""
        self.kind = kind
        self.kinds[kind].setChecked(True)
        self._days.setVisible(kind in ("duty", "slips"))
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_period(self, name: str) -> None:
        """Report on a usual period."""
        self._fill_period(name)
        self.read()

    def read(self) -> None:
        """Read the report of the days that stand there."""
        self._fields.clear()
        wanted = self.wanted()
        if wanted is not None:
            language = self._shell.language
            self._link.run(self, _read, wanted, language, done=self._show, failed=self._refused, latest=True)

    def wanted(self) -> Wanted | None:
        """Give what is to be reported; None where the days cannot be read, which their field says."""
        if self.kind not in ("duty", "slips"):
            return Wanted(reader=Reader(self.kind))
        try:
            return Wanted(period=self._period(), slips=self.kind == "slips")
        except Invalid as wrong:
            self._fields.show(wrong)
            return None

    def print(self) -> None:
        """See it on paper, print it."""
        from ui.roster.list_step import ListStep  # not at the top: it brings the drawing of papers along

        wanted = self.wanted()
        if wanted is not None and self.found is not None:
            self._shell.open_step(ListStep(self._shell, self._link, wanted, self.found.title.strip(" ·")))

    def save(self) -> None:
        """Let the person choose a file, then write the report into it."""
        if self.wanted() is None or self.found is None or self.dialog is not None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._shell.machine.settings.export_folder or documents
        dialog = QFileDialog(self, self.tr("存为 CSV 文件"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV 文件 (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self.found.name}.csv")
        dialog.fileSelected.connect(self.save_as)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def save_as(self, path: str) -> None:
        """Write the report into a file."""
        wanted = self.wanted()
        if wanted is not None:
            said = self.tr("已存为 {path}").format(path=path)
            done = partial(self._saved, said)
            self._link.change(self, _export, wanted, Path(path), self._shell.language, done=done, failed=self._refused)

    def _closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()

    def _saved(self, words: str, _path: object) -> None:
        self._shell.toast(words)

    def _period(self) -> Period:
        faults = Faults()
        first = read_date(self.first_on.text(), "first_on", faults)
        last = read_date(self.last_on.text(), "last_on", faults)
        if first is None or last is None:
            raise Invalid(*faults.reasons)
        if last < first:
            raise Invalid(Reason(code="ends_before_start", field="last_on"))
        return Period(first_on=first, last_on=last)

    def _fill_period(self, name: str) -> None:
        today = self._link.desk.calendar.local(self._link.desk.clock()).date()
        period = _PERIODS[name](today)
        self.first_on.set_text(period.first_on.isoformat())
        self.last_on.set_text(period.last_on.isoformat())
        self.periods[name].setChecked(True)

    def _by_hand(self) -> None:
        """Let no usual period look chosen while other days are being typed."""
        self._period_group.setExclusive(False)
        for button in self.periods.values():
            button.setChecked(False)
        self._period_group.setExclusive(True)

    def _refused(self, error: ReceptionError) -> None:
        self._fields.say(sentence(error, self._shell.language))

    def _show(self, found: "RecordList") -> None:
        self.found = found
        before = self.table.current()
        self.table.show_records([_Figure(part) for part in found.parts])
        keys = [part.key for part in found.parts]
        if self.table.current() is None and keys:
            self.table.select_record(before.id if before is not None and before.id in keys else keys[0])
        counted = self.tr("{as_of}；投诉举报不在数字里。")
        listed = self.tr("{as_of}；无权查看的投诉举报只列编号。")
        self.as_of.setText((counted if self.kind == "duty" else listed).format(as_of=found.as_of))
        self._show_part(self.table.current())

    def _show_part(self, figure: "_Figure | None") -> None:
        if figure is not None:
            self.behind.show_part(self.kind, figure.part)

    def _to_records(self) -> None:
        self._sides.want_side(True)
        self.behind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_choices(self) -> None:
        self.as_of = look.text_label("", "hint", wrap=True)
        kinds = {"duty": self.tr("AB岗报表"), "slips": self.tr("督办单")}
        for reader in Reader:
            kinds[reader.value] = self.tr("今日：{reader}").format(reader=label(reader, self._shell.language))
        self._kind_group, self._period_group = QButtonGroup(self), QButtonGroup(self)
        for name, text in kinds.items():
            button = self.kinds[name] = look.choice_button(text)
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            self._kind_group.addButton(button)
        self.kinds[self.kind].setChecked(True)
        words = {
            "month": self.tr("本月(&M)"),
            "month_before": self.tr("上月(&U)"),
            "quarter": self.tr("本季度(&I)"),
            "year": self.tr("今年(&Y)"),
        }
        for name, text in words.items():
            button = self.periods[name] = look.choice_button(text)
            button.clicked.connect(lambda _on, name=name: self.choose_period(name))
            self._period_group.addButton(button)

    def _place(self) -> None:
        above, top = look.card()
        choices = FlowBox(look.SPACE_S)
        for button in self.kinds.values():
            choices.add(button)
        for field in (self.first_on, self.last_on):
            field.setFixedWidth(look.scaled(DATE_WIDTH))
        self._days = FlowBox(look.SPACE_M)
        for part in (self.first_on, self.last_on, *map(self._lowered, self.periods.values())):
            self._days.add(part)
        top.addWidget(choices)
        top.addWidget(self._days)
        top.addWidget(self.error)
        frame, inside = look.card()
        self.table.setMinimumWidth(look.scaled(LIST_WIDTH))
        inside.addWidget(self.table, 1)
        inside.addWidget(self.as_of)
        self.print_button = look.plain_button(self.tr("打印… Ctrl+P"), self.print)
        self.save_button = look.plain_button(self.tr("存为 CSV… Ctrl+S"), self.save, icon_name="export")
        self.more_button = look.plain_button(self.tr("背后的记录(&X)"), self._to_records)
        acts = FlowBox(look.SPACE_S)
        for button in (self.print_button, self.save_button, self.more_button):
            acts.add(button)
        inside.addWidget(acts)
        self._sides = Beside(frame, self.behind, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        layout = look.column(above, self._sides, spacing=look.SPACE_L)
        layout.setStretchFactor(self._sides, 1)
        self.setLayout(layout)
        self.more_button.setVisible(self._sides.is_narrow)

    def _lowered(self, button: QPushButton) -> QWidget:
        """Give a button that stands on the line of the fields beside it, under where their labels are."""
        place = QWidget()
        place.setLayout(look.column(1, button))
        place.setMinimumHeight(self.first_on.sizeHint().height())
        return place

    def _connect(self) -> None:
        self.table.selected.connect(self._show_part)
        self.table.chosen.connect(lambda _figure: self._to_records())
        self.behind.opened.connect(lambda number: self._shell.go("register", inquiry_id=number))
        self._bind_kinds(self.table)
        bind(self, "Ctrl+P", self.print)
        bind(self, "Ctrl+S", self.save)
        for field in (self.first_on, self.last_on):
            field.edit.returnPressed.connect(self.read)
            field.edited.connect(self._by_hand)
        self._link.changed.connect(self._changed)

    def _bind_kinds(self, table: RecordTable) -> None:
        for place, name in enumerate(self.kinds, start=1):
            bind(table, str(place), partial(self.choose, name)).setContext(Qt.ShortcutContext.WidgetShortcut)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.read()

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("指标"),
                text=lambda line: line.part.heading,
                tip=lambda line: line.part.heading,
                width=HEADING_WIDTH,
            ),
            Column(title=self.tr("数值"), text=lambda line: line.part.figure, tip=lambda line: line.part.figure),
        ]


class _Figure:
    """One part as a line of the list."""

    def __init__(self, part: "ListPart") -> None:
        self.part = part
        self.id = part.key


def _read(desk: "Desk", wanted: Wanted, language: "Language") -> "RecordList":
    from reception.services import duty_papers  # not at the top: it brings the drawing of papers along

    return duty_papers.listed(desk, wanted, language)


def _export(desk: "Desk", wanted: Wanted, target: Path, language: "Language") -> Path:
    from reception.services import duty_papers  # not at the top: it brings the drawing of papers along

    return duty_papers.export(desk, wanted, target, language)


_PERIODS: dict[str, Callable[[date], Period]] = {
    "month": periods.month_of,
    "month_before": periods.month_before,
    "quarter": periods.quarter_of,
    "year": periods.year_of,
}
