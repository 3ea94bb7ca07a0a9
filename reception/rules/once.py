"""The "once" control in figures: who was told everything the first time, who had to come only once.

Contacts that go on from each other are one story; the slips of a story about one matter are one case.

Source: handbook §2.4 (the "once" control), §8.2 (一次告知率; denominator 0 → "—"); clauses 2.2 (D2.1-f).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from reception.rules.notices import SecondReason
from reception.rules.ratios import Ratio

WINDOW_DAYS = 30
"""Who comes again for the same matter within so many days came more than once.

It is longer than the fifteen working days in which papers may be supplemented.
"""


class Grouping(StrEnum):
    """By what the rates are listed."""

    MATTER = "matter"
    UNIT = "unit"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Local days, both included."""

    first_on: date
    last_on: date


def month_of(day: date) -> Period:
    """Give the calendar month of a day."""
    following = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return Period(first_on=day.replace(day=1), last_on=following - timedelta(days=1))


def month_before(day: date) -> Period:
    """Give the calendar month before that of a day."""
    return month_of(day.replace(day=1) - timedelta(days=1))


def quarter_of(day: date) -> Period:
    """Give the quarter of a day."""
    first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
    return Period(first_on=first, last_on=month_of(first + timedelta(days=70)).last_on)


def year_of(day: date) -> Period:
    """Give the calendar year of a day."""
    return Period(first_on=day.replace(month=1, day=1), last_on=day.replace(month=12, day=31))


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What the figures read of a slip; void and restricted ones are none."""

    id: int
    inquiry_id: int
    matter_code: str
    issued_at: datetime
    by_id: int
    by: str
    why: SecondReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What the figures read of a visit in person for a matter; void and restricted ones are none."""

    id: int
    matter_code: str
    at: datetime
    by_id: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One case with slips in a period.

    `officer` wrote the first slip of the case, even before the period: what was left out was left out there, and
    whoever owns up to it later is not blamed. `inquiry_id` is the record to look at: that of the omission, else that
    of the first slip in the period.
    """

    matter_code: str
    officer_id: int
    officer: str
    inquiry_id: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One visitor who came for a matter first in a period; `again` are the records of later visits for it.

    `open` tells that the window is not over and nobody can say yet whether once was enough.
    """

    matter_code: str
    officer_id: int
    officer: str
    inquiry_id: int
    again: tuple[int, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnceLine:
    """The two rates of a matter, a unit or an officer; the records behind each number by their ids."""

    key: str
    name: str
    told_whole: tuple[int, ...] = ()
    told_short: tuple[int, ...] = ()
    came_once: tuple[int, ...] = ()
    came_again: tuple[int, ...] = ()
    came_lately: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """Give what tells this line from the others."""
        return self.key

    @property
    def told(self) -> Ratio:
        """Give 一次告知率: cases without an omission over cases with a slip."""
        return Ratio(part=len(self.told_whole), of=len(self.told_whole) + len(self.told_short))

    @property
    def once(self) -> Ratio:
        """Give the one-visit rate: visitors who came once over visitors whose window is over."""
        return Ratio(part=len(self.came_once), of=len(self.came_once) + len(self.came_again))


def stories(links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Give for each record that hangs together with another the least id of all that do; the others stand alone."""
    least: dict[int, int] = {}

    def root(each: int) -> int:
        while least.setdefault(each, each) != each:
            least[each] = each = least[least[each]]
        return each

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        least[high] = low
    return {each: root(each) for each in tuple(least)}


def told_cases(slips: Iterable[Slip], story_of: Mapping[int, int], start: datetime, end: datetime) -> tuple[Told, ...]:
    """Give the cases for which a slip was issued from one instant up to before another.

    Args:
        slips: all slips of the stories concerned, earlier ones too.
        story_of: from `stories`.
        start: the first instant.
        end: the instant after the last.
    """
    found = []
    for each in _cases(slips, story_of):
        within = [slip for slip in each if start <= slip.issued_at < end]
        short = [slip for slip in within if slip.why is SecondReason.OMISSION]
        if within:
            found.append(
                Told(
                    matter_code=each[0].matter_code,
                    officer_id=each[0].by_id,
                    officer=each[0].by,
                    inquiry_id=(short or within)[0].inquiry_id,
                    whole=not short,
                )
            )
    return tuple(found)


def later_slips(slips: Iterable[Slip], story_of: Mapping[int, int], start: datetime, end: datetime) -> tuple[Slip, ...]:
    """Give the slips of a time that were issued for a case which had one before (二次告知)."""
    return tuple(slip for each in _cases(slips, story_of) for slip in each[1:] if start <= slip.issued_at < end)


def _cases(slips: Iterable[Slip], story_of: Mapping[int, int]) -> Iterable[list[Slip]]:
    cases: dict[tuple[int, str], list[Slip]] = {}
    for slip in sorted(slips, key=lambda each: (each.issued_at, each.id)):
        key = (story_of.get(slip.inquiry_id, slip.inquiry_id), slip.matter_code)
        cases.setdefault(key, []).append(slip)
    return cases.values()


def first_visits(
    visits: Iterable[Visit], story_of: Mapping[int, int], start: datetime, end: datetime, now: datetime
) -> tuple[Came, ...]:
    """Give who came for a matter, the first time from one instant up to before another.

    Only visits in person count, first and later ones; a later one counts where the records were linked (a repeated
    visit, or a return with the slip) and name the same matter.

    Args:
        visits: all of the stories concerned, earlier ones and those of the window after the period too.
        story_of: from `stories`.
        start: the first instant.
        end: the instant after the last.
        now: what is not over yet is told apart.
    """
    came: dict[tuple[int, str], list[Visit]] = {}
    for visit in sorted(visits, key=lambda each: (each.at, each.id)):
        came.setdefault((story_of.get(visit.id, visit.id), visit.matter_code), []).append(visit)
    found = []
    for first, *others in came.values():
        until = first.at + timedelta(days=WINDOW_DAYS)
        if start <= first.at < end:
            found.append(
                Came(
                    matter_code=first.matter_code,
                    officer_id=first.by_id,
                    officer=first.by,
                    inquiry_id=first.id,
                    again=tuple(later.id for later in others if later.at <= until),
                    open=now <= until,
                )
            )
    return tuple(found)


def lines(
    told: Iterable[Told], came: Iterable[Came], by: Grouping, names: Mapping[str, str], units: Mapping[str, str]
) -> tuple[OnceLine, ...]:
    """Give the rates by matter, unit or officer, the line with most behind it first.

    Args:
        told: from `told_cases`.
        came: from `first_visits`.
        by: what makes a line.
        names: of matters or units by their code; officers bring their own.
        units: the unit of each matter.
    """

    def key_of(each: Told | Came) -> str:
        if by is Grouping.OFFICER:
            return str(each.officer_id)
        return each.matter_code if by is Grouping.MATTER else units.get(each.matter_code, "")

    parts: dict[str, dict[str, list[int]]] = {}
    called: dict[str, str] = {}
    for case in told:
        parts.setdefault(key_of(case), {}).setdefault("told_whole" if case.whole else "told_short", []).append(
            case.inquiry_id
        )
        called[key_of(case)] = case.officer
    for visit in came:
        # A window that is still open says nothing, or who came again would count before who did not.
        part = "came_lately" if visit.open else "came_again" if visit.again else "came_once"
        parts.setdefault(key_of(visit), {}).setdefault(part, []).append(visit.inquiry_id)
        called[key_of(visit)] = visit.officer
    found = [
        OnceLine(
            key=key,
            name=called[key] if by is Grouping.OFFICER else names.get(key, key),
            **{name: tuple(sorted(ids)) for name, ids in each.items()},
        )
        for key, each in parts.items()
    ]
    return tuple(sorted(found, key=lambda line: (-(line.told.of + line.once.of), line.key)))


def whole(found: Iterable[OnceLine], name: str) -> OnceLine:
    """Give the line of all lines together."""
    parts: dict[str, list[int]] = {}
    for line in found:
        for part in _PARTS:
            parts.setdefault(part, []).extend(getattr(line, part))
    return OnceLine(key="", name=name, **{part: tuple(sorted(ids)) for part, ids in parts.items()})


_PARTS = ("told_whole", "told_short", "came_once", "came_again", "came_lately")
