"""One row of the check list: a question about a condition, or the state of a paper, answered with one digit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.rules.notice_check import REASON_LIMIT
from ui import look
from ui.forms import Field, LineField


class _Answers(QWidget):
    """The answers of one row: it takes the focus itself; a digit answers and goes on, arrows answer or walk."""

    answered = Signal(int)
    walked = Signal(int)
    went_on = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "answers")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(look.SPACE_S)
        self.group = QButtonGroup(self)
        self.buttons: list[QPushButton] = []
        for place, each in enumerate(words):
            button = look.choice_button(each)
            button.setProperty("tight", "true")
            button.setProperty("role", "answer")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on, place=place: self.answered.emit(place))
            self.group.addButton(button)
            self.buttons.append(button)
            layout.addWidget(button)

    def place(self) -> int | None:
        """Give the place of the answer, or None while there is none."""
        return next((place for place, button in enumerate(self.buttons) if button.isChecked()), None)

    def set_place(self, place: int | None) -> None:
        """Show an answer, or none."""
        self.group.setExclusive(False)
        for each, button in enumerate(self.buttons):
            button.setChecked(each == place)
        self.group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, digit = event.key(), event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= digit < len(self.buttons):
            self.answered.emit(digit)
            if self.hasFocus():
                self.went_on.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.answered.emit(self._beside(1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _beside(self, step: int) -> int:
        place = self.place()
        if place is None:
            return 0 if step > 0 else len(self.buttons) - 1
        return min(max(place + step, 0), len(self.buttons) - 1)


class MaterialRow(Field):
    """One row: a question about a condition, or the state of a paper."""

    answered = Signal()
    walked = Signal(int)
    went_on = Signal()

    def __init__(self, words: str, spoken: str, answers: Sequence[str]) -> None:
        self.answers = _Answers(answers)
        super().__init__(spoken, self.answers, labelled=False)
        self._spoken = spoken
        self._answer_words = list(answers)
        self.words = look.text_label(words, wrap=True)
        self.last = look.text_label("", "hint", wrap=True)
        self.last.hide()
        self.reason = LineField(spoken, REASON_LIMIT, labelled=False)
        self.reason.hide()
        self._arrange()
        self.answers.answered.connect(self._answer)
        self.answers.walked.connect(self.walked)
        self.answers.went_on.connect(self.went_on)
        self.reason.edit.returnPressed.connect(self.went_on)

    def place(self) -> int | None:
        """Give the place of the answer, or None."""
        return self.answers.place()

    def set_place(self, place: int | None) -> None:
        """Show an answer; this counts as no edit of the person."""
        self.answers.set_place(place)
        chosen = self._answer_words[place] if place is not None else ""
        self.answers.setAccessibleName(f"{self._spoken}: {chosen}" if chosen else self._spoken)

    def say_last(self, words: str, *, open_now: bool) -> None:
        """Say under the row what it was last time; an empty text takes it away, `open_now` lets it stand out."""
        self.last.setText(words)
        look.set_role(self.last, "warning" if open_now else "hint")
        self.last.setVisible(bool(words))
        self.answers.setAccessibleDescription(words)

    def _answer(self, place: int) -> None:
        self.set_place(place)
        self._edited()
        self.answered.emit()

    def _arrange(self) -> None:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            raise TypeError("a field stacks its words, itself and its line")
        layout.removeWidget(self.inner)
        layout.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(look.SPACE_M)
        line.addLayout(look.column(self.words, self.last, spacing=0), 1)
        line.addWidget(self.inner, 0, Qt.AlignmentFlag.AlignTop)
        layout.insertLayout(0, line)
        layout.insertWidget(1, self.reason)
