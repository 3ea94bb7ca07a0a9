"""A paper from the intake: Ctrl+P saves what stands there and goes on to its paper, or opens that of the last one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reception.rules.inquiries import Inquiry
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.inquiries import Recorded
    from ui.inquiries.form import InquiryForm
    from ui.inquiries.saving import Saving


class SavedPaper(QObject):
    """Watches what is saved, and remembers the last record that has such a paper until the form is edited again."""

    def __init__(self, link: DeskLink, shell: Shell, form: "InquiryForm", saving: "Saving") -> None:
        super().__init__(form)
        self._link, self._shell, self._form = link, shell, form
        self._wanted = False
        self.last: Inquiry | None = None
        saving.saved.connect(self._saved)
        form.edited.connect(self._forget)

    def is_wanted(self) -> bool:
        """Tell whether what stands in the form has such a paper, which this person may print."""
        raise AssertionError("each paper knows its own")

    def begin(self) -> bool:
        """Ctrl+P: open the paper of what was saved last while the form is still empty; False saves as ever."""
        if self.last is not None and self._form.is_blank():
            self._open(self.last)
            return True
        self._wanted = self._is_asked_for()
        return False

    def saves_alone(self) -> None:
        """A save without a paper is under way."""
        self._wanted = False

    def _forget(self) -> None:
        self.last = None

    def _saved(self, recorded: "Recorded") -> None:
        wanted, self._wanted = self._wanted, False
        self.last = recorded.inquiry if self._has_paper(recorded.inquiry) else None
        if wanted and self.last is not None and self._comes_first(recorded):
            self._open(self.last)

    def _open(self, inquiry: Inquiry) -> None:
        self._shell.open_step(self._step(inquiry))

    def _is_asked_for(self) -> bool:
        """Tell, as a save begins, whether its paper is to follow; what was saved has the last word."""
        return True

    def _has_paper(self, inquiry: Inquiry) -> bool:
        """Tell whether a record has such a paper."""
        raise AssertionError("each paper knows its own")

    def _comes_first(self, recorded: "Recorded") -> bool:
        """Tell whether no other paper is printed before this one."""
        return True

    def _step(self, inquiry: Inquiry) -> QWidget:
        """Give the page of the paper."""
        raise AssertionError("each paper knows its own")
