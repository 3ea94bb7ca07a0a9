"""What needs somebody else's approval: an extension, a petition's longer limit. Who asks never grants.

Source: handbook §3.1 (upgrades), §3.4 (extension), §2.2 (YQ: approved before expiry); clauses D3.3-c, D3-x.
"""

from dataclasses import dataclass, replace

from reception.errors import Invalid, NotFound, Reason
from reception.rules.case_acts import CaseAct, needs_leader
from reception.rules.case_life import Extension, LimitChange, RequestState
from reception.rules.case_limits import next_petition_limit
from reception.rules.cases import Case
from reception.rules.catalogue import longer_than
from reception.rules.inquiries import ReplyPref
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text, cleaned_texts
from reception.services import case_clock, case_files, case_letters
from reception.services.case_files import CaseFile
from reception.services.desk import Desk, Work

MOST_DAYS = 60
"""An extension of more working days is a slip of the keyboard."""
_ANSWER_LENGTHS = {"note": 1000, "leader_decision": 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the approver says: yes or no, a note (with a no it is the reason), the leader's decision where needed.

    `told_mode` is how the visitor hears of a petition's longer limit; of an extension he gets a letter.
    """

    granted: bool
    note: str = ""
    leader_decision: str = ""
    told_mode: ReplyPref | None = None


def extend(desk: Desk, case_id: int, days: int | None, reason: str) -> Extension:
    """Ask for more working days, before the limit is over; somebody else grants them.

    Raises:
        Invalid: no reason, days that no one can have meant or beyond the statute, too late, something is asked already.
        NotAllowed: it is not for this person to ask.
    """
    with desk.work(Action.EXTEND_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.EXTEND)
        why = _reason(reason)
        if days is None or not 1 <= days <= MOST_DAYS:
            values = {"least": 1, "most": MOST_DAYS}
            raise Invalid(Reason(code="out_of_range", field="days", values=values))
        asked = Extension(
            case_id=file.case.id,
            days=days,
            reason=why,
            asked_at=work.now,
            asked_by_id=desk.account.id,
            asked_by=desk.account.name,
            due_before=file.case.due_at,
        )
        _extended(work, file, asked)
        added = work.add(asked)
        work.log(added)
        return added


def reclassify(desk: Desk, case_id: int, reason: str) -> LimitChange:
    """Ask for the next limit of a petition: now → half a month → one month, each once, from the original start.

    Raises:
        Invalid: no petition, no longer limit, beyond the statute, no reason, too late, or something is asked already.
        NotAllowed: it is not for this person to ask.
    """
    with desk.work(Action.RECLASSIFY_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.RECLASSIFY)
        why = _reason(reason)
        after = next_petition_limit(file.case.limit)
        if after is None:
            raise AssertionError("the act is open only where a longer limit follows")
        statute = file.matter.statutory_limit if file.matter else None
        if file.matter is not None and statute is not None and longer_than(after, statute):
            values = {"statutory": file.matter.statutory_text}
            raise Invalid(Reason(code="longer_than_statute", field="limit", values=values))
        added = work.add(
            LimitChange(
                case_id=file.case.id,
                before=file.case.limit,
                after=after,
                reason=why,
                asked_at=work.now,
                asked_by_id=desk.account.id,
                asked_by=desk.account.name,
                due_before=file.case.due_at,
            )
        )
        work.log(added)
        return added


def retract(desk: Desk, case_id: int) -> Case:
    """Take back what one asked for oneself.

    Raises:
        Invalid: nothing is asked.
        NotAllowed: another asked.
    """
    with desk.work(Action.EXTEND_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.RETRACT)
        case_clock.drop_request(work, file.situation.asked)
        return file.case


def settle(desk: Desk, case_id: int, answer: Answer) -> Case:
    """Grant or reject what is asked; an extension counts because its notice to the applicant (YQ) is issued with it.

    Raises:
        Invalid: nothing is asked, the limit is over, the leader's decision lacks, the statute would be passed.
        NotAllowed: who asked, and whoever may not grant so much.
    """
    with desk.work(Action.APPROVE_EXTENSION) as work:
        file = case_files.open_for(work, case_id, CaseAct.SETTLE)
        asked = file.situation.asked
        if asked is None:
            raise NotFound("nothing_asked")
        answer, unclean = cleaned_texts(answer, _ANSWER_LENGTHS, tuple(_ANSWER_LENGTHS))
        if unclean:
            raise Invalid(*unclean)
        if not answer.granted:
            return _reject(work, file, asked, answer)
        if work.now > file.case.due_at:
            raise Invalid(Reason(code="limit_over", field="due_at", values={"due": file.situation.due}))
        if isinstance(asked, Extension):
            return _grant_extension(work, file, asked, answer)
        return _grant_limit(work, file, asked, answer)


def _reason(raw: str) -> str:
    reason = cleaned_text(raw, "reason", 1000)
    if not reason:
        raise Invalid(Reason(code="required", field="reason"))
    return reason


def _reject(work: Work, file: CaseFile, asked: Extension | LimitChange, answer: Answer) -> Case:
    if not answer.note:
        raise Invalid(Reason(code="required", field="note"))
    account = work.desk.account
    rejected = replace(asked, state=RequestState.REJECTED, settled_at=work.now, note=answer.note)
    work.log(work.change(replace(rejected, approver_id=account.id, approver=account.name)))
    return file.case


def _extended(work: Work, file: CaseFile, asked: Extension) -> Case:
    """Give the case with the due date that an extension would give.

    Raises:
        Invalid: it would pass the statute.
    """
    granted = replace(asked, state=RequestState.APPROVED, settled_at=work.now)
    others = tuple(each for each in file.events.extensions if each.id != asked.id)
    events = replace(file.events, extensions=(*others, granted))
    longer = case_clock.recounted(work, file.case, events)
    latest = case_files.statutory_due(work.desk, file)
    if latest is not None and work.desk.calendar.local(longer.due_at) > latest:
        raise Invalid(Reason(code="beyond_statute", field="days", values={"latest": latest}))
    return longer


def _grant_extension(work: Work, file: CaseFile, asked: Extension, answer: Answer) -> Case:
    if needs_leader(asked, file.granted) and not answer.leader_decision:
        raise Invalid(Reason(code="leader_must_decide", field="leader_decision"))
    account = work.desk.account
    longer = _extended(work, file, asked)
    facts = {"reason": asked.reason, "approver": account.name, "days": asked.days, "due_at": longer.due_at}
    letter = case_letters.issue(work, longer, PaperKind.YQ, **facts)
    granted = replace(
        asked,
        state=RequestState.APPROVED,
        settled_at=work.now,
        approver_id=account.id,
        approver=account.name,
        leader_decision=answer.leader_decision,
        note=answer.note,
        due_after=longer.due_at,
        letter_id=letter.id,
    )
    work.log(work.change(granted))
    changed = work.change(longer)
    work.log(changed)
    return changed


def _grant_limit(work: Work, file: CaseFile, asked: LimitChange, answer: Answer) -> Case:
    if answer.told_mode is None:
        raise Invalid(Reason(code="required", field="told_mode"))
    account = work.desk.account
    granted = replace(
        asked,
        state=RequestState.APPROVED,
        settled_at=work.now,
        approver_id=account.id,
        approver=account.name,
        note=answer.note,
        told_at=work.now,
        told_mode=answer.told_mode,
    )
    others = tuple(each for each in file.events.changes if each.id != asked.id)
    events = replace(file.events, changes=(*others, granted))
    longer = case_clock.recounted(work, replace(file.case, limit=asked.after), events)
    work.log(work.change(replace(granted, due_after=longer.due_at)))
    changed = work.change(longer)
    work.log(changed)
    return changed
