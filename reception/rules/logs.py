"""The weekly log: which records belong to a week, and the figures of a week.

Source: handbook §8.2 (blocks, formulas, period cut): intake is cut by `received_at`, local Monday to Sunday.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from reception.rules.cases import REFERRED, Case, CaseStatus
from reception.rules.inquiries import Channel, Disposition, Inquiry, PersonKind, Status
from reception.rules.notices import Notice, SecondReason
from reception.rules.once import Slip, later_slips, told_cases
from reception.rules.ratios import Ratio
from reception.rules.tallies import Tally, TallyCounts, count_up
from reception.rules.working_calendar import WorkingCalendar


class LogFormat(StrEnum):
    """File kinds of the weekly log."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """An ISO week, Monday to Sunday in the office's local time."""

    year: int
    number: int

    @property
    def first_on(self) -> date:
        """Give the Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last_on(self) -> date:
        """Give the Sunday."""
        return self.first_on + timedelta(days=6)

    @property
    def label(self) -> str:
        """Give 2026-W48."""
        return f"{self.year}-W{self.number:02d}"


def week_of(day: date) -> Week:
    """Give the ISO week that a local day belongs to."""
    year, number, _ = day.isocalendar()
    return Week(year=year, number=number)


def parse_week(text: str) -> Week | None:
    """Give the week that 2026-W48 names, or None when it is not one."""
    year, separator, number = text.strip().upper().partition("-W")
    if not separator or not (year.isdecimal() and number.isdecimal() and len(year) == 4):
        return None
    try:
        week = Week(year=int(year), number=int(number))
        return week if week_of(week.first_on) == week else None
    except ValueError:
        return None


def bounds(week: Week, calendar: WorkingCalendar) -> tuple[datetime, datetime]:
    """Give the instant at which the local Monday begins and the one at which the next Monday begins."""
    first = datetime.combine(week.first_on, time.min)
    return calendar.instant(first), calendar.instant(first + timedelta(days=7))


def last_working_day(week: Week, calendar: WorkingCalendar) -> date | None:
    """Give the last day of the week on which the office works, make-up days included; None when it rests all week."""
    days = (week.last_on - timedelta(days=back) for back in range(7))
    return next((day for day in days if calendar.is_working_day(day)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRecords:
    """What a week's figures are made of, read as of one moment.

    `inquiries` are those received in the week, voids among them. `notices` are all notices of the stories in which
    one was issued in the week, earlier ones too; `story_of` tells which contacts are one story. `cases` are those
    begun or due in the week. `tallies` are those of its local days.
    """

    inquiries: tuple[Inquiry, ...] = ()
    notices: tuple[Notice, ...] = ()
    cases: tuple[Case, ...] = ()
    tallies: tuple[Tally, ...] = ()
    story_of: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HourCount:
    """How many contacts began in an hour of the day, local time."""

    hour: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterCount:
    """How many contacts concerned a matter."""

    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFigures:
    """The figures of a week. Voids stand apart: every other figure is without them.

    Restricted records count in the total and in their disposition; in no other breakdown, which would tell
    what the list hides. Who was only counted stands in `tallies` and in no other figure.
    """

    total: int
    voids: int
    restricted: int
    by_channel: tuple[tuple[Channel, int], ...]
    by_person_kind: tuple[tuple[PersonKind, int], ...]
    inside: int
    outside: int
    by_disposition: tuple[tuple[Disposition, int], ...]
    closed: int
    answered: int
    handled: int
    transferred: int
    late_entries: int
    repeats: int
    slips: int
    slips_missing: int
    missing_items: int
    second_slips: int
    omissions: int
    told_once: Ratio
    cases_opened: int
    cases_due: int
    busiest_hours: tuple[HourCount, ...]
    busiest_matters: tuple[MatterCount, ...]
    tallies: TallyCounts

    @property
    def on_the_spot(self) -> Ratio:
        """Give 当场办结率: answered and handled on the spot (D1, D2) over closed contacts (handbook §8.2)."""
        return Ratio(part=self.answered + self.handled, of=self.closed)

    @property
    def average_missing(self) -> Ratio:
        """Give the missing items over the notices that name any."""
        return Ratio(part=self.missing_items, of=self.slips_missing)


INSIDE = frozenset(
    {
        PersonKind.UNDERGRADUATE,
        PersonKind.POSTGRADUATE,
        PersonKind.STAFF,
        PersonKind.RETIRED,
        PersonKind.INTERNATIONAL,
    }
)
"""Visitors from inside the university (clauses T6-a); who stays anonymous is neither inside nor outside."""

TOP_HOURS = 5
TOP_MATTERS = 10


def summarise(week: Week, records: WeekRecords, calendar: WorkingCalendar) -> WeekFigures:
    """Give the figures of a week.

    Source: handbook §8.2 (blocks 首问登记, 一次告知, 限时办结; 当场办结率; 一次告知率); decisions on the register
    (tallies only in the figures).
    """
    start, end = bounds(week, calendar)
    valid = [inquiry for inquiry in records.inquiries if inquiry.status is not Status.VOID]
    shown = [inquiry for inquiry in valid if not inquiry.restricted]
    ways = Counter(inquiry.disposition for inquiry in valid)
    channels = Counter(inquiry.channel for inquiry in shown)
    kinds = Counter(inquiry.person_kind for inquiry in shown)
    living = [notice for notice in records.notices if not notice.void]
    slips = [notice for notice in living if start <= notice.issued_at < end]
    told = told_cases(map(_slip, living), records.story_of, start, end)
    cases = [case for case in records.cases if case.status is not CaseStatus.VOID]
    inside = sum(kinds[kind] for kind in INSIDE)
    return WeekFigures(
        total=len(valid),
        voids=len(records.inquiries) - len(valid),
        restricted=len(valid) - len(shown),
        by_channel=tuple((channel, channels[channel]) for channel in Channel),
        by_person_kind=tuple((kind, kinds[kind]) for kind in PersonKind),
        inside=inside,
        outside=len(shown) - inside - kinds[PersonKind.ANONYMOUS],
        by_disposition=tuple((way, ways[way]) for way in Disposition),
        closed=sum(inquiry.status is Status.CLOSED for inquiry in valid),
        answered=sum(i.status is Status.CLOSED and i.disposition is Disposition.D1 for i in valid),
        handled=sum(i.status is Status.CLOSED and i.disposition is Disposition.D2 for i in valid),
        transferred=sum(ways[way] for way in REFERRED),
        late_entries=sum(inquiry.late_entry for inquiry in shown),
        repeats=sum(inquiry.repeat_of is not None for inquiry in shown),
        slips=len(slips),
        slips_missing=sum(bool(notice.missing) for notice in slips),
        missing_items=sum(len(notice.missing) for notice in slips),
        second_slips=len(later_slips(map(_slip, living), records.story_of, start, end)),
        omissions=sum(notice.second_reason is SecondReason.OMISSION for notice in slips),
        told_once=Ratio(part=sum(case.whole for case in told), of=len(told)),
        cases_opened=sum(start <= case.started_at < end for case in cases),
        cases_due=sum(start <= case.due_at < end for case in cases),
        busiest_hours=_busiest_hours(shown, calendar),
        busiest_matters=_busiest_matters(shown),
        tallies=count_up(records.tallies),
    )


def _slip(notice: Notice) -> Slip:
    return Slip(
        id=notice.id,
        inquiry_id=notice.inquiry_id,
        matter_code=notice.matter_code,
        issued_at=notice.issued_at,
        by_id=notice.issued_by_id,
        by=notice.issued_by,
        why=notice.second_reason,
    )


def _busiest_hours(inquiries: list[Inquiry], calendar: WorkingCalendar) -> tuple[HourCount, ...]:
    hours = Counter(calendar.local(inquiry.received_at).hour for inquiry in inquiries)
    ranked = sorted(hours.items(), key=lambda item: (-item[1], item[0]))[:TOP_HOURS]
    return tuple(HourCount(hour=hour, count=count) for hour, count in ranked)


def _busiest_matters(inquiries: list[Inquiry]) -> tuple[MatterCount, ...]:
    counts = Counter(inquiry.matter_code for inquiry in inquiries if inquiry.matter_code)
    names = {inquiry.matter_code: inquiry.matter_name for inquiry in inquiries}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:TOP_MATTERS]
    return tuple(MatterCount(code=code, name=names[code], count=count) for code, count in ranked)
