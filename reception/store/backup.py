"""Sound copies of a live database, made by SQLite's backup interface (a plain file copy of it is not sound)."""

import os
from datetime import UTC, datetime
from pathlib import Path

from peewee import SqliteDatabase
from sqlcipher3 import dbapi2

FOLDER = "backups"


def has_any(folder: Path) -> bool:
    """Tell whether a data folder holds a backup."""
    return any((folder / FOLDER).glob("reception-*.db"))


def back_up(database: SqliteDatabase, folder: Path, why: str) -> Path:
    """Copy the open database into `folder`/backups and give the copy's path; the copy is checked before it counts.

    Raises:
        OSError, peewee.DatabaseError: the copy could not be made or is not sound.
    """
    target_folder = folder / FOLDER
    target_folder.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    final = target_folder / f"reception-{stamp}-{why}.db"
    partial = final.with_suffix(".tmp")
    target = dbapi2.connect(str(partial), isolation_level=None)
    try:
        database.connection().backup(target)
        target.execute("PRAGMA journal_mode = delete")
        verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise OSError(f"backup is not sound: {verdict}")
    finally:
        target.close()
    with partial.open("rb+") as handle:
        os.fsync(handle.fileno())
    partial.replace(final)
    return final
