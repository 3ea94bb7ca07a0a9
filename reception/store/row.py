"""The row that gives its record, and the database that is open."""

import dataclasses
from typing import Any, ClassVar, cast

from peewee import DatabaseProxy, Model, SqliteDatabase

proxy: Any = DatabaseProxy()


class Row(Model):
    """A row that gives its record. `extra` names the columns that no record has."""

    of: ClassVar[type[Any]]
    extra: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        """All tables are STRICT and belong to the database that is open."""

        database: SqliteDatabase = cast(SqliteDatabase, proxy)
        strict_tables = True
        legacy_table_names = False

    def record(self) -> Any:
        """Give the record of this row."""
        values = {field.name: getattr(self, field.name) for field in dataclasses.fields(self.of)}
        return self.of(**values)
