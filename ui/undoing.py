"""What Ctrl+Z takes back when no field has typing to undo: the last acts, however long ago they were told."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

MOST_KEPT = 50


@dataclass(frozen=True, slots=True)
class _Act:
    room: str
    undo: Callable[[], object]


class LastActs:
    """The acts of one person since signing in that can be taken back, the last one first."""

    def __init__(self) -> None:
        self._acts: list[_Act] = []

    def put(self, room: str, undo: Callable[[], object]) -> None:
        """Remember an act and the room in which it was done."""
        self._acts = [*self._acts, _Act(room, undo)][-MOST_KEPT:]

    def forget(self) -> None:
        """Take nothing back any more."""
        self._acts.clear()

    @property
    def room(self) -> str | None:
        """Give the room of the act that would be taken back next, or None when there is none."""
        return self._acts[-1].room if self._acts else None

    def take_back(self) -> None:
        """Take back the last act; the one before it is the last then."""
        if self._acts:
            self._acts.pop().undo()


def takes_text(widget: QWidget | None) -> bool:
    """Tell whether a widget is one to type in, so that Ctrl+Z there means the typing."""
    return isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox)


def has_typing(widget: QWidget | None) -> bool:
    """Tell whether a widget has typing of its own to undo."""
    if isinstance(widget, QAbstractSpinBox):
        return widget.lineEdit().isUndoAvailable()
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return isinstance(widget, QPlainTextEdit) and widget.document().isUndoAvailable()
