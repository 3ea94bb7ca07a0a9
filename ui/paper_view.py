"""Pages of a paper on the screen, as sharp as the screen, as large as wished."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

SCREEN_DPI = 96.0
"""Dots to the inch of a screen at 100 %, before its own scale."""
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
LARGEST_FIT = 1.5
_MARGIN = 20


class _Pages(QWidget):
    """The pages one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self.images: Sequence[QImage] = ()

    def show_images(self, images: Sequence[QImage]) -> None:
        """Show other pages; each holds how many of its dots make one of ours."""
        self.images = images
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        sizes = [image.deviceIndependentSize() for image in self.images]
        width = max((size.width() for size in sizes), default=0.0)
        height = sum(size.height() + _MARGIN for size in sizes)
        return QSize(round(width) + 2 * _MARGIN, round(height) + _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = float(_MARGIN)
        for image in self.images:
            size = image.deviceIndependentSize()
            left = (self.width() - size.width()) / 2
            painter.fillRect(QRectF(left + 2, top + 3, size.width(), size.height()), QColor(0, 0, 0, 40))
            painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
            top += size.height() + _MARGIN
        painter.end()


class PaperView(QScrollArea):
    """Shows the pages of a paper that somebody else draws.

    Signals:
        wanted(float): pages with so many dots to the inch are needed now; `show_images` takes them.
    """

    wanted = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pages = _Pages()
        self._zoom: float | None = None
        self._asked = 0.0
        self._page_points = 595.0
        self.setWidget(self._pages)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.setAccessibleName(name)

    @property
    def zoom(self) -> float:
        """Give how large the paper is shown; 1 is its true size on a screen of 96 dots to the inch."""
        return self._fitting() if self._zoom is None else self._zoom

    @property
    def page_count(self) -> int:
        """Give how many pages are shown."""
        return len(self._pages.images)

    def set_page_width(self, points: float) -> None:
        """Learn how wide the paper is, and ask for its pages."""
        self._page_points = points
        self.ask(again=True)

    def show_images(self, images: Sequence[QImage]) -> None:
        """Show the pages that were asked for."""
        ratio = self.devicePixelRatioF()
        for image in images:
            image.setDevicePixelRatio(ratio)
        self._pages.show_images(images)

    def fit(self) -> None:
        """Show the whole width."""
        self._zoom = None
        self.ask()

    def larger(self) -> None:
        """Go one step nearer."""
        self._zoom = next((step for step in STEPS if step > self.zoom + 0.01), STEPS[-1])
        self.ask()

    def smaller(self) -> None:
        """Go one step away."""
        self._zoom = next((step for step in reversed(STEPS) if step < self.zoom - 0.01), STEPS[0])
        self.ask()

    def ask(self, *, again: bool = False) -> None:
        """Ask for pages in the present size, if those that are shown have another one."""
        dpi = SCREEN_DPI * self.zoom * self.devicePixelRatioF()
        if again or abs(dpi - self._asked) > 0.5:
            self._asked = dpi
            self.wanted.emit(dpi)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.ask()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.larger if event.angleDelta().y() > 0 else self.smaller)()
            event.accept()
            return
        super().wheelEvent(event)

    def _fitting(self) -> float:
        room = self.viewport().width() - 2 * _MARGIN
        return min(LARGEST_FIT, max(STEPS[0], room / (self._page_points / 72 * SCREEN_DPI)))
