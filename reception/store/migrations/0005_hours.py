"""Office hours from a day on, and when the lights of an office turn yellow.

The statements stand in the file of the same name, apart from the models, and never change.
"""

from pathlib import Path
from typing import Any

from peewee import SqliteDatabase


def up(migrator: Any, db: SqliteDatabase) -> None:
    """Join the column and make the table, its index and trigger."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n--\n")
    for statement in statements:
        db.execute_sql(statement)
    db.execute_sql("PRAGMA user_version = 5")
