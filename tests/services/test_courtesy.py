"""Quick answers are kept, found by words and pinyin, counted, and offered when a question is like theirs."""

from dataclasses import replace

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.courtesy import QuickAnswer
from reception.rules.staff import Action
from reception.services import audit, courtesy
from reception.services.desk import Desk
from tests.cast import Clock

CARD = QuickAnswer(
    question="学生证怎么补办",
    answer="在学院盖章后到大厅3号窗口，\n当场可取。",
    answer_en="Counter 3 in the hall.",
    matter_code="XB-05",
    keywords=("补证", "学生证丢了"),
)
MARKS = QuickAnswer(question="成绩单在哪里打印", answer="一楼自助机，凭学生证。")


def kept(desk: Desk, *answers: QuickAnswer) -> list[QuickAnswer]:
    return [courtesy.keep_answer(desk, answer) for answer in answers]


def reasons(desk: Desk, answer: QuickAnswer) -> set[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        courtesy.keep_answer(desk, answer)
    return {(reason.code, reason.field) for reason in refused.value.reasons}


def test_an_answer_is_kept_as_it_was_written_with_its_lines(desk: Desk):
    (card,) = kept(desk, CARD)
    assert courtesy.answers(desk) == (card,)
    assert replace(card, id=0, version=0) == CARD


@pytest.mark.parametrize(
    "typed", ["学生证", "补办 学生", "补证", "大厅", "xsz", "bz", "xuesheng", "counter 3", "XSZ", "学生证 xsz"]
)
def test_an_answer_is_found_by_words_and_by_pinyin(desk: Desk, typed: str):
    card, _marks = kept(desk, CARD, replace(MARKS, answer="一楼自助机。"))
    assert courtesy.answers(desk, typed) == (card,)


@pytest.mark.parametrize("typed", ["%", "_", "'", '"', "\\", "\x00学费", "\ud800%", "学" * 500, "补办 学费"])
def test_what_no_answer_holds_finds_none(desk: Desk, typed: str):
    kept(desk, CARD, MARKS)
    assert courtesy.answers(desk, typed) == ()


def test_the_answers_given_most_come_first_and_each_use_is_counted(desk: Desk, ben_desk: Desk, clock: Clock):
    card, marks = kept(desk, CARD, MARKS)
    courtesy.use_answer(ben_desk, marks.id)
    used = courtesy.use_answer(desk, marks.id)
    assert (used.uses, used.last_used_at) == (2, clock())
    assert [each.id for each in courtesy.answers(desk)] == [marks.id, card.id]
    assert courtesy.answers(desk, "自助机") == (used,)


def test_a_use_meanwhile_does_not_hinder_who_edits_the_answer(desk: Desk, ben_desk: Desk):
    (card,) = kept(desk, CARD)
    courtesy.use_answer(ben_desk, card.id)
    changed = courtesy.keep_answer(desk, replace(card, answer="改在2号窗口。"))
    assert (changed.answer, changed.uses) == ("改在2号窗口。", 1)
    assert courtesy.answers(desk, "2号窗口") == (changed,)
    assert courtesy.answers(desk, "大厅") == ()


def test_two_who_change_the_same_answer_do_not_overwrite_each_other(desk: Desk, ben_desk: Desk):
    (card,) = kept(desk, CARD)
    courtesy.keep_answer(ben_desk, replace(card, answer="改在2号窗口。"))
    courtesy.use_answer(ben_desk, card.id)
    with pytest.raises(Conflict):
        courtesy.keep_answer(desk, replace(card, answer="改在5号窗口。"))
    assert courtesy.answers(desk)[0].answer == "改在2号窗口。"


def test_an_answer_out_of_use_is_listed_last_and_offered_no_more(desk: Desk):
    card, marks = kept(desk, CARD, MARKS)
    retired = courtesy.keep_answer(desk, replace(card, active=False))
    assert courtesy.answers(desk) == (marks,)
    assert courtesy.answers(desk, inactive=True) == (marks, retired)
    assert courtesy.best_answer(desk, "补办学生证") is None


def test_all_reasons_are_told_at_once(desk: Desk):
    bad = QuickAnswer(question=" ", answer="答" * 2001, keywords=("\ue000",))
    assert reasons(desk, bad) == {("required", "question"), ("too_long", "answer"), ("private_use", "keywords")}
    assert reasons(desk, replace(CARD, keywords=tuple(f"词{n}" for n in range(21)))) == {("too_many", "keywords")}


def test_the_same_question_is_answered_once(desk: Desk):
    card, _marks = kept(desk, CARD, MARKS)
    assert reasons(desk, replace(CARD, answer="另一个答复")) == {("question_taken", "question")}
    courtesy.keep_answer(desk, replace(card, active=False))
    (again,) = kept(desk, replace(CARD, answer="另一个答复"))
    assert reasons(desk, replace(courtesy.answers(desk, inactive=True)[-1], active=True)) == {
        ("question_taken", "question")
    }
    assert again.active


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("补办学生证", "学生证怎么补办"),
        ("请问学生证在哪里补办？", "学生证怎么补办"),
        ("我的学生证丢了怎么办", "学生证怎么补办"),
        ("打印成绩单", "成绩单在哪里打印"),
        ("学生宿舍报修", None),
        ("请问在哪里", None),
        ("成绩复核", None),
        ("", None),
        ("  ", None),
    ],
)
def test_the_answer_to_a_question_like_it_is_offered(desk: Desk, asked: str, question: str | None):
    kept(desk, CARD, MARKS)
    best = courtesy.best_answer(desk, asked)
    assert (best.question if best else None) == question


def test_among_equals_the_matter_and_then_the_use_decides(desk: Desk):
    one, two = kept(desk, CARD, replace(CARD, question="学生证如何补办", matter_code="XB-06"))
    assert courtesy.best_answer(desk, "补办学生证", "XB-06") == two
    courtesy.use_answer(desk, one.id)
    assert courtesy.best_answer(desk, "补办学生证").id == one.id  # type: ignore[union-attr]


def test_who_works_at_no_desk_keeps_no_answers(dan_desk: Desk):
    with pytest.raises(NotAllowed):
        courtesy.keep_answer(dan_desk, CARD)
    assert courtesy.answers(dan_desk) == ()


def test_each_change_stands_in_the_history(desk: Desk):
    mark = audit.present_mark(desk)
    (card,) = kept(desk, CARD)
    courtesy.use_answer(desk, card.id)
    assert audit.changes_since(desk, mark).kinds == {"QuickAnswer"}
    assert audit.changes_since(desk, mark).mark == mark + 2
    assert desk.may(Action.KEEP_ANSWERS)


def test_the_shipped_phrases_are_read_once():
    assert courtesy.phrase_book() is courtesy.phrase_book()
    assert courtesy.phrase_lint().hits("不归我管")[0].phrase.id == "B03"
