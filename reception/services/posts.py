"""Posts: who holds which, and who stands in.

Source: handbook §4.2; decisions on the catalogue file (a post per matter, to be confirmed).
"""

from dataclasses import replace

from reception.errors import Invalid, Reason
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned
from reception.services.desk import Desk, Work
from reception.store import records


def posts(desk: Desk, *, inactive: bool = False) -> tuple[Post, ...]:
    """Give the posts, in the order of their codes."""
    with desk.reading():
        found = records.select(Post, order=[records.row_of(Post).code])
    return tuple(post for post in found if post.active or inactive)


def holders(desk: Desk) -> dict[int, str]:
    """Give the name of each account by its id, to show who holds a post; nothing else of an account leaves."""
    with desk.reading():
        return {account.id: account.name for account in records.select(Account)}


def unconfirmed(desk: Desk) -> tuple[Post, ...]:
    """Give the posts whose holder nobody has confirmed yet, for the checklist of the first days."""
    return tuple(post for post in posts(desk) if not post.confirmed)


def assign_post(desk: Desk, post_id: int, account_id: int) -> Post:
    """Give a post to an account, which confirms it; who stands in stays.

    Raises:
        Invalid: the account is out of use, or stands in for this post.
        NotAllowed: the account of the desk may not edit staff.
        NotFound: there is no such post or account.
    """
    with desk.work(Action.EDIT_STAFF) as work:
        post = work.get(Post, post_id)
        return _staffed(work, post, account_id, post.stand_in_id)


def staff_post(desk: Desk, post_id: int, holder_id: int, stand_in_id: int | None) -> Post:
    """Give a post its holder (A) and who stands in (B), or nobody; this confirms it.

    Raises:
        Invalid: an account is out of use, or the holder would stand in for himself.
        NotAllowed: the account of the desk may not edit staff.
        NotFound: there is no such post or account.
    """
    with desk.work(Action.EDIT_STAFF) as work:
        return _staffed(work, work.get(Post, post_id), holder_id, stand_in_id)


def _staffed(work: Work, post: Post, holder_id: int, stand_in_id: int | None) -> Post:
    holder = work.get(Account, holder_id)
    stand_in = work.get(Account, stand_in_id) if stand_in_id is not None else None
    reasons = [] if holder.active else [Reason(code="account_inactive", field="holder_id")]
    if stand_in is not None and stand_in.id == holder.id:
        reasons.append(Reason(code="holder_stands_in", field="stand_in_id"))
    elif stand_in is not None and not stand_in.active and stand_in.id != post.stand_in_id:
        reasons.append(Reason(code="account_inactive", field="stand_in_id"))
    if reasons:
        raise Invalid(*reasons)
    changed = work.change(replace(post, holder_id=holder.id, stand_in_id=stand_in_id, confirmed=True))
    work.log(changed, holder=holder.name, stand_in=stand_in.name if stand_in else "")
    return changed


def change_post(desk: Desk, post: Post) -> Post:
    """Change a post's name, phone, place or use; its code, holder and stand-in stay.

    Raises:
        Invalid: all reasons at once.
        NotAllowed: the account may not edit staff.
        Conflict: somebody else changed it meanwhile.
    """
    post, reasons = cleaned(post)
    if not post.name:
        reasons = (*reasons, Reason(code="required", field="name"))
    if reasons:
        raise Invalid(*reasons)
    with desk.work(Action.EDIT_STAFF) as work:
        stored = work.get(Post, post.id)
        kept = replace(
            stored, version=post.version, name=post.name, name_en=post.name_en, phone=post.phone, place=post.place
        )
        kept = replace(kept, confirmed=post.confirmed, active=post.active)
        changed = work.change(kept)
        work.log(changed)
    return changed
