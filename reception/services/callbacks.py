"""Promised calls: made at the counter, kept in the list of whoever owes them, closed when somebody answered.

Source: handbook §1.3 (D5b, D9: the visitor is contacted), §6 (take the phone and call back), §10.2 (masks).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Conflict, Invalid, NotAllowed, Reason
from reception.rules import callbacks as rules
from reception.rules.call_times import FIELD, in_minutes
from reception.rules.callbacks import CallAttempt, Callback, CallbackStatus, CallDraft, CallOutcome
from reception.rules.inquiries import Inquiry, Status
from reception.rules.staff import Account, Action, may
from reception.rules.text import LIMITS, clean, clean_name
from reception.rules.text_lengths import cleaned_text
from reception.rules.visitors import REFUSED, parse_phone
from reception.services.desk import Desk, Work
from reception.services.register import may_open
from reception.store import records
from reception.store.models import AccountRow

_A: Any = AccountRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a try came to: the call, all misses so far, and when the next try is proposed (None: not needed)."""

    callback: Callback
    outcome: CallOutcome
    misses: int
    next_try: datetime | None


def promise(desk: Desk, draft: CallDraft) -> Callback:
    """Promise a call, on its own or about a record; the same token again gives the same promise.

    Raises:
        Invalid: no phone, nothing it is about, no time or one that has passed; all reasons at once.
        NotAllowed: not a desk's role, or the record is restricted and not for this person.
    """
    with desk.work(Action.CALL_BACK) as work:
        earlier = work.find(Callback, token=draft.token)
        if earlier is not None:
            return earlier
        inquiry = work.get(Inquiry, draft.inquiry_id) if draft.inquiry_id is not None else None
        if inquiry is not None and not may_open(desk, inquiry):
            raise NotAllowed("restricted", number=inquiry.reg_no)
        if inquiry is not None and inquiry.status is Status.VOID:
            raise Invalid(Reason(code="void_already", field="status"))
        reasons = faults(draft, inquiry.phone if inquiry else draft.phone, work.now)
        if inquiry is None and not draft.about.strip():
            reasons = (*reasons, Reason(code="required", field="call_about"))
        if reasons:
            raise Invalid(*reasons)
        return promise_within(work, draft, inquiry)


def faults(draft: CallDraft, phone: str, now: datetime) -> tuple[Reason, ...]:
    """Give everything that keeps a call to this phone from being promised; () when it may be."""
    reasons = []
    if phone in ("", REFUSED):
        reasons.append(Reason(code="call_without_phone", field="phone"))
    if draft.due_at is None:
        reasons.append(Reason(code="required", field=FIELD))
    elif draft.due_at <= now:
        reasons.append(Reason(code="call_past", field=FIELD))
    gates = (
        ("call_about", draft.about, rules.ABOUT_LENGTH, clean),
        ("person_name", draft.name, LIMITS.NAME, clean_name),
        ("phone", phone, LIMITS.PHONE, clean),
    )
    for field, text, limit, gate in gates:
        try:
            gate(text, limit)
        except Invalid as refused:
            reasons += [replace(reason, field=field) for reason in refused.reasons]
    return tuple(reasons)


def promise_within(work: Work, draft: CallDraft, inquiry: Inquiry | None) -> Callback:
    """Promise a checked call within a work that is under way; of a restricted record it holds the number only."""
    account = work.desk.account
    if draft.due_at is None:
        raise AssertionError("a checked call has its time")
    bare = Callback(
        token=draft.token,
        inquiry_id=inquiry.id if inquiry else None,
        phone="",
        about="",
        not_before=draft.not_before,
        due_at=draft.due_at,
        owner_id=account.id,
        owner=account.name,
        made_at=work.now,
        made_by=account.name,
        made_by_id=account.id,
    )
    restricted = inquiry is not None and inquiry.restricted
    added = work.add(bare if restricted else _named(bare, draft, inquiry))
    work.log(added)
    return added


def _named(callback: Callback, draft: CallDraft, inquiry: Inquiry | None) -> Callback:
    """Give the call with whom and about what: from its record where it has one."""
    about = clean(draft.about, rules.ABOUT_LENGTH)
    if inquiry is not None:
        whom = replace(callback, name=inquiry.person_name, phone=inquiry.phone, phone_ext=inquiry.phone_ext)
        return replace(whom, about=about or inquiry.summary)
    phone = parse_phone(clean(draft.phone, LIMITS.PHONE))
    name = clean_name(draft.name, LIMITS.NAME)
    return replace(callback, name=name, phone=phone.stored, phone_ext=phone.extension, about=about)


def follow(work: Work, before: Inquiry, after: Inquiry) -> None:
    """Let the calls that are still owed about a record reach whom it names after a correction."""
    if after.restricted or after.phone in ("", REFUSED):
        return
    known = (before.person_name, before.phone, before.phone_ext)
    whom = {"name": after.person_name, "phone": after.phone, "phone_ext": after.phone_ext}
    for callback in records.select(Callback, inquiry_id=after.id, status=CallbackStatus.OPEN):
        values: dict[str, Any] = {"about": after.summary} if callback.about == before.summary else {}
        if (callback.name, callback.phone, callback.phone_ext) == known:
            values |= whom
        changed = replace(callback, **values)
        if changed != callback:
            work.log(work.change(changed))


def attempt(desk: Desk, callback_id: int, outcome: CallOutcome, note: str = "", token: str = "") -> Tried:
    """Note one try; a call that reached the visitor is closed, any other stays open however often it failed.

    The same token again notes nothing more, and gives what the try came to.

    Raises:
        Invalid: it is settled already.
        Conflict: the token is that of a try at another call.
    """
    note = cleaned_text(note, "call_note", rules.NOTE_LENGTH)
    with desk.work(Action.CALL_BACK) as work:
        earlier = work.find(CallAttempt, token=token) if token else None
        if earlier is not None:
            return _tried(work, _of_try(work, earlier, callback_id), earlier.outcome)
        callback = _open(work, callback_id)
        me = desk.account
        tried = CallAttempt(callback_id=callback.id, at=work.now, by_id=me.id, by=me.name, outcome=outcome, note=note)
        work.log(work.add(replace(tried, token=token or None)))
        if outcome is CallOutcome.REACHED:
            callback = work.change(replace(callback, status=CallbackStatus.REACHED, closed_at=work.now))
            work.log(callback)
        return _tried(work, callback, outcome)


def _of_try(work: Work, tried: CallAttempt, callback_id: int) -> Callback:
    if tried.callback_id != callback_id:
        raise Conflict("conflict", kind="CallAttempt", id=tried.id)
    callback = work.get(Callback, callback_id)
    refuse_restricted(work, callback)
    return callback


def _tried(work: Work, callback: Callback, outcome: CallOutcome) -> Tried:
    missed = rules.misses(records.select(CallAttempt, callback_id=callback.id))
    again = outcome in (CallOutcome.NOT_REACHED, CallOutcome.BUSY)
    return Tried(callback=callback, outcome=outcome, misses=missed, next_try=_next_try(work) if again else None)


def _next_try(work: Work) -> datetime:
    calendar = work.desk.calendar
    return calendar.instant(in_minutes(rules.RETRY_MINUTES, calendar.local(work.now), calendar))


def try_again(desk: Desk, callback_id: int) -> Callback:
    """Put the next try half an hour of working time from now; what was promised stays promised.

    Raises:
        Invalid: it is settled already.
    """
    with desk.work(Action.CALL_BACK) as work:
        changed = work.change(replace(_open(work, callback_id), not_before=_next_try(work)))
        work.log(changed)
        return changed


def give_up(desk: Desk, callback_id: int, reason: str) -> Callback:
    """Settle a call that nobody answered or that is no longer needed, with the reason.

    Raises:
        Invalid: no reason was written, or it is settled already.
    """
    reason = cleaned_text(reason, "call_note", rules.NOTE_LENGTH)
    if not reason:
        raise Invalid(Reason(code="required", field="call_note"))
    with desk.work(Action.CALL_BACK) as work:
        callback = _open(work, callback_id)
        changed = replace(callback, status=CallbackStatus.GIVEN_UP, closed_at=work.now, note=reason)
        changed = work.change(changed)
        work.log(changed)
        return changed


def reopen(desk: Desk, callback_id: int) -> Callback:
    """Take back that a call is settled: somebody pressed a wrong key. The try that was noted stays in its history.

    Raises:
        Invalid: it is open, or void with its record.
    """
    with desk.work(Action.CALL_BACK) as work:
        callback = work.get(Callback, callback_id)
        refuse_restricted(work, callback)
        if callback.status is CallbackStatus.OPEN:
            raise Invalid(Reason(code="call_open", field="status"))
        if callback.status is CallbackStatus.VOID:
            raise Invalid(Reason(code="void_already", field="status"))
        changed = work.change(replace(callback, status=CallbackStatus.OPEN, closed_at=None))
        work.log(changed)
        return changed


def pass_on(desk: Desk, callback_id: int, account_id: int) -> Callback:
    """Let a colleague owe the call.

    Raises:
        Invalid: it is settled already, or the colleague has it, is not in use or may not see the record.
    """
    with desk.work(Action.CALL_BACK) as work:
        callback, account = _open(work, callback_id), work.get(Account, account_id)
        if account.id == callback.owner_id:
            raise Invalid(Reason(code="call_same_owner", field="owner", values={"name": account.name}))
        if not _may_take(account, callback):
            raise Invalid(Reason(code="call_not_for", field="owner", values={"name": account.name}))
        changed = work.change(replace(callback, owner_id=account.id, owner=account.name))
        work.log(changed)
        return changed


def _may_take(account: Account, callback: Callback) -> bool:
    able = account.active and may(account.roles, Action.CALL_BACK)
    inquiry = inquiry_of(callback)
    if inquiry is None or not inquiry.restricted:
        return able
    return able and (inquiry.first_officer_id == account.id or may(account.roles, Action.SEE_RESTRICTED))


def colleagues(desk: Desk) -> tuple[Account, ...]:
    """Give who else may owe a call; nothing of a password leaves."""
    with desk.reading():
        accounts = records.select(Account, _A.id != desk.account.id, active=True)
    return tuple(replace(each, password_hash="") for each in accounts if may(each.roles, Action.CALL_BACK))


def _open(work: Work, callback_id: int) -> Callback:
    callback = work.get(Callback, callback_id)
    refuse_restricted(work, callback)
    if callback.status is not CallbackStatus.OPEN:
        raise Invalid(Reason(code="call_closed", field="status"))
    return callback


def refuse_restricted(work: Work, callback: Callback) -> None:
    """Refuse a call about a restricted record to whoever neither owes it nor may open the record.

    Raises:
        NotAllowed: naming the number only.
    """
    inquiry = inquiry_of(callback)
    if inquiry is not None and callback.owner_id != work.desk.account.id and not may_open(work.desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)


def inquiry_of(callback: Callback) -> Inquiry | None:
    """Give the record that a call follows, or None; within a transaction."""
    return records.get(Inquiry, callback.inquiry_id) if callback.inquiry_id is not None else None


def void_for(work: Work, inquiry: Inquiry) -> None:
    """Void the open calls of a record that is being voided."""
    for callback in records.select(Callback, inquiry_id=inquiry.id, status=CallbackStatus.OPEN):
        work.log(work.change(replace(callback, status=CallbackStatus.VOID)))
