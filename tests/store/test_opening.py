"""A data folder is opened only when it is surely ours, whole, and not ahead of the program."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from reception.errors import Unavailable
from reception.store import database
from reception.store.database import FILE_NAME, KEY_NAME, create_store, open_store


def refusal(folder: Path) -> str:
    with pytest.raises(Unavailable) as refused:
        open_store(folder)
    return refused.value.code


def replace_file(folder: Path, content: bytes) -> None:
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / FILE_NAME).write_bytes(content)


def test_a_folder_without_a_database_is_not_made_into_one(tmp_path: Path):
    assert refusal(tmp_path) == "no_store"
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_no_bytes_is_not_taken_for_a_new_database(folder: Path):
    replace_file(folder, b"")
    assert refusal(folder) == "damaged"
    assert (folder / FILE_NAME).stat().st_size == 0


@pytest.mark.parametrize("content", [b"hello", b"\x89PNG\r\n\x1a\n" * 100, b"PK\x03\x04" * 2000])
def test_a_file_that_is_no_database_is_damaged(folder: Path, content: bytes):
    replace_file(folder, content)
    assert refusal(folder) == "damaged"


def test_somebody_elses_database_is_left_alone(folder: Path, tmp_path: Path):
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("create table inquiry (id integer primary key)")
    connection.commit()
    connection.close()
    before = foreign.read_bytes()
    replace_file(folder, before)
    assert refusal(folder) == "not_ours"
    check = sqlite3.connect(folder / FILE_NAME)
    assert check.execute("select name from sqlite_master").fetchall() == [("inquiry",)]
    check.close()


def test_a_newer_database_is_refused_and_not_written(folder: Path):
    store = open_store(folder)
    store.database.pragma("user_version", 999)
    store.tidy()
    store.close()
    before = (folder / FILE_NAME).read_bytes()
    assert refusal(folder) == "newer_database"
    assert (folder / FILE_NAME).read_bytes() == before


def test_without_its_key_the_log_could_not_go_on(folder: Path):
    (folder / KEY_NAME).unlink()
    assert refusal(folder) == "no_key"


@pytest.mark.parametrize("key", [b"", b"x", bytes(33)])
def test_a_key_that_was_cut_is_no_key(folder: Path, key: bytes):
    (folder / KEY_NAME).write_bytes(key)
    assert refusal(folder) == "no_key"


def test_what_cannot_be_opened_on_a_disk_without_room_is_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / f"{FILE_NAME}-wal").unlink(missing_ok=True)
    (folder / f"{FILE_NAME}-wal").mkdir()
    assert refusal(folder) == "cannot_open"
    monkeypatch.setattr(database, "free_bytes", lambda path: 0)
    assert refusal(folder) == "disk_full"


def test_a_second_office_is_not_made_over_the_first(folder: Path):
    with pytest.raises(Unavailable, match="exists_already"):
        create_store(folder)


def test_a_network_share_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database, "is_network_folder", lambda path: True)
    assert refusal(folder) == "network_folder"


def test_a_library_with_the_defect_of_the_log_is_refused():
    database.check_library((3, 51, 3))
    with pytest.raises(Unavailable, match="sqlite_old"):
        database.check_library((3, 51, 2))


def test_the_key_is_for_its_owner_alone(folder: Path):
    assert (folder / KEY_NAME).stat().st_mode & 0o077 == 0


def test_writes_are_on_the_disk_before_they_count(folder: Path):
    store = open_store(folder)
    settings = {name: store.database.pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys")}
    store.close()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_damaged_page_is_said_to_be_damage(folder: Path, tmp_path: Path):
    content = bytearray((folder / FILE_NAME).read_bytes())
    content[100:108] = b"\xff" * 8
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(folder / KEY_NAME, copy / KEY_NAME)
    (copy / FILE_NAME).write_bytes(content)
    assert refusal(copy) == "damaged"
