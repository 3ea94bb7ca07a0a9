"""Tallies: somebody asked the way and was answered; counted, with no number and no person.

Source: handbook §1.1 (a register that asks too much is not kept), §1.3 (fast entry); decisions on the register.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from reception.rules.inquiries import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One contact that was only counted. `on` and `hour` are local; `undone_at` takes it out of the count."""

    id: int = 0
    version: int = 0
    token: str
    at: datetime
    on: date
    hour: int
    counter: str
    account_id: int
    account: str
    channel: Channel
    matter_code: str = ""
    matter_name: str = ""
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyCounts:
    """How many were counted, and how many of them on each day, in each hour, at each counter, about each matter.

    Days and hours are in their order; channels in the order of the list; counters and matters with most first.
    Only what was counted at all stands here. A matter is its code and the name that it bore.
    """

    total: int = 0
    by_day: tuple[tuple[date, int], ...] = ()
    by_hour: tuple[tuple[int, int], ...] = ()
    by_channel: tuple[tuple[Channel, int], ...] = ()
    by_counter: tuple[tuple[str, int], ...] = ()
    by_matter: tuple[tuple[tuple[str, str], int], ...] = ()


def count_up(tallies: Iterable[Tally]) -> TallyCounts:
    """Give the counts of some tallies; what was undone does not count.

    Source: decisions on the register (per day, hour, counter and, if chosen, matter).
    """
    valid = sorted((each for each in tallies if each.undone_at is None), key=lambda each: (each.at, each.id))
    channels = Counter(each.channel for each in valid)
    counters = Counter(each.counter for each in valid)
    matters = Counter(each.matter_code for each in valid if each.matter_code)
    names = {each.matter_code: each.matter_name for each in valid}
    return TallyCounts(
        total=len(valid),
        by_day=tuple(sorted(Counter(each.on for each in valid).items())),
        by_hour=tuple(sorted(Counter(each.hour for each in valid).items())),
        by_channel=tuple((channel, channels[channel]) for channel in Channel if channels[channel]),
        by_counter=tuple(sorted(counters.items(), key=lambda item: (-item[1], item[0]))),
        by_matter=tuple(
            ((code, names[code]), number)
            for code, number in sorted(matters.items(), key=lambda item: (-item[1], item[0]))
        ),
    )
