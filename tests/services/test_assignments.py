"""Who belongs to a post through time: dated, approved, one truth with the post as its present copy."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.assignments import StaffFault, Staffing
from reception.rules.duty import Assignment, DutyRole, Handover
from reception.rules.inquiries import Disposition
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.services import absences, assignments, duty, inquiries, posts, presence, staff, standing_in
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store
from tests.cast import ANN, BEN, CARA, DAN, Clock
from tests.drafts import draft_of

TODAY = date(2026, 11, 24)


def ids(desk: Desk) -> dict[str, int]:
    return {name: staff.account_named(desk, name).id for name in (ANN, BEN, CARA, DAN)}


def staffing(desk: Desk, holder: str, *others: str, **more: Any) -> Staffing:
    known = ids(desk)
    first, second = ([known[each] for each in others] + [None, None])[:2]
    return Staffing(holder_id=known[holder], stand_in_id=first, second_id=second, **more)


def first_post(desk: Desk) -> Post:
    return posts.posts(desk)[0]


def rows(desk: Desk, post: Post) -> list[tuple[str, str, date, date | None]]:
    names = {number: name for name, number in ids(desk).items()}
    with desk.reading():
        found = records.select(Assignment, post_id=post.id)
    return [(each.role.value, names[each.account_id], each.from_on, each.to_on) for each in found]


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refused.value.reasons]


def test_a_post_gets_one_holder_and_two_stand_ins_in_order_from_today(desk: Desk):
    post = assignments.assign(desk, first_post(desk).id, staffing(desk, ANN, BEN, CARA, approved_by="王处长"))
    known = ids(desk)
    assert (post.holder_id, post.stand_in_id, post.second_id) == (known[ANN], known[BEN], known[CARA])
    assert post.confirmed
    assert rows(desk, post) == [("A", ANN, TODAY, None), ("B1", BEN, TODAY, None), ("B2", CARA, TODAY, None)]
    with desk.reading():
        assert {each.approved_by for each in records.select(Assignment)} == {"王处长"}


def test_a_change_today_ends_what_was_and_keeps_it_in_the_book(desk: Desk, clock: Clock):
    post = assignments.assign(desk, first_post(desk).id, staffing(desk, ANN, BEN))
    clock.advance(days=3)
    assignments.assign(desk, post.id, staffing(desk, CARA, BEN))
    later = TODAY + timedelta(days=3)
    assert rows(desk, post) == [
        ("A", ANN, TODAY, later - timedelta(days=1)),
        ("B1", BEN, TODAY, None),
        ("A", CARA, later, None),
    ]
    present = first_post(desk)
    with desk.reading():
        past = duty.Past(desk)
        before, now = (past.post_at(present, clock() - timedelta(days=ago)) for ago in (2, 0))
    assert (before.holder_id, now.holder_id) == (ids(desk)[ANN], ids(desk)[CARA])


def test_a_planned_change_takes_effect_on_its_day_and_not_before(desk: Desk, clock: Clock, data_folder: Path):
    post = assignments.assign(desk, first_post(desk).id, staffing(desk, ANN, BEN))
    day = TODAY + timedelta(days=7)
    same = assignments.assign(desk, post.id, staffing(desk, CARA, BEN, DAN, from_on=day))
    assert same == post
    assert assignments.settle(desk) == 0
    clock.advance(days=6, hours=23)
    assert assignments.settle(desk) == 1
    moved = first_post(desk)
    assert (moved.holder_id, moved.second_id) == (ids(desk)[CARA], ids(desk)[DAN])
    assert assignments.settle(desk) == 0
    assert check_folder(data_folder).damage == ()


def test_a_planned_change_of_a_post_that_nobody_confirmed_keeps_its_holder_until_then(desk: Desk):
    post = first_post(desk)
    assignments.assign(desk, post.id, staffing(desk, CARA, from_on=TODAY + timedelta(days=7)))
    assert assignments.settle(desk) == 0
    assert first_post(desk).holder_id == ids(desk)[ANN]


def test_what_was_planned_gives_way_to_what_is_decided_later(desk: Desk):
    post = assignments.assign(desk, first_post(desk).id, staffing(desk, ANN, BEN))
    assignments.assign(desk, post.id, staffing(desk, CARA, from_on=TODAY + timedelta(days=7)))
    assignments.assign(desk, post.id, staffing(desk, ANN, DAN))
    shown = [(line.assignment.role, line.name, line.planned) for line in assignments.tenures(desk, post.id)]
    assert (DutyRole.A, CARA, True) not in shown
    assert {(role, name) for role, name, planned in shown if not planned} >= {(DutyRole.A, ANN), (DutyRole.B1, DAN)}


@pytest.mark.parametrize(
    ("holder", "others", "wrong"),
    [
        (ANN, (ANN,), [("stand_in_id", "holder_stands_in")]),
        (ANN, (BEN, BEN), [("second_id", "stand_in_twice")]),
        (ANN, (BEN, ANN), [("second_id", "holder_stands_in")]),
    ],
)
def test_nobody_has_two_roles(desk: Desk, holder: str, others: tuple[str, ...], wrong: list[tuple[str, str]]):
    with pytest.raises(Invalid) as refused:
        assignments.assign(desk, first_post(desk).id, staffing(desk, holder, *others))
    assert codes(refused) == wrong


def test_a_second_stand_in_needs_a_first_and_no_day_lies_in_the_past(desk: Desk):
    wanted = replace(staffing(desk, ANN), second_id=ids(desk)[BEN], from_on=TODAY - timedelta(days=1))
    with pytest.raises(Invalid) as refused:
        assignments.assign(desk, first_post(desk).id, wanted)
    assert codes(refused) == [("second_id", "first_stand_in_first"), ("from_on", "assignment_past")]


def test_who_is_out_of_use_is_assigned_to_nothing_new(desk: Desk):
    staff.change_account(desk, replace(staff.account_named(desk, BEN), active=False))
    for wanted in (staffing(desk, BEN), staffing(desk, ANN, BEN)):
        with pytest.raises(Invalid) as refused:
            assignments.assign(desk, first_post(desk).id, wanted)
        assert [code for _field, code in codes(refused)] == ["account_inactive"]


def test_the_holder_of_an_incompatible_post_is_refused_as_a_stand_in(desk: Desk):
    one, other = posts.posts(desk)[:2]
    posts.staff_post(desk, other.id, ids(desk)[BEN], None)
    pair = standing_in.keep_apart(desk, other.id, one.id, "会计与出纳")
    with pytest.raises(Invalid) as refused:
        assignments.assign(desk, one.id, staffing(desk, ANN, BEN))
    assert codes(refused) == [("stand_in_id", "stand_in_kept_apart")]
    standing_in.lift(desk, pair.id)
    assert standing_in.kept_apart(desk) == ()
    assert assignments.assign(desk, one.id, staffing(desk, ANN, BEN)).stand_in_id == ids(desk)[BEN]
    assert standing_in.keep_apart(desk, one.id, other.id, "会计与出纳").id == pair.id


def test_two_posts_are_kept_apart_once_with_a_reason(desk: Desk, ben_desk: Desk):
    one, other = posts.posts(desk)[:2]
    with pytest.raises(Invalid) as refused:
        standing_in.keep_apart(desk, one.id, one.id, "")
    assert codes(refused) == [("reason", "required"), ("other_id", "posts_the_same")]
    standing_in.keep_apart(desk, one.id, other.id, "会计与出纳")
    with pytest.raises(Invalid) as refused:
        standing_in.keep_apart(desk, other.id, one.id, "会计与出纳")
    assert codes(refused) == [("other_id", "posts_apart_twice")]
    with pytest.raises(NotAllowed):
        standing_in.keep_apart(ben_desk, one.id, other.id, "会计与出纳")


def test_only_who_keeps_the_staff_assigns(ben_desk: Desk):
    with pytest.raises(NotAllowed):
        assignments.assign(ben_desk, first_post(ben_desk).id, staffing(ben_desk, BEN))


def test_a_store_from_before_gets_its_assignments_from_what_the_log_says(
    desk: Desk, store: Store, clock: Clock, data_folder: Path
):
    post, known = first_post(desk), ids(desk)
    with desk.work(Action.EDIT_STAFF) as work:  # as a program without assignments did
        stored = work.get(Post, post.id)
        work.log(work.change(replace(stored, holder_id=known[CARA], stand_in_id=known[BEN], confirmed=True)))
    clock.advance(days=2)
    assert assignments.settle(desk) == 1
    assert rows(desk, post) == [("A", CARA, TODAY, None), ("B1", BEN, TODAY, None)]
    assert assignments.settle(desk) == 0
    assert check_folder(data_folder).damage == ()


def test_a_post_that_is_not_what_its_assignments_say_is_damage(desk: Desk, data_folder: Path):
    post = assignments.assign(desk, first_post(desk).id, staffing(desk, ANN, BEN))
    other = ids(desk)[CARA]
    with desk.work(Action.EDIT_STAFF) as work:
        work.log(work.change(replace(work.get(Post, post.id), stand_in_id=other)))
    (reason,) = check_folder(data_folder).damage
    assert (reason.code, reason.values["code"], reason.values["fields"]) == ("post_differs", post.code, ["stand_in_id"])


def test_a_post_that_changes_hands_with_open_work_leaves_a_note_to_accept(desk: Desk):
    inquiry = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    code = next(each.post_code for each in inquiries_cases(desk, inquiry.id))
    post = next(each for each in posts.posts(desk) if each.code == code)
    posts.staff_post(desk, post.id, ids(desk)[ANN], None)
    posts.staff_post(desk, post.id, ids(desk)[BEN], None)
    with desk.reading():
        (final,) = records.select(Handover)
    assert (final.absence_id, final.from_name, final.to_name, len(final.items)) == (None, ANN, BEN, 1)


def inquiries_cases(desk: Desk, inquiry_id: int) -> list[Any]:
    from reception.rules.cases import Case

    with desk.reading():
        return records.select(Case, inquiry_id=inquiry_id)


def test_what_is_wrong_with_a_posts_staff_is_told(desk: Desk):
    every = posts.posts(desk)
    assert assignments.faults(desk)[every[0].id] == (StaffFault.NO_STAND_IN, StaffFault.UNCONFIRMED)
    for post in every[:3]:
        assignments.assign(desk, post.id, staffing(desk, ANN, BEN))
    assert assignments.faults(desk)[every[0].id] == (StaffFault.UNTRAINED, StaffFault.TOO_MANY)
    staff.change_account(desk, replace(staff.account_named(desk, BEN), active=False))
    assert StaffFault.STAND_IN_LEFT in assignments.faults(desk)[every[0].id]


def test_a_second_stand_in_serves_while_the_first_is_away(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    post = assignments.assign(desk, first_post(desk).id, staffing(desk, ANN, BEN, CARA))
    for gone in (desk, ben_desk):
        absences.set_away(
            gone, AbsenceDraft(kind=AbsenceKind.MEETING, until_at=desk.clock() + timedelta(hours=3)), knowing_gaps=True
        )
    found = presence.roll(desk).posts[post.code]
    assert (found.serving, found.stands_in, found.uncovered, found.acting_for) == (CARA, True, False, ANN)
    with desk.reading():
        assert presence.acting_for(cara_desk.account, post, desk.clock()) == ANN
        assert presence.acting_for(ben_desk.account, post, desk.clock()) == ""
