"""The office hours from their first day on; set and withdrawn as every change of the calendar (`calendar_changes`).

Source: handbook §3.2 (office timetable, effective-dated), §3.7 point 5.
"""

from dataclasses import replace
from datetime import date

from reception.errors import Invalid, Reason
from reception.rules.calendar_edits import REASON_LENGTH, CalendarEdit
from reception.rules.office_hours import HoursLine, HoursState, hours_in_order
from reception.rules.text_lengths import cleaned_text
from reception.rules.timetables import Timetable
from reception.services.desk import Desk
from reception.services.office import the_office
from reception.services.working_days import dated_hours

__all__ = ["HoursLine", "HoursState", "ended", "from_day", "lines"]


def lines(desk: Desk) -> tuple[HoursLine, ...]:
    """Give all hours of the office in the order of their days; those that were withdrawn are not among them."""
    with desk.reading():
        office, dated = the_office(), dated_hours()
    return hours_in_order(office.timetable, dated, desk.calendar.local(desk.clock()).date())


def from_day(first_on: date, hours: Timetable, reason: str) -> CalendarEdit:
    """Give the edit that sets hours from a day on; the days before keep theirs.

    Raises:
        Invalid: no reason, or one that cannot be kept.
    """
    words = cleaned_text(reason, "hours_reason", REASON_LENGTH, lines=False)
    if not words:
        raise Invalid(Reason(code="required", field="hours_reason"))
    return CalendarEdit(hours=(replace(hours, effective_from=first_on),), hours_reason=words)


def ended(desk: Desk, first_on: date) -> CalendarEdit:
    """Give the edit that lets hours not begin after all, so that the ones before hold on; why is what they said."""
    with desk.reading():
        found = [each.reason for each in dated_hours() if each.from_on == first_on]
    return CalendarEdit(ended=(first_on,), hours_reason="".join(found))
