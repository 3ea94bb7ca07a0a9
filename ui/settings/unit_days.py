"""The form for days on which the province, the university or the unit differs from the published calendar."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid
from reception.rules.calendar_edits import REASON_LENGTH, CalendarEdit
from reception.rules.faults import Faults, read_date
from reception.rules.staff import Action
from reception.rules.timetables import Session, parse_sessions
from reception.rules.working_calendar import PROVINCE_LAYER, UNIT_LAYER, UNIVERSITY_LAYER
from reception.services import calendar_changes
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, LineField
from ui.settings.calendar_preview import CalendarPreviewStep
from ui.settings.foot import Foot
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.calendar_changes import Change
    from reception.services.desk import Desk

DATE_LENGTH = 10
HOURS_LENGTH = 60
RESTS, WORKS, SHORTER = "rests", "works", "shorter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """An arrangement as it was typed."""

    on: str
    until: str
    what: str | None
    layer: int
    hours: str
    reason: str


def read_span(on: str, until: str, faults: Faults) -> tuple[date | None, date | None]:
    """Give the first and the last day that were typed; an empty end is the first day."""
    first = read_date(on, "on", faults)
    last = read_date(until, "until", faults) if until.strip() else first
    return first, last


def arranged(desk: "Desk", typed: Typed) -> "Change":
    """Give what an arrangement would do.

    Raises:
        Invalid: everything that is wrong with the entry.
    """
    faults = Faults()
    first, last = read_span(typed.on, typed.until, faults)
    if typed.what is None:
        faults.add("required", "what")
    if not typed.reason.strip():
        faults.add("required", "reason")
    sessions: tuple[Session, ...] = ()
    if typed.what == SHORTER:
        try:
            sessions = parse_sessions(typed.hours, "day_hours")
        except Invalid as refusal:
            faults.reasons += refusal.reasons
    faults.settle()
    assert first is not None
    works = typed.what != RESTS
    edit = calendar_changes.arrange(first, last, works=works, reason=typed.reason, layer=typed.layer, sessions=sessions)
    return calendar_changes.preview(desk, edit)


def taken_back(desk: "Desk", on: str, until: str, layer: int) -> "Change":
    """Give what it would do to take the arrangements of a layer away.

    Raises:
        Invalid: everything that is wrong with the entry.
    """
    faults = Faults()
    first, last = read_span(on, until, faults)
    faults.settle()
    assert first is not None
    return calendar_changes.preview(desk, calendar_changes.withdrawn(desk.calendar, first, last, layer))


class UnitDayForm(QWidget):
    """From, to, what, by whom and why; a change that moves due dates is shown before it is made.

    Signals:
        kept(date): days were changed, the first of them.
    """

    kept = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._typed = False
        self._make_fields()
        fields = {
            "on": self.on,
            "until": self.until,
            "what": self.works,
            "layer": self.layer,
            "day_hours": self.hours,
            "reason": self.reason,
        }
        self.restore = look.plain_button(self.tr("撤销安排(&U)"), self.take_back)
        self.foot = Foot(shell, fields, self.tr("保存(&S)"), self.submit, self.restore)
        self._lay_out()
        self.setFocusProxy(self.on)

    def show_day(self, day: date) -> None:
        """Fill the form with a day: the choice offered is the one against the calendar; what was typed stays."""
        calendar = self._link.desk.calendar
        own = [each for each in calendar.layers_on(day) if each.layer == self._layer()]
        self.restore.setEnabled(bool(own) and self._link.desk.may(Action.EDIT_CALENDAR))
        if not self._typed:
            self.until.set_text("")
        self.on.set_text(day.isoformat())
        if self._typed:
            return
        self.foot.fields.clear()
        works = own[0].works if own else not calendar.is_working_day(day)
        sessions = own[0].sessions if own else ()
        self.works.set_value(SHORTER if sessions else WORKS if works else RESTS)
        self.hours.set_text(", ".join(f"{each.opens:%H:%M}-{each.closes:%H:%M}" for each in sessions))
        self.reason.set_text(own[0].reason if own else "")
        self._show_fitting()

    def allow(self) -> None:
        """Enable the form for whoever may."""
        self.foot.allow(self._link.desk.may(Action.EDIT_CALENDAR), Action.EDIT_CALENDAR)
        self.restore.setEnabled(False)

    def submit(self) -> None:
        """Look at what the arrangement does, and keep it."""
        if not self.foot.button.isEnabled():
            return
        self.foot.begin()
        typed = Typed(
            on=self.on.text(),
            until=self.until.text(),
            what=self.works.value(),
            layer=self._layer(),
            hours=self.hours.text(),
            reason=self.reason.text(),
        )
        self._link.run(self, arranged, typed, done=self._looked_at, failed=self.foot.refuse)

    def take_back(self) -> None:
        """Let what is below hold again."""
        self.foot.begin()
        entry = (self.on.text(), self.until.text(), self._layer())
        self._link.run(self, taken_back, *entry, done=self._looked_at, failed=self.foot.refuse)

    def _make_fields(self) -> None:
        self.on = LineField(self.tr("从(&D)"), DATE_LENGTH, hint=self.tr("如 2026-03-02，也可点选"))
        self.until = LineField(self.tr("到(&E)"), DATE_LENGTH, hint=self.tr("只有一天可空着"))
        choices = [(RESTS, self.tr("休息")), (WORKS, self.tr("上班")), (SHORTER, self.tr("上班，时间另定"))]
        self.works = ChoiceField(self.tr("这些天(&W)"), choices)
        layers = [
            (UNIT_LAYER, self.tr("本单位")),
            (UNIVERSITY_LAYER, self.tr("学校")),
            (PROVINCE_LAYER, self.tr("省级")),
        ]
        self.layer = ChoiceField(self.tr("谁的安排(&G)"), layers)
        self.hours = LineField(self.tr("办公时间(&H)"), HOURS_LENGTH, hint=self.tr("如 09:00-11:30"))
        self.reason = LineField(self.tr("原因(&Y)"), REASON_LENGTH, hint=self.tr("如 校庆放假，依校长办公室通知"))
        for needed in (self.on, self.reason):
            needed.set_required(True)
        touching: tuple[Field, ...] = (self.works, self.reason, self.hours, self.until)
        for field in touching:
            field.edited.connect(self._touched)
        self.layer.edited.connect(self._show_layer)

    def _lay_out(self) -> None:
        days = look.row(self.on, self.until, spacing=look.SPACE_L)
        what = look.row(self.works, self.layer, spacing=look.SPACE_L)
        for row in (days, what):
            row.setStretch(0, 1)
            row.setStretch(1, 1)
        self.setLayout(look.column(days, what, self.hours, self.reason, self.foot))
        self._show_fitting()

    def _layer(self) -> int:
        return int(self.layer.value() or UNIT_LAYER)

    def _touched(self) -> None:
        self._typed = True
        self._show_fitting()

    def _show_layer(self) -> None:
        try:
            self.show_day(date.fromisoformat(self.on.text().strip()))
        except ValueError:
            return

    def _show_fitting(self) -> None:
        self.hours.setVisible(self.works.value() == SHORTER)

    def _looked_at(self, change: "Change") -> None:
        self.foot.end()
        if change.dates:
            step = CalendarPreviewStep(self._shell, self._link, change, done=self._kept)
            self._shell.open_step(step)
            return
        self.foot.begin()
        self._link.change(
            self, calendar_changes.apply, change.edit, shown=change, done=self._kept, failed=self.foot.refuse
        )

    def _kept(self, change: "Change") -> None:
        self.foot.end()
        self._typed = False
        edit: CalendarEdit = change.edit
        first, last = edit.days[0], edit.days[-1]
        if first.withdrawn:
            words = self.tr("{on} 恢复下一层的安排")
        else:
            words = self.tr("{on} 已设为上班") if first.works else self.tr("{on} 已设为休息")
        span = first.on.isoformat() if first.on == last.on else f"{first.on.isoformat()} – {last.on.isoformat()}"
        self._shell.toast(words.format(on=span))
        self.kept.emit(first.on)
