"""The section of the working calendar: the loaded years, the year at a glance, the days of the unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QWidget

from reception.rules.calendar_years import CalendarYear, RestPeriod
from reception.rules.staff import Action
from reception.rules.statutory_days import statutory_days
from reception.services import calendar_files
from reception.services.office import refreshed
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.settings.calendar_preview import DAY_LINES
from ui.settings.closures import ClosureForm
from ui.settings.day_marks import Legend
from ui.settings.unit_days import UnitDayForm
from ui.settings.year_entry import YearEntryStep, YearTyped, start_of
from ui.settings.year_view import YearView
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk

SIDE_WIDTH = 344
YEARS_SHOWN = 5
"""So many years are seen at once; the others scroll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A year as the list shows it; without a notice its days are estimated."""

    id: int
    entry: CalendarYear | None


class CalendarSection(QWidget):
    """The chosen year at a glance; beside it all years, and what the office arranges itself."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._unkept: dict[int, YearTyped] = {}
        self.table = RecordTable(
            [
                Column(title=self.tr("年度"), text=lambda line: str(line.id), width=46),
                Column(title=self.tr("公布日期"), text=_published, width=88),
                Column(title=self.tr("放假"), text=_rest, align="right", width=38),
                Column(title=self.tr("调休"), text=_work, align="right", width=38),
                Column(title=self.tr("状态"), text=self._state, tip=self._source, tone=_tone),
            ],
            name=self.tr("已载入的年度"),
        )
        self.view = YearView(shell.language)
        self.edit = look.plain_button(self.tr("载入或修改一年…(&L)"), self.open_entry)
        self.export_button = look.plain_button(self.tr("导出(&X)…"), self._choose_export)
        look.set_tip(self.export_button, self.tr("存为 JSON，供校内其他单位直接导入"))
        self.form = UnitDayForm(shell, link)
        self.closures = ClosureForm(shell, link)
        self.parts = {"days": look.choice_button(self.tr("另行安排(&A)")), "closures": look.choice_button("")}
        self.parts["closures"].setText(self.tr("暂停受理(&J)"))
        self.day = look.text_label("", wrap=True)
        self.day.setMinimumHeight(DAY_LINES * self.day.fontMetrics().lineSpacing())
        self.year_title = look.heading("")
        self.source = look.ElidedLabel("", "hint")
        self._lay_out()
        self.table.selected.connect(self._choose)
        self.view.picked.connect(self._picked)
        self.form.kept.connect(lambda _day: self.entered())
        for name, button in self.parts.items():
            button.clicked.connect(lambda _on, name=name: self.choose_part(name))
        self.choose_part("days")
        bind(self, "Ctrl+S", self._submit)
        link.changed.connect(self._changed)

    def entered(self) -> None:
        """Read the calendar."""
        allowed = self._link.desk.may(Action.EDIT_CALENDAR)
        self.edit.setEnabled(allowed)
        self.form.allow()
        self.closures.entered()
        self._link.run(self, refreshed, done=self._show, latest=True)

    def open_entry(self) -> None:
        """Open the step in which a year is pasted or typed; the chosen year stands in it."""
        line = self.table.current()
        year = line.id if line is not None else self._today().year + 1
        typed = self._unkept.get(year) or start_of(year, line.entry if line is not None else None, self._blank(year))
        step = YearEntryStep(self._shell, self._link, typed)
        step.put_away.connect(lambda left: self._put_away(year, left))
        self._shell.open_step(step)

    def choose_part(self, name: str) -> None:
        """Show the form of the days, or that of the closures of matters."""
        self.parts[name].setChecked(True)
        self.form.setVisible(name == "days")
        self.closures.setVisible(name == "closures")

    def export_to(self, path: str) -> None:
        """Write the calendar into a file for the other offices of the campus."""
        words = self.tr("工作日历已导出")
        self._link.run(self, calendar_files.save_export, Path(path), done=lambda _path: self._shell.toast(words))

    def _submit(self) -> None:
        (self.form if self.parts["days"].isChecked() else self.closures).submit()

    def _put_away(self, year: int, left: YearTyped | None) -> None:
        if left is None:
            self._unkept.pop(year, None)
        else:
            self._unkept[year] = left

    def _choose_export(self) -> None:
        dialog = QFileDialog(self, self.tr("导出工作日历"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("JSON 文件 (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile("calendar.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def _lay_out(self) -> None:
        years, inside = look.card()
        inside.addWidget(look.heading(self.tr("工作日历")))
        inside.addWidget(self.table)
        self.table.setFixedHeight((YEARS_SHOWN + 1) * look.control_height() + look.SPACE_S)
        inside.addLayout(look.row(self.edit, 1, self.export_button))
        unit, form = look.card()
        group = QButtonGroup(self)
        for button in self.parts.values():
            group.addButton(button)
        form.addLayout(look.row(*self.parts.values(), 1, spacing=look.SPACE_S))
        form.addWidget(self.form)
        form.addWidget(self.closures)
        form.addStretch(1)
        side = QWidget()
        layout = look.column(years, unit, spacing=look.SPACE_XL)
        layout.setStretchFactor(unit, 1)
        side.setLayout(layout)
        glance, right = look.card()
        right.addWidget(self.year_title)
        right.addWidget(self.source)
        right.addWidget(self.day)
        right.addWidget(self.view, 1)
        right.addWidget(Legend())
        self.setLayout(look.column(Beside(glance, side, SIDE_WIDTH, "below", always=True)))
        self.setFocusProxy(self.table)

    def _show(self, desk: "Desk") -> None:
        if desk.account.id == self._link.desk.account.id:
            self._link.refresh_desk(replace(desk, counter=self._link.desk.counter))
        today = self._today()
        lines = [YearLine(id=year.year, entry=year) for year in desk.calendar.years]
        lines += [YearLine(id=year, entry=None) for year in (today.year, today.year + 1)]
        unique = {line.id: line for line in reversed(lines)}
        self.table.show_records(sorted(unique.values(), key=lambda line: -line.id))
        if self.table.current() is None:
            self.table.select_record(self.view.year or today.year)
        self._choose(self.table.current())

    def _choose(self, line: YearLine | None) -> None:
        if line is None:
            return
        self.year_title.setText(self.tr("{year} 年").format(year=line.id))
        self.source.setText(self._source(line))
        self.view.show_year(line.id, self._link.desk.calendar, self._today())
        self._picked(self.view.day)

    def _picked(self, day: date) -> None:
        self.day.setText(self.view.describe(day))
        self.form.show_day(day)
        self.closures.show_day(day)

    def _today(self) -> date:
        desk = self._link.desk
        return desk.calendar.local(desk.clock()).date()

    def _blank(self, year: int) -> CalendarYear:
        source = self.tr("国务院办公厅关于{year}年部分节假日安排的通知").format(year=year)
        return CalendarYear(year=year, source=source, rest=tuple(_statutory_periods(year)))

    def _state(self, line: YearLine) -> str:
        return self.tr("已载入") if line.entry is not None else self.tr("未载入")

    def _source(self, line: YearLine) -> str:
        return (
            line.entry.source
            if line.entry is not None
            else self.tr("还没有载入这一年的通知，放假日期按法定节假日预计，期限为暂定。")
        )

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"WorkingYear", "WorkingDay", "DatedHours", "MatterClosure"} and self.isVisible():
            self.entered()


def _statutory_periods(year: int) -> Iterator[RestPeriod]:
    """Give the statutory holidays as periods, where the person fills in what the notice says."""
    for name, days in groupby(statutory_days(year), key=lambda day: day.name):
        on = [day.on for day in days]
        yield RestPeriod(name=name, first_on=min(on), last_on=max(on))


def _published(line: YearLine) -> str:
    on = line.entry.notice_published_on if line.entry is not None else None
    return on.isoformat() if on else "—"


def _rest(line: YearLine) -> str:
    return str(len(line.entry.rest_days())) if line.entry is not None else "—"


def _work(line: YearLine) -> str:
    return str(len(line.entry.make_up_on)) if line.entry is not None else "—"


def _tone(line: YearLine) -> look.Tone | None:
    return None if line.entry is not None else "amber"
