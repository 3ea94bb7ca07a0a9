"""Pictures of a week, drawn in the colours of the look; every number stands in them and in their description."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception.rules.log_hours import Hours, shown_hours
from reception.words import Language, weekday_text
from ui import look

Bars = Sequence[tuple[str, int]]
_LINE = 24
_WEEKEND = 5
_A_MONDAY = date(2024, 1, 1)
translate = QCoreApplication.translate


def _line() -> int:
    """Give the height of one line of a picture."""
    return look.scaled(_LINE)


class _Chart(QWidget):
    """A picture that the keyboard reaches and a screen reader can read."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def describe(self, text: str) -> None:
        """Say in words what is drawn."""
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()


class BarChart(_Chart):
    """Counts as bars, each with its words before and its number behind it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: Bars = ()

    def show_bars(self, bars: Bars) -> None:
        """Draw these counts."""
        self._bars = tuple(bars)
        self.describe(translate("charts", "、").join(f"{words} {count}" for words, count in self._bars))

    def sizeHint(self) -> QSize:
        return QSize(280, max(1, len(self._bars)) * _line())

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("hint"))
        metrics = painter.fontMetrics()
        names = max((metrics.horizontalAdvance(words) for words, _ in self._bars), default=0) + look.SPACE_L
        names = min(names, self.width() // 2)
        room = self.width() - names - metrics.horizontalAdvance("0000") - look.SPACE_M
        most = max((count for _, count in self._bars), default=0) or 1
        for place, (words, count) in enumerate(self._bars):
            top = place * _line()
            line = QRectF(0, top, names - look.SPACE_M, _line())
            painter.setPen(QColor(look.colours().muted))
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
            length = room * count / most
            if count:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.colours().accent))
                painter.drawRoundedRect(
                    QRectF(names, top + look.scaled(6), max(3.0, length), _line() - look.scaled(12)), 3, 3
                )
            painter.setPen(QColor(look.colours().text))
            behind = QRectF(names + length + look.SPACE_M, top, self.width(), _line())
            painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(count))
        painter.end()


class HeatMap(_Chart):
    """Days and hours; the darker, the more came, and the number stands in the cell."""

    def __init__(self, name: str, language: Language) -> None:
        super().__init__(name)
        self._language = language
        self._hours: Hours = ((0,) * 24,) * 7

    def show_hours(self, hours: Hours) -> None:
        """Draw these counts."""
        self._hours = hours
        said = [
            f"{self._day(day)} {hour}:00 {count}"
            for day, counts in enumerate(hours)
            for hour, count in enumerate(counts)
            if count
        ]
        self.describe(translate("charts", "、").join(said) or translate("charts", "没有来访"))

    def days(self) -> list[int]:
        """Give the days that are drawn: Monday to Friday, and the weekend when somebody came."""
        return [day for day, counts in enumerate(self._hours) if day < _WEEKEND or any(counts)]

    def sizeHint(self) -> QSize:
        return QSize(320, (len(self.days()) + 1) * _line())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("hint"))
        names = painter.fontMetrics().horizontalAdvance(self._day(2)) + look.SPACE_M
        shown = shown_hours(self._hours)
        width = (self.width() - names) / len(shown)
        most = max((count for counts in self._hours for count in counts), default=0) or 1
        painter.setPen(QColor(look.colours().muted))
        for place, hour in enumerate(shown):
            head = QRectF(names + place * width, 0, width, _line())
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, str(hour))
        for line, day in enumerate(self.days(), start=1):
            top = line * _line()
            painter.setPen(QColor(look.colours().muted))
            painter.drawText(QRectF(0, top, names, _line()), Qt.AlignmentFlag.AlignVCenter, self._day(day))
            for place, hour in enumerate(shown):
                cell = QRectF(names + place * width + 1, top + 1, width - 2, _line() - 2)
                self._draw_cell(painter, cell, self._hours[day][hour], most)
        painter.end()

    def _draw_cell(self, painter: QPainter, cell: QRectF, count: int, most: int) -> None:
        colours = look.colours()
        strong = count * 2 > most
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.grey_soft) if not count else _between(count / most))
        painter.drawRoundedRect(cell, 3, 3)
        if count:
            painter.setPen(QColor(colours.on_accent if strong else colours.text))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(count))

    def _day(self, day: int) -> str:
        return weekday_text(_A_MONDAY + timedelta(days=day), self._language)


def _between(share: float) -> QColor:
    """Give a colour between the soft accent and the accent: soft up to half, so that numbers stay legible."""
    soft, full = QColor(look.colours().accent_soft), QColor(look.colours().accent)
    weight = share * 0.5 if share <= 0.5 else 0.7 + 0.3 * share
    return QColor(
        round(soft.red() + (full.red() - soft.red()) * weight),
        round(soft.green() + (full.green() - soft.green()) * weight),
        round(soft.blue() + (full.blue() - soft.blue()) * weight),
    )
