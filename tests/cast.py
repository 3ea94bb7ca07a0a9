"""The fixed cast and the office that the tests work in.

安 Ann holds the post (clerk and administrator), 本 Ben stands in (clerk), 凯 Cara heads the section,
丹 Dan is a stranger: he belongs to the supervising body and works at no desk.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from reception.rules.office import Office
from reception.rules.staff import Account, Action, Role
from reception.services.desk import Desk
from reception.services.office import create_office, open_desk
from reception.services.passwords import Passwords
from reception.store import records
from reception.store.database import Store, open_store

ANN, BEN, CARA, DAN = "安", "本", "凯", "丹"
PASSWORD = "lantern-7 bridge"
COUNTER = "1号窗口"
CHEAP_PASSWORDS = Passwords(memory_kib=8, passes=1)
OTHERS = {BEN: (Role.CLERK,), CARA: (Role.SECTION_HEAD,), DAN: (Role.SUPERVISOR,)}
OFFICE = Office(
    name="教务处",
    short_name="教务",
    university="示例大学",
    phone="0731-5550-1200",
    supervise_phone="0731-5550-1999",
    area_code="0731",
)


class Clock:
    """A clock that a test sets: it starts on Tuesday 2026-11-24 10:26 in the office (02:26 UTC)."""

    def __init__(self, now: datetime = datetime(2026, 11, 24, 2, 26, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Give the instant that it shows."""
        return self.now

    def advance(self, **length: float) -> datetime:
        """Move on by a length as `timedelta` takes it, and give the new instant."""
        self.now += timedelta(**length)
        return self.now


def build_office(folder: Path) -> None:
    """Make the office of the tests, with the whole cast and the shipped catalogue."""
    clock = Clock()
    create_office(
        folder,
        OFFICE,
        counter=COUNTER,
        account=ANN,
        password=PASSWORD,
        clock=clock,
        passwords=CHEAP_PASSWORDS,
    )
    store = open_store(folder)
    try:
        desk = desk_of(store, ANN, clock)
        with desk.work(Action.EDIT_STAFF) as work:
            for name, roles in OTHERS.items():
                hashed = CHEAP_PASSWORDS.hash(PASSWORD)
                work.log(work.add(Account(name=name, roles=roles, password_hash=hashed)))
        store.tidy()
    finally:
        store.close()


def desk_of(store: Store, name: str, clock: Clock) -> Desk:
    """Give the desk of somebody of the cast, as after signing in."""
    account = records.find(Account, name=name)
    assert account is not None
    return open_desk(store, account, COUNTER, clock)
