"""What a window tells of reminders: once, by number, to whom it concerns."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.cases import Case
from reception.rules.inquiries import Disposition
from reception.services import case_requests, inquiries, reminders, supervision
from reception.words import Language
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.test_today import words_of
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.reminders.answering import AnswerForm
from ui.today import TodayPage


@pytest.fixture
def case(ask: Ask) -> Case:
    """Give a case of 安 that nobody was reminded of."""
    found: Case = ask(inquiries.record, draft_of(Disposition.D3, matter="JW-03")).case
    return found


def minute(link: DeskLink, qtbot: QtBot) -> None:
    """Let a minute of the desk's clock pass, and what follows from it."""
    link.beat()
    answered(link, qtbot)


def banner_of(window: MainWindow) -> str:
    """Give the line that tells of reminders; another one may lie over it."""
    return window.banner_line._told.get("看这一件", ("", None))[0]


def window_of(name: str, link: DeskLink, machine: Machine, clock: Clock, qtbot: QtBot) -> MainWindow:
    """Give the window of somebody who sits down now."""
    sit(link, qtbot, name, clock)
    window = MainWindow(link, Language.ZH, machine=machine)
    qtbot.addWidget(window)
    answered(link, qtbot)
    return window


def test_the_minute_writes_a_turn_and_tells_it_once_by_number(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, case: Case, clock: Clock, ask: Ask
):
    assert banner_of(shell) == ""
    clock.now = case.due_at - timedelta(hours=2)
    minute(link, qtbot)
    assert banner_of(shell) == f"{case.case_no}：今日到期"
    assert ask(supervision.unseen) == ()
    shell.banner("")
    assert banner_of(shell) == ""
    clock.advance(minutes=1)
    minute(link, qtbot)
    assert banner_of(shell) == ""


def test_who_opens_the_window_after_days_is_told_what_was_reached(
    link: DeskLink, qtbot: QtBot, case: Case, clock: Clock, machine: Machine
):
    clock.now = case.due_at + timedelta(seconds=1)
    head = window_of(CARA, link, machine, clock, qtbot)
    assert banner_of(head) == f"{case.case_no}：超时督办"
    head.end()
    stranger = window_of(BEN, link, machine, clock, qtbot)
    assert banner_of(stranger) == ""
    stranger.end()
    again = window_of(CARA, link, machine, clock, qtbot)
    assert banner_of(again) == ""
    again.end()


def test_the_line_leads_to_the_record_and_goes(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, case: Case, clock: Clock
):
    clock.now = case.due_at - timedelta(hours=2)
    minute(link, qtbot)
    while shell.banner_line.button.text() != "看这一件":
        shell.banner_line.end()
    shell.banner_line.button.click()
    answered(link, qtbot)
    assert (shell.room, banner_of(shell)) == ("register", "")


def today(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> TodayPage:
    shell.activateWindow()
    shell.go("today", part="morning")
    answered(link, qtbot)
    page = shell.pages["today"]
    assert isinstance(page, TodayPage)
    return page


def line_of(page: TodayPage, kind: str) -> list[str]:
    """Give the row of a kind, and choose it."""
    model = page.table.records
    for row in range(model.rowCount()):
        cells = [str(model.index(row, column).data()) for column in range(model.columnCount())]
        if cells[0] == kind:
            page.table.selectRow(row)
            return cells
    return []


def press(shell: MainWindow, link: DeskLink, qtbot: QtBot, key: str) -> None:
    chord = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(QApplication.focusWidget() or shell, chord.key(), chord.keyboardModifiers())
    answered(link, qtbot)


def test_a_slip_is_answered_on_the_day_by_keys_and_what_is_typed_stays(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, case: Case, clock: Clock, ask: Ask
):
    clock.now = link.desk.calendar.instant(datetime.fromisoformat("2026-12-02 09:00"))
    minute(link, qtbot)
    page = today(shell, link, qtbot)
    assert line_of(page, "督办待答复") == [
        "督办待答复",
        "▲ 明天 17:30 前",
        ANN,
        f"{case.case_no} · 超时督办 · 教务督〔2026〕第0001号",
    ]
    press(shell, link, qtbot, "1")
    assert isinstance(page.pane.form, AnswerForm)
    press(shell, link, qtbot, "Ctrl+Return")
    assert page.pane.form.answer.error != ""
    type_text(page.pane.form.answer, "等外单位复函，今天办结。")
    press(shell, link, qtbot, "Esc")
    assert page.pane.form is None
    press(shell, link, qtbot, "1")
    assert page.pane.form.answer.text() == "等外单位复函，今天办结。"
    press(shell, link, qtbot, "Ctrl+Return")
    assert page.pane.form is None
    assert line_of(page, "督办待答复") == []
    (kept,) = ask(supervision.listed)
    assert (kept.answer, kept.answered_by) == ("等外单位复函，今天办结。", ANN)


def test_the_section_head_sees_what_waits_for_approval(
    link: DeskLink, qtbot: QtBot, case: Case, clock: Clock, ask: Ask, machine: Machine
):
    ask(case_requests.extend, case.id, 5, "等待外单位复函")
    head = window_of(CARA, link, machine, clock, qtbot)
    page = today(head, link, qtbot)
    assert line_of(page, "待批准")[2:] == [ANN, f"{case.case_no} · 申请延期"]
    assert "到期以后不能再批准" in words_of(page.pane)
    head.end()


@pytest.mark.usefixtures("shell")
def test_after_a_weekend_one_minute_writes_everything_portion_by_portion(
    link: DeskLink, qtbot: QtBot, clock: Clock, ask: Ask, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reminders, "MOST_AT_ONCE", 2)
    late = [ask(inquiries.record, draft_of(Disposition.D3, matter="JW-03")).case for _ in range(5)]
    clock.now = late[0].due_at + timedelta(minutes=1)
    minute(link, qtbot)
    assert len(ask(supervision.listed)) == 5
