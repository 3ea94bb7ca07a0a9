"""The end of a case: only with result and telling; refused, lapsed, withdrawn; begun again; many at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.case_acts import CaseAct
from reception.rules.case_due import on_time
from reception.rules.case_life import CaseOutcome, PauseCause, RequestState
from reception.rules.cases import CaseStatus, Light, light
from reception.rules.inquiries import Channel, Disposition, Inquiry, ReplyPref, Status
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind
from reception.rules.visitors import REFUSED
from reception.services import (
    case_bulk,
    case_ends,
    case_files,
    case_life,
    case_requests,
    cases,
    letters,
    posts,
    referrals,
    register,
    staff,
)
from reception.services.case_ends import Closing, Refusal
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store
from reception.words import Language
from reception.words.history import history_line
from tests.cast import BEN, Clock
from tests.services.case_acts import TOLD, YES, at, codes, due, now, opened, stop

NO = Refusal(
    reason="成绩未达到要求",
    basis="《学籍管理规定》",
    clause="第八条",
    remedy="可在十日内申诉",
    told_mode=ReplyPref.PHONE,
)


def status_of(desk: Desk, inquiry_id: int) -> Status:
    with desk.reading():
        return records.get(Inquiry, inquiry_id).status


def test_a_case_closes_with_result_and_telling_and_its_record_with_it(desk: Desk, clock: Clock):
    case = opened(desk)
    clock.advance(hours=2)
    closed = case_ends.close(desk, case.id, replace(TOLD, told_at=clock() - timedelta(minutes=30)))
    assert (closed.status, closed.outcome, closed.closed_at, closed.closed_by) == (
        CaseStatus.CLOSED,
        CaseOutcome.DONE,
        clock(),
        "安",
    )
    assert (closed.told_mode, closed.told_by) == (ReplyPref.PHONE, "安")
    assert closed.told_at == clock() - timedelta(minutes=30)
    assert status_of(desk, case.inquiry_id) is Status.CLOSED
    assert cases.due_list(desk) == ()


def test_neither_result_nor_telling_may_lack(desk: Desk, clock: Clock):
    case = opened(desk)
    with pytest.raises(Invalid) as refused:
        case_ends.close(desk, case.id, Closing())
    assert codes(refused) == [("result", "required"), ("told_mode", "visitor_untold")]
    wrong = {
        clock() + timedelta(seconds=1): "in_the_future",
        case.started_at - timedelta(minutes=1): "told_before_start",
    }
    for moment, code in wrong.items():
        with pytest.raises(Invalid) as refused:
            case_ends.close(desk, case.id, replace(TOLD, told_at=moment))
        assert codes(refused) == [("told_at", code)]
    assert now(desk, case).status is CaseStatus.OPEN


def test_who_left_nothing_to_reach_him_by_is_owed_no_telling(desk: Desk):
    case = opened(desk, channel=Channel.PHONE, person_name=REFUSED, phone=REFUSED)
    closed = case_ends.close(desk, case.id, Closing(result="已办妥"))
    assert (closed.told_at, closed.outcome) == (None, CaseOutcome.DONE)


def test_the_notice_of_completion_is_written_when_it_is_wanted(desk: Desk):
    plain, wanted = opened(desk), opened(desk, Disposition.D9)
    case_ends.close(desk, plain.id, TOLD)
    case_ends.close(desk, wanted.id, replace(TOLD, letter=True))
    assert letters.of_inquiry(desk, plain.inquiry_id) == ()
    (letter,) = letters.of_inquiry(desk, wanted.inquiry_id)
    assert letter.kind is PaperKind.BJ
    assert "学生证已补办" in letter.text.statement[0]


@pytest.mark.parametrize(
    ("told", "in_time"), [("2026-12-01 17:29:59", True), ("2026-12-01 17:30:00", True), ("2026-12-01 17:30:01", False)]
)
def test_the_due_second_itself_is_in_time(desk: Desk, clock: Clock, told: str, in_time: bool):
    case = opened(desk)
    at(clock, desk, told)
    assert on_time(case_ends.close(desk, case.id, TOLD)) is in_time


def test_closing_while_the_clock_stands_ends_the_stop_and_counts_it(desk: Desk, clock: Clock):
    case = opened(desk)
    case_life.pause(desk, case.id, stop(date(2026, 12, 10)))
    at(clock, desk, "2026-12-03 10:00")
    closed = case_ends.close(desk, case.id, TOLD)
    assert on_time(closed)
    assert due(desk, case) == "2026-12-10 17:30"
    assert case_files.by_id(desk, case.id).pauses[0].to_at == clock()


def test_a_request_that_is_open_ends_with_the_case(desk: Desk):
    case = opened(desk)
    case_requests.extend(desk, case.id, 2, "等盖章")
    case_ends.close(desk, case.id, TOLD)
    assert case_files.by_id(desk, case.id).extensions[0].state is RequestState.WITHDRAWN


def test_what_nobody_acknowledged_cannot_be_closed(desk: Desk, ben_desk: Desk):
    post = next(each for each in posts.posts(desk) if each.code == "JW-06")
    posts.staff_post(desk, post.id, staff.account_named(desk, BEN).id, None)
    case = opened(desk, Disposition.D6)
    with pytest.raises(Invalid) as refused:
        case_ends.close(ben_desk, case.id, TOLD)
    assert codes(refused) == [("case_no", "transfer_pending")]
    sent = referrals.of(ben_desk, case.inquiry_id)
    assert sent is not None
    referrals.acknowledge(ben_desk, sent.newest.id)
    assert case_ends.close(ben_desk, case.id, TOLD).closed_by == BEN


def test_a_refusal_needs_its_rule_and_writes_notice_and_report(desk: Desk):
    case = opened(desk)
    with pytest.raises(Invalid) as refused:
        case_ends.refuse(desk, case.id, Refusal(told_mode=ReplyPref.PHONE))
    assert codes(refused) == [("reason", "required"), ("basis", "required"), ("clause", "required")]
    assert letters.of_inquiry(desk, case.inquiry_id) == ()
    ended = case_ends.refuse(desk, case.id, NO)
    assert (ended.outcome, ended.ground, ended.result) == (CaseOutcome.REFUSED, NO.basis, NO.reason)
    assert [each.kind for each in letters.of_inquiry(desk, case.inquiry_id)] == [PaperKind.BB, PaperKind.BBR]


def test_papers_that_never_came_let_a_case_lapse_after_the_last_moment(desk: Desk, clock: Clock):
    case = opened(desk, Disposition.D4)
    clock.now = case.due_at
    with pytest.raises(Invalid) as refused:
        case_ends.lapse(desk, case.id)
    assert codes(refused) == [("case_no", "not_lapsed")]
    clock.advance(seconds=1)
    assert CaseAct.LAPSE in case_files.by_id(desk, case.id).acts
    assert case_ends.lapse(desk, case.id).outcome is CaseOutcome.LAPSED
    assert status_of(desk, case.inquiry_id) is Status.CLOSED


def test_an_accepted_case_lapses_when_its_papers_do_not_come_by_the_planned_day(desk: Desk, clock: Clock):
    case, other = opened(desk), opened(desk)
    case_life.pause(desk, case.id, stop(date(2026, 11, 30), PauseCause.SUPPLEMENT))
    case_life.pause(desk, other.id, stop(date(2026, 11, 30), PauseCause.HEARING))
    at(clock, desk, "2026-11-30 17:00")
    with pytest.raises(Invalid):
        case_ends.lapse(desk, case.id)
    at(clock, desk, "2026-12-01 08:00")
    assert case_ends.lapse(desk, case.id).outcome is CaseOutcome.LAPSED
    with pytest.raises(Invalid) as refused:
        case_ends.lapse(desk, other.id)
    assert codes(refused) == [("case_no", "not_lapsed")]


def test_an_applicant_takes_back_what_he_asked_for_even_while_papers_are_awaited(desk: Desk):
    case = opened(desk, Disposition.D4)
    with pytest.raises(Invalid) as refused:
        case_ends.withdraw(desk, case.id, "  ")
    assert codes(refused) == [("reason", "required")]
    ended = case_ends.withdraw(desk, case.id, "本人不再办理")
    assert (ended.outcome, on_time(ended)) == (CaseOutcome.WITHDRAWN, None)


def test_a_closed_case_begins_again_with_a_limit_of_its_own_and_raises_no_alarm(
    desk: Desk, cara_desk: Desk, clock: Clock
):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-26 09:00")
    case_life.resume(desk, case.id)
    case_ends.close(desk, case.id, TOLD)
    at(clock, desk, "2027-01-11 09:00")
    with pytest.raises(NotAllowed):
        case_ends.reopen(desk, case.id, Limit(unit=LimitUnit.WD, n=3), "来访人不满意")
    with pytest.raises(Invalid) as refused:
        case_ends.reopen(cara_desk, case.id, None, "")
    assert codes(refused) == [("limit", "required"), ("reason", "required")]
    with pytest.raises(Invalid) as refused:
        case_ends.reopen(cara_desk, case.id, Limit(unit=LimitUnit.WD, n=6), "来访人不满意")
    assert codes(refused) == [("limit", "longer_than_promise")]
    begun = case_ends.reopen(cara_desk, case.id, Limit(unit=LimitUnit.WD, n=3), "来访人不满意")
    assert due(desk, case) == "2027-01-14 17:30"
    assert (begun.outcome, begun.told_at, begun.result, begun.reopened_at) == (None, None, "", clock())
    assert status_of(desk, case.inquiry_id) is Status.IN_PROGRESS
    (item,) = cases.due_list(desk)
    assert light(item, clock(), desk.calendar) is Light.NORMAL
    case_life.pause(desk, case.id, stop(date(2027, 1, 20)))
    at(clock, desk, "2027-01-12 09:00")
    case_life.resume(desk, case.id)
    assert due(desk, case) == "2027-01-15 17:30"
    assert f"{desk.calendar.local(now(desk, case).first_due_at or clock()):%m-%d}" == "12-01"


def test_what_lapsed_is_not_reopened_but_applied_for_again(desk: Desk, cara_desk: Desk, clock: Clock):
    case = opened(desk, Disposition.D4)
    clock.now = case.due_at + timedelta(seconds=1)
    case_ends.lapse(desk, case.id)
    with pytest.raises(Invalid) as refused:
        case_ends.reopen(cara_desk, case.id, Limit(unit=LimitUnit.WD, n=3), "补来了")
    assert codes(refused) == [("case_no", "not_reopened")]


def test_a_complaint_is_closed_by_its_desk_and_by_nobody_else(desk: Desk, ben_desk: Desk, dan_desk: Desk):
    case = opened(desk, Disposition.D10)
    for other in (desk, ben_desk):
        with pytest.raises(NotAllowed):
            case_ends.close(other, case.id, TOLD)
    assert case_ends.close(dan_desk, case.id, replace(TOLD, letter=True)).outcome is CaseOutcome.DONE
    assert letters.of_inquiry(dan_desk, case.inquiry_id) == ()


def test_many_at_once_are_answered_one_by_one_by_the_same_rules(desk: Desk, ben_desk: Desk, store: Store):
    mine, stopped, foreign = opened(desk), opened(desk), opened(desk, Disposition.D10)
    case_life.pause(desk, stopped.id, stop())
    ids = [mine.id, stopped.id, foreign.id, 4711, mine.id]
    done = case_bulk.each(desk, ids, lambda one, case_id: case_life.pause(one, case_id, stop()))
    assert [(each.of, each.error.code if each.error else "") for each in done] == [
        (mine.id, ""),
        (stopped.id, "invalid"),
        (foreign.id, "restricted"),
        (4711, "not_found"),
    ]
    assert [each.status for each in (now(desk, mine), now(desk, stopped))] == [CaseStatus.SUSPENDED] * 2
    refused = case_bulk.each(ben_desk, [mine.id], case_life.resume)
    assert refused[0].error is not None
    assert refused[0].error.code == "not_the_handler"
    assert check_folder(store.folder).damage == ()


def test_the_history_says_all_of_it_in_words(desk: Desk, cara_desk: Desk, clock: Clock):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-26 09:00")
    case_life.resume(desk, case.id)
    case_requests.extend(desk, case.id, 2, "等林晓舟补签")
    case_requests.settle(cara_desk, case.id, YES)
    case_ends.close(desk, case.id, TOLD)
    clock.advance(days=1)
    view = register.show(desk, case.inquiry_id)
    said = [history_line(entry, desk.calendar, Language.ZH) for entry in view.history]
    whats = [line.what for line in said]
    assert "中止计时：专家评审，预计 2026年11月30日 恢复；理由：等待专家评审" in whats
    assert "恢复计时" in whats
    assert "申请延期 2 个工作日；理由：等林*舟补签" in whats
    assert "凯 批准延期，新期限 2026-12-07 17:30" in whats
    assert "办结并已告知来访人" in whats
    closing = next(line for line in said if line.what == "办结并已告知来访人")
    assert "告知方式：电话" in closing.details
    english = [history_line(entry, desk.calendar, Language.EN).what for entry in view.history if entry.kind == "Case"]
    assert english[1:] == [
        "the clock stopped",
        "the clock runs again",
        "the limit follows the answer",
        "closed, and the visitor was told",
    ]


def test_a_masked_record_masks_what_was_written_at_its_end(desk: Desk, ben_desk: Desk):
    case = opened(desk)
    case_ends.close(desk, case.id, replace(TOLD, result="林晓舟已领取"))
    assert register.show(ben_desk, case.inquiry_id).cases[0].result == "林*舟已领取"
    assert case_files.by_id(ben_desk, case.id).case.result == "林*舟已领取"
    assert case_files.by_id(desk, case.id).case.result == "林晓舟已领取"
