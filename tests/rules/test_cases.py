"""Lights of what is owed (handbook §3.5), to the second."""

from dataclasses import replace
from datetime import date, datetime

import pytest
import yaml

from reception.rules.case_life import PauseCause
from reception.rules.cases import DueItem, Light, light, limit_of
from reception.rules.inquiries import Disposition
from reception.rules.limits import AfterHours, Limit, LimitUnit
from reception.rules.time_limits import due_date
from reception.rules.working_calendar import WorkingCalendar, parse_years
from reception.workstation import resource

CALENDAR = WorkingCalendar(years=parse_years(yaml.safe_load(resource("calendars/cn.yaml").read_text(encoding="utf-8"))))


def item(start: str, unit: LimitUnit, n: int) -> DueItem:
    limit, began = Limit(unit=unit, n=n), datetime.fromisoformat(start)
    due = due_date(began, limit, CALENDAR)
    return DueItem(
        inquiry_id=1,
        number="受理〔2026〕0001",
        reg_no="首问〔2026〕0001",
        disposition=Disposition.D3,
        summary="",
        visitor="",
        person="",
        post="",
        started_at=CALENDAR.instant(began),
        limit=limit,
        due_at=CALENDAR.instant(due.due),
        provisional=due.provisional,
        transfer=False,
        restricted=False,
    )


@pytest.mark.parametrize(
    ("start", "unit", "n", "now", "expected"),
    [
        ("2026-03-02 09:00", LimitUnit.WD, 3, "2026-03-03 10:00:00", Light.NORMAL),
        ("2026-03-02 09:00", LimitUnit.WD, 3, "2026-03-04 10:00:00", Light.WARNING),
        ("2026-03-02 09:00", LimitUnit.WD, 3, "2026-03-05 10:00:00", Light.DUE_TODAY),
        ("2026-03-02 09:00", LimitUnit.WD, 3, "2026-03-05 17:30:00", Light.DUE_TODAY),
        ("2026-03-02 09:00", LimitUnit.WD, 3, "2026-03-05 17:30:01", Light.OVERDUE),
        ("2026-02-13 10:00", LimitUnit.WD, 3, "2026-02-18 10:00:00", Light.NORMAL),
        ("2026-02-13 10:00", LimitUnit.WD, 3, "2026-02-24 09:00:00", Light.WARNING),
        ("2026-03-02 09:00", LimitUnit.HALF_MONTH, 0, "2026-03-12 10:00:00", Light.NORMAL),
        ("2026-03-02 09:00", LimitUnit.HALF_MONTH, 0, "2026-03-13 10:00:00", Light.WARNING),
        ("2026-03-02 09:00", LimitUnit.HALF_MONTH, 0, "2026-03-14 10:00:00", Light.WARNING),
        ("2026-03-02 09:00", LimitUnit.HALF_MONTH, 0, "2026-03-18 08:00:00", Light.OVERDUE),
        ("2026-05-24 09:00", LimitUnit.MONTH, 1, "2026-06-16 10:00:00", Light.NORMAL),
        ("2026-05-24 09:00", LimitUnit.MONTH, 1, "2026-06-17 10:00:00", Light.WARNING),
        ("2026-03-02 09:00", LimitUnit.WD, 1, "2026-03-02 16:00:00", Light.NORMAL),
        ("2026-03-02 09:00", LimitUnit.WD, 1, "2026-03-03 08:00:00", Light.DUE_TODAY),
        ("2026-03-02 09:00", LimitUnit.IMMEDIATE, 30, "2026-03-02 09:14:59", Light.NORMAL),
        ("2026-03-02 09:00", LimitUnit.IMMEDIATE, 30, "2026-03-02 09:15:00", Light.WARNING),
        ("2026-03-02 09:00", LimitUnit.IMMEDIATE, 30, "2026-03-02 09:30:01", Light.OVERDUE),
        ("2026-03-02 11:50", LimitUnit.IMMEDIATE, 30, "2026-03-02 14:34:59", Light.NORMAL),
        ("2026-03-02 11:50", LimitUnit.IMMEDIATE, 30, "2026-03-02 14:35:00", Light.WARNING),
        ("2026-03-06 16:30", LimitUnit.WHOUR, 4, "2026-03-09 08:59:59", Light.NORMAL),
        ("2026-03-06 16:30", LimitUnit.WHOUR, 4, "2026-03-09 09:00:00", Light.WARNING),
        ("2026-03-06 16:30", LimitUnit.WHOUR, 4, "2026-03-09 11:00:01", Light.OVERDUE),
        ("2026-03-06 16:30", LimitUnit.HOUR, 4, "2026-03-06 18:29:59", Light.NORMAL),
        ("2026-03-06 16:30", LimitUnit.HOUR, 4, "2026-03-06 18:30:00", Light.WARNING),
    ],
)
def test_the_light_turns_at_the_exact_moment(start: str, unit: LimitUnit, n: int, now: str, expected: Light) -> None:
    instant = CALENDAR.instant(datetime.fromisoformat(now))
    assert light(item(start, unit, n), instant, CALENDAR) is expected


@pytest.mark.parametrize(
    ("received", "n", "now", "expected"),
    [
        ("2026-03-07 10:00", 1, "2026-03-09 10:00", Light.NORMAL),
        ("2026-03-06 17:30", 1, "2026-03-09 10:00", Light.NORMAL),
        ("2026-03-06 17:29", 1, "2026-03-09 10:00", Light.DUE_TODAY),
        ("2026-03-07 10:00", 9, "2026-03-18 10:00", Light.NORMAL),
        ("2026-03-07 10:00", 9, "2026-03-19 10:00", Light.WARNING),
    ],
)
def test_a_receipt_after_hours_warns_by_the_days_that_are_counted(
    received: str, n: int, now: str, expected: Light
) -> None:
    later = replace(CALENDAR, after_hours=AfterHours.NEXT_WORKDAY)
    limit = Limit(unit=LimitUnit.WD, n=n)
    due = due_date(datetime.fromisoformat(received), limit, later, after_hours=later.after_hours).due
    owed = replace(item(received, LimitUnit.WD, n), due_at=later.instant(due))
    assert light(owed, later.instant(datetime.fromisoformat(now)), later) is expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-03 10:00", Light.PAUSED),
        ("2026-03-05 10:00", Light.PAUSED),
        ("2026-03-12 10:00", Light.PAUSED),
        ("2026-03-13 23:59:59", Light.PAUSED),
        ("2026-03-14 00:00", Light.OVERDUE),
    ],
)
def test_a_clock_that_stands_is_grey_before_all_else_until_its_planned_end_is_past(now: str, expected: Light) -> None:
    stopped = replace(
        item("2026-03-02 09:00", LimitUnit.WD, 3),
        paused=PauseCause.HEARING,
        resumes_on=date.fromisoformat("2026-03-13"),
    )
    assert light(stopped, CALENDAR.instant(datetime.fromisoformat(now)), CALENDAR) is expected


def test_what_has_a_reason_for_no_limit_is_green_for_ever() -> None:
    unlimited = replace(item("2026-03-02 09:00", LimitUnit.WD, 3), no_limit_reason="等政策出台")
    late = CALENDAR.instant(datetime.fromisoformat("2026-12-01 10:00"))
    assert light(unlimited, late, CALENDAR) is Light.NORMAL


def test_a_case_is_opened_by_these_ways_only_and_d3_takes_the_matters_limit() -> None:
    own = Limit(unit=LimitUnit.WD, n=7)
    opened = {disposition for disposition in Disposition if limit_of(disposition, own) is not None}
    assert opened == {Disposition.D3, Disposition.D4, Disposition.D6, Disposition.D9, Disposition.D10}
    assert limit_of(Disposition.D3, own) == own
