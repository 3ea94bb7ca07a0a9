"""What happens to a case between opening and closing: pauses, extensions, changes of limit, the end.

Source: handbook §3.1 (upgrades), §3.3 (the clock stops), §3.4 (extension), §1.3 ("closes when").
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.rules.inquiries import ReplyPref
from reception.rules.limits import Limit


class StartEvent(StrEnum):
    """What starts the clock (handbook §3.2): complete papers; for petitions, calls and questions the registration."""

    PAPERS_COMPLETE = "papers_complete"
    REGISTERED = "registered"
    TOLD = "told"


class LimitBasis(StrEnum):
    """Where a limit comes from (clauses D3.4): statute, published promise, our own word of the day, the house rule."""

    STATUTE = "statute"
    CATALOGUE = "catalogue"
    OWN_PROMISE = "own_promise"
    RULE = "rule"


class CaseOutcome(StrEnum):
    """How a case ended."""

    DONE = "done"
    REFUSED = "refused"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class PauseCause(StrEnum):
    """The only causes for which a clock stops (handbook §3.3)."""

    SUPPLEMENT = "supplement"
    EXPERT_REVIEW = "expert_review"
    HEARING = "hearing"
    TEST = "test"
    APPRAISAL = "appraisal"
    TENDER = "tender"
    POSTING = "posting"
    OUTSIDE_AUTHORITY = "outside_authority"
    APPLICANT = "applicant"


class RequestState(StrEnum):
    """State of what needs somebody else's approval."""

    ASKED = "asked"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A stop of a case's clock: from `from_at`, planned to end on `planned_on`, open while `to_at` is None."""

    id: int = 0
    version: int = 0
    case_id: int
    cause: PauseCause
    reason: str
    ground: str = ""
    from_at: datetime
    planned_on: date
    to_at: datetime | None = None
    made_by_id: int
    made_by: str
    ended_by: str = ""
    letter_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A longer limit that was asked for before expiry, and what became of it; never approved by who asked."""

    id: int = 0
    version: int = 0
    case_id: int
    days: int
    reason: str
    state: RequestState = RequestState.ASKED
    asked_at: datetime
    asked_by_id: int
    asked_by: str
    settled_at: datetime | None = None
    approver_id: int | None = None
    approver: str = ""
    leader_decision: str = ""
    note: str = ""
    due_before: datetime
    due_after: datetime | None = None
    letter_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitChange:
    """A petition turned from now into half a month, or into a month, from its original start (handbook §3.1).

    `told_at` and `told_mode` say when and how the visitor heard of it.
    """

    id: int = 0
    version: int = 0
    case_id: int
    before: Limit
    after: Limit
    reason: str
    state: RequestState = RequestState.ASKED
    asked_at: datetime
    asked_by_id: int
    asked_by: str
    settled_at: datetime | None = None
    approver_id: int | None = None
    approver: str = ""
    note: str = ""
    due_before: datetime
    due_after: datetime | None = None
    told_at: datetime | None = None
    told_mode: ReplyPref | None = None
