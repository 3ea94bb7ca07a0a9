"""我转出的: everything that this person passed on, with who has it now, and since when nobody does.

Source: handbook §1.1 (follow up until the handler has it), §1.3 (D5b, D6, D7; guard 3); clauses 2.1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from reception.rules.callbacks import Callback, CallbackStatus
from reception.rules.cases import Referral, ReferralStatus
from reception.rules.catalogue import Unit
from reception.rules.inquiries import Disposition, GuideMode, Inquiry, Status
from reception.rules.passed_on import PassedKind, PassedOn, PassedState, state_of
from reception.rules.roster import Post
from reception.rules.visitors import mask_name
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import CallbackRow, InquiryRow, ReferralRow

_I: Any = InquiryRow
_R: Any = ReferralRow
_C: Any = CallbackRow
LOOKED_BACK = timedelta(days=14)
"""What somebody has taken stays in the list for so long; what nobody has taken stays until somebody does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    posts: dict[str, str]
    units: dict[str, str]


def mine(desk: Desk) -> tuple[PassedOn, ...]:
    """Give what this person passed on: first what nobody has, the oldest first; then what is taken, newest first."""
    now = desk.clock()
    with desk.reading():
        names = _Names(
            posts={post.code: post.name for post in records.select(Post)},
            units={unit.code: unit.name for unit in records.select(Unit)},
        )
        found = [*_transfers(desk, names, now), *_calls_ahead(desk, names, now), *_calls(desk, now)]
    waiting = sorted((each for each in found if each.waits), key=lambda each: each.sent_at)
    taken = sorted((each for each in found if not each.waits), key=lambda each: each.sent_at, reverse=True)
    return (*waiting, *taken)


def count_untaken(desk: Desk) -> int:
    """Give how many things this person passed on that nobody has, for the chip of the board and for 今日."""
    return sum(each.waits for each in mine(desk))


def _transfers(desk: Desk, names: _Names, now: datetime) -> Iterator[PassedOn]:
    """Give the newest transfer of each record, with the age of the whole chain while nobody has it."""
    open_or_late = (_I.status.in_((Status.OPEN, Status.HANDED_OVER))) | (_I.reg_at >= now - LOOKED_BACK)
    rows = records.select(
        Inquiry,
        _I.disposition.in_((Disposition.D5B, Disposition.D6)),
        _I.status != Status.VOID,
        open_or_late,
        first_officer_id=desk.account.id,
    )
    own = {each.id: each for each in rows}
    chains: dict[int, list[Referral]] = {}
    for referral in _in_parts(own):
        chains.setdefault(referral.inquiry_id, []).append(referral)
    for inquiry_id, chain in chains.items():
        inquiry, newest = own[inquiry_id], chain[-1]
        state = state_of(newest, inquiry.status)
        line = _of_record(desk, PassedKind.TRANSFER, inquiry, chain[0].sent_at, now)
        yield replace(
            line,
            to=names.posts.get(newest.to_post, newest.to_post),
            state=state,
            due_at=newest.due_at,
            late=state is PassedState.UNTAKEN and now > newest.due_at,
            taken_at=newest.acknowledged_at,
            taken_by=newest.acknowledged_by,
            proposed=bool(inquiry.proposed),
        )


def _in_parts(ids: Iterable[int]) -> Iterator[Referral]:
    wanted, at_once = sorted(ids), 5000
    for begin in range(0, len(wanted), at_once):
        part = wanted[begin : begin + at_once]
        yield from records.select(Referral, _R.inquiry_id.in_(part), _R.status != ReferralStatus.VOID, order=[_R.id])


def _calls_ahead(desk: Desk, names: _Names, now: datetime) -> Iterator[PassedOn]:
    """Give the visitors of late who were put through or announced to another unit: whoever told is told."""
    rows = records.select(
        Inquiry,
        _I.reg_at >= now - LOOKED_BACK,
        _I.status != Status.VOID,
        first_officer_id=desk.account.id,
        disposition=Disposition.D7,
        guide_mode=GuideMode.CALL_TRANSFERRED,
    )
    for inquiry in rows:
        line = _of_record(desk, PassedKind.CALL_AHEAD, inquiry, inquiry.received_at, now)
        yield replace(line, to=names.units.get(inquiry.to_unit, inquiry.to_unit), state=PassedState.DONE)


def _calls(desk: Desk, now: datetime) -> Iterator[PassedOn]:
    """Give the calls that this person promised and somebody else owes now."""
    rows = records.select(
        Callback,
        _C.owner_id != desk.account.id,
        (_C.status == CallbackStatus.OPEN) | (_C.closed_at >= now - LOOKED_BACK),
        _C.status != CallbackStatus.VOID,
        made_by_id=desk.account.id,
    )
    for callback in rows:
        inquiry = records.get(Inquiry, callback.inquiry_id) if callback.inquiry_id is not None else None
        is_open = callback.status is CallbackStatus.OPEN
        yield PassedOn(
            kind=PassedKind.CALL_BACK,
            object_id=callback.id,
            inquiry_id=callback.inquiry_id,
            number=inquiry.reg_no if inquiry else "",
            summary=callback.about,
            visitor=mask_name(callback.name),
            to=callback.owner,
            state=PassedState.TAKEN if is_open else PassedState.DONE,
            sent_at=callback.made_at,
            days=_days(desk, callback.made_at, now),
            due_at=callback.due_at,
            late=is_open and now > callback.due_at,
            restricted=inquiry is not None and inquiry.restricted,
        )


def _of_record(desk: Desk, kind: PassedKind, inquiry: Inquiry, sent_at: datetime, now: datetime) -> PassedOn:
    return PassedOn(
        kind=kind,
        object_id=inquiry.id,
        inquiry_id=inquiry.id,
        number=inquiry.reg_no,
        summary="" if inquiry.restricted else inquiry.summary,
        visitor="" if inquiry.restricted else mask_name(inquiry.person_name),
        to="",
        state=PassedState.TAKEN,
        sent_at=sent_at,
        days=_days(desk, sent_at, now),
        restricted=inquiry.restricted,
    )


def _days(desk: Desk, since: datetime, now: datetime) -> int:
    first, today = desk.calendar.local(since).date(), desk.calendar.local(now).date()
    return desk.calendar.working_days_between(first, today) if today > first else 0
