"""Years and days of a calendar as plain data, for one person to prepare and a whole campus to take over.

A file is a list of years, one year, or a group of `years` and `days`; the days are those of the province and the
university, because what a unit arranges for itself is nobody else's.
Source: handbook §3.7 point 2 (JSON, so that one person does it for the campus), §3.2 (layers).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from reception.errors import Invalid
from reception.rules.calendar_edits import REASON_LENGTH, CalendarEdit, check_days
from reception.rules.calendar_years import CalendarYear, parse_years
from reception.rules.faults import Faults, read_date, read_list, shown
from reception.rules.text import clean
from reception.rules.timetables import Session, parse_sessions
from reception.rules.working_calendar import UNIVERSITY_LAYER, DayOverride

_YES, _NO = ("true", "yes", "1", "上班"), ("false", "no", "0", "休息")


def year_entry(year: CalendarYear) -> dict[str, Any]:
    """Give a year as plain data."""
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
    return entry


def calendar_entry(years: Iterable[CalendarYear], days: Iterable[DayOverride]) -> dict[str, Any]:
    """Give a calendar as plain data; what the unit arranged for itself stays out."""
    shared = sorted((day for day in days if day.layer <= UNIVERSITY_LAYER), key=lambda day: (day.on, day.layer))
    return {"years": [year_entry(year) for year in years], "days": [_day_entry(day) for day in shared]}


def _day_entry(day: DayOverride) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "on": day.on.isoformat(),
        "works": day.works,
        "layer": day.layer,
        "reason": day.reason,
    }
    if day.sessions:
        entry["hours"] = ", ".join(f"{each.opens:%H:%M}-{each.closes:%H:%M}" for each in day.sessions)
    return entry


def read_calendar(tree: object) -> CalendarEdit:
    """Give the years and days of a file's parsed content.

    Raises:
        Invalid: every mistake of the years, or every mistake of the days, at once, each with its place.
    """
    if isinstance(tree, Mapping) and "year" in tree:
        return CalendarEdit(years=parse_years([tree]))
    if isinstance(tree, list):
        return CalendarEdit(years=parse_years(tree))
    faults = Faults()
    if not isinstance(tree, Mapping) or not {*tree} <= {"years", "days"} or not tree:
        faults.add("calendar_file_shape")
        faults.settle()
        return CalendarEdit()
    days = _read_days(tree.get("days"), faults)
    try:
        years = parse_years(tree.get("years") or [])
    except Invalid as refusal:
        raise Invalid(*refusal.reasons, *faults.reasons) from refusal
    faults.settle()
    return CalendarEdit(years=years, days=days)


def _read_days(value: object, faults: Faults) -> tuple[DayOverride, ...]:
    entries = enumerate(read_list(value, "days", faults), start=1)
    read = (_read_day(item, f"days[{place}]", faults) for place, item in entries)
    days = tuple(day for day in read if day is not None)
    check_days(days, faults)
    return days


def _read_day(item: object, field: str, faults: Faults) -> DayOverride | None:
    if not isinstance(item, Mapping):
        faults.add("entry_not_mapping", field, value=shown(item))
        return None
    on = read_date(item.get("on"), f"{field}.on", faults)
    works, reason = _read_works(item.get("works"), field, faults), _read_reason(item.get("reason"), field, faults)
    layer = str(item.get("layer", UNIVERSITY_LAYER)).strip()
    if not (layer.isascii() and layer.isdigit() and len(layer) == 1):
        faults.add("layer_unknown", f"{field}.layer", value=shown(layer))
        return None
    sessions = _read_hours(item.get("hours"), f"{field}.hours", faults)
    if on is None or works is None or not reason:
        return None
    return DayOverride(on=on, works=works, reason=reason, layer=int(layer), sessions=sessions)


def _read_works(value: object, field: str, faults: Faults) -> bool | None:
    said = str(value).strip().lower()
    if said in (*_YES, *_NO):
        return said in _YES
    faults.add("yes_or_no_expected", f"{field}.works", value=shown(value))
    return None


def _read_reason(value: object, field: str, faults: Faults) -> str:
    try:
        reason = clean(value if isinstance(value, str) else "", REASON_LENGTH)
    except Invalid as refusal:
        for each in refusal.reasons:
            faults.add(each.code, f"{field}.reason", **each.values)
        return ""
    if not reason:
        faults.add("required", f"{field}.reason")
    return reason


def _read_hours(value: object, field: str, faults: Faults) -> tuple[Session, ...]:
    if value in (None, ""):
        return ()
    try:
        return parse_sessions(str(value), field)
    except Invalid as refusal:
        faults.reasons += refusal.reasons
        return ()
