"""Fields of a form: a visible label with its mnemonic, the field, and a line under it for a hint or an error.

Whatever is typed or pasted stays harmless: lengths are capped where they come in, and told.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reception.errors import Invalid, Reason
from ui import look
from ui.courtesy import CourtesyLine
from ui.tipped_box import TippedBox

if TYPE_CHECKING:
    from reception.words import Language

PASTE_SLACK = 4
_BIDI = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


def harmless(text: str, limit: int, *, lines: bool) -> str:
    """Give at most `limit` characters of a pasted text, without control and bidi characters and lone surrogates.

    Only so much of the text is looked at as the field can hold, so that ten megabytes cost nothing.
    """
    head = text[: limit * PASTE_SLACK].translate(_BIDI).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(ch for ch in head if ch == "\n" or unicodedata.category(ch) not in ("Cc", "Cs"))
    return (kept if lines else " ".join(kept.split("\n")))[:limit]


class Field(QWidget):
    """A labelled field; `edited` tells that the person changed it, `left` that the focus went on.

    Args:
        label: the visible words; `&` marks the mnemonic.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, label: str, inner: QWidget, *, labelled: bool = True) -> None:
        super().__init__()
        self.inner = inner
        self.setFocusProxy(inner)
        self._words = label
        self.label: QLabel = look.buddy_label(label, inner)
        if not labelled:
            self.label.hide()
        self.line = look.text_label("", "hint", wrap=True)
        self.line.hide()
        self._hint = ""
        inner.setAccessibleName(_spoken(label))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.SPACE_S)
        for part in (self.label, inner, self.line):
            layout.addWidget(part)
        if not isinstance(inner, QPlainTextEdit):
            layout.addStretch()
        inner.installEventFilter(self)

    def set_required(self, required: bool) -> None:
        """Mark the field as one that must be filled, or not."""
        self.label.setText(f"{self._words} *" if required else self._words)

    def set_label(self, label: str) -> None:
        """Change the visible words."""
        required = self.label.text().endswith(" *")
        self._words = label
        self.inner.setAccessibleName(_spoken(label))
        self.set_required(required)

    def set_hint(self, hint: str) -> None:
        """Show a quiet line under the field; an error covers it until it is cleared."""
        self._hint = hint
        if self.line.property("role") != "error":
            self._show_line(hint, wrong=False)

    def set_error(self, words: str) -> None:
        """Say what is wrong, in a sentence that says what to do."""
        self._show_line(words, wrong=bool(words))

    def clear_error(self) -> None:
        """Take the error away; the hint comes back."""
        if self.line.property("role") == "error":
            self._show_line(self._hint, wrong=False)

    @property
    def error(self) -> str:
        """Give the error that is shown, or an empty text."""
        return self.line.text() if self.line.property("role") == "error" else ""

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if watched is self.inner and event.type() == event.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        self.clear_error()
        self.edited.emit()

    def _show_line(self, words: str, *, wrong: bool) -> None:
        self.line.setText(words)
        self.line.setVisible(bool(words))
        look.set_role(self.line, "error" if wrong else "hint")
        self.inner.setAccessibleDescription(words)
        if bool(self.inner.property("wrong")) != wrong:
            self.inner.setProperty("wrong", "true" if wrong else None)
            look.repolish(self.inner)


class _CappedText(QPlainTextEdit):
    """A text of several lines with a longest length; Tab goes on to the next field."""

    capped = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)

    def room(self) -> int:
        """Give how many characters still fit, the selected ones counting as gone."""
        chosen = self.textCursor()
        return self.limit - (self.document().characterCount() - 1) + abs(chosen.position() - chosen.anchor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text() if source.hasText() else ""
        fitting = harmless(text, max(0, self.room()), lines=True)
        self.insertPlainText(fitting)
        if len(text) > len(fitting) and len(text) > self.room():
            self.capped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed and typed.isprintable() and self.room() < len(typed):
            self.capped.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        room = self.room()
        cut = len(event.commitString()) > room
        if cut:
            event.setCommitString(event.commitString()[: max(0, room)])
        super().inputMethodEvent(event)
        if cut:
            self.capped.emit()


class _CappedLine(QLineEdit):
    """One line with a longest length that says so when a paste is cut."""

    capped = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.setMaxLength(limit)
        self.inputRejected.connect(self.capped)
        self.textEdited.connect(self._settle)

    def setPlaceholderText(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Show what may be written here; a tip says it whole."""
        super().setPlaceholderText(text)
        look.set_tip(self, text)

    def _settle(self, text: str) -> None:
        """Take away what a paste may bring and a line cannot show: line ends, control and bidi characters."""
        whole = harmless(text, self.maxLength(), lines=False)
        if whole != text:
            before = harmless(text[: self.cursorPosition()], self.maxLength(), lines=False)
            self.setText(whole)
            self.setCursorPosition(len(before))


class LineField(Field):
    """One line of text of at most `limit` characters."""

    def __init__(self, label: str, limit: int, *, labelled: bool = True, hint: str = "", secret: bool = False) -> None:
        self.edit = _CappedLine(limit)
        super().__init__(label, self.edit, labelled=labelled)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.set_hint(hint)
        self._filling = False
        self.edit.textChanged.connect(self._changed)  # a screen reader's text is no textEdited
        self.edit.capped.connect(lambda: self.set_error(_too_long(limit)), Qt.ConnectionType.QueuedConnection)

    def text(self) -> str:
        """Give what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Fill the field; this counts as no edit of the person."""
        self._filling = True
        self.edit.setText(text)
        self._filling = False

    def _changed(self, _text: str) -> None:
        if not self._filling:
            self._edited()


class TextField(Field):
    """Several lines of text of at most `limit` characters; `courteous` proposes better words for what is never said."""

    def __init__(
        self, label: str, limit: int, *, labelled: bool = True, hint: str = "", lines: int = 3, courteous: bool = False
    ) -> None:
        self.edit = _CappedText(limit)
        super().__init__(label, self.edit, labelled=labelled)
        self.set_hint(hint)
        self.edit.setMinimumHeight(lines * self.edit.fontMetrics().lineSpacing() + 14)
        self._filling = False
        self.edit.textChanged.connect(self._changed)
        self.edit.capped.connect(lambda: self.set_error(_too_long(limit)))
        self.courtesy = CourtesyLine(self) if courteous else None

    def text(self) -> str:
        """Give what stands in the field."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Fill the field; this counts as no edit of the person."""
        self._filling = True
        self.edit.setPlainText(text)
        self._filling = False

    def _changed(self) -> None:
        if not self._filling:
            self._edited()


class ChoiceField(Field):
    """One of some values, chosen from a list: `choices` are pairs of value and words."""

    def __init__(self, label: str, choices: Sequence[tuple[Any, str]], *, labelled: bool = True) -> None:
        self.box = TippedBox()
        super().__init__(label, self.box, labelled=labelled)
        self.set_choices(choices)
        self.box.activated.connect(lambda _place: self._edited())

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the present value stays when it is among them."""
        before = self.value()
        self._values = [value for value, _words in choices]
        self.box.clear()
        self.box.addItems([words for _value, words in choices])
        if before in self._values:
            self.set_value(before)

    def value(self) -> Any:
        """Give the chosen value, or None while nothing is chosen."""
        place = self.box.currentIndex()
        return self._values[place] if 0 <= place < self.box.count() else None

    def set_value(self, value: Any) -> None:
        """Choose a value; one that is not offered leaves nothing chosen."""
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class TickField(Field):
    """A yes or no."""

    def __init__(self, label: str) -> None:
        self.box = QCheckBox(label)
        super().__init__(label, self.box, labelled=False)
        self.box.clicked.connect(lambda _on: self._edited())

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick it or not; this counts as no edit of the person."""
        self.box.setChecked(value)


class FieldSet(QObject):
    """The fields of a form by name: shows reasons at their fields, the rest in the line of the form.

    Args:
        fields: name of the field in reasons -> field, in reading order.
        form_line: the label for what belongs to no field (an "error" label of ui.look).
    """

    def __init__(self, fields: Mapping[str, Field], form_line: QLabel, language: "Language") -> None:
        super().__init__(form_line)
        self.fields = dict(fields)
        self._line = form_line
        self._language = language
        form_line.setVisible(False)

    def show(self, error: Invalid) -> None:
        """Show every reason, and put the focus on the first field that is wrong."""
        self.show_reasons(error.reasons)

    def show_reasons(self, reasons: Iterable[Reason]) -> None:
        """Show reasons one by one; those before are taken away."""
        from reception.words import placed, sentence  # not at the top: the first paint does without sentences

        self.clear()
        at_field: dict[str, list[str]] = {}
        left_over = []
        for reason in reasons:
            field = self.fields.get(reason.field)
            if field is None or not field.isVisibleTo(field.window()):
                left_over.append(placed(reason, self._language))
            else:
                at_field.setdefault(reason.field, []).append(sentence(reason, self._language))
        for name, words in at_field.items():
            self.fields[name].set_error("\n".join(words))
        first = next((field for field in self.fields.values() if field.error), None)
        self._line.setText("\n".join(left_over))
        self._line.setVisible(bool(left_over))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say what concerns the form as a whole."""
        self._line.setText(words)
        self._line.setVisible(bool(words))

    def clear(self) -> None:
        """Take all errors away."""
        for field in self.fields.values():
            field.clear_error()
        self._line.setVisible(False)


def _spoken(label: str) -> str:
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _too_long(limit: int) -> str:
    return QCoreApplication.translate("forms", "最多 {limit} 个字，其余没有放进来。").format(limit=limit)
