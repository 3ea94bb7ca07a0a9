"""When and how the contact began: the channel, the time, who takes it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.rules.inquiries import Channel, InquiryDraft
from reception.rules.paper_serials import serial_of, with_serial
from reception.words import Language
from ui import look
from ui.desk_link import DeskLink
from ui.forms import Field
from ui.inquiries.back_entry import BackStrip
from ui.inquiries.choices import ChoiceRow
from ui.inquiries.moments import MomentField


class ContactRow(QWidget):
    """The head of the form."""

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link = link
        self.channel = ChoiceRow(self.tr("来访方式"), self._channels())
        self.channel.label.hide()
        self.received_at = MomentField(self.tr("接入时间"), link, language)
        look.set_tip(self.received_at.edit, self.tr("来访或来电的时间；补登时可以改，如 9:15、昨天 16:20、11-24 9:15"))
        self.number = look.ElidedLabel("", "hint")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._officer = link.desk.account.name
        self.await_number()
        self.back = BackStrip(link, language, self.received_at)
        self._line = look.row(spacing=look.SPACE_S)
        self._line.addWidget(self.channel)
        self._line.addWidget(self.number, 1)
        self._line.addWidget(self.received_at)
        self.received_at.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        # The fields are short, their hints and errors are sentences: these have the width of the form.
        parts = (self._line, self.received_at.line, self.back, self.back.ended_at.line)
        self.setLayout(look.column(*parts, spacing=look.SPACE_S))

    def fields(self) -> dict[str, Field]:
        """Give the fields by name, in reading order."""
        return {"channel": self.channel, "received_at": self.received_at, "ended_at": self.back.ended_at}

    def read_into(self, draft: InquiryDraft) -> InquiryDraft:
        """Give the draft with what stands in these fields; the serial of the paper stands in the remark."""
        return replace(
            draft,
            channel=self.channel.value(),
            received_at=self.received_at.value(),
            ended_at=self.back.ended_at.value(),
            remark=with_serial(self.back.serial.text(), draft.remark),
        )

    def fill(self, draft: InquiryDraft, extra: Mapping[str, object]) -> InquiryDraft:
        """Show what a draft holds, and give what is left of it for the other fields."""
        typed = extra.get("times")
        received, ended = typed if isinstance(typed, list | tuple) and len(typed) == 2 else ("", "")
        self.channel.set_value(draft.channel)
        self.received_at.set_value(draft.received_at, self._link.desk.clock())
        self.received_at.bring_back(str(received))
        self.back.fill(draft, self._link, str(ended))
        return replace(draft, remark=serial_of(draft.remark)[1])

    def kept(self) -> dict[str, object]:
        """Give the times that were typed and cannot be read, to be kept with the draft."""
        typed = [self.received_at.kept(), self.back.ended_at.kept()]
        return {"times": typed} if any(typed) else {}

    def is_read(self) -> bool:
        """Tell whether both times can be read; what is wrong is said, and the first of it has the focus."""
        wrong = [field for field in (self.received_at, self.back.ended_at) if not field.is_read()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def show_number(self, number: str) -> None:
        """Say which number the last form got, until the next one begins."""
        self.number.setText(number)
        look.set_role(self.number, "good")
        self.number.setAccessibleName(self.tr("已登记 {number}").format(number=number))

    def await_number(self) -> None:
        """Say that this form has no number yet, and who is first officer."""
        look.set_role(self.number, "hint")
        self.number.setText(self.tr("待编号 · {officer}").format(officer=self._officer))
        look.set_tip(self.number, self.tr("保存时取号；首问责任人：{officer}").format(officer=self._officer))

    def _channels(self) -> list[tuple[Channel, str]]:
        return [
            (Channel.VISIT, self.tr("来访(&V)")),
            (Channel.PHONE, self.tr("来电(&P)")),
            (Channel.LETTER, self.tr("来信(&L)")),
            (Channel.EMAIL, self.tr("邮件(&E)")),
            (Channel.ONLINE, self.tr("网络(&O)")),
            (Channel.FORWARDED, self.tr("转来(&F)")),
        ]
