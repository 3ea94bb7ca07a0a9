"""One writer at a time, whole or not at all, whatever the disk and the other programs do."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reception.errors import Unavailable
from reception.rules.inquiries import Inquiry
from reception.rules.office import Counter
from reception.rules.staff import Action
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store, open_store
from tests.cast import ANN, Clock, desk_of
from tests.store.keep_schema import record

ROOT = Path(__file__).parents[2]
PROCESSES, WRITES = 4, 50
_PROGRAM = """
import sys
from pathlib import Path
from reception.store.database import open_store
from tests.cast import Clock, desk_of
from tests.store.keep_schema import record
name, folder, count = sys.argv[1:4]
store = open_store(Path(folder))
clock = Clock()
desk = desk_of(store, name, clock)
for place in range(int(count)):
    print(record(desk, clock, token=f"{sys.argv[4]}-{place}", disposition="D4", matter="JW-03").serial)
"""


def test_processes_that_write_at_once_meet_no_lock_and_share_one_series(folder: Path):
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, name, str(folder), str(WRITES), str(place)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for place, name in enumerate(("安", "本", "凯", "安")[:PROCESSES])
    ]
    told = [program.communicate(timeout=120) for program in programs]
    assert [program.returncode for program in programs] == [0] * PROCESSES, told
    serials = sorted(int(line) for out, _err in told for line in out.splitlines())
    assert serials == list(range(1, PROCESSES * WRITES + 1))
    assert check_folder(folder).damage == ()


def test_a_full_disk_is_said_to_be_full_and_nothing_is_half_written(desk: Desk):
    clock = Clock()
    record(desk, clock)
    database = desk.store.database
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.pragma("max_page_count", pages)

    def fill() -> None:
        for _ in range(20):
            record(desk, clock, detail="长" * 4000)

    with pytest.raises(Unavailable) as refused:
        fill()
    assert refused.value.code == "disk_full"
    database.pragma("max_page_count", 1073741823)
    with desk.reading():
        kept = len(records.select(Inquiry))
    assert record(desk, clock).serial == kept + 1
    assert check_folder(desk.store.folder).damage == ()


def test_a_lock_that_lasts_is_unavailable_and_a_short_one_only_waits(store: Store, folder: Path):
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        other = store.database
        other.connect(reuse_if_open=True)
        with store.writing():
            held.set()
            release.wait(30)
        other.close()

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait(30)
    with pytest.raises(Unavailable) as refused, store.writing(patience_s=0.1):
        pass
    assert refused.value.code == "locked"
    with store.reading():
        assert records.select(Counter), "readers wait for nobody"
    releasing = threading.Timer(0.2, release.set)
    releasing.start()
    with store.writing(patience_s=30):
        pass
    holding.join()
    releasing.join()


def test_a_reading_stays_at_its_moment(store: Store, folder: Path):
    desk = desk_of(store, ANN, Clock())
    with store.reading():
        before = len(records.select(Counter))

        def add() -> None:
            store.database.connect(reuse_if_open=True)
            with desk.work(Action.EDIT_OFFICE) as work:
                work.log(work.add(Counter(name="2号窗口")))
            store.database.close()

        adding = threading.Thread(target=add)
        adding.start()
        adding.join()
        assert len(records.select(Counter)) == before
    with store.reading():
        assert len(records.select(Counter)) == before + 1


def test_who_is_stopped_at_the_end_of_a_reading_reads_on_afterwards(store: Store, monkeypatch: pytest.MonkeyPatch):
    rollback, me = store.database.rollback, threading.get_ident()
    reached = []

    def stopped() -> None:
        store.interrupt(me)
        reached.append(me in store._readers)
        rollback()

    monkeypatch.setattr(store.database, "rollback", stopped)
    with store.reading():
        pass
    with store.reading():
        assert records.select(Counter)
    assert reached == [False, False]


def test_a_second_opening_sees_what_the_first_committed(folder: Path):
    first = open_store(folder)
    clock = Clock()
    number = record(desk_of(first, ANN, clock), clock).reg_no
    told = subprocess.run(
        [sys.executable, "-m", "reception", "check", "--data", str(folder)], cwd=ROOT, capture_output=True, check=True
    )
    first.close()
    assert json.loads(told.stdout)["Inquiry"] == 1
    assert number == "首问〔2026〕0001"


def test_a_desk_writes_on_into_its_own_store_after_another_was_looked_at(store: Store, folder: Path):
    desk = desk_of(store, ANN, Clock())
    assert check_folder(folder).damage == ()
    assert record(desk, desk.clock, token="after-the-look").reg_no
