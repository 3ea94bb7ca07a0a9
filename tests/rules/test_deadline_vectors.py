"""Deadline vectors: every shipped one, and whatever else a file may hold."""

import json
import os
import subprocess
import sys
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.deadline_vectors import answer_vector, parse_vector
from reception.rules.working_calendar import CalendarYear, RestPeriod, WorkingCalendar, parse_years

ROOT = Path(__file__).parents[2]
VECTORS = yaml.safe_load((ROOT / "tests/deadline_vectors.yaml").read_text("utf-8"))
YEARS = parse_years(yaml.safe_load((ROOT / "resources/calendars/cn.yaml").read_text("utf-8")))
CALENDAR = WorkingCalendar(years=YEARS)
GOOD = {"id": "X", "start": "2026-03-02 09:00", "unit": "WD", "n": 3}


def error_of(**changes) -> str:
    answer = answer_vector(GOOD | changes, CALENDAR)
    assert set(answer) == {"id", "error"}
    return str(answer["error"])


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_the_vector_is_answered_as_it_says(vector):
    expected = {key: vector[key] for key in ("id", "due", "provisional")}
    assert answer_vector(vector, CALENDAR) == expected
    assert f"{date.fromisoformat(vector['due'][:10]):%a}" == vector["weekday"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_the_explanation_runs_without_a_gap_from_the_start_to_the_due_day(vector):
    days = answer_vector(vector, CALENDAR, explain=True)["days"]
    dates = [date.fromisoformat(day["date"]) for day in days]
    assert dates[0] == date.fromisoformat(vector["start"][:10])
    assert dates[-1] == date.fromisoformat(vector["due"][:10])
    assert {(later - earlier).days for earlier, later in pairwise(dates)} <= {1}
    if vector["unit"] in ("WD", "CD"):
        extra = sum(n for _unit, n in vector.get("extensions", []))
        assert sum(day["counted"] for day in days) == vector["n"] + extra


def test_a_date_may_be_quoted_or_not():
    as_text = GOOD | {"suspensions": [["2026-03-03", "2026-03-04"]], "unit_off": ["2026-03-05"]}
    as_dates = GOOD | {
        "start": datetime.fromisoformat("2026-03-02 09:00"),
        "suspensions": [[date(2026, 3, 3), date(2026, 3, 4)]],
        "unit_off": [date(2026, 3, 5)],
    }
    answer = answer_vector(as_text, CALENDAR)
    assert answer == answer_vector(as_dates, CALENDAR)
    assert answer["due"] == "2026-03-09 17:30"


def test_keys_that_say_nothing_are_as_if_absent_and_unknown_ones_are_ignored():
    empty = dict.fromkeys(("timetable", "unit_off", "unit_work", "suspensions", "extensions", "after_hours"))
    assert answer_vector(GOOD | empty | {"why": "because", 7: 8}, CALENDAR) == answer_vector(GOOD, CALENDAR)


@pytest.mark.parametrize("unit", ["SAME_DAY", "HALF_MONTH"])
def test_a_limit_that_has_no_number_needs_none(unit):
    without = {key: value for key, value in GOOD.items() if key != "n"} | {"unit": unit}
    assert answer_vector(without, CALENDAR) == answer_vector(without | {"n": 0}, CALENDAR)
    assert "due" in answer_vector(without, CALENDAR)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"start": None}, "start: required"),
        ({"start": "2026-02-30 09:00"}, "start: start_unreadable"),
        ({"start": "2026-03-02"}, "start: start_unreadable"),
        ({"start": "2026-03-02 24:00"}, "start: start_unreadable"),
        ({"start": "2026-03-02 09:00+08:00"}, "start: start_unreadable"),
        ({"start": date(2026, 3, 2)}, "start: start_unreadable"),
        ({"start": 20260302}, "start: start_unreadable"),
        ({"start": "2003-12-31 09:00"}, "start: start_out_of_range"),
        ({"start": "2051-01-01 09:00"}, "start: start_out_of_range"),
        ({"unit": None}, "unit: required"),
        ({"unit": "WEEK"}, "unit: choice_unknown"),
        ({"unit": ["WD"]}, "unit: choice_unknown"),
        ({"n": None}, "n: required"),
        ({"n": 0}, "n: limit_too_small"),
        ({"n": -1}, "n: limit_too_small"),
        ({"n": -1, "unit": "HALF_MONTH"}, "n: limit_too_small"),
        ({"n": 10001}, "n: limit_too_large"),
        ({"n": 10**5000}, "n: limit_too_large"),
        ({"n": -(10**5000)}, "n: limit_too_small"),
        ({"n": 10000}, "beyond_calendar"),
        ({"n": 10000, "unit": "MONTH"}, "beyond_calendar"),
        ({"n": 10000, "unit": "CD"}, "beyond_calendar"),
        ({"start": "2050-12-31 17:00", "unit": "HOUR"}, "beyond_calendar"),
        ({"n": 3.0}, "n: number_not_whole"),
        ({"n": "3"}, "n: number_not_whole"),
        ({"n": True}, "n: number_not_whole"),
        ({"after_hours": "later"}, "after_hours: choice_unknown"),
        ({"timetable": "summer"}, "timetable: choice_unknown"),
        ({"timetable": ["default"]}, "timetable: choice_unknown"),
        ({"unit_off": "2026-03-03"}, "unit_off: list_expected"),
        ({"unit_off": ["2026-03-03", "2026-3-4"]}, "unit_off[2]: date_unreadable"),
        ({"unit_work": [datetime.fromisoformat("2026-03-03 09:00")]}, "unit_work[1]: date_unreadable"),
        ({"unit_off": ["2026-03-03"], "unit_work": [date(2026, 3, 3)]}, "unit_off: day_off_and_working"),
        ({"suspensions": [["2026-03-03"]]}, "suspensions[1]: suspension_shape"),
        ({"suspensions": [["2026-03-03", None]]}, "suspensions[1]: suspension_open"),
        ({"suspensions": [["2026-03-04", "2026-03-03"]]}, "suspensions[1]: suspension_reversed"),
        ({"suspensions": [["2026-03-01", "2026-03-03"]]}, "suspensions[1]: suspension_before_start"),
        ({"suspensions": [["2026-03-02", "x"]]}, "suspensions[1]: date_unreadable"),
        ({"extensions": [["WD"]]}, "extensions[1]: extension_shape"),
        ({"extensions": [["WD", 1], ["WEEK", 1]]}, "extensions[2]: choice_unknown"),
        ({"extensions": [["CD", 0]]}, "extensions[1]: limit_too_small"),
    ],
)
def test_a_bad_vector_is_answered_with_what_is_wrong(changes, error):
    assert error_of(**changes).startswith(error)


def test_every_mistake_of_a_vector_is_told_at_once():
    error = error_of(start="x", unit="WEEK", n=-1, timetable="z", unit_work=["y"], suspensions=7)
    assert error.count(";") == 5


@pytest.mark.parametrize("entry", [None, "V01", 7, [], ["id", "V01"]])
def test_an_entry_that_is_no_mapping_is_answered_without_an_id(entry):
    answer = answer_vector(entry, CALENDAR)
    assert answer["id"] is None
    assert str(answer["error"]).startswith("entry_not_mapping")


@pytest.mark.parametrize(
    ("given_id", "answered"),
    [("V1", "V1"), (7, 7), (None, None), (date(2026, 3, 2), "2026-03-02"), ("\ud800", "?"), ([1], "list")],
)
def test_the_id_comes_back_as_it_came_or_at_least_printable(given_id, answered):
    assert answer_vector(GOOD | {"id": given_id}, CALENDAR)["id"] == answered


def test_a_january_vector_is_provisional_until_the_notice_is_loaded():
    january = {"id": "J", "start": "2026-12-30 09:00", "unit": "WD", "n": 5}
    assert answer_vector(january, CALENDAR)["provisional"] is True
    rest = RestPeriod(name="元旦", first_on=date(2026, 12, 31), last_on=date(2027, 1, 3))
    loaded = WorkingCalendar(years=(*YEARS, CalendarYear(year=2027, rest=(rest,))))
    assert answer_vector(january, loaded) == {"id": "J", "due": "2027-01-08 17:30", "provisional": False}


def test_loading_identical_years_changes_no_answer():
    again = WorkingCalendar(years=tuple(reversed(YEARS)))
    for vector in VECTORS:
        assert answer_vector(vector, again, explain=True) == answer_vector(vector, CALENDAR, explain=True)


CHILD = """
import json, sys
from reception.rules.deadline_vectors import answer_vector
from reception.rules.working_calendar import WorkingCalendar, parse_years
years, vectors = json.load(sys.stdin)
calendar = WorkingCalendar(years=parse_years(years))
json.dump([answer_vector(vector, calendar, explain=True) for vector in vectors], sys.stdout)
"""


@pytest.mark.parametrize(("zone", "locale"), [("America/New_York", "C"), ("Pacific/Kiritimati", "zh_CN.UTF-8")])
def test_no_answer_depends_on_the_machines_zone_or_locale(zone, locale):
    years = yaml.load((ROOT / "resources/calendars/cn.yaml").read_text("utf-8"), yaml.SafeLoader)
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=json.dumps([years, VECTORS]),
        env=os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    here = [answer_vector(vector, CALENDAR, explain=True) for vector in VECTORS]
    assert json.loads(child.stdout) == here


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(codec=None), max_size=20),
    st.dates(),
    st.datetimes(),
    st.sampled_from(["2026-03-02 09:00", "2026-02-30 09:00", "2026-03-02", "WD", "MONTH", "HOUR", "seasonal"]),
)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
KEYS = [
    *["id", "start", "unit", "n", "after_hours", "timetable"],
    *["unit_off", "unit_work", "suspensions", "extensions"],
]


@given(st.dictionaries(st.sampled_from(KEYS), anything), st.booleans())
def test_no_content_of_a_vector_breaks_the_answer(changes, explain):
    answer = answer_vector(GOOD | changes, CALENDAR, explain)
    assert set(answer) in ({"id", "error"}, {"id", "due", "provisional"}, {"id", "due", "provisional", "days"})
    assert json.dumps(answer, ensure_ascii=False).encode("utf-8")


@given(anything)
def test_no_entry_at_all_breaks_the_answer(entry):
    assert "error" in answer_vector(entry, CALENDAR)


def test_a_vector_read_for_the_program_is_refused_with_reasons():
    with pytest.raises(Invalid) as caught:
        parse_vector(GOOD | {"n": 0}, CALENDAR)
    assert [(reason.field, reason.code) for reason in caught.value.reasons] == [("n", "limit_too_small")]
