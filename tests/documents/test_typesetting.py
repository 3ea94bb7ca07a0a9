"""Text into lines by the rules of Chinese printing."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception.documents.fonts import bold, regular
from reception.documents.typesetting import NEVER_FIRST, NEVER_LAST, Block, Style, block
from reception.words.paper_forms import in_circle

STYLE = Style(face=regular(), size=10, leading=14)


def rows(text: str, width: float, style: Style = STYLE) -> list[str]:
    """Give the text of each line."""
    return ["".join(run.text for run in line.runs) for line in block(text, style, width).lines]


def test_a_text_that_fits_stays_on_one_line():
    assert rows("一二三四五", 50) == ["一二三四五"]


def test_a_text_is_broken_between_ideographs():
    assert rows("一二三四五六", 50) == ["一二三四五", "六"]


@pytest.mark.parametrize("mark", "，。、；：？！》」』】）〕”’…")
def test_no_closing_mark_begins_a_line(mark: str):
    assert rows(f"一二三四五{mark}六", 50) == ["一二三四", f"五{mark}六"]


@pytest.mark.parametrize("mark", "（《「『【〔“‘")
def test_no_opening_mark_ends_a_line(mark: str):
    assert rows(f"一二三四{mark}五六", 50)[0] == "一二三四"


def test_marks_that_follow_each_other_stay_together():
    assert rows("一二三四五》）。六", 50) == ["一二三四", "五》）。六"]


def test_a_year_in_brackets_is_not_torn():
    assert rows("湖大教〔2026〕12号文", 60) == ["湖大教", "〔2026〕", "12号文"]


def test_words_stay_whole():
    assert rows("一二三 certificate 四五", 60) == ["一二三", "certificate 四", "五"]


def test_numbers_stay_whole_and_keep_their_unit():
    assert rows("于2026年12月31日前", 45) == ["于2026年", "12月31日", "前"]


def test_a_telephone_number_is_not_torn():
    assert rows("请拨打电话0731-5550-1204咨询", 90) == ["请拨打电话", "0731-5550-1204咨", "询"]


def test_a_word_wider_than_the_line_is_cut():
    lines = rows("x" * 40, 50)
    assert "".join(lines) == "x" * 40
    assert len(lines) > 3


def test_blanks_at_the_end_of_a_line_are_dropped():
    assert rows("一二三四五     六", 50) == ["一二三四五", "六"]


def test_an_empty_text_has_no_lines():
    assert block("", STYLE, 50) == Block((), STYLE)
    assert block(" \n ", STYLE, 50).height == 0


def test_a_line_feed_begins_a_new_line():
    assert rows("一\n二\r\n三", 50) == ["一", "二", "三"]


def test_full_lines_are_stretched_to_the_same_length_and_the_last_is_not():
    lines = block("一二三四五六七八九十百千万亿", STYLE, 52).lines
    assert [round(line.width, 6) for line in lines[:-1]] == [52] * (len(lines) - 1)
    assert lines[-1].stretch == 0


def test_a_line_is_not_torn_open_to_reach_the_edge():
    (short, _) = block("一二 certificates", STYLE, 60).lines
    assert short.stretch == 0


def test_letterspacing_counts():
    spaced = Style(face=bold(), size=10, leading=14, spacing=1)
    assert spaced.width("一二三") == 32
    assert rows("一二三四", 32, spaced) == ["一二三", "四"]


def test_a_character_of_another_font_is_a_run_of_its_own():
    (line,) = block("张𡋾三", STYLE, 100).lines
    assert [(run.text, run.font) for run in line.runs] == [
        ("张", "NotoSansSC-Regular"),
        ("𡋾", "HanaMinB"),
        ("三", "NotoSansSC-Regular"),
    ]


def test_a_character_that_no_font_holds_leaves_a_line_to_write_on():
    (line,) = block("张😀", STYLE, 200).lines
    assert "".join(run.text for run in line.runs) == "张〔U+1F600〕"
    assert line.blank > 50


def test_the_writing_line_moves_down_where_it_does_not_fit():
    text, empty = block("张😀", STYLE, 80).lines
    assert (text.blank, empty.runs) == (0, ())
    assert 0 < empty.blank <= 80


def test_numbers_in_circles():
    assert [in_circle(number) for number in (1, 20, 21)] == ["①", "⑳", "21."]


TEXTS = st.text(
    st.sampled_from(
        "一二三四五六七八九十，。、；：？！…—（）《》〔〕“”·→ abcXYZ0123456789-_/.,()年月日号\n\t\u200b😀𡋾ئé"
    )
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.floats(20, 400))
def test_no_line_is_wider_than_its_measure(text: str, width: float):
    widest = max(regular()[character].width for character in text or " ") * 0.01
    for line in block(text, STYLE, width).lines:
        assert line.width + line.blank <= max(width, widest) + 0.001


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.floats(20, 400))
def test_no_character_is_lost(text: str, width: float):
    shown = "".join(regular()[character].text for character in text)
    assert "".join("".join(rows(text, width)).split()) == "".join(shown.split())


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("一二三四五六七，。》（《ab12"), max_size=60), st.integers(8, 20))
def test_marks_stand_where_they_may(text: str, characters: int):
    lines = [line for line in rows(text, characters * 10) if line]
    pairs = list(itertools.pairwise(lines))
    crowded = any(sign + other in text for sign in "，。》（《" for other in "，。》（《")
    assert crowded or all(after[0] not in NEVER_FIRST and before[-1] not in NEVER_LAST for before, after in pairs)
