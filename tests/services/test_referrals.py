"""Transfers after they were sent: every guard against passing people on and on."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.cases import CaseStatus, DueItem, Light, Referral, ReferralStatus, ReturnReason, light
from reception.rules.inquiries import Disposition, Inquiry, Status, VoidReason
from reception.rules.referrals import AckMode, TransferAct
from reception.rules.staff import Role
from reception.services import absences, cases, corrections, inquiries, posts, referrals, register, staff
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store
from reception.words import Language
from reception.words.history import history_line
from tests.cast import ANN, BEN, CARA, DAN, Clock, desk_of
from tests.drafts import draft_of

NOT_OURS = ReturnReason.NOT_OUR_DUTY
POST, OTHER = "JW-06", "JW-03"


@pytest.fixture
def sent(desk: Desk, ben_desk: Desk) -> Inquiry:
    """Give a record that 安 passed on (D5b) to the post that 本 holds."""
    give(desk, POST, BEN)
    return inquiries.record(desk, draft_of(Disposition.D5B, to_post=POST)).inquiry


@pytest.fixture
def head(store: Store, clock: Clock, desk: Desk) -> Desk:
    """Give the desk of 丹, made unit head."""
    staff.change_account(desk, replace(staff.account_named(desk, DAN), roles=(Role.UNIT_HEAD,)))
    return desk_of(store, DAN, clock)


def give(desk: Desk, code: str, holder: str, stand_in: str | None = None) -> None:
    post = next(each for each in posts.posts(desk) if each.code == code)
    other = staff.account_named(desk, stand_in).id if stand_in else None
    posts.staff_post(desk, post.id, staff.account_named(desk, holder).id, other)


def newest(desk: Desk, inquiry: Inquiry) -> Referral:
    found = referrals.of(desk, inquiry.id)
    assert found is not None
    return found.newest


def acts(desk: Desk, inquiry: Inquiry) -> tuple[TransferAct, ...]:
    found = referrals.of(desk, inquiry.id)
    assert found is not None
    return found.acts


def status_of(desk: Desk, inquiry: Inquiry) -> Status:
    with desk.reading():
        return records.get(Inquiry, inquiry.id).status


def due(desk: Desk) -> DueItem:
    (item,) = [each for each in cases.due_list(desk) if each.transfer]
    return item


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


def test_a_transfer_goes_to_whoever_holds_the_post_now(desk: Desk, ben_desk: Desk, clock: Clock):
    give(desk, POST, BEN, CARA)
    absences.set_away(
        ben_desk, AbsenceDraft(kind=AbsenceKind.MEETING, until_at=clock() + timedelta(hours=2)), knowing_gaps=True
    )
    made = inquiries.record(desk, draft_of(Disposition.D6, to_post=POST))
    assert made.referral is not None
    assert made.referral.receiver == CARA


def test_a_colleague_who_is_named_receives_it(desk: Desk, sent: Inquiry, cara_desk: Desk):
    made = inquiries.record(desk, draft_of(Disposition.D5B, to_post=POST, to_person=CARA))
    assert made.referral is not None
    assert (made.referral.receiver, made.referral.receiver_id) == (CARA, cara_desk.account.id)


def test_the_receiver_acknowledges_and_the_record_closes(sent: Inquiry, desk: Desk, ben_desk: Desk):
    assert acts(ben_desk, sent) == (TransferAct.ACKNOWLEDGE, TransferAct.GIVE_BACK, TransferAct.PASS_ON)
    done = referrals.acknowledge(ben_desk, newest(desk, sent).id)
    assert (done.status, done.acknowledged_by, done.acknowledged_at) == (
        ReferralStatus.ACKNOWLEDGED,
        BEN,
        desk.clock(),
    )
    assert status_of(desk, sent) is Status.CLOSED
    assert cases.due_list(desk) == ()
    assert acts(ben_desk, sent) == ()


def test_what_was_handed_over_goes_on_after_it_is_acknowledged(desk: Desk, ben_desk: Desk):
    give(desk, POST, BEN)
    inquiry = inquiries.record(desk, draft_of(Disposition.D6, to_post=POST)).inquiry
    referrals.acknowledge(ben_desk, newest(desk, inquiry).id)
    assert status_of(desk, inquiry) is Status.IN_PROGRESS
    assert [item.transfer for item in cases.due_list(desk)] == [False]
    assert acts(ben_desk, inquiry) == (TransferAct.PASS_ON,)


def test_what_was_acknowledged_by_phone_is_noted_with_who_and_when(sent: Inquiry, desk: Desk, clock: Clock):
    at = clock()
    clock.advance(hours=2)
    noted = referrals.acknowledge(desk, newest(desk, sent).id, by="何老师", at=at, mode=AckMode.BY_PHONE)
    assert (noted.acknowledged_by, noted.acknowledged_at) == ("何老师", at)
    view = register.show(desk, sent.id)
    said = [history_line(entry, desk.calendar, Language.ZH) for entry in view.history if entry.kind == "Referral"]
    assert said[-1].what == "何老师 签收了转办"
    assert "签收方式：电话签收" in said[-1].details


def test_a_noted_acknowledgement_names_somebody_at_a_likely_time(sent: Inquiry, desk: Desk, clock: Clock):
    referral = newest(desk, sent)
    for at, wrong in ((clock() + timedelta(hours=1), "in_the_future"), (clock() - timedelta(1), "ack_before_sent")):
        with pytest.raises(Invalid) as refused:
            referrals.acknowledge(desk, referral.id, by=" ", at=at, mode=AckMode.SIGNED_SLIP)
        assert codes(refused) == [("acknowledged_by", "required"), ("acknowledged_at", wrong)]


def test_only_the_receiver_acknowledges_on_the_screen(sent: Inquiry, desk: Desk, cara_desk: Desk, dan_desk: Desk):
    referral = newest(desk, sent)
    for other in (desk, cara_desk):
        with pytest.raises(NotAllowed) as refused:
            referrals.acknowledge(other, referral.id)
        assert refused.value.code == "not_the_receiver"
    with pytest.raises(NotAllowed):
        referrals.acknowledge(dan_desk, referral.id)
    assert acts(dan_desk, sent) == ()


def test_the_stand_in_receives_what_was_sent_before_the_absence_began(
    sent: Inquiry, desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    give(desk, POST, BEN, CARA)
    assert TransferAct.ACKNOWLEDGE not in acts(cara_desk, sent)
    absences.set_away(
        ben_desk, AbsenceDraft(kind=AbsenceKind.MEETING, until_at=clock() + timedelta(hours=2)), knowing_gaps=True
    )
    assert (due(cara_desk).person, due(cara_desk).mine) == (CARA, True)
    assert referrals.acknowledge(cara_desk, newest(desk, sent).id).acknowledged_by == CARA


def test_what_is_given_back_returns_to_the_first_officer(sent: Inquiry, desk: Desk, ben_desk: Desk):
    returned = referrals.give_back(ben_desk, newest(desk, sent).id, NOT_OURS)
    assert (returned.status, returned.return_reason) == (ReferralStatus.RETURNED, NOT_OURS)
    assert status_of(desk, sent) is Status.OPEN
    assert (due(desk).person, due(desk).mine, due(ben_desk).mine) == (ANN, True, False)
    assert (acts(desk, sent), acts(ben_desk, sent)) == ((TransferAct.PASS_ON,), ())


def test_giving_back_needs_a_reason_and_other_needs_words(sent: Inquiry, desk: Desk, ben_desk: Desk):
    referral = newest(desk, sent)
    for reason, note, wrong in ((None, "", "return_reason"), (ReturnReason.OTHER, " ", "return_note")):
        with pytest.raises(Invalid) as refused:
            referrals.give_back(ben_desk, referral.id, reason, note)
        assert codes(refused) == [(wrong, "required")]
    with pytest.raises(NotAllowed):
        referrals.give_back(desk, referral.id, NOT_OURS)


def test_passing_on_makes_a_further_transfer(sent: Inquiry, desk: Desk, ben_desk: Desk):
    first = newest(desk, sent)
    second = referrals.pass_on(ben_desk, first.id, OTHER, "属学籍岗")
    assert (second.passed_before, second.previous_id, second.receiver, second.to_post) == (1, first.id, ANN, OTHER)
    chain = referrals.of(desk, sent.id)
    assert chain is not None
    assert [each.status for each in chain.chain] == [ReferralStatus.PASSED_ON, ReferralStatus.SENT]
    assert (due(desk).passed, due(desk).post, due(desk).number) == (1, OTHER, sent.reg_no)
    assert status_of(desk, sent) is Status.HANDED_OVER


def test_a_case_follows_to_the_new_post_with_the_date_that_was_promised(desk: Desk, ben_desk: Desk):
    give(desk, POST, BEN)
    made = inquiries.record(desk, draft_of(Disposition.D6, to_post=POST))
    referrals.pass_on(ben_desk, newest(desk, made.inquiry).id, OTHER, "属学籍岗")
    (case,) = register.show(desk, made.inquiry.id).cases
    assert made.case is not None
    assert (case.post_code, case.officer, case.due_at) == (OTHER, ANN, made.case.due_at)
    assert case.status is CaseStatus.OPEN


def test_passing_on_needs_another_post_and_a_reason(sent: Inquiry, desk: Desk, ben_desk: Desk):
    referral = newest(desk, sent)
    for code, wrong in (("", "required"), ("XX-99", "unknown_post"), ("\ud800", "unknown_post"), (POST, "same_post")):
        with pytest.raises(Invalid) as refused:
            referrals.pass_on(ben_desk, referral.id, code, " ")
        assert codes(refused) == [("to_post", wrong), ("reason", "required")]


def test_what_came_back_for_lack_of_papers_may_go_to_the_same_post_again(sent: Inquiry, desk: Desk, ben_desk: Desk):
    referrals.give_back(ben_desk, newest(desk, sent).id, ReturnReason.PAPERS_MISSING)
    assert referrals.pass_on(desk, newest(desk, sent).id, POST, "材料已补齐").receiver == BEN


def test_the_second_return_waits_for_the_unit_head(sent: Inquiry, desk: Desk, ben_desk: Desk, head: Desk):
    referrals.give_back(ben_desk, newest(desk, sent).id, ReturnReason.PAPERS_MISSING)
    referrals.pass_on(desk, newest(desk, sent).id, POST, "材料已补齐")
    found = referrals.of(ben_desk, sent.id)
    assert found is not None
    assert found.return_is_last
    again = referrals.give_back(ben_desk, newest(desk, sent).id, NOT_OURS)
    assert (again.status, again.return_reason) == (ReferralStatus.DECIDING, NOT_OURS)
    assert acts(desk, sent) == acts(ben_desk, sent) == ()
    assert acts(head, sent) == (TransferAct.DECIDE,)
    assert (due(head).mine, due(desk).mine, due(desk).state) == (True, False, ReferralStatus.DECIDING)


def test_the_third_transfer_waits_for_the_unit_head(sent: Inquiry, desk: Desk, ben_desk: Desk, head: Desk):
    referrals.pass_on(ben_desk, newest(desk, sent).id, OTHER, "属学籍岗")
    third = referrals.pass_on(desk, newest(desk, sent).id, POST, "不属学籍岗")
    assert (third.status, third.passed_before, third.to_post) == (ReferralStatus.DECIDING, 1, OTHER)
    chain = referrals.of(head, sent.id)
    assert chain is not None
    assert len(chain.chain) == 2


def test_the_unit_head_decides_with_a_reason_and_nobody_else(sent: Inquiry, desk: Desk, ben_desk: Desk, head: Desk):
    referrals.pass_on(ben_desk, newest(desk, sent).id, OTHER, "属学籍岗")
    waiting = referrals.pass_on(desk, newest(desk, sent).id, POST, "不属学籍岗")
    with pytest.raises(NotAllowed):
        referrals.decide(desk, waiting.id, POST, "就由本办")
    with pytest.raises(Invalid) as refused:
        referrals.decide(head, waiting.id, POST, "")
    assert codes(refused) == [("reason", "required")]
    decided = referrals.decide(head, waiting.id, POST, "课程事务归本岗")
    assert (decided.receiver, decided.status, decided.passed_before) == (BEN, ReferralStatus.SENT, 2)
    view = register.show(desk, sent.id)
    said = [history_line(entry, desk.calendar, Language.ZH) for entry in view.history]
    assert "退回或转办已达上限，报单位负责人裁定" in [line.what for line in said]
    assert any("理由：课程事务归本岗" in line.details for line in said)
    assert referrals.give_back(ben_desk, decided.id, NOT_OURS).status is ReferralStatus.DECIDING


def test_who_comes_too_late_is_told_that_another_was_faster(sent: Inquiry, desk: Desk, ben_desk: Desk):
    first = newest(desk, sent)
    referrals.pass_on(ben_desk, first.id, OTHER, "属学籍岗")
    with pytest.raises(Conflict):
        referrals.acknowledge(ben_desk, first.id)
    second = newest(desk, sent)
    referrals.acknowledge(desk, second.id)
    with pytest.raises(Conflict):
        referrals.give_back(desk, second.id, NOT_OURS)


def test_nobody_acknowledging_it_turns_yellow_then_red_and_comes_back(
    sent: Inquiry, desk: Desk, ben_desk: Desk, clock: Clock
):
    seen = []
    for hours in (0, 23, 9, 24):  # Tuesday 10:26; Wednesday 09:26 and 18:26; Thursday 18:26
        clock.advance(hours=hours)
        seen.append((light(due(desk), clock(), desk.calendar), due(desk).mine, due(ben_desk).mine))
    assert seen == [
        (Light.NORMAL, False, True),
        (Light.DUE_TODAY, False, True),
        (Light.WARNING, False, True),
        (Light.OVERDUE, True, True),
    ]


def test_a_weekend_does_not_turn_it_red(desk: Desk, ben_desk: Desk, clock: Clock):
    give(desk, POST, BEN)
    clock.advance(days=2)  # Thursday: due on Friday, red after Monday
    inquiries.record(desk, draft_of(Disposition.D5B, to_post=POST))
    clock.advance(days=3, hours=12)
    assert light(due(desk), clock(), desk.calendar) is Light.WARNING
    clock.advance(days=1)
    assert light(due(desk), clock(), desk.calendar) is Light.OVERDUE


def test_a_void_takes_all_its_transfers_along(sent: Inquiry, desk: Desk, ben_desk: Desk, data_folder: Path):
    referrals.pass_on(ben_desk, newest(desk, sent).id, OTHER, "属学籍岗")
    corrections.void(desk, sent.id, VoidReason.MISTAKE, "录错")
    assert {each.status for each in register.show(desk, sent.id).referrals} == {ReferralStatus.VOID}
    assert acts(desk, sent) == ()
    with pytest.raises(Conflict):
        referrals.acknowledge(desk, newest(desk, sent).id)


def test_data_with_transfers_passed_on_are_whole(
    sent: Inquiry, desk: Desk, ben_desk: Desk, store: Store, data_folder: Path
):
    referrals.give_back(ben_desk, newest(desk, sent).id, NOT_OURS)
    referrals.pass_on(desk, newest(desk, sent).id, OTHER, "改转")
    store.close()
    assert check_folder(data_folder).damage == ()


def test_a_complaint_shows_no_transfers_to_others(desk: Desk, ben_desk: Desk):
    inquiry = inquiries.record(desk, draft_of(Disposition.D10)).inquiry
    assert referrals.of(desk, inquiry.id) is None
    with pytest.raises(NotAllowed):
        referrals.of(ben_desk, inquiry.id)


def test_the_stand_in_sees_the_work_of_the_post_as_his_own(desk: Desk, ben_desk: Desk, clock: Clock):
    for post in posts.posts(desk):
        give(desk, post.code, ANN, BEN)
    inquiries.record(desk, draft_of(Disposition.D3))
    (before,) = cases.due_list(ben_desk)
    absences.set_away(desk, AbsenceDraft(kind=AbsenceKind.MEETING, until_at=clock() + timedelta(hours=2)))
    (during,) = cases.due_list(ben_desk)
    assert [(item.person, item.mine) for item in (before, during)] == [(ANN, False), (BEN, True)]
