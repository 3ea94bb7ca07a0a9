"""The step in which a notice is seen, printed and saved."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, PaperSize
from reception.services import corrections, inquiries, notices
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered
from tests.ui.trays import Tray
from ui import notices as page_module
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.notices import NoticePage
from ui.printing import sender

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
LACKING = NoticeDraft(
    ticks=tuple(
        MaterialTick(no=no, state=MaterialState.MISSING if no == 2 else MaterialState.PROVIDED) for no in range(1, 5)
    )
)


def text_of(path: Path) -> str:
    """Give the text of a PDF."""
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")


@pytest.fixture(autouse=True)
def first_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test begin with the size of a fresh program."""
    monkeypatch.setattr(page_module._Habit, "size", PaperSize.A4)


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    """Give a machine with two printers."""
    return Tray(tmp_path, "前台", "后台")


def notice_for(ask: Ask, **named: Any) -> Notice:
    """Issue a notice for a visitor."""
    inquiry = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03", **named)).inquiry
    issued: Notice = ask(notices.issue, inquiry.id, LACKING)
    return issued


@pytest.fixture
def notice(ask: Ask) -> Notice:
    """Give an issued notice."""
    return notice_for(ask)


def opened(shell: MainWindow, link: DeskLink, notice: Notice, tray: Tray, qtbot: QtBot) -> NoticePage:
    """Open the step of a notice and wait until its paper is on the screen."""
    shell.go("register")
    answered(link, qtbot)
    step = NoticePage(shell, link, notice.id, tray)
    shell.open_step(step)
    settle(step, link, qtbot)
    return step


def settle(step: NoticePage, link: DeskLink, qtbot: QtBot) -> None:
    """Wait until nothing is under way any more."""
    qtbot.waitUntil(lambda: not sender().is_busy and not link.is_busy, timeout=20_000)
    answered(link, qtbot)


@pytest.fixture
def step(shell: MainWindow, link: DeskLink, notice: Notice, tray: Tray, qtbot: QtBot) -> Iterator[NoticePage]:
    """Give the step of a notice, shown."""
    page = opened(shell, link, notice, tray, qtbot)
    yield page
    settle(page, link, qtbot)


def print_through_the_dialog(step: NoticePage, link: DeskLink, qtbot: QtBot) -> None:
    """Press Ctrl+P and agree in the window that asks for a printer."""
    qtbot.keyClick(step, Key.Key_P, CTRL)
    assert step.dialog is not None
    step.dialog.accept()
    settle(step, link, qtbot)


def test_the_paper_is_shown_with_its_number_and_how_often_it_was_printed(step: NoticePage, notice: Notice):
    assert step.number.text() == notice.number
    assert step.state.text() == "尚未打印"
    assert step.view.page_count == 1
    assert step.print_button.isEnabled()


def test_a_preview_counts_as_nothing(step: NoticePage, ask: Ask, notice: Notice):
    assert ask(notices.by_id, notice.id).prints == 0


def test_another_size_is_shown_and_stays_chosen(
    step: NoticePage, shell: MainWindow, link: DeskLink, notice: Notice, tray: Tray, qtbot: QtBot
):
    qtbot.mouseClick(step.sizes[PaperSize.A5], Qt.MouseButton.LeftButton)
    settle(step, link, qtbot)
    assert step.paper_size is PaperSize.A5
    assert opened(shell, link, notice, tray, qtbot).sizes[PaperSize.A5].isChecked()


def test_pages_are_as_sharp_as_the_screen(step: NoticePage):
    image = step.view._pages.images[0]
    assert image.devicePixelRatio() == step.devicePixelRatioF()
    assert abs(image.width() - 595.276 / 72 * 96 * step.view.zoom * step.devicePixelRatioF()) <= 1


def test_the_paper_is_enlarged_and_made_smaller_by_keys_and_wheel(step: NoticePage, link: DeskLink, qtbot: QtBot):
    fitting = step.view.zoom
    qtbot.keyClick(step, Key.Key_Plus, CTRL)
    larger = step.view.zoom
    qtbot.keyClick(step, Key.Key_Minus, CTRL)
    qtbot.keyClick(step, Key.Key_Minus, CTRL)
    smaller = step.view.zoom
    assert smaller < larger
    assert larger > fitting
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(step.view.mapToGlobal(QPoint(50, 50))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(step.view.viewport(), wheel)
    assert step.view.zoom > smaller
    qtbot.keyClick(step, Key.Key_0, CTRL)
    assert step.view.zoom == fitting
    settle(step, link, qtbot)
    assert step.percent.text() == f"{round(fitting * 100)} %"


def test_enlarging_ends_somewhere(step: NoticePage):
    for _ in range(20):
        step.view.larger()
    assert step.view.zoom == 3.0
    for _ in range(20):
        step.view.smaller()
    assert step.view.zoom == 0.5


def test_ctrl_p_prints_through_a_window_of_choice_and_counts(
    step: NoticePage, link: DeskLink, qtbot: QtBot, tray: Tray, ask: Ask, notice: Notice, shell: MainWindow
):
    print_through_the_dialog(step, link, qtbot)
    assert ask(notices.by_id, notice.id).prints == 1
    assert step.state.text() == "已打印 1 次"
    assert [job.exists() for job in tray.jobs] == [True]
    assert shell.machine.settings.printer in tray.names()
    assert notice.number in shell.status.prints.text


def test_the_focus_stays_on_the_button_that_printed(step: NoticePage, link: DeskLink, qtbot: QtBot):
    step.window().activateWindow()
    step.print_button.setFocus()
    print_through_the_dialog(step, link, qtbot)
    assert step.print_button.hasFocus()


def test_the_printed_paper_is_no_preview(step: NoticePage, link: DeskLink, qtbot: QtBot, tray: Tray, tmp_path: Path):
    sent: list[bytes] = []
    ordinary = sender().send

    def noted(owner: Any, pdf: bytes, *rest: Any) -> None:
        sent.append(pdf)
        ordinary(owner, pdf, *rest)

    sender().send = noted
    try:
        print_through_the_dialog(step, link, qtbot)
        qtbot.keyClick(step, Key.Key_F5)
        settle(step, link, qtbot)
    finally:
        del sender().send
    papers = []
    for number, pdf in enumerate(sent):
        path = tmp_path / f"sent-{number}.pdf"
        path.write_bytes(pdf)
        papers.append(text_of(path))
    assert ["预览" in paper for paper in papers] == [False, False]
    assert ["补打第 1 次" in paper for paper in papers] == [False, True]


def test_f5_prints_again_without_asking(
    step: NoticePage, link: DeskLink, qtbot: QtBot, tray: Tray, ask: Ask, notice: Notice
):
    print_through_the_dialog(step, link, qtbot)
    qtbot.keyClick(step, Key.Key_F5)
    assert step.dialog is None
    settle(step, link, qtbot)
    assert ask(notices.by_id, notice.id).prints == 2
    assert len(tray.jobs) == 2


def test_f5_asks_the_first_time(step: NoticePage, qtbot: QtBot):
    qtbot.keyClick(step, Key.Key_F5)
    assert step.dialog is not None
    step.dialog.reject()
    assert step.dialog is None


def test_the_remembered_printer_is_used_in_the_next_notice(
    step: NoticePage, shell: MainWindow, link: DeskLink, qtbot: QtBot, tray: Tray, ask: Ask
):
    shell.machine.change(printer="后台")
    qtbot.keyClick(step, Key.Key_F5)
    settle(step, link, qtbot)
    assert tray.jobs[-1].name.startswith("后台")


def test_leaving_that_window_prints_nothing(step: NoticePage, link: DeskLink, qtbot: QtBot, ask: Ask, notice: Notice):
    qtbot.keyClick(step, Key.Key_P, CTRL)
    assert step.dialog is not None
    step.dialog.reject()
    settle(step, link, qtbot)
    assert ask(notices.by_id, notice.id).prints == 0
    assert step.print_button.isEnabled()


def test_a_machine_without_printers_says_so_and_offers_the_file(step: NoticePage, tray: Tray, qtbot: QtBot):
    tray.present.clear()
    qtbot.keyClick(step, Key.Key_P, CTRL)
    assert step.dialog is None
    assert "没有可用的打印机" in step.error.text()
    assert step.save_button.isEnabled()
    assert not step.error.isHidden()


def test_a_failing_printer_loses_nothing_and_one_key_prints_again(
    step: NoticePage, link: DeskLink, qtbot: QtBot, tray: Tray, ask: Ask, notice: Notice, shell: MainWindow, qtlog: Any
):
    shell.machine.change(printer="前台")
    tray.broken.add("前台")
    with qtlog.disabled():
        qtbot.keyClick(step, Key.Key_F5)
        settle(step, link, qtbot)
    assert "没有收下" in step.error.text()
    assert step.again_button.hasFocus()
    assert ask(notices.by_id, notice.id).prints == 0
    tray.broken.clear()
    qtbot.keyClick(step, Key.Key_F5)
    settle(step, link, qtbot)
    assert ask(notices.by_id, notice.id).prints == 1
    assert step.error.isHidden()


def test_a_printer_that_is_gone_is_named(step: NoticePage, tray: Tray, shell: MainWindow, qtbot: QtBot):
    shell.machine.change(printer="前台")
    tray.present.remove("前台")
    qtbot.keyClick(step, Key.Key_F5)
    assert "前台" in step.error.text()


def test_one_print_at_a_time(step: NoticePage, link: DeskLink, shell: MainWindow, qtbot: QtBot, tray: Tray, ask: Ask):
    shell.machine.change(printer="前台")
    qtbot.keyClick(step, Key.Key_F5)
    qtbot.keyClick(step, Key.Key_F5)
    qtbot.keyClick(step, Key.Key_P, CTRL)
    assert step.dialog is None
    settle(step, link, qtbot)
    assert len(tray.jobs) == 1


def test_the_paper_is_saved_as_a_file_and_counted(
    step: NoticePage, link: DeskLink, qtbot: QtBot, ask: Ask, notice: Notice, tmp_path: Path
):
    qtbot.keyClick(step, Key.Key_S, CTRL)
    dialog = step.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"{notice.number}.pdf")
    target = tmp_path / "paper.pdf"
    dialog.selectFile(str(target))
    dialog.accept()
    settle(step, link, qtbot)
    assert notice.number in text_of(target)
    assert "预览" not in text_of(target)
    assert ask(notices.by_id, notice.id).prints == 1


def test_a_file_that_cannot_be_written_is_told(
    step: NoticePage, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, notice: Notice, tmp_path: Path
):
    step.save_as(str(tmp_path / "nowhere" / "paper.pdf"))
    settle(step, link, qtbot)
    assert "nowhere" in shell.failure_line.words.text()
    assert ask(notices.by_id, notice.id).prints == 0
    assert step.save_button.isEnabled()


def test_a_void_notice_is_seen_but_not_printed(
    shell: MainWindow, link: DeskLink, notice: Notice, tray: Tray, ask: Ask, qtbot: QtBot
):
    ask(corrections.void, notice.inquiry_id, VoidReason.MISTAKE, "事项选错")
    step = opened(shell, link, notice, tray, qtbot)
    assert "作废" in step.state.text()
    assert not any(each.isEnabled() for each in (step.print_button, step.again_button, step.save_button))
    qtbot.keyClick(step, Key.Key_P, CTRL)
    assert step.dialog is None


def test_a_print_made_elsewhere_is_seen(step: NoticePage, link: DeskLink, ask: Ask, notice: Notice, qtbot: QtBot):
    ask(notices.printed, notice.id)
    settle(step, link, qtbot)
    assert step.state.text() == "已打印 1 次"


def test_characters_that_must_be_written_by_hand_are_said(
    shell: MainWindow, link: DeskLink, tray: Tray, ask: Ask, qtbot: QtBot
):
    step = opened(shell, link, notice_for(ask, person_name="张\U000326c1"), tray, qtbot)
    assert "U+326C1" in step.warning.text()
    assert not step.warning.isHidden()


def test_ordinary_papers_have_no_warning(step: NoticePage):
    assert step.warning.isHidden()


def test_escape_leads_back_to_the_room(step: NoticePage, shell: MainWindow, qtbot: QtBot):
    qtbot.keyClick(step, Key.Key_Escape)
    assert shell.present_page() is not step
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_every_control_has_a_name(step: NoticePage):
    named = [step.smaller_button, step.larger_button, step.view]
    assert all(each.accessibleName() for each in named)
