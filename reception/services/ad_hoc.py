"""What was promised again and again without standing in the catalogue, with the records behind each number.

Source: clause D3.4-b.
"""

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import Any

from reception.rules.ad_hoc import AdHoc, Suggestion, suggested, worked_time
from reception.rules.case_due import finished_at
from reception.rules.case_life import CaseOutcome, LimitBasis, Pause
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Inquiry, Status
from reception.rules.limits import Suspension
from reception.rules.once import Period
from reception.services import catalogue, register
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import CaseRow, InquiryRow, PauseRow

_C: Any = CaseRow
_I: Any = InquiryRow
_P: Any = PauseRow
_DONE = frozenset({CaseOutcome.DONE, CaseOutcome.REFUSED})
_MOST_IDS = 500


def of_period(desk: Desk, period: Period) -> tuple[Suggestion, ...]:
    """Give what the catalogue should take in of what was promised in a period; voids and D10 do not count.

    A case counts by its present limit: whose matter has a published one is no such case, though its word was shorter.
    """
    first = desk.calendar.instant(datetime.combine(period.first_on, time()))
    end = desk.calendar.instant(datetime.combine(period.last_on + timedelta(days=1), time()))
    published = {matter.code: matter for matter in catalogue.matters(desk)}
    with desk.reading():
        cases = records.select(
            Case,
            _C.started_at >= first,
            _C.started_at < end,
            _C.status != CaseStatus.VOID,
            order=[_C.id],
            limit_basis=LimitBasis.OWN_PROMISE,
            restricted=False,
        )
        cases = [each for each in cases if each.matter_code not in published or not published[each.matter_code].limit]
        inquiries = _inquiries([each.inquiry_id for each in cases])
        stops = _stops(desk, [each.id for each in cases])
    found = (
        _ad_hoc(desk, each, inquiries[each.inquiry_id], stops[each.id])
        for each in cases
        if each.inquiry_id in inquiries
    )
    return suggested(found, [matter.name for matter in published.values()])


def _inquiries(ids: list[int]) -> dict[int, Inquiry]:
    """Give the records that still count, by id."""
    return {
        each.id: each
        for begin in range(0, len(ids), _MOST_IDS)
        for each in records.select(Inquiry, _I.id.in_(ids[begin : begin + _MOST_IDS]))
        if each.status is not Status.VOID and not each.restricted
    }


def _stops(desk: Desk, ids: list[int]) -> dict[int, list[Suspension]]:
    """Give the stops of clocks that are over, by case."""
    found: dict[int, list[Suspension]] = defaultdict(list)
    local = desk.calendar.local
    for begin in range(0, len(ids), _MOST_IDS):
        for pause in records.select(Pause, _P.case_id.in_(ids[begin : begin + _MOST_IDS])):
            if pause.to_at is not None:
                first, last = local(pause.from_at).date(), local(pause.to_at).date()
                found[pause.case_id].append(Suspension(from_on=first, until_on=last))
    return found


def _ad_hoc(desk: Desk, case: Case, inquiry: Inquiry, stops: list[Suspension]) -> AdHoc:
    done = finished_at(case) if case.outcome in _DONE else None
    local = desk.calendar.local
    worked = worked_time(local(case.started_at), local(done), stops, desk.calendar) if done else None
    said = case.matter_name if case.matter_code else register.masked(inquiry).summary
    return AdHoc(inquiry_id=inquiry.id, said=said, limit=case.limit, matter_code=case.matter_code, worked=worked)
