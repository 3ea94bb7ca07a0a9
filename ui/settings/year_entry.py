"""A step of the settings: the notice of a year is pasted, typed line by line or read from a file, and checked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QPushButton, QStackedWidget, QWidget

from reception.errors import Invalid, Reason, ReceptionError
from reception.rules.calendar_edits import CalendarEdit
from reception.rules.calendar_lines import YearLine, expected_lines, lines_of, read_lines
from reception.rules.calendar_years import CalendarYear
from reception.services import calendar_changes, calendar_files
from reception.services.calendar_files import ReadCalendar
from reception.words import placed, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import FieldSet, TextField
from ui.settings.calendar_preview import CalendarPreviewStep
from ui.settings.year_lines import YearLines
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.calendar_changes import Change
    from reception.services.desk import Desk

LONGEST = 20_000
NOTICE, LINES, DATA = "notice", "lines", "data"
_ONLY = "[1]"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTyped:
    """What stands in the step: which way was chosen, and what was typed there."""

    way: str = NOTICE
    notice: str = ""
    data: str = ""
    lines: tuple[YearLine, ...] = ()
    base: CalendarYear = field(default_factory=lambda: CalendarYear(year=0))


def read_typed(_desk: "Desk", typed: YearTyped) -> ReadCalendar:
    """Give what was typed as an edit of the calendar, with what looks wrong in it.

    Raises:
        Invalid: every mistake at once.
    """
    if typed.way == LINES:
        return calendar_files.checked(CalendarEdit(years=(read_lines(typed.lines, typed.base),)))
    text = typed.notice if typed.way == NOTICE else typed.data
    if not text.strip():
        raise Invalid(Reason(code="notice_without_days"))
    return calendar_files.read_text(text, typed.base.year)


def looked_at(desk: "Desk", typed: YearTyped) -> "tuple[ReadCalendar, Change]":
    """Give what was typed, and what it would do.

    Raises:
        Invalid: every mistake at once.
    """
    read = read_typed(desk, typed)
    return read, calendar_changes.preview(desk, read.edit)


class YearEntryStep(QWidget):
    """Three ways to say one year; everything that is wrong is said at once, each at its line.

    Args:
        typed: what stands in it at first.

    Signals:
        put_away(YearTyped or None): the step ends; what was typed and not applied, or nothing.
    """

    put_away = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink, typed: YearTyped) -> None:
        super().__init__()
        self.title = self.tr("载入一年的放假安排")
        self._shell, self._link = shell, link
        self._base, self._touched = typed.base, False
        self.buttons: dict[str, QPushButton] = {}
        self._make_fields()
        self._lay_out()
        self._fill(typed)
        bind(self, "Ctrl+S", self.look_at)

    def entered(self, **_what: Any) -> None:
        """The step is shown now."""
        self._present().setFocus(Qt.FocusReason.OtherFocusReason)

    def ended(self) -> None:
        """Hand over what was typed, for the next time."""
        self.put_away.emit(self.typed() if self._touched else None)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("Alt+N / Alt+L / Alt+D", self.tr("通知原文、逐行填写、数据")),
            ("Ctrl+S", self.tr("检查并预览")),
        ]

    def typed(self) -> YearTyped:
        """Give what stands in the step."""
        way = next((name for name, button in self.buttons.items() if button.isChecked()), NOTICE)
        return YearTyped(
            way=way, notice=self.notice.text(), data=self.text.text(), lines=self.lines.entry(), base=self._base
        )

    def choose(self, way: str) -> None:
        """Change the way; what can be read already is taken along into the lines and the data."""
        before = self.typed()
        if before.way != way:
            self._take_along(before, way)
        self.buttons[way].setChecked(True)
        self._stack.setCurrentIndex(list(self.buttons).index(way))
        self._forget_verdict()

    def read_file(self, path: str) -> None:
        """Put the text of a file where it belongs."""
        self._link.run(self, _file_text, Path(path), done=self._take_text, failed=self._refuse)

    def check(self) -> None:
        """Say what is wrong, and nothing else."""
        self._forget_verdict()
        self._link.run(self, read_typed, self.typed(), done=self._checked, failed=self._refuse, latest=True)

    def look_at(self) -> None:
        """Check, then show the year and every due date that it would move."""
        if self.look_button.isEnabled():
            self._forget_verdict()
            self.look_button.setEnabled(False)
            self._link.run(self, looked_at, self.typed(), done=self._show_preview, failed=self._refuse)

    def _make_fields(self) -> None:
        example = self.tr("整篇粘贴国务院办公厅的通知，如“一、元旦：1月1日（周五）至3日（周日）放假，共3天。”")
        self.notice = TextField(self.tr("通知原文(&T)"), LONGEST, hint=example, lines=12)
        hint = self.tr("rest 是放假的起止日期，work 是调休上班的周六、周日；也可粘贴其他单位导出的 JSON。")
        self.text = TextField(self.tr("数据（YAML 或 JSON）(&T)"), LONGEST, hint=hint, lines=12)
        self.lines = YearLines()
        for part in (self.notice, self.text, self.lines):
            part.edited.connect(self._edited)
        self.verdict = look.text_label("", "error", wrap=True, selectable=True)
        self._reasons = look.text_label("", "error", wrap=True, selectable=True)
        self._fields = FieldSet(self.lines.fields(), self._reasons, self._shell.language)
        self.verdict.hide()
        self.file_button = look.plain_button(self.tr("从文件读入(&F)…"), self._choose_file)
        self.check_button = look.plain_button(self.tr("检查(&C)"), self.check)
        self.look_button = look.primary_button(self.tr("检查并预览(&S)"), self.look_at)

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        words = {NOTICE: self.tr("通知原文(&N)"), LINES: self.tr("逐行填写(&L)"), DATA: self.tr("数据(&D)")}
        self._stack = QStackedWidget()
        for way, part in ((NOTICE, self.notice), (LINES, look.scrolled(self.lines)), (DATA, self.text)):
            button = look.choice_button(words[way])
            button.clicked.connect(lambda _on, way=way: self._choose_by_hand(way))
            group.addButton(button)
            self.buttons[way] = button
            self._stack.addWidget(part)
        rule = self.tr("同一年已有的安排会被整个替换。应用以前先看全年日历，以及每一件在办事项的期限怎样变化。")
        frame, inside = look.card()
        inside.addLayout(look.row(*self.buttons.values(), 1, self.file_button, spacing=look.SPACE_S))
        inside.addWidget(look.text_label(rule, "muted", wrap=True))
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.verdict)
        inside.addWidget(self._reasons)
        inside.addLayout(look.row(1, self.check_button, self.look_button))
        self.setLayout(look.column(frame, margin=look.SPACE_XL))

    def _fill(self, typed: YearTyped) -> None:
        self.notice.set_text(typed.notice)
        self.text.set_text(typed.data)
        self.lines.show_lines(typed.lines)
        self.buttons[typed.way].setChecked(True)
        self._stack.setCurrentIndex(list(self.buttons).index(typed.way))

    def _present(self) -> QWidget:
        return {NOTICE: self.notice, LINES: self.lines.lines[0]["name"], DATA: self.text}[self.typed().way]

    def _choose_by_hand(self, way: str) -> None:
        before = list(self.buttons)[self._stack.currentIndex()]
        self.buttons[before].setChecked(True)
        self.choose(way)
        self._present().setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_along(self, before: YearTyped, way: str) -> None:
        """Fill the other ways with the year that can be read from this one; else they keep what stands there."""
        try:
            years = read_typed(self._link.desk, before).edit.years
        except Invalid:
            return
        if len(years) != 1:
            return
        self._base = years[0]
        if way == LINES:
            self.lines.show_lines(lines_of(years[0]))
            self._fields.fields = self.lines.fields()
        elif way == DATA:
            self.text.set_text(calendar_files.year_text(years[0]))

    def _take_text(self, text: str) -> None:
        as_data = text.lstrip()[:1] in ("[", "{") or "year:" in text
        self.choose(DATA if as_data else NOTICE)
        (self.text if as_data else self.notice).set_text(text[:LONGEST])
        self._edited()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("选择放假安排的文件"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("文本 (*.txt *.json *.yaml *.yml)"), self.tr("所有文件 (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def _checked(self, read: ReadCalendar) -> None:
        heads = [
            self.tr("{year} 年：放假 {rest} 天，调休上班 {work} 天").format(
                year=year.year, rest=len(year.rest_days()), work=len(year.make_up_on)
            )
            for year in read.edit.years
        ]
        head = self.tr("；").join(heads)
        if read.warnings:
            self._say([self.tr("{head}。读得懂，但请核对：").format(head=head), *self._lines(read.warnings)], "warning")
        else:
            self._say([self.tr("{head}，没有发现问题。").format(head=head)], "good")

    def _show_preview(self, found: "tuple[ReadCalendar, Change]") -> None:
        read, change = found
        self.look_button.setEnabled(True)
        self._shell.open_step(CalendarPreviewStep(self._shell, self._link, change, read.warnings, self._applied))

    def _applied(self, change: "Change") -> None:
        self._touched = False
        self._shell.close_step()
        years = self.tr("、").join(str(year.year) for year in change.edit.years)
        words = self.tr("已载入 {year} 年的放假安排，{n} 件期限随之改变")
        self._shell.toast(words.format(year=years, n=len(change.dates)))

    def _refuse(self, error: ReceptionError) -> None:
        self.look_button.setEnabled(True)
        if not isinstance(error, Invalid):
            self._say([sentence(error, self._shell.language)], "error")
        elif self.typed().way == LINES:
            self._fields.fields = self.lines.fields()
            self._fields.show(error)
        else:
            reasons = [replace(each, field=each.field.removeprefix(_ONLY).lstrip(".")) for each in error.reasons]
            self._say(self._lines(reasons), "error")
            self._present().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self, reasons: Sequence[Reason]) -> list[str]:
        return [placed(each, self._shell.language) for each in reasons]

    def _edited(self) -> None:
        self._touched = True
        self._forget_verdict()

    def _forget_verdict(self) -> None:
        self.verdict.hide()
        self._fields.clear()

    def _say(self, lines: list[str], role: look.Role) -> None:
        look.set_role(self.verdict, role)
        self.verdict.setText("\n".join(lines))
        self.verdict.show()


def start_of(year: int, entry: CalendarYear | None, base: CalendarYear) -> YearTyped:
    """Give what the step shows of a year at first: the stored notice as data and lines, else the festivals."""
    if entry is None:
        return YearTyped(way=NOTICE, lines=expected_lines(year), data=calendar_files.year_text(base), base=base)
    return YearTyped(way=LINES, lines=lines_of(entry), data=calendar_files.year_text(entry), base=entry)


def _file_text(_desk: "Desk", path: Path) -> str:
    return calendar_files.read_file(path)
