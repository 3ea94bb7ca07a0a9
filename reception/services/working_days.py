"""The working calendar as it ships and as the office keeps it.

Source: handbook §3.2 (overrides), §3.7 (notices as editable data).
"""

from datetime import date
from functools import cache
from typing import Any

import yaml

from reception.errors import Invalid, Reason
from reception.rules.calendar_checks import check_year
from reception.rules.faults import Faults
from reception.rules.office import Office, WorkingDay, WorkingYear
from reception.rules.staff import Action
from reception.rules.text import clean
from reception.rules.working_calendar import CalendarYear, DayOverride, WorkingCalendar, parse_years
from reception.rules.yaml_tree import Block, Items, Node, Scalar, read_tree
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


def year_text(year: CalendarYear) -> str:
    """Give the notice of a year as the text of a calendar file, for looking at it and mending it."""
    entry: dict[str, Any] = {"year": year.year}
    if year.notice_published_on is not None:
        entry["notice_published"] = year.notice_published_on.isoformat()
    entry["source"] = year.source
    entry["rest"] = [
        {"name": period.name, "from": period.first_on.isoformat(), "to": period.last_on.isoformat()}
        for period in year.rest
    ]
    entry["work"] = [on.isoformat() for on in year.make_up_on]
    if year.note:
        entry["note"] = year.note
    return yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=200)


def read_year(text: str) -> object:
    """Give the entry of one year as somebody pasted it, in YAML or JSON; a list of one year will do.

    Raises:
        Invalid: the text cannot be read; reasons name the line.
    """
    faults = Faults()
    tree = read_tree(text, faults)
    faults.settle()
    entry = None if tree is None else _plain(tree)
    return entry[0] if isinstance(entry, list) and len(entry) == 1 else entry


def check_text(text: str) -> tuple[CalendarYear, tuple[Reason, ...]]:
    """Give the year that a pasted text describes, and what looks wrong in it; nothing is kept.

    Raises:
        Invalid: every mistake at once.
    """
    year = parse_years([read_year(text)])[0]
    return year, check_year(year)


def _plain(node: Node) -> Any:
    if isinstance(node, Block):
        return {key: _year_number(value) if key == "year" else _plain(value) for key, value in node.nodes.items()}
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return None if node.absent else node.text


def _year_number(node: Node) -> Any:
    is_number = isinstance(node, Scalar) and node.text.isascii() and node.text.isdigit() and len(node.text) == 4
    return int(node.text) if is_number and isinstance(node, Scalar) else _plain(node)


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
