"""Posts: who is in charge of what, who stands in, and who is there at an instant.

Source: handbook §4.2, §4.4.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reception.rules.absences import Absence, is_away, is_short

MOST_STAND_INS = 2
"""Nobody should stand in for more posts than this (handbook §4.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post, the account that holds it (A), and those who stand in, in order (B1, B2).

    `code` is what commands and records refer to.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderNow:
    """Who holds a post at an instant; `uncovered` says that everybody is away and it stays with the holder."""

    account_id: int
    stands_in: bool = False
    uncovered: bool = False


def holder_now(post: Post, absences: Iterable[Absence], now: datetime) -> HolderNow:
    """Give the first of holder and stand-in who is not away; a short absence does not move a post.

    Source: handbook §4.4 (`holder`), no. 14.
    """
    gone = {each.account_id for each in absences if is_away(each, now) and not is_short(each, now)}
    if post.holder_id not in gone:
        return HolderNow(account_id=post.holder_id)
    if post.stand_in_id is not None and post.stand_in_id not in gone:
        return HolderNow(account_id=post.stand_in_id, stands_in=True)
    return HolderNow(account_id=post.holder_id, uncovered=True)


def stands_in_for(posts: Iterable[Post], account_id: int) -> tuple[Post, ...]:
    """Give the posts in use for which somebody stands in."""
    return tuple(post for post in posts if post.active and post.stand_in_id == account_id)
