"""The section of papers and printers: set for each kind at this counter, tried by a test page."""

import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.rules.print_ways import EVERY_KIND, OTHER_PAPERS, PrintWay, read_ways, write_ways
from reception.workstation import read_settings
from tests.cast import COUNTER
from tests.ui.conftest import answered
from tests.ui.trays import Tray
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, TickField
from ui.main_window import MainWindow
from ui.print_queue import PrintQueueStep
from ui.printing import sender
from ui.settings.printers import PrintersSection

LPOPTIONS = """#!/bin/sh
[ "$2" = 前台 ] && echo 'InputSlot/Tray: *Auto Tray1 Tray2'
exit 0
"""


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    """Give a machine with two printers."""
    return Tray(tmp_path, "前台", "后台")


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands of CUPS be there; one printer has two trays."""
    folder = tmp_path / "commands"
    folder.mkdir()
    for name, text in {"lp": "#!/bin/sh\ncat > /dev/null\n", "lpoptions": LPOPTIONS}.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.fixture
def section(shell: MainWindow, link: DeskLink, qtbot: QtBot, tray: Tray, cups: None) -> Iterator[PrintersSection]:
    """Give the section, shown."""
    shell.prints.printers = tray
    shell.activateWindow()
    shell.go("settings", section="printers")
    answered(link, qtbot)
    part = shell.pages["settings"].parts["printers"]  # type: ignore[attr-defined]
    assert isinstance(part, PrintersSection)
    yield part
    qtbot.waitUntil(lambda: not sender().is_busy and not link.is_busy, timeout=20_000)


def choose(field: ChoiceField, value: object) -> None:
    """Choose with the arrow keys, as a person does."""
    field.box.setFocus()
    for _ in range(field.box.count()):
        QTest.keyClick(field.box, Qt.Key.Key_Up)
    for _ in range(field.box.count()):
        if field.value() == value:
            return
        QTest.keyClick(field.box, Qt.Key.Key_Down)
    raise AssertionError(f"{value} is not offered")


def tick(field: TickField) -> None:
    """Tick or untick with the space bar."""
    QTest.keyClick(field.box, Qt.Key.Key_Space)


def kept(shell: MainWindow) -> dict[tuple[str, str], PrintWay]:
    """Give what the machine remembers on its disk."""
    return read_ways(read_settings(shell.machine._folder).print_ways)


def test_what_is_chosen_for_all_kinds_holds_at_once_and_is_kept(section: PrintersSection, shell: MainWindow):
    choose(section.printer, "后台")
    choose(section.copies, 2)
    choose(section.paper_size, PaperSize.A5)
    choose(section.language, PaperLanguage.BOTH)
    for field in (section.large, section.short_stub, section.direct):
        tick(field)
    form = PaperForm(size=PaperSize.A5, language=PaperLanguage.BOTH, large=True, short_stub=True)
    way = PrintWay(printer="后台", form=form, copies=2, direct=True)
    assert kept(shell) == {(COUNTER, EVERY_KIND): way}
    assert shell.prints.way(PaperKind.SL) == way


def test_a_kind_follows_the_others_until_it_is_set_apart(section: PrintersSection, shell: MainWindow):
    choose(section.printer, "后台")
    choose(section.kind, "SJ")
    assert (section.printer.value(), section.printer.box.isEnabled()) == ("后台", False)
    tick(section.own)
    assert section.printer.box.isEnabled()
    choose(section.paper_size, PaperSize.ROLL)
    assert shell.prints.way(PaperKind.SJ) == PrintWay(printer="后台", form=PaperForm(size=PaperSize.ROLL))
    assert shell.prints.way(PaperKind.YC).form.size is PaperSize.A4
    tick(section.own)
    assert section.paper_size.value() is PaperSize.A4
    assert kept(shell).keys() == {(COUNTER, EVERY_KIND)}


def test_other_papers_have_no_form_to_choose(section: PrintersSection):
    choose(section.kind, OTHER_PAPERS)
    assert [field.isHidden() for field in section.fields.values()] == [True] * 4
    choose(section.kind, EVERY_KIND)
    assert [field.isHidden() for field in section.fields.values()] == [False] * 4


def test_a_set_printer_that_is_gone_stays_chosen_and_is_said(section: PrintersSection, shell: MainWindow, tray: Tray):
    choose(section.printer, "后台")
    tray.present.remove("后台")
    section.entered()
    assert section.printer.box.currentText() == "后台（找不到）"
    assert kept(shell)[COUNTER, EVERY_KIND].printer == "后台"


def test_the_trays_of_a_printer_are_offered_by_their_names(section: PrintersSection, shell: MainWindow, qtbot: QtBot):
    choose(section.printer, "前台")
    qtbot.waitUntil(lambda: section.tray.box.count() == 3, timeout=20_000)
    choose(section.tray, "Tray2")
    assert kept(shell)[COUNTER, EVERY_KIND].tray == "Tray2"
    choose(section.printer, "后台")
    assert kept(shell)[COUNTER, EVERY_KIND].tray == ""


def test_a_test_page_goes_to_the_printer_of_the_kind(
    section: PrintersSection, link: DeskLink, qtbot: QtBot, tray: Tray
):
    choose(section.printer, "后台")
    choose(section.copies, 3)
    choose(section.paper_size, PaperSize.A5)
    QTest.keyClick(section.trial_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(section.said.text()), timeout=20_000)
    assert section.said.text() == "测试页已送往 后台。"
    assert section.trial_button.isEnabled()
    told = subprocess.run(["pdfinfo", tray.jobs[-1]], capture_output=True, check=True).stdout.decode()
    assert tray.jobs[-1].name.startswith("后台")
    assert "419.5" in told or "420 x 595" in told


def test_a_test_page_that_fails_is_said(section: PrintersSection, qtbot: QtBot, tray: Tray, qtlog):
    tray.broken.update(tray.present)
    with qtlog.disabled():
        QTest.keyClick(section.trial_button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: bool(section.error.text()), timeout=20_000)
    assert "没有收下" in section.error.text()
    assert section.trial_button.isEnabled()
    tray.present.clear()
    QTest.keyClick(section.trial_button, Qt.Key.Key_Space)
    assert "没有可用的打印机" in section.error.text()


def test_papers_are_handed_over_as_they_are_where_it_is_ticked(section: PrintersSection, shell: MainWindow):
    assert not section.as_pdf.isHidden()
    tick(section.as_pdf)
    assert read_settings(shell.machine._folder).as_pdf
    tick(section.as_pdf)
    assert not read_settings(shell.machine._folder).as_pdf


def test_the_section_leads_to_the_queue(section: PrintersSection, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    QTest.keyClick(section.queue_button, Qt.Key.Key_Space)
    answered(link, qtbot)
    assert isinstance(shell.step, PrintQueueStep)
    assert shell.step.table.records.rowCount() == 0


def test_damaged_settings_are_as_if_nothing_were_set(section: PrintersSection, shell: MainWindow):
    shell.machine.change(print_ways='{"1号窗口": {"*": {"copies": 0}}}')
    section.show_kind()
    assert section.way == PrintWay()
    choose(section.printer, "前台")
    assert kept(shell) == {(COUNTER, EVERY_KIND): PrintWay(printer="前台")}


def test_ways_of_another_counter_stay(section: PrintersSection, shell: MainWindow):
    other = {("2号窗口", EVERY_KIND): PrintWay(printer="后台")}
    shell.machine.change(print_ways=write_ways(other))
    choose(section.printer, "前台")
    assert kept(shell) == {**other, (COUNTER, EVERY_KIND): PrintWay(printer="前台")}
