"""Parts side by side that go on in a next line where the width ends, as words do."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Gives each part the size that it asks for; none is cut as long as one alone fits the width."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 -- Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 -- Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 -- Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 -- Qt's name
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 -- Qt's name
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = lowest = 0
        for item in self._items:
            size = item.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, lowest + self.spacing()
            places.append(QRect(QPoint(left, top), QSize(min(size.width(), width), size.height())))
            left += size.width() + self.spacing()
            lowest = max(lowest, top + size.height())
        return places


class FlowBox(QWidget):
    """A line of parts that keeps as many lines high as its width makes of them."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.parts = FlowLayout(spacing)
        self.setLayout(self.parts)

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        self.parts.addWidget(part)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            height = self.parts.heightForWidth(self.width())
            if height != self.minimumHeight():
                self.setFixedHeight(height)
        return super().event(event)
