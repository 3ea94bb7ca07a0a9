"""What hides the screen: the shade (one key, one colour) and the lock over every other window."""

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.watch import bind, watch


class Shade(QWidget):
    """One plain colour and nothing else; Esc or a double click lifts it, as F12 does.

    Signals:
        lifted(): the person wants to see the screen again.
    """

    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("屏幕已遮挡，按 F12 返回"))
        bind(self, "Esc", self.lifted.emit)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.lifted.emit()


class Curtain(QObject):
    """Hides all windows but one, those that open meanwhile too.

    Args:
        stays: the window that stays.
    """

    def __init__(self, stays: QWidget) -> None:
        super().__init__(stays)
        self._stays = stays
        self._hidden: list[QWidget] = []
        self.is_drawn = False

    def draw(self) -> None:
        """Hide every other window, and forget what lies on the clipboard."""
        self.hide_others()
        clipboard = QApplication.clipboard()
        clipboard.clear()
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def hide_others(self) -> None:
        """Hide every other window, without touching the clipboard."""
        self.is_drawn = True
        for window in QApplication.topLevelWidgets():
            self._hide(window)
        watch().shown = self._later

    def open(self) -> None:
        """Show again what was hidden."""
        for window in self._take():
            window.show()

    def throw_away(self) -> None:
        """Close for good what was hidden: it belonged to somebody else."""
        for window in self._take():
            window.close()
            window.deleteLater()

    def _take(self) -> list[QWidget]:
        self.is_drawn = False
        watch().shown = None
        hidden, self._hidden = self._hidden, []
        return [window for window in hidden if shiboken6.isValid(window)]

    def _hide(self, window: QWidget) -> None:
        if window is self._stays or not window.isVisible():
            return
        passing = window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        if not passing and window not in self._hidden:
            self._hidden.append(window)
        window.hide()

    def _later(self, window: QWidget) -> None:
        """Hide a window that opens behind the curtain, once it has finished opening."""
        if window is not self._stays:
            QTimer.singleShot(0, window, lambda: self._hide(window) if self.is_drawn else None)
