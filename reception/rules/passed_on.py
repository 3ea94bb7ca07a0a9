"""What a first officer passed on: to whom, since when, and whether somebody has it now.

Source: handbook §1.1 (the first officer follows up until the handler has it), §1.3 (D5b, D6, D7; guard 3).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.cases import Referral, ReferralStatus
from reception.rules.inquiries import Status


class PassedKind(StrEnum):
    """How something was passed on."""

    TRANSFER = "transfer"
    CALL_AHEAD = "call_ahead"
    CALL_BACK = "call_back"


class PassedState(StrEnum):
    """Where it stands; the first three still need the first officer's eye."""

    UNTAKEN = "untaken"
    GIVEN_BACK = "given_back"
    UNDECIDED = "undecided"
    TAKEN = "taken"
    DONE = "done"


WAITING = frozenset({PassedState.UNTAKEN, PassedState.GIVEN_BACK, PassedState.UNDECIDED})
"""Nobody has it yet."""

_OF_TRANSFER = {
    ReferralStatus.SENT: PassedState.UNTAKEN,
    ReferralStatus.RETURNED: PassedState.GIVEN_BACK,
    ReferralStatus.DECIDING: PassedState.UNDECIDED,
}


def state_of(newest: Referral, status: Status) -> PassedState:
    """Give where the newest transfer of a record stands."""
    if status is Status.CLOSED:
        return PassedState.DONE
    return _OF_TRANSFER.get(newest.status, PassedState.TAKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOn:
    """One thing that somebody passed on.

    `number` is that of its record ("" for a call without one), `to` the post, unit or colleague that has to take it.
    `days` are the working days since, `proposed` tells that the D6 proposal is written. Of a restricted record no
    more than number and date stands here.
    """

    kind: PassedKind
    object_id: int
    inquiry_id: int | None
    number: str
    summary: str
    visitor: str
    to: str
    state: PassedState
    sent_at: datetime
    days: int
    due_at: datetime | None = None
    taken_at: datetime | None = None
    taken_by: str = ""
    restricted: bool = False
    proposed: bool = False
    late: bool = False

    @property
    def id(self) -> tuple[str, int]:
        """Give what tells this line from the others."""
        return self.kind.value, self.object_id

    @property
    def waits(self) -> bool:
        """Tell whether nobody has it yet; red with its age where its time to be taken has passed."""
        return self.state in WAITING
