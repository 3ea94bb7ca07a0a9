"""The month of absences: who is away on which day, what stays uncovered, and for the chosen day who stands in."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception.rules.roster import Serves
from reception.rules.staff import Action
from reception.services import absence_month
from reception.words.absence_months import (
    DayLine,
    away_lines,
    cover_lines,
    day_text,
    hours_text,
    month_text,
    pair_lines,
)
from ui import look
from ui.desk_link import DeskLink
from ui.flowing import FlowBox
from ui.roster.month_grid import SIGNS, MonthGrid, sign_text
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.absence_month import MonthDay
    from reception.services.absence_month import Month

_KINDS = frozenset({"Absence", "Account", "Post", "Office", "Assignment", "NamedStandIn", "IncompatiblePosts"}) | {
    "WorkingYear",
    "WorkingDay",
}
DETAIL_HEIGHT, GRID_HEIGHT = 100, 196


class MonthView(QWidget):
    """A month at a time, the present one first."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        today = link.desk.calendar.local(link.desk.clock()).date()
        self.year, self.number = today.year, today.month
        self._wanted: date | None = today
        self.month: Month | None = None
        self.grid = MonthGrid(shell.language)
        self.heading = look.text_label("", "heading")
        self.summary = look.chip("")
        self.pairs = look.chip("")
        self.day_heading = look.text_label("", "strong", wrap=True)
        self.before_button = look.plain_button(self.tr("上月 PgUp"), lambda: self.turn(-1))
        self.after_button = look.plain_button(self.tr("下月 PgDn"), lambda: self.turn(1))
        self.today_button = look.plain_button(self.tr("今天(&T)"), self.go_today)
        self.name_button = look.plain_button(self.tr("指定临时顶岗 N"), self.name_ahead)
        self.name_button.hide()
        self.setFocusProxy(self.grid)
        self._place()
        self.grid.turned.connect(self.turn)
        self.grid.picked.connect(self._tell)
        self.grid.opened.connect(self._open)
        for key, act in (("T", self.go_today), ("N", self.name_ahead)):
            bind(self.grid, key, act).setContext(Qt.ShortcutContext.WidgetShortcut)
        link.changed.connect(self._changed)
        link.minute.connect(self._minute)

    def entered(self, **what: Any) -> None:
        """The view is shown now; `day` chooses a day."""
        day = what.get("day")
        if isinstance(day, date):
            self.year, self.number, self._wanted = day.year, day.month, day
        self.read()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go back to the present month."""
        today = self._today()
        if (self.year, self.number) == (today.year, today.month):
            return False
        self.go_today()
        return True

    def keys(self) -> Keys:
        """Give the keys of this view."""
        return [
            ("↑ ↓ ← →", self.tr("换一位同事、换一天")),
            ("PgUp PgDn", self.tr("上一月、下一月")),
            ("T", self.tr("回到今天（在月历上按）")),
            ("Enter", self.tr("看这位同事；在“空岗”一行看空岗的A岗")),
            *([("N", self.tr("为选中一天的空岗指定临时顶岗"))] if self._may_name else []),
            ("Esc", self.tr("回到本月，再回到同事")),
        ]

    def read(self) -> None:
        """Read the month again."""
        self._link.run(self, absence_month.month, self.year, self.number, done=self._show, latest=True)

    def turn(self, by: int) -> None:
        """Show the next month, or one before."""
        place = self.year * 12 + self.number - 1 + by
        self.year, self.number = place // 12, place % 12 + 1
        self.read()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_today(self) -> None:
        """Show the present month with today chosen."""
        today = self._today()
        self.year, self.number, self._wanted = today.year, today.month, today
        self.read()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def name_ahead(self) -> None:
        """Name who stands in for what nobody covers around the chosen day."""
        day = self.grid.day
        if day is None or not self._nameable(day):
            return
        from ui.roster.naming import NamingPage  # not at the top: few need it

        self._shell.open_step(NamingPage(self._shell, self._link, day.on))

    @property
    def _may_name(self) -> bool:
        return self._link.desk.may(Action.NAME_STAND_IN)

    def _nameable(self, day: "MonthDay") -> bool:
        """Tell whether this person may name somebody, or somebody else, for a day that is not over."""
        named = any(each.holder.by is Serves.NAMED for post in day.posts for each in post.stints)
        return self._may_name and day.on >= self._today() and (bool(day.uncovered_minutes) or named)

    def _today(self) -> date:
        desk = self._link.desk
        return desk.calendar.local(desk.clock()).date()

    def _place(self) -> None:
        frame, inside = look.card()
        head = FlowBox(look.SPACE_M)
        buttons = (self.before_button, self.after_button, self.today_button)
        for part in (self.heading, *buttons, self.summary, self.pairs):
            part.setFixedHeight(look.control_height())
            head.add(part)
        inside.addWidget(head)
        self.grid.setMinimumHeight(look.scaled(GRID_HEIGHT))
        inside.addWidget(self.grid, 5)
        legend = FlowBox(look.SPACE_M)
        for state in SIGNS:
            legend.add(look.chip(sign_text(state, self._shell.language), SIGNS[state].tone))
        inside.addWidget(legend)
        inside.addWidget(look.rule())
        heading = look.row(self.day_heading, self.name_button)
        heading.setStretch(0, 1)
        inside.addLayout(heading)
        self._away, away = _lines_place()
        self._covered, covered = _lines_place()
        both = look.row(away, covered, spacing=look.SPACE_XL)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        content = QWidget()
        content.setLayout(both)
        self.detail = look.scrolled(content)
        self.detail.setMinimumHeight(look.scaled(DETAIL_HEIGHT))
        inside.addWidget(self.detail, 1)
        self.setLayout(look.column(frame))

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.read()

    def _minute(self) -> None:
        """Absences begin, and returns become overdue, by the clock alone."""
        if self.isVisible():
            self.read()

    def _show(self, month: "Month") -> None:
        self.month = month
        self.heading.setText(month_text(month.year, month.month, self._shell.language))
        self._show_chips(month)
        self.grid.show_month(month, self._link.desk.calendar)
        if self._wanted is not None and (self._wanted.year, self._wanted.month) == (month.year, month.month):
            self.grid.select_day(self._wanted)
            self._wanted = None
        self._tell()

    def _show_chips(self, month: "Month") -> None:
        minutes, posts = month.uncovered_minutes, month.uncovered_posts
        words = self.tr("■ 空岗 {hours} 小时，{count} 个岗位")
        none = self.tr("● 没有空岗")
        said = words.format(hours=hours_text(minutes), count=posts) if minutes else none
        look.set_chip(self.summary, said, "red" if minutes else "green")
        days = sum(bool(day.both_away) for day in month.days)
        look.set_chip(self.pairs, self.tr("▲ A、B同时不在 {count} 天").format(count=days), "amber")
        self.pairs.setVisible(days > 0)

    def _tell(self) -> None:
        """Say of the chosen day who is away and who stands in."""
        day, month, language = self.grid.day, self.month, self._shell.language
        if day is None or month is None:
            return
        self.day_heading.setText(day_text(day, language))
        self.name_button.setVisible(self._nameable(day))
        away = [*away_lines(day, language), *pair_lines(day, month.names, language)]
        nobody = DayLine(text=self.tr("没有人离岗。"))
        _fill(self._away, away or [nobody])
        covered = cover_lines(day, month.names, language)
        if not day.minutes and away:
            covered = (DayLine(text=self.tr("这一天不上班，不算空岗。")),)
        elif away and not covered:
            covered = (DayLine(text=self.tr("离岗的人上班时间没有要顶的岗位。")),)
        _fill(self._covered, covered)

    def _open(self) -> None:
        """Go to the colleague of the cell; from the rows above, to who holds what is uncovered."""
        person, day = self.grid.person, self.grid.day
        if person is not None:
            self._shell.go("roster", account=person.id)
        elif day is not None and day.uncovered_posts:
            self._shell.go("roster", account=day.uncovered_posts[0].holder_id)
        elif day is not None and day.both_away:
            self._shell.go("roster", account=day.both_away[0].holder_id)


def _lines_place() -> tuple[QVBoxLayout, QFrame]:
    """Give a place for lines under each other."""
    place = QFrame()
    layout = look.column(spacing=look.SPACE_S)
    whole = look.column(layout, 1)
    place.setLayout(whole)
    return layout, place


def _fill(layout: QVBoxLayout, lines: "list[DayLine] | tuple[DayLine, ...]") -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for line in lines:
        role: look.Role = "error" if line.grave else ("warning" if line.noted else "body")
        sign = "■ " if line.grave else ("▲ " if line.noted else "")
        label = look.text_label(f"{sign}{line.text}", role, wrap=True, selectable=True)
        label.setFont(look.font("body"))
        layout.addWidget(label)
