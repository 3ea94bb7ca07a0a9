"""Times in which a single matter is not accepted (不受理期间): acceptance begins later, running clocks run on.

Source: handbook §3.2 (vacations, closure windows).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reception.errors import Reason
from reception.rules.working_calendar import WorkingCalendar

REASON_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterClosure:
    """Days on which a matter is not accepted; both ends count."""

    id: int = 0
    version: int = 0
    matter_code: str
    first_on: date
    last_on: date
    reason: str
    made_at: datetime
    made_by: str
    withdrawn: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether the matter is closed on the day."""
        return not self.withdrawn and self.first_on <= day <= self.last_on


def accepted_from(closures: Iterable[MatterClosure], moment: datetime, calendar: WorkingCalendar) -> datetime:
    """Give the local moment at which something handed in counts as accepted.

    That is the moment itself, or the opening of the first working day after the closure, and after the next one where
    closures follow each other.

    Args:
        closures: of one matter.
        moment: local, when the papers were complete.
        calendar: of the office.
    """
    kept = tuple(closures)
    while (closure := next((each for each in kept if each.holds_on(moment.date())), None)) is not None:
        day = calendar.next_working_day(closure.last_on)
        sessions = calendar.sessions_on(day)
        moment = datetime.combine(day, sessions[0].opens if sessions else time())
    return moment


def closure_faults(closure: MatterClosure, others: Iterable[MatterClosure]) -> tuple[Reason, ...]:
    """Give everything that is wrong with a new closure, each at its field."""
    reasons = [Reason(code="required", field=name) for name in ("matter_code", "reason") if not getattr(closure, name)]
    if closure.last_on < closure.first_on:
        values = {"first": closure.first_on, "last": closure.last_on}
        return (*reasons, Reason(code="period_reversed", field="until", values=values))
    if closure.last_on - closure.first_on > timedelta(days=366):
        reasons.append(Reason(code="span_too_long", field="until", values={"most": 366}))
    for other in others:
        if not other.withdrawn and other.first_on <= closure.last_on and closure.first_on <= other.last_on:
            values = {"first": other.first_on, "last": other.last_on}
            reasons.append(Reason(code="closure_overlaps", field="on", values=values))
    return tuple(reasons)
