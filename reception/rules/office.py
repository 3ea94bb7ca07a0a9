"""The office on this PC: its names, hours and counters.

Source: handbook §2.3 (numbers), §3.2 (timetable).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from reception.errors import Invalid, Reason
from reception.rules.thresholds import LightThresholds
from reception.rules.time_limits import AfterHours
from reception.rules.working_calendar import DEFAULT_TIMETABLE, CalendarYear, DayOverride, Timetable


class NumberStyle(StrEnum):
    """How printed numbers read: slips say 第0012号, formal documents 12号 (handbook §2.3)."""

    SLIP = "slip"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The unit that keeps this register.

    `short_name` stands in the numbers of its papers (教务 in 教务告〔2026〕第0012号). `timetable` are its first hours;
    later ones hold from a date on (`DatedHours`).
    """

    id: int = 0
    version: int = 0
    name: str
    name_en: str = ""
    university: str = ""
    university_en: str = ""
    short_name: str
    unit_code: str = ""
    place: str = ""
    phone: str = ""
    supervise_phone: str = ""
    area_code: str = ""
    zone: str = "Asia/Shanghai"
    timetable: Timetable = field(default_factory=lambda: DEFAULT_TIMETABLE)
    after_hours: AfterHours = AfterHours.SAME_DAY
    number_style: NumberStyle = NumberStyle.SLIP
    thresholds: LightThresholds = field(default_factory=LightThresholds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A window or room where visitors are received."""

    id: int = 0
    version: int = 0
    name: str
    active: bool = True


def check_office(office: Office, counter: str) -> None:
    """Refuse an office without a name, a short name or a counter, or with an over-long short name.

    Raises:
        Invalid: all reasons at once.
    """
    reasons = [
        Reason(code="required", field=name)
        for name, value in (("name", office.name), ("short_name", office.short_name), ("counter", counter))
        if not value
    ]
    if len(office.short_name) > 8:
        reasons.append(Reason(code="too_long", field="short_name", values={"limit": 8}))
    if reasons:
        raise Invalid(*reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingYear:
    """A year of the State Council's notice, kept as editable data with its source."""

    id: int = 0
    version: int = 0
    year: int
    entry: CalendarYear


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDay:
    """A day on which a province, the university or the unit differs from the published calendar."""

    id: int = 0
    version: int = 0
    on: date
    layer: int
    entry: DayOverride


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedHours:
    """Office hours that hold from a day on, until the next; the days before keep theirs (handbook §3.2).

    Those that were `withdrawn` before they began hold no day.
    """

    id: int = 0
    version: int = 0
    from_on: date
    entry: Timetable
    reason: str = ""
    made_at: datetime
    made_by: str
    withdrawn: bool = False
