"""What this person may do with the chosen case now: a button for each act, and its form in the pane."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from reception.rules.case_acts import ENDS, CaseAct
from reception.rules.case_life import Extension, LimitChange
from reception.services import case_files, case_requests
from reception.words import Language
from ui import look
from ui.cases.act_forms import ActForm, AssignForm, ExtendForm, PauseForm, PromiseForm, ReasonForm, SettleForm, SureForm
from ui.cases.end_forms import CloseForm, RefuseForm
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.roomy import Roomy

if TYPE_CHECKING:
    from reception.services.case_files import CaseView

_ACROSS = 3
_Key = tuple[int, CaseAct]
_FORMS: Mapping[CaseAct, Callable[..., ActForm]] = {
    CaseAct.CLOSE: CloseForm,
    CaseAct.RESUME: SureForm,
    CaseAct.PAUSE: PauseForm,
    CaseAct.SETTLE: SettleForm,
    CaseAct.RETRACT: SureForm,
    CaseAct.EXTEND: ExtendForm,
    CaseAct.RECLASSIFY: ReasonForm,
    CaseAct.PROMISE: PromiseForm,
    CaseAct.REFUSE: RefuseForm,
    CaseAct.LAPSE: SureForm,
    CaseAct.WITHDRAW: ReasonForm,
    CaseAct.ASSIGN: AssignForm,
}
"""A case that has ended is not on this list, so nothing begins it again here."""


class ActsPart(QWidget):
    """The acts of one case.

    Signals:
        told(str, object): something was done, in words, and what takes it back (None: nothing does).
        form_shown(bool): a form is open now, or closed again.
        focus_lost(): the form that had the focus is gone.
    """

    told = Signal(str, object)
    form_shown = Signal(bool)
    focus_lost = Signal()

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.view: CaseView | None = None
        self.form: ActForm | None = None
        self._wanted = 0
        self._typed: dict[_Key, dict[str, Any]] = {}
        self.buttons = self._make_buttons()
        self._row = QWidget()
        self._grid = look.grid(spacing=look.SPACE_S)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)
        self._row.setLayout(self._grid)
        for button in self.buttons.values():
            button.setParent(self._row)
            button.hide()
        self._placed: list[CaseAct] = []
        self._place = look.column()
        self.setLayout(look.column(self._row, self._place))
        self._show(None)

    def show_case(self, case_id: int) -> None:
        """Read what may be done with a case; 0 shows nothing."""
        left = self.form if case_id != self._wanted else None
        if case_id != self._wanted:
            self.close_form()
            self._show(None)
        self._wanted = case_id
        if case_id:
            self._link.run(
                self, case_files.by_id, case_id, done=self._came, failed=lambda _error: self._show(None), latest=True
            )
        if left is not None:
            tell = partial(self._tell_if_over, left.act)
            self._link.run(self, case_files.by_id, left.case_id, done=tell, failed=lambda _error: None)

    def close_form(self) -> bool:
        """Take the form away, what was typed stays; False when there was none."""
        if self.form is None:
            return False
        self._typed[self.form.case_id, self.form.act] = self.form.typed()
        self._drop_form()
        return True

    def make_room(self, other: bool) -> None:
        """Give way to another form of the pane."""
        if other:
            self.close_form()
        self._row.setVisible(not other and self.form is None and self._has_acts())

    def _make_buttons(self) -> dict[CaseAct, QPushButton]:
        words = {
            CaseAct.CLOSE: self.tr("办结(&J)…"),
            CaseAct.RESUME: self.tr("恢复计时(&H)…"),
            CaseAct.PAUSE: self.tr("中止计时(&H)…"),
            CaseAct.SETTLE: self.tr("批复申请(&A)…"),
            CaseAct.RETRACT: self.tr("撤回申请(&C)…"),
            CaseAct.EXTEND: self.tr("申请延期(&X)…"),
            CaseAct.RECLASSIFY: self.tr("改变时限(&L)…"),
            CaseAct.PROMISE: self.tr("给出时限(&L)…"),
            CaseAct.REFUSE: self.tr("不予办理(&N)…"),
            CaseAct.LAPSE: self.tr("逾期未补(&G)…"),
            CaseAct.WITHDRAW: self.tr("撤件(&U)…"),
            CaseAct.ASSIGN: self.tr("指定承办(&I)…"),
        }
        made = {act: look.plain_button(said) for act, said in words.items()}
        for act, button in made.items():
            button.clicked.connect(lambda _on, act=act: self.open(act))
        return made

    def _has_acts(self) -> bool:
        return self.view is not None and bool(self._open_acts())

    def _open_acts(self) -> list[CaseAct]:
        return [act for act in self.view.acts if act in self.buttons] if self.view else []

    def _came(self, view: "CaseView") -> None:
        if view.case.id == self._wanted:
            self._show(view)

    def _show(self, view: "CaseView | None") -> None:
        if self.form is not None and (view is None or self.form.act not in view.acts):
            act = self.form.act
            self.close_form()
            if view is not None:
                self._tell_if_over(act, view)
        self.view = view
        acts = self._open_acts()
        if acts != self._placed:  # a button that is hidden for a moment loses the key that is pressing it
            self._place_buttons(acts)
        self._row.setVisible(self.form is None and bool(acts))
        self.setVisible(bool(acts))

    def _tell_if_over(self, act: CaseAct, view: "CaseView") -> None:
        """Tell why a form went that somebody was filling in: another, or another program, was faster."""
        if act not in view.acts:
            words = self.tr("{number} 已有变化，现在不能这样办。填写的内容已保留。")
            self.told.emit(words.format(number=view.case.case_no), None)

    def _place_buttons(self, acts: list[CaseAct]) -> None:
        self._placed = acts
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.setVisible(button in [self.buttons[act] for act in acts])
        for place, act in enumerate(acts):
            self._grid.addWidget(self.buttons[act], place // _ACROSS, place % _ACROSS)

    def open(self, act: CaseAct) -> None:
        """Open the form of an act, with what was typed into it before."""
        if self.view is None or act not in self._open_acts():
            return
        self.close_form()
        form = _FORMS[act](self._link, self._language, self.view, act)
        typed = self._typed.get((form.case_id, act))
        form.keep_as(_note_of(form.case_id, act), read=not typed)
        if typed:
            form.bring_back(typed)
        form.left.connect(self.close_form)
        form.carried_out.connect(self._carried_out)
        self.form = form
        self._area = Roomy(form)
        self._place.addWidget(self._area)
        self._area.show()  # a layout shows what is new a moment later, and a hidden field takes no key
        self._row.hide()
        self.form_shown.emit(True)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _carried_out(self, given: object) -> None:
        view, form = self.view, self.form
        if view is None or form is None:
            return
        self._typed.pop((form.case_id, form.act), None)
        if form.act in ENDS:
            self._forget_all(form.case_id)
        self._drop_form()
        undo: Callable[[], object] | None = None
        if isinstance(given, Extension | LimitChange) and form.act in (CaseAct.EXTEND, CaseAct.RECLASSIFY):
            undo = partial(self._link.change, self, case_requests.retract, form.case_id)
        self.told.emit(self._done_words(form.act).format(number=view.case.case_no), undo)
        self.show_case(self._wanted)

    def _forget_all(self, case_id: int) -> None:
        """Forget what was typed about a case that has ended."""
        for act in self.buttons:
            self._typed.pop((case_id, act), None)
            DraftKeeper.of(self._link).keep_note(_note_of(case_id, act), "")

    def _done_words(self, act: CaseAct) -> str:
        return {
            CaseAct.CLOSE: self.tr("{number} 已办结"),
            CaseAct.RESUME: self.tr("{number} 已恢复计时，告知书在登记里打印"),
            CaseAct.PAUSE: self.tr("{number} 已中止计时，告知书在登记里打印"),
            CaseAct.SETTLE: self.tr("{number} 的申请已批复"),
            CaseAct.RETRACT: self.tr("{number} 的申请已撤回"),
            CaseAct.EXTEND: self.tr("{number} 已申请延期，等待批准"),
            CaseAct.RECLASSIFY: self.tr("{number} 已申请改变时限，等待批准"),
            CaseAct.PROMISE: self.tr("{number} 已给出时限"),
            CaseAct.REFUSE: self.tr("{number} 不予办理，告知书在登记里打印"),
            CaseAct.LAPSE: self.tr("{number} 已按逾期未补正结束"),
            CaseAct.WITHDRAW: self.tr("{number} 已记录来访人撤回"),
            CaseAct.ASSIGN: self.tr("{number} 已指定承办人"),
        }[act]

    def _drop_form(self) -> None:
        if self.form is None:
            return
        self.form = None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._area.isAncestorOf(focused)
        self._area.hide()
        self._place.removeWidget(self._area)
        self._area.deleteLater()
        self._row.setVisible(self._has_acts())
        self.form_shown.emit(False)
        if had_focus:
            self.focus_lost.emit()


def _note_of(case_id: int, act: CaseAct) -> str:
    return f"case-{case_id}-{act.value}"
