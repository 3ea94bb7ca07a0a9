"""Two parts beside each other; where there is no room for both, they share it."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import look

_NO_LIMIT = 16_777_215


class Beside(QWidget):
    """A main part, and a side part of a fixed width at its right.

    Args:
        main: takes what is left over.
        side: what belongs to the main part.
        width: of the side part, in pixels of a 100 % screen.
        narrow: what happens without room for both: `instead` shows the side part in place of the main part while
            it is wanted, `below` lays it under the main part.
        always: with room for both, the side part is shown whether it is wanted or not.

    Signals:
        arranged(): there is room for both now, or no longer.
    """

    arranged = Signal()

    def __init__(
        self, main: QWidget, side: QWidget, width: int, narrow: Literal["instead", "below"], *, always: bool = False
    ) -> None:
        super().__init__()
        self._always = always
        self._was_narrow: bool | None = None
        self._main, self._side, self._width, self._how = main, side, look.scaled(width), narrow
        self._wanted = True
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look.SPACE_XL)
        self._box.addWidget(main, 1)
        self._box.addWidget(side, 0)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        """Tell whether there is no room for both parts side by side."""
        return self.width() < self._main.minimumSizeHint().width() + self._width + look.SPACE_XL

    @property
    def is_side_instead(self) -> bool:
        """Tell whether the side part stands in place of the main part."""
        return self._wanted and self._how == "instead" and self.is_narrow

    def want_side(self, wanted: bool) -> None:
        """Show the side part, or give its room to the main part."""
        self._wanted = wanted
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        main, side = self._main.minimumSizeHint(), self._side.minimumSizeHint()
        height = max(main.height(), side.height())
        if self._how == "below":
            height = main.height() + side.height() + look.SPACE_XL if self.is_narrow else height
        return QSize(max(main.width(), min(side.width(), self._width)), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.is_narrow != self._was_narrow:
            self._arrange()  # the main part needs more or less room than when the width was last looked at
        return super().event(event)

    def _arrange(self) -> None:
        narrow = self.is_narrow
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)
        self._side.setMinimumWidth(0 if narrow else self._width)
        self._side.setMaximumWidth(_NO_LIMIT if narrow else self._width)
        self._box.setStretch(1, int(narrow))
        self._side.setVisible(self._wanted or (self._always and not narrow))
        self._main.setVisible(not (narrow and self._wanted and self._how == "instead"))
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            self.arranged.emit()
