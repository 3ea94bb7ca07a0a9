"""The open work of a post as it stands: what is handed over, to whom, and what became of it on return.

Source: handbook §4.2 (`handover`), §4.3 nos. 3, 5.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception.rules.absences import Absence
from reception.rules.callbacks import Callback, CallbackStatus
from reception.rules.cases import UNDER_WAY, Case, Referral, ReferralStatus
from reception.rules.duty import HandoverItem
from reception.rules.inquiries import Inquiry
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.rules.visitors import mask_name, mask_of_texts
from reception.services import presence
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import CallbackRow, CaseRow, InquiryRow, ReferralRow
from reception.words import Language
from reception.words.handovers import next_call, next_step, report_text

_C: Any = CaseRow
_CB: Any = CallbackRow
_I: Any = InquiryRow
_R: Any = ReferralRow
MOST_ITEMS = 300
_ABOUT = 60
_PENDING = (ReferralStatus.SENT, ReferralStatus.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one post hands over, and to whom."""

    post: Post
    to_id: int
    to_name: str
    items: tuple[HandoverItem, ...]


def shares(desk: Desk, absence: Absence, now: datetime) -> tuple[Share, ...]:
    """Give what an absence hands over, post by post, within a transaction; posts without work only if confirmed."""
    posts = records.select(Post, active=True, holder_id=absence.account_id)
    found = []
    for place, post in enumerate(posts):
        items = items_of(desk, post, absence.account_id, with_calls=place == 0)
        if items or post.confirmed or place == 0:
            found.append(share_of(desk, post, absence, items, now))
    return tuple(found)


def share_of(desk: Desk, post: Post, absence: Absence, items: tuple[HandoverItem, ...], now: datetime) -> Share:
    """Give to whom a post goes during an absence, with these items, within a transaction."""
    found = presence.instead_of(post, absence, now)
    account = records.find(Account, id=found.account_id)
    return Share(post=post, to_id=found.account_id, to_name=account.name if account else "", items=items)


def items_of(
    desk: Desk, post: Post, account_id: int, *, with_calls: bool, language: Language = Language.ZH
) -> tuple[HandoverItem, ...]:
    """Give the open work of a post, the earliest due first, within a transaction; nobody by full name."""
    cases = records.select(Case, _C.status.in_(UNDER_WAY), _C.post_code == post.code)
    sent = records.select(Referral, _R.status.in_(_PENDING), _R.to_post == post.code)
    calls = (
        records.select(Callback, _CB.status == CallbackStatus.OPEN, _CB.owner_id == account_id) if with_calls else []
    )
    numbers = {each.inquiry_id for each in cases} | {each.inquiry_id for each in sent}
    about = {each.id: each for each in records.select(Inquiry, _I.id.in_(numbers))} if numbers else {}
    cased = {each.inquiry_id for each in cases}
    items = [_case_item(each, about[each.inquiry_id], language) for each in cases]
    items += [_sent_item(each, about[each.inquiry_id], language) for each in sent if each.inquiry_id not in cased]
    items += [_call_item(each, language) for each in calls]
    far = desk.clock().replace(year=9999)
    return tuple(sorted(items, key=lambda each: (each.due_at or far, each.number))[:MOST_ITEMS])


def _case_item(case: Case, inquiry: Inquiry, language: Language) -> HandoverItem:
    step = next_step(case.status, language)
    return HandoverItem(
        number=case.case_no,
        text="" if inquiry.restricted else _about(inquiry),
        due_at=None if case.no_limit_reason else case.due_at,
        next_step=step,
    )


def _sent_item(referral: Referral, inquiry: Inquiry, language: Language) -> HandoverItem:
    step = next_step(referral.status, language)
    text = "" if inquiry.restricted else _about(inquiry)
    return HandoverItem(number=inquiry.reg_no, text=text, due_at=referral.due_at, next_step=step)


def _call_item(call: Callback, language: Language) -> HandoverItem:
    hide = mask_of_texts(call.name, "", call.phone)
    text = " · ".join(part for part in (mask_name(call.name), hide(call.about)[:_ABOUT]) if part)
    return HandoverItem(number="", text=text, due_at=call.due_at, next_step=next_call(language))


def _about(inquiry: Inquiry) -> str:
    hide = mask_of_texts(inquiry.person_name, inquiry.person_no, inquiry.phone, inquiry.agent_name, inquiry.agent_phone)
    words = inquiry.matter_name or hide(inquiry.summary)
    return " · ".join(part for part in (words[:_ABOUT], mask_name(inquiry.person_name)) if part)


def report_of(post: Post, absence: Absence) -> str:
    """Give what happened at a post during an absence; "" when nothing did and nothing is open, within a transaction."""
    mine = (_C.post_code == post.code) & (_C.restricted == False)  # noqa: E712 - an expression of the query
    closed = records.select(Case, mine, _C.closed_at >= absence.from_at)
    opened = records.select(Case, mine, _C.started_at >= absence.from_at)
    left = records.select(Case, mine, _C.status.in_(UNDER_WAY))
    if not (closed or opened or left):
        return ""
    done, new, still = ([each.case_no for each in some] for some in (closed, opened, left))
    return report_text(done, new, still, Language.ZH)
