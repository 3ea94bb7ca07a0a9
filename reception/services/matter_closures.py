"""Times in which a matter is not accepted: kept, taken back, and heeded when acceptance begins.

Source: handbook §3.2 (closure windows shift the start of acceptance, running clocks run on).
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reception.errors import Invalid
from reception.rules.catalogue import Matter
from reception.rules.matter_closures import REASON_LENGTH, MatterClosure, closure_faults
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text
from reception.services import catalogue
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import MatterClosureRow

_M: Any = MatterClosureRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureLine:
    """A closure as a list shows it, with the name of its matter."""

    id: int
    closure: MatterClosure
    matter: str


def closures(desk: Desk) -> tuple[ClosureLine, ...]:
    """Give the closures that hold or are still to come, the earliest first."""
    today = desk.calendar.local(desk.clock()).date()
    with desk.reading():
        found = records.select(MatterClosure, _M.last_on >= today, order=[_M.first_on, _M.id], withdrawn=False)
    names = {matter.code: matter.name for matter in catalogue.matters(desk)}
    return tuple(
        ClosureLine(id=each.id, closure=each, matter=names.get(each.matter_code, each.matter_code)) for each in found
    )


def matters(desk: Desk) -> tuple[Matter, ...]:
    """Give the matters that can be closed for a time."""
    return catalogue.matters(desk)


def close(desk: Desk, matter_code: str, first_on: date, last_on: date | None, reason: str) -> MatterClosure:
    """Let a matter not be accepted on some days; what was accepted before runs on.

    Raises:
        Invalid: no matter, no reason, an end before the beginning, days that are closed already; all at once.
        NotAllowed: the account may not edit the calendar.
        NotFound: there is no such matter.
    """
    desk.require(Action.EDIT_CALENDAR)
    if matter_code:
        catalogue.matter(desk, matter_code)
    with desk.work(Action.EDIT_CALENDAR) as work:
        closure = MatterClosure(
            matter_code=matter_code,
            first_on=first_on,
            last_on=last_on or first_on,
            reason=cleaned_text(reason, "reason", REASON_LENGTH, lines=False),
            made_at=work.now,
            made_by=desk.account.name,
        )
        reasons = closure_faults(closure, records.select(MatterClosure, matter_code=matter_code))
        if reasons:
            raise Invalid(*reasons)
        added = work.add(closure)
        work.log(added)
    return added


def reopen(desk: Desk, closure_id: int) -> MatterClosure:
    """Take a closure back; what was accepted for a later day because of it keeps that day.

    Raises:
        NotAllowed: the account may not edit the calendar.
        NotFound: there is no such closure.
    """
    with desk.work(Action.EDIT_CALENDAR) as work:
        closure = work.get(MatterClosure, closure_id)
        if closure.withdrawn:
            return closure
        changed = work.change(replace(closure, withdrawn=True))
        work.log(changed)
    return changed
