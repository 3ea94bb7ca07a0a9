"""The month of absences as an office sees it: every colleague, every day, and what stays uncovered.

Source: handbook §4.3 no. 1, §4.5 (calendar view); clauses T9-c.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from reception.rules.absence_month import MonthDay, MonthFacts, Named, PostDay, day_of, days_of
from reception.rules.absences import Absence
from reception.rules.assignments import barred, staffed
from reception.rules.duty import Assignment, IncompatiblePosts, NamedStandIn
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.stretches import merged, minutes_in
from reception.services import absences, presence
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import AbsenceRow, NamedStandInRow

_AB: Any = AbsenceRow
_N: Any = NamedStandInRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A line of the month."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month with its people, who is away in it first, and its days; `names` are of everybody, also of who left."""

    year: int
    month: int
    today: date
    people: tuple[Person, ...]
    days: tuple[MonthDay, ...]
    names: dict[int, str]

    @property
    def uncovered_minutes(self) -> int:
        """Give for how many minutes of the month at least one post has nobody."""
        return sum(day.uncovered_minutes for day in self.days)

    @property
    def uncovered_posts(self) -> int:
        """Give how many posts have nobody at some time."""
        return len({post.id for day in self.days for post in day.uncovered_posts})


DAYS_AHEAD = 14
"""So many days ahead the heads are told what nobody will cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingGap:
    """Posts of one holder that nobody will cover: from when (local), and for how much office time."""

    account_id: int
    holder: str
    posts: tuple[str, ...]
    first: datetime
    minutes: int

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.account_id


def month(desk: Desk, year: int, month_of_year: int) -> Month:
    """Give a month; why somebody is away in his own words is for himself and the heads."""
    days = days_of(year, month_of_year)
    now = desk.clock()
    with desk.reading():
        accounts = records.select(Account)
        facts = facts_within(desk, days, accounts)
        made = days_within(days, facts, now)
    away = {each.account_id for each in facts.absences}
    shown = sorted((each for each in accounts if each.active or each.id in away), key=lambda each: each.id not in away)
    return Month(
        year=year,
        month=month_of_year,
        today=facts.now.date(),
        people=tuple(Person(id=each.id, name=each.name) for each in shown),
        days=made,
        names={each.id: each.name for each in accounts},
    )


def ahead(desk: Desk) -> tuple[ComingGap, ...]:
    """Give to the heads which posts nobody will cover soon, by what is planned now, the earliest first (T9-c)."""
    if not desk.may(Action.NAME_STAND_IN):
        return ()
    now = desk.clock()
    local = desk.calendar.local(now)
    days = tuple(local.date() + timedelta(days=number) for number in range(DAYS_AHEAD + 1))
    with desk.reading():
        found = _absences(desk, days)
        if not found:
            return ()
        accounts = records.select(Account)
        facts = _facts(desk, days, found, accounts)
        coming = [each for day in days_within(days, facts, now) for each in day.posts]
    names = {each.id: each.name for each in accounts}
    by_holder: dict[int, list[PostDay]] = {}
    for each in coming:
        if any(first > local for first, _last in each.uncovered):
            by_holder.setdefault(each.post.holder_id, []).append(each)
    gaps = [_coming(number, names.get(number, ""), some, local) for number, some in by_holder.items()]
    return tuple(sorted(gaps, key=lambda gap: (gap.first, gap.account_id)))


def facts_within(desk: Desk, days: tuple[date, ...], accounts: Iterable[Account]) -> MonthFacts:
    """Give what days that follow each other are told from, within a transaction."""
    return _facts(desk, days, _absences(desk, days), accounts)


def days_within(days: Iterable[date], facts: MonthFacts, now: datetime) -> tuple[MonthDay, ...]:
    """Give days as they are planned now, within a transaction."""
    posts = _Posts()
    return tuple(day_of(day, posts.on(day, now), facts) for day in days)


def _coming(account_id: int, holder: str, days: Iterable[PostDay], now: datetime) -> ComingGap:
    """Give what comes of one holder's posts; hours in which several have nobody count once."""
    known = tuple(days)
    parts = merged(part for each in known for part in each.uncovered if part[0] > now)
    return ComingGap(
        account_id=account_id,
        holder=holder,
        posts=tuple(dict.fromkeys(each.post.name for each in known)),
        first=parts[0][0],
        minutes=minutes_in(parts),
    )


def _bounds(desk: Desk, days: tuple[date, ...]) -> tuple[datetime, datetime]:
    first, last = (datetime.combine(day, time()) for day in (days[0], days[-1] + timedelta(days=1)))
    return desk.calendar.instant(first), desk.calendar.instant(last)


def _absences(desk: Desk, days: tuple[date, ...]) -> tuple[Absence, ...]:
    first, last = _bounds(desk, days)
    over = _AB.returned_at.is_null() | (_AB.returned_at > first)
    found = records.select(Absence, _AB.cancelled_at.is_null(), _AB.from_at < last, over, order=[_AB.from_at, _AB.id])
    return tuple(absences.as_seen(desk, each) for each in found)


def _facts(desk: Desk, days: tuple[date, ...], found: tuple[Absence, ...], accounts: Iterable[Account]) -> MonthFacts:
    first, last = _bounds(desk, days)
    local = desk.calendar.local
    named = records.select(NamedStandIn, _N.until_at > first, _N.from_at < last, order=[_N.id.desc()])
    posts, pairs = records.select(Post), records.select(IncompatiblePosts)
    unused = frozenset(each.id for each in accounts if not each.active)
    return MonthFacts(
        calendar=desk.calendar,
        now=local(desk.clock()),
        absences=found,
        named=tuple(
            Named(
                post_id=each.post_id,
                account_id=each.account_id,
                first=local(each.from_at),
                last=local(each.until_at),
            )
            for each in named
        ),
        heads=presence.heads_of(accounts),
        barred={post.id: unused | barred(post.id, posts, pairs) for post in posts},
    )


class _Posts:
    """The posts in use with who belongs to them on a day; read once for a month."""

    def __init__(self) -> None:
        self._posts = records.select(Post, active=True)
        self._made: dict[int, list[Assignment]] = {}
        for each in records.select(Assignment):
            self._made.setdefault(each.post_id, []).append(each)

    def on(self, day: date, now: datetime) -> list[Post]:
        return [staffed(post, self._made.get(post.id, []), day, now) for post in self._posts]
