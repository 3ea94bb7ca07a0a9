"""Events told for some seconds within the status line, with 撤销 where there is something to undo."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui import look

SHOWN_MS = 8000


class Toast(QFrame):
    """Words that go away by themselves; they cover nothing and never take the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "toast")
        self._undo: Callable[[], object] | None = None
        self._words = look.ElidedLabel()
        self.button = look.plain_button(self.tr("撤销 Ctrl+Z"), self.undo)
        layout = look.row(self._words, self.button, spacing=look.SPACE_M)
        layout.setContentsMargins(look.SPACE_L, 0, look.SPACE_S, 0)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self.end)
        self.hide()

    def tell(self, text: str, undo: Callable[[], object] | None) -> None:
        """Show a text; with `undo` a button stands beside it."""
        self._undo = undo
        self._words.setText(text)
        self.button.setVisible(undo is not None)
        self.show()
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
