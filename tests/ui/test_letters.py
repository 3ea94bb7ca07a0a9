"""Letters on the screen, by keyboard: written beside their paper, issued, printed, paired, void, found again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, Inquiry, Paper, ReplyPref
from reception.rules.letters import Letter
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft, PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.services import case_ends, case_life, inquiries, letter_proposals, letters, notices, register
from reception.services.case_ends import Refusal
from tests.cast import DAN, Clock
from tests.drafts import draft_of
from tests.services.case_acts import stop
from tests.ui.conftest import Ask, sit
from tests.ui.intake import Clerk
from tests.ui.trays import Tray
from ui.desk_link import DeskLink
from ui.letters.page import LetterPage
from ui.letters.step import LetterStep
from ui.notices import NoticePage
from ui.printing import sender
from ui.rail import ROOMS

P, M = MaterialState.PROVIDED, MaterialState.MISSING


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot, tmp_path: Path) -> Iterator[Clerk]:
    """Give 安 Ann's hands in every room, with two printers."""
    hands = Clerk(link, ask, qtbot, ROOMS)
    hands.window.prints.printers = Tray(tmp_path, "前台", "后台")
    yield hands
    hands.close()


def recorded(clerk: Clerk, way: Disposition = Disposition.D3, **changes: Any) -> Inquiry:
    inquiry: Inquiry = clerk.ask(inquiries.record, draft_of(way, **changes)).inquiry
    return inquiry


def opened(clerk: Clerk, inquiry: Inquiry) -> LetterStep:
    """Open a record in the register and write a letter for it."""
    clerk.window.go("register", inquiry_id=inquiry.id)
    clerk.settle()
    clerk.press("Ctrl+D")
    return step_of(clerk)


def step_of(clerk: Clerk) -> LetterStep:
    step = clerk.window.step
    assert isinstance(step, LetterStep)
    return step


def page_of(clerk: Clerk) -> LetterPage:
    page = clerk.window.step
    assert isinstance(page, LetterPage)
    return page


def issued(clerk: Clerk, inquiry: Inquiry, kind: PaperKind = PaperKind.SL) -> Letter:
    draft = clerk.ask(letter_proposals.propose, inquiry.id, kind, f"token-{kind}")
    letter: Letter = clerk.ask(letters.issue, draft)
    return letter


def kept(clerk: Clerk, inquiry: Inquiry) -> tuple[Letter, ...]:
    found: tuple[Letter, ...] = clerk.ask(letters.of_inquiry, inquiry.id)
    return found


def press_until(clerk: Clerk, key: str, done: Callable[[], bool]) -> None:
    """Press the mnemonic of a button, which acts a moment later."""
    clerk.press(key)
    clerk.qtbot.waitUntil(done, timeout=20_000)
    clerk.settle()


def text_of(page: LetterStep, name: str) -> str:
    assert page.form is not None
    text: str = page.form.own[name].text()  # type: ignore[attr-defined]
    return text


def test_the_likeliest_letter_stands_ready_with_its_paper_beside(clerk: Clerk):
    step = opened(clerk, recorded(clerk))
    assert step.kind is PaperKind.SL
    assert step.list.hasFocus()
    assert text_of(step, "handler") == "安"
    assert step.form is not None
    assert step.form.known.text().startswith("受理编号 受理〔2026〕0001\n办结日期 2026年12月1日")
    assert step.pane.view.page_count == 1
    assert [step.list.item(row).text() for row in range(3)] == ["1  受理通知单", "2  材料接收凭证", "3  补正材料通知单"]


def test_a_letter_is_issued_with_two_keys_and_listed_with_its_record(clerk: Clerk):
    inquiry = recorded(clerk)
    opened(clerk, inquiry)
    clerk.press("Ctrl+S")
    (letter,) = kept(clerk, inquiry)
    assert clerk.toast() == "已出具 教务受〔2026〕第0001号"
    page = page_of(clerk)
    assert (page.heading.text(), page.state.text()) == (letter.number, "尚未打印")
    assert clerk.window.top.title.text() == "受理通知单"
    clerk.press("Escape")
    pane = clerk.window.pages["register"].pane  # type: ignore[attr-defined]
    assert [each.number for each in pane.view.letters] == [letter.number]
    assert "出具受理通知单 教务受〔2026〕第0001号" in words_in(pane)


def test_issue_and_print_goes_to_the_printer_and_counts(clerk: Clerk, qtbot: QtBot):
    inquiry = recorded(clerk)
    opened(clerk, inquiry)
    clerk.press("Ctrl+P")
    page = page_of(clerk)
    assert page.dialog is not None
    page.dialog.accept()
    qtbot.waitUntil(lambda: not sender().is_busy and not clerk.link.is_busy, timeout=20_000)
    clerk.settle()
    assert kept(clerk, inquiry)[0].prints == 1
    assert page.state.text() == "已打印 1 次"


def test_what_is_lacking_is_said_at_its_field_and_nothing_is_issued(clerk: Clerk):
    inquiry = recorded(clerk, Disposition.D8)
    step = opened(clerk, inquiry)
    clerk.press("1", "Ctrl+S")
    assert step.kind is PaperKind.BS
    assert step.fields is not None
    errors = {name: field.error for name, field in step.fields.fields.items() if field.error}
    assert errors.keys() == {"basis", "body"}
    assert kept(clerk, inquiry) == ()
    assert step.issue_button.isEnabled()


def test_a_day_is_typed_as_one_speaks_and_said_back(clerk: Clerk):
    step = opened(clerk, recorded(clerk, Disposition.D6))
    until = step.form.own["until"]  # type: ignore[union-attr]
    until.set_text("")  # type: ignore[attr-defined]
    until.setFocus()
    clerk.type("12-4")
    assert until.line.text() == "2026年12月4日（星期五）17:30"
    clerk.type("xx").press("Ctrl+S")
    assert until.error.startswith("看不懂这个日期")
    assert isinstance(clerk.window.step, LetterStep)


def test_a_refusal_is_followed_by_its_report_filled_from_it(clerk: Clerk):
    inquiry = refused(clerk)
    for letter in kept(clerk, inquiry):
        clerk.ask(letters.void_letter, letter.id, "写错了")
    opened(clerk, inquiry)
    clerk.press("1", "Return").type("补办条件").press("Ctrl+S")
    assert page_of(clerk).letter.kind is PaperKind.BB
    clerk.press("Escape")
    step = step_of(clerk)
    assert (step.kind, text_of(step, "reason")) == (PaperKind.BBR, "补办条件")
    clerk.press("Ctrl+S", "Escape")
    assert [each.kind for each in kept(clerk, inquiry) if not each.void] == [PaperKind.BB, PaperKind.BBR]
    assert clerk.window.step is None


def refused(clerk: Clerk) -> Inquiry:
    """Record a matter that was accepted and then refused, with both letters of that act."""
    recorded_case = clerk.ask(inquiries.record, draft_of(Disposition.D3))
    refusal = Refusal(reason="不符合", basis="学籍规定", clause="第三条", told_mode=ReplyPref.PHONE)
    clerk.ask(case_ends.refuse, recorded_case.case.id, refusal)
    inquiry: Inquiry = recorded_case.inquiry
    return inquiry


def test_what_only_an_act_on_the_case_writes_is_said_beside_the_kinds(clerk: Clerk):
    step = opened(clerk, recorded(clerk))
    assert step.by_act.isVisible()
    assert PaperKind.BJ not in step.opening.kinds  # type: ignore[union-attr]
    clerk.press("Escape")
    assert not opened(clerk, recorded(clerk, Disposition.D8)).by_act.isVisible()


def test_a_void_notice_of_a_stop_is_written_again_with_one_key(clerk: Clerk):
    recorded_case = clerk.ask(inquiries.record, draft_of(Disposition.D3))
    clerk.ask(case_life.pause, recorded_case.case.id, stop())
    (first,) = kept(clerk, recorded_case.inquiry)
    clerk.window.go("register", inquiry_id=recorded_case.inquiry.id)
    clerk.window.open_step(LetterPage(clerk.window, clerk.link, first))
    clerk.settle()
    assert not page_of(clerk).again_button.isVisible()
    clerk.ask(letters.void_letter, first.id, "写错了")
    clerk.link.beat()
    clerk.settle()
    assert page_of(clerk).again_button.isVisible()
    press_until(clerk, "Alt+G", lambda: len(kept(clerk, recorded_case.inquiry)) == 2)
    assert (page_of(clerk).letter.void, page_of(clerk).heading.text()) == (False, "教务中〔2026〕第0002号")
    assert clerk.toast() == "已重新出具 教务中〔2026〕第0002号"
    clerk.press("Escape")
    assert clerk.window.step is None


def test_what_was_typed_waits_for_whoever_comes_back(clerk: Clerk):
    inquiry = recorded(clerk, Disposition.D8)
    step = opened(clerk, inquiry)
    clerk.press("1", "Return").type("第三条").press("Escape")
    step = opened(clerk, inquiry)
    clerk.press("1")
    assert text_of(step, "basis") == "第三条"
    assert not step.kept.isHidden()
    step.anew_button.click()
    clerk.settle()
    assert text_of(step, "basis") == ""
    clerk.press("Escape")
    assert text_of_again(clerk, inquiry) == ""


def text_of_again(clerk: Clerk, inquiry: Inquiry) -> str:
    step = opened(clerk, inquiry)
    clerk.press("1")
    return text_of(step, "basis")


def test_an_issued_letter_leaves_no_text_behind(clerk: Clerk):
    inquiry = recorded(clerk, Disposition.D8)
    opened(clerk, inquiry)
    clerk.press("1", "Return").type("第三条").press("Tab").type("市政务中心").press("Ctrl+S", "Escape", "Escape")
    assert [each.kind for each in kept(clerk, inquiry)] == [PaperKind.BS]
    assert text_of_again(clerk, inquiry) == ""


def test_a_foreign_visitor_is_offered_both_languages(clerk: Clerk):
    from reception.rules.inquiries import PersonKind

    step = opened(clerk, recorded(clerk, person_kind=PersonKind.INTERNATIONAL))
    assert step.options.form.language is PaperLanguage.BOTH


def test_size_language_and_large_letters_are_chosen_by_key_and_stay_with_the_print(clerk: Clerk):
    step = opened(clerk, recorded(clerk))
    for key, chosen in (
        ("Alt+W", lambda: step.options.form.size is PaperSize.A5),
        ("Alt+E", lambda: step.options.form.language is PaperLanguage.EN),
        ("Alt+L", lambda: step.options.form.large),
    ):
        press_until(clerk, key, chosen)
    clerk.press("Ctrl+S")
    assert page_of(clerk).outgoing()[2] == PaperForm(size=PaperSize.A5, language=PaperLanguage.EN, large=True)
    assert step is not clerk.window.step


def test_a_notice_to_supplement_is_ticked_and_asks_why_a_row_was_not_named_before(clerk: Clerk):
    inquiry = recorded(clerk)
    told = NoticeDraft(
        answers=((4, False),),
        ticks=tuple(MaterialTick(no=no, state=M if no == 2 else P) for no in range(1, 4)),
    )
    clerk.ask(notices.issue, inquiry.id, told)
    step = opened(clerk, inquiry)
    clerk.press("3")
    assert step.pane.none.text() == "材料逐项核对完，这里就显示纸面。"
    clerk.press("Return", "2", "1", "1", "2")
    assert step.pane.view.page_count == 1
    clerk.press("Ctrl+S")
    assert step.form is not None
    assert step.form.materials is not None
    assert step.form.materials.second.error
    clerk.press("Down", "Ctrl+S")
    assert isinstance(clerk.window.step, NoticePage)
    assert clerk.window.top.title.text() == "补正材料通知单"
    found = clerk.ask(notices.of_inquiry, inquiry.id)
    assert [(each.kind, each.missing, each.released) for each in found] == [("YC", (2,), True), ("BZ", (3,), False)]


def test_a_letter_is_made_void_with_a_reason_and_says_so(clerk: Clerk):
    inquiry = recorded(clerk)
    issued(clerk, inquiry)
    clerk.window.go("register", inquiry_id=inquiry.id)
    clerk.settle()
    pane = clerk.window.pages["register"].pane  # type: ignore[attr-defined]
    pane.letter_wanted.emit(1)
    clerk.settle()
    page = page_of(clerk)
    press_until(clerk, "Alt+V", lambda: not page.why.isHidden())
    press_until(clerk, "Alt+X", lambda: page.why.error == "请填写此项。")
    clerk.type("期限写错")
    press_until(clerk, "Alt+X", lambda: page.letter.void)
    assert clerk.toast() == "教务受〔2026〕第0001号 已作废，编号保留"
    assert page.state.text() == "已作废，不能再打印"
    assert not page.print_button.isEnabled()
    clerk.press("Escape")
    assert kept(clerk, inquiry)[0].void
    assert "作废" in words_in(pane)


def words_in(widget: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def test_escape_asks_for_no_reason_any_more_before_it_leaves(clerk: Clerk):
    inquiry = recorded(clerk)
    letter = issued(clerk, inquiry)
    clerk.window.open_step(LetterPage(clerk.window, clerk.link, letter))
    clerk.settle()
    page = page_of(clerk)
    press_until(clerk, "Alt+V", lambda: not page.why.isHidden())
    clerk.press("Escape")
    assert page_of(clerk).why.isHidden()
    clerk.press("Ctrl+R")
    assert clerk.window.step is None
    assert clerk.window.room == "register"


def test_saving_offers_the_letters_that_the_record_calls_for(clerk: Clerk):
    clerk.page.unsaved.begin()
    clerk.begin(name="林晓舟", phone="138 0000 1234", summary="")
    clerk.choose_matter("bbxsz").press("F7", "Ctrl+S")
    assert clerk.toast().endswith("Ctrl+D 出具受理通知单")
    clerk.press("Ctrl+D")
    assert step_of(clerk).kind is PaperKind.SL
    clerk.press("Ctrl+S", "Escape")
    assert clerk.window.room == "inquiries"


def test_a_receipt_comes_before_the_transfer_and_takes_the_papers_along(clerk: Clerk):
    inquiry = recorded(clerk, Disposition.D6, papers=(Paper(name="甲"), Paper(name="乙")))
    clerk.window.go("inquiries")
    step = LetterStep(clerk.window, clerk.link, inquiry.id, (PaperKind.SJ, PaperKind.ZB))
    clerk.window.open_step(step)
    clerk.settle()
    assert step.kind is PaperKind.SJ
    clerk.press("Ctrl+S", "Escape")
    following = step_of(clerk)
    assert following.kind is PaperKind.ZB
    assert following.form is not None
    assert [paper.name for paper in following.form.draft().papers] == ["甲", "乙"]


def test_a_new_form_forgets_the_offer(clerk: Clerk):
    clerk.page.unsaved.begin()
    clerk.begin(name="林晓舟", phone="138 0000 1234", summary="")
    clerk.choose_matter("bbxsz").press("F7", "Ctrl+S")
    clerk.press("Alt+S").type("abc").press("Ctrl+D")
    assert clerk.window.step is None


def test_a_search_by_code_leads_to_the_letter(clerk: Clerk):
    letter = issued(clerk, recorded(clerk))
    clerk.press("Ctrl+K").type(letter.query_code.lower())
    clerk.press("Return")
    offer = clerk.window.pages["register"].offer  # type: ignore[attr-defined]
    assert offer.words.text() == f"受理通知单 {letter.number} · 林*舟 · 补办学生证 · 11月24日出具"
    assert offer.return_button.isHidden()
    assert offer.letter_button.hasFocus()
    clerk.press("Return")
    assert page_of(clerk).letter.id == letter.id


def test_a_letter_that_is_scanned_opens_and_an_unknown_code_is_said_at_its_field(clerk: Clerk):
    letter = issued(clerk, recorded(clerk))
    clerk.window.go("inquiries")
    clerk.press("Shift+F2").type(letter.query_code).press("Return")
    assert page_of(clerk).letter.id == letter.id
    clerk.press("Escape", "Shift+F2").type("222222").press("Return")
    assert "222222" in clerk.page.returning.row.code.error


def test_a_scanned_notice_to_supplement_opens_the_return(clerk: Clerk):
    ticks = tuple(MaterialTick(no=no, state=M if no == 2 else P) for no in range(1, 4))
    draft = NoticeDraft(answers=((4, False),), ticks=ticks)
    notice = clerk.ask(notices.issue, recorded(clerk).id, draft, PaperKind.BZ)
    clerk.window.go("inquiries")
    clerk.press("Shift+F2").type(notice.query_code).press("Return")
    assert clerk.form.draft().returned_with == notice.number
    clerk.press("1")
    assert clerk.form.ways.way is Disposition.D3


def test_the_due_list_leads_to_the_letters_of_its_line(clerk: Clerk):
    recorded(clerk)
    clerk.window.go("cases")
    clerk.settle()
    clerk.press("Ctrl+D")
    assert step_of(clerk).kind is PaperKind.SL


def test_who_receives_nobody_is_offered_no_letters(clerk: Clerk, clock: Clock, qtbot: QtBot):
    inquiry = recorded(clerk)
    sit(clerk.link, qtbot, DAN, clock)
    clerk.window.go("register", inquiry_id=inquiry.id)
    clerk.settle()
    pane = clerk.window.pages["register"].pane  # type: ignore[attr-defined]
    assert pane.letters_button.isHidden()
    clerk.press("Ctrl+D")
    assert clerk.window.step is None


def test_a_record_without_letters_says_so(clerk: Clerk):
    inquiry = recorded(clerk, Disposition.D1)
    step = LetterStep(clerk.window, clerk.link, inquiry.id)
    clerk.window.open_step(step)
    clerk.settle()
    assert step.none.text() == "这条登记没有可以出具的文书。"
    assert not step.none.isHidden()
    clerk.press("Ctrl+S")
    assert kept(clerk, inquiry) == ()
    assert clerk.ask(register.show, inquiry.id).letters == ()
