"""What was promised again and again without standing in the catalogue: what the catalogue should take in.

Source: clause D3.4-b (a limit of one's own where no rule gives one; the report of such matters feeds the catalogue).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from reception.rules.limits import Limit, Suspension
from reception.rules.misdirected import bare, title
from reception.rules.working_calendar import WorkingCalendar

AT_LEAST = 3
"""So many records of one title are worth a matter of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdHoc:
    """A case whose limit was this office's own word; the summary masked.

    `worked` is the office time from its start until it was done, None while it is not. `matter_code` is that of a
    matter which stands in the catalogue, but without a limit.
    """

    inquiry_id: int
    said: str
    limit: Limit
    matter_code: str = ""
    worked: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A matter for the catalogue: how often it came, how long it took, what was promised most often."""

    title: str
    ids: tuple[int, ...]
    limit: Limit
    done: int
    matter_code: str = ""
    median_worked: timedelta | None = None

    @property
    def id(self) -> tuple[str, str]:
        """Give what tells this line from the others."""
        return self.matter_code, bare(self.title)

    @property
    def count(self) -> int:
        """Give how many records stand behind it."""
        return len(self.ids)


def suggested(found: Iterable[AdHoc], held: Iterable[str]) -> tuple[Suggestion, ...]:
    """Give what came `AT_LEAST` times under one title, the most frequent first.

    Args:
        found: the cases.
        held: names of the matters that the catalogue has; what bears such a name has been taken in.
    """
    names = {bare(name) for name in held}
    groups: dict[tuple[str, str], list[AdHoc]] = {}
    for each in found:
        key = ("", bare(each.said)) if not each.matter_code else (each.matter_code, "")
        if each.matter_code or (key[1] and key[1] not in names):
            groups.setdefault(key, []).append(each)
    lines = [_suggestion(group) for group in groups.values() if len(group) >= AT_LEAST]
    return tuple(sorted(lines, key=lambda line: (-line.count, line.title)))


def _suggestion(group: list[AdHoc]) -> Suggestion:
    worked = [each.worked.total_seconds() for each in group if each.worked is not None]
    return Suggestion(
        title=min((title(each.said) for each in group), key=lambda words: (len(words), words)),
        ids=tuple(each.inquiry_id for each in group),
        limit=Counter(each.limit for each in group).most_common(1)[0][0],
        done=len(worked),
        matter_code=group[0].matter_code,
        median_worked=timedelta(seconds=median(worked)) if worked else None,
    )


def worked_time(began: datetime, done: datetime, stops: Iterable[Suspension], calendar: WorkingCalendar) -> timedelta:
    """Give the office time between two local moments, without the days on which the clock stood (handbook §3.3)."""
    whole = calendar.open_time(began, done)
    stood = {day for stop in stops for day in _removed(stop)}
    return whole - sum((_within(day, began, done, calendar) for day in stood), timedelta())


def _removed(stop: Suspension) -> Iterable[date]:
    return (stop.from_on + timedelta(days=n) for n in range(1, (stop.until_on - stop.from_on).days + 1))


def _within(day: date, began: datetime, done: datetime, calendar: WorkingCalendar) -> timedelta:
    begins = datetime.combine(day, datetime.min.time())
    first, last = max(begins, began), min(begins + timedelta(days=1), done)
    return calendar.open_time(first, last) if first < last else timedelta()
