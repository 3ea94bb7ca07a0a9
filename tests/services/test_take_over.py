"""Posts move by themselves at the minute an absence begins; who did what for whom stays written for ever."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind, Presence
from reception.rules.accountability import Fault
from reception.rules.cases import Case
from reception.rules.inquiries import Disposition
from reception.rules.papers import PaperKind
from reception.rules.roster import Post, Serves
from reception.rules.staff import Action, Role
from reception.services import (
    absences,
    case_life,
    cases,
    duty,
    inquiries,
    letter_proposals,
    letters,
    posts,
    presence,
    referrals,
    register,
    staff,
    standing_in,
)
from reception.services.desk import Desk
from reception.store import journal, records
from reception.words import Language
from reception.words.history import history_line
from tests.cast import ANN, BEN, CARA, DAN, Clock
from tests.drafts import draft_of

HOUR = timedelta(hours=1)


def account_id(desk: Desk, name: str) -> int:
    return staff.account_named(desk, name).id


def cover_all(desk: Desk, holder: str, first: str | None, second: str | None = None) -> None:
    known = [account_id(desk, each) if each else None for each in (holder, first, second)]
    for post in posts.posts(desk):
        posts.staff_post(desk, post.id, known[0] or 0, known[1], known[2])


def away(desk: Desk, hours: float = 4, **changes: Any) -> Absence:
    values: dict[str, Any] = {"kind": AbsenceKind.ANNUAL_LEAVE, "until_at": desk.clock() + hours * HOUR}
    return absences.set_away(desk, AbsenceDraft(**{**values, **changes}), knowing_gaps=True)


def case_of(desk: Desk, inquiry_id: int) -> Case:
    with desk.reading():
        (case,) = records.select(Case, inquiry_id=inquiry_id)
    return case


def mine(*desks: Desk) -> list[list[bool]]:
    return [[item.mine for item in cases.due_list(each)] for each in desks]


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refused.value.reasons]


def test_open_work_moves_at_the_minute_and_comes_back_with_the_return(desk: Desk, ben_desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    inquiries.record(desk, draft_of(Disposition.D3))
    absence = away(desk, from_at=clock() + HOUR)
    clock.advance(minutes=59)
    assert mine(desk, ben_desk) == [[True], [False]]
    clock.advance(minutes=1)
    assert mine(desk, ben_desk) == [[False], [True]]
    (item,) = cases.due_list(ben_desk)
    assert (item.person, item.acting_for) == (BEN, ANN)
    clock.advance(hours=30)  # far beyond the planned return: nothing comes back by itself
    assert mine(desk, ben_desk) == [[False], [True]]
    absences.back(desk, absence.id)
    assert mine(desk, ben_desk) == [[True], [False]]


def test_a_transfer_that_is_sent_meanwhile_goes_to_the_stand_in_and_then_to_the_holder(
    desk: Desk, ben_desk: Desk, cara_desk: Desk
):
    cover_all(desk, ANN, BEN)
    absence = away(desk)
    inquiries.record(cara_desk, draft_of(Disposition.D5B))
    assert mine(desk, ben_desk, cara_desk) == [[False], [True], [False]]
    absences.back(desk, absence.id)
    assert mine(desk, ben_desk, cara_desk) == [[True], [False], [False]]


def test_the_chain_goes_on_to_the_named_one_and_the_heads(desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    inquiries.record(desk, draft_of(Disposition.D3))
    absence = away(desk)
    away(ben_desk, kind=AbsenceKind.SICK_LEAVE)
    assert mine(desk, ben_desk, cara_desk) == [[False], [False], [True]]
    (gap,) = standing_in.open_gaps(cara_desk)
    assert (gap.holder, gap.serving, len(gap.posts)) == (ANN, CARA, len(posts.posts(desk)))
    assert standing_in.open_gaps(desk) == ()
    fresh = staff.add_account(desk, "恩", (Role.CLERK,), "lantern-7 bridge")
    assert [each.name for each in standing_in.candidates(cara_desk, absence.id)] == [CARA, "恩"]
    named = standing_in.name_stand_in(cara_desk, absence.id, fresh.id)
    assert len(named) == len(gap.posts)
    found = presence.roll(desk).posts[posts.posts(desk)[0].code]
    assert (found.serving, found.by, found.acting_for) == ("恩", Serves.NAMED, ANN)
    assert standing_in.open_gaps(cara_desk) == ()


def test_a_head_names_only_who_is_there_and_only_for_a_gap(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    cover_all(desk, ANN, BEN)
    absence = away(desk)
    with pytest.raises(Invalid) as refused:
        standing_in.name_stand_in(cara_desk, absence.id, account_id(desk, CARA))
    assert codes(refused) == [("", "no_gap")]
    away(ben_desk)
    with pytest.raises(Invalid) as refused:
        standing_in.name_stand_in(cara_desk, absence.id, account_id(desk, BEN))
    assert codes(refused) == [("account_id", "stand_in_away")]
    with pytest.raises(Invalid) as refused:
        standing_in.name_stand_in(cara_desk, absence.id, account_id(desk, DAN))
    assert codes(refused) == [("account_id", "cannot_handle")]
    with pytest.raises(NotAllowed):
        standing_in.name_stand_in(ben_desk, absence.id, account_id(desk, CARA))


def test_a_stand_in_steps_in_without_anybody_else(desk: Desk, ben_desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    inquiries.record(desk, draft_of(Disposition.D3))
    assert standing_in.may_step_in(ben_desk) == {account_id(desk, ANN)}
    absence = standing_in.step_in(ben_desk, account_id(desk, ANN))
    assert (absence.kind, absence.made_by) == (AbsenceKind.UNPLANNED, BEN)
    assert f"{desk.calendar.local(absence.until_at):%H:%M}" == "17:30"
    assert mine(desk, ben_desk) == [[False], [True]]
    with pytest.raises(Invalid):
        standing_in.step_in(ben_desk, account_id(desk, ANN))
    assert standing_in.to_confirm(desk) == (absence,)
    assert standing_in.to_confirm(ben_desk) == ()
    confirmed = standing_in.confirm_kind(desk, absence.id, AbsenceKind.SICK_LEAVE, "发烧")
    assert (confirmed.kind, confirmed.reason) == (AbsenceKind.SICK_LEAVE, "发烧")
    with pytest.raises(Invalid) as refused:
        standing_in.confirm_kind(desk, absence.id, AbsenceKind.MEETING)
    assert codes(refused) == [("kind", "kind_known")]


def test_who_stepped_in_by_mistake_steps_out_again(desk: Desk, ben_desk: Desk):
    cover_all(desk, ANN, BEN)
    absence = standing_in.step_in(ben_desk, account_id(desk, ANN))
    absences.back(ben_desk, absence.id)
    assert absences.now_away(desk) == ()


def test_who_stepped_in_is_known_by_the_account_not_by_the_name(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    cover_all(desk, ANN, BEN)
    absence = standing_in.step_in(ben_desk, account_id(desk, ANN))
    renamed = staff.change_account(desk, replace(ben_desk.account, name="本来"))
    namesake = staff.change_account(desk, replace(staff.account_named(desk, DAN), name=BEN, roles=(Role.CLERK,)))
    with pytest.raises(NotAllowed):
        absences.back(replace(ben_desk, account=namesake), absence.id)
    absences.back(replace(ben_desk, account=renamed), absence.id)
    assert absences.now_away(desk) == ()


def test_stepping_in_ends_where_a_planned_absence_begins(desk: Desk, ben_desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    away(desk, from_at=clock() + HOUR)
    assert standing_in.step_in(ben_desk, account_id(desk, ANN)).until_at == clock() + HOUR


def test_nobody_steps_in_where_he_does_not_belong(desk: Desk, ben_desk: Desk, cara_desk: Desk, dan_desk: Desk):
    cover_all(desk, ANN, None)
    for stranger in (ben_desk, dan_desk):
        with pytest.raises(NotAllowed):
            standing_in.step_in(stranger, account_id(desk, ANN))
    assert standing_in.step_in(cara_desk, account_id(desk, ANN)).made_by == CARA


def test_what_a_stand_in_does_at_a_post_says_for_whom_in_the_log(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    cover_all(desk, ANN, BEN)
    inquiry = inquiries.record(cara_desk, draft_of(Disposition.D6)).inquiry
    away(desk)
    transfers = referrals.of(ben_desk, inquiry.id)
    assert transfers is not None
    sent = referrals.acknowledge(ben_desk, transfers.newest.id)
    with desk.reading():
        entry = journal.entries("Referral", sent.id)[-1]
        post = records.find(Post, code=sent.to_post)
        assert post is not None
        assert presence.acting_for(cara_desk.account, post, desk.clock()) == ""
    assert (entry.actor, json.loads(entry.payload or "")["acting_for"]) == (BEN, ANN)


def test_what_one_does_at_ones_own_post_says_nothing_more(desk: Desk, cara_desk: Desk):
    cover_all(desk, ANN, BEN)
    inquiry = inquiries.record(cara_desk, draft_of(Disposition.D6)).inquiry
    transfers = referrals.of(desk, inquiry.id)
    assert transfers is not None
    sent = referrals.acknowledge(desk, transfers.newest.id)
    with desk.reading():
        assert "acting_for" not in json.loads(journal.entries("Referral", sent.id)[-1].payload or "")


def test_who_answers_for_the_deadline_is_who_holds_the_post_at_the_due_moment(desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    case = case_of(desk, inquiries.record(desk, draft_of(Disposition.D3)).inquiry.id)
    assert duty.accountable(desk, case.id).account_id == account_id(desk, ANN)
    absence = away(desk, hours=24 * 20)
    found = duty.accountable(desk, case.id)
    assert (found.working_id, found.account_id) == (account_id(desk, BEN), account_id(desk, BEN))
    assert (found.by, found.fault) == (Serves.FIRST, Fault.HOLDER)
    absences.back(desk, absence.id)
    assert duty.accountable(desk, case.id).account_id == account_id(desk, ANN)


def test_an_absence_entered_afterwards_is_shown_beside_what_was_recorded(desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    case = case_of(desk, inquiries.record(desk, draft_of(Disposition.D3)).inquiry.id)
    clock.now = case.due_at + HOUR
    away(desk, from_at=case.due_at - HOUR)
    found = duty.accountable(desk, case.id)
    assert (found.account_id, found.in_hindsight) == (account_id(desk, ANN), account_id(desk, BEN))
    assert found.fault is Fault.TO_DECIDE


def test_a_post_is_told_for_any_instant(desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN, CARA)
    code = posts.posts(desk)[0].code
    away(desk, from_at=clock() + HOUR, until_at=clock() + 3 * HOUR)
    names = []
    for hours in (0, 2, 4):
        found = duty.holder_at(desk, code, clock() + hours * HOUR)
        assert found is not None
        names.append(found.account_id)
    assert names == [account_id(desk, ANN), account_id(desk, BEN), account_id(desk, ANN)]
    assert duty.holder_at(desk, "nix", clock()) is None


def test_a_stand_in_of_two_is_shown_with_the_room(desk: Desk, ben_desk: Desk):
    cover_all(desk, ANN, BEN, CARA)
    away(desk)
    line = next(each for each in absences.colleagues(ben_desk) if each.name == ANN)
    assert (line.presence, line.stand_ins, line.serving) == (Presence.AWAY, (BEN, CARA), (BEN,))


def test_a_supervisor_takes_no_post_over(dan_desk: Desk):
    assert not dan_desk.may(Action.STAND_IN)
    assert dan_desk.account.name == DAN


def test_the_history_names_whoever_stood_in_with_for_whom(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    cover_all(desk, ANN, BEN)
    inquiry = inquiries.record(cara_desk, draft_of(Disposition.D6)).inquiry
    away(desk)
    transfers = referrals.of(ben_desk, inquiry.id)
    assert transfers is not None
    referrals.acknowledge(ben_desk, transfers.newest.id)
    entry = register.show(desk, inquiry.id).history[-1]
    said = [history_line(entry, desk.calendar, language).who for language in (Language.ZH, Language.EN)]
    assert said == ["本（代安） · 1号窗口", "本 (for 安) · 1号窗口"]


def test_a_letter_of_a_stand_in_is_signed_with_for_whom(desk: Desk, ben_desk: Desk):
    cover_all(desk, ANN, BEN)
    inquiry = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    away(desk)
    draft = letter_proposals.propose(ben_desk, inquiry.id, PaperKind.SL, "t-1")
    assert draft.handler == "本（代安）"
    issued = letters.issue(ben_desk, replace(draft, handler=""))
    assert "本（代安）" in str(issued.text)
    with desk.reading():
        post = presence.signed(desk.account, case_code(inquiry.id), desk.clock())
    assert post == ANN


def case_code(inquiry_id: int) -> str:
    return records.select(Case, inquiry_id=inquiry_id)[0].post_code


def test_the_export_of_a_week_keeps_for_whom(desk: Desk, ben_desk: Desk):
    cover_all(desk, ANN, BEN)
    away(desk)
    inquiry = inquiries.record(ben_desk, draft_of(Disposition.D2)).inquiry
    assert inquiry.acting_for == ANN
    absences.back(desk, absences.now_away(desk)[0].absence.id)
    assert register.show(desk, inquiry.id).inquiry.acting_for == ANN


def test_a_case_is_not_given_to_who_holds_an_incompatible_post(desk: Desk, cara_desk: Desk):
    cover_all(desk, ANN, None)
    case = case_of(desk, inquiries.record(desk, draft_of(Disposition.D3)).inquiry.id)
    own = next(post for post in posts.posts(desk) if post.code == case.post_code)
    other = next(post for post in posts.posts(desk) if post.code != case.post_code)
    posts.staff_post(desk, other.id, account_id(desk, BEN), None)
    standing_in.keep_apart(desk, own.id, other.id, "会计与出纳")
    with pytest.raises(Invalid) as refused:
        case_life.assign(cara_desk, case.id, account_id(desk, BEN))
    assert codes(refused) == [("assigned_id", "stand_in_kept_apart")]


def test_a_case_given_to_a_person_stays_with_him_until_he_is_away(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    cover_all(desk, ANN, CARA)
    case = case_of(desk, inquiries.record(desk, draft_of(Disposition.D3)).inquiry.id)
    case_life.assign(cara_desk, case.id, account_id(desk, BEN))
    assert mine(desk, ben_desk, cara_desk) == [[False], [True], [False]]
    away(desk)
    assert mine(desk, ben_desk, cara_desk) == [[False], [True], [False]]
    away(ben_desk)
    assert mine(desk, ben_desk, cara_desk) == [[False], [False], [True]]


def test_who_never_confirmed_a_return_steps_out_only_after_it(desk: Desk, ben_desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    long_one = away(desk, hours=2)
    clock.advance(hours=3)
    with pytest.raises(Invalid) as refused:
        absences.step_out(desk)
    assert codes(refused) == [("from_at", "absence_twice")]
    absences.back(desk, long_one.id)
    absences.step_out(desk)
    inquiries.record(ben_desk, draft_of(Disposition.D3))
    assert mine(desk, ben_desk) == [[True], [False]]


def test_a_short_absence_hides_no_longer_one_that_nobody_ended(desk: Desk, ben_desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    inquiries.record(desk, draft_of(Disposition.D3))
    away(desk, hours=2)
    away(desk, kind=AbsenceKind.SHORT, from_at=clock() + 3 * HOUR, until_at=clock() + 3 * HOUR + timedelta(minutes=30))
    clock.advance(hours=3, minutes=10)
    assert mine(desk, ben_desk) == [[False], [True]]
    assert presence.roll(desk).away[desk.account.id].kind is AbsenceKind.ANNUAL_LEAVE
