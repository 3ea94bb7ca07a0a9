"""A notice seen, printed and saved as a file: one step over the room from which it was opened."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QFrame, QWidget

from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import Notice, PaperSize
from reception.rules.papers import PaperForm, PaperKind
from reception.rules.print_jobs import PrintJob
from reception.rules.staff import Action
from reception.rules.supplements import ToldMode
from reception.services import notices, printing
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.heeding import heed
from ui.paper_options import PaperOptions, titled
from ui.paper_view import PaperView
from ui.print_desk import Outgoing
from ui.printing import PAGE_POINTS, Printers, page_images
from ui.shell import Keys, Shell
from ui.tellings import TellingPart
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk

SIDE_WIDTH = 300


class _Habit:
    """The size chosen last; the next notice opens in it."""

    size: PaperSize = PaperSize.A4


class NoticePage(QWidget):
    """Shows the paper marked 预览, prints it, prints it again, or saves it as a PDF.

    Args:
        notice_id: the notice to show.
        printers: the printers of this machine.
        kind: a one-time notice, or a notice to supplement.
        form: how it is shown at first; else as it is set for its kind.
        printing: whether it shall be printed as soon as it is there.
    """

    def __init__(
        self,
        shell: Shell,
        link: DeskLink,
        notice_id: int,
        printers: Printers | None = None,
        *,
        kind: PaperKind = PaperKind.YC,
        form: PaperForm | None = None,
        printing: bool = False,
    ) -> None:
        super().__init__()
        self.title = titled(kind, shell.language)
        self._kind, self._printing = kind, printing
        self._shell, self._link, self._notice_id = shell, link, notice_id
        self._printers = printers or shell.prints.printers
        self._paper: notices.RenderedPaper | None = None
        self._printer_name = ""
        self._under_way = False
        self._focus_before: QWidget | None = None
        self.notice: Notice | None = None
        self.options = PaperOptions(form or shell.prints.form(kind, PaperForm(size=_Habit.size)))
        self.dialog: QDialog | None = None
        self._make_parts()
        self._place()
        self._connect()

    def entered(self) -> None:
        """Read the notice and draw its paper."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()
        self.telling.read()
        self._preview()

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("Ctrl+P", self.tr("打印，可选打印机")),
            ("F5", self.tr("用上次的打印机再打")),
            ("Ctrl+S", self.tr("存为 PDF 文件")),
            *self.telling.keys(),
            ("Ctrl++  Ctrl+-", self.tr("放大、缩小预览")),
            ("Ctrl+0", self.tr("适合宽度")),
        ]

    @property
    def how(self) -> PaperForm:
        """Give how the paper is printed."""
        return self.options.form

    @property
    def paper_size(self) -> PaperSize:
        """Give the size of the paper."""
        return self.how.size

    def choose(self, size: PaperSize) -> None:
        """Show the paper in another size."""
        self.options.choose_size(size)

    def print(self) -> None:
        """Print as it is set for notices: at once, or after the person chose in the system's own window."""
        if self._shell.prints.way(self._kind).direct and self._remembered():
            self.print_again()
        else:
            self.ask()

    def ask(self) -> None:
        """Let the person choose a printer in the system's own window, then print."""
        if self._may_begin():
            try:
                name = self._printers.preferred(self._remembered())
                printer = self._prepared(name)
            except Unavailable as error:
                self._refused(error)
            else:
                self._ask(printer, name)

    def print_again(self) -> None:
        """Print on the printer that is set or was the last one; the first time ask for one."""
        if not self._remembered():
            self.ask()
        elif self._may_begin():
            try:
                printer = self._prepared(self._remembered())
            except Unavailable as error:
                self._refused(error)
            else:
                self._begin(printer, self._remembered())

    def save(self) -> None:
        """Let the person choose a file, then write the paper into it; that counts as a print."""
        if not self._may_begin() or self.notice is None:
            return
        dialog = QFileDialog(self, self.tr("存为 PDF 文件"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF 文件 (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self.notice.number}.pdf")
        dialog.fileSelected.connect(self.save_as)
        self._open(dialog)

    def save_as(self, path: str) -> None:
        """Write the paper into a file."""
        self._set_busy(True)
        done = partial(self._saved, path)
        told = (self._kind, self._notice_id, self.how, Path(path))
        self._link.change(self, printing.save, *told, done=done, failed=self._not_done)

    def _make_parts(self) -> None:
        self.view = PaperView(self.tr("告知单预览"))
        self.number = look.text_label("", "heading", wrap=True, selectable=True)
        self.matter = look.text_label("", "muted", wrap=True)
        self.state = look.chip("")
        self.warning = look.text_label("", "warning", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        for line in (self.warning, self.error):
            line.hide()
        self.sizes = self.options.sizes.buttons
        self.print_button = look.primary_button(self.tr("打印… Ctrl+P"), self.print)
        self.again_button = look.plain_button(self.tr("再打一次 F5"), self.print_again, icon_name="print")
        self.other_button = look.plain_button(self.tr("另选打印机…"), self.ask)
        self.other_button.hide()
        self.save_button = look.plain_button(self.tr("存为 PDF… Ctrl+S"), self.save, icon_name="export")
        self.telling = TellingPart(self._shell, self._link, self._notice_id)
        self.percent = look.text_label("", "hint")
        self.smaller_button = look.plain_button("–", self.view.smaller)
        self.larger_button = look.plain_button("+", self.view.larger)
        self.fit_button = look.link_button(self.tr("适合宽度"), self.view.fit)
        self.smaller_button.setAccessibleName(self.tr("缩小预览"))
        self.larger_button.setAccessibleName(self.tr("放大预览"))

    def _place(self) -> None:
        side, frame = look.card()
        side.setFixedWidth(look.scaled(SIDE_WIDTH))
        body = QWidget()
        inside = look.column(spacing=look.SPACE_L)
        body.setLayout(inside)
        frame.addWidget(look.scrolled(body))
        inside.addLayout(look.column(self.number, self.matter, look.row(self.state, 1)))
        inside.addWidget(look.rule())
        inside.addWidget(self.options)
        inside.addWidget(self.warning)
        inside.addWidget(self.print_button)
        inside.addWidget(self.again_button)
        inside.addWidget(self.other_button)
        inside.addWidget(self.save_button)
        inside.addWidget(look.rule())
        inside.addWidget(self.telling)
        inside.addWidget(self.error)
        inside.addStretch(1)
        inside.addLayout(look.row(self.smaller_button, self.percent, self.larger_button, 1, self.fit_button))
        hint = self.tr("预览不计入打印次数。打过一次以后，再打的单子注明“补打第 N 次”，内容不变。")
        inside.addWidget(look.text_label(hint, "hint", wrap=True))
        sheet = QFrame()
        sheet.setLayout(look.column(self.view))
        self.setLayout(look.row(sheet, side, spacing=look.SPACE_L, margin=look.SPACE_XL))

    def _connect(self) -> None:
        self.view.wanted.connect(self._draw)
        self.options.changed.connect(self._preview)
        self.telling.refused.connect(self._tell)
        self.telling.bind_keys(self)
        heed(self, self._link, {"Notice"}, self._read)
        for key, act in (("Ctrl+P", self.print), ("F5", self.print_again), ("Ctrl+S", self.save)):
            bind(self, key, act)
        for key, act in (("Ctrl++", self.view.larger), ("Ctrl+=", self.view.larger), ("Ctrl+-", self.view.smaller)):
            bind(self, key, act, repeat=True)
        bind(self, "Ctrl+0", self.view.fit)

    def _preview(self) -> None:
        _Habit.size = self.paper_size
        self._link.run(self, notices.preview, self._notice_id, self.how, done=self._show_paper, latest=True)

    def _read(self) -> None:
        self._link.run(self, notices.by_id, self._notice_id, done=self._show_notice, latest=True)

    def _show_notice(self, notice: Notice) -> None:
        self.notice = notice
        self.number.setText(notice.number)
        self.matter.setText(notice.text.matter)
        self.telling.show_notice(notice)
        if notice.void:
            look.set_chip(self.state, self.tr("已作废，不能再打印"), "red")
        elif notice.prints:
            look.set_chip(self.state, self.tr("已打印 {n} 次").format(n=notice.prints), "green")
        else:
            look.set_chip(self.state, self.tr("尚未打印"), "grey")
        self._show_buttons()
        self._go_on()

    def _go_on(self) -> None:
        """Let a notice that was issued to be printed go to the printer, once it and its paper are there."""
        if self._printing and self._paper is not None and self.print_button.isEnabled():
            self._printing = False
            self.print()

    def _show_paper(self, paper: notices.RenderedPaper) -> None:
        self._paper = paper
        character = self.tr("{character}（{code}）")
        listed = self.tr("、").join(
            character.format(character=each, code=f"U+{ord(each):04X}") for each in paper.missing_characters
        )
        words = self.tr("本机没有这些字的字形：{listed}。纸上印出编码并留出横线，请手写补上。")
        self.warning.setText(words.format(listed=listed))
        self.warning.setVisible(bool(listed))
        self.view.set_page_width(PAGE_POINTS[paper.size])
        self._go_on()

    def _draw(self, dpi: float) -> None:
        self.percent.setText(f"{round(self.view.zoom * 100)} %")
        if self._paper is not None:
            self._link.run(self, _drawn, self._paper.pdf, dpi, done=self._show_images, latest=True)

    def _show_images(self, images: tuple[QImage, ...]) -> None:
        self.view.show_images(images)

    def _remembered(self) -> str:
        return self._printer_name or self._shell.prints.usual(self._kind)

    def _prepared(self, name: str) -> QPrinter:
        number = self.notice.number if self.notice else ""
        return self._shell.prints.prepared(name, self.paper_size, number, self._kind, on=self._printers)

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
        """Send the paper as it is printed now, with its 补打 mark."""
        self._printer_name = name
        self._set_busy(True)
        paper = Outgoing(kind=self._kind, paper_id=self._notice_id, form=self.how, printer=name)
        self._shell.prints.send(self, paper, printer, self._sent, self._refused, self._not_done)

    def _sent(self, _job: PrintJob) -> None:
        self._set_busy(False)
        self._read()

    def _saved(self, path: str, _saved: printing.Begun) -> None:
        self._set_busy(False)
        self._read()
        self._shell.toast(self.tr("已存为 {path}").format(path=path))
        self.telling.note(ToldMode.PDF)

    def _not_done(self, error: ReceptionError) -> None:
        """Say what the desk refused; what failed in the machine the shell says, with Retry."""
        self._set_busy(False)
        if not isinstance(error, Unavailable):
            self._tell(error)

    def _refused(self, error: ReceptionError) -> None:
        """Say what stood in the way of the printer; nothing was counted, and F5 prints once more."""
        self._set_busy(False)
        self._read()
        self._tell(error)
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, error: ReceptionError) -> None:
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _set_busy(self, busy: bool) -> None:
        self._under_way = busy
        if busy:
            self.error.hide()
            self._focus_before = self.focusWidget()
        self._show_buttons()
        focus = QApplication.focusWidget()
        if not busy and focus and self._focus_before and self.isAncestorOf(focus):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        living = self.notice is not None and not self.notice.void
        able = living and not self._under_way and self._link.desk.may(Action.PRINT_NOTICE)
        for button in (self.print_button, self.again_button, self.other_button, self.save_button):
            button.setEnabled(able)
        self.other_button.setVisible(self._shell.prints.way(self._kind).direct)


def _drawn(_desk: "Desk", pdf: bytes, dpi: float) -> tuple[QImage, ...]:
    """Give the pages as pictures; called on the reading thread, so that no window waits for it."""
    return page_images(pdf, dpi)
