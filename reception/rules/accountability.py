"""Accountability: who answers for a deadline, and whose fault it is when it passes.

`holder(post, due moment)` answers for the deadline, `holder(post, now)` works on the task. A deadline never moves
because somebody is away. Source: handbook §4.4, rows 1–17; §4.1 (fault).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.absences import Absence, could_hand_over, is_away, is_known_away, needs_handover
from reception.rules.duty import Handover, is_withdrawn
from reception.rules.roster import HolderNow, Serves


class Fault(StrEnum):
    """Whose fault a late case is; `to_decide` is the section head's to decide."""

    HOLDER = "holder"
    SERVING = "serving"
    SHARED = "shared"
    SECTION_HEAD = "section_head"
    TO_DECIDE = "to_decide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountable:
    """Who works on something now, who answers for its deadline, and whose fault it is if it is late.

    `in_hindsight` is who would have answered had everything been entered in time; other than `account_id` only where
    an absence was entered afterwards: both views are shown, the first counts.
    """

    working_id: int
    account_id: int
    by: Serves
    in_hindsight: int
    fault: Fault


def handed_over(handovers: Iterable[Handover], absence: Absence) -> bool:
    """Tell whether somebody left a note before a return made one necessary."""
    own = (each for each in handovers if each.absence_id == absence.id and not is_withdrawn(each))
    return any(absence.returned_at is None or each.made_at < absence.returned_at for each in own)


def fault_of(
    due: HolderNow, due_at: datetime, absence: Absence | None, *, handed: bool, assigned: bool = False
) -> Fault:
    """Give whose fault it is when something is late.

    Args:
        due: who answered for the post at the due moment, as recorded.
        due_at: the due moment.
        absence: the holder's absence over the due moment, entered before or after it; None: he was there.
        handed: the holder left a note.
        assigned: a head gave it to somebody by name.
    """
    if absence is not None and is_away(absence, due_at) and not is_known_away(absence, due_at):
        return Fault.TO_DECIDE
    if assigned:
        return Fault.SERVING
    if due.uncovered:
        return Fault.SECTION_HEAD
    if due.by is Serves.HOLDER:
        return Fault.HOLDER
    if due.by is Serves.NAMED or absence is None or handed or not needs_handover(absence):
        return Fault.SERVING
    return Fault.HOLDER if could_hand_over(absence) else Fault.SHARED


def after_final(final: Handover | None, new_holder: int, due_at: datetime) -> int:
    """Give who answers at the due moment for a post that changed hands: the new one once the last note is accepted.

    Args:
        final: the note with which the post changed hands; None: none was needed.
        new_holder: who holds it from its day on.
        due_at: the due moment.

    Source: handbook §4.4 no. 15.
    """
    if final is None or final.to_id != new_holder:
        return new_holder
    accepted = final.accepted_at is not None and final.accepted_at <= due_at
    return new_holder if accepted else final.from_id
