"""The list of the panel: each thing to say in the language that is read first, and in the other below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import look

Index = QModelIndex | QPersistentModelIndex
_PARTS = int(Qt.ItemDataRole.UserRole)
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_FAR = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something to say; `head` is the question that a quick answer answers, `answer_id` names that answer."""

    zh: str
    en: str = ""
    head: str = ""
    answer_id: int = 0

    def upper(self, *, english: bool) -> str:
        """Give the words in the language that is read first, or in the only one there is."""
        return (self.en or self.zh) if english else self.zh

    def lower(self, *, english: bool) -> str:
        """Give the words in the other language."""
        return (self.zh if english else self.en) if self.en else ""


class _Lines(QStyledItemDelegate):
    """Draws the parts of a saying below each other, each wrapped, as plain text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 0
        parts = _placed(index, QRect(0, 0, width, _FAR))
        return QSize(width, parts[-1][2].bottom() + look.SPACE_M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(look.colours().accent_soft))
        for text, role, rect in _placed(index, place):
            painter.setFont(look.font(role))
            painter.setPen(QColor(look.colours().muted if role == "hint" else look.colours().text))
            painter.drawText(rect, _WRAPPED, text)
        painter.setPen(QColor(look.colours().line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()


def _placed(index: Index, place: QRect) -> list[tuple[str, str, QRect]]:
    """Give each part with its role and where it stands."""
    top, width, placed = place.top() + look.SPACE_M, place.width() - 2 * look.SPACE_M, []
    for text, role in index.data(_PARTS):
        space = QRect(place.left() + look.SPACE_M, top, width, _FAR)
        height = QFontMetrics(look.font(role)).boundingRect(space, _WRAPPED, text).height()
        placed.append((text, role, QRect(space.left(), top, width, height)))
        top += height + look.SPACE_S
    return placed


class SayingList(QListWidget):
    """Things to say, one below the other.

    Signals:
        taken(Saying): Enter or a double click.
        read_wanted(Saying): the person wants to read it aloud.
        digit(int): a digit was pressed.
        swap_wanted(): the other language shall stand above.
        moved(): another saying is the present one.
    """

    taken = Signal(object)
    read_wanted = Signal(object)
    digit = Signal(int)
    swap_wanted = Signal()
    moved = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.sayings: tuple[Saying, ...] = ()
        self._english = False
        self.setAccessibleName(name)
        self.setItemDelegate(_Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemDoubleClicked.connect(lambda _item: self._emit(self.taken))
        self.currentRowChanged.connect(lambda _row: self.moved.emit())
        self._empty = look.text_label("", "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setParent(self.viewport())

    def show_sayings(self, sayings: Sequence[Saying], *, english: bool) -> None:
        """Show these; the present one stays when it is among them."""
        before = self.current()
        self.sayings, self._english = tuple(sayings), english
        self.blockSignals(True)
        self.clear()
        for saying in self.sayings:
            self.addItem(self._item(saying))
        self.blockSignals(False)
        kept = next((row for row, saying in enumerate(self.sayings) if saying == before), 0)
        self.setCurrentRow(kept if self.sayings else -1)
        self._place_empty()

    def set_empty(self, text: str) -> None:
        """Say what belongs here while there is nothing."""
        self._empty.setText(text)
        self._place_empty()

    def current(self) -> Saying | None:
        """Give the present one, or None."""
        row = self.currentRow()
        return self.sayings[row] if 0 <= row < len(self.sayings) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit(self.taken)
        elif plain and key == Qt.Key.Key_Space:
            self._emit(self.read_wanted)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.swap_wanted.emit()
        elif plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.digit.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._place_empty()

    def _emit(self, signal: object) -> None:
        saying = self.current()
        if saying is not None:
            signal.emit(saying)  # type: ignore[attr-defined]

    def _item(self, saying: Saying) -> QListWidgetItem:
        upper, lower = saying.upper(english=self._english), saying.lower(english=self._english)
        parts = [(saying.head, "strong"), (upper, "body"), (lower, "hint")]
        shown = [part for part in parts if part[0]]
        item = QListWidgetItem("\n".join(text for text, _role in shown))
        item.setData(_PARTS, shown)
        return item

    def _place_empty(self) -> None:
        self._empty.setGeometry(self.viewport().rect().adjusted(look.SPACE_M, 0, -look.SPACE_M, 0))
        self._empty.setVisible(not self.sayings)
