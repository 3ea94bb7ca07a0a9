"""Events told for some seconds at the lower edge, with 撤销 where there is something to undo."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ui import look

SHOWN_MS = 8000


class Toast(QFrame):
    """One line over the page that goes away by itself; it never takes the focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "toast")
        self._over = over
        self._undo: Callable[[], object] | None = None
        self._words = look.text_label()
        self.button = look.plain_button(self.tr("撤销 Ctrl+Z"), self.undo)
        layout = look.row(self._words, self.button, spacing=look.SPACE_L)
        layout.setContentsMargins(look.SPACE_XL, look.SPACE_M, look.SPACE_M, look.SPACE_M)
        self.setLayout(layout)
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self.end)
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Callable[[], object] | None) -> None:
        """Show a text; with `undo` a button stands beside it."""
        self._undo = undo
        self._words.setText(text)
        self.button.setVisible(undo is not None)
        self.show()
        self._settle()
        self.raise_()
        self._clock.start()

    @property
    def text(self) -> str:
        """Give what is being told, or an empty text."""
        return "" if self.isHidden() else self._words.text()

    @property
    def can_undo(self) -> bool:
        """Tell whether 撤销 is offered now."""
        return not self.isHidden() and self._undo is not None

    def undo(self) -> None:
        """Take back what the toast tells of."""
        act, self._undo = self._undo, None
        self.end()
        if act is not None:
            act()

    def end(self) -> None:
        """Take the toast away."""
        self._clock.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return False

    def _settle(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - look.SPACE_XL)
