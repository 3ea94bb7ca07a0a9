"""The office that benchmarks work in: the demonstration, with somebody at the desk."""

from datetime import date
from pathlib import Path

from reception.rules.staff import Account
from reception.services.demo import create_demo
from reception.services.desk import Desk
from reception.services.office import open_desk
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
