"""The caller at the intake: one quiet line that keeps its place, what is open with him, agents, colleagues."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.services import inquiries, register
from tests.cast import BEN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, sit
from tests.ui.intake import INTAKE_ONLY, Clerk
from ui.desk_link import DeskLink
from ui.rail import ROOMS
from ui.visitors import MergeStep

WITH_REGISTER = tuple(room for room in ROOMS if room.name in ("inquiries", "register"))


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot, clock: Clock) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form; 林晓舟 came about JW-03 twenty minutes ago."""
    ask(inquiries.record, draft_of(Disposition.D3, matter="JW-03", person_no="202408010123"))
    clock.advance(minutes=20)
    hands = Clerk(link, ask, qtbot, WITH_REGISTER)
    yield hands
    hands.close()


def said(clerk: Clerk) -> str:
    return str(clerk.form.recognition.words.text())


def height(clerk: Clerk) -> int:
    return int(clerk.form.matter.mapTo(clerk.form, QPoint(0, 0)).y())


def test_four_digits_propose_a_caller_with_his_phone_masked_and_fill_nothing(clerk: Clerk):
    clerk.press("1", "Alt+T").type("1234")
    assert said(clerk).startswith("可能是老来访人：林晓舟 · 138****1234，第 2 次")
    assert clerk.form.person.person_name.text() == ""
    clerk.press("Alt+Q")
    clerk.qtbot.waitUntil(lambda: clerk.form.person.phone.text() == "13800001234")
    clerk.settle()
    assert said(clerk) == ""


def test_the_line_keeps_its_place_whatever_it_says(clerk: Clerk):
    before = height(clerk)
    clerk.press("1", "Alt+T").type("13800001234")
    assert said(clerk)
    assert height(clerk) == before
    clerk.choose_matter("JW-03")
    assert "已登记过" in said(clerk)
    assert height(clerk) == before


def test_the_same_matter_of_today_is_shown_and_opened_with_one_key(clerk: Clerk):
    clerk.press("1", "Alt+T").type("138 0000 1234").choose_matter("JW-03")
    assert said(clerk).startswith("今天 10:26 已登记过「")
    assert said(clerk).endswith("，编号 首问〔2026〕0001")
    clerk.press("Ctrl+O")
    assert clerk.window.room == "register"
    clerk.window.go("inquiries")
    assert clerk.form.person.phone.text() == "138 0000 1234"


def test_one_key_marks_the_repeated_contact_and_takes_it_back(clerk: Clerk):
    clerk.press("1", "Alt+T").type("13800001234").choose_matter("JW-03").press("Ctrl+M")
    assert clerk.form.more.repeat_of.text() == "首问〔2026〕0001"
    assert said(clerk) == "已标为重复来访：首问〔2026〕0001"
    clerk.press("Ctrl+M")
    assert clerk.form.more.repeat_of.text() == ""
    assert "已登记过" in said(clerk)
    clerk.press("Ctrl+M", "Alt+K", "Down", "Alt+N").type("林晓舟").tick_privacy().press("F7", "Ctrl+S")
    first, second = clerk.recorded()
    assert (second.repeat_of, second.visitor_id) == (first.id, first.visitor_id)


def test_a_likely_repetition_never_keeps_anybody_from_saving(clerk: Clerk):
    clerk.begin(name="林晓舟", phone="13800001234", summary="").choose_matter("JW-03")
    assert "已登记过" in said(clerk)
    clerk.press("F7", "Ctrl+S")
    assert [each.repeat_of for each in clerk.recorded()] == [None, None]
    assert said(clerk) == ""


def test_the_keys_of_the_line_do_nothing_while_it_shows_no_repetition(clerk: Clerk):
    clerk.press("1", "Alt+T").type("13800001234").press("Ctrl+M", "Ctrl+O")
    assert (clerk.form.more.repeat_of.text(), clerk.window.room) == ("", "inquiries")


def test_another_name_under_the_same_phone_is_to_be_checked(clerk: Clerk):
    clerk.press("1", "Alt+N").type("王芳").press("Alt+T").type("13800001234")
    assert said(clerk).startswith("同一电话或学号登记过另一姓名，请核对：林晓舟")
    assert clerk.form.recognition.words.property("role") == "warning"


def test_what_is_open_with_the_caller_stands_beside_the_form_and_enter_opens_it(clerk: Clerk):
    clerk.press("1", "Alt+T").type("13800001234")
    (row,) = clerk.page.earlier.follow_ups.rows
    assert row.isVisible()
    assert row.words == "● 剩 5 个工作日 · 受理件 · 学籍证明(历史档案类)" or row.words.startswith(
        "● 剩 5 个工作日 · 受理件 · "
    )
    row.setFocus()
    clerk.press("Return")
    assert clerk.window.room == "register"


def test_what_is_open_follows_when_it_is_settled_elsewhere(clerk: Clerk, ask: Ask):
    clerk.press("1", "Alt+T").type("13800001234")
    assert len(clerk.page.earlier.follow_ups.rows) == 1
    ask(inquiries.record, draft_of(Disposition.D5B, person_no="202408010123"))
    clerk.link.beat()
    clerk.settle()
    clerk.qtbot.waitUntil(lambda: len(clerk.page.earlier.follow_ups.rows) == 2)


def test_a_restricted_record_of_the_caller_is_never_beside_the_form(clerk: Clerk, ask: Ask):
    ask(inquiries.record, draft_of(Disposition.D10, person_name="周敏", phone="13911112222"))
    clerk.press("1", "Alt+T").type("13911112222")
    assert not clerk.page.earlier.isVisible()
    assert said(clerk) == ""


def test_the_next_matter_of_the_same_person_still_shows_what_is_open(clerk: Clerk):
    clerk.begin(name="林晓舟", phone="13800001234").press("F5", "Ctrl+S", "F3")
    assert clerk.page.earlier.follow_ups.isVisible()
    assert said(clerk).startswith("认出老来访人：林晓舟")
    clerk.press("Alt+Q")
    clerk.qtbot.waitUntil(lambda: clerk.form.person.person_no.text() == "202408010123")


def test_an_agent_needs_the_name_of_the_principal_and_the_privacy_notice(clerk: Clerk):
    clerk.begin().press("F5")
    clerk.form.more_button.click()
    clerk.form.more.agent_name.setFocus()
    clerk.type("王建国").press("Ctrl+S")
    assert set(clerk.errors()) == {"person_name", "privacy_told"}
    assert "本人" in clerk.errors()["person_name"]
    clerk.press("Alt+N").type("王芳").tick_privacy()
    clerk.form.more.agent_phone.setFocus()
    clerk.type("139 1111 3333").press("Ctrl+S")
    inquiry = clerk.recorded()[-1]
    assert (inquiry.person_name, inquiry.agent_name, inquiry.agent_phone) == ("王芳", "王建国", "13911113333")


def test_an_agent_is_masked_for_others_and_found_by_his_name(clerk: Clerk, ask: Ask, qtbot: QtBot, clock: Clock):
    agent = {"agent_name": "王建国", "agent_phone": "13911113333", "agent_relation": "父亲"}
    draft = draft_of(Disposition.D9, person_name="王芳", summary="王建国代王芳询问，13911113333", **agent)
    inquiry = ask(inquiries.record, draft).inquiry
    sit(clerk.link, qtbot, BEN, clock)
    shown = ask(register.show, inquiry.id).inquiry
    assert (shown.agent_name, shown.agent_phone, shown.agent_relation) == ("王*国", "139****3333", "父亲")
    assert shown.summary == "王*国代王*询问，139****3333"
    clerk.window.go("register", search="wangjianguo")
    clerk.settle()
    assert clerk.window.pages["register"].table.records.rowCount() == 1  # type: ignore[attr-defined]
    clerk.window.go("register", inquiry_id=inquiry.id)
    clerk.settle()
    words = [label.text() for label in clerk.window.pages["register"].pane.findChildren(QLabel)]  # type: ignore[attr-defined]
    assert {"代办人", "王*国", "代办人电话", "139****3333", "与本人关系", "父亲"} <= set(words)
    assert not [each for each in words if "王建国" in each]


def test_two_who_look_alike_are_merged_from_the_line_and_parted_with_one_key(clerk: Clerk, ask: Ask):
    ask(inquiries.record, draft_of(Disposition.D9, person_name="林晓洲", phone="13800001234"))
    clerk.press("1", "Alt+T").type("13800001234")
    assert clerk.form.recognition.merge_button.isVisible()
    clerk.form.recognition.merge_button.setFocus()
    clerk.press("Return")
    assert isinstance(clerk.window.step, MergeStep)
    clerk.press("Ctrl+S")
    assert clerk.window.step is None
    assert "已合并到" in clerk.toast()
    assert not clerk.form.recognition.merge_button.isVisible()
    assert clerk.form.person.phone.text() == "13800001234"
    first, second = clerk.recorded()
    assert first.visitor_id == second.visitor_id
    clerk.press("Ctrl+Z")
    clerk.settle()
    first, second = clerk.recorded()
    assert first.visitor_id != second.visitor_id


def test_no_merge_is_offered_for_two_who_only_share_a_phone(clerk: Clerk, ask: Ask):
    ask(inquiries.record, draft_of(Disposition.D9, person_name="周敏", phone="13800001234"))
    clerk.press("1", "Alt+T").type("13800001234")
    assert not clerk.form.recognition.merge_button.isVisible()
    assert clerk.form.recognition.next_button.isVisible()


def test_the_intake_alone_needs_no_register(link: DeskLink, ask: Ask, qtbot: QtBot):
    hands = Clerk(link, ask, qtbot, INTAKE_ONLY)
    hands.press("1", "Alt+T").type("9999")
    assert said(hands) == ""
    hands.close()


@pytest.fixture
def asking(clerk: Clerk) -> Clerk:
    """Give a form on which a colleague is to be named."""
    clerk.begin().press("F9")
    clerk.form.ways.to_person.setFocus()
    clerk.press("Ctrl+A", "Delete")
    return clerk


def test_a_colleague_is_named_by_the_initials_of_his_name(asking: Clerk):
    asking.type("k").press("Return")
    assert asking.form.ways.to_person.text() == "凯"
    assert not asking.form.ways.to_person.popup.isVisible()


def test_a_colleague_without_an_account_is_proposed_once_he_was_named(asking: Clerk, ask: Ask):
    ask(inquiries.record, draft_of(Disposition.D5A, to_person="李敏"))
    ask(inquiries.record, draft_of(Disposition.D10, to_person="周密"))
    asking.link.beat()
    asking.settle()
    asking.type("lim").press("Return")
    assert asking.form.ways.to_person.text() == "李敏"
    asking.press("Ctrl+A").type("zhou")
    assert not asking.form.ways.to_person.popup.isVisible()


def test_a_name_that_is_typed_is_never_replaced_unasked(asking: Clerk, ask: Ask):
    ask(inquiries.record, draft_of(Disposition.D5A, to_person="李敏"))
    asking.link.beat()
    asking.settle()
    field = asking.form.ways.to_person
    asking.type("李")
    assert field.popup.isVisible()
    asking.press("Return")
    assert field.text() == "李"
    assert asking.focus() is not field.edit
    field.setFocus()
    asking.press("Ctrl+A").type("li").press("Tab")
    assert field.text() == "li"
    field.setFocus()
    asking.press("Ctrl+A").type("李").press("Down", "Return")
    assert field.text() == "李敏"


def test_escape_closes_the_list_of_colleagues_and_nothing_else(asking: Clerk):
    asking.type("k").press("Escape")
    assert not asking.form.ways.to_person.popup.isVisible()
    assert asking.form.ways.to_person.text() == "k"
