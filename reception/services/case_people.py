"""Who may be given a case by name.

Source: handbook §4.4 no. 12 (a head gives a case to a person).
"""

from dataclasses import dataclass

from reception.rules.staff import Account, Action, may
from reception.services.desk import Desk
from reception.store import records


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignee:
    """Somebody who may deal with cases; nothing else of an account leaves."""

    account_id: int
    name: str


def handlers(desk: Desk, *, restricted: bool = False) -> tuple[Assignee, ...]:
    """Give who may be given a case, in the order of their accounts; of a restricted one only who may see it.

    Raises:
        NotAllowed: only heads give cases to people.
    """
    desk.require(Action.ASSIGN_CASE)
    with desk.reading():
        found = [each for each in records.select(Account, active=True) if may(each.roles, Action.CLOSE_CASE)]
    fit = [each for each in found if not restricted or may(each.roles, Action.SEE_RESTRICTED)]
    return tuple(Assignee(account_id=each.id, name=each.name) for each in sorted(fit, key=lambda each: each.id))
