"""The telephone record of a call, seen and printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reception.rules.inquiries import Inquiry
from reception.services import telephone_records
from ui.desk_link import DeskLink
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.notices import RenderedPaper


class CallStep(PaperStep):
    """Shows the record as the screen may; the print has the caller whole and is written down."""

    def __init__(self, shell: Shell, link: DeskLink, inquiry: Inquiry, printers: Printers | None = None) -> None:
        name = self.tr("电话记录 {number}").format(number=inquiry.reg_no)
        super().__init__(shell, link, self.tr("电话记录"), name, printers)
        self._inquiry_id = inquiry.id
        self.heading.setText(inquiry.reg_no)
        self.about.setText(inquiry.summary)
        self.hint.setText(self.tr("打印件写明来电人和电话，供领导批示和存档；每次打印都记入经过。"))

    def draw(self) -> None:
        """Draw the record marked 预览."""
        act = telephone_records.preview
        self._link.run(self, act, self._inquiry_id, done=self.show_paper, failed=self.not_done, latest=True)

    def draw_for_printer(self, done: "Callable[[RenderedPaper], object]") -> None:
        """Draw the record as it is printed; that is an audit entry."""
        self._link.change(self, telephone_records.printed, self._inquiry_id, done=done, failed=self.not_done)
