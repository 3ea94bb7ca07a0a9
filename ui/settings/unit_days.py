"""The form for a day on which the unit works or rests against the published calendar."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, Reason
from reception.rules.faults import Faults, read_date
from reception.rules.staff import Action
from reception.rules.working_calendar import UNIT_LAYER, WorkingCalendar
from reception.services import calendar_changes
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, LineField
from ui.settings.foot import Foot
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.desk import Desk

DATE_LENGTH = 10
REASON_LENGTH = 200


def keep_day(desk: "Desk", on: str, works: bool | None, reason: str) -> tuple[date, bool]:
    """Keep a day of the unit as it was typed.

    Raises:
        Invalid: everything that is wrong with the entry.
    """
    faults = Faults()
    day = read_date(on, "on", faults)
    if works is None:
        faults.add("required", "works")
    if not reason.strip():
        faults.add("required", "reason")
    if day is None or works is None or faults.reasons:
        raise Invalid(*faults.reasons)
    calendar_changes.apply(desk, calendar_changes.arrange(day, works=works, reason=reason))
    return day, works


def published(calendar: WorkingCalendar) -> WorkingCalendar:
    """Give the calendar without what the unit set itself."""
    return replace(calendar, overrides=tuple(day for day in calendar.overrides if day.layer != UNIT_LAYER))


class UnitDayForm(QWidget):
    """Date, rest or work, and why.

    Signals:
        kept(date): the day was changed.
    """

    kept = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._typed = False
        self.on = LineField(self.tr("日期(&D)"), DATE_LENGTH, hint=self.tr("如 2026-03-02，也可在右边点选"))
        self.works = ChoiceField(self.tr("这一天(&W)"), [(False, self.tr("休息")), (True, self.tr("上班"))])
        self.reason = LineField(self.tr("原因(&Y)"), REASON_LENGTH, hint=self.tr("如 校庆放假，依校长办公室通知"))
        for field in (self.on, self.reason):
            field.set_required(True)
        self.restore = look.plain_button(self.tr("恢复公布安排(&U)"), self.take_back)
        fields = {"on": self.on, "works": self.works, "reason": self.reason}
        self.foot = Foot(shell, fields, self.tr("保存(&S)"), self.submit, self.restore)
        self.works.edited.connect(self._touched)
        self.reason.edited.connect(self._touched)
        upper = look.row(self.on, self.works, spacing=look.SPACE_L)
        upper.setStretchFactor(self.on, 1)
        self.setLayout(look.column(upper, self.reason, self.foot))
        self.setFocusProxy(self.on)

    def show_day(self, day: date) -> None:
        """Fill the form with a day: the choice offered is the one against the calendar; what was typed stays."""
        calendar = self._link.desk.calendar
        self.on.set_text(day.isoformat())
        set_by_unit = self._is_set(day)
        self.restore.setEnabled(set_by_unit and self._link.desk.may(Action.EDIT_CALENDAR))
        if self._typed:
            return
        self.foot.fields.clear()
        works = calendar.is_working_day(day)
        self.works.set_value(works if set_by_unit else not works)
        self.reason.set_text(calendar.day_name(day) if set_by_unit else "")

    def allow(self) -> None:
        """Enable the form for whoever may."""
        self.foot.allow(self._link.desk.may(Action.EDIT_CALENDAR), Action.EDIT_CALENDAR)
        self.restore.setEnabled(False)

    def submit(self) -> None:
        """Keep the day."""
        if not self.foot.button.isEnabled():
            return
        self.foot.begin()
        entry = (self.on.text(), self.works.value(), self.reason.text())
        self._link.change(self, keep_day, *entry, done=self._kept, failed=self.foot.refuse)

    def take_back(self) -> None:
        """Let the published calendar hold again on the day."""
        try:
            day = date.fromisoformat(self.on.text().strip())
        except ValueError:
            self.foot.refuse(Invalid(Reason(code="date_unreadable", field="on", values={"value": self.on.text()})))
            return
        works = published(self._link.desk.calendar).is_working_day(day)
        self.foot.begin()
        entry = (day.isoformat(), works, self.tr("恢复公布安排"))
        self._link.change(self, keep_day, *entry, done=self._kept, failed=self.foot.refuse)

    def _is_set(self, day: date) -> bool:
        calendar = self._link.desk.calendar
        return calendar.is_working_day(day) is not published(calendar).is_working_day(day)

    def _touched(self) -> None:
        self._typed = True

    def _kept(self, kept: tuple[date, bool]) -> None:
        day, works = kept
        self.foot.end()
        self._typed = False
        words = self.tr("{on} 已设为上班") if works else self.tr("{on} 已设为休息")
        self._shell.toast(words.format(on=day.isoformat()))
        self.kept.emit(day)
