"""A case under way: opened with a limit, stopped and started, given to a person."""

from dataclasses import replace
from datetime import date

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.case_acts import CaseAct
from reception.rules.case_due import Timing
from reception.rules.case_life import LimitBasis, PauseCause, StartEvent
from reception.rules.cases import CaseStatus, Light, light
from reception.rules.catalogue import Category, Matter
from reception.rules.inquiries import Channel, Disposition, VoidReason
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.services import (
    case_ends,
    case_files,
    case_life,
    case_requests,
    cases,
    corrections,
    due_explained,
    inquiries,
    letters,
    posts,
    referrals,
)
from reception.services.case_life import PauseDraft
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store.database import Store
from reception.words import Language
from reception.words.due_reasons import due_sentences
from tests.cast import BEN, CARA, Clock
from tests.drafts import draft_of
from tests.services.case_acts import TOLD, YES, at, codes, due, now, opened, stop


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


@pytest.fixture
def unlimited(desk: Desk) -> None:
    """Let the catalogue promise nothing for one matter."""
    with desk.work(Action.EDIT_CATALOGUE) as work:
        matter = work.find(Matter, code="JW-03")
        assert matter is not None
        work.log(work.change(replace(matter, limit=None)))


@pytest.mark.usefixtures("unlimited")
def test_a_case_without_a_limit_says_why_is_never_late_and_gets_one_later(desk: Desk, clock: Clock, store: Store):
    with pytest.raises(Invalid) as refused:
        opened(desk)
    assert codes(refused) == [("limit", "limit_needed")]
    case = opened(desk, no_limit_reason="等学校统一部署")
    plain = opened(desk, limit=limit(LimitUnit.WD, 3))
    assert (case.owed_until, plain.limit_basis) == (None, LimitBasis.OWN_PROMISE)
    assert case_files.by_id(desk, case.id).acts == (
        CaseAct.CLOSE,
        CaseAct.PROMISE,
        CaseAct.REFUSE,
        CaseAct.WITHDRAW,
    )
    assert [item.case_id for item in cases.due_list(desk)] == [plain.id, case.id]
    clock.advance(days=300)
    assert light(cases.due_list(desk)[1], clock(), desk.calendar) is Light.NORMAL
    (why,) = due_explained.explain(desk, case.inquiry_id)
    assert due_sentences(why, desk.calendar, Language.ZH) == ("无时限：等学校统一部署",)
    with pytest.raises(Invalid) as refused:
        case_life.promise(desk, case.id, limit(LimitUnit.WD, 0))
    assert codes(refused) == [("limit", "limit_too_small")]
    promised = case_life.promise(desk, case.id, limit(LimitUnit.WD, 2))
    assert (promised.no_limit_reason, promised.first_due_at, promised.started_at) == ("", None, clock())
    with pytest.raises(Invalid) as refused:
        case_life.promise(desk, plain.id, limit(LimitUnit.WD, 2))
    assert codes(refused) == [("limit", "limit_is_given")]
    opened(desk, no_limit_reason="等林晓舟的学院")
    clock.advance(days=1)
    assert cases.due_list(desk)[-1].no_limit_reason == "等林*舟的学院"
    assert check_folder(store.folder).damage == ()


def test_a_stop_without_its_case_or_its_state_is_damage(desk: Desk, store: Store):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    store.database.execute_sql("update matter_case set status = 'open' where id = ?", (case.id,))
    store.database.execute_sql("update pause set case_id = 99")
    found = {reason.code for reason in check_folder(store.folder).damage}
    assert {"belonging_lost", "row_differs"} <= found
    store.database.execute_sql("update pause set case_id = ?", (case.id,))
    assert "pause_and_status" in {reason.code for reason in check_folder(store.folder).damage}


def test_a_transfer_takes_a_stopped_case_along_and_off_the_person_it_was_given_to(
    desk: Desk, ben_desk: Desk, cara_desk: Desk
):
    post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    posts.staff_post(desk, post.id, ben_desk.account.id, None)
    case = opened(desk, Disposition.D6)
    sent = referrals.of(desk, case.inquiry_id)
    assert sent is not None
    referrals.acknowledge(desk, sent.newest.id)
    case_life.assign(cara_desk, case.id, cara_desk.account.id)
    with pytest.raises(NotAllowed) as refused:
        case_life.pause(desk, case.id, stop())
    assert refused.value.values == {"officer": CARA}
    case_life.pause(cara_desk, case.id, stop())
    referrals.pass_on(desk, sent.newest.id, "JW-03", "属学籍岗")
    moved = now(desk, case)
    assert (moved.post_code, moved.officer, moved.assigned_id) == ("JW-03", BEN, None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2026-12-02 17:30:00", Timing.ORIGINAL),
        ("2026-12-03 09:00:00", Timing.EXTENDED),
        ("2026-12-05 09:00:00", Timing.LATE),
    ],
)
def test_a_closed_case_tells_how_it_kept_its_time_stops_honoured(
    desk: Desk, cara_desk: Desk, clock: Clock, told: str, expected: Timing
):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-25 09:00")
    case_life.resume(desk, case.id)
    case_requests.extend(desk, case.id, 2, "等盖章")
    case_requests.settle(cara_desk, case.id, YES)
    at(clock, desk, told)
    closed = case_ends.close(desk, case.id, TOLD)
    with desk.reading():
        assert case_files.timing_of(desk, closed) is expected


def test_a_same_day_matter_is_neither_stopped_on_its_day_nor_due_while_it_stands(desk: Desk, clock: Clock):
    same_day = limit(LimitUnit.SAME_DAY, 0)
    with pytest.raises(Invalid) as refused:
        case_life.pause(desk, opened(desk, limit=same_day).id, stop())
    assert codes(refused) == [("case_no", "pause_useless")]
    at(clock, desk, "2026-11-28 10:00")  # a Saturday: due on Monday
    case = opened(desk, limit=same_day)
    case_life.pause(desk, case.id, stop(until=date(2026, 12, 2)))
    for moment in ("2026-11-30 10:00", "2026-11-30 17:31", "2026-12-02 09:00"):
        at(clock, desk, moment)
        (line,) = (each for each in cases.due_list(desk) if each.case_id == case.id)
        assert light(line, clock(), desk.calendar) is Light.PAUSED
    case_life.resume(desk, case.id)
    assert due(desk, case) == "2026-12-03 17:30"
    (line,) = (each for each in cases.due_list(desk) if each.case_id == case.id)
    assert light(line, clock(), desk.calendar) is Light.WARNING


def test_a_last_day_that_rests_says_by_which_rule_it_moved_and_which_day_to_aim_at(desk: Desk):
    case = opened(desk, limit=limit(LimitUnit.CD, 4))
    (why,) = due_explained.explain(desk, case.inquiry_id)
    assert due(desk, case) == "2026-11-30 17:30"
    chinese = due_sentences(why, desk.calendar, Language.ZH)
    assert "末日 11月28日 休息，按“末日逢休息日顺延”至 11月30日；工作目标 11月27日 星期五" in chinese
    (english,) = (each for each in due_sentences(why, desk.calendar, Language.EN) if "aim at" in each)
    assert english.isascii()
    (plain,) = due_explained.explain(desk, opened(desk, limit=limit(LimitUnit.CD, 3)).inquiry_id)
    assert not any("工作目标" in each for each in due_sentences(plain, desk.calendar, Language.ZH))


def test_an_own_word_that_outlasts_the_law_over_a_holiday_is_refused(desk: Desk, clock: Clock):
    with desk.work(Action.EDIT_CATALOGUE) as work:
        matter = work.find(Matter, code="JW-03")
        assert matter is not None
        work.log(work.change(replace(matter, limit=None, statutory_limit=limit(LimitUnit.CD, 8), statutory_text="8天")))
    at(clock, desk, "2026-02-12T09:00")
    with pytest.raises(Invalid) as refused:
        opened(desk, limit=limit(LimitUnit.WD, 5))
    assert codes(refused) == [("limit", "longer_than_statute")]
    assert due(desk, opened(desk, limit=limit(LimitUnit.WD, 2))) == "2026-02-14 17:30"
