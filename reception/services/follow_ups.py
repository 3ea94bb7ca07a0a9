"""What is still open with a visitor, to be seen beside the form: cases, transfers, papers awaited, promised calls.

Nothing of a restricted record is ever among it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from reception.rules.callbacks import Callback, CallbackStatus
from reception.rules.cases import (
    ACKNOWLEDGE,
    SUPPLEMENT,
    UNDER_WAY,
    Case,
    CaseStatus,
    DueItem,
    Referral,
    ReferralStatus,
)
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.notices import Notice
from reception.rules.recognition import FollowUp, FollowUpKind, Visitor
from reception.rules.time_limits import Limit, LimitUnit
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import CallbackRow, CaseRow, InquiryRow, NoticeRow, ReferralRow

MOST = 200
"""Of so many latest records of the visitors what is open is looked for."""
_C: Any = CaseRow
_R: Any = ReferralRow
_N: Any = NoticeRow
_B: Any = CallbackRow
_I: Any = InquiryRow
_UNTAKEN = (ReferralStatus.SENT, ReferralStatus.RETURNED, ReferralStatus.DECIDING)
_TODAY = Limit(unit=LimitUnit.SAME_DAY, n=0)


def open_with(desk: Desk, visitors: Sequence[Visitor]) -> Mapping[int, tuple[FollowUp, ...]]:
    """Give by visitor what is open with him, the first due first; within a reading."""
    phones = {visitor.phone: visitor.id for visitor in visitors if visitor.phone}
    own = [visitor.id for visitor in visitors]
    if not own:
        return {}
    open_records = _I.visitor_id.in_(own) & (_I.status != Status.VOID)
    unrestricted = _I.restricted == False  # noqa: E712 - an expression of the query
    inquiries = records.select(Inquiry, open_records, unrestricted, order=[_I.id.desc()], limit=MOST)
    by_id = {inquiry.id: inquiry for inquiry in inquiries}
    found: dict[int, list[FollowUp]] = {}
    for inquiry_id, follow_up in _owed(desk, by_id):
        found.setdefault(by_id[inquiry_id].visitor_id or 0, []).append(follow_up)
    for visitor_id, follow_up in _promised(desk, by_id, phones):
        found.setdefault(visitor_id, []).append(follow_up)
    return {each: tuple(sorted(items, key=lambda one: one.item.due_at)) for each, items in found.items()}


def _owed(desk: Desk, by_id: Mapping[int, Inquiry]) -> Iterator[tuple[int, FollowUp]]:
    """Give cases that are open, those that wait for papers as the notice that named them, and transfers."""
    ids = list(by_id)
    notices = _awaited(ids)
    for case in records.select(Case, _C.inquiry_id.in_(ids), _C.status != CaseStatus.VOID):
        notice = notices.pop(case.inquiry_id, None)
        if case.status is CaseStatus.AWAITING_PAPERS and notice is not None:
            yield case.inquiry_id, _papers(by_id[case.inquiry_id], notice)
        elif case.status in UNDER_WAY:
            number, who = case.case_no, (case.officer, case.post_code)
            item = _item(by_id[case.inquiry_id], number, case.started_at, case.limit, case.due_at, who=who)
            kept = replace(item, provisional=case.provisional, mine=case.officer_id == desk.account.id)
            yield case.inquiry_id, FollowUp(kind=FollowUpKind.CASE, item=kept)
    for inquiry_id, notice in notices.items():
        yield inquiry_id, _papers(by_id[inquiry_id], notice)
    for sent in records.select(Referral, _R.inquiry_id.in_(ids), _R.status.in_(_UNTAKEN)):
        inquiry, who = by_id[sent.inquiry_id], (sent.receiver, sent.to_post)
        item = _item(inquiry, inquiry.reg_no, sent.sent_at, ACKNOWLEDGE, sent.due_at, who=who)
        kept = replace(item, provisional=sent.provisional, mine=sent.receiver_id == desk.account.id, transfer=True)
        yield inquiry.id, FollowUp(kind=FollowUpKind.TRANSFER, item=kept)


def _awaited(ids: list[int]) -> dict[int, Notice]:
    """Give by record the newest notice that named papers and that nobody has come back with."""
    named = records.select(
        Notice,
        _N.inquiry_id.in_(ids),
        _N.void == False,  # noqa: E712 - an expression of the query
        _N.supplement_by.is_null(False),
        order=[_N.id],
    )
    brought = records.select(Inquiry, _I.id.in_(ids), _I.returned_with.is_null(False), _I.status != Status.VOID)
    back = {inquiry.returned_with for inquiry in brought}
    return {notice.inquiry_id: notice for notice in named if notice.id not in back}


def _papers(inquiry: Inquiry, notice: Notice) -> FollowUp:
    until = notice.supplement_by or notice.issued_at
    item = _item(inquiry, notice.number, notice.issued_at, SUPPLEMENT, until, who=(notice.issued_by, ""))
    return FollowUp(kind=FollowUpKind.NOTICE, item=item)


def _promised(desk: Desk, by_id: Mapping[int, Inquiry], phones: Mapping[str, int]) -> Iterator[tuple[int, FollowUp]]:
    """Give the calls that were promised: about one of the records, or to one of the phones without a record."""
    about = _B.inquiry_id.in_(list(by_id)) | (_B.inquiry_id.is_null() & _B.phone.in_(list(phones)))
    for call in records.select(Callback, _B.status == CallbackStatus.OPEN, about):
        inquiry = by_id.get(call.inquiry_id or 0)
        item = DueItem(
            inquiry_id=call.inquiry_id or 0,
            number=inquiry.reg_no if inquiry else "",
            reg_no=inquiry.reg_no if inquiry else "",
            disposition=inquiry.disposition if inquiry else Disposition.D1,
            summary=call.about,
            visitor="",
            person=call.owner,
            post="",
            started_at=call.made_at,
            limit=_TODAY,
            due_at=call.due_at,
            provisional=False,
            transfer=False,
            restricted=False,
            mine=call.owner_id == desk.account.id,
        )
        visitor_id = inquiry.visitor_id if inquiry else phones[call.phone]
        yield visitor_id or 0, FollowUp(kind=FollowUpKind.CALLBACK, item=item)


def _item(
    inquiry: Inquiry, number: str, start: datetime, limit: Limit, due_at: datetime, *, who: tuple[str, str]
) -> DueItem:
    return DueItem(
        inquiry_id=inquiry.id,
        number=number,
        reg_no=inquiry.reg_no,
        disposition=inquiry.disposition,
        summary=inquiry.matter_name or inquiry.summary,
        visitor="",
        person=who[0],
        post=who[1],
        started_at=start,
        limit=limit,
        due_at=due_at,
        provisional=False,
        transfer=False,
        restricted=False,
    )
