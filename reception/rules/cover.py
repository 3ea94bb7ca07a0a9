"""What an absence leaves uncovered: the stretches in which a post has neither holder nor stand-in.

Source: handbook §4.3 no. 1 (the stand-in absent in the same interval is never passed over in silence).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reception.rules.absences import Absence, AbsenceKind
from reception.rules.roster import Post
from reception.rules.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch in which a post has nobody; `other_id` is who is away too, None where nobody stands in at all."""

    post: Post
    from_at: datetime
    until_at: datetime
    other_id: int | None = None


def gaps(
    posts: Iterable[Post],
    account_id: int,
    stretch: tuple[datetime, datetime],
    absences: Sequence[Absence],
    now: datetime,
) -> tuple[Gap, ...]:
    """Give what stays uncovered while somebody is away, of the posts that this person holds or stands in for.

    Args:
        posts: all posts; those out of use need nobody.
        account_id: who will be away.
        stretch: from when until when.
        absences: everybody's that are open.
        now: an absence whose return is overdue has no end that one could count on.
    """
    found: list[Gap] = []
    for post in posts:
        if not post.active or account_id not in (post.holder_id, post.stand_in_id):
            continue
        other_id = post.stand_in_id if account_id == post.holder_id else post.holder_id
        if other_id is None:
            found.append(Gap(post=post, from_at=stretch[0], until_at=stretch[1]))
            continue
        others = [each for each in absences if each.account_id == other_id and each.kind is not AbsenceKind.SHORT]
        shared = (_shared(each, stretch, now) for each in others)
        found += [Gap(post=post, from_at=part[0], until_at=part[1], other_id=other_id) for part in shared if part]
    return tuple(found)


def _shared(absence: Absence, stretch: tuple[datetime, datetime], now: datetime) -> tuple[datetime, datetime] | None:
    until_at = stretch[1] if absence.until_at <= now else absence.until_at
    first, last = max(absence.from_at, stretch[0]), min(until_at, stretch[1])
    return (first, last) if absence.is_open and first < last else None


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
