"""A word on the desktop beside the clock, where the system has a place for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from ui import look


class Desktop(QObject):
    """Tells outside the window; says whether it could.

    Signals:
        clicked(): the word was clicked.
    """

    clicked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._icon = QSystemTrayIcon(look.icon("inquiries", "blue"), self)
            self._icon.messageClicked.connect(self.clicked)

    def tell(self, text: str) -> bool:
        """Tell a line; False where the system has no place for it."""
        if self._icon is None:
            return False
        self._icon.show()
        self._icon.showMessage(self.tr("首问接待"), text)
        return True
