"""The proposal of a D6: how whoever received it means to handle it, written within three working days.

Source: handbook §0.1 FQ4, §1.3 (D6: acknowledged within 1 WD, proposal within 3 WD), §1.2 no. 39.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.cases import OWED, SUPPLEMENT, Referral, ReferralStatus
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.inquiry_check import TEXTS
from reception.rules.staff import Action, Role
from reception.rules.text_lengths import cleaned_text
from reception.services import cases, presence, register
from reception.services.desk import Desk
from reception.store import journal, records
from reception.store.models import ReferralRow

_R: Any = ReferralRow
_HEADS = frozenset({Role.SECTION_HEAD, Role.UNIT_HEAD})
_OPEN = frozenset({Status.HANDED_OVER, Status.IN_PROGRESS, Status.OPEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is proposed for a D6, by whom and when; empty while it is owed. `late` compares with `due_at`."""

    inquiry_id: int
    text: str
    by: str
    at: datetime | None
    due_at: datetime
    late: bool
    may_write: bool


def of(desk: Desk, inquiry_id: int) -> Proposal | None:
    """Give the proposal of a record; None where none is owed because it is no D6.

    Raises:
        NotFound: there is no such record.
        NotAllowed: the record is restricted and not for this person.
    """
    now = desk.clock()
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        if not register.may_open(desk, inquiry):
            raise NotAllowed("restricted", number=inquiry.reg_no)
        if inquiry.disposition is not Disposition.D6:
            return None
        by, at = _written(inquiry)
        receives = _receives(desk, inquiry, now)
    due_at = cases.due_of(desk, inquiry.reg_at, OWED[Disposition.D6] or SUPPLEMENT).at
    shown = inquiry if register.is_open(desk, inquiry) or receives else register.masked(inquiry)
    return Proposal(
        inquiry_id=inquiry_id,
        text=shown.proposed,
        by=by,
        at=at,
        due_at=due_at,
        late=(at or now) > due_at,
        may_write=inquiry.status in _OPEN and receives and desk.may(Action.RECEIVE_TRANSFER),
    )


def propose(desk: Desk, inquiry_id: int, text: str) -> Inquiry:
    """Write down how a D6 shall be handled; who and when stand in its history, and so does what stood there before.

    Raises:
        NotFound: there is no such record.
        Invalid: no words, too many, no D6, or it is closed or void.
        NotAllowed: neither its receiver, nor who serves for him, nor a head.
    """
    text = cleaned_text(text, "proposed", TEXTS["proposed"])
    with desk.work(Action.RECEIVE_TRANSFER) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        if not register.may_open(desk, inquiry):
            raise NotAllowed("restricted", number=inquiry.reg_no)
        reasons = [] if text else [Reason(code="required", field="proposed")]
        if inquiry.disposition is not Disposition.D6 or inquiry.status not in _OPEN:
            reasons.append(Reason(code="no_proposal_owed", field="status"))
        if reasons:
            raise Invalid(*reasons)
        if not _receives(desk, inquiry, work.now):
            raise NotAllowed("not_the_receiver", receiver=_newest(inquiry.id).receiver)
        changed = work.change(replace(inquiry, proposed=text))
        work.log(changed)
        return changed


def _newest(inquiry_id: int) -> Referral:
    chain = records.select(
        Referral,
        _R.inquiry_id == inquiry_id,
        _R.status != ReferralStatus.VOID,
        order=[_R.id],
    )
    return chain[-1]


def _receives(desk: Desk, inquiry: Inquiry, now: datetime) -> bool:
    """Tell whether this person has the newest transfer, serves at its post now, or heads the section or unit."""
    receivers = presence.roll_within(now).receivers(_newest(inquiry.id))
    return desk.account.id in receivers or not _HEADS.isdisjoint(desk.account.roles)


def _written(inquiry: Inquiry) -> tuple[str, datetime | None]:
    """Give who wrote the present proposal and when."""
    if not inquiry.proposed:
        return "", None
    for entry in reversed(journal.entries("Inquiry", inquiry.id)):
        changes = json.loads(entry.payload or "{}").get("changes") or {}
        if "proposed" in changes:
            return entry.actor, datetime.fromisoformat(entry.at)
    return "", None
