"""The way slip from the intake: Ctrl+P saves a guided visit and goes on to its slip, or opens the last one's."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.rules.inquiries import Channel, Inquiry
from reception.rules.staff import Action
from reception.rules.way_slips import GUIDED
from ui.desk_link import DeskLink
from ui.inquiries.saved_paper import SavedPaper


class WayPaper(SavedPaper):
    """Whoever stands at the counter and is guided on may take a slip along."""

    def is_wanted(self) -> bool:
        """Tell whether a visitor stands in the form who is guided on."""
        here = self._form.channel is Channel.VISIT and self._form.ways.way in GUIDED
        return here and self._link.desk.may(Action.PRINT_NOTICE)

    def _is_asked_for(self) -> bool:
        return self.is_wanted()

    def _has_paper(self, inquiry: Inquiry) -> bool:
        return _takes_slip(inquiry)

    def _step(self, inquiry: Inquiry) -> QWidget:
        from ui.directory.slip import WaySlipStep  # not at the top: it brings the drawing of papers along

        return WaySlipStep(self._shell, self._link, inquiry)


def offered(inquiry: Inquiry, link: DeskLink) -> str:
    """Give what the toast says of it: Ctrl+P 打印指路单, or nothing."""
    if not _takes_slip(inquiry) or not link.desk.may(Action.PRINT_NOTICE):
        return ""
    return QCoreApplication.translate("directory", "Ctrl+P 打印指路单")


def _takes_slip(inquiry: Inquiry) -> bool:
    return inquiry.channel is Channel.VISIT and inquiry.disposition in GUIDED
