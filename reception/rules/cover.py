"""What an absence leaves uncovered: the stretches in which a post has neither holder nor stand-in of any kind.

Source: handbook §4.3 no. 1 (the stand-in absent in the same interval is never passed over in silence).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reception.rules.absences import Absence, AbsenceKind
from reception.rules.duty import NamedStandIn
from reception.rules.roster import Post
from reception.rules.stretches import Stretch, common, merged, minutes_in, without
from reception.rules.working_calendar import WorkingCalendar


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
            parts = common(parts, _away(other, stretch, absences, now))
        for each in standing:
            if each.post_id == post.id and each.account_id != account_id:
                covered = (max(each.from_at, stretch[0]), min(each.until_at, stretch[1]))
                absent = common([covered], _away(each.account_id, covered, absences, now))
                parts = without(parts, without([covered], absent))
        found += [Gap(post=post, from_at=first, until_at=last, others=others) for first, last in parts]
    return tuple(found)


def _away(account_id: int, stretch: Stretch, absences: Iterable[Absence], now: datetime) -> list[Stretch]:
    """Give when somebody is away within a stretch, in order and without overlaps."""
    parts = []
    for each in absences:
        if each.account_id == account_id and each.kind is not AbsenceKind.SHORT and each.is_open:
            until_at = stretch[1] if each.until_at <= now else each.until_at
            parts.append((each.from_at, until_at))
    return merged(parts)


def working_minutes(first: datetime, last: datetime, calendar: WorkingCalendar) -> int:
    """Give how many minutes of office hours lie between two local moments."""
    days = (first.date() + timedelta(days=number) for number in range((last.date() - first.date()).days + 1))
    return sum(minutes_in(common([(first, last)], hours_on(day, calendar))) for day in days)


def hours_on(day: date, calendar: WorkingCalendar) -> list[Stretch]:
    """Give the office hours of a day in local time; none on a rest day."""
    found = calendar.sessions_on(day)
    return [(datetime.combine(day, each.opens), datetime.combine(day, each.closes)) for each in found]
