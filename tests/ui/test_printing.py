"""Papers drawn for the screen and for printers."""

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception.documents.blank_register import render_blank_register
from reception.documents.papers import render_notice, render_paper
from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm
from reception.words.paper_forms import paper_of
from tests.documents.paper_fixtures import LEAVE, LONG
from tests.ui.trays import Tray
from ui import lp
from ui.printing import (
    ACROSS_POINTS,
    PAGE_POINTS,
    SILENT_MS,
    PaperPages,
    Printers,
    Sender,
    cut_roll,
    page_images,
    page_points,
    sender,
)
from ui.spooling import send

A5 = render_notice(LEAVE, PaperSize.A5).pdf


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    """Give a machine with one printer."""
    return Tray(tmp_path, "前台")


def facts(path: Path) -> dict[str, str]:
    """Give what pdfinfo tells of a file."""
    told = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    return {name: value.strip() for name, value in (line.split(":", 1) for line in told.splitlines())}


def test_a_page_is_drawn_with_as_many_dots_as_asked():
    (image,) = page_images(A5, 150)
    assert (image.width(), image.height()) == (875, 1241)
    assert round(image.dotsPerMeterX() * 0.0254) == 150


def test_every_page_is_drawn():
    assert len(page_images(render_notice(LONG, PaperSize.A4).pdf, 40)) == 4


def test_a_page_is_white_with_black_letters():
    (image,) = page_images(A5, 72, grey=True)
    assert image.pixelColor(2, 2) == QColor("white")
    assert min(image.pixelColor(x, y).lightness() for x in range(100, 320) for y in range(40, 60)) < 40


def test_what_is_no_pdf_is_told():
    with pytest.raises(Unavailable, match="paper_unreadable"):
        page_images(b"never a PDF", 72)


def test_a_machine_without_printers_is_told_before_any_printer_is_made():
    """Qt would make one that writes a PDF and calls itself valid."""

    class Nothing(Printers):
        def names(self) -> tuple[str, ...]:
            return ()

        def _made(self, name: str) -> QPrinter:
            raise AssertionError("no printer may be made")

    for ask in (lambda: Nothing().preferred(""), lambda: Nothing().prepared("前台", PaperSize.A5, "")):
        with pytest.raises(Unavailable, match="no_printer"):
            ask()


def test_a_printer_that_is_gone_is_told_by_its_name(tray: Tray):
    with pytest.raises(Unavailable) as refused:
        tray.prepared("后台", PaperSize.A5, "")
    assert (refused.value.code, refused.value.values["printer"]) == ("printer_gone", "后台")


def test_a_printer_of_the_list_that_turns_out_to_write_files_is_refused():
    class Listed(Printers):
        def names(self) -> tuple[str, ...]:
            return ("只在名单上",)

    with pytest.raises(Unavailable, match="printer_gone"):
        Listed().prepared("只在名单上", PaperSize.A5, "")


def test_the_system_is_asked_for_its_printers(qapp: QApplication):
    assert Printers().names() == tuple(QPrinterInfo.availablePrinterNames())


def test_the_systems_own_window_offers_printers_and_no_files(tray: Tray, qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Printers().chooser(tray.prepared("前台", PaperSize.A5, "告知单"), parent)
    assert isinstance(dialog, QPrintDialog)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)


def test_the_remembered_printer_is_preferred_while_it_is_there(tmp_path: Path):
    printers = Tray(tmp_path, "前台", "后台")
    assert printers.preferred("后台") == "后台"
    assert printers.preferred("搬走的") in {"前台", QPrinterInfo.defaultPrinterName()}


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A5])
def test_a_printer_is_set_to_the_size_of_the_paper(tray: Tray, size: PaperSize):
    printer = tray.prepared("前台", size, "告知单")
    expected = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.A5: QPageSize.PageSizeId.A5}[size]
    assert printer.pageLayout().pageSize().id() == expected
    assert abs(printer.paperRect(QPrinter.Unit.Point).width() - PAGE_POINTS[size]) < 1


@pytest.mark.parametrize(("size", "points"), [(PaperSize.A5, (420, 595)), (PaperSize.A4, (595, 842))])
def test_a_page_is_printed_at_its_true_size(tray: Tray, size: PaperSize, points: tuple[int, int], tmp_path: Path):
    pdf = render_notice(LEAVE, size).pdf
    send(page_images(pdf, 300, grey=True), tray.prepared("前台", size, "告知单"))
    (job,) = tray.jobs
    width, height = (float(part) for part in facts(job)["Page size"].split(" pts")[0].split(" x "))
    assert (round(width), round(height)) == points
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", job, tmp_path / "page"], check=True)
    told = subprocess.run(["zbarimg", "--quiet", "--raw", tmp_path / "page.png"], capture_output=True, check=True)
    assert set(told.stdout.decode().split()) == {LEAVE.query_code}


def test_every_page_is_printed(tray: Tray):
    pdf = render_notice(LONG, PaperSize.A4).pdf
    send(page_images(pdf, 72, grey=True), tray.prepared("前台", PaperSize.A4, "告知单"))
    assert facts(tray.jobs[0])["Pages"] == "4"


def test_a_range_of_pages_is_kept_to(tray: Tray):
    printer = tray.prepared("前台", PaperSize.A4, "告知单")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    send(page_images(render_notice(LONG, PaperSize.A4).pdf, 72, grey=True), printer)
    assert facts(tray.jobs[0])["Pages"] == "2"


def test_a_printer_that_takes_nothing_is_told(tray: Tray, qtlog):
    tray.broken.add("前台")
    with qtlog.disabled(), pytest.raises(Unavailable, match="print_failed"):
        send(page_images(A5, 72), tray.prepared("前台", PaperSize.A5, "告知单"))


@pytest.fixture
def post(qapp: QApplication, qtbot: QtBot) -> Iterator[Sender]:
    """Give the sender of the program."""
    found = sender()
    yield found
    qtbot.waitUntil(lambda: not found.is_busy, timeout=20_000)


def test_a_paper_is_sent_while_the_window_goes_on(post: Sender, tray: Tray, qtbot: QtBot):
    owner = QObject()
    told: list[str] = []
    printer = tray.prepared("前台", PaperSize.A5, "告知单")
    post.send(owner, A5, printer, lambda: told.append("done"), lambda error: told.append(error.code))
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["done"]
    assert facts(tray.jobs[0])["Pages"] == "1"


def test_a_failing_paper_is_answered_too(post: Sender, tray: Tray, qtbot: QtBot):
    owner = QObject()
    told: list[ReceptionError] = []
    printer = tray.prepared("前台", PaperSize.A5, "告知单")
    post.send(owner, b"never a PDF", printer, lambda: None, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert [error.code for error in told] == ["paper_unreadable"]


def test_nobody_is_called_whose_page_is_gone(post: Sender, tray: Tray, qtbot: QtBot):
    owner = QObject()
    told: list[str] = []
    printer = tray.prepared("前台", PaperSize.A5, "告知单")
    post.send(owner, A5, printer, lambda: told.append("done"), lambda error: told.append(error.code))
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: not post.is_busy, timeout=20_000)
    assert told == []


def test_the_program_has_one_sender(post: Sender):
    assert sender() is post


def test_a_paper_that_lies_across_is_printed_across(tray: Tray):
    printer = tray.prepared("前台", PaperSize.A4, "登记表", across=True)
    send(page_images(render_blank_register("示例大学教务处").pdf, 150, grey=True), printer)
    (job,) = tray.jobs
    width, height = (float(part) for part in facts(job)["Page size"].split(" pts")[0].split(" x "))
    assert (round(width), round(height)) == (842, 595)
    assert abs(printer.paperRect(QPrinter.Unit.Point).width() - ACROSS_POINTS[PaperSize.A4]) < 1


def test_pages_are_drawn_when_they_are_asked_for_and_only_those():
    pages = PaperPages(render_notice(LONG, PaperSize.A4).pdf, 40)
    assert len(pages) == 4
    assert pages[3].height() == page_images(render_notice(LONG, PaperSize.A4).pdf, 40)[3].height()
    assert [image.height() for image in pages[1:3]] == [pages[1].height(), pages[2].height()]
    with pytest.raises(IndexError):
        pages[4]
    pages.close()
    assert len(page_images(render_notice(LONG, PaperSize.A4).pdf, 40, most=2)) == 2


def test_a_roll_is_cut_where_the_paper_ends(tray: Tray):
    pdf = render_paper((paper_of(LEAVE),), PaperForm(size=PaperSize.ROLL)).pdf
    printer = tray.prepared("前台", PaperSize.ROLL, "告知单")
    cut_roll(printer, pdf)
    send(page_images(pdf, 203, grey=True), printer)
    width, height = (float(part) for part in facts(tray.jobs[0])["Page size"].split(" pts")[0].split(" x "))
    assert (width, height) == pytest.approx(page_points(pdf), abs=1)
    assert 400 < height < 841


def test_copies_and_a_known_tray_are_set_and_an_unknown_tray_means_nothing(tray: Tray):
    known = tray.prepared("前台", PaperSize.A5, "", copies=3, tray="Lower")
    assert (known.copyCount(), known.paperSource()) == (3, QPrinter.PaperSource.Lower)
    assert tray.prepared("前台", PaperSize.A5, "", tray="Tray2").paperSource() is QPrinter.PaperSource.Auto


class Hanging(Tray):
    """Printers that take nothing until they are let go."""

    def __init__(self, folder: Path, *names: str) -> None:
        super().__init__(folder, *names)
        self.let_go = threading.Event()

    def _made(self, name: str) -> QPrinter:
        printer = super()._made(name)
        resolution = printer.resolution
        printer.resolution = lambda: self.let_go.wait(20) and resolution()  # type: ignore[method-assign]
        return printer


def test_a_printer_that_hangs_is_given_up_and_holds_up_nobody(post: Sender, tmp_path: Path, qtbot: QtBot):
    hanging, owner = Hanging(tmp_path, "前台", "后台"), QObject()
    told: list[str] = []
    post.silent_ms = 50
    try:
        printer = hanging.prepared("前台", PaperSize.A5, "告知单")
        post.send(owner, A5, printer, lambda: told.append("done"), lambda error: told.append(error.code))
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
        assert told == ["printer_silent"]
        assert not post.is_busy
    finally:
        post.silent_ms = SILENT_MS
        hanging.let_go.set()
    other = Tray(tmp_path, "后台").prepared("后台", PaperSize.A5, "告知单")
    post.send(owner, A5, other, lambda: told.append("other"), lambda error: told.append(error.code))
    qtbot.waitUntil(lambda: len(told) > 1, timeout=20_000)
    qtbot.waitUntil(lambda: not post._hanging, timeout=20_000)
    assert told == ["printer_silent", "other"]


def test_a_command_says_paper_copies_pages_and_tray_in_words_that_no_shell_reads(tray: Tray):
    printer = tray.prepared("前台", PaperSize.A5, "告知单; rm -rf /", copies=2)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    words = lp.words_of(printer, "Tray2")
    assert words[words.index("-t") + 1] == "告知单; rm -rf /"
    assert words[words.index("-n") + 1] == "2"
    assert words[words.index("-P") + 1] == "2-3"
    assert {"media=A5", "InputSlot=Tray2", "print-scaling=none"} <= set(words)
    assert words[-1] == "-"


@pytest.mark.parametrize(("command", "taken"), [("cat", True), ("false", False), ("/no/such/program", False)])
def test_a_command_that_fails_or_is_not_there_takes_nothing(qapp: QApplication, qtbot: QtBot, command: str, taken):
    told: list[bool] = []
    run = lp.LpRun([], A5, qapp, command)
    run.ended.connect(told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [taken]
    run.deleteLater()


def test_a_command_that_hangs_is_ended(qapp: QApplication, qtbot: QtBot):
    told: list[bool] = []
    run = lp.LpRun(["600"], A5, qapp, "sleep")
    run.ended.connect(told.append)
    run.stop()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [False]
    run.deleteLater()


def test_trays_are_read_from_what_cups_tells():
    told = "PageSize/Media Size: *A4 A5\nInputSlot/Media Source: *Auto Tray1 Tray2\nDuplex/2-Sided: *None\n"
    assert lp.trays_in(told.encode()) == ("Tray1", "Tray2")
    assert lp.trays_in(b"lpoptions: Unable to get PPD file\n") == ()
