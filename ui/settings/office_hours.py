"""The section of the office hours: which held, hold and will hold; others from a day on, with what they move."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.errors import Invalid
from reception.rules.calendar_edits import REASON_LENGTH
from reception.rules.faults import Faults, read_date
from reception.rules.office_hours import HoursLine, HoursState
from reception.rules.staff import Action
from reception.rules.timetables import DEFAULT_TIMETABLE, Timetable
from reception.services import calendar_changes, office_hours
from reception.words import label
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.forms import Field, LineField
from ui.settings.calendar_preview import CalendarPreviewStep
from ui.settings.foot import Foot
from ui.settings.hours import HoursEntry, HoursFields, hours_text, read_hours
from ui.settings.unit_days import DATE_LENGTH
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.calendar_changes import Change
    from reception.services.desk import Desk

SIDE_WIDTH = 360
LEAST_ROWS = 5
_TONES: dict[HoursState, look.Tone] = {HoursState.OVER: "grey", HoursState.COMING: "amber"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursTyped:
    """Hours from a day on as they were typed; `instead_of` is the first day of those that they replace."""

    from_on: str
    hours: HoursEntry
    stored: Timetable
    reason: str
    instead_of: date | None = None


def hours_set(desk: "Desk", typed: HoursTyped) -> "Change":
    """Give what hours from a day on would do.

    Raises:
        Invalid: everything that is wrong with the entry.
    """
    faults = Faults()
    first = read_date(typed.from_on, "from_on", faults)
    hours = typed.stored
    try:
        hours = read_hours(typed.hours, typed.stored)
    except Invalid as refusal:
        faults.reasons += refusal.reasons
    if not typed.reason.strip():
        faults.add("required", "hours_reason")
    faults.settle()
    assert first is not None
    edit = office_hours.from_day(first, hours, typed.reason)
    if typed.instead_of not in (None, first):
        assert typed.instead_of is not None
        edit = replace(edit, ended=(typed.instead_of,))
    return calendar_changes.preview(desk, edit)


def hours_ended(desk: "Desk", first_on: date) -> "Change":
    """Give what it would do to let hours not begin."""
    return calendar_changes.preview(desk, office_hours.ended(desk, first_on))


class OfficeHoursSection(QWidget):
    """All hours in the order of their days; beside them the form of others, or of those that are to come."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._typed = False
        self._changing: HoursLine | None = None
        self._stored = DEFAULT_TIMETABLE
        self.table = RecordTable(self._columns(), name=self.tr("各套办公时间"))
        self.table.set_empty(self.tr("这里按起用日期列出办公时间。"))
        self.table.setMinimumHeight((LEAST_ROWS + 1) * look.control_height())
        self.said = look.text_label("", "muted", wrap=True)
        self.heading = look.heading("")
        self.new = look.plain_button(self.tr("另设一套(&A)"), self.start_new)
        self._make_fields()
        self._lay_out()
        self.table.selected.connect(self._choose)
        for field in self.foot.fields.fields.values():
            field.edited.connect(self._touched)
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    def entered(self) -> None:
        """Read the hours."""
        self.foot.allow(self._may(), Action.EDIT_CALENDAR)
        self.new.setEnabled(self._may())
        self._allow_back()
        self._link.run(self, office_hours.lines, done=self._show, latest=True)

    def start_new(self) -> None:
        """Begin other hours; those in force stand in the form."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.records.index(-1, -1))
        self._fill(None)
        self.from_on.setFocus()

    def submit(self) -> None:
        """Look at what the hours do, and keep them."""
        if not self.foot.button.isEnabled():
            return
        self.foot.begin()
        typed = HoursTyped(
            from_on=self.from_on.text(),
            hours=self.hours.entry(),
            stored=self._stored,
            reason=self.reason.text(),
            instead_of=self._changing.from_on if self._changing else None,
        )
        self._link.run(self, hours_set, typed, done=self._looked_at, failed=self.foot.refuse)

    def withdraw(self) -> None:
        """Let the chosen hours not begin."""
        if self._changing is not None and self._changing.from_on is not None and self.back_button.isEnabled():
            self.foot.begin()
            self._link.run(self, hours_ended, self._changing.from_on, done=self._looked_at, failed=self.foot.refuse)

    def _make_fields(self) -> None:
        self.from_on = LineField(self.tr("从哪一天起(&D)"), DATE_LENGTH, hint=self.tr("如 2027-05-01；已过的日子不改"))
        self.hours = HoursFields()
        self.reason = LineField(self.tr("原因(&N)"), REASON_LENGTH, hint=self.tr("如 依学校通知，夏季作息"))
        for field in (self.from_on, self.reason):
            field.set_required(True)
        self.back_button = look.plain_button(self.tr("撤销这一套(&U)"), self.withdraw)
        fields: dict[str, Field] = {
            "from_on": self.from_on,
            **self.hours.fields(),
            "hours_reason": self.reason,
        }
        self.foot = Foot(self._shell, fields, self.tr("核对并保存(&S)"), self.submit, self.back_button)

    def _lay_out(self) -> None:
        listed, left = look.card()
        left.addLayout(look.row(look.heading(self.tr("办公时间")), 1, self.new))
        rule = self.tr("每一天按当天有效的时间算期限；改时间只管以后的日子，已过的日子保持原样。")
        left.addWidget(look.text_label(rule, "muted", wrap=True))
        left.addWidget(self.table, 1)
        left.addWidget(self.said)
        entry, form = look.card(spacing=look.SPACE_L)
        for part in (self.heading, self.from_on, self.hours, self.reason, self.foot):
            form.addWidget(part)
        form.addStretch(1)
        self.setLayout(look.column(Beside(listed, entry, SIDE_WIDTH, "below", always=True)))
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("起用"), text=self._from, tone=_tone, width=96),
            Column(title=self.tr("办公时间"), text=self._hours, tip=self._hours, tone=_tone),
            Column(title=self.tr("状态"), text=self._state, tone=_tone, width=64),
        ]

    def _show(self, lines: tuple[HoursLine, ...]) -> None:
        chosen = self.table.current()
        self.table.show_records(lines[::-1])
        if self._typed:
            return
        known = {line.id for line in lines}
        in_force = next(line for line in lines if line.state is HoursState.IN_FORCE)
        self.table.select_record(chosen.id if chosen is not None and chosen.id in known else in_force.id)
        self._choose(self.table.current())

    def _choose(self, line: HoursLine | None) -> None:
        """Show hours that may change; others are the beginning of a set of one's own. What was typed stays."""
        self.said.setText(self._about(line) if line is not None else "")
        if line is not None and not self._typed:
            self._fill(line)

    def _fill(self, line: HoursLine | None) -> None:
        """Let a line stand in the form, or hours that nobody set yet."""
        self._typed = False
        self._changing = line if line is not None and line.may_change else None
        self._stored = line.hours if line is not None else self._now()
        self.foot.fields.clear()
        changing = self._changing
        self.heading.setText(self.tr("修改将起用的时间") if changing else self.tr("从某一天起另设"))
        self.from_on.set_text(changing.from_on.isoformat() if changing and changing.from_on else "")
        self.hours.show_timetable(self._stored)
        self.reason.set_text(changing.reason if changing else "")
        self._allow_back()

    def _now(self) -> Timetable:
        desk = self._link.desk
        return desk.calendar.timetable_on(desk.calendar.local(desk.clock()).date())

    def _may(self) -> bool:
        return self._link.desk.may(Action.EDIT_CALENDAR)

    def _allow_back(self) -> None:
        self.back_button.setEnabled(self._changing is not None and self._may())

    def _touched(self) -> None:
        self._typed = True

    def _looked_at(self, change: "Change") -> None:
        self.foot.end()
        self._allow_back()
        if change.dates:
            self._shell.open_step(CalendarPreviewStep(self._shell, self._link, change, done=self._kept))
            return
        self.foot.begin()
        self._link.change(
            self, calendar_changes.apply, change.edit, shown=change, done=self._kept, failed=self.foot.refuse
        )

    def _kept(self, change: "Change") -> None:
        self.foot.end()
        self._typed = False
        if change.edit.hours:
            words = self.tr("{on} 起用新的办公时间").format(on=change.edit.hours[0].effective_from)
        else:
            words = self.tr("已撤销从 {on} 起用的办公时间").format(on=change.edit.ended[0])
        self._shell.toast(words)
        self.entered()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"DatedHours", "Office"} and self.isVisible():
            self.entered()

    def _from(self, line: HoursLine) -> str:
        return line.from_on.isoformat() if line.from_on else self.tr("最初")

    def _state(self, line: HoursLine) -> str:
        return label(line.state, self._shell.language)

    def _about(self, line: HoursLine) -> str:
        """Give from when to when hours hold, why, and who set them."""
        until = line.until_on.isoformat() if line.until_on else self.tr("下一套起用前")
        parts = [self.tr("{first} 至 {last}").format(first=self._from(line), last=until), line.reason]
        parts += [self.tr("{name} 设").format(name=line.made_by)] if line.made_by else []
        return " · ".join(part for part in parts if part)

    def _hours(self, line: HoursLine) -> str:
        """Give the hours in one line: once for the whole year, else by the day from which they hold."""
        seasons = line.hours.seasons
        if len(seasons) == 1:
            return hours_text(seasons[0].sessions)
        words = self.tr("{month}月{day}日起 {hours}")
        said = (
            words.format(month=each.from_month, day=each.from_day, hours=hours_text(each.sessions)) for each in seasons
        )
        return self.tr("；").join(said)


def _tone(line: HoursLine) -> look.Tone | None:
    return _TONES.get(line.state)
