"""The way slip from the intake: Ctrl+P saves a guided visit and goes on to its slip, or opens the last one's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reception.rules.inquiries import Channel, Inquiry
from reception.rules.staff import Action
from reception.rules.way_slips import GUIDED
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.inquiries import Recorded
    from ui.inquiries.form import InquiryForm
    from ui.inquiries.saving import Saving


class WayPaper(QObject):
    """Watches what is saved; whoever stands at the counter and is guided on may take a slip along."""

    def __init__(self, link: DeskLink, shell: Shell, form: "InquiryForm", saving: "Saving") -> None:
        super().__init__(form)
        self._link, self._shell, self._form = link, shell, form
        self._wanted = False
        self.last: Inquiry | None = None
        saving.saved.connect(self._saved)
        form.edited.connect(self._forget)

    def is_wanted(self) -> bool:
        """Tell whether a visitor stands in the form who is guided on."""
        here = self._form.channel is Channel.VISIT and self._form.ways.way in GUIDED
        return here and self._link.desk.may(Action.PRINT_NOTICE)

    def begin(self) -> bool:
        """Ctrl+P: open the slip of the visit saved last while the form is still empty; False saves as ever."""
        if self.last is not None and self._form.is_blank():
            self._open(self.last)
            return True
        self._wanted = self.is_wanted()
        return False

    def saves_alone(self) -> None:
        """A save without a paper is under way."""
        self._wanted = False

    def _forget(self) -> None:
        self.last = None

    def _saved(self, recorded: "Recorded") -> None:
        wanted, self._wanted = self._wanted, False
        self.last = recorded.inquiry if _takes_slip(recorded.inquiry) else None
        if wanted and self.last is not None:
            self._open(self.last)

    def _open(self, inquiry: Inquiry) -> None:
        from ui.directory.slip import WaySlipStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(WaySlipStep(self._shell, self._link, inquiry))


def offered(inquiry: Inquiry, link: DeskLink) -> str:
    """Give what the toast says of it: Ctrl+P 打印指路单, or nothing."""
    if not _takes_slip(inquiry) or not link.desk.may(Action.PRINT_NOTICE):
        return ""
    return QCoreApplication.translate("directory", "Ctrl+P 打印指路单")


def _takes_slip(inquiry: Inquiry) -> bool:
    return inquiry.channel is Channel.VISIT and inquiry.disposition in GUIDED
