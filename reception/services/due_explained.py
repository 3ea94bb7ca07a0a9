"""Why something is due when it is: every day, every stop of the clock, every extension, and which rule.

Source: handbook §3.2–3.4; clauses D3.1 ("为什么是这一天"), D3.3-c (first due date kept).
"""

from dataclasses import replace
from typing import Any

from reception.errors import NotAllowed
from reception.rules.case_due import CaseEvents, Explained, in_force
from reception.rules.case_life import LimitBasis, StartEvent
from reception.rules.cases import ACKNOWLEDGE, Case, CaseStatus, Referral, ReferralStatus
from reception.rules.inquiries import Inquiry
from reception.rules.time_limits import DueDate, due_date
from reception.services import case_files, register
from reception.services.cases import started_of
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import CaseRow, ReferralRow

_C: Any = CaseRow
_R: Any = ReferralRow


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
        not_void = (_C.inquiry_id == inquiry_id) & (_C.status != CaseStatus.VOID)
        owed = [_of_case(desk, each) for each in records.select(Case, not_void, order=[_C.id])]
        newest = (_R.inquiry_id == inquiry_id) & (_R.status != ReferralStatus.VOID)
        sent = records.select(Referral, newest, order=[_R.id.desc()], limit=1)
        return (*owed, *(_of_transfer(desk, inquiry, each) for each in sent))


def _of_case(desk: Desk, case: Case) -> Explained:
    file = case_files.read(desk, case, case.closed_at or desk.clock())
    calendar = desk.calendar
    promised = calendar.local(case.due_at)
    count = file.count
    counted = count.due if count else DueDate(due=promised, provisional=False, days=())
    return Explained(
        number=case.case_no,
        limit=case.limit,
        started=calendar.local(case.started_at),
        promised=promised,
        counted=counted,
        basis=case.limit_basis,
        start_event=case.start_event,
        first_due=calendar.local(case.first_due_at) if case.first_due_at else None,
        legs=count.legs if count else (),
        events=_without_words(in_force(case, file.events)),
        paused=file.situation.pause,
        no_limit_reason=case_files.hides(desk, file.inquiry)(case.no_limit_reason),
    )


def _without_words(events: CaseEvents) -> CaseEvents:
    """Leave out what people wrote: why a date is what it is says nothing of the visitor."""
    return CaseEvents(
        pauses=tuple(replace(each, reason="", ground="") for each in events.pauses),
        extensions=tuple(replace(each, reason="", note="", leader_decision="") for each in events.extensions),
        changes=tuple(replace(each, reason="", note="") for each in events.changes),
    )


def _of_transfer(desk: Desk, inquiry: Inquiry, referral: Referral) -> Explained:
    calendar = desk.calendar
    started = calendar.local(started_of(referral, inquiry))
    return Explained(
        number=inquiry.reg_no,
        limit=ACKNOWLEDGE,
        started=started,
        promised=calendar.local(referral.due_at),
        counted=due_date(started, ACKNOWLEDGE, calendar, after_hours=desk.office.after_hours),
        basis=LimitBasis.RULE,
        start_event=StartEvent.REGISTERED,
    )
