"""F10 shows what to say beside the form; Ctrl+E whom to call; quick answers are kept, offered and put in by keys."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.courtesy import EmergencyContact, QuickAnswer
from reception.rules.inquiries import Disposition, Kind, Urgency
from reception.rules.phrases import Situation
from reception.services import absences, courtesy, emergency, posts, staff
from reception.services.desk import Desk
from reception.words import Language
from tests.cast import BEN, DAN, Clock
from tests.ui.conftest import Ask, answered, sit
from tests.ui.intake import Clerk
from ui import look
from ui.desk_link import DeskLink
from ui.emergency import EmergencyPage
from ui.main_window import MainWindow
from ui.phrases.panel import PhrasePanel
from ui.rail import ROOMS

CARD = QuickAnswer(
    question="学生证怎么补办", answer="到大厅3号窗口补办，当场可取。", answer_en="Counter 3 in the hall."
)
MARKS = QuickAnswer(question="成绩单在哪里打印", answer="一楼自助机。")


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands in the intake."""
    hands = Clerk(link, ask, qtbot, ROOMS)
    yield hands
    hands.close()


def panel(clerk: Clerk) -> PhrasePanel:
    return clerk.page.phrases.panel


def is_open(clerk: Clerk) -> bool:
    return clerk.page.phrases.isVisible()


def listed(clerk: Clerk) -> list[str]:
    return [saying.zh for saying in panel(clerk).list.sayings]


def answer(clerk: Clerk) -> str:
    return str(clerk.form.ways.answer.text())


def step(clerk: Clerk) -> EmergencyPage:
    page = clerk.window.step
    assert isinstance(page, EmergencyPage)
    return page


def test_f10_stands_in_place_of_card_and_list_and_esc_gives_the_focus_back(clerk: Clerk):
    clerk.press("Alt+S").type("问路")
    clerk.press("F10")
    assert is_open(clerk)
    assert not clerk.page.today.isVisible()
    assert not clerk.page.card.isVisible()
    assert clerk.form.isVisible()
    assert clerk.focus() is panel(clerk).list
    clerk.press("Escape")
    assert not is_open(clerk)
    assert clerk.page.today.isVisible()
    assert clerk.focus() is clerk.form.summary.edit
    assert clerk.form.summary.text() == "问路"


def test_f10_again_and_f11_close_it_too(clerk: Clerk):
    clerk.press("F10", "F10")
    assert not is_open(clerk)
    clerk.press("F10", "F11")
    assert not is_open(clerk)
    assert clerk.page.card.whole
    assert clerk.page.card.isVisible()


def test_on_a_small_screen_it_stands_in_place_of_the_form(clerk: Clerk):
    clerk.window.resize(1024, 700)
    clerk.press("F10")
    assert is_open(clerk)
    assert not clerk.form.isVisible()
    clerk.press("Escape")
    assert clerk.form.isVisible()
    assert not is_open(clerk)


def test_on_a_small_screen_too_the_words_go_into_the_answer_that_was_being_written(clerk: Clerk):
    clerk.window.resize(1024, 700)
    clerk.press("F5", "F10")
    assert panel(clerk).puts_in
    clerk.press("7", "Return")
    assert answer(clerk).startswith("您别着急")
    assert clerk.focus() is clerk.form.ways.answer.edit


def test_opening_it_leaves_the_window_as_wide_as_it_is(clerk: Clerk):
    before = clerk.window.size()
    clerk.press("F10", "0")
    assert clerk.window.size() == before
    assert panel(clerk).width() >= panel(clerk).layout().minimumSize().width()


def test_the_way_opens_the_situation_that_fits_it_and_digits_choose_another(clerk: Clerk):
    clerk.press("F10")
    assert panel(clerk).situation is Situation.GREET
    clerk.press("Escape", "Shift+F7", "F10")
    assert panel(clerk).situation is Situation.REFUSE
    clerk.press("7")
    assert panel(clerk).situation is Situation.CALM
    assert listed(clerk)[0].startswith("您别着急")
    clerk.press("Shift+F6")
    assert panel(clerk).situation is Situation.GUIDE
    clerk.press("F10", "9")
    assert panel(clerk).buttons[9].isChecked()
    assert clerk.form.ways.way is Disposition.D7
    assert clerk.form.ways.to_unit.text() == ""


def test_the_field_from_which_one_came_last_gets_the_words(clerk: Clerk):
    clerk.press("Alt+S", "F10")
    assert not panel(clerk).puts_in
    clerk.press("F5")
    assert clerk.focus() is clerk.form.ways.answer.edit
    clerk.press("F10", "7", "Return")
    assert answer(clerk).startswith("您别着急")


def test_the_phrases_of_the_channel_come_first(clerk: Clerk):
    clerk.form.contact.channel.setFocus()
    clerk.press("2", "F10")
    assert listed(clerk)[0] == "您好，这里是教务处，我姓安，请讲。"
    assert panel(clerk).channel.text() == "来电"
    clerk.press("Escape")
    clerk.form.contact.channel.setFocus()
    clerk.press("1", "F10")
    assert listed(clerk)[0].startswith("您好，请坐")


def test_what_the_form_knows_is_filled_in_and_the_rest_stays_marked(clerk: Clerk):
    clerk.press("F10", "4")
    assert "这件事由……办理，在……，我带您过去。" in listed(clerk)
    clerk.press("Escape", "Shift+F6").type("计划财务处").press("Return", "F10")
    assert "这件事由计划财务处办理，在师生服务大厅9-12号窗口，我带您过去。" in listed(clerk)
    english = [saying.en for saying in panel(clerk).list.sayings]
    assert any(words.startswith("Finance Office handles this") for words in english)
    clerk.press("7")
    assert any("0731-5550-1999" in words for words in listed(clerk))


def test_who_stands_in_for_the_matter_now_is_named(clerk: Clerk, ask: Ask):
    def let_ben_stand_in(desk: Desk) -> None:
        ben = staff.account_named(desk, BEN).id
        for post in posts.posts(desk):
            posts.staff_post(desk, post.id, desk.account.id, ben)
        away = AbsenceDraft(kind=AbsenceKind.OFFICIAL_TRIP, until_at=desk.clock() + timedelta(hours=2))
        absences.set_away(desk, away, knowing_gaps=True)

    clerk.choose_matter("本科生在读证明").press("F10", "4")
    assert "经办的老师今天不在，由……顶岗，我请他来为您办。" in listed(clerk)
    ask(let_ben_stand_in)
    clerk.press("Escape", "F10", "4")
    assert "经办的老师今天不在，由本顶岗，我请他来为您办。" in listed(clerk)


def test_enter_puts_the_words_into_the_answer_that_was_being_written(clerk: Clerk):
    clerk.press("F5").type("您好。")
    clerk.press("F10", "3", "Down", "Return")
    assert not is_open(clerk)
    assert answer(clerk).startswith("您好。")
    assert clerk.focus() is clerk.form.ways.answer.edit
    assert len(answer(clerk)) > 10
    clerk.press("Ctrl+Z")
    assert answer(clerk) == "您好。"


def test_without_an_answer_enter_shows_the_words_large_and_esc_goes_back_step_by_step(clerk: Clerk):
    clerk.press("Alt+S", "F10", "7", "Return")
    large = panel(clerk).large
    assert large.isVisible()
    assert large.first.text().startswith("您别着急")
    assert large.second.text().startswith("Please do not worry")
    clerk.press("Down")
    assert large.first.text() == "给您添麻烦了，我向您道歉。"
    clerk.press("Escape")
    assert not large.isVisible()
    assert clerk.focus() is panel(clerk).list
    assert panel(clerk).list.currentRow() == 1
    clerk.press("Escape")
    assert not is_open(clerk)


def test_space_enlarges_while_an_answer_is_written_and_arrows_swap_the_languages(clerk: Clerk):
    clerk.press("F5", "F10", "6", "Right", "Space")
    assert panel(clerk).large.first.text().startswith("There are ... people")
    clerk.press("Space")
    assert clerk.focus() is panel(clerk).list
    clerk.press("Space", "Return")
    assert answer(clerk).startswith("There are ... people")
    assert clerk.form.ways.answer.edit.textCursor().selectedText() == "..."


def test_what_is_never_said_is_not_proposed_to_be_said(clerk: Clerk):
    clerk.press("F5").type("不归我管，您去财务处。")
    assert "不归我管" not in clerk.form.ways.say.text()
    assert clerk.form.ways.say.text() != ""
    clerk.press("Alt+.")
    assert "这件事由某某科负责" in clerk.form.ways.say.text()


def test_an_answer_becomes_a_quick_answer_with_one_key_and_undo_takes_it_out(clerk: Clerk, ask: Ask):
    clerk.press("Alt+S").type("学生证怎么补办")
    clerk.press("F5").type("到3号窗口。")
    clerk.press("F10", "Ctrl+D")
    (kept,) = ask(courtesy.answers)
    assert (kept.question, kept.answer) == ("学生证怎么补办", "到3号窗口。")
    assert panel(clerk).digit == 0
    assert listed(clerk) == ["到3号窗口。"]
    clerk.press("1", "Ctrl+D")
    assert "已有快速答复" in panel(clerk).error.text()
    clerk.press("Escape")
    clerk.form.contact.channel.setFocus()
    clerk.press("Ctrl+Z")
    assert ask(courtesy.answers) == ()
    assert answer(clerk) == "到3号窗口。"


def test_an_answer_without_a_question_is_not_kept_and_the_panel_says_why(clerk: Clerk, ask: Ask):
    clerk.press("F5").type("到3号窗口。")
    clerk.press("F10", "Ctrl+D")
    assert "先填写摘要" in panel(clerk).error.text()
    assert ask(courtesy.answers) == ()


def test_without_an_answer_there_is_nothing_to_keep(clerk: Clerk, ask: Ask):
    clerk.press("Alt+S").type("学生证怎么补办").press("F10", "Ctrl+D")
    assert not panel(clerk).keep.isEnabled()
    assert ask(courtesy.answers) == ()


def test_a_quick_answer_is_found_by_pinyin_put_in_and_counted(clerk: Clerk, ask: Ask):
    for each in (CARD, MARKS):
        ask(courtesy.keep_answer, each)
    clerk.press("F5", "F10", "0")
    assert listed(clerk) == [CARD.answer, MARKS.answer]
    clerk.type("cjd")
    assert listed(clerk) == [MARKS.answer]
    clerk.press("Return")
    assert answer(clerk) == MARKS.answer
    assert [each.uses for each in ask(courtesy.answers)] == [1, 0]


def test_an_empty_list_of_quick_answers_says_how_to_begin(clerk: Clerk, ask: Ask):
    clerk.press("F10", "0")
    assert "Ctrl+D" in panel(clerk).list._empty.text()
    assert panel(clerk).list._empty.isVisible()
    ask(courtesy.keep_answer, CARD)
    clerk.settle()
    assert listed(clerk) == [CARD.answer]
    assert not panel(clerk).list._empty.isVisible()
    clerk.type("没有的").press("Down")
    assert "没有这样的快速答复" in panel(clerk).list._empty.text()


def test_while_the_summary_is_typed_the_best_quick_answer_is_offered_and_the_key_puts_it_in(clerk: Clerk, ask: Ask):
    ask(courtesy.keep_answer, CARD)
    line = clerk.form.ways.answer.courtesy
    clerk.press("F5", "Alt+S").type("补办学生证")
    assert line.text == f"快速答复：{CARD.answer}"
    clerk.press("Alt+.")
    assert answer(clerk) == CARD.answer
    assert clerk.form.summary.text() == "补办学生证"
    assert line.text == ""
    assert [each.uses for each in ask(courtesy.answers)] == [1]
    clerk.form.ways.answer.edit.setFocus()
    clerk.press("Ctrl+Z")
    assert answer(clerk) == ""
    assert line.text == f"快速答复：{CARD.answer}"


def test_no_quick_answer_is_offered_to_another_question_or_way_or_beside_an_answer(clerk: Clerk, ask: Ask):
    ask(courtesy.keep_answer, CARD)
    line = clerk.form.ways.answer.courtesy
    clerk.press("Alt+S").type("补办学生证")
    assert line.text == ""
    clerk.press("Alt+.")
    assert answer(clerk) == ""
    clerk.press("Shift+F7", "Alt+S")
    assert line.text == ""
    clerk.press("F5")
    assert line.text != ""
    clerk.type("我先查一下。")
    assert line.text == ""
    clerk.press("Ctrl+A", "Delete")
    assert line.text != ""
    clerk.press("Alt+S", "Ctrl+A").type("宿舍报修")
    assert line.text == ""


def test_ctrl_e_says_whom_to_call_and_esc_leads_back_to_what_was_typed(clerk: Clerk):
    clerk.press("Alt+S").type("来访人晕倒")
    clerk.press("Ctrl+E")
    assert step(clerk).phones == ["0731-5550-1260", "0731-5550-1330", "120", "119", "110"]
    assert clerk.focus() is step(clerk).begin
    clerk.press("Ctrl+E", "Escape")
    assert clerk.window.step is None
    assert clerk.form.summary.text() == "来访人晕倒"
    assert clerk.focus() is clerk.form.summary.edit


def test_after_the_call_enter_begins_a_record_of_help_and_parks_what_stood_there(clerk: Clerk, ask: Ask):
    clerk.press("Alt+S").type("补办学生证")
    clerk.press("Ctrl+E", "Return")
    assert clerk.window.step is None
    assert (clerk.form.more.kind.value(), clerk.form.more.urgency.value()) == (Kind.HELP, Urgency.VERY_URGENT)
    assert clerk.form.more.isVisible()
    assert clerk.form.summary.text() == ""
    clerk.begin(summary="来访人晕倒，已送校医院").press("F5", "Ctrl+S")
    (record,) = clerk.recorded()
    assert (record.kind, record.urgency) == (Kind.HELP, Urgency.VERY_URGENT)
    assert len(clerk.page.parked.forms) == 1


def test_the_card_opens_from_every_room_and_from_the_panel(clerk: Clerk, ask: Ask):
    ask(emergency.keep_contact, EmergencyContact(name="值班室", phone="5550-0001"))
    for room in clerk.window.rooms:
        clerk.window.go(room)
        clerk.settle()
        clerk.press("Ctrl+E")
        assert step(clerk).phones[0] == "5550-0001"
        clerk.press("Escape")
        assert clerk.window.room == room
    clerk.window.go("inquiries")
    clerk.press("F10")
    panel(clerk).emergency.click()
    clerk.settle()
    assert step(clerk).phones[0] == "5550-0001"


def test_no_text_field_keeps_the_key_of_the_emergency_for_itself(clerk: Clerk):
    clerk.press("Alt+S")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    event.accept()
    QApplication.sendEvent(clerk.form.summary.edit, event)
    assert not event.isAccepted()


def test_what_is_said_on_the_card_names_the_place_in_both_languages(clerk: Clerk):
    clerk.press("Ctrl+E")
    texts = [label.text() for label in step(clerk).findChildren(type(clerk.page.form_line))]
    office = clerk.link.desk.office
    place = office.place or clerk.link.desk.counter
    assert any(f"这里是示例大学教务处，在{place}。" in text and "0731-5550-1200" in text for text in texts)
    assert any("at Service Hall, counters 1-4. " in text and "Please send an ambulance" in text for text in texts)


def test_who_may_not_record_sees_the_numbers_without_the_record(link: DeskLink, qtbot: QtBot, clock: Clock):
    sit(link, qtbot, DAN, clock)
    window = MainWindow(link, Language.ZH)
    qtbot.addWidget(window)
    window.show()
    window.go("inquiries")
    answered(link, qtbot)
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    page = window.step
    assert isinstance(page, EmergencyPage)
    assert page.phones[-3:] == ["120", "119", "110"]
    assert not page.begin.isVisible()
    window.end()


def test_f1_names_the_keys(clerk: Clerk):
    clerk.press("F1")
    shown = dict(clerk.window.key_map.shown)
    assert {"F10", "Alt+.", "Ctrl+E"} <= set(shown)


@pytest.mark.parametrize("percent", [100, 150])
def test_the_map_of_keys_fits_its_page_and_what_is_too_high_is_scrolled_by_keys(clerk: Clerk, percent: int):
    look.dress(QApplication.instance(), percent=percent)  # type: ignore[arg-type]
    clerk.press("F1")
    shown = clerk.window.key_map
    assert shown.parentWidget().rect().contains(shown.geometry())
    assert shown._area.horizontalScrollBar().maximum() == 0
    bar = shown._area.verticalScrollBar()
    clerk.press("PgDown")
    assert bar.value() == min(bar.maximum(), bar.pageStep())
    assert (bar.maximum() > 0) == (percent == 150)
    clerk.press("PgUp")
    assert bar.value() == 0
    clerk.press("F1")
    assert not shown.isVisible()
