"""The papers that a record calls for as soon as it is saved: one quiet offer, one key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reception.rules.inquiries import Inquiry
from reception.rules.letters import proposed_after
from reception.rules.staff import Action
from reception.words import Language, label
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reception.services.inquiries import Recorded
    from ui.inquiries.form import InquiryForm
    from ui.inquiries.saving import Saving

KEY = "Ctrl+D"


class LetterOffer(QObject):
    """Keeps the record that was saved last until somebody begins the next one."""

    def __init__(self, link: DeskLink, shell: Shell, form: "InquiryForm", saving: "Saving", page: "QWidget") -> None:
        super().__init__(form)
        self._link, self._shell, self._form = link, shell, form
        self.last: Inquiry | None = None
        saving.saved.connect(self._saved)
        form.edited.connect(self._forget)
        # While nothing is offered the key belongs to whoever else wants it (keeping a quick answer).
        self._key = bind(page, KEY, self.write)
        self._key.setEnabled(False)

    def keys(self) -> Keys:
        """Give the key of the offer."""
        return [(KEY, self.tr("给刚保存的登记出具文书"))]

    def write(self) -> None:
        """Write the papers that the record saved last calls for, or choose one of those that fit it."""
        if self.last is None or not self._link.desk.may(Action.ISSUE_NOTICE):
            return
        from ui.letters.step import LetterStep  # not at the top: it brings the drawing of papers along

        step = LetterStep(self._shell, self._link, self.last.id, proposed_after(self.last))
        self._shell.open_step(step)

    def _forget(self) -> None:
        self.last = None
        self._key.setEnabled(False)

    def _saved(self, recorded: "Recorded") -> None:
        self.last = recorded.inquiry
        self._key.setEnabled(True)


def offered(inquiry: Inquiry, link: DeskLink, language: Language) -> str:
    """Give what the toast says of it: Ctrl+D 出具受理通知单, or nothing."""
    kinds = proposed_after(inquiry)
    if not kinds or not link.desk.may(Action.ISSUE_NOTICE):
        return ""
    named = QCoreApplication.translate("LetterOffer", "、").join(label(kind, language) for kind in kinds)
    return QCoreApplication.translate("LetterOffer", "{key} 出具{kinds}").format(key=KEY, kinds=named)
