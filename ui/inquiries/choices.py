"""One of a few values, each with its own button: seen at once, chosen with one key."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import look
from ui.forms import Field


class _Buttons(QWidget):
    """The buttons themselves; a digit presses the button of that place."""

    pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and 0 <= place <= 8:
            self.pressed.emit(place)
            return
        super().keyPressEvent(event)


class ChoiceRow(Field):
    """A row of buttons of which one is pressed; one Tab stop, arrow keys and digits choose.

    Signals:
        edited: the person chose another value.
        entered: Enter on the chosen value; the form goes on to the next field.
    """

    entered = Signal()

    def __init__(self, label: str, choices: Sequence[tuple[Any, str]], *, strong: bool = False, beside: bool = False):
        self.row = _Buttons()
        super().__init__(label, self.row, labelled=bool(label))
        self._values = [value for value, _words in choices]
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        layout = look.row(spacing=look.SPACE_S)
        self.row.setLayout(layout)
        for _value, words in choices:
            layout.addWidget(self._button(words, strong=strong))
        layout.addStretch()
        self._set_tab_stop()
        self.row.pressed.connect(self._press)
        self._group.buttonClicked.connect(lambda _button: self._chosen())
        if beside:
            put_beside(self)

    def value(self) -> Any:
        """Give the chosen value, or None."""
        place = self._place()
        return None if place is None else self._values[place]

    def set_value(self, value: Any) -> None:
        """Choose a value, or none; this counts as no edit of the person."""
        self._group.setExclusive(False)
        for each, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(value is not None and each == value)
        self._group.setExclusive(True)
        self._set_tab_stop()

    def button(self, value: Any) -> QPushButton:
        """Give the button of a value."""
        return self.buttons[self._values.index(value)]

    def offer(self, values: Sequence[Any]) -> None:
        """Show the buttons of these values only; one that is hidden is no longer chosen."""
        for each, button in zip(self._values, self.buttons, strict=True):
            button.setVisible(each in values)
        if self.value() not in values:
            self.set_value(None)
        self._set_tab_stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter choose what has the focus, and on what is chosen go on."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.type() == QEvent.Type.KeyPress and enter
        if pressed and isinstance(watched, QPushButton) and watched.isChecked():
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _button(self, words: str, *, strong: bool) -> QPushButton:
        button = look.choice_button(words, strong=strong)
        button.setProperty("tight", "true")
        button.setAccessibleName(words.replace("&", ""))
        button.installEventFilter(self)
        self._group.addButton(button)
        self.buttons.append(button)
        return button

    def _press(self, place: int) -> None:
        shown = [button for button in self.buttons if not button.isHidden()]
        if place < len(shown):
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)
            shown[place].click()

    def _place(self) -> int | None:
        return next((place for place, button in enumerate(self.buttons) if button.isChecked()), None)

    def _chosen(self) -> None:
        self._set_tab_stop()
        self._edited()

    def _set_tab_stop(self) -> None:
        shown = [button for button in self.buttons if not button.isHidden()] or self.buttons
        stop = next((button for button in shown if button.isChecked()), shown[0])
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        self.row.setFocusProxy(stop)


def put_beside(field: Field, width: int = 60) -> None:
    """Let the words of a field stand left of it instead of above it."""
    layout = field.layout()
    if not isinstance(layout, QVBoxLayout):
        raise TypeError("a field stacks its words, itself and its line")
    layout.removeWidget(field.label)
    layout.removeWidget(field.inner)
    marked = field.label.fontMetrics().horizontalAdvance(f"{field.label.text().replace('&', '')} *")
    field.label.setMinimumWidth(max(width, marked))
    line = QHBoxLayout()
    line.setSpacing(look.SPACE_M)
    line.addWidget(field.label)
    line.addWidget(field.inner, 1)
    layout.insertLayout(0, line)


def add_to_label(field: Field, widget: QWidget) -> None:
    """Put a small widget at the right end of a field's words."""
    layout = field.layout()
    if not isinstance(layout, QVBoxLayout):
        raise TypeError("a field stacks its words, itself and its line")
    layout.removeWidget(field.label)
    line = QHBoxLayout()
    line.setSpacing(look.SPACE_S)
    line.addWidget(field.label)
    line.addStretch()
    line.addWidget(widget)
    layout.insertLayout(0, line)
