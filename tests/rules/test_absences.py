"""Who is away, who holds a post then, and what stays uncovered."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind, Presence, check_absence, is_away, presence_of
from reception.rules.cover import gaps, working_minutes
from reception.rules.roster import HolderNow, Post, Serves, holder_now, stands_in_for
from reception.rules.working_calendar import WorkingCalendar

NOW = datetime(2026, 11, 24, 2, 26, tzinfo=UTC)
A, B = 1, 2
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def post(**changes: Any) -> Post:
    return Post(**{"code": "P", "name": "学籍", "unit_code": "JW", "holder_id": A, "stand_in_id": B, **changes})


def absence(of: int = A, *, begins: timedelta = -HOUR, ends: timedelta = HOUR, **changes: Any) -> Absence:
    values: dict[str, Any] = {
        "account_id": of,
        "account": str(of),
        "kind": AbsenceKind.OFFICIAL_TRIP,
        "from_at": NOW + begins,
        "until_at": NOW + ends,
        "made_at": NOW - 9 * HOUR,
        "made_by": "安",
    }
    return Absence(**{**values, **changes})


def test_the_holder_holds_the_post_while_nobody_is_away():
    assert holder_now(post(), [], NOW) == HolderNow(account_id=A)


def test_the_stand_in_holds_it_from_the_moment_the_holder_is_away():
    gone = [absence(begins=timedelta(0))]
    assert holder_now(post(), gone, NOW - MINUTE) == HolderNow(account_id=A)
    assert holder_now(post(), gone, NOW) == HolderNow(account_id=B, by=Serves.FIRST)


def test_the_stand_in_stays_until_the_return_is_confirmed_however_late():
    late = absence(begins=-3 * HOUR, ends=-HOUR)
    assert holder_now(post(), [late], NOW).account_id == B
    returned = absence(begins=-3 * HOUR, ends=-HOUR, returned_at=NOW)
    assert holder_now(post(), [returned], NOW).account_id == A


def test_a_cancelled_absence_moves_nothing():
    assert holder_now(post(), [absence(cancelled_at=NOW - HOUR)], NOW).account_id == A


def test_half_an_hour_does_not_move_the_post_but_what_outlasts_it_does():
    short = absence(kind=AbsenceKind.SHORT, begins=timedelta(0), ends=30 * MINUTE)
    assert holder_now(post(), [short], NOW + 30 * MINUTE).account_id == A
    assert holder_now(post(), [short], NOW + 31 * MINUTE).account_id == B


def test_a_meeting_of_ten_minutes_moves_the_post():
    meeting = absence(kind=AbsenceKind.MEETING, begins=-MINUTE, ends=9 * MINUTE)
    assert holder_now(post(), [meeting], NOW).account_id == B


@pytest.mark.parametrize("stand_in", [None, B])
def test_with_nobody_left_the_post_stays_with_its_holder_and_says_so(stand_in: int | None):
    gone = [absence(A), absence(B)]
    assert holder_now(post(stand_in_id=stand_in), gone, NOW) == HolderNow(account_id=A, by=Serves.NOBODY)


def test_the_state_of_a_colleague_is_named():
    states = [
        presence_of(each, NOW)
        for each in (
            None,
            absence(),
            absence(kind=AbsenceKind.SHORT, begins=-MINUTE, ends=MINUTE),
            absence(ends=-MINUTE),
            absence(returned_at=NOW - MINUTE),
            absence(begins=MINUTE),
        )
    ]
    here = Presence.HERE
    assert states == [here, Presence.AWAY, Presence.SHORTLY_AWAY, Presence.UNCONFIRMED, here, here]


def test_who_returned_was_still_away_before():
    returned = absence(returned_at=NOW)
    assert (is_away(returned, NOW - MINUTE), is_away(returned, NOW)) == (True, False)


def test_the_posts_that_somebody_stands_in_for_are_those_in_use():
    found = stands_in_for([post(code="P"), post(code="Q", active=False), post(code="R", stand_in_id=None)], B)
    assert [each.code for each in found] == ["P"]


def draft(**changes: Any) -> AbsenceDraft:
    return AbsenceDraft(**{"kind": AbsenceKind.MEETING, "until_at": NOW + HOUR, **changes})


def codes(made: AbsenceDraft, *others: Absence) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in check_absence(made, NOW, others)]


def test_an_absence_that_fits_is_accepted():
    assert codes(draft()) == []


@pytest.mark.parametrize(
    ("made", "wrong"),
    [
        (AbsenceDraft(), [("kind", "required"), ("until_at", "required")]),
        (draft(from_at=NOW + 2 * HOUR), [("until_at", "until_before_from")]),
        (draft(from_at=NOW - 3 * HOUR, until_at=NOW), [("until_at", "until_past")]),
        (draft(kind=AbsenceKind.SHORT, until_at=NOW + 31 * MINUTE), [("until_at", "short_too_long")]),
        (draft(until_at=NOW + timedelta(days=4000)), [("until_at", "absence_too_far")]),
        (draft(from_at=NOW - timedelta(days=60)), [("from_at", "absence_too_far")]),
    ],
)
def test_an_absence_that_does_not_fit_says_why_at_its_field(made: AbsenceDraft, wrong: list[tuple[str, str]]):
    assert codes(made) == wrong


def test_nobody_is_away_twice_at_the_same_time():
    assert codes(draft(), absence()) == [("from_at", "absence_twice")]
    assert codes(draft(), absence(returned_at=NOW)) == []
    assert codes(draft(), absence(cancelled_at=NOW)) == []
    assert codes(draft(), absence(begins=HOUR, ends=2 * HOUR)) == []


def test_who_should_have_returned_and_did_not_is_still_away():
    assert codes(draft(from_at=NOW - MINUTE), absence(begins=-3 * HOUR, ends=-2 * HOUR)) == [
        ("from_at", "absence_twice")
    ]


STRETCH = (NOW, NOW + 4 * HOUR)


def test_a_post_without_a_stand_in_is_uncovered_all_the_time():
    (gap,) = gaps([post(stand_in_id=None)], A, STRETCH, [], NOW)
    assert (gap.from_at, gap.until_at, gap.others) == (*STRETCH, ())


def test_a_post_is_uncovered_while_the_stand_in_is_away_too():
    other = absence(B, begins=HOUR, ends=9 * HOUR)
    (gap,) = gaps([post()], A, STRETCH, [other], NOW)
    assert (gap.from_at, gap.until_at, gap.others) == (NOW + HOUR, NOW + 4 * HOUR, (B,))


def test_a_stand_in_who_leaves_uncovers_what_the_holder_left():
    (gap,) = gaps([post()], B, STRETCH, [absence(A, ends=2 * HOUR)], NOW)
    assert (gap.until_at, gap.others) == (NOW + 2 * HOUR, (A,))


def test_an_overdue_return_has_no_end_to_count_on():
    (gap,) = gaps([post()], A, STRETCH, [absence(B, ends=-MINUTE)], NOW)
    assert (gap.from_at, gap.until_at) == STRETCH


def test_nothing_is_uncovered_where_somebody_is_there_or_nobody_is_needed():
    short = absence(B, kind=AbsenceKind.SHORT, ends=10 * MINUTE)
    returned = absence(B, returned_at=NOW)
    assert gaps([post()], A, STRETCH, [short, returned, absence(A)], NOW) == ()
    assert gaps([post(active=False, stand_in_id=None), post(holder_id=7, stand_in_id=8)], A, STRETCH, [], NOW) == ()


def test_uncovered_time_is_counted_in_office_hours():
    calendar = WorkingCalendar(years=())
    first = datetime.fromisoformat("2026-11-27 11:00")  # a Friday: 11–12, 14:30–17:30, then Monday 8–9
    assert working_minutes(first, datetime.fromisoformat("2026-11-30 09:00"), calendar) == 60 + 180 + 60
    assert working_minutes(first, first, calendar) == 0
