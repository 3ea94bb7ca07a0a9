"""A month of absences: who answers hour by hour, and what stays uncovered, as a count minute by minute gives it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reception.rules.absence_month import (
    AbsenceState,
    BothAway,
    MonthFacts,
    Named,
    day_of,
    days_of,
    lasts,
    moves_posts,
    state_of,
)
from reception.rules.absences import Absence, AbsenceKind
from reception.rules.roster import Heads, Post, Serves, holder
from reception.rules.stretches import common, merged, minutes_in, without
from reception.rules.working_calendar import DayOverride, WorkingCalendar

A, B1, B2, TEMP, HEAD = 1, 2, 3, 4, 5
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
TUESDAY = date(2026, 11, 24)
CALENDAR = WorkingCalendar(
    years=(), overrides=(DayOverride(on=date(2026, 11, 26), works=False, reason="校庆", layer=4),)
)
NOW = datetime.combine(TUESDAY, time(10, 26))
MIDNIGHT = datetime.combine(TUESDAY, time())


def at(clock: str, day: date = TUESDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def post(number: int = 1, **changes: Any) -> Post:
    values = {"id": number, "code": f"P{number}", "name": f"岗{number}", "unit_code": "JW", "holder_id": A}
    return Post(**{**values, "stand_in_id": B1, **changes})


def absence(of: int, first: datetime, last: datetime, **changes: Any) -> Absence:
    values: dict[str, Any] = {
        "account_id": of,
        "account": str(of),
        "kind": AbsenceKind.ANNUAL_LEAVE,
        "from_at": CALENDAR.instant(first),
        "until_at": CALENDAR.instant(last),
        "made_at": datetime(2026, 11, 1, tzinfo=UTC),
        "made_by": "安",
    }
    return Absence(**{**values, **changes})


def facts(*absences: Absence, **changes: Any) -> MonthFacts:
    values: dict[str, Any] = {"calendar": CALENDAR, "now": NOW, "absences": absences, "barred": {}}
    return MonthFacts(**{**values, **changes})


def said(day: Any) -> list[list[tuple[str, str, int, Serves]]]:
    return [
        [(f"{s.first:%H:%M}", f"{s.last:%H:%M}", s.holder.account_id, s.holder.by) for s in each.stints]
        for each in day.posts
    ]


def test_the_day_names_who_stands_in_when_and_counts_only_office_hours():
    away = absence(A, at("07:00"), at("11:00")), absence(B1, at("10:00"), at("16:00"))
    day = day_of(TUESDAY, [post()], facts(*away, heads=Heads(section=(HEAD,))))
    assert said(day) == [
        [
            ("08:00", "10:00", B1, Serves.FIRST),
            ("10:00", "11:00", HEAD, Serves.SECTION_HEAD),
            ("11:00", "12:00", A, Serves.HOLDER),
            ("14:30", "17:30", A, Serves.HOLDER),
        ]
    ]
    assert (day.uncovered_minutes, day.minutes) == (60, 420)
    assert [(each.state, each.minutes) for each in day.marks] == [
        (AbsenceState.ACTIVE, 180),
        (AbsenceState.ACTIVE, 210),
    ]
    assert day.both_away == (BothAway(holder_id=A, stand_in_id=B1, posts=("岗1",), minutes=60),)


def test_a_day_off_has_no_uncovered_hours():
    away = absence(A, at("08:00"), at("08:00") + 10 * 24 * HOUR)
    days = [day_of(day, [post(stand_in_id=None)], facts(away)) for day in days_of(2026, 11)]
    assert {day.on.day: day.uncovered_minutes // 60 for day in days if day.marks} == {
        24: 7, 25: 7, 26: 0, 27: 7, 28: 0, 29: 0, 30: 7,
    }  # fmt: skip
    assert [day.name for day in days if day.on.day == 26] == ["校庆"]


def test_several_posts_without_anybody_count_their_hours_once():
    away = absence(A, at("08:00"), at("12:00")), absence(B2, at("10:00"), at("16:30"))
    posts = [post(1, stand_in_id=None), post(2, holder_id=B2, stand_in_id=None)]
    day = day_of(TUESDAY, posts, facts(*away))
    assert [each.uncovered_minutes for each in day.posts] == [240, 240]
    assert day.uncovered_minutes == 360
    assert [each.name for each in day.uncovered_posts] == ["岗1", "岗2"]


def test_where_an_absence_stands_and_how_long_it_lasts():
    planned = absence(A, at("14:30"), at("17:30"))
    active = absence(A, at("09:00"), at("11:00"))
    late = absence(A, at("08:00"), at("09:00"))
    back = absence(A, at("08:00"), at("17:30"), returned_at=CALENDAR.instant(at("09:15")))
    gone = absence(A, at("08:00"), at("17:30"), cancelled_at=CALENDAR.instant(at("07:00")))
    found = [state_of(each, NOW, CALENDAR) for each in (planned, active, late, back)]
    assert found == list(AbsenceState)
    ends = [lasts(each, NOW, CALENDAR) for each in (planned, active, late, back, gone)]
    assert [each[1] if each else None for each in ends] == [
        at("17:30"),
        at("11:00"),
        MIDNIGHT + 24 * HOUR,  # awaited today; tomorrow is told tomorrow
        at("09:15"),
        None,
    ]


def test_a_short_absence_moves_a_post_only_after_its_half_hour():
    short = absence(A, at("09:00"), at("09:30"), kind=AbsenceKind.SHORT)
    stretch = lasts(short, NOW, CALENDAR)
    assert stretch is not None
    assert moves_posts(short, stretch) == (at("09:30"), MIDNIGHT + 24 * HOUR)
    assert moves_posts(short, (at("09:00"), at("09:20"))) is None


def test_a_temporary_stand_in_covers_and_one_who_may_not_stand_in_does_not():
    away = absence(A, at("08:00"), at("17:30"))
    temp = Named(post_id=1, account_id=TEMP, first=at("10:00"), last=at("12:00"))
    day = day_of(TUESDAY, [post()], facts(away, named=(temp,), barred={1: {B1}}))
    assert [(first, who) for first, _last, who, _by in said(day)[0]] == [("08:00", A), ("10:00", TEMP), ("14:30", A)]
    assert day.uncovered_minutes == 300


@st.composite
def moments(draw: st.DrawFn) -> tuple[datetime, datetime]:
    first = draw(st.integers(0, 3 * 1440))
    return MIDNIGHT + first * MINUTE, MIDNIGHT + (first + draw(st.integers(1, 2000))) * MINUTE


absences = st.builds(
    lambda who, stretch, back: absence(
        who,
        *stretch,
        returned_at=CALENDAR.instant(stretch[0] + back * MINUTE) if back else None,
    ),
    st.sampled_from([A, B1, B2, TEMP]),
    moments(),
    st.none() | st.integers(1, 900),
)
named = st.builds(
    lambda stretch, who: Named(post_id=1, account_id=who, first=stretch[0], last=stretch[1]),
    moments(),
    st.sampled_from([TEMP, B2]),
)


@settings(max_examples=60)
@given(
    st.lists(absences, max_size=6),
    st.lists(named, max_size=2),
    st.sampled_from([None, B1]),
    st.sampled_from([None, B2]),
    st.booleans(),
)
def test_the_uncovered_hours_are_those_that_a_count_minute_by_minute_gives(
    away: list[Absence], named: list[Named], first: int | None, second: int | None, led: bool
):
    one = post(stand_in_id=first, second_id=second)
    heads = Heads(section=(HEAD,)) if led else Heads()
    told = facts(*away, named=tuple(named), heads=heads)
    for day in (TUESDAY, TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=2)):
        counted = both = 0
        for session in CALENDAR.sessions_on(day):
            moment = datetime.combine(day, session.opens)
            while moment < datetime.combine(day, session.closes):
                gone = {each.account_id for each in away if is_gone(each, moment)}
                there = [each.account_id for each in named if each.first <= moment < each.last]
                counted += holder(one, gone, named=there, heads=heads).uncovered
                both += first is not None and {A, first} <= gone
                moment += MINUTE
        found = day_of(day, [one], told)
        assert found.uncovered_minutes == counted
        pairs = [each.minutes for each in found.both_away if each.stand_in_id == first]
        assert sum(pairs) == both


def is_gone(each: Absence, moment: datetime) -> bool:
    """Tell whether somebody is away at a minute, by what an absence means and not by stretches."""
    if moment < CALENDAR.local(each.from_at):
        return False
    if each.returned_at is not None:
        return moment < CALENDAR.local(each.returned_at)
    if moment < CALENDAR.local(each.until_at):
        return True
    return CALENDAR.local(each.until_at) <= NOW and moment.date() <= NOW.date()


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)


@given(spans, spans)
def test_stretches_are_what_their_minutes_are(some: list[tuple[int, int]], others: list[tuple[int, int]]):
    def parts(pairs: list[tuple[int, int]]) -> list[tuple[datetime, datetime]]:
        return [(MIDNIGHT + first * MINUTE, MIDNIGHT + last * MINUTE) for first, last in pairs]

    def minutes(pairs: list[tuple[int, int]]) -> set[int]:
        return {minute for first, last in pairs for minute in range(first, last)}

    one, other = merged(parts(some)), merged(parts(others))
    assert minutes_in(one) == len(minutes(some))
    assert minutes_in(common(one, other)) == len(minutes(some) & minutes(others))
    assert minutes_in(without(one, other)) == len(minutes(some) - minutes(others))
