"""Papers that nobody answered count as accepted; a wait for papers that is over ends. A person triggers either.

Source: handbook §2.4 nos. 5, 6; §3.2 (a closure of the matter shifts the start of acceptance).
"""

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from reception.errors import Conflict, Invalid, NotAllowed, NotFound, Reason
from reception.rules import waits
from reception.rules.case_life import CaseOutcome, Pause, StartEvent
from reception.rules.cases import UNDER_WAY, Case, CaseStatus
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.letters import Letter, LetterDraft
from reception.rules.notices import Notice
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.rules.visitors import mask_name
from reception.services import acceptance, chains, letters, presence
from reception.services.cases import Due, due_of
from reception.services.desk import Desk, Work
from reception.services.presence import Roll
from reception.store import records
from reception.store.models import CaseRow, LetterRow, NoticeRow, PauseRow

_C: Any = CaseRow
_L: Any = LetterRow
_N: Any = NoticeRow
_P: Any = PauseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentReceipt:
    """Papers that were left and not answered in time: they count as accepted since `accepted_at`, due by `due_at`.

    It is the receipt itself unless the matter was closed then. `due_at` is None where nothing is promised and, with
    `paused`, while the clock of the case stands: then no acceptance can be written.
    """

    id: int
    inquiry_id: int
    case_no: str
    receipt: str
    visitor: str
    matter: str
    received_at: datetime
    accepted_at: datetime
    answer_by: datetime
    due_at: datetime | None
    paused: bool
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsedWait:
    """A case whose time to supplement is over; `papers` are what was left with us and goes back.

    `paused` tells that it was accepted and stands still for the papers: its end cannot be taken back, only reopened.
    """

    id: int
    inquiry_id: int
    case_no: str
    notice: str
    visitor: str
    matter: str
    until: datetime
    papers: tuple[str, ...]
    paused: bool
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A wait that was ended: case and record as they are now, and the record's state before."""

    case: Case
    inquiry: Inquiry
    status_before: Status


def silent(desk: Desk) -> tuple[SilentReceipt, ...]:
    """Give the papers that count as accepted because nobody answered, the oldest receipt first."""
    with desk.reading():
        receipts = records.select(
            Letter,
            _L.kind == PaperKind.SJ,
            _L.void == False,  # noqa: E712 - an expression of the query
            order=[_L.id],
        )
        first = {each.inquiry_id: each for each in reversed(receipts)}
        roll = presence.roll_within(desk.clock())
        found = [_silent(desk, first[each], roll) for each in sorted(first, key=lambda each: first[each].id)]
    return tuple(each for each in found if each is not None)


def _silent(desk: Desk, receipt: Letter, roll: Roll) -> SilentReceipt | None:
    case = _unanswered(receipt)
    if case is None:
        return None
    inquiry = records.get(Inquiry, receipt.inquiry_id)
    accepted_at, answer_by = _times(desk, inquiry, receipt)
    if desk.clock() <= answer_by:
        return None
    due = _due(desk, case, inquiry, accepted_at)
    return SilentReceipt(
        id=receipt.id,
        inquiry_id=inquiry.id,
        case_no=case.case_no,
        receipt=receipt.number,
        visitor=mask_name(inquiry.person_name),
        matter=inquiry.matter_name,
        received_at=receipt.issued_at,
        accepted_at=accepted_at,
        answer_by=answer_by,
        due_at=due.at if due else None,
        paused=case.status is CaseStatus.SUSPENDED,
        mine=_is_mine(desk, case, roll, receipt.issued_by_id, inquiry.first_officer_id),
    )


def _times(desk: Desk, inquiry: Inquiry, receipt: Letter) -> tuple[datetime, datetime]:
    """Give since when papers count as accepted, and until when it was to be told whether they are complete."""
    accepted_at = acceptance.accepted_within(desk, inquiry.matter_code, receipt.issued_at)
    return accepted_at, due_of(desk, accepted_at, waits.RECEIPT).at


def _unanswered(receipt: Letter) -> Case | None:
    """Give the case of a receipt that is under way and that no slip or stop answered, within a transaction."""
    case = records.find(Case, _C.inquiry_id == receipt.inquiry_id, _C.status.in_(UNDER_WAY))
    if case is None or case.restricted or receipt.void:
        return None
    if any(waits.is_told_by(each, receipt.issued_at) for each in records.select(Pause, case_id=case.id)):
        return None
    answers = (_L.inquiry_id == receipt.inquiry_id) & _L.kind.in_(waits.ANSWERS)
    answered = records.find(Letter, answers, void=False) or records.find(
        Notice, inquiry_id=receipt.inquiry_id, void=False
    )
    return None if answered else case


def _due(desk: Desk, case: Case, inquiry: Inquiry, accepted_at: datetime) -> Due | None:
    """Give until when it is owed, counted from acceptance; what was promised with the record stays promised."""
    if case.owed_until is None:
        return None
    if case.disposition is Disposition.D3:
        return Due(at=case.due_at, provisional=case.provisional)
    matter = _matter(inquiry)
    return due_of(desk, accepted_at, matter.limit) if matter and matter.limit else None


def _matter(inquiry: Inquiry) -> Matter | None:
    if not inquiry.matter_code or inquiry.matter_edition is None:
        return None
    return records.find(Matter, code=inquiry.matter_code, edition=inquiry.matter_edition)


def _is_mine(desk: Desk, case: Case, roll: Roll, *others: int) -> bool:
    return desk.account.id in (roll.lies_with(case), roll.works_on(case).account_id, *others)


def accept_silent(desk: Desk, receipt_id: int) -> Letter:
    """Accept papers that nobody answered: the case runs since the receipt, and the notice of acceptance says so.

    Pressed twice, it gives the same letter again.

    Raises:
        NotFound: there is no such receipt.
        NotAllowed: the roles do not permit notices, or the record is restricted.
        Invalid: they were answered since, the time is not over yet, or the matter promises no time.
    """
    with desk.work(Action.ISSUE_NOTICE) as work:
        receipt = work.get(Letter, receipt_id)
        token = f"silent-{receipt.id}"
        earlier = work.find(Letter, token=token)
        if earlier is not None and not earlier.void:
            return earlier
        token = token if earlier is None else f"{token}-{work.now.timestamp():.0f}"
        if receipt.kind is not PaperKind.SJ:
            raise NotFound("not_found", kind="Letter", id=receipt_id)
        return _accept(work, receipt, token)


def _accept(work: Work, receipt: Letter, token: str) -> Letter:
    desk = work.desk
    inquiry = work.get(Inquiry, receipt.inquiry_id)
    if inquiry.restricted:
        raise NotAllowed("restricted", number=inquiry.reg_no)
    case = _unanswered(receipt)
    accepted_at, answer_by = _times(desk, inquiry, receipt)
    if case is None or work.now <= answer_by:
        raise Invalid(Reason(code="not_silent", field="case_no", values={"number": receipt.number}))
    due = _due(desk, case, inquiry, accepted_at)
    if due is None:
        raise Invalid(_why_none_due(case))
    case = _running(work, case, inquiry, accepted_at, due)
    draft = LetterDraft(
        token=token,
        kind=PaperKind.SL,
        inquiry_id=inquiry.id,
        case_no=case.case_no,
        handler=presence.handler_of(case, work.now),
        at=accepted_at,
        due_at=due.at,
        provisional=due.provisional,
    )
    return letters.issue_within(work, draft, also=(PaperKind.SL,))


def _why_none_due(case: Case) -> Reason:
    if case.status is CaseStatus.SUSPENDED:
        return Reason(code="case_paused", field="case_no", values={"number": case.case_no})
    return Reason(code="no_limit_yet" if case.no_limit_reason else "matter_without_limit", field="matter")


def _running(work: Work, case: Case, inquiry: Inquiry, accepted_at: datetime, due: Due) -> Case:
    """Let a case that waited or was handed over run since acceptance; one that was promised runs already."""
    matter = _matter(inquiry)
    if case.disposition is Disposition.D3 or matter is None or matter.limit is None:
        return case
    before = work.get(Case, case.id)
    changed = work.change(
        replace(
            before,
            status=CaseStatus.OPEN,
            started_at=accepted_at,
            start_event=StartEvent.PAPERS_COMPLETE,
            limit=matter.limit,
            due_at=due.at,
            provisional=due.provisional,
        )
    )
    work.log(changed, silent_since=f"{work.desk.calendar.local(accepted_at):%Y-%m-%d}")
    if inquiry.status is Status.OPEN:
        work.log(work.change(replace(inquiry, status=Status.IN_PROGRESS)), accepted_as=case.case_no)
    return changed


def lapsed(desk: Desk) -> tuple[LapsedWait, ...]:
    """Give the cases whose time to supplement is over, before acceptance or after it, the earliest first."""
    now = desk.clock()
    with desk.reading():
        awaited = records.select(Case, _C.status == CaseStatus.AWAITING_PAPERS, _C.due_at < now)
        until = {case.id: case.due_at for case in awaited} | _stopped_until(desk, now)
        cases = records.select(Case, _C.id.in_([*until]), _C.restricted == False) if until else []  # noqa: E712 - a query
        roll = presence.roll_within(now)
        found = [_lapsed(desk, case, until[case.id], roll) for case in cases]
    return tuple(sorted(found, key=lambda each: (each.until, each.id)))


def _stopped_until(desk: Desk, now: datetime) -> dict[int, datetime]:
    """Give the cases that stand still for papers which were to come by a day that has passed, each with its end."""
    today = desk.calendar.local(now).date()
    stops = [each for each in records.select(Pause, _P.to_at.is_null()) if waits.is_lapsed_stop(each, today)]
    return {each.case_id: desk.calendar.instant(datetime.combine(each.planned_on, time.max)) for each in stops}


def _lapsed(desk: Desk, case: Case, until: datetime, roll: Roll) -> LapsedWait:
    inquiry = records.get(Inquiry, case.inquiry_id)
    living = [each for each in chains.notices_of(inquiry.id) if not each.void]
    paused = case.status is CaseStatus.SUSPENDED
    return LapsedWait(
        id=case.id,
        inquiry_id=inquiry.id,
        case_no=case.case_no,
        notice=living[-1].number if living else "",
        visitor=mask_name(inquiry.person_name),
        matter=inquiry.matter_name,
        until=until,
        papers=tuple(paper.name for paper in inquiry.papers),
        paused=paused,
        mine=roll.works_on(case).account_id == desk.account.id
        if paused
        else _is_mine(desk, case, roll, inquiry.first_officer_id, *(each.issued_by_id for each in living)),
    )


def lapse(desk: Desk, case_id: int) -> Ended:
    """End a wait whose time is over (逾期未补正): the papers go back, and the visitor may apply again.

    Raises:
        NotAllowed: the roles do not permit it, or the record is restricted.
        Invalid: the time is not over, or nothing is awaited any more.
    """
    with desk.work(Action.CLOSE_LAPSED) as work:
        case = work.get(Case, case_id)
        if case.restricted:
            raise NotAllowed("restricted", number=case.case_no)
        if not waits.is_lapsed(case, work.now):
            raise Invalid(Reason(code="not_lapsed", field="case_no", values={"number": case.case_no}))
        ended = replace(
            case,
            status=CaseStatus.CLOSED,
            outcome=CaseOutcome.LAPSED,
            closed_at=work.now,
            closed_by=desk.account.name,
        )
        closed = work.change(ended)
        work.log(closed, lapsed=closed.case_no)
        before = work.get(Inquiry, case.inquiry_id)
        inquiry = before
        if before.status is Status.OPEN:
            inquiry = work.change(replace(before, status=Status.CLOSED))
            work.log(inquiry, lapsed=closed.case_no)
    return Ended(case=closed, inquiry=inquiry, status_before=before.status)


def take_back_lapse(desk: Desk, ended: Ended) -> Case:
    """Let a wait that was just ended go on.

    Raises:
        Conflict: something happened to the case or its record since.
        NotAllowed: the roles do not permit it.
    """
    with desk.work(Action.CLOSE_LAPSED) as work:
        stored = work.get(Case, ended.case.id)
        if stored.version != ended.case.version or stored.outcome is not CaseOutcome.LAPSED:
            raise Conflict("conflict", kind="Case", id=stored.id)
        waiting = replace(stored, status=CaseStatus.AWAITING_PAPERS, outcome=None, closed_at=None, closed_by="")
        case = work.change(waiting)
        work.log(case, waits_on=case.case_no)
        if ended.inquiry.status is not ended.status_before:
            stored_inquiry = work.get(Inquiry, stored.inquiry_id)
            if stored_inquiry.version != ended.inquiry.version or stored_inquiry.status is not Status.CLOSED:
                raise Conflict("conflict", kind="Inquiry", id=stored_inquiry.id)
            inquiry = work.change(replace(stored_inquiry, status=Status.OPEN))
            work.log(inquiry, waits_on=case.case_no)
    return case
