"""What somebody owes as himself and as stand-in for whom, with the note, the posts and the calls that are expected."""

from datetime import timedelta
from typing import Any

from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind
from reception.rules.callbacks import CallDraft
from reception.rules.cases import ReturnReason
from reception.rules.inquiries import Disposition
from reception.rules.my_work import WhyMine
from reception.rules.roster import Serves
from reception.services import absences, callbacks, case_life, handovers, inquiries, my_work, posts, referrals, staff
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft
from reception.services.my_work import MyWork
from tests.cast import ANN, BEN, CARA, Clock
from tests.drafts import draft_of

HOUR = timedelta(hours=1)


def account_id(desk: Desk, name: str) -> int:
    return staff.account_named(desk, name).id


def cover(desk: Desk) -> None:
    """Give JW-03 to 安 and JW-04 to 本, each standing in for the other; everything else to 凯."""
    ann, ben, cara = (account_id(desk, each) for each in (ANN, BEN, CARA))
    pairs = {"JW-03": (ann, ben), "JW-04": (ben, ann)}
    for post in posts.posts(desk):
        posts.staff_post(desk, post.id, *pairs.get(post.code, (cara, None)))


def away(desk: Desk, hours: float = 30, **changes: Any) -> Absence:
    values: dict[str, Any] = {"kind": AbsenceKind.ANNUAL_LEAVE, "until_at": desk.clock() + hours * HOUR}
    return absences.set_away(desk, AbsenceDraft(**{**values, **changes}), knowing_gaps=True)


def own(work: MyWork) -> list[tuple[str, WhyMine]]:
    return [(each.item.number, each.why) for each in work.own]


def test_ones_own_work_and_what_one_does_for_another_are_told_apart(desk: Desk, ben_desk: Desk, clock: Clock):
    cover(desk)
    first = inquiries.record(desk, draft_of(Disposition.D3)).case
    second = inquiries.record(desk, draft_of(Disposition.D4)).case
    assert first is not None
    assert second is not None
    callbacks.promise(
        desk,
        CallDraft(token="t", name="林晓舟", phone="13800001234", about="学生证补好了没有", due_at=clock() + 5 * HOUR),
    )
    assert (own(my_work.of(desk)), my_work.of(desk).calls) == ([(first.case_no, WhyMine.HOLDER)], 1)
    assert own(my_work.of(ben_desk)) == [(second.case_no, WhyMine.HOLDER)]
    absence = away(desk, reason="家事")
    handovers.hand_over(desk, absence.id, HandoverDraft(calls="财务处来电"))
    work = my_work.of(ben_desk)
    assert own(work) == [(second.case_no, WhyMine.HOLDER)]
    (standing,) = work.stands_in
    assert (standing.name, standing.by, standing.begins_at) == (ANN, Serves.FIRST, None)
    assert [post.code for post in standing.posts] == ["JW-03"]
    assert [(each.item.number, each.why, each.post) for each in standing.items] == [
        (first.case_no, WhyMine.FIRST, standing.posts[0].name)
    ]
    assert standing.note is not None
    assert standing.note.calls == "财务处来电"
    assert standing.absence is not None
    assert standing.absence.reason == ""
    ((call,), mine) = standing.calls, work.calls
    assert (call.callback.name, "13800001234" in call.callback.phone, mine) == ("林*舟", False, 0)
    assert my_work.of(desk).own == ()
    absences.back(desk, absence.id)
    assert my_work.of(ben_desk).stands_in == ()
    assert own(my_work.of(desk)) == [(first.case_no, WhyMine.HOLDER)]


def test_a_transfer_sent_while_the_holder_is_away_stands_with_the_stand_in(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    cover(desk)
    away(desk, 1.5)
    inquiry = inquiries.record(cara_desk, draft_of(Disposition.D5B, to_post="JW-03")).inquiry
    clock.advance(hours=1.6)  # the planned end is past, and nobody confirmed the return
    (standing,) = my_work.of(ben_desk).stands_in
    assert [(each.item.number, each.item.transfer, each.why) for each in standing.items] == [
        (inquiry.reg_no, True, WhyMine.FIRST)
    ]
    assert my_work.of(desk).own == ()


def test_why_something_is_ones_own(desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock):
    cover(desk)
    given = inquiries.record(desk, draft_of(Disposition.D3)).case
    assert given is not None
    case_life.assign(cara_desk, given.id, account_id(desk, BEN))
    asked = inquiries.record(ben_desk, draft_of(Disposition.D9)).case
    assert asked is not None
    named = inquiries.record(desk, draft_of(Disposition.D5B, to_post="JW-06", to_person=BEN)).inquiry
    back = inquiries.record(ben_desk, draft_of(Disposition.D5B, to_post="JW-03")).inquiry
    transfer = referrals.of(desk, back.id)
    assert transfer is not None
    referrals.give_back(desk, transfer.chain[-1].id, ReturnReason.OTHER_POST, "不归我")
    late = inquiries.record(ben_desk, draft_of(Disposition.D5B, to_post="JW-06")).inquiry
    found = dict(own(my_work.of(ben_desk)))
    assert found == {
        given.case_no: WhyMine.ASSIGNED,
        asked.case_no: WhyMine.RECORDED,
        named.reg_no: WhyMine.BY_NAME,
        back.reg_no: WhyMine.RETURNED,
    }
    clock.advance(days=5)
    assert dict(own(my_work.of(ben_desk)))[late.reg_no] is WhyMine.CHASED


def test_a_head_sees_for_whom_he_answers_because_nobody_else_is_there(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    cover(desk)
    away(desk)
    away(ben_desk)
    found = {each.name: (each.by, [post.code for post in each.posts]) for each in my_work.of(cara_desk).stands_in}
    assert found == {ANN: (Serves.SECTION_HEAD, ["JW-03"]), BEN: (Serves.SECTION_HEAD, ["JW-04"])}


def test_a_note_for_an_absence_to_come_is_there_before_it_begins(desk: Desk, ben_desk: Desk, clock: Clock):
    cover(desk)
    inquiries.record(desk, draft_of(Disposition.D3))
    absence = away(desk, from_at=clock() + 24 * HOUR)
    assert my_work.of(ben_desk).stands_in == ()
    handovers.hand_over(desk, absence.id, HandoverDraft(note="请核对学号"))
    (standing,) = my_work.of(ben_desk).stands_in
    assert (standing.name, standing.begins_at, standing.items) == (ANN, absence.from_at, ())
    assert standing.note is not None
    assert standing.note.note == "请核对学号"
    assert my_work.of(desk).stands_in == ()
    handovers.take_back(desk, absence.id)
    assert my_work.of(ben_desk).stands_in == ()


def test_a_complaint_tells_only_its_number(desk: Desk, dan_desk: Desk):
    case = inquiries.record(desk, draft_of(Disposition.D10)).case
    assert case is not None
    (mine,) = my_work.of(dan_desk).own
    assert (mine.why, mine.post, mine.item.summary, mine.item.visitor) == (WhyMine.COMPLAINT, "", "", "")
