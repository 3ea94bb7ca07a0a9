"""How early a light warns: the handbook's thresholds unless the office set others, never from the first moment on."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from reception.rules.cases import Light, warns_at
from reception.rules.cases import running_light as light
from reception.rules.limits import Limit, LimitUnit
from reception.rules.thresholds import BOUNDS, HANDBOOK_THRESHOLDS, LightThresholds, threshold_faults
from reception.rules.time_limits import due_date
from tests.rules.test_cases import CALENDAR


def test_the_thresholds_of_the_handbook_are_the_ones_nobody_set():
    expected = {0: 0, 1: 0, 2: 1, 9: 1, 10: 2, 14: 2, 15: 3, 20: 4, 22: 4}
    assert {whole: HANDBOOK_THRESHOLDS.days_before(whole) for whole in expected} == expected


@pytest.mark.parametrize(
    ("thresholds", "expected"),
    [
        (LightThresholds(short_days=3), {1: 0, 2: 1, 3: 2, 4: 3, 9: 3, 10: 2}),
        (LightThresholds(short_days=0), {2: 0, 9: 0, 10: 2}),
        (LightThresholds(long_divisor=2), {9: 1, 10: 5, 21: 10}),
        (LightThresholds(long_divisor=10, long_least=3), {10: 3, 29: 3, 40: 4}),
        (LightThresholds(long_least=9), {10: 9, 50: 10}),
    ],
)
def test_a_limit_warns_as_the_office_set_it_but_never_on_its_first_day(
    thresholds: LightThresholds, expected: dict[int, int]
):
    assert {whole: thresholds.days_before(whole) for whole in expected} == expected


def turns(unit: LimitUnit, n: int, thresholds: LightThresholds, step: timedelta) -> datetime:
    """Give the first local moment from Monday 2026-03-02 09:00 on at which a limit is yellow."""
    calendar = replace(CALENDAR, thresholds=thresholds)
    start, limit = datetime.fromisoformat("2026-03-02 09:00"), Limit(unit=unit, n=n)
    due = due_date(start, limit, calendar).due
    moment = start
    while light(calendar.instant(start), limit, calendar.instant(due), calendar.instant(moment), calendar) is not (
        Light.WARNING
    ):
        moment += step
    return moment


def test_every_light_is_told_by_the_thresholds_that_ride_with_the_calendar():
    day, minute = timedelta(days=1), timedelta(minutes=1)
    assert turns(LimitUnit.WD, 5, LightThresholds(), day).date() == date(2026, 3, 6)
    assert turns(LimitUnit.WD, 5, LightThresholds(short_days=3), day).date() == date(2026, 3, 4)
    assert turns(LimitUnit.WD, 20, LightThresholds(), day).date() == date(2026, 3, 24)
    assert turns(LimitUnit.WD, 20, LightThresholds(long_divisor=2), day).date() == date(2026, 3, 16)
    assert turns(LimitUnit.IMMEDIATE, 30, LightThresholds(), minute) == datetime.fromisoformat("2026-03-02 09:15")
    assert turns(LimitUnit.IMMEDIATE, 30, LightThresholds(used_percent=80), minute) == datetime.fromisoformat(
        "2026-03-02 09:24"
    )
    assert turns(LimitUnit.HOUR, 10, LightThresholds(used_percent=10), minute) == datetime.fromisoformat(
        "2026-03-02 10:00"
    )


def test_a_limit_of_days_asks_its_calendar_how_early_it_warns():
    start, due = (
        CALENDAR.instant(datetime.fromisoformat("2026-03-02 09:00")),
        CALENDAR.instant(datetime.fromisoformat("2026-03-09 17:30")),
    )
    wide = replace(CALENDAR, thresholds=LightThresholds(short_days=4))
    assert [warns_at(start, due, calendar) for calendar in (CALENDAR, wide)] == [1, 4]


@pytest.mark.parametrize("name", BOUNDS)
def test_a_setting_outside_its_bounds_is_named(name: str):
    least, most = BOUNDS[name]
    for value in (least, most):
        assert threshold_faults(replace(HANDBOOK_THRESHOLDS, **{name: value})) == ()
    for value in (least - 1, most + 1):
        [reason] = threshold_faults(replace(HANDBOOK_THRESHOLDS, **{name: value}))
        assert (reason.code, reason.field, reason.values) == ("threshold_bounds", name, {"least": least, "most": most})
