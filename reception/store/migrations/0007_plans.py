"""Training that is planned ahead; the record and the absence that a finding of supervision is about.

The statements stand in the file of the same name, apart from the models, and never change.
"""

from pathlib import Path
from typing import Any

from peewee import SqliteDatabase


def up(migrator: Any, db: SqliteDatabase) -> None:
    """Make the table, join the columns and make the indexes."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n--\n")
    for statement in statements:
        db.execute_sql(statement)
    db.execute_sql("PRAGMA user_version = 7")
