"""The offices that benchmarks work in, with somebody at the desk: the demonstration, and one without records."""

from datetime import date, datetime
from pathlib import Path

from reception.rules.office import Office
from reception.rules.staff import Account
from reception.services.demo import create_demo
from reception.services.desk import Desk
from reception.services.office import create_office, open_desk
from reception.services.passwords import Passwords
from reception.store import records
from reception.store.database import open_store


def desk_in(folder: Path, count: int) -> Desk:
    """Give the desk of the first clerk of a new demonstration with so many records."""
    create_demo(folder, count, seed=1, until=date(2026, 11, 20))
    name = (folder / "demo-accounts.txt").read_text(encoding="utf-8").split(" ")[0]
    store = open_store(folder)
    account = records.find(Account, name=name)
    if account is None:
        raise AssertionError("the demonstration has its clerk")
    return open_desk(store, account)


def empty_desk(folder: Path, now: datetime) -> Desk:
    """Give the desk of 安 in a new office without records, whose clock stands."""
    counter, name = "1号窗口", "安"
    create_office(
        folder,
        Office(name="教务处", short_name="教务", university="示例大学"),
        counter=counter,
        account=name,
        password="lantern-7 bridge",
        clock=lambda: now,
        passwords=Passwords(memory_kib=8, passes=1),
    )
    store = open_store(folder)
    account = records.find(Account, name=name)
    if account is None:
        raise AssertionError("the office has its first account")
    return open_desk(store, account, counter, lambda: now)
