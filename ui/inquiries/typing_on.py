"""What is typed while a button has the focus goes where the hand means it: into a field of text, composed or not."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Text = QLineEdit | QPlainTextEdit
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class TypingOn(QObject):
    """Hands letters that are struck on buttons to a field, and lets an input method compose for it.

    Digits and the space bar stay with the buttons, which they press. While a word is composed the focus stays: the
    input method would throw away what it holds. The field shows it, and has the focus once it is taken.

    Args:
        buttons: on which nothing can be typed.
        field: gives the field that is meant now, or None where there is none.
    """

    def __init__(self, buttons: list[QWidget], field: Callable[[], QWidget | None], parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        for button in buttons:
            button.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters, composed words, and the questions of an input method."""
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._typed(event)
        if isinstance(event, QInputMethodEvent):
            return self._composed(event)
        if isinstance(event, QInputMethodQueryEvent) and isinstance(watched, QWidget):
            return self._asked(watched, event)
        return super().eventFilter(watched, event)

    def _typed(self, event: QKeyEvent) -> bool:
        text = event.text()
        letters = text.isprintable() and text.strip() != "" and not text.isdigit()
        field = self._text_field() if letters and event.modifiers() in _PLAIN else None
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.event(event)  # not sent anew: who watches every key, as for a scanner, would see it twice
        return True

    def _composed(self, event: QInputMethodEvent) -> bool:
        field = self._text_field()
        if field is None:
            return False
        QApplication.sendEvent(field, event)
        if event.commitString():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _asked(self, button: QWidget, event: QInputMethodQueryEvent) -> bool:
        """Answer for the field, so that the list of words stands beside it."""
        field = self._text_field()
        if field is None:
            event.setValue(Qt.InputMethodQuery.ImEnabled, False)
            return True
        QApplication.sendEvent(field, event)
        for place in (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle):
            if event.queries() & place and event.value(place) is not None:
                beside = QRectF(event.value(place))
                beside.translate(field.mapToGlobal(beside.topLeft()) - button.mapToGlobal(beside.topLeft()))
                event.setValue(place, beside)
        return True

    def _text_field(self) -> Text | None:
        field = self._field()
        able = isinstance(field, QLineEdit | QPlainTextEdit) and field.isVisible() and field.isEnabled()
        return field if able else None  # type: ignore[return-value]  # the line above saw to it


def next_text(widget: QWidget, within: QWidget) -> QWidget | None:
    """Give the next field of text in the order of the Tab key that is shown inside a part, or None."""
    found = widget.nextInFocusChain()
    while found is not None and found is not widget:
        if isinstance(found, QLineEdit | QPlainTextEdit) and found.isVisibleTo(within) and within.isAncestorOf(found):
            return found
        found = found.nextInFocusChain()
    return None
