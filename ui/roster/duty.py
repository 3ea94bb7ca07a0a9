"""What duty asks about the chosen colleague: step in, hand over, accept, name a stand-in, say why afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from reception.errors import Invalid, ReceptionError
from reception.rules.absences import TO_CHOOSE
from reception.services import duty_day, standing_in
from reception.words import instant_text, label, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, FieldSet
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.rules.absences import Absence
    from reception.services.absences import Colleague
    from reception.services.duty_day import ColleagueDuty


class DutyPart(QFrame):
    """The lines and buttons of duty beside a colleague; only what this person may do is shown.

    Signals:
        told(str): something was done, in words.
    """

    told = Signal(str)

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.colleague: Colleague | None = None
        self.found: ColleagueDuty | None = None
        self.state = look.text_label("", "hint", wrap=True)
        self.buttons: dict[str, QPushButton] = {
            "step_in": look.plain_button(self.tr("顶岗(&G)"), self.step_in),
            "write": look.plain_button(self.tr("写交接单(&H)"), self.write),
            "accept": look.primary_button(self.tr("接收交接(&J)"), self.read_handed),
            "report": look.primary_button(self.tr("顶岗报告(&J)"), self.read_handed),
            "name": look.plain_button(self.tr("指定临时顶岗(&N)"), self.name_stand_in),
            "explain": look.plain_button(self.tr("补填事由(&K)"), self.explain),
        }
        self.choice = ChoiceField("", [])
        self.error = look.text_label("", "error", wrap=True)
        self.done_button = look.primary_button(self.tr("确定(&S)"), self.submit)
        self._set = FieldSet({"account_id": self.choice, "kind": self.choice}, self.error, shell.language)
        self._act: Callable[[Any], object] | None = None
        self._form = QFrame()
        self._form.setLayout(look.column(self.choice, look.row(1, self.done_button), spacing=look.SPACE_S))
        pairs = (("step_in", "write"), ("accept", "report"), ("name", "explain"))
        rows = []
        for names in pairs:
            line = look.row(*(self.buttons[name] for name in names))
            line.addStretch()
            rows.append(line)
        self.setLayout(look.column(self.state, *rows, self._form, self.error, spacing=look.SPACE_S))
        self.show_colleague(None)

    def show_colleague(self, colleague: "Colleague | None") -> None:
        """Ask what duty knows of a colleague."""
        other = colleague is None or self.colleague is None or colleague.id != self.colleague.id
        self.colleague = colleague
        if other:
            self.close_form()
            self._show(None)
        if colleague is not None:
            self._link.run(self, duty_day.of_colleague, colleague.id, done=self._show, latest=True)

    def close_form(self) -> bool:
        """Take the small form away; False when there was none."""
        open_form = not self._form.isHidden()
        self._form.hide()
        self.error.hide()
        self._act = None
        return open_form

    def step_in(self) -> None:
        """Stand in for the colleague, who is not there."""
        if self.colleague is not None and self._may("may_step_in"):
            self._change(standing_in.step_in, self.colleague.id, done=self._stepped_in)

    def hand_over(self) -> None:
        """Accept the note that waits, else write the one that is wanted, else read the report that waits."""
        found = self.found
        if found is None:
            return
        waiting = found.to_accept or found.to_acknowledge
        if waiting is None or (found.to_accept is None and found.wants_note and found.may_write):
            self.write()
        else:
            self.read_handed()

    def read_handed(self) -> None:
        """Read the note to be accepted or the report to be acknowledged."""
        waiting = (self.found.to_accept or self.found.to_acknowledge) if self.found is not None else None
        if waiting is not None:
            from ui.roster.handed import HandedPage

            self._shell.open_step(HandedPage(self._shell, self._link, waiting))

    def write(self) -> None:
        """Write the hand-over."""
        if self.found is not None and self.found.may_write and self.found.absence is not None:
            from ui.roster.handover import HandoverPage

            self._shell.open_step(HandoverPage(self._shell, self._link, self.found.absence))

    def name_stand_in(self) -> None:
        """Ask who takes the uncovered posts."""
        if self.found is None or self.found.absence is None or not self.found.may_name:
            return
        absence = self.found.absence
        self._link.run(self, standing_in.candidates, absence.id, done=self._offer)

    def explain(self) -> None:
        """Ask why the colleague was away."""
        if self.found is None or self.found.absence is None or not self.found.may_explain:
            return
        absence, language = self.found.absence, self._shell.language
        kinds = [(kind, label(kind, language)) for kind in TO_CHOOSE]
        self._ask(self.tr("离岗事由(&I)"), kinds, lambda kind: self._confirm(absence, kind))

    def submit(self) -> None:
        """Do what the small form is for."""
        if self._act is not None and self.choice.value() is not None:
            self._act(self.choice.value())

    def _may(self, name: str) -> bool:
        return self.found is not None and bool(getattr(self.found, name))

    def _show(self, found: "ColleagueDuty | None") -> None:
        self.found = found
        shown = {
            "step_in": self._may("may_step_in"),
            "write": self._may("may_write"),
            "accept": found is not None and found.to_accept is not None,
            "report": found is not None and found.to_accept is None and found.to_acknowledge is not None,
            "name": self._may("may_name"),
            "explain": self._may("may_explain"),
        }
        for name, button in self.buttons.items():
            button.setVisible(shown[name])
        words = self._state_words(found)
        self.state.setText(words)
        self.state.setVisible(bool(words))
        look.set_role(self.state, "warning" if found is not None and found.wants_note else "hint")
        self.setVisible(bool(words) or any(shown.values()) or not self._form.isHidden())

    def _state_words(self, found: "ColleagueDuty | None") -> str:
        if found is None or found.absence is None:
            return ""
        note = found.note
        if note is not None and note.accepted_at is not None:
            when = instant_text(self._link.desk.calendar.local(note.accepted_at), self._shell.language)
            return self.tr("已交接：{name} 于 {when} 接收").format(name=note.to_name, when=when)
        if note is not None:
            return self.tr("▲ 未交接：已写给 {name}，等其接收").format(name=note.to_name)
        return self.tr("▲ 未交接：还没有写交接单") if found.wants_note else ""

    def _ask(self, words: str, choices: list[tuple[Any, str]], act: Callable[[Any], object]) -> None:
        self.choice.set_label(words)
        self.choice.set_choices(choices)
        self._act = act
        self._set.clear()
        self._form.show()
        self.show()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, people: "tuple[Any, ...]") -> None:
        found = self.found
        if found is None or found.absence is None:
            return
        absence = found.absence
        choices = [(each.id, each.name) for each in people]
        self._ask(self.tr("由谁临时顶岗(&I)"), choices, lambda account_id: self._name(absence, account_id))

    def _name(self, absence: "Absence", account_id: int) -> None:
        name = self.choice.box.currentText()
        words = self.tr("已指定 {name} 临时顶岗").format(name=name)
        self._change(standing_in.name_stand_in, absence.id, account_id, done=lambda _named: self._said(words))

    def _confirm(self, absence: "Absence", kind: Any) -> None:
        words = self.tr("已补填事由")
        self._change(standing_in.confirm_kind, absence.id, kind, done=lambda _kept: self._said(words))

    def _stepped_in(self, absence: "Absence") -> None:
        self._said(self.tr("已顶岗：{name} 的待办转给您；其回来后销假即交还").format(name=absence.account))
        from ui.roster.sheet import DutySheetStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(DutySheetStep(self._shell, self._link, holder_id=absence.account_id))

    def _said(self, words: str) -> None:
        self.close_form()
        self.told.emit(words)
        self.show_colleague(self.colleague)

    def _change(self, service: Callable[..., Any], *arguments: Any, done: Callable[[Any], object]) -> None:
        self.error.hide()
        self._link.change(self, service, *arguments, done=done, failed=self._refused)

    def _refused(self, error: ReceptionError) -> None:
        if isinstance(error, Invalid) and not self._form.isHidden():
            self._set.show(error)
            return
        words = error.reasons[0] if isinstance(error, Invalid) else error
        self.error.setText(sentence(words, self._shell.language))
        self.error.show()
        self.show()
