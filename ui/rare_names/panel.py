"""The panel in which a rare character is found: its sound or its code, what fits, and the chosen one large."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from reception.errors import Invalid
from reception.rules.rare_names import LONGEST_CODE, character_of, code_of, rare_by_sound
from reception.words import Language, sentence
from ui import look
from ui.forms import LineField
from ui.rare_names.glyphs import draw, face_of, font_of, width_of

SIZE = QSize(640, 404)
CELL = 46
_SIGN_PX = 26
_LARGE = 132


class LargeSign(QWidget):
    """One character, as large as its place."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = ""
        self.setFixedSize(_LARGE, _LARGE)  # large at any size of text

    def show_sign(self, sign: str) -> None:
        """Show another character, or nothing."""
        self.sign = sign
        self.setAccessibleName(f"{sign} {code_of(sign)}" if sign else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.sign:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixels = 0.84 * self.height()
        left = (self.width() - width_of([self.sign], pixels)) / 2
        draw(painter, [self.sign], left, 0.82 * self.height(), pixels, look.colours().text)
        painter.end()


class RarePanel(QFrame):
    """Lies over the page below the name; Enter takes the chosen character, Esc goes back to the name.

    Signals:
        taken(str): this character was chosen.
        ended(): nothing more is wanted.
    """

    taken = Signal(str)
    ended = Signal()

    def __init__(self, host: QWidget, language: Language) -> None:
        super().__init__(host)
        self.setProperty("role", "guide")
        self.setProperty("over", True)
        self._language = language
        self.search = LineField(
            self.tr("拼音或编码"), max(LONGEST_CODE, 10), hint=self.tr("如 hong、U+2CB4E；只列生僻字")
        )
        self.search.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.list = self._made_list()
        self.large = LargeSign()
        self.code = look.text_label("", "hint")
        self.code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.take_button = look.primary_button(self.tr("填入 Enter"), self.take)
        self.close_button = look.plain_button(self.tr("返回 Esc"), self.end)
        side = look.column(self.large, self.code, 1, self.take_button, self.close_button)
        middle = look.row(self.list, side, spacing=look.SPACE_L)
        middle.setStretchFactor(self.list, 1)
        head = look.row(look.heading(self.tr("生僻字")), 1)
        inside = look.column(head, self.search, middle, spacing=look.SPACE_M, margin=look.SPACE_L)
        inside.setStretchFactor(middle, 1)
        self.setLayout(inside)
        self.search.edited.connect(self._look)
        self.search.edit.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the panel, ready for a sound or a code."""
        self.search.set_text("")
        self._look()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Put the chosen character into the name."""
        if self.large.sign:
            self.taken.emit(self.large.sign)

    def end(self) -> None:
        """Go back to the name."""
        self.hide()
        self.ended.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        down = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and watched is self.search.edit and self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _made_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self.tr("找到的字"))
        made.setViewMode(QListView.ViewMode.IconMode)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setMovement(QListView.Movement.Static)
        made.setUniformItemSizes(True)
        made.setGridSize(QSize(look.scaled(CELL), look.scaled(CELL)))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.currentItemChanged.connect(lambda item, _before: self._show(item))
        made.itemDoubleClicked.connect(lambda _item: self.take())
        return made

    def _look(self) -> None:
        typed = self.search.text().strip()
        found: tuple[str, ...] = ()
        if any(figure.isdigit() or figure == "+" for figure in typed):
            try:
                found = (character_of(typed),)
            except Invalid as refused:
                if len(typed) >= len("U+0000"):
                    self.search.set_error(sentence(refused.reasons[0], self._language))
        elif typed:
            found = rare_by_sound(typed)
        self.list.clear()
        for sign in found:
            self.list.addItem(_item(sign))
        self.list.setCurrentRow(0 if found else -1)
        self._show(self.list.currentItem())
        nothing = bool(typed) and not found and not self.search.error
        self.search.set_hint(
            self.tr("没有读音是它的生僻字，试试编码") if nothing else self.tr("如 hong、U+2CB4E；只列生僻字")
        )

    def _show(self, item: QListWidgetItem | None) -> None:
        sign = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        self.large.show_sign(sign)
        self.code.setText(code_of(sign) if sign else "")
        self.take_button.setEnabled(bool(sign))


def _item(sign: str) -> QListWidgetItem:
    drawn = bool(face_of(sign))
    item = QListWidgetItem(sign if drawn else code_of(sign).removeprefix("U+"))
    item.setData(Qt.ItemDataRole.UserRole, sign)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{sign} {code_of(sign)}")
    item.setFont(font_of(sign if drawn else "0", look.scaled(_SIGN_PX if drawn else 11)))
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    return item


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
