"""What is said well stays as it is; what is never said is found, shown at its place, and replaced alone."""

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.inquiries import Channel, Disposition
from reception.rules.phrase_lint import Hit, PhraseLint, replaced
from reception.rules.phrases import (
    FITTING,
    MARKS,
    Hearer,
    PhraseBook,
    Situation,
    filled,
    parse_phrases,
    still_to_say,
    suiting,
)
from reception.workstation import resource

SHIPPED = resource("phrases/phrases.yaml").read_text(encoding="utf-8")
HALF = str.maketrans("，！？；：", ",!?;:")


@cache
def book() -> PhraseBook:
    return parse_phrases(SHIPPED)


@cache
def lint() -> PhraseLint:
    return PhraseLint(book())


@cache
def good() -> tuple[str, ...]:
    courteous = [filled(phrase.zh, {}, MARKS["zh"]) for phrase in book().courteous]
    return (*courteous, *(banned.replace_zh for banned in book().banned))


def ids(text: str) -> list[str]:
    return [hit.phrase.id for hit in lint().hits(text)]


def mended(text: str) -> str:
    """Give the text with the first hit replaced, as the key in the field does."""
    hit = lint().hits(text)[0]
    change = replaced(text, hit, hit.phrase.replace_zh)
    return text[: change.start] + change.words + text[change.end :]


def test_the_book_holds_forty_courteous_and_forty_banned_phrases_and_the_calls_of_an_emergency():
    assert [len(book().courteous), len(book().banned)] == [40, 40]
    assert {phrase.situation for phrase in book().courteous} == set(Situation)
    assert {call.to for call in book().emergency} == set(Hearer)


def test_each_banned_phrase_is_found_with_full_width_and_half_width_punctuation():
    for banned in book().banned:
        assert ids(banned.zh) == [banned.id]
        assert ids(banned.zh.translate(HALF)) == [banned.id]
        assert ids(f"同学你好，{banned.zh.rstrip('。！')}，请回。") == [banned.id]


def test_none_of_the_eighty_good_sentences_is_found():
    assert len(good()) == 80
    assert [sentence for sentence in good() if ids(sentence) or ids(sentence.translate(HALF))] == []


@given(
    st.lists(st.sampled_from(good()), min_size=1, max_size=6), st.sampled_from(["", "，", "。", ",", " ", "\n", "；"])
)
def test_good_sentences_stay_quiet_however_they_are_put_together(sentences: list[str], between: str):
    assert ids(between.join(sentences)) == []


@given(st.sampled_from(good()), st.sampled_from(book().banned), st.sampled_from(good()), st.booleans())
def test_a_banned_phrase_between_good_sentences_is_found_alone(before: str, banned, after: str, half: bool):
    text = f"{before}。{banned.zh.rstrip('。！')}。{after}"
    assert ids(text.translate(HALF) if half else text) == [banned.id]


ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
PIECES = st.sampled_from((*(banned.zh for banned in book().banned), *'“”「」"，。, \n…', "不知道是否", "真"))


@given(st.lists(ANYTHING | PIECES, max_size=12).map("".join))
def test_no_text_whatever_makes_the_lint_stumble_and_each_hit_stands_where_it_is_said_to(text: str):
    end = 0
    for hit in lint().hits(text):
        assert end <= hit.start < hit.end <= len(text)
        assert hit.found in text[hit.start : hit.end]
        end = hit.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我也不知道啊。", ["B01"]),
        ("这个真不清楚的，您问别人。", ["B02"]),
        ("不知道", ["B01"]),
        ("不知道是否来得及，我帮您问。", []),
        ("您如有不清楚的地方请打电话。", []),
        ("不清楚的，可以问我。", []),
        ("暂时不行，我先记下。", []),
        ("不行……", ["B36"]),
        ("已经下班了，我先为您登记。", []),
        ("已经下班了。", ["B11"]),
        ("人不在改天再来", ["B09"]),
        ("你问我，我问谁？", ["B07"]),
        ("不归我\n管", []),
        ("喂，找谁", ["B38"]),
        ("不归我管，你去找领导。", ["B03", "B06"]),
    ],
)
def test_clauses_are_found_as_the_rule_says(text: str, found: list[str]):
    assert ids(text) == found


@pytest.mark.parametrize(
    "said", ["来访人说“不归我管”，已解释。", "来访人反映被告知「你去投诉好了」。", '对方答"不知道"，已另查。']
)
def test_the_visitors_own_words_in_quotation_marks_are_skipped(said: str):
    assert ids(said) == []


def test_a_quotation_that_is_not_closed_hides_nothing():
    assert ids("他说“请稍等。不归我管。") == ["B03"]
    assert ids("“好”，不归我管，“好") == ["B03"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "您好。这事不归我管，去财务处问。",
            "您好。这件事由某某科负责，我带您过去，去财务处问。",
        ),
        ("不知道。", "这个问题我现在没有把握，我马上帮您问清楚。"),
        ("不知道", "这个问题我现在没有把握，我马上帮您问清楚。"),
        ("不知道;明天再来,谢谢", "这个问题我现在没有把握，我马上帮您问清楚;明天再来,谢谢"),
        ("不行……", "这样暂时不行，原因是……，可以改成……"),
        ("不行。", "这样暂时不行，原因是……，可以改成……。"),
        ("请坐。\n 人不在，改天再来。谢谢", "请坐。\n 负责的老师不在，由顶岗的老师为您办理。谢谢"),
    ],
)
def test_only_the_clauses_that_hold_the_phrase_are_replaced(before: str, after: str):
    assert mended(before) == after


def test_a_hit_says_what_was_found_as_it_was_typed():
    (hit,) = lint().hits("同学，你问我 ，我问谁")
    assert isinstance(hit, Hit)
    assert (hit.found, hit.phrase.id) == ("你问我 ，我问谁", "B07")


@pytest.mark.parametrize(
    "piece", ["不归我管", "“", "我也", "，", "不知道是否", "不知道，", "真就我也", "“不归我管”", "不归我管不知道您，"]
)
def test_the_time_grows_with_the_length_alone(piece: str):
    def seconds(text: str) -> float:
        tries = []
        for _ in range(3):
            began = time.perf_counter()
            lint().hits(text)
            tries.append(time.perf_counter() - began)
        return min(tries)

    short, long = piece * 1000, piece * 10_000
    assert seconds(long) < 60 * max(seconds(short), 0.0002)


def test_what_is_known_is_put_in_and_what_is_not_stays_a_mark():
    text = "这件事由{unit}办理，在{place}，我带您过去。"
    assert filled(text, {"unit": "财务处", "place": " "}, MARKS["zh"]) == "这件事由财务处办理，在……，我带您过去。"
    assert filled("The number is {phone}. Shall I?", {}, MARKS["en"]) == "The number is ... Shall I?"
    assert filled("The number is {phone}. Shall I?", {"phone": "1"}, MARKS["en"]) == "The number is 1. Shall I?"
    assert filled("{unit} handles this.", {"unit": "{place}", "place": "x"}, MARKS["en"]) == "{place} handles this."


def test_the_phrases_of_the_channel_come_first_then_those_for_any():
    channels = [phrase.channel for phrase in suiting(book(), Situation.GUIDE, Channel.PHONE)]
    assert channels[:3] == [Channel.PHONE, None, None]
    assert set(channels[3:]) == {Channel.VISIT}
    assert len(channels) == 6
    assert suiting(book(), Situation.GUIDE, Channel.LETTER)[0].channel is None


def test_every_way_has_the_situation_that_fits_it():
    assert set(FITTING) == set(Disposition)
    assert FITTING[Disposition.D8] is Situation.REFUSE


def test_mistakes_of_a_phrase_file_are_told_with_their_lines():
    broken = "courteous:\n- id: C01\n  situation: shout\n  channel: any\n  zh: 您好\nbaned: []\n"
    with pytest.raises(Invalid) as refused:
        parse_phrases(broken)
    found = {(reason.code, reason.field, reason.values["line"]) for reason in refused.value.reasons}
    assert ("choice_unknown", "courteous.1.situation", 3) in found
    assert ("required", "courteous.1.en", 2) in found
    assert ("unknown_key", "baned", 6) in found


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("这件事由某某科负责", "某某科"),
        ("这件事由某某部门办理", "某某部门"),
        ("这是某某规定第几条的要求，目的是……", "某某规定"),
        ("原因是……，可以改成……", "……"),
        ("because ...; you could", "..."),
        ("我马上帮您问清楚。", None),
        ("", None),
    ],
)
def test_the_first_gap_that_is_still_to_be_filled_is_found(text: str, gap: str | None):
    found = still_to_say(text)
    assert (text[slice(*found)] if found else None) == gap
