"""A stand-in is named before the gap begins: the stretch is proposed, whoever cannot take it is refused."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.absences import AbsenceKind
from reception.rules.coming_gaps import NamingDraft
from reception.rules.roster import Serves
from reception.rules.staff import Role
from reception.services import absence_month, absences, audit, coming_gaps, duty, posts, staff, standing_in
from reception.services.coming_gaps import GapChoice
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, DAN, PASSWORD, Clock
from tests.services.test_absence_month import HOUR, account_id, away, cover

WEDNESDAY = date(2026, 11, 25)


def at(day: int, clock: str) -> datetime:
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock))


def gap(desk: Desk, ben_desk: Desk) -> None:
    """Leave JW-03 with nobody on Wednesday from 9:26 to Thursday 10:26; everything else is 丹's."""
    cover(desk, "JW-03", ANN, BEN)
    away(desk, from_at=desk.clock() + 22 * HOUR, until_at=desk.clock() + 60 * HOUR)
    away(ben_desk, from_at=desk.clock() + 23 * HOUR, until_at=desk.clock() + 48 * HOUR)


def choice(desk: Desk, on: date = WEDNESDAY) -> GapChoice:
    return coming_gaps.around(desk, on).choices[0]


def draft(desk: Desk, found: GapChoice, person: str, **changes: Any) -> NamingDraft:
    instant = desk.calendar.instant
    values: dict[str, Any] = {"from_at": instant(found.first), "until_at": instant(found.last)}
    return NamingDraft(post_ids=found.post_ids, person=person, **{**values, **changes})


def codes(desk: Desk, wanted: NamingDraft) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        coming_gaps.name(desk, wanted)
    return [(each.field, each.code) for each in refused.value.reasons]


def test_the_gap_is_proposed_over_the_night_and_whoever_is_named_answers_when_it_comes(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    gap(desk, ben_desk)
    en = staff.add_account(desk, "恩", (Role.CLERK,), PASSWORD)
    found = coming_gaps.around(cara_desk, WEDNESDAY)
    (only,) = found.choices
    assert (only.holder, only.first, only.last, only.minutes, only.named) == (
        ANN,
        at(25, "09:26"),
        at(26, "10:26"),
        334 + 146,
        "",
    )
    assert [each.name for each in found.people] == [CARA, "恩"]
    (named,) = coming_gaps.name(cara_desk, draft(desk, only, " 恩 "))
    assert (named.account_id, named.named_by) == (en.id, CARA)
    assert absence_month.ahead(cara_desk) == ()
    assert absence_month.month(desk, 2026, 11).uncovered_minutes == 0
    assert duty.holder_at(desk, "JW-03", named.from_at).account_id == en.id
    (entry,) = audit.history(desk, "NamedStandIn", named.id)
    assert (entry.actor, "JW-03" in (entry.payload or ""), "恩" in (entry.payload or "")) == (CARA, True, True)
    clock.advance(hours=24)
    seen = absences.colleagues(desk)
    assert next(each for each in seen if each.name == ANN).serving == ("恩",)
    assert standing_in.open_gaps(cara_desk) == ()


def test_the_chain_goes_past_the_named_one_who_is_away_and_back_to_the_stand_in_who_returns(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    gap(desk, ben_desk)
    found = choice(cara_desk)
    coming_gaps.name(cara_desk, draft(desk, found, CARA))
    middle = desk.calendar.instant(at(25, "15:00"))
    assert duty.holder_at(desk, "JW-03", middle).by is Serves.NAMED
    away(cara_desk, from_at=middle, until_at=middle + HOUR, kind=AbsenceKind.MEETING)
    assert duty.holder_at(desk, "JW-03", middle).by is Serves.NOBODY
    assert [each.minutes for each in absence_month.ahead(cara_desk)] == [60]
    after = desk.calendar.instant(at(26, "11:00"))
    assert duty.holder_at(desk, "JW-03", after).by is Serves.FIRST


def test_another_may_be_named_for_the_same_gap_and_the_last_one_answers(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    gap(desk, ben_desk)
    en = staff.add_account(desk, "恩", (Role.CLERK,), PASSWORD)
    first = draft(desk, choice(cara_desk), CARA)
    coming_gaps.name(cara_desk, first)
    assert choice(cara_desk).named == CARA
    assert codes(cara_desk, first) == [("person", "named_already")]
    coming_gaps.name(cara_desk, draft(desk, choice(cara_desk), "恩"))
    assert (choice(cara_desk).named, len(coming_gaps.around(cara_desk, WEDNESDAY).choices)) == ("恩", 1)
    assert duty.holder_at(desk, "JW-03", desk.clock() + 24 * HOUR).account_id == en.id


def test_whoever_cannot_take_the_post_is_refused_at_the_name(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    gap(desk, ben_desk)
    staff.add_account(desk, "恩", (Role.CLERK,), PASSWORD)
    found = choice(cara_desk)
    assert codes(cara_desk, draft(desk, found, BEN)) == [("person", "stand_in_away")]
    assert codes(cara_desk, draft(desk, found, DAN)) == [("person", "cannot_handle")]
    assert codes(cara_desk, draft(desk, found, "无此人")) == [("person", "no_such_account")]
    other = next(each for each in posts.posts(desk) if each.code == "JW-04")
    posts.staff_post(desk, other.id, account_id(desk, "恩"), None)
    standing_in.keep_apart(desk, found.post_ids[0], other.id, "会计与出纳")
    assert codes(cara_desk, draft(desk, found, "恩")) == [("person", "stand_in_kept_apart")]
    with pytest.raises(NotAllowed):
        coming_gaps.name(ben_desk, draft(desk, found, CARA))
    assert coming_gaps.around(ben_desk, WEDNESDAY).choices == ()


def test_what_is_missing_past_too_long_or_no_gap_is_refused_at_its_field(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    gap(desk, ben_desk)
    found, now = choice(cara_desk), clock()
    assert codes(cara_desk, NamingDraft()) == [
        ("post_ids", "required"),
        ("from_at", "required"),
        ("until_at", "required"),
        ("person", "required"),
    ]
    late = draft(desk, found, CARA, from_at=now - 2 * HOUR, until_at=now - HOUR)
    assert codes(cara_desk, late) == [("until_at", "naming_past")]
    assert codes(cara_desk, draft(desk, found, CARA, until_at=now)) == [("until_at", "naming_backwards")]
    long_one = draft(desk, found, CARA, until_at=now + timedelta(days=90))
    assert codes(cara_desk, long_one) == [("until_at", "naming_too_long")]
    covered = draft(desk, found, CARA, from_at=now, until_at=now + 23 * HOUR)
    assert codes(cara_desk, covered) == [("post_ids", "no_gap")]


def test_a_day_off_lies_inside_a_gap_and_ends_none_and_posts_with_one_gap_stand_together(desk: Desk, cara_desk: Desk):
    for post in posts.posts(desk):
        posts.staff_post(desk, post.id, account_id(desk, ANN if post.code in {"JW-03", "JW-04"} else DAN), None)
    away(desk, from_at=desk.clock() + 72 * HOUR, until_at=desk.clock() + 150 * HOUR)  # Friday 10:26 to Monday 16:26
    whole, *single = coming_gaps.around(cara_desk, date(2026, 11, 28)).choices
    assert (whole.first, whole.last) == (at(27, "10:26"), at(30, "16:26"))
    assert [len(each.posts) for each in (whole, *single)] == [2, 1, 1]
    assert len(coming_gaps.name(cara_desk, draft(desk, whole, CARA))) == 2
