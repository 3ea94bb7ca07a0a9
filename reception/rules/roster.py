"""Posts: who is in charge of what, who stands in, and who answers for a post at an instant.

Source: handbook §4.2, §4.4.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from reception.rules.absences import Absence, is_known_away, is_short, will_be_away

MOST_STAND_INS = 2
"""Nobody should stand in for more posts than this (handbook §4.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post, the account that holds it (A), and those who stand in, in order (B1, B2).

    `code` is what commands and records refer to. Who belongs to it is the present's copy of the assignments.
    """

    id: int = 0
    version: int = 0
    code: str
    name: str
    name_en: str = ""
    unit_code: str
    phone: str = ""
    place: str = ""
    holder_id: int
    confirmed: bool = False
    active: bool = True
    stand_in_id: int | None = None
    second_id: int | None = None
    duties: str = ""

    @property
    def stand_ins(self) -> tuple[int, ...]:
        """Give those who stand in, in their order."""
        return tuple(each for each in (self.stand_in_id, self.second_id) if each is not None)


class Serves(StrEnum):
    """Why somebody answers for a post; `nobody` is where everybody is away, the heads too."""

    HOLDER = "holder"
    FIRST = "first"
    SECOND = "second"
    NAMED = "named"
    SECTION_HEAD = "section_head"
    UNIT_HEAD = "unit_head"
    NOBODY = "nobody"


_STAND_INS = frozenset({Serves.FIRST, Serves.SECOND, Serves.NAMED})
_GAPS = frozenset({Serves.SECTION_HEAD, Serves.UNIT_HEAD, Serves.NOBODY})


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderNow:
    """Who answers for a post at an instant, and why."""

    account_id: int
    by: Serves = Serves.HOLDER

    @property
    def stands_in(self) -> bool:
        """Tell whether it is a stand-in of the post, or one who was named for the gap."""
        return self.by in _STAND_INS

    @property
    def uncovered(self) -> bool:
        """Tell whether nobody of the post is there, so that a head answers for it (空岗)."""
        return self.by in _GAPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Who leads, in the order in which they are asked."""

    section: tuple[int, ...] = ()
    unit: tuple[int, ...] = ()


NO_HEADS = Heads()


def away_at(absences: Iterable[Absence], at: datetime, now: datetime) -> frozenset[int]:
    """Give who is away from his post at an instant: as recorded in the past and present, as planned in the future.

    A short absence moves nothing; what was entered afterwards rewrites nothing (handbook §4.4 nos. 14, 16).
    """
    return frozenset(
        each.account_id
        for each in absences
        if (will_be_away(each, at, now) if at > now else is_known_away(each, at)) and not is_short(each, at)
    )


def holder(
    post: Post,
    gone: Collection[int],
    *,
    named: Iterable[int] = (),
    heads: Heads = NO_HEADS,
    barred: Collection[int] = (),
) -> HolderNow:
    """Give who answers for a post: A, B1, B2, who was named for the gap, the section head, the unit head.

    Args:
        post: with those who belong to it at that instant.
        gone: who is away then.
        named: temporary stand-ins of that instant, the latest first.
        heads: who leads.
        barred: who may not stand in: out of use, or at a post that internal control keeps apart.

    Returns:
        HolderNow: always exactly one; where everybody is away the last of the chain, `nobody` being there.

    Source: handbook §4.4 (`holder`), nos. 1, 2, 8–11, 17.
    """
    chain = [(post.holder_id, Serves.HOLDER)]
    others = [(post.stand_in_id, Serves.FIRST), (post.second_id, Serves.SECOND)]
    others += [(each, Serves.NAMED) for each in named]
    others += [(each, Serves.SECTION_HEAD) for each in heads.section]
    others += [(each, Serves.UNIT_HEAD) for each in heads.unit]
    chain += [(each, by) for each, by in others if each is not None and each not in barred]
    for account_id, by in chain:
        if account_id not in gone:
            return HolderNow(account_id=account_id, by=by)
    leads = [each for each, by in chain if by in _GAPS]
    return HolderNow(account_id=leads[-1] if leads else post.holder_id, by=Serves.NOBODY)


def holder_now(post: Post, absences: Iterable[Absence], now: datetime) -> HolderNow:
    """Give who answers for a post now by its own chain alone, without heads and named stand-ins."""
    return holder(post, away_at(absences, now, now))


def fit(post: Post, barred: Collection[int]) -> Post:
    """Give a post without the stand-ins who may not stand in."""
    first, second = (None if each in barred else each for each in (post.stand_in_id, post.second_id))
    return (
        post
        if (first, second) == (post.stand_in_id, post.second_id)
        else replace(post, stand_in_id=first, second_id=second)
    )


def stands_in_for(posts: Iterable[Post], account_id: int) -> tuple[Post, ...]:
    """Give the posts in use for which somebody stands in, first or second."""
    return tuple(post for post in posts if post.active and account_id in post.stand_ins)


def answers(assigned_id: int | None, instead: Iterable[int], by_post: int, gone: Collection[int]) -> int:
    """Give who works on a piece of work: whom a head gave it to beats the post (handbook §4.4 nos. 12, 13).

    Args:
        assigned_id: to whom it was given by name, or None.
        instead: who answers for the posts that this person holds.
        by_post: who answers for the post of the work.
        gone: who is away.

    Returns:
        int: the person; while that person is away, who stands in at that person's own post, else at the work's post.
    """
    if assigned_id is None:
        return by_post
    if assigned_id not in gone:
        return assigned_id
    return next((each for each in instead if each not in gone), by_post)
