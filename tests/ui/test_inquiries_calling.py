"""Promising a call at the counter: Ctrl+B beside the form, saved with the record or alone."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.services import call_list
from tests.cast import Clock
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give a clerk at the intake."""
    made = Clerk(link, ask, qtbot)
    yield made
    made.close()


def owed(clerk: Clerk) -> list[call_list.CallLine]:
    return list(clerk.ask(call_list.mine))


def caller(clerk: Clerk) -> Clerk:
    return clerk.begin(channel="2", name="林晓舟", phone="13800001234", summary="补办学生证")


def test_a_call_is_promised_with_the_record_by_one_key_and_two_digits(clerk: Clerk) -> None:
    caller(clerk).press("F5", "Ctrl+B").type("17")
    assert clerk.form.call.window_part.said.text() == "今天 17:00 前"
    clerk.press("Ctrl+S")
    (line,) = owed(clerk)
    (inquiry,) = clerk.recorded()
    assert (line.callback.inquiry_id, line.callback.about) == (inquiry.id, "补办学生证")
    assert f"{clerk.link.desk.calendar.local(line.callback.due_at):%H:%M}" == "17:00"
    assert "已约定回电：今天 17:00 前" in clerk.toast()
    assert not clerk.form.call.is_open


def test_without_a_phone_the_key_says_what_is_missing(clerk: Clerk) -> None:
    clerk.press("Ctrl+B")
    assert "联系电话" in clerk.errors()["phone"]
    assert (clerk.form.call.is_open, clerk.form.is_blank()) == (False, True)
    assert clerk.focus() is clerk.form.person.phone.edit


def test_a_promise_alone_needs_no_record(clerk: Clerk) -> None:
    caller(clerk).press("Ctrl+B").type("+30")
    clerk.form.call.alone.click()
    clerk.settle()
    (line,) = owed(clerk)
    assert (line.callback.name, line.callback.inquiry_id, line.callback.about) == ("林晓舟", None, "补办学生证")
    assert clerk.recorded() == []
    assert clerk.form.summary.text() == "补办学生证"
    clerk.window.toasts.button.click()
    clerk.settle()
    assert owed(clerk) == []
    clerk.press("Ctrl+B").type("17")
    clerk.form.call.alone.click()
    clerk.settle()
    assert len(owed(clerk)) == 1


def test_nobody_is_called_who_was_not_told_why_his_number_is_kept(clerk: Clerk) -> None:
    clerk.press("Alt+T").type("13800001234").press("Alt+S").type("补办").press("Ctrl+B").type("17")
    clerk.form.call.alone.click()
    clerk.settle()
    assert set(clerk.errors()) == {"privacy_told"}
    assert owed(clerk) == []


def test_a_time_that_cannot_be_read_is_said_when_the_field_is_left_and_the_form_stays(clerk: Clerk) -> None:
    caller(clerk).press("F5", "Ctrl+B").type("等会儿")
    assert clerk.errors() == {}
    clerk.press("Tab")
    assert "看不懂“等会儿”" in clerk.errors()["call_before"]
    clerk.press("Ctrl+S")
    assert "看不懂“等会儿”" in clerk.errors()["call_before"]
    assert (clerk.recorded(), owed(clerk)) == ([], [])


def test_an_empty_time_and_a_missing_duty_are_told_together(clerk: Clerk) -> None:
    caller(clerk).press("Ctrl+B", "Ctrl+S")
    assert {"call_before", "scope"} <= set(clerk.errors())


def test_a_usual_promise_takes_one_digit(clerk: Clerk) -> None:
    caller(clerk).press("F5", "Ctrl+B", "Tab", "2")
    assert clerk.form.call.window_part.said.text() == "今天 12:00 前"
    clerk.press("Ctrl+S")
    assert f"{clerk.link.desk.calendar.local(owed(clerk)[0].callback.due_at):%H:%M}" == "12:00"


def test_what_is_over_for_today_is_not_offered(clerk: Clerk, clock: Clock) -> None:
    clock.advance(hours=2)
    caller(clerk).press("Ctrl+B")
    shown = [button.text() for button in clerk.form.call.window_part.usual.buttons if not button.isHidden()]
    assert shown == ["半小时内", "今天下班前", "明早"]


def test_half_an_hour_counts_from_when_it_was_said(clerk: Clerk, clock: Clock) -> None:
    caller(clerk).press("F5", "Ctrl+B").type("+30")
    clock.advance(minutes=10)
    clerk.press("Ctrl+S")
    assert f"{clerk.link.desk.calendar.local(owed(clerk)[0].callback.due_at):%H:%M}" == "10:56"


def test_escape_folds_the_promise_first_and_loses_nothing(clerk: Clerk) -> None:
    caller(clerk).press("Ctrl+B").type("17").press("Escape")
    assert (clerk.form.call.is_open, clerk.form.summary.text()) == (False, "补办学生证")
    clerk.press("Ctrl+B")
    assert clerk.form.call.window_part.when.text() == "17"
    clerk.press("Escape", "F5", "Ctrl+S")
    assert (len(clerk.recorded()), owed(clerk)) == (1, [])


def test_undoing_the_record_brings_the_promise_back_and_it_can_be_saved_again(clerk: Clerk) -> None:
    caller(clerk).press("F5", "Ctrl+B").type("17").press("Ctrl+S", "Ctrl+Z")
    assert owed(clerk) == []
    assert (clerk.form.call.is_open, clerk.form.call.window_part.when.text()) == (True, "17")
    clerk.press("Ctrl+S")
    assert len(owed(clerk)) == 1


def test_a_parked_form_keeps_its_promise(clerk: Clerk) -> None:
    caller(clerk).press("F5", "Ctrl+B").type("明早").press("F4")
    assert not clerk.form.call.is_open
    token = next(iter(clerk.page.parked.forms))
    clerk.page.parked.wanted.emit(token)
    clerk.settle()
    assert clerk.form.call.window_part.said.text() == "明天 08:00–10:00"


def test_a_promise_survives_a_crash(clerk: Clerk, link: DeskLink, ask: Ask, qtbot: QtBot) -> None:
    caller(clerk).press("F5", "Ctrl+B").type("17")
    again = Clerk(link, ask, qtbot)
    assert again.form.call.window_part.said.text() == "今天 17:00 前"
    again.press("Ctrl+S")
    assert len(owed(again)) == 1


def test_the_ways_after_which_one_calls_propose_it(clerk: Clerk) -> None:
    for key, proposed in (("F5", False), ("Shift+F8", True)):
        clerk.press(key)
        assert ("Ctrl+B" in clerk.form.ways.note.text()) is proposed
    assert clerk.form.ways.way is Disposition.D9
