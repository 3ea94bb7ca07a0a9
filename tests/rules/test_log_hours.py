"""When visitors come: the counts behind the map of hours."""

from dataclasses import replace

from reception.rules.inquiries import Inquiry
from reception.rules.log_entries import LogEntry, Surroundings, log_entry
from reception.rules.log_hours import shown_hours, week_hours
from tests.weeks import Maker, shipped_calendar

CALENDAR = shipped_calendar()


def entry(inquiry: Inquiry) -> LogEntry:
    return log_entry(inquiry, Surroundings(), CALENDAR)


def test_contacts_are_counted_by_weekday_and_local_hour():
    make = Maker()
    found = week_hours([entry(make.inquiry("2026-11-24 10:26")), entry(make.inquiry("2026-11-24 10:59"))])
    assert found[1][10] == 2
    assert sum(map(sum, found)) == 2


def test_voids_and_complaints_are_left_out():
    make = Maker()
    void = replace(entry(make.inquiry()), void=True)
    assert sum(map(sum, week_hours([void, entry(make.complaint())]))) == 0


def test_office_hours_are_shown_at_least():
    assert list(shown_hours(week_hours([]))) == list(range(8, 18))


def test_who_came_early_or_late_widens_the_picture():
    make = Maker()
    hours = week_hours([entry(make.inquiry("2026-11-24 06:10")), entry(make.inquiry("2026-11-28 20:59"))])
    assert list(shown_hours(hours)) == list(range(6, 21))
