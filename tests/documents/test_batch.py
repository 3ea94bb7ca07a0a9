"""Many papers in one document: whole, in order, the same bytes again, readable by every reader."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from reception.documents.batch import TOGETHER, BatchPaper, write_batch
from reception.documents.papers import render_paper
from reception.rules.notices import NoticeText, PaperSize
from reception.rules.papers import PaperForm
from reception.words.paper_forms import paper_of
from tests.documents.paper_fixtures import COMPLETE, LEAVE, LONG, RARE

FORMS = [PaperForm(size=size) for size in PaperSize] + [PaperForm(large=True), PaperForm(short_stub=True)]


def numbered(text: NoticeText, number: int) -> BatchPaper:
    own = replace(text, number=f"教务告〔2026〕第{number:04d}号", applicant=chr(0x4E00 + number * 37))
    return BatchPaper((paper_of(own),), "补打第 1 次" if number % 3 == 0 else "")


def papers(count: int) -> list[BatchPaper]:
    texts = (COMPLETE, LEAVE, RARE)
    found = [numbered(texts[number % len(texts)], number) for number in range(1, count + 1)]
    return [*found[:1], numbered(LONG, 2), *found[2:]]


def written(some: list[BatchPaper], how: PaperForm) -> bytes:
    target = io.BytesIO()
    assert list(write_batch(target, some, how, "一天的告知单"))[-1] == len(some)
    return target.getvalue()


def texts_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


@pytest.mark.parametrize("how", FORMS, ids=str)
def test_every_page_is_what_the_paper_alone_would_be(how: PaperForm):
    some = papers(TOGETHER + 1)
    alone: list[str] = []
    sizes: list[tuple[float, float]] = []
    for each in some:
        pdf = render_paper(each.texts, how, copy_mark=each.copy_mark).pdf
        alone += texts_of(pdf)
        sizes += sizes_of(pdf)
    batch = written(some, how)
    assert texts_of(batch) == alone
    assert sizes_of(batch) == sizes


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_size() for page in document]
    document.close()
    return found


def test_the_same_papers_give_the_same_bytes():
    some = papers(TOGETHER + 1)
    how = PaperForm(size=PaperSize.A5)
    assert written(some, how) == written(some, how)
    assert written(some, how) != written(some[1:], how)


def test_a_page_looks_as_the_paper_alone(tmp_path: Path):
    some = papers(TOGETHER + 2)
    how = PaperForm(size=PaperSize.A5)
    (tmp_path / "batch.pdf").write_bytes(written([plain(each) for each in some], how))
    (tmp_path / "alone.pdf").write_bytes(render_paper(plain(some[-1]).texts, how).pdf)
    pictures = [picture(tmp_path / "batch.pdf", len(some)), picture(tmp_path / "alone.pdf", 1)]
    assert pictures[0] == pictures[1]


def plain(paper: BatchPaper) -> BatchPaper:
    """Give a paper of one page, without a mark."""
    return BatchPaper((paper_of(replace(LEAVE, number=paper.texts[0].number, applicant=paper.texts[0].applicant)),))


def picture(pdf: Path, page: int) -> bytes:
    command = ["pdftoppm", "-r", "100", "-f", str(page), "-l", str(page), "-singlefile", "-gray", pdf]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_another_reader_finds_nothing_wrong_with_it(tmp_path: Path):
    file = tmp_path / "batch.pdf"
    file.write_bytes(written(papers(2 * TOGETHER), PaperForm()))
    told = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True)
    assert told.stderr == ""
    assert "一天的告知单" in told.stdout
    read = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, text=True)
    assert read.stderr == ""
    assert [read.stdout.count(f"第{number:04d}号") > 0 for number in range(1, 2 * TOGETHER + 1)] == [
        True
    ] * 2 * TOGETHER


def test_papers_are_read_as_late_as_they_are_drawn():
    drawn: list[int] = []

    def late():
        for number, each in enumerate(papers(2 * TOGETHER), start=1):
            drawn.append(number)
            yield each

    writing = write_batch(io.BytesIO(), late(), PaperForm(size=PaperSize.ROLL), "")
    assert next(writing) == TOGETHER
    assert len(drawn) == TOGETHER
