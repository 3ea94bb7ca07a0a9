"""One act on many lines: each by itself and by the same rules; what is refused says why, nothing is half done.

Source: clauses §3.3 (a bulk action must not walk around the rule).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from reception.errors import Invalid, Reason, ReceptionError, Unavailable
from reception.rules.bulk_acts import ACTIONS, BulkAct, fits, wrong_kind
from reception.rules.case_acts import CaseAct
from reception.rules.due_board import BoardLine
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.papers import PaperKind
from reception.rules.referrals import TransferAct
from reception.services import (
    case_ends,
    case_files,
    case_life,
    letter_proposals,
    letters,
    paper_rights,
    presence,
    referrals,
)
from reception.services.case_ends import Closing
from reception.services.desk import Desk
from reception.services.presence import Roll
from reception.store import records

T = TypeVar("T")
MOST_AT_ONCE = 1000
AT_ONCE = 20
"""So many are asked for or carried out in one go, so that it can be stopped in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Generic[T]):
    """What is to be said of one line; `error` is why it is refused, None where it may be done or was."""

    of: T
    error: ReceptionError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkDraft:
    """What one form says for all lines: how they are closed, or to whom they are given and why."""

    act: BulkAct
    closing: Closing | None = None
    account_id: int | None = None
    reason: str = ""


def each(desk: Desk, wanted: Sequence[T], act: Callable[[Desk, T], object]) -> tuple[Answered[T], ...]:
    """Do one act with each of these, in its own work, and answer for each.

    Raises:
        Unavailable: the machine failed; those before are done.
    """
    some = list(dict.fromkeys(wanted))[:MOST_AT_ONCE]
    return tuple(Answered(of=one, error=_refusal(partial(act, desk, one))) for one in some)


def acts_for(desk: Desk, lines: Sequence[BoardLine]) -> tuple[BulkAct, ...]:
    """Give what this person's rights let him do with some of these lines, in the order of the buttons."""
    return tuple(act for act in BulkAct if desk.may(ACTIONS[act]) and any(fits(act, line) for line in lines))


def preview(desk: Desk, act: BulkAct, lines: Sequence[BoardLine]) -> tuple[Answered[BoardLine], ...]:
    """Tell of each line whether an act is open to this person now, and if not why; changes nothing."""
    roll = presence.roll(desk)
    return each(desk, lines, lambda asking, line: _refuse(asking, act, line, roll))


def carry_out(desk: Desk, draft: BulkDraft, lines: Sequence[BoardLine]) -> tuple[Answered[BoardLine], ...]:
    """Do one act on each of these lines, in its own work, and answer for each.

    Raises:
        Unavailable: the machine failed; the lines answered for so far are done.
    """
    return each(desk, lines, lambda acting, line: _act(acting, draft, line))


def _refusal(act: Callable[[], object]) -> ReceptionError | None:
    try:
        act()
    except Unavailable:
        raise
    except ReceptionError as refused:
        return refused
    return None


def _refuse(desk: Desk, act: BulkAct, line: BoardLine, roll: Roll) -> None:
    wrong = wrong_kind(act, line)
    if wrong is not None:
        raise wrong
    desk.require(ACTIONS[act])
    if act is BulkAct.URGE:
        _refuse_urging(desk, line)
        return
    with desk.reading():
        if act is BulkAct.ACKNOWLEDGE:
            referrals.refuse_act(desk, line.owed_id, TransferAct.ACKNOWLEDGE)
        else:
            case_files.refuse_act(desk, line.owed_id, CaseAct(act.value), roll)


def _refuse_urging(desk: Desk, line: BoardLine) -> None:
    with desk.reading():
        paper_rights.refuse_record(desk, records.get(Inquiry, line.inquiry_id))
    if PaperKind.DB not in letter_proposals.kinds_for(desk, line.inquiry_id):
        raise Invalid(Reason(code="letter_unfitting", field="kind"))


def _act(desk: Desk, draft: BulkDraft, line: BoardLine) -> None:
    wrong = wrong_kind(draft.act, line)
    if wrong is not None:
        raise wrong
    match draft.act:
        case BulkAct.ACKNOWLEDGE:
            referrals.acknowledge(desk, line.owed_id)
        case BulkAct.URGE:
            _urge(desk, line)
        case BulkAct.CLOSE:
            case_ends.close(desk, line.owed_id, draft.closing or Closing())
        case BulkAct.ASSIGN:
            case_life.assign(desk, line.owed_id, draft.account_id, draft.reason)


def _urge(desk: Desk, line: BoardLine) -> None:
    """Write to whoever handles a case that it is waited for; the same person urges once a day."""
    today = desk.calendar.local(desk.clock()).date()
    token = f"urge-{line.owed_id}-{desk.account.id}-{today:%Y%m%d}"
    with desk.reading():
        held = records.select(Letter, inquiry_id=line.inquiry_id)
    void = sum(each.void for each in held if each.token.startswith(token))
    token = f"{token}-{void}" if void else token  # what was voided says nothing any more
    letters.issue(desk, letter_proposals.propose(desk, line.inquiry_id, PaperKind.DB, token))
