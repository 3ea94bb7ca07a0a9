"""Who is there now: each post with its holder, the one who stands in, and who is away until when.

Source: handbook §4.4.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.rules.absences import Absence, is_away
from reception.rules.roster import Post, holder_now
from reception.rules.staff import Account
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import AbsenceRow

_AB: Any = AbsenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PostNow:
    """A post at an instant: `serving` is who answers for it; `absence` is why its holder does not, if so.

    `uncovered` says that holder and stand-in are both away: the post stays with its holder, and nobody is there.
    """

    post: Post
    holder: str
    serving_id: int
    serving: str
    phone: str
    stands_in: bool
    uncovered: bool
    absence: Absence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Every post and every absence of an instant."""

    at: datetime
    posts: Mapping[str, PostNow]
    away: Mapping[int, Absence]
    names: Mapping[int, str]

    def serving(self, code: str, officer_id: int) -> PostNow | None:
        """Give the post when it moved from somebody who holds it to who stands in; else None."""
        found = self.posts.get(code)
        return found if found is not None and found.stands_in and found.post.holder_id == officer_id else None


def roll(desk: Desk) -> Roll:
    """Give who is there now."""
    with desk.reading():
        return roll_within(desk.clock())


def roll_within(now: datetime) -> Roll:
    """Give who is there at an instant, within a transaction."""
    accounts = {account.id: account for account in records.select(Account)}
    away = absences_at(now)
    found = {post.code: _post_now(post, accounts, away.values(), now) for post in records.select(Post)}
    return Roll(at=now, posts=found, away=away, names={number: each.name for number, each in accounts.items()})


def post_within(post: Post, now: datetime) -> PostNow:
    """Give one post at an instant, within a transaction."""
    wanted = {post.holder_id, post.stand_in_id} - {None}
    accounts = {number: records.find(Account, id=number) for number in wanted}
    known = {number: account for number, account in accounts.items() if number is not None and account is not None}
    return _post_now(post, known, absences_at(now).values(), now)


def absences_at(now: datetime) -> dict[int, Absence]:
    """Give the absence of everybody who is away at an instant, within a transaction."""
    begun = records.select(Absence, _AB.returned_at.is_null(), _AB.cancelled_at.is_null(), _AB.from_at <= now)
    return {each.account_id: each for each in begun if is_away(each, now)}


def acting_for(account: Account, post: Post | None, now: datetime) -> str:
    """Give for whom somebody acts at a post at an instant; "" at one's own or at another's who is there."""
    if post is None or post.holder_id == account.id or post.stand_in_id != account.id:
        return ""
    found = post_within(post, now)
    return found.holder if found.serving_id == account.id else ""


def _post_now(post: Post, accounts: Mapping[int, Account], away: Iterable[Absence], now: datetime) -> PostNow:
    stand_in = accounts.get(post.stand_in_id or 0)
    if stand_in is None or not stand_in.active:  # who left the house covers nothing
        post = replace(post, stand_in_id=None)
    gone = tuple(away)
    found = holder_now(post, gone, now)
    holder, serving = accounts.get(post.holder_id), accounts.get(found.account_id)
    own_phone = serving.phone if serving else ""
    return PostNow(
        post=post,
        holder=holder.name if holder else "",
        serving_id=found.account_id,
        serving=serving.name if serving else "",
        phone=(own_phone or post.phone) if found.stands_in else (post.phone or own_phone),
        stands_in=found.stands_in,
        uncovered=found.uncovered,
        absence=next((each for each in gone if each.account_id == post.holder_id), None),
    )
