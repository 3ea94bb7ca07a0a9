"""The rates with the records behind them, and the head's decision on second notices, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reception.rules.case_life import CaseOutcome, PauseCause
from reception.rules.inquiries import Disposition
from reception.rules.notices import Notice, SecondReason
from reception.rules.once import Grouping
from reception.services import case_files, case_life, inquiries, letters, notices, once
from reception.services.desk import Desk
from reception.words import Language
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of
from tests.services.case_acts import stop
from tests.services.test_once import another_head, lacking, written_freely
from tests.services.test_waits import LEFT, receipt_of
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.test_accessibility import faults
from ui.desk_link import DeskLink
from ui.letters.page import LetterPage
from ui.logs.page import LogsPage
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.today import TodayPage

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
Head = Callable[[], MainWindow]


@pytest.fixture
def second(ask: Ask, clock: Clock) -> Notice:
    """Give a second notice of 安 with a new row, for which she named a new fact."""

    def told(desk: Desk) -> Notice:
        first = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2)).notice
        assert first is not None
        clock.advance(minutes=5)
        return notices.issue(desk, first.inquiry_id, lacking(2, 3, why=SecondReason.NEW_FACT))

    made: Notice = ask(told)
    return made


@pytest.fixture
def window_of(link: DeskLink, machine: Machine, qtbot: QtBot, clock: Clock) -> Callable[[str], MainWindow]:
    """Give the whole window of somebody of the cast."""

    def opened(name: str) -> MainWindow:
        sit(link, qtbot, name, clock)
        made = MainWindow(link, Language.ZH, machine=machine)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        answered(link, qtbot)
        return made

    return opened


def own_second(desk: Desk) -> Notice:
    first = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2)).notice
    assert first is not None
    return notices.issue(desk, first.inquiry_id, lacking(2, 3, why=SecondReason.NEW_FACT))


def logs_page(window: MainWindow, link: DeskLink, qtbot: QtBot, part: str) -> LogsPage:
    window.go("logs", part=part)
    answered(link, qtbot)
    page = window.pages["logs"]
    assert isinstance(page, LogsPage)
    return page


def focus() -> object:
    return QApplication.focusWidget()


def press(qtbot: QtBot, link: DeskLink, key: Qt.Key) -> None:
    qtbot.keyClick(focus(), key)
    answered(link, qtbot)


def press_button(qtbot: QtBot, link: DeskLink, button: QPushButton) -> None:
    """Press a button by its mnemonic; it goes down, and acts when it comes up."""
    key = QKeySequence.mnemonic(button.text())[0].key()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(focus(), key, ALT)
    answered(link, qtbot)


def test_the_head_sees_what_waits_at_the_rail_and_decides_by_keys(
    second: Notice, window_of, link: DeskLink, qtbot: QtBot, ask: Ask
):
    window = window_of(CARA)
    assert window.rail._badges["logs"].text() == "1"
    page = logs_page(window, link, qtbot, "second")
    seconds = page.seconds
    assert seconds is not None
    assert focus() is seconds.table
    assert seconds.pane.title.text() == second.number
    assert second.text.materials[2].name in seconds.pane.rows.text()
    assert page.parts["second"].text() == "二次告知核准(&A) 1"
    press_button(qtbot, link, seconds.pane.reject_button)
    assert seconds.pane.note.error == "请填写此项。"
    type_text(seconds.pane.note, "第三项一直都要")
    press_button(qtbot, link, seconds.pane.reject_button)
    stored = ask(notices.by_id, second.id)
    assert (stored.released, stored.second_reason) == (True, SecondReason.OMISSION)
    assert seconds.table.records.rowCount() == 0
    link.beat()
    answered(link, qtbot)
    assert not window.rail._badges["logs"].isVisible()
    assert page.parts["second"].text() == "二次告知核准(&A)"


def test_a_decision_is_taken_back_with_ctrl_z(second: Notice, window_of, link: DeskLink, qtbot: QtBot, ask: Ask):
    window = window_of(CARA)
    page = logs_page(window, link, qtbot, "second")
    assert page.seconds is not None
    press_button(qtbot, link, page.seconds.pane.release_button)
    assert ask(notices.by_id, second.id).released
    qtbot.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    stored = ask(notices.by_id, second.id)
    assert (stored.released, stored.second_reason) == (False, SecondReason.NEW_FACT)
    assert page.seconds.table.records.rowCount() == 1


def test_esc_goes_from_the_note_to_the_list_to_the_week_and_loses_no_text(
    second: Notice, window_of, link: DeskLink, qtbot: QtBot
):
    window = window_of(CARA)
    page = logs_page(window, link, qtbot, "second")
    assert page.seconds is not None
    qtbot.keyClick(focus(), Key.Key_N, ALT)
    type_text(page.seconds.pane.note, "再看看")
    press(qtbot, link, Key.Key_Escape)
    assert focus() is page.seconds.table
    assert page.seconds.pane.note.text() == "再看看"
    press(qtbot, link, Key.Key_Escape)
    assert (page.part, page.seconds.pane.note.text()) == ("week", "再看看")


def test_a_note_stays_with_its_notice_while_the_list_is_read_again(
    second: Notice, window_of, link: DeskLink, qtbot: QtBot, ask: Ask
):
    window = window_of(CARA)
    page = logs_page(window, link, qtbot, "second")
    assert page.seconds is not None
    type_text(page.seconds.pane.note, "核对过")
    ask(notices.printed, second.id)
    link.beat()
    answered(link, qtbot)
    assert page.seconds.pane.note.text() == "核对过"


def test_ones_own_second_notice_is_shown_but_not_decided(window_of, link: DeskLink, qtbot: QtBot, ask: Ask):
    ask(another_head)
    window = window_of(CARA)
    ask(own_second)
    page = logs_page(window, link, qtbot, "second")
    assert page.seconds is not None
    assert page.seconds.table.records.rowCount() == 1
    assert not page.seconds.pane.release_button.isEnabled()
    assert "另一位负责人" in page.seconds.pane.error.text()
    assert page.parts["second"].text() == "二次告知核准(&A)"


def test_the_only_head_releases_ones_own_with_what_the_leader_decided(
    window_of, link: DeskLink, qtbot: QtBot, ask: Ask
):
    window = window_of(CARA)
    own: Notice = ask(own_second)
    page = logs_page(window, link, qtbot, "second")
    assert page.seconds is not None
    pane = page.seconds.pane
    assert (page.parts["second"].text(), faults(page)) == ("二次告知核准(&A) 1", [])
    press_button(qtbot, link, pane.release_button)
    assert "分管领导" in pane.leader.error
    qtbot.keyClick(focus(), Key.Key_L, ALT)
    assert focus() is pane.leader.edit
    type_text(pane.leader, "王副校长同意")
    press_button(qtbot, link, pane.release_button)
    assert ask(notices.by_id, own.id).released
    assert (page.seconds.table.records.rowCount(), pane.leader.text()) == (0, "")


def test_notices_to_supplement_without_ticks_are_counted_beside_the_rates(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
):
    rates = logs_page(shell, link, qtbot, "once").rates
    assert rates.unticked.isHidden()
    ask(written_freely)
    rates.read()
    answered(link, qtbot)
    assert rates.unticked.isVisible()
    assert "1 份" in rates.unticked.text()


def test_who_decides_on_nothing_has_no_such_list(second: Notice, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = logs_page(shell, link, qtbot, "second")
    assert (page.part, page.seconds, list(page.parts)) == ("week", None, ["week", "once", "guided", "suggested"])
    assert not shell.rail._badges["logs"].isVisible()


def test_the_rates_lead_to_the_records_behind_each_number_and_back(
    second: Notice, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
):
    shell.activateWindow()
    ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03"), lacking(2))
    page = logs_page(shell, link, qtbot, "once")
    rates = page.rates
    assert focus() is rates.table
    assert [line.name for line in rates._found] == ["补办学生证"]
    assert rates.table.current().told.percent == "100.0%"
    assert rates.behind.numbers["told"].text() == "1 有告知单的件 2"
    press(qtbot, link, Key.Key_3)
    assert rates.behind.table.records.rowCount() == 0
    press(qtbot, link, Key.Key_7)
    assert rates.behind.table.records.rowCount() == 2
    press(qtbot, link, Key.Key_1)
    press(qtbot, link, Key.Key_Return)
    assert focus() is rates.behind.table
    shown = rates.behind.table.current()
    assert shown.visitor == "林晓舟"  # one's own of today
    press(qtbot, link, Key.Key_Escape)
    assert focus() is rates.table
    press(qtbot, link, Key.Key_Return)
    press(qtbot, link, Key.Key_Return)
    assert shell.room == "register"
    assert shell.pages["register"].pane.shown_id == shown.id


def test_the_rates_follow_days_that_are_typed_and_say_what_is_wrong_with_them(
    second: Notice, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    rates = logs_page(shell, link, qtbot, "once").rates
    rates.last_on.setFocus()
    rates.last_on.edit.selectAll()
    qtbot.keyClicks(rates.last_on.edit, "2026-11-2")
    assert not any(button.isChecked() for button in rates.periods.values())
    press(qtbot, link, Key.Key_Return)
    assert "2026-11-2" in rates.last_on.error
    qtbot.keyClicks(rates.last_on.edit, "3")
    press(qtbot, link, Key.Key_Return)
    assert (rates.last_on.error, rates.table.records.rowCount()) == ("", 0)
    rates.first_on.set_text("2026-12-01")
    rates.read()
    assert rates.last_on.error
    rates.choose_period("month")
    answered(link, qtbot)
    assert rates.table.records.rowCount() == 2


def test_an_omission_shows_at_once_by_matter_unit_and_officer(
    second: Notice, window_of, link: DeskLink, qtbot: QtBot, ask: Ask
):
    window = window_of(CARA)
    rates = logs_page(window, link, qtbot, "once").rates
    ask(once.reject, second.id, "一直都要")
    link.beat()
    answered(link, qtbot)
    assert rates.table.current().told.percent == "0.0%"
    names = {}
    for by in Grouping:
        rates.group(by)
        answered(link, qtbot)
        names[by] = [line.name for line in rates._found]
    assert names == {Grouping.MATTER: ["补办学生证"], Grouping.UNIT: ["教务处"], Grouping.OFFICER: ["安"]}


def today_page(window: MainWindow, link: DeskLink, qtbot: QtBot, kind: str) -> TodayPage:
    window.activateWindow()
    window.go("today", part="morning")
    answered(link, qtbot)
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    line = next(each for each in page.table.records._pages[0] if each.kind == kind)
    page.table.select_record(line.id)
    answered(link, qtbot)
    return page


def test_papers_that_nobody_answered_are_accepted_from_the_day_with_one_key(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, clock: Clock
):
    recorded = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03", papers=LEFT), None)
    ask(letters.issue, receipt_of(recorded.inquiry))
    clock.advance(days=14)
    page = today_page(shell, link, qtbot, "silent")
    assert [act.words for act in page.pane.acts] == ["出具受理通知单", "打开登记"]
    press(qtbot, link, Key.Key_1)
    issued = ask(letters.of_inquiry, recorded.inquiry.id)
    assert [each.kind.value for each in issued] == ["SJ", "SL"]
    step = shell.step
    assert isinstance(step, LetterPage)
    assert step.letter == issued[1]
    press(qtbot, link, Key.Key_Escape)
    assert (shell.room, shell.step) == ("today", None)
    page = today_page(shell, link, qtbot, "case")
    assert "silent" not in [each.kind for each in page.table.records._pages[0]]


def test_a_wait_that_is_over_ends_with_one_key_and_ctrl_z_takes_it_back(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, clock: Clock
):
    ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03", papers=LEFT), lacking(2))
    clock.advance(days=30)
    page = today_page(shell, link, qtbot, "lapsed")
    assert [each.kind for each in page.table.records._pages[0]] == ["lapsed"]
    press(qtbot, link, Key.Key_1)
    assert page.table.records.rowCount() == 0
    qtbot.keyClick(shell, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    assert [each.kind for each in page.table.records._pages[0]] == ["lapsed"]


def test_an_accepted_case_whose_papers_never_came_ends_from_the_day_with_the_same_key(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, clock: Clock
):
    case = ask(inquiries.record, draft_of(Disposition.D3, matter="JW-03", papers=LEFT)).case
    ask(case_life.pause, case.id, stop(cause=PauseCause.SUPPLEMENT))
    clock.advance(days=7)
    page = today_page(shell, link, qtbot, "lapsed")
    press(qtbot, link, Key.Key_1)
    assert page.table.records.rowCount() == 0
    assert ask(case_files.by_id, case.id).case.outcome is CaseOutcome.LAPSED


def test_the_day_of_a_head_leads_to_what_waits(second: Notice, window_of, link: DeskLink, qtbot: QtBot):
    window = window_of(CARA)
    page = today_page(window, link, qtbot, "second")
    assert page.table.current().what == "1 张二次告知单等您核准"
    press(qtbot, link, Key.Key_Return)
    assert window.room == "logs"
    assert window.pages["logs"].part == "second"  # type: ignore[attr-defined]


def test_others_have_no_such_line(second: Notice, window_of, link: DeskLink, qtbot: QtBot):
    for name in (ANN, BEN):
        window = window_of(name)
        window.go("today", part="morning")
        answered(link, qtbot)
        assert "second" not in [each.kind for each in window.pages["today"].table.records._pages.get(0, [])]
        window.end()


@pytest.mark.parametrize("part", ["once", "second"])
def test_every_control_is_named_and_no_mnemonic_stands_twice(
    second: Notice, window_of, link: DeskLink, qtbot: QtBot, part: str
):
    window = window_of(CARA)
    page = logs_page(window, link, qtbot, part)
    assert faults(window) == []
    window.resize(980, 700)  # beside each other there is no room
    if page.seconds is not None and part == "second":
        page.seconds.more_button.click()
    assert faults(window) == []
