"""Every released schema is opened by every later program; a step that is killed leaves the old one whole."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from reception.rules.absences import Absence
from reception.rules.callbacks import Callback
from reception.rules.cases import Case
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.notices import Notice
from reception.rules.office import Office
from reception.rules.thresholds import HANDBOOK_THRESHOLDS
from reception.services.check import check_folder
from reception.services.staff import sign_in
from reception.store import backup, migrations, records
from reception.store.database import FILE_NAME, KEY_NAME, open_store
from tests.cast import ANN, PASSWORD

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KEPT = sorted(HERE.glob("schema_*.db"))
STATEMENTS = 12
_STEP = """
import sys

def up(migrator, db):
    for place in range({statements}):
        db.execute_sql("create table step_{{}} (id integer primary key) strict".format(place))
        db.execute_sql("update office set version = version + 1")
        print(place, flush=True)
        sys.stdin.readline()
    db.execute_sql("PRAGMA user_version = {version}")
"""
_PROGRAM = """
import ctypes, signal, sys
from pathlib import Path
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
from reception.store import migrations
from reception.store.database import open_store
store = open_store(Path(sys.argv[1]))
migrations.run(store.database, Path(sys.argv[2]))
print("done", flush=True)
"""


def unpack(kept: Path, folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(kept, folder / FILE_NAME)
    shutil.copy(kept.with_suffix(".key"), folder / KEY_NAME)
    return folder


def test_the_present_schema_is_kept_for_later_programs():
    assert f"schema_{migrations.newest()}" in [path.stem for path in KEPT]


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_kept_store_opens_and_every_record_of_it_is_read(kept: Path, tmp_path: Path):
    folder = unpack(kept, tmp_path / "data")
    store = open_store(folder)
    try:
        assert store.database.pragma("user_version") == migrations.newest()
        desk = sign_in(store, ANN, PASSWORD)
        with desk.reading():
            inquiries = records.select(Inquiry)
            cases, notices = records.select(Case), records.select(Notice)
            [office] = records.select(Office)
    finally:
        store.close()
    assert [one.disposition for one in inquiries] == ["D4", "D6", "D10", "D1"]
    assert inquiries[0].person_name == "吉𠮷"
    assert inquiries[3].status is Status.VOID
    assert {one.disposition for one in cases} == {Disposition.D4, Disposition.D6, Disposition.D10}
    assert notices[0].number == "教务告〔2026〕第0001号"
    assert office.thresholds == HANDBOOK_THRESHOLDS
    assert check_folder(folder).damage == ()


def test_who_promised_a_call_or_entered_an_absence_is_found_by_the_name_that_stood_there(tmp_path: Path):
    folder = unpack(HERE / "schema_5.db", tmp_path / "data")
    connection = dbapi2.connect(str(folder / FILE_NAME))
    moment, ann = "2026-11-24T02:26:00.000000", connection.execute("select id from account where name = ?", (ANN,))
    (ann_id,) = ann.fetchone()
    for place, name in enumerate((ANN, "早已改名"), start=1):
        call = (1, f"call-{place}", "林", "138", "", "补证", "", moment, ann_id, ANN, moment, name, "open")
        connection.execute(
            "insert into callback (version, token, name, phone, phone_ext, about, note, due_at, owner_id, owner,"
            " made_at, made_by, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            call,
        )
        away = (1, ann_id, ANN, "meeting", "", moment, moment, "", "", moment, name)
        connection.execute(
            "insert into absence (version, account_id, account, kind, reason, from_at, until_at, reach, leader_told,"
            " made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            away,
        )
    connection.commit()
    connection.close()
    store = open_store(folder)
    try:
        desk = sign_in(store, ANN, PASSWORD)
        with desk.reading():
            made_by = [[each.made_by_id for each in records.select(kind)] for kind in (Callback, Absence)]
    finally:
        store.close()
    assert made_by == [[ann_id, None]] * 2


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """Give the folder of the steps with one more, which waits for a word after each of its statements."""
    folder = tmp_path / "steps"
    shutil.copytree(migrations.FOLDER, folder, ignore=shutil.ignore_patterns("__*"))
    version = migrations.newest() + 1
    step = _STEP.format(statements=STATEMENTS, version=version)
    (folder / f"{version:04d}_slow.py").write_text(step, encoding="utf-8")
    return folder


def content(folder: Path) -> tuple[int, int, int]:
    """Give the version of the schema, how many tables of the step there are, and how often the office changed."""
    store = open_store(folder)
    try:
        version = int(str(store.database.pragma("user_version")))
        tables = store.database.execute_sql("select count(*) from sqlite_master where name like 'step_%'").fetchone()
        changes = store.database.execute_sql("select version from office").fetchone()
        return version, tables[0], changes[0]
    finally:
        store.close()


@pytest.mark.parametrize("reached", [0, 1, 5, STATEMENTS - 1])
def test_a_step_that_is_killed_midway_leaves_the_old_schema_whole(tmp_path: Path, steps: Path, reached: int):
    folder = unpack(KEPT[-1], tmp_path / "data")
    before = content(folder)
    program = [sys.executable, "-c", _PROGRAM, str(folder), str(steps)]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            for place in range(reached + 1):
                assert child.stdout.readline() == f"{place}\n"
                if place < reached:
                    child.stdin.write("\n")
                    child.stdin.flush()
        finally:
            child.kill()
    assert content(folder) == before
    assert check_folder(folder).damage == ()


def test_a_step_that_is_let_run_is_whole_with_its_version(tmp_path: Path, steps: Path):
    folder = unpack(KEPT[-1], tmp_path / "data")
    before = content(folder)
    program = [sys.executable, "-c", _PROGRAM, str(folder), str(steps)]
    done = subprocess.run(program, cwd=ROOT, input="\n" * STATEMENTS, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("done\n")
    connection = dbapi2.connect(str(folder / FILE_NAME))
    assert connection.execute("pragma user_version").fetchone() == (migrations.newest() + 1,)
    tables = connection.execute("select count(*) from sqlite_master where name like 'step_%'").fetchone()
    assert tables == (STATEMENTS,)
    assert connection.execute("select version from office").fetchone() == (before[2] + STATEMENTS,)
    connection.close()


def test_an_older_store_is_copied_before_its_schema_changes(
    tmp_path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = unpack(KEPT[-1], tmp_path / "data")
    quick = _STEP.replace("sys.stdin.readline()", "pass").format(statements=2, version=migrations.newest() + 1)
    next(steps.glob("*_slow.py")).write_text(quick, encoding="utf-8")
    newest, pending, run = migrations.newest, migrations.pending, migrations.run
    monkeypatch.setattr(migrations, "newest", lambda folder=steps: newest(folder))
    monkeypatch.setattr(migrations, "pending", lambda database: pending(database, steps))
    monkeypatch.setattr(migrations, "run", lambda database: run(database, steps))
    assert content(folder)[:2] == (migrations.newest(), 2)
    (copy,) = (folder / backup.FOLDER).iterdir()
    kept = dbapi2.connect(str(copy))
    assert kept.execute("select count(*) from sqlite_master where name like 'step_%'").fetchone() == (0,)
    assert kept.execute("pragma user_version").fetchone() == (migrations.newest() - 1,)
    kept.close()
