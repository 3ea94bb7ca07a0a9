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
from reception.services.recounting import those
from reception.store import records
from reception.store.models import CaseRow, DueMoveRow, InquiryRow, ReferralRow

_M: Any = DueMoveRow
_C: Any = CaseRow
_R: Any = ReferralRow
_I: Any = InquiryRow
MOST_SHOWN = 100
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
    """Give the moved dates that this person answers for and has not seen, one line for what is owed.

    At most `MOST_SHOWN` lines: when those were seen, the next ones follow.
    """
    with desk.reading():
        groups: dict[tuple[OwedKind, int], list[DueMove]] = {}
        for move in _unseen(desk):
            groups.setdefault((move.owed, move.owed_id), []).append(move)
        shown = list(groups.values())[:MOST_SHOWN]
        inquiries = {each.id: each for each in those(Inquiry, _I.id, [group[0].inquiry_id for group in shown])}
    return tuple(_line(group, inquiries[group[0].inquiry_id]) for group in shown)


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
    with desk.work(Action.NOTE_DUE_MOVE) as work:
        found = _unseen(desk)
        for move in found:
            work.log(work.change(replace(move, seen_at=work.now, seen_by=desk.account.name)))
    return len({(move.owed, move.owed_id) for move in found})


def _unseen(desk: Desk) -> list[DueMove]:
    """Give the moves that this person answers for and has not seen, within a transaction."""
    moves = records.select(DueMove, _M.seen_at.is_null(), order=[_M.id])
    if not moves:
        return []
    roll = presence.roll_within(desk.clock())
    numbers = {kind: [move.owed_id for move in moves if move.owed is kind] for kind in OwedKind}
    owed = {(OwedKind.CASE, each.id): each for each in those(Case, _C.id, numbers[OwedKind.CASE])}
    owed |= {(OwedKind.REFERRAL, each.id): each for each in those(Referral, _R.id, numbers[OwedKind.REFERRAL])}
    return [move for move in moves if _answers(owed[move.owed, move.owed_id], desk, roll)]


def _is_mine(move: DueMove, desk: Desk, roll: Roll) -> bool:
    kind: type[Case] | type[Referral] = Case if move.owed is OwedKind.CASE else Referral
    return _answers(records.get(kind, move.owed_id), desk, roll)


def _answers(owed: Case | Referral, desk: Desk, roll: Roll) -> bool:
    """Tell whether this person answers now for what is still owed."""
    if isinstance(owed, Case):
        return owed.status in UNDER_WAY and roll.works_on(owed).account_id == desk.account.id
    return owed.status in _PENDING and roll.receives(owed).account_id == desk.account.id


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
