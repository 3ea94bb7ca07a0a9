"""Issuing a one-time notice for a record that is there already: every paper is ticked, then it has a number."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Inquiry
from reception.rules.notices import Notice
from reception.services import catalogue, notices
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import FieldSet
from ui.inquiries.materials import MaterialList
from ui.shell import Keys, Shell
from ui.unsaved_bar import UnsavedBar
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk


def _matter_of(desk: "Desk", inquiry: Inquiry) -> Matter | None:
    """Give the edition of the matter that the record was made with."""
    editions = catalogue.editions(desk, inquiry.matter_code)
    return next((each for each in editions if each.edition == inquiry.matter_edition), None)


class IssueStep(QWidget):
    """The step in which the papers of a record are ticked.

    Signals:
        issued(Notice): it has its number.
    """

    issued = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink, inquiry: Inquiry) -> None:
        super().__init__()
        language = shell.language
        self._shell = shell
        self.title = self.tr("出具一次性告知单")
        self._link, self._language, self._inquiry = link, language, inquiry
        self.list = MaterialList(language)
        self.error = look.text_label("", "error", wrap=True)
        self.issue_button = look.primary_button(self.tr("出具 Ctrl+S"), self.send)
        self.unsaved = UnsavedBar(self.tr("材料已经核对，告知单还没有出具。"), self.tr("不出具了(&X)"))
        self._over = False
        head = f"{inquiry.reg_no} · {inquiry.matter_name}"
        frame, inside = look.card()
        inside.addWidget(look.text_label(head, "heading", wrap=True))
        body = QWidget()
        body.setLayout(look.column(self.list, self.error, 1, spacing=look.SPACE_L))
        inside.addWidget(look.scrolled(body), 1)
        inside.addWidget(self.unsaved)
        inside.addLayout(look.row(1, self.issue_button))
        self.setLayout(look.column(frame, margin=look.SPACE_XL))
        self.error.hide()
        self.issue_button.setEnabled(False)
        self.unsaved.dropped.connect(self._drop)
        bind(self, "Ctrl+S", self.send)
        link.run(self, _matter_of, inquiry, done=self._show, failed=self._refused)

    def back(self) -> bool:
        """Esc: ask first when something was ticked."""
        return self.unsaved.answer_escape(changed=self._has_ticks)

    def may_leave(self) -> bool:
        """Tell whether nothing ticked would be lost; if something would, ask."""
        self.unsaved.setVisible(self._has_ticks)
        return not self._has_ticks

    @property
    def _has_ticks(self) -> bool:
        return not self._over and not self.list.is_empty()

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [("Ctrl+S", self.tr("出具告知单")), ("1 2 3 4", self.tr("材料：已提供、缺、需更正、不适用"))]

    def send(self) -> None:
        """Issue the notice as it is ticked."""
        if not self.issue_button.isEnabled():
            return
        self.issue_button.setEnabled(False)
        ticked = self.list.draft()
        self._link.change(self, notices.issue, self._inquiry.id, ticked, done=self._done, failed=self._refused)

    def _show(self, matter: Matter | None) -> None:
        if matter is None:
            self.error.setText(self.tr("这一事项的内容已找不到，请重新登记后再出具。"))
            self.error.show()
            return
        self.list.show_materials(matter.materials)
        self.issue_button.setEnabled(True)
        fields = list(self.list.fields().values())
        if fields:
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        self._over = True
        self._shell.close_step()

    def _done(self, notice: Notice) -> None:
        self._over = True
        self.issued.emit(notice)

    def _refused(self, error: ReceptionError) -> None:
        self.issue_button.setEnabled(True)
        if not isinstance(error, Invalid):
            self.error.setText(sentence(error, self._language))
            self.error.show()
            return
        if any(reason.field == "second_reason" for reason in error.reasons):
            self.list.ask_why()
        FieldSet(self.list.fields(), self.error, self._language).show(error)
