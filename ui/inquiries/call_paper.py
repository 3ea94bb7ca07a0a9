"""The telephone record from the intake: Ctrl+P saves a call and goes on to its paper, or opens the last one's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reception.rules.inquiries import Channel, Inquiry
from reception.rules.staff import Action
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.inquiries import Recorded
    from ui.inquiries.form import InquiryForm
    from ui.inquiries.saving import Saving


class CallPaper(QObject):
    """Watches what is saved; a notice that was issued with a call is printed before its record."""

    def __init__(self, link: DeskLink, shell: Shell, form: "InquiryForm", saving: "Saving") -> None:
        super().__init__(form)
        self._link, self._shell, self._form = link, shell, form
        self._wanted = False
        self.last: Inquiry | None = None
        saving.saved.connect(self._saved)
        form.edited.connect(self._forget)

    def is_wanted(self) -> bool:
        """Tell whether a call stands in the form, whose record may be printed."""
        return self._form.channel is Channel.PHONE and self._link.desk.may(Action.PRINT_REGISTER)

    def begin(self) -> bool:
        """Ctrl+P: open the record of the call saved last while the form is still empty; False saves as ever."""
        if self.last is not None and self._form.is_blank():
            self._open(self.last)
            return True
        self._wanted = True
        return False

    def saves_alone(self) -> None:
        """A save without a paper is under way."""
        self._wanted = False

    def _forget(self) -> None:
        self.last = None

    def _saved(self, recorded: "Recorded") -> None:
        wanted, self._wanted = self._wanted, False
        inquiry = recorded.inquiry
        self.last = inquiry if inquiry.channel is Channel.PHONE else None
        if wanted and self.last is not None and recorded.notice is None:
            self._open(self.last)

    def _open(self, inquiry: Inquiry) -> None:
        from ui.telephone_record import CallStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(CallStep(self._shell, self._link, inquiry))
