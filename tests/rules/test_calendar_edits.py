"""From which day on an edit of the calendar makes a difference; everything before it keeps its due dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.calendar_edits import CalendarEdit, check_hours, day_span, first_difference
from reception.rules.faults import Faults
from reception.rules.timetables import SEASONAL_TIMETABLE, Season, Timetable, parse_sessions
from reception.rules.working_calendar import WorkingCalendar
from tests.rules.test_time_limits import CALENDAR

FIRST, LAST = date(2026, 1, 1), date(2029, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def all_year(text: str) -> Timetable:
    return Timetable(seasons=(Season(from_month=1, from_day=1, sessions=parse_sessions(text)),))


TIMETABLES = (
    CALENDAR.timetable,
    SEASONAL_TIMETABLE,
    all_year("08:00-12:00, 15:00-18:00"),
    all_year("09:00-16:00"),
)
hours = st.builds(
    lambda timetable, first: replace(timetable, effective_from=first),
    st.sampled_from(TIMETABLES),
    st.dates(FIRST, date(2027, 12, 31)),
)
sets = st.lists(hours, max_size=3, unique_by=lambda each: each.effective_from)


@st.composite
def edits(draw: st.DrawFn) -> tuple[WorkingCalendar, CalendarEdit]:
    before = replace(CALENDAR, later_timetables=tuple(draw(sets)))
    begun = [each.effective_from for each in before.later_timetables if each.effective_from]
    ended = draw(st.lists(st.sampled_from(begun), max_size=2, unique=True)) if begun else []
    days = draw(st.lists(st.dates(FIRST, date(2027, 12, 31)), max_size=2, unique=True))
    arranged = tuple(span for on in days for span in day_span(on, on, works=False, reason="停电", layer=4))
    return before, CalendarEdit(hours=tuple(draw(sets)), ended=tuple(ended), days=arranged)


@settings(max_examples=60, deadline=None)
@given(edits())
def test_no_day_before_the_first_difference_differs_and_that_one_does(both: tuple[WorkingCalendar, CalendarEdit]):
    before, edit = both
    after = edit.applied(before)
    differing = [
        day
        for day in DAYS
        if before.sessions_on(day) != after.sessions_on(day) or before.closing_at(day) != after.closing_at(day)
    ]
    assert first_difference(before, after) == min(differing, default=None)


def test_hours_that_only_come_back_with_their_season_are_found_in_their_year():
    winter = CALENDAR.timetable
    late_summer = Timetable(
        seasons=(
            Season(from_month=9, from_day=1, sessions=parse_sessions("08:00-12:00, 15:00-18:00")),
            Season(from_month=10, from_day=1, sessions=winter.seasons[0].sessions),
        ),
        effective_from=date(2026, 11, 2),
    )
    after = CalendarEdit(hours=(late_summer,)).applied(CALENDAR)
    assert first_difference(CALENDAR, after) == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (CalendarEdit(hours=(replace(TIMETABLES[3], effective_from=date(2026, 3, 1)),)), ["hours_past"]),
        (CalendarEdit(hours=(replace(TIMETABLES[0], effective_from=date(2026, 3, 2)),)), ["hours_unchanged"]),
        (CalendarEdit(hours=(replace(TIMETABLES[3], effective_from=date(2026, 3, 2)),)), []),
        (CalendarEdit(ended=(date(2026, 3, 9), date(2026, 2, 1))), ["hours_not_found", "hours_begun"]),
        (CalendarEdit(ended=(date(2026, 4, 1),)), []),
    ],
)
def test_only_hours_of_days_to_come_are_set_or_ended(edit: CalendarEdit, codes: list[str]):
    begun = tuple(replace(TIMETABLES[0], effective_from=on) for on in (date(2026, 2, 1), date(2026, 4, 1)))
    calendar = replace(CALENDAR, later_timetables=begun)
    faults = Faults()
    check_hours(edit, calendar, date(2026, 3, 2), faults)
    assert [reason.code for reason in faults.reasons] == codes
    if codes:
        with pytest.raises(Invalid):
            faults.settle()
