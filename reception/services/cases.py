"""Cases and transfers: opened by a disposition, listed by what is due first."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules import cases as rules
from reception.rules.case_life import Extension, LimitChange, Pause, RequestState
from reception.rules.case_limits import NO_WISH, Wish, promise_faults, promise_of
from reception.rules.cases import Case, CaseStatus, DueItem, Referral, ReferralStatus
from reception.rules.catalogue import Matter
from reception.rules.faults import Faults
from reception.rules.inquiries import Channel, Disposition, Inquiry
from reception.rules.limits import check_limit
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.time_limits import Limit, due_date
from reception.rules.visitors import mask_name, mask_of_texts
from reception.services import acceptance, presence
from reception.services.desk import Desk, Work
from reception.services.presence import Roll
from reception.store import records
from reception.store.models import AccountRow, CaseRow, InquiryRow, PauseRow, ReferralRow

_C: Any = CaseRow
_R: Any = ReferralRow
_A: Any = AccountRow
_I: Any = InquiryRow
_P: Any = PauseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due instant and whether the calendar it looked at is published."""

    at: datetime
    provisional: bool


def due_of(desk: Desk, start: datetime, limit: Limit) -> Due:
    """Give when a limit that starts at an instant is due, by the office's calendar and hours (handbook §3.2–3.4)."""
    calendar = desk.calendar
    found = due_date(calendar.local(start), limit, calendar, after_hours=desk.office.after_hours)
    return Due(at=calendar.instant(found.due), provisional=found.provisional)


def promised(desk: Desk, disposition: Disposition, matter: Matter | None, wish: Wish) -> Due | None:
    """Give by when a case opened now would be due by an own word; None where that is refused or there is none."""
    faults = Faults()
    if wish.limit is not None:
        check_limit(wish.limit, "limit", faults)
    if disposition not in rules.OWED or faults.reasons or promise_faults(disposition, matter, wish):
        return None
    promise = promise_of(disposition, Channel.VISIT, matter, wish)
    if promise.no_limit_reason:
        return None
    start = desk.clock()
    if disposition is Disposition.D3 and matter is not None:
        with desk.reading():
            start = acceptance.accepted_within(desk, matter.code, start)
    return due_of(desk, start, promise.limit)


def _refuse_beyond_statute(desk: Desk, matter: Matter | None, started: datetime, due: Due) -> None:
    """Refuse an own word that ends after the law's day: ten working days may outlast fifteen days over a holiday."""
    statute = matter.statutory_limit if matter else None
    if matter is None or statute is None or due.at <= due_of(desk, started, statute).at:
        return
    raise Invalid(Reason(code="longer_than_statute", field="limit", values={"statutory": matter.statutory_text}))


def open_for(
    work: Work, inquiry: Inquiry, matter: Matter | None, post: Post | None, wish: Wish = NO_WISH
) -> Case | None:
    """Open the case that the record's disposition owes, within its work; None when it owes none.

    Raises:
        Invalid: nothing could be promised, or more than law and catalogue allow.
    """
    if inquiry.disposition not in rules.OWED:
        return None
    faults = promise_faults(inquiry.disposition, matter, wish)
    if faults:
        raise Invalid(*faults)
    promise = promise_of(inquiry.disposition, inquiry.channel, matter, wish)
    unlimited = Due(at=rules.NEVER, provisional=False)
    started = _started(work, inquiry)
    due = unlimited if promise.no_limit_reason else due_of(work.desk, started, promise.limit)
    if wish.limit is not None:
        _refuse_beyond_statute(work.desk, matter, started, due)
    holder = handler(work, inquiry, post)
    serial = work.next_number("受理", inquiry.year)
    case = Case(
        inquiry_id=inquiry.id,
        case_no=rules.case_number(inquiry.year, serial),
        year=inquiry.year,
        serial=serial,
        disposition=inquiry.disposition,
        matter_code=inquiry.matter_code,
        matter_name=inquiry.matter_name,
        post_code=post.code if post else "",
        officer_id=holder.id,
        officer=holder.name,
        started_at=started,
        limit=promise.limit,
        due_at=due.at,
        provisional=due.provisional,
        status=CaseStatus.AWAITING_PAPERS if inquiry.disposition is Disposition.D4 else CaseStatus.OPEN,
        restricted=inquiry.restricted,
        category=promise.category,
        start_event=promise.start_event,
        no_limit_reason=promise.no_limit_reason,
        limit_basis=promise.basis,
    )
    added = work.add(case)
    work.log(added)
    return added


def _started(work: Work, inquiry: Inquiry) -> datetime:
    """Give when the clock begins: what is accepted waits for the end of its matter's closure (handbook §3.2)."""
    if inquiry.disposition is not Disposition.D3:
        return inquiry.received_at
    return acceptance.accepted_within(work.desk, inquiry.matter_code, inquiry.received_at)


def await_papers(work: Work, inquiry: Inquiry, supplement: Due) -> None:
    """Let the case that waits for papers be due when the notice says that they are: the paper is the promise.

    Source: handbook §2.4 no. 6 (the time to supplement begins when the visitor is told).
    """
    case = work.find(Case, inquiry_id=inquiry.id, status=CaseStatus.AWAITING_PAPERS)
    if case is None or (case.due_at, case.provisional) == (supplement.at, supplement.provisional):
        return
    changed = replace(case, started_at=work.now, due_at=supplement.at, provisional=supplement.provisional)
    work.log(work.change(changed))


def handler(work: Work, inquiry: Inquiry, post: Post | None) -> Account:
    """Give who answers for a case: the holder of its post, the complaints desk for D10, else whoever records it."""
    if inquiry.disposition is Disposition.D10:
        accounts = {each.id: each for each in records.select(Account)}
        desk = presence.complaints_desk(accounts.values())
        return accounts[desk[0]] if desk else work.desk.account
    if post is not None:
        return records.find(Account, _A.id == post.holder_id) or work.desk.account
    return work.desk.account


def send(work: Work, inquiry: Inquiry, post: Post | None) -> Referral | None:
    """Send the transfer that D5b and D6 demand, within the record's work; None for the other dispositions."""
    if inquiry.disposition not in rules.REFERRED or post is None:
        return None
    due = due_of(work.desk, inquiry.received_at, rules.ACKNOWLEDGE)
    return sent(work, inquiry, post, due, inquiry.to_person)


def sent(
    work: Work, inquiry: Inquiry, post: Post, due: Due, person: str = "", after: Referral | None = None
) -> Referral:
    """Send a transfer to whoever holds the post now, or to a colleague who is named; `after` is the one before."""
    now = presence.post_within(post, work.now)
    named = records.find(Account, name=person, active=True) if person else None
    added = work.add(
        Referral(
            inquiry_id=inquiry.id,
            disposition=inquiry.disposition,
            to_post=post.code,
            to_person=person,
            receiver_id=named.id if named else now.serving_id,
            receiver=person or now.serving or work.desk.account.name,
            sent_at=work.now,
            due_at=due.at,
            provisional=due.provisional,
            status=ReferralStatus.SENT,
            passed_before=after.passed_before + 1 if after else 0,
            previous_id=after.id if after else None,
        )
    )
    work.log(added)
    return added


def void_for(work: Work, inquiry: Inquiry) -> None:
    """Void the open cases and transfers of a record that is being voided."""
    for case in records.select(Case, _C.inquiry_id == inquiry.id, _C.status != CaseStatus.VOID):
        work.log(work.change(replace(case, status=CaseStatus.VOID)))
    for referral in records.select(Referral, _R.inquiry_id == inquiry.id, _R.status != ReferralStatus.VOID):
        work.log(work.change(replace(referral, status=ReferralStatus.VOID)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a line tells of a record; a list reads no more of it."""

    id: int
    reg_no: str
    received_at: datetime
    restricted: bool
    summary: str
    person_name: str
    person_no: str
    phone: str
    agent_name: str
    agent_phone: str
    first_officer_id: int
    first_officer: str


_TOLD = tuple(each.name for each in fields(Told))


def told(wanted: Collection[int]) -> dict[int, Told]:
    """Give by its number what lines tell of each of these records, within a transaction."""
    rows = records.columns(Inquiry, _TOLD, _I.id.in_(tuple(wanted))) if wanted else ()
    return {row[0]: Told(**dict(zip(_TOLD, row, strict=True))) for row in rows}


def due_list(
    desk: Desk, *, case_ids: Collection[int] | None = None, referral_ids: Collection[int] | None = None
) -> tuple[DueItem, ...]:
    """Give everything that is owed, or only some of it, the earliest due first; names masked, D10 only by number.

    What a post owes is shown with whoever stands in while its holder is away (handbook §4.4).
    """
    with desk.reading():
        cases, referrals = _under_way(case_ids), _pending(referral_ids)
        inquiries = told({case.inquiry_id for case in cases} | {referral.inquiry_id for referral in referrals})
        roll = presence.roll_within(desk.clock())
        stops = {each.case_id: each for each in records.select(Pause, _P.to_at.is_null())}
        asked = {each.case_id for kind in _REQUESTS for each in records.select(kind, state=_ASKED)}
    items = [_case_item(case, inquiries[case.inquiry_id], desk, roll) for case in cases]
    items = [_as_it_stands(item, stops.get(item.case_id), asked=item.case_id in asked) for item in items]
    items += [_referral_item(referral, inquiries[referral.inquiry_id], desk, roll) for referral in referrals]
    now = desk.clock()
    items = [replace(item, mine=rules.is_mine(item, now, desk.calendar)) for item in items]
    return tuple(sorted(items, key=lambda item: (item.due_at, item.number)))


def _under_way(ids: Collection[int] | None) -> list[Case]:
    if ids is None:
        return [case for status in rules.UNDER_WAY for case in records.select(Case, status=status)]
    return records.select(Case, _C.id.in_(tuple(ids)), _C.status.in_(rules.UNDER_WAY)) if ids else []


def _pending(ids: Collection[int] | None) -> list[Referral]:
    if ids is None:
        return [sent for status in PENDING for sent in records.select(Referral, status=status)]
    return records.select(Referral, _R.id.in_(tuple(ids)), _R.status.in_(PENDING)) if ids else []


_ASKED = RequestState.ASKED
_REQUESTS: tuple[type[Any], ...] = (Extension, LimitChange)
PENDING = (ReferralStatus.SENT, ReferralStatus.RETURNED, ReferralStatus.DECIDING)
"""A transfer that nobody has yet."""


def _case_item(case: Case, inquiry: Told, desk: Desk, roll: Roll) -> DueItem:
    hidden, me = inquiry.restricted, desk.account.id
    working = roll.works_on(case)
    return DueItem(
        inquiry_id=inquiry.id,
        number=case.case_no,
        reg_no=inquiry.reg_no,
        disposition=case.disposition,
        summary="" if hidden else _masked(inquiry, inquiry.summary),
        visitor="" if hidden else mask_name(inquiry.person_name),
        person="" if hidden else working.name,
        post="" if hidden else case.post_code,
        started_at=case.started_at,
        limit=case.limit,
        due_at=case.due_at,
        provisional=case.provisional,
        transfer=False,
        restricted=hidden,
        mine=me == working.account_id,
        acting_for="" if hidden else working.acting_for,
        case_id=case.id,
        no_limit_reason=case.no_limit_reason and _masked(inquiry, case.no_limit_reason),
        first_due_at=case.first_due_at,
    )


def _as_it_stands(item: DueItem, stop: Pause | None, *, asked: bool) -> DueItem:
    if stop is None:
        return replace(item, asked=asked)
    return replace(item, asked=asked, paused=stop.cause, resumes_on=stop.planned_on)


def _masked(inquiry: Told, text: str) -> str:
    """Give what was written about a visitor as others see it; of a complaint only that something was."""
    if inquiry.restricted:
        return "*"
    agent = (inquiry.agent_name, inquiry.agent_phone)
    return mask_of_texts(inquiry.person_name, inquiry.person_no, inquiry.phone, *agent)(text)


def _referral_item(referral: Referral, inquiry: Told, desk: Desk, roll: Roll) -> DueItem:
    officer = roll.instead_of(inquiry.first_officer_id, inquiry.first_officer)
    working, mine = who_owes(referral, officer, desk, roll)
    return DueItem(
        inquiry_id=inquiry.id,
        number=inquiry.reg_no,
        reg_no=inquiry.reg_no,
        disposition=referral.disposition,
        summary=_masked(inquiry, inquiry.summary),
        visitor=mask_name(inquiry.person_name),
        person=working.name,
        acting_for=working.acting_for,
        post=referral.to_post,
        started_at=started_of(referral, inquiry),
        limit=rules.ACKNOWLEDGE,
        due_at=referral.due_at,
        provisional=referral.provisional,
        transfer=True,
        restricted=False,
        mine=mine,
        mine_later=officer.account_id == desk.account.id,
        state=referral.status,
        passed=referral.passed_before,
    )


def who_owes(referral: Referral, officer: presence.Worker, desk: Desk, roll: Roll) -> tuple[presence.Worker, bool]:
    """Give who is to act on a transfer now, its first officer if it came back, and whether this is who reads."""
    me = desk.account.id
    if referral.status is ReferralStatus.RETURNED:
        return officer, me == officer.account_id
    if referral.status is ReferralStatus.DECIDING:
        return presence.Worker(account_id=0, name=""), desk.may(Action.DECIDE_TRANSFER)
    working = roll.receives(referral)
    return working, me == working.account_id


def started_of(referral: Referral, inquiry: Inquiry | Told) -> datetime:
    """Give from when the time to acknowledge a transfer counts: the contact, or when it was passed on."""
    return referral.sent_at if referral.previous_id else inquiry.received_at
