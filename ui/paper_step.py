"""A paper seen, printed and saved as a file: one step over the room from which it was opened.

The paper is drawn by the desk, shown by `PaperView`, sent by `ui.printing`; what is particular to a paper stands in
the classes made from `PaperStep`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QFrame, QVBoxLayout, QWidget

from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind
from reception.services import blank_papers, printing
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.paper_view import PaperView
from ui.print_desk import Outgoing
from ui.printing import ACROSS_POINTS, PAGE_POINTS, Printers, page_images
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.notices import RenderedPaper

SIDE_WIDTH = 300
MOST_SHOWN = 8
"""So many pages are shown at once; a register may have hundreds."""


class PaperStep(QWidget):
    """Shows a paper, prints it, or saves it as a PDF.

    Args:
        title: of the step.
        name: of the paper as a printing job and, with .pdf behind it, as a file.
        printers: the printers of this machine.
    """

    def __init__(self, shell: Shell, link: DeskLink, title: str, name: str, printers: Printers | None = None) -> None:
        super().__init__()
        self.title = title
        self.name = name
        self._shell, self._link = shell, link
        self._printers = printers or shell.prints.printers
        self._printer_name = ""
        self._under_way = False
        self._focus_before: QWidget | None = None
        self.paper: RenderedPaper | None = None
        self.dialog: QDialog | None = None
        self._make_parts()
        self._place()
        self._bind_keys()
        self.show_buttons()

    def entered(self) -> None:
        """Draw the paper."""
        self.draw()

    def draw(self) -> None:
        """Ask for the paper that is shown; `show_paper` takes it. A step to which a paper is given asks for nothing."""

    def draw_for_printer(self, done: "Callable[[RenderedPaper], object]") -> None:
        """Ask for the paper as it is printed; the one that is shown, unless a paper says otherwise."""
        if self.paper is not None:
            done(self.paper)

    def outgoing(self) -> tuple[PaperKind, int, PaperForm] | None:
        """Give which paper of the family this is and how it is printed: then its prints count and stand in the queue.

        None, unless a paper says otherwise.
        """
        return None

    def was_printed(self) -> None:
        """The paper went to a printer or into a file."""

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("Ctrl+P", self.tr("打印，可选打印机")),
            ("Ctrl+S", self.tr("存为 PDF 文件")),
            ("Ctrl++  Ctrl+-", self.tr("放大、缩小预览")),
            ("Ctrl+0", self.tr("适合宽度")),
        ]

    def print(self) -> None:
        """Print as it is set for papers of this kind: at once, or after the person chose a printer."""
        name = self._usual()
        if not self._shell.prints.way(self._kind()).direct or not name:
            self.ask()
        elif self._may_begin():
            try:
                printer = self._prepared(name)
            except Unavailable as error:
                self._refused(error)
            else:
                self._begin(printer, name)

    def ask(self) -> None:
        """Let the person choose a printer in the system's own window, then print."""
        if self._may_begin():
            try:
                name = self._printers.preferred(self._usual())
                printer = self._prepared(name)
            except Unavailable as error:
                self._refused(error)
            else:
                self._ask(printer, name)

    def save(self) -> None:
        """Let the person choose a file, then write the paper into it."""
        if not self.save_button.isEnabled() or self.dialog is not None:
            return
        dialog = QFileDialog(self, self.tr("存为 PDF 文件"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF 文件 (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self.name}.pdf")
        dialog.fileSelected.connect(self.save_as)
        self._open(dialog)

    def save_as(self, path: str) -> None:
        """Write the paper into a file."""
        self._set_busy(True)
        paper = self.outgoing()
        if paper is None:
            self.draw_for_printer(partial(self._write, path))
            return
        done = partial(self._saved, path)
        self._link.change(self, printing.save, *paper, Path(path), done=done, failed=self.not_done)

    def show_paper(self, paper: "RenderedPaper | None") -> None:
        """Show the paper that was drawn, or none."""
        self.paper = paper
        self.show_buttons()
        focus = QApplication.focusWidget()
        if paper is not None and (focus is None or not self.isAncestorOf(focus)):
            self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        missing = paper.missing_characters if paper else ()
        each = self.tr("{character}（{code}）")
        listed = self.tr("、").join(each.format(character=one, code=f"U+{ord(one):04X}") for one in missing)
        words = self.tr("本机没有这些字的字形：{listed}。纸上印出编码并留出横线，请手写补上。")
        self.warning.setText(words.format(listed=listed))
        self.warning.setVisible(bool(listed))
        if paper is None:
            self.view.show_images(())
            self.pages.setText("")
            return
        shown = self.tr("共 {n} 页") if paper.pages <= MOST_SHOWN else self.tr("共 {n} 页，预览前 {m} 页")
        self.pages.setText(shown.format(n=paper.pages, m=MOST_SHOWN))
        self.view.set_page_width((ACROSS_POINTS if paper.landscape else PAGE_POINTS)[paper.size])

    def tell(self, error: ReceptionError) -> None:
        """Say what stood in the way."""
        self._set_busy(False)
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def not_done(self, error: ReceptionError) -> None:
        """Say what the desk refused; what failed in the machine the shell says, with Retry."""
        self._set_busy(False)
        if not isinstance(error, Unavailable):
            self.tell(error)

    def able(self) -> bool:
        """Tell whether the paper may be printed now."""
        return self.paper is not None

    def show_buttons(self) -> None:
        """Let the buttons act when there is something to act on."""
        able = self.able() and not self._under_way
        for button in (self.print_button, self.other_button, self.save_button):
            button.setEnabled(able)
        self.other_button.setVisible(self._shell.prints.way(self._kind()).direct)

    def _make_parts(self) -> None:
        self.view = PaperView(self.tr("纸面预览"))
        self.heading = look.text_label("", "heading", wrap=True, selectable=True)
        self.about = look.text_label("", "muted", wrap=True)
        self.pages = look.text_label("", "hint")
        self.warning = look.text_label("", "warning", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.hint = look.text_label("", "hint", wrap=True)
        for label in (self.warning, self.error):
            label.hide()
        self.print_button = look.primary_button(self.tr("打印… Ctrl+P"), self.print)
        self.other_button = look.plain_button(self.tr("另选打印机…"), self.ask)
        self.other_button.hide()
        self.save_button = look.plain_button(self.tr("存为 PDF… Ctrl+S"), self.save, icon_name="export")
        self.percent = look.text_label("", "hint")
        self.smaller_button = look.plain_button("–", self.view.smaller)
        self.larger_button = look.plain_button("+", self.view.larger)
        self.fit_button = look.link_button(self.tr("适合宽度"), self.view.fit)
        self.smaller_button.setAccessibleName(self.tr("缩小预览"))
        self.larger_button.setAccessibleName(self.tr("放大预览"))
        self.options: QVBoxLayout = look.column()
        self.acts: QVBoxLayout = look.column()

    def _place(self) -> None:
        side, inside = look.card(spacing=look.SPACE_L)
        side.setFixedWidth(look.scaled(SIDE_WIDTH))
        upper = look.column(self.heading, self.about, spacing=look.SPACE_S)
        upper.addLayout(self.options)
        for part in (
            look.rule(),
            self.pages,
            self.warning,
            self.print_button,
            self.other_button,
            self.save_button,
            self.error,
        ):
            upper.addWidget(part)
        upper.addLayout(self.acts)
        upper.addStretch(1)
        upper.setSpacing(look.SPACE_M)
        content = QWidget()
        content.setLayout(upper)
        # A large text and many choices need more than the height of a small screen.
        inside.addWidget(look.scrolled(content), 1)
        inside.addLayout(look.row(self.smaller_button, self.percent, self.larger_button, 1, self.fit_button))
        inside.addWidget(self.hint)
        sheet = QFrame()
        sheet.setLayout(look.column(self.view))
        self.setLayout(look.row(sheet, side, spacing=look.SPACE_L, margin=look.SPACE_XL))

    def _bind_keys(self) -> None:
        self.view.wanted.connect(self._draw_pages)
        bind(self, "Ctrl+P", self.print)
        bind(self, "Ctrl+S", self.save)
        for key in ("Ctrl++", "Ctrl+="):
            bind(self, key, self.view.larger, repeat=True)
        bind(self, "Ctrl+-", self.view.smaller, repeat=True)
        bind(self, "Ctrl+0", self.view.fit)

    def _draw_pages(self, dpi: float) -> None:
        self.percent.setText(f"{round(self.view.zoom * 100)} %")
        if self.paper is not None:
            self._link.run(self, _drawn, self.paper.pdf, dpi, done=self.view.show_images, latest=True)

    def _prepared(self, name: str) -> QPrinter:
        size = self.paper.size if self.paper else PaperSize.A4
        across = self.paper is not None and self.paper.landscape
        return self._shell.prints.prepared(name, size, self.name, self._kind(), across=across, on=self._printers)

    def _kind(self) -> PaperKind | None:
        paper = self.outgoing()
        return paper[0] if paper is not None else None

    def _usual(self) -> str:
        return self._printer_name or self._shell.prints.usual(self._kind())

    def _may_begin(self) -> bool:
        return self.print_button.isEnabled() and self.dialog is None

    def _ask(self, printer: QPrinter, name: str) -> None:
        self.error.hide()
        dialog = self._printers.chooser(printer, self)
        dialog.accepted.connect(lambda: self._begin(printer, printer.printerName() or name))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        QDialog.open(dialog)

    def _closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()

    def _begin(self, printer: QPrinter, name: str) -> None:
        self._printer_name = name
        self._set_busy(True)
        paper = self.outgoing()
        if paper is None:
            self.draw_for_printer(partial(self._send, printer))
            return
        kind, paper_id, form = paper
        sent = Outgoing(kind=kind, paper_id=paper_id, form=form, printer=name)
        self._shell.prints.send(self, sent, printer, self._job_sent, self._refused, self.not_done)

    def _job_sent(self, _job: object) -> None:
        self._set_busy(False)
        self.was_printed()

    def _send(self, printer: QPrinter, paper: "RenderedPaper") -> None:
        self._shell.prints.dispatch(self, paper, printer, self._printer_name, self._sent, self._refused)

    def _sent(self) -> None:
        self._set_busy(False)
        self._shell.toast(self.tr("{name} 已送打印机").format(name=self.name))
        self._shell.say(self.tr("打印机：{name}").format(name=self._printer_name), "printer")
        try:
            self._shell.machine.change(printer=self._printer_name)
        except Unavailable as error:
            self._shell.failure(error)
        self.was_printed()

    def _write(self, path: str, paper: "RenderedPaper") -> None:
        done = partial(self._saved, path)
        self._link.run(self, _written, paper, Path(path), done=done, failed=self.not_done)

    def _saved(self, path: str, _saved: object) -> None:
        self._set_busy(False)
        self._shell.toast(self.tr("已存为 {path}").format(path=path))
        self.was_printed()

    def _refused(self, error: ReceptionError) -> None:
        """Say what stood in the way of the printer; the next try begins at the same button."""
        self.tell(error)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, busy: bool) -> None:
        self._under_way = busy
        if busy:
            self.error.hide()
            self._focus_before = self.focusWidget()
        self.show_buttons()
        focus = QApplication.focusWidget()
        if not busy and focus and self._focus_before and self.isAncestorOf(focus):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)


def _drawn(_desk: "Desk", pdf: bytes, dpi: float) -> tuple[QImage, ...]:
    """Give the first pages as pictures; called on the reading thread, so that no window waits for it."""
    return page_images(pdf, dpi, most=MOST_SHOWN)


def _written(_desk: "Desk", paper: "RenderedPaper", target: Path) -> None:
    blank_papers.save(paper, target)
