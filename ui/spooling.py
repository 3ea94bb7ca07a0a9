"""Pages laid onto the paper of a printer."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from reception.errors import Unavailable

POINTS_PER_INCH = 72
METRES_PER_INCH = 0.0254
FINEST_DPI = 600
"""More dots than these no eye sees, and the spooled picture only grows."""


def fitting_dpi(printer: QPrinter) -> int:
    """Give with how many dots to the inch pages are drawn for a printer."""
    return min(max(printer.resolution(), POINTS_PER_INCH), FINEST_DPI)


def send(images: Sequence[QImage], printer: QPrinter) -> None:
    """Print pages, each at its true size; those outside a range that the person chose are left out.

    Raises:
        Unavailable: the printer did not take all of it; nothing may be counted as printed.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable("print_failed", printer=printer.printerName())
    taken = True
    for place, number in enumerate(_chosen(len(images), printer)):
        taken = taken and (place == 0 or printer.newPage())
        if taken:
            image = images[number]
            painter.drawImage(_target(image, printer), image)
    ended = painter.end()
    failed = printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
    if failed or not taken or not ended:
        raise Unavailable("print_failed", printer=printer.printerName())


def _chosen(count: int, printer: QPrinter) -> range:
    every = range(count)
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return every
    return every[printer.fromPage() - 1 : printer.toPage()] or every


def _target(image: QImage, printer: QPrinter) -> QRectF:
    """Give where a picture is drawn: at its true size, smaller only where the paper in the tray is smaller."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = printer.resolution() / (image.dotsPerMeterX() * METRES_PER_INCH)
    width, height = image.width() * scale, image.height() * scale
    shrink = min(1.0, (paper.width() + 1) / width, (paper.height() + 1) / height)
    return QRectF(0, 0, width * shrink, height * shrink)
