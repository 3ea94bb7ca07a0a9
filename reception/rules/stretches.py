"""Stretches of time, each from its first moment up to but not with its last, and what they have in common."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

Stretch = tuple[datetime, datetime]
_MINUTE = timedelta(minutes=1)


def merged(parts: Iterable[Stretch]) -> list[Stretch]:
    """Give the same time in order and without overlaps; what has no length is left out."""
    found: list[Stretch] = []
    for first, last in sorted(part for part in parts if part[0] < part[1]):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def common(parts: Iterable[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """Give the time that lies in both; each side is free of overlaps."""
    both = ((max(one[0], other[0]), min(one[1], other[1])) for one in parts for other in others)
    return sorted(part for part in both if part[0] < part[1])


def without(parts: Iterable[Stretch], taken: Iterable[Stretch]) -> list[Stretch]:
    """Give what is left of some time when other time is taken out."""
    left = [part for part in parts if part[0] < part[1]]
    for first, last in taken:
        if first < last:
            cut = [((one, min(other, first)), (max(one, last), other)) for one, other in left]
            left = [part for pair in cut for part in pair if part[0] < part[1]]
    return sorted(left)


def minutes_in(parts: Iterable[Stretch]) -> int:
    """Give how many whole minutes some time without overlaps is long."""
    return sum((last - first) // _MINUTE for first, last in parts)
