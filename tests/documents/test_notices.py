"""The one-time notice on paper, read back as a visitor, a printer and a scanner read it."""

import dataclasses
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from reception.documents import fonts
from reception.documents import papers as notices
from reception.documents.papers import render_notice, warm
from reception.documents.rendered import RenderedPaper
from reception.rules.notices import MaterialState, NoticeMaterial, NoticeText, PaperSize, Verdict
from tests.documents.paper_fixtures import COMPLETE, LEAVE, LONG, RARE, TWELVE, material

EVERY = {"leave": LEAVE, "complete": COMPLETE, "rare": RARE, "long": LONG, "twelve": TWELVE}
SHEETS = (PaperSize.A4, PaperSize.A5)
PRINTABLE = 5 / 25.4 * 72
"""Office printers leave 5 mm at each edge white."""


def read(paper: RenderedPaper, *options: str) -> str:
    """Give the text of a paper as poppler reads it."""
    command = ["pdftotext", *(options or ("-raw",)), "-", "-"]
    return subprocess.run(command, input=paper.pdf, capture_output=True, check=True).stdout.decode("utf-8")


def dense(text: str) -> str:
    """Give a text without blanks and line ends."""
    return "".join(text.split())


def strings(value: object) -> Iterator[str]:
    """Give all texts of a notice."""
    if isinstance(value, Verdict | MaterialState):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))


def pages(paper: RenderedPaper) -> list[pypdfium2.PdfPage]:
    """Give the pages of a paper."""
    return list(pypdfium2.PdfDocument(paper.pdf))


def drawn_boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Give left, bottom, right, top of everything that is drawn."""
    return [thing.get_bounds() for thing in page.get_objects(max_depth=1)]


def text_boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Give the boxes of the pieces of text."""
    text = page.get_textpage()
    return [text.get_rect(place) for place in range(text.count_rects())]


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("name", EVERY)
def test_every_word_of_a_notice_comes_back_from_the_paper(name: str, size: PaperSize):
    text = EVERY[name]
    found = dense(read(render_notice(text, size)))
    part_labels = {text.stub_label, text.applicant_label} if size is PaperSize.A5 else set()
    assert [words for words in strings(text) if dense(words) not in found and words not in part_labels] == []


@pytest.mark.parametrize("options", [(), ("-layout",)])
def test_number_title_name_and_matter_are_read_in_one_piece(options: tuple[str, ...]):
    found = read(render_notice(LEAVE, PaperSize.A5), *options)
    for words in (LEAVE.number, LEAVE.title, LEAVE.applicant, LEAVE.matter, LEAVE.query_code, LEAVE.supplement_by):
        assert words in found


def test_rare_characters_of_names_come_back_from_the_paper():
    paper = render_notice(RARE, PaperSize.A5)
    assert RARE.applicant in read(paper)
    assert paper.missing_characters == ()


@pytest.mark.parametrize(
    ("name", "size", "count", "points"),
    [
        ("leave", PaperSize.A5, 1, "419.528 x 595.276 pts"),
        ("leave", PaperSize.A4, 1, "595.276 x 841.89 pts (A4)"),
        ("twelve", PaperSize.A5, 1, "419.528 x 595.276 pts"),
        ("twelve", PaperSize.A4, 2, "595.276 x 841.89 pts (A4)"),
        ("long", PaperSize.A5, 2, "419.528 x 595.276 pts"),
        ("long", PaperSize.A4, 4, "595.276 x 841.89 pts (A4)"),
    ],
)
def test_papers_have_their_size_and_as_many_pages_as_they_need(name: str, size: PaperSize, count: int, points: str):
    paper = render_notice(EVERY[name], size)
    told = subprocess.run(["pdfinfo", "-"], input=paper.pdf, capture_output=True, check=True).stdout.decode("utf-8")
    facts = dict(line.split(":", 1) for line in told.splitlines())
    assert (facts["Pages"].strip(), facts["Page size"].strip()) == (str(count), points)
    assert paper.pages == count


def test_the_paper_names_itself_and_its_language_but_not_the_applicant():
    paper = render_notice(LEAVE, PaperSize.A5)
    told = subprocess.run(["pdfinfo", "-"], input=paper.pdf, capture_output=True, check=True).stdout.decode("utf-8")
    assert f"{LEAVE.title} {LEAVE.number}" in told
    assert LEAVE.applicant not in told
    assert b"/Lang (zh-CN)" in paper.pdf


def test_all_letters_are_embedded():
    for size in SHEETS:
        paper = render_notice(RARE, size)
        told = subprocess.run(["pdffonts", "-"], input=paper.pdf, capture_output=True, check=True).stdout.decode()
        rows = [row.split() for row in told.splitlines()[2:]]
        assert rows
        assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows), told


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("name", EVERY)
def test_the_same_text_gives_the_same_bytes(name: str, size: PaperSize):
    assert render_notice(EVERY[name], size).pdf == render_notice(EVERY[name], size).pdf


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("name", EVERY)
def test_a_reprint_differs_by_its_mark_and_nothing_else(name: str, size: PaperSize):
    first, again = (render_notice(EVERY[name], size, copy_mark=mark) for mark in ("", "补打第 1 次"))
    assert first.pages == again.pages
    assert dense(read(again)).replace("补打第1次", "") == dense(read(first))
    assert read(again).count("补打第 1 次") == (2 if size is PaperSize.A4 else 1)
    before, after = (pages(paper)[0].render(scale=2).to_pil() for paper in (first, again))
    left, upper, right, lower = ImageChops.difference(before, after).crop((0, 0, 1200, 700)).getbbox()
    assert right - left <= 120
    assert lower - upper <= 28


def test_a_preview_says_so_on_each_part():
    assert read(render_notice(LEAVE, PaperSize.A5)).count("预览") == 0
    assert read(render_notice(LEAVE, PaperSize.A5, preview=True)).count("预览") == 2
    assert read(render_notice(LEAVE, PaperSize.A4, preview=True)).count("预览") == 4


def test_a_preview_of_a_reprint_bears_both_marks():
    assert "预览补打第2次" in dense(read(render_notice(LEAVE, PaperSize.A5, copy_mark="补打第 2 次", preview=True)))


def test_a4_has_a_stub_and_an_applicants_part_with_the_number_between():
    found = dense(read(render_notice(LEAVE, PaperSize.A4)))
    stub, applicant = found.index(dense(LEAVE.stub_label)), found.index(dense(LEAVE.applicant_label))
    assert stub < applicant
    assert found.count(LEAVE.number) == 3
    assert found.count("骑缝") == 2


def test_a5_has_the_applicants_part_alone():
    found = dense(read(render_notice(LEAVE, PaperSize.A5)))
    assert dense(LEAVE.applicant_label) in found
    assert dense(LEAVE.stub_label) not in found


def test_two_full_pages_begin_with_the_stub():
    first, second = (dense(page.get_textpage().get_text_range()) for page in pages(render_notice(TWELVE, PaperSize.A4)))
    assert dense(TWELVE.stub_label) in first
    assert dense(TWELVE.applicant_label) in second
    assert "骑缝" not in first


def test_what_is_not_known_is_left_out():
    bare = dataclasses.replace(
        LEAVE, person_no="", person_unit=" ", phone="", statutory="", not_counted="", fee="", result="", title_en=""
    )
    found = dense(read(render_notice(bare, PaperSize.A5)))
    labels = ("学/工号", "单位", "联系电话", "法定时限", "不计时间", "收费", "办理结果")
    assert [label for label in labels if label in found.replace("单位和申请人", "")] == []


def test_a_complete_notice_has_no_last_day_to_supplement():
    assert "补正期限" not in read(render_notice(COMPLETE, PaperSize.A5))
    assert "补正期限" in read(render_notice(LEAVE, PaperSize.A5))


def test_every_row_says_how_it_was_ticked():
    rows = (
        material(1, "甲"),
        material(2, "乙", MaterialState.MISSING),
        material(3, "丙", MaterialState.DEFECTIVE, reason="未签字"),
        material(4, "丁", MaterialState.NOT_APPLICABLE),
    )
    found = read(render_notice(dataclasses.replace(LEAVE, materials=rows), PaperSize.A5)).splitlines()
    table = found[found.index(next(line for line in found if line.startswith("序"))) + 1 :][:5]
    assert table == ["1 甲 1 — 已交", "2 乙 1 — 缺", "3 丙", "需更正：未签字", "1 — 更正"]
    assert "4 丁 1 — 不适用" in found


def test_a_matter_without_materials_says_so():
    found = read(render_notice(dataclasses.replace(LEAVE, materials=()), PaperSize.A5))
    assert "本事项无需提交材料" in found


def test_the_header_of_the_table_is_repeated_on_a_new_page():
    for page in pages(render_notice(LONG, PaperSize.A5)):
        assert "所需材料（共12项）" in page.get_textpage().get_text_range()


@pytest.mark.parametrize("count", range(1, 41))
def test_signatures_never_stand_alone_on_a_page(count: int):
    rows = tuple(material(no, "二级甲等以上医院诊断证明") for no in range(1, count + 1))
    paper = render_notice(dataclasses.replace(LEAVE, materials=rows), PaperSize.A5)
    last = dense(pages(paper)[-1].get_textpage().get_text_range())
    assert "申请人（签名）" in last
    assert "告知人（签名）" in last
    assert "由单位和申请人各执一份" in last


def test_pages_of_a_part_are_numbered_when_there_are_two():
    assert "第 1 页，共 2 页" in read(render_notice(LONG, PaperSize.A5))
    assert "页，共" not in read(render_notice(LEAVE, PaperSize.A5))


@pytest.mark.parametrize(("size", "codes"), [(PaperSize.A5, 1), (PaperSize.A4, 2)])
def test_a_scanner_reads_the_query_code_and_nothing_else(size: PaperSize, codes: int, tmp_path: Path):
    file = tmp_path / "page.png"
    pages(render_notice(LEAVE, size))[0].render(scale=200 / 72).to_pil().save(file)
    told = subprocess.run(["zbarimg", "--quiet", "--raw", file], capture_output=True, check=True, text=True).stdout
    assert told.split() == [LEAVE.query_code] * codes


def test_a_scanner_reads_the_query_code_even_from_a_coarse_picture(tmp_path: Path):
    (tmp_path / "paper.pdf").write_bytes(render_notice(LEAVE, PaperSize.A5).pdf)
    subprocess.run(["pdftoppm", "-r", "96", "-png", tmp_path / "paper.pdf", tmp_path / "page"], check=True)
    told = subprocess.run(["zbarimg", "--quiet", "--raw", tmp_path / "page-1.png"], capture_output=True, check=True)
    assert told.stdout.decode().strip() == LEAVE.query_code


@pytest.fixture
def bundled_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without other fonts than the bundled ones."""
    monkeypatch.setattr(fonts, "_fallbacks", lambda: ())
    kept = [held for face in (fonts.regular(), fonts.bold()) for held in (face, face.plain, face.lacking)]
    for held in kept:
        held.clear()
    yield
    for held in kept:
        held.clear()


@pytest.mark.usefixtures("bundled_only")
def test_a_character_that_no_font_holds_is_printed_as_its_code_and_reported():
    paper = render_notice(dataclasses.replace(LEAVE, applicant="张𡋾"), PaperSize.A5)
    assert "张〔U+212FE〕" in read(paper)
    assert paper.missing_characters == ("𡋾",)


@pytest.mark.usefixtures("bundled_only")
def test_a_line_to_write_on_follows_a_name_with_a_missing_character():
    def rules(applicant: str) -> int:
        page = pages(render_notice(dataclasses.replace(LEAVE, applicant=applicant), PaperSize.A5))[0]
        lines = [box for box in drawn_boxes(page) if box[1] > 480 and 40 < box[2] - box[0] < 60 and box[3] - box[1] < 2]
        return len(lines)

    assert (rules("张三"), rules("张𡋾")) == (0, 1)


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_drawn_where_a_printer_cannot_reach(name: str, size: PaperSize):
    assert outside(render_notice(EVERY[name], size)) == []


def outside(paper: RenderedPaper) -> list[tuple[float, float, float, float]]:
    """Give what lies beyond the printable area."""
    found = []
    for page in pages(paper):
        width, height = page.get_size()
        for left, bottom, right, top in drawn_boxes(page):
            inside = left >= PRINTABLE and bottom >= PRINTABLE
            if not (inside and right <= width - PRINTABLE and top <= height - PRINTABLE):
                found.append((left, bottom, right, top))
    return found


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("name", EVERY)
def test_no_text_covers_another(name: str, size: PaperSize):
    assert overlaps(render_notice(EVERY[name], size)) == []


def overlaps(paper: RenderedPaper) -> list[tuple[int, tuple[float, ...], tuple[float, ...]]]:
    """Give the pairs of texts that share more than the edge of their boxes."""
    found = []
    for place, page in enumerate(pages(paper)):
        for one, other in combinations(text_boxes(page), 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            if across > 1 and down > 1.2:
                found.append((place, one, other))
    return found


def test_a_warm_program_has_its_fonts():
    warm()
    assert "样" in fonts.regular()
    assert "样" in fonts.bold()


WORDS = st.text(
    st.sampled_from(
        "一二三四五六七八九十龘𬭎𡋾😀，。、；：？！…—（）《》〔〕“” abcXYZ0123456789-_/.,()→\n\u202e\u0301é"
    ),
    max_size=60,
)
ROWS = st.lists(
    st.builds(
        NoticeMaterial,
        no=st.integers(1, 99),
        name=WORDS,
        original=st.integers(0, 99),
        copies=st.integers(0, 99),
        when=WORDS,
        state=st.sampled_from(MaterialState),
        reason=st.one_of(st.just(""), WORDS, WORDS.map(lambda words: words + "需" * 40)),
    ),
    max_size=12,
).map(tuple)
TEXTS = st.builds(
    lambda words, rows, basis, steps, verdict: NoticeText(
        **{
            **{field.name: next(words) for field in dataclasses.fields(NoticeText)},
            "number": "教务告〔2026〕第0012号",
            "title": "示例大学教务处一次性告知单",
            "query_code": "7K3F92",
            "materials": rows,
            "basis": basis,
            "steps": steps,
            "closing_lines": steps,
            "statement": basis,
            "verdict": verdict,
        }
    ),
    st.lists(WORDS, min_size=60, max_size=60).map(iter),
    ROWS,
    st.lists(WORDS, max_size=7).map(tuple),
    st.lists(WORDS, max_size=5).map(tuple),
    st.sampled_from(Verdict),
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(SHEETS))
def test_any_text_fits_its_paper(text: NoticeText, size: PaperSize):
    paper = render_notice(text, size)
    assert paper.pages <= (4 if size is PaperSize.A4 else 2)
    assert outside(paper) == []


def test_far_more_than_any_matter_has_still_comes_out_whole():
    rows = tuple(material(no, "甲乙" * 100, MaterialState.DEFECTIVE, reason="缺陷" * 200) for no in range(1, 61))
    text = dataclasses.replace(LONG, materials=rows, condition="条件" * 1500, title="示例大学" * 50)
    paper = render_notice(text, PaperSize.A5)
    assert outside(paper) == []
    found = dense(read(paper))
    assert found.count("甲乙") == 60 * 100
    assert notices.render_notice(text, PaperSize.A4).pages % 2 == 0


def test_papers_drawn_at_the_same_time_are_as_those_drawn_alone():
    texts = [LEAVE, RARE, LONG, TWELVE] * 3
    alone = [render_notice(text, PaperSize.A5).pdf for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: render_notice(text, PaperSize.A5).pdf, texts))
    assert together == alone
