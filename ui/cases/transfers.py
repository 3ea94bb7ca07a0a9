"""The transfers of the chosen line: through whose hands it went, and what this person may do with it now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from reception.errors import ReceptionError
from reception.rules.cases import Referral, ReferralStatus
from reception.rules.referrals import TransferAct
from reception.services import referrals
from reception.words import Language, label, sentence
from ui import look
from ui.cases.transfer_forms import NotedForm, PassForm, ReturnForm, TransferForm
from ui.desk_link import DeskLink

if TYPE_CHECKING:
    from reception.services.presence import PostNow
    from reception.services.referrals import Transfers

_Key = tuple[int, TransferAct]


class TransferPart(QWidget):
    """Chain of custody and acts of one record.

    Signals:
        told(str): something was done, in words.
        form_shown(bool): a form is open now, or closed again.
        focus_lost(): the form that had the focus is gone.
    """

    told = Signal(str)
    form_shown = Signal(bool)
    focus_lost = Signal()

    def __init__(self, link: DeskLink, language: Language, host: QWidget) -> None:
        super().__init__()
        self._link, self._language, self._host = link, language, host
        self.transfers: Transfers | None = None
        self.posts: Sequence[PostNow] = ()
        self.form: TransferForm | None = None
        self._wanted = 0
        self._number = ""
        self._typed: dict[_Key, dict[str, Any]] = {}
        self._chain = QWidget()
        self._lines = QVBoxLayout(self._chain)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.SPACE_S)
        self.error = look.text_label("", "error", wrap=True)
        self.buttons = self._make_buttons()
        self._row = QWidget()
        self._row.setLayout(look.row(*self.buttons.values(), 1, spacing=look.SPACE_S))
        self._place = look.column()
        self.setLayout(look.column(self._chain, self.error, self._row, self._place))
        self._show(None)

    def show_record(self, inquiry_id: int, number: str) -> None:
        """Read the transfers of a record; 0 shows nothing."""
        if inquiry_id != self._wanted:
            self.close_form()
            self._show(None)
        self._wanted, self._number = inquiry_id, number
        if inquiry_id:
            self._link.run(
                self, referrals.of, inquiry_id, done=self._came, failed=lambda _error: self._show(None), latest=True
            )

    def close_popup(self) -> bool:
        """Take an open list away; False when there was none."""
        return self.form is not None and self.form.close_popup()

    def close_form(self) -> bool:
        """Take the form away, what was typed stays; False when there was none."""
        if self.form is None:
            return False
        self._typed[self.form.referral.id, self.form.act] = self.form.typed()
        self._drop_form()
        return True

    def make_room(self, other: bool) -> None:
        """Give way to another form of the pane."""
        if other:
            self.close_form()
        self._chain.setVisible(not other)
        self._row.setVisible(
            not other and self.form is None and self.transfers is not None and bool(self.transfers.acts)
        )

    def _make_buttons(self) -> dict[TransferAct, QPushButton]:
        made = {
            TransferAct.ACKNOWLEDGE: look.primary_button(self.tr("签收(&Q)"), self._acknowledge),
            TransferAct.NOTE_ACKNOWLEDGED: look.plain_button(self.tr("代记签收(&Q)…")),
            TransferAct.GIVE_BACK: look.plain_button(self.tr("退回(&T)…")),
            TransferAct.PASS_ON: look.plain_button(self.tr("转交(&Z)…")),
            TransferAct.DECIDE: look.primary_button(self.tr("裁定归属(&D)…")),
        }
        for act, button in made.items():
            if act is not TransferAct.ACKNOWLEDGE:
                button.clicked.connect(lambda _on, act=act: self._open(act))
        return made

    def _came(self, transfers: "Transfers | None") -> None:
        newest = transfers.newest.inquiry_id if transfers else self._wanted
        if newest == self._wanted:
            self._show(transfers)

    def _show(self, transfers: "Transfers | None") -> None:
        if self.form is not None and (transfers is None or self.form.act not in transfers.acts):
            self.close_form()
        self.transfers = transfers
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chain = transfers.chain if transfers else ()
        for number, referral in enumerate(chain, start=1):
            newest = number == len(chain)
            self._lines.addWidget(
                look.text_label(self._words(number, referral), "body" if newest else "muted", wrap=True)
            )
        for act, button in self.buttons.items():
            button.setVisible(transfers is not None and act in transfers.acts)
        self._row.setVisible(self.form is None and transfers is not None and bool(transfers.acts))
        self.error.hide()
        self.setVisible(bool(chain))

    def _words(self, number: int, referral: Referral) -> str:
        """Give 1. 11-24 10:26 转学分认定岗 本：已退回（移交材料不全：缺复印件）."""
        post = next((each.post.name for each in self.posts if each.post.code == referral.to_post), referral.to_post)
        words = self.tr("{n}. {at} 转 {post} {receiver}：{state}").format(
            n=number,
            at=self._moment(referral.sent_at),
            post=post,
            receiver=referral.receiver,
            state=label(referral.status, self._language),
        )
        return self._with_return(self._with_receipt(words, referral), referral)

    def _with_receipt(self, words: str, referral: Referral) -> str:
        if referral.acknowledged_at is None:
            return words
        at = self._moment(referral.acknowledged_at)
        return self.tr("{words}（{at} {who} 签收）").format(words=words, at=at, who=referral.acknowledged_by)

    def _with_return(self, words: str, referral: Referral) -> str:
        if referral.returned_at is None or referral.return_reason is None:
            return words
        reason = label(referral.return_reason, self._language)
        if referral.return_note:
            reason = self.tr("{reason}：{note}").format(reason=reason, note=referral.return_note)
        at = self._moment(referral.returned_at)
        return self.tr("{words}（{at} 退回，{reason}）").format(words=words, at=at, reason=reason)

    def _moment(self, at: Any) -> str:
        return f"{self._link.desk.calendar.local(at):%m-%d %H:%M}"

    def _open(self, act: TransferAct) -> None:
        if self.transfers is None or act not in self.transfers.acts:
            return
        self.close_form()
        form = self._form(act, self.transfers)
        typed = self._typed.get((form.referral.id, act))
        form.keep_as(f"sent-{form.referral.id}-{act.value}", read=not typed)
        if typed:
            form.bring_back(typed)
        form.left.connect(self.close_form)
        form.carried_out.connect(self._carried_out)
        self.form = form
        self.error.hide()
        self._place.addWidget(form)
        form.show()  # a layout shows what is new a moment later, and a hidden field takes no key
        self._row.hide()
        self.form_shown.emit(True)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, act: TransferAct, transfers: "Transfers") -> TransferForm:
        if act is TransferAct.NOTE_ACKNOWLEDGED:
            return NotedForm(self._link, self._language, transfers)
        if act is TransferAct.GIVE_BACK:
            return ReturnForm(self._link, self._language, transfers)
        return PassForm(self._link, self._language, transfers, act, self.posts, self._host)

    def _acknowledge(self) -> None:
        if self.transfers is None:
            return
        self.buttons[TransferAct.ACKNOWLEDGE].setEnabled(False)
        self._link.change(
            self,
            referrals.acknowledge,
            self.transfers.newest.id,
            done=self._carried_out,
            failed=self._refused,
        )

    def _carried_out(self, referral: Referral) -> None:
        self.buttons[TransferAct.ACKNOWLEDGE].setEnabled(True)
        self._typed.clear()
        self._drop_form()
        words = {
            ReferralStatus.ACKNOWLEDGED: self.tr("{number} 已签收"),
            ReferralStatus.RETURNED: self.tr("{number} 已退回首问责任人"),
            ReferralStatus.DECIDING: self.tr("{number} 已报单位负责人裁定"),
        }.get(referral.status, self.tr("{number} 已转给 {receiver}"))
        self.told.emit(words.format(number=self._number, receiver=referral.receiver))
        self.show_record(self._wanted, self._number)

    def _drop_form(self) -> None:
        if self.form is None:
            return
        form, self.form = self.form, None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and form.isAncestorOf(focused)
        form.hide()
        form.deleteLater()
        self._row.setVisible(self.transfers is not None and bool(self.transfers.acts))
        self.form_shown.emit(False)
        if had_focus:
            self.focus_lost.emit()

    def _refused(self, error: ReceptionError) -> None:
        self.buttons[TransferAct.ACKNOWLEDGE].setEnabled(True)
        self.error.setText(sentence(error, self._language))
        self.error.show()
        self.show_record(self._wanted, self._number)
