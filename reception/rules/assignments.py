"""Assignments: who belongs to a post on which day, what is to be changed, and what is wrong with a post's staff.

Source: handbook §4.1 (incompatible posts), §4.2 (`post_assignment`), §4.4 nos. 15, 16.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from reception.errors import Reason
from reception.rules.duty import Assignment, DutyRole, IncompatiblePosts
from reception.rules.roster import MOST_STAND_INS, Post, stands_in_for

FIELDS: Mapping[DutyRole, str] = {
    DutyRole.A: "holder_id",
    DutyRole.B1: "stand_in_id",
    DutyRole.B2: "second_id",
}
LONGEST_AHEAD = timedelta(days=732)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """Who is to belong to a post from a day on; None for `from_on` is today."""

    holder_id: int
    stand_in_id: int | None = None
    second_id: int | None = None
    from_on: date | None = None
    approved_by: str = ""

    def of(self, role: DutyRole) -> int | None:
        """Give who is to have a role."""
        return {DutyRole.A: self.holder_id, DutyRole.B1: self.stand_in_id, DutyRole.B2: self.second_id}[role]


def is_valid(assignment: Assignment, day: date) -> bool:
    """Tell whether an assignment holds on a day."""
    return assignment.from_on <= day and (assignment.to_on is None or day <= assignment.to_on)


def in_role(assignments: Iterable[Assignment], role: DutyRole, day: date, at: datetime) -> Assignment | None:
    """Give the assignment of one post that counts in a role on a day, as far as it was made by an instant.

    Of several that hold the latest made counts; a post is never without A: where none holds, the last that had begun,
    else the first there ever was.
    """
    known = [each for each in assignments if each.role is role]
    made = [each for each in known if each.made_at <= at]
    valid = [each for each in made if is_valid(each, day)]
    if valid:
        return max(valid, key=lambda each: (each.made_at, each.id))
    if role is not DutyRole.A or not known:
        return None
    begun = [each for each in made if each.from_on <= day]
    if begun:
        return max(begun, key=lambda each: (each.from_on, each.made_at, each.id))
    return min(known, key=lambda each: (each.from_on, each.made_at, each.id))


def staffed(post: Post, assignments: Sequence[Assignment], day: date, at: datetime) -> Post:
    """Give a post with who belongs to it on a day; without any assignment it is as it stands.

    Args:
        post: the post.
        assignments: all of this post.
        day: the local day.
        at: what was made later does not count.
    """
    if not assignments:
        return post
    a, b1, b2 = (in_role(assignments, role, day, at) for role in DutyRole)
    return replace(
        post,
        holder_id=a.account_id if a else post.holder_id,
        stand_in_id=b1.account_id if b1 else None,
        second_id=b2.account_id if b2 else None,
    )


def differing(post: Post, made: Sequence[Assignment], day: date, at: datetime) -> tuple[str, ...]:
    """Give the fields in which a post is not what its assignments say for a day."""
    truth = staffed(post, made, day, at)
    return tuple(name for name in FIELDS.values() if getattr(post, name) != getattr(truth, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a staffing changes: assignments that end, with their last day, and roles that somebody takes."""

    ends: tuple[Assignment, ...]
    begins: tuple[tuple[DutyRole, int], ...]


def change_of(assignments: Sequence[Assignment], wanted: Staffing, from_on: date) -> Change:
    """Give what must end and begin so that a post is staffed as wanted from a day on, whatever was planned."""
    ends: list[Assignment] = []
    begins: list[tuple[DutyRole, int]] = []
    for role in DutyRole:
        reach = [each for each in assignments if each.role is role and _reaches(each, from_on)]
        account_id = wanted.of(role)
        stays = [each for each in reach if each.account_id == account_id and each.from_on <= from_on][-1:]
        stays = stays if stays and stays[0].to_on is None else []
        ends += [replace(each, to_on=from_on - timedelta(days=1)) for each in reach if each not in stays]
        if account_id is not None and not stays:
            begins.append((role, account_id))
    return Change(ends=tuple(ends), begins=tuple(begins))


def _reaches(assignment: Assignment, day: date) -> bool:
    over = assignment.to_on is not None and assignment.to_on < assignment.from_on
    return not over and (assignment.to_on is None or assignment.to_on >= day)


def barred(post_id: int, posts: Iterable[Post], pairs: Iterable[IncompatiblePosts]) -> frozenset[int]:
    """Give who may not stand in for a post: the holders of the posts that internal control keeps apart from it."""
    apart = {each.other_id if each.post_id == post_id else each.post_id for each in pairs if _names(each, post_id)}
    return frozenset(post.holder_id for post in posts if post.active and post.id in apart)


def _names(pair: IncompatiblePosts, post_id: int) -> bool:
    return pair.lifted_at is None and post_id in (pair.post_id, pair.other_id)


def check_staffing(
    wanted: Staffing, today: date, kept_apart: Collection[int], out_of_use: Collection[int]
) -> tuple[Reason, ...]:
    """Give everything that speaks against a staffing: the same person twice, out of use, kept apart, the day."""
    reasons = []
    if wanted.holder_id in out_of_use:
        reasons.append(Reason(code="account_inactive", field="holder_id"))
    taken = {wanted.holder_id}
    for role in (DutyRole.B1, DutyRole.B2):
        account_id, field = wanted.of(role), FIELDS[role]
        if account_id is None:
            continue
        if account_id == wanted.holder_id:
            reasons.append(Reason(code="holder_stands_in", field=field))
        elif account_id in taken:
            reasons.append(Reason(code="stand_in_twice", field=field))
        elif account_id in out_of_use:
            reasons.append(Reason(code="account_inactive", field=field))
        elif account_id in kept_apart:
            reasons.append(Reason(code="stand_in_kept_apart", field=field))
        taken.add(account_id)
    if wanted.stand_in_id is None and wanted.second_id is not None:
        reasons.append(Reason(code="first_stand_in_first", field="second_id"))
    if wanted.from_on is not None and wanted.from_on < today:
        reasons.append(Reason(code="assignment_past", field="from_on"))
    elif wanted.from_on is not None and wanted.from_on > today + LONGEST_AHEAD:
        reasons.append(Reason(code="absence_too_far", field="from_on"))
    return tuple(reasons)


class StaffFault(StrEnum):
    """What is wrong with who belongs to a post; the first are the gravest."""

    HOLDER_LEFT = "holder_left"
    SAME_PERSON = "same_person"
    NO_STAND_IN = "no_stand_in"
    STAND_IN_LEFT = "stand_in_left"
    KEPT_APART = "kept_apart"
    UNCONFIRMED = "unconfirmed"
    UNTRAINED = "untrained"
    TOO_MANY = "too_many"


def faults_of(
    post: Post,
    posts: Sequence[Post],
    *,
    out_of_use: Collection[int] = (),
    kept_apart: Collection[int] = (),
    trained: Collection[int] = (),
) -> tuple[StaffFault, ...]:
    """Give what is wrong with a post in use, the gravest first.

    Args:
        post: the post.
        posts: all of them, to see who stands in for too many.
        out_of_use: accounts that nobody uses any more.
        kept_apart: who may not stand in for it.
        trained: who was trained for it.

    Source: handbook §4.2, §4.5; clauses T9-a, D4.3.
    """
    if not post.active:
        return ()
    covering = post.stand_ins
    stands_in_for_many = any(len(stands_in_for(posts, each)) > MOST_STAND_INS for each in covering)
    found = {
        StaffFault.HOLDER_LEFT: post.holder_id in out_of_use,
        StaffFault.SAME_PERSON: post.holder_id in covering or len(set(covering)) < len(covering),
        StaffFault.NO_STAND_IN: not covering,
        StaffFault.STAND_IN_LEFT: any(each in out_of_use for each in covering),
        StaffFault.KEPT_APART: any(each in kept_apart for each in covering),
        StaffFault.UNCONFIRMED: not post.confirmed,
        StaffFault.UNTRAINED: bool(covering) and not any(each in trained for each in covering),
        StaffFault.TOO_MANY: stands_in_for_many,
    }
    return tuple(fault for fault in StaffFault if found[fault])
