"""Rights that end: a post that moved on, a holder who is back, an absence that is over, a case that is closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind
from reception.rules.bulk_acts import BulkAct
from reception.rules.case_acts import CaseAct
from reception.rules.inquiries import Disposition
from reception.rules.letters import OF_ACTS
from reception.rules.limits import Limit, LimitUnit
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.papers import PaperKind
from reception.services import (
    absences,
    case_bulk,
    case_ends,
    case_files,
    case_life,
    catalogue,
    due_board,
    handovers,
    inquiries,
    letter_proposals,
    letters,
    posts,
    proposals,
    referrals,
    reminders,
    staff,
    today,
    waits,
)
from reception.services.case_bulk import BulkDraft
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft, Note
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of
from tests.services.case_acts import TOLD, codes, opened, stop

HOUR = timedelta(hours=1)


def given(desk: Desk, code: str, holder: str, stand_in: str | None) -> None:
    """Give a post to somebody from today on."""
    (post,) = (each for each in posts.posts(desk) if each.code == code)
    second = staff.account_named(desk, stand_in).id if stand_in else None
    posts.staff_post(desk, post.id, staff.account_named(desk, holder).id, second)


@pytest.fixture
def covered(desk: Desk) -> Desk:
    """Give the desk of 安, for whose post JW-03 本 stands in."""
    given(desk, "JW-03", ANN, BEN)
    return desk


def leave(desk: Desk, begins: int = 0) -> tuple[Absence, Note]:
    """Let 安 be away so many hours from now on, and hand over."""
    now = desk.clock()
    draft = AbsenceDraft(
        kind=AbsenceKind.ANNUAL_LEAVE,
        from_at=now + begins * HOUR if begins else None,
        until_at=now + (begins + 30) * HOUR,
    )
    absence = absences.set_away(desk, draft, knowing_gaps=True)
    (note,) = (
        each for each in handovers.hand_over(desk, absence.id, HandoverDraft(note="柜门")) if each.to_name == BEN
    )
    return absence, note


def test_who_left_a_post_for_good_deals_with_its_cases_no_more(covered: Desk, ben_desk: Desk):
    case = opened(covered)
    assert CaseAct.CLOSE in case_files.by_id(covered, case.id).acts
    given(covered, "JW-03", BEN, None)
    assert case_files.by_id(covered, case.id).acts == ()
    with pytest.raises(NotAllowed) as refused:
        case_ends.close(covered, case.id, TOLD)
    assert refused.value.code == "not_the_handler"
    assert CaseAct.CLOSE in case_files.by_id(ben_desk, case.id).acts


def test_a_holder_who_is_away_may_still_act_and_the_stand_in_no_more_after_the_return(covered: Desk, ben_desk: Desk):
    case = opened(covered)
    sent = inquiries.record(ben_desk, draft_of(Disposition.D6, to_post="JW-03")).inquiry
    absence, _note = leave(covered)
    later = inquiries.record(ben_desk, draft_of(Disposition.D6, to_post="JW-03")).inquiry
    for each in (covered, ben_desk):
        assert CaseAct.CLOSE in case_files.by_id(each, case.id).acts
        assert referrals.TransferAct.ACKNOWLEDGE in _of(each, later.id).acts
    absences.back(covered, absence.id)
    assert case_files.by_id(ben_desk, case.id).acts == ()
    for inquiry in (sent, later):
        assert referrals.TransferAct.ACKNOWLEDGE not in _of(ben_desk, inquiry.id).acts
        with pytest.raises(NotAllowed):
            referrals.acknowledge(ben_desk, _of(ben_desk, inquiry.id).newest.id)
        with pytest.raises(NotAllowed):
            proposals.propose(ben_desk, inquiry.id, "请材料齐全后来")
        assert referrals.acknowledge(covered, _of(covered, inquiry.id).newest.id).acknowledged_by == ANN


def _of(desk: Desk, inquiry_id: int) -> referrals.Transfers:
    found = referrals.of(desk, inquiry_id)
    assert found is not None
    return found


def test_a_note_of_an_absence_that_is_over_or_cancelled_is_not_accepted(covered: Desk, ben_desk: Desk):
    absence, note = leave(covered)
    absences.back(covered, absence.id)
    planned, other = leave(covered, begins=5)
    assert [each.ids for each in handovers.to_accept(ben_desk)] == [other.ids]
    absences.cancel(covered, planned.id)
    assert handovers.to_accept(ben_desk) == ()
    for each in (note, other):
        with pytest.raises(Invalid) as refused:
            handovers.accept(ben_desk, each.ids)
        assert codes(refused) == [("", "absence_over")]


def test_waits_for_papers_follow_the_post_to_whoever_holds_it(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    matter = next(each for each in catalogue.matters(desk) if each.code == "JW-04")
    ticks = tuple(MaterialTick(no=each.no, state=MaterialState.MISSING) for each in matter.materials)
    recorded = inquiries.record(ben_desk, draft_of(Disposition.D4), NoticeDraft(ticks=ticks))
    assert recorded.notice is not None
    given(desk, "JW-04", CARA, None)
    until = recorded.notice.supplement_by
    assert until is not None
    clock.now = until - HOUR
    ending = [today.of_day(each).ending for each in (desk, ben_desk, cara_desk)]
    assert [len(each) for each in ending] == [0, 1, 1]
    clock.now = until + HOUR
    lapsed = [[each.mine for each in waits.lapsed(one)] for one in (desk, ben_desk, cara_desk)]
    assert lapsed == [[False], [True], [True]]


def test_nobody_is_urged_about_a_case_that_was_closed_meanwhile(desk: Desk, ben_desk: Desk):
    case = opened(desk)
    (line,) = due_board.look(ben_desk).lines
    case_ends.close(desk, case.id, TOLD)
    (told,) = case_bulk.preview(ben_desk, BulkAct.URGE, [line])
    (done,) = case_bulk.carry_out(ben_desk, BulkDraft(act=BulkAct.URGE), [line])
    assert [type(each.error) for each in (told, done)] == [Invalid, Invalid]
    assert letters.of_inquiry(desk, case.inquiry_id) == ()


def test_no_letter_of_a_person_takes_the_token_of_an_act_or_a_reminder(desk: Desk, ben_desk: Desk):
    case = opened(desk)
    taken = (
        f"reminder-{case.id}-overdue-{case.due_at:%Y%m%dT%H%M%S}",
        f"case-{case.id}-{case.version}-{PaperKind.ZT.value}",
        *(f"{each}1" for each in OF_ACTS),
    )
    draft = letter_proposals.propose(ben_desk, case.inquiry_id, PaperKind.DB, "")
    for token in taken:
        with pytest.raises(Conflict):
            letters.issue(ben_desk, replace(draft, token=token))
    case_life.pause(desk, case.id, stop())
    case_life.resume(desk, case.id)
    late = replace(desk, clock=lambda: desk.calendar.instant(desk.calendar.local(case.due_at) + timedelta(minutes=1)))
    assert [each.reminder.turn.value for each in reminders.sweep(late).written] == ["overdue"]


@pytest.mark.parametrize("limit", [Limit(unit=LimitUnit.WHOUR, n=1000), Limit(unit=LimitUnit.IMMEDIATE, n=10_000)])
def test_an_own_limit_in_hours_or_minutes_is_not_longer_than_the_promise(desk: Desk, limit: Limit):
    for way in (Disposition.D3, Disposition.D9):
        with pytest.raises(Invalid) as refused:
            inquiries.record(desk, draft_of(way, limit=limit))
        assert codes(refused) == [("limit", "longer_than_promise")]
