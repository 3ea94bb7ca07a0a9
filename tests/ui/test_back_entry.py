"""补录: the time of a contact typed freely, and a pile of paper records entered one after the other."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Channel, Inquiry
from tests.cast import Clock
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink
from ui.telephone_record import CallStep


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give the hands of 安 at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.window.end()


def local(clerk: Clerk, instant: datetime | None) -> str:
    assert instant is not None
    return f"{clerk.link.desk.calendar.local(instant):%m-%d %H:%M}"


def retype(clerk: Clerk, field: Any, text: str) -> Clerk:
    field.edit.setFocus()
    field.edit.selectAll()
    clerk.press("Delete")
    for part in text.split(" "):
        if part is not text.split(" ", maxsplit=1)[0]:
            clerk.type(" ")
        if part:
            clerk.type(part)
    return clerk


def enter_one(clerk: Clerk, clock_text: str, summary: str) -> Inquiry:
    """Enter a paper record in the mode: the time first, then what was asked, then save."""
    clerk.type(clock_text)
    if clerk.form.contact.channel.value() is None:
        clerk.form.contact.channel.setFocus()
        clerk.press("1")
    clerk.press("Alt+K", "Down", "Alt+S").type(summary).press("F5", "Ctrl+S")
    return clerk.recorded()[-1]


@pytest.mark.parametrize(
    ("typed", "meant"), [("9:15", "11-24 09:15"), ("昨天 16:20", "11-23 16:20"), ("11-20 9:15", "11-20 09:15")]
)
def test_the_time_of_contact_is_typed_as_one_speaks(clerk: Clerk, typed: str, meant: str, clock: Clock):
    clerk.begin(summary="补登")
    retype(clerk, clerk.form.contact.received_at, typed).press("F5", "Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert local(clerk, inquiry.received_at) == meant
    assert inquiry.reg_at == clock.now
    assert inquiry.first_officer == "安"


def test_a_time_more_than_a_working_day_ago_is_late_and_one_of_today_is_not(clerk: Clerk):
    clerk.begin(summary="补登")
    retype(clerk, clerk.form.contact.received_at, "11-20 9:15").press("F5", "Ctrl+S")
    clerk.begin(summary="刚才")
    retype(clerk, clerk.form.contact.received_at, "9:15").press("F5", "Ctrl+S")
    assert [each.late_entry for each in clerk.recorded()] == [True, False]


def test_the_field_shows_what_it_understood_when_it_is_left(clerk: Clerk):
    clerk.begin(summary="补登")
    retype(clerk, clerk.form.contact.received_at, "昨天 16:20").press("Tab")
    assert clerk.form.contact.received_at.text() == "2026-11-23 16:20"


@pytest.mark.parametrize(("typed", "word"), [("很早", "看不懂"), ("昨天", "几点几分"), ("25:00", "看不懂")])
def test_what_cannot_be_read_is_said_at_the_field_and_nothing_is_saved(clerk: Clerk, typed: str, word: str):
    clerk.begin(summary="补登").press("F5")
    retype(clerk, clerk.form.contact.received_at, typed).press("Ctrl+S")
    assert word in clerk.errors()["received_at"]
    assert clerk.form.contact.received_at.text() == typed
    assert clerk.form.contact.received_at.edit.hasFocus()
    assert clerk.recorded() == []


def test_a_time_to_come_is_said_as_soon_as_the_field_is_left_and_refused(clerk: Clerk):
    clerk.begin(summary="补登").press("F5")
    retype(clerk, clerk.form.contact.received_at, "16:20").press("Tab")
    assert "晚于现在" in clerk.errors()["received_at"]
    clerk.press("Ctrl+S")
    assert clerk.recorded() == []
    retype(clerk, clerk.form.contact.received_at, "9:20").press("Ctrl+S")
    assert len(clerk.recorded()) == 1


def test_an_emptied_time_follows_the_clock_again(clerk: Clerk, clock: Clock):
    clerk.begin(summary="补登")
    retype(clerk, clerk.form.contact.received_at, "昨天 16:20")
    retype(clerk, clerk.form.contact.received_at, "").press("F5", "Ctrl+S")
    assert clerk.recorded()[0].received_at == clock.now


def test_what_was_typed_and_cannot_be_read_comes_back_with_the_draft(clerk: Clerk):
    clerk.begin(summary="没写完")
    retype(clerk, clerk.form.contact.received_at, "上个月")
    clerk.window.hide()
    again = Clerk(clerk.link, clerk.ask, clerk.qtbot)
    assert again.form.summary.text() == "没写完"
    assert again.form.contact.received_at.text() == "上个月"
    again.press("F5", "Ctrl+S")
    assert again.recorded() == []
    again.window.end()


def test_the_mode_begins_at_the_time_and_keeps_day_channel_and_serial(clerk: Clerk):
    clerk.press("Ctrl+J")
    contact = clerk.form.contact
    assert contact.back.isVisible()
    assert contact.received_at.edit.hasFocus()
    assert contact.received_at.text() == "2026-11-24 "
    retype(clerk, contact.received_at, "11-19 ")
    contact.back.serial.edit.setFocus()
    clerk.type("3-09")
    contact.received_at.type_on()
    first = enter_one(clerk, "9:05", "第一件")
    assert (local(clerk, first.received_at), first.remark) == ("11-19 09:05", "纸质登记第3-09号")
    assert first.late_entry
    assert contact.received_at.edit.hasFocus()
    assert contact.received_at.text() == "2026-11-19 "
    assert contact.channel.value() is Channel.VISIT
    assert contact.back.serial.text() == "3-10"
    second = enter_one(clerk, "9:40", "第二件")
    assert (local(clerk, second.received_at), second.remark) == ("11-19 09:40", "纸质登记第3-10号")


def test_what_the_mode_proposes_is_no_entry_of_the_person(clerk: Clerk):
    clerk.press("Ctrl+J")
    clerk.form.contact.back.serial.edit.setFocus()
    clerk.type("7")
    clerk.form.contact.received_at.type_on()
    enter_one(clerk, "9:05", "一件")
    assert clerk.form.contact.back.serial.text() == "8"
    assert clerk.form.is_blank()
    clerk.press("Escape")
    assert not clerk.form.contact.back.isVisible()
    assert clerk.form.contact.channel.value() is None
    assert clerk.form.contact.received_at.text() == "2026-11-24 10:26"
    assert clerk.page.parked.isHidden() or not clerk.page.unsaved_count()


def test_the_next_matter_of_the_same_visitor_asks_for_its_time_too(clerk: Clerk):
    clerk.press("Ctrl+J")
    retype(clerk, clerk.form.contact.received_at, "11-19 ")
    enter_one(clerk, "9:05", "第一件")
    clerk.press("F3", "Alt+K", "Down", "Alt+S").type("第二件").press("F5", "Ctrl+S")
    assert "几点几分" in clerk.errors()["received_at"]
    assert len(clerk.recorded()) == 1
    clerk.type("9:20").press("Ctrl+S")
    assert local(clerk, clerk.recorded()[-1].received_at) == "11-19 09:20"


def test_leaving_the_mode_keeps_what_stands_in_the_form(clerk: Clerk):
    clerk.press("Ctrl+J").type("9:05")
    clerk.form.contact.back.serial.edit.setFocus()
    clerk.type("7").press("Alt+S").type("写到一半").press("Ctrl+J")
    assert clerk.form.summary.text() == "写到一半"
    assert clerk.form.contact.back.serial.text() == "7"
    assert clerk.form.contact.back.isVisible()
    draft = clerk.form.draft()
    assert (local(clerk, draft.received_at), draft.remark) == ("11-24 09:05", "纸质登记第7号")


def test_the_end_of_the_contact_is_of_the_same_day_and_may_not_come_first(clerk: Clerk):
    clerk.press("Ctrl+J")
    contact = clerk.form.contact
    retype(clerk, contact.received_at, "11-19 9:05")
    contact.back.ended_at.edit.setFocus()
    clerk.type("8:50")
    inquiry_count = len(clerk.recorded())
    contact.channel.setFocus()
    clerk.press("1", "Alt+K", "Down", "Alt+S").type("一件").press("F5", "Ctrl+S")
    assert "早于开始" in clerk.errors()["ended_at"]
    assert len(clerk.recorded()) == inquiry_count
    retype(clerk, contact.back.ended_at, "9:20").press("Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert local(clerk, inquiry.ended_at) == "11-19 09:20"


def test_a_saved_paper_that_is_undone_comes_back_with_its_time_and_serial(clerk: Clerk):
    clerk.press("Ctrl+J")
    clerk.form.contact.back.serial.edit.setFocus()
    clerk.type("7")
    clerk.form.contact.received_at.type_on()
    enter_one(clerk, "9:05", "写错的")
    clerk.window.toasts.undo()
    clerk.settle()
    assert clerk.form.summary.text() == "写错的"
    assert clerk.form.contact.back.serial.text() == "7"
    assert clerk.form.contact.received_at.text() == "2026-11-24 09:05"


def test_ctrl_p_saves_a_call_and_goes_on_to_its_record(clerk: Clerk):
    clerk.begin(channel="2", name="林晓舟", phone="13800001234", summary="反映施工噪声").press("F5")
    assert clerk.page.print_button.isVisible()
    clerk.press("Ctrl+P")
    step = clerk.window.findChild(CallStep)
    assert isinstance(step, CallStep)
    assert step.about.text() == "反映施工噪声"
    assert len(clerk.recorded()) == 1


def test_after_a_call_was_saved_ctrl_p_opens_its_record_until_the_next_form_begins(clerk: Clerk):
    clerk.begin(channel="2", name="林晓舟", phone="13800001234", summary="反映施工噪声").press("F5", "Ctrl+S")
    assert "Ctrl+P" in clerk.toast()
    clerk.press("Ctrl+P")
    assert clerk.window.findChild(CallStep) is not None
    clerk.window.close_step()
    clerk.settle()
    clerk.form.contact.channel.setFocus()
    clerk.press("1", "Ctrl+P")
    assert clerk.window.step is None
    assert clerk.errors()


def test_a_visit_has_no_record_of_a_call(clerk: Clerk):
    clerk.begin(summary="询问").press("F5")
    assert not clerk.page.print_button.isVisible()
    clerk.press("Ctrl+P")
    assert clerk.window.findChild(CallStep) is None
    assert len(clerk.recorded()) == 1
    assert QApplication.focusWidget() is not None
