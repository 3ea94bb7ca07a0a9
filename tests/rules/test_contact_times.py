"""The time of a contact, typed afterwards."""

from datetime import date, datetime

import pytest

from reception.errors import Invalid
from reception.rules.contact_times import read_contact_time

NOW = datetime.fromisoformat("2026-11-24 10:26")
"""A Tuesday."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:15", "2026-11-24 09:15"),
        ("９：１５", "2026-11-24 09:15"),
        ("9.15", "2026-11-24 09:15"),
        ("915", "2026-11-24 09:15"),
        ("0915", "2026-11-24 09:15"),
        ("9点", "2026-11-24 09:00"),
        ("9", "2026-11-24 09:00"),
        ("9点半", "2026-11-24 09:30"),
        ("9点一刻", "2026-11-24 09:15"),
        ("9时5分", "2026-11-24 09:05"),
        ("下午3点", "2026-11-24 15:00"),
        ("3:20 pm", "2026-11-24 15:20"),
        ("中午12点半", "2026-11-24 12:30"),
        ("中午1点", "2026-11-24 13:00"),
        ("12:05 am", "2026-11-24 00:05"),
        ("23:59", "2026-11-24 23:59"),
        ("昨天 16:20", "2026-11-23 16:20"),
        ("昨天16:20", "2026-11-23 16:20"),
        ("yesterday 16:20", "2026-11-23 16:20"),
        ("昨晚8点", "2026-11-23 20:00"),
        ("前天 下午4点半", "2026-11-22 16:30"),
        ("大前天 800", "2026-11-21 08:00"),
        ("周二 9:15", "2026-11-24 09:15"),
        ("周三 9:15", "2026-11-18 09:15"),
        ("星期日 9:15", "2026-11-22 09:15"),
        ("上周二 9:15", "2026-11-17 09:15"),
        ("上周日 9:15", "2026-11-22 09:15"),
        ("Mon 9:15", "2026-11-23 09:15"),
        ("11-24 9:15", "2026-11-24 09:15"),
        ("11/20 915", "2026-11-20 09:15"),
        ("11月20日9点15分", "2026-11-20 09:15"),
        ("11.20 9:15", "2026-11-20 09:15"),
        ("2026-11-20 09:15", "2026-11-20 09:15"),
        ("2025年3月2日 9:15", "2025-03-02 09:15"),
        ("11-25 9:15", "2026-11-25 09:15"),
    ],
)
def test_a_moment_is_read_as_it_is_meant(typed: str, meant: str):
    assert read_contact_time(typed, NOW) == datetime.fromisoformat(meant)


def test_a_day_without_a_year_is_the_nearest_one():
    january = datetime.fromisoformat("2027-01-05 10:00")
    assert read_contact_time("12-30 9:15", january).year == 2026
    assert read_contact_time("1-4 9:15", january).year == 2027
    assert read_contact_time("2-29 9:15", datetime.fromisoformat("2025-01-10 10:00")) == datetime.fromisoformat(
        "2024-02-29 09:15"
    )


def test_a_time_alone_is_of_the_day_that_is_being_entered():
    assert read_contact_time("16:20", NOW, date(2026, 11, 20)) == datetime.fromisoformat("2026-11-20 16:20")
    assert read_contact_time("昨天 16:20", NOW, date(2026, 11, 20)).day == 23


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "很早", "25:00", "9:60", "11-31 9:15", "13-1 9:15", "0-0 9:15", "9:15 9:20", "昨天 周三 9:15"),
        *("9" * 41, "2026-02-30 9:15", "99999", "9:1:5", "-9:15", "𬭎", "2460"),
    ],
)
def test_what_is_no_moment_is_refused(typed: str):
    with pytest.raises(Invalid) as refused:
        read_contact_time(typed, NOW)
    assert [reason.code for reason in refused.value.reasons] == ["time_unreadable"]


@pytest.mark.parametrize("typed", ["昨天", "2026-11-20", "11-20 ", "周三", "11月20日"])
def test_a_day_alone_asks_for_the_time_of_day(typed: str):
    with pytest.raises(Invalid) as refused:
        read_contact_time(typed, NOW)
    assert [reason.code for reason in refused.value.reasons] == ["time_without_clock"]
