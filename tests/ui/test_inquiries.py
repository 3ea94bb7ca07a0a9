"""The intake page: mistakes at their fields, recognition, the matter's card, saving once, undoing, parking."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from reception.errors import Invalid, Reason, Unavailable
from reception.rules.catalogue import Material
from reception.rules.inquiries import Channel, Disposition, Status, VoidReason
from reception.rules.visitors import ANONYMOUS, REFUSED
from reception.services import cases, catalogue, inquiries
from reception.services.desk import Desk
from tests.cast import DAN, Clock
from tests.ui.conftest import Ask, sit
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink
from ui.rail import ROOMS


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def test_an_empty_form_says_everything_that_is_missing_at_once(clerk: Clerk):
    clerk.press("Ctrl+S")
    assert set(clerk.errors()) == {"channel", "person_kind", "summary", "scope"}
    assert "处置方式" in clerk.page.form_line.text()
    assert clerk.form.contact.channel.isAncestorOf(clerk.focus())
    assert clerk.recorded() == []


def test_what_a_choice_elsewhere_settles_is_no_longer_called_missing(clerk: Clerk):
    clerk.press("Ctrl+S", "F5")
    assert clerk.page.form_line.text() == ""
    clerk.choose_matter("bbxsz")
    assert "summary" not in clerk.errors()


def test_an_error_goes_away_as_soon_as_its_field_is_mended(clerk: Clerk):
    clerk.press("Ctrl+S", "Alt+S").type("询问")
    assert "summary" not in clerk.errors()
    assert "person_kind" in clerk.errors()


def test_a_record_cannot_end_in_no_outcome(clerk: Clerk):
    clerk.begin()
    clerk.form.ways.scope.setFocus()
    clerk.press("1", "Ctrl+S")
    assert set(clerk.errors()) == {"disposition"}
    assert clerk.form.ways.disposition.isAncestorOf(clerk.focus())


def test_a_caller_who_refuses_name_and_phone_is_recorded_as_refusing(clerk: Clerk):
    clerk.begin(channel="2").press("F5", "Ctrl+S")
    assert set(clerk.errors()) == {"person_name", "phone"}
    clerk.form.person.refused_name.click()
    clerk.form.person.refused_phone.click()
    clerk.press("Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert (inquiry.person_name, inquiry.phone, inquiry.privacy_told) == (REFUSED, REFUSED, False)


def test_an_anonymous_visitor_is_one_button(clerk: Clerk):
    clerk.begin()
    clerk.form.person.anonymous.click()
    clerk.press("F5", "Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert (inquiry.person_name, inquiry.person_kind.value) == (ANONYMOUS, "anonymous")


def test_name_or_phone_need_the_privacy_notice(clerk: Clerk):
    clerk.begin()
    clerk.press("Alt+N").type("王芳").press("F5", "Ctrl+S")
    assert set(clerk.errors()) == {"privacy_told"}
    clerk.tick_privacy().press("Ctrl+S")
    assert clerk.recorded()[0].privacy_told


def test_enter_in_a_line_goes_to_the_next_field_and_never_saves(clerk: Clerk):
    clerk.begin().press("F5", "Alt+N").type("王").press("Return")
    assert clerk.focus() is not clerk.form.person.person_name.edit
    assert clerk.form.person.isAncestorOf(clerk.focus())
    assert clerk.recorded() == []


def test_saving_twice_makes_one_record(clerk: Clerk):
    clerk.begin().press("F5")
    clerk.page.save()
    clerk.page.save()
    clerk.settle()
    assert len(clerk.recorded()) == 1


def test_after_a_save_the_form_is_empty_under_a_new_token_and_the_focus_is_at_its_beginning(clerk: Clerk):
    token = clerk.form.token
    clerk.begin().press("F5", "Ctrl+S")
    assert clerk.form.is_blank()
    assert clerk.form.token != token
    assert clerk.form.contact.channel.isAncestorOf(clerk.focus())
    assert "首问〔2026〕0001" in clerk.toast()
    assert clerk.form.contact.number.text() == "首问〔2026〕0001"
    number = clerk.form.contact.number
    assert number.fontMetrics().horizontalAdvance(number.text()) <= number.width()
    clerk.press("1")
    assert clerk.form.contact.number.text() == "待编号 · 安"


def strike(clerk: Clerk, *keys: str) -> None:
    """Strike keys one upon the other, without waiting for anything."""
    for key in keys:
        chord = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(clerk.focus() or clerk.window, chord.key(), chord.keyboardModifiers())


def test_keys_that_follow_a_save_at_once_land_in_the_next_form(clerk: Clerk):
    clerk.begin(summary="先来的").press("F5")
    strike(clerk, "Ctrl+S", "2", "L", "i", "n", "Alt+S", "x", "y", "F6", "Ctrl+S")
    assert clerk.page.saving.under_way
    clerk.settle()
    assert [each.summary for each in clerk.recorded()] == ["先来的"]
    form = clerk.form
    assert (form.channel, form.person.person_name.text(), form.summary.text()) == (Channel.PHONE, "lin", "xy")
    assert form.ways.way is Disposition.D2
    assert clerk.toast().startswith("已登记 首问〔2026〕0001")
    assert again_drafts(clerk) == {form.token}


def again_drafts(clerk: Clerk) -> set[str]:
    found: list[Any] = []
    clerk.page.unsaved._keeper.read(clerk.page, found.extend)
    clerk.settle()
    return {each.draft.token for each in found}


def test_f3_struck_at_once_keeps_the_visitor_that_is_being_saved(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").press("F5")
    strike(clerk, "Ctrl+S", "F3")
    clerk.settle()
    assert clerk.form.person.person_name.text() == "王芳"
    assert len(clerk.recorded()) == 1


def test_a_save_that_is_refused_after_all_comes_back_and_the_next_form_waits_above(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_arguments: Any) -> Any:
        raise Invalid(Reason(code="unknown_matter", field="matter", values={"code": "JW-03"}))

    clerk.begin(summary="先来的").press("F5")
    left = clerk.form.draft()
    monkeypatch.setattr(inquiries, "record", refuse)
    strike(clerk, "Ctrl+S", "1", "Alt+S", "x", "y")
    clerk.settle()
    assert clerk.form.draft() == left
    assert clerk.errors().keys() == {"matter"}
    assert [form.draft.summary for form in clerk.page.parked.forms.values()] == ["xy"]
    monkeypatch.undo()
    clerk.press("Ctrl+S")
    assert [each.summary for each in clerk.recorded()] == ["先来的"]
    assert again_drafts(clerk) == set(clerk.page.parked.forms)


def test_a_notice_that_is_refused_after_all_comes_back_with_its_ticks_and_what_is_wrong_at_its_row(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_arguments: Any) -> Any:
        raise Invalid(Reason(code="row_blank", field="materials.2", values={"no": 2, "name": "照片"}))

    clerk.begin(name="王芳", phone="13800001234", summary="").choose_matter("学生证").press(
        "F8", "2", "1", "2", "1", "1"
    )
    ticks = clerk.form.notice()
    monkeypatch.setattr(inquiries, "record", refuse)
    strike(clerk, "Ctrl+S", "1", "Alt+S", "x")
    clerk.settle()
    assert clerk.form.notice() == ticks
    assert clerk.errors().keys() == {"materials.2"}
    assert len(clerk.page.parked.forms) == 1


def test_undo_voids_the_record_and_puts_its_content_back(clerk: Clerk):
    clerk.begin(summary="写错了").press("F5", "Ctrl+S", "Ctrl+Z")
    (inquiry,) = clerk.recorded()
    assert (inquiry.status, inquiry.void_reason) == (Status.VOID, VoidReason.UNDO)
    assert clerk.form.summary.text() == "写错了"
    clerk.press("Ctrl+S")
    assert [each.reg_no for each in clerk.recorded()] == ["首问〔2026〕0001", "首问〔2026〕0002"]


def test_escape_clears_and_undo_brings_everything_back(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").choose_matter("学生证").press("F8", "1", "2")
    before = clerk.form.draft()
    clerk.press("Escape")
    assert clerk.form.is_blank()
    clerk.press("Ctrl+Z")
    assert clerk.form.draft() == before
    assert clerk.form.ways.materials.owed() == 1


def test_escape_closes_the_open_list_before_it_clears(clerk: Clerk):
    clerk.press("Alt+M").type("学生证")
    assert clerk.form.matter.popup.isVisible()
    clerk.press("Escape")
    assert (clerk.form.matter.popup.isVisible(), clerk.form.matter.text()) == (False, "学生证")


def test_a_known_caller_is_recognised_by_phone_however_typed_and_filled_with_one_key(clerk: Clerk):
    clerk.begin(name="欧阳龑", phone="13800001234", summary="在读证明").press("F5", "Ctrl+S")
    clerk.form.contact.channel.setFocus()
    clerk.press("2", "Alt+T").type("+86 138-0000-1234")
    said = clerk.form.recognition.words.text()
    assert "认出老来访人" in said
    assert "第 2 次" in said
    assert "11月24日「在读证明」" in said
    assert clerk.page.earlier.isVisible()
    clerk.press("Alt+Q")
    clerk.qtbot.waitUntil(lambda: clerk.form.person.person_name.text() == "欧阳龑")
    assert clerk.form.person.person_kind.value() is not None


def test_a_name_alone_only_proposes_and_masks_the_phone(clerk: Clerk):
    clerk.begin(name="张三", phone="13800001234").press("F5", "Ctrl+S")
    clerk.press("Alt+N").type("zs")
    said = clerk.form.recognition.words.text()
    assert "可能是老来访人：张三 · 138****1234" in said


def test_a_matter_is_found_by_initials_and_its_card_answers_with_the_date_it_gives_now(clerk: Clerk):
    clerk.choose_matter("bbxsz")
    assert clerk.form.matter.code == "JW-03"
    assert "最迟 12月1日（星期二）17:30" in clerk.page.card.promise.text()
    shown = "\n".join(label.text() for label in clerk.page.card._lines.findChildren(type(clerk.page.card.name)))
    for words in ("教务处", "安", "0731-5550-1203", "监督 0731-5550-1999", "师生服务大厅1-4号窗口", "工本费10元"):
        assert words in shown


def test_f11_opens_the_whole_card_and_escape_closes_it(clerk: Clerk):
    clerk.choose_matter("学生证").press("F11")
    assert not clerk.page.today.isVisible()
    shown = "\n".join(label.text() for label in clerk.page.card._lines.findChildren(type(clerk.page.card.name)))
    assert "学生证补办申请表" in shown
    clerk.press("Escape")
    assert clerk.page.today.isVisible()
    assert clerk.form.matter.code == "JW-03"


def test_an_unknown_matter_is_said_at_its_field(clerk: Clerk):
    clerk.begin().press("Alt+M").type("xyzzy").press("F5", "Ctrl+S")
    assert set(clerk.errors()) == {"matter"}
    assert clerk.form.matter.text() == "xyzzy"


def test_another_matter_begins_with_blank_ticks(clerk: Clerk):
    clerk.choose_matter("学生证").press("F8", "1", "1")
    clerk.form.matter.edit.selectAll()
    clerk.form.matter.setFocus()
    clerk.type("缓考").press("Return")
    assert clerk.form.ways.materials.is_empty()


def test_twelve_materials_are_reached_by_keyboard_and_scroll_into_view(clerk: Clerk):
    def widen(desk: Desk) -> Any:
        matter = catalogue.matter(desk, "JW-03")
        materials = tuple(Material(no=no, name=f"材料甲乙丙丁{no}") for no in range(1, 13))
        today = desk.calendar.local(desk.clock()).date()
        return catalogue.save_matter(desk, replace(matter, materials=materials), today)

    clerk.ask(widen)
    clerk.choose_matter("学生证").press("F8", *["1"] * 11)
    last = clerk.form.ways.materials._rows[-1].state.answers
    assert clerk.focus() is last
    place = last.mapTo(clerk.page.area.viewport(), last.rect().center())
    assert clerk.page.area.viewport().rect().contains(place)
    clerk.press("2")
    assert "需补正 1 项" in clerk.form.ways.verdict.text()


def test_f3_keeps_the_visitor_for_the_next_matter(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").press("F5", "Ctrl+S", "F3")
    assert (clerk.form.person.person_name.text(), clerk.form.summary.text()) == ("王芳", "")
    assert clerk.form.matter.isAncestorOf(clerk.focus())
    clerk.press("Alt+S").type("另一件").press("F5", "Ctrl+S")
    assert [each.person_name for each in clerk.recorded()] == ["王芳", "王芳"]


def test_f2_lets_an_unsaved_form_wait_above_and_one_press_brings_it_back(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234", summary="第一位").press("F2")
    assert clerk.form.is_blank()
    (token,) = clerk.page.parked.forms
    clerk.press("Alt+S").type("第二位")
    clerk.page.parked.wanted.emit(token)
    clerk.settle()
    assert clerk.form.summary.text() == "第一位"
    assert [form.draft.summary for form in clerk.page.parked.forms.values()] == ["第二位"]


def test_only_the_fields_of_the_chosen_way_are_recorded(clerk: Clerk):
    clerk.begin().press("Shift+F6").type("财务").press("Return", "F5").type("已答").press("Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert (inquiry.answer, inquiry.to_unit, inquiry.told_phone) == ("已答", "", "")


def test_what_was_changed_after_a_failed_save_is_not_lost_when_retry_saves_the_older_text(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
):
    record, broken = inquiries.record, [True]

    def fails_once(*arguments: Any) -> Any:
        if broken.pop() if broken else False:
            raise Unavailable("locked")
        return record(*arguments)

    clerk.begin(summary="先前").press("F5")
    monkeypatch.setattr(inquiries, "record", fails_once)
    clerk.press("Ctrl+S", "Alt+S", "End").type("之后")
    clerk.window.failure_line.button.click()
    clerk.settle()
    assert [each.summary for each in clerk.recorded()] == ["先前"]
    assert clerk.form.summary.text() == "先前之后"
    assert "改动前" in clerk.page.form_line.text()


def test_the_list_of_today_begins_anew_at_midnight(clerk: Clerk, clock: Clock):
    clerk.begin().press("F5", "Ctrl+S")
    assert clerk.page.today.table.model().rowCount() == 1
    clock.advance(hours=14)
    clerk.link.beat()
    clerk.settle()
    assert clerk.page.today.table.model().rowCount() == 0


def test_a_group_is_to_be_reported(clerk: Clerk):
    clerk.form.more_button.click()
    clerk.form.more.person_count.setFocus()
    clerk.press("Ctrl+A").type("5")
    assert clerk.form.more.group.isVisible()
    clerk.form.more.leader_told.box.click()
    assert clerk.form.draft().leader_told
    clerk.form.more.person_count.setFocus()
    clerk.press("Ctrl+A").type("4")
    assert (clerk.form.more.group.isVisible(), clerk.form.draft().leader_told) == (False, False)


def test_a_failure_of_the_machine_leaves_the_form_as_it_is(clerk: Clerk, monkeypatch: pytest.MonkeyPatch):
    def full(desk: Desk, *_rest: Any) -> None:
        raise Unavailable("disk_full")

    clerk.begin(summary="还在").press("F5")
    with monkeypatch.context() as broken:
        broken.setattr(inquiries, "record", full)
        clerk.press("Ctrl+S")
    assert clerk.form.summary.text() == "还在"
    assert clerk.form.isEnabled()
    assert clerk.window.failure_line.isVisible()
    clerk.press("Ctrl+S")
    assert [each.summary for each in clerk.recorded()] == ["还在"]


def test_the_time_of_contact_is_when_the_first_key_was_pressed_and_may_be_set_earlier(clerk: Clerk, clock: Any):
    clerk.begin().press("F5")
    clock.advance(minutes=7)
    clerk.press("Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert (inquiry.reg_at - inquiry.received_at).total_seconds() == 420
    clerk.begin(summary="补登").press("F5")
    clerk.form.contact.received_at.edit.setFocus()
    clerk.form.contact.received_at.edit.selectAll()
    clerk.type("11-20 10:26")
    clerk.press("Ctrl+S")
    assert clerk.recorded()[-1].late_entry


def test_a_time_in_the_future_is_refused_at_its_field(clerk: Clerk):
    clerk.begin().press("F5")
    clerk.form.contact.received_at.edit.setFocus()
    clerk.form.contact.received_at.edit.selectAll()
    clerk.type("11-25 10:26")
    clerk.press("Ctrl+S")
    assert set(clerk.errors()) == {"received_at"}


HOSTILE = [
    "a\x00b",
    "\ud800",
    "👩‍👩‍👧‍👦 🏳️‍🌈",
    "\u202etxt.exe",
    "<b>粗</b><img src=file:///etc/passwd>",
    "=cmd()|' /C calc'!A0",
    "'; DROP TABLE inquiry; --",
    "&amp;&保存",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_anything_pasted_is_harmless_and_never_markup(clerk: Clerk, text: str):
    clerk.begin(name="王芳", phone="13800001234", summary="")
    clerk.press("Alt+S").paste(f"摘要{text}")
    clerk.press("Alt+B").paste(f"详情{text}\n第二行{text}")
    clerk.press("F5").paste(text)
    clerk.press("Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert inquiry.summary.startswith("摘要")
    assert "\n第二行" in inquiry.detail
    clerk.press("Alt+T").type("13800001234")
    for label in clerk.window.findChildren(type(clerk.page.form_line)):
        assert label.textFormat() is Qt.TextFormat.PlainText or label.property("role") is None


def test_a_huge_paste_is_cut_and_told(clerk: Clerk):
    clerk.press("Alt+S").paste("龑" * 3_000_000)
    assert len(clerk.form.summary.text()) <= 100
    assert "100" in clerk.form.summary.error
    clerk.press("Alt+B").paste("a\n" * 2_000_000)
    assert len(clerk.form.detail.text()) <= 4000
    assert "4000" in clerk.form.detail.error


def test_no_key_acts_within_the_pre_edit_of_an_input_method(clerk: Clerk):
    clerk.begin().press("Alt+S")
    QApplication.sendEvent(clerk.focus(), QInputMethodEvent("ni", []))
    clerk.press("F5", "Ctrl+S", "F2")
    assert clerk.form.ways.way is None
    assert clerk.recorded() == []


def tab_stops(clerk: Clerk) -> list[str]:
    """Give what Tab reaches, from the channels on, until it leaves the page's form."""
    names = {id(field.inner): name for name, field in clerk.form.fields().items()}
    names |= {id(clerk.page.clear_button): "clear", id(clerk.page.save_button): "save"}
    clerk.form.contact.channel.setFocus()
    stops: list[str] = []
    while "clear" not in stops and len(stops) < 40:
        widget = clerk.focus()
        while widget is not None and id(widget) not in names:
            widget = widget.parentWidget()
        stops.append(names[id(widget)] if widget is not None else clerk.focus().accessibleName())
        clerk.press("Tab")
    return stops


def test_letters_on_the_channel_buttons_go_to_the_name_and_digits_choose_the_channel(clerk: Clerk):
    clerk.form.contact.channel.setFocus()
    clerk.press("2").type("Lin").type(" Xiao")
    assert clerk.form.channel is Channel.PHONE
    assert clerk.form.person.person_name.text() == "Lin Xiao"
    assert clerk.form.person.person_name.edit.hasFocus()
    clerk.form.contact.channel.setFocus()
    clerk.press("Alt+S").type("v")
    assert (clerk.form.summary.text(), clerk.form.person.person_name.text()) == ("v", "Lin Xiao")


def test_a_word_composed_on_the_channel_buttons_stands_in_the_name(clerk: Clerk):
    clerk.form.contact.channel.setFocus()
    button = clerk.focus()
    assert isinstance(button, QPushButton)
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled | Qt.InputMethodQuery.ImCursorRectangle)
    QApplication.sendEvent(button, asked)
    assert asked.value(Qt.InputMethodQuery.ImEnabled) is True
    shown = button.mapToGlobal(asked.value(Qt.InputMethodQuery.ImCursorRectangle).center())
    name = clerk.form.person.person_name.edit
    assert name.rect().contains(name.mapFromGlobal(shown).toPoint())
    QApplication.sendEvent(button, QInputMethodEvent("lin", []))
    assert (button.hasFocus(), name.text()) == (True, "")
    clerk.type("林晓舟")
    assert (name.text(), name.hasFocus()) == ("林晓舟", True)
    clerk.type("先生")
    assert name.text() == "林晓舟先生"


def test_letters_on_the_buttons_of_a_way_go_to_its_next_text(clerk: Clerk):
    clerk.press("F5").form.ways.disposition.setFocus()
    clerk.type("ok")
    assert clerk.form.ways.answer.text() == "ok"


def test_tab_follows_the_order_of_reading(clerk: Clerk):
    clerk.choose_matter("休学").press("F8")
    person = ["person_name", "phone", "person_kind", "person_no", "person_unit", "privacy_told"]
    materials = [f"materials.{no}" for no in (2, 3, 4, 1, 5)]
    above = ["channel", "received_at", *person, "matter", "summary", "detail"]
    stops = tab_stops(clerk)
    assert [stop for stop in stops if stop] == [*above, "scope", "disposition", *materials, "clear"]


def test_a_proposed_post_is_replaced_by_what_is_typed(clerk: Clerk):
    clerk.choose_matter("休学").press("F9")
    assert clerk.form.ways.to_post.code == "JW-04"
    clerk.type("学生证").press("Return")
    assert clerk.form.ways.to_post.code == "JW-03"


def test_ones_own_unit_is_not_proposed_as_another_unit(clerk: Clerk):
    clerk.choose_matter("学生证").press("Shift+F6")
    assert clerk.form.ways.to_unit.text() == ""


def test_the_unit_of_a_matter_of_others_is_proposed_with_phone_and_place(clerk: Clerk):
    clerk.choose_matter("GJ-03").press("Shift+F6")
    assert (clerk.form.ways.to_unit.code, clerk.form.ways.told_phone.text()) == ("GJ", "0731-5550-1270")


def test_who_may_not_record_finds_the_save_button_asleep(
    clerk: Clerk, link: DeskLink, ask: Ask, qtbot: QtBot, clock: Clock
):
    clerk.window.hide()
    sit(link, qtbot, DAN, clock)
    dan = Clerk(link, ask, qtbot)
    assert not dan.page.save_button.isEnabled()
    dan.begin().press("F5", "Ctrl+S")
    assert dan.recorded() == []
    assert "角色" in dan.page.form_line.text()
    dan.window.end()


def test_scrolling_with_the_wheel_changes_no_choice(clerk: Clerk):
    clerk.begin()
    box = clerk.form.person.person_kind.box
    before = clerk.form.draft()
    place = QPointF(box.rect().center())
    down = QPoint(0, -120)
    for widget in (box, clerk.form.contact.received_at.edit, clerk.form.more.person_count.box):
        turn = QWheelEvent(
            place,
            QPointF(widget.mapToGlobal(place)),
            QPoint(),
            down,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, turn)
    assert clerk.form.draft() == before


def test_enter_on_a_record_of_today_opens_it_in_the_register(link: DeskLink, ask: Ask, qtbot: QtBot):
    rooms = tuple(room for room in ROOMS if room.name in ("inquiries", "register"))
    clerk = Clerk(link, ask, qtbot, rooms)
    clerk.begin().press("F5", "Ctrl+S")
    clerk.page.today.table.selectRow(0)
    clerk.page.today.table.setFocus()
    clerk.press("Return")
    assert clerk.window.room == "register"
    clerk.close()


def test_a_single_character_is_no_reason_to_show_a_visitor(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").press("F5", "Ctrl+S")
    clerk.press("Alt+N").type("王")
    assert clerk.form.recognition.words.text() == ""


def test_the_receiver_of_papers_may_be_another_than_the_holder_of_the_post(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").choose_matter("学生证").press("Shift+F5")
    clerk.form.ways.to_person.setFocus()
    clerk.type("本")
    assert "转给本" in clerk.form.ways.say.text()
    clerk.form.ways.papers.none.setFocus()
    clerk.press("Space", "Ctrl+S")
    (due, _case) = sorted(clerk.ask(cases.due_list), key=lambda item: not item.transfer)
    assert (due.transfer, due.person) == (True, "本")


def test_every_blank_row_of_the_check_list_is_said_at_once_and_the_first_has_the_focus(clerk: Clerk):
    clerk.begin(summary="").choose_matter("学生证").press("F8", "Ctrl+S")
    assert set(clerk.errors()) == {f"materials.{no}" for no in (1, 2, 3, 4)}
    assert clerk.form.ways.materials._rows[3].question.isAncestorOf(clerk.focus())
    clerk.press("1", "1", "1", "3", "Ctrl+S")
    assert set(clerk.errors()) == {"materials.3", "materials.4"}


def test_save_and_print_just_saves_where_there_is_no_notice(clerk: Clerk):
    clerk.begin().press("F5", "Ctrl+P")
    assert len(clerk.recorded()) == 1
    assert clerk.window.present_page() is clerk.page


def test_a_complete_list_says_nothing_is_missing_and_proposes_to_handle_it_now(clerk: Clerk):
    clerk.choose_matter("学生证").press("F8", "2", "1", "1", "1")
    assert "材料齐全" in clerk.form.ways.verdict.text()
    assert clerk.form.ways.saying.isHidden()


def test_every_control_has_a_name_for_screen_readers(clerk: Clerk):
    clerk.choose_matter("学生证").press("F8")
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
    controls = [each for kind in kinds for each in clerk.page.findChildren(kind)]
    own = [each for each in controls if not each.objectName().startswith("qt_")]
    inner = [each for each in own if not isinstance(each.parent(), QAbstractSpinBox)]
    said = {each: each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "") for each in inner}
    nameless = [(each, each.parent()) for each, words in said.items() if not words]
    assert nameless == []


def test_no_two_controls_share_a_mnemonic(clerk: Clerk):
    clerk.form.more_button.click()
    clerk.settle()
    texts = [each.text() for each in clerk.window.findChildren(QAbstractButton)]
    texts += [field.label.text() for field in clerk.form.fields().values() if not field.label.isHidden()]
    letters = [text[text.index("&") + 1].upper() for text in texts if "&" in text.replace("&&", "")]
    refusals = {"R", "C"}
    assert sorted(set(letters)) == sorted(letters)
    assert refusals <= set(letters)


def test_the_fields_of_a_caller_stand_on_one_line(clerk: Clerk):
    clerk.form.contact.channel.setFocus()
    clerk.press("2")
    fields = clerk.form.person.fields()
    tops = {fields[name].inner.mapTo(clerk.window, QPoint()).y() for name in ("person_name", "phone", "person_kind")}
    assert len(tops) == 1
