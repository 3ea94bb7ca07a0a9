"""Transfers after they were sent: acknowledged, given back once, passed on twice, then decided by the unit head.

Source: handbook §1.2 no. 35–36, §1.3 (D5, D6, guards 1–3).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Conflict, Invalid, NotAllowed, Reason, ReceptionError
from reception.rules import referrals as rules
from reception.rules.cases import ACKNOWLEDGE, UNDER_WAY, Case, Referral, ReferralStatus, ReturnReason
from reception.rules.faults import printable, shown
from reception.rules.inquiries import Inquiry, Status
from reception.rules.referrals import AckMode, Standing, TransferAct
from reception.rules.roster import Post
from reception.rules.staff import Action, Role
from reception.rules.text import clean, clean_name
from reception.services import cases, presence, register
from reception.services.desk import Desk, Work
from reception.services.presence import Roll
from reception.store import records
from reception.store.models import CaseRow, ReferralRow

_R: Any = ReferralRow
_C: Any = CaseRow
NOTE_LIMIT = 1000
NAME_LIMIT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfers:
    """The transfers of a record, oldest first, and what whoever asks may do with the newest now.

    `last_word` says that giving it back, or passing it on, goes to the unit head.
    """

    chain: tuple[Referral, ...]
    acts: tuple[TransferAct, ...]
    return_is_last: bool
    pass_is_last: bool

    @property
    def newest(self) -> Referral:
        """Give the transfer that counts."""
        return self.chain[-1]


def of(desk: Desk, inquiry_id: int) -> Transfers | None:
    """Give the transfers of a record; None when it has none.

    Raises:
        NotAllowed: the record is restricted and not for this person.
        NotFound: there is no such record.
    """
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        _refuse_hidden(desk, inquiry)
        chain = _chain(inquiry_id)
        if not chain:
            return None
        acts = rules.acts_now(chain[-1], inquiry.status, _standing(desk, inquiry, chain[-1], desk.clock()))
    return Transfers(
        chain=chain,
        acts=acts,
        return_is_last=not rules.may_be_given_back(chain),
        pass_is_last=not rules.may_be_sent_again(chain[-1]),
    )


def acknowledge(
    desk: Desk,
    referral_id: int,
    *,
    by: str = "",
    at: datetime | None = None,
    mode: AckMode = AckMode.ON_SCREEN,
) -> Referral:
    """Acknowledge a transfer: by its receiver here, or recorded for him with who and when.

    Args:
        desk: who does it.
        referral_id: the newest transfer of a record.
        by: who acknowledged, where it is recorded for another.
        at: when, if not now.
        mode: by phone or on a signed slip, where it is recorded for another.

    Raises:
        Invalid: nobody is named, or the time does not fit.
        NotAllowed: only the receiver acknowledges on the screen.
        Conflict: somebody else was faster.
    """
    act = TransferAct.ACKNOWLEDGE if mode is AckMode.ON_SCREEN else TransferAct.NOTE_ACKNOWLEDGED
    with desk.work(Action.RECEIVE_TRANSFER) as work:
        inquiry, chain = _open(work, referral_id, act)
        referral = chain[-1]
        who = (
            desk.account.name
            if act is TransferAct.ACKNOWLEDGE
            else _cleaned(by, "acknowledged_by", lambda text: clean_name(text, NAME_LIMIT))
        )
        when = work.now if at is None or act is TransferAct.ACKNOWLEDGE else at
        _refuse_unlikely(who, when, referral, work.now)
        when = max(when, referral.sent_at)
        changed = work.change(
            replace(referral, status=ReferralStatus.ACKNOWLEDGED, acknowledged_at=when, acknowledged_by=who)
        )
        work.log(changed, how=mode)
        _follow(work, inquiry, rules.status_when_acknowledged(inquiry.disposition))
        return changed


def _refuse_unlikely(who: str, when: datetime, referral: Referral, now: datetime) -> None:
    reasons = [] if who else [Reason(code="required", field="acknowledged_by")]
    if when > now:
        reasons.append(Reason(code="in_the_future", field="acknowledged_at"))
    elif when < referral.sent_at.replace(second=0, microsecond=0):
        reasons.append(Reason(code="ack_before_sent", field="acknowledged_at"))
    if reasons:
        raise Invalid(*reasons)


def give_back(desk: Desk, referral_id: int, reason: ReturnReason | None, note: str = "") -> Referral:
    """Give a transfer back to the first officer; the record's second return goes to the unit head.

    Raises:
        Invalid: no reason, or no words to the reason 其他.
        NotAllowed: only its receiver gives it back.
        Conflict: somebody else was faster.
    """
    note = _text(note, "return_note")
    with desk.work(Action.RECEIVE_TRANSFER) as work:
        inquiry, chain = _open(work, referral_id, TransferAct.GIVE_BACK)
        if reason is None:
            raise Invalid(Reason(code="required", field="return_reason"))
        if reason is ReturnReason.OTHER and not note:
            raise Invalid(Reason(code="required", field="return_note"))
        status = ReferralStatus.RETURNED if rules.may_be_given_back(chain) else ReferralStatus.DECIDING
        returned = replace(chain[-1], status=status, returned_at=work.now, return_reason=reason, return_note=note)
        changed = work.change(returned)
        work.log(changed)
        _follow(work, inquiry, Status.OPEN)
        return changed


def pass_on(desk: Desk, referral_id: int, to_post: str, reason: str) -> Referral:
    """Pass a record on to another post, with a reason; the third transfer is the unit head's to decide.

    Returns:
        Referral: the new transfer, or the old one when it now waits for the unit head.

    Raises:
        Invalid: no reason, no such post, or the post has it already.
        NotAllowed: this person may not pass it on now.
        Conflict: somebody else was faster.
    """
    reason = _text(reason, "reason")
    with desk.work(Action.RECEIVE_TRANSFER) as work:
        inquiry, chain = _open(work, referral_id, TransferAct.PASS_ON)
        last = chain[-1]
        same = last.status is not ReferralStatus.RETURNED and last.to_post == to_post
        post = _post(to_post, reason, same=same)
        if rules.may_be_sent_again(last):
            return _send_on(work, inquiry, last, post, reason)
        changed = work.change(replace(last, status=ReferralStatus.DECIDING))
        work.log(changed, reason=reason, wanted=post.name)
        _follow(work, inquiry, Status.OPEN)
        return changed


def decide(desk: Desk, referral_id: int, to_post: str, reason: str) -> Referral:
    """Decide to which post a record belongs that was given back or passed on too often (guard 1).

    Raises:
        Invalid: no reason, or no such post.
        NotAllowed: not the unit head.
        Conflict: somebody else was faster.
    """
    reason = _text(reason, "reason")
    with desk.work(Action.DECIDE_TRANSFER) as work:
        inquiry, chain = _open(work, referral_id, TransferAct.DECIDE)
        return _send_on(work, inquiry, chain[-1], _post(to_post, reason, same=False), reason)


def _chain(inquiry_id: int) -> tuple[Referral, ...]:
    return tuple(records.select(Referral, _R.inquiry_id == inquiry_id, order=[_R.id]))


def _refuse_hidden(desk: Desk, inquiry: Inquiry) -> None:
    if not register.may_open(desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)


def _standing(desk: Desk, inquiry: Inquiry, referral: Referral, now: datetime) -> Standing:
    roll = presence.roll_within(now)
    return Standing(
        receives=desk.account.id in roll.receivers(referral),
        sent_it=_sent_it(desk, inquiry, roll),
        heads_section=not {Role.SECTION_HEAD, Role.UNIT_HEAD}.isdisjoint(desk.account.roles),
        heads_unit=desk.may(Action.DECIDE_TRANSFER),
        works_at_desk=desk.may(Action.RECEIVE_TRANSFER),
    )


def _sent_it(desk: Desk, inquiry: Inquiry, roll: Roll) -> bool:
    """Tell whether somebody is the first officer, or acts for that officer while nobody else can."""
    me, first = desk.account.id, inquiry.first_officer_id
    return me == first or roll.instead_of(first, inquiry.first_officer).account_id == me


def _open(work: Work, referral_id: int, act: TransferAct) -> tuple[Inquiry, tuple[Referral, ...]]:
    """Give the record and its transfers while the act is open to this person."""
    referral = work.get(Referral, referral_id)
    inquiry = work.get(Inquiry, referral.inquiry_id)
    return inquiry, _refuse(work.desk, referral, inquiry, act, work.now)


def refuse_act(desk: Desk, referral_id: int, act: TransferAct) -> None:
    """Refuse an act that is not open to this person now, within a transaction; change nothing.

    Raises:
        NotAllowed: it is not for this person to do.
        Conflict: somebody else was faster.
        NotFound: there is no such transfer.
    """
    referral = records.get(Referral, referral_id)
    _refuse(desk, referral, records.get(Inquiry, referral.inquiry_id), act, desk.clock())


def _refuse(desk: Desk, referral: Referral, inquiry: Inquiry, act: TransferAct, now: datetime) -> tuple[Referral, ...]:
    """Refuse an act that is not open to this person, and give the transfers of the record where it is."""
    _refuse_hidden(desk, inquiry)
    chain = _chain(inquiry.id)
    if act not in rules.acts_now(chain[-1], inquiry.status, _standing(desk, inquiry, chain[-1], now)):
        raise _too_late(referral, chain, inquiry, act)
    if chain[-1].id != referral.id:
        raise Conflict("conflict", kind="Referral", id=referral.id)
    return chain


def _too_late(referral: Referral, chain: tuple[Referral, ...], inquiry: Inquiry, act: TransferAct) -> ReceptionError:
    """Tell what nobody could do any more from what this person may not do."""
    everybody = Standing(receives=True, sent_it=True, heads_section=True, heads_unit=True, works_at_desk=True)
    others = replace(everybody, receives=False)
    open_to = {
        *rules.acts_now(chain[-1], inquiry.status, everybody),
        *rules.acts_now(chain[-1], inquiry.status, others),
    }
    if chain[-1].id != referral.id or act not in open_to:
        return Conflict("conflict", kind="Referral", id=referral.id)
    return NotAllowed("not_the_receiver", receiver=referral.receiver)


def _post(code: str, reason: str, *, same: bool) -> Post:
    post = records.find(Post, code=printable(code), active=True) if code else None
    reasons = []
    if not code:
        reasons.append(Reason(code="required", field="to_post"))
    elif post is None:
        reasons.append(Reason(code="unknown_post", field="to_post", values={"code": shown(code)}))
    elif same:
        reasons.append(Reason(code="same_post", field="to_post"))
    if not reason:
        reasons.append(Reason(code="required", field="reason"))
    if reasons or post is None:
        raise Invalid(*reasons)
    return post


def _send_on(work: Work, inquiry: Inquiry, last: Referral, post: Post, reason: str) -> Referral:
    passed = work.change(replace(last, status=ReferralStatus.PASSED_ON))
    work.log(passed, reason=reason)
    due = cases.due_of(work.desk, work.now, ACKNOWLEDGE)
    added = cases.sent(work, inquiry, post, due, after=last)
    _move_case(work, inquiry, post)
    _follow(work, inquiry, Status.HANDED_OVER)
    return added


def _move_case(work: Work, inquiry: Inquiry, post: Post) -> None:
    """Let the open case of a D6 follow to its new post; its due date stays as it was promised."""
    open_ones = _C.status.in_(UNDER_WAY)
    case = work.find(Case, _C.inquiry_id == inquiry.id, open_ones)
    if case is not None:
        holder = cases.handler(work, inquiry, post)
        moved = replace(case, post_code=post.code, officer_id=holder.id, officer=holder.name, assigned_id=None)
        work.log(work.change(moved))


def _follow(work: Work, inquiry: Inquiry, status: Status) -> None:
    if inquiry.status is not status:
        work.log(work.change(replace(inquiry, status=status)))


def _text(raw: str, field: str) -> str:
    return _cleaned(raw, field, lambda text: clean(text, NOTE_LIMIT, lines=True))


def _cleaned(raw: str, field: str, keep: Callable[[str], str]) -> str:
    try:
        return keep(raw)
    except Invalid as refused:
        raise Invalid(*(replace(reason, field=field) for reason in refused.reasons)) from refused
