"""Keep a small real database of the present schema: `python -m tests.store.keep_schema`, once a release.

What was kept is never made again: every later program must open it (test_upgrade.py).
"""

import json
import shutil
import tempfile
from pathlib import Path

import yaml

from reception.cli.entries import read_inquiry
from reception.rules.inquiries import Inquiry, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.services import corrections, inquiries, notices
from reception.services.desk import Desk
from reception.services.office import create_office, shipped_catalogue
from reception.store import migrations
from reception.store.database import FILE_NAME, KEY_NAME, open_store
from tests.cast import ANN, CHEAP_PASSWORDS, COUNTER, OFFICE, PASSWORD, Clock, desk_of
from tests.cli.said import entry

HERE = Path(__file__).parent
PERSON = {"person_name": "吉𠮷", "phone": "13800138000", "privacy_told": True}
TICKS = {
    1: MaterialState.PROVIDED,
    2: MaterialState.MISSING,
    3: MaterialState.PROVIDED,
}


def small_catalogue() -> str:
    """Give two units and two matters of the sample."""
    tree = yaml.safe_load(shipped_catalogue())
    tree["offices"] = [unit for unit in tree["offices"] if unit["code"] in ("JW", "CW")]
    tree["matters"] = [matter for matter in tree["matters"] if matter["id"] in ("JW-01", "JW-03")]
    return yaml.safe_dump(tree, allow_unicode=True)


def record(desk: Desk, clock: Clock, **changes: object) -> Inquiry:
    """Record an entry five minutes after the one before."""
    now = clock.advance(minutes=5)
    draft = read_inquiry(json.loads(entry(**changes)), desk.calendar, token=f"form-{now:%H%M}", now=now)
    return inquiries.record(desk, draft).inquiry


def work_a_day(desk: Desk, clock: Clock) -> None:
    """Let there be a row of every kind."""
    first = record(desk, clock, disposition="D4", matter="JW-03", papers=[{"name": "身份证"}], **PERSON)
    ticks = tuple(MaterialTick(no=no, state=state) for no, state in TICKS.items())
    issued = notices.issue(desk, first.id, NoticeDraft(answers=((4, False),), ticks=ticks))
    notices.printed(desk, issued.id)
    record(desk, clock, disposition="D6", scope="same_unit", to_post="JW-03", no_papers=True, **PERSON)
    record(desk, clock, disposition="D10", kind="complaint")
    corrections.void(desk, record(desk, clock).id, VoidReason.MISTAKE, "选错处置方式")


def main() -> None:
    """Make the file and its key beside this module."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        create_office(
            folder,
            OFFICE,
            counter=COUNTER,
            account=ANN,
            password=PASSWORD,
            catalogue_text=small_catalogue(),
            clock=clock,
            passwords=CHEAP_PASSWORDS,
        )
        store = open_store(folder)
        work_a_day(desk_of(store, ANN, clock), clock)
        store.database.execute_sql("VACUUM")
        store.tidy()
        store.close()
        kept = HERE / f"schema_{migrations.newest()}"
        shutil.copyfile(folder / FILE_NAME, kept.with_suffix(".db"))
        shutil.copyfile(folder / KEY_NAME, kept.with_suffix(".key"))


if __name__ == "__main__":
    main()
