"""A label of several lines that is never squeezed below the height of its words."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """Asks for the height that its words need at the width that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def setText(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Show another text."""
        super().setText(text)
        self._ask_for_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._ask_for_height)  # not now: a layout forgets what is asked while it works

    def _ask_for_height(self) -> None:
        least = self.heightForWidth(self.width()) if self.text() and self.isVisible() else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)
