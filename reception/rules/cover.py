"""What an absence leaves uncovered: the stretches in which a post has neither holder nor stand-in of any kind.

Source: handbook §4.3 no. 1 (the stand-in absent in the same interval is never passed over in silence).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reception.rules.absences import Absence, AbsenceKind
from reception.rules.duty import NamedStandIn
from reception.rules.roster import Post
from reception.rules.working_calendar import WorkingCalendar

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch in which a post has nobody; `others` are who is away too, nobody where nobody stands in at all."""

    post: Post
    from_at: datetime
    until_at: datetime
    others: tuple[int, ...] = ()


def gaps(
    posts: Iterable[Post],
    account_id: int,
    stretch: Stretch,
    absences: Sequence[Absence],
    now: datetime,
    named: Iterable[NamedStandIn] = (),
) -> tuple[Gap, ...]:
    """Give what stays uncovered while somebody is away, of the posts that this person holds or stands in for.

    Args:
        posts: all posts; those out of use need nobody.
        account_id: who will be away.
        stretch: from when until when.
        absences: everybody's that are open.
        now: an absence whose return is overdue has no end that one could count on.
        named: temporary stand-ins; one who is away covers nothing.
    """
    standing = tuple(named)
    found: list[Gap] = []
    for post in posts:
        belonging = (post.holder_id, *post.stand_ins)
        if not post.active or account_id not in belonging:
            continue
        others = tuple(each for each in belonging if each != account_id)
        parts = [stretch]
        for other in others:
            parts = _common(parts, _away(other, stretch, absences, now))
        for each in standing:
            if each.post_id == post.id and each.account_id != account_id:
                covered = (max(each.from_at, stretch[0]), min(each.until_at, stretch[1]))
                absent = _common([covered], _away(each.account_id, covered, absences, now))
                parts = _without(parts, _without([covered], absent))
        found += [Gap(post=post, from_at=first, until_at=last, others=others) for first, last in parts]
    return tuple(found)


def _away(account_id: int, stretch: Stretch, absences: Iterable[Absence], now: datetime) -> list[Stretch]:
    """Give when somebody is away within a stretch, in order and without overlaps."""
    parts = []
    for each in absences:
        if each.account_id == account_id and each.kind is not AbsenceKind.SHORT and each.is_open:
            until_at = stretch[1] if each.until_at <= now else each.until_at
            parts.append((each.from_at, until_at))
    merged: list[Stretch] = []
    for first, last in sorted(parts):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _common(parts: Iterable[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    both = ((max(one[0], other[0]), min(one[1], other[1])) for one in parts for other in others)
    return sorted(part for part in both if part[0] < part[1])


def _without(parts: Iterable[Stretch], covered: Iterable[Stretch]) -> list[Stretch]:
    left = [part for part in parts if part[0] < part[1]]
    for first, last in covered:
        if first < last:
            cut = [((one, min(other, first)), (max(one, last), other)) for one, other in left]
            left = [part for pair in cut for part in pair if part[0] < part[1]]
    return sorted(left)


def working_minutes(first: datetime, last: datetime, calendar: WorkingCalendar) -> int:
    """Give how many minutes of office hours lie between two local moments."""
    return sum(
        max(0, int((min(last, closes) - max(first, opens)).total_seconds() // 60))
        for opens, closes in _hours(first, last, calendar)
    )


def _hours(first: datetime, last: datetime, calendar: WorkingCalendar) -> Iterator[tuple[datetime, datetime]]:
    day = first.date()
    while day <= last.date():
        for session in calendar.sessions_on(day):
            yield datetime.combine(day, session.opens), datetime.combine(day, session.closes)
        day += timedelta(days=1)
