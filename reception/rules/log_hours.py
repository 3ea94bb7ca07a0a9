"""When visitors come: the contacts of a week by day and hour of the office's local time.

Source: handbook §8.2 (busiest hours).
"""

from collections.abc import Iterable
from datetime import datetime

from reception.rules.log_entries import LogEntry

Hours = tuple[tuple[int, ...], ...]
"""Seven days from Monday, each with the counts of its 24 hours."""


def week_hours(entries: Iterable[LogEntry]) -> Hours:
    """Give how many contacts began in each hour of each weekday; voids and restricted records are left out."""
    counts = [[0] * 24 for _ in range(7)]
    for entry in entries:
        at = entry.received_at
        if isinstance(at, datetime) and not entry.void and not entry.restricted:
            counts[at.weekday()][at.hour] += 1
    return tuple(tuple(day) for day in counts)


def shown_hours(hours: Hours, first: int = 8, last: int = 17) -> range:
    """Give the hours worth showing: office hours at least, more when somebody came outside them."""
    busy = [hour for day in hours for hour, count in enumerate(day) if count]
    return range(min([first, *busy]), max([last, *busy]) + 1)
