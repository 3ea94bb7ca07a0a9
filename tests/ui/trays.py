"""Printers of the tests: real ones of Qt, which write what they print into a folder.

No test opens the system's own window: agreeing there would print on the office's printer.
"""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.printing import Printers


class Tray(Printers):
    """Printers that each print into a file of their name; one can be switched off or made to fail."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.folder = folder
        self.present = list(names)
        self.broken: set[str] = set()
        self.jobs: list[Path] = []

    def names(self) -> tuple[str, ...]:
        return tuple(self.present)

    def chooser(self, printer: QPrinter, parent: QWidget) -> QDialog:
        return QDialog(parent)

    def _made(self, name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setPrinterName(name)
        path = self.folder / f"{name}-{len(self.jobs) + 1}.pdf"
        if name in self.broken:
            path = self.folder / "no such folder" / "page.pdf"
        printer.setOutputFileName(str(path))
        self.jobs.append(path)
        return printer
