"""Papers that nobody answered count as accepted; a wait for papers that is over ends, and can begin anew."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reception.errors import Conflict, Invalid, NotAllowed, NotFound
from reception.rules.case_life import CaseOutcome, PauseCause, StartEvent
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Disposition, Inquiry, Paper, Status, VoidReason
from reception.rules.letters import Letter, LetterDraft
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.services import (
    case_ends,
    case_life,
    cases,
    corrections,
    due_explained,
    inquiries,
    letter_proposals,
    letters,
    matter_closures,
    notices,
    supplements,
    waits,
)
from reception.services.desk import Desk
from reception.store import journal, records
from reception.words import Language
from reception.words.history import history_line
from tests.cast import Clock
from tests.drafts import draft_of
from tests.services.case_acts import stop
from tests.weeks import local

LEFT = (Paper(name="学籍异动申请表"), Paper(name="诊断证明", copies=1))


def lacking(*rows: int) -> NoticeDraft:
    states = {no: MaterialState.MISSING if no in rows else MaterialState.PROVIDED for no in range(1, 5)}
    return NoticeDraft(ticks=tuple(MaterialTick(no=no, state=state) for no, state in states.items()))


def left(desk: Desk, way: Disposition = Disposition.D3) -> tuple[Inquiry, Letter]:
    """Record a visitor who leaves papers, and give the receipt for them."""
    inquiry = inquiries.record(desk, draft_of(way, matter="JW-03", papers=LEFT)).inquiry
    return inquiry, letters.issue(desk, receipt_of(inquiry))


def receipt_of(inquiry: Inquiry) -> LetterDraft:
    return LetterDraft(token=f"sj-{inquiry.id}", kind=PaperKind.SJ, inquiry_id=inquiry.id, papers=LEFT)


def case_of(inquiry: Inquiry) -> Case:
    case = records.find(Case, inquiry_id=inquiry.id)
    assert case is not None
    return case


def said(desk: Desk, kind: str, number: int) -> str:
    return history_line(journal.entries(kind, number)[-1], desk.calendar, Language.ZH).what


def test_papers_count_as_accepted_after_the_fifth_working_day_and_not_a_minute_before(desk: Desk, clock: Clock) -> None:
    _inquiry, receipt = left(desk)
    clock.now = local("2026-12-01 17:30")
    assert waits.silent(desk) == ()
    clock.advance(minutes=1)
    (found,) = waits.silent(desk)
    assert (found.receipt, found.received_at, found.visitor) == (receipt.number, receipt.issued_at, "林*舟")
    assert (found.answer_by, found.mine) == (local("2026-12-01 17:30"), True)


def test_a_slip_or_a_letter_answers_papers_that_were_left(desk: Desk, clock: Clock) -> None:
    inquiry, _receipt = left(desk)
    letter = letters.issue(desk, letter_proposals.propose(desk, inquiry.id, PaperKind.SL, "answer"))
    told, _ = left(desk)
    notices.issue(desk, told.id, lacking(2))
    clock.advance(days=30)
    assert waits.silent(desk) == ()
    letters.void_letter(desk, letter.id, "写错")
    assert [each.inquiry_id for each in waits.silent(desk)] == [inquiry.id]


def test_the_acceptance_says_the_date_of_the_receipt_and_comes_once(desk: Desk, clock: Clock) -> None:
    inquiry, receipt = left(desk)
    promised = case_of(inquiry).due_at
    clock.advance(days=14)
    letter = waits.accept_silent(desk, receipt.id)
    assert letter.kind is PaperKind.SL
    assert "2026年11月24日" in "".join(letter.text.statement)
    assert case_of(inquiry).due_at == promised
    assert waits.silent(desk) == ()
    assert waits.accept_silent(desk, receipt.id) == letter
    letters.void_letter(desk, letter.id, "写错")
    clock.advance(minutes=5)
    assert waits.accept_silent(desk, receipt.id).number != letter.number


def test_a_case_that_waited_runs_since_the_receipt(desk: Desk, clock: Clock) -> None:
    inquiry, receipt = left(desk, Disposition.D4)
    assert case_of(inquiry).status is CaseStatus.AWAITING_PAPERS
    clock.advance(days=14)
    (found,) = waits.silent(desk)
    letter = waits.accept_silent(desk, receipt.id)
    case = case_of(inquiry)
    assert (case.status, case.start_event) == (CaseStatus.OPEN, StartEvent.PAPERS_COMPLETE)
    assert (case.started_at, case.due_at) == (receipt.issued_at, found.due_at)
    assert desk.calendar.local(case.due_at).date().isoformat() == "2026-12-01"
    assert "2026年12月1日" in "".join(fact.value for fact in letter.text.facts)
    assert records.get(Inquiry, inquiry.id).status is Status.IN_PROGRESS
    assert [each.promised for each in due_explained.explain(desk, inquiry.id)] == [
        each.counted.due for each in due_explained.explain(desk, inquiry.id)
    ]
    assert said(desk, "Case", case.id) == "收件后五个工作日内未告知，视为自 2026-11-24 受理"


def test_acceptance_is_refused_before_its_time_after_an_answer_and_for_other_papers(desk: Desk, clock: Clock) -> None:
    inquiry, receipt = left(desk)
    with pytest.raises(Invalid) as early:
        waits.accept_silent(desk, receipt.id)
    clock.advance(days=14)
    answer = letters.issue(desk, letter_proposals.propose(desk, inquiry.id, PaperKind.SL, "answer"))
    with pytest.raises(Invalid) as answered:
        waits.accept_silent(desk, receipt.id)
    assert [each.reasons[0].code for each in (early.value, answered.value)] == ["not_silent"] * 2
    with pytest.raises(NotFound):
        waits.accept_silent(desk, answer.id)


def test_a_closed_or_void_record_waits_for_no_answer(desk: Desk, clock: Clock) -> None:
    inquiry, _receipt = left(desk)
    corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "录错")
    clock.advance(days=14)
    assert waits.silent(desk) == ()


def test_papers_of_others_are_listed_but_not_ones_own(desk: Desk, ben_desk: Desk, clock: Clock) -> None:
    left(desk)
    clock.advance(days=14)
    assert [each.mine for each in waits.silent(ben_desk)] == [False]


@pytest.fixture
def awaited(desk: Desk) -> Inquiry:
    """Give a record that waits for papers until 2026-12-15 17:30."""
    draft = draft_of(Disposition.D4, matter="JW-03", papers=LEFT)
    return inquiries.record(desk, draft, lacking(2)).inquiry


def test_a_wait_is_over_after_the_last_minute_of_its_last_day(desk: Desk, clock: Clock, awaited: Inquiry) -> None:
    clock.now = local("2026-12-15 17:30")
    assert waits.lapsed(desk) == ()
    with pytest.raises(Invalid) as refused:
        waits.lapse(desk, case_of(awaited).id)
    assert [each.code for each in refused.value.reasons] == ["not_lapsed"]
    clock.advance(seconds=1)
    (found,) = waits.lapsed(desk)
    assert (found.inquiry_id, found.until, found.visitor) == (awaited.id, local("2026-12-15 17:30"), "林*舟")
    assert found.notice == "教务告〔2026〕第0001号"
    assert found.papers == ("学籍异动申请表", "诊断证明")


def test_a_wait_that_ended_is_closed_as_lapsed_and_said_so(desk: Desk, clock: Clock, awaited: Inquiry) -> None:
    clock.advance(days=30)
    ended = waits.lapse(desk, case_of(awaited).id)
    case = case_of(awaited)
    assert case == ended.case
    assert (case.status, case.outcome, case.closed_by) == (CaseStatus.CLOSED, CaseOutcome.LAPSED, "安")
    assert (case.closed_at, case.due_at) == (clock.now, local("2026-12-15 17:30"))
    assert records.get(Inquiry, awaited.id).status is Status.CLOSED
    assert waits.lapsed(desk) == ()
    assert [each for each in cases.due_list(desk) if each.inquiry_id == awaited.id] == []
    assert "逾期未补正" in said(desk, "Case", case.id)
    assert "可以再次申请" in said(desk, "Inquiry", awaited.id)


def test_who_lapsed_may_apply_again_with_the_old_slip(desk: Desk, clock: Clock, awaited: Inquiry) -> None:
    clock.advance(days=30)
    waits.lapse(desk, case_of(awaited).id)
    back = supplements.bring_back(desk, "教务告〔2026〕第0001号", "again")
    again = inquiries.record(desk, back.draft, lacking(2))
    assert again.case is not None
    assert again.case.status is CaseStatus.AWAITING_PAPERS
    assert case_of(awaited).outcome is CaseOutcome.LAPSED


def test_an_end_is_taken_back_whole_unless_something_happened_since(desk: Desk, clock: Clock, awaited: Inquiry) -> None:
    clock.advance(days=30)
    ended = waits.lapse(desk, case_of(awaited).id)
    case = waits.take_back_lapse(desk, ended)
    assert (case.status, case.outcome, case.closed_at) == (CaseStatus.AWAITING_PAPERS, None, None)
    assert records.get(Inquiry, awaited.id).status is Status.OPEN
    assert [each.inquiry_id for each in waits.lapsed(desk)] == [awaited.id]
    with pytest.raises(Conflict):
        waits.take_back_lapse(desk, ended)


def test_only_a_wait_that_ran_out_is_taken_back(desk: Desk, clock: Clock, awaited: Inquiry) -> None:
    clock.advance(days=30)
    ended = waits.lapse(desk, case_of(awaited).id)
    with desk.work(Action.CLOSE_CASE) as work:
        done = work.change(replace(work.get(Case, ended.case.id), outcome=CaseOutcome.DONE))
        work.log(done)
    with pytest.raises(Conflict):
        waits.take_back_lapse(desk, replace(ended, case=done))
    assert case_of(awaited).status is CaseStatus.CLOSED


def test_who_works_at_no_desk_ends_nothing(dan_desk: Desk, desk: Desk, clock: Clock, awaited: Inquiry) -> None:
    clock.advance(days=30)
    with pytest.raises(NotAllowed):
        waits.lapse(dan_desk, case_of(awaited).id)


def test_papers_brought_late_are_taken_while_nobody_ended_the_wait(desk: Desk, clock: Clock, awaited: Inquiry) -> None:
    clock.now = local("2026-12-15 17:30") + timedelta(days=2)
    back = supplements.bring_back(desk, "教务告〔2026〕第0001号", "late")
    inquiries.record(desk, back.draft, lacking(2))
    assert [each.inquiry_id for each in waits.lapsed(desk)] == []


def test_papers_left_while_the_matter_is_closed_count_from_the_day_on_which_it_is_accepted_again(
    desk: Desk, clock: Clock
) -> None:
    matter_closures.close(desk, "JW-03", date(2026, 11, 23), date(2026, 11, 27), "系统升级")
    inquiry, receipt = left(desk, Disposition.D6)
    clock.now = local("2026-12-07 17:30")
    assert waits.silent(desk) == ()
    clock.advance(minutes=1)
    (found,) = waits.silent(desk)
    assert (found.accepted_at, found.answer_by) == (local("2026-11-30 08:00"), local("2026-12-07 17:30"))
    letter = waits.accept_silent(desk, receipt.id)
    case = case_of(inquiry)
    assert (case.started_at, case.due_at) == (found.accepted_at, found.due_at)
    assert "2026年11月30日" in "".join(letter.text.statement)


def test_papers_of_a_case_whose_clock_stands_are_listed_and_accepted_once_it_runs(desk: Desk, clock: Clock) -> None:
    inquiry, receipt = left(desk)
    told, _receipt = left(desk)
    case_life.pause(desk, case_of(told).id, stop(cause=PauseCause.SUPPLEMENT))
    case_life.pause(desk, case_of(inquiry).id, stop(until=date(2027, 1, 4)))
    clock.advance(days=14)
    (found,) = waits.silent(desk)
    assert (found.inquiry_id, found.paused, found.due_at) == (inquiry.id, True, None)
    with pytest.raises(Invalid) as stopped:
        waits.accept_silent(desk, receipt.id)
    assert [each.code for each in stopped.value.reasons] == ["case_paused"]
    case = case_life.resume(desk, case_of(inquiry).id)
    assert waits.silent(desk)[0].due_at == case.due_at
    assert waits.accept_silent(desk, receipt.id).kind is PaperKind.SL


def test_papers_of_a_case_without_a_limit_promise_no_day_at_the_end_of_time(desk: Desk, clock: Clock) -> None:
    draft = draft_of(Disposition.D3, matter="JW-03", papers=LEFT)
    inquiry = inquiries.record(desk, draft).inquiry
    with desk.work(Action.RECORD) as work:
        without = replace(case_of(inquiry), no_limit_reason="等上级", due_at=cases.rules.NEVER)
        work.log(work.change(without))
    receipt = letters.issue(desk, receipt_of(inquiry))
    clock.advance(days=14)
    assert [each.due_at for each in waits.silent(desk)] == [None]
    with pytest.raises(Invalid) as endless:
        waits.accept_silent(desk, receipt.id)
    assert [each.code for each in endless.value.reasons] == ["no_limit_yet"]


def test_a_clock_that_stands_for_papers_which_never_came_is_among_the_waits_that_are_over(
    desk: Desk, ben_desk: Desk, clock: Clock
) -> None:
    inquiry = inquiries.record(ben_desk, draft_of(Disposition.D3, matter="JW-03", papers=LEFT)).inquiry
    case_life.pause(desk, case_of(inquiry).id, stop(until=date(2026, 11, 30), cause=PauseCause.SUPPLEMENT))
    reviewed = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    case_life.pause(desk, case_of(reviewed).id, stop(until=date(2026, 11, 30)))
    clock.now = local("2026-11-30 23:59")
    assert waits.lapsed(desk) == ()
    clock.advance(minutes=1)
    (found,) = waits.lapsed(desk)
    assert (found.inquiry_id, found.paused, found.mine) == (inquiry.id, True, True)
    assert [each.mine for each in waits.lapsed(ben_desk)] == [False]
    assert case_ends.lapse(desk, found.id).outcome is CaseOutcome.LAPSED
    assert waits.lapsed(desk) == ()
