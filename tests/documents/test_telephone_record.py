"""The telephone record: nothing leaves its box, nothing is lost, the same call gives the same bytes."""

import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from reception.documents.rendered import RenderedPaper
from reception.documents.telephone_record import CallSheet, render_call
from reception.rules.inquiries import Channel, Disposition
from reception.rules.log_entries import Surroundings, log_entry
from tests.weeks import Maker, local, shipped_calendar

CALENDAR = shipped_calendar()
HAN = "".join(chr(0x4E00 + number) for number in range(1400))


def drawn(unit: str = "示例大学教务处", **changes: Any) -> RenderedPaper:
    make = Maker()
    person = {"channel": Channel.PHONE, "person_name": "林晓舟", "phone": "13800001234"}
    inquiry = make.inquiry(**(person | changes))
    case = make.case(inquiry, "2026-12-01 17:30") if inquiry.disposition is Disposition.D9 else None
    return render_call(CallSheet(entry=log_entry(inquiry, Surroundings(case=case), CALENDAR), unit=unit))


def text_of(paper: RenderedPaper, folder: Path) -> str:
    path = folder / "call.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


class Words(HTMLParser):
    """The edges of the words of all pages, as pdftotext gives them."""

    def __init__(self) -> None:
        super().__init__()
        self.edges: list[tuple[float, float, float, float]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "word":
            found = dict(attrs)
            self.edges.append(tuple(float(found[name] or 0) for name in ("xmin", "ymin", "xmax", "ymax")))  # type: ignore[arg-type]


def edges_of(paper: RenderedPaper, folder: Path) -> list[tuple[float, float, float, float]]:
    path = folder / "call.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    words = Words()
    words.feed(said)
    return words.edges


def test_both_halves_and_three_signatures_stand_on_one_page(tmp_path: Path):
    paper = drawn(
        disposition=Disposition.D9,
        summary="反映施工噪声",
        detail="每晚十一点后仍有施工",
        proposed="请后勤处核实",
        leader_note="同意",
        ended_at=local("2026-11-24 10:41"),
        phone_ext="8012",
    )
    text = text_of(paper, tmp_path)
    assert paper.pages == 1
    said = ("来电时间", "来电单位", "来电人", "接话单位", "接话人", "来电内容", "拟办意见", "领导批示", "办理结果")
    said += ("2026-11-2410:26至10:41", "13800001234转8012", "每晚十一点后仍有施工", "请后勤处核实", "同意")
    for words in (*said, "记录人签名", "领导签名", "承办人签名", "应办结：2026年12月1日（星期二）17:30"):
        assert words in text


@pytest.mark.parametrize("name", ["detail", "proposed", "leader_note", "result"])
def test_a_text_that_does_not_fit_its_box_goes_on_on_a_further_page_and_nothing_is_lost(name: str, tmp_path: Path):
    paper = drawn(**{name: HAN})
    text = text_of(paper, tmp_path)
    assert paper.pages > 1
    assert "（下页续）" in text
    assert [character for character in HAN if character not in text] == []


def test_a_text_that_just_fits_needs_no_further_page():
    assert drawn(detail=HAN[:150]).pages == 1


LONGEST: list[dict[str, Any]] = [
    {"person_name": "W" * 100, "person_unit": "学" * 100, "other_contact": "联" * 100, "phone": "9" * 40},
    {"person_name": "𬭎䶮𠅤" * 33, "first_officer": "阿卜杜热依木·买买提吐尔逊" * 4, "acting_for": "长" * 60},
    {"detail": HAN, "proposed": HAN, "leader_note": HAN, "result": HAN, "answer": HAN, "summary": "事" * 100},
    {"detail": "\n" * 300 + "尾"},
    {"detail": "9" * 4000},
]


@pytest.mark.parametrize("changes", LONGEST)
def test_no_word_leaves_the_paper(changes: dict[str, Any], tmp_path: Path):
    for left, top, right, bottom in edges_of(drawn(unit="国际学生事务联合办公室" * 5, **changes), tmp_path):
        assert left >= 30
        assert top >= 20
        assert right <= 419.53 - 30
        assert bottom <= 595.28 - 10


def test_rare_names_come_back_from_the_paper(tmp_path: Path):
    paper = drawn(person_name="王𬭎䶮𠅤")
    text = text_of(paper, tmp_path)
    for character in "王𬭎䶮𠅤":
        assert character in text or character in paper.missing_characters


def test_the_same_call_gives_the_same_bytes():
    assert drawn(detail=HAN).pdf == drawn(detail=HAN).pdf
