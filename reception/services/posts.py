"""Posts: who holds which, who stands in, and what else is known of them.

Source: handbook §4.2; decisions on the catalogue file (a post per matter, to be confirmed).
"""

from dataclasses import replace

from reception.errors import Invalid, Reason
from reception.rules.assignments import Staffing
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned
from reception.services import assignments
from reception.services.desk import Desk
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
    """Give a post to an account from today on, which confirms it; who stands in stays.

    Raises:
        Invalid: the account is out of use, or stands in for this post.
        NotAllowed: the account of the desk may not edit staff.
        NotFound: there is no such post or account.
    """
    with desk.work(Action.EDIT_STAFF) as work:
        post = work.get(Post, post_id)
        wanted = Staffing(holder_id=account_id, stand_in_id=post.stand_in_id, second_id=post.second_id)
        return assignments.assign_within(work, post, wanted)


def staff_post(desk: Desk, post_id: int, holder_id: int, stand_in_id: int | None, second_id: int | None = None) -> Post:
    """Give a post its holder (A) and who stands in (B1, B2), or nobody, from today on; this confirms it.

    Raises:
        Invalid: an account is out of use, kept apart from the post, or named twice.
        NotAllowed: the account of the desk may not edit staff.
        NotFound: there is no such post or account.
    """
    wanted = Staffing(holder_id=holder_id, stand_in_id=stand_in_id, second_id=second_id)
    return assignments.assign(desk, post_id, wanted)


def change_post(desk: Desk, post: Post) -> Post:
    """Change a post's name, duties, phone, place or use; its code and who belongs to it stay.

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
        kept = replace(kept, confirmed=post.confirmed, active=post.active, duties=post.duties)
        changed = work.change(kept)
        work.log(changed)
    return changed
