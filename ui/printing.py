"""Papers on the screen and on the printer: pages drawn by PDFium, sent by the system's own printing.

A QPrinter made on a machine without printers quietly becomes a PDF writer and calls itself valid. Therefore the
list of printers is read first, and no QPrinter is made unless its printer is on that list.
"""

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

import pypdfium2
import shiboken6
from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import PaperSize
from ui import lp
from ui.spooling import METRES_PER_INCH, POINTS_PER_INCH, fitting_dpi, send

SILENT_MS = 30_000
"""A printer that has not taken a paper by then is held for a silent one; the person goes on."""
PAGE_POINTS = {
    PaperSize.A4: 595.276,
    PaperSize.A4_THREE: 595.276,
    PaperSize.A5: 419.528,
    PaperSize.ROLL: 226.772,
}
"""How wide each paper is."""
ACROSS_POINTS = {PaperSize.A4: 841.89, PaperSize.A5: 595.276}
"""How wide each paper is when it lies across."""
_SIZES = {
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.A4_THREE: QPageSize.PageSizeId.A4,
    PaperSize.A5: QPageSize.PageSizeId.A5,
}
_ROLL_LENGTH = 841.89
# PDFium may be used by one thread at a time.
_drawing = threading.Lock()


class PaperPages(Sequence[QImage]):
    """The pages of a paper, each drawn when it is asked for: a register of hundreds of pages is never held whole.

    Raises:
        Unavailable: the bytes are no PDF.
    """

    def __init__(self, pdf: bytes, dpi: float, *, grey: bool = False) -> None:
        self._dpi, self._grey = dpi, grey
        with _drawing:
            try:
                self._document = pypdfium2.PdfDocument(pdf)
            except pypdfium2.PdfiumError as failure:
                raise Unavailable("paper_unreadable") from failure
            self._count = len(self._document)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> QImage: ...
    @overload
    def __getitem__(self, place: slice) -> list[QImage]: ...
    def __getitem__(self, place: int | slice) -> QImage | list[QImage]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        with _drawing:
            page = self._document[place]
            try:
                return _image(page, self._dpi, grey=self._grey)
            finally:
                page.close()

    def points(self, place: int) -> tuple[float, float]:
        """Give width and height of a page."""
        with _drawing:
            width, height = self._document.get_page_size(place)
        return float(width), float(height)

    def close(self) -> None:
        """Let go of the paper."""
        with _drawing:
            self._document.close()


def page_points(pdf: bytes) -> tuple[float, float]:
    """Give width and height of the first page of a paper.

    Raises:
        Unavailable: the bytes are no PDF.
    """
    pages = PaperPages(pdf, POINTS_PER_INCH)
    try:
        return pages.points(0)
    finally:
        pages.close()


def page_images(pdf: bytes, dpi: float, *, grey: bool = False, most: int | None = None) -> tuple[QImage, ...]:
    """Give the pages of a paper, or the first so many, as pictures with so many dots to the inch; on any thread.

    Raises:
        Unavailable: the bytes are no PDF.
    """
    pages = PaperPages(pdf, dpi, grey=grey)
    try:
        return tuple(pages[:most])
    finally:
        pages.close()


def _image(page: pypdfium2.PdfPage, dpi: float, *, grey: bool) -> QImage:
    drawn = page.render(scale=dpi / POINTS_PER_INCH, grayscale=grey, rev_byteorder=True)
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    # The copy owns its dots; those of the bitmap go with it.
    image = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, form).copy()
    image.setDotsPerMeterX(round(dpi / METRES_PER_INCH))
    image.setDotsPerMeterY(round(dpi / METRES_PER_INCH))
    return image


TRAYS = ("Upper", "Middle", "Lower", "Manual", "Cassette", "Tractor", "Envelope")
"""Trays by the names that Windows knows; CUPS has names of its own (`ui.lp`)."""


class Printers:
    """The printers of this machine."""

    def names(self) -> tuple[str, ...]:
        """Give the names of the printers that the system knows now."""
        return tuple(QPrinterInfo.availablePrinterNames())

    def preferred(self, remembered: str) -> str:
        """Give the remembered printer if it is still there, else the system's default one, else the first.

        Raises:
            Unavailable: there is no printer at all.
        """
        names = self.names()
        if not names:
            raise Unavailable("no_printer")
        if remembered in names:
            return remembered
        default = QPrinterInfo.defaultPrinterName()
        return default if default in names else names[0]

    def prepared(
        self,
        name: str,
        size: PaperSize,
        title: str,
        *,
        across: bool = False,
        length: float = _ROLL_LENGTH,
        copies: int = 1,
        tray: str = "",
    ) -> QPrinter:
        """Give a printer that is set to a paper size, upright or across, on one side, without margins of its own.

        A roll is cut after `length` points; a tray is one of `TRAYS`, another name means nothing here.

        Raises:
            Unavailable: there is no such printer (any more).
        """
        names = self.names()
        if not names:
            raise Unavailable("no_printer")
        if name not in names:
            raise Unavailable("printer_gone", printer=name)
        printer = self._made(name)
        printer.setDocName(title)
        printer.setCreator("Reception")
        printer.setFullPage(True)
        way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        printer.setPageLayout(QPageLayout(_page_size(size, length), way, QMarginsF(0, 0, 0, 0)))
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
        printer.setCopyCount(copies)
        if tray in TRAYS:
            printer.setPaperSource(QPrinter.PaperSource[tray])
        return printer

    def chooser(self, printer: QPrinter, parent: QWidget) -> QDialog:
        """Give the system's own window in which printer, pages and copies are chosen."""
        dialog = QPrintDialog(printer, parent)
        # A file is written by a button of ours, which says so and asks for its place.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        return dialog

    def _made(self, name: str) -> QPrinter:
        found = QPrinterInfo.printerInfo(name)
        if not found.isNull():
            printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
            if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:
                return printer
        raise Unavailable("printer_gone", printer=name)


def _page_size(size: PaperSize, length: float) -> QPageSize:
    if size in _SIZES:
        return QPageSize(_SIZES[size])
    page = QSizeF(PAGE_POINTS[size], length)
    return QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)


def cut_roll(printer: QPrinter, pdf: bytes) -> None:
    """Set a printer to the length of a paper on a roll: what is longer than it would be cut off, or shrunk.

    Raises:
        Unavailable: the bytes are no PDF.
    """
    _width, length = page_points(pdf)
    printer.setPageSize(_page_size(PaperSize.ROLL, length))


@dataclass(frozen=True, slots=True)
class _Job:
    """A paper under way; the printer is held until the answer, so that it ends on the thread that made it."""

    owner: QObject
    printer: QPrinter
    done: Callable[[], object]
    failed: Callable[[ReceptionError], object]


class Sender(QObject):
    """Sends papers to printers, each on a thread of its own: a printer that hangs holds up nobody."""

    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.silent_ms = SILENT_MS
        self._jobs: dict[int, _Job] = {}
        self._hanging: dict[int, QPrinter] = {}
        self._numbers = 0
        self._ended.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def send(
        self,
        owner: QObject,
        pdf: bytes,
        printer: QPrinter,
        done: Callable[[], object],
        failed: Callable[[ReceptionError], object],
    ) -> None:
        """Print a paper and call `done`, or `failed` with what stood in the way; nobody, if `owner` is gone by then."""
        number = self._begin(owner, printer, done, failed)
        arguments = (number, pdf, printer)
        threading.Thread(target=self._work, args=arguments, name="reception-printing", daemon=True).start()

    def hand_over(
        self,
        owner: QObject,
        pdf: bytes,
        printer: QPrinter,
        done: Callable[[], object],
        failed: Callable[[ReceptionError], object],
        tray: str = "",
    ) -> None:
        """Give a paper to CUPS as it is, with the answers of `send`."""
        number = self._begin(owner, printer, done, failed)
        run = lp.LpRun(lp.words_of(printer, tray), pdf, self)
        refusal = Unavailable("print_failed", printer=printer.printerName())
        run.ended.connect(lambda taken: self._ended.emit(number, None if taken else refusal))
        run.ended.connect(run.deleteLater)
        QTimer.singleShot(self.silent_ms, run, run.stop)

    @property
    def is_busy(self) -> bool:
        """Tell whether a paper is still under way."""
        return bool(self._jobs)

    def _begin(
        self,
        owner: QObject,
        printer: QPrinter,
        done: Callable[[], object],
        failed: Callable[[ReceptionError], object],
    ) -> int:
        self._numbers += 1
        number = self._numbers
        self._jobs[number] = _Job(owner, printer, done, failed)
        QTimer.singleShot(self.silent_ms, self, lambda: self._give_up(number))
        return number

    def _work(self, number: int, pdf: bytes, printer: QPrinter) -> None:
        failure: BaseException | None = None
        try:
            pages = PaperPages(pdf, fitting_dpi(printer), grey=True)
            try:
                send(pages, printer)
            finally:
                pages.close()
        except BaseException as raised:  # noqa: BLE001 -- it is answered on the window's thread
            failure = raised
        if shiboken6.isValid(self):
            self._ended.emit(number, failure)

    def _give_up(self, number: int) -> None:
        """Answer for a printer that hangs; it is held on, and what it says later nobody hears."""
        job = self._jobs.pop(number, None)
        if job is None:
            return
        self._hanging[number] = job.printer
        if shiboken6.isValid(job.owner):
            job.failed(Unavailable("printer_silent", printer=job.printer.printerName()))

    def _answer(self, number: int, failure: BaseException | None) -> None:
        if self._hanging.pop(number, None) is not None:
            return
        job = self._jobs.pop(number)
        if failure is not None and not isinstance(failure, ReceptionError):
            sys.excepthook(type(failure), failure, failure.__traceback__)
            failure = Unavailable("print_failed", printer=job.printer.printerName())
        if not shiboken6.isValid(job.owner):
            return
        if failure is None:
            job.done()
        else:
            job.failed(failure)


def sender() -> Sender:
    """Give the one sender of the running program."""
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(Sender)
    return found if found is not None else Sender(app)
