"""The working calendar: which days work, by notice, override and estimate; hours; local time."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import chinese_calendar
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.calendar_checks import check_year
from reception.rules.plain import from_plain, to_plain
from reception.rules.statutory_days import FIRST_DAY, LAST_DAY, estimated_days, statutory_days
from reception.rules.working_calendar import (
    DEFAULT_TIMETABLE,
    SEASONAL_TIMETABLE,
    CalendarYear,
    DayKind,
    DayOverride,
    RestPeriod,
    Season,
    Session,
    Timetable,
    WorkingCalendar,
    parse_sessions,
    parse_years,
)

NOTICES = yaml.safe_load((Path(__file__).parents[2] / "resources/calendars/cn.yaml").read_text("utf-8"))
YEARS = parse_years(NOTICES)
CALENDAR = WorkingCalendar(years=YEARS)
moment = datetime.fromisoformat


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def refused(call, *arguments) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        call(*arguments)
    return [(reason.field, reason.code) for reason in caught.value.reasons]


def test_every_day_of_the_published_years_agrees_with_an_independent_calendar():
    days = every_day(date(2017, 1, 1), date(2026, 12, 31))
    assert [day for day in days if CALENDAR.is_working_day(day) is not chinese_calendar.is_workday(day)] == []


@pytest.mark.parametrize("year", YEARS, ids=lambda year: str(year.year))
def test_a_published_year_passes_the_checks_except_the_emergency_of_2020(year):
    found = [(reason.code, reason.values["found"]) for reason in check_year(year)]
    assert found == ([("weekday_balance", 19)] if year.year == 2020 else [])


@pytest.mark.parametrize("year", range(2017, 2027))
def test_the_weekdays_off_are_the_statutory_days_and_the_make_up_days(year):
    days = every_day(date(year, 1, 1), date(year, 12, 31))
    off = sum(day.weekday() < 5 and not CALENDAR.is_working_day(day) for day in days)
    make_up = sum(CALENDAR.kind_of(day) is DayKind.MAKE_UP for day in days)
    assert off == (13 if year >= 2025 or year == 2020 else 11) + make_up


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        (date(2026, 2, 14), DayKind.MAKE_UP, ""),
        (date(2026, 2, 15), DayKind.HOLIDAY, "春节"),
        (date(2026, 2, 17), DayKind.HOLIDAY, "春节"),
        (date(2026, 3, 7), DayKind.WEEKEND, ""),
        (date(2026, 3, 9), DayKind.WORKDAY, ""),
        (date(2026, 9, 19), DayKind.WEEKEND, ""),
        (date(2026, 9, 20), DayKind.MAKE_UP, ""),
        (date(2027, 1, 1), DayKind.ESTIMATED_HOLIDAY, "元旦"),
        (date(2027, 2, 6), DayKind.ESTIMATED_HOLIDAY, "春节"),
        (date(2027, 2, 10), DayKind.ESTIMATED_HOLIDAY, "春节"),
        (date(2027, 2, 11), DayKind.WORKDAY, ""),
    ],
)
def test_a_day_has_its_kind_and_the_name_of_its_festival(day, kind, name):
    assert (CALENDAR.kind_of(day), CALENDAR.day_name(day)) == (kind, name)


def test_the_later_notice_holds_where_two_speak_of_one_day():
    first = CalendarYear(year=2026, make_up_on=(date(2026, 12, 31),))
    later = CalendarYear(
        year=2027, rest=(RestPeriod(name="元旦", first_on=date(2026, 12, 31), last_on=date(2027, 1, 2)),)
    )
    assert WorkingCalendar(years=(later, first)).kind_of(date(2026, 12, 31)) is DayKind.HOLIDAY


def test_the_last_published_day_is_27_december_of_the_last_year_before_any_gap():
    assert CALENDAR.last_published_on == date(2026, 12, 27)
    with_gap = WorkingCalendar(years=(*YEARS, CalendarYear(year=2028)))
    assert with_gap.last_published_on == date(2026, 12, 27)
    assert WorkingCalendar(years=()).last_published_on == date.min


@pytest.mark.parametrize(
    ("after", "until"),
    [
        ("2025-12-31", "2026-01-01"),
        ("2024-02-28", "2024-12-31"),
        ("2025-06-30", "2028-03-01"),
        ("2026-01-01", "2026-12-31"),
    ],
)
def test_working_days_between_are_those_that_one_counts_day_by_day(after: str, until: str):
    first, last = date.fromisoformat(after), date.fromisoformat(until)
    days = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert CALENDAR.working_days_between(first, last) == sum(CALENDAR.is_working_day(day) for day in days)


def test_working_days_between_exclude_the_first_day_and_include_the_last():
    assert CALENDAR.working_days_between(date(2026, 2, 13), date(2026, 2, 24)) == 2
    assert CALENDAR.working_days_between(date(2026, 3, 2), date(2026, 3, 3)) == 1
    assert CALENDAR.working_days_between(date(2026, 3, 3), date(2026, 3, 3)) == 0
    assert CALENDAR.working_days_between(date(2026, 3, 4), date(2026, 3, 3)) == 0


@given(st.dates(FIRST_DAY, LAST_DAY - timedelta(days=40)))
def test_the_next_working_day_is_later_and_works_and_none_lies_between(day):
    following = CALENDAR.next_working_day(day)
    assert CALENDAR.is_working_day(following)
    assert following > day
    assert CALENDAR.working_days_between(day, following) == 1


def test_a_calendar_that_went_through_the_database_is_equal_and_answers_alike():
    again = WorkingCalendar(years=from_plain(tuple[CalendarYear, ...], to_plain(YEARS)))
    assert again == CALENDAR
    days = every_day(date(2016, 1, 1), date(2028, 12, 31))
    assert [again.kind_of(day) for day in days] == [CALENDAR.kind_of(day) for day in days]


def with_overrides(*overrides: tuple[int, bool, str]) -> WorkingCalendar:
    on = date(2026, 5, 2)
    return WorkingCalendar(
        years=YEARS,
        overrides=tuple(DayOverride(on=on, works=w, reason=r, layer=layer) for layer, w, r in overrides),
    )


def test_an_override_turns_a_rest_day_into_a_working_day_and_names_its_reason():
    calendar = with_overrides((4, True, "值班窗口"))
    assert calendar.kind_of(date(2026, 5, 2)) is DayKind.UNIT_WORK
    assert calendar.day_name(date(2026, 5, 2)) == "值班窗口"
    assert calendar.next_working_day(date(2026, 4, 30)) == date(2026, 5, 2)


def test_the_highest_layer_wins_whatever_the_order():
    assert not with_overrides((4, False, "停电"), (2, True, "省里")).is_working_day(date(2026, 5, 2))
    assert with_overrides((2, False, "省里"), (3, True, "校庆")).is_working_day(date(2026, 5, 2))


def test_an_override_that_changes_nothing_keeps_the_published_reason():
    calendar = with_overrides((4, False, "也休"))
    assert calendar.kind_of(date(2026, 5, 2)) is DayKind.HOLIDAY
    assert calendar.day_name(date(2026, 5, 2)) == "劳动节"


def test_a_unit_may_close_on_a_make_up_day():
    on = date(2026, 2, 14)
    calendar = WorkingCalendar(years=YEARS, overrides=(DayOverride(on=on, works=False, reason="停电", layer=4),))
    assert calendar.kind_of(on) is DayKind.UNIT_OFF
    assert calendar.sessions_on(on) == ()


def test_the_estimate_of_2027_is_what_the_regulation_grants_and_no_more():
    off = sorted((day.month, day.day) for day in estimated_days(2027) if day.weekday() < 5)
    spring, labour, national = [(2, 5), (2, 8), (2, 9), (2, 10)], [(5, 3), (5, 4)], [(10, 1), (10, 4), (10, 5)]
    assert off == [(1, 1), *spring, (4, 5), *labour, (6, 9), (9, 15), *national]


@pytest.mark.parametrize("year", range(2025, LAST_DAY.year + 1))
def test_the_estimate_always_grants_thirteen_weekdays(year):
    assert sum(day.weekday() < 5 for day in estimated_days(year)) == 13


@pytest.mark.parametrize("year", range(2004, 2027))
def test_every_statutory_day_was_a_day_off_in_the_independent_calendar(year):
    assert [day for day in statutory_days(year) if chinese_calendar.is_workday(day.on)] == []
    assert len(statutory_days(year)) == (10 if year < 2008 else 11 if year < 2025 else 13)


def test_mid_autumn_on_national_day_is_made_up_after_the_holiday():
    assert date(2031, 10, 1) in estimated_days(2031)
    assert estimated_days(2031)[date(2031, 10, 6)] == "国庆节"


@pytest.mark.parametrize("year", [1949, FIRST_DAY.year - 1, LAST_DAY.year + 1, 9999])
def test_outside_the_lunar_table_a_day_still_has_a_kind(year):
    calendar = WorkingCalendar(years=())
    assert calendar.kind_of(date(year, 1, 1)) is DayKind.ESTIMATED_HOLIDAY
    assert calendar.kind_of(date(year, 12, 31)) in (DayKind.WORKDAY, DayKind.WEEKEND)


def test_a_typed_notice_is_warned_of_in_every_point():
    year = CalendarYear(
        year=2026,
        rest=(RestPeriod(name="春节", first_on=date(2026, 2, 15), last_on=date(2026, 2, 23)),),
        make_up_on=(date(2026, 3, 2),),
    )
    found = check_year(year)
    assert {reason.code for reason in found} == {"statutory_day_works", "make_up_on_weekday", "weekday_balance"}
    works = [reason.values["name"] for reason in found if reason.code == "statutory_day_works"]
    assert works == ["元旦", "劳动节", "端午节", "中秋节", "国庆节", "国庆节"]


def test_a_calendar_file_tells_all_its_mistakes_with_their_places():
    rest = [{"name": "春节", "from": "2027-02-09", "to": "2027-02-05"}, {"from": "2027-02-30", "to": "x"}, 5]
    entries = [
        {"year": 2027, "rest": rest, "work": ["2027-13-01", "2027-02-14", "2027-02-14", "2030-01-01"]},
        "2028",
        {"year": "2029"},
        {"year": 2027},
        {
            "year": 2031,
            "rest": [{"name": "元旦", "from": "2031-01-01", "to": "2031-01-03"}],
            "work": ["2031-01-02", "2031-01-04", "2031-01-04"],
        },
        {"year": 2032, "rest": "none"},
    ]
    assert refused(parse_years, entries) == [
        ("[1].rest[1]", "period_reversed"),
        ("[1].rest[2].from", "date_unreadable"),
        ("[1].rest[2].to", "date_unreadable"),
        ("[1].rest[3]", "entry_not_mapping"),
        ("[1].work[1]", "date_unreadable"),
        ("[1].work[3]", "date_far_from_year"),
        ("[2]", "entry_not_mapping"),
        ("[3].year", "year_unreadable"),
        ("[4].year", "year_twice"),
        ("[5].work[1]", "rest_and_make_up"),
        ("[5].work[3]", "make_up_twice"),
        ("[6].rest", "list_expected"),
    ]


@pytest.mark.parametrize("entries", ["years", {"year": 2026}, 7])
def test_a_calendar_file_must_be_a_list(entries):
    assert refused(parse_years, entries) == [("", "list_expected")]


def test_dates_of_a_calendar_file_may_be_dates_or_text():
    entry = {
        "year": 2026,
        "notice_published": date(2025, 11, 4),
        "work": [date(2026, 1, 4)],
        "source": "通知",
        "note": 3,
    }
    (year,) = parse_years([entry])
    assert (year.notice_published_on, year.make_up_on) == (date(2025, 11, 4), (date(2026, 1, 4),))
    assert (year.source, year.note, year.rest) == ("通知", "3", ())


def test_the_seasonal_afternoon_changes_on_1_may_and_1_october():
    closings = {
        (month, day): SEASONAL_TIMETABLE.closing_on(date(2026, month, day))
        for month, day in [(1, 1), (4, 30), (5, 1), (9, 30), (10, 1), (12, 31)]
    }
    winter, summer = time(17, 30), time(18, 0)
    assert list(closings.values()) == [winter, winter, summer, summer, winter, winter]


def test_a_new_timetable_holds_from_its_first_day():
    late = Timetable(
        seasons=(Season(from_month=1, from_day=1, sessions=(Session(time(9), time(16)),)),),
        effective_from=date(2026, 3, 3),
    )
    calendar = WorkingCalendar(years=YEARS, later_timetables=(late,))
    assert calendar.closing_at(date(2026, 3, 2)) == moment("2026-03-02 17:30")
    assert calendar.closing_at(date(2026, 3, 3)) == moment("2026-03-03 16:00")


def test_a_timetable_without_possible_hours_is_refused_with_every_reason():
    noon, evening = time(12), time(18)
    seasons = (
        Season(from_month=2, from_day=30, sessions=(Session(noon, noon),)),
        Season(from_month=5, from_day=1, sessions=()),
        Season(from_month=5, from_day=1, sessions=(Session(time(8), evening), Session(noon, evening))),
    )
    assert refused(lambda: Timetable(seasons=seasons)) == [
        ("timetable[1]", "season_date"),
        ("timetable[1]", "hours_reversed"),
        ("timetable[2]", "hours_missing"),
        ("timetable[3]", "hours_overlap"),
        ("timetable", "season_twice"),
    ]
    assert refused(lambda: Timetable(seasons=())) == [("timetable", "hours_missing")]


@pytest.mark.parametrize(
    "text", ["08:00-12:00, 14:30-17:30", "8:00—12:00 14:30—17:30", "8：00至12：00；14：30～17：30"]
)
def test_hours_are_read_as_people_type_them(text):
    assert parse_sessions(text) == DEFAULT_TIMETABLE.seasons[0].sessions


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "hours_missing"),
        ("all day", "hours_unreadable"),
        ("08:00-25:00", "hours_unreadable"),
        ("08:00-12:60", "hours_unreadable"),
        ("08:00-12:00 and more", "hours_unreadable"),
        ("12:00-08:00", "hours_reversed"),
        ("08:00-12:00, 11:00-17:00", "hours_overlap"),
        ("14:30-17:30, 08:00-12:00", "hours_overlap"),
    ],
)
def test_hours_that_no_day_has_are_refused(text, code):
    assert refused(parse_sessions, text) == [("hours", code)]


def test_local_time_is_the_offices_and_comes_back_as_the_same_instant():
    instant = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    assert CALENDAR.local(instant) == moment("2027-01-01 00:30")
    assert CALENDAR.instant(CALENDAR.local(instant)) == instant
    far_west = WorkingCalendar(years=YEARS, zone="Asia/Kashgar")
    assert far_west.local(instant) == moment("2026-12-31 22:30")


def test_a_time_of_the_wrong_sort_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="zone"):
        CALENDAR.local(moment("2026-03-02 09:00"))
    with pytest.raises(ValueError, match="zone"):
        CALENDAR.instant(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
