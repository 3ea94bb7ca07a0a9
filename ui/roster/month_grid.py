"""The grid of a month: colleagues down, days across; above them the hours without anybody and the pairs away."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reception.rules.absence_month import AbsenceState
from reception.words import Language, label, weekday_text
from reception.words.absence_months import day_text, hours_text, mark_text
from ui import look
from ui.settings.day_marks import mark_of

if TYPE_CHECKING:
    from reception.rules.absence_month import DayMark, MonthDay
    from reception.rules.working_calendar import WorkingCalendar
    from reception.services.absence_month import Month, Person

Index = QModelIndex | QPersistentModelIndex
SIGNS: Mapping[AbsenceState, look.Sign] = {
    AbsenceState.UNCONFIRMED: look.Sign(shape="▲", tone="red"),
    AbsenceState.ACTIVE: look.Sign(shape="■", tone="blue"),
    AbsenceState.PLANNED: look.Sign(shape="□", tone="blue"),
    AbsenceState.RETURNED: look.Sign(shape="○", tone="grey"),
}
"""The signs of an absence, the one that matters most first."""
UNCOVERED, PAIRS, ABOVE = 0, 1, 2
NARROWEST, NAME_WIDTH, ROW_HEIGHT = 19, 84, 28
_TONE_ROLE = Qt.ItemDataRole.UserRole
_REST_ROLE = Qt.ItemDataRole.UserRole + 1
_TODAY_ROLE = Qt.ItemDataRole.UserRole + 2
_GROUND_ROLE = Qt.ItemDataRole.UserRole + 3


class MonthModel(QAbstractTableModel):
    """What stands in each cell: hours in red, pairs in amber, the state of an absence by its sign."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._calendar: WorkingCalendar | None = None
        self.month: Month | None = None

    def show_month(self, month: "Month", calendar: "WorkingCalendar") -> None:
        """Show a month."""
        self.beginResetModel()
        self.month, self._calendar = month, calendar
        self.endResetModel()

    def day(self, column: int) -> "MonthDay | None":
        """Give the day of a column."""
        days = self.month.days if self.month else ()
        return days[column] if 0 <= column < len(days) else None

    def person(self, row: int) -> "Person | None":
        """Give the colleague of a row; None for the rows above them."""
        people = self.month.people if self.month else ()
        return people[row - ABOVE] if 0 <= row - ABOVE < len(people) else None

    def marks(self, row: int, column: int) -> "list[DayMark]":
        """Give the absences of a colleague on a day, the one that matters most first."""
        day, person = self.day(column), self.person(row)
        if day is None or person is None:
            return []
        ranks = list(SIGNS)
        found = [each for each in day.marks if each.absence.account_id == person.id]
        return sorted(found, key=lambda each: ranks.index(each.state))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() or self.month is None else ABOVE + len(self.month.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() or self.month is None else len(self.month.days)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._of_day(section, role)
        person = self.person(section)
        name = person.name if person else {UNCOVERED: self.tr("空岗小时"), PAIRS: self.tr("AB同离")}.get(section, "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return look.escaped(name)
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day(index.column())
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), day, index.column())
        if role == _TONE_ROLE:
            return self._tone(index.row(), index.column())
        if role == _REST_ROLE:
            return not day.minutes
        if role == _TODAY_ROLE:
            return self.month is not None and day.on == self.month.today
        if role == _GROUND_ROLE:
            return self._ground(index.row(), day)
        if role == Qt.ItemDataRole.ToolTipRole:
            return look.escaped(self.describe(index.row(), index.column()))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self.describe(index.row(), index.column())
        return None

    def describe(self, row: int, column: int) -> str:
        """Give a cell in words, for who hears the screen or rests the mouse on it."""
        day, person = self.day(column), self.person(row)
        if day is None:
            return ""
        first = day_text(day, self._language)
        if row == UNCOVERED:
            words = self.tr("空岗 {hours} 小时，{count} 个岗位")
            said = [words.format(hours=hours_text(day.uncovered_minutes), count=len(day.uncovered_posts))]
            said = said if day.uncovered_minutes else []
        elif row == PAIRS:
            said = [self.tr("{count} 对A、B岗同时不在").format(count=len(day.both_away))] if day.both_away else []
        else:
            said = [mark_text(each, self._language) for each in self.marks(row, column)]
            said = said or ([person.name] if person else [])
        return "；".join([first, *said]) if self._language is Language.ZH else "; ".join([first, *said])

    def _of_day(self, column: int, role: int) -> Any:
        day = self.day(column)
        if day is None or self._calendar is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            mark, weekday = mark_of(self._calendar, day.on), weekday_text(day.on, self._language)
            letter = weekday[-1] if self._language is Language.ZH else weekday[0]
            return f"{day.on.day}\n{mark.letter if mark else letter}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return look.escaped(day_text(day, self._language))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_text(day, self._language)
        return None

    def _text(self, row: int, day: "MonthDay", column: int) -> str:
        if row == UNCOVERED:
            return hours_text(day.uncovered_minutes) if day.uncovered_minutes else ""
        if row == PAIRS:
            return str(len(day.both_away)) if day.both_away else ""
        marks = self.marks(row, column)
        return SIGNS[marks[0].state].shape if marks else ""

    def _ground(self, row: int, day: "MonthDay") -> str:
        """Give the ground of a cell that must be noticed: hours without anybody, whose posts they are, pairs away."""
        if row == PAIRS:
            return "amber" if day.both_away else ""
        person = self.person(row)
        holders = {each.holder_id for each in day.uncovered_posts}
        noticed = bool(holders) if person is None else person.id in holders
        return "red" if noticed else ""

    def _tone(self, row: int, column: int) -> look.Tone:
        if row in (UNCOVERED, PAIRS):
            return "red" if row == UNCOVERED else "amber"
        marks = self.marks(row, column)
        return SIGNS[marks[0].state].tone if marks else "grey"


class _DayCell(QStyledItemDelegate):
    """Paints a cell: rest days shaded, today between two lines, hours without anybody on red ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state = option.state
        colours = look.colours()
        text = str(index.data() or "")
        painter.save()
        if index.data(_REST_ROLE):
            painter.fillRect(rect, QColor(colours.grey_soft))
        ground = {"red": colours.red_soft, "amber": colours.amber_soft}.get(str(index.data(_GROUND_ROLE)))
        if ground:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), QColor(ground))
        painter.setPen(QPen(QColor(colours.line)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.data(_TODAY_ROLE):
            painter.setPen(QPen(QColor(colours.accent)))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if state & option.state.State_Selected:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(QColor(look.tone_colour(index.data(_TONE_ROLE) or "grey")))
        font = look.font("strong" if index.row() == UNCOVERED else "body")
        if index.row() == UNCOVERED:
            font.setPixelSize(look.font("hint").pixelSize())
        wanted, room = QFontMetrics(font).horizontalAdvance(text), rect.width() - 4
        if wanted > room:
            font.setPixelSize(max(1, font.pixelSize() * room // wanted))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class MonthGrid(QTableView):
    """The grid; arrows move, PgUp and PgDn turn the month.

    Signals:
        turned(int): a month forward or back is wanted.
        picked(): another cell is the present one.
        opened(): Enter or a double click on a cell.
    """

    turned = Signal(int)
    picked = Signal()
    opened = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.model_ = MonthModel(language)
        self.setModel(self.model_)
        self.setItemDelegate(_DayCell(self))
        self.setAccessibleName(self.tr("月历：同事和日期"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.picked.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def day(self) -> "MonthDay | None":
        """Give the day of the present cell."""
        return self.model_.day(self.currentIndex().column())

    @property
    def person(self) -> "Person | None":
        """Give the colleague of the present cell."""
        return self.model_.person(self.currentIndex().row())

    def show_month(self, month: "Month", calendar: "WorkingCalendar") -> None:
        """Show a month; the same colleague and day of the month stay the present ones."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        person = self.person
        self.model_.show_month(month, calendar)
        numbers = [each.id for each in month.people]
        if person is not None:
            row = ABOVE + numbers.index(person.id) if person.id in numbers else UNCOVERED
        self._fit()
        self.select(max(row, 0), min(max(column, 0), len(month.days) - 1))

    def select_day(self, day: date) -> None:
        """Make a day of the month that is shown the present one."""
        self.select(max(self.currentIndex().row(), 0), day.day - 1)

    def select(self, row: int, column: int) -> None:
        """Make a cell the present one."""
        self.setCurrentIndex(self.model_.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _set_up_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.setProperty("role", "days")
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        across.setMinimumSectionSize(look.scaled(NARROWEST))
        down.setDefaultSectionSize(look.scaled(ROW_HEIGHT))
        down.setFixedWidth(look.scaled(NAME_WIDTH))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        """Share the width out among the days; where it is too narrow, the grid scrolls."""
        count = self.model_.columnCount()
        if count:
            width = max(look.scaled(NARROWEST), self.viewport().width() // count)
            self.horizontalHeader().setDefaultSectionSize(width)


def sign_text(state: AbsenceState, language: Language) -> str:
    """Give a sign with what it means."""
    return f"{SIGNS[state].shape} {label(state, language)}"
