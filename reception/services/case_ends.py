"""The end of a case: closed with its result, refused, lapsed, withdrawn; and begun again.

Source: handbook §1.3 (closes when), §2.2 (BB with its report), §2.4 no. 6 (lapse); clauses D3.2, §3.3 (reopening).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules.case_acts import CaseAct
from reception.rules.case_life import CaseOutcome, LimitBasis
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Inquiry, ReplyPref, Status
from reception.rules.limits import Limit
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text, cleaned_texts
from reception.rules.visitors import ANONYMOUS, REFUSED
from reception.services import case_clock, case_files, case_letters, presence, waits
from reception.services.case_files import CaseFile
from reception.services.case_life import refuse_wrong_limit
from reception.services.cases import due_of
from reception.services.desk import Desk, Work
from reception.store import records

_UNKNOWN = ("", ANONYMOUS, REFUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How a case ends well: its result, and how, when and by whom the visitor was told.

    `told_at` None is now, `told_by` empty is whoever closes. `letter` issues the notice of completion (BJ) too.
    """

    result: str = ""
    told_mode: ReplyPref | None = None
    told_at: datetime | None = None
    told_by: str = ""
    letter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a case is refused: the reason, the rule, its clause, what the visitor may do, and how he was told."""

    reason: str = ""
    basis: str = ""
    clause: str = ""
    remedy: str = ""
    told_mode: ReplyPref | None = None
    told_at: datetime | None = None
    told_by: str = ""


_CLOSING_LENGTHS = {"result": 4000, "told_by": 60}
_REFUSAL_LENGTHS = {"reason": 1000, "basis": 1000, "clause": 300, "remedy": 1000, "told_by": 60}


def close(desk: Desk, case_id: int, closing: Closing) -> Case:
    """Close a case: only with a result, and only when the visitor was told; the record closes with it.

    Raises:
        Invalid: result or telling lacks, or the case does not stand so that it could be closed.
        NotAllowed: it is not for this person to do.
    """
    with desk.work(Action.CLOSE_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.CLOSE)
        closing, unclean = cleaned_texts(closing, _CLOSING_LENGTHS, ("result",))
        lacking = () if closing.result else (Reason(code="required", field="result"),)
        reasons = (*unclean, *lacking, *_untold(work, file, closing))
        if reasons:
            raise Invalid(*reasons)
        closed = _ended(work, file, CaseOutcome.DONE, result=closing.result, **_telling(work, file.inquiry, closing))
        if closing.letter and not closed.restricted:
            place = case_letters.place_of(desk, file)
            case_letters.issue(work, closed, PaperKind.BJ, at=work.now, result=closing.result, place=place)
        return closed


def refuse(desk: Desk, case_id: int, refusal: Refusal) -> Case:
    """Refuse a case on its substance: the applicant's notice (BB) and the internal report (BBR) are issued with it.

    Raises:
        Invalid: reason, basis, clause or telling lacks, or the case does not stand so.
        NotAllowed: it is not for this person to do.
    """
    with desk.work(Action.REFUSE_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.REFUSE)
        refusal, unclean = cleaned_texts(refusal, _REFUSAL_LENGTHS, ("reason", "basis", "remedy"))
        needed = ("reason", "basis", "clause")
        lacking = (Reason(code="required", field=name) for name in needed if not getattr(refusal, name))
        reasons = (*unclean, *lacking, *_untold(work, file, refusal))
        if reasons:
            raise Invalid(*reasons)
        told = _telling(work, file.inquiry, refusal)
        refused = _ended(work, file, CaseOutcome.REFUSED, result=refusal.reason, ground=refusal.basis, **told)
        facts = {"basis": refusal.basis, "clause": refusal.clause, "remedy": refusal.remedy}
        case_letters.issue(work, refused, PaperKind.BB, **facts)
        case_letters.issue(work, refused, PaperKind.BBR, reason=refusal.reason, basis=refusal.basis)
        return refused


def lapse(desk: Desk, case_id: int) -> Case:
    """End a case whose papers never came (逾期未补正), before acceptance or after it; the visitor may apply again.

    Raises:
        Invalid: the time to supplement is not over, or nothing is awaited.
        NotAllowed: it is not for this person to do.
    """
    with desk.reading():
        awaited = records.get(Case, case_id).status is CaseStatus.AWAITING_PAPERS
    if awaited:
        return waits.lapse(desk, case_id).case
    with desk.work(Action.CLOSE_LAPSED) as work:
        return _ended(work, case_files.open_for(work, case_id, CaseAct.LAPSE), CaseOutcome.LAPSED)


def withdraw(desk: Desk, case_id: int, reason: str) -> Case:
    """End a case because the applicant took it back.

    Raises:
        Invalid: no reason, or it has ended already.
        NotAllowed: it is not for this person to do.
    """
    with desk.work(Action.WITHDRAW_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.WITHDRAW)
        why = cleaned_text(reason, "reason", 1000)
        if not why:
            raise Invalid(Reason(code="required", field="reason"))
        return _ended(work, file, CaseOutcome.WITHDRAWN, result=why)


def reopen(desk: Desk, case_id: int, limit: Limit | None, reason: str) -> Case:
    """Begin a closed case again with a limit of its own from now on; the first promise is kept.

    Raises:
        Invalid: no limit or reason, a limit beyond law or promise, or the case cannot be begun again.
        NotAllowed: only heads do.
    """
    with desk.work(Action.REOPEN_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.REOPEN)
        why = cleaned_text(reason, "reason", 1000)
        given = {"limit": limit, "reason": why}
        reasons = [Reason(code="required", field=name) for name, value in given.items() if not value]
        if reasons or limit is None:
            raise Invalid(*reasons)
        refuse_wrong_limit(file.case, limit, file.matter)
        due = due_of(work.desk, work.now, limit)
        first = file.case.first_due_at or (None if file.case.no_limit_reason else file.case.due_at)
        begun = replace(
            file.case,
            status=CaseStatus.OPEN,
            started_at=work.now,
            reopened_at=work.now,
            limit=limit,
            limit_basis=LimitBasis.OWN_PROMISE,
            no_limit_reason="",
            due_at=due.at,
            provisional=due.provisional,
            first_due_at=first,
            **_NOT_ENDED,
        )
        changed = work.change(begun)
        work.log(changed, reason=why)
        _follow(work, file.inquiry, Status.IN_PROGRESS)
        return changed


_NOT_ENDED: dict[str, Any] = {
    "outcome": None,
    "result": "",
    "ground": "",
    "closed_at": None,
    "closed_by": "",
    "told_at": None,
    "told_by": "",
    "told_mode": None,
}


def answer_owed(inquiry: Inquiry) -> bool:
    """Tell whether there is anybody to be told: not where a visitor left neither name nor any way to reach him.

    Source: handbook §1.2 no. 10 (who refuses to say it is owed no answer).
    """
    reach = (inquiry.phone, inquiry.other_contact)
    return inquiry.person_name not in _UNKNOWN or any(each not in _UNKNOWN for each in reach)


def _untold(work: Work, file: CaseFile, said: Closing | Refusal) -> tuple[Reason, ...]:
    if said.told_mode is None:
        return (Reason(code="visitor_untold", field="told_mode"),) if answer_owed(file.inquiry) else ()
    if said.told_at is not None and said.told_at > work.now:
        return (Reason(code="in_the_future", field="told_at"),)
    begun = file.case.started_at.replace(second=0, microsecond=0)
    if said.told_at is not None and said.told_at < begun:
        return (Reason(code="told_before_start", field="told_at"),)
    return ()


def _telling(work: Work, inquiry: Inquiry, said: Closing | Refusal) -> dict[str, Any]:
    if said.told_mode is None:
        return {}
    by = said.told_by or work.desk.account.name
    return {"told_mode": said.told_mode, "told_at": said.told_at or work.now, "told_by": by}


def _ended(work: Work, file: CaseFile, outcome: CaseOutcome, **facts: Any) -> Case:
    """End a case, its open stop, what is asked for, and its record, within a work."""
    events = case_clock.end_pause(work, file)
    case_clock.drop_request(work, file.situation.asked)
    counted = case_clock.recounted(work, file.case, events) if file.situation.pause else file.case
    by = presence.signed(work.desk.account, file.case.post_code, work.now)
    facts = {"closed_at": work.now, "closed_by": by, **facts}
    ended = work.change(replace(counted, status=CaseStatus.CLOSED, outcome=outcome, **facts))
    work.log(ended)
    _follow(work, file.inquiry, Status.CLOSED)
    return ended


def _follow(work: Work, inquiry: Inquiry, status: Status) -> None:
    if inquiry.status is not status:
        work.log(work.change(replace(inquiry, status=status)))
