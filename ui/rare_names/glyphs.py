"""Which font draws a character, and how to draw a text of which no font may have some characters."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QRawFont

from ui import look

FALLBACKS = ("HanaMinB", "HanaMinA", "BabelStone Han", "Plangothic P1", "SimSun-ExtB", "SimSun-ExtG")
"""Fonts that hold the rare blocks, where they are installed."""
_UNSEEN = frozenset({"Cf", "Mn"})
_CODE_SHARE = 0.34
_FRAME = 0.06


@cache
def face_of(sign: str) -> str:
    """Give the name of a font that has all of a character, or an empty text when none has."""
    for family in (look.FAMILY, *FALLBACKS):
        raw = QRawFont.fromFont(QFont(family))
        if all(
            raw.glyphIndexesForString(part)[:1] != [0] for part in sign if unicodedata.category(part) not in _UNSEEN
        ):
            return family
    return ""


def font_of(sign: str, pixels: float) -> QFont:
    """Give the font in which a character is drawn so high."""
    font = QFont(face_of(sign) or look.FAMILY)
    font.setPixelSize(max(1, round(pixels)))
    return font


def width_of(signs: Sequence[str], pixels: float) -> float:
    """Give how wide characters are together at a height."""
    return sum(_width(sign, pixels) for sign in signs)


def draw(painter: QPainter, signs: Sequence[str], left: float, baseline: float, pixels: float, colour: str) -> None:
    """Draw characters one beside the other; what no font has stands as its code in a frame."""
    for sign in signs:
        width = _width(sign, pixels)
        if face_of(sign):
            painter.setPen(QColor(colour))
            painter.setFont(font_of(sign, pixels))
            painter.drawText(QPointF(left, baseline), sign)
        else:
            _draw_code(painter, sign, QRectF(left, baseline - 0.88 * pixels, width, pixels), colour)
        left += width


def _width(sign: str, pixels: float) -> float:
    if not face_of(sign):
        return pixels
    return QFontMetricsF(font_of(sign, pixels)).horizontalAdvance(sign)


def _draw_code(painter: QPainter, sign: str, box: QRectF, colour: str) -> None:
    edge = _FRAME * box.height()
    inner = box.adjusted(edge, edge, -edge, -edge)
    painter.setPen(QPen(QColor(colour), max(1.0, edge / 2)))
    painter.drawRect(inner)
    number = f"{ord(sign[0]):X}"
    half = (len(number) + 1) // 2
    painter.setFont(font_of("0", box.height() * _CODE_SHARE))
    for part, place in ((number[:half], 0), (number[half:], 1)):
        line = QRectF(inner.left(), inner.top() + place * inner.height() / 2, inner.width(), inner.height() / 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, part)
