"""Moments as they are typed in passing."""

from datetime import datetime

import pytest

from reception.rules.typed_times import Edge, read_moment
from reception.rules.working_calendar import WorkingCalendar

CALENDAR = WorkingCalendar(years=())
NOW = datetime.fromisoformat("2026-11-24 10:26:41")
"""A Tuesday; the office works 08:00–12:00 and 14:30–17:30."""


def read(text: str, edge: Edge = "closing") -> str:
    found = read_moment(text, NOW, CALENDAR, edge)
    return f"{found:%m-%d %H:%M}" if found else ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14", "11-24 14:00"),
        ("930", "11-24 09:30"),
        ("1430", "11-24 14:30"),
        ("14:30", "11-24 14:30"),
        ("１４：３０", "11-24 14:30"),
        ("14点半", "11-24 14:30"),
        ("下午3点一刻", "11-24 15:15"),
        ("3 pm", "11-24 15:00"),
        ("+30", "11-24 10:56"),
        ("2小时", "11-24 12:26"),
        ("45 分钟", "11-24 11:11"),
        ("明天 9:15", "11-25 09:15"),
        ("明早9点", "11-25 09:00"),
        ("后天下午4点", "11-26 16:00"),
        ("tomorrow noon", "11-25 12:00"),
        ("周五 1400", "11-27 14:00"),
        ("下周一 8点", "11-30 08:00"),
        ("周二9点", "11-24 09:00"),
        ("周一 9点", "11-30 09:00"),
        ("12-1", "12-01 17:30"),
        ("12月1日 14:30", "12-01 14:30"),
        ("1-5", "01-05 17:30"),
        ("2026-12-01 10", "12-01 10:00"),
        ("fri 9", "11-27 09:00"),
        ("下班", "11-24 17:30"),
    ],
)
def test_a_moment_is_read_as_people_type_it(typed: str, meant: str):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "begins", "ends"),
    [
        ("明天", "11-25 08:00", "11-25 17:30"),
        ("明天上午", "11-25 08:00", "11-25 12:00"),
        ("明天下午", "11-25 14:00", "11-25 17:30"),
        ("周四", "11-26 08:00", "11-26 17:30"),
        ("明早", "11-25 08:00", "11-25 08:00"),
    ],
)
def test_a_day_alone_begins_and_ends_with_the_hours_of_the_office(typed: str, begins: str, ends: str):
    assert (read(typed, "opening"), read(typed)) == (begins, ends)


def test_a_day_that_is_past_without_a_year_is_of_the_next_year():
    found = read_moment("1-5", NOW, CALENDAR, "closing")
    assert found is not None
    assert found.year == 2027


@pytest.mark.parametrize(
    "typed", ["", "  ", "x", "25", "1370", "12-32", "14 15", "明天后天", "2月30日", "下班 14", "很快回来", "9" * 41]
)
def test_what_names_no_moment_is_not_guessed_at(typed: str):
    assert read(typed) == ""
