"""The small forms that end a case: closed with its result, or refused; both say how the visitor was told."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from reception.rules.case_acts import CaseAct
from reception.rules.inquiries import ReplyPref
from reception.services import case_ends
from reception.services.case_ends import Closing, Refusal
from reception.words import Language, label
from ui.cases.act_forms import ActForm
from ui.cases.small_form import MomentField
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, LineField, TextField, TickField

if TYPE_CHECKING:
    from reception.services.case_files import CaseView

_RESULT, _REASON, _CLAUSE, _NAME = 4000, 1000, 300, 60


class TellingFields(QObject):
    """How, when and by whom the visitor was told."""

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        modes = [(mode, label(mode, language)) for mode in ReplyPref]
        self._mode = ChoiceField(self.tr("怎样告知来访人(&M)"), modes)
        self._mode.set_value(None)  # it is said, never taken over
        self._at = MomentField(self.tr("告知时间(&W)"), link, language)
        self._at.edit.setPlaceholderText(self.tr("不填就是现在"))
        self._by = LineField(self.tr("告知人(&N)"), _NAME)
        self._by.edit.setPlaceholderText(self.tr("不填就是您"))
        self.named: dict[str, Field] = {"told_mode": self._mode, "told_at": self._at, "told_by": self._by}

    def told(self) -> dict[str, Any]:
        """Give what was said."""
        return {"told_mode": self._mode.value(), "told_at": self._at.instant(), "told_by": self._by.text()}


class CloseForm(ActForm):
    """The result, and that the visitor knows it."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.telling = TellingFields(link, language)
        self.result = TextField(self.tr("办理结果(&J)"), _RESULT, lines=3, courteous=True)
        self.letter = TickField(self.tr("同时出具办结通知书(&L)"))
        named: dict[str, Field] = {"result": self.result, **self.telling.named}
        if not view.case.restricted:
            named["letter"] = self.letter
        self._lay_out(self.title(), "", named, self.tr("办结(&S)"))

    def send(self) -> None:
        """Close it."""
        closing = Closing(result=self.result.text(), letter=self.letter.value(), **self.telling.told())
        self._change(case_ends.close, self.case_id, closing)


class RefuseForm(ActForm):
    """Why it is refused, by which rule, and what the visitor may do."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.telling = TellingFields(link, language)
        self.reason = TextField(self.tr("理由(&X)"), _REASON, lines=2, courteous=True)
        self.basis = LineField(self.tr("依据(&G)"), _REASON)
        self.clause = LineField(self.tr("条款(&T)"), _CLAUSE)
        self.remedy = LineField(self.tr("来访人可以怎么办(&O)"), _REASON)
        named: dict[str, Field] = {
            "reason": self.reason,
            "basis": self.basis,
            "clause": self.clause,
            "remedy": self.remedy,
            **self.telling.named,
        }
        note = self.tr("同时出具不予办理告知书和内部报告。")
        self._lay_out(self.title(), note, named, self.tr("不予办理(&S)"), warns=False)

    def send(self) -> None:
        """Refuse it."""
        refusal = Refusal(
            reason=self.reason.text(),
            basis=self.basis.text(),
            clause=self.clause.text(),
            remedy=self.remedy.text(),
            **self.telling.told(),
        )
        self._change(case_ends.refuse, self.case_id, refusal)
