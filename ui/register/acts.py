"""The small forms under a record: void it with a reason, set another first officer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from reception.errors import Invalid, ReceptionError
from reception.rules.inquiries import Inquiry, VoidReason
from reception.services import corrections
from reception.words import Language, label, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, FieldSet, TextField

if TYPE_CHECKING:
    from reception.services.register import Officer

NOTE_LIMIT = 1000
_REASONS = (VoidReason.MISTAKE, VoidReason.DUPLICATE, VoidReason.TEST)


class ActForm(QFrame):
    """A form that does one thing to one record.

    Signals:
        carried_out(Inquiry): it was done.
        left(): the person went back.
    """

    carried_out = Signal(object)
    left = Signal()
    instead = False
    """Whether it stands in place of the record, not under it."""

    def __init__(self, link: DeskLink, language: Language, inquiry: Inquiry) -> None:
        super().__init__()
        self._link, self._language, self.inquiry = link, language, inquiry
        self.error = look.text_label("", "error", wrap=True)
        self.error.setVisible(False)
        self.back_button = look.plain_button(self.tr("返回(&B)"), self.left.emit)
        self.told = ""
        """What is said when it was done; it names the {number}."""
        self.act_button: QPushButton
        self._fields: FieldSet
        self._text: TextField

    def back(self) -> bool:
        """Take back something within the form, one step; False when only the form itself is left to close."""
        return False

    def typed(self) -> str:
        """Give what was written, to be kept while the form is away."""
        return self._text.text()

    def bring_back(self, text: str) -> None:
        """Show again what was written before."""
        self._text.set_text(text)

    def _lay_out(self, title: str, fields: dict[str, Field], button: QPushButton) -> None:
        self.act_button = button
        self._fields = FieldSet(fields, self.error, self._language)
        layout = look.column(look.rule(), look.text_label(title, "strong", wrap=True))
        for field in dict.fromkeys(fields.values()):
            layout.addWidget(field)
            if isinstance(field, TextField):
                self._text = field
                field.edit.setFixedHeight(field.edit.minimumHeight())
        layout.addWidget(self.error)
        layout.addLayout(look.row(1, self.back_button, button))
        self.setLayout(layout)

    def _change(self, service: Any, *arguments: Any) -> None:
        self._fields.clear()
        self.act_button.setEnabled(False)
        self._link.change(self, service, *arguments, done=self.carried_out.emit, failed=self._refused)

    def _refused(self, error: ReceptionError) -> None:
        self.act_button.setEnabled(True)
        if isinstance(error, Invalid):
            self._fields.show(error)
            return
        self.error.setText(sentence(error, self._language))
        self.error.setVisible(True)


class VoidForm(ActForm):
    """Why a record is void; its number is kept."""

    def __init__(self, link: DeskLink, language: Language, inquiry: Inquiry) -> None:
        super().__init__(link, language, inquiry)
        self.told = self.tr("{number} 已作废")
        title = self.tr("作废 {number}：编号保留，告知单、受理件和转办件一并作废").format(number=inquiry.reg_no)
        self.reason = ChoiceField(self.tr("作废原因(&R)"), [(each, label(each, language)) for each in _REASONS])
        self.note = TextField(self.tr("作废说明(&M)"), NOTE_LIMIT, lines=2)
        self.note.set_required(True)
        button = look.danger_button(self.tr("作废此登记(&V)"), self.send)
        self._lay_out(title, {"void_reason": self.reason, "void_note": self.note}, button)
        self.setFocusProxy(self.reason)

    def send(self) -> None:
        """Void the record."""
        self._change(corrections.void, self.inquiry.id, self.reason.value(), self.note.text())


class OfficerForm(ActForm):
    """Who is the first officer after all, and why."""

    def __init__(self, link: DeskLink, language: Language, inquiry: Inquiry, officers: "Sequence[Officer]") -> None:
        super().__init__(link, language, inquiry)
        self.told = self.tr("{number} 的首问责任人已更正")
        title = self.tr("更正首问责任人：现为 {name}").format(name=inquiry.first_officer)
        others = [(each.id, each.name) for each in officers if each.receives and each.id != inquiry.first_officer_id]
        self.officer = ChoiceField(self.tr("更正为(&T)"), others)
        self.reason = TextField(self.tr("理由(&R)"), NOTE_LIMIT, lines=2)
        self.reason.set_required(True)
        button = look.primary_button(self.tr("更正(&V)"), self.send)
        self._lay_out(title, {"first_officer": self.officer, "reason": self.reason}, button)
        self.setFocusProxy(self.officer)

    def send(self) -> None:
        """Set the first officer."""
        chosen = self.officer.value()
        if chosen is None:
            self.officer.set_error(self.tr("没有其他可选的人员，请先在设置中添加账号。"))
            return
        self._change(corrections.correct_first_officer, self.inquiry.id, chosen, self.reason.text())
