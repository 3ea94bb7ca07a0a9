"""The working calendar as it ships and as the office keeps it.

Source: handbook §3.2 (overrides), §3.7 (notices as editable data).
"""

from datetime import date
from functools import cache

import yaml

from reception.errors import Invalid, Reason
from reception.rules.calendar_checks import check_year
from reception.rules.office import Office, WorkingDay, WorkingYear
from reception.rules.staff import Action
from reception.rules.text import clean
from reception.rules.working_calendar import CalendarYear, DayOverride, WorkingCalendar, parse_years
from reception.services.desk import Desk
from reception.store import records
from reception.workstation import resource

UNIT_LAYER = 4
"""The layer of day overrides that a unit writes itself (handbook §3.2)."""
_REASON_LENGTH = 200


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
    return WorkingCalendar(years=shipped_years(), timetable=office.timetable, zone=office.zone)


def calendar_of(office: Office) -> WorkingCalendar:
    """Give the office's calendar as it is stored, within a reading or a work."""
    return WorkingCalendar(
        years=tuple(year.entry for year in records.select(WorkingYear)),
        overrides=tuple(day.entry for day in records.select(WorkingDay)),
        timetable=office.timetable,
        zone=office.zone,
    )


def working_years(desk: Desk) -> tuple[WorkingYear, ...]:
    """Give the loaded years, the oldest first."""
    with desk.reading():
        return tuple(sorted(records.select(WorkingYear), key=lambda year: year.year))


def replace_year(desk: Desk, entry: object) -> tuple[WorkingYear, tuple[Reason, ...]]:
    """Load the notice of a year, in place of what stood there, and give it with what looks wrong in it.

    Args:
        desk: who does it.
        entry: a mapping as in a calendar file (`year`, `rest`, `work`, …).

    Returns:
        The stored year, and warnings: the notice is stored all the same (an emergency may be odd).

    Raises:
        Invalid: every mistake of the entry at once.
        NotAllowed: the account may not edit the calendar.
    """
    desk.require(Action.EDIT_CALENDAR)
    years = parse_years([entry])
    with desk.work(Action.EDIT_CALENDAR) as work:
        for year in years:
            before = work.find(WorkingYear, year=year.year)
            kept = WorkingYear(
                id=before.id if before else 0, version=before.version if before else 0, year=year.year, entry=year
            )
            stored = work.change(kept) if before else work.add(kept)
            work.log(stored)
    return stored, check_year(stored.entry)


def set_day(desk: Desk, on: date, *, works: bool, reason: str) -> WorkingDay:
    """Let the unit work or rest on a day against the published calendar.

    Raises:
        Invalid: no reason is given.
        NotAllowed: the account may not edit the calendar.
    """
    reason = clean(reason, _REASON_LENGTH)
    if not reason:
        raise Invalid(Reason(code="required", field="reason"))
    with desk.work(Action.EDIT_CALENDAR) as work:
        before = work.find(WorkingDay, on=on, layer=UNIT_LAYER)
        day = WorkingDay(
            id=before.id if before else 0,
            version=before.version if before else 0,
            on=on,
            layer=UNIT_LAYER,
            entry=DayOverride(on=on, works=works, reason=reason, layer=UNIT_LAYER),
        )
        stored = work.change(day) if before else work.add(day)
        work.log(stored)
    return stored
