"""A case under way: opened with a limit, stopped and started, given to a person."""

from datetime import date

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.case_acts import CaseAct
from reception.rules.case_life import LimitBasis, PauseCause, StartEvent
from reception.rules.cases import CaseStatus, Light, light
from reception.rules.catalogue import Category
from reception.rules.inquiries import Channel, Disposition, VoidReason
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind
from reception.services import case_files, case_life, cases, corrections, inquiries, letters
from reception.services.case_life import PauseDraft
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import BEN, Clock
from tests.drafts import draft_of
from tests.services.case_acts import at, codes, due, now, opened, stop


def limit(unit: LimitUnit, n: int) -> Limit:
    return Limit(unit=unit, n=n)


def test_a_case_opens_with_category_basis_and_start(desk: Desk):
    case = opened(desk)
    assert (case.category, case.limit_basis, case.start_event) == (
        Category.ROUTINE,
        LimitBasis.CATALOGUE,
        StartEvent.PAPERS_COMPLETE,
    )
    assert opened(desk, channel=Channel.PHONE).start_event is StartEvent.REGISTERED
    assert opened(desk, matter="XB-04").start_event is StartEvent.REGISTERED
    assert opened(desk, Disposition.D9).limit_basis is LimitBasis.RULE
    assert opened(desk, Disposition.D4).start_event is StartEvent.TOLD


def test_an_own_word_may_be_shorter_than_the_promise_and_never_longer(desk: Desk):
    shorter = opened(desk, limit=limit(LimitUnit.WD, 2))
    assert (shorter.limit.n, shorter.limit_basis) == (2, LimitBasis.OWN_PROMISE)
    assert due(desk, shorter) == "2026-11-26 17:30"
    assert opened(desk, limit=limit(LimitUnit.WD, 5)).limit.n == 5
    with pytest.raises(Invalid) as refused:
        opened(desk, limit=limit(LimitUnit.WD, 6))
    assert codes(refused) == [("limit", "longer_than_promise")]


def test_a_reason_for_no_limit_is_refused_where_one_is_known(desk: Desk):
    with pytest.raises(Invalid) as refused:
        opened(desk, no_limit_reason="等上级通知")
    assert codes(refused) == [("no_limit_reason", "limit_is_given")]


def test_a_limit_without_a_case_is_refused(desk: Desk):
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, draft_of(Disposition.D1, limit=limit(LimitUnit.WD, 2)))
    assert codes(refused) == [("limit", "limit_without_case")]


def test_three_working_days_of_a_stop_move_the_date_by_three(desk: Desk, clock: Clock):
    case = opened(desk)
    assert due(desk, case) == "2026-12-01 17:30"
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-27 09:00")
    resumed = case_life.resume(desk, case.id)
    assert due(desk, case) == "2026-12-04 17:30"
    assert resumed.status is CaseStatus.OPEN
    assert f"{desk.calendar.local(resumed.first_due_at or clock()):%m-%d %H:%M}" == "12-01 17:30"


def test_a_stop_over_a_festival_and_a_make_up_day_moves_by_the_working_days_in_it(desk: Desk, clock: Clock):
    at(clock, desk, "2026-09-23 10:00")
    case = opened(desk)
    before = case.due_at
    case_life.pause(desk, case.id, stop(date(2026, 10, 12)))
    at(clock, desk, "2026-10-10 09:00")
    after = case_life.resume(desk, case.id).due_at
    calendar = desk.calendar
    taken_out = calendar.working_days_between(date(2026, 9, 23), date(2026, 10, 10))
    later = calendar.working_days_between(calendar.local(before).date(), calendar.local(after).date())
    assert later == taken_out > 0


def test_a_stop_overnight_before_opening_takes_out_one_day_and_none_within_a_day(desk: Desk, clock: Clock):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-24 17:00")
    case_life.resume(desk, case.id)
    assert due(desk, case) == "2026-12-01 17:30"
    assert now(desk, case).first_due_at is None


def test_the_applicant_is_told_of_each_stop_and_of_its_end(desk: Desk, clock: Clock):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    (told,) = letters.of_inquiry(desk, case.inquiry_id)
    assert told.kind is PaperKind.ZT
    assert "等待专家评审" in told.text.statement[0]
    assert "5个工作日" in told.text.statement[0]
    assert "5 working days" in told.text_en.statement[0]
    (pause,) = case_files.by_id(desk, case.id).pauses
    assert pause.letter_id == told.id
    clock.advance(days=2)
    case_life.resume(desk, case.id)
    assert [each.kind for each in letters.of_inquiry(desk, case.inquiry_id)] == [PaperKind.ZT, PaperKind.HF]


def test_a_stop_needs_cause_reason_ground_and_a_planned_end_after_today(desk: Desk):
    case = opened(desk)
    with pytest.raises(Invalid) as refused:
        case_life.pause(desk, case.id, PauseDraft())
    assert codes(refused) == [(name, "required") for name in ("cause", "reason", "ground", "planned_on")]
    for until, code in ((date(2026, 11, 24), "planned_past"), (date(2027, 11, 26), "planned_too_far")):
        with pytest.raises(Invalid) as refused:
            case_life.pause(desk, case.id, stop(until))
        assert codes(refused) == [("planned_on", code)]
    assert now(desk, case).status is CaseStatus.OPEN
    assert letters.of_inquiry(desk, case.inquiry_id) == ()


def test_a_clock_that_stands_cannot_be_stopped_again(desk: Desk):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    with pytest.raises(Invalid) as refused:
        case_life.pause(desk, case.id, stop())
    assert codes(refused) == [("case_no", "case_paused")]


def test_a_stop_on_the_last_day_or_after_it_is_refused(desk: Desk, clock: Clock):
    case = opened(desk)
    at(clock, desk, "2026-12-01 08:30")
    with pytest.raises(Invalid) as refused:
        case_life.pause(desk, case.id, stop(date(2026, 12, 10)))
    assert codes(refused) == [("case_no", "pause_useless")]
    at(clock, desk, "2026-12-01 17:31")
    with pytest.raises(Invalid) as refused:
        case_life.pause(desk, case.id, stop(date(2026, 12, 10)))
    assert codes(refused) == [("due_at", "limit_over")]


def test_what_waits_for_papers_has_no_clock_to_stop(desk: Desk):
    with pytest.raises(Invalid) as refused:
        case_life.pause(desk, opened(desk, Disposition.D4).id, stop())
    assert codes(refused) == [("case_no", "case_awaits")]


def test_while_the_clock_stands_nothing_is_due_and_the_light_is_grey_until_the_planned_day(desk: Desk, clock: Clock):
    case = opened(desk)
    stopped = case_life.pause(desk, case.id, stop(date(2026, 12, 3)))
    assert stopped.owed_until is None
    lights = []
    for moment in ("2026-12-02 10:00", "2026-12-03 23:59", "2026-12-04 00:00"):
        at(clock, desk, moment)
        (item,) = cases.due_list(desk)
        lights.append(light(item, clock(), desk.calendar))
    assert lights == [Light.PAUSED, Light.PAUSED, Light.OVERDUE]
    assert (item.paused, item.resumes_on) == (PauseCause.EXPERT_REVIEW, date(2026, 12, 3))


def test_a_stranger_stops_no_clock_and_the_section_head_does(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    case = opened(desk)
    assert case_files.by_id(ben_desk, case.id).acts == ()
    with pytest.raises(NotAllowed) as refused:
        case_life.pause(ben_desk, case.id, stop())
    assert refused.value.code == "not_the_handler"
    assert case_life.pause(cara_desk, case.id, stop()).status is CaseStatus.SUSPENDED


def test_a_case_is_given_to_a_person_who_then_handles_it(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    case = opened(desk)
    with pytest.raises(NotAllowed):
        case_life.assign(desk, case.id, ben_desk.account.id)
    case_life.assign(cara_desk, case.id, ben_desk.account.id, "安手上件多")
    assert CaseAct.PAUSE in case_files.by_id(ben_desk, case.id).acts
    (item,) = cases.due_list(ben_desk)
    assert (item.person, item.mine) == (BEN, True)
    with pytest.raises(Invalid) as refused:
        case_life.assign(cara_desk, case.id, ben_desk.account.id)
    assert codes(refused) == [("assigned_id", "nothing_to_change")]
    case_life.assign(cara_desk, case.id, None)
    assert case_files.by_id(ben_desk, case.id).acts == ()


def test_nobody_without_the_right_is_given_a_complaint(desk: Desk, ben_desk: Desk, dan_desk: Desk):
    case = opened(desk, Disposition.D10)
    with pytest.raises(Invalid) as refused:
        case_life.assign(dan_desk, case.id, ben_desk.account.id)
    assert codes(refused) == [("assigned_id", "cannot_handle")]


def test_no_letter_of_a_complaint_is_written_so_its_clock_does_not_stop(desk: Desk, dan_desk: Desk, cara_desk: Desk):
    case = opened(desk, Disposition.D10)
    assert case_files.by_id(dan_desk, case.id).acts == (CaseAct.CLOSE, CaseAct.WITHDRAW, CaseAct.ASSIGN)
    with pytest.raises(NotAllowed) as refused:
        case_files.by_id(cara_desk, case.id)
    assert refused.value.code == "restricted"


def test_a_void_record_takes_its_stop_with_it_and_the_data_stay_whole(desk: Desk, store: Store):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    corrections.void(desk, case.inquiry_id, VoidReason.MISTAKE, "选错事项")
    view = case_files.by_id(desk, case.id)
    assert view.case.status is CaseStatus.VOID
    assert view.pauses[0].to_at is not None
    assert view.acts == ()
    assert check_folder(store.folder).damage == ()
