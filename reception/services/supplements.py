"""The visitor is back with his slip: found, filled in, settled within the new record; told without paper.

Source: handbook §2.1 (the slip travels and is looked up; a log when it was told by phone), §2.4.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, NotAllowed, NotFound, Reason, ReceptionError
from reception.rules import notice_check, supplement_check
from reception.rules.cases import Case, CaseStatus
from reception.rules.catalogue import Matter, in_force
from reception.rules.inquiries import Channel, Disposition, Inquiry, InquiryDraft, Scope, Status
from reception.rules.notices import Notice, NoticeDraft
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.rules.supplement_check import SETTLING, LastTime
from reception.rules.supplements import Supplement, Telling, ToldMode
from reception.rules.visitors import mask_name
from reception.services import case_clock, chains, notices
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import CaseRow

_C: Any = CaseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a form remembers of the slip with which it began, besides the draft.

    `told` are the rows that earlier notices of this edition named, None where there is none. `older` is the number
    that was brought, where a newer notice has taken its place.
    """

    number: str
    reg_no: str
    matter: str
    issued_at: datetime
    supplement_by: datetime | None
    edition_changed: bool
    rows: tuple[LastTime, ...]
    told: tuple[int, ...] | None
    complete_way: Disposition
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBack:
    """A form that is filled from a slip: the fields, the ticks that still hold, what it remembers."""

    draft: InquiryDraft
    notice: NoticeDraft
    matter_name: str
    returned: Returned


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A slip as anybody at the desk may see it before it is opened; `error` says why it cannot be."""

    number: str
    matter: str
    visitor: str
    issued_at: datetime
    inquiry_id: int
    error: ReceptionError | None = None


def peek(desk: Desk, typed: str) -> Slip | None:
    """Give the slip that a search names, masked; None where there is none or it is restricted."""
    desk.require(Action.RECORD)
    with desk.reading():
        notice = notices.find_within(desk, typed)
        if notice is None or notice.restricted:
            return None
        try:
            _usable(notice)
        except ReceptionError as error:
            return _slip(notice, error)
    return _slip(notice, None)


def _slip(notice: Notice, error: ReceptionError | None) -> Slip:
    return Slip(
        number=notice.number,
        matter=notice.text.matter,
        visitor=mask_name(notice.text.applicant),
        issued_at=notice.issued_at,
        inquiry_id=notice.inquiry_id,
        error=error,
    )


def bring_back(desk: Desk, typed: str, token: str) -> BroughtBack:
    """Fill a form from a slip, so that nothing is asked twice; that shows personal details and is an audit entry.

    Raises:
        NotFound: there is no such slip.
        NotAllowed: it is restricted, or the roles do not permit it.
        Invalid: it is void, was used up by a later visit, or its matter is no longer offered.
    """
    desk.require(Action.RECORD)
    with desk.work(Action.SEE_PERSONAL) as work:
        brought = notices.find_within(desk, typed)
        if brought is None:
            raise NotFound("no_such_notice", number=typed.strip())
        notice = _usable(brought)
        inquiry = records.get(Inquiry, notice.inquiry_id)
        work.note("Inquiry", inquiry.id, reg_no=inquiry.reg_no, slip=notice.number)
        return _filled(work, brought, notice, inquiry, token)


def _usable(brought: Notice) -> Notice:
    """Give the notice that counts for a slip.

    Raises:
        NotAllowed, Invalid: it cannot be gone on from; the sentence says why.
    """
    if brought.restricted:
        raise NotAllowed("restricted", number=brought.number)
    latest = chains.latest(brought)
    if brought.void or latest.notice is None:
        raise Invalid(Reason(code="notice_void", field="returned_with", values={"number": brought.number}))
    if latest.used_by is not None:
        values = {"number": latest.notice.number, "reg_no": latest.used_by.reg_no}
        raise Invalid(Reason(code="notice_returned", field="returned_with", values=values))
    case = records.find(Case, inquiry_id=latest.notice.inquiry_id, status=CaseStatus.OPEN)
    if case is not None and not latest.notice.missing:
        values = {"number": latest.notice.number, "case_no": case.case_no, "officer": case.officer}
        raise Invalid(Reason(code="notice_accepted", field="returned_with", values=values))
    return latest.notice


def _filled(work: Work, brought: Notice, notice: Notice, inquiry: Inquiry, token: str) -> BroughtBack:
    matter = _offered(work, notice)
    same = matter.edition == notice.matter_edition
    carried = supplement_check.carry(notice.text.materials, matter, same_edition=same)
    return BroughtBack(
        draft=_draft(inquiry, notice, token),
        notice=carried.draft,
        matter_name=matter.name,
        returned=Returned(
            number=notice.number,
            reg_no=inquiry.reg_no,
            matter=matter.code,
            issued_at=notice.issued_at,
            supplement_by=notice.supplement_by,
            edition_changed=not same,
            rows=carried.rows,
            told=supplement_check.told_rows(chains.earlier_notices(inquiry), matter),
            complete_way=supplement_check.proposed_way(matter),
            older=brought.number if brought.id != notice.id else "",
        ),
    )


def _offered(work: Work, notice: Notice) -> Matter:
    matter = in_force(tuple(records.select(Matter, code=notice.matter_code)), work.today)
    if matter is None or not matter.active:
        reason = Reason(code="unknown_matter", field="returned_with", values={"code": notice.matter_code})
        raise Invalid(reason)
    return matter


def _draft(inquiry: Inquiry, notice: Notice, token: str) -> InquiryDraft:
    return InquiryDraft(
        token=token,
        channel=Channel.VISIT,
        person_kind=inquiry.person_kind,
        person_name=inquiry.person_name,
        person_unit=inquiry.person_unit,
        person_count=inquiry.person_count,
        person_no=inquiry.person_no,
        phone=f"{inquiry.phone}转{inquiry.phone_ext}" if inquiry.phone_ext else inquiry.phone,
        reply_pref=inquiry.reply_pref,
        other_contact=inquiry.other_contact,
        privacy_told=inquiry.privacy_told,
        kind=inquiry.kind,
        matter=notice.matter_code,
        summary=inquiry.summary if inquiry.summary != inquiry.matter_name else "",
        repeat_of=inquiry.reg_no,
        scope=Scope.OWN_POST,
        disposition=Disposition.D4,
        agent_name=inquiry.agent_name,
        agent_phone=inquiry.agent_phone,
        agent_relation=inquiry.agent_relation,
        returned_with=notice.number,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The draft with what its slip says, the slip, and what speaks against it."""

    draft: InquiryDraft
    notice: Notice | None = None
    reasons: tuple[Reason, ...] = ()


def resolve(work: Work, draft: InquiryDraft) -> Resolved:
    """Look up the slip of a draft within the record's work; its matter and its record need not be said again."""
    if not draft.returned_with:
        return Resolved(draft=draft)
    brought = notices.find_within(work.desk, draft.returned_with)
    if brought is None:
        reason = Reason(code="no_such_notice", field="returned_with", values={"number": draft.returned_with})
        return Resolved(draft=draft, reasons=(reason,))
    try:
        notice = _usable(brought)
    except NotAllowed as refused:
        return Resolved(draft=draft, reasons=(Reason(code=refused.code, field="returned_with", values=refused.values),))
    except Invalid as refused:
        return Resolved(draft=_completed(draft, brought), reasons=refused.reasons)
    filled = _completed(draft, notice)
    if draft.disposition in SETTLING and filled.matter != notice.matter_code:
        values = {"number": notice.number, "matter": notice.text.matter}
        reason = Reason(code="return_other_matter", field="matter", values=values)
        return Resolved(draft=filled, notice=notice, reasons=(reason,))
    return Resolved(draft=filled, notice=notice)


def _completed(draft: InquiryDraft, notice: Notice) -> InquiryDraft:
    """Give the draft with the matter and the earlier record of its slip where it names none."""
    earlier = records.get(Inquiry, notice.inquiry_id)
    return replace(draft, matter=draft.matter or notice.matter_code, repeat_of=draft.repeat_of or earlier.reg_no)


def faults(draft: InquiryDraft, ticked: NoticeDraft | None, matter: Matter | None) -> tuple[Reason, ...]:
    """Give what is wrong with the ticks of a return: a blank row, or papers owed that are called complete."""
    if ticked is None or matter is None or draft.disposition not in SETTLING:
        return ()
    try:
        settled = notice_check.settle(ticked, matter)
    except Invalid as refused:
        return refused.reasons
    return tuple(supplement_check.owed_yet(draft.disposition, settled))


def settle_return(
    work: Work, inquiry: Inquiry, notice: Notice | None, ticked: NoticeDraft | None, matter: Matter | None
) -> Supplement | None:
    """Note what was brought and end the earlier wait, within the record's work; None where nothing was settled."""
    if notice is None or inquiry.disposition not in SETTLING:
        return None
    if ticked is not None and matter is not None:
        settled = notice_check.settle(ticked, matter)
    else:
        settled = supplement_check.assumed(notice, inquiry.disposition)
    added = work.add(
        Supplement(
            inquiry_id=inquiry.id,
            notice_id=notice.id,
            at=work.now,
            ticks=settled.ticks,
            verdict=settled.verdict,
            missing=settled.missing,
        )
    )
    work.log(added, reg_no=inquiry.reg_no)
    _end_wait(work, notice, inquiry)
    return added


def _end_wait(work: Work, notice: Notice, later: Inquiry) -> None:
    """Close the case that waited for these papers, and its record; its due date stays what it was.

    After a notice to supplement acceptance is confirmed anew, so the case that was accepted before ends too.
    """
    case = work.find(Case, inquiry_id=notice.inquiry_id, status=CaseStatus.AWAITING_PAPERS)
    if case is None and notice.kind == PaperKind.BZ:
        running = _C.status.in_([CaseStatus.OPEN, CaseStatus.SUSPENDED])
        case = work.find(Case, running, inquiry_id=notice.inquiry_id, disposition=Disposition.D3)
    if case is not None:
        case_clock.end_pauses(work, case.id)
        over = replace(case, status=CaseStatus.CLOSED, closed_at=work.now, closed_by=work.desk.account.name)
        work.log(work.change(over), wait_over=later.reg_no)
    earlier = work.get(Inquiry, notice.inquiry_id)
    waiting = earlier.status is Status.OPEN and earlier.disposition is Disposition.D4
    accepted = case is not None and earlier.status is Status.IN_PROGRESS
    if waiting or accepted:
        work.log(work.change(replace(earlier, status=Status.CLOSED)), continued=later.reg_no)


def give_back(work: Work, voided: Inquiry) -> None:
    """Let the earlier record wait again when the visit that answered it is void, within the void's work."""
    supplement = chains.supplement_of(voided.id)
    if supplement is None or chains.living_return([each.id for each in chains.notices_of(voided.id)]) is not None:
        return
    notice = records.get(Notice, supplement.notice_id)
    earlier = work.get(Inquiry, notice.inquiry_id)
    if earlier.status is Status.VOID or chains.living_return([notice.id]) is not None:
        return
    way = Disposition.D3 if notice.kind == PaperKind.BZ and earlier.disposition is Disposition.D3 else Disposition.D4
    before = CaseStatus.OPEN if way is Disposition.D3 else CaseStatus.AWAITING_PAPERS
    case = work.find(Case, inquiry_id=earlier.id, status=CaseStatus.CLOSED, disposition=way)
    if case is not None:
        waiting = replace(case, status=before, closed_at=None, closed_by="")
        work.log(work.change(waiting), waits_again=voided.reg_no)
    if earlier.status is Status.CLOSED and earlier.disposition is way:
        status = Status.IN_PROGRESS if way is Disposition.D3 else Status.OPEN
        work.log(work.change(replace(earlier, status=status)), given_back=voided.reg_no)


def told(desk: Desk, notice_id: int, mode: ToldMode) -> Telling:
    """Note that a notice was told without paper: by whom, when, to whom, how.

    Raises:
        Invalid: the notice is void.
        NotAllowed: the roles do not permit it, or the notice is restricted.
    """
    with desk.work(Action.TELL_NOTICE) as work:
        notice = work.get(Notice, notice_id)
        if notice.restricted:
            raise NotAllowed("restricted", number=notice.number)
        if notice.void:
            raise Invalid(Reason(code="notice_void", field="number", values={"number": notice.number}))
        inquiry = records.get(Inquiry, notice.inquiry_id)
        added = work.add(
            Telling(
                notice_id=notice.id,
                at=work.now,
                by_id=desk.account.id,
                by=desk.account.name,
                mode=mode,
                to_whom=inquiry.person_name,
            )
        )
        work.log(added)
        return added


def tellings(desk: Desk, notice_id: int) -> tuple[Telling, ...]:
    """Give to whom a notice was told, oldest first."""
    with desk.reading():
        return chains.tellings_of(notice_id)
