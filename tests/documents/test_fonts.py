"""Every character reaches the paper: from the bundled font, from the system's, or as its code."""

import io
import subprocess
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from reception.documents import fonts
from reception.documents.fonts import bold, regular

# The names of handbook §10.4.
NAMES = "䶮㛃㼆𠅤𣲗𡋾𪨶𫍲𫖯𬭎𬸚𮧵𰻞堃喆犇"


def extracted(pdf: bytes) -> str:
    """Give the text of a PDF as poppler reads it."""
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return text.decode("utf-8")


def drawn(text: str) -> bytes:
    """Give a PDF with one line of running text."""
    regular()[text[0]]
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, initialFontName=fonts.REGULAR)
    canvas.setFont(fonts.REGULAR, 12)
    canvas.drawString(50, 500, text)
    canvas.save()
    return file.getvalue()


def test_reportlab_still_needs_the_patch_of_its_unicode_map():
    """Fails when ReportLab writes UTF-16 itself: then the patch can go."""
    assert "<00> <2CB4E>" in fonts.unpatched_to_unicode_map("F", [0x2CB4E])


def test_characters_beyond_the_basic_plane_are_mapped_as_surrogate_pairs():
    assert "<01> <D872DF4E>" in fonts.to_unicode_map("F", [0, 0x2CB4E])


def test_characters_beyond_the_basic_plane_come_back_from_the_paper():
    assert "𬭎𫖯安" in extracted(drawn("𬭎𫖯安"))


def test_a_map_of_many_characters_is_written_in_blocks_of_a_hundred():
    written = fonts.to_unicode_map("F", list(range(256)))
    assert [line for line in written.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "56 beginbfchar",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_the_handbook_can_be_written(name: str):
    assert not regular()[name].missing
    assert not bold()[name].missing


def test_the_bundled_font_is_asked_first():
    assert regular()["安"].font == fonts.REGULAR
    assert bold()["安"].font == fonts.BOLD


def test_a_bold_character_of_another_font_is_thickened():
    assert bold()["㼆"] == regular()["㼆"]._replace(thicken=True)
    assert not bold()["安"].thicken


def test_a_character_that_the_bundled_font_lacks_comes_from_the_system():
    assert regular()["𡋾"].font == "HanaMinB"


@pytest.fixture
def alone() -> fonts.Face:
    """Running text on a machine without other fonts."""
    own = fonts.FontFile(fonts.REGULAR, fonts.resource("fonts/NotoSansSC-Regular.ttf"))
    return fonts.Face(fonts.REGULAR, lambda: (own, *fonts.system_fonts([])))


def test_a_character_that_no_font_holds_is_printed_as_its_code(alone: fonts.Face):
    glyph = alone["𡋾"]
    assert (glyph.text, glyph.missing) == ("〔U+212FE〕", True)
    assert glyph.width == sum(alone[sign].width for sign in "〔U+212FE〕")


def test_the_characters_that_no_font_holds_are_told(alone: fonts.Face):
    assert list(alone.missing("安𡋾😀")) == ["𡋾", "😀"]


@pytest.mark.parametrize(
    ("character", "code"), [("\ue000", "〔U+E000〕"), ("\ud800", "〔U+D800〕"), ("😀", "〔U+1F600〕")]
)
def test_private_lone_and_pictorial_characters_are_printed_as_codes(character: str, code: str):
    assert regular()[character].text == code


def test_a_script_that_needs_shaping_is_not_drawn_letter_by_letter():
    assert regular()["ئ"].missing
    assert regular()["བ"].missing


@pytest.mark.parametrize("character", ["\x00", "\u202e", "\u200b", "\ufeff", "\ufe0f", "\U000e0101", "\u00ad"])
def test_characters_without_shape_draw_nothing(character: str):
    assert (regular()[character].text, regular()[character].width) == ("", 0.0)


@pytest.mark.parametrize("character", ["\t", "\u00a0", "\u2003"])
def test_every_blank_is_drawn_as_a_blank(character: str):
    assert regular()[character] == regular()[" "]


def test_a_broken_font_of_the_system_is_passed_over(tmp_path: Path):
    (tmp_path / "HanaMinB.ttf").write_bytes(b"not a font")
    (broken,) = fonts.system_fonts([tmp_path])
    assert broken.width("𡋾") is None


def test_a_font_is_asked_for_its_own_blocks_only(tmp_path: Path):
    (tmp_path / "dejavusans.TTF").write_bytes(b"never opened")
    (letters,) = fonts.system_fonts([tmp_path])
    assert letters.width("安") is None


def test_a_missing_bundled_font_is_an_error():
    with pytest.raises(Exception, match="Can't open file"):
        fonts.FontFile(fonts.REGULAR, Path("/nowhere/font.ttf")).width("安")


def test_a_paper_embeds_its_letters_and_nothing_else():
    listing = subprocess.run(["pdffonts", "-"], input=drawn("安"), capture_output=True, check=True)
    rows = listing.stdout.decode("utf-8").splitlines()[2:]
    assert [row.split()[0] for row in rows] == ["AAAAAA+NotoSansSC-Regular"]
