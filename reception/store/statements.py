"""The statements of each kind of record, put into words once: making them anew costs more than running them.

Only names of tables and columns, which come from the rows, stand in the words; values go in as parameters.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any, cast

from reception.store.models import ROWS
from reception.store.row import proxy


class Statements:
    """The statements of one kind of record, and the way of its values to and from the database."""

    def __init__(self, kind: type[Any]) -> None:
        self.kind = kind
        meta = cast(Any, ROWS[kind])._meta  # noqa: SLF001 - peewee's name for what it tells everybody
        self.table = f'"{meta.table_name}"'
        self.fields: dict[str, Any] = meta.fields
        self.names = tuple(column.name for column in dataclasses.fields(kind))
        self._defaults = {name: one.default for name, one in self.fields.items() if name in ROWS[kind].extra}
        self._read = tuple(self.fields[name].python_value for name in self.names)
        self._inserts: dict[tuple[str, ...], str] = {}
        self._updates: dict[tuple[str, ...], str] = {}
        self._selects: dict[tuple[str, ...], str] = {}

    def one(self, **equal: object) -> Any | None:
        """Give the record with these values, the oldest when there are several, or None."""
        row = proxy.execute_sql(self._select(tuple(equal)), self._written(equal)).fetchone()
        return None if row is None else self.record(row)

    def all(self, **equal: object) -> list[Any]:
        """Give the records with these values, none of which is None, the oldest first."""
        rows = proxy.execute_sql(self._select(tuple(equal)), self._written(equal)).fetchall()
        return [self.record(row) for row in rows]

    def _select(self, names: tuple[str, ...]) -> str:
        sql = self._selects.get(names)
        if sql is None:
            listed = ", ".join(self._column(name) for name in self.names)
            wanted = " AND ".join(f"{self._column(name)} = ?" for name in names) or "1"
            sql = f"SELECT {listed} FROM {self.table} WHERE {wanted} ORDER BY rowid"  # noqa: S608 - names only
            self._selects[names] = sql
        return sql

    def record(self, row: Iterable[Any]) -> Any:
        """Give the record of a row's values, in the order of its fields."""
        values = (read(value) for read, value in zip(self._read, row, strict=True))
        return self.kind(**dict(zip(self.names, values, strict=True)))

    def insert(self, values: dict[str, object]) -> int:
        """Add a row and give its number."""
        values = self._defaults | values
        names = tuple(values)
        sql = self._inserts.get(names)
        if sql is None:
            listed, marks = ", ".join(self._column(name) for name in names), ", ".join("?" for _ in names)
            sql = f"INSERT INTO {self.table} ({listed}) VALUES ({marks})"  # noqa: S608 - names only
            self._inserts[names] = sql
        return int(proxy.execute_sql(sql, self._written(values)).lastrowid)

    def insert_all(self, rows: Sequence[dict[str, object]]) -> None:
        """Add rows of the same columns, their numbers among them."""
        names = (*self._defaults, *rows[0])
        listed, marks = ", ".join(self._column(name) for name in names), ", ".join("?" for _ in names)
        sql = f"INSERT INTO {self.table} ({listed}) VALUES ({marks})"  # noqa: S608 - names only
        proxy.connection().executemany(sql, [self._written(self._defaults | values) for values in rows])

    def update_all(self, rows: Sequence[tuple[int, int, dict[str, object]]]) -> bool:
        """Change rows in the same columns, each if it still has its version, and tell whether all had.

        A row that had not leaves the others changed: whoever asks gives the transaction up.
        """
        listed = ", ".join(f"{self._column(name)} = ?" for name in rows[0][2])
        sql = f'UPDATE {self.table} SET {listed} WHERE "id" = ? AND "version" = ?'  # noqa: S608 - names only
        written = [[*self._written(values), record_id, version] for record_id, version, values in rows]
        return int(proxy.connection().executemany(sql, written).rowcount) == len(rows)

    def last_id(self) -> int:
        """Give the highest number of a row, 0 while there is none."""
        sql = f'SELECT max("id") FROM {self.table}'  # noqa: S608 - names only
        return int(proxy.execute_sql(sql).fetchone()[0] or 0)

    def update(self, record_id: int, version: int, values: dict[str, object]) -> bool:
        """Change a row if it still has this version, and tell whether it had."""
        names = tuple(values)
        sql = self._updates.get(names)
        if sql is None:
            listed = ", ".join(f"{self._column(name)} = ?" for name in names)
            sql = f'UPDATE {self.table} SET {listed} WHERE "id" = ? AND "version" = ?'  # noqa: S608 - names only
            self._updates[names] = sql
        return bool(proxy.execute_sql(sql, [*self._written(values), record_id, version]).rowcount)

    def _column(self, name: str) -> str:
        return f'"{self.fields[name].column_name}"'

    def _written(self, values: dict[str, object]) -> list[Any]:
        return [self.fields[name].db_value(value) for name, value in values.items()]


_KNOWN: dict[type[Any], Statements] = {}


def statements_of(kind: type[Any]) -> Statements:
    """Give the statements of a kind of record."""
    found = _KNOWN.get(kind)
    if found is None:
        found = _KNOWN[kind] = Statements(kind)
    return found
