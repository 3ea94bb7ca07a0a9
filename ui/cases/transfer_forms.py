"""The small forms of a transfer: who acknowledged it, why it goes back, to whom it is passed on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.cases import ReturnReason
from reception.rules.referrals import AckMode, TransferAct
from reception.rules.typed_times import LONGEST, read_moment
from reception.services import referrals
from reception.services.referrals import NAME_LIMIT, NOTE_LIMIT
from reception.words import Language, instant_text, label, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, FieldSet, LineField, TextField
from ui.inquiries.suggesting import DirectoryField
from ui.presence import person_there

if TYPE_CHECKING:
    from reception.services.presence import PostNow
    from reception.services.referrals import Transfers


class TransferForm(QFrame):
    """A form that does one thing to one transfer.

    Signals:
        carried_out(Referral): it was done.
        left(): the person went back; what was typed stays with whoever made the form.
    """

    carried_out = Signal(object)
    left = Signal()

    def __init__(self, link: DeskLink, language: Language, transfers: "Transfers", act: TransferAct) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.referral, self.act = transfers.newest, act
        self.error = look.text_label("", "error", wrap=True)
        self.back_button = look.plain_button(self.tr("返回(&B)"), self.left.emit)
        self.act_button = look.primary_button("", self.send)
        self.fields: FieldSet
        self._named: dict[str, Field] = {}

    def send(self) -> None:
        """Do it."""
        raise AssertionError("each form does one thing")

    def typed(self) -> dict[str, Any]:
        """Give what was typed, to be kept while the form is away."""
        return {name: _typed(field) for name, field in self._named.items()}

    def bring_back(self, typed: dict[str, Any]) -> None:
        """Show again what was typed before."""
        for name, value in typed.items():
            _bring_back(self._named[name], value)

    def close_popup(self) -> bool:
        """Take an open list away; False when there was none."""
        return True in [field.close_popup() for field in self._named.values() if isinstance(field, DirectoryField)]

    def _lay_out(self, words: str, note: str, named: dict[str, Field], button: str) -> None:
        self._named = named
        self.act_button.setText(button)
        self.fields = FieldSet(named, self.error, self._language)
        layout = look.column(look.rule(), look.text_label(words, "strong", wrap=True))
        if note:
            layout.addWidget(look.text_label(note, "warning", wrap=True))
        for field in named.values():
            if isinstance(field, TextField):
                field.edit.setFixedHeight(field.edit.minimumHeight())
            layout.addWidget(field)
        layout.addWidget(self.error)
        layout.addLayout(look.row(1, self.back_button, self.act_button))
        self.setLayout(layout)
        self.setFocusProxy(next(iter(named.values())))

    def _change(self, service: Any, *arguments: Any, **named: Any) -> None:
        self.fields.clear()
        self.act_button.setEnabled(False)
        self._link.change(self, service, *arguments, done=self.carried_out.emit, failed=self._refused, **named)

    def _refused(self, error: ReceptionError) -> None:
        self.act_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.fields.show(error)
            return
        self.error.setText(sentence(error, self._language))
        self.error.show()


class NotedForm(TransferForm):
    """Who acknowledged it, when, and by phone or on a signed slip."""

    def __init__(self, link: DeskLink, language: Language, transfers: "Transfers") -> None:
        super().__init__(link, language, transfers, TransferAct.NOTE_ACKNOWLEDGED)
        modes = [(mode, label(mode, language)) for mode in AckMode if mode is not AckMode.ON_SCREEN]
        self.who = LineField(self.tr("签收人(&N)"), NAME_LIMIT)
        self.who.set_text(transfers.newest.receiver)
        self.at = LineField(self.tr("签收时间(&W)"), LONGEST)
        self.at.edit.setPlaceholderText(self.tr("不填就是现在"))
        self.mode = ChoiceField(self.tr("签收方式(&M)"), modes)
        self.mode.set_value(AckMode.BY_PHONE)
        self.at.edited.connect(self._say_time)
        named: dict[str, Field] = {"acknowledged_by": self.who, "acknowledged_at": self.at, "how": self.mode}
        self._lay_out(self.tr("代记签收"), "", named, self.tr("记录签收(&S)"))
        for field in (self.who, self.at):
            field.edit.returnPressed.connect(self.send)

    def send(self) -> None:
        """Note it."""
        desk, text = self._link.desk, self.at.text().strip()
        moment = read_moment(text, desk.calendar.local(desk.clock()), desk.calendar, "opening") if text else None
        if text and moment is None:
            self.at.set_error(self.tr("看不懂这个时间，请写成 14:30、昨天 9:00 或 12-1。"))
            return
        at = desk.calendar.instant(moment) if moment else None
        self._change(referrals.acknowledge, self.referral.id, by=self.who.text(), at=at, mode=self.mode.value())

    def _say_time(self) -> None:
        desk = self._link.desk
        moment = read_moment(self.at.text(), desk.calendar.local(desk.clock()), desk.calendar, "opening")
        self.at.set_hint(instant_text(moment, self._language) if moment else "")


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


def _typed(field: Field) -> Any:
    if isinstance(field, DirectoryField):
        return field.code, field.text()
    if isinstance(field, ChoiceField):
        return field.value()
    return field.text() if isinstance(field, LineField | TextField) else None


def _bring_back(field: Field, value: Any) -> None:
    if isinstance(field, DirectoryField):
        field.set_chosen(*value)
    elif isinstance(field, ChoiceField):
        field.set_value(value)
    elif isinstance(field, LineField | TextField):
        field.set_text(value)
