"""One-time notices: numbered, frozen, printed and found again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reception.errors import Invalid, NotAllowed, NotFound, Unavailable
from reception.rules.inquiries import Disposition, Inquiry, VoidReason
from reception.rules.notices import (
    QUERY_ALPHABET,
    MaterialState,
    MaterialTick,
    NoticeDraft,
    PaperSize,
    SecondReason,
)
from reception.rules.papers import PaperForm
from reception.services import cases, catalogue, corrections, due_explained, inquiries, notices
from reception.services.desk import Desk
from tests.cast import Clock
from tests.drafts import draft_of

ALL_THERE = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=MaterialState.PROVIDED) for no in range(1, 5)))

ON_A5 = PaperForm(size=PaperSize.A5)


def lacking(*rows: int, why: SecondReason | None = None) -> NoticeDraft:
    states = {no: MaterialState.MISSING if no in rows else MaterialState.PROVIDED for no in range(1, 5)}
    return NoticeDraft(ticks=tuple(MaterialTick(no=no, state=states[no]) for no in states), second_reason=why)


@pytest.fixture
def inquiry(desk: Desk) -> Inquiry:
    return inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03")).inquiry


def test_a_notice_says_what_is_missing_by_when_and_how_long_it_takes(desk: Desk, inquiry: Inquiry) -> None:
    text = notices.issue(desk, inquiry.id, lacking(2, 4)).text
    assert text.verdict_line == "需补正2项，补齐后可以办理"
    assert text.supplement_by.startswith("2026年12月15日")
    assert "2026年12月1日" in text.due
    assert "5个工作日" in text.limit
    assert (text.applicant, text.phone) == ("林晓舟", "138****1234")


def test_a_notice_names_whose_matter_it_is_and_who_came_for_him(desk: Desk) -> None:
    draft = draft_of(Disposition.D4, matter="JW-03", agent_name="王建国", agent_relation="父亲")
    inquiry = inquiries.record(desk, draft).inquiry
    assert notices.issue(desk, inquiry.id, lacking(2, 4)).text.applicant == "林晓舟（代办人 王建国）"


def test_papers_are_due_when_the_last_notice_says_so(desk: Desk, clock: Clock) -> None:
    earlier = clock.now - timedelta(days=7)
    late = draft_of(Disposition.D4, matter="JW-03", received_at=earlier)
    told_at_once = inquiries.record(desk, late, lacking(2))
    assert told_at_once.notice is not None
    assert told_at_once.case is not None
    assert told_at_once.case.due_at == told_at_once.notice.supplement_by
    later = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03")).inquiry
    clock.advance(days=2)
    notice = notices.issue(desk, later.id, lacking(2))
    due = {item.reg_no: item.due_at for item in cases.due_list(desk)}
    assert due[later.reg_no] == notice.supplement_by
    assert [each.promised for each in due_explained.explain(desk, later.id)] == [
        each.counted.due for each in due_explained.explain(desk, later.id)
    ]


def test_complete_papers_promise_a_date_and_ask_for_nothing(desk: Desk, inquiry: Inquiry) -> None:
    notice = notices.issue(desk, inquiry.id, ALL_THERE)
    assert (notice.missing, notice.text.supplement_by) == ((), "")
    assert "2026年12月1日" in notice.text.due


def test_numbers_run_without_gaps_by_year_of_issue(desk: Desk, inquiry: Inquiry, clock: Clock) -> None:
    first = notices.issue(desk, inquiry.id, lacking(2))
    with pytest.raises(Invalid):
        notices.issue(desk, inquiry.id, NoticeDraft())
    second = notices.issue(desk, inquiry.id, lacking(2))
    clock.now = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    third = notices.issue(desk, inquiry.id, lacking(2))
    assert [each.number for each in (first, second, third)] == [
        "教务告〔2026〕第0001号",
        "教务告〔2026〕第0002号",
        "教务告〔2027〕第0001号",
    ]


def test_a_date_past_the_published_calendar_is_marked_provisional(desk: Desk, inquiry: Inquiry, clock: Clock) -> None:
    clock.now = datetime(2026, 12, 28, 2, 0, tzinfo=UTC)
    text = notices.issue(desk, inquiry.id, lacking(2)).text
    assert "暂定" in text.due
    assert text.provisional_note


def test_a_second_notice_with_a_new_row_asks_why(desk: Desk, inquiry: Inquiry) -> None:
    notices.issue(desk, inquiry.id, lacking(2))
    with pytest.raises(Invalid) as refused:
        notices.issue(desk, inquiry.id, lacking(2, 3))
    assert [each.code for each in refused.value.reasons] == ["second_notice"]
    explained = notices.issue(desk, inquiry.id, lacking(2, 3, why=SecondReason.OMISSION))
    assert (explained.second_reason, explained.released) == (SecondReason.OMISSION, False)


def test_a_second_notice_with_no_new_row_needs_no_reason(desk: Desk, inquiry: Inquiry) -> None:
    notices.issue(desk, inquiry.id, lacking(2, 3))
    assert notices.issue(desk, inquiry.id, lacking(3)).released


def test_a_changed_matter_leaves_an_issued_notice_and_its_record_as_they_were(desk: Desk, inquiry: Inquiry) -> None:
    before = notices.issue(desk, inquiry.id, lacking(2))
    matter = catalogue.matter(desk, "JW-03")
    catalogue.save_matter(desk, replace(matter, place="图书馆二楼"), desk.calendar.local(desk.clock()).date())
    assert notices.find(desk, before.number).text == before.text
    assert "图书馆二楼" not in notices.issue(desk, inquiry.id, lacking(2)).text.place
    new = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03")).inquiry
    assert notices.issue(desk, new.id, lacking(2)).text.place == "图书馆二楼"


def test_a_preview_counts_as_nothing_and_a_reprint_differs_by_its_mark_only(desk: Desk, inquiry: Inquiry) -> None:
    notice = notices.issue(desk, inquiry.id, lacking(2))
    first = notices.render(desk, notice.id, ON_A5)
    notices.preview(desk, notice.id, ON_A5)
    assert notices.render(desk, notice.id, ON_A5) == first
    assert notices.printed(desk, notice.id).prints == 1
    again = notices.render(desk, notice.id, ON_A5)
    assert again.pdf != first.pdf
    assert notices.printed(desk, notice.id).prints == 2


def test_a_notice_is_found_by_number_and_by_code_however_typed(desk: Desk, inquiry: Inquiry) -> None:
    notice = notices.issue(desk, inquiry.id, lacking(2))
    code = notice.query_code
    for typed in (notice.number, code, code.lower(), f" {code[:4]}-{code[4:]} ", f"{code[:3]} {code[3:]}"):
        assert notices.find(desk, typed) == notice
    with pytest.raises(NotFound):
        notices.find(desk, "'; DROP TABLE notice")


def test_a_query_code_is_six_characters_that_nobody_confuses(desk: Desk, inquiry: Inquiry) -> None:
    codes = {notices.issue(desk, inquiry.id, lacking(2)).query_code for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 6 and set(code) <= set(QUERY_ALPHABET) for code in codes)
    assert not set("0O1I") & set(QUERY_ALPHABET)


def test_a_voided_record_voids_its_notices_and_they_are_not_printed_again(desk: Desk, inquiry: Inquiry) -> None:
    notice = notices.issue(desk, inquiry.id, lacking(2))
    corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "录错")
    assert notices.find(desk, notice.number).void
    with pytest.raises(Invalid):
        notices.printed(desk, notice.id)


def test_what_was_printed_is_not_undone(desk: Desk, inquiry: Inquiry) -> None:
    notice = notices.issue(desk, inquiry.id, lacking(2))
    notices.printed(desk, notice.id)
    with pytest.raises(NotAllowed):
        corrections.undo(desk, inquiry.id)


def test_no_notice_is_issued_for_a_record_without_matter_or_a_complaint(desk: Desk) -> None:
    plain = inquiries.record(desk, draft_of()).inquiry
    complaint = inquiries.record(desk, draft_of(Disposition.D10, matter="XB-04")).inquiry
    for each in (plain, complaint):
        with pytest.raises(Invalid):
            notices.issue(desk, each.id, ALL_THERE)


def test_a_paper_saved_as_a_file_counts_as_a_print(desk: Desk, inquiry: Inquiry, tmp_path: Path) -> None:
    notice = notices.issue(desk, inquiry.id, lacking(2))
    target = tmp_path / f"{notice.number}.pdf"
    saved = notices.save_paper(desk, notice.id, ON_A5, target)
    assert target.read_bytes() == saved.paper.pdf
    assert (saved.notice.prints, notices.by_id(desk, notice.id).prints) == (1, 1)
    assert notices.save_paper(desk, notice.id, ON_A5, target).paper.pdf != saved.paper.pdf


def test_a_paper_that_cannot_be_written_is_not_counted(desk: Desk, inquiry: Inquiry, tmp_path: Path) -> None:
    notice = notices.issue(desk, inquiry.id, lacking(2))
    with pytest.raises(Unavailable, match="folder_not_writable"):
        notices.save_paper(desk, notice.id, ON_A5, tmp_path / "nowhere" / "paper.pdf")
    assert notices.by_id(desk, notice.id).prints == 0


def test_warming_the_papers_uses_no_number(desk: Desk, inquiry: Inquiry) -> None:
    notices.warm_papers(desk)
    assert notices.issue(desk, inquiry.id, lacking(2)).serial == 1
