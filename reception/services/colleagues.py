"""Colleagues by name, where somebody is to be named: accounts, who is at which post, and whom records named lately."""

from dataclasses import dataclass
from typing import Any

from reception.rules.inquiries import Status
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import InquiryRow, PostRow

LOOKED_AT = 400
"""Of so many latest records those who were named in them are proposed too; most colleagues have no account."""
_I: Any = InquiryRow
_P: Any = PostRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody of the house; `about` is the post and the phone, where they are known."""

    name: str
    about: str = ""


def colleagues(desk: Desk) -> tuple[Colleague, ...]:
    """Give who may be named: those with an account first, then whom records named, the latest first.

    Nothing comes from a restricted or void record.
    """
    with desk.reading():
        accounts = records.select(Account, active=True)
        posts = records.select(Post, order=[_P.code], active=True)
        lately = (
            _I.select(_I.to_person)
            .where(_I.to_person != "", _I.restricted == False, _I.status != Status.VOID)  # noqa: E712 - a query
            .order_by(_I.id.desc())
            .limit(LOOKED_AT)
        )
        named = [name for (name,) in lately.tuples()]
    found = {account.name: _about(account, posts) for account in accounts}
    for name in named:
        found.setdefault(name, "")
    return tuple(Colleague(name=name, about=about) for name, about in found.items())


def _about(account: Account, posts: list[Post]) -> str:
    held = [post for post in posts if post.holder_id == account.id and post.confirmed]
    phone = account.phone or next((post.phone for post in held if post.phone), "")
    return " · ".join(part for part in (held[0].name if held else "", phone) if part)
