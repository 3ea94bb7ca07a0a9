"""Mending the register without losing anything: void, undo, corrections with their reason. Numbers are kept."""

from dataclasses import replace
from typing import Any

from reception.errors import Conflict, Invalid, NotAllowed, Reason
from reception.rules import corrections as rules
from reception.rules import inquiry_check
from reception.rules.cases import Case, CaseStatus, Referral, ReferralStatus
from reception.rules.catalogue import Matter, in_force
from reception.rules.corrections import Correction
from reception.rules.inquiries import Inquiry, InquiryDraft, Status, VoidReason
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_text
from reception.rules.visitors import REFUSED, parse_phone
from reception.services import callbacks, case_clock, cases, inquiries, letters, notices, supplements, tallies
from reception.services import visitor_corrections as visitors
from reception.services.desk import Desk, Work
from reception.services.register import may_open
from reception.store import journal, records
from reception.store.models import CaseRow, InquiryRow, LetterRow, NoticeRow, ReferralRow

_I: Any = InquiryRow
_N: Any = NoticeRow
_L: Any = LetterRow
_C: Any = CaseRow
_R: Any = ReferralRow
_APART = frozenset({"phone", "agent_phone", "matter", "summary", "privacy_told"})
"""Fields that a record keeps otherwise than a form holds them."""


def void(desk: Desk, inquiry_id: int, reason: VoidReason, note: str) -> Inquiry:
    """Void a record; its number is kept, its open cases, transfers, notices and letters are void with it.

    One's own on the same day, the section head's right later (decisions, "Who").

    Raises:
        Invalid: no reason was written.
        NotAllowed: not one's own, or not of today.
    """
    note = cleaned_text(note, "void_note", 1000)
    if not note and reason is not VoidReason.UNDO:
        raise Invalid(Reason(code="required", field="void_note"))
    with desk.work(Action.VOID_OWN) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        _may_void(work, inquiry)
        return _void(work, inquiry, reason, note)


def is_own_of_today(desk: Desk, inquiry: Inquiry) -> bool:
    """Tell whether this person is the first officer of the record and registered it today."""
    today = desk.calendar.local(desk.clock()).date()
    return inquiry.first_officer_id == desk.account.id and desk.calendar.local(inquiry.reg_at).date() == today


def may_void(desk: Desk, inquiry: Inquiry) -> bool:
    """Tell whether this person may void a record that is not void; buttons ask the same question."""
    own = is_own_of_today(desk, inquiry) and desk.may(Action.VOID_OWN)
    return own or (may_open(desk, inquiry) and desk.may(Action.VOID_ANY))


def may_correct(desk: Desk, inquiry: Inquiry) -> bool:
    """Tell whether this person may correct a record that is not void; buttons ask the same question."""
    own = is_own_of_today(desk, inquiry) and desk.may(Action.CORRECT_OWN)
    return own or (may_open(desk, inquiry) and desk.may(Action.CORRECT_ANY))


def _may_void(work: Work, inquiry: Inquiry) -> None:
    _refuse_void(inquiry)
    if may_void(work.desk, inquiry):
        return
    if not may_open(work.desk, inquiry):
        work.desk.require(Action.SEE_RESTRICTED)
    raise NotAllowed("void_not_own", number=inquiry.reg_no)


def _refuse_void(inquiry: Inquiry) -> None:
    if inquiry.status is Status.VOID:
        raise Invalid(Reason(code="void_already", field="status"))


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
    reason = cleaned_text(reason, "reason", 1000)
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


def correct(desk: Desk, inquiry_id: int, correction: Correction) -> Inquiry:
    """Set right what was misheard or mistyped: a further entry, with its reason (handbook §1.2 no. 45).

    One's own on the same day, the section head's right later. The visitor, the search and the calls that are still
    owed follow; issued papers stay as they are.

    Raises:
        Conflict: the record changed since the person looked at it.
        Invalid: all reasons at once, each at its field.
        NotAllowed: not one's own, not of today, or restricted and not for this person.
    """
    with desk.work(Action.CORRECT_OWN) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        _may_correct(work, inquiry)
        if correction.version not in (None, inquiry.version):
            raise Conflict("conflict", kind="Inquiry", id=inquiry_id)
        draft = rules.corrected(inquiry, correction, work.now)
        after = _after(work, inquiry, draft, frozenset(correction.changes))
        if after == inquiry:
            raise Invalid(Reason(code="nothing_to_change"))
        after = replace(after, visitor_id=visitors.follow(work, inquiry, after))
        changed = work.change(after, search_text=inquiries.search_text(after))
        work.log(changed, correction=correction.reason, **_note(correction))
        callbacks.follow(work, inquiry, changed)
        return changed


def _may_correct(work: Work, inquiry: Inquiry) -> None:
    if not may_open(work.desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)
    _refuse_void(inquiry)
    if not may_correct(work.desk, inquiry):
        raise NotAllowed("correct_not_own", number=inquiry.reg_no)


def _note(correction: Correction) -> dict[str, str]:
    note = cleaned_text(correction.note, "correction_note", rules.NOTE_LENGTH)
    return {"note": note} if note else {}


def _after(work: Work, inquiry: Inquiry, draft: InquiryDraft, touched: frozenset[str]) -> Inquiry:
    """Give the record with the corrected values of a checked draft.

    Raises:
        Invalid: something rests on the time or the matter, or there is no such matter.
    """
    values: dict[str, Any] = {name: getattr(draft, name) for name in touched - _APART}
    if "phone" in touched:
        known = parse_phone(draft.phone) if draft.phone not in ("", REFUSED) else None
        values |= {"phone": known.stored if known else draft.phone, "phone_ext": known.extension if known else ""}
    if "agent_phone" in touched:
        values["agent_phone"] = inquiries.agent_values(draft)["agent_phone"]
    if "received_at" in touched and draft.received_at is not None:
        values["late_entry"] = inquiries.is_late(work.desk, draft.received_at, inquiry.reg_at)
    values["privacy_told"] = bool(draft.privacy_told) and inquiry_check.holds_person(draft)
    after = replace(inquiry, **values, **_matter(work, inquiry, draft))
    reasons = _bound(inquiry, after)
    if reasons:
        raise Invalid(*reasons)
    named_by_matter = inquiry.summary == inquiry.matter_name and "summary" not in touched
    summary = after.matter_name if named_by_matter else draft.summary
    return replace(after, summary=summary or after.matter_name or inquiry.summary)


def _matter(work: Work, inquiry: Inquiry, draft: InquiryDraft) -> dict[str, Any]:
    """Give the matter of a record in the edition that was in force when it was registered."""
    if draft.matter == inquiry.matter_code:
        return {}
    if not draft.matter:
        return {"matter_code": "", "matter_edition": None, "matter_name": ""}
    registered_on = work.desk.calendar.local(inquiry.reg_at).date()
    matter = in_force(tuple(records.select(Matter, code=draft.matter)), registered_on)
    if matter is None or not matter.active:
        raise Invalid(Reason(code="unknown_matter", field="matter", values={"code": draft.matter}))
    return {"matter_code": matter.code, "matter_edition": matter.edition, "matter_name": matter.name}


def _bound(inquiry: Inquiry, after: Inquiry) -> tuple[Reason, ...]:
    """Give what may not change because a case, a transfer or a notice rests on it."""
    case = records.find(Case, _C.inquiry_id == inquiry.id, _C.status != CaseStatus.VOID)
    reasons = []
    if after.received_at != inquiry.received_at:
        transfer = records.find(Referral, _R.inquiry_id == inquiry.id, _R.status != ReferralStatus.VOID)
        if case is not None or transfer is not None:
            reasons.append(Reason(code="time_bound", field="received_at"))
    if after.matter_code != inquiry.matter_code and (case is not None or _rests_on_matter(inquiry)):
        reasons.append(Reason(code="matter_bound", field="matter"))
    return tuple(reasons)


def _rests_on_matter(inquiry: Inquiry) -> bool:
    notice = records.find(Notice, _N.inquiry_id == inquiry.id, _N.void == False)  # noqa: E712 - an expression
    return notice is not None or inquiry.returned_with is not None
