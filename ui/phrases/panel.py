"""The panel of what to say: situations by digit, phrases in both languages, quick answers, large for reading aloud."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QStackedWidget, QWidget

from reception.rules.phrases import Situation
from reception.words import Language, label
from ui import look
from ui.phrases.sayings import Saying, SayingList
from ui.search_line import SearchLine
from ui.watch import bind

QUICK = 0
_COLUMNS = 5
_DIGITS: dict[int, Situation] = dict(enumerate(Situation, start=1))


class ReadAloud(QWidget):
    """One saying in large letters, to read it aloud or to show it to the visitor.

    Signals:
        closed(): back to the list.
        entered(): Enter was pressed.
        step(int): the one before or after it.
    """

    closed = Signal()
    entered = Signal()
    step = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.first = look.text_label("", "large", wrap=True)
        self.second = look.text_label("", "heading", wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("大字朗读"))
        inside = QWidget()
        inside.setLayout(look.column(self.first, self.second, 1, spacing=look.SPACE_XL, margin=look.SPACE_S))
        self.setLayout(look.column(look.scrolled(inside)))

    def show_saying(self, upper: str, lower: str) -> None:
        """Show a saying."""
        self.first.setText(upper)
        self.second.setText(lower)
        self.second.setVisible(bool(lower))
        self.setAccessibleDescription("\n".join(part for part in (upper, lower) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Space:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in steps:
            self.step.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class PhrasePanel(QFrame):
    """What to say now.

    Signals:
        chosen(int): a situation by its digit, or 0 for the quick answers.
        searched(str): a quick answer is looked for.
        taken(Saying, str): these words shall go into the answer.
        keep_wanted(): the answer that stands in the form shall become a quick answer.
        emergency_wanted(): whom to call first.
    """

    chosen = Signal(int)
    searched = Signal(str)
    taken = Signal(object, str)
    keep_wanted = Signal()
    emergency_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.english = language is Language.EN
        self.digit = 1
        self.puts_in = False
        self.head = look.heading(self.tr("怎么说"))
        self.emergency = look.danger_button(self.tr("应急 Ctrl+E"), self.emergency_wanted.emit)
        self.channel = look.chip("", "blue")
        self.buttons: dict[int, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.search = SearchLine(self.tr("查找快速答复"), self.tr("问题、关键词、拼音首字母"))
        self.list = SayingList(self.tr("可以说的话"))
        self.large = ReadAloud()
        self.keys = look.text_label("", "hint", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.keep = look.plain_button(self.tr("存为快速答复 Ctrl+D"), self.keep_wanted.emit)
        self.take = look.primary_button("", self._take)
        self._place(language)
        self._connect()
        self.set_puts_in(False)

    def choose(self, digit: int) -> None:
        """Choose a situation by its digit, or the quick answers by 0."""
        self.digit = digit
        self.buttons[digit].setChecked(True)
        for place, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == digit else Qt.FocusPolicy.ClickFocus)
        self.search.setVisible(digit == QUICK)
        self.close_large()
        self.chosen.emit(digit)

    def choose_situation(self, situation: Situation) -> None:
        """Choose a situation."""
        self.choose(next(digit for digit, each in _DIGITS.items() if each is situation))

    @property
    def situation(self) -> Situation | None:
        """Give the chosen situation; None while the quick answers are shown."""
        return _DIGITS.get(self.digit)

    def show_sayings(self, sayings: Sequence[Saying], empty: str) -> None:
        """Show what can be said."""
        self.list.set_empty(empty)
        self.list.show_sayings(sayings, english=self.english)
        self.take.setEnabled(bool(sayings))

    def show_channel(self, words: str) -> None:
        """Show for which channel the phrases stand first, or nothing."""
        self.channel.setText(words)
        self.channel.setVisible(bool(words))

    def set_puts_in(self, puts_in: bool) -> None:
        """Let Enter put the words into the answer, or show them large where no answer is being written."""
        self.puts_in = puts_in
        self._show_keys()

    def set_keeps(self, keeps: bool) -> None:
        """Let the answer that was written become a quick answer, or not."""
        self.keep.setEnabled(keeps)

    def say(self, words: str) -> None:
        """Say why the answer was not kept."""
        self.error.setText(words)
        self.error.setVisible(bool(words))

    def close_large(self) -> bool:
        """Go back from the large letters; False when they were not shown."""
        if self.stack.currentWidget() is not self.large:
            return False
        had_focus = self.large.hasFocus()
        self.stack.setCurrentWidget(self.list)
        self._show_keys()
        if had_focus:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_start(self) -> None:
        """Put the focus where one begins: the list, or the search of the quick answers."""
        (self.search if self.digit == QUICK else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down lead from the search into the list, and Enter take the first."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _place(self, language: Language) -> None:
        head = look.row(self.head, self.channel, 1, self.emergency, spacing=look.SPACE_M)
        grid: QGridLayout = look.grid(spacing=look.SPACE_S)
        for place, digit in enumerate((*_DIGITS, QUICK)):
            words = label(_DIGITS[digit], language) if digit else self.tr("快答")
            grid.addWidget(self._button(digit, f"{digit} {words}"), place // _COLUMNS, place % _COLUMNS)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.large)
        foot = look.row(self.keep, 1, self.take, spacing=look.SPACE_M)
        layout = look.column(head, grid, self.search, self.stack, self.error, self.keys, foot, margin=look.SPACE_XL)
        layout.setStretchFactor(self.stack, 1)
        self.setLayout(layout)

    def _button(self, digit: int, words: str) -> QPushButton:
        button = look.choice_button(words)
        button.setProperty("tight", "true")
        button.clicked.connect(lambda _on, digit=digit: self._press(digit))
        self._group.addButton(button)
        self.buttons[digit] = button
        return button

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self.searched)
        self.list.taken.connect(lambda _saying: self._take())
        self.list.read_wanted.connect(lambda _saying: self._enlarge())
        self.list.digit.connect(self._press)
        self.list.swap_wanted.connect(self._swap)
        self.large.closed.connect(self.close_large)
        self.large.entered.connect(self._take)
        self.large.step.connect(self._step)
        bind(self, "Ctrl+D", self._keep).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _press(self, digit: int) -> None:
        self.choose(digit)
        self.focus_start()

    def _swap(self) -> None:
        self.english = not self.english
        self.list.show_sayings(self.list.sayings, english=self.english)

    def _take(self) -> None:
        saying = self.list.current()
        if saying is None:
            return
        if self.puts_in:
            self.close_large()
            self.taken.emit(saying, saying.upper(english=self.english))
        elif not self.close_large():
            self._enlarge()

    def _enlarge(self) -> None:
        saying = self.list.current()
        if saying is not None:
            self.large.show_saying(saying.upper(english=self.english), saying.lower(english=self.english))
            self.stack.setCurrentWidget(self.large)
            self._show_keys()
            self.large.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_keys(self) -> None:
        large = self.stack.currentWidget() is self.large
        enter = self.tr("回到列表 Enter") if large else self.tr("大字朗读 Enter")
        self.take.setText(self.tr("放入答复 Enter") if self.puts_in else enter)
        self.keys.setText(
            self.tr("↑ ↓ 前后句 · 空格或 Esc 回到列表")
            if large
            else self.tr("数字换场合 · ← → 中英对调 · 空格大字 · Esc 关闭")
        )

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        if 0 <= row < len(self.list.sayings):
            self.list.setCurrentRow(row)
            self._enlarge()

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.keep_wanted.emit()
