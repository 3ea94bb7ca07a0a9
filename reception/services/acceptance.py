"""When something handed in counts as accepted, where its matter is closed for a time.

Source: handbook §3.2 (closure windows shift the start of acceptance, running clocks run on).
"""

from datetime import date, datetime

from reception.rules.matter_closures import MatterClosure, accepted_from
from reception.services.desk import Desk
from reception.store import records


def accepted_within(desk: Desk, matter_code: str, handed_in: datetime) -> datetime:
    """Give the instant at which something handed in counts as accepted, within a transaction."""
    found = _closures(matter_code)
    if not found:
        return handed_in
    local = desk.calendar.local(handed_in)
    shifted = accepted_from(found, local, desk.calendar)
    return handed_in if shifted == local else desk.calendar.instant(shifted)


def closure_within(matter_code: str, day: date) -> MatterClosure | None:
    """Give the closure that holds for a matter on a day, or None, within a transaction."""
    return next((each for each in _closures(matter_code) if each.holds_on(day)), None)


def _closures(matter_code: str) -> list[MatterClosure]:
    return records.select(MatterClosure, matter_code=matter_code, withdrawn=False) if matter_code else []
