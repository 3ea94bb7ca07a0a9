"""Cases and referrals: what was promised, to whom, until when.

What happens to a case between opening and closing is said in `case_life` and `case_acts`.
Source: handbook §1.3 (time values of D3–D10), §3.5 (states).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from reception.rules.case_life import CaseOutcome, LimitBasis, PauseCause, StartEvent
from reception.rules.catalogue import Category
from reception.rules.inquiries import Disposition, ReplyPref
from reception.rules.statutory_days import LAST_DAY
from reception.rules.time_limits import Limit, LimitUnit
from reception.rules.working_calendar import WorkingCalendar


class CaseStatus(StrEnum):
    """State of a case."""

    OPEN = "open"
    AWAITING_PAPERS = "awaiting_papers"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    VOID = "void"


class ReferralStatus(StrEnum):
    """State of a transfer; `deciding` waits for the unit head (handbook §1.3, guard 1).

    `passed_on` is past: a further transfer of the same record followed it.
    """

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    RETURNED = "returned"
    PASSED_ON = "passed_on"
    DECIDING = "deciding"
    VOID = "void"


class ReturnReason(StrEnum):
    """Why a receiver gives a transfer back (handbook §1.3, guard 2: a reason from a list)."""

    NOT_OUR_DUTY = "not_our_duty"
    OTHER_POST = "other_post"
    PAPERS_MISSING = "papers_missing"
    ALREADY_DEALT_WITH = "already_dealt_with"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    OTHER = "other"


class Light(StrEnum):
    """How near the due instant is (handbook §3.5), computed, never stored."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    WARNING = "warning"
    NORMAL = "normal"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A matter that is owed an answer or a result by `due_at`; `post_code` holds it, `officer` answers for it now.

    `first_due_at` is kept for ever, whatever extends or stops the clock (None: it never moved); `assigned_id` is a
    person to whom a head gave it, which beats the post (handbook §4.4 nos. 12, 13). A case is closed only when there
    is a result *and* the visitor was told. With a `no_limit_reason` neither `limit` nor `due_at` say anything, and
    while the clock stands `due_at` is only what it was: `owed_until` is what counts.
    """

    id: int = 0
    version: int = 0
    inquiry_id: int
    case_no: str
    year: int
    serial: int
    disposition: Disposition
    matter_code: str = ""
    matter_name: str = ""
    post_code: str = ""
    officer_id: int
    officer: str
    started_at: datetime
    limit: Limit
    due_at: datetime
    provisional: bool = False
    status: CaseStatus
    restricted: bool = False
    category: Category | None = None
    start_event: StartEvent | None = None
    first_due_at: datetime | None = None
    no_limit_reason: str = ""
    assigned_id: int | None = None
    outcome: CaseOutcome | None = None
    result: str = ""
    ground: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    told_at: datetime | None = None
    told_by: str = ""
    told_mode: ReplyPref | None = None
    reopened_at: datetime | None = None
    limit_basis: LimitBasis | None = None

    @property
    def owed_until(self) -> datetime | None:
        """Give by when it is owed; None while the clock stands and where there is an explicit reason for no limit."""
        return None if self.no_limit_reason or self.status is CaseStatus.SUSPENDED else self.due_at


NO_LIMIT = Limit(unit=LimitUnit.WD, n=0)
"""What stands in the limit of a case that has a reason for none."""

NEVER = datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, tzinfo=UTC)
"""What stands in the due date of a case without a limit, so that it is listed last."""

UNDER_WAY = (CaseStatus.OPEN, CaseStatus.AWAITING_PAPERS, CaseStatus.SUSPENDED)
"""A case that has not ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A transfer that the receiver must acknowledge by `due_at` (D5b, D6).

    `passed_before` counts the transfers of the same record before this one; `previous_id` is the last of them.
    """

    id: int = 0
    version: int = 0
    inquiry_id: int
    disposition: Disposition
    to_post: str
    to_person: str = ""
    receiver_id: int
    receiver: str
    sent_at: datetime
    due_at: datetime
    provisional: bool = False
    status: ReferralStatus
    passed_before: int = 0
    previous_id: int | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""
    returned_at: datetime | None = None
    return_reason: ReturnReason | None = None
    return_note: str = ""


MOST_TRANSFERS = 2
"""A record is passed on twice at most; the third time the unit head decides (handbook §1.3, guard 1)."""

ACKNOWLEDGE = Limit(unit=LimitUnit.WD, n=1)
"""A receiver acknowledges within one working day (handbook §1.3, D5)."""

SUPPLEMENT = Limit(unit=LimitUnit.WD, n=15)
"""A visitor may supplement his papers within fifteen working days (handbook §2.4 no. 6)."""

OWED: dict[Disposition, Limit | None] = {
    Disposition.D3: None,
    Disposition.D4: SUPPLEMENT,
    Disposition.D6: Limit(unit=LimitUnit.WD, n=3),
    Disposition.D9: Limit(unit=LimitUnit.WD, n=5),
    Disposition.D10: Limit(unit=LimitUnit.SAME_DAY, n=0),
}
"""Limit of the case that a disposition opens; None: the matter's own (handbook §1.3; D6 proposal by decision 3 WD)."""

REFERRED = frozenset({Disposition.D5B, Disposition.D6})
"""Dispositions that send a transfer to a post."""


def case_number(year: int, serial: int) -> str:
    """Give 受理〔2026〕0001: per office and local year, at least four digits."""
    return f"受理〔{year}〕{serial:04d}"


def limit_of(disposition: Disposition, matter_limit: Limit | None) -> Limit | None:
    """Give the limit of the case that a disposition opens, or None when it opens none."""
    if disposition not in OWED:
        return None
    return OWED[disposition] or matter_limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What tells the light of a line and whose it is.

    `mine` tells that whoever reads the list answers for it now, `mine_later` that a transfer comes back to them when
    nobody acknowledges it (handbook §1.3, guard 3). `state` is that of a transfer. While `paused` has a cause the
    clock stands, planned until `resumes_on`; with a `no_limit_reason` nothing is due.
    """

    number: str
    started_at: datetime
    limit: Limit
    due_at: datetime
    transfer: bool
    mine: bool = False
    mine_later: bool = False
    state: ReferralStatus | None = None
    paused: PauseCause | None = None
    resumes_on: date | None = None
    no_limit_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem(Owed):
    """One line of the list of what is due: a case or a transfer with its person and its due instant.

    `acting_for` names for whom `person` stands in, `passed` is how often a transfer was passed on. `first_due_at` is
    the earliest promise where the date moved, `asked` says that somebody's approval is awaited.
    """

    inquiry_id: int
    reg_no: str
    disposition: Disposition
    summary: str
    visitor: str
    person: str
    post: str
    provisional: bool
    restricted: bool
    acting_for: str = ""
    passed: int = 0
    case_id: int = 0
    first_due_at: datetime | None = None
    asked: bool = False

    @property
    def id(self) -> str:
        """Give what tells this line from the others: a case by its number, a transfer by that of its record."""
        return self.number


_SHORT = {
    LimitUnit.IMMEDIATE: timedelta(minutes=1),
    LimitUnit.WHOUR: timedelta(hours=1),
    LimitUnit.HOUR: timedelta(hours=1),
}


def light(item: Owed, now: datetime, calendar: WorkingCalendar) -> Light:
    """Give the light of what is owed, first match of handbook §3.5; the due instant itself is still in time.

    A limit in minutes or hours warns when so much of its own time is used as the office set, half of it unless it did;
    working time is used up only while the office is open. Others warn by working days left. A transfer that nobody
    acknowledged is yellow for one working day more (handbook §1.3, guard 3). A clock that stands is grey, and red when
    its planned end has passed (§3.3).
    """
    if item.paused is not None:
        over = item.resumes_on is not None and calendar.local(now).date() > item.resumes_on
        return Light.OVERDUE if over else Light.PAUSED
    if item.no_limit_reason:
        return Light.NORMAL
    if item.transfer and now > item.due_at:
        return Light.OVERDUE if transfer_is_chased(item.due_at, now, calendar) else Light.WARNING
    return running_light(item.started_at, item.limit, item.due_at, now, calendar)


def running_light(
    started_at: datetime, limit: Limit, due_at: datetime, now: datetime, calendar: WorkingCalendar
) -> Light:
    """Give the light of a clock that runs (handbook §3.5); the due instant itself is still in time."""
    if now > due_at:
        return Light.OVERDUE
    if limit.unit in _SHORT:
        rest = limit.n * _SHORT[limit.unit] * (100 - calendar.thresholds.used_percent) / 100
        return Light.WARNING if _left(limit, due_at, now, calendar) <= rest else Light.NORMAL
    today, due_on = calendar.local(now).date(), calendar.local(due_at).date()
    if due_on == today:
        return Light.DUE_TODAY
    near = calendar.working_days_between(today, due_on) <= warns_at(started_at, due_at, calendar)
    return Light.WARNING if near else Light.NORMAL


def _left(limit: Limit, due_at: datetime, now: datetime, calendar: WorkingCalendar) -> timedelta:
    """Give how much of a limit in minutes or hours is left: neither noon, night and weekend nor a stop use it up."""
    if limit.unit is LimitUnit.HOUR:
        return due_at - now
    return calendar.open_time(calendar.local(now), calendar.local(due_at))


def is_chased(item: Owed, now: datetime, calendar: WorkingCalendar) -> bool:
    """Tell whether a transfer is red and back on the list of its first officer: after two working days (guard 3)."""
    return item.transfer and transfer_is_chased(item.due_at, now, calendar)


def transfer_is_chased(due_at: datetime, now: datetime, calendar: WorkingCalendar) -> bool:
    """Tell whether nobody acknowledged a transfer for two working days (handbook §1.3, guard 3)."""
    if now <= due_at:
        return False
    second = calendar.next_working_day(calendar.local(due_at).date())
    return calendar.local(now) > calendar.closing_at(second)


def is_mine(item: Owed, now: datetime, calendar: WorkingCalendar) -> bool:
    """Tell whether whoever reads the list answers for a line at this instant."""
    return item.mine or (item.mine_later and is_chased(item, now, calendar))


def warns_at(started_at: datetime, due_at: datetime, calendar: WorkingCalendar) -> int:
    """Give how many working days before the last one a limit in days warns; 0 where it does not (handbook §3.5).

    It is the office that says how early (`LightThresholds`); the days are those of its counting, from the day that the
    receipt is dated (§3.2).
    """
    whole = calendar.working_days_between(calendar.dated_on(calendar.local(started_at)), calendar.local(due_at).date())
    return calendar.thresholds.days_before(whole)
