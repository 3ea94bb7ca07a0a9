"""A name as large as the screen, for the visitor to check: on the second screen, or turned towards him."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from reception.rules.text import graphemes
from reception.words.facing import CHECK_NAME
from ui import look
from ui.rare_names.glyphs import draw, font_of, width_of

MOST_LINES = 3
_NAME_HEIGHT, _NAME_WIDTH = 0.56, 0.92
_PHONE_PX, _WORDS_PX = 0.09, 0.035


class LargeName(QWidget):
    """Shows a name, and the telephone number that goes with it; nothing else.

    Signals:
        closed(): it is gone.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("请核对"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = self.phone = ""
        self.turned = False
        self.other = other_screen(parent)
        if self.other is not None:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setGeometry((self.other or parent.window().screen()).geometry())
        self._keys = self.tr("Esc 关闭 · 空格 转向对面")

    def show_name(self, name: str, phone: str) -> None:
        """Show another name and number."""
        self.name, self.phone = name, phone
        self.setAccessibleName(self.tr("请核对：{name} {phone}").format(name=name, phone=phone).strip())
        self.update()

    def turn(self) -> None:
        """Turn the whole by half a circle, for somebody who stands opposite, or back."""
        self.turned = not self.turned
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Space:
            self.turn()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close()  # hidden by the lock or the shade: it does not come back with another visitor's name

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(look.colours().panel))
        if self.turned:
            painter.setTransform(QTransform(-1, 0, 0, -1, self.width(), self.height()))
        self._draw_words(painter, "   ".join(CHECK_NAME), 0.04)
        self._draw_name(painter)
        if self.phone:
            self._draw_line(painter, list(self.phone), 0.87 * self.height(), _PHONE_PX * self.height())
        self._draw_words(painter, self._keys, 0.93)
        painter.end()

    def _draw_words(self, painter: QPainter, words: str, top: float) -> None:
        pixels = _WORDS_PX * self.height()
        painter.setFont(font_of("0", pixels))
        painter.setPen(QColor(look.colours().muted))
        box = QRectF(0, top * self.height(), self.width(), 1.5 * pixels)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_name(self, painter: QPainter) -> None:
        lines, pixels = fitted(self.name, _NAME_WIDTH * self.width(), _NAME_HEIGHT * self.height())
        top = 0.44 * self.height() - 0.6 * pixels * len(lines)
        for place, line in enumerate(lines):
            self._draw_line(painter, line, top + (place * 1.2 + 0.95) * pixels, pixels)

    def _draw_line(self, painter: QPainter, signs: Sequence[str], baseline: float, pixels: float) -> None:
        left = (self.width() - width_of(signs, pixels)) / 2
        draw(painter, signs, left, baseline, pixels, look.colours().text)


def other_screen(window: QWidget) -> QScreen | None:
    """Give a screen on which the window does not stand, or None."""
    here = window.window().screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not here), None)


def fitted(name: str, width: float, height: float) -> tuple[list[list[str]], float]:
    """Give a name in lines, and the height of its characters with which they fill a place best."""
    best: tuple[list[list[str]], float] = ([graphemes(name)], 1.0)
    for count in range(1, MOST_LINES + 1):
        lines = _split(name, count)
        widest = max(width_of(line, 100.0) for line in lines) / 100 if name else 1.0
        pixels = min(width / max(widest, 0.01), height / (1.2 * len(lines)))
        if pixels > best[1] * 1.05:
            best = lines, pixels
    return best


def _split(name: str, count: int) -> list[list[str]]:
    """Give a name in so many lines at most, broken at blanks, behind its dots, or anywhere where there are none."""
    joint = " " if " " in name else ""
    words = name.split(" ") if joint else re.findall("[^·]+·?", name) if "·" in name else graphemes(name)
    size = len(name) / count
    lines = [""]
    for word in words:
        longer = joint.join(part for part in (lines[-1], word) if part)
        if lines[-1] and len(longer) > size + 0.5 and len(lines) < count:
            lines.append(word)
        else:
            lines[-1] = longer
    return [graphemes(line) for line in lines]
