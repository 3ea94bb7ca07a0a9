"""Office settings, counters and the working calendar, kept up after the first start."""

import dataclasses
import json
from datetime import date, time

import pytest

from reception.errors import Conflict, Invalid, NotAllowed, Reason
from reception.rules.working_calendar import Season, Session, Timetable
from reception.services import calendar_changes, calendar_files, office_hours, working_days
from reception.services import office as offices
from reception.services.desk import Desk
from reception.store import journal
from reception.store.database import Store
from tests.cast import COUNTER

NOTICE_2027 = {
    "year": 2027,
    "notice_published": "2026-11-20",
    "source": "typed in",
    "rest": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}],
    "work": ["2027-01-09"],
}


def load(desk: Desk, entry: dict[str, object]) -> tuple[Reason, ...]:
    """Load a year as data, and give what looks wrong in it."""
    read = calendar_files.read_text(json.dumps([entry], ensure_ascii=False))
    calendar_changes.apply(desk, read.edit)
    return read.warnings


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


def test_new_hours_hold_once_the_desk_is_refreshed(desk: Desk):
    hours = Timetable(seasons=(Season(from_month=1, from_day=1, sessions=(Session(time(9), time(16)),)),))
    calendar_changes.apply(desk, office_hours.from_day(date(2026, 11, 24), hours, "即日起"))
    offices.edit_office(desk, dataclasses.replace(desk.office, place=" 大厅 "))
    fresh = offices.refreshed(desk)
    assert desk.calendar.closing_at(date(2026, 11, 24)).time() == time(17, 30)
    assert fresh.calendar.closing_at(date(2026, 11, 24)).time() == time(16)
    assert fresh.office.place == "大厅"
    with pytest.raises(Invalid, match="hours_by_date"):
        offices.edit_office(desk, dataclasses.replace(fresh.office, timetable=hours))


def test_an_office_keeps_a_name_and_a_true_time_zone(desk: Desk):
    with pytest.raises(Invalid) as refusal:
        offices.edit_office(desk, dataclasses.replace(desk.office, name=" ", zone="../etc"))
    assert sorted(codes(refusal)) == [("name", "required"), ("zone", "zone_unknown")]


def test_settings_changed_by_somebody_else_are_a_conflict(desk: Desk):
    offices.edit_office(desk, dataclasses.replace(desk.office, phone="8012"))
    with pytest.raises(Conflict):
        offices.edit_office(desk, dataclasses.replace(desk.office, phone="8013"))


def test_a_clerk_changes_no_settings(ben_desk: Desk):
    with pytest.raises(NotAllowed):
        offices.edit_office(ben_desk, ben_desk.office)
    with pytest.raises(NotAllowed):
        offices.add_counter(ben_desk, "2号窗口")
    with pytest.raises(NotAllowed):
        load(ben_desk, NOTICE_2027)


def test_counters_are_added_renamed_and_put_out_of_use(desk: Desk):
    second = offices.add_counter(desk, " 2号窗口 ")
    offices.change_counter(desk, dataclasses.replace(second, name="咨询台"))
    first = offices.counters(desk)[0]
    offices.change_counter(desk, dataclasses.replace(first, active=False))
    assert [(counter.name, counter.active) for counter in offices.counters(desk)] == [
        ("咨询台", True),
        (COUNTER, False),
    ]


def test_a_counter_needs_a_name_of_its_own(desk: Desk):
    for name, code in ((COUNTER, "counter_taken"), ("  ", "required"), ("长" * 61, "too_long")):
        with pytest.raises(Invalid) as refusal:
            offices.add_counter(desk, name)
        assert codes(refusal) == [("name", code)]


def test_the_last_counter_stays_in_use(desk: Desk):
    [counter] = offices.counters(desk)
    with pytest.raises(Invalid) as refusal:
        offices.change_counter(desk, dataclasses.replace(counter, active=False))
    assert codes(refusal) == [("active", "last_counter")]


def test_a_notice_is_loaded_with_warnings_and_holds(desk: Desk):
    warnings = load(desk, NOTICE_2027)
    stored = working_days.working_years(desk)[-1]
    assert (stored.year, stored.version) == (2027, 1)
    assert "statutory_day_works" in {warning.code for warning in warnings}
    fresh = offices.refreshed(desk)
    assert fresh.calendar.is_working_day(date(2027, 1, 9))
    assert fresh.calendar.last_published_on == date(2027, 12, 27)


def test_a_notice_replaces_the_one_of_the_same_year(desk: Desk):
    load(desk, NOTICE_2027)
    load(desk, NOTICE_2027 | {"work": []})
    assert working_days.working_years(desk)[-1].version == 2
    assert [year.year for year in working_days.working_years(desk)][-2:] == [2026, 2027]
    assert not offices.refreshed(desk).calendar.is_working_day(date(2027, 1, 9))


def test_a_notice_with_mistakes_is_refused_whole(desk: Desk):
    wrong = NOTICE_2027 | {"work": ["2027-13-01"], "rest": "none"}
    with pytest.raises(Invalid) as refusal:
        load(desk, wrong)
    assert sorted(codes(refusal)) == [("[1].rest", "list_expected"), ("[1].work[1]", "date_unreadable")]
    assert working_days.working_years(desk)[-1].year == 2026


def test_a_day_of_the_units_own_overrides_the_calendar(store: Store, desk: Desk):
    sports_day = date(2026, 11, 27)
    calendar_changes.apply(desk, calendar_changes.arrange(sports_day, works=False, reason="校运动会"))
    fresh = offices.refreshed(desk)
    assert not fresh.calendar.is_working_day(sports_day)
    assert fresh.calendar.day_name(sports_day) == "校运动会"
    calendar_changes.apply(desk, calendar_changes.arrange(sports_day, works=True, reason="改期"))
    assert offices.refreshed(desk).calendar.is_working_day(sports_day)
    assert journal.first_broken(store.key) is None


def test_without_an_office_the_shipped_calendar_counts():
    calendar = working_days.load_calendar()
    assert not calendar.is_working_day(date(2026, 10, 1))
    assert calendar.is_working_day(date(2026, 10, 10))
