"""Extensions and a petition's longer limit: asked before expiry, granted by somebody else, told to the applicant."""

from dataclasses import replace

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.case_acts import CaseAct
from reception.rules.case_life import RequestState
from reception.rules.cases import Case
from reception.rules.catalogue import Matter
from reception.rules.inquiries import ReplyPref
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind
from reception.rules.staff import Action, Role
from reception.services import case_files, case_life, case_requests, due_explained, letters, staff
from reception.services.case_requests import Answer
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store
from tests.cast import ANN, CARA, DAN, Clock, desk_of
from tests.services.case_acts import YES, at, codes, due, now, opened, stop


@pytest.fixture
def head(store: Store, clock: Clock, desk: Desk) -> Desk:
    """Give the desk of 丹, made unit head."""
    staff.change_account(desk, replace(staff.account_named(desk, DAN), roles=(Role.UNIT_HEAD,)))
    return desk_of(store, DAN, clock)


def statute(desk: Desk, matter: str, limit: Limit) -> None:
    """Let the law set a limit to a matter."""
    with desk.work(Action.EDIT_CATALOGUE) as work:
        stored = work.find(Matter, code=matter)
        assert stored is not None
        work.log(work.change(replace(stored, statutory_limit=limit, statutory_text=f"{limit.n} working days")))


def granted(desk: Desk, by: Desk, case: Case, days: int, **answer: str) -> Case:
    case_requests.extend(desk, case.id, days, "等待外单位盖章")
    return case_requests.settle(by, case.id, Answer(granted=True, **answer))


def test_an_extension_counts_from_the_last_day_and_keeps_the_first(desk: Desk, cara_desk: Desk):
    case = opened(desk)
    changed = granted(desk, cara_desk, case, 3)
    assert due(desk, case) == "2026-12-04 17:30"
    assert f"{desk.calendar.local(changed.first_due_at or changed.due_at):%m-%d}" == "12-01"
    (letter,) = letters.of_inquiry(desk, case.inquiry_id)
    assert letter.kind is PaperKind.YQ
    assert "经凯批准，您的事项延长3个工作日，新的办结日期为2026年12月4日" in letter.text.statement[0]
    (extension,) = case_files.by_id(desk, case.id).extensions
    assert (extension.state, extension.approver, extension.letter_id) == (RequestState.APPROVED, CARA, letter.id)
    assert (extension.due_before, extension.due_after) == (case.due_at, changed.due_at)


def test_asking_moves_nothing_and_a_no_with_its_reason_neither(desk: Desk, cara_desk: Desk):
    case = opened(desk)
    case_requests.extend(desk, case.id, 3, "等待外单位盖章")
    assert now(desk, case).due_at == case.due_at
    with pytest.raises(Invalid) as refused:
        case_requests.settle(cara_desk, case.id, Answer(granted=False))
    assert codes(refused) == [("note", "required")]
    case_requests.settle(cara_desk, case.id, Answer(granted=False, note="可以按期办结"))
    view = case_files.by_id(desk, case.id)
    assert (view.case.due_at, view.case.first_due_at) == (case.due_at, None)
    assert view.extensions[0].state is RequestState.REJECTED
    assert letters.of_inquiry(desk, case.inquiry_id) == ()


def test_the_last_second_is_early_enough_to_ask_and_to_grant_and_the_next_is_too_late(
    desk: Desk, cara_desk: Desk, clock: Clock
):
    first, second, third = opened(desk), opened(desk), opened(desk)
    case_requests.extend(desk, third.id, 1, "等盖章")
    at(clock, desk, "2026-12-01 17:30:00")
    granted(desk, cara_desk, first, 2)
    assert due(desk, first) == "2026-12-03 17:30"
    at(clock, desk, "2026-12-01 17:30:01")
    with pytest.raises(Invalid) as refused:
        case_requests.extend(desk, second.id, 2, "等盖章")
    assert codes(refused) == [("due_at", "limit_over")]
    with pytest.raises(Invalid) as refused:
        case_requests.settle(cara_desk, third.id, YES)
    assert codes(refused) == [("due_at", "limit_over")]
    case_requests.settle(cara_desk, third.id, Answer(granted=False, note="已过期"))


def test_nobody_grants_what_he_asked_for(desk: Desk, cara_desk: Desk):
    case = opened(desk)
    case_requests.extend(cara_desk, case.id, 3, "等盖章")
    with pytest.raises(NotAllowed) as refused:
        case_requests.settle(cara_desk, case.id, YES)
    assert refused.value.code == "approver_is_applicant"
    assert CaseAct.SETTLE not in case_files.by_id(cara_desk, case.id).acts
    with pytest.raises(NotAllowed) as refused:
        case_requests.settle(desk, case.id, YES)
    assert refused.value.code == "not_allowed"


@pytest.mark.parametrize(("days", "section", "unit"), [(5, True, True), (6, False, True), (10, False, True)])
def test_heads_grant_up_to_their_days(desk: Desk, cara_desk: Desk, head: Desk, days: int, section: bool, unit: bool):
    for by, allowed in ((cara_desk, section), (head, unit)):
        case = opened(desk)
        case_requests.extend(desk, case.id, days, "等盖章")
        assert (CaseAct.SETTLE in case_files.by_id(by, case.id).acts) is allowed
        if allowed:
            assert case_requests.settle(by, case.id, YES).due_at > case.due_at
        else:
            with pytest.raises(NotAllowed) as refused:
                case_requests.settle(by, case.id, YES)
            assert refused.value.code == "needs_unit_head"


def test_more_than_ten_days_needs_the_leaders_decision(desk: Desk, head: Desk):
    case = opened(desk)
    case_requests.extend(desk, case.id, 11, "等上级批复")
    assert case_files.by_id(head, case.id).needs_leader
    with pytest.raises(Invalid) as refused:
        case_requests.settle(head, case.id, YES)
    assert codes(refused) == [("leader_decision", "leader_must_decide")]
    case_requests.settle(head, case.id, Answer(granted=True, leader_decision="分管校领导11月24日同意"))
    assert due(desk, case) == "2026-12-16 17:30"


def test_a_second_extension_needs_unit_head_and_leader_however_short(desk: Desk, cara_desk: Desk, head: Desk):
    case = opened(desk)
    granted(desk, cara_desk, case, 2)
    case_requests.extend(desk, case.id, 1, "再等一天")
    with pytest.raises(NotAllowed):
        case_requests.settle(cara_desk, case.id, YES)
    with pytest.raises(Invalid) as refused:
        case_requests.settle(head, case.id, YES)
    assert codes(refused) == [("leader_decision", "leader_must_decide")]
    case_requests.settle(head, case.id, Answer(granted=True, leader_decision="同意"))
    assert due(desk, case) == "2026-12-04 17:30"
    assert f"{desk.calendar.local(now(desk, case).first_due_at or case.due_at):%m-%d}" == "12-01"


def test_only_one_thing_is_asked_at_a_time_and_whoever_asked_takes_it_back(desk: Desk, cara_desk: Desk):
    case = opened(desk)
    case_requests.extend(desk, case.id, 3, "等盖章")
    with pytest.raises(Invalid) as refused:
        case_requests.extend(desk, case.id, 2, "等盖章")
    assert codes(refused) == [("case_no", "asked_already")]
    with pytest.raises(NotAllowed):
        case_requests.retract(cara_desk, case.id)
    case_requests.retract(desk, case.id)
    assert case_files.by_id(desk, case.id).extensions[0].state is RequestState.WITHDRAWN
    with pytest.raises(Invalid) as refused:
        case_requests.settle(cara_desk, case.id, YES)
    assert codes(refused) == [("case_no", "nothing_asked")]


@pytest.mark.parametrize("days", [None, 0, -1, 61])
def test_days_that_no_one_can_have_meant_are_refused(desk: Desk, days: int | None):
    with pytest.raises(Invalid) as refused:
        case_requests.extend(desk, opened(desk).id, days, "等盖章")
    assert codes(refused) == [("days", "out_of_range")]


def test_no_extension_passes_the_statute_not_even_with_a_stop_on_its_way(desk: Desk, head: Desk, clock: Clock):
    statute(desk, "JW-03", Limit(unit=LimitUnit.WD, n=8))
    case = opened(desk)
    with pytest.raises(Invalid) as refused:
        case_requests.extend(desk, case.id, 4, "等盖章")
    assert codes(refused) == [("days", "beyond_statute")]
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-26 09:00")
    case_life.resume(desk, case.id)
    granted(desk, head, case, 3)
    assert due(desk, case) == "2026-12-08 17:30"
    view = case_files.by_id(desk, case.id)
    assert view.statutory_due == desk.calendar.local(view.case.due_at)


def test_a_void_notice_lets_the_old_date_stand_again(desk: Desk, cara_desk: Desk, store: Store):
    case = opened(desk)
    granted(desk, cara_desk, case, 3)
    (letter,) = letters.of_inquiry(desk, case.inquiry_id)
    letters.void_letter(cara_desk, letter.id, "批错了件")
    assert now(desk, case).due_at == case.due_at
    assert check_folder(store.folder).damage == ()


def test_a_date_that_the_visitor_holds_in_print_becomes_earlier_by_the_unit_head_alone(
    desk: Desk, cara_desk: Desk, head: Desk
):
    case = opened(desk)
    longer = granted(desk, cara_desk, case, 3)
    (letter,) = letters.of_inquiry(desk, case.inquiry_id)
    letters.printed(desk, letter.id)
    with pytest.raises(NotAllowed) as refused:
        letters.void_letter(cara_desk, letter.id, "批错了件")
    assert refused.value.code == "earlier_than_printed"
    assert now(desk, case).due_at == longer.due_at
    letters.void_letter(head, letter.id, "批错了件")
    assert now(desk, case).due_at == case.due_at


def test_a_petition_turns_into_half_a_month_and_then_a_month_from_its_start(desk: Desk, head: Desk, clock: Clock):
    case = opened(desk, matter="XB-05", limit=Limit(unit=LimitUnit.SAME_DAY, n=0))
    assert due(desk, case) == "2026-11-24 17:30"
    told = Answer(granted=True, told_mode=ReplyPref.PHONE)
    case_requests.reclassify(desk, case.id, "需要调查")
    case_requests.settle(head, case.id, told)
    assert due(desk, case) == "2026-12-09 17:30"
    at(clock, desk, "2026-12-04 10:00")
    case_requests.reclassify(desk, case.id, "疑难复杂")
    case_requests.settle(head, case.id, told)
    assert due(desk, case) == "2026-12-24 17:30"
    view = case_files.by_id(desk, case.id)
    assert f"{desk.calendar.local(view.case.first_due_at or case.due_at):%m-%d}" == "11-24"
    assert [each.told_mode for each in view.changes] == [ReplyPref.PHONE] * 2
    with pytest.raises(Invalid) as refused:
        case_requests.reclassify(desk, case.id, "再长一点")
    assert codes(refused) == [("limit", "longest_petition")]


def test_a_month_is_the_unit_heads_word_and_the_visitor_is_told(desk: Desk, cara_desk: Desk, head: Desk):
    case = opened(desk, matter="XB-04")
    case_requests.reclassify(desk, case.id, "疑难复杂")
    with pytest.raises(NotAllowed) as refused:
        case_requests.settle(cara_desk, case.id, YES)
    assert refused.value.code == "needs_unit_head"
    with pytest.raises(Invalid) as invalid:
        case_requests.settle(head, case.id, YES)
    assert codes(invalid) == [("told_mode", "required")]


def test_stopped_days_are_honoured_when_the_limit_changes(desk: Desk, head: Desk, clock: Clock):
    case = opened(desk, matter="XB-04")
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-27 09:00")
    case_life.resume(desk, case.id)
    assert due(desk, case) == "2026-12-14 17:30"
    case_requests.reclassify(desk, case.id, "疑难复杂")
    case_requests.settle(head, case.id, Answer(granted=True, told_mode=ReplyPref.PHONE))
    assert due(desk, case) == "2026-12-28 17:30"


def test_only_petitions_are_reclassified(desk: Desk):
    with pytest.raises(Invalid) as refused:
        case_requests.reclassify(desk, opened(desk).id, "疑难")
    assert codes(refused) == [("limit", "not_a_petition")]


def test_why_a_date_names_stop_and_extension(desk: Desk, cara_desk: Desk, clock: Clock):
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-26 09:00")
    case_life.resume(desk, case.id)
    granted(desk, cara_desk, case, 2)
    (why,) = due_explained.explain(desk, case.inquiry_id)
    assert why.counted.due == why.promised
    assert [day.on.day for day in why.counted.days if day.reason == "suspended"] == [25, 26]
    assert [f"{leg.kind} {leg.limit.n} {leg.due:%m-%d}" for leg in why.legs] == ["limit 5 12-03", "extension 2 12-07"]
    assert why.first_due is not None
    assert f"{why.first_due:%m-%d %H:%M}" == "12-01 17:30"
    with desk.reading():
        assert records.get(Case, case.id).officer == ANN
