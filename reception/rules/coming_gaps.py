"""Gaps that are still to come: in which stretch a post will have nobody, and whether somebody may be named for it.

Everything here is in the office's local time. Source: handbook §4.3 no. 1, §4.4 nos. 9, 10, 17.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reception.errors import Reason
from reception.rules.absence_month import MonthDay, Stint
from reception.rules.roster import Post, Serves
from reception.rules.stretches import Stretch, common, minutes_in

LONGEST_NAMING = timedelta(days=62)
"""For so long somebody may be named at one go; who is away longer gets another stand-in for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostGap:
    """A stretch in which neither holder nor stand-in of a post is there.

    Nights and days off inside belong to it, `hours` are its office hours alone. `named_id` is who was named for it.
    """

    post: Post
    first: datetime
    last: datetime
    hours: tuple[Stretch, ...]
    named_id: int | None = None

    @property
    def minutes(self) -> int:
        """Give how much office time it is."""
        return minutes_in(self.hours)

    @property
    def parts(self) -> tuple[tuple[Stretch, int | None], ...]:
        """Give its office hours with who was named for them."""
        return tuple((each, self.named_id) for each in self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingDraft:
    """Whom a head names for which posts, from when until when (instants); the person by name, as it was typed."""

    post_ids: tuple[int, ...] = ()
    person: str = ""
    from_at: datetime | None = None
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitness:
    """What is known of the one who is named: the account, whether in use and at the desk, when away, where barred."""

    account_id: int
    name: str
    active: bool
    at_desk: bool
    away: tuple[Stretch, ...] = ()
    barred: frozenset[int] = frozenset()


def gaps_in(days: Iterable[MonthDay], now: datetime) -> tuple[PostGap, ...]:
    """Give what nobody of the posts covers from now on, in days that follow each other, the earliest first."""
    open_runs: dict[int, list[Stint]] = {}
    posts: dict[int, Post] = {}
    found: list[PostGap] = []
    for day in days:
        if not day.minutes:  # a day off neither ends a gap nor makes it longer
            continue
        told = {each.post.id: each for each in day.posts}
        for number in [number for number in open_runs if number not in told]:
            found += _closed(posts[number], open_runs.pop(number))
        for number, each in told.items():
            posts[number] = each.post
            for stint in each.stints:
                cut = _from(stint, now)
                run = open_runs.get(number, [])
                if run and (cut is None or _key(cut) != _key(run[0])):
                    found += _closed(posts[number], open_runs.pop(number))
                if cut is not None and _key(cut) is not None:
                    open_runs.setdefault(number, []).append(cut)
    for number, run in open_runs.items():
        found += _closed(posts[number], run)
    return tuple(sorted(found, key=lambda gap: (gap.first, gap.last, gap.post.code)))


def _from(stint: Stint, now: datetime) -> Stint | None:
    """Give what of a stint is still to come."""
    if stint.last <= now:
        return None
    return Stint(first=max(stint.first, now), last=stint.last, holder=stint.holder)


def _key(stint: Stint) -> int | None:
    """Tell gaps apart by who was named, 0 being nobody; None where somebody of the post is there."""
    if stint.holder.uncovered:
        return 0
    return stint.holder.account_id if stint.holder.by is Serves.NAMED else None


def _closed(post: Post, run: Sequence[Stint]) -> Iterator[PostGap]:
    hours = tuple((each.first, each.last) for each in run)
    if minutes_in(hours):
        yield PostGap(post=post, first=run[0].first, last=run[-1].last, hours=hours, named_id=_key(run[0]) or None)


def parts_of(days: Iterable[MonthDay], post_id: int, stretch: Stretch) -> list[tuple[Stretch, int | None]]:
    """Give the office hours within a stretch in which nobody of a post is there, and who was named for them."""
    found = []
    for day in days:
        for each in day.posts:
            for stint in each.stints if each.post.id == post_id else ():
                key = _key(stint)
                if key is not None:
                    found += [(part, key or None) for part in common([(stint.first, stint.last)], [stretch])]
    return found


def check_span(draft: NamingDraft, now: datetime) -> tuple[Reason, ...]:
    """Give what speaks against the times of a naming, and what is missing; `now` is an instant."""
    found = [
        Reason(code="required", field=name)
        for name in ("post_ids", "from_at", "until_at", "person")
        if not getattr(draft, name)
    ]
    if draft.from_at is not None and draft.until_at is not None:
        if draft.until_at <= draft.from_at:
            found.append(Reason(code="naming_backwards", field="until_at"))
        elif draft.until_at <= now:
            found.append(Reason(code="naming_past", field="until_at"))
        elif draft.until_at - draft.from_at > LONGEST_NAMING:
            found.append(Reason(code="naming_too_long", field="until_at", values={"days": LONGEST_NAMING.days}))
    return tuple(found)


def check_person(
    person: Fitness, posts: Iterable[Post], parts: Mapping[int, Collection[tuple[Stretch, int | None]]]
) -> tuple[Reason, ...]:
    """Give what speaks against somebody at posts that nobody covers.

    Args:
        person: who is named.
        posts: those that have a gap in the stretch.
        parts: the gaps of each, with who was named for them before.
    """
    known = tuple(posts)
    gaps = [part for each in known for part, _named in parts[each.id]]
    if not known:
        return (Reason(code="no_gap", field="post_ids"),)
    if not person.active:
        return (Reason(code="account_inactive", field="person"),)
    if not person.at_desk:
        return (Reason(code="cannot_handle", field="person", values={"name": person.name}),)
    if any(common([part], person.away) for part in gaps):
        return (Reason(code="stand_in_away", field="person"),)
    if any(person.account_id in (each.holder_id, *each.stand_ins) for each in known):
        return (Reason(code="stand_in_belongs", field="person"),)
    if any(each.id in person.barred for each in known):
        return (Reason(code="stand_in_kept_apart", field="person"),)
    if all(named == person.account_id for each in known for _part, named in parts[each.id]):
        return (Reason(code="named_already", field="person", values={"name": person.name}),)
    return ()
