"""What a sweep has to do, found from a few columns of everything that is owed: thousands of clocks are looked at.

Source: handbook §3.6 (written once per state change).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from reception.rules import reminders as rules
from reception.rules.cases import UNDER_WAY, Case, CaseStatus, Referral, ReferralStatus
from reception.rules.limits import Limit
from reception.rules.reminders import OwedKind, Reminder, Turn
from reception.rules.working_calendar import WorkingCalendar
from reception.store import records
from reception.store.models import CaseRow, ReferralRow, ReminderRow

_C: Any = CaseRow
_F: Any = ReferralRow
_R: Any = ReminderRow
_PENDING = (ReferralStatus.SENT, ReferralStatus.RETURNED, ReferralStatus.DECIDING)


class _Clock(NamedTuple):
    """What of a case says how its clock stands."""

    id: int
    status: CaseStatus
    no_limit_reason: str
    started_at: datetime
    limit: Limit
    due_at: datetime


class _Transfer(NamedTuple):
    id: int
    due_at: datetime


class _Told(NamedTuple):
    """An open reminder: of which turn of which due date."""

    id: int
    owed: OwedKind
    owed_id: int
    due_at: datetime
    turn: Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What reached a turn that nobody was reminded of."""

    kind: OwedKind
    id: int
    due_at: datetime
    turn: Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a sweep has to do: turns to write, the lowest first, and reminders whose reason is gone, since when."""

    reached: tuple[Reached, ...]
    past: tuple[tuple[int, datetime], ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to do."""
        return not (self.reached or self.past)


def plan(calendar: WorkingCalendar, now: datetime, most: int) -> Plan:
    """Give what a sweep at an instant has to do, at most so many turns, within a transaction."""
    clocks = [_Clock(*row) for row in records.columns(Case, _Clock._fields, _C.status.in_(UNDER_WAY))]
    sent = _F.status == ReferralStatus.SENT
    transfers = [_Transfer(*row) for row in records.columns(Referral, _Transfer._fields, sent)]
    told = [_Told(*row) for row in records.columns(Reminder, _Told._fields, _R.closed_at.is_null())]
    highest: dict[tuple[OwedKind, int, datetime], int] = {}
    for each in told:
        key = (each.owed, each.owed_id, each.due_at)
        highest[key] = max(highest.get(key, -1), rules.rank(each.turn))
    reached = [each for each in _reached(clocks, transfers, now, calendar) if _is_above(each, highest)]
    reached.sort(key=lambda each: (rules.rank(each.turn), each.due_at, each.id))
    fresh = islice((each for each in reached if _is_new(each)), most)
    due = {clock.id: clock.due_at for clock in clocks}
    return Plan(reached=tuple(fresh), past=tuple(_past(told, due, now)))


def _reached(
    clocks: Iterable[_Clock], transfers: Iterable[_Transfer], now: datetime, calendar: WorkingCalendar
) -> Iterator[Reached]:
    for clock in clocks:
        turn = rules.turn_of_case(clock, now, calendar)
        if turn is not None:
            yield Reached(kind=OwedKind.CASE, id=clock.id, due_at=clock.due_at, turn=turn)
    for transfer in transfers:
        turn = rules.turn_of_transfer(transfer, now, calendar)
        if turn is not None:
            yield Reached(kind=OwedKind.REFERRAL, id=transfer.id, due_at=transfer.due_at, turn=turn)


def _is_above(reached: Reached, highest: Mapping[tuple[OwedKind, int, datetime], int]) -> bool:
    """Tell whether no open reminder tells of this turn or a higher one."""
    return highest.get((reached.kind, reached.id, reached.due_at), -1) < rules.rank(reached.turn)


def _is_new(reached: Reached) -> bool:
    """Tell whether nobody was ever reminded of this turn of this due date or of a higher one.

    A date comes back when the extension that moved it turns out to be void; its reminders were closed then.
    """
    earlier = records.select(Reminder, owed=reached.kind, owed_id=reached.id, due_at=reached.due_at)
    return all(rules.rank(each.turn) < rules.rank(reached.turn) for each in earlier)


def _past(told: Iterable[_Told], due: Mapping[int, datetime], now: datetime) -> Iterator[tuple[int, datetime]]:
    for each in told:
        if each.owed is OwedKind.REFERRAL:
            referral = records.get(Referral, each.owed_id)
            if referral.status not in _PENDING:
                yield each.id, referral.acknowledged_at or now
        elif each.owed_id not in due:
            yield each.id, records.get(Case, each.owed_id).closed_at or now
        elif due[each.owed_id] != each.due_at:
            yield each.id, now
