"""The way slip, seen and printed: A5 or 80 mm, in the visitor's language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reception.rules.inquiries import Inquiry
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm
from reception.services import way_slips
from ui.desk_link import DeskLink
from ui.paper_options import PaperOptions
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.notices import RenderedPaper


class WaySlipStep(PaperStep):
    """Shows where to go, what to bring, and whom to call; a print stands in the history of the record."""

    def __init__(self, shell: Shell, link: DeskLink, inquiry: Inquiry, printers: Printers | None = None) -> None:
        name = self.tr("指路单 {number}").format(number=inquiry.reg_no)
        super().__init__(shell, link, self.tr("指路单"), name, printers)
        self._inquiry_id = inquiry.id
        self.form = PaperOptions(PaperForm(size=PaperSize.A5), (PaperSize.A5, PaperSize.ROLL))
        self.form.large.hide()  # its letters are large on any paper
        self.form.changed.connect(self.draw)
        self.options.addWidget(self.form)
        self.heading.setText(inquiry.reg_no)
        self.about.setText(self.tr("去哪里、带什么、没有人时打给谁；上面没有来访人的信息。"))

    def draw(self) -> None:
        """Draw the slip marked 预览."""
        self.error.hide()
        done, failed = self.show_paper, self.not_done
        self._link.run(self, way_slips.preview, self._inquiry_id, self.form.form, done=done, failed=failed, latest=True)

    def draw_for_printer(self, done: "Callable[[RenderedPaper], object]") -> None:
        """Draw the slip as it is handed out; that is an audit entry."""
        failed = self.not_done
        self._link.change(self, way_slips.printed, self._inquiry_id, self.form.form, done=done, failed=failed)
