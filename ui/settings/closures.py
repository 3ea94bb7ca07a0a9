"""The form for the times in which a single matter is not accepted, and the list of those to come."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception.rules.faults import Faults
from reception.rules.matter_closures import REASON_LENGTH, MatterClosure
from reception.rules.staff import Action
from reception.services import matter_closures
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, LineField
from ui.settings.foot import Foot
from ui.settings.unit_days import DATE_LENGTH, read_span
from ui.shell import Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.rules.catalogue import Matter
    from reception.services.desk import Desk
    from reception.services.matter_closures import ClosureLine


def close(desk: "Desk", matter_code: str | None, on: str, until: str, reason: str) -> MatterClosure:
    """Close a matter as it was typed.

    Raises:
        Invalid: everything that is wrong with the entry.
    """
    faults = Faults()
    first, last = read_span(on, until, faults)
    for name, value in (("matter_code", matter_code or ""), ("reason", reason)):
        if not value.strip():
            faults.add("required", name)
    faults.settle()
    assert first is not None
    return matter_closures.close(desk, matter_code or "", first, last, reason)


class ClosureForm(QWidget):
    """Which matter, from when to when, why; below, what is closed already.

    Signals:
        kept(): a closure was kept or taken back.
    """

    kept = Signal()

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._typed = False
        self.matter = ChoiceField(self.tr("事项(&M)"), [])
        self.on = LineField(self.tr("从(&D)"), DATE_LENGTH, hint=self.tr("如 2026-12-21"))
        self.until = LineField(self.tr("到(&E)"), DATE_LENGTH, hint=self.tr("只有一天可空着"))
        self.reason = LineField(self.tr("原因(&Y)"), REASON_LENGTH, hint=self.tr("如 寒假期间，依本单位公告"))
        for field in (self.on, self.reason):
            field.set_required(True)
        self.matter.set_required(True)
        self.on.edited.connect(self._touched)
        self.back_button = look.plain_button(self.tr("恢复受理(&U)"), self.take_back)
        fields = {"matter_code": self.matter, "on": self.on, "until": self.until, "reason": self.reason}
        self.foot = Foot(shell, fields, self.tr("保存(&S)"), self.submit, self.back_button)
        self.table = RecordTable(self._columns(), name=self.tr("暂停受理的事项"))
        self.table.set_empty(self.tr("这里列出正在和将要暂停受理的事项。"))
        self.table.selected.connect(lambda line: self._allow_back(line is not None))
        days = look.row(self.on, self.until, spacing=look.SPACE_L)
        rule = self.tr("期间内交来的材料，自期满后第一个工作日起算受理；已经受理的照常计时。")
        self.setLayout(
            look.column(
                look.text_label(rule, "muted", wrap=True), self.matter, days, self.reason, self.foot, self.table
            )
        )
        self.setFocusProxy(self.matter)

    def entered(self) -> None:
        """Read the matters and the closures."""
        self.foot.allow(self._link.desk.may(Action.EDIT_CALENDAR), Action.EDIT_CALENDAR)
        self._allow_back(self.table.current() is not None)
        self._link.run(self, matter_closures.matters, done=self._offer, latest=True)
        self._link.run(self, matter_closures.closures, done=self._show, latest=True)

    def show_day(self, day: date) -> None:
        """Take a day that was picked in the calendar as the first one, unless one was typed."""
        if not self._typed:
            self.on.set_text(day.isoformat())

    def submit(self) -> None:
        """Close the matter."""
        if not self.foot.button.isEnabled():
            return
        self.foot.begin()
        entry = (self.matter.value(), self.on.text(), self.until.text(), self.reason.text())
        self._link.change(self, close, *entry, done=self._kept, failed=self.foot.refuse)

    def take_back(self) -> None:
        """Accept the chosen matter again."""
        line = self.table.current()
        if line is not None:
            self._link.change(self, matter_closures.reopen, line.id, done=self._reopened, failed=self.foot.refuse)

    def _offer(self, matters: "tuple[Matter, ...]") -> None:
        before = self.matter.value()
        self.matter.set_choices([(each.code, f"{each.code} {each.name}") for each in matters])
        self.matter.set_value(before)

    def _touched(self) -> None:
        self._typed = True

    def _show(self, lines: "tuple[ClosureLine, ...]") -> None:
        self.table.show_records(lines)
        self._allow_back(self.table.current() is not None)

    def _allow_back(self, chosen: bool) -> None:
        self.back_button.setEnabled(chosen and self._link.desk.may(Action.EDIT_CALENDAR))

    def _kept(self, closure: MatterClosure) -> None:
        self.foot.end()
        self._typed = False
        for field in (self.on, self.until, self.reason):
            field.set_text("")
        words = self.tr("{matter} 在 {first} 至 {last} 暂停受理")
        first, last = closure.first_on.isoformat(), closure.last_on.isoformat()
        self._shell.toast(words.format(matter=closure.matter_code, first=first, last=last))
        self.entered()
        self.kept.emit()

    def _reopened(self, closure: MatterClosure) -> None:
        self._shell.toast(self.tr("{matter} 恢复受理").format(matter=closure.matter_code))
        self.entered()
        self.kept.emit()

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("事项"), text=lambda line: line.matter, tip=_tip),
            Column(title=self.tr("从"), text=lambda line: f"{line.closure.first_on:%m-%d}", tip=_tip, width=52),
            Column(title=self.tr("到"), text=lambda line: f"{line.closure.last_on:%m-%d}", tip=_tip, width=52),
        ]


def _tip(line: "ClosureLine") -> str:
    closure = line.closure
    return f"{closure.matter_code} {line.matter} · {closure.first_on} – {closure.last_on} · {closure.reason}"
