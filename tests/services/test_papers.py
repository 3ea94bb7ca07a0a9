"""The register on paper: which records, masked or whole, and what the audit log keeps of it."""

import json
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, NotAllowed
from reception.rules.audit import AuditEntry
from reception.rules.inquiries import Channel, Disposition, Inquiry, VoidReason
from reception.rules.staff import Role
from reception.services import audit, corrections, inquiries, papers
from reception.services.desk import Desk
from reception.services.register import RegisterFilter
from tests.cast import Clock
from tests.drafts import draft_of

EVERYTHING = RegisterFilter()


@pytest.fixture
def head_desk(desk: Desk) -> Desk:
    """Give the desk of a unit head."""
    return replace(desk, account=replace(desk.account, roles=(Role.UNIT_HEAD,)))


def record(desk: Desk, way: Disposition = Disposition.D1, **changes: Any) -> Inquiry:
    return inquiries.record(desk, draft_of(way, **changes)).inquiry


def paper_of(desk: Desk, chosen: RegisterFilter = EVERYTHING, **named: Any) -> RenderedPaper:
    found = papers.register_paper(desk, chosen, **named)
    assert found is not None
    return found


def text_of(paper: RenderedPaper, folder: Path) -> str:
    """Give all the text of a paper without blanks."""
    path = folder / "paper.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def notes(desk: Desk) -> list[AuditEntry]:
    return list(audit.history(desk, papers.KIND, 0))


def test_the_paper_bears_unit_year_range_and_every_number_in_order(desk: Desk, clock: Clock, tmp_path: Path):
    for _ in range(3):
        record(desk)
        clock.advance(days=1)
    text = text_of(paper_of(desk), tmp_path)
    assert "示例大学教务处首问负责登记表（2026年度）" in text
    assert "范围：2026年11月24日至2026年11月26日" in text
    places = [text.index(f"首问〔2026〕000{number}") for number in (1, 2, 3)]
    assert places == sorted(places)
    assert "总计：3条" in text


def test_everybody_prints_masked_values_even_of_ones_own_of_today(desk: Desk, dan_desk: Desk, tmp_path: Path):
    record(desk, person_name="欧阳小明", phone="13800001234", privacy_told=True)
    for reader in (desk, dan_desk):
        text = text_of(paper_of(reader), tmp_path)
        assert "欧阳**" in text
        assert "欧阳小明" not in text
        assert "13800001234" not in text
        assert "已脱敏" in text


def test_whole_values_need_the_right_and_a_purpose(desk: Desk, head_desk: Desk, tmp_path: Path):
    record(desk, person_name="欧阳小明", phone="13800001234", privacy_told=True)
    with pytest.raises(NotAllowed):
        papers.state_purpose(desk, EVERYTHING, "抽查")
    with pytest.raises(Invalid):
        papers.state_purpose(head_desk, EVERYTHING, " \t")
    assert notes(desk) == []
    stated = papers.state_purpose(head_desk, EVERYTHING, "上级检查")
    text = text_of(paper_of(head_desk, statement=stated), tmp_path)
    for words in ("欧阳小明", "13800001234", "用途：上级检查", "请妥善保管"):
        assert words in text


def test_a_statement_holds_for_its_person_and_its_part_alone(desk: Desk, head_desk: Desk):
    stated = papers.state_purpose(head_desk, EVERYTHING, "上级检查")
    with pytest.raises(NotAllowed):
        papers.register_paper(desk, EVERYTHING, stated)
    with pytest.raises(NotAllowed):
        papers.register_paper(head_desk, RegisterFilter(channel=Channel.PHONE), stated)


def test_a_purpose_and_a_print_are_audit_entries_and_a_preview_is_none(desk: Desk, head_desk: Desk):
    record(desk)
    paper_of(desk)
    assert notes(desk) == []
    chosen = RegisterFilter(first_on=date(2026, 11, 1), text="林晓舟")
    papers.state_purpose(head_desk, chosen, "上级检查")
    papers.register_printed(desk, chosen, 7, whole=False)
    said = [json.loads(entry.payload or "") for entry in notes(desk)]
    assert [entry.action for entry in notes(desk)] == ["export_full", "print_register"]
    assert said[0]["purpose"] == "上级检查"
    assert said[1] == {"count": 7, "masked": True, "first_on": "2026-11-01", "searched": True}


def test_a_complaint_is_a_number_a_date_and_restricted_even_in_a_whole_paper(
    desk: Desk, head_desk: Desk, clock: Clock, tmp_path: Path
):
    record(desk, Disposition.D10, person_name="王小明", summary="反映窗口态度")
    clock.advance(hours=1)
    stated = papers.state_purpose(head_desk, EVERYTHING, "上级检查")
    text = text_of(paper_of(head_desk, statement=stated), tmp_path)
    assert "受限" in text
    for words in ("王小明", "反映窗口态度", "10:26", "13800001234"):
        assert words not in text


def test_a_void_stays_on_the_paper_with_its_reason_and_is_counted(desk: Desk, tmp_path: Path):
    kept, lost = record(desk), record(desk, summary="写错的一条")
    corrections.void(desk, lost.id, VoidReason.MISTAKE, "事项选错")
    text = text_of(paper_of(desk), tmp_path)
    assert kept.id != lost.id
    for words in ("【作废】登记有误：事项选错", "写错的一条", "总计：2条，其中作废1条"):
        assert words in text


def test_a_range_of_days_leaves_both_its_ends_in(desk: Desk, clock: Clock, tmp_path: Path):
    for day in range(4):
        record(desk, summary=f"第{'甲乙丙丁'[day]}天的事")
        clock.advance(days=1)
    chosen = RegisterFilter(first_on=date(2026, 11, 25), last_on=date(2026, 11, 26))
    text = text_of(paper_of(desk, chosen), tmp_path)
    assert papers.extent(desk, chosen) == papers.Extent(
        count=2, first_on=date(2026, 11, 25), last_on=date(2026, 11, 26)
    )
    assert [words in text for words in ("第甲天", "第乙天", "第丙天", "第丁天")] == [False, True, True, False]


def test_what_was_searched_for_is_not_printed(desk: Desk, tmp_path: Path):
    record(desk, person_name="欧阳小明", phone="13800001234", privacy_told=True)
    text = text_of(paper_of(desk, RegisterFilter(text="欧阳小明")), tmp_path)
    assert "按查找结果" in text
    assert "总计：1条" in text
    assert "欧阳小明" not in text


def test_a_late_entry_is_marked_on_the_paper(desk: Desk, clock: Clock, tmp_path: Path):
    record(desk, received_at=clock.now - timedelta(days=5))
    assert "10:26（补登）" in text_of(paper_of(desk), tmp_path)


def test_years_that_follow_each_other_stand_in_the_title(desk: Desk, clock: Clock, tmp_path: Path):
    record(desk)
    clock.advance(days=60)
    record(desk)
    assert "（2026—2027年度）" in text_of(paper_of(desk), tmp_path)


def test_an_empty_part_is_a_paper_that_says_so(desk: Desk, tmp_path: Path):
    assert papers.extent(desk, EVERYTHING) == papers.Extent(count=0)
    assert "没有符合条件的登记" in text_of(paper_of(desk), tmp_path)


def test_many_records_are_drawn_in_order_and_may_be_stopped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(papers, "_AT_ONCE", 7)
    for number in range(50):
        record(desk, summary=f"事项{number:04d}号")
    seen: list[int] = []
    text = text_of(paper_of(desk, keep_going=lambda drawn: (seen.append(drawn), True)[1]), tmp_path)
    places = [text.index(f"事项{number:04d}号") for number in range(50)]
    assert places == sorted(places)
    assert seen == sorted(seen)
    assert seen[-1] == 50
    assert papers.register_paper(desk, EVERYTHING, keep_going=lambda _drawn: False) is None


def test_the_same_part_gives_the_same_bytes(desk: Desk):
    record(desk, person_name="王𬭎䶮𠅤", phone="13800001234", privacy_told=True)
    assert paper_of(desk).pdf == paper_of(desk).pdf
