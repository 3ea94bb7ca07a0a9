"""The working calendar as it ships and as the office keeps it.

Source: handbook §3.2 (overrides), §3.7 (notices as editable data).
"""

from functools import cache

import yaml

from reception.rules.office import DatedHours, Office, WorkingDay, WorkingYear
from reception.rules.working_calendar import CalendarYear, WorkingCalendar, parse_years
from reception.services.desk import Desk
from reception.store import records
from reception.workstation import resource


@cache
def shipped_years() -> tuple[CalendarYear, ...]:
    """Give the years of the State Council's notices that ship with the program."""
    text = resource("calendars/cn.yaml").read_text(encoding="utf-8")
    return parse_years(yaml.safe_load(text))


def load_calendar() -> WorkingCalendar:
    """Give the shipped calendar with the default hours, for counting without an office."""
    return WorkingCalendar(years=shipped_years())


def shipped_calendar_of(office: Office) -> WorkingCalendar:
    """Give the shipped calendar with an office's hours and time zone."""
    return WorkingCalendar(
        years=shipped_years(),
        timetable=office.timetable,
        zone=office.zone,
        thresholds=office.thresholds,
        after_hours=office.after_hours,
    )


def calendar_of(office: Office) -> WorkingCalendar:
    """Give the office's calendar as it is stored, within a reading or a work."""
    return WorkingCalendar(
        years=tuple(year.entry for year in records.select(WorkingYear)),
        overrides=tuple(day.entry for day in records.select(WorkingDay) if not day.entry.withdrawn),
        timetable=office.timetable,
        later_timetables=tuple(each.entry for each in dated_hours()),
        zone=office.zone,
        thresholds=office.thresholds,
        after_hours=office.after_hours,
    )


def dated_hours() -> list[DatedHours]:
    """Give the hours that hold from a day on, the earliest first, within a transaction."""
    return sorted(records.select(DatedHours, withdrawn=False), key=lambda each: each.from_on)


def working_years(desk: Desk) -> tuple[WorkingYear, ...]:
    """Give the loaded years, the oldest first."""
    with desk.reading():
        return tuple(sorted(records.select(WorkingYear), key=lambda year: year.year))
