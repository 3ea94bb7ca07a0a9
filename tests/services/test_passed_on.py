"""我转出的: what the first officer passed on stays in sight until somebody has it; the D6 proposal is owed and kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.callbacks import CallDraft
from reception.rules.cases import ReturnReason
from reception.rules.inquiries import Disposition, GuideMode, Inquiry, VoidReason
from reception.rules.passed_on import PassedKind, PassedOn, PassedState
from reception.rules.referrals import AckMode
from reception.services import (
    callbacks,
    corrections,
    inquiries,
    passed_on,
    posts,
    proposals,
    referrals,
    register,
    staff,
)
from reception.services.desk import Desk
from reception.words import Language
from reception.words.history import history_line
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of

POST = "JW-06"


@pytest.fixture
def handed(desk: Desk) -> Inquiry:
    """Give a D6 that 安 passed on to the post that 本 holds."""
    post = next(each for each in posts.posts(desk) if each.code == POST)
    posts.staff_post(desk, post.id, staff.account_named(desk, BEN).id, None)
    return inquiries.record(desk, draft_of(Disposition.D6, to_post=POST)).inquiry


def newest_id(desk: Desk, inquiry: Inquiry) -> int:
    found = referrals.of(desk, inquiry.id)
    assert found is not None
    return found.newest.id


def only(desk: Desk) -> PassedOn:
    (line,) = passed_on.mine(desk)
    return line


def test_what_nobody_has_taken_stands_there_with_its_age(desk: Desk, ben_desk: Desk, clock: Clock, handed: Inquiry):
    line = only(desk)
    assert (line.kind, line.state, line.number, line.days) == (
        PassedKind.TRANSFER,
        PassedState.UNTAKEN,
        handed.reg_no,
        0,
    )
    assert (line.waits, line.late, line.visitor) == (True, False, "林*舟")
    assert passed_on.mine(ben_desk) == ()
    clock.now = line.due_at  # type: ignore[assignment]
    assert not only(desk).late
    clock.advance(seconds=1)
    assert (only(desk).late, only(desk).days, passed_on.count_untaken(desk)) == (True, 1, 1)


def test_who_took_it_how_and_when_stands_there(desk: Desk, clock: Clock, handed: Inquiry):
    referrals.acknowledge(desk, newest_id(desk, handed), by="本", mode=AckMode.SIGNED_SLIP)
    line = only(desk)
    assert (line.state, line.taken_by, line.taken_at) == (PassedState.TAKEN, "本", clock())
    assert passed_on.count_untaken(desk) == 0


def test_what_came_back_waits_for_its_first_officer(desk: Desk, ben_desk: Desk, handed: Inquiry):
    referrals.give_back(ben_desk, newest_id(desk, handed), ReturnReason.NOT_OUR_DUTY)
    assert (only(desk).state, only(desk).waits) == (PassedState.GIVEN_BACK, True)


def test_what_is_taken_leaves_after_a_fortnight_and_what_is_not_stays(desk: Desk, clock: Clock, handed: Inquiry):
    other = inquiries.record(desk, draft_of(Disposition.D5B, to_post="JW-03")).inquiry
    referrals.acknowledge(desk, newest_id(desk, other))
    assert [each.number for each in passed_on.mine(desk)] == [handed.reg_no, other.reg_no]
    clock.advance(days=15)
    assert [each.number for each in passed_on.mine(desk)] == [handed.reg_no]


def test_a_void_record_is_not_passed_on(desk: Desk, handed: Inquiry):
    corrections.void(desk, handed.id, VoidReason.MISTAKE, "误登")
    assert passed_on.mine(desk) == ()


def test_a_visitor_who_was_put_through_to_another_unit_is_told_and_done(desk: Desk):
    inquiries.record(desk, draft_of(Disposition.D7))
    inquiries.record(desk, draft_of(Disposition.D7, guide_mode=GuideMode.CALL_TRANSFERRED))
    line = only(desk)
    assert (line.kind, line.to, line.waits) == (PassedKind.CALL_AHEAD, "计划财务处", False)


def test_what_one_passed_on_stays_ones_own_under_another_name(desk: Desk, ben_desk: Desk, clock: Clock):
    due = clock() + timedelta(hours=1)
    call = callbacks.promise(desk, CallDraft(token="c", name="林晓舟", phone="13800001234", about="补证", due_at=due))
    callbacks.pass_on(desk, call.id, staff.account_named(desk, CARA).id)
    married = staff.change_account(desk, replace(desk.account, name="安心"))
    staff.change_account(desk, replace(staff.account_named(desk, BEN), name=ANN))
    assert [line.object_id for line in passed_on.mine(replace(desk, account=married))] == [call.id]
    assert passed_on.mine(replace(ben_desk, account=staff.account_named(desk, ANN))) == ()


def test_a_call_that_a_colleague_took_over_stands_there_until_it_is_made(desk: Desk, clock: Clock):
    due = clock() + timedelta(hours=1)
    call = callbacks.promise(desk, CallDraft(token="c", name="林晓舟", phone="13800001234", about="补证", due_at=due))
    assert passed_on.mine(desk) == ()
    callbacks.pass_on(desk, call.id, staff.account_named(desk, BEN).id)
    line = only(desk)
    assert (line.kind, line.to, line.state, line.late) == (PassedKind.CALL_BACK, BEN, PassedState.TAKEN, False)
    clock.advance(hours=1, seconds=1)
    assert only(desk).late


def test_the_receiver_proposes_within_three_working_days_and_who_and_when_is_kept(
    desk: Desk, ben_desk: Desk, clock: Clock, handed: Inquiry
):
    owed = proposals.of(ben_desk, handed.id)
    assert owed is not None
    assert (owed.text, owed.by, owed.at, owed.late, owed.may_write) == ("", "", None, False, True)
    clock.now = owed.due_at
    proposals.propose(ben_desk, handed.id, " 请教务科核对学分 ")
    written = proposals.of(desk, handed.id)
    assert written is not None
    assert (written.text, written.by, written.at, written.late) == ("请教务科核对学分", BEN, clock(), False)
    assert only(desk).proposed
    line = history_line(register.show(desk, handed.id).history[-1], desk.calendar, Language.ZH)
    assert "提出拟办意见" in line.what
    assert line.who.startswith(BEN)


def test_a_proposal_a_second_late_is_late(ben_desk: Desk, clock: Clock, handed: Inquiry):
    owed = proposals.of(ben_desk, handed.id)
    assert owed is not None
    clock.now = owed.due_at + timedelta(seconds=1)
    proposals.propose(ben_desk, handed.id, "请核对")
    written = proposals.of(ben_desk, handed.id)
    assert written is not None
    assert written.late


def test_only_who_has_it_or_a_head_proposes(desk: Desk, cara_desk: Desk, dan_desk: Desk, handed: Inquiry):
    for stranger in (desk, dan_desk):
        with pytest.raises(NotAllowed):
            proposals.propose(stranger, handed.id, "请核对")
    assert proposals.propose(cara_desk, handed.id, "请核对").proposed == "请核对"


def test_a_proposal_needs_words_and_an_open_d6(desk: Desk, ben_desk: Desk, handed: Inquiry):
    with pytest.raises(Invalid) as refusal:
        proposals.propose(ben_desk, handed.id, "  ")
    assert [(each.field, each.code) for each in refusal.value.reasons] == [("proposed", "required")]
    other = inquiries.record(desk, replace(draft_of(Disposition.D1))).inquiry
    assert proposals.of(desk, other.id) is None
    with pytest.raises(Invalid) as refusal:
        proposals.propose(desk, other.id, "请核对")
    assert [each.code for each in refusal.value.reasons] == ["no_proposal_owed"]
    assert desk.account.name == ANN
