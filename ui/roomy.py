"""Room for what is larger than the screen: shown whole where it fits, else it scrolls, and follows the focus."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedLayout, QWidget

from ui import look


class Roomy(QScrollArea):
    """A place that gives its content all of its room, and never less than the content needs."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        content.setProperty("role", content.property("role") or "scrolled")
        self.setWidget(content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.SPACE_XL, look.SPACE_XL)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus into sight; nothing moves under a mouse that is being pressed."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or pressed or not self.isVisible() or not self.isAncestorOf(now):
            return
        if now.width() <= self.viewport().width() and now.height() <= self.viewport().height():
            self.ensureWidgetVisible(now, look.SPACE_M, look.SPACE_M)


class _OneLayer(QStackedLayout):
    """A stack that asks for the room of the page that is shown, whatever the hidden ones need."""

    def minimumSize(self) -> QSize:  # noqa: N802 -- Qt's name
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page is not None else QSize(0, 0)

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return False  # a page that scrolls inside would be given the height that shows it whole


class OnePage(QWidget):
    """Pages of which one is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._layers = _OneLayer(self)
        self.addWidget = self._layers.addWidget
        self.removeWidget = self._layers.removeWidget
        self.currentWidget = self._layers.currentWidget

    def setCurrentWidget(self, page: QWidget) -> None:  # noqa: N802 -- Qt's name
        """Show a page."""
        self._layers.setCurrentWidget(page)
        self._layers.invalidate()


def centred(card: QWidget) -> Roomy:
    """Give a card in the middle of its place, a little above; it scrolls where the place is too small."""
    place = QWidget()
    place.setLayout(look.column(2, look.row(1, card, 1), 3, margin=look.SPACE_XL))
    return Roomy(place)
