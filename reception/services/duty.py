"""Who answers for a deadline: as it was recorded then, and as it would have been had everything been entered in time.

Source: handbook §4.4, rows 1–17.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from reception.rules.absences import Absence, is_away
from reception.rules.accountability import Accountable, after_final, fault_of, handed_over
from reception.rules.assignments import barred
from reception.rules.cases import Case
from reception.rules.duty import Handover, IncompatiblePosts, NamedStandIn
from reception.rules.roster import HolderNow, Post, Serves, answers, away_at, holder
from reception.rules.staff import Account
from reception.services import assignments, presence
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import AbsenceRow, HandoverRow, NamedStandInRow

_AB: Any = AbsenceRow
_H: Any = HandoverRow
_N: Any = NamedStandInRow


def holder_at(desk: Desk, post_code: str, at: datetime) -> HolderNow | None:
    """Give who answered, or by the plans will answer, for a post at an instant; None where there is no such post."""
    with desk.reading():
        post = records.find(Post, code=post_code)
        return None if post is None else _holder(desk, post, at, _gone(desk, at))


def accountable(desk: Desk, case_id: int) -> Accountable:
    """Give who works on a case now, who answers for its deadline, and whose fault it is if it is late.

    Raises:
        NotFound: there is no such case.
    """
    with desk.reading():
        return accountable_within(desk, records.get(Case, case_id))


def accountable_within(desk: Desk, case: Case) -> Accountable:
    """Give who works on a case and who answers for its deadline, within a transaction."""
    working = presence.roll_within(desk.clock()).works_on(case)
    post = records.find(Post, code=case.post_code) if case.post_code else None
    if post is None or case.restricted:
        account_id = case.assigned_id or case.officer_id
        due = HolderNow(account_id=account_id)
        fault = fault_of(due, case.due_at, None, handed=True, assigned=case.assigned_id is not None)
        return Accountable(
            working_id=working.account_id, account_id=account_id, by=due.by, in_hindsight=account_id, fault=fault
        )
    return _accountable(desk, case, post, working.account_id)


def _accountable(desk: Desk, case: Case, post: Post, working_id: int) -> Accountable:
    at = case.due_at
    gone = _gone(desk, at)
    due = _holder(desk, post, at, gone)
    hindsight = _holder(desk, post, at, frozenset(each.account_id for each in _absences(at) if is_away(each, at)))
    then = assignments.post_at(desk, post, at)
    absence = next((each for each in _absences(at) if each.account_id == then.holder_id and is_away(each, at)), None)
    account_id = due.account_id
    if due.by is Serves.HOLDER:
        account_id = after_final(_final(post.id, at), account_id, at)
    notes = records.select(Handover, _H.post_id == post.id, _H.absence_id == absence.id) if absence else []
    handed = absence is not None and handed_over(notes, absence)
    fault = fault_of(due, at, absence, handed=handed, assigned=case.assigned_id is not None)
    if case.assigned_id is not None:
        account_id = answers(case.assigned_id, _instead(desk, case.assigned_id, at, gone), account_id, gone)
    return Accountable(
        working_id=working_id, account_id=account_id, by=due.by, in_hindsight=hindsight.account_id, fault=fault
    )


def _holder(desk: Desk, post: Post, at: datetime, gone: Collection[int]) -> HolderNow:
    """Give who answers for a post at an instant: who belonged to it, was named, and led then."""
    then = assignments.post_at(desk, post, at)
    posts = [assignments.post_at(desk, each, at) if each.id != post.id else then for each in records.select(Post)]
    named = records.select(
        NamedStandIn,
        _N.post_id == post.id,
        _N.from_at <= at,
        _N.until_at > at,
        _N.made_at <= max(at, desk.clock()),
        order=[_N.id.desc()],
    )
    known = [each.account_id for each in named if each.made_at <= at or at > desk.clock()]
    return holder(
        then,
        gone,
        named=known,
        heads=presence.heads_of(records.select(Account)),
        barred=barred(post.id, posts, records.select(IncompatiblePosts)),
    )


def _instead(desk: Desk, account_id: int, at: datetime, gone: Collection[int]) -> list[int]:
    posts = [assignments.post_at(desk, each, at) for each in records.select(Post, active=True)]
    own = [each for each in posts if each.holder_id == account_id]
    return [_holder(desk, each, at, gone).account_id for each in own]


def _absences(at: datetime) -> list[Absence]:
    return records.select(Absence, _AB.cancelled_at.is_null(), _AB.from_at <= at)


def _gone(desk: Desk, at: datetime) -> frozenset[int]:
    now = desk.clock()
    gone = away_at(_absences(at), at, now)
    if at < now:
        return gone
    return gone | {each.id for each in records.select(Account, active=False)}


def _final(post_id: int, at: datetime) -> Handover | None:
    """Give the last note with which a post changed hands before an instant."""
    found = records.select(
        Handover, _H.post_id == post_id, _H.absence_id.is_null(), _H.made_at <= at, order=[_H.id.desc()], limit=1
    )
    return found[0] if found else None
