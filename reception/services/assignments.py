"""Assignments: the truth of who belongs to a post from when to when; a post holds the present's copy of it.

One service keeps both. Source: handbook §4.2 (`post_assignment`), §4.4 no. 15.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from reception.errors import Invalid
from reception.rules.assignments import (
    Change,
    StaffFault,
    Staffing,
    barred,
    change_of,
    check_staffing,
    faults_of,
    staffed,
)
from reception.rules.duty import Assignment, DutyRole, IncompatiblePosts, Training
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_texts
from reception.rules.training import trained_for
from reception.services import handovers
from reception.services.desk import Desk, Work
from reception.store import journal, records
from reception.store.models import AssignmentRow

_A: Any = AssignmentRow
_MOST = 100
APPROVED_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One assignment with its person's name; `planned` has not begun."""

    assignment: Assignment
    name: str
    planned: bool

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.assignment.id


def assign(desk: Desk, post_id: int, wanted: Staffing) -> Post:
    """Staff a post with A, B1 and B2 from a day on; from today on this confirms who holds it.

    What was planned for that day or later gives way; what was before stays in the book.

    Raises:
        Invalid: all reasons at once: out of use, the same person twice, kept apart, a day in the past.
        NotAllowed: the account of the desk may not edit staff.
        NotFound: there is no such post or account.
    """
    with desk.work(Action.EDIT_STAFF) as work:
        return assign_within(work, work.get(Post, post_id), wanted)


def assign_within(work: Work, post: Post, wanted: Staffing) -> Post:
    """Staff a post within a work that is under way.

    Raises:
        Invalid: as for `assign`.
    """
    names = {number: work.get(Account, number).name for number in _people(wanted)}
    wanted = _checked(work, post, wanted)
    from_on = wanted.from_on or work.today
    later = from_on > work.today
    made = _of(post.id)
    if not made and (post.confirmed or later):
        made = _derive(work, post)
    _apply(work, post, change_of(made, wanted, from_on), wanted.approved_by, from_on)
    if wanted.holder_id != post.holder_id and post.confirmed:
        handovers.final_within(work, post, wanted.holder_id)
    if later:
        return post
    holder, first, second = wanted.holder_id, wanted.stand_in_id, wanted.second_id
    changed = work.change(replace(post, holder_id=holder, stand_in_id=first, second_id=second, confirmed=True))
    work.log(changed, holder=names[holder], stand_in=names.get(first or 0, ""), second=names.get(second or 0, ""))
    return changed


def _people(wanted: Staffing) -> list[int]:
    return [each for each in (wanted.of(role) for role in DutyRole) if each is not None]


def _checked(work: Work, post: Post, wanted: Staffing) -> Staffing:
    posts, pairs = records.select(Post), records.select(IncompatiblePosts)
    stays = {post.stand_in_id, post.second_id}
    unused = {each.id for each in records.select(Account, active=False)}
    wanted, unclean = cleaned_texts(wanted, {"approved_by": APPROVED_LENGTH})
    apart = barred(post.id, posts, pairs)
    reasons = check_staffing(wanted, work.today, apart, unused - (stays - {wanted.holder_id}))
    if reasons or unclean:
        raise Invalid(*reasons, *unclean)
    return wanted


def _of(post_id: int) -> list[Assignment]:
    return records.select(Assignment, _A.post_id == post_id, order=[_A.id])


def _apply(work: Work, post: Post, change: Change, approved_by: str, from_on: date) -> None:
    for each in change.ends:
        work.log(work.change(each))
    for role, account_id in change.begins:
        added = Assignment(
            post_id=post.id,
            account_id=account_id,
            role=role,
            from_on=from_on,
            approved_by=approved_by,
            made_at=work.now,
            made_by=work.desk.account.name,
        )
        work.log(work.add(added), post=post.code)


def _derive(work: Work, post: Post) -> list[Assignment]:
    """Write down who belongs to a post that was staffed before assignments were kept, since the log says so."""
    entry = next(
        (each for each in reversed(journal.entries("Post", post.id)) if "holder_id" in (each.payload or "")), None
    )
    since = datetime.fromisoformat(entry.at).astimezone(UTC) if entry else work.now
    found = []
    belonging = zip(DutyRole, (post.holder_id, post.stand_in_id, post.second_id), strict=True)
    for role, account_id in belonging:
        if account_id is None:
            continue
        added = work.add(
            Assignment(
                post_id=post.id,
                account_id=account_id,
                role=role,
                from_on=work.desk.calendar.local(since).date(),
                made_at=since,
                made_by=entry.actor if entry else work.desk.account.name,
            )
        )
        work.log(added, post=post.code)
        found.append(added)
    return found


def settle(desk: Desk) -> int:
    """Bring the posts up to the day: planned assignments that began, and older stores without any.

    Returns:
        int: how many posts were touched; mostly none, and then nothing is written.
    """
    with desk.reading():
        due = _unsettled(desk, desk.clock())
    if not due:
        return 0
    with desk.work(Action.SETTLE_POSTS) as work:
        for post in _unsettled(desk, work.now):
            made = _of(post.id) or _derive(work, post)
            after = staffed(post, made, work.today, work.now)
            if after != post:
                work.log(work.change(after))
    return len(due)


def _unsettled(desk: Desk, now: datetime) -> list[Post]:
    day = desk.calendar.local(now).date()
    made: dict[int, list[Assignment]] = {}
    for each in records.select(Assignment):
        made.setdefault(each.post_id, []).append(each)
    return [
        post
        for post in records.select(Post)
        if (post.confirmed and post.id not in made) or staffed(post, made.get(post.id, ()), day, now) != post
    ]


def tenures(desk: Desk, post_id: int) -> tuple[Tenure, ...]:
    """Give who belonged to a post and who is planned to, the latest first; what never came about is left out."""
    today = desk.calendar.local(desk.clock()).date()
    with desk.reading():
        found = records.select(Assignment, _A.post_id == post_id, order=[_A.from_on.desc(), _A.id.desc()], limit=_MOST)
        names = {account.id: account.name for account in records.select(Account)}
    real = [each for each in found if each.to_on is None or each.to_on >= each.from_on]
    return tuple(
        Tenure(assignment=each, name=names.get(each.account_id, ""), planned=each.from_on > today) for each in real
    )


def faults(desk: Desk) -> Mapping[int, tuple[StaffFault, ...]]:
    """Give what is wrong with who belongs to each post in use, by the post's id; posts in order are left out."""
    with desk.reading():
        posts = records.select(Post)
        unused = {each.id for each in records.select(Account, active=False)}
        pairs = records.select(IncompatiblePosts)
        trained = trained_for(records.select(Training))
    found = {
        post.id: faults_of(
            post,
            posts,
            out_of_use=unused,
            kept_apart=barred(post.id, posts, pairs),
            trained=trained.get(post.id, ()),
        )
        for post in posts
    }
    return {number: each for number, each in found.items() if each}
