"""A paper at the side of what it is made from, drawn anew whenever that changes."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui import look
from ui.desk_link import DeskLink
from ui.paper_view import PaperView
from ui.printing import PAGE_POINTS, page_images
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.notices import RenderedPaper

MOST_SHOWN = 4


class PaperPane(QWidget):
    """Shows a paper, as large as wished."""

    def __init__(self, link: DeskLink, name: str) -> None:
        super().__init__()
        self._link = link
        self.paper: RenderedPaper | None = None
        self.view = PaperView(name)
        self.percent = look.text_label("", "hint")
        self.warning = look.text_label("", "warning", wrap=True)
        self.warning.hide()
        self.smaller_button = look.plain_button("–", self.view.smaller)
        self.larger_button = look.plain_button("+", self.view.larger)
        self.fit_button = look.link_button(self.tr("适合宽度"), self.view.fit)
        self.smaller_button.setAccessibleName(self.tr("缩小预览"))
        self.larger_button.setAccessibleName(self.tr("放大预览"))
        self.none = look.text_label("", "muted", wrap=True)
        self.none.hide()
        self._zoom = QWidget()
        self._zoom.setLayout(look.row(self.smaller_button, self.percent, self.larger_button, 1, self.fit_button))
        layout = look.column(self.none, self.view, self.warning, self._zoom)
        layout.setStretchFactor(self.view, 1)
        layout.addStretch()
        self.setLayout(layout)
        self.view.wanted.connect(self._draw)
        for key in ("Ctrl++", "Ctrl+="):
            bind(self, key, self.view.larger, repeat=True)
        bind(self, "Ctrl+-", self.view.smaller, repeat=True)
        bind(self, "Ctrl+0", self.view.fit)

    def show_none(self, words: str) -> None:
        """Say why there is no paper to be seen."""
        self.paper = None
        self.view.show_images(())
        self.none.setText(words)
        self.warning.hide()
        self._show_view(False)

    def show_paper(self, paper: "RenderedPaper") -> None:
        """Show a paper that was drawn."""
        self.paper = paper
        self._show_view(True)
        missing = paper.missing_characters
        each = self.tr("{character}（{code}）")
        listed = self.tr("、").join(each.format(character=one, code=f"U+{ord(one):04X}") for one in missing)
        self.warning.setText(self.tr("本机没有这些字的字形：{listed}。纸上印出编码并留出横线。").format(listed=listed))
        self.warning.setVisible(bool(listed))
        self.view.set_page_width(PAGE_POINTS[paper.size])

    def _show_view(self, shown: bool) -> None:
        self.none.setVisible(not shown)
        for part in (self.view, self._zoom):
            part.setVisible(shown)

    def _draw(self, dpi: float) -> None:
        self.percent.setText(f"{round(self.view.zoom * 100)} %")
        if self.paper is not None:
            self._link.run(self, _drawn, self.paper.pdf, dpi, done=self.view.show_images, latest=True)


def _drawn(_desk: "Desk", pdf: bytes, dpi: float) -> tuple[QImage, ...]:
    """Give the pages as pictures; called on the reading thread, so that no window waits for it."""
    return page_images(pdf, dpi, most=MOST_SHOWN)
