"""Deadline vectors: questions to the counting rules written as plain data, and their answers.

The command line answers files of them, so that anybody can hold the rules against cases of his own.
Source: handbook §3.8.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from reception.errors import Invalid, Reason
from reception.rules.faults import Faults, printable, read_date, read_dates, read_list, shown
from reception.rules.limits import check_limit, check_start, check_suspension
from reception.rules.time_limits import AfterHours, DueDate, Limit, LimitUnit, Suspension, due_date
from reception.rules.working_calendar import (
    DEFAULT_TIMETABLE,
    SEASONAL_TIMETABLE,
    DayOverride,
    WorkingCalendar,
)

_Choice = TypeVar("_Choice", bound=StrEnum)

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?")
_TIMETABLES = {"default": DEFAULT_TIMETABLE, "seasonal": SEASONAL_TIMETABLE}
_WITHOUT_NUMBER = frozenset({LimitUnit.SAME_DAY, LimitUnit.HALF_MONTH})
_UNIT_LAYER = 4
_LARGEST_ID = 10**15


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """One question: a start, a limit, and the circumstances, its days and hours already in the calendar."""

    start: datetime
    limit: Limit
    calendar: WorkingCalendar
    after_hours: AfterHours = AfterHours.SAME_DAY
    suspensions: tuple[Suspension, ...] = ()
    extensions: tuple[Limit, ...] = ()

    def answer(self) -> DueDate:
        """Give the due date.

        Raises:
            Invalid: see `due_date`.
        """
        return due_date(
            self.start,
            self.limit,
            self.calendar,
            after_hours=self.after_hours,
            suspensions=self.suspensions,
            extensions=self.extensions,
        )


def parse_vector(entry: object, calendar: WorkingCalendar) -> Vector:
    """Give the question that a vector asks.

    Args:
        entry: a mapping with the keys `start` (`YYYY-MM-DD HH:MM`), `unit`, `n` (may be absent for SAME_DAY
            and HALF_MONTH), and optionally `timetable` (default, seasonal; absent: the calendar's own),
            `unit_off`, `unit_work` (dates), `suspensions` (`[[from, to], …]`), `extensions`
            (`[[unit, n], …]`), `after_hours`. Other keys are ignored.
        calendar: the calendar that the vector's own days and hours are laid upon.

    Raises:
        Invalid: everything wrong with the entry at once.
    """
    faults = Faults()
    if not isinstance(entry, Mapping):
        raise Invalid(Reason(code="entry_not_mapping", values={"value": shown(entry)}))
    start = _read_start(entry.get("start"), faults)
    limit = _read_limit(entry.get("unit"), entry.get("n"), ("unit", "n"), faults)
    after_hours = _read_after_hours(entry.get("after_hours"), faults)
    suspensions = _read_suspensions(entry.get("suspensions"), faults)
    extensions = _read_extensions(entry.get("extensions"), faults)
    calendar = _calendar_of(entry, calendar, faults)
    faults.settle()
    assert start is not None
    assert limit is not None
    assert after_hours is not None
    return Vector(
        start=start,
        limit=limit,
        calendar=calendar,
        after_hours=after_hours,
        suspensions=suspensions,
        extensions=extensions,
    )


def code_of(reason: Reason) -> str:
    """Give the bare form of a reason: its place, its code and its values."""
    values = ", ".join(f"{name}={value}" for name, value in reason.values.items())
    return (f"{reason.field}: " if reason.field else "") + reason.code + (f" ({values})" if values else "")


def answer_vector(
    entry: object, calendar: WorkingCalendar, explain: bool = False, say: Callable[[Reason], str] = code_of
) -> dict[str, object]:
    """Give the answer to one entry of a vectors file as plain data; a bad entry is answered, never raised.

    Args:
        entry: see `parse_vector`; its `id` is given back as it came.
        calendar: see `parse_vector`.
        explain: add `days`, each with `date`, `counted` and the code of the `reason`.
        say: how a reason is put into words.

    Returns:
        `{"id", "due": "YYYY-MM-DD HH:MM", "provisional"[, "days"]}`, or `{"id", "error"}` with every mistake.
    """
    answer: dict[str, object] = {"id": _id_of(entry)}
    try:
        found = parse_vector(entry, calendar).answer()
    except Invalid as error:
        return answer | {"error": "; ".join(say(reason) for reason in error.reasons)}
    answer |= {"due": f"{found.due:%Y-%m-%d %H:%M}", "provisional": found.provisional}
    if explain:
        answer["days"] = [
            {"date": day.on.isoformat(), "counted": day.counted, "reason": day.reason} for day in found.days
        ]
    return answer


def _id_of(entry: object) -> object:
    value = entry.get("id") if isinstance(entry, Mapping) else None
    if isinstance(value, str):
        return printable(value)
    return value if value is None or (isinstance(value, int) and abs(value) < _LARGEST_ID) else shown(value)


def _read_start(value: object, faults: Faults) -> datetime | None:
    if value is None:
        faults.add("required", "start")
        return None
    start = value if isinstance(value, datetime) else _typed_moment(value)
    if start is None or start.tzinfo is not None:
        faults.add("start_unreadable", "start", value=shown(value))
        return None
    check_start(start, "start", faults)
    return start


def _typed_moment(value: object) -> datetime | None:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value.strip()):
        return None
    try:
        return datetime.fromisoformat(value.strip())
    except ValueError:
        return None


def _read_choice(value: object, kind: type[_Choice], field: str, faults: Faults) -> _Choice | None:
    if isinstance(value, str) and value in set(kind):
        return kind(value)
    faults.add("choice_unknown", field, value=shown(value), choices=" ".join(kind))
    return None


def _read_after_hours(value: object, faults: Faults) -> AfterHours | None:
    if value is None:
        return AfterHours.SAME_DAY
    return _read_choice(value, AfterHours, "after_hours", faults)


def _read_limit(unit: object, n: object, fields: tuple[str, str], faults: Faults) -> Limit | None:
    unit_field, n_field = fields
    if unit is None:
        faults.add("required", unit_field)
    known = None if unit is None else _read_choice(unit, LimitUnit, unit_field, faults)
    if n is None and known in _WITHOUT_NUMBER:
        n = 0
    if not isinstance(n, int) or isinstance(n, bool):
        code = "required" if n is None else "number_not_whole"
        faults.add(code, n_field, **({} if n is None else {"value": shown(n)}))
        return None
    limit = Limit(unit=known or LimitUnit.WD, n=n)
    check_limit(limit, n_field, faults)
    return limit


def _read_suspensions(value: object, faults: Faults) -> tuple[Suspension, ...]:
    suspensions = []
    for place, item in enumerate(read_list(value, "suspensions", faults), start=1):
        field = f"suspensions[{place}]"
        if not isinstance(item, list | tuple) or len(item) != 2:
            faults.add("suspension_shape", field, value=shown(item))
            continue
        if item[1] is None:
            faults.add("suspension_open", field)
            continue
        from_on, until_on = (read_date(day, field, faults) for day in item)
        if from_on and until_on:
            suspension = Suspension(from_on=from_on, until_on=until_on)
            check_suspension(suspension, field, faults)
            suspensions.append(suspension)
    return tuple(suspensions)


def _read_extensions(value: object, faults: Faults) -> tuple[Limit, ...]:
    extensions = []
    for place, item in enumerate(read_list(value, "extensions", faults), start=1):
        field = f"extensions[{place}]"
        if not isinstance(item, list | tuple) or len(item) != 2:
            faults.add("extension_shape", field, value=shown(item))
            continue
        extension = _read_limit(item[0], item[1], (field, field), faults)
        if extension is not None:
            extensions.append(extension)
    return tuple(extensions)


def _calendar_of(entry: Mapping[object, object], calendar: WorkingCalendar, faults: Faults) -> WorkingCalendar:
    named = entry.get("timetable")
    timetable = _TIMETABLES.get(named) if isinstance(named, str) else None
    if named is not None and timetable is None:
        faults.add("choice_unknown", "timetable", value=shown(named), choices=" ".join(_TIMETABLES))
    off = read_dates(entry.get("unit_off"), "unit_off", faults)
    work = read_dates(entry.get("unit_work"), "unit_work", faults)
    for day in sorted(set(off) & set(work)):
        faults.add("day_off_and_working", "unit_off", on=day)
    own = (*_overrides(off, False, "unit_off"), *_overrides(work, True, "unit_work"))
    if timetable is None and not own:
        return calendar
    hours = calendar.timetable if timetable is None else timetable
    later = calendar.later_timetables if timetable is None else ()
    return replace(calendar, overrides=calendar.overrides + own, timetable=hours, later_timetables=later)


def _overrides(days: tuple[date, ...], works: bool, reason: str) -> tuple[DayOverride, ...]:
    return tuple(DayOverride(on=day, works=works, reason=reason, layer=_UNIT_LAYER) for day in days)
