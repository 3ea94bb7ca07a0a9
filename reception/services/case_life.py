"""A case under way: its clock stopped and started again, a limit given where there was none, a person named.

Source: handbook §3.3 (the clock stops), §4.4 nos. 12, 13 (a case given to a person); clauses D3.2.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from reception.errors import Invalid, NotFound, Reason
from reception.rules.case_acts import CaseAct
from reception.rules.case_life import LimitBasis, Pause, PauseCause
from reception.rules.case_limits import Wish, promise_faults
from reception.rules.cases import Case, CaseStatus
from reception.rules.catalogue import Matter
from reception.rules.faults import Faults
from reception.rules.limits import Limit, check_limit
from reception.rules.papers import PaperKind
from reception.rules.roster import Post
from reception.rules.staff import Account, Action, may
from reception.rules.text_lengths import cleaned_text, cleaned_texts
from reception.services import case_clock, case_files, case_letters, presence
from reception.services.cases import due_of
from reception.services.desk import Desk
from reception.store import records

FARTHEST = timedelta(days=366)
"""A stop that is planned for longer than a year is a slip of the keyboard."""
_PAUSE_LENGTHS = {"reason": 1000, "ground": 500}


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseDraft:
    """Why a clock shall stop, by which rule, and until when it is planned."""

    cause: PauseCause | None = None
    reason: str = ""
    ground: str = ""
    planned_on: date | None = None


def pause(desk: Desk, case_id: int, draft: PauseDraft) -> Case:
    """Stop the clock of a case; the notice to the applicant (ZT) is issued with it.

    Raises:
        Invalid: cause, reason, ground or planned end lacks, or the clock cannot be stopped now.
        NotAllowed: it is not for this person to do.
    """
    with desk.work(Action.PAUSE_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.PAUSE)
        cause, planned_on, draft = _checked(draft, work.today)
        left = case_letters.remaining(desk, file)
        facts = {"reason": draft.reason, "basis": draft.ground, "at": work.now, "remaining": left}
        letter = case_letters.issue(work, file.case, PaperKind.ZT, **facts)
        stopped = work.add(
            Pause(
                case_id=file.case.id,
                cause=cause,
                reason=draft.reason,
                ground=draft.ground,
                from_at=work.now,
                planned_on=planned_on,
                made_by_id=desk.account.id,
                made_by=desk.account.name,
                letter_id=letter.id,
            )
        )
        work.log(stopped)
        changed = work.change(replace(file.case, status=CaseStatus.SUSPENDED))
        work.log(changed)
        return changed


def _checked(draft: PauseDraft, today: date) -> tuple[PauseCause, date, PauseDraft]:
    draft, unclean = cleaned_texts(draft, _PAUSE_LENGTHS, ("reason",))
    reasons = list(unclean)
    reasons += [
        Reason(code="required", field=name)
        for name in ("cause", "reason", "ground", "planned_on")
        if not getattr(draft, name)
    ]
    if draft.planned_on is not None and draft.planned_on <= today:
        reasons.append(Reason(code="planned_past", field="planned_on"))
    elif draft.planned_on is not None and draft.planned_on > today + FARTHEST:
        reasons.append(Reason(code="planned_too_far", field="planned_on"))
    if reasons or draft.cause is None or draft.planned_on is None:
        raise Invalid(*reasons)
    return draft.cause, draft.planned_on, draft


def resume(desk: Desk, case_id: int) -> Case:
    """Let the clock of a case run again; it is due later by the days that were taken out, and the applicant told (HF).

    Raises:
        Invalid: the clock does not stand.
        NotAllowed: it is not for this person to do.
    """
    with desk.work(Action.RESUME_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.RESUME)
        events = case_clock.end_pause(work, file)
        changed = work.change(case_clock.recounted(work, replace(file.case, status=CaseStatus.OPEN), events))
        work.log(changed)
        case_letters.issue(work, changed, PaperKind.HF, at=work.now, due_at=changed.due_at)
        return changed


def promise(desk: Desk, case_id: int, limit: Limit | None) -> Case:
    """Give a limit, from now on, to a case that had a reason for none; the statute's is never passed.

    Raises:
        Invalid: no limit, one that no one can have meant or beyond the statute, or the case has one already.
        NotAllowed: it is not for this person to do.
    """
    with desk.work(Action.PROMISE_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.PROMISE)
        if limit is None:
            raise Invalid(Reason(code="required", field="limit"))
        refuse_wrong_limit(file.case, limit, file.matter)
        due = due_of(work.desk, work.now, limit)
        begun = replace(file.case, limit=limit, limit_basis=LimitBasis.OWN_PROMISE, no_limit_reason="")
        changed = work.change(replace(begun, started_at=work.now, due_at=due.at, provisional=due.provisional))
        work.log(changed)
        return changed


def refuse_wrong_limit(case: Case, limit: Limit, matter: Matter | None) -> None:
    """Refuse a limit that no one can have meant, and one that lies beyond statute or published promise.

    Raises:
        Invalid: the reasons.
    """
    faults = Faults()
    check_limit(limit, "limit", faults)
    faults.settle()
    reasons = promise_faults(case.disposition, matter, Wish(limit=limit))
    if reasons:
        raise Invalid(*reasons)


def assign(desk: Desk, case_id: int, account_id: int | None, reason: str = "") -> Case:
    """Give a case to a person by name, or back to its post (None); the person beats the post.

    Raises:
        Invalid: the account is out of use, may not deal with cases, or has it already.
        NotAllowed: only heads give cases to people.
        NotFound: there is no such case or account.
    """
    with desk.work(Action.ASSIGN_CASE) as work:
        file = case_files.open_for(work, case_id, CaseAct.ASSIGN)
        account = records.find(Account, id=account_id) if account_id is not None else None
        if account_id is not None and account is None:
            raise NotFound("not_found", kind="Account", id=account_id)
        if file.case.assigned_id == account_id:
            raise Invalid(Reason(code="nothing_to_change", field="assigned_id"))
        if account is not None:
            _refuse_unfit(account, restricted=file.case.restricted)
            post = records.find(Post, code=file.case.post_code) if file.case.post_code else None
            if post is not None and account.id in presence.kept_apart(post):
                raise Invalid(Reason(code="stand_in_kept_apart", field="assigned_id"))
        why = cleaned_text(reason, "reason", 1000)
        changed = work.change(replace(file.case, assigned_id=account_id))
        work.log(changed, given_to=account.name if account else "", reason=why)
        return changed


def _refuse_unfit(account: Account, *, restricted: bool) -> None:
    if not account.active:
        raise Invalid(Reason(code="account_inactive", field="assigned_id"))
    sees = may(account.roles, Action.SEE_RESTRICTED) or not restricted
    if not (sees and may(account.roles, Action.CLOSE_CASE)):
        raise Invalid(Reason(code="cannot_handle", field="assigned_id", values={"name": account.name}))
