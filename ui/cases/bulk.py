"""Many lines at once: who would be refused and why, told before; done one by one, and stopped where one likes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.bulk_acts import BulkAct
from reception.rules.due_board import BoardLine
from reception.services import case_bulk
from reception.services.case_bulk import AT_ONCE, MOST_AT_ONCE
from reception.words import Language, sentence
from ui import look
from ui.cases.bulk_forms import FORMS, BulkForm
from ui.desk_link import DeskLink
from ui.forms import TextField

if TYPE_CHECKING:
    from reception.services.case_bulk import Answered, BulkDraft

_ACROSS = 2
_LONGEST, _ROWS = 1_000_000, 2


class BulkPane(QFrame):
    """What stands beside the list while several lines are picked.

    Signals:
        told(str): something was done, in words.
        left(): the person is through with it, the answers were seen.
    """

    told = Signal(str)
    left = Signal()

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._link, self._language = link, language
        self.lines: tuple[BoardLine, ...] = ()
        self.form: BulkForm | None = None
        self.is_running = False
        self.has_answers = False
        self._stopped = False
        self._answers: list[Answered[BoardLine]] = []
        self._asked: tuple[BoardLine, ...] = ()
        self.heading = look.text_label("", "heading")
        self.note = look.text_label(self.tr("逐件按单件的规则办理；办不了的一件不动，并说明原因。"), "muted", wrap=True)
        self.buttons = self._make_buttons()
        self._row = QWidget()
        self._grid = look.grid(spacing=look.SPACE_S)
        self._row.setLayout(self._grid)
        for button in self.buttons.values():
            button.setParent(self._row)
            button.hide()
        self._place = look.column()
        self.said = look.text_label("", "strong", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("办理进度"))
        self.stop_button = look.plain_button(self.tr("停止 Esc"), self.stop)
        self.done_button = look.plain_button(self.tr("知道了(&K)"), self.leave)
        self.refused = TextField(self.tr("办不了的，和原因"), _LONGEST, lines=_ROWS)
        self.refused.edit.setReadOnly(True)
        self._lay_out()
        self._show_state()

    def show_lines(self, lines: Sequence[BoardLine]) -> None:
        """Take the lines that are picked; what is under way goes on with those that it began with."""
        if self.is_running or self.has_answers or tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        self._offer()
        if self.form is not None:
            if self.form.act in self._acts():
                self._preview()
            else:
                self.close_form()
        self._show_state()

    def back(self) -> bool:
        """Stop what runs, else go back from the answers, else from the form; False when there was nothing."""
        if self.is_running:
            self.stop()
            return True
        if self.has_answers:
            self.leave()
            return True
        return self.close_form()

    def stop(self) -> None:
        """Do no further line; what is done stays done."""
        self._stopped = True

    def leave(self) -> None:
        """Put the answers away."""
        self.has_answers, self._answers = False, []
        self._show_state()
        self.left.emit()

    def open(self, act: BulkAct) -> None:
        """Open the form of an act, and tell who would be refused."""
        if act not in self._acts() or self.is_running or self.has_answers:
            return
        self.close_form()
        self.form = FORMS[act](self._link, self._language, act)
        self.form.left.connect(self.close_form)
        self.form.wanted.connect(self._begin)
        self.form.keep_as(f"bulk-{act.value}")
        self._place.addWidget(self.form)
        self.form.show()  # a layout shows what is new a moment later, and a hidden field takes no key
        self._preview()
        self._show_state()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> bool:
        """Take the form away; False when there was none."""
        if self.form is None or self.is_running:
            return False
        self._drop_form()
        self._answers = []
        self._show_state()
        self._first_button().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _drop_form(self) -> None:
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
            self._link.stop_all(self)

    def _preview(self) -> None:
        """Ask of all lines in turn whether the act is open; a new picking begins anew."""
        if self.form is None:
            return
        self._link.stop_all(self)
        self.refused.set_text("")
        self._answers, self._asked = [], self.lines[:MOST_AT_ONCE]
        self.form.act_button.setEnabled(False)
        self._ask_on()

    def _ask_on(self) -> None:
        part = self._asked[len(self._answers) : len(self._answers) + AT_ONCE]
        if self.form is None:
            return
        if not part:
            able = sum(each.error is None for each in self._answers)
            self.form.say_count(able)
            self._say_preview(able)
            return
        self.said.setText(self.tr("正在核对 {n} / {all}").format(n=len(self._answers), all=len(self._asked)))
        self._link.run(self, case_bulk.preview, self.form.act, part, done=self._told_of, failed=self._failed)

    def _told_of(self, answers: "tuple[Answered[BoardLine], ...]") -> None:
        self._answers += answers
        self._ask_on()

    def _say_preview(self, able: int) -> None:
        unable = len(self._answers) - able
        words = self.tr("{n} 件都可以办理。") if not unable else self.tr("{n} 件可以办理，{m} 件不能，原因如下。")
        if len(self.lines) > MOST_AT_ONCE:
            words = self.tr("一次最多办 {most} 件。").format(most=MOST_AT_ONCE) + words
        self.said.setText(words.format(n=able, m=unable))
        self._show_refused()

    def _begin(self, draft: "BulkDraft") -> None:
        """Begin with the first that may be done: it shows whether the form itself is right."""
        refused = {each.of.number for each in self._answers if each.error is not None}
        self._asked = tuple(line for line in self._asked if line.number not in refused)
        self._answers = [each for each in self._answers if each.error is not None]
        self.is_running, self._stopped = True, False
        self.bar.setRange(0, len(self._asked))
        self._show_state()
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._carry_on(draft, 0)

    def _carry_on(self, draft: "BulkDraft", begun: int) -> None:
        self.bar.setValue(begun)
        self.said.setText(self.tr("已办 {n} / {all}").format(n=begun, all=len(self._asked)))
        part = self._asked[begun : begun + (AT_ONCE if begun else 1)]
        if not part or self._stopped:
            self._end(begun)
            return
        self._link.change(
            self,
            case_bulk.carry_out,
            draft,
            part,
            done=lambda answers: self._did(draft, begun, answers),
            failed=lambda error: self._broke_off(begun, error),
        )

    def _did(self, draft: "BulkDraft", begun: int, answers: "tuple[Answered[BoardLine], ...]") -> None:
        if begun == 0 and self._form_is_wrong(answers):
            return
        self._answers += answers
        self._carry_on(draft, begun + len(answers))

    def _form_is_wrong(self, answers: "tuple[Answered[BoardLine], ...]") -> bool:
        """Show what is wrong with the form, found at the first line, with which nothing was done."""
        error = answers[0].error if answers else None
        if self.form is None or not self.form.names(error):
            return False
        self.is_running = False
        self._show_state()
        self._preview()
        self.form.show_wrong(error)
        return True

    def _end(self, begun: int) -> None:
        """Say what was done and what not, and why."""
        self.is_running, self.has_answers = False, True
        done = begun - sum(each.error is not None for each in self._answers if each.of.number in self._numbers(begun))
        left = len(self._asked) - begun
        words = self.tr("已办 {n} 件。") if not left else self.tr("已办 {n} 件，停止后还有 {left} 件没有动。")
        self.said.setText(words.format(n=done, left=left))
        self.told.emit(words.format(n=done, left=left))
        if self.form is not None:
            self.form.forget()
        self._drop_form()
        self._show_refused()
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _numbers(self, begun: int) -> frozenset[str]:
        return frozenset(line.number for line in self._asked[:begun])

    def _broke_off(self, begun: int, error: ReceptionError) -> None:
        self._end(begun)
        self.said.setText(f"{self.said.text()} {sentence(error, self._language)}")

    def _failed(self, error: ReceptionError) -> None:
        self.said.setText(sentence(error, self._language))

    def _show_refused(self) -> None:
        lines = [f"{each.of.number}  {self._why(each.error)}" for each in self._answers if each.error is not None]
        self.refused.set_text("\n".join(lines))
        self._show_state()

    def _why(self, error: ReceptionError) -> str:
        """Give why a line is refused; its number stands before it, so no field is named."""
        if isinstance(error, Invalid):
            return " ".join(sentence(reason, self._language) for reason in error.reasons)
        return sentence(error, self._language)

    def _acts(self) -> tuple[BulkAct, ...]:
        return case_bulk.acts_for(self._link.desk, self.lines)

    def _first_button(self) -> QWidget:
        return next((self.buttons[act] for act in self._acts()), self)

    def _offer(self) -> None:
        self.heading.setText(self.tr("已选 {n} 件").format(n=len(self.lines)))
        acts = self._acts()
        for act, button in self.buttons.items():
            self._grid.removeWidget(button)
            button.setVisible(act in acts)
        for place, act in enumerate(acts):
            self._grid.addWidget(self.buttons[act], place // _ACROSS, place % _ACROSS)

    def _show_state(self) -> None:
        busy = self.is_running or self.has_answers
        self._row.setVisible(self.form is None and not busy)
        self.note.setVisible(self.form is None and not busy)
        self.said.setVisible(self.form is not None or busy)
        if self.form is not None:
            self.form.setEnabled(not self.is_running)
        for part in (self.bar, self.stop_button):
            part.setVisible(self.is_running)
        self.done_button.setVisible(self.has_answers)
        self.refused.setVisible(bool(self.refused.text()) and (self.form is not None or busy))

    def _lay_out(self) -> None:
        progress = look.row(self.bar, self.stop_button, spacing=look.SPACE_S)
        progress.setStretchFactor(self.bar, 1)
        layout = look.column(self.heading, self.note, self._row, margin=look.SPACE_XL)
        layout.addLayout(self._place)
        layout.addWidget(self.said)
        layout.addLayout(progress)
        layout.addWidget(self.refused, 1)
        layout.addLayout(look.row(1, self.done_button))
        layout.addStretch()
        self.setLayout(layout)

    def _make_buttons(self) -> dict[BulkAct, QPushButton]:
        words = {
            BulkAct.ACKNOWLEDGE: self.tr("签收(&Q)…"),
            BulkAct.CLOSE: self.tr("办结(&J)…"),
            BulkAct.URGE: self.tr("催办(&U)…"),
            BulkAct.ASSIGN: self.tr("指定承办(&I)…"),
        }
        made = {act: look.plain_button(said) for act, said in words.items()}
        for act, button in made.items():
            button.clicked.connect(lambda _on, act=act: self.open(act))
        return made
