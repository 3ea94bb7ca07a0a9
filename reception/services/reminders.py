"""The sweep: each turn of what is owed is written once, whoever sweeps, the window, a second one, or the system.

What was not swept for a while gets the highest turn reached, not each that it passed. The unique index and one
IMMEDIATE transaction see to it that two programs on one file remind once.
Source: handbook §3.6 (ladder of 催办 and 督办), §1.3 (guard 3).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.rules import reminders as rules
from reception.rules.cases import Case, CaseStatus, Referral
from reception.rules.inquiries import Inquiry
from reception.rules.letters import LetterDraft
from reception.rules.papers import PaperKind
from reception.rules.reminders import ANSWER_WITHIN, SLIPS, OwedKind, Reminder, Turn
from reception.rules.staff import Account, Action, Role, may
from reception.services import assignments, letters, presence
from reception.services.cases import due_of
from reception.services.desk import Desk, Work
from reception.services.presence import Roll
from reception.services.sweep_plan import Reached, plan
from reception.store import records
from reception.store.models import ReminderRow
from reception.words import Language
from reception.words.letters import state_words
from reception.words.reminders import leader, level_text

_R: Any = ReminderRow
MOST_AT_ONCE = 60
"""So many reminders are written in one transaction, so that nobody at the counter waits behind a backlog."""
_MOST_TO = 200
_SWEEPER = Account(id=0, name="系统", roles=(Role.CLERK,), password_hash="")
_KINDS: dict[OwedKind, type[Any]] = {OwedKind.CASE: Case, OwedKind.REFERRAL: Referral}
_LEVELS = (Turn.LEVEL_TWO, Turn.LEVEL_THREE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A reminder that a sweep wrote, with the number of what it is about and that of its slip."""

    reminder: Reminder
    number: str
    slip: str
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What a sweep did: reminders written, how many were closed, and whether more is left for the next."""

    written: tuple[Written, ...] = ()
    closed: int = 0
    more: bool = False


def is_wanted(desk: Desk) -> bool:
    """Tell whether a sweep would do anything now; reads only."""
    with desk.reading():
        return not plan(desk.calendar, desk.clock(), 1).is_empty


def sweep(desk: Desk) -> Swept:
    """Write what reached a turn, and close the reminders whose case ended or is due on another day.

    Nobody needs to be signed in: the entries say that the system did it. The posts are brought up to the day first, so
    that a sweep before anybody came reminds who holds them today.
    """
    robot = replace(desk, account=_SWEEPER)
    assignments.settle(robot)
    with robot.work(Action.SWEEP_DUE) as work:
        found = plan(robot.calendar, work.now, MOST_AT_ONCE + 1)
        for number, since in found.past:
            work.log(work.change(replace(work.get(Reminder, number), closed_at=since)))
        now = found.reached[:MOST_AT_ONCE]
        ladder = _Ladder(work) if now else None
        written = tuple(ladder.write(each) for each in now) if ladder else ()
        return Swept(written=written, closed=len(found.past), more=len(found.reached) > MOST_AT_ONCE)


class _Ladder:
    """Writes turns within one work: whom they go to, by when they are answered, with which slip."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._roll = presence.roll_within(work.now)
        self._accounts = {each.id: each for each in records.select(Account, active=True)}
        heads = presence.heads_of(self._accounts.values())
        self._section, self._unit = heads.section or heads.unit, heads.unit or heads.section
        self._levels: dict[tuple[str, int], set[int]] | None = None
        self._supervisors = tuple(number for number, each in self._accounts.items() if Role.SUPERVISOR in each.roles)

    def write(self, reached: Reached) -> Written:
        """Write one turn."""
        owed: Case | Referral = records.get(_KINDS[reached.kind], reached.id)
        inquiry = records.get(Inquiry, owed.inquiry_id)
        turn = self._repeated(owed, reached.turn) if isinstance(owed, Case) else reached.turn
        to_ids = self._to(owed, turn, inquiry)
        names = tuple(self._accounts[number].name for number in to_ids if number in self._accounts)
        if turn is Turn.LEVEL_THREE:
            names = (*names, leader(Language.ZH))
        letter, slip = None, turn in SLIPS and isinstance(owed, Case)
        reminder = Reminder(
            owed=reached.kind,
            owed_id=owed.id,
            turn=turn,
            due_at=owed.due_at,
            at=self._work.now,
            to_ids=to_ids,
            to_names=names,
            answer_by=due_of(self._work.desk, self._work.now, ANSWER_WITHIN).at if slip else None,
        )
        if slip and isinstance(owed, Case) and not inquiry.restricted:
            letter = letters.issue_within(self._work, self._draft(owed, reminder), also=(PaperKind.DB,))
        added = self._work.add(replace(reminder, letter_id=letter.id if letter else None))
        self._work.log(added)
        return Written(
            reminder=added,
            number=owed.case_no if isinstance(owed, Case) else inquiry.reg_no,
            slip=letter.number if letter else "",
            restricted=inquiry.restricted,
        )

    def _draft(self, case: Case, reminder: Reminder) -> LetterDraft:
        calendar = self._work.desk.calendar
        state = state_words(calendar.local(case.due_at), calendar.local(self._work.now), Language.ZH)
        return LetterDraft(
            token=f"reminder-{case.id}-{reminder.turn}-{reminder.due_at:%Y%m%dT%H%M%S}",
            kind=PaperKind.DB,
            inquiry_id=case.inquiry_id,
            case_no=case.case_no,
            to="、".join(reminder.to_names)[:_MOST_TO],
            state=level_text(reminder.turn, state, Language.ZH),
            due_at=case.due_at,
            until=reminder.answer_by,
            provisional=case.provisional,
        )

    def _to(self, owed: Case | Referral, turn: Turn, inquiry: Inquiry) -> tuple[int, ...]:
        """Give whom a turn goes to: who handles it and who stands in, and from the due day on those above."""
        people = _handlers(owed, inquiry, self._roll, turn)
        above: tuple[int, ...] = ()
        if turn in (Turn.DUE_TODAY, Turn.OVERDUE):
            above = self._section
        elif turn is Turn.LEVEL_TWO:
            above = self._unit
        elif turn is Turn.LEVEL_THREE:
            above = (*self._unit, *self._supervisors)
        if inquiry.restricted:
            above = tuple(number for number in above if may(self._accounts[number].roles, Action.SEE_RESTRICTED))
        return tuple(dict.fromkeys(number for number in (*people, *above) if number in self._accounts))

    def _repeated(self, case: Case, turn: Turn) -> Turn:
        """Give level three instead of level two when the same post has had one in this quarter (§3.6)."""
        if turn not in _LEVELS:
            return turn
        if self._levels is None:
            self._levels = _levels_of(rules.quarter_start(self._work.now, self._work.desk.calendar))
        before = self._levels.setdefault(_answerable(case), set())
        again = bool(before - {case.id})
        before.add(case.id)
        return Turn.LEVEL_THREE if again else turn


def _levels_of(since: datetime) -> dict[tuple[str, int], set[int]]:
    """Give the cases that reached level two or three since an instant, by whose they are."""
    found: dict[tuple[str, int], set[int]] = {}
    above = (_R.turn.in_(_LEVELS), _R.at >= since, _R.owed == OwedKind.CASE)
    for number in {row[0] for row in records.columns(Reminder, ("owed_id",), *above)}:
        case = records.get(Case, number)
        if case.status is not CaseStatus.VOID:
            found.setdefault(_answerable(case), set()).add(number)
    return found


def _answerable(case: Case) -> tuple[str, int]:
    """Give whose second slip in a quarter it is: the post's, or the person's where there is no post."""
    return (case.post_code, case.assigned_id or 0) if case.post_code else ("", case.assigned_id or case.officer_id)


def _handlers(owed: Case | Referral, inquiry: Inquiry, roll: Roll, turn: Turn) -> tuple[int, ...]:
    """Give who handles what is owed: the post's holder, and with them whoever stands in now (§4.4)."""
    if isinstance(owed, Referral):
        officer = roll.instead_of(inquiry.first_officer_id, inquiry.first_officer).account_id
        first = (inquiry.first_officer_id, officer) if turn is Turn.OVERDUE else ()
        return (roll.receives(owed).account_id, *first)
    found = None if owed.restricted else roll.posts.get(owed.post_code)
    holder = owed.assigned_id or (found.post.holder_id if found else owed.officer_id)
    return holder, roll.works_on(owed).account_id
