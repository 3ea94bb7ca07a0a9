"""A step of the settings: the notice of a year is pasted in, checked and kept."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, Reason, ReceptionError
from reception.rules.calendar_years import CalendarYear
from reception.services import calendar_changes, calendar_files
from reception.words import placed, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import TextField
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk

LONGEST = 20_000
_ONLY = "[1]"

Checked = tuple[CalendarYear, tuple[Reason, ...]]


def check_text(_desk: "Desk", text: str) -> Checked:
    """Give the year that a text describes, and what looks wrong in it."""
    read = calendar_files.read_text(text)
    return read.edit.years[0], read.warnings


def keep_text(desk: "Desk", text: str) -> int:
    """Keep the year that a text describes."""
    edit = calendar_files.read_text(text).edit
    calendar_changes.apply(desk, edit)
    return edit.years[0].year


class YearEntryStep(QWidget):
    """The text of a year's notice; everything that is wrong with it is said at once.

    Args:
        text: what stands in the field at first: the stored year, or an empty form of one.

    Signals:
        put_away(str): the step ends; what was typed and not kept, or nothing.
    """

    put_away = Signal(str)

    def __init__(self, shell: Shell, link: DeskLink, text: str) -> None:
        super().__init__()
        self.title = self.tr("载入一年的放假安排")
        self._shell, self._link = shell, link
        self._warned = ""
        self._unkept = ""
        hint = self.tr("rest 是放假的起止日期，work 是调休上班的周六、周日；日期写成 2026-03-02 的形式。")
        self.text = TextField(self.tr("放假安排（YAML 或 JSON）(&T)"), LONGEST, hint=hint, lines=16)
        self.text.set_text(text)
        self.text.edited.connect(self._forget_verdict)
        self.verdict = look.text_label("", "error", wrap=True, selectable=True)
        self.verdict.hide()
        self.check_button = look.plain_button(self.tr("检查(&C)"), self.check)
        self.keep_button = look.primary_button(self.tr("检查并保存(&S)"), self.keep)
        rule = self.tr("同一年已有的安排会被整个替换；已给出的期限不变，以后的计算按新安排。")
        frame, inside = look.card()
        inside.addWidget(look.text_label(rule, "muted", wrap=True))
        inside.addWidget(self.text, 1)
        inside.addWidget(self.verdict)
        inside.addLayout(look.row(1, self.check_button, self.keep_button))
        self.setLayout(look.column(frame, margin=look.SPACE_XL))
        self.setFocusProxy(self.text)
        bind(self, "Ctrl+S", self.keep)

    def entered(self, **_what: Any) -> None:
        """The step is shown now."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def ended(self) -> None:
        """Hand over what was typed, for the next time."""
        self.put_away.emit(self._unkept)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [("Ctrl+S", self.tr("检查并保存"))]

    def check(self) -> None:
        """Say what is wrong with the text, without keeping it."""
        self._link.run(self, check_text, self.text.text(), done=self._checked, failed=self._refuse, latest=True)

    def keep(self) -> None:
        """Check the text and keep it; a warning is told first, the second press keeps all the same."""
        if self.keep_button.isEnabled():
            self.keep_button.setEnabled(False)
            self._link.run(self, check_text, self.text.text(), done=self._keep_checked, failed=self._refuse)

    def _keep_checked(self, checked: Checked) -> None:
        text = self.text.text()
        if checked[1] and self._warned != text:
            self._checked(checked)
            self._warned = text
            self.keep_button.setText(self.tr("仍然保存(&S)"))
            self.keep_button.setEnabled(True)
            return
        self._link.change(self, keep_text, text, done=self._kept, failed=self._refuse)

    def _checked(self, checked: Checked) -> None:
        year, warnings = checked
        if warnings:
            head = self.tr("{year} 年：读得懂，但请核对：").format(year=year.year)
            self._say("\n".join([head, *(sentence(each, self._shell.language) for each in warnings)]), "warning")
            return
        words = self.tr("{year} 年：放假 {rest} 天，调休上班 {work} 天，没有发现问题。")
        self._say(words.format(year=year.year, rest=len(year.rest_days()), work=len(year.make_up_on)), "good")

    def _kept(self, year: int) -> None:
        self._unkept = ""
        self._shell.close_step()
        self._shell.toast(self.tr("已载入 {year} 年的放假安排").format(year=year))

    def _refuse(self, error: ReceptionError) -> None:
        self.keep_button.setEnabled(True)
        if isinstance(error, Invalid):
            reasons = [replace(each, field=each.field.removeprefix(_ONLY).lstrip(".")) for each in error.reasons]
            self._say("\n".join(placed(each, self._shell.language) for each in reasons), "error")
        else:
            self._say(sentence(error, self._shell.language), "error")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_verdict(self) -> None:
        self._unkept = self.text.text()
        self.verdict.hide()
        self.keep_button.setText(self.tr("检查并保存(&S)"))

    def _say(self, words: str, role: look.Role) -> None:
        look.set_role(self.verdict, role)
        self.verdict.setText(words)
        self.verdict.show()
