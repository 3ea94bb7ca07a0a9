"""The service guide: what must be told of a matter, and all matters in a book whose contents tell the truth."""

import re
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from reception.documents.guide_book import render_book
from reception.documents.rendered import RenderedPaper
from reception.documents.service_guide import FRAME, render_guide
from reception.rules.catalogue import Audience, CaseType, Category, Material, Matter, Step, Unit
from reception.rules.catalogue_file import FIRST_EFFECTIVE_ON, parse_catalogue
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperLanguage
from reception.services.office import shipped_catalogue
from reception.words import Language
from reception.words.service_guides import GuideFacts, compose_book, compose_guide, page_words
from tests.cast import OFFICE
from tests.documents.page_marks import clashes, letters, page_texts, text_of

TODAY = date(2026, 11, 24)
ZH, EN, BOTH = PaperLanguage.ZH, PaperLanguage.EN, PaperLanguage.BOTH
UNIT = Unit(
    id=1, code="JW", name="教务处", name_en="Academic Affairs", place="大厅1号", place_en="Hall 1", phone="0731-1"
)
LEAVE = Matter(
    code="JW-04",
    edition=2,
    effective_on=date(2026, 3, 1),
    name="本科生休学申请",
    name_en="Leave of absence",
    unit_code="JW",
    audience=(Audience.UNDERGRADUATE, Audience.PARENT),
    category=Category.APPROVAL,
    case_type=CaseType.PROMISED,
    limit=Limit(unit=LimitUnit.WD, n=10),
    statutory_text="15 working days",
    statutory_limit=Limit(unit=LimitUnit.WD, n=15),
    pause_reasons=("等待校医院复核",),
    basis=("《普通高等学校学生管理规定》", "学籍管理规定"),
    condition="因病需要中断学业",
    condition_en="studies must be interrupted",
    materials=(
        Material(no=1, name="休学申请表", name_en="leave form"),
        Material(no=2, name="医院诊断证明", name_en="diagnosis", copies=1, when="因病休学时"),
    ),
    steps=(Step(name="学院审核", name_en="school"), Step(name="发休学证明", name_en="certificate")),
    result="休学证明",
    result_en="certificate of leave",
    fee="不收费",
    fee_en="free",
    hours="工作日 08:00-12:00",
    supervise_phone="0731-1999",
    online=True,
)
FACTS = GuideFacts(matter=LEAVE, unit=UNIT, post=("学籍岗", "Records"), holder="陈晓明", stand_in="李文")
SAID = (
    *(
        "JW-04",
        "本科生休学申请",
        "审批事项",
        "承诺件",
        "网上可办",
        "本科生、学生家长",
        "教务处·学籍岗",
        "陈晓明",
        "李文",
    ),
    *("大厅1号", "工作日08:00-12:00", "0731-1", "0731-1999", "自材料齐全受理之次日起10个工作日", "15个工作日"),
    *("等待校医院复核", "《普通高等学校学生管理规定》", "学籍管理规定", "因病需要中断学业", "共2项", "休学申请表"),
    *("医院诊断证明", "因病休学时", "1.学院审核", "2.发休学证明", "休学证明", "不收费", "第2版，2026年3月1日起施行"),
)
LONG_TEXT = "办理条件和依据写得很长也要一个字不少地印出来，"
LONGEST = replace(
    LEAVE,
    name=("跨校区联合培养项目学生因不可抗力延期复学并保留资格的综合审批" * 7)[:200],
    name_en=("Combined approval of a late return to studies " * 7)[:300],
    basis=tuple(f"第{no}项依据，{LONG_TEXT * 15}"[:500] for no in range(1, 13)),
    condition=(LONG_TEXT * 50)[:1000],
    materials=tuple(
        Material(no=no, name=f"第{no:02d}份材料，{LONG_TEXT * 12}"[:300], when=(LONG_TEXT * 9)[:200])
        for no in range(1, 61)
    ),
    steps=tuple(Step(name=f"第{no}步，{LONG_TEXT * 12}"[:300]) for no in range(1, 31)),
)


def guide(facts: GuideFacts, language: PaperLanguage = ZH) -> RenderedPaper:
    languages = {ZH: (Language.ZH,), EN: (Language.EN,), BOTH: (Language.ZH, Language.EN)}[language]
    guides = [compose_guide(facts, OFFICE, each) for each in languages]
    return render_guide(guides, "示例大学教务处", page_words(languages[0]))


@pytest.fixture(scope="module")
def catalogue() -> tuple[tuple[Unit, ...], tuple[GuideFacts, ...]]:
    """Give the shipped catalogue."""
    file = parse_catalogue(shipped_catalogue())
    units = {unit.code: unit for unit in file.units}
    return tuple(file.units), tuple(GuideFacts(matter=one, unit=units.get(one.unit_code)) for one in file.matters)


def book(catalogue: tuple[tuple[Unit, ...], tuple[GuideFacts, ...]], language: PaperLanguage = ZH) -> RenderedPaper:
    return render_book(compose_book(OFFICE, *catalogue, language, TODAY))


def outline(paper: RenderedPaper) -> list[tuple[int, str, int]]:
    document = pypdfium2.PdfDocument(paper.pdf)
    found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    document.close()
    return found


def test_the_guide_of_a_matter_tells_all_that_must_be_told(tmp_path: Path):
    paper = guide(FACTS)
    text = text_of(paper, tmp_path)
    assert [said for said in SAID if said not in text] == []
    assert paper.pages == 1


def test_in_english_what_is_kept_in_chinese_only_stays_and_a_note_says_so(tmp_path: Path):
    text = text_of(guide(FACTS, EN), tmp_path)
    for said in (
        *(
            "Leaveofabsence",
            "AcademicAffairs·Records",
            "Hall1",
            "workingdays08:00-12:00",
            "10workingdaysafteracceptance",
        ),
        *("15workingdays", "《普通高等学校学生管理规定》", "diagnosis", "1.school2.certificate", "free", "Edition2"),
        "WhattheuniversitykeepsinChineseonlyisprintedinChinese.",
    ):
        assert said in text
    assert "本科生休学申请" not in text
    plain = replace(LEAVE, basis=(), pause_reasons=(), materials=LEAVE.materials[:1])
    assert "Chineseonly" not in text_of(guide(GuideFacts(matter=plain), EN), tmp_path)


def test_both_languages_share_a_page_where_they_fit(tmp_path: Path):
    paper = guide(FACTS, BOTH)
    text = text_of(paper, tmp_path)
    assert paper.pages == 1
    assert text.index("本科生休学申请") < text.index("Leaveofabsence")


def test_what_is_not_known_is_left_out(tmp_path: Path):
    bare = Matter(
        code="ZZ-01",
        effective_on=FIRST_EFFECTIVE_ON,
        name="新事项",
        unit_code="ZZ",
        category=Category.ROUTINE,
        case_type=CaseType.PROMISED,
        limit=None,
    )
    text = text_of(guide(GuideFacts(matter=bare)), tmp_path)
    for absent in ("A岗", "B岗", "收费", "法定时限", "办理流程", "施行", "2000年"):
        assert absent not in text
    for said in ("尚未确定", "本事项无需提交材料", OFFICE.phone, OFFICE.supervise_phone):
        assert said in text


@pytest.mark.parametrize("language", PaperLanguage)
def test_the_longest_matter_runs_over_pages_and_loses_nothing(language: PaperLanguage, tmp_path: Path):
    paper = guide(replace(FACTS, matter=LONGEST), language)
    assert paper.pages > 3
    text = re.sub("序材料清单（共60项）原件复印件|No.Listofpapers\\(60\\)Orig.Copies", "", text_of(paper, tmp_path))
    for no in (1, 30, 60):
        assert f"第{no:02d}份材料" in text
    assert "第12项依据" in text
    drawn = letters(paper)
    assert all(FRAME.left - 1 < each.left and each.right < FRAME.right + 1 for each in drawn)
    assert all(30 < each.top < each.bottom < FRAME.bottom + 30 for each in drawn)
    assert clashes(paper) == []


def test_the_book_holds_every_matter_once_under_its_unit(catalogue, tmp_path: Path):
    units, facts = catalogue
    paper = book(catalogue)
    marks = outline(paper)
    assert [title for level, title, _page in marks if level == 0] == ["目录", *(unit.name for unit in units)]
    codes = [title.split(" ")[0] for level, title, _page in marks if level == 1]
    in_order = [one.matter.code for unit in units for one in facts if one.matter.unit_code == unit.code]
    assert codes == in_order
    text = text_of(paper, tmp_path)
    assert [one.matter.name for one in facts if one.matter.name.replace(" ", "") not in text] == []
    assert "16个单位，65个事项" in text
    assert "截至2026年11月24日" in text


@pytest.mark.parametrize("language", PaperLanguage)
def test_contents_bookmarks_and_page_numbers_agree_with_the_pages(catalogue, language: PaperLanguage, tmp_path: Path):
    paper = book(catalogue, language)
    pages = page_texts(paper, tmp_path)
    assert len(pages) == paper.pages
    first = min(page for _level, _title, page in outline(paper)[1:])
    contents = "".join(pages[1:first])
    for level, title, page in outline(paper)[1:]:
        said = "".join(title.split())
        assert said in pages[page]
        assert re.search(rf"{re.escape(said)}.*?(?<!\d){page + 1}(?!\d)", contents), (level, title)
    numbered = "page{}of{}" if language is EN else "第{}页，共{}页"
    for place, page_text in enumerate(pages[1:], start=2):
        assert numbered.format(place, paper.pages) in page_text


def test_a_line_of_the_contents_leads_to_its_page(catalogue):
    paper = book(catalogue)
    document = pypdfium2.PdfDocument(paper.pdf)
    raw = pypdfium2.raw
    page = document[1]
    leads = []
    for mark in range(raw.FPDFPage_GetAnnotCount(page)):
        link = raw.FPDFAnnot_GetLink(raw.FPDFPage_GetAnnot(page, mark))
        leads.append(raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link)))
    marked = [where for _level, _title, where in outline(paper)[1:]]
    assert leads == marked[: len(leads)]
    assert len(leads) > 30


@pytest.mark.parametrize("language", PaperLanguage)
def test_a_block_stays_on_one_page_and_nothing_leaves_it_or_meets(catalogue, language: PaperLanguage, tmp_path: Path):
    paper = book(catalogue, language)
    pages = page_texts(paper, tmp_path)
    word = "Result" if language is EN else "办理结果"
    for level, title, page in outline(paper):
        said = "".join(title.split())
        if level == 1:
            assert word in pages[page][pages[page].index(said) :], title
    assert all(FRAME.left - 1 < each.left and each.right < FRAME.right + 1 for each in letters(paper))
    assert clashes(paper) == []


def test_a_matter_of_an_unknown_unit_comes_last_under_its_code():
    stray = GuideFacts(matter=replace(LEAVE, code="XX-01", unit_code="XX"))
    marks = outline(render_book(compose_book(OFFICE, [UNIT], [stray, FACTS], ZH, TODAY)))
    assert [title for _level, title, _page in marks] == [
        "目录",
        "教务处",
        "JW-04 本科生休学申请",
        "XX",
        "XX-01 本科生休学申请",
    ]


def test_a_unit_without_matters_has_no_chapter():
    idle = Unit(id=2, code="ID", name="闲处")
    marks = outline(render_book(compose_book(OFFICE, [idle, UNIT], [FACTS], ZH, TODAY)))
    assert "闲处" not in [title for _level, title, _page in marks]


def test_the_whole_catalogue_takes_less_than_three_seconds(catalogue):
    before = time.perf_counter()
    book(catalogue, BOTH)
    assert time.perf_counter() - before < 3


def test_the_same_catalogue_gives_the_same_bytes(catalogue):
    assert book(catalogue, BOTH).pdf == book(catalogue, BOTH).pdf
    assert guide(FACTS, BOTH).pdf == guide(FACTS, BOTH).pdf
