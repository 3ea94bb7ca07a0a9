"""Blank papers for the day without power: every column, every paper of the matter, nothing ticked."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from reception.documents.blank_notice import EMPTY_ROWS, BlankText, render_blank_notice
from reception.documents.blank_register import ROWS, render_blank_register
from reception.documents.log_rows import COLUMNS
from reception.documents.rendered import RenderedPaper
from reception.rules.catalogue import CaseType, Category, Material, Matter, Step
from reception.rules.limits import Limit, LimitUnit
from reception.rules.notices import PaperSize
from reception.words.blank_notices import blank_text
from tests.cast import OFFICE

LEAVE = Matter(
    code="JW-04",
    effective_on=date(2026, 1, 1),
    name="本科生休学申请",
    unit_code="JW",
    category=Category.APPROVAL,
    case_type=CaseType.PROMISED,
    limit=Limit(unit=LimitUnit.WD, n=10),
    basis=("《普通高等学校学生管理规定》",),
    materials=tuple(
        Material(no=no, name=f"材料{no}号𬭎", copies=no % 2, when="因病休学时" if no == 2 else "") for no in range(1, 6)
    ),
    steps=(Step(name="学院审核"), Step(name="教务处审核")),
)


def notice(matter: Matter | None, size: PaperSize = PaperSize.A4) -> RenderedPaper:
    blank = BlankText(text=blank_text(OFFICE, matter, None), materials=matter.materials if matter else ())
    return render_blank_notice(blank, size)


def text_of(paper: RenderedPaper, folder: Path) -> str:
    path = folder / "blank.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def page_sizes(paper: RenderedPaper) -> set[tuple[int, int]]:
    document = pypdfium2.PdfDocument(paper.pdf)
    sizes = {tuple(round(edge * 25.4 / 72) for edge in page.get_size()) for page in document}
    document.close()
    return sizes  # type: ignore[return-value]


def test_the_blank_register_has_the_columns_of_the_register_and_leaves_numbers_open(tmp_path: Path):
    paper = render_blank_register("示例大学教务处")
    text = text_of(paper, tmp_path)
    for column in COLUMNS:
        assert column.heading in text
    for words in ("备用空白表", "事后补录", "纸质登记第几号", f"纸质{ROWS}", "D10投诉举报转处", "补录人"):
        assert words in text
    assert "首问〔" not in text
    assert (paper.pages, page_sizes(paper)) == (1, {(297, 210)})


@pytest.mark.parametrize(("size", "page"), [(PaperSize.A4, (210, 297)), (PaperSize.A5, (148, 210))])
def test_the_blank_notice_of_a_matter_names_every_paper_and_what_must_be_told(
    size: PaperSize, page: tuple[int, int], tmp_path: Path
):
    paper = notice(LEAVE, size)
    text = text_of(paper, tmp_path)
    for material in LEAVE.materials:
        assert material.name in text
    for words in ("备用空白表", "事后补录", "因病休学时", "《普通高等学校学生管理规定》", "10个工作日", "②教务处审核"):
        assert words in text
    for words in (
        "申请人",
        "告知时间",
        "已交",
        "更正",
        "不适用",
        "补正期限",
        "告知人（签名）",
        "（盖章）",
        OFFICE.phone,
    ):
        assert words in text
    assert (paper.pages, page_sizes(paper)) == (1, {page})


def boxes(paper: RenderedPaper) -> int:
    """Count the squares that are drawn: as high as wide, and of the size of a letter."""
    document = pypdfium2.PdfDocument(paper.pdf)
    found = 0
    for page in document:
        for thing in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_PATH,)):
            left, bottom, right, top = thing.get_bounds()
            width, height = right - left, top - bottom
            found += abs(width - height) < 0.1 and 6 < width < 13
    document.close()
    return found


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A5])
def test_each_paper_has_a_box_for_each_state_and_each_conclusion_one(size: PaperSize):
    assert boxes(notice(LEAVE, size)) == 4 * len(LEAVE.materials) + 4
    assert boxes(notice(None, size)) == 4 * EMPTY_ROWS + 4


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A5])
def test_without_a_matter_ten_rows_wait_on_one_page(size: PaperSize, tmp_path: Path):
    paper = notice(None, size)
    assert paper.pages == 1
    assert "所需材料（逐项写明）" in text_of(paper, tmp_path)


def test_a_matter_with_many_papers_goes_on_with_its_header_and_the_signatures_are_not_alone(tmp_path: Path):
    many = tuple(Material(no=no, name=f"第{no:02d}项{'很长的材料名称' * 9}", copies=1) for no in range(1, 41))
    paper = notice(replace(LEAVE, materials=many), PaperSize.A5)
    assert paper.pages > 2
    text = text_of(paper, tmp_path)
    assert text.count("不适用") >= paper.pages - 1
    for material in many:
        assert material.name in text
    document = pypdfium2.PdfDocument(paper.pdf)
    last = document[len(document) - 1].get_textpage().get_text_range()
    assert "告知人" in last
    assert "事后补录" in last


def test_the_same_matter_gives_the_same_bytes():
    assert notice(LEAVE).pdf == notice(LEAVE).pdf
    assert render_blank_register("示例大学教务处").pdf == render_blank_register("示例大学教务处").pdf


def test_the_longest_names_of_an_office_stay_on_the_page(tmp_path: Path):
    unit = "国际学生与港澳台学生事务联合办公室" * 4
    text = text_of(render_blank_register(unit), tmp_path)
    assert unit in text
    office = replace(OFFICE, name=unit[:60])
    blank = BlankText(text=blank_text(office, LEAVE, None), materials=LEAVE.materials)
    assert unit[:60] in text_of(render_blank_notice(blank, PaperSize.A5), tmp_path)
