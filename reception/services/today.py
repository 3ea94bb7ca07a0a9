"""The day at the counter as one person sees it: what to do in the morning, what is open in the evening.

Source: handbook §1.3 (guard 3), §2.4 no. 6 (a call before the time to supplement ends), §4.3, §8.1.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reception.rules.absences import Presence
from reception.rules.callbacks import Callback, CallbackStatus
from reception.rules.cases import Case, CaseStatus, DueItem, is_mine
from reception.rules.inquiries import Inquiry
from reception.rules.notices import Notice
from reception.rules.shifts import ShiftNote
from reception.rules.visitors import REFUSED, mask_name
from reception.services import (
    absences,
    call_list,
    due_board,
    due_moves,
    duty_day,
    once,
    presence,
    shifts,
    supervision,
    waits,
)
from reception.services.absences import Colleague
from reception.services.call_list import CallLine
from reception.services.desk import Desk
from reception.services.due_moves import MovedDue
from reception.services.duty_day import NO_DUTY, DutyDay
from reception.services.presence import Roll
from reception.services.supervision import NO_SUPERVISION, SupervisionDay
from reception.services.waits import LapsedWait, SilentReceipt
from reception.store import records
from reception.store.models import InquiryRow, NoticeRow

_I: Any = InquiryRow
_N: Any = NoticeRow
CALL_WITHIN_DAYS = 3
"""So many days before the time to supplement ends a call is suggested (handbook §2.4 no. 6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingNotice:
    """A notice whose time to supplement ends soon, with whose papers are awaited, masked."""

    id: int
    inquiry_id: int
    number: str
    visitor: str
    matter: str
    supplement_by: datetime
    missing: int
    callable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Everything of the day: `owed` is due until tonight or to be acknowledged, `sent` waits at somebody else's.

    `duty` is what standing in asks, `supervision` what is to be answered and approved; `silent` and `lapsed` ran out,
    `moved` moved with the calendar; `seconds` is how many second notices wait for this person.
    """

    calls: tuple[CallLine, ...]
    owed: tuple[DueItem, ...]
    ending: tuple[EndingNotice, ...]
    notes: tuple[ShiftNote, ...]
    sent: tuple[DueItem, ...]
    away: tuple[Colleague, ...]
    handed_over: ShiftNote | None
    silent: tuple[SilentReceipt, ...] = ()
    lapsed: tuple[LapsedWait, ...] = ()
    seconds: int = 0
    moved: tuple[MovedDue, ...] = ()
    duty: DutyDay = NO_DUTY
    supervision: SupervisionDay = NO_SUPERVISION


def of_day(desk: Desk) -> Day:
    """Give the day of this person at this counter."""
    due = _concerning(desk)
    lapsed = tuple(each for each in waits.lapsed(desk) if each.mine)
    over = {each.case_no for each in lapsed}
    return Day(
        calls=call_list.mine(desk),
        owed=tuple(item for item in shifts.owed_tonight(desk, due) if item.number not in over),
        ending=_ending(desk),
        notes=shifts.to_take(desk),
        sent=_sent_by_me(desk, due),
        away=tuple(each for each in absences.colleagues(desk) if each.presence is not Presence.HERE),
        handed_over=shifts.latest(desk),
        duty=duty_day.of_day(desk),
        silent=tuple(each for each in waits.silent(desk) if each.mine),
        lapsed=lapsed,
        seconds=once.count_waiting(desk),
        moved=due_moves.waiting(desk),
        supervision=supervision.of_day(desk),
    )


def owed_today(desk: Desk) -> int:
    """Give how many cases and transfers this person owes until tonight."""
    return len(shifts.owed_tonight(desk, _concerning(desk)))


def _concerning(desk: Desk) -> tuple[DueItem, ...]:
    """Give of all that is owed what this person owes or passed on, the earliest due first."""
    board, now = due_board.look(desk), desk.clock()
    own = [line for line in board.lines if line.passed_by_me or is_mine(line, now, desk.calendar)]
    return tuple(sorted(due_board.lines(desk, own), key=lambda item: (item.due_at, item.number)))


def _sent_by_me(desk: Desk, due: tuple[DueItem, ...]) -> tuple[DueItem, ...]:
    sent = [item for item in due if item.transfer and not item.mine]
    if not sent:
        return ()
    ids = [item.inquiry_id for item in sent]
    with desk.reading():
        own = {each.id for each in records.select(Inquiry, _I.id.in_(ids), first_officer_id=desk.account.id)}
    return tuple(item for item in sent if item.inquiry_id in own)


def _ending(desk: Desk) -> tuple[EndingNotice, ...]:
    now = desk.clock()
    horizon = now + timedelta(days=30)
    with desk.reading():
        notices = records.select(
            Notice, _N.supplement_by > now, _N.supplement_by < horizon, order=[_N.supplement_by, _N.id], void=False
        )
        roll = presence.roll_within(now)
        found = [_ending_notice(desk, notice, roll) for notice in notices if _ends_soon(desk, notice, now)]
    latest = {each.inquiry_id: each for each in found if each is not None}
    return tuple(latest.values())


def _ends_soon(desk: Desk, notice: Notice, now: datetime) -> bool:
    if notice.supplement_by is None:
        return False
    today, last = desk.calendar.local(now).date(), desk.calendar.local(notice.supplement_by).date()
    return desk.calendar.working_days_between(today, last) <= CALL_WITHIN_DAYS


def _ending_notice(desk: Desk, notice: Notice, roll: Roll) -> EndingNotice | None:
    """Give the line of a notice that this person looks after while its papers are awaited and no call is promised."""
    me = desk.account.id
    case = records.find(Case, inquiry_id=notice.inquiry_id, status=CaseStatus.AWAITING_PAPERS)
    if case is None or case.restricted:
        return None
    if me not in (roll.lies_with(case), roll.works_on(case).account_id, notice.issued_by_id):
        return None
    if records.find(Callback, inquiry_id=notice.inquiry_id, status=CallbackStatus.OPEN) is not None:
        return None
    inquiry = records.get(Inquiry, notice.inquiry_id)
    assert notice.supplement_by is not None
    return EndingNotice(
        id=notice.id,
        inquiry_id=inquiry.id,
        number=notice.number,
        visitor=mask_name(inquiry.person_name),
        matter=inquiry.matter_name,
        supplement_by=notice.supplement_by,
        missing=len(notice.missing),
        callable=inquiry.phone not in ("", REFUSED),
    )
