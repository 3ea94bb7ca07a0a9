"""Guards of a transfer: what its receiver, its sender and the unit head may do now, and when it is chased.

Source: handbook §1.3, guards 1–3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reception.rules.cases import MOST_TRANSFERS, Referral, ReferralStatus
from reception.rules.inquiries import Disposition, Status

MOST_RETURNS = 1
"""A receiver gives a record back once; the second time the unit head decides (handbook §1.2 no. 36)."""


class AckMode(StrEnum):
    """How a receiver acknowledged: here on the screen, or told and recorded by a colleague."""

    ON_SCREEN = "on_screen"
    BY_PHONE = "by_phone"
    SIGNED_SLIP = "signed_slip"


class TransferAct(StrEnum):
    """What can be done with a transfer."""

    ACKNOWLEDGE = "acknowledge"
    NOTE_ACKNOWLEDGED = "note_acknowledged"
    GIVE_BACK = "give_back"
    PASS_ON = "pass_on"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How somebody stands to a transfer."""

    receives: bool = False
    sent_it: bool = False
    heads_section: bool = False
    heads_unit: bool = False
    works_at_desk: bool = False


def acts_now(referral: Referral, status: Status, standing: Standing) -> tuple[TransferAct, ...]:
    """Give what somebody may do with the newest transfer of a record, in the order of the buttons."""
    if status in (Status.CLOSED, Status.VOID):
        return ()
    if referral.status is ReferralStatus.DECIDING:
        return (TransferAct.DECIDE,) if standing.heads_unit else ()
    if not standing.works_at_desk:
        return ()
    leads = standing.sent_it or standing.heads_section
    if referral.status is ReferralStatus.SENT:
        if standing.receives:
            return TransferAct.ACKNOWLEDGE, TransferAct.GIVE_BACK, TransferAct.PASS_ON
        return (TransferAct.NOTE_ACKNOWLEDGED, TransferAct.PASS_ON) if leads else (TransferAct.NOTE_ACKNOWLEDGED,)
    if referral.status is ReferralStatus.RETURNED:
        return (TransferAct.PASS_ON,) if leads else ()
    if referral.status is ReferralStatus.ACKNOWLEDGED:
        return (TransferAct.PASS_ON,) if standing.receives or standing.heads_section else ()
    return ()


def may_be_sent_again(referral: Referral) -> bool:
    """Tell whether a record may be passed on once more without the unit head (guard 1)."""
    return referral.passed_before + 2 <= MOST_TRANSFERS


def may_be_given_back(chain: Sequence[Referral]) -> bool:
    """Tell whether a receiver may give the record back to the first officer (handbook §1.2 no. 36).

    The second return goes to the unit head, and so does what the unit head has already decided once.
    """
    decided = chain[-1].passed_before >= MOST_TRANSFERS
    return not decided and sum(each.returned_at is not None for each in chain) < MOST_RETURNS


def status_when_acknowledged(disposition: Disposition) -> Status:
    """Give what the record becomes: D5b closes with it, D6 still owes its result (handbook §1.3, "closes when")."""
    return Status.CLOSED if disposition is Disposition.D5B else Status.IN_PROGRESS
