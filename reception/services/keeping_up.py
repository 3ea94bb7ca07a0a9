"""A desk that stays open for long without a window keeps up with the settings that others change meanwhile."""

from dataclasses import dataclass

from reception.errors import SignInRefused
from reception.rules.office import DatedHours, Office, WorkingDay, WorkingYear
from reception.rules.staff import Account
from reception.services.desk import Desk
from reception.services.office import refreshed
from reception.store import journal

_SETTINGS = frozenset(kind.__name__ for kind in (Office, WorkingYear, WorkingDay, DatedHours, Account))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A desk, and how far the audit log went when its settings were read."""

    desk: Desk
    mark: int


def seated(desk: Desk) -> Seat:
    """Give the seat of a desk, with its settings as they are stored now."""
    with desk.reading():
        mark = journal.mark()
    return Seat(desk=refreshed(desk), mark=mark)


def kept_up(seat: Seat) -> Seat:
    """Give a seat with calendar, hours and rights as they are now; the same desk while nobody changed them.

    Raises:
        SignInRefused: the account is out of use by now.
    """
    with seat.desk.reading():
        mark, changed = journal.changes_since(seat.mark)
    desk = refreshed(seat.desk) if changed & _SETTINGS else seat.desk
    if not desk.account.active:
        raise SignInRefused("sign_in_wrong")
    return Seat(desk=desk, mark=mark)
