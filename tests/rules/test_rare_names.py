"""Rare characters: by code, back into the code, by sound; what no name may hold is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.rare_names import Turned, character_of, code_of, is_rare, rare_by_sound, turn
from reception.rules.text import clean_name

OF_THE_HANDBOOK = "䶮㛃㼆𠅤𣲗𡋾𪨶𫍲𫖯𬭎𬸚𮧵𰻞"


@pytest.mark.parametrize("typed", ["U+2CB4E", "u+2cb4e", "u2cb4e", "U2CB4E"])
def test_a_code_before_the_cursor_becomes_its_character(typed: str):
    assert turn(f"王{typed}明", 1 + len(typed)) == Turned(text="王𬭎明", cursor=2)


def test_the_character_becomes_its_code_again():
    assert turn("王𬭎明", 2) == Turned(text="王U+2CB4E明", cursor=8)


@pytest.mark.parametrize(
    ("text", "cursor"), [("王明", 2), ("", 0), ("Anna", 4), ("𬭎王", 2), ("U+2CB4E", 0), ("U+2C", 4)]
)
def test_without_a_code_or_a_rare_character_nothing_is_turned(text: str, cursor: int):
    assert turn(text, cursor) is None


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("U+D842", "surrogate"),
        ("U+E000", "private_use"),
        ("U+F0000", "private_use"),
        ("U+0378", "unassigned_code"),
        ("U+110000", "unassigned_code"),
        ("U+0007", "unassigned_code"),
        ("U+202E", "unassigned_code"),
        ("hong", "not_a_code"),
        ("12", "not_a_code"),
    ],
)
def test_what_may_not_stand_in_a_name_is_refused(code: str, reason: str):
    with pytest.raises(Invalid) as refused:
        character_of(code)
    assert [found.code for found in refused.value.reasons] == [reason]


def test_a_code_point_that_this_python_does_not_know_is_taken_inside_a_han_block():
    assert character_of("U+323B0") == "\U000323b0"


@given(st.sampled_from(OF_THE_HANDBOOK), st.text("王李ab ", max_size=5), st.text("明芳", max_size=3))
def test_there_and_back_gives_the_same_name(sign: str, before: str, after: str):
    there = turn(before + code_of(sign) + after, len(before + code_of(sign)))
    assert there is not None
    back = turn(there.text, there.cursor)
    assert (there.text, back) == (
        before + sign + after,
        Turned(text=before + code_of(sign) + after, cursor=len(before + code_of(sign))),
    )


@given(st.integers(min_value=0, max_value=0x10FFFF))
def test_whatever_is_taken_is_taken_by_the_gate_of_names_too(number: int):
    try:
        sign = character_of(f"{number:04X}")
    except Invalid:
        return
    assert clean_name(f"王{sign}") or sign.isspace()


def test_a_sound_gives_rare_characters_only_the_likely_ones_first():
    found = rare_by_sound("Hong")
    assert "𬭎" in found
    assert "红" not in found
    assert all(is_rare(sign) for sign in found)
    assert rare_by_sound("nü") == rare_by_sound("nv") != ()
    assert rare_by_sound("xyz") == rare_by_sound("") == ()


def test_all_names_of_the_handbook_are_rare():
    assert all(is_rare(sign) for sign in OF_THE_HANDBOOK)
    assert not any(is_rare(sign) for sign in "王芳a·")
