"""The slips of a period by level, and the lists of the day for section head, unit head and leader.

Source: handbook §3.6 (each slip: number, case, required date, reply, closed at; the list of half past eight).
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from reception.rules import reminders as rules
from reception.rules.absences import Absence
from reception.rules.cases import Case, CaseStatus, Referral, ReferralStatus
from reception.rules.day_lists import BarePosts, DayList, OwedLine, Reader, SlipLine, reaches
from reception.rules.duty_report import OpenFinding
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.once import Period
from reception.rules.reminders import SLIPS, OwedKind, Reminder, Turn
from reception.rules.staff import Action
from reception.services import case_files, duty_reports, handovers, presence, register
from reception.services.desk import Desk
from reception.services.presence import Roll, Worker
from reception.store import records
from reception.store.models import ReminderRow

_R: Any = ReminderRow


def slips(desk: Desk, period: Period, level: Turn | None = None) -> tuple[SlipLine, ...]:
    """Give the slips written in a period, the oldest first; only of one level, if one is named.

    Raises:
        NotAllowed: the roles do not permit it.
    """
    desk.require(Action.REPORT_DUTY)
    start = desk.calendar.instant(datetime.combine(period.first_on, time()))
    end = desk.calendar.instant(datetime.combine(period.last_on + timedelta(days=1), time()))
    wanted = (level,) if level is not None else SLIPS
    with desk.reading():
        found = records.select(
            Reminder,
            _R.at >= start,
            _R.at < end,
            _R.turn.in_(wanted),
            _R.answer_by.is_null(False),
            owed=OwedKind.CASE,
            order=[_R.at, _R.id],
        )
        return tuple(_slip(desk, each, each.answer_by) for each in found if each.answer_by is not None)


def of_day(desk: Desk, reader: Reader) -> DayList:
    """Give what goes to a reader now.

    Raises:
        NotAllowed: the roles do not permit it.
    """
    desk.require(Action.REPORT_DUTY)
    now = desk.clock()
    with desk.reading():
        roll = presence.roll_within(now)
        return DayList(
            reader=reader,
            at=now,
            owed=tuple(sorted(_owed(desk, reader, roll, now), key=lambda each: (each.due_at, each.number))),
            transfers=tuple(_transfers(desk, roll, now)) if reader is Reader.SECTION_HEAD else (),
            bare=tuple(_bare(roll)),
            unhanded=_unhanded(reader, now),
            findings=_findings(desk, reader),
        )


def _slip(desk: Desk, reminder: Reminder, answer_by: datetime) -> SlipLine:
    case = records.get(Case, reminder.owed_id)
    letter = records.find(Letter, id=reminder.letter_id) if reminder.letter_id else None
    inquiry = records.get(Inquiry, case.inquiry_id)
    hidden = not register.may_open(desk, inquiry)
    return SlipLine(
        id=reminder.id,
        slip=letter.number if letter else "",
        turn=reminder.turn,
        number=case.case_no,
        inquiry_id=case.inquiry_id,
        at=reminder.at,
        to_names=() if hidden else reminder.to_names,
        answer_by=answer_by,
        answer="" if hidden else case_files.hides(desk, inquiry)(reminder.answer),
        answered_at=reminder.answered_at,
        answered_by="" if hidden else reminder.answered_by,
        closed_at=reminder.closed_at,
        restricted=case.restricted,
        hidden=hidden,
    )


def _owed(desk: Desk, reader: Reader, roll: Roll, now: datetime) -> Iterator[OwedLine]:
    for case in records.select(Case, status=CaseStatus.OPEN):
        turn = rules.turn_of_case(case, now, desk.calendar)
        if turn is None or not reaches(turn, reader):
            continue
        inquiry = records.get(Inquiry, case.inquiry_id)
        hidden = not register.may_open(desk, inquiry)
        worker, last = roll.works_on(case), _last_slip(case)
        letter = records.find(Letter, id=last.letter_id) if last and last.letter_id else None
        yield OwedLine(
            number=case.case_no,
            inquiry_id=case.inquiry_id,
            matter="" if hidden else case.matter_name,
            post="" if hidden else _post(roll, case.post_code),
            person="" if hidden else worker.name,
            acting_for="" if hidden else worker.acting_for,
            due_at=case.due_at,
            turn=turn,
            restricted=case.restricted,
            slip=letter.number if letter else "",
            answer_by=last.answer_by if last else None,
            answer=case_files.hides(desk, inquiry)(last.answer) if last and not hidden else "",
        )


def _last_slip(case: Case) -> Reminder | None:
    """Give the highest slip of a case's present due date, or None."""
    found = records.select(
        Reminder,
        _R.answer_by.is_null(False),
        owed=OwedKind.CASE,
        owed_id=case.id,
        due_at=case.due_at,
        order=[_R.id.desc()],
        limit=1,
    )
    return found[0] if found else None


def _transfers(desk: Desk, roll: Roll, now: datetime) -> Iterator[OwedLine]:
    """Give the transfers that nobody acknowledged for two working days."""
    for sent in records.select(Referral, status=ReferralStatus.SENT):
        turn = rules.turn_of_transfer(sent, now, desk.calendar)
        inquiry = records.get(Inquiry, sent.inquiry_id)
        if turn is Turn.OVERDUE:
            hidden = not register.may_open(desk, inquiry)
            worker = roll.receives(sent) if not hidden else Worker(account_id=0, name="")
            yield OwedLine(
                number=inquiry.reg_no,
                inquiry_id=inquiry.id,
                matter="" if hidden else inquiry.matter_name,
                post="" if hidden else _post(roll, sent.to_post),
                person=worker.name,
                acting_for=worker.acting_for,
                due_at=sent.due_at,
                turn=turn,
                restricted=inquiry.restricted,
            )


def _post(roll: Roll, code: str) -> str:
    found = roll.posts.get(code)
    return found.post.name if found else ""


def _bare(roll: Roll) -> Iterator[BarePosts]:
    found: dict[tuple[int, int], list[presence.PostNow]] = {}
    for each in roll.posts.values():
        if each.post.active and each.uncovered:
            found.setdefault((each.post.holder_id, each.serving_id), []).append(each)
    for (holder_id, _serving), some in found.items():
        yield BarePosts(
            holder_id=holder_id,
            posts=tuple(each.post.name for each in some),
            holder=some[0].holder,
            serving=some[0].serving,
            until_at=some[0].absence.until_at if some[0].absence else None,
        )


def _unhanded(reader: Reader, now: datetime) -> tuple[Absence, ...]:
    return () if reader is Reader.LEADER else handovers.without_note(now)


def _findings(desk: Desk, reader: Reader) -> tuple[OpenFinding, ...]:
    """Give the open findings; to the section head those whose day has passed."""
    found = duty_reports.open_findings_within(desk)
    return tuple(each for each in found if each.overdue or reader is not Reader.SECTION_HEAD)
