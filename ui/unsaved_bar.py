"""The line that asks before something written is thrown away; it stacks no dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui import look


class UnsavedBar(QFrame):
    """Says that something is not saved, and offers to drop it or to go on.

    Args:
        words: what is not saved.
        drop: the words of the button that throws it away.

    Signals:
        dropped(): the person throws it away.
    """

    dropped = Signal()

    def __init__(self, words: str, drop: str) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.drop_button = look.danger_button(drop, self.dropped.emit)
        self.keep_button = look.plain_button(self.tr("继续填写(&K)"), self.hide)
        layout = look.row(look.text_label(words, wrap=True), 1, self.drop_button, self.keep_button)
        layout.setContentsMargins(look.SPACE_L, look.SPACE_S, look.SPACE_L, look.SPACE_S)
        self.setLayout(layout)
        self.hide()

    def answer_escape(self, *, changed: bool) -> bool:
        """Ask at the first Esc, step back from asking at the second; False when nothing would be lost."""
        if not self.isHidden():
            self.hide()
            return True
        self.setVisible(changed)
        return changed
