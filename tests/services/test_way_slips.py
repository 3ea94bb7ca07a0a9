"""The way slip: where to go, what to bring, whom to call; and nothing about the visitor."""

import dataclasses
import subprocess
from pathlib import Path

import pytest

from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, NotAllowed
from reception.rules.inquiries import Disposition, GuideMode, VoidReason
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperLanguage
from reception.services import audit, catalogue, corrections, directory, inquiries, posts, way_slips
from reception.services.desk import Desk
from tests.cast import ANN, BEN
from tests.drafts import draft_of
from tests.services.test_take_over import away, cover_all

A5, ROLL = PaperForm(size=PaperSize.A5), PaperForm(size=PaperSize.ROLL)


def text_of(paper: RenderedPaper, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def guided(desk: Desk, **changes: object) -> int:
    unit = next(each for each in catalogue.units(desk) if each.code == "CW")
    if not unit.hours:
        directory.save_unit(desk, dataclasses.replace(unit, hours="08:00-12:00"))
    person = {"person_name": "林晓舟", "phone": "13800001234", "privacy_told": True}
    draft = draft_of(Disposition.D7, **{**person, "told_place": "办公楼102", **changes})
    return inquiries.record(desk, draft).inquiry.id


@pytest.mark.parametrize("form", [A5, ROLL])
def test_it_says_where_when_whom_to_call_and_who_sent_the_visitor(desk: Desk, tmp_path: Path, form: PaperForm):
    paper = way_slips.printed(desk, guided(desk), form)
    text = text_of(paper, tmp_path)
    for words in ("指路单", "财务处", "办公楼102", "0731-5550-1240", "08:00-12:00", "0731-5550-1200", "安", "2026"):
        assert words in text
    assert (paper.size, paper.pages) == (form.size, 1)
    for secret in ("林晓舟", "13800001234"):
        assert secret not in text


def test_with_a_matter_it_says_what_to_bring(desk: Desk, tmp_path: Path):
    matter = catalogue.matter(desk, "JW-03")
    text = text_of(way_slips.printed(desk, guided(desk, matter="JW-03"), A5), tmp_path)
    assert "请带上" in text
    for material in matter.materials:
        assert "".join(material.name.split()) in text
    assert "请带上" not in text_of(way_slips.printed(desk, guided(desk), A5), tmp_path)


@pytest.mark.parametrize("size", [PaperSize.A5, PaperSize.ROLL])
def test_it_speaks_both_languages_on_one_page(desk: Desk, tmp_path: Path, size: PaperSize):
    form = PaperForm(size=size, language=PaperLanguage.BOTH)
    paper = way_slips.printed(desk, guided(desk, matter="JW-03"), form)
    text = text_of(paper, tmp_path)
    assert paper.pages == 1
    assert text.index("请到") < text.index("Pleasegoto")
    english = text_of(way_slips.printed(desk, guided(desk), PaperForm(size=size, language=PaperLanguage.EN)), tmp_path)
    assert "指路单" not in english
    assert "FinanceOffice" in english or "Finance" in english


def test_a_print_stands_in_the_history_and_a_preview_does_not(desk: Desk, tmp_path: Path):
    made = guided(desk)
    before = len(audit.history(desk, "Inquiry", made))
    assert "预览" in text_of(way_slips.preview(desk, made, A5), tmp_path)
    assert len(audit.history(desk, "Inquiry", made)) == before
    assert "预览" not in text_of(way_slips.printed(desk, made, A5), tmp_path)
    assert audit.history(desk, "Inquiry", made)[-1].action == "print_notice"


def test_within_the_unit_it_leads_to_the_colleague(desk: Desk, tmp_path: Path):
    draft = draft_of(Disposition.D5A, guide_mode=GuideMode.WRITTEN_NOTE, told_place="205室")
    text = text_of(way_slips.printed(desk, inquiries.record(desk, draft).inquiry.id, A5), tmp_path)
    assert "李老师" in text
    assert "205室" in text


def test_who_is_away_is_said_with_the_stand_in_and_his_phone(desk: Desk, tmp_path: Path):
    cover_all(desk, ANN, BEN)
    post = posts.posts(desk)[0].code
    draft = draft_of(Disposition.D5A, guide_mode=GuideMode.WRITTEN_NOTE, to_post=post, to_person=ANN)
    made = inquiries.record(desk, draft).inquiry.id
    assert "不在岗" not in text_of(way_slips.preview(desk, made, A5), tmp_path)
    away(desk)
    text = text_of(way_slips.preview(desk, made, A5), tmp_path)
    assert f"{ANN}不在岗，请找顶岗的{BEN}，电话0731-" in text
    assert "年休" not in text


def test_where_nobody_stands_in_one_is_told_to_call_first(desk: Desk, tmp_path: Path):
    cover_all(desk, ANN, None)
    post = posts.posts(desk)[0].code
    draft = draft_of(Disposition.D5A, guide_mode=GuideMode.WRITTEN_NOTE, to_post=post, to_person=ANN)
    made = inquiries.record(desk, draft).inquiry.id
    away(desk)
    assert f"{ANN}不在岗，去之前请先打电话" in text_of(way_slips.preview(desk, made, A5), tmp_path)


def test_the_same_record_gives_the_same_bytes(desk: Desk):
    made = guided(desk, matter="JW-03")
    assert way_slips.printed(desk, made, A5).pdf == way_slips.printed(desk, made, A5).pdf


def test_who_was_not_guided_gets_none_and_a_void_record_neither(desk: Desk, dan_desk: Desk):
    answered = inquiries.record(desk, draft_of(Disposition.D1)).inquiry.id
    with pytest.raises(Invalid) as refusal:
        way_slips.preview(desk, answered, A5)
    assert [each.code for each in refusal.value.reasons] == ["not_guided"]
    made = guided(desk)
    with pytest.raises(NotAllowed):
        way_slips.printed(dan_desk, made, A5)
    corrections.void(desk, made, VoidReason.MISTAKE, "误登")
    with pytest.raises(Invalid) as refusal:
        way_slips.printed(desk, made, A5)
    assert [each.code for each in refusal.value.reasons] == ["void_already"]
