"""The small forms of a transfer: who acknowledged it, why it goes back, to whom it is passed on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.rules.cases import ReturnReason
from reception.rules.referrals import AckMode, TransferAct
from reception.services import referrals
from reception.services.referrals import NAME_LIMIT, NOTE_LIMIT
from reception.words import Language, label
from ui.cases.small_form import MomentField, SmallForm
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, LineField, TextField
from ui.inquiries.suggesting import DirectoryField
from ui.presence import person_there

if TYPE_CHECKING:
    from reception.services.presence import PostNow
    from reception.services.referrals import Transfers


class TransferForm(SmallForm):
    """A form that does one thing to one transfer."""

    def __init__(self, link: DeskLink, language: Language, transfers: "Transfers", act: TransferAct) -> None:
        super().__init__(link, language)
        self.referral, self.act = transfers.newest, act


class NotedForm(TransferForm):
    """Who acknowledged it, when, and by phone or on a signed slip."""

    def __init__(self, link: DeskLink, language: Language, transfers: "Transfers") -> None:
        super().__init__(link, language, transfers, TransferAct.NOTE_ACKNOWLEDGED)
        modes = [(mode, label(mode, language)) for mode in AckMode if mode is not AckMode.ON_SCREEN]
        self.who = LineField(self.tr("签收人(&N)"), NAME_LIMIT)
        self.who.set_text(transfers.newest.receiver)
        self.at = MomentField(self.tr("签收时间(&W)"), link, language)
        self.at.edit.setPlaceholderText(self.tr("不填就是现在"))
        self.mode = ChoiceField(self.tr("签收方式(&M)"), modes)
        self.mode.set_value(AckMode.BY_PHONE)
        named: dict[str, Field] = {"acknowledged_by": self.who, "acknowledged_at": self.at, "how": self.mode}
        self._lay_out(self.tr("代记签收"), "", named, self.tr("记录签收(&S)"))
        for field in (self.who, self.at):
            field.edit.returnPressed.connect(self.send)

    def send(self) -> None:
        """Note it."""
        at = self.at.instant()
        self._change(referrals.acknowledge, self.referral.id, by=self.who.text(), at=at, mode=self.mode.value())


class ReturnForm(TransferForm):
    """Why the record goes back."""

    def __init__(self, link: DeskLink, language: Language, transfers: "Transfers") -> None:
        super().__init__(link, language, transfers, TransferAct.GIVE_BACK)
        reasons = [(reason, label(reason, language)) for reason in ReturnReason]
        self.reason = ChoiceField(self.tr("退回理由(&X)"), reasons)
        self.reason.set_value(None)  # a reason is chosen, never taken over
        self.note = TextField(self.tr("说明(&M)"), NOTE_LIMIT, lines=2)
        note = self.tr("此件已退回过或已经裁定：再退回将报单位负责人裁定。") if transfers.return_is_last else ""
        named: dict[str, Field] = {"return_reason": self.reason, "return_note": self.note}
        self._lay_out(self.tr("退回首问责任人"), note, named, self.tr("退回(&S)"))

    def send(self) -> None:
        """Give it back."""
        self._change(referrals.give_back, self.referral.id, self.reason.value(), self.note.text())


class PassForm(TransferForm):
    """To which post it goes, and why: passed on by the desk, or decided by the unit head."""

    def __init__(
        self,
        link: DeskLink,
        language: Language,
        transfers: "Transfers",
        act: TransferAct,
        posts: "Sequence[PostNow]",
        host: QWidget,
    ) -> None:
        super().__init__(link, language, transfers, act)
        self.post = DirectoryField(self.tr("转给岗位(&P)"), host, nothing=self.tr("没有这个岗位，请从列表中选定。"))
        entries = [each.post for each in posts if each.post.active]
        words = {each.post.code: person_there(each, language) for each in posts}
        self.post.set_entries(entries, words)
        self.post.edit.setPlaceholderText(self.tr("岗位名称、拼音首字母、编码或姓名"))
        self.reason = TextField(self.tr("理由(&X)"), NOTE_LIMIT, lines=2)
        named: dict[str, Field] = {"to_post": self.post, "reason": self.reason}
        if act is TransferAct.DECIDE:
            self._lay_out(self.tr("裁定由哪个岗位办理"), "", named, self.tr("裁定(&S)"))
            return
        note = self.tr("此件已转办两次：第三次转办将报单位负责人裁定。") if transfers.pass_is_last else ""
        self._lay_out(self.tr("转交其他岗位"), note, named, self.tr("转交(&S)"))

    def send(self) -> None:
        """Pass it on, or decide."""
        service = referrals.decide if self.act is TransferAct.DECIDE else referrals.pass_on
        self._change(service, self.referral.id, self.post.asked(), self.reason.text())
