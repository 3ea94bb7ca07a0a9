"""The section of the working calendar: the loaded years, the year at a glance, the days of the unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.rules.calendar_years import CalendarYear, RestPeriod
from reception.rules.staff import Action
from reception.rules.statutory_days import statutory_days
from reception.services import calendar_files
from reception.services.office import refreshed
from ui import look
from ui.desk_link import DeskLink
from ui.settings.unit_days import UnitDayForm
from ui.settings.year_entry import YearEntryStep
from ui.settings.year_view import YearView
from ui.shell import Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.services.desk import Desk

LEFT_WIDTH = 344


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A year as the list shows it; without a notice its days are estimated."""

    id: int
    entry: CalendarYear | None


class CalendarSection(QWidget):
    """Years on the left, the chosen one at a glance on the right."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._unkept: dict[int, str] = {}
        self.table = RecordTable(
            [
                Column(title=self.tr("年度"), text=lambda line: str(line.id), width=50),
                Column(title=self.tr("公布日期"), text=_published, width=92),
                Column(title=self.tr("放假"), text=_rest, align="right", width=42),
                Column(title=self.tr("调休"), text=_work, align="right", width=42),
                Column(title=self.tr("状态"), text=self._state, tip=self._source, tone=_tone),
            ],
            name=self.tr("已载入的年度"),
        )
        self.view = YearView(shell.language)
        self.edit = look.plain_button(self.tr("载入或修改一年…(&L)"), self.open_entry)
        self.form = UnitDayForm(shell, link)
        self.day = look.text_label("", wrap=True)
        self.year_title = look.heading("")
        self.source = look.ElidedLabel("", "hint")
        self._lay_out()
        self.table.selected.connect(self._choose)
        self.view.picked.connect(self._picked)
        self.form.kept.connect(lambda _day: self.entered())
        link.changed.connect(self._changed)

    def entered(self) -> None:
        """Read the calendar."""
        allowed = self._link.desk.may(Action.EDIT_CALENDAR)
        self.edit.setEnabled(allowed)
        self.form.allow()
        self._link.run(self, refreshed, done=self._show, latest=True)

    def open_entry(self) -> None:
        """Open the step in which a year is pasted; the chosen year stands in it."""
        line = self.table.current()
        entry = line.entry if line is not None and line.entry is not None else None
        year = line.id if line is not None else self._today().year + 1
        text = self._unkept.get(year) or calendar_files.year_text(entry or self._blank(year))
        step = YearEntryStep(self._shell, self._link, text)
        step.put_away.connect(lambda typed: self._unkept.update({year: typed}))
        self._shell.open_step(step)

    def _lay_out(self) -> None:
        years, inside = look.card()
        inside.addLayout(look.row(look.heading(self.tr("工作日历")), 1, self.edit))
        inside.addWidget(self.table, 1)
        unit, form = look.card()
        form.addWidget(look.heading(self.tr("本单位另行安排")))
        form.addWidget(self.form)
        left = QWidget()
        left.setFixedWidth(look.scaled(LEFT_WIDTH))
        layout = look.column(years, unit, spacing=look.SPACE_XL)
        layout.setStretchFactor(years, 1)
        left.setLayout(layout)
        glance, right = look.card()
        right.addLayout(look.row(self.year_title, 1, *self._legend()))
        right.addWidget(self.source)
        right.addWidget(self.view, 1)
        right.addWidget(self.day)
        whole = look.row(left, glance, spacing=look.SPACE_XL)
        whole.setStretchFactor(glance, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.table)

    def _legend(self) -> list[QWidget]:
        return [
            look.chip(self.tr("休 放假"), "red"),
            look.chip(self.tr("班 调休"), "blue"),
            look.chip(self.tr("本单位"), "amber"),
            look.chip(self.tr("预 预计"), "grey"),
        ]

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
        if kinds & {"WorkingYear", "WorkingDay"} and self.isVisible():
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
