"""补录: entering a pile of paper records with the times at which the contacts took place.

The strip keeps what belongs to a record on paper: its serial there, which goes into the remark, and the end of the
contact. While the mode lasts each new form begins at its time, with the day and the channel of the one before.
"""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.inquiries import Channel, InquiryDraft
from reception.rules.paper_serials import SERIAL_LENGTH, next_serial, serial_of
from reception.words import Language
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField
from ui.inquiries.moments import MomentField
from ui.shell import Keys
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.inquiries import Recorded
    from ui.inquiries.form import InquiryForm
    from ui.inquiries.saving import Saving
    from ui.inquiries.unsaved import UnsavedForms

KEY = "Ctrl+J"


class BackStrip(QWidget):
    """The line under the head of the form; shown in the mode, and while it holds something.

    Signals:
        edited: the person changed something.
    """

    edited = Signal()

    def __init__(self, link: DeskLink, language: Language, started: MomentField) -> None:
        super().__init__()
        self.active = False
        self.channel: Channel | None = None
        self._proposed = ""
        self.serial = LineField(self.tr("纸质序号"), SERIAL_LENGTH, labelled=False)
        self.serial.edit.setFixedWidth(look.scaled(72))
        self.serial.edit.returnPressed.connect(lambda: self.focusNextPrevChild(True))
        words = self.tr("结束时间")
        self.ended_at = MomentField(words, link, language, follows=False, on=lambda: started.day)
        self.ended_at.edit.setPlaceholderText(self.tr("可不填"))
        self.close_button = look.link_button(self.tr("结束补录 Ctrl+J"))
        line = look.row(look.chip(self.tr("补录"), "amber"), look.text_label(self.tr("纸质登记第")), self.serial)
        for part in (look.text_label(self.tr("号")), look.text_label(words), self.ended_at):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.close_button)
        self.setLayout(line)
        for field in (self.serial, self.ended_at):
            field.edited.connect(self.edited)
        self.hide()

    def fill(self, draft: InquiryDraft, link: DeskLink, ended_text: str) -> None:
        """Show what a draft holds."""
        self._proposed = ""
        self.serial.set_text(serial_of(draft.remark)[0])
        self.ended_at.set_value(draft.ended_at, link.desk.clock())
        self.ended_at.bring_back(ended_text)
        self.follow()

    def propose(self, serial: str) -> None:
        """Put the serial of the next paper into its field; it counts as nothing until the form is filled."""
        self._proposed = serial
        self.serial.set_text(serial)

    def bare(self, draft: InquiryDraft) -> InquiryDraft:
        """Give the draft without what the mode alone put into it."""
        serial, remark = serial_of(draft.remark)
        if serial and serial == self._proposed:
            draft = replace(draft, remark=remark)
        return replace(draft, channel=None) if self.active and draft.channel is self.channel else draft

    def follow(self) -> None:
        """Be there in the mode, or while something stands here."""
        self.close_button.setVisible(self.active)
        self.setVisible(self.active or bool(self.serial.text() or self.ended_at.text()))


class BackEntry(QObject):
    """The mode; it begins and ends with Ctrl+J."""

    def __init__(
        self,
        link: DeskLink,
        form: "InquiryForm",
        unsaved: "UnsavedForms",
        saving: "Saving",
        host: QWidget,
    ) -> None:
        super().__init__(form)
        self._link, self._form = link, form
        self._contact, self._strip = form.contact, form.contact.back
        self._day: date | None = None
        self._serial = ""
        unsaved.shown.connect(self._prefill)
        saving.saved.connect(self._saved)
        self._strip.close_button.clicked.connect(self.end)
        bind(host, KEY, self.toggle)

    def keys(self) -> Keys:
        """Give the key of the mode."""
        return [(KEY, self.tr("补录：逐条补登纸质记录"))]

    def toggle(self) -> None:
        """Begin or end the mode."""
        if self._strip.active:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Enter records that were made on paper, from now on."""
        self._strip.active = True
        desk = self._link.desk
        self._day = self._day or desk.calendar.local(desk.clock()).date()
        self._contact.received_at.set_hint(self.tr("接入时间可写 9:15、昨天 16:20、11-24 9:15；回车到下一栏"))
        self._strip.follow()
        self._prefill()
        self._contact.received_at.type_on()

    def end(self) -> None:
        """Enter what happens now, from now on; what stands in the form stays."""
        was_blank = self._form.is_blank()
        self._strip.active = False
        self._strip.channel = None
        self._contact.received_at.set_hint("")
        if was_blank:
            self._form.empty()
        self._strip.follow()
        self._form.focus_first()

    def back(self) -> bool:
        """Esc: leave the mode when nothing else is left to go back from."""
        if not (self._strip.active and self._form.is_blank()):
            return False
        self.end()
        return True

    def _prefill(self, channel: Channel | None = None) -> None:
        """Let a new form begin with the day, an empty one with the channel and the paper after the last one too."""
        if not self._strip.active or self._day is None:
            return
        blank = self._form.is_blank()
        if blank:
            self._strip.channel = channel or self._strip.channel
            self._contact.channel.set_value(self._strip.channel)
            self._form.person.set_channel(self._strip.channel)
            self._strip.propose(self._serial)
        if not self._contact.received_at.is_set:
            self._contact.received_at.propose(self._day)
        if blank:
            self._form.focus_first()

    def _saved(self, recorded: "Recorded") -> None:
        if not self._strip.active:
            return
        inquiry = recorded.inquiry
        self._day = self._link.desk.calendar.local(inquiry.received_at).date()
        self._serial = next_serial(serial_of(inquiry.remark)[0])
        self._prefill(inquiry.channel)
