"""The small form under a record whose case has ended: it is begun again, with a limit of its own and a reason."""

import json
from typing import TYPE_CHECKING

from reception.rules.cases import Case
from reception.rules.inquiries import Inquiry
from reception.rules.limits import Limit, LimitUnit
from reception.services import case_ends
from reception.words import Language
from ui import look
from ui.catalogue.parts import LimitField
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.forms import TextField
from ui.register.acts import NOTE_LIMIT, ActForm

if TYPE_CHECKING:
    from collections.abc import Sequence


def reopenable(cases: "Sequence[Case]") -> Case | None:
    """Give the case of a record that has ended, the latest first; None while one is under way."""
    return next((case for case in reversed(cases) if case.outcome is not None), None)


class ReopenForm(ActForm):
    """By when the case is owed now, and why it begins again; the first promise is kept."""

    def __init__(self, link: DeskLink, language: Language, inquiry: Inquiry, case: Case) -> None:
        super().__init__(link, language, inquiry)
        self._case_id = case.id
        self._keeper, self._note_name = DraftKeeper.of(link), f"reopen-{case.id}"
        self.told = self.tr("{number} 已重新办理，在限时待办里")
        title = self.tr("重新办理 {number}：从现在起另计时限，原来的承诺和结果留在经过里").format(number=case.case_no)
        self.limit = LimitField(self.tr("新的时限(&T)"), language, self.tr("请选定"), self.tr("数量"))
        self.reason = TextField(self.tr("理由(&R)"), NOTE_LIMIT, lines=2)
        self.reason.set_required(True)
        button = look.primary_button(self.tr("重新办理(&V)"), self.send)
        fields = {"limit": self.limit, "reason": self.reason}
        self._lay_out(title, dict(fields), button)
        for field in fields.values():
            field.edited.connect(lambda: self._keeper.keep_note(self._note_name, self.typed()))
        self._keeper.read_note(self, self._note_name, self._restore)
        self.setFocusProxy(self.limit)

    def typed(self) -> str:
        """Give what was written, to be kept while the form is away."""
        limit, reason = self.limit.limit(), self.reason.text()
        if limit is None and not reason:
            return ""
        plain = {"unit": limit.unit.value, "n": limit.n} if limit else None
        return json.dumps({"limit": plain, "reason": reason}, ensure_ascii=False)

    def bring_back(self, text: str) -> None:
        """Show again what was written before."""
        kept = json.loads(text) if text else {}
        plain = kept.get("limit")
        self.limit.set_limit(Limit(unit=LimitUnit(plain["unit"]), n=plain["n"]) if plain else None)
        self.reason.set_text(kept.get("reason", ""))

    def send(self) -> None:
        """Begin it again."""
        self._fields.clear()
        self.act_button.setEnabled(False)
        given = (self._case_id, self.limit.limit(), self.reason.text())
        self._link.change(self, case_ends.reopen, *given, done=self._reopened, failed=self._refused)

    def _reopened(self, _case: Case) -> None:
        self._keeper.keep_note(self._note_name, "")
        self.carried_out.emit(self.inquiry)

    def _restore(self, text: str) -> None:
        if text and not self.typed():
            self.bring_back(text)
