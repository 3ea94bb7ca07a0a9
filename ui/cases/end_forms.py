"""The small forms that end a case: closed with its result, or refused; both say how the visitor was told."""

from typing import TYPE_CHECKING, Any

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


class EndForm(ActForm):
    """What both ends ask: how, when and by whom the visitor was told."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        modes = [(mode, label(mode, language)) for mode in ReplyPref]
        self.told_mode = ChoiceField(self.tr("怎样告知来访人(&M)"), modes)
        self.told_mode.set_value(None)  # it is said, never taken over
        self.told_at = MomentField(self.tr("告知时间(&W)"), link, language)
        self.told_at.edit.setPlaceholderText(self.tr("不填就是现在"))
        self.told_by = LineField(self.tr("告知人(&N)"), _NAME)
        self.told_by.edit.setPlaceholderText(self.tr("不填就是您"))
        self._telling: dict[str, Field] = {
            "told_mode": self.told_mode,
            "told_at": self.told_at,
            "told_by": self.told_by,
        }

    def _told(self) -> dict[str, Any]:
        return {
            "told_mode": self.told_mode.value(),
            "told_at": self.told_at.instant(),
            "told_by": self.told_by.text(),
        }


class CloseForm(EndForm):
    """The result, and that the visitor knows it."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.result = TextField(self.tr("办理结果(&J)"), _RESULT, lines=3, courteous=True)
        self.letter = TickField(self.tr("同时出具办结通知书(&L)"))
        named: dict[str, Field] = {"result": self.result, **self._telling}
        if not view.case.restricted:
            named["letter"] = self.letter
        self._lay_out(self.title(), "", named, self.tr("办结(&S)"))

    def send(self) -> None:
        """Close it."""
        closing = Closing(result=self.result.text(), letter=self.letter.value(), **self._told())
        self._change(case_ends.close, self.case_id, closing)


class RefuseForm(EndForm):
    """Why it is refused, by which rule, and what the visitor may do."""

    def __init__(self, link: DeskLink, language: Language, view: "CaseView", act: CaseAct) -> None:
        super().__init__(link, language, view, act)
        self.reason = TextField(self.tr("理由(&X)"), _REASON, lines=2, courteous=True)
        self.basis = LineField(self.tr("依据(&G)"), _REASON)
        self.clause = LineField(self.tr("条款(&T)"), _CLAUSE)
        self.remedy = LineField(self.tr("来访人可以怎么办(&O)"), _REASON)
        named: dict[str, Field] = {
            "reason": self.reason,
            "basis": self.basis,
            "clause": self.clause,
            "remedy": self.remedy,
            **self._telling,
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
            **self._told(),
        )
        self._change(case_ends.refuse, self.case_id, refusal)
