"""One key counts who only asked the way; Ctrl+Z takes back the last save however long ago it was told."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.errors import Unavailable
from reception.rules.inquiries import Channel, Status
from reception.rules.tallies import TallyCounts
from reception.services import notices, register, tallies
from tests.cast import BEN, DAN, Clock
from tests.ui.conftest import Ask, sit
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def counted(clerk: Clerk) -> TallyCounts:
    return clerk.ask(tallies.of_day)


def let_the_toast_go(clerk: Clerk) -> None:
    """Do what the toast does when its seconds are over."""
    clerk.window.toasts._clock.timeout.emit()
    assert clerk.toast() == ""


@pytest.mark.parametrize("key", ["Ins", "Ctrl+T"])
def test_one_key_counts_a_visit_and_tells_how_many_it_makes(clerk: Clerk, key: str):
    clerk.press(key)
    assert clerk.toast() == "已计数，今天第 1 次"
    assert counted(clerk).by_channel == ((Channel.VISIT, 1),)
    assert clerk.recorded() == []


def test_a_click_counts_and_leaves_the_focus_where_it_is(clerk: Clerk):
    clerk.press("Alt+S")
    QTest.mouseClick(clerk.page.tallying.button, Qt.MouseButton.LeftButton)
    clerk.settle()
    assert counted(clerk).total == 1
    assert clerk.form.summary.edit.hasFocus()


@pytest.mark.parametrize("field", ["Alt+N", "Alt+M", "Alt+S", "Alt+B"])
def test_the_key_counts_while_a_text_has_the_focus_and_leaves_it_as_it_is(clerk: Clerk, field: str):
    clerk.press("2", field).type("half")
    before = clerk.form.draft()
    clerk.press("Ins", "Ctrl+T")
    assert counted(clerk).by_channel == ((Channel.PHONE, 2),)
    assert clerk.form.draft() == before
    assert counted(clerk).by_matter == ()


def test_a_form_with_channel_and_matter_only_is_counted_and_emptied(clerk: Clerk):
    clerk.press("2").choose_matter("bbxsz").press("Ins")
    assert counted(clerk).by_matter == ((("JW-03", "补办学生证"), 1),)
    assert counted(clerk).by_channel == ((Channel.PHONE, 1),)
    assert clerk.form.is_blank()
    assert "补办学生证" in clerk.toast()
    clerk.press("Ins")
    assert counted(clerk).by_matter == ((("JW-03", "补办学生证"), 1),)
    assert counted(clerk).total == 2


def test_a_matter_in_a_form_that_holds_more_is_not_counted(clerk: Clerk):
    clerk.choose_matter("bbxsz").press("F5", "Ins")
    assert (counted(clerk).total, counted(clerk).by_matter) == (1, ())
    assert clerk.form.matter.code == "JW-03"


def test_a_burst_counts_each_press(clerk: Clerk):
    for _ in range(12):
        QTest.keyClick(clerk.focus(), Qt.Key.Key_Insert)
    clerk.settle()
    assert counted(clerk).total == 12
    assert clerk.toast() == "已计数，今天第 12 次"


def test_a_key_held_down_counts_once(clerk: Clerk):
    QTest.keyPress(clerk.focus(), Qt.Key.Key_Insert)
    for _ in range(20):
        QTest.simulateEvent(clerk.focus(), True, Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, "", True)
    QTest.keyRelease(clerk.focus(), Qt.Key.Key_Insert)
    clerk.settle()
    assert counted(clerk).total == 1


def test_nothing_is_counted_while_an_input_method_composes(clerk: Clerk):
    clerk.press("Alt+S")
    QApplication.sendEvent(clerk.focus(), QInputMethodEvent("pin", []))
    clerk.press("Ins", "Ctrl+T")
    assert counted(clerk).total == 0
    QApplication.sendEvent(clerk.focus(), QInputMethodEvent("", []))
    clerk.press("Ins")
    assert counted(clerk).total == 1


def test_the_head_of_todays_list_says_how_many_were_counted(clerk: Clerk):
    clerk.press("Ins")
    assert clerk.page.today.head.text() == "今日登记 · 计数 1"
    clerk.begin().press("F5", "Ctrl+S", "Ins")
    assert clerk.page.today.head.text() == "今日登记 1 · 计数 2"
    clerk.press("Ctrl+Z", "Ctrl+Z")
    assert clerk.page.today.head.text() == "今日登记 1 · 计数 1"


def test_who_receives_nobody_cannot_count(link: DeskLink, ask: Ask, qtbot: QtBot, clock: Clock):
    sit(link, qtbot, DAN, clock)
    dan = Clerk(link, ask, qtbot)
    dan.press("Ins", "Ctrl+T")
    assert not dan.page.tallying.button.isEnabled()
    assert counted(dan).total == 0
    dan.close()


def test_undo_takes_the_tally_back_and_its_matter_into_the_empty_form(clerk: Clerk):
    clerk.press("2").choose_matter("bbxsz").press("Ins", "Ctrl+Z")
    assert clerk.toast() == "已撤销计数，今天共 0 次"
    assert counted(clerk).total == 0
    assert (clerk.form.channel, clerk.form.matter.code) == (Channel.PHONE, "JW-03")


def test_undo_of_a_tally_leaves_what_was_begun_since(clerk: Clerk):
    clerk.choose_matter("bbxsz").press("Ins", "Alt+S").type("next")
    let_the_toast_go(clerk)
    clerk.press("Ctrl+Z", "Ctrl+Z")
    assert counted(clerk).total == 0
    clerk.press("Alt+S").type("next").press("Ins")
    clerk.window.toasts.button.click()
    clerk.settle()
    assert (counted(clerk).total, clerk.form.summary.text()) == (0, "next")


def test_tallies_are_undone_one_by_one(clerk: Clerk):
    clerk.press("Ins", "Ins", "Ins", "Ctrl+Z", "Ctrl+Z")
    assert counted(clerk).total == 1


def test_the_last_record_is_undone_long_after_its_toast(clerk: Clerk):
    clerk.begin(summary="写错了").press("F5", "Ctrl+S")
    let_the_toast_go(clerk)
    clerk.press("Ctrl+Z")
    assert clerk.recorded()[0].status is Status.VOID
    assert clerk.form.summary.text() == "写错了"


def test_undo_in_a_field_takes_back_the_typing_first_and_the_record_then(clerk: Clerk):
    clerk.begin(summary="first").press("F5", "Ctrl+S", "Alt+S").type("next")
    let_the_toast_go(clerk)
    clerk.press("Ctrl+Z")
    assert (clerk.form.summary.text(), clerk.recorded()[0].status) == ("", Status.CLOSED)
    clerk.press("Ctrl+Z")
    assert clerk.recorded()[0].status is Status.VOID
    assert clerk.form.summary.text() == "first"


def test_no_second_record_is_undone(clerk: Clerk):
    clerk.begin(summary="one").press("F5", "Ctrl+S")
    clerk.begin(summary="two").press("F5", "Ctrl+S", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert [each.status for each in clerk.recorded()] == [Status.CLOSED, Status.VOID]


def test_a_tally_after_a_record_is_undone_before_it(clerk: Clerk):
    clerk.begin(summary="one").press("F5", "Ctrl+S", "Ins")
    let_the_toast_go(clerk)
    clerk.press("Ctrl+Z")
    assert (counted(clerk).total, clerk.recorded()[0].status) == (0, Status.CLOSED)
    clerk.press("Ctrl+Z")
    assert clerk.recorded()[0].status is Status.VOID


def test_a_printed_record_is_not_undone_and_the_reason_is_said(clerk: Clerk):
    clerk.begin(name="欧阳龑", phone="13800001234", summary="")
    clerk.choose_matter("bbxsz").press("F8", "2", "1", "2", "1", "Ctrl+S")
    (inquiry,) = clerk.recorded()
    (notice,) = clerk.ask(notices.of_inquiry, inquiry.id)
    clerk.ask(notices.printed, notice.id)
    let_the_toast_go(clerk)
    clerk.press("Ctrl+Z")
    assert "已经打印，不能再撤销" in clerk.toast()
    assert clerk.recorded()[0].status is not Status.VOID


def test_who_signs_in_next_undoes_nothing_of_the_one_before(
    clerk: Clerk, link: DeskLink, ask: Ask, qtbot: QtBot, clock: Clock
):
    clerk.begin(summary="one").press("F5", "Ctrl+S", "Ins")
    clerk.window.hide()
    sit(link, qtbot, BEN, clock)
    ben = Clerk(link, ask, qtbot)
    ben.press("Ctrl+Z")
    assert counted(ben).total == 1
    assert [line.status for line in ask(register.today)] == [Status.CLOSED]
    ben.window.end()


def test_the_map_of_keys_says_how_to_count_and_what_ctrl_z_undoes(clerk: Clerk):
    clerk.press("F1")
    words = dict(clerk.window.key_map.shown)
    assert words["Ins / Ctrl+T"] == "计数：只问路，不登记"
    assert words["Ctrl+Z"].startswith("撤销：先撤栏内的输入")


def test_a_tally_that_cannot_be_written_is_told_and_counted_once_by_retry(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
):
    count, broken = tallies.count, [True]

    def fails_once(*arguments: Any, **named: Any) -> Any:
        if broken.pop() if broken else False:
            raise Unavailable("disk_full")
        return count(*arguments, **named)

    clerk.choose_matter("bbxsz")
    monkeypatch.setattr(tallies, "count", fails_once)
    clerk.press("Ins")
    assert clerk.window.failure_line.isVisible()
    assert clerk.form.matter.code == "JW-03"
    clerk.window.failure_line.button.click()
    clerk.settle()
    assert counted(clerk).by_matter == ((("JW-03", "补办学生证"), 1),)
    assert clerk.form.is_blank()


def test_a_late_entry_stands_in_todays_list_with_its_date_and_the_word(clerk: Clerk):
    clerk.begin(summary="周五来过")
    clerk.form.contact.received_at.edit.setFocus()
    clerk.form.contact.received_at.edit.selectAll()
    clerk.type("11-20 10:26")
    clerk.press("F5", "Ctrl+S")
    model = clerk.page.today.table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[0] == "11-20"
    assert shown[2] == "补登 · 周五来过"
