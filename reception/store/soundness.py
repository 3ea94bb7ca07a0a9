"""Looking at the database as a doctor does: nothing is taken for granted, nothing is changed."""

from dataclasses import dataclass
from typing import Any, cast

from peewee import SqliteDatabase

from reception.rules.audit import AuditEntry
from reception.store import migrations
from reception.store.database import Store
from reception.store.models import ROWS, SequenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """The records of a kind that can be read, by row number, and the row numbers of those that cannot."""

    records: dict[int, Any]
    unreadable: tuple[int, ...]


def file_faults(store: Store) -> tuple[str, ...]:
    """Give what SQLite itself finds wrong with pages, indexes and checked columns; () when it is sound."""
    rows = store.database.execute_sql("PRAGMA integrity_check(20)").fetchall()
    return tuple(str(row[0]) for row in rows if row[0] != "ok")


def lost_guards(store: Store) -> tuple[str, ...]:
    """Give the names of the triggers and indexes that are not there as they were made."""
    with SqliteDatabase(":memory:") as whole:
        migrations.run(whole)
        made = _guards(whole)
    found = _guards(store.database)
    return tuple(sorted(name for name in made if found.get(name) != made[name]))


def _guards(database: SqliteDatabase) -> dict[str, str]:
    names = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
    return dict(database.execute_sql(names).fetchall())


def read_all(kind: type[Any]) -> Readable:
    """Give every record of a kind, within a reading; a row that cannot be read does not hide the others."""
    model = ROWS[kind]
    key = getattr(model, "seq" if kind is AuditEntry else "id")
    try:
        return Readable(records={getattr(row, key.name): row.record() for row in model.select()}, unreadable=())
    except Exception:  # noqa: BLE001 - damaged bytes raise whatever they like; the rows say which
        return _one_by_one(model, key)


def _one_by_one(model: Any, key: Any) -> Readable:
    records: dict[int, Any] = {}
    unreadable = []
    for (number,) in list(model.select(key).order_by(key).tuples()):
        try:
            records[number] = next(iter(model.select().where(key == number))).record()
        except Exception:  # noqa: BLE001 - as above
            unreadable.append(number)
    return Readable(records=records, unreadable=tuple(unreadable))


def texts(kind: type[Any], column: str) -> dict[int, str]:
    """Give a column that no record has, by row number."""
    model = cast(Any, ROWS[kind])
    return dict(model.select(model.id, getattr(model, column)).tuples())


def counters() -> dict[tuple[str, int], int]:
    """Give the last number of each series and year."""
    rows = cast(Any, SequenceRow).select(SequenceRow.kind, SequenceRow.year, SequenceRow.last).tuples()
    return {(kind, year): last for kind, year, last in rows}
