"""The proposal of a D6: how whoever received it means to handle it, by when it is owed, and the form to write it.

Source: handbook §1.3 (D6: proposal within three working days), §1.2 no. 39.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.cases import DueItem
from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.inquiry_check import TEXTS
from reception.services import proposals
from reception.words import Language, instant_text
from ui import look
from ui.cases.small_form import SmallForm
from ui.desk_link import DeskLink
from ui.forms import TextField

if TYPE_CHECKING:
    from reception.services.proposals import Proposal


class ProposalForm(SmallForm):
    """The proposal, new or written better."""

    def __init__(self, link: DeskLink, language: Language, proposal: "Proposal") -> None:
        super().__init__(link, language)
        self.proposal = proposal
        self.text = TextField(self.tr("拟办意见(&P)"), TEXTS["proposed"], lines=3)
        self.text.set_text(proposal.text)
        note = self.tr("首问责任人能看到；改写时，原来的意见留在经过里。")
        self._lay_out(self.tr("拟办意见"), note, {"proposed": self.text}, self.tr("写入(&S)"), warns=False)

    def send(self) -> None:
        """Write it."""
        self._change(proposals.propose, self.proposal.inquiry_id, self.text.text())


class ProposalPart(QWidget):
    """What is proposed for the chosen line, or by when it is owed.

    Signals:
        told(str): it was written, in words.
        form_shown(bool): the form is open now, or closed again.
        focus_lost(): the form that had the focus is gone.
    """

    told = Signal(str)
    form_shown = Signal(bool)
    focus_lost = Signal()

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.proposal: Proposal | None = None
        self.form: ProposalForm | None = None
        self._wanted = 0
        self._number = ""
        self._typed: dict[int, dict[str, Any]] = {}
        self.said = look.text_label("", "body", wrap=True, selectable=True)
        self.late = look.text_label("", "error", wrap=True)
        self.button = look.plain_button("", self.open)
        self._row = QWidget()
        self._row.setLayout(look.row(self.button, 1))
        self._place = look.column()
        self.setLayout(look.column(self.said, self.late, self._row, self._place))
        self._show(None)

    def show_item(self, item: DueItem | None) -> None:
        """Read the proposal of a line; only a D6 has one."""
        owes = item is not None and item.disposition is Disposition.D6 and not item.restricted
        wanted = item.inquiry_id if item is not None and owes else 0
        if wanted != self._wanted:
            self.close_form()
            self._show(None)
        self._wanted, self._number = wanted, item.reg_no if item else ""
        if wanted:
            self._link.run(
                self, proposals.of, wanted, done=self._came, failed=lambda _error: self._show(None), latest=True
            )

    def open(self) -> None:
        """Open the form, with what was typed into it before."""
        proposal = self.proposal
        if proposal is None or not proposal.may_write:
            return
        self.close_form()
        form = self.form = ProposalForm(self._link, self._language, proposal)
        typed = self._typed.get(proposal.inquiry_id)
        form.keep_as(f"proposal-{proposal.inquiry_id}", read=not typed)
        if typed:
            form.bring_back(typed)
        form.left.connect(self._leave)
        form.carried_out.connect(self._written)
        self._place.addWidget(form)
        form.show()  # a layout shows what is new a moment later, and a hidden field takes no key
        self._row.hide()
        self.form_shown.emit(True)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> bool:
        """Take the form away, what was typed stays; False when there was none."""
        if self.form is None:
            return False
        self._typed[self.form.proposal.inquiry_id] = self.form.typed()
        self._drop_form()
        return True

    def make_room(self, other: bool) -> None:
        """Give way to another form of the pane."""
        if other:
            self.close_form()
        self.setVisible(not other and self.proposal is not None)

    def _leave(self) -> None:
        self.close_form()
        self.focus_lost.emit()

    def _came(self, proposal: "Proposal | None") -> None:
        if proposal is None or proposal.inquiry_id == self._wanted:
            self._show(proposal)

    def _show(self, proposal: "Proposal | None") -> None:
        self.proposal = proposal
        if proposal is None or not proposal.may_write:
            self.close_form()
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        calendar = self._link.desk.calendar
        due = instant_text(calendar.local(proposal.due_at), self._language)
        if proposal.at is not None:
            words = self.tr("拟办意见（{who} {at}）：{text}")
            at = f"{calendar.local(proposal.at):%m-%d %H:%M}"
            self.said.setText(words.format(who=proposal.by, at=at, text=proposal.text))
        else:
            self.said.setText("" if proposal.late else self.tr("拟办意见应于 {due} 前写出").format(due=due))
        late = self.tr("拟办意见迟了，应于 {due} 前写出") if proposal.late else ""
        self.late.setText(late.format(due=due))
        self.said.setVisible(bool(self.said.text()))
        self.late.setVisible(proposal.late)
        self.button.setText(self.tr("改拟办意见(&P)…") if proposal.text else self.tr("写拟办意见(&P)…"))
        self._row.setVisible(proposal.may_write and self.form is None)

    def _written(self, inquiry: Inquiry) -> None:
        self._typed.pop(inquiry.id, None)
        self._drop_form()
        self.told.emit(self.tr("{number} 的拟办意见已写入").format(number=inquiry.reg_no))
        self.focus_lost.emit()
        if inquiry.id == self._wanted:
            self._link.run(self, proposals.of, inquiry.id, done=self._came, latest=True)

    def _drop_form(self) -> None:
        if self.form is None:
            return
        form, self.form = self.form, None
        form.hide()
        form.deleteLater()
        self._row.setVisible(self.proposal is not None and self.proposal.may_write)
        self.form_shown.emit(False)
