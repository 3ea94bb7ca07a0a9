"""A visitor is back with his slip: scanned or typed, filled in, only what was owed is ticked, and where it leads."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, Status, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, SecondReason
from reception.services import catalogue, corrections, inquiries, notices, register
from reception.services.desk import Desk
from tests.cast import Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink

P, M, D = MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.DEFECTIVE


@pytest.fixture
def slip(ask: Ask, clock: Clock) -> Notice:
    """Give the slip of a visitor who was told two days ago that papers 2 and 3 of JW-03 are to be brought."""
    states = {1: (P, ""), 2: (M, ""), 3: (D, "照片不清"), 4: (M, "")}
    ticks = tuple(MaterialTick(no=no, state=state, reason=why) for no, (state, why) in states.items() if no != 4)
    visit = draft_of(Disposition.D4, matter="JW-03", person_no="202408010123", person_unit="外国语学院")
    made = ask(inquiries.record, visit, NoticeDraft(answers=((4, False),), ticks=ticks))
    clock.advance(days=2)
    notice: Notice = made.notice
    return notice


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot, slip: Notice) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form, while the visitor with the slip is on his way."""
    hands = Clerk(link, ask, qtbot)
    hands.page.returning.scanner.seconds = lambda: 1.0
    yield hands
    hands.close()


def scan(clerk: Clerk, code: str) -> None:
    """Let a scanner type a code and Enter, wherever the focus is and wherever the code leads it."""
    for sign in code:
        QTest.keyClicks(clerk.focus() or clerk.window, sign)
    QTest.keyClick(clerk.focus() or clerk.window, Qt.Key.Key_Return)
    clerk.settle()


def come_back(clerk: Clerk, slip: Notice) -> Clerk:
    """Open the slip by its key and its code."""
    clerk.press("Shift+F2")
    scan(clerk, slip.query_code)
    return clerk


def states(clerk: Clerk) -> dict[int, MaterialState]:
    return {tick.no: tick.state for tick in clerk.form.ways.materials.draft().ticks}


def last_words(clerk: Clerk) -> list[str]:
    return [row.state.last.text() for row in clerk.form.ways.materials._rows]


def row_with_focus(clerk: Clerk) -> int | None:
    """Give the number of the paper whose answers have the focus."""
    rows = clerk.form.ways.materials._rows
    return next((row.material.no for row in rows if row.state.answers is clerk.focus()), None)


def test_one_scan_fills_everything_that_is_known(clerk: Clerk, slip: Notice):
    come_back(clerk, slip)
    draft = clerk.form.draft()
    assert (draft.person_name, draft.phone, draft.person_no) == ("林晓舟", "13800001234", "202408010123")
    assert (draft.person_unit, draft.matter, draft.repeat_of) == ("外国语学院", "JW-03", "首问〔2026〕0001")
    assert (draft.returned_with, draft.privacy_told) == (slip.number, True)
    assert clerk.page.returning.row.words.text().startswith(f"凭 {slip.number} 回访 · 11月24日告知 · 上次还缺 2 项")
    assert clerk.page.returning.row.asking.isHidden()


def test_what_was_there_stays_ticked_and_each_row_says_what_it_was(clerk: Clerk, slip: Notice):
    come_back(clerk, slip)
    assert states(clerk) == {1: P}
    assert last_words(clerk) == ["上次：已提供", "上次：缺", "上次：需更正（照片不清）", "上次：不适用"]
    assert row_with_focus(clerk) == 2


@pytest.mark.parametrize(
    "write",
    [
        lambda slip: slip.query_code.lower(),
        lambda slip: f"  {slip.query_code} ",
        lambda slip: f"{slip.query_code[:4]}-{slip.query_code[4:]}",
        lambda slip: "2026-0001",
        lambda slip: "1",
    ],
)
def test_code_and_number_are_taken_however_they_come(clerk: Clerk, slip: Notice, write: Callable[[Notice], str]):
    clerk.press("Shift+F2")
    scan(clerk, write(slip))
    assert clerk.form.draft().returned_with == slip.number


def test_the_whole_number_is_pasted(clerk: Clerk, slip: Notice):
    clerk.press("Shift+F2").paste(slip.number).press("Return")
    assert clerk.form.draft().returned_with == slip.number


def test_no_input_method_stands_between_scanner_and_field(clerk: Clerk):
    clerk.press("Shift+F2")
    edit = clerk.page.returning.row.code.edit
    assert clerk.focus() is edit
    assert not edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert edit.inputMethodHints() & Qt.InputMethodHint.ImhLatinOnly


def test_a_slip_that_is_not_there_is_told_at_the_field_and_nothing_else_changes(clerk: Clerk):
    clerk.press("Alt+S").type("abc").press("Shift+F2")
    before = clerk.form.draft()
    scan(clerk, "222222")
    field = clerk.page.returning.row.code
    assert field.error == "没有编号或查询码为“222222”的告知单，请核对。"
    assert field.edit.hasFocus()
    assert clerk.form.draft() == before
    scan(clerk, "")
    assert field.error == "没有编号或查询码为“222222”的告知单，请核对。"


def test_an_empty_field_asks_for_a_scan(clerk: Clerk):
    clerk.press("Shift+F2", "Return")
    assert clerk.page.returning.row.code.error == "请扫描二维码，或输入 6 位查询码。"


def test_a_void_slip_is_told_in_a_sentence(clerk: Clerk, slip: Notice, ask: Ask):
    def head_voids(desk: Desk) -> None:
        head = replace(desk, account=replace(desk.account, roles=("section_head",)))
        corrections.void(head, slip.inquiry_id, VoidReason.MISTAKE, "录错")

    ask(head_voids)
    come_back(clerk, slip)
    assert "已随登记作废" in clerk.page.returning.row.code.error
    assert clerk.form.is_blank()


def test_escape_takes_the_field_away_and_leaves_the_form(clerk: Clerk):
    clerk.press("Alt+S").type("abc").press("Shift+F2", "Escape")
    assert clerk.page.returning.row.isHidden()
    assert clerk.form.summary.text() == "abc"


def test_a_half_typed_form_waits_above(clerk: Clerk, slip: Notice):
    clerk.press("Alt+S").type("abc")
    come_back(clerk, slip)
    assert [form.draft.summary for form in clerk.page.parked.forms.values()] == ["abc"]
    assert clerk.form.draft().returned_with == slip.number


def test_the_same_slip_scanned_again_makes_no_second_form(clerk: Clerk, slip: Notice):
    come_back(clerk, slip).press("1")
    come_back(clerk, slip)
    assert clerk.page.parked.forms == {}
    assert states(clerk) == {1: P, 2: P}
    clerk.press("F2")
    come_back(clerk, slip)
    assert states(clerk) == {1: P, 2: P}
    assert clerk.page.parked.forms == {}


@pytest.mark.parametrize("focus", ["channel", "materials", "table"])
def test_a_scanner_needs_no_field(clerk: Clerk, slip: Notice, focus: str):
    if focus == "materials":
        clerk.begin(summary="").choose_matter("学生证").press("F8")
    elif focus == "table":
        clerk.page.today.table.setFocus()
    else:
        clerk.form.contact.channel.setFocus()
    before = clerk.form.draft()
    scan(clerk, slip.query_code.lower())
    assert clerk.form.draft().returned_with == slip.number
    waiting = [form.draft for form in clerk.page.parked.forms.values()]
    assert waiting == ([before] if focus == "materials" else [])


def test_a_scanned_code_that_is_unknown_leaves_the_ticks_as_they_were(clerk: Clerk):
    clerk.begin(summary="").choose_matter("学生证").press("F8", "2", "1")
    before, ticked = clerk.form.draft(), states(clerk)
    scan(clerk, "323232")
    assert (clerk.form.draft(), states(clerk)) == (before, ticked)
    assert "323232" in clerk.page.returning.row.code.error


def test_a_hand_is_no_scanner(clerk: Clerk):
    ticks = iter(range(1000))
    clerk.page.returning.scanner.seconds = lambda: next(ticks) * 0.2
    clerk.begin(summary="").choose_matter("学生证").press("F8", "2")
    for key in ("2", "3", "2", "2", "2", "2"):
        clerk.press(key)
    clerk.press("Return")
    assert clerk.page.returning.row.isHidden()
    assert states(clerk)


def test_what_is_scanned_into_a_text_is_text(clerk: Clerk, slip: Notice):
    clerk.press("Alt+S")
    scan(clerk, slip.query_code)
    assert clerk.form.summary.text() == slip.query_code
    assert clerk.form.returned is None


def test_complete_papers_lead_to_the_promise_and_offer_the_spot_with_one_key(clerk: Clerk, slip: Notice):
    come_back(clerk, slip).press("1")
    assert row_with_focus(clerk) == 3
    clerk.press("1")
    ways = clerk.form.ways
    shown = [way for way in Disposition if not ways.disposition.button(way).isHidden()]
    assert (ways.way, shown) == (Disposition.D3, [Disposition.D2, Disposition.D3])
    assert not ways.materials.isHidden()
    clerk.press("F6")
    assert (ways.way, clerk.focus()) == (Disposition.D2, ways.result.edit)
    clerk.press("F7").press("Ctrl+S")
    earlier, later = clerk.ask(first_and_second)
    assert (later.disposition, later.status, earlier.status) == (Disposition.D3, Status.IN_PROGRESS, Status.CLOSED)


def first_and_second(desk: Desk) -> tuple[Any, ...]:
    return tuple(inquiries.by_number(desk, f"2026-{serial}") for serial in (1, 2))


def test_an_instant_matter_is_proposed_to_be_done_on_the_spot(clerk: Clerk, ask: Ask):
    row = NoticeDraft(ticks=(MaterialTick(no=1, state=M),))
    made = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-01"), row)
    come_back(clerk, made.notice).press("1")
    assert clerk.form.ways.way is Disposition.D2
    assert clerk.form.ways.result.edit.hasFocus()


def test_a_paper_still_missing_gets_a_second_notice_on_paper(clerk: Clerk, slip: Notice):
    come_back(clerk, slip).press("1", "2")
    assert clerk.form.ways.way is Disposition.D4
    assert clerk.form.ways.verdict.text().startswith("需补正 1 项")
    clerk.press("Ctrl+P")
    (second,) = clerk.ask(notices.of_inquiry, clerk.ask(first_and_second)[1].id)
    assert (second.missing, second.released) == ((3,), True)
    assert clerk.window.top.title.text() == "一次性告知单"


def test_a_row_that_was_never_named_asks_why_before_it_is_saved(clerk: Clerk, slip: Notice):
    come_back(clerk, slip)
    clerk.press("Up").press("2")
    materials = clerk.form.ways.materials
    assert not materials.second.isHidden()
    clerk.press("1", "1")
    assert materials.second.box.hasFocus()
    clerk.press("Ctrl+S")
    assert clerk.errors() == {
        "second_reason": "二次告知：第 1 项材料首次没有告知，请选择原因；出具后由科室负责人核准。"
    }
    clerk.press("Down", "Ctrl+S")
    (second,) = clerk.ask(notices.of_inquiry, clerk.ask(first_and_second)[1].id)
    assert (second.missing, second.second_reason, second.released) == ((1,), SecondReason.REQUEST_CHANGED, False)


def test_a_new_edition_is_told_and_its_new_paper_waits(clerk: Clerk, slip: Notice, ask: Ask):
    def renew(desk: Desk) -> None:
        matter = catalogue.matter(desk, "JW-03")
        rows = (*matter.materials, replace(matter.materials[0], no=5, name="承诺书"))
        catalogue.save_matter(desk, replace(matter, materials=rows), desk.calendar.local(desk.clock()).date())

    head = replace(clerk.link.desk, account=replace(clerk.link.desk.account, roles=("section_head",)))
    ask(lambda _desk: renew(head))
    come_back(clerk, slip)
    assert "新增材料 1 项" in clerk.page.returning.row.warning.text()
    assert last_words(clerk)[4] == "上次没有这一项"
    clerk.press("1", "1")
    assert row_with_focus(clerk) == 5


def test_a_slip_past_its_day_is_told_and_taken(clerk: Clerk, slip: Notice, clock: Clock):
    clock.advance(days=40)
    come_back(clerk, slip)
    assert "补正期限已过" in clerk.page.returning.row.warning.text()
    assert clerk.form.draft().returned_with == slip.number


def test_the_form_goes_on_without_the_slip_when_it_was_none(clerk: Clerk, slip: Notice):
    come_back(clerk, slip).press("1", "1")
    clerk.page.returning.row.drop_button.setFocus()
    clerk.press("Space")
    assert (clerk.form.returned, clerk.form.draft().returned_with) == (None, "")
    assert clerk.form.ways.way is Disposition.D3
    assert clerk.form.ways.materials.isHidden()
    assert clerk.page.returning.row.isHidden()


def test_undo_brings_form_and_slip_back(clerk: Clerk, slip: Notice):
    come_back(clerk, slip).press("1", "1", "Ctrl+S", "Ctrl+Z")
    assert clerk.form.draft().returned_with == slip.number
    assert states(clerk) == {1: P, 2: P, 3: P}
    assert last_words(clerk)[1] == "上次：缺"
    earlier = clerk.ask(register.show, slip.inquiry_id).inquiry
    assert earlier.status is Status.OPEN
    clerk.press("Ctrl+S")
    assert clerk.ask(register.show, slip.inquiry_id).inquiry.status is Status.CLOSED


def test_a_slip_that_somebody_else_used_meanwhile_is_told_and_nothing_is_lost(clerk: Clerk, slip: Notice, ask: Ask):
    come_back(clerk, slip).press("1", "1")
    ask(inquiries.record, draft_of(Disposition.D3, matter="", returned_with=slip.number))
    clerk.press("Ctrl+S")
    assert "已经用过，见 首问〔2026〕0002" in clerk.page.form_line.text()
    assert states(clerk) == {1: P, 2: P, 3: P}


def test_a_half_ticked_return_comes_back_after_a_crash(clerk: Clerk, slip: Notice):
    come_back(clerk, slip).press("1")
    left = clerk.form.draft()
    clerk.window.hide()
    again = Clerk(clerk.link, clerk.ask, clerk.qtbot)
    assert again.form.draft() == left
    assert states(again) == {1: P, 2: P}
    assert last_words(again)[2] == "上次：需更正（照片不清）"
    again.press("Shift+F2", "Escape")
    again.form.ways.materials.focus_open()
    again.press("1", "Ctrl+S")
    assert again.ask(first_and_second)[1].disposition is Disposition.D3


def test_a_click_on_the_button_opens_the_field(clerk: Clerk):
    QTest.mouseClick(clerk.page.returning.button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is clerk.page.returning.row.code.edit


def test_the_key_stands_on_the_map(clerk: Clerk):
    assert dict(clerk.page.keys())["Shift+F2"] == "凭单回访：扫描或输入查询码"
