"""A quiet line beside the words of a field: what is better said than what stands there, taken with one key.

It never changes a text by itself and never hinders saving.
Source: handbook §6 (lint of typed answers: warn, never block).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import look
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.phrase_lint import Hit
    from ui.forms import TextField

KEY = "Alt+."


class CourtesyLine(QWidget):
    """What is proposed for a field: other words for what is never said, or else what somebody else proposes.

    Args:
        field: the field whose text is looked at; the line joins its label.
    """

    def __init__(self, field: "TextField") -> None:
        super().__init__()
        self._field, self._edit = field, field.edit
        self._hit: Hit | None = None
        self._proposed: tuple[str, Callable[[], object]] | None = None
        self.words = look.ElidedLabel("", "hint")
        self.button = look.link_button(self.tr("换 {key}").format(key=KEY), self.take)
        self.button.setProperty("tight", "true")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self.words, self.button):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        line = look.row(spacing=look.SPACE_S)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.setLayout(line)
        self._join()
        self._edit.textChanged.connect(self.refresh)
        bind(field, KEY, self.take).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.refresh()

    @property
    def text(self) -> str:
        """Give the words of the line, or an empty text."""
        return self.words.text()

    def propose(self, words: str, take: Callable[[], object]) -> None:
        """Offer something for the field; other words for what is never said go before it."""
        self._proposed = (words, take)
        self.refresh()

    def withdraw(self) -> None:
        """Take an offer back."""
        self._proposed = None
        self.refresh()

    def refresh(self) -> None:
        """Look at the text again."""
        text = self._edit.toPlainText()
        self._hit = _first_hit(text) if text and not self._edit.isReadOnly() else None
        if self._hit is not None:
            words = self.tr("“{found}”换成：{words}")
            self._show(words.format(found=self._hit.found, words=self._hit.phrase.replace_zh), self.tr("换 {key}"))
        else:
            self._show(self._proposed[0] if self._proposed else "", self.tr("放入 {key}"))

    def take(self) -> None:
        """Do what the line says: put other words in the place of just that clause, or take the offer."""
        if self._hit is not None:
            self._replace(self._hit)
        elif self._proposed is not None:
            self._proposed[1]()

    def _replace(self, hit: "Hit") -> None:
        from reception.rules.phrase_lint import replaced

        text = self._edit.toPlainText()
        change = replaced(text, hit, hit.phrase.replace_zh)
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(_units(text[: change.start]))
        cursor.setPosition(_units(text[: change.end]), QTextCursor.MoveMode.KeepAnchor)
        put_in(self._field, change.words, cursor)

    def _show(self, words: str, act: str) -> None:
        self.words.setText(words)
        self.button.setText(act.format(key=KEY))
        for part in (self.words, self.button):
            part.setVisible(bool(words))
        spoken = self.tr("{words} 按 {key} 采用。").format(words=words, key=KEY) if words else ""
        described = " ".join(each for each in (self._field.line.text(), spoken) if each)
        if self._edit.accessibleDescription() != described:
            self._edit.setAccessibleDescription(described)

    def _join(self) -> None:
        """Stand right of the label, in room that is there anyway, so that nothing moves when words come and go."""
        layout = self._field.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.removeWidget(self._field.label)
        line = QHBoxLayout()
        line.setSpacing(look.SPACE_XL)
        line.addWidget(self._field.label)
        line.addWidget(self, 1)
        layout.insertLayout(0, line)


def _first_hit(text: str) -> "Hit | None":
    from reception.services.courtesy import phrase_lint  # not at the top: the first paint does without phrases

    hits = phrase_lint().hits(text)
    return hits[0] if hits else None


def sayable(field: "TextField") -> str:
    """Give what stands in a field as it can be said to the visitor; nothing while it holds what is never said."""
    text = field.text().strip()
    return "" if text and _first_hit(text) else text


def put_in(field: "TextField", words: str, cursor: QTextCursor | None = None) -> bool:
    """Put words into a field as one step that Ctrl+Z takes back; False when there is no room for them.

    What is still to be said in them (某某科, ……) is selected, so that typing goes on there.

    Args:
        field: the field.
        words: what comes in.
        cursor: where, and what goes; where the person writes when none is given.
    """
    from reception.rules.phrases import still_to_say

    at = cursor or field.edit.textCursor()
    room = field.edit.limit - (field.edit.document().characterCount() - 1) + abs(at.position() - at.anchor())
    if _units(words) > room:
        field.edit.capped.emit()
        return False
    start = min(at.position(), at.anchor())
    at.beginEditBlock()
    at.insertText(words)
    at.endEditBlock()
    gap = still_to_say(words)
    if gap is not None:
        own = field.edit.textCursor()
        own.setPosition(start + _units(words[: gap[0]]))
        own.setPosition(start + _units(words[: gap[1]]), QTextCursor.MoveMode.KeepAnchor)
        field.edit.setTextCursor(own)
    elif cursor is None:
        field.edit.setTextCursor(at)
    return True


def _units(text: str) -> int:
    """Give the length of a text as Qt counts: a rare character beyond the first plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
