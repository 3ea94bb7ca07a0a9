"""A step of the settings: a change of the calendar before it is made, with every due date that it moves."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.errors import Reason, ReceptionError
from reception.rules.due_moves import MoveKind
from reception.rules.staff import Action
from reception.rules.working_calendar import WorkingCalendar
from reception.services import calendar_changes
from reception.words import label, placed, sentence
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.forms import TickField
from ui.settings.day_marks import Legend
from ui.settings.year_view import YearView
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.calendar_changes import Change
    from reception.services.recounting import Move

_TONES: dict[MoveKind, look.Tone] = {MoveKind.EARLIER: "amber", MoveKind.PROMISED: "grey", MoveKind.SETTLED: "grey"}
SIDE_WIDTH, MOVES_WIDTH = 464, 460
LEAST_MOVES, LEAST_YEAR = 180, 240
MOST_WARNINGS = 6
DAY_LINES = 3
"""Lines that what is said of a day may take, so that the year stays where it is."""


class CalendarPreviewStep(QWidget):
    """The year as it would be, and what is owed: old date, new date, and the papers that say the old one.

    Args:
        change: what the edit would do.
        warnings: what looks wrong in what was read; nothing of it forbids.
        done: called when it was applied.
    """

    def __init__(
        self,
        shell: Shell,
        link: DeskLink,
        change: "Change",
        warnings: Sequence[Reason] = (),
        done: "Callable[[Change], object] | None" = None,
    ) -> None:
        super().__init__()
        self.title = self.tr("应用前核对")
        self._shell, self._link, self._change, self._done = shell, link, change, done
        self.view = YearView(shell.language)
        self.day = look.text_label("", wrap=True)
        self.day.setMinimumHeight(DAY_LINES * self.day.fontMetrics().lineSpacing())
        self.summary = look.text_label(self._summary(), "strong", wrap=True)
        self.warnings = look.text_label(self._warned(warnings), "warning", wrap=True, selectable=True)
        self.warnings.setVisible(bool(warnings))
        self.moves = RecordTable(self._columns(), name=self.tr("期限变化"))
        self.moves.set_empty(self.tr("没有在办事项的期限会改变。"))
        self.moves.show_records(change.dates)
        self.moves.setMinimumSize(look.scaled(MOVES_WIDTH), look.scaled(LEAST_MOVES))
        self.earlier = TickField(self.tr("单位主要负责人同意已告知的期限也提前(&T)"))
        self.note = look.text_label("", "muted", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.back_button = look.plain_button(self.tr("返回修改 Esc"), shell.close_step)
        self.apply_button = look.primary_button(self.tr("应用(&S)"), self.apply)
        self._lay_out()
        self._show()
        bind(self, "Ctrl+S", self.apply)

    def entered(self, **_what: Any) -> None:
        """The step is shown now."""
        target = self.moves if self._change.dates else self.apply_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("Ctrl+S", self.tr("应用日历变化")),
            ("← → ↑ ↓", self.tr("在日历中换一天")),
            ("Esc", self.tr("返回修改")),
        ]

    def apply(self) -> None:
        """Change the calendar and what is owed."""
        if not self.apply_button.isEnabled():
            return
        self.apply_button.setEnabled(False)
        self.error.hide()
        promised = [move.id for move in self._change.of(MoveKind.PROMISED)] if self.earlier.value() else []
        self._link.change(
            self,
            calendar_changes.apply,
            self._change.edit,
            promised,
            shown=self._change,
            done=self._applied,
            failed=self._refused,
        )

    def _applied(self, change: "Change") -> None:
        self._shell.close_step()
        if self._done is not None:
            self._done(change)

    def _refused(self, error: ReceptionError) -> None:
        self.apply_button.setEnabled(True)
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _lay_out(self) -> None:
        glance, left = look.card()
        left.addWidget(look.heading(self.tr("应用后的日历")))
        left.addWidget(self.day)
        self._area = look.scrolled(self.view)
        self._area.setMinimumHeight(look.scaled(LEAST_YEAR))
        self._area.verticalScrollBar().rangeChanged.connect(lambda *_range: self._say_day(self.view.day))
        left.addWidget(self._area, 1)
        left.addWidget(Legend(across=3))
        owed, right = look.card()
        right.addWidget(look.heading(self.tr("期限变化")))
        right.addWidget(self.summary)
        right.addWidget(self.warnings)
        right.addWidget(self.moves, 1)
        for part in (self.earlier, self.note, self.error):
            right.addWidget(part)
        right.addLayout(look.row(1, self.back_button, self.apply_button))
        self.setLayout(look.column(Beside(owed, glance, SIDE_WIDTH, "below", always=True), margin=look.SPACE_XL))

    def _show(self) -> None:
        change, desk = self._change, self._link.desk
        differing = frozenset(_differing(change.before, change.after, _years_of(change)))
        first = min(differing, default=None)
        year = _first_shown(change)
        today = desk.calendar.local(desk.clock()).date()
        self.view.picked.connect(self._say_day)
        self.view.show_year(year, change.after, today, differing)
        if first is not None and first.year == year:
            self.view.choose(first)
        self._say_day(self.view.day)
        promised = bool(change.of(MoveKind.PROMISED))
        may = desk.may(Action.SHORTEN_DUE)
        self.earlier.setVisible(promised and may)
        self.note.setVisible(promised and not may)
        self.note.setText(self.tr("已告知来访人的期限不提前；确需提前，由单位主要负责人在这里应用。"))
        self.apply_button.setEnabled(desk.may(Action.EDIT_CALENDAR))

    def _say_day(self, day: date) -> None:
        self.day.setText(self.view.describe(day))
        place = self.view.cell(day).center()
        self._area.ensureVisible(place.x(), place.y(), look.SPACE_XL, 2 * look.SPACE_XL)

    def _summary(self) -> str:
        change = self._change
        counts = [
            (self.tr("顺延 {n} 件"), len(change.of(MoveKind.LATER))),
            (self.tr("提前 {n} 件"), len(change.of(MoveKind.EARLIER))),
            (self.tr("承诺优先、不提前 {n} 件"), len(change.of(MoveKind.PROMISED))),
            (self.tr("日期不变、不再暂定 {n} 件"), len(change.of(MoveKind.SETTLED))),
        ]
        said = [words.format(n=n) for words, n in counts if n]
        return self.tr("，").join(said) or self.tr("在办事项的期限都不变。")

    def _warned(self, warnings: Sequence[Reason]) -> str:
        lines = [placed(each, self._shell.language) for each in warnings[:MOST_WARNINGS]]
        if len(warnings) > MOST_WARNINGS:
            lines.append(self.tr("另有 {n} 处请核对。").format(n=len(warnings) - MOST_WARNINGS))
        return "\n".join([self.tr("读得懂，但请核对："), *lines]) if lines else ""

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("编号"), text=lambda move: move.number, tip=lambda move: move.number, width=138),
            Column(title=self.tr("原期限"), text=lambda move: self._when(move.due_before), width=96),
            Column(title=self.tr("新期限"), text=lambda move: self._when(move.due_after), width=96),
            Column(title=self.tr("变化"), text=self._kind, tip=self._kind, tone=_tone, width=134),
            Column(title=self.tr("已告知（文书）"), text=_papers, tip=_papers),
        ]

    def _kind(self, move: "Move") -> str:
        return label(move.kind, self._shell.language)

    def _when(self, at: datetime) -> str:
        calendar = self._link.desk.calendar
        local, today = calendar.local(at), calendar.local(self._link.desk.clock())
        return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d}"


def _tone(move: "Move") -> look.Tone | None:
    return _TONES.get(move.kind)


def _papers(move: "Move") -> str:
    return "、".join(move.papers)


def _first_shown(change: "Change") -> int:
    """Give the year that is shown first: that of the notice, of the first day, or of the first new hours."""
    edit = change.edit
    if edit.years:
        return edit.years[-1].year
    first = edit.days[0].on if edit.days else edit.hours_from
    assert first is not None
    return first.year


def _years_of(change: "Change") -> list[int]:
    edit = change.edit
    of_hours = [edit.hours_from.year] if edit.hours_from else []
    return sorted({*(year.year for year in edit.years), *(day.on.year for day in edit.days), *of_hours})


def _differing(before: WorkingCalendar, after: WorkingCalendar, years: Sequence[int]) -> Iterator[date]:
    """Give the days that would work, rest or close otherwise."""
    for year in years:
        for n in range(366):
            day = date(year, 1, 1) + timedelta(days=n)
            if before.sessions_on(day) != after.sessions_on(day):
                yield day
