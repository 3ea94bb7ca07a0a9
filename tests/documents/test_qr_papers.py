"""Five hundred different papers, as a printer of 203 or 300 dots an inch puts them down: each code reads back."""

import random
import subprocess
import xml.etree.ElementTree as Tree
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reception.documents.batch import BatchPaper, write_batch
from reception.rules.inquiries import Paper
from reception.rules.letters import LetterDraft
from reception.rules.notices import QUERY_ALPHABET, QUERY_LENGTH, PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperText
from reception.words import Language
from reception.words.letters import LetterFacts, compose_letter
from reception.words.paper_forms import paper_of
from tests.cast import OFFICE
from tests.documents.paper_fixtures import COMPLETE, LEAVE, RARE
from tests.weeks import Maker, wall

A4, A5, ROLL = (PaperForm(size=size) for size in (PaperSize.A4, PaperSize.A5, PaperSize.ROLL))
LOTS = [(A4, 203, 50), (A4, 300, 30), (A5, 203, 110), (A5, 300, 80), (ROLL, 203, 180), (ROLL, 300, 50)]
"""Form, dots an inch, how many papers; thermal printers have 203."""
LETTERS = tuple(kind for kind in PaperKind if kind is not PaperKind.YC)


def letter(kind: PaperKind, language: Language) -> PaperText:
    """Give a letter of a kind as the desk composes it, with everything that it may say."""
    at, until = wall("2026-11-24 10:26"), wall("2026-12-01 17:30")
    draft = LetterDraft(
        token="",
        kind=kind,
        inquiry_id=1,
        case_no="受理〔2026〕0001",
        reason="申请表第三页缺学院盖章，诊断证明已过期",
        basis="《普通高等学校学生管理规定》第二十五条",
        clause="第二项要求",
        body="学生工作部（处）",
        handler="安",
        approver="凯",
        result="已办好，可以领取",
        to="教务处·学籍管理岗",
        state="临期",
        left="3个工作日",
        days=5,
        papers=(Paper(name="休学申请表"), Paper(name="诊断证明", copies=2)),
    )
    facts = LetterFacts(
        draft=draft,
        number="教务第0001号",
        office=OFFICE,
        inquiry=Maker().inquiry(person_name="林晓舟", phone="13800001234", summary="休学申请"),
        matter=None,
        issued_at=at,
        at=at,
        due_at=until,
        until=until,
        informed_by="安",
        query_code="234567",
    )
    return compose_letter(facts, language)


def different(count: int, seed: str) -> Iterator[BatchPaper]:
    """Give notices and letters in turn, each with a code of its own."""
    chosen = random.Random(seed)
    for number in range(count):
        code = "".join(chosen.choices(QUERY_ALPHABET, k=QUERY_LENGTH))
        text = paper_of((LEAVE, COMPLETE, RARE)[number % 3])
        if number % 2:
            text = letter(LETTERS[number // 2 % len(LETTERS)], list(Language)[number // 2 % 2])
        yield BatchPaper((replace(text, query_code=code, number=f"{seed}{number:04d}"),))


def read_back(pdf: Path, dots: int) -> list[set[str]]:
    """Give the codes on each page, as a reader finds them on the picture that a printer puts down."""
    subprocess.run(["pdftoppm", "-r", str(dots), "-gray", pdf, pdf.with_suffix("")], check=True)
    pictures = sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm"))
    command = ["zbarimg", "--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", *pictures]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    namespace = {"z": "http://zbar.sourceforge.net/2008/barcode"}
    found: dict[str, set[str]] = {}
    for source in Tree.fromstring(told).findall("z:source", namespace):
        codes = {each.text or "" for each in source.iterfind(".//z:data", namespace)}
        found[Path(source.attrib["href"]).name] = codes
    return [found.get(picture.name, set()) for picture in pictures]


@pytest.mark.parametrize(("form", "dots", "count"), LOTS, ids=lambda value: getattr(value, "size", value))
def test_every_code_of_many_papers_reads_back_from_paper(form: PaperForm, dots: int, count: int, tmp_path: Path):
    papers = list(different(count, f"{form.size}-{dots}-"))
    file = tmp_path / "papers.pdf"
    with file.open("wb") as target:
        assert list(write_batch(target, papers, form, "查询码"))[-1] == count
    assert read_back(file, dots) == [{paper.texts[0].query_code} for paper in papers]


def test_the_lots_are_five_hundred_papers_with_five_hundred_codes():
    lots = [different(count, f"{form.size}-{dots}-") for form, dots, count in LOTS]
    codes = [paper.texts[0].query_code for lot in lots for paper in lot]
    assert (len(codes), len(set(codes))) == (500, 500)
