"""The month of absences as an office sees it: the same chain that answers now, over every day."""

from datetime import timedelta
from typing import Any

from reception.rules.absence_month import AbsenceState
from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind
from reception.rules.assignments import Staffing
from reception.rules.roster import Serves
from reception.services import absence_month, absences, assignments, duty, duty_day, posts, staff, standing_in
from reception.services.absence_month import Month
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, DAN, Clock

HOUR = timedelta(hours=1)


def account_id(desk: Desk, name: str) -> int:
    return staff.account_named(desk, name).id


def away(desk: Desk, hours: float = 4, **changes: Any) -> Absence:
    values: dict[str, Any] = {"kind": AbsenceKind.ANNUAL_LEAVE, "until_at": desk.clock() + hours * HOUR}
    return absences.set_away(desk, AbsenceDraft(**{**values, **changes}), knowing_gaps=True)


def cover(desk: Desk, code: str, holder: str, *others: str) -> None:
    """Give one post to somebody, and everything else to 丹, who is never away here."""
    for post in posts.posts(desk):
        if post.code == code:
            known = [account_id(desk, each) for each in others]
            posts.staff_post(desk, post.id, account_id(desk, holder), *(known or [None]))
        else:
            posts.staff_post(desk, post.id, account_id(desk, DAN), None)


def marks(month: Month) -> list[tuple[int, str, AbsenceState, int]]:
    return [(day.on.day, each.absence.account, each.state, each.minutes) for day in month.days for each in day.marks]


def test_the_month_has_every_colleague_every_day_and_the_hours_that_nobody_covers(
    desk: Desk, ben_desk: Desk, dan_desk: Desk, clock: Clock
):
    cover(desk, "JW-03", ANN, BEN)
    local = desk.calendar.local(clock())
    away(desk, 26, reason="去省厅")  # Tuesday 10:26 to Wednesday 12:26
    away(ben_desk, from_at=clock() + 22 * HOUR, until_at=clock() + 24 * HOUR)  # Wednesday 8:26 to 10:26
    found = absence_month.month(dan_desk, local.year, local.month)
    assert [each.name for each in found.people] == [ANN, BEN, CARA, DAN]
    assert (len(found.days), found.today) == (30, local.date())
    assert marks(found) == [
        (24, ANN, AbsenceState.ACTIVE, 274),
        (25, ANN, AbsenceState.ACTIVE, 240),
        (25, BEN, AbsenceState.PLANNED, 120),
    ]
    assert {each.absence.reason for day in found.days for each in day.marks} == {""}
    assert (found.uncovered_minutes, found.uncovered_posts) == (120, 1)
    (covered,) = found.days[23].posts
    assert [(found.names[each.holder.account_id], each.holder.by) for each in covered.stints] == [
        (ANN, Serves.HOLDER),
        (BEN, Serves.FIRST),
        (BEN, Serves.FIRST),
    ]
    (pair,) = found.days[24].both_away
    assert (found.names[pair.holder_id], found.names[pair.stand_in_id], pair.minutes) == (ANN, BEN, 120)


def test_whom_the_month_names_is_who_answers_then(desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock):
    cover(desk, "JW-03", ANN, BEN)
    absence = away(desk, 76)
    away(ben_desk, 52)
    standing_in.name_stand_in(cara_desk, absence.id, account_id(desk, CARA))
    away(cara_desk, from_at=clock() + 28 * HOUR, until_at=clock() + 46 * HOUR)
    clock.advance(minutes=1)
    local = desk.calendar.local(clock())
    found = absence_month.month(desk, local.year, local.month)
    told = [
        (each.first, each.last, each.holder)
        for day in found.days
        for post in day.posts
        for each in post.stints
        if each.last > local
    ]
    assert len(told) > 5
    for first, last, holder in told:
        for moment in (max(first, local), last - timedelta(minutes=1)):
            assert duty.holder_at(desk, "JW-03", desk.calendar.instant(moment)) == holder


def test_a_post_belongs_on_each_day_to_who_holds_it_then(desk: Desk, clock: Clock):
    cover(desk, "JW-03", ANN)
    local = desk.calendar.local(clock())
    away(desk, 76)
    post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    tomorrow = local.date() + timedelta(days=1)
    assignments.assign(desk, post.id, Staffing(holder_id=account_id(desk, CARA), from_on=tomorrow))
    found = absence_month.month(desk, local.year, local.month)
    assert [day.on.day for day in found.days if day.uncovered_minutes] == [24]


def test_what_was_cancelled_or_ended_before_the_month_is_not_in_it(desk: Desk, ben_desk: Desk, clock: Clock):
    plan = away(desk, from_at=clock() + HOUR)
    absences.cancel(desk, plan.id)
    short = away(ben_desk, 1)
    clock.advance(hours=1)
    absences.back(ben_desk, short.id)
    assert marks(absence_month.month(desk, 2026, 12)) == []
    assert marks(absence_month.month(desk, 2026, 11)) == [(24, BEN, AbsenceState.RETURNED, 60)]


def test_the_heads_are_told_what_nobody_will_cover_soon(desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock):
    cover(desk, "JW-03", ANN, BEN)
    away(desk, 76)
    assert absence_month.ahead(cara_desk) == ()
    away(ben_desk, from_at=clock() + 22 * HOUR, until_at=clock() + 24 * HOUR)
    (gap,) = absence_month.ahead(cara_desk)
    local = desk.calendar.local(clock())
    assert (gap.holder, len(gap.posts), gap.first, gap.minutes) == (ANN, 1, local + 22 * HOUR, 120)
    assert duty_day.of_day(cara_desk).coming == (gap,)
    assert absence_month.ahead(desk) == ()  # a clerk is told when he enters an absence
    clock.advance(hours=23)
    assert [each.account_id for each in standing_in.open_gaps(cara_desk)] == [gap.account_id]
    assert duty_day.of_day(cara_desk).coming == ()


def test_what_lies_beyond_two_weeks_is_not_told_yet(desk: Desk, cara_desk: Desk, clock: Clock):
    cover(desk, "JW-03", ANN)
    away(desk, from_at=clock() + 24 * 16 * HOUR, until_at=clock() + 24 * 17 * HOUR)
    assert absence_month.ahead(cara_desk) == ()
    clock.advance(days=2)
    assert [each.minutes for each in absence_month.ahead(cara_desk)] == [420 - 146]
