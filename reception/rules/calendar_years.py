"""A year's notice of days off as editable data, and its reading from a file.

Source: the yearly 国务院办公厅关于部分节假日安排的通知; handbook §3.7.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from reception.rules.faults import Faults, read_date, read_dates, read_list, shown

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
NO_LINES: Mapping[date | str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class RestPeriod:
    """Days off in a row under one name; both ends count."""

    name: str
    first_on: date
    last_on: date

    def days(self) -> tuple[date, ...]:
        """Give every day of the period."""
        length = (self.last_on - self.first_on).days + 1
        return tuple(self.first_on + timedelta(days=n) for n in range(length))


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """What the notice of one year says: days off, and weekend days that are worked instead (调休上班).

    A notice may reach into the last days of December before (handbook §3.7, "late December belongs to the
    next notice").
    """

    year: int
    notice_published_on: date | None = None
    source: str = ""
    rest: tuple[RestPeriod, ...] = ()
    make_up_on: tuple[date, ...] = ()
    note: str = ""

    def rest_days(self) -> Mapping[date, str]:
        """Give day off -> name of its festival."""
        return {day: period.name for period in self.rest for day in period.days()}


def parse_years(entries: object) -> tuple[CalendarYear, ...]:
    """Give the years of a calendar file's parsed content, by year.

    Args:
        entries: a list of mappings with the keys `year`, `rest` (list of `name`, `from`, `to`), `work` (list
            of dates), and optionally `notice_published`, `source`, `note`; dates as dates or as ISO text.

    Raises:
        Invalid: every mistake of the file at once, each with its place, such as `[3].rest[2].to`.
    """
    faults = Faults()
    years: dict[int, CalendarYear] = {}
    for place, entry in enumerate(read_list(entries, "", faults), start=1):
        year = _read_year(entry, f"[{place}]", faults)
        if year is not None and year.year in years:
            faults.add("year_twice", f"[{place}].year", year=year.year)
        elif year is not None:
            years[year.year] = year
    faults.settle()
    return tuple(years[number] for number in sorted(years))


def _read_year(entry: object, field: str, faults: Faults) -> CalendarYear | None:
    if not isinstance(entry, Mapping):
        faults.add("entry_not_mapping", field, value=shown(entry))
        return None
    number = entry.get("year")
    if not isinstance(number, int) or isinstance(number, bool) or not knows_year(number):
        faults.add("year_unreadable", f"{field}.year", value=shown(number), first=_FIRST_YEAR, last=_LAST_YEAR)
        return None
    published = entry.get("notice_published")
    year = CalendarYear(
        year=number,
        notice_published_on=None if published is None else read_date(published, f"{field}.notice_published", faults),
        source=_text(entry, "source"),
        rest=_read_rest(entry.get("rest"), f"{field}.rest", faults),
        make_up_on=read_dates(entry.get("work"), f"{field}.work", faults),
        note=_text(entry, "note"),
    )
    check_dates(year, field, faults)
    return year


def _text(entry: Mapping[object, object], key: str) -> str:
    value = entry.get(key)
    return "" if value is None else str(value)


def _read_rest(value: object, field: str, faults: Faults) -> tuple[RestPeriod, ...]:
    periods = []
    for place, item in enumerate(read_list(value, field, faults), start=1):
        here = f"{field}[{place}]"
        if not isinstance(item, Mapping):
            faults.add("entry_not_mapping", here, value=shown(item))
            continue
        first_on = read_date(item.get("from"), f"{here}.from", faults)
        last_on = read_date(item.get("to"), f"{here}.to", faults)
        if first_on and last_on and first_on > last_on:
            faults.add("period_reversed", here, first=first_on, last=last_on)
        elif first_on and last_on:
            periods.append(RestPeriod(name=_text(item, "name"), first_on=first_on, last_on=last_on))
    return tuple(periods)


def knows_year(number: int) -> bool:
    """Tell whether a year can have a calendar here."""
    return _FIRST_YEAR <= number <= _LAST_YEAR


def check_dates(year: CalendarYear, field: str, faults: Faults, lines: Mapping[date | str, int] = NO_LINES) -> None:
    """Note as faults: days far from the year, a day both off and worked, a make-up day given twice.

    Args:
        year: as it was read.
        field: place of the year in its file; empty for a text, whose `lines` say where each day stands.
        faults: gathers.
        lines: line of each day, where known.
    """
    before = f"{field}." if field else ""
    near = (date(year.year - 1, 12, 1), date(year.year + 1, 1, 31))
    bounds = [(f"{before}rest[{n}]", on) for n, p in enumerate(year.rest, start=1) for on in (p.first_on, p.last_on)]
    bounds += [(f"{before}work[{n}]", on) for n, on in enumerate(year.make_up_on, start=1)]
    far = [(here, on) for here, on in bounds if not near[0] <= on <= near[1]]
    for here, on in dict.fromkeys(far):
        faults.add("date_far_from_year", _place(here, on, lines), on=on, year=year.year, **line_of(on, lines))
    if far:
        return
    rest = year.rest_days()
    for place, on in enumerate(year.make_up_on, start=1):
        here = _place(f"{before}work[{place}]", on, lines)
        if on in rest:
            faults.add("rest_and_make_up", here, on=on, name=rest[on], **line_of(on, lines))
        if on in year.make_up_on[: place - 1]:
            faults.add("make_up_twice", here, on=on, **line_of(on, lines))


def line_of(key: date | str, lines: Mapping[date | str, int]) -> dict[str, object]:
    """Give the line of a day or a name as a value of a reason, or nothing where it is not known."""
    return {"line": lines[key]} if key in lines else {}


def _place(here: str, on: date, lines: Mapping[date | str, int]) -> str:
    """Give the place in the file; in a text the line says it."""
    return "" if on in lines else here
