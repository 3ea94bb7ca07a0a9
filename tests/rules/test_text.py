"""Every text passes one gate: made clean or refused with a reason, never cut in silence."""

import re
import time
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.text import (
    LIMITS,
    clean,
    clean_name,
    graphemes,
    is_han,
    neutralise_formula,
    safe_file_name,
    tidy,
)

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
RARE = "䶮㛃㼆𠅤𣲗𡋾𪨶𫍲𫖯𬭎𬸚𮧵𰻞堃喆犇"
NASTY = (
    "a张王·. \t\r\n\x00\x85\u2028\u3000\u00a0\u200b\u200d\ufeff\ufe0f\U000e0100\u0301\u0316\u0344\u0f73\u0958"
    "👩👧🏽🏴\U000e0067\U000e007f\U0001f1e8\u202e\ue000\ud800\uffff\U000323b0\u1100\u1161\u11a8\u3164\u2800'=+"
)
anything = st.text(st.characters(exclude_categories=()), max_size=60)
nasty = st.text(st.sampled_from(NASTY), max_size=60)


def codes(raw: str, limit: int = 100) -> list[tuple[str, dict[str, object]]]:
    """Give code and values of the reasons for which a text is refused."""
    with pytest.raises(Invalid) as refused:
        clean(raw, limit)
    return [(reason.code, dict(reason.values)) for reason in refused.value.reasons]


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("", ""),
        ("   ", ""),
        ("  张三  ", "张三"),
        ("补办\t学生证", "补办 学生证"),
        ("补办\n学生证", "补办 学生证"),
        ("补办　　学生证", "补办 学生证"),
        ("a\u00a0 \u2003b", "a b"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("abc\u202edcba", "abcdcba"),
        ("张\u200b三\ufeff", "张三"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u3164", ""),
        ("\u2800", ""),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("\uffff\ufdd0\u0378", ""),
        ("<b>张三</b> & '; DROP TABLE", "<b>张三</b> & '; DROP TABLE"),
        ("=cmd()", "=cmd()"),
        ("１３８", "１３８"),
    ],
)
def test_a_text_is_stored_without_what_cannot_be_seen(raw: str, kept: str):
    assert clean(raw, 100) == kept


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "👍🏽",
        "🇨🇳",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "邉\U000e0101一郎",
        "葛\ufe00",
        "\U0001fae8",
        "\U0002ebf0\U000323b0\U0003347f",
        "O’Brien—“引号”…",
        "買い物ﾃｽﾄ",
    ],
)
def test_emoji_selectors_and_every_han_block_are_kept(text: str):
    assert clean(text, 100) == text


@pytest.mark.parametrize("ch", RARE)
def test_rare_characters_of_names_are_kept_code_point_by_code_point(ch: str):
    assert [ord(kept) for kept in clean_name(f"王{ch}")] == [ord("王"), ord(ch)]
    assert is_han(ch)
    assert graphemes(f"王{ch}") == ["王", ch]


def test_the_composed_form_is_the_only_change_of_compatibility_characters():
    assert clean("﨎ﬁ①㎏", 100) == "﨎ﬁ①㎏"


def test_a_joiner_outside_emoji_is_dropped():
    assert clean("张\u200d三 a\u200db 👩\u200d", 100) == "张三 ab 👩"


def test_several_lines_are_kept_only_where_they_are_wanted():
    raw = " 第一行 \r\n\r\n\r\n\r\n第二行\u2028第三行\r末 \n"
    assert clean(raw, 100, lines=True) == "第一行\n\n第二行\n第三行\n末"
    assert clean(raw, 100) == "第一行 第二行 第三行 末"


@pytest.mark.parametrize(
    ("raw", "code"),
    [("王\ue000", "U+E000"), ("\uf8ff王\ue000", "U+F8FF"), ("\U000f0000", "U+F0000"), ("\U0010fffd", "U+10FFFD")],
)
def test_private_characters_are_refused_with_the_first_code(raw: str, code: str):
    assert codes(raw) == [("private_use", {"code": code})]


@pytest.mark.parametrize("raw", ["王\ud800", "\udfff", "\ud83d\ude00"])
def test_halves_of_characters_are_refused(raw: str):
    assert [code for code, _ in codes(raw)] == ["surrogate"]


def test_all_mistakes_of_a_text_are_named_at_once():
    assert codes("\ue000\ud800abc", limit=2) == [
        ("private_use", {"code": "U+E000"}),
        ("surrogate", {"code": "U+D800"}),
        ("too_long", {"limit": 2, "length": 3}),
    ]


def test_a_text_may_be_exactly_as_long_as_the_limit():
    assert clean("张" * 100, 100) == "张" * 100
    assert codes("张" * 101) == [("too_long", {"limit": 100, "length": 101})]


def test_length_counts_after_cleaning():
    assert clean("  张 \u200b" + " " * 500, 1) == "张"


def test_a_text_of_ten_megabytes_is_refused_unread():
    begun = time.perf_counter()
    assert codes("\ue000" + "张" * 9_999_999) == [("too_long", {"limit": 100, "length": 10_000_000})]
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize("piece", ["张", "a", " ", "\n", "\u0315\u0316", "\u0f73\u0316", "👩\u200d", "\ufe0f", "李·"])
def test_a_hundred_thousand_characters_are_judged_without_delay(piece: str):
    raw = (piece * 100_000)[:100_000]
    begun = time.perf_counter()
    tidy(raw, LIMITS.DETAIL)
    graphemes(raw)
    with suppress(Invalid):
        clean(raw, 100)
    assert time.perf_counter() - begun < 1


def test_a_heap_of_marks_is_thinned_to_thirty():
    assert len(clean("a" + "\u0316" * 1000, 100)) == 31


@given(anything | nasty, st.booleans())
@example("\u0344" * 40, True)
@example(" \u200d\ufe0f", False)
@example(" \ufe0f\u200d👩", False)
@example("a\u200d\u0301", False)
def test_cleaning_twice_changes_nothing_more(raw: str, lines: bool):
    try:
        kept = clean(raw, 1000, lines=lines)
    except Invalid:
        return
    assert clean(kept, 1000, lines=lines) == kept
    assert unicodedata.is_normalized("NFC", kept)


@given(anything | nasty)
@example("\ue000".join(NASTY))
def test_no_unfit_character_passes_and_nothing_but_invalid_is_raised(raw: str):
    for gate in (lambda: clean(raw, 40, lines=True), lambda: clean_name(raw, 40), lambda: tidy(raw, 40).text):
        try:
            kept = gate()
        except Invalid:
            continue
        assert len(kept) <= 40
        assert not [ch for ch in kept if ch != "\n" and unicodedata.category(ch) in {"Cc", "Cs", "Co", "Zl", "Zp"}]
        assert not set(kept) & set(BIDI + "\u200b\ufeff\u3164")


@given(anything | nasty)
def test_a_settled_name_stays_settled(raw: str):
    try:
        kept = clean_name(raw)
    except Invalid:
        return
    assert clean_name(kept) == kept


@pytest.mark.parametrize("dot", "·•‧∙⋅・･ˑ．.\u0387")
def test_every_dot_between_chinese_characters_becomes_the_separator(dot: str):
    assert clean_name(f"阿卜杜拉{dot}买买提") == "阿卜杜拉·买买提"
    assert clean_name(f"阿卜杜拉 {dot} 买买提{dot}艾力") == "阿卜杜拉·买买提·艾力"


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("王  芳", "王芳"),
        ("王　芳", "王芳"),
        ("王\u200b芳", "王芳"),
        ("王 𬭎", "王𬭎"),
        ("𠅤.𣲗", "𠅤·𣲗"),
        ("邉\U000e0101 一郎", "邉\U000e0101一郎"),
        ("邉\U000e0101．一郎", "邉\U000e0101·一郎"),
        ("Nguye\u0302\u0303n  Va\u0306n An", "Nguyễn Văn An"),
        ("J. R. R. Tolkien", "J. R. R. Tolkien"),
        ("John.Smith", "John.Smith"),
        ("O'Brien", "O'Brien"),
        ("Jean-Luc Müller", "Jean-Luc Müller"),
        ("李雷 Tom", "李雷 Tom"),
        ("ジョン・スミス", "ジョン・スミス"),
        ("上官·婉儿", "上官·婉儿"),
        ("张三.", "张三."),
        ("林", "林"),
        ("欧阳小明", "欧阳小明"),
        ("张三😀", "张三😀"),
    ],
)
def test_a_name_is_stored_in_one_form(raw: str, stored: str):
    assert clean_name(raw) == stored


def test_a_name_may_have_a_hundred_characters():
    assert clean_name("张" * 100) == "张" * 100
    with pytest.raises(Invalid):
        clean_name("张" * 101)


@pytest.mark.parametrize(
    "ch", ["㐀", "一", "鿿", "豈", "﨎", "𠀀", "𪛟", "𪜀", "\U0002ee5d", "丽", "𰀀", "\U000323af", "〇", "々"]
)
def test_characters_of_the_han_blocks_are_han(ch: str):
    assert is_han(ch)


@pytest.mark.parametrize("ch", ["a", "·", "あ", "ア", "한", "。", "😀", "", "张三"])
def test_other_characters_are_not_han(ch: str):
    assert not is_han(ch)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", []),
        ("abc", ["a", "b", "c"]),
        ("王𬭎", ["王", "𬭎"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("邉\U000e0101一", ["邉\U000e0101", "一"]),
        ("👩\u200d👩\u200d👧👦", ["👩\u200d👩\u200d👧", "👦"]),
        ("👍🏽a", ["👍🏽", "a"]),
        ("🇨🇳🇻🇳🇨", ["🇨🇳", "🇻🇳", "🇨"]),
        ("1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        ("नि", ["नि"]),
    ],
)
def test_characters_are_counted_as_a_reader_does(text: str, signs: list[str]):
    assert graphemes(text) == signs


@given(anything | nasty)
def test_graphemes_together_are_the_text(text: str):
    assert "".join(graphemes(text)) == text


def test_a_paste_is_made_to_fit_and_says_what_it_cost():
    pasted = tidy("张三\x00\ue000👩\u200d👩李四", 4)
    assert (pasted.text, pasted.dropped, pasted.cut) == ("张三", 2, 5)


def test_a_huge_paste_is_cut_at_once():
    begun = time.perf_counter()
    pasted = tidy("张" * 10_000_000, LIMITS.DETAIL)
    assert time.perf_counter() - begun < 0.5
    assert (len(pasted.text), pasted.cut) == (4000, 9_996_000)


@pytest.mark.parametrize(
    "text", ["=1+1", "+8613800001234", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"]
)
@pytest.mark.parametrize("before", ["", " ", "　", "\u00a0 ", "\u200b"])
def test_a_cell_that_looks_like_a_formula_is_disarmed(before: str, text: str):
    assert neutralise_formula(before + text) == f"'{before}{text}"


@pytest.mark.parametrize("text", ["", "张三", "a=b", "1-2", "'=1", "138****1234", " 张三", "。=1"])
def test_other_cells_stay_as_they_are(text: str):
    assert neutralise_formula(text) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("首问〔2026〕0001.pdf", "首问〔2026〕0001.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\\b:c*d?.csv", "a_b_c_d_.csv"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("console.txt", "console.txt"),
        ("", "_"),
        ("...", "_"),
        ("x. ", "x"),
        ("a\nb\x00\u202e.pdf", "a b.pdf"),
    ],
)
def test_a_file_name_fits_every_system(text: str, name: str):
    assert safe_file_name(text) == name


@given(anything | nasty | st.text(max_size=300))
@example("张" * 300 + ".pdf")
@example("👩\u200d" * 300 + "👩.pdf")
def test_no_text_makes_a_bad_file_name(text: str):
    name = safe_file_name(text)
    assert 0 < len(name.encode()) <= 180
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]\Z|\A[. ]', name)
    assert name.endswith(".pdf") or not text.endswith("张.pdf")
