"""Papers on their way: asked after quietly, answered by one key, kept in the queue when nothing came out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.rules.print_jobs import PrintJob, PrintState
from reception.rules.print_ways import EVERY_KIND, OTHER_PAPERS, PrintWay, write_ways
from reception.services import inquiries, notices, print_jobs, printing
from reception.words import Language
from tests.cast import ANN, BEN, COUNTER, DAN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.trays import Tray
from ui.blank_papers import BlankStep
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.notices import NoticePage
from ui.print_queue import PrintQueueStep
from ui.printing import sender

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
YC = PaperKind.YC
TICKS = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=MaterialState.PROVIDED) for no in range(1, 5)))


class Printing:
    """Hands at a window whose machine has two printers."""

    def __init__(self, shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, tray: Tray) -> None:
        self.shell, self.link, self.ask, self.qtbot, self.tray = shell, link, ask, qtbot, tray
        shell.prints.printers = tray
        shell.activateWindow()
        shell.go("register")
        self.settle()

    @property
    def line(self) -> Any:
        """Give the line on which it is asked."""
        return self.shell.status.prints

    @property
    def queue(self) -> PrintQueueStep:
        """Give the queue that is shown."""
        step = self.shell.step
        assert isinstance(step, PrintQueueStep)
        return step

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: not sender().is_busy and not self.link.is_busy, timeout=20_000)
        answered(self.link, self.qtbot)

    def notice(self, number: int = 1) -> Notice:
        """Issue a notice."""
        draft = draft_of(Disposition.D4, matter="JW-03", token=f"form-{number}")
        issued: Notice = self.ask(notices.issue, self.ask(inquiries.record, draft).inquiry.id, TICKS)
        return issued

    def job(self, number: int = 1, printer: str = "前台") -> PrintJob:
        """Send a notice without a window."""
        begun: printing.Begun = self.ask(printing.begin, YC, self.notice(number).id, PaperForm(), printer)
        return begun.job

    def failed(self, number: int = 1, printer: str = "前台") -> PrintJob:
        """Let a notice not come out."""
        job: PrintJob = self.ask(print_jobs.fail, self.job(number, printer).id)
        return job

    def open(self, notice: Notice) -> NoticePage:
        """Show a notice."""
        page = NoticePage(self.shell, self.link, notice.id)
        self.shell.open_step(page)
        self.settle()
        return page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.shell, key, modifier)
        self.settle()

    def open_queue(self) -> PrintQueueStep:
        """Open the queue from the status line."""
        self.qtbot.mouseClick(self.line.queue_button, Qt.MouseButton.LeftButton)
        self.settle()
        return self.queue

    def waiting(self) -> list[tuple[str, PrintState]]:
        """Give what waits."""
        return [(job.printer, job.state) for job in self.ask(print_jobs.waiting)]

    def prints(self, notice: Notice) -> int:
        """Give how often a notice counts as printed."""
        found: Notice = self.ask(notices.by_id, notice.id)
        return found.prints


@pytest.fixture
def desk(shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, tmp_path: Path) -> Iterator[Printing]:
    """Give hands at a window."""
    hands = Printing(shell, link, ask, qtbot, Tray(tmp_path, "前台", "后台"))
    hands.shell.machine.change(printer="前台")
    yield hands
    hands.settle()


def test_after_a_print_it_is_asked_and_y_says_that_the_paper_came_out(desk: Printing):
    notice = desk.notice()
    desk.open(notice)
    assert desk.line.isHidden()
    desk.press(Key.Key_F5)
    assert desk.line.text == f"{notice.number} 纸出来了吗？"
    assert desk.waiting() == [("前台", PrintState.SENT)]
    desk.press(Key.Key_Y)
    assert desk.line.isHidden()
    assert desk.waiting() == []
    assert desk.prints(notice) == 1


def test_n_says_that_nothing_came_out_and_f5_prints_it_again_with_the_same_count(desk: Printing):
    notice = desk.notice()
    page = desk.open(notice)
    desk.press(Key.Key_F5)
    desk.press(Key.Key_N)
    assert desk.prints(notice) == 0
    assert page.state.text() == "尚未打印"
    assert notice.number in desk.shell.failure_line.words.text()
    assert desk.line.text == "1 份没有打印成功"
    desk.press(Key.Key_F5)
    assert desk.waiting() == [("前台", PrintState.SENT)]
    desk.press(Key.Key_Y)
    assert (desk.waiting(), desk.prints(notice)) == ([], 1)
    assert len(desk.tray.jobs) == 2


def test_the_line_at_the_bottom_repeats_what_did_not_come_out_wherever_the_person_went(desk: Printing):
    notice = desk.notice()
    desk.open(notice)
    desk.press(Key.Key_F5)
    desk.shell.go("catalogue")
    desk.settle()
    desk.qtbot.mouseClick(desk.line.no_button, Qt.MouseButton.LeftButton)
    desk.settle()
    desk.qtbot.mouseClick(desk.shell.failure_line.button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.line.is_asking
    assert len(desk.tray.jobs) == 2
    assert desk.prints(notice) == 1


def test_typing_y_and_n_into_a_field_answers_nothing(desk: Printing):
    desk.open(desk.notice())
    desk.press(Key.Key_F5)
    desk.press(Key.Key_K, CTRL)
    desk.press(Key.Key_Y)
    desk.press(Key.Key_N)
    assert desk.shell.top.search.text() == "yn"
    assert desk.waiting() == [("前台", PrintState.SENT)]
    desk.settle()


def test_several_questions_are_asked_one_after_the_other_the_last_paper_first(desk: Printing):
    first, second = desk.notice(1), desk.notice(2)
    for notice in (first, second):
        desk.open(notice)
        desk.press(Key.Key_F5)
        desk.shell.close_step()
    assert second.number in desk.line.text
    desk.press(Key.Key_Y)
    assert first.number in desk.line.text
    desk.press(Key.Key_N)
    assert (desk.prints(first), desk.prints(second)) == (0, 1)


def test_a_question_that_nobody_answers_becomes_a_count_after_five_minutes(desk: Printing, clock: Clock):
    desk.open(desk.notice())
    desk.press(Key.Key_F5)
    clock.advance(minutes=4)
    desk.link.beat()
    desk.settle()
    assert desk.line.is_asking
    clock.advance(minutes=1)
    desk.link.beat()
    desk.settle()
    assert not desk.line.is_asking
    assert desk.line.text == "1 份待确认出纸"


def test_a_printer_that_takes_nothing_leaves_the_paper_in_the_queue(desk: Printing, qtlog: Any):
    notice = desk.notice()
    page = desk.open(notice)
    desk.tray.broken.add("前台")
    with qtlog.disabled():
        desk.press(Key.Key_F5)
    assert "没有收下" in page.error.text()
    assert desk.waiting() == [("前台", PrintState.FAILED)]
    assert (desk.prints(notice), desk.line.text) == (0, "1 份没有打印成功")


def test_whoever_left_the_page_hears_of_the_failure_all_the_same(desk: Printing, qtlog: Any):
    desk.open(desk.notice())
    desk.tray.broken.add("前台")
    with qtlog.disabled():
        desk.qtbot.keyClick(desk.shell.step, Key.Key_F5)
        desk.shell.close_step()
        desk.settle()
    assert "没有收下" in desk.shell.failure_line.words.text()
    desk.tray.broken.clear()
    desk.qtbot.mouseClick(desk.shell.failure_line.button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.line.is_asking
    assert desk.waiting() == [("前台", PrintState.SENT)]


def test_what_waits_is_there_again_after_a_restart(desk: Printing, machine: Machine, clock: Clock):
    desk.failed(1)
    desk.job(2)
    clock.advance(minutes=6)
    again = MainWindow(desk.link, Language.ZH, machine=machine)
    desk.qtbot.addWidget(again)
    again.show()
    desk.settle()
    assert again.status.prints.text == "1 份没有打印成功，1 份待确认出纸"
    again.end()


def test_whoever_may_not_print_is_told_of_no_queue(desk: Printing, machine: Machine, clock: Clock):
    desk.failed()
    sit(desk.link, desk.qtbot, DAN, clock)
    other = MainWindow(desk.link, Language.ZH, machine=machine)
    desk.qtbot.addWidget(other)
    desk.settle()
    assert other.status.prints.isHidden()
    other.end()
    sit(desk.link, desk.qtbot, ANN, clock)


def test_f5_in_the_queue_prints_the_chosen_paper_again(desk: Printing):
    desk.failed(1)
    desk.failed(2, "后台")
    queue = desk.open_queue()
    assert queue.table.hasFocus()
    assert queue.about.text().endswith("没有出纸，已放进打印队列，可以重打。")
    desk.press(Key.Key_Down)
    desk.press(Key.Key_F5)
    assert desk.tray.jobs[-1].name.startswith("后台")
    assert desk.waiting() == [("前台", PrintState.FAILED), ("后台", PrintState.SENT)]
    assert not desk.line.is_asking


def test_y_and_n_in_the_queue_mean_the_chosen_line(desk: Printing):
    first, second = desk.job(1), desk.job(2)
    desk.shell.prints.open_queue()
    desk.settle()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_N)
    assert desk.ask(print_jobs.of_paper, YC, second.paper_id)[0].state is PrintState.FAILED
    desk.queue.table.select_record(first.id)
    desk.press(Key.Key_Y)
    assert desk.ask(print_jobs.of_paper, YC, first.paper_id)[0].state is PrintState.CONFIRMED
    assert desk.queue.table.records.rowCount() == 1


def test_leaving_the_queue_lets_the_next_paper_be_asked_after_again(desk: Printing):
    desk.failed()
    desk.open_queue()
    desk.press(Key.Key_Escape)
    assert desk.shell.step is None
    desk.open(desk.notice(2))
    desk.press(Key.Key_F5)
    assert desk.line.is_asking


def test_another_printer_is_chosen_from_the_queue(desk: Printing):
    desk.failed()
    queue = desk.open_queue()
    desk.tray.present.remove("前台")
    desk.press(Key.Key_F5)
    assert "前台" in queue.error.text()
    desk.press(Key.Key_P, CTRL)
    assert queue.dialog is not None
    queue.dialog.accept()
    desk.settle()
    assert desk.waiting() == [("后台", PrintState.SENT)]
    assert queue.error.isHidden()


def test_a_paper_leaves_the_queue_for_a_reason(desk: Printing):
    job = desk.failed()
    queue = desk.open_queue()
    desk.press(Key.Key_Delete)
    assert queue.reason.edit.hasFocus()
    desk.press(Key.Key_Return)
    assert queue.reason.error == "请填写此项。"
    type_text(queue.reason, "来访人不要了")
    desk.press(Key.Key_Return)
    dropped = desk.ask(print_jobs.of_paper, YC, job.paper_id)[0]
    assert (dropped.state, dropped.error) == (PrintState.DROPPED, "来访人不要了")
    assert queue.table.records.rowCount() == 0
    assert desk.line.isHidden()


def test_escape_leaves_the_reason_first(desk: Printing):
    desk.failed()
    queue = desk.open_queue()
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Escape)
    assert queue.reason_part.isHidden()
    assert desk.shell.step is queue
    assert queue.table.hasFocus()


def test_all_that_was_sent_is_confirmed_by_one_button(desk: Printing):
    desk.failed(1)
    desk.job(2)
    desk.job(3)
    desk.shell.prints.open_queue()
    desk.settle()
    desk.qtbot.mouseClick(desk.queue.all_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.waiting() == [("前台", PrintState.FAILED)]
    assert not desk.queue.all_button.isEnabled()


def test_what_somebody_else_settled_meanwhile_is_said_and_leaves_the_list(desk: Printing):
    job = desk.failed()
    queue = desk.open_queue()
    desk.ask(print_jobs.drop, job.id, "不要了")
    desk.qtbot.waitUntil(lambda: queue.table.records.rowCount() == 0, timeout=20_000)
    assert not queue.repeat_button.isEnabled()


def set_way(desk: Printing, kind: str, **values: Any) -> None:
    """Let a kind be printed in another way at the counter."""
    desk.shell.machine.change(print_ways=write_ways({(COUNTER, kind): PrintWay(**values)}))


def test_a_kind_that_is_printed_at_once_asks_for_no_printer(desk: Printing):
    form = PaperForm(size=PaperSize.A5, language=PaperLanguage.BOTH)
    set_way(desk, "YC", printer="后台", form=form, copies=2, direct=True)
    notice = desk.notice()
    page = desk.open(notice)
    assert page.sizes[PaperSize.A5].isChecked()
    desk.press(Key.Key_P, CTRL)
    assert page.dialog is None
    (job,) = desk.ask(print_jobs.waiting)
    assert (job.printer, job.form, job.copies) == ("后台", form, 2)
    assert desk.tray.jobs[-1].exists()


def test_where_it_is_printed_at_once_another_printer_can_still_be_chosen(desk: Printing):
    set_way(desk, EVERY_KIND, printer="后台", direct=True)
    page = desk.open(desk.notice())
    desk.qtbot.mouseClick(page.other_button, Qt.MouseButton.LeftButton)
    assert page.dialog is not None
    page.dialog.reject()


def test_a_set_printer_that_is_gone_is_said_and_no_other_prints_instead(desk: Printing):
    set_way(desk, EVERY_KIND, printer="搬走的", direct=True)
    page = desk.open(desk.notice())
    desk.press(Key.Key_P, CTRL)
    assert "搬走的" in page.error.text()
    assert desk.tray.jobs == []


def test_papers_that_are_no_kind_are_printed_as_others_are_set(desk: Printing):
    set_way(desk, OTHER_PAPERS, printer="后台", direct=True)
    step = BlankStep(desk.shell, desk.link)
    desk.shell.open_step(step)
    desk.settle()
    desk.press(Key.Key_P, CTRL)
    assert step.dialog is None
    assert desk.tray.jobs[-1].name.startswith("后台")
    assert desk.waiting() == []


def test_what_is_set_at_one_counter_is_not_set_at_another(desk: Printing):
    desk.shell.machine.change(print_ways=write_ways({("2号窗口", EVERY_KIND): PrintWay(printer="后台", direct=True)}))
    page = desk.open(desk.notice())
    desk.press(Key.Key_P, CTRL)
    assert page.dialog is not None
    page.dialog.reject()


def test_a_colleague_repeats_what_another_one_sent(desk: Printing, clock: Clock):
    desk.failed()
    sit(desk.link, desk.qtbot, BEN, clock)
    desk.shell.prints.open_queue()
    desk.settle()
    desk.press(Key.Key_F5)
    (job,) = desk.ask(print_jobs.waiting)
    assert (job.state, job.made_by) == (PrintState.SENT, BEN)
    sit(desk.link, desk.qtbot, ANN, clock)
