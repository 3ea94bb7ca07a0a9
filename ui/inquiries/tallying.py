"""A tally: one key counts who only asked the way; the form is emptied only where nothing else stands in it."""

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reception.errors import ReceptionError, Unavailable
from reception.rules.inquiries import Channel
from reception.rules.staff import Action
from reception.services import tallies
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.inquiries.form import InquiryForm
from ui.inquiries.parked import Unsaved
from ui.inquiries.unsaved import UnsavedForms
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.tallies import Counted

COUNTED_WITH = ("channel", "matter")
"""What a tally takes along from a form that holds nothing else."""


class Tallying(QObject):
    """Counts at each press, whatever stands in the form; `button` is placed by the page."""

    def __init__(self, link: DeskLink, shell: Shell, form: InquiryForm, unsaved: UnsavedForms) -> None:
        super().__init__(form)
        self._link, self._shell, self._form, self._unsaved = link, shell, form, unsaved
        self.button = look.link_button(self.tr("计数 Ins"), self.count)
        self.button.setProperty("tight", "true")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who is typing goes on typing
        self.button.setEnabled(link.desk.may(Action.COUNT_TALLY))
        look.set_tip(self.button, self.tr("只计数，不登记：问路、问房间号等（Insert 或 Ctrl+T）"))

    def count(self) -> None:
        """Count one contact, with the channel chosen now and, where nothing else was entered, the matter."""
        if not self._link.desk.may(Action.COUNT_TALLY):
            return
        sent = self._unsaved.as_it_stands() if self._holds_no_more() else None
        self._link.change(
            self,
            tallies.count,
            token=secrets.token_hex(16),
            channel=self._form.channel or Channel.VISIT,
            matter=self._form.matter.code if sent else "",
            done=lambda counted: self._counted(counted, sent),
            failed=self._refused,
        )

    def _holds_no_more(self) -> bool:
        named = bool(self._form.matter.code) or not self._form.matter.text().strip()
        return named and self._form.isEnabled() and self._form.is_blank(but=COUNTED_WITH)

    def _counted(self, counted: "Counted", sent: Unsaved | None) -> None:
        words = self.tr("已计数，今天第 {n} 次").format(n=counted.today)
        if counted.tally.matter_name:
            words = self.tr("{words}（{matter}）").format(words=words, matter=counted.tally.matter_name)
        self._shell.toast(words, lambda: self._undo(counted, sent))
        if sent is not None and not self._form.is_blank() and self._form.draft() == sent.draft:
            self._unsaved.forget(sent.draft.token)
            self._unsaved.begin()

    def _undo(self, counted: "Counted", sent: Unsaved | None) -> None:
        self._link.change(
            self,
            tallies.undo,
            counted.tally.id,
            done=lambda undone: self._undone(undone, sent),
            failed=self._refused,
        )

    def _undone(self, undone: "Counted", sent: Unsaved | None) -> None:
        self._shell.toast(self.tr("已撤销计数，今天共 {n} 次").format(n=undone.today))
        if sent is not None and self._form.is_blank():
            self._unsaved.bring_back(sent)

    def _refused(self, error: ReceptionError) -> None:
        """Say what the desk refused; what failed in the machine the shell says, with Retry."""
        if not isinstance(error, Unavailable):
            self._shell.toast(sentence(error, self._shell.language))
