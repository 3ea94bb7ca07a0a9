"""Who answers for a deadline: as it was recorded then, and as it would have been had everything been entered in time.

Source: handbook §4.4, rows 1–17.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from reception.rules.absences import Absence, is_away
from reception.rules.accountability import Accountable, after_final, fault_of, handed_over
from reception.rules.assignments import barred, staffed
from reception.rules.cases import Case
from reception.rules.duty import Assignment, Handover, IncompatiblePosts, NamedStandIn
from reception.rules.roster import HolderNow, Post, Serves, answers, away_at, holder
from reception.rules.staff import Account
from reception.services import presence
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
        return None if post is None else Past(desk).holder(post, at)


def accountable(desk: Desk, case_id: int) -> Accountable:
    """Give who works on a case now, who answers for its deadline, and whose fault it is if it is late.

    Raises:
        NotFound: there is no such case.
    """
    with desk.reading():
        case = records.get(Case, case_id)
        return Past(desk).accountable(case, presence.roll_within(desk.clock()).works_on(case).account_id)


class Past:
    """Who belonged to the posts, who was away, was named and led, through time; read once, within a transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._now = desk, desk.clock()
        self._posts = records.select(Post)
        self.made: dict[int, list[Assignment]] = {}
        for each in records.select(Assignment):
            self.made.setdefault(each.post_id, []).append(each)
        self._absences = records.select(Absence, _AB.cancelled_at.is_null())
        self._named = records.select(NamedStandIn, order=[_N.id.desc()])
        self._pairs = records.select(IncompatiblePosts)
        accounts = records.select(Account)
        self._heads = presence.heads_of(accounts)
        self._unused = frozenset(each.id for each in accounts if not each.active)

    def holder(self, post: Post, at: datetime) -> HolderNow:
        """Give who answered for a post at an instant, as it was recorded then."""
        return self._holder(post, at, self._gone(at))

    def accountable(self, case: Case, working_id: int) -> Accountable:
        """Give who answers for the deadline of a case on which somebody works now."""
        post = next((each for each in self._posts if each.code == case.post_code), None) if case.post_code else None
        if post is None or case.restricted:
            account_id = case.assigned_id or case.officer_id
            due = HolderNow(account_id=account_id)
            fault = fault_of(due, case.due_at, None, handed=True, assigned=case.assigned_id is not None)
            return Accountable(
                working_id=working_id, account_id=account_id, by=due.by, in_hindsight=account_id, fault=fault
            )
        return self._accountable(case, post, working_id)

    def _accountable(self, case: Case, post: Post, working_id: int) -> Accountable:
        at = case.due_at
        gone = self._gone(at)
        due = self._holder(post, at, gone)
        away = [each for each in self._absences if is_away(each, at)]
        hindsight = self._holder(post, at, frozenset(each.account_id for each in away))
        then = self.post_at(post, at)
        absence = next((each for each in away if each.account_id == then.holder_id), None)
        account_id = due.account_id
        if due.by is Serves.HOLDER:
            account_id = after_final(_final(post.id, at), account_id, at)
        notes = records.select(Handover, _H.post_id == post.id, _H.absence_id == absence.id) if absence else []
        handed = absence is not None and handed_over(notes, absence)
        fault = fault_of(due, at, absence, handed=handed, assigned=case.assigned_id is not None)
        if case.assigned_id is not None:
            account_id = answers(case.assigned_id, self._instead(case.assigned_id, at, gone), account_id, gone)
        return Accountable(
            working_id=working_id, account_id=account_id, by=due.by, in_hindsight=hindsight.account_id, fault=fault
        )

    def _holder(self, post: Post, at: datetime, gone: Collection[int]) -> HolderNow:
        """Give who answers for a post at an instant: who belonged to it, was named, and led then."""
        then = self.post_at(post, at)
        if then.holder_id not in gone:
            return HolderNow(account_id=then.holder_id)
        posts = [self.post_at(each, at) for each in self._posts] if self._pairs else ()
        limit = max(at, self._now)
        named = [
            each
            for each in self._named
            if each.post_id == post.id and each.from_at <= at < each.until_at and each.made_at <= limit
        ]
        known = [each.account_id for each in named if each.made_at <= at or at > self._now]
        return holder(then, gone, named=known, heads=self._heads, barred=barred(post.id, posts, self._pairs))

    def _instead(self, account_id: int, at: datetime, gone: Collection[int]) -> list[int]:
        own = [each for each in self._posts if each.active and self.post_at(each, at).holder_id == account_id]
        return [self._holder(each, at, gone).account_id for each in own]

    def post_at(self, post: Post, at: datetime) -> Post:
        """Give a post with who belonged to it at an instant, as far as it was known then."""
        return staffed(post, self.made.get(post.id, ()), self._desk.calendar.local(at).date(), at)

    def _gone(self, at: datetime) -> frozenset[int]:
        gone = away_at((each for each in self._absences if each.from_at <= at), at, self._now)
        return gone if at < self._now else gone | self._unused


def _final(post_id: int, at: datetime) -> Handover | None:
    """Give the last note with which a post changed hands before an instant."""
    found = records.select(
        Handover, _H.post_id == post_id, _H.absence_id.is_null(), _H.made_at <= at, order=[_H.id.desc()], limit=1
    )
    return found[0] if found else None
