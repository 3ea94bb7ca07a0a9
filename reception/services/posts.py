"""Posts: who holds which, until absences and stand-ins join.

Source: handbook §4.2; decisions on the catalogue file (a post per matter, to be confirmed).
"""

from dataclasses import replace

from reception.errors import Invalid, Reason
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned
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
    """Give a post to an account, which confirms it.

    Raises:
        Invalid: the account is out of use.
        NotAllowed: the account of the desk may not edit staff.
        NotFound: there is no such post or account.
    """
    with desk.work(Action.EDIT_STAFF) as work:
        post, account = work.get(Post, post_id), work.get(Account, account_id)
        if not account.active:
            raise Invalid(Reason(code="account_inactive", field="holder_id"))
        changed = work.change(replace(post, holder_id=account.id, confirmed=True))
        work.log(changed, holder=account.name)
    return changed


def change_post(desk: Desk, post: Post) -> Post:
    """Change a post's name, phone, place or use; its code and holder stay.

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
        kept = replace(post, code=stored.code, unit_code=stored.unit_code, holder_id=stored.holder_id)
        changed = work.change(kept)
        work.log(changed)
    return changed
