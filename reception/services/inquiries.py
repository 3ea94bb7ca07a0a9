"""The register: recording a first inquiry. Reading is `services.register`, mending `services.corrections`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, NotFound, Reason, Unavailable
from reception.rules import inquiry_check
from reception.rules.callbacks import Callback, CallDraft
from reception.rules.case_limits import Wish, promise_faults
from reception.rules.cases import Case, Referral
from reception.rules.catalogue import Matter, Unit, in_force
from reception.rules.inquiries import (
    Disposition,
    Inquiry,
    InquiryDraft,
    Scope,
    Status,
    register_number,
)
from reception.rules.notices import Notice, NoticeDraft
from reception.rules.pinyin import search_keys
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.time_limits import Limit, LimitUnit
from reception.rules.visitors import REFUSED, Phone, PhoneKind, parse_phone
from reception.services import callbacks, cases, notices, presence, supplements, visitors
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import UnitRow

_U: Any = UnitRow
_OPEN_AFTER = {
    Disposition.D3: Status.IN_PROGRESS,
    Disposition.D4: Status.OPEN,
    Disposition.D5B: Status.HANDED_OVER,
    Disposition.D6: Status.HANDED_OVER,
    Disposition.D9: Status.OPEN,
    Disposition.D10: Status.HANDED_OVER,
}
_NUMBER = re.compile(r"(?:首问)?[〔[]?([0-9]{4})[〕\]-]-?([0-9]{1,9})")
_ONE_DAY = Limit(unit=LimitUnit.WD, n=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a saved form became; `odd_phone` says that the phone is kept as typed but fits no known form."""

    inquiry: Inquiry
    case: Case | None
    referral: Referral | None
    notice: Notice | None
    callback: Callback | None = None
    odd_phone: bool = False
    first_time: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    matter: Matter | None
    post: Post | None
    unit: Unit | None
    repeated: Inquiry | None


def record(
    desk: Desk,
    draft: InquiryDraft,
    notice: NoticeDraft | None = None,
    call: CallDraft | None = None,
    brought: NoticeDraft | None = None,
) -> Recorded:
    """Register a first inquiry, with its case, transfer, one-time notice and promised call, whole or not at all.

    The row is read back before it counts as registered. A token that was registered before gives the same record
    again, so a restored form can be saved twice without harm. `brought` are the ticks of a visitor who is back with
    his slip, where no new notice is issued for them.

    Raises:
        Invalid: all reasons at once, each at its field.
        Unavailable: nothing was written.
    """
    desk.require(Action.RECORD)
    tidied, unclean = inquiry_check.cleaned(draft)
    unclean = (*unclean, *(callbacks.faults(call, tidied.phone, desk.clock()) if call is not None else ()))
    if unclean:
        raise Invalid(*_all_at_once(unclean, inquiry_check.check(tidied, desk.clock())))
    with desk.work(Action.RECORD) as work:
        earlier = work.find(Inquiry, token=tidied.token)
        recorded = _again(earlier) if earlier is not None else record_within(work, tidied, notice, brought=brought)
        if call is not None and recorded.first_time:
            recorded = replace(recorded, callback=callbacks.promise_within(work, call, recorded.inquiry))
    _read_back(desk, recorded.inquiry)
    return recorded


def _all_at_once(unclean: tuple[Reason, ...], wrong: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Give both kinds of reasons; a text that cannot be kept is not also called missing."""
    told = {reason.field for reason in unclean}
    return (*unclean, *(reason for reason in wrong if reason.field not in told))


def record_within(
    work: Work,
    draft: InquiryDraft,
    notice: NoticeDraft | None,
    codes: Callable[[], str] = notices.random_code,
    brought: NoticeDraft | None = None,
) -> Recorded:
    """Register a tidied draft within a work that is under way; `codes` gives the query code of its notice.

    Raises:
        Invalid: all reasons at once, each at its field.
    """
    back = supplements.resolve(work, draft)
    draft = back.draft
    known, unknown = _resolve(work, draft)
    wish = Wish(limit=draft.limit, further_offices=draft.further_offices, no_limit_reason=draft.no_limit_reason)
    unpromised = _unpromised(draft, known, wish)
    reasons = (*inquiry_check.check(draft, work.now), *back.reasons, *unknown, *unpromised)
    if notice is not None and known.matter is not None:
        reasons = (*reasons, *notices.faults(notice, known.matter))
    if notice is not None and draft.disposition is Disposition.D10:
        reasons = (*reasons, Reason(code="notice_without_matter", field="matter"))
    reasons = (*reasons, *supplements.faults(draft, brought, known.matter))
    if reasons:
        raise Invalid(*reasons)
    phone = parse_phone(draft.phone) if draft.phone and draft.phone != REFUSED else None
    inquiry = replace(_compose(work, draft, known, phone), returned_with=back.notice.id if back.notice else None)
    inquiry = replace(inquiry, visitor_id=visitors.remember(work, inquiry))
    added = work.add(inquiry, search_text=search_text(inquiry))
    work.log(added)
    case = cases.open_for(work, added, known.matter, known.post, wish)
    issued = notices.issue_within(work, added, known.matter, notice, codes) if notice and known.matter else None
    if issued is not None and case is not None:
        case = work.get(Case, case.id)
    supplements.settle_return(work, added, back.notice, notice or brought, known.matter)
    return Recorded(
        inquiry=added,
        case=case,
        referral=cases.send(work, added, known.post),
        notice=issued,
        odd_phone=phone is not None and phone.kind is PhoneKind.INVALID,
    )


def _unpromised(draft: InquiryDraft, known: _Known, wish: Wish) -> tuple[Reason, ...]:
    """Give what speaks against the limit of the case that the record opens."""
    if draft.disposition is None or (draft.disposition is Disposition.D3 and known.matter is None):
        return ()
    return promise_faults(draft.disposition, known.matter, wish)


def _again(earlier: Inquiry) -> Recorded:
    case = records.find(Case, inquiry_id=earlier.id)
    referral = records.find(Referral, inquiry_id=earlier.id)
    notice = records.find(Notice, inquiry_id=earlier.id)
    callback = records.find(Callback, inquiry_id=earlier.id)
    return Recorded(inquiry=earlier, case=case, referral=referral, notice=notice, callback=callback, first_time=False)


def _resolve(work: Work, draft: InquiryDraft) -> tuple[_Known, tuple[Reason, ...]]:
    reasons: list[Reason] = []
    editions = tuple(records.select(Matter, code=draft.matter)) if draft.matter else ()
    matter = in_force(editions, work.today)
    if draft.matter and (matter is None or not matter.active):
        reasons.append(Reason(code="unknown_matter", field="matter", values={"code": draft.matter}))
        matter = None
    code = draft.to_post or (matter.post_code if matter and draft.disposition in _AT_THE_POST else "")
    post = records.find(Post, code=code, active=True) if code else None
    if draft.to_post and post is None:
        reasons.append(Reason(code="unknown_post", field="to_post", values={"code": draft.to_post}))
    unit = _unit(draft.to_unit)
    if draft.to_unit and unit is None:
        reasons.append(Reason(code="unknown_unit", field="to_unit", values={"code": draft.to_unit}))
    repeated = _repeated(draft.repeat_of)
    if draft.repeat_of and repeated is None:
        reasons.append(Reason(code="unknown_record", field="repeat_of", values={"number": draft.repeat_of}))
    return _Known(matter=matter, post=post, unit=unit, repeated=repeated), tuple(reasons)


_AT_THE_POST = frozenset({Disposition.D3, Disposition.D4})


def _unit(text: str) -> Unit | None:
    return records.find(Unit, (_U.code == text) | (_U.name == text), active=True) if text else None


def _repeated(number: str) -> Inquiry | None:
    return find_by_number(number) if number else None


def find_by_number(number: str) -> Inquiry | None:
    """Give the record that 首问〔2026〕0001 or 2026-0001 names, within a transaction; None when there is none."""
    match = _NUMBER.fullmatch(number.strip())
    return records.find(Inquiry, year=int(match[1]), serial=int(match[2])) if match else None


def _compose(work: Work, draft: InquiryDraft, known: _Known, phone: Phone | None) -> Inquiry:
    desk, disposition = work.desk, draft.disposition
    received = draft.received_at or work.now
    year = work.today.year
    serial = work.next_number("首问", year)
    if draft.channel is None or draft.person_kind is None or draft.scope is None or disposition is None:
        raise AssertionError("a checked draft has its mandatory choices")
    return Inquiry(
        token=draft.token,
        year=year,
        serial=serial,
        reg_no=register_number(year, serial),
        reg_at=work.now,
        received_at=received,
        ended_at=draft.ended_at,
        late_entry=is_late(desk, received, work.now),
        channel=draft.channel,
        counter=draft.counter or desk.counter,
        first_officer_id=desk.account.id,
        first_officer=desk.account.name,
        first_post=_own_post(desk.account),
        acting_for=_acting_for(work, draft, known),
        person_kind=draft.person_kind,
        person_name=draft.person_name,
        person_unit=draft.person_unit,
        person_count=draft.person_count,
        person_no=draft.person_no,
        phone=phone.stored if phone else draft.phone,
        phone_ext=phone.extension if phone else "",
        reply_pref=draft.reply_pref,
        other_contact=draft.other_contact,
        privacy_told=bool(draft.privacy_told) and inquiry_check.holds_person(draft),
        kind=draft.kind,
        matter_code=known.matter.code if known.matter else "",
        matter_edition=known.matter.edition if known.matter else None,
        matter_name=known.matter.name if known.matter else "",
        summary=draft.summary or (known.matter.name if known.matter else ""),
        detail=draft.detail,
        papers=draft.papers or (),
        urgency=draft.urgency,
        repeat_of=known.repeated.id if known.repeated else None,
        scope=draft.scope,
        disposition=disposition,
        answer=draft.answer,
        result=draft.result,
        to_unit=known.unit.code if known.unit else "",
        to_post=known.post.code if known.post and disposition not in _AT_THE_POST else "",
        to_person=draft.to_person,
        guide_mode=draft.guide_mode,
        nobody_there=draft.nobody_there,
        told_phone=draft.told_phone,
        told_place=draft.told_place,
        proposed=draft.proposed,
        leader_note=draft.leader_note,
        remark=draft.remark,
        status=_OPEN_AFTER.get(disposition, Status.CLOSED),
        restricted=disposition is Disposition.D10,
        leader_told=draft.leader_told,
        **agent_values(draft),
    )


def is_late(desk: Desk, received_at: datetime, reg_at: datetime) -> bool:
    """Tell whether a contact was registered more than one working day after it took place (handbook §1.2 no. 3)."""
    return cases.due_of(desk, received_at, _ONE_DAY).at < reg_at


def agent_values(draft: InquiryDraft) -> dict[str, Any]:
    """Give what a record keeps of the agent (代办人) of a tidied draft."""
    phone = parse_phone(draft.agent_phone)
    stored = f"{phone.stored}转{phone.extension}" if phone.extension else phone.stored
    return {"agent_name": draft.agent_name, "agent_phone": stored, "agent_relation": draft.agent_relation}


def _acting_for(work: Work, draft: InquiryDraft, known: _Known) -> str:
    """Give for whom the clerk stands in at the post of the matter (handbook §1.2 no. 8, §4.3 no. 3)."""
    if draft.scope is not Scope.OWN_POST or known.matter is None:
        return ""
    post = records.find(Post, code=known.matter.post_code)
    return presence.acting_for(work.desk.account, post, work.now)


def _own_post(account: Account) -> str:
    post = records.find(Post, holder_id=account.id, confirmed=True, active=True)
    return post.name if post else ""


def search_text(inquiry: Inquiry) -> str:
    """Give what a search looks through: for a restricted record its number alone."""
    if inquiry.restricted:
        return inquiry.reg_no
    digits = "".join(ch for ch in inquiry.phone if ch.isdigit())
    parts = (
        inquiry.reg_no,
        inquiry.person_name,
        search_keys(inquiry.person_name) if inquiry.person_name else "",
        inquiry.phone,
        digits,
        inquiry.person_no,
        inquiry.person_unit,
        inquiry.matter_name,
        inquiry.summary,
        inquiry.detail,
        inquiry.answer,
        inquiry.result,
        inquiry.to_person,
        inquiry.remark,
        *(_agent_words(inquiry) if inquiry.agent_name else ()),
    )
    return "\n".join(part for part in parts if part).lower()


def _agent_words(inquiry: Inquiry) -> tuple[str, ...]:
    digits = "".join(ch for ch in inquiry.agent_phone if ch.isdigit())
    return inquiry.agent_name, search_keys(inquiry.agent_name), inquiry.agent_phone, digits


def _read_back(desk: Desk, inquiry: Inquiry) -> None:
    with desk.reading():
        stored = records.get(Inquiry, inquiry.id)
    if stored != inquiry:
        raise Unavailable("not_read_back", number=inquiry.reg_no)


def by_number(desk: Desk, number: str) -> Inquiry:
    """Give the record of a register number, for whoever may see it whole.

    Raises:
        NotFound: there is none.
    """
    with desk.reading():
        inquiry = find_by_number(number)
    if inquiry is None:
        raise NotFound("no_such_record", number=number)
    return inquiry
