"""The telephone record from the intake: Ctrl+P saves a call and goes on to its paper, or opens the last one's."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.rules.inquiries import Channel, Inquiry
from reception.rules.staff import Action
from ui.inquiries.saved_paper import SavedPaper

if TYPE_CHECKING:
    from reception.services.inquiries import Recorded


class CallPaper(SavedPaper):
    """The record of a call; a notice that was issued with it is printed before."""

    def is_wanted(self) -> bool:
        """Tell whether a call stands in the form, whose record may be printed."""
        return self._form.channel is Channel.PHONE and self._link.desk.may(Action.PRINT_REGISTER)

    def _has_paper(self, inquiry: Inquiry) -> bool:
        return inquiry.channel is Channel.PHONE

    def _comes_first(self, recorded: "Recorded") -> bool:
        return recorded.notice is None

    def _step(self, inquiry: Inquiry) -> QWidget:
        from ui.telephone_record import CallStep  # not at the top: it brings the drawing of papers along

        return CallStep(self._shell, self._link, inquiry)
