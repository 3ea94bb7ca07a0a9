"""The settings keep quick answers and emergency numbers: found, added, mended, taken out of use, by keys."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.courtesy import EmergencyContact, QuickAnswer
from reception.services import courtesy, emergency
from tests.cast import BEN, DAN, Clock
from tests.ui.conftest import Ask, answered, sit, type_text
from ui.desk_link import DeskLink
from ui.settings.answers import AnswersSection
from ui.settings.emergency import EmergencySection

CARD = QuickAnswer(question="学生证怎么补办", answer="到3号窗口。", keywords=("补证",))
MARKS = QuickAnswer(question="成绩单在哪里打印", answer="一楼自助机。")
GUARD = EmergencyContact(name="保卫处值班室", phone="5550-0110")

Open = Callable[[str], object]


def rows(section: AnswersSection | EmergencySection) -> list[str]:
    table = section.table
    return [str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())]


def ctrl_s(section: AnswersSection | EmergencySection, link: DeskLink, qtbot: QtBot) -> None:
    QTest.keyClick(section.window(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)


def test_a_new_answer_is_kept_with_its_keywords(open_part: Open, link: DeskLink, qtbot: QtBot, ask: Ask):
    section = open_part("answers")
    assert isinstance(section, AnswersSection)
    section.start_new()
    for field, words in ((section.question, CARD.question), (section.answer, CARD.answer)):
        type_text(field, words)
    type_text(section.keywords, "补证，丢了 、 补证,")
    ctrl_s(section, link, qtbot)
    (kept,) = ask(courtesy.answers)
    assert (kept.question, kept.answer, kept.keywords) == (CARD.question, CARD.answer, ("补证", "丢了"))
    assert rows(section) == [CARD.question]
    assert section.keywords.text() == "补证，丢了"


def test_answers_are_found_and_mended_and_a_use_meanwhile_does_not_hinder(
    open_part: Open, link: DeskLink, qtbot: QtBot, ask: Ask
):
    card, _marks = ask(courtesy.keep_answer, CARD), ask(courtesy.keep_answer, MARKS)
    section = open_part("answers")
    assert isinstance(section, AnswersSection)
    type_text(section.search, "xsz")
    answered(link, qtbot)
    assert rows(section) == [CARD.question]
    section.table.select_record(card.id)
    type_text(section.answer_en, "Counter 3.")
    ask(courtesy.use_answer, card.id)
    assert section.answer_en.text() == "Counter 3."
    ctrl_s(section, link, qtbot)
    found = {each.id: each for each in ask(courtesy.answers)}
    assert (found[card.id].answer_en, found[card.id].uses) == ("Counter 3.", 1)
    assert rows(section) == [CARD.question, MARKS.question]


def test_an_answer_taken_out_of_use_stays_in_the_list_as_such(open_part: Open, link: DeskLink, qtbot: QtBot, ask: Ask):
    ask(courtesy.keep_answer, CARD)
    section = open_part("answers")
    assert isinstance(section, AnswersSection)
    section.active.box.click()
    ctrl_s(section, link, qtbot)
    assert ask(courtesy.answers) == ()
    assert rows(section) == [CARD.question]
    assert section.table.model().index(0, 2).data() == "停用"


def test_mistakes_stand_at_their_fields_and_nothing_typed_is_lost(
    open_part: Open, link: DeskLink, qtbot: QtBot, ask: Ask
):
    ask(courtesy.keep_answer, CARD)
    section = open_part("answers")
    assert isinstance(section, AnswersSection)
    section.start_new()
    type_text(section.question, CARD.question)
    ctrl_s(section, link, qtbot)
    assert "请填写" in section.answer.error
    type_text(section.answer, "另一个")
    ctrl_s(section, link, qtbot)
    assert "已有快速答复" in section.question.error
    assert (section.question.text(), section.answer.text()) == (CARD.question, "另一个")
    assert len(ask(courtesy.answers)) == 1


def test_emergency_numbers_are_added_and_put_in_order(open_part: Open, link: DeskLink, qtbot: QtBot, ask: Ask):
    section = open_part("emergency")
    assert isinstance(section, EmergencySection)
    for name, phone in (("保卫处值班室", "5550-0110"), ("校医院急诊", "5550-0120")):
        section.start_new()
        type_text(section.fields["name"], name)
        type_text(section.fields["phone"], phone)
        ctrl_s(section, link, qtbot)
    assert [each.phone for each in ask(emergency.numbers)[:2]] == ["5550-0110", "5550-0120"]
    section.up.click()
    answered(link, qtbot)
    assert rows(section) == ["校医院急诊", "保卫处值班室"]
    assert [each.phone for each in ask(emergency.numbers)[:2]] == ["5550-0120", "5550-0110"]
    assert section.fields["name"].text() == "校医院急诊"


def test_a_number_is_mended_and_taken_out_of_use(open_part: Open, link: DeskLink, qtbot: QtBot, ask: Ask):
    guard = ask(emergency.keep_contact, GUARD)
    section = open_part("emergency")
    assert isinstance(section, EmergencySection)
    section.fields["phone"].edit.selectAll()
    type_text(section.fields["phone"], "5550-0111")
    section.active.box.click()
    ctrl_s(section, link, qtbot)
    (kept,) = ask(emergency.contacts)
    assert kept == replace(guard, phone="5550-0111", active=False, version=kept.version)


def test_a_number_without_a_phone_is_refused_at_its_field(open_part: Open, link: DeskLink, qtbot: QtBot, ask: Ask):
    section = open_part("emergency")
    assert isinstance(section, EmergencySection)
    section.start_new()
    type_text(section.fields["name"], "楼宇值班")
    ctrl_s(section, link, qtbot)
    assert "请填写" in section.fields["phone"].error
    assert ask(emergency.contacts) == ()


@pytest.mark.parametrize(("name", "section"), [(BEN, "emergency"), (DAN, "answers")])
def test_who_may_not_change_them_is_told_whom_to_ask(
    name: str, section: str, link: DeskLink, qtbot: QtBot, clock: Clock, open_part: Open, ask: Ask
):
    ask(courtesy.keep_answer, CARD)
    sit(link, qtbot, name, clock)
    part = open_part(section)
    assert isinstance(part, AnswersSection | EmergencySection)
    assert not part.foot.button.isEnabled()
    assert not part.new.isEnabled()
    assert part.foot.note.isVisible()
    ctrl_s(part, link, qtbot)
    assert ask(courtesy.answers)[0].version == 1


def test_what_is_never_said_is_told_in_the_answer_that_is_kept(open_part: Open, link: DeskLink, qtbot: QtBot):
    section = open_part("answers")
    assert isinstance(section, AnswersSection)
    section.start_new()
    type_text(section.answer, "自己看公示栏。")
    assert section.answer.courtesy is not None
    assert section.answer.courtesy.text.startswith("“自己看”")
