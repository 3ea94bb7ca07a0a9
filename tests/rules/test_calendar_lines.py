"""A notice typed in line by line."""

import pytest

from reception.errors import Invalid
from reception.rules.calendar_lines import YearLine, expected_lines, lines_of, read_lines
from reception.rules.calendar_years import CalendarYear
from tests.rules.test_calendar_notices import YEARS

BASE = CalendarYear(year=2027, source="通知")


@pytest.mark.parametrize("year", YEARS, ids=lambda year: str(year.year))
def test_a_year_as_lines_is_read_back_whole(year: CalendarYear):
    assert read_lines(lines_of(year), year) == year


@pytest.mark.parametrize("typed", ["2027-02-14", "2-14", "2月14日", "2027年2月14日", " 2/14 ", "02.14"])
def test_a_day_may_be_written_in_every_usual_way(typed: str):
    year = read_lines([YearLine(name="春节", first="2-5", last="2-11", work=typed)], BASE)
    assert [day.isoformat() for day in year.make_up_on] == ["2027-02-14"]


def test_one_day_needs_no_end_and_empty_lines_say_nothing():
    year = read_lines([YearLine(name="清明节"), YearLine(name="元旦", first="1-1"), YearLine(work="1-9、1-10")], BASE)
    assert [(period.name, len(period.days())) for period in year.rest] == [("元旦", 1)]
    assert len(year.make_up_on) == 2
    assert year.source == "通知"


def test_everything_that_is_wrong_is_told_at_its_field():
    lines = [
        YearLine(name="元旦", first="1-32", last="1-3"),
        YearLine(name="春节", last="2-11", work="x, 2-30"),
        YearLine(name="清明节", first="4-5", last="4-3"),
    ]
    with pytest.raises(Invalid) as refusal:
        read_lines(lines, BASE)
    assert [(reason.field, reason.code) for reason in refusal.value.reasons] == [
        ("lines[1].first", "date_unreadable"),
        ("lines[2].work", "date_unreadable"),
        ("lines[2].work", "date_unreadable"),
        ("lines[2].first", "required"),
        ("lines[3].last", "period_reversed"),
    ]


def test_days_both_off_and_worked_and_empty_years_are_refused():
    for lines, code in (([YearLine(first="1-1", work="1-1")], "rest_and_make_up"), ([], "notice_without_days")):
        with pytest.raises(Invalid) as refusal:
            read_lines(lines, BASE)
        assert [reason.code for reason in refusal.value.reasons] == [code]


def test_the_festivals_of_a_year_are_offered_with_their_statutory_days():
    assert [(line.name, line.first, line.last) for line in expected_lines(2027)][:2] == [
        ("元旦", "2027-01-01", "2027-01-01"),
        ("春节", "2027-02-05", "2027-02-08"),
    ]
