"""The hours of an office in the order of their days: which held, which hold, which are to come.

Source: handbook §3.2 (office timetable, effective-dated).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from reception.rules.office import DatedHours
from reception.rules.timetables import Timetable


class HoursState(StrEnum):
    """Whether hours held, hold or will hold."""

    OVER = "over"
    IN_FORCE = "in_force"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursLine:
    """Hours as a list shows them; `from_on` is None for those of the beginning, `until_on` the last day if known.

    `may_change` tells that no day of theirs is over, so that they may be changed or withdrawn.
    """

    id: int
    from_on: date | None
    until_on: date | None = None
    hours: Timetable
    state: HoursState = HoursState.OVER
    may_change: bool = False
    reason: str = ""
    made_by: str = ""


def hours_in_order(first: Timetable, dated: Iterable[DatedHours], today: date) -> tuple[HoursLine, ...]:
    """Give all hours of an office, each ending the day before the next begins; the last begun are in force."""
    in_order = sorted(dated, key=lambda each: each.from_on)
    found = [HoursLine(id=0, from_on=None, hours=first), *(_line(each, today) for each in in_order)]
    ends = [*(each.from_on - timedelta(days=1) for each in in_order), None]
    begun = max(place for place, each in enumerate(found) if each.state is not HoursState.COMING)
    found[begun] = replace(found[begun], state=HoursState.IN_FORCE)
    return tuple(replace(each, until_on=end) for each, end in zip(found, ends, strict=True))


def _line(each: DatedHours, today: date) -> HoursLine:
    return HoursLine(
        id=each.id,
        from_on=each.from_on,
        hours=each.entry,
        state=HoursState.COMING if each.from_on > today else HoursState.OVER,
        may_change=each.from_on >= today,
        reason=each.reason,
        made_by=each.made_by,
    )
