"""How a day of the calendar is marked: by a shape and a word, never by a colour alone."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from reception.rules.working_calendar import (
    PROVINCE_LAYER,
    UNIT_LAYER,
    UNIVERSITY_LAYER,
    DayKind,
    DayLayer,
    WorkingCalendar,
)
from reception.words import Language, date_text, label, weekday_text
from reception.words.labels_calendar import layer_label
from ui import look

Shape = Literal["filled", "framed", "dashed", "barred"]
_LEGEND = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """The mark of a day: days off are filled, worked ones framed, expected ones dashed, shorter ones barred."""

    shape: Shape
    tone: look.Tone
    letter: str


def mark_of(calendar: WorkingCalendar, day: date) -> DayMark | None:
    """Give the mark of a day; an ordinary one bears none."""
    kind = calendar.kind_of(day)
    if kind is DayKind.HOLIDAY:
        return DayMark(shape="filled", tone="red", letter=_letter("off"))
    if kind is DayKind.MAKE_UP:
        mark = DayMark(shape="framed", tone="blue", letter=_letter("on"))
        return _shorter() if calendar.has_own_hours(day) else mark
    if kind is DayKind.ESTIMATED_HOLIDAY:
        return DayMark(shape="dashed", tone="grey", letter=_letter("expected"))
    if kind in (DayKind.UNIT_OFF, DayKind.UNIT_WORK):
        layer = calendar.layers_on(day)[-1].layer
        return DayMark(shape="filled" if kind is DayKind.UNIT_OFF else "framed", tone="amber", letter=_layer_of(layer))
    return _shorter() if calendar.has_own_hours(day) else None


def legend() -> list[tuple[DayMark, str]]:
    """Give every mark with what it means, in the order in which they are explained."""
    own = _layer_of(UNIT_LAYER)
    return [
        (DayMark(shape="filled", tone="red", letter=_letter("off")), QCoreApplication.translate("day_marks", "放假")),
        (
            DayMark(shape="framed", tone="blue", letter=_letter("on")),
            QCoreApplication.translate("day_marks", "调休上班"),
        ),
        (DayMark(shape="filled", tone="amber", letter=own), QCoreApplication.translate("day_marks", "另行休息")),
        (DayMark(shape="framed", tone="amber", letter=own), QCoreApplication.translate("day_marks", "另行上班")),
        (_shorter(), QCoreApplication.translate("day_marks", "时间另定")),
        (
            DayMark(shape="dashed", tone="grey", letter=_letter("expected")),
            QCoreApplication.translate("day_marks", "预计放假"),
        ),
    ]


def _shorter() -> DayMark:
    return DayMark(shape="barred", tone="amber", letter=_letter("shorter"))


def _letter(mark: str) -> str:
    return {
        "off": QCoreApplication.translate("day_marks", "休"),
        "on": QCoreApplication.translate("day_marks", "班"),
        "expected": QCoreApplication.translate("day_marks", "预"),
        "shorter": QCoreApplication.translate("day_marks", "短"),
    }[mark]


def _layer_of(layer: int) -> str:
    return {
        PROVINCE_LAYER: QCoreApplication.translate("day_marks", "省"),
        UNIVERSITY_LAYER: QCoreApplication.translate("day_marks", "校"),
        UNIT_LAYER: QCoreApplication.translate("day_marks", "本"),
    }[layer]


def changes_hours(calendar: WorkingCalendar, day: date) -> bool:
    """Tell whether other office hours begin on the day, as in summer and winter."""
    hours = calendar.timetable_on(day)
    seasonal = len(hours.seasons) > 1 and any((s.from_month, s.from_day) == (day.month, day.day) for s in hours.seasons)
    return seasonal or hours.effective_from == day


def why(calendar: WorkingCalendar, day: date, language: Language) -> str:
    """Give what a day is, then what each layer says of it, then its hours; a line each."""
    kind, name = calendar.kind_of(day), calendar.day_name(day)
    head = [date_text(day, language), weekday_text(day, language), label(kind, language), name]
    lines = [" · ".join(part for part in head if part)]
    layers = calendar.layers_on(day)
    if len(layers) > 1:
        lines.append(QCoreApplication.translate("day_marks", "；").join(_says(each, language) for each in layers))
    lines.append(_hours(calendar, day))
    return "\n".join(line for line in lines if line)


def _says(layer: DayLayer, language: Language) -> str:
    works = QCoreApplication.translate("day_marks", "上班")
    rests = QCoreApplication.translate("day_marks", "休息")
    words = QCoreApplication.translate("day_marks", "{layer}：{what}")
    said = words.format(layer=layer_label(layer.layer, language), what=works if layer.works else rests)
    if layer.reason:
        said = QCoreApplication.translate("day_marks", "{said}（{reason}）").format(said=said, reason=layer.reason)
    return QCoreApplication.translate("day_marks", "{said}，以此为准").format(said=said) if layer.holds else said


def _hours(calendar: WorkingCalendar, day: date) -> str:
    sessions = calendar.sessions_on(day)
    if not sessions:
        return ""
    comma = QCoreApplication.translate("day_marks", "、")
    hours = comma.join(f"{each.opens:%H:%M}–{each.closes:%H:%M}" for each in sessions)
    if calendar.has_own_hours(day):
        return QCoreApplication.translate("day_marks", "当天办公时间另定：{hours}").format(hours=hours)
    if changes_hours(calendar, day):
        return QCoreApplication.translate("day_marks", "自这一天起办公时间：{hours}").format(hours=hours)
    return QCoreApplication.translate("day_marks", "办公时间：{hours}").format(hours=hours)


def paint(painter: QPainter, cell: QRect, mark: DayMark) -> None:
    """Paint the ground of a marked day."""
    painter.save()
    place = cell.adjusted(0, 0, -1, -1)
    colour = QColor(look.tone_colour(mark.tone))
    if mark.shape == "filled":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_ground(mark.tone)))
        painter.drawRoundedRect(place, 3, 3)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, 1)
        pen.setStyle(Qt.PenStyle.DashLine if mark.shape == "dashed" else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        if mark.shape == "barred":
            painter.fillRect(QRect(place.left() + 1, place.bottom() - 1, place.width() - 1, 2), colour)
        else:
            painter.drawRoundedRect(place, 3, 3)
    painter.restore()


def paint_change(painter: QPainter, cell: QRect) -> None:
    """Paint the corner of a day on which other hours begin."""
    side = max(4, cell.width() // 4)
    corner = QPointF(cell.right(), cell.top())
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.colours().accent))
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(side, 0), corner + QPointF(0, side)]))
    painter.restore()


def _ground(tone: look.Tone) -> str:
    colours = look.colours()
    grounds = {"red": colours.red_soft, "blue": colours.accent_soft, "amber": colours.amber_soft}
    return grounds.get(tone, colours.grey_soft)


class LegendMark(QWidget):
    """A mark beside the words that explain it."""

    def __init__(self, mark: DayMark | None) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(QSize(look.scaled(_LEGEND) + 8, look.scaled(_LEGEND)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._mark is None:
            painter.setPen(QPen(QColor(look.colours().line), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
            paint_change(painter, self.rect())
        else:
            paint(painter, self.rect(), self._mark)
            face = look.font("hint")
            face.setPixelSize(look.scaled(11))
            painter.setFont(face)
            painter.setPen(QColor(look.tone_colour(self._mark.tone)))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._mark.letter)
        painter.end()


class Legend(QWidget):
    """What the marks of the year mean, some beside each other."""

    def __init__(self, across: int = 4) -> None:
        super().__init__()
        words = QCoreApplication.translate("day_marks", "换办公时间")
        grid = look.grid(spacing=look.SPACE_S)
        for place, (mark, meaning) in enumerate([*legend(), (None, words)]):
            item = look.row(LegendMark(mark), look.text_label(meaning, "hint"), 1, spacing=look.SPACE_S)
            grid.addLayout(item, place // across, place % across)
        self.setLayout(grid)
