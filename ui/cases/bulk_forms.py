"""The small forms of what is done with many lines at once: one form says it for all of them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from reception.errors import Invalid, ReceptionError
from reception.rules.bulk_acts import BulkAct
from reception.services import case_people
from reception.services.case_bulk import BulkDraft
from reception.services.case_ends import Closing
from reception.words import Language, label
from ui.cases.end_forms import TellingFields
from ui.cases.small_form import SmallForm
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, TextField, TickField

if TYPE_CHECKING:
    from reception.services.case_people import Assignee

_RESULT, _REASON = 4000, 1000
_OF_A_LINE = frozenset({"nothing_to_change", "told_before_start", "cannot_handle", "stand_in_kept_apart"})
"""What stands at a field, but is wrong with this line only: the others may go on."""


class BulkForm(SmallForm):
    """Asks for nothing: acknowledged, urged.

    Signals:
        wanted(BulkDraft): it shall be done with all lines.
    """

    wanted = Signal(object)

    def __init__(self, link: DeskLink, language: Language, act: BulkAct) -> None:
        super().__init__(link, language)
        self.act = act
        notes = {
            BulkAct.ACKNOWLEDGE: self.tr("逐件签收，签收时间是现在。"),
            BulkAct.URGE: self.tr("给每一件的承办人出具催办单；同一天催过的不再出。"),
        }
        words = label(act, language)
        self._lay_out(words[:1].upper() + words[1:], notes.get(act, ""), self._fields(), "", warns=False)

    def say_count(self, count: int) -> None:
        """Say on the button with how many lines it would be done; None can be done nothing with."""
        self.act_button.setText(self.tr("办理 {n} 件(&S)").format(n=count))
        self.act_button.setEnabled(count > 0)

    def send(self) -> None:
        """Ask for it."""
        self.fields.clear()
        self.wanted.emit(self.draft())

    def draft(self) -> BulkDraft:
        """Give what the form says."""
        return BulkDraft(act=self.act)

    def names(self, error: ReceptionError | None) -> bool:
        """Tell whether a refusal is about the form itself, not about a line."""
        if not isinstance(error, Invalid):
            return False
        return any(reason.field in self._named and reason.code not in _OF_A_LINE for reason in error.reasons)

    def show_wrong(self, error: ReceptionError | None) -> None:
        """Show what is wrong with the form, at its fields."""
        if isinstance(error, Invalid):
            self.fields.show(error)

    def _fields(self) -> dict[str, Field]:
        return {}


class BulkCloseForm(BulkForm):
    """One result for all, and that the visitors know it."""

    def _fields(self) -> dict[str, Field]:
        self.result = TextField(self.tr("办理结果(&J)"), _RESULT, lines=2, courteous=True)
        self.telling = TellingFields(self._link, self._language)
        self.letter = TickField(self.tr("同时出具办结通知书(&L)"))
        return {"result": self.result, **self.telling.named, "letter": self.letter}

    def draft(self) -> BulkDraft:
        """Give what the form says."""
        closing = Closing(result=self.result.text(), letter=self.letter.value(), **self.telling.told())
        return BulkDraft(act=self.act, closing=closing)


class BulkAssignForm(BulkForm):
    """To whom all of them are given, and why."""

    def _fields(self) -> dict[str, Field]:
        self._chosen: int | None = None
        self.person = ChoiceField(self.tr("承办人(&P)"), [])
        self.reason = TextField(self.tr("理由(&X)"), _REASON, lines=2)
        self._link.run(self, case_people.handlers, done=self._came)
        return {"assigned_id": self.person, "reason": self.reason}

    def draft(self) -> BulkDraft:
        """Give what the form says."""
        return BulkDraft(act=self.act, account_id=self.person.value() or None, reason=self.reason.text())

    def bring_back(self, typed: dict[str, Any]) -> None:
        """Show again what was typed before; the person as soon as the names are there."""
        self._chosen = typed.pop("assigned_id", None)
        super().bring_back(typed)
        self.person.set_value(self._chosen)

    def _came(self, people: "tuple[Assignee, ...]") -> None:
        kept = self.person.value() or self._chosen
        choices = [(0, self.tr("交回岗位")), *((each.account_id, each.name) for each in people)]
        self.person.set_choices(choices)
        self.person.set_value(kept)


FORMS: dict[BulkAct, type[BulkForm]] = {
    BulkAct.ACKNOWLEDGE: BulkForm,
    BulkAct.CLOSE: BulkCloseForm,
    BulkAct.URGE: BulkForm,
    BulkAct.ASSIGN: BulkAssignForm,
}
