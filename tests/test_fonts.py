"""The bundled fonts hold what windows and papers say."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "resources" / "fonts"
# Seven characters of real names that many fonts lack; all are in the general standard of 2013.
RARE_NAMES = "㛃䶮𬭩𫖯𠅤𬱖𤩽"
SPOKEN = re.compile("[^\x00-\x7f]")


@pytest.fixture(scope="module", params=["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def font(request) -> TTFont:
    return TTFont(FONTS / request.param)


def test_the_outlines_are_of_the_kind_that_reportlab_embeds(font):
    assert "glyf" in font
    assert "fvar" not in font


def test_every_unified_ideograph_can_be_written(font):
    missing = set(range(0x4E00, 0x9FA6)) - set(font.getBestCmap())
    assert sorted(map(chr, missing)) == []


def test_rare_names_of_the_general_standard_can_be_written(font):
    assert [character for character in RARE_NAMES if ord(character) not in font.getBestCmap()] == []


def test_every_character_that_the_program_says_can_be_written(font):
    """A sign like ☑ would be an empty box on a machine without other fonts; draw it instead.

    Only what the program says counts; tables that the rules look things up in are never shown.
    """
    known = font.getBestCmap()
    spoken = ("reception/words", "reception/documents", "ui")
    files = [path for folder in spoken for path in (ROOT / folder).rglob("*.py")]
    files += (ROOT / "resources").rglob("*.yaml")
    lacking = {
        (path.relative_to(ROOT).as_posix(), character)
        for path in files
        for character in set(SPOKEN.findall(path.read_text(encoding="utf-8")))
        if ord(character) not in known
    }
    assert lacking == set()


def test_the_licence_stands_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
