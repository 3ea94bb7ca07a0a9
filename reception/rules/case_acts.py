"""What may be done with a case now, by whom, and why not.

Source: handbook §1.3 (closes when), §3.1 (upgrades), §3.3 (stops), §3.4 (extension), §2.4 no. 6 (lapse), §4.4 no. 12.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.errors import Invalid, NotAllowed, Reason, ReceptionError
from reception.rules.case_life import CaseOutcome, Extension, LimitChange, Pause
from reception.rules.case_limits import next_petition_limit
from reception.rules.cases import Case, CaseStatus
from reception.rules.catalogue import Category
from reception.rules.staff import Action, Role, may
from reception.rules.waits import is_lapsed_stop


class CaseAct(StrEnum):
    """What can be done with a case, in the order of the buttons."""

    CLOSE = "close"
    RESUME = "resume"
    PAUSE = "pause"
    SETTLE = "settle"
    RETRACT = "retract"
    EXTEND = "extend"
    RECLASSIFY = "reclassify"
    PROMISE = "promise"
    REFUSE = "refuse"
    LAPSE = "lapse"
    WITHDRAW = "withdraw"
    ASSIGN = "assign"
    REOPEN = "reopen"


ACTIONS: Mapping[CaseAct, Action] = {
    CaseAct.CLOSE: Action.CLOSE_CASE,
    CaseAct.RESUME: Action.RESUME_CASE,
    CaseAct.PAUSE: Action.PAUSE_CASE,
    CaseAct.SETTLE: Action.APPROVE_EXTENSION,
    CaseAct.RETRACT: Action.EXTEND_CASE,
    CaseAct.EXTEND: Action.EXTEND_CASE,
    CaseAct.RECLASSIFY: Action.RECLASSIFY_CASE,
    CaseAct.PROMISE: Action.PROMISE_CASE,
    CaseAct.REFUSE: Action.REFUSE_CASE,
    CaseAct.LAPSE: Action.CLOSE_LAPSED,
    CaseAct.WITHDRAW: Action.WITHDRAW_CASE,
    CaseAct.ASSIGN: Action.ASSIGN_CASE,
    CaseAct.REOPEN: Action.REOPEN_CASE,
}
"""The right that each act needs."""

HEAD_DAYS = 5
"""A section head grants so many working days; the unit head `UNIT_HEAD_DAYS`; more needs the leader's decision."""
UNIT_HEAD_DAYS = 10
FREE_EXTENSIONS = 1
"""So many extensions without the leader (handbook §3.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who somebody is to a case: roles, and whether they answer for it now (as holder, stand-in or assignee).

    `handler` is the name of who does.
    """

    account_id: int
    roles: tuple[Role, ...]
    handles: bool
    handler: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """How a case stands at an instant.

    `asked` waits for somebody's approval, `granted` counts the extensions of the present limit, `last_day` is the last
    day that counts, `due` the local due moment, `transfer_pending` that nobody acknowledged its transfer.
    """

    now: datetime
    today: date
    due: datetime
    last_day: date
    pause: Pause | None = None
    asked: Extension | LimitChange | None = None
    granted: int = 0
    transfer_pending: bool = False


_FITTING: Mapping[CaseAct, frozenset[CaseStatus]] = {
    CaseAct.CLOSE: frozenset({CaseStatus.OPEN, CaseStatus.SUSPENDED}),
    CaseAct.RESUME: frozenset({CaseStatus.SUSPENDED}),
    CaseAct.PAUSE: frozenset({CaseStatus.OPEN}),
    CaseAct.SETTLE: frozenset({CaseStatus.OPEN}),
    CaseAct.RETRACT: frozenset({CaseStatus.OPEN, CaseStatus.SUSPENDED}),
    CaseAct.EXTEND: frozenset({CaseStatus.OPEN}),
    CaseAct.RECLASSIFY: frozenset({CaseStatus.OPEN}),
    CaseAct.PROMISE: frozenset({CaseStatus.OPEN}),
    CaseAct.REFUSE: frozenset({CaseStatus.OPEN, CaseStatus.SUSPENDED}),
    CaseAct.LAPSE: frozenset({CaseStatus.AWAITING_PAPERS, CaseStatus.SUSPENDED}),
    CaseAct.WITHDRAW: frozenset({CaseStatus.OPEN, CaseStatus.AWAITING_PAPERS, CaseStatus.SUSPENDED}),
    CaseAct.ASSIGN: frozenset({CaseStatus.OPEN, CaseStatus.AWAITING_PAPERS, CaseStatus.SUSPENDED}),
    CaseAct.REOPEN: frozenset({CaseStatus.CLOSED}),
}
_OF_RESTRICTED = frozenset({CaseAct.CLOSE, CaseAct.WITHDRAW, CaseAct.ASSIGN, CaseAct.REOPEN})
"""What can be done with a complaint: no letter is written for it, so neither its clock nor its limit moves here."""
_OF_THE_ASKER = frozenset({CaseAct.SETTLE, CaseAct.RETRACT})
_OF_THE_HANDLER = frozenset(CaseAct) - _OF_THE_ASKER - {CaseAct.ASSIGN, CaseAct.REOPEN}
_MOVES_LIMIT = frozenset({CaseAct.PAUSE, CaseAct.EXTEND, CaseAct.RECLASSIFY})
ENDS = frozenset({CaseAct.CLOSE, CaseAct.REFUSE, CaseAct.LAPSE, CaseAct.WITHDRAW})
"""Acts that end a case."""


def acts_now(case: Case, standing: Standing, situation: Situation) -> tuple[CaseAct, ...]:
    """Give what somebody may do with a case now, in the order of the buttons."""
    return tuple(act for act in CaseAct if why_not(act, case, standing, situation) is None)


def why_not(act: CaseAct, case: Case, standing: Standing, situation: Situation) -> ReceptionError | None:
    """Give what keeps somebody from an act now; None when nothing does."""
    return (
        _wrong_state(act, case)
        or _wrong_person(act, case, standing)
        or _wrong_moment(act, case, situation)
        or _wrong_request(act, standing, situation)
    )


def may_reopen(case: Case, standing: Standing) -> bool:
    """Tell whether somebody may begin a case again; it has nothing to do with the hour."""
    refused = _wrong_state(CaseAct.REOPEN, case) or _wrong_person(CaseAct.REOPEN, case, standing)
    return refused is None and not _never_reopened(case)


def is_head(roles: tuple[Role, ...]) -> bool:
    """Tell whether somebody heads the section or the unit."""
    return not {Role.SECTION_HEAD, Role.UNIT_HEAD}.isdisjoint(roles)


def _wrong_state(act: CaseAct, case: Case) -> ReceptionError | None:
    if case.status in _FITTING[act]:
        return None
    values = {"number": case.case_no}
    match case.status:
        case CaseStatus.VOID:
            return Invalid(Reason(code="void_already", field="case_no"))
        case CaseStatus.CLOSED:
            return Invalid(Reason(code="case_closed", field="case_no", values=values))
        case CaseStatus.SUSPENDED:
            return Invalid(Reason(code="case_paused", field="case_no", values=values))
        case CaseStatus.AWAITING_PAPERS:
            return Invalid(Reason(code="case_awaits", field="case_no", values=values))
    return Invalid(Reason(code="case_runs", field="case_no", values=values))


def _wrong_person(act: CaseAct, case: Case, standing: Standing) -> ReceptionError | None:
    if case.restricted and not (standing.handles or may(standing.roles, Action.SEE_RESTRICTED)):
        return NotAllowed("restricted", number=case.case_no)
    if not may(standing.roles, ACTIONS[act]):
        return NotAllowed("not_allowed", action=ACTIONS[act])
    if is_head(standing.roles) or case.restricted or act in _OF_THE_ASKER:
        return None
    if act not in _OF_THE_HANDLER:
        return NotAllowed("not_allowed", action=ACTIONS[act])
    return None if standing.handles else NotAllowed("not_the_handler", officer=standing.handler or case.officer)


def _wrong_moment(act: CaseAct, case: Case, situation: Situation) -> ReceptionError | None:
    values = {"number": case.case_no}
    if case.restricted and act not in _OF_RESTRICTED:
        return Invalid(Reason(code="not_for_restricted", field="case_no"))
    if act in ENDS and situation.transfer_pending:
        return Invalid(Reason(code="transfer_pending", field="case_no", values=values))
    if act in _MOVES_LIMIT and case.no_limit_reason:
        return Invalid(Reason(code="no_limit_yet", field="limit"))
    if act is CaseAct.PROMISE and not case.no_limit_reason:
        return Invalid(Reason(code="limit_is_given", field="limit"))
    if act in _MOVES_LIMIT and situation.now > case.due_at:
        return Invalid(Reason(code="limit_over", field="due_at", values={"due": situation.due}))
    if act is CaseAct.PAUSE and situation.today >= situation.last_day:
        return Invalid(Reason(code="pause_useless", field="case_no"))
    if act is CaseAct.LAPSE and not _is_lapsed(case, situation):
        return Invalid(Reason(code="not_lapsed", field="case_no", values=values))
    if act is CaseAct.REOPEN and _never_reopened(case):
        return Invalid(Reason(code="not_reopened", field="case_no", values=values))
    if act is CaseAct.RECLASSIFY and case.category is not Category.PETITION:
        return Invalid(Reason(code="not_a_petition", field="limit"))
    if act is CaseAct.RECLASSIFY and next_petition_limit(case.limit) is None:
        return Invalid(Reason(code="longest_petition", field="limit", values={"limit": case.limit}))
    return None


def _never_reopened(case: Case) -> bool:
    return case.outcome in (None, CaseOutcome.LAPSED)


def _is_lapsed(case: Case, situation: Situation) -> bool:
    """Tell whether the time to supplement is over (handbook §2.4 no. 6), before acceptance or after it."""
    if case.status is CaseStatus.AWAITING_PAPERS:
        return situation.now > case.due_at
    return situation.pause is not None and is_lapsed_stop(situation.pause, situation.today)


def _wrong_request(act: CaseAct, standing: Standing, situation: Situation) -> ReceptionError | None:
    asked = situation.asked
    if act in (CaseAct.EXTEND, CaseAct.RECLASSIFY) and asked is not None:
        return Invalid(Reason(code="asked_already", field="case_no", values={"name": asked.asked_by}))
    if act not in (CaseAct.SETTLE, CaseAct.RETRACT):
        return None
    if asked is None:
        return Invalid(Reason(code="nothing_asked", field="case_no"))
    mine = asked.asked_by_id == standing.account_id
    if act is CaseAct.RETRACT:
        return None if mine else NotAllowed("not_the_applicant", name=asked.asked_by)
    if mine:
        return NotAllowed("approver_is_applicant", name=asked.asked_by)
    if needs_unit_head(asked, situation.granted) and Role.UNIT_HEAD not in standing.roles:
        return NotAllowed("needs_unit_head", days=HEAD_DAYS)
    return None


def needs_unit_head(asked: Extension | LimitChange, granted: int) -> bool:
    """Tell whether a section head's word does not do: over 5 working days, a second time, a change of limit."""
    return isinstance(asked, LimitChange) or asked.days > HEAD_DAYS or granted >= FREE_EXTENSIONS


def needs_leader(asked: Extension | LimitChange, granted: int) -> bool:
    """Tell whether the leader in charge must have decided: over 10 working days, or a second time (§3.4)."""
    return isinstance(asked, Extension) and (asked.days > UNIT_HEAD_DAYS or granted >= FREE_EXTENSIONS)
