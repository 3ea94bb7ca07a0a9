"""A scanner at work while no text field has the focus: six characters of a code within a moment, then Enter."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reception.rules.notices import QUERY_ALPHABET, QUERY_LENGTH
from ui.inquiries.parked import Unsaved
from ui.watch import seconds

PAUSE_S = 0.06
"""Longest time between two characters of a scanner; no hand is so fast six times."""
_WRITES = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QUIET = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scanned code, and the form as it stood before its characters came."""

    code: str
    before: Unsaved


class Scanner:
    """Looks at the keys that go to no text field.

    A digit answers a row or chooses a channel at once, as ever; only when it turns out to have been the beginning of
    a code, the form is put back as `before` tells. A digit may even lead into a text; the rest of the code follows it.

    Args:
        form: gives the form as it stands.
        scanned: is called with a whole code.

    When a key was struck its event tells; `seconds` stands in where it does not.
    """

    def __init__(self, form: Callable[[], Unsaved], scanned: Callable[[Scan], object]) -> None:
        self._form, self._scanned = form, scanned
        self.seconds = seconds
        self._keys = ""
        self._last = 0.0
        self._before: Unsaved | None = None

    def strike(self, watched: QObject, event: QKeyEvent) -> bool:
        """See one key; tell whether it ended a code and is used up."""
        focus = QApplication.focusWidget()
        if not isinstance(watched, QWidget) or (focus is not None and watched is not focus):
            return False  # on its way to the focus, or on from it
        now = event.timestamp() / 1000 or self.seconds()
        fast = now - self._last <= PAUSE_S
        self._last = now
        if event.key() in _ENTER and fast and len(self._keys) == QUERY_LENGTH and self._before is not None:
            scan = Scan(code=self._keys, before=self._before)
            self._forget()
            self._scanned(scan)
            return True
        if event.key() != Qt.Key.Key_Shift:
            self._take(event, focus, fast=fast)
        return False

    def _take(self, event: QKeyEvent, focus: QWidget | None, *, fast: bool) -> None:
        sign = event.text().upper()
        strange = len(sign) != 1 or sign not in QUERY_ALPHABET or bool(event.modifiers() & ~_QUIET)
        begins = not fast or not self._keys
        if strange or event.isAutoRepeat() or (begins and _writes(focus)):
            self._forget()
            return
        if begins:
            self._keys, self._before = "", self._form()
        self._keys += sign

    def _forget(self) -> None:
        self._keys, self._before = "", None


def _writes(focus: QWidget | None) -> bool:
    return isinstance(focus, _WRITES) or (isinstance(focus, QComboBox) and focus.isEditable())
