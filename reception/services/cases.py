"""Cases and transfers: opened by a disposition, listed by what is due first."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules import cases as rules
from reception.rules.cases import Case, CaseStatus, DueItem, Referral, ReferralStatus
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.roster import Post
from reception.rules.staff import Account, Action, Role
from reception.rules.time_limits import DueDate, Limit, due_date
from reception.rules.visitors import mask_name, mask_of_texts
from reception.services import presence, register
from reception.services.desk import Desk, Work
from reception.services.presence import Roll
from reception.store import records
from reception.store.models import AccountRow, CaseRow, InquiryRow, ReferralRow

_C: Any = CaseRow
_R: Any = ReferralRow
_A: Any = AccountRow
_I: Any = InquiryRow


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


def open_for(work: Work, inquiry: Inquiry, matter: Matter | None, post: Post | None) -> Case | None:
    """Open the case that the record's disposition owes, within its work; None when it owes none.

    Raises:
        Invalid: the matter has no limit, so nothing could be promised.
    """
    limit = rules.limit_of(inquiry.disposition, matter.limit if matter else None)
    if inquiry.disposition not in rules.OWED:
        return None
    if limit is None:
        raise Invalid(Reason(code="matter_without_limit", field="matter"))
    due = due_of(work.desk, inquiry.received_at, limit)
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
        started_at=inquiry.received_at,
        limit=limit,
        due_at=due.at,
        provisional=due.provisional,
        status=CaseStatus.AWAITING_PAPERS if inquiry.disposition is Disposition.D4 else CaseStatus.OPEN,
        restricted=inquiry.restricted,
    )
    added = work.add(case)
    work.log(added)
    return added


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
        return _complaints_desk(work)
    if post is not None:
        return records.find(Account, _A.id == post.holder_id) or work.desk.account
    return work.desk.account


def _complaints_desk(work: Work) -> Account:
    accounts = records.select(Account, active=True)
    for role in (Role.SUPERVISOR, Role.UNIT_HEAD):
        for account in accounts:
            if role in account.roles:
                return account
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


def due_list(desk: Desk) -> tuple[DueItem, ...]:
    """Give everything that is owed, the earliest due first; names masked, D10 only by number.

    What a post owes is shown with whoever stands in while its holder is away (handbook §4.4).
    """
    with desk.reading():
        cases = records.select(
            Case, _C.status.in_([CaseStatus.OPEN, CaseStatus.AWAITING_PAPERS]), order=[_C.due_at, _C.id]
        )
        referrals = records.select(Referral, _R.status.in_(_PENDING), order=[_R.due_at, _R.id])
        wanted = {case.inquiry_id for case in cases} | {referral.inquiry_id for referral in referrals}
        inquiries = {each.id: each for each in records.select(Inquiry, _I.id.in_(wanted))} if wanted else {}
        roll = presence.roll_within(desk.clock())
    items = [_case_item(case, inquiries[case.inquiry_id], desk, roll) for case in cases]
    items += [_referral_item(referral, inquiries[referral.inquiry_id], desk, roll) for referral in referrals]
    now = desk.clock()
    items = [replace(item, mine=rules.is_mine(item, now, desk.calendar)) for item in items]
    return tuple(sorted(items, key=lambda item: (item.due_at, item.number)))


_PENDING = (ReferralStatus.SENT, ReferralStatus.RETURNED, ReferralStatus.DECIDING)


def _case_item(case: Case, inquiry: Inquiry, desk: Desk, roll: Roll) -> DueItem:
    hidden, me = inquiry.restricted, desk.account.id
    moved = roll.serving(case.post_code, case.officer_id)
    return DueItem(
        inquiry_id=inquiry.id,
        number=case.case_no,
        reg_no=inquiry.reg_no,
        disposition=case.disposition,
        summary="" if hidden else _masked_summary(inquiry),
        visitor="" if hidden else mask_name(inquiry.person_name),
        person="" if hidden else moved.serving if moved else case.officer,
        post="" if hidden else case.post_code,
        started_at=case.started_at,
        limit=case.limit,
        due_at=case.due_at,
        provisional=case.provisional,
        transfer=False,
        restricted=hidden,
        mine=me == case.officer_id or (moved is not None and me == moved.serving_id),
    )


def _masked_summary(inquiry: Inquiry) -> str:
    agent = (inquiry.agent_name, inquiry.agent_phone)
    return mask_of_texts(inquiry.person_name, inquiry.person_no, inquiry.phone, *agent)(inquiry.summary)


def _referral_item(referral: Referral, inquiry: Inquiry, desk: Desk, roll: Roll) -> DueItem:
    person, mine = _who_owes(referral, inquiry, desk, roll)
    return DueItem(
        inquiry_id=inquiry.id,
        number=inquiry.reg_no,
        reg_no=inquiry.reg_no,
        disposition=referral.disposition,
        summary=_masked_summary(inquiry),
        visitor=mask_name(inquiry.person_name),
        person=person,
        post=referral.to_post,
        started_at=_started(referral, inquiry),
        limit=rules.ACKNOWLEDGE,
        due_at=referral.due_at,
        provisional=referral.provisional,
        transfer=True,
        restricted=False,
        mine=mine,
        mine_later=inquiry.first_officer_id == desk.account.id,
        state=referral.status,
        passed=referral.passed_before,
    )


def _who_owes(referral: Referral, inquiry: Inquiry, desk: Desk, roll: Roll) -> tuple[str, bool]:
    """Give who is to act on a transfer now, and whether this is whoever reads the list."""
    me = desk.account.id
    if referral.status is ReferralStatus.RETURNED:
        return inquiry.first_officer, me == inquiry.first_officer_id
    if referral.status is ReferralStatus.DECIDING:
        return "", desk.may(Action.DECIDE_TRANSFER)
    moved = roll.serving(referral.to_post, referral.receiver_id)
    mine = me == referral.receiver_id or (moved is not None and me == moved.serving_id)
    return moved.serving if moved and not referral.to_person else referral.receiver, mine


def _started(referral: Referral, inquiry: Inquiry) -> datetime:
    return referral.sent_at if referral.previous_id else inquiry.received_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why something is due when it is: the count of its days, all moments local.

    `promised` is the moment that was promised; `counted` what the calendar gives now, which may have learnt since.
    """

    number: str
    limit: Limit
    started: datetime
    promised: datetime
    counted: DueDate


def explain(desk: Desk, inquiry_id: int) -> tuple[Explained, ...]:
    """Give why what a record owes is due when it is, the case before the transfer; nothing where nothing is owed.

    Raises:
        NotAllowed: the record is restricted and not for this person.
        NotFound: there is no such record.
    """
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        if not register.may_open(desk, inquiry):
            raise NotAllowed("restricted", number=inquiry.reg_no)
        owed = [(each.case_no, each.started_at, each.limit, each.due_at) for each in _cases_of(inquiry_id)]
        sent_ones = [
            (inquiry.reg_no, _started(each, inquiry), rules.ACKNOWLEDGE, each.due_at) for each in _sent_of(inquiry_id)
        ]
    return tuple(_explained(desk, *each) for each in (*owed, *sent_ones))


def _cases_of(inquiry_id: int) -> list[Case]:
    return records.select(Case, _C.inquiry_id == inquiry_id, _C.status != CaseStatus.VOID, order=[_C.id])


def _sent_of(inquiry_id: int) -> list[Referral]:
    """Give the newest transfer of a record, if it has one that is not void."""
    not_void = (_R.inquiry_id == inquiry_id) & (_R.status != ReferralStatus.VOID)
    return records.select(Referral, not_void, order=[_R.id.desc()], limit=1)


def _explained(desk: Desk, number: str, start: datetime, limit: Limit, due_at: datetime) -> Explained:
    calendar = desk.calendar
    started = calendar.local(start)
    return Explained(
        number=number,
        limit=limit,
        started=started,
        promised=calendar.local(due_at),
        counted=due_date(started, limit, calendar, after_hours=desk.office.after_hours),
    )
