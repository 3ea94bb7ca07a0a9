"""A month of absences: who is away on which day, who stands in hour by hour, and what stays uncovered.

Everything here is in the office's local time, and only its working hours count. Source: handbook §4.3 no. 1, §4.4,
§4.5 (pairs both away, past and planned, calendar view); clauses T9-b, T9-c.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from reception.rules.absences import SHORT_LENGTH, Absence, AbsenceKind
from reception.rules.cover import hours_on
from reception.rules.roster import NO_HEADS, Heads, HolderNow, Post, holder
from reception.rules.stretches import Stretch, common, merged, minutes_in
from reception.rules.working_calendar import DayKind, WorkingCalendar

_DAY = timedelta(days=1)


class AbsenceState(StrEnum):
    """Where an absence stands; `unconfirmed` should be over, and nobody confirmed the return."""

    PLANNED = "planned"
    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """An absence on one day: from when to when (local, within the day), and how much office time that takes."""

    absence: Absence
    state: AbsenceState
    first: datetime
    last: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stint:
    """A part of a day's office hours in which one person answers for a post."""

    first: datetime
    last: datetime
    holder: HolderNow


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDay:
    """Who answers for a post on a day on which its holder is away for a while, in order of time."""

    post: Post
    stints: tuple[Stint, ...]

    @property
    def uncovered(self) -> list[Stretch]:
        """Give when nobody of the post is there."""
        return merged((each.first, each.last) for each in self.stints if each.holder.uncovered)

    @property
    def uncovered_minutes(self) -> int:
        """Give for how many minutes nobody of the post is there."""
        return minutes_in(self.uncovered)


@dataclass(frozen=True, slots=True, kw_only=True)
class BothAway:
    """A holder and a stand-in who are away together, at which posts, for how many minutes of office hours."""

    holder_id: int
    stand_in_id: int
    posts: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """One day: why it works or rests, its office time, who is away, who answers instead, which pairs are away."""

    on: date
    kind: DayKind
    name: str
    minutes: int
    marks: tuple[DayMark, ...]
    posts: tuple[PostDay, ...]
    both_away: tuple[BothAway, ...]

    @property
    def uncovered_minutes(self) -> int:
        """Give for how many minutes at least one post has nobody; posts without anybody together count once."""
        return minutes_in(merged(part for each in self.posts for part in each.uncovered))

    @property
    def uncovered_posts(self) -> tuple[Post, ...]:
        """Give the posts that have nobody for a while."""
        return tuple(each.post for each in self.posts if each.uncovered_minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A temporary stand-in of a post, in local time."""

    post_id: int
    account_id: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFacts:
    """What the days of a month are told from besides their posts: the calendar, who is away, named, leads, is barred.

    Args:
        calendar: the office's.
        now: the local moment of looking.
        absences: all that touch the month.
        named: temporary stand-ins, the latest first.
        heads: who leads.
        barred: who may not stand in at a post, by its id.
    """

    calendar: WorkingCalendar
    now: datetime
    absences: tuple[Absence, ...]
    named: tuple[Named, ...] = ()
    heads: Heads = NO_HEADS
    barred: Mapping[int, Collection[int]]


def days_of(year: int, month: int) -> tuple[date, ...]:
    """Give the days of a month."""
    first = date(year, month, 1)
    return tuple(day for day in (first + number * _DAY for number in range(31)) if day.month == month)


def state_of(absence: Absence, now: datetime, calendar: WorkingCalendar) -> AbsenceState:
    """Give where an absence stands at a local moment."""
    if absence.returned_at is not None:
        return AbsenceState.RETURNED
    if now < calendar.local(absence.from_at):
        return AbsenceState.PLANNED
    return AbsenceState.ACTIVE if now <= calendar.local(absence.until_at) else AbsenceState.UNCONFIRMED


def lasts(absence: Absence, now: datetime, calendar: WorkingCalendar) -> Stretch | None:
    """Give from when to when somebody is away, in fact or by the plan; None where nobody went.

    A return that is overdue is still awaited today; later days are told when they come.
    """
    if absence.cancelled_at is not None:
        return None
    first, planned = calendar.local(absence.from_at), calendar.local(absence.until_at)
    if absence.returned_at is not None:
        last = calendar.local(absence.returned_at)
    elif planned <= now:
        last = datetime.combine(now.date(), time()) + _DAY
    else:
        last = planned
    return (first, last) if first < last else None


def moves_posts(absence: Absence, stretch: Stretch) -> Stretch | None:
    """Give the part of an absence in which the posts are with somebody else: not the half hour of a short one."""
    if absence.kind is not AbsenceKind.SHORT:
        return stretch
    first = stretch[0] + SHORT_LENGTH
    return (first, stretch[1]) if first < stretch[1] else None


def day_of(day: date, posts: Iterable[Post], facts: MonthFacts) -> MonthDay:
    """Give one day of a month.

    Args:
        day: the day.
        posts: those in use, with who belongs to them on this day.
        facts: everything else.
    """
    hours = hours_on(day, facts.calendar)
    stretches = [(each, lasts(each, facts.now, facts.calendar)) for each in facts.absences]
    away = _away(day, stretches)
    known = tuple(posts)
    return MonthDay(
        on=day,
        kind=facts.calendar.kind_of(day),
        name=facts.calendar.day_name(day),
        minutes=minutes_in(hours),
        marks=tuple(_marks(day, hours, stretches, facts)),
        posts=tuple(_covered(known, hours, away, facts)),
        both_away=_pairs(known, hours, away),
    )


def stints(
    post: Post,
    hours: Iterable[Stretch],
    away: Mapping[int, Sequence[Stretch]],
    named: Iterable[Named] = (),
    heads: Heads = NO_HEADS,
    barred: Collection[int] = (),
) -> tuple[Stint, ...]:
    """Give who answers for a post in the office hours of a day, one stint after another.

    Args:
        post: with who belongs to it on that day.
        hours: the sessions of the day.
        away: when each person is away.
        named: temporary stand-ins of this post, the latest first.
        heads: who leads.
        barred: who may not stand in here.
    """
    found: list[Stint] = []
    standing = tuple(named)
    edges = {edge for parts in away.values() for part in parts for edge in part}
    edges |= {edge for each in standing for edge in (each.first, each.last)}
    for opens, closes in hours:
        moments = sorted({opens, closes} | {edge for edge in edges if opens < edge < closes})
        for first, last in pairwise(moments):
            gone = [each for each, parts in away.items() if any(one <= first < other for one, other in parts)]
            there = [each.account_id for each in standing if each.first <= first < each.last]
            serving = holder(post, gone, named=there, heads=heads, barred=barred)
            goes_on = bool(found) and found[-1].holder == serving and found[-1].last == first
            begun = found.pop().first if goes_on else first
            found.append(Stint(first=begun, last=last, holder=serving))
    return tuple(found)


def _away(day: date, stretches: Iterable[tuple[Absence, Stretch | None]]) -> dict[int, list[Stretch]]:
    """Give when the posts of each person are with somebody else on a day."""
    found: dict[int, list[Stretch]] = {}
    for absence, stretch in stretches:
        moved = moves_posts(absence, stretch) if stretch else None
        parts = common([moved], [_whole(day)]) if moved else []
        if parts:
            found.setdefault(absence.account_id, []).extend(parts)
    return {number: merged(parts) for number, parts in found.items()}


def _whole(day: date) -> Stretch:
    return datetime.combine(day, time()), datetime.combine(day + _DAY, time())


def _marks(
    day: date, hours: Sequence[Stretch], stretches: Iterable[tuple[Absence, Stretch | None]], facts: MonthFacts
) -> Iterator[DayMark]:
    for absence, stretch in stretches:
        for first, last in common([stretch], [_whole(day)]) if stretch else []:
            yield DayMark(
                absence=absence,
                state=state_of(absence, facts.now, facts.calendar),
                first=first,
                last=last,
                minutes=minutes_in(common([(first, last)], hours)),
            )


def _covered(
    posts: Iterable[Post], hours: Sequence[Stretch], away: Mapping[int, Sequence[Stretch]], facts: MonthFacts
) -> Iterator[PostDay]:
    for post in posts:
        if common(away.get(post.holder_id, ()), hours):
            named = [each for each in facts.named if each.post_id == post.id]
            barred = facts.barred.get(post.id, ())
            yield PostDay(post=post, stints=stints(post, hours, away, named, facts.heads, barred))


def _pairs(
    posts: Iterable[Post], hours: Sequence[Stretch], away: Mapping[int, Sequence[Stretch]]
) -> tuple[BothAway, ...]:
    found: dict[tuple[int, int], list[str]] = {}
    for post in posts:
        for stand_in in post.stand_ins:
            found.setdefault((post.holder_id, stand_in), []).append(post.name)
    both = {pair: common(common(away.get(pair[0], ()), away.get(pair[1], ())), hours) for pair in found}
    return tuple(
        BothAway(holder_id=pair[0], stand_in_id=pair[1], posts=tuple(names), minutes=minutes_in(both[pair]))
        for pair, names in found.items()
        if both[pair]
    )
