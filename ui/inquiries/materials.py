"""The check list of a one-time notice: questions first, then a state for every paper that applies.

Source: handbook §2.4 nos. 1 and 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.rules.catalogue import Material
from reception.rules.notice_check import REASON_LIMIT
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.words import Language, label
from ui import look
from ui.forms import Field, LineField

_OWED = (MaterialState.MISSING, MaterialState.DEFECTIVE)


class _Answers(QWidget):
    """The answers of one row: it takes the focus itself; a digit answers and goes on, arrows answer or walk."""

    answered = Signal(int)
    walked = Signal(int)

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
                self.walked.emit(1)
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

    def __init__(self, words: str, spoken: str, answers: Sequence[str]) -> None:
        self.answers = _Answers(answers)
        super().__init__(spoken, self.answers, labelled=False)
        self._spoken = spoken
        self._answer_words = list(answers)
        self.words = look.text_label(words, wrap=True)
        self.reason = LineField(spoken, REASON_LIMIT, labelled=False)
        self.reason.hide()
        self._arrange()
        self.answers.answered.connect(self._answer)
        self.answers.walked.connect(self.walked)
        self.reason.edit.returnPressed.connect(lambda: self.walked.emit(1))

    def place(self) -> int | None:
        """Give the place of the answer, or None."""
        return self.answers.place()

    def set_place(self, place: int | None) -> None:
        """Show an answer; this counts as no edit of the person."""
        self.answers.set_place(place)
        chosen = self._answer_words[place] if place is not None else ""
        self.answers.setAccessibleName(f"{self._spoken}: {chosen}" if chosen else self._spoken)

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
        line.addWidget(self.words, 1)
        line.addWidget(self.inner, 0, Qt.AlignmentFlag.AlignTop)
        layout.insertLayout(0, line)
        layout.insertWidget(1, self.reason)


@dataclass(slots=True)
class _Row:
    material: Material
    state: MaterialRow
    question: MaterialRow | None = None


_STATES = (MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.DEFECTIVE, MaterialState.NOT_APPLICABLE)


class MaterialList(QWidget):
    """The materials of the chosen matter, ticked one by one.

    Signals:
        edited: the person answered something.
    """

    edited = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._rows: list[_Row] = []
        self.tab_after: QWidget | None = None
        self._questions = look.column(spacing=look.SPACE_S)
        self._states = look.column(spacing=look.SPACE_S)
        self._ask = look.text_label(self.tr("先问清楚：按 1 是、2 否"), "hint")
        self._check = look.text_label(self.tr("逐项核对：按 1 已提供、2 缺、3 需更正、4 不适用，自动到下一项"), "hint")
        self.setLayout(look.column(self._ask, self._questions, self._check, self._states, spacing=look.SPACE_S))

    def show_materials(self, materials: Sequence[Material]) -> None:
        """Begin a new list with the materials of a matter; all rows are blank."""
        for widget in self._widgets():
            widget.hide()
            widget.deleteLater()
        self._rows = [self._row(material) for material in materials]
        self._order()
        self._ask.setVisible(any(row.question for row in self._rows))
        self._check.setVisible(bool(self._rows))
        self._follow()

    def fields(self) -> dict[str, Field]:
        """Give the rows by the names that reasons bear, in reading order."""
        asked = {f"materials.{row.material.no}": row.question for row in self._rows if row.question}
        open_ones = {name: row for name, row in asked.items() if row.place() is None}
        states: dict[str, Field] = {f"materials.{row.material.no}": row.state for row in self._rows}
        return {**open_ones, **{name: row for name, row in states.items() if name not in open_ones}}

    def draft(self) -> NoticeDraft:
        """Give the answers and ticks as they stand."""
        answers = tuple(
            (row.material.no, row.question.place() == 0)
            for row in self._rows
            if row.question and row.question.place() is not None
        )
        return NoticeDraft(answers=answers, ticks=tuple(tick for row in self._rows if (tick := _tick(row))))

    def fill(self, draft: NoticeDraft) -> None:
        """Show answers and ticks that were kept."""
        answers, ticks = dict(draft.answers), {tick.no: tick for tick in draft.ticks}
        for row in self._rows:
            no = row.material.no
            if row.question and no in answers:
                row.question.set_place(0 if answers[no] else 1)
            if no in ticks:
                row.state.set_place(_STATES.index(ticks[no].state))
                row.state.reason.set_text(ticks[no].reason)
        self._follow()

    def open_rows(self) -> int:
        """Give how many rows still wait for an answer."""
        return sum(_waits(row) for row in self._rows)

    def owed(self) -> int:
        """Give how many papers are missing or to be corrected."""
        return sum(1 for tick in self.draft().ticks if tick.state in _OWED)

    def is_empty(self) -> bool:
        """Tell whether nothing was answered yet."""
        draft = self.draft()
        return not draft.answers and not draft.ticks

    def _widgets(self) -> list[MaterialRow]:
        return [each for row in self._rows for each in (row.question, row.state) if each is not None]

    def _order(self) -> None:
        before = [self.tab_after] if self.tab_after is not None else []
        asked: list[QWidget] = [row.question.answers for row in self._rows if row.question]
        ticked = [part for row in self._rows for part in (row.state.answers, row.state.reason.edit)]
        for first, second in pairwise([*before, *asked, *ticked]):
            self.setTabOrder(first, second)

    def _row(self, material: Material) -> _Row:
        counts = self._counts(material)
        words = f"{material.no}. {material.name}"
        if counts:
            words = self.tr("{words}（{counts}）").format(words=words, counts=counts)
        state = MaterialRow(words, words, [label(each, self._language) for each in _STATES])
        state.reason.edit.setPlaceholderText(self.tr("哪里需要更正"))
        state.reason.edit.setAccessibleName(self.tr("需更正的原因"))
        state.reason.edited.connect(self.edited)
        row = _Row(material, state)
        if material.conditional:
            asked = self.tr("{when}？（{no}. {name}）").format(when=material.when, no=material.no, name=material.name)
            row.question = MaterialRow(asked, asked, [self.tr("是"), self.tr("否")])
            self._questions.addWidget(row.question)
            self._connect(row.question)
        self._states.addWidget(state)
        self._connect(state)
        return row

    def _counts(self, material: Material) -> str:
        parts = []
        if material.original:
            parts.append(self.tr("原件 {n} 份").format(n=material.original))
        if material.copies:
            parts.append(self.tr("复印件 {n} 份").format(n=material.copies))
        return self.tr("、").join(parts)

    def _connect(self, widget: MaterialRow) -> None:
        widget.answered.connect(lambda: self._answered(widget))
        widget.walked.connect(lambda step: self._walk(widget, step))

    def _answered(self, widget: MaterialRow) -> None:
        self._follow()
        defective = any(row.state is widget for row in self._rows) and widget.place() == 2
        if defective:
            widget.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _walk(self, widget: MaterialRow, step: int) -> None:
        shown = [row.question for row in self._rows if row.question]
        shown += [row.state for row in self._rows if not row.state.isHidden()]
        place = shown.index(widget) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        for row in self._rows:
            if row.question:
                row.state.setVisible(row.question.place() == 0)
            row.state.reason.setVisible(row.state.place() == 2)


def _tick(row: _Row) -> MaterialTick | None:
    place = row.state.place()
    asked_away = row.question is not None and row.question.place() != 0
    if place is None or asked_away:
        return None
    state = _STATES[place]
    reason = row.state.reason.text() if state is MaterialState.DEFECTIVE else ""
    return MaterialTick(no=row.material.no, state=state, reason=reason)


def _waits(row: _Row) -> bool:
    if row.question is not None and row.question.place() != 0:
        return row.question.place() is None
    place = row.state.place()
    return place is None or (place == 2 and not row.state.reason.text().strip())
