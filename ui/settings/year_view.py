"""A year at a glance: twelve months, each day that is no ordinary one marked by shape and letter."""

import calendar as months
from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reception.rules.working_calendar import DayKind, WorkingCalendar
from reception.words import Language
from ui import look
from ui.settings import day_marks

GAP = 10
HEAD = 18
DAY_WIDTH, DAY_HEIGHT = 15, 25
ROWS = 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class YearView(QWidget):
    """Twelve months; a click or the arrow keys choose a day.

    Signals:
        picked(date): another day is chosen.
    """

    picked = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._locale = QLocale(QLocale.Language.Chinese if language is Language.ZH else QLocale.Language.English)
        self._calendar: WorkingCalendar | None = None
        self._today = date.min
        self._noted: Collection[date] = frozenset()
        self.year = 0
        self.day = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("全年日历"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(_width_of(3), self.heightForWidth(_width_of(4)))

    def show_year(
        self, year: int, calendar: WorkingCalendar, today: date, noted: Collection[date] = frozenset()
    ) -> None:
        """Show a year of a calendar; the `noted` days are underlined, as those that a change makes different."""
        self._calendar, self._today, self.year, self._noted = calendar, today, year, noted
        if self.day.year != year:
            self._take(today if today.year == year else date(year, 1, 1))
        self.setAccessibleDescription(self.describe(self.day))
        self.update()

    def choose(self, day: date) -> None:
        """Choose a day of the year that is shown."""
        if day.year == self.year and day != self.day:
            self._take(day)
            self.picked.emit(day)

    def describe(self, day: date) -> str:
        """Give what a day is and why, in words."""
        return day_marks.why(self._calendar, day, self._language) if self._calendar is not None else ""

    def letter(self, day: date) -> str:
        """Give the letter that a day bears, or nothing."""
        mark = day_marks.mark_of(self._calendar, day) if self._calendar is not None else None
        return mark.letter if mark is not None else ""

    def cell(self, day: date) -> QRect:
        """Give where a day is drawn."""
        month = self._month_rect(day.month)
        head = self._head()
        width, height = month.width() / 7, (month.height() - 2 * head) / ROWS
        place = day.day - 1 + date(day.year, day.month, 1).weekday()
        across, down = place % 7, place // 7
        left, top = month.left() + round(across * width), month.top() + 2 * head + round(down * height)
        return QRect(left, top, int(width), int(height) - 1)

    def day_at(self, point: QPoint) -> date | None:
        """Give the day that is drawn at a point."""
        for month in range(1, 13):
            if self.year and self._month_rect(month).contains(point):
                days = (date(self.year, month, n + 1) for n in range(months.monthrange(self.year, month)[1]))
                return next((day for day in days if self.cell(day).contains(point)), None)
        return None

    def sizeHint(self) -> QSize:
        return QSize(_width_of(4), self.heightForWidth(_width_of(4)))

    def heightForWidth(self, width: int) -> int:
        down = 12 // _across(width)
        return down * (2 * self._head() + ROWS * look.scaled(DAY_HEIGHT)) + (down - 1) * GAP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.choose(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.year:
            super().keyPressEvent(event)
            return
        self.choose(self.day + timedelta(days=step))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), look.escaped(self.describe(day)) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._calendar is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_head(painter, month)
            for number in range(months.monthrange(self.year, month)[1]):
                self._paint_day(painter, date(self.year, month, number + 1))
        painter.end()

    def _take(self, day: date) -> None:
        self.day = day
        self.setAccessibleDescription(self.describe(day))
        self.update()

    def _head(self) -> int:
        return look.scaled(HEAD)

    def _month_rect(self, month: int) -> QRect:
        in_row = _across(self.width())
        rows = 12 // in_row
        width, height = (self.width() - (in_row - 1) * GAP) // in_row, (self.height() - (rows - 1) * GAP) // rows
        down, across = divmod(month - 1, in_row)
        return QRect(across * (width + GAP), down * (height + GAP), width, height)

    def _paint_head(self, painter: QPainter, month: int) -> None:
        place, head = self._month_rect(month), self._head()
        centred = Qt.AlignmentFlag.AlignCenter
        painter.setFont(look.font("strong"))
        painter.setPen(QColor(look.colours().text))
        title = QRect(place.left(), place.top(), place.width(), head)
        painter.drawText(title, centred, self._locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat))
        face = look.font("hint")
        face.setPixelSize(look.scaled(11))
        painter.setFont(face)
        painter.setPen(QColor(look.colours().muted))
        for number in range(7):
            cell = self.cell(date(self.year, month, 1))
            left = place.left() + round(number * place.width() / 7)
            day = QRect(left, place.top() + head, cell.width(), head)
            painter.drawText(day, centred, self._locale.standaloneDayName(number + 1, QLocale.FormatType.NarrowFormat))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        assert self._calendar is not None
        cell, mark = self.cell(day), day_marks.mark_of(self._calendar, day)
        if mark is not None:
            day_marks.paint(painter, cell, mark)
        muted = mark is None and self._calendar.kind_of(day) is DayKind.WEEKEND
        colour = look.tone_colour(mark.tone) if mark else (look.colours().muted if muted else look.colours().text)
        painter.setPen(QColor(colour))
        self._paint_words(painter, cell, str(day.day), mark.letter if mark else "")
        if day_marks.changes_hours(self._calendar, day):
            day_marks.paint_change(painter, cell)
        if day in self._noted:
            self._paint_note(painter, cell)
        self._paint_frame(painter, cell, day)

    def _paint_note(self, painter: QPainter, cell: QRect) -> None:
        painter.setPen(QPen(QColor(look.colours().text), 2))
        painter.drawLine(cell.left() + 2, cell.bottom(), cell.right() - 2, cell.bottom())

    def _paint_words(self, painter: QPainter, cell: QRect, number: str, letter: str) -> None:
        face = look.font("hint")
        face.setPixelSize(min(look.scaled(12), max(8, cell.height() // 2)))
        painter.setFont(face)
        half = cell.height() // 2
        upper = QRect(cell.left(), cell.top(), cell.width(), half + 1)
        painter.drawText(upper if letter else cell, Qt.AlignmentFlag.AlignCenter, number)
        if letter:
            face.setPixelSize(min(look.scaled(11), max(7, cell.height() - half - 1)))
            painter.setFont(face)
            lower = QRect(cell.left(), cell.top() + half - 1, cell.width(), cell.height() - half)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_frame(self, painter: QPainter, cell: QRect, day: date) -> None:
        if day not in (self.day, self._today):
            return
        pen = painter.pen()
        pen.setColor(QColor(look.colours().accent))
        pen.setWidth(2 if day == self.day and self.hasFocus() else 1)
        pen.setStyle(Qt.PenStyle.SolidLine if day == self.day else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 3, 3)


def _width_of(across: int) -> int:
    return across * 7 * look.scaled(DAY_WIDTH) + (across - 1) * GAP


def _across(width: int) -> int:
    """Give how many months stand side by side."""
    return 4 if width >= _width_of(4) else 3
