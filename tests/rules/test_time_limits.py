"""Time limits: edges by the minute, and every rule against a slow second counting."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.statutory_days import LAST_DAY
from reception.rules.time_limits import (
    LARGEST_NUMBER,
    AfterHours,
    Limit,
    LimitUnit,
    Suspension,
    add_months,
    due_date,
)
from reception.rules.working_calendar import (
    DEFAULT_TIMETABLE,
    SEASONAL_TIMETABLE,
    DayOverride,
    Season,
    Session,
    Timetable,
    WorkingCalendar,
    parse_years,
)
from tests.rules.slow_counting import Case, slow_due

NOTICES = yaml.safe_load((Path(__file__).parents[2] / "resources/calendars/cn.yaml").read_text("utf-8"))
CALENDAR = WorkingCalendar(years=parse_years(NOTICES))
moment = datetime.fromisoformat
IN_DAYS = ("WD", "CD", "HALF_MONTH", "MONTH")


def limit(unit: str, n: int = 0) -> Limit:
    return Limit(unit=LimitUnit(unit), n=n)


def stop(first: str, last: str) -> Suspension:
    return Suspension(from_on=date.fromisoformat(first), until_on=date.fromisoformat(last))


def due(start: str, unit: str, n: int = 0, **circumstances) -> str:
    return f"{due_date(moment(start), limit(unit, n), CALENDAR, **circumstances).due:%m-%d %H:%M}"


def reasons(start: str, unit: str, n: int = 0, **circumstances) -> list[tuple[str, str]]:
    found = due_date(moment(start), limit(unit, n), CALENDAR, **circumstances).days
    return [(f"{day.on:%m-%d}", day.reason + "+" * day.counted) for day in found]


def refused(start: str, unit: str, n: int = 0, **circumstances) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        due(start, unit, n, **circumstances)
    return [(reason.field, reason.code) for reason in caught.value.reasons]


@pytest.mark.parametrize(
    ("start", "unit", "n", "expected"),
    [
        ("2026-03-02 11:30", "IMMEDIATE", 30, "03-02 12:00"),
        ("2026-03-02 11:31", "IMMEDIATE", 30, "03-02 14:31"),
        ("2026-03-02 12:00", "IMMEDIATE", 30, "03-02 15:00"),
        ("2026-03-02 13:00", "IMMEDIATE", 1, "03-02 14:31"),
        ("2026-03-02 07:00", "IMMEDIATE", 30, "03-02 08:30"),
        ("2026-03-02 17:00", "IMMEDIATE", 30, "03-02 17:30"),
        ("2026-03-02 17:30", "IMMEDIATE", 30, "03-03 08:30"),
        ("2026-03-07 10:00", "IMMEDIATE", 30, "03-09 08:30"),
        ("2026-03-02 08:00", "WHOUR", 4, "03-02 12:00"),
        ("2026-03-02 08:00", "WHOUR", 7, "03-02 17:30"),
        ("2026-03-02 08:00", "WHOUR", 14, "03-03 17:30"),
        ("2026-02-14 17:30", "WHOUR", 1, "02-24 09:00"),
    ],
)
def test_working_minutes_run_only_in_office_hours_and_end_where_a_session_ends(start, unit, n, expected):
    assert due(start, unit, n) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-03-02 07:00", "03-02 17:30"),
        ("2026-03-02 17:29", "03-02 17:30"),
        ("2026-03-02 17:30", "03-03 17:30"),
        ("2026-03-06 17:30", "03-09 17:30"),
        ("2026-03-07 09:00", "03-09 17:30"),
        ("2026-02-14 09:00", "02-14 17:30"),
    ],
)
def test_the_same_day_ends_at_closing_or_at_closing_of_the_next_working_day(start, expected):
    assert due(start, "SAME_DAY") == expected
    assert due(start, "SAME_DAY", after_hours=AfterHours.NEXT_WORKDAY) == expected


def test_hours_of_the_clock_never_roll_and_are_never_provisional():
    found = due_date(moment("2026-12-31 20:00"), limit("HOUR", 4), CALENDAR)
    assert (found.due, found.provisional) == (moment("2027-01-01 00:00"), False)
    assert due("2026-03-07 20:00", "HOUR", 24, after_hours=AfterHours.NEXT_WORKDAY) == "03-08 20:00"


@pytest.mark.parametrize(
    ("start", "unit", "n", "same_day", "next_workday"),
    [
        ("2026-03-06 17:29", "WD", 1, "03-09 17:30", "03-09 17:30"),
        ("2026-03-06 17:30", "WD", 1, "03-09 17:30", "03-10 17:30"),
        ("2026-03-07 09:00", "WD", 1, "03-09 17:30", "03-10 17:30"),
        ("2026-03-07 09:00", "CD", 3, "03-10 17:30", "03-12 17:30"),
        ("2026-03-07 09:00", "HALF_MONTH", 0, "03-23 17:30", "03-24 17:30"),
        ("2026-03-07 09:00", "MONTH", 1, "04-07 17:30", "04-09 17:30"),
        ("2026-03-07 09:00", "WHOUR", 1, "03-09 09:00", "03-09 09:00"),
    ],
)
def test_a_receipt_outside_office_hours_is_dated_as_the_office_has_chosen(start, unit, n, same_day, next_workday):
    assert due(start, unit, n) == same_day
    assert due(start, unit, n, after_hours=AfterHours.NEXT_WORKDAY) == next_workday


@pytest.mark.parametrize(
    ("unit", "n", "stops", "expected"),
    [
        ("WD", 5, [("2026-03-04", "2026-03-04")], "03-09 17:30"),
        ("WD", 5, [("2026-03-02", "2026-03-03")], "03-10 17:30"),
        ("WD", 5, [("2026-03-06", "2026-03-08")], "03-09 17:30"),
        ("WD", 5, [("2026-03-09", "2026-03-20")], "03-09 17:30"),
        ("WD", 5, [("2026-03-08", "2026-03-09")], "03-10 17:30"),
        ("WD", 5, [("2026-03-04", "2026-03-05"), ("2026-03-05", "2026-03-06")], "03-11 17:30"),
        ("WD", 5, [("2026-03-05", "2026-03-06"), ("2026-03-04", "2026-03-06")], "03-11 17:30"),
        ("CD", 5, [("2026-03-07", "2026-03-20")], "03-09 17:30"),
        ("CD", 5, [("2026-03-06", "2026-03-20")], "03-23 17:30"),
        ("CD", 5, [("2026-03-03", "2026-03-04"), ("2026-03-07", "2026-03-08")], "03-09 17:30"),
        ("MONTH", 1, [("2026-04-02", "2026-04-30")], "04-02 17:30"),
        ("MONTH", 1, [("2026-04-01", "2026-04-03")], "04-07 17:30"),
        ("MONTH", 1, [("2026-03-03", "2026-03-05"), ("2026-04-02", "2026-04-03")], "04-07 17:30"),
        ("IMMEDIATE", 60, [("2026-03-02", "2026-03-03")], "03-02 10:00"),
        ("WHOUR", 8, [("2026-03-02", "2026-03-04")], "03-05 10:00"),
        ("HOUR", 15, [("2026-03-02", "2026-03-04")], "03-03 00:00"),
        ("HOUR", 16, [("2026-03-02", "2026-03-04")], "03-05 01:00"),
        ("SAME_DAY", 0, [("2026-03-02", "2026-03-04")], "03-02 17:30"),
    ],
)
def test_a_suspension_removes_the_days_after_its_first_up_to_its_last(unit, n, stops, expected):
    suspensions = [stop(*pair) for pair in stops]
    assert due("2026-03-02 09:00", unit, n, suspensions=suspensions) == expected


@pytest.mark.parametrize(
    ("start", "stopped", "expected"),
    [
        ("2026-03-07 10:00", ("2026-03-07", "2026-03-10"), "03-11 17:30"),
        ("2026-03-06 17:45", ("2026-03-06", "2026-03-09"), "03-10 17:30"),
        ("2026-03-06 17:45", ("2026-03-09", "2026-03-12"), "03-09 17:30"),
    ],
)
def test_what_is_due_the_next_working_day_is_not_due_while_its_clock_stands(start, stopped, expected):
    assert due(start, "SAME_DAY", suspensions=[stop(*stopped)]) == expected


@pytest.mark.parametrize(
    ("unit", "n", "extensions", "expected"),
    [
        ("WD", 5, [("WD", 1)], "03-10 17:30"),
        ("CD", 5, [("CD", 1)], "03-10 17:30"),
        ("CD", 5, [("CD", 5)], "03-16 17:30"),
        ("CD", 5, [("WD", 2), ("CD", 3)], "03-16 17:30"),
        ("WD", 5, [("HALF_MONTH", 0)], "03-24 17:30"),
        ("WD", 5, [("MONTH", 1)], "04-09 17:30"),
        ("WD", 5, [("WHOUR", 1)], "03-10 09:00"),
        ("WD", 5, [("SAME_DAY", 0)], "03-10 17:30"),
        ("WD", 5, [("HOUR", 24)], "03-10 17:30"),
        ("IMMEDIATE", 30, [("IMMEDIATE", 30)], "03-02 10:00"),
        ("IMMEDIATE", 30, [("SAME_DAY", 0)], "03-02 17:30"),
        ("IMMEDIATE", 30, [("WD", 1)], "03-03 17:30"),
    ],
)
def test_an_extension_counts_on_from_the_rolled_last_day(unit, n, extensions, expected):
    assert due("2026-03-02 09:00", unit, n, extensions=[limit(*pair) for pair in extensions]) == expected


def test_an_extension_skips_suspended_days_even_of_a_suspension_that_came_too_late_for_the_limit():
    late = [stop("2026-03-07", "2026-03-11")]
    assert due("2026-03-02 09:00", "CD", 5, suspensions=late) == "03-09 17:30"
    assert due("2026-03-02 09:00", "CD", 5, suspensions=late, extensions=[limit("WD", 1)]) == "03-12 17:30"
    assert due("2026-03-02 09:00", "CD", 5, suspensions=late, extensions=[limit("CD", 1)]) == "03-12 17:30"


@pytest.mark.parametrize(
    ("start", "unit", "n", "provisional"),
    [
        ("2026-12-24 09:00", "WD", 1, False),
        ("2026-12-24 09:00", "CD", 2, True),
        ("2026-12-24 09:00", "WD", 2, True),
        ("2026-12-25 09:00", "SAME_DAY", 0, False),
        ("2026-12-25 17:30", "SAME_DAY", 0, True),
        ("2026-12-28 09:00", "IMMEDIATE", 30, True),
        ("2026-12-28 09:00", "HOUR", 30, False),
        ("2016-12-28 09:00", "WD", 2, False),
    ],
)
def test_a_due_date_is_provisional_when_the_last_day_looked_up_is_not_yet_published(start, unit, n, provisional):
    assert due_date(moment(start), limit(unit, n), CALENDAR).provisional is provisional


def test_an_extension_in_hours_leaves_a_provisional_date_provisional():
    found = due_date(moment("2026-12-25 09:00"), limit("WD", 1), CALENDAR, extensions=[limit("HOUR", 1)])
    assert found.provisional


def test_closing_follows_the_hours_of_the_due_day():
    summer = WorkingCalendar(years=CALENDAR.years, timetable=SEASONAL_TIMETABLE)
    last_spring_day = due_date(moment("2026-04-29 17:45"), limit("WD", 2), summer)
    assert last_spring_day.due == moment("2026-05-06 18:00")
    assert due_date(moment("2026-09-30 17:45"), limit("SAME_DAY"), summer).due == moment("2026-09-30 18:00")
    assert due_date(moment("2026-07-01 14:30"), limit("IMMEDIATE", 30), summer).due == moment("2026-07-01 15:30")


def test_the_days_say_why_each_of_them_counts_or_not():
    assert reasons("2026-02-13 10:00", "WD", 2)[:3] == [
        ("02-13", "start_day"),
        ("02-14", "make_up+"),
        ("02-15", "holiday"),
    ]
    assert reasons("2026-03-06 18:00", "WD", 1, after_hours=AfterHours.NEXT_WORKDAY) == [
        ("03-06", "after_hours"),
        ("03-07", "weekend"),
        ("03-08", "weekend"),
        ("03-09", "start_day"),
        ("03-10", "workday+"),
    ]
    assert reasons("2026-03-04 09:00", "CD", 3, suspensions=[stop("2026-03-04", "2026-03-05")]) == [
        ("03-04", "start_day"),
        ("03-05", "suspended"),
        ("03-06", "calendar_day+"),
        ("03-07", "calendar_day+"),
        ("03-08", "last_day_rests+"),
        ("03-09", "rolled"),
    ]
    assert reasons("2026-03-06 17:30", "IMMEDIATE", 5) == [
        ("03-06", "after_closing"),
        ("03-07", "weekend"),
        ("03-08", "weekend"),
        ("03-09", "workday+"),
    ]
    assert reasons("2026-03-06 23:00", "HOUR", 2) == [("03-06", "clock_hours+"), ("03-07", "clock_hours+")]
    assert reasons("2026-03-07 09:00", "SAME_DAY") == [
        ("03-07", "weekend"),
        ("03-08", "weekend"),
        ("03-09", "workday+"),
    ]


def test_a_day_on_the_way_bears_the_name_of_its_festival():
    days = due_date(moment("2026-04-30 09:00"), limit("WD", 1), CALENDAR).days
    assert [day.name for day in days] == ["", *["劳动节"] * 5, ""]


def test_everything_wrong_with_a_limit_is_told_at_once():
    stops = [stop("2026-03-05", "2026-03-04"), stop("2026-03-02", "2026-03-02")]
    found = refused("2003-12-31 09:00", "WD", 0, suspensions=stops, extensions=[limit("CD", LARGEST_NUMBER + 1)])
    assert found == [
        ("start", "start_out_of_range"),
        ("n", "limit_too_small"),
        ("suspensions[1]", "suspension_reversed"),
        ("extensions[1]", "limit_too_large"),
    ]


def test_no_suspension_may_begin_before_the_clock():
    before = [stop("2026-03-06", "2026-03-10")]
    assert refused("2026-03-07 09:00", "WD", 1, suspensions=before) == [("suspensions[1]", "suspension_before_start")]
    on_receipt = [stop("2026-03-07", "2026-03-10")]
    assert due("2026-03-07 09:00", "WD", 1, suspensions=on_receipt) == "03-11 17:30"
    assert refused("2026-03-07 09:00", "WD", 1, suspensions=on_receipt, after_hours=AfterHours.NEXT_WORKDAY) == [
        ("suspensions[1]", "suspension_before_start")
    ]


@pytest.mark.parametrize("unit", ["WD", "CD", "MONTH"])
def test_a_limit_beyond_the_calendar_is_refused_and_not_guessed(unit):
    assert refused("2026-03-02 09:00", unit, LARGEST_NUMBER) == [("", "beyond_calendar")]


@pytest.mark.parametrize("unit", list(LimitUnit))
def test_a_suspension_without_an_end_in_sight_is_refused_or_does_nothing(unit):
    forever = [Suspension(from_on=date(2026, 3, 2), until_on=date.max)]
    if unit in ("IMMEDIATE", "SAME_DAY", "HOUR", "WHOUR"):
        assert due("2026-03-02 09:00", unit, 1, suspensions=forever).startswith("03-02")
    else:
        assert refused("2026-03-02 09:00", unit, 1, suspensions=forever) == [("", "beyond_calendar")]


def test_a_start_that_knows_a_zone_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="local"):
        due("2026-03-02 09:00+08:00", "WD", 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (LAST_DAY, 0, LAST_DAY),
    ],
)
def test_a_month_later_is_the_same_day_number_or_the_last_of_the_month(day, months, later):
    assert add_months(day, months) == later


starts = st.datetimes(moment("2017-01-01"), moment("2027-02-28")).map(
    lambda start: start.replace(second=0, microsecond=0)
)
busy_starts = st.builds(
    lambda day, hour, minute: datetime.combine(day, datetime.min.time()) + timedelta(hours=hour, minutes=minute),
    st.dates(date(2025, 12, 20), date(2027, 2, 15)),
    st.sampled_from([0, 7, 8, 11, 12, 13, 14, 15, 17, 18, 23]),
    st.sampled_from([0, 1, 29, 30, 31, 59]),
)
LARGEST = {"IMMEDIATE": 600, "WHOUR": 12, "HOUR": 72, "WD": 25, "CD": 45, "MONTH": 2}
legs = st.sampled_from([unit.value for unit in LimitUnit]).flatmap(
    lambda unit: st.tuples(st.just(unit), st.integers(1, LARGEST.get(unit, 1)))
)

HOURS = tuple(
    tuple(Session(*map(time.fromisoformat, session.split("-"))) for session in text.split(" "))
    for text in ("09:00-16:00", "08:00-12:00 15:00-18:00", "08:30-11:30", "08:00-12:00 13:00-14:00 16:00-20:30")
)


@st.composite
def cases(draw) -> Case:
    start = draw(starts | busy_starts)
    unit, n = draw(legs)
    near = st.integers(-1, 40).map(lambda days: start.date() + timedelta(days=days))
    off = draw(st.frozensets(near, max_size=4))
    work = draw(st.frozensets(near, max_size=4)) - off
    next_workday = draw(st.booleans())
    begins = st.integers(0, 30).map(lambda days: start.date() + timedelta(days=days))
    length = st.integers(0, 9).map(lambda days: timedelta(days=days))
    stops = st.builds(lambda first, days: (first, first + days), begins, length)
    new_hours = st.tuples(near, st.sampled_from(HOURS))
    return Case(
        start=start,
        unit=unit,
        n=n,
        next_workday=next_workday,
        suspensions=() if next_workday else tuple(draw(st.lists(stops, max_size=3))),
        extensions=tuple(draw(st.lists(legs, max_size=2))),
        off=off,
        work=work,
        seasonal=draw(st.booleans()),
        later=tuple(draw(st.lists(new_hours, max_size=2, unique_by=lambda begun: begun[0]))),
    )


def calendar_of(case: Case) -> WorkingCalendar:
    overrides = [DayOverride(on=on, works=False, reason="off", layer=4) for on in case.off]
    overrides += [DayOverride(on=on, works=True, reason="work", layer=4) for on in case.work]
    timetable = SEASONAL_TIMETABLE if case.seasonal else DEFAULT_TIMETABLE
    later = tuple(
        Timetable(seasons=(Season(from_month=1, from_day=1, sessions=hours),), effective_from=first)
        for first, hours in case.later
    )
    return WorkingCalendar(
        years=CALENDAR.years, overrides=tuple(overrides), timetable=timetable, later_timetables=later
    )


def count(case: Case, *, start: datetime | None = None, n: int | None = None, stops: int | None = None):
    return due_date(
        start or case.start,
        limit(case.unit, n or case.n),
        calendar_of(case),
        after_hours=AfterHours.NEXT_WORKDAY if case.next_workday else AfterHours.SAME_DAY,
        suspensions=[Suspension(from_on=a, until_on=b) for a, b in case.suspensions[:stops]],
        extensions=[limit(*extension) for extension in case.extensions],
    )


@settings(max_examples=400, deadline=None)
@given(cases())
def test_the_slow_counting_comes_to_the_same_moment(case):
    found = count(case)
    assert (found.due, found.provisional) == slow_due(case)


@settings(max_examples=200, deadline=None)
@given(cases(), st.integers(1, 10))
def test_a_larger_limit_is_never_due_earlier(case, more):
    assert count(case, n=case.n + more).due >= count(case).due


@settings(max_examples=200, deadline=None)
@given(cases(), st.integers(1, 10_000))
def test_a_later_start_is_never_due_earlier(case, minutes):
    later = case.start + timedelta(minutes=minutes)
    assume(all(first >= later.date() for first, _last in case.suspensions))
    assert count(case, start=later).due >= count(case).due


@settings(max_examples=200, deadline=None)
@given(cases())
def test_a_suspension_more_is_never_due_earlier(case):
    assert count(case).due >= count(case, stops=-1).due


@settings(max_examples=200, deadline=None)
@given(cases())
def test_only_hours_of_the_clock_end_on_a_rest_day_or_outside_hours(case):
    last_unit = [case.unit, *(unit for unit, _n in case.extensions)][-1]
    assume(last_unit != "HOUR")
    ends_at, calendar = count(case).due, calendar_of(case)
    assert ends_at > case.start
    assert any(session.opens < ends_at.time() <= session.closes for session in calendar.sessions_on(ends_at.date()))
    if last_unit in IN_DAYS:
        assert ends_at == calendar.closing_at(ends_at.date())


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_explained_days_follow_each_other_and_agree_with_the_calendar(case):
    found, calendar = count(case), calendar_of(case)
    assert [day.on for day in found.days] == [case.start.date() + timedelta(days=n) for n in range(len(found.days))]
    for day in found.days:
        if day.reason in set(calendar.kind_of(day.on).__class__):
            assert day.reason == calendar.kind_of(day.on)
