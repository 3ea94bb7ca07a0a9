"""The database file: opened once, checked, migrated, written under one lock, read as of one moment.

Settings as measured for durability: WAL with synchronous=FULL loses nothing at a power cut, IMMEDIATE
transactions never meet a late lock (docs/decisions/0002).
"""

import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from peewee import OperationalError, SqliteDatabase
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from reception.errors import Unavailable
from reception.store import backup, migrations
from reception.store.failures import FAILURES, explain
from reception.store.models import proxy
from reception.workstation import is_network_folder

APPLICATION_ID = 0x52435054
FILE_NAME = "reception.db"
KEY_NAME = "audit.key"
OLDEST_SQLITE = (3, 51, 3)
BUSY_MS = 250
PATIENCE_S = 30.0
KEY_BYTES = 32
LEAST_FREE_BYTES = 64 * 1024
"""With less room on its disk SQLite cannot even open a database, and calls that a failure of the disk."""

_PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("secure_delete", 1),
    ("temp_store", "memory"),
    ("mmap_size", 0),
    ("cache_size", -65536),
    ("journal_size_limit", 4 * 1024 * 1024),
    ("busy_timeout", BUSY_MS),
)


class Store:
    """An open database. Each thread gets its own connection; `close` ends the calling thread's."""

    def __init__(self, folder: Path, database: SqliteDatabase, key: bytes) -> None:
        self.folder = folder
        self.database = database
        self.key = key
        self.key_id = key[:4].hex()
        self._readers: dict[int, Any] = {}
        self._stopping = threading.Lock()

    @contextmanager
    def writing(self, patience_s: float = PATIENCE_S) -> Iterator[None]:
        """Hold one IMMEDIATE transaction; wait for another program's lock up to `patience_s` seconds.

        Raises:
            Unavailable: locked, disk full, read-only, damaged. Nothing was written then.
        """
        try:
            self._begin(patience_s)
            try:
                yield
            except BaseException:
                self.database.rollback()
                raise
            self.database.commit()
        except FAILURES as failure:
            self._leave_transaction()
            error = explain(failure)
            if error is None:
                raise
            raise _full_or(error, self.folder) from failure

    def _speak(self) -> None:
        """Let rows mean this store: another may have been opened, looked at and closed in the meantime."""
        if proxy.obj is not self.database:
            proxy.initialize(self.database)

    def _begin(self, patience_s: float) -> None:
        self._speak()
        deadline = time.monotonic() + patience_s
        while True:
            try:
                self.database.begin("IMMEDIATE")
                return
            except OperationalError as failure:
                error = explain(failure)
                if error is None or error.code != "locked" or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)

    def _leave_transaction(self) -> None:
        connection = self.database.connection()
        if connection.in_transaction:
            connection.rollback()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one view of the data as of one moment; waits for nobody.

        Raises:
            Unavailable: damaged, or the file cannot be read.
        """
        self._speak()
        connection = self.database.connection()
        self._readers[threading.get_ident()] = connection
        try:
            self.database.begin("DEFERRED")
            try:
                yield
            finally:
                self._end_reading()
                self.database.rollback()
        except FAILURES as failure:
            error = explain(failure)
            if error is None:
                raise
            raise error from failure
        finally:
            self._end_reading()

    def _end_reading(self) -> None:
        """Let nobody stop what follows: a rollback that is stopped would leave the transaction open for ever."""
        with self._stopping:
            self._readers.pop(threading.get_ident(), None)

    def interrupt(self, thread: int) -> None:
        """Stop the query that a thread is running, if any."""
        with self._stopping:
            connection = self._readers.get(thread)
            if connection is not None:
                connection.interrupt()

    def tidy(self) -> None:
        """Move the write-ahead log into the file, so that a copy of the file alone is nearly whole."""
        self.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the calling thread's connection."""
        if not self.database.is_closed():
            self.database.close()


def check_library(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Refuse an SQLite with the WAL-reset defect.

    Raises:
        Unavailable: the linked library is too old.
    """
    if version < OLDEST_SQLITE:
        raise Unavailable("sqlite_old", version=".".join(map(str, version)))


def exists(folder: Path) -> bool:
    """Tell whether a data folder holds a database."""
    return (folder / FILE_NAME).exists()


def create_store(folder: Path) -> Store:
    """Make a new database in a folder and open it.

    Raises:
        Unavailable: there is one already, or the folder is on a network share or cannot be written.
    """
    if exists(folder):
        raise Unavailable("exists_already", folder=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_key(folder / KEY_NAME)
    except OSError as failure:
        raise explain(failure) or Unavailable("cannot_open") from failure
    return _open(folder, new=True)


def open_store(folder: Path) -> Store:
    """Open the database of a folder; an older one is backed up and migrated, a newer one refused.

    Raises:
        Unavailable: missing, empty, damaged, newer than the program, or on a network share.
    """
    path = folder / FILE_NAME
    if not path.exists():
        raise Unavailable("no_store", folder=str(folder))
    if path.stat().st_size == 0:
        raise Unavailable("damaged")
    if not (folder / KEY_NAME).exists():
        raise Unavailable("no_key", folder=str(folder))
    return _open(folder, new=False)


def _open(folder: Path, *, new: bool) -> Store:
    check_library()
    if is_network_folder(folder):
        raise Unavailable("network_folder", folder=str(folder))
    connect = cast(Callable[..., SqliteDatabase], SqlCipherDatabase)
    database = connect(str(folder / FILE_NAME), pragmas=_PRAGMAS, lock_type="IMMEDIATE", check_same_thread=False)
    try:
        database.connect()
        _check_identity(database, new=new)
        proxy.initialize(database)
        store = Store(folder, database, _read_key(folder))
        _migrate(store, new=new)
        return store
    except Unavailable:
        database.close()
        raise
    except FAILURES as failure:
        database.close()
        raise _full_or(explain(failure) or Unavailable("database"), folder) from failure


def _read_key(folder: Path) -> bytes:
    key = (folder / KEY_NAME).read_bytes()
    if len(key) != KEY_BYTES:
        raise Unavailable("no_key", folder=str(folder))
    return key


def _full_or(error: Unavailable, folder: Path) -> Unavailable:
    """Give the error, or that the disk is full where a failure of the disk means no more than that."""
    if error.code in {"io_error", "cannot_open"} and free_bytes(folder) < LEAST_FREE_BYTES:
        return Unavailable("disk_full")
    return error


def free_bytes(folder: Path) -> int:
    """Give the room left on the disk of a folder."""
    return shutil.disk_usage(folder).free


def _check_identity(database: SqliteDatabase, *, new: bool) -> None:
    if new:
        database.pragma("application_id", APPLICATION_ID)
        return
    if database.pragma("application_id") != APPLICATION_ID:
        raise Unavailable("not_ours")
    if int(cast(int, database.pragma("user_version"))) > migrations.newest():
        raise Unavailable("newer_database")


def _migrate(store: Store, *, new: bool) -> None:
    if not migrations.pending(store.database):
        return
    if not new:
        backup.back_up(store.database, store.folder, "before-migration")
    migrations.run(store.database)


def _write_key(path: Path) -> None:
    if path.exists():
        return
    path.touch(mode=0o600)
    path.write_bytes(secrets.token_bytes(KEY_BYTES))
