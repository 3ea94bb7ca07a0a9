"""The check list of a one-time notice: questions first, then a state for every paper that applies.

Source: handbook §2.4 nos. 1 and 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.catalogue import Material
from reception.rules.notice_check import OWED
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft, SecondReason
from reception.rules.supplement_check import LastTime
from reception.words import Language, label
from ui import look
from ui.forms import ChoiceField, Field
from ui.inquiries.material_row import MaterialRow


@dataclass(slots=True)
class _Row:
    material: Material
    state: MaterialRow
    question: MaterialRow | None = None


_STATES = (MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.DEFECTIVE, MaterialState.NOT_APPLICABLE)


class MaterialList(QWidget):
    """The materials of the chosen matter, ticked one by one, and why a row is named that was not named before.

    Signals:
        edited: the person answered something.
    """

    edited = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._rows: list[_Row] = []
        self._told: tuple[int, ...] | None = None
        self.marked = False
        self.tab_after: QWidget | None = None
        self._questions = look.column(spacing=look.SPACE_S)
        self._states = look.column(spacing=look.SPACE_S)
        self._ask = look.text_label(self.tr("先问清楚：按 1 是、2 否"), "hint")
        self._check = look.text_label(self.tr("逐项核对：按 1 已提供、2 缺、3 需更正、4 不适用，自动到下一项"), "hint")
        reasons = [(each, label(each, language)) for each in SecondReason]
        self.second = ChoiceField(self.tr("再次告知的原因"), reasons)
        self.second.set_value(None)
        self.second.hide()
        self.second.edited.connect(self.edited)
        parts = (self._ask, self._questions, self._check, self._states, look.row(self.second, 1))
        self.setLayout(look.column(*parts, spacing=look.SPACE_S))

    def show_materials(self, materials: Sequence[Material]) -> None:
        """Begin a new list with the materials of a matter; all rows are blank."""
        for widget in self._widgets():
            widget.hide()
            widget.deleteLater()
        self._rows = [self._row(material) for material in materials]
        self._told, self.marked = None, False
        self.second.set_value(None)
        self.second.hide()
        self._order()
        self._ask.setVisible(any(row.question for row in self._rows))
        self._check.setVisible(bool(self._rows))
        self._follow()

    def mark(self, rows: Sequence[LastTime], told: tuple[int, ...] | None) -> None:
        """Say at each row what it was last time; `told` are the rows that earlier notices named."""
        last = {row.no: row for row in rows}
        self._told, self.marked = told, bool(rows)
        for row in self._rows:
            was = last.get(row.material.no)
            open_now = was is not None and (was.state is None or was.state in OWED)
            row.state.say_last(self._last_words(was), open_now=open_now)
        self._follow()

    def ask_why(self) -> None:
        """Show the question why a row is named that was not named before."""
        self.second.show()

    def focus_open(self) -> None:
        """Put the focus on the first row that waits."""
        row = next((row for row in self._rows if _waits(row)), None)
        if row is not None:
            self._waiting_part(row).setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> dict[str, Field]:
        """Give the rows by the names that reasons bear, in reading order."""
        asked = {f"materials.{row.material.no}": row.question for row in self._rows if row.question}
        open_ones = {name: row for name, row in asked.items() if row.place() is None}
        states: dict[str, Field] = {f"materials.{row.material.no}": row.state for row in self._rows}
        rows = {**open_ones, **{name: row for name, row in states.items() if name not in open_ones}}
        return {**rows, "second_reason": self.second} if rows else {}

    def draft(self) -> NoticeDraft:
        """Give the answers and ticks as they stand."""
        answers = tuple(
            (row.material.no, row.question.place() == 0)
            for row in self._rows
            if row.question and row.question.place() is not None
        )
        ticks = tuple(tick for row in self._rows if (tick := _tick(row)))
        why = None if self.second.isHidden() else self.second.value()
        return NoticeDraft(answers=answers, ticks=ticks, second_reason=why)

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
        self.second.set_value(draft.second_reason)
        self.second.setVisible(draft.second_reason is not None)
        self._follow()

    def open_rows(self) -> int:
        """Give how many rows still wait for an answer."""
        return sum(_waits(row) for row in self._rows)

    def owed(self) -> int:
        """Give how many papers are missing or to be corrected."""
        return sum(1 for tick in self.draft().ticks if tick.state in OWED)

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
        for first, second in pairwise([*before, *asked, *ticked, self.second.box]):
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
        widget.went_on.connect(lambda: self._go_on(widget))

    def _answered(self, widget: MaterialRow) -> None:
        self._follow()
        defective = any(row.state is widget for row in self._rows) and widget.place() == 2
        if defective:
            widget.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _walk(self, widget: MaterialRow, step: int) -> None:
        shown = self._shown()
        place = shown.index(widget) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, widget: MaterialRow) -> None:
        """Go to the next row; of a visitor who is back, to the next one that waits, then to the reason it needs."""
        if not self.marked:
            self._walk(widget, 1)
            return
        waiting = [self._waiting_part(row) for row in self._rows if _waits(row)]
        shown = self._shown()
        after = [each for each in shown[shown.index(widget) + 1 :] if each in waiting]
        why = [self.second] if self.second.value() is None and not self.second.isHidden() else []
        for target in (*after, *waiting, *why)[:1]:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> list[MaterialRow]:
        asked = [row.question for row in self._rows if row.question]
        return [*asked, *(row.state for row in self._rows if not row.state.isHidden())]

    def _waiting_part(self, row: _Row) -> MaterialRow:
        return row.question if row.question is not None and row.question.place() is None else row.state

    def _last_words(self, last: LastTime | None) -> str:
        if last is None:
            return ""
        if last.state is None:
            return self.tr("上次没有这一项")
        words = self.tr("上次：{state}").format(state=label(last.state, self._language))
        return self.tr("{words}（{reason}）").format(words=words, reason=last.reason) if last.reason else words

    def _follow(self) -> None:
        for row in self._rows:  # shown at once: a layout shows new rows only when the next events are seen to
            if row.question:
                row.question.show()
            row.state.setVisible(row.question is None or row.question.place() == 0)
            row.state.reason.setVisible(row.state.place() == 2)
        if self._told is not None:
            owed = {tick.no for tick in self.draft().ticks if tick.state in OWED}
            self.second.setVisible(bool(owed - set(self._told)))


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
