"""The two keys of a name field: Alt+X turns a code into its character and back, Ctrl+I finds a rare character."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid
from reception.words import Language, sentence
from ui import look
from ui.forms import LineField

if TYPE_CHECKING:
    from ui.rare_names.panel import RarePanel

KEY = "Ctrl+I"


class NameAid(QObject):
    """Helps a name field to rare characters.

    Alt+X is taken from its other meaning on the page only while a code or a rare character stands before the
    cursor.

    Args:
        host: the page over which the panel opens.
    """

    def __init__(self, field: LineField, host: QWidget, language: Language) -> None:
        super().__init__(field)
        self._field, self._host, self._language = field, host, language
        self._panel: RarePanel | None = None
        field.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and (self._opens(event) or self._turns(event)):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self._opens(event):
            self.open()
            return True
        if event.type() == QEvent.Type.KeyPress and self._turns(event):
            self.turn()
            return True
        return False

    def turn(self) -> None:
        """Turn what stands before the cursor; say at the field why it cannot be."""
        from reception.rules.rare_names import turn

        edit = self._field.edit
        text, cursor = edit.text(), edit.cursorPosition()
        try:
            turned = turn(text, cursor)
        except Invalid as refused:
            self._field.set_error("\n".join(sentence(reason, self._language) for reason in refused.reasons))
            return
        if turned is None:
            return
        kept = len(_common_start(text[:cursor], turned.text[: turned.cursor]))
        edit.setSelection(kept, cursor - kept)  # put in as if typed, so that Ctrl+Z takes it back
        edit.insert(turned.text[kept : turned.cursor])

    def open(self) -> None:
        """Open the panel below the field."""
        from ui.rare_names.panel import SIZE, RarePanel

        if self._panel is None:
            panel = RarePanel(self._host, self._language)
            panel.taken.connect(self._take)
            panel.ended.connect(self._return)
            self._panel = panel
        panel = self._panel
        room = self._host.size()
        width, height = min(look.scaled(SIZE.width()), room.width()), min(look.scaled(SIZE.height()), room.height())
        below = self._field.edit.mapTo(self._host, QPoint(0, self._field.edit.height() + look.SPACE_S))
        panel.setGeometry(min(below.x(), room.width() - width), min(below.y(), room.height() - height), width, height)
        panel.open()

    def _take(self, sign: str) -> None:
        self._field.edit.insert(sign)
        self._return()

    def _return(self) -> None:
        if self._panel is not None:
            self._panel.hide()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opens(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_I and event.modifiers() == Qt.KeyboardModifier.ControlModifier

    def _turns(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_X or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return False
        from reception.rules.rare_names import turn

        try:
            return turn(self._field.edit.text(), self._field.edit.cursorPosition()) is not None
        except Invalid:
            return True


def _common_start(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]
