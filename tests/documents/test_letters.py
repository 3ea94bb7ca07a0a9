"""Letters on paper: every kind in every size and language, whole, inside the printable area, nothing over another."""

import dataclasses
import itertools
import re
import subprocess
from collections.abc import Iterator

import pypdfium2
import pytest

from reception.documents.papers import applicants, render_paper
from reception.documents.rendered import RenderedPaper
from reception.rules.notices import MaterialState, NoticeMaterial, PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage, PaperText
from reception.words import Language
from tests.documents.letter_fixtures import LETTERS, RARE, letter

MILLIMETRE = 72 / 25.4
PLAIN = tuple((*each, False) for each in itertools.product(LETTERS, PaperSize, PaperLanguage))
IN_BOTH = tuple((kind, size, PaperLanguage.BOTH, True) for kind in LETTERS for size in PaperSize)
EXTRA = {
    "large": PaperForm(large=True),
    "short stub": PaperForm(short_stub=True),
    "large on A5": PaperForm(size=PaperSize.A5, large=True),
}
MOST_PAGES = 12
PAGE_NUMBER = re.compile(r"教务[^〔]{1,2}〔2026〕第0012号(第[0-9]+页，共[0-9]+页|page[0-9]+of[0-9]+)")
"""Stands between the lines of what goes on over the page."""


def texts_of(kind: PaperKind, language: PaperLanguage, *, long: bool = False) -> tuple[PaperText, ...]:
    """Give the texts of a letter as the desk hands them over."""
    pair = letter(kind, Language.ZH, long=long), letter(kind, Language.EN, long=long)
    return {PaperLanguage.ZH: pair[:1], PaperLanguage.EN: pair[1:], PaperLanguage.BOTH: pair}[language]


def drawn(kind: PaperKind, how: PaperForm, *, long: bool = False, mark: str = "") -> RenderedPaper:
    return render_paper(texts_of(kind, how.language, long=long), how, copy_mark=mark)


def read(paper: RenderedPaper) -> str:
    """Give the text of a paper as poppler reads it, without blanks."""
    command = ["pdftotext", "-raw", "-", "-"]
    found = subprocess.run(command, input=paper.pdf, capture_output=True, check=True).stdout.decode("utf-8")
    return PAGE_NUMBER.sub("", dense(found))


def dense(text: str) -> str:
    return "".join(text.split())


def said(text: PaperText, size: PaperSize) -> Iterator[str]:
    """Give what must stand on a paper; the roll has no parts, no fields to write in, no note of the edition."""
    yield from (text.number, text.title, text.matter, text.seal_unit, text.issued_on, text.query_code)
    yield from text.statement
    yield from text.closing
    for fact in (*text.person, *text.facts, *text.contacts):
        yield fact.value
    for row in text.materials or ():
        yield row.name
    for signer in text.signers:
        yield signer.label
        yield signer.name
    if size is not PaperSize.ROLL:
        yield applicants(text)
        yield from (box.label for box in text.boxes)


@pytest.mark.parametrize(("kind", "size", "language", "long"), [*PLAIN, *IN_BOTH])
def test_every_word_comes_back_inside_the_printable_area_and_none_covers_another(
    kind: PaperKind, size: PaperSize, language: PaperLanguage, long: bool
):
    paper = drawn(kind, PaperForm(size=size, language=language), long=long)
    found = read(paper)
    texts = texts_of(kind, language, long=long)
    assert [words for text in texts for words in said(text, size) if dense(words) not in found] == []
    assert outside(paper) == []
    assert overlaps(paper) == []
    assert paper.pages == (1 if size is PaperSize.ROLL else min(paper.pages, MOST_PAGES))
    assert paper.missing_characters == ()


@pytest.mark.parametrize("name", EXTRA)
@pytest.mark.parametrize("kind", LETTERS)
def test_large_letters_and_a_short_stub_say_all_for_the_applicant(kind: PaperKind, name: str):
    paper = drawn(kind, EXTRA[name], long=True)
    (text,) = texts_of(kind, PaperLanguage.ZH, long=True)
    found = read(paper)
    assert [words for words in said(text, PaperSize.A4) if dense(words) not in found] == []
    assert outside(paper) == []
    assert overlaps(paper) == []


def outside(paper: RenderedPaper) -> list[tuple[float, ...]]:
    """Give what lies beyond what printers reach: 5 mm of a sheet, 4 mm at the sides of a roll."""
    edge = 4 * MILLIMETRE - 1 if paper.size is PaperSize.ROLL else 5 * MILLIMETRE
    found = []
    for page in pypdfium2.PdfDocument(paper.pdf):
        width, height = page.get_size()
        below = 0.0 if paper.size is PaperSize.ROLL else edge
        for thing in page.get_objects(max_depth=1):
            left, bottom, right, top = thing.get_bounds()
            if left < edge or right > width - edge or bottom < below or top > height - below:
                found.append((left, bottom, right, top))
    return found


def overlaps(paper: RenderedPaper) -> list[tuple[int, tuple[float, ...], tuple[float, ...]]]:
    """Give the pairs of texts that share more than the edge of their boxes."""
    found = []
    for place, page in enumerate(pypdfium2.PdfDocument(paper.pdf)):
        text = page.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        for one, other in itertools.combinations(boxes, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            if across > 1 and down > 1.2:
                found.append((place, one, other))
    return found


@pytest.mark.parametrize("kind", LETTERS)
def test_the_same_letter_gives_the_same_bytes_and_a_reprint_another_mark(kind: PaperKind):
    how = PaperForm(language=PaperLanguage.BOTH)
    assert drawn(kind, how).pdf == drawn(kind, how).pdf
    assert "补打第1次" in read(drawn(kind, how, mark="补打第 1 次"))


@pytest.mark.parametrize("kind", LETTERS)
def test_two_parts_bear_the_same_number_with_the_cut_line_between(kind: PaperKind):
    text = letter(kind, Language.ZH)
    found = read(drawn(kind, PaperForm()))
    times = found.count(text.number)
    assert times == (3 if len(text.parts) > 1 else 1)


def test_a_letter_says_apart_only_what_its_kind_is_about():
    texts = {kind: letter(kind, Language.ZH) for kind in LETTERS}
    said = {kind: {fact.label for fact in text.facts if fact.value} for kind, text in texts.items()}
    assert said == {
        PaperKind.SJ: set(),
        PaperKind.SL: {"办结日期", "依据"},
        PaperKind.BS: {"依据"},
        PaperKind.BB: {"依据"},
        PaperKind.BBR: {"依据"},
        PaperKind.ZT: set(),
        PaperKind.HF: {"办结日期"},
        PaperKind.YQ: {"办结日期"},
        PaperKind.BJ: set(),
        PaperKind.ZB: {"期限"},
        PaperKind.DB: {"办结日期", "期限"},
    }
    assert {kind for kind, text in texts.items() if text.materials} == {PaperKind.SJ, PaperKind.ZB}


def test_rare_names_come_back_where_they_are_signed_and_where_they_are_named():
    found = read(drawn(PaperKind.SL, PaperForm(size=PaperSize.A5), long=True))
    assert found.count(RARE) >= 2


def test_only_what_speaks_for_the_unit_outside_has_a_place_for_the_seal():
    sealed = {kind for kind in LETTERS if "（盖章）" in read(drawn(kind, PaperForm(size=PaperSize.A5)))}
    assert sealed == {PaperKind.SL, PaperKind.BS, PaperKind.BB, PaperKind.YQ, PaperKind.BJ}


def test_a_list_of_papers_that_were_left_has_no_boxes_to_tick():
    row = NoticeMaterial(no=1, name="甲", original=1, copies=0, when="", state=MaterialState.PROVIDED, reason="")
    text = dataclasses.replace(letter(PaperKind.SJ, Language.ZH), materials=(row,))
    found = read(render_paper((text,), PaperForm(size=PaperSize.A5)))
    assert "材料清单（共1项）" in found
    assert "需补正" not in found
