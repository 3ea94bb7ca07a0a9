"""Two parts beside each other; where there is no room for both, they share it."""

from typing import Literal

import shiboken6
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui import look
from ui.undoing import takes_text


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
        for part in (main, side):
            part.setParent(self)
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
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        main, side = self._main.minimumSizeHint(), self._side.minimumSizeHint()
        heights = [self._least_height(part) for part in (self._main, self._side)]
        height = max(heights)
        if self.is_narrow and self._how == "below":
            height = sum(heights) + look.SPACE_XL
        elif self.is_narrow:  # only one of them is seen
            height = heights[1] if self._wanted else heights[0]
        return QSize(max(main.width(), min(side.width(), self._width)), height)

    def _least_height(self, part: QWidget) -> int:
        """Give what a part needs at the present width, its lines of words unbroken where they have room."""
        layout = part.layout()
        least = max(part.minimumSizeHint().height(), part.minimumHeight())
        if layout is None or not layout.hasHeightForWidth() or not self.is_narrow:
            return least
        return max(least, layout.minimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()  # a part needs more or less room than before
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        narrow = self.is_narrow
        self._side.setVisible(self._wanted or (self._always and not narrow))
        self._main.setVisible(not (narrow and self._wanted and self._how == "instead"))
        self._share(narrow)
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            self.arranged.emit()

    def _share(self, narrow: bool) -> None:
        """Give each part its place; a box layout would not keep a least height beside lines that wrap."""
        whole, both = self.rect(), not (self._main.isHidden() or self._side.isHidden())
        if not both:
            (self._side if self._main.isHidden() else self._main).setGeometry(whole)
        elif narrow:
            least = [self._least_height(part) for part in (self._main, self._side)]
            spare = max(0, whole.height() - look.SPACE_XL - sum(least))
            upper = least[0] + spare // 2
            self._main.setGeometry(0, 0, whole.width(), upper)
            top = upper + look.SPACE_XL
            self._side.setGeometry(0, top, whole.width(), whole.height() - top)
        else:
            left = whole.width() - self._width - look.SPACE_XL
            self._main.setGeometry(0, 0, left, whole.height())
            self._side.setGeometry(left + look.SPACE_XL, 0, self._width, whole.height())


def focus_where_left(page: QWidget, side: QWidget, otherwise: QWidget) -> None:
    """Give the focus to the field beside the list where the person was when he left the room, else elsewhere.

    A caller interrupts a form half filled: what is typed on coming back belongs into that form, not into the list.
    """
    left: QWidget | None = page.focusWidget()
    usable = isinstance(left, QComboBox) or takes_text(left)
    if left is not None and usable and side.isAncestorOf(left) and left.isVisibleTo(page) and left.isEnabled():
        left.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        otherwise.setFocus(Qt.FocusReason.OtherFocusReason)


def give_back(focus: QWidget | None) -> None:
    """Let the focus return to where a step was opened, now that the step is gone."""
    if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
