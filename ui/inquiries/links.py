"""A line that leads somewhere: what does not fit is cut with …, the whole stands in the tool tip."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui import look

_PADDING = 16


class LineLink(QPushButton):
    """One line of a list beside the form; Enter or a click follows it."""

    def __init__(self, words: str, act: Callable[[], object] | None, tip: str) -> None:
        super().__init__()
        self.words = words
        self.setProperty("look", "link")
        self.setProperty("align", "left")
        self.setAutoDefault(True)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.set_tip(self, tip)
        if act is not None:
            self.clicked.connect(lambda _on: act())
        self._cut(self.width())

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.words) + _PADDING
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut(event.size().width())

    def _cut(self, width: int) -> None:
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, max(0, width - _PADDING))
        self.setText(shown.replace("&", "&&"))
