"""Papers handed to CUPS as they are, by its own command: letters stay letters, and trays are chosen by their names.

Source: dependencies §3 (vectors are kept; words of a command are a list, no shell reads them).
"""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

PROGRAM, OPTIONS = "lp", "lpoptions"
_SLOT = "InputSlot"


def is_there() -> bool:
    """Tell whether this machine can take papers in this way."""
    return sys.platform != "win32" and bool(QStandardPaths.findExecutable(PROGRAM))


def takes(printer: QPrinter) -> bool:
    """Tell whether a printer can be reached in this way: one that writes a file itself cannot."""
    return is_there() and printer.outputFormat() is QPrinter.OutputFormat.NativeFormat


def words_of(printer: QPrinter, tray: str = "") -> list[str]:
    """Give the words of the command for a printer as it is set: paper, copies, pages, tray."""
    words = ["-d", printer.printerName(), "-t", printer.docName(), "-n", str(max(1, printer.copyCount()))]
    options = [f"media={printer.pageLayout().pageSize().key()}", "print-scaling=none", "sides=one-sided"]
    if tray:
        options.append(f"{_SLOT}={tray}")
    for option in options:
        words += ["-o", option]
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        words += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    return [*words, "-"]


class LpRun(QObject):
    """One paper given to CUPS.

    Signals:
        ended(bool): whether CUPS took it.
    """

    ended = Signal(bool)

    def __init__(self, words: Sequence[str], pdf: bytes, parent: QObject, program: str = PROGRAM) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.finished.connect(lambda code, _status: self._end(taken=code == 0))
        self._process.errorOccurred.connect(self._failed)
        self._told = False
        self._process.start(program, [*words])
        self._process.write(pdf)
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """End a command that does not come to its end; CUPS has not taken the paper then."""
        self._process.kill()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(taken=False)

    def _end(self, *, taken: bool) -> None:
        if isValid(self) and not self._told:
            self._told = True
            self.ended.emit(taken)


def ask_trays(owner: QObject, printer: str, done: Callable[[tuple[str, ...]], object]) -> None:
    """Ask CUPS for the trays of a printer; a printer without a choice, or a CUPS that does not answer, has none."""
    process = QProcess(QCoreApplication.instance())  # the owner may be gone before CUPS answers

    def answered() -> None:
        if isValid(owner):
            done(trays_in(bytes(process.readAllStandardOutput().data())))
        process.deleteLater()

    process.finished.connect(answered)
    process.errorOccurred.connect(process.deleteLater)
    process.start(OPTIONS, ["-p", printer, "-l"])


def trays_in(told: bytes) -> tuple[str, ...]:
    """Give the trays in what CUPS tells of a printer; the one that chooses itself is left out."""
    for line in told.decode("utf-8", "replace").splitlines():
        name, _colon, choices = line.partition(": ")
        if name.split("/")[0] == _SLOT:
            found = (choice.removeprefix("*") for choice in choices.split())
            return tuple(choice for choice in found if choice not in ("Auto", "AutoSelect", "Default"))
    return ()
