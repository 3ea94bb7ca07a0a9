"""What supervision asks of one person: reminders to note, slips to answer, requests to approve.

Source: handbook §3.4 (who approves), §3.6 (each slip: number, case, required date, reply, closed at).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules import case_acts
from reception.rules.case_acts import CaseAct
from reception.rules.case_life import Extension, LimitChange, RequestState
from reception.rules.cases import Case, CaseStatus, Referral
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.reminders import OwedKind, Reminder, Turn
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text
from reception.services import case_files, presence, register
from reception.services.desk import Desk
from reception.services.presence import Roll
from reception.store import records
from reception.store.models import ReminderRow

_R: Any = ReminderRow
ANSWER_LENGTH = 1000
NEWEST = 500
_REQUESTS: tuple[type[Any], ...] = (Extension, LimitChange)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLine:
    """A reminder as a list shows it: by number, never by the visitor's name, not in its answer either.

    Of a restricted record whoever may not open it sees neither addressees nor answer.
    """

    id: int
    inquiry_id: int
    number: str
    turn: Turn
    at: datetime
    due_at: datetime
    to_names: tuple[str, ...]
    restricted: bool
    answer_by: datetime | None = None
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""
    closed_at: datetime | None = None
    letter_id: int | None = None
    slip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A request that waits for this person's approval; `kind` tells an extension from a change of limit."""

    inquiry_id: int
    case_id: int
    number: str
    kind: type[Extension] | type[LimitChange]
    asked_by: str
    asked_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionDay:
    """What waits for one person: slips to answer, the most urgent first, and requests to approve."""

    to_answer: tuple[ReminderLine, ...] = ()
    to_approve: tuple[AskedLine, ...] = ()


NO_SUPERVISION = SupervisionDay()


def of_day(desk: Desk) -> SupervisionDay:
    """Give what supervision asks of this person now."""
    return SupervisionDay(to_answer=to_answer(desk), to_approve=to_approve(desk))


def to_answer(desk: Desk) -> tuple[ReminderLine, ...]:
    """Give the slips sent to this person, or to whom they stand in for, that nobody answered yet."""
    with desk.reading():
        found = records.select(
            Reminder, _R.closed_at.is_null(), _R.answered_at.is_null(), _R.answer_by.is_null(False), order=[_R.id]
        )
        roll = presence.roll_within(desk.clock())
        lines = tuple(_line(desk, each) for each in _highest(each for each in found if _is_for(desk, each, roll)))
    return tuple(sorted(lines, key=lambda line: (line.answer_by or line.at, line.id)))


def to_approve(desk: Desk) -> tuple[AskedLine, ...]:
    """Give the requests for more time that this person may settle, the earliest due first."""
    if not desk.may(Action.APPROVE_EXTENSION):
        return ()
    now, lines = desk.clock(), []
    with desk.reading():
        for kind in _REQUESTS:
            for asked in records.select(kind, state=RequestState.ASKED):
                case = records.get(Case, asked.case_id)
                file = case_files.read(desk, case, now)
                standing = case_files.standing_of(desk, case, now)
                if case_acts.why_not(CaseAct.SETTLE, case, standing, file.situation) is None:
                    lines.append(
                        AskedLine(
                            inquiry_id=case.inquiry_id,
                            case_id=case.id,
                            number=case.case_no,
                            kind=kind,
                            asked_by=asked.asked_by,
                            asked_at=asked.asked_at,
                            due_at=case.due_at,
                        )
                    )
    return tuple(sorted(lines, key=lambda line: (line.due_at, line.number)))


def unseen(desk: Desk) -> tuple[ReminderLine, ...]:
    """Give the reminders sent to this person of which their screen has not told them yet, the highest turn first."""
    with desk.reading():
        found = records.select(Reminder, _R.closed_at.is_null(), order=[_R.id])
        mine = [each for each in found if _is_new_to(desk, each)]
        return tuple(_line(desk, each) for each in sorted(mine, key=lambda each: -tuple(Turn).index(each.turn)))


def note_seen(desk: Desk, ids: Sequence[int]) -> None:
    """Note that somebody's screen told them of reminders; what it told before stays as it is."""
    with desk.work(Action.NOTE_REMINDER) as work:
        for number in ids:
            reminder = work.get(Reminder, number)
            if _is_new_to(desk, reminder):
                work.log(work.change(replace(reminder, seen_by=(*reminder.seen_by, desk.account.id))))


def answer(desk: Desk, reminder_id: int, text: str) -> Reminder:
    """Answer a slip in writing, and with it those of lower levels that the same case still has.

    Raises:
        Invalid: no text, answered already, or closed with its case.
        NotAllowed: it was not sent to this person.
        NotFound: there is no such reminder.
    """
    with desk.work(Action.ANSWER_REMINDER) as work:
        reminder = work.get(Reminder, reminder_id)
        if not _is_for(desk, reminder, presence.roll_within(work.now)):
            raise NotAllowed("reminder_of_others", name="、".join(reminder.to_names))
        if reminder.answered_at is not None:
            raise Invalid(Reason(code="reminder_answered", field="answer", values={"name": reminder.answered_by}))
        if reminder.closed_at is not None or reminder.answer_by is None:
            raise Invalid(Reason(code="reminder_over", field="answer"))
        words = cleaned_text(text, "answer", ANSWER_LENGTH)
        if not words:
            raise Invalid(Reason(code="required", field="answer"))
        for each in _unanswered(reminder):
            said = replace(each, answer=words, answered_at=work.now, answered_by=desk.account.name)
            work.log(work.change(said))
        return work.get(Reminder, reminder_id)


def listed(desk: Desk, *, slips_only: bool = False) -> tuple[ReminderLine, ...]:
    """Give the newest reminders, the newest first: to heads and supervision all, to others their own."""
    with desk.reading():
        conditions = [_R.answer_by.is_null(False)] if slips_only else []
        found = records.select(Reminder, *conditions, order=[_R.id.desc()], limit=NEWEST)
        sees_all = desk.may(Action.VIEW_AUDIT)
        return tuple(_line(desk, each) for each in found if sees_all or desk.account.id in each.to_ids)


def of_inquiry(desk: Desk, inquiry_id: int) -> tuple[ReminderLine, ...]:
    """Give the reminders of a record, in their order."""
    with desk.reading():
        cases = [each.id for each in records.select(Case, inquiry_id=inquiry_id)]
        sent = [each.id for each in records.select(Referral, inquiry_id=inquiry_id)]
        owed = {OwedKind.CASE: cases, OwedKind.REFERRAL: sent}
        found = [each for kind, ids in owed.items() for each in _about(kind, ids)]
        return tuple(_line(desk, each) for each in sorted(found, key=lambda each: each.id))


def _about(kind: OwedKind, ids: Sequence[int]) -> list[Reminder]:
    return records.select(Reminder, _R.owed_id.in_(ids), owed=kind) if ids else []


def _unanswered(reminder: Reminder) -> list[Reminder]:
    """Give a slip and those before it about the same that nobody answered."""
    open_ones = _R.closed_at.is_null() & _R.answered_at.is_null() & _R.answer_by.is_null(False)
    return records.select(
        Reminder, open_ones, _R.id <= reminder.id, owed=reminder.owed, owed_id=reminder.owed_id, order=[_R.id]
    )


def _highest(found: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Give of each case the last slip only: who answers that has answered those before."""
    latest = {(each.owed, each.owed_id): each for each in found}
    return tuple(latest.values())


def _is_new_to(desk: Desk, reminder: Reminder) -> bool:
    me = desk.account.id
    return me in reminder.to_ids and me not in reminder.seen_by


def _is_for(desk: Desk, reminder: Reminder, roll: Roll) -> bool:
    """Tell whether a slip was sent to this person, or they handle now what it is about."""
    if desk.account.id in reminder.to_ids:
        return True
    case = records.find(Case, id=reminder.owed_id) if reminder.owed is OwedKind.CASE else None
    if case is None or case.status is CaseStatus.VOID:
        return False
    return roll.works_on(case).account_id == desk.account.id


def _line(desk: Desk, reminder: Reminder) -> ReminderLine:
    case = records.get(Case, reminder.owed_id) if reminder.owed is OwedKind.CASE else None
    owed = case or records.get(Referral, reminder.owed_id)
    inquiry = records.get(Inquiry, owed.inquiry_id)
    letter = records.find(Letter, id=reminder.letter_id) if reminder.letter_id else None
    hidden = not register.may_open(desk, inquiry)
    return ReminderLine(
        id=reminder.id,
        inquiry_id=inquiry.id,
        number=case.case_no if case else inquiry.reg_no,
        turn=reminder.turn,
        at=reminder.at,
        due_at=reminder.due_at,
        to_names=() if hidden else reminder.to_names,
        restricted=inquiry.restricted,
        answer_by=reminder.answer_by,
        answer="" if hidden else case_files.hides(desk, inquiry)(reminder.answer),
        answered_at=reminder.answered_at,
        answered_by="" if hidden else reminder.answered_by,
        closed_at=reminder.closed_at,
        letter_id=reminder.letter_id,
        slip=letter.number if letter else "",
    )
