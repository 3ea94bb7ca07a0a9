"""Due dates that moved with the calendar, for whoever answers for them, until they were seen.

Source: handbook §3.7 point 5 (tell handlers).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import NotAllowed
from reception.rules.cases import UNDER_WAY, Case, Referral, ReferralStatus
from reception.rules.due_moves import DueMove
from reception.rules.inquiries import Inquiry
from reception.rules.reminders import OwedKind
from reception.rules.staff import Action
from reception.rules.visitors import mask_name
from reception.services import presence
from reception.services.desk import Desk
from reception.services.presence import Roll
from reception.store import records
from reception.store.models import DueMoveRow

_M: Any = DueMoveRow
_PENDING = (ReferralStatus.SENT, ReferralStatus.RETURNED, ReferralStatus.DECIDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDue:
    """A moved due date as a list shows it; of a restricted record its number only. `ids` are all its moves unseen."""

    id: int
    ids: tuple[int, ...]
    inquiry_id: int
    number: str
    visitor: str
    due_before: datetime
    due_after: datetime
    why: str
    restricted: bool


def waiting(desk: Desk) -> tuple[MovedDue, ...]:
    """Give the moved dates that this person answers for and has not seen, one line for what is owed."""
    with desk.reading():
        moves = records.select(DueMove, _M.seen_at.is_null(), order=[_M.id])
        if not moves:
            return ()
        roll = presence.roll_within(desk.clock())
        mine = [move for move in moves if _is_mine(move, desk, roll)]
        groups: dict[tuple[OwedKind, int], list[DueMove]] = {}
        for move in mine:
            groups.setdefault((move.owed, move.owed_id), []).append(move)
        inquiries = {move.inquiry_id: records.get(Inquiry, move.inquiry_id) for move in mine}
    return tuple(_line(group, inquiries[group[0].inquiry_id]) for group in groups.values())


def note_seen(desk: Desk, ids: Sequence[int]) -> None:
    """Note that this person knows of moved dates; those that were seen already stay as they are.

    Raises:
        NotAllowed: somebody else answers for one of them.
        NotFound: there is no such move.
    """
    with desk.work(Action.NOTE_DUE_MOVE) as work:
        roll = presence.roll_within(work.now)
        for number in ids:
            move = work.get(DueMove, number)
            if move.seen_at is not None:
                continue
            if not _is_mine(move, desk, roll):
                raise NotAllowed("not_allowed", action=Action.NOTE_DUE_MOVE)
            work.log(work.change(replace(move, seen_at=work.now, seen_by=desk.account.name)))


def note_all_seen(desk: Desk) -> int:
    """Note that this person knows of everything that moved, and give how many dates that were."""
    lines = waiting(desk)
    note_seen(desk, [number for line in lines for number in line.ids])
    return len(lines)


def _is_mine(move: DueMove, desk: Desk, roll: Roll) -> bool:
    """Tell whether this person answers now for what is still owed."""
    if move.owed is OwedKind.CASE:
        case = records.get(Case, move.owed_id)
        return case.status in UNDER_WAY and roll.works_on(case).account_id == desk.account.id
    referral = records.get(Referral, move.owed_id)
    return referral.status in _PENDING and roll.receives(referral).account_id == desk.account.id


def _line(moves: list[DueMove], inquiry: Inquiry) -> MovedDue:
    first, last = moves[0], moves[-1]
    return MovedDue(
        id=first.id,
        ids=tuple(move.id for move in moves),
        inquiry_id=inquiry.id,
        number=last.number,
        visitor="" if inquiry.restricted else mask_name(inquiry.person_name),
        due_before=first.due_before,
        due_after=last.due_after,
        why=last.why,
        restricted=inquiry.restricted,
    )
