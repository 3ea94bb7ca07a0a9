"""Mending the register without losing anything: void, undo, the first officer corrected. Numbers are kept."""

from dataclasses import replace
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.inquiries import Inquiry, Status, VoidReason
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.staff import Account, Action
from reception.rules.text import clean
from reception.services import callbacks, case_clock, cases, letters, notices, supplements, tallies
from reception.services.desk import Desk, Work
from reception.store import journal, records
from reception.store.models import InquiryRow, LetterRow, NoticeRow

_I: Any = InquiryRow
_N: Any = NoticeRow
_L: Any = LetterRow


def void(desk: Desk, inquiry_id: int, reason: VoidReason, note: str) -> Inquiry:
    """Void a record; its number is kept, its open cases, transfers, notices and letters are void with it.

    One's own on the same day, the section head's right later (decisions, "Who").

    Raises:
        Invalid: no reason was written.
        NotAllowed: not one's own, or not of today.
    """
    note = clean(note, 1000, lines=True)
    if not note and reason is not VoidReason.UNDO:
        raise Invalid(Reason(code="required", field="void_note"))
    with desk.work(Action.VOID_OWN) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        _may_void(work, inquiry)
        return _void(work, inquiry, reason, note)


def _may_void(work: Work, inquiry: Inquiry) -> None:
    if inquiry.status is Status.VOID:
        raise Invalid(Reason(code="void_already", field="status"))
    own_today = (
        inquiry.first_officer_id == work.desk.account.id
        and work.desk.calendar.local(inquiry.reg_at).date() == work.today
    )
    if own_today:
        return
    if inquiry.restricted and inquiry.first_officer_id != work.desk.account.id:
        work.desk.require(Action.SEE_RESTRICTED)
    if not work.desk.may(Action.VOID_ANY):
        raise NotAllowed("void_not_own", number=inquiry.reg_no)


def _void(work: Work, inquiry: Inquiry, reason: VoidReason, note: str) -> Inquiry:
    changed = work.change(
        replace(
            inquiry,
            status=Status.VOID,
            void_reason=reason,
            void_note=note,
            voided_at=work.now,
            voided_by=work.desk.account.name,
        )
    )
    work.log(changed)
    case_clock.void_for(work, changed)
    cases.void_for(work, changed)
    notices.void_for(work, changed)
    letters.void_for(work, changed)
    supplements.give_back(work, changed)
    callbacks.void_for(work, changed)
    return changed


def undo(desk: Desk, inquiry_id: int) -> Inquiry:
    """Undo one's own last save, until a paper of it was printed: a void with the reason `undo`.

    Raises:
        NotAllowed: something of one's own was saved after it, or a paper of it was printed.
    """
    with desk.work(Action.VOID_OWN) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        _may_void(work, inquiry)
        if not _is_last_save(desk.account.id, inquiry):
            raise NotAllowed("undo_too_late", number=inquiry.reg_no)
        if _is_printed(inquiry):
            raise NotAllowed("undo_printed", number=inquiry.reg_no)
        return _void(work, inquiry, VoidReason.UNDO, "")


def _is_printed(inquiry: Inquiry) -> bool:
    if records.find(Notice, _N.inquiry_id == inquiry.id, _N.prints > 0) is not None:
        return True
    if records.find(Letter, _L.inquiry_id == inquiry.id, _L.prints > 0) is not None:
        return True
    return any(entry.action == Action.PRINT_REGISTER for entry in journal.entries("Inquiry", inquiry.id))


def _is_last_save(account_id: int, inquiry: Inquiry) -> bool:
    own = records.select(
        Inquiry, _I.first_officer_id == account_id, _I.status != Status.VOID, order=[_I.id.desc()], limit=1
    )
    counted = tallies.last_of(account_id)
    return bool(own) and own[0].id == inquiry.id and (counted is None or counted.at <= inquiry.reg_at)


def correct_first_officer(desk: Desk, inquiry_id: int, account_id: int, reason: str) -> Inquiry:
    """Set another first officer: the unit head's logged act with its reason (handbook §1.2 no. 7; clauses D1.1).

    Raises:
        Invalid: no reason, or the account is the first officer already.
        NotAllowed: not the unit head.
    """
    reason = clean(reason, 1000, lines=True)
    with desk.work(Action.CORRECT_FIRST_OFFICER) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        account = work.get(Account, account_id)
        if not reason:
            raise Invalid(Reason(code="required", field="reason"))
        if account.id == inquiry.first_officer_id or inquiry.status is Status.VOID:
            raise Invalid(Reason(code="nothing_to_change", field="first_officer"))
        changed = work.change(replace(inquiry, first_officer_id=account.id, first_officer=account.name))
        work.log(changed, reason=reason)
        return changed
