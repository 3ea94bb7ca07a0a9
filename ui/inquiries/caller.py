"""The caller beside the form: what is open with him, what he came for before, and the steps that lead to it."""

from PySide6.QtCore import QObject

from ui.desk_link import DeskLink
from ui.inquiries.form import InquiryForm
from ui.inquiries.today import EarlierContacts
from ui.shell import Keys, Shell


class CallerSide(QObject):
    """Keeps what stands beside the form in step with whom it recognises."""

    def __init__(self, shell: Shell, link: DeskLink, form: InquiryForm) -> None:
        super().__init__(form)
        self._shell, self._link = shell, link
        self.earlier = EarlierContacts(link, shell.language)
        form.recognition.found.connect(self.earlier.show_known)
        form.recognition.opened.connect(self._open)
        form.recognition.merge_wanted.connect(self._merge)
        self.earlier.opened.connect(self._open)

    def keys(self) -> Keys:
        """Give the keys that act on who was recognised."""
        return [
            ("Alt+Q", self.tr("填入认出的来访人")),
            ("Ctrl+O", self.tr("打开可能重复的登记")),
            ("Ctrl+M", self.tr("标为重复来访，或取消")),
        ]

    def _open(self, inquiry_id: int) -> None:
        self._shell.go("register", inquiry_id=inquiry_id)

    def _merge(self, one_id: int, other_id: int) -> None:
        from ui.visitors import MergeStep  # not at the top: hardly anybody merges at the start

        self._shell.open_step(MergeStep(self._shell, self._link, one_id, other_id))
