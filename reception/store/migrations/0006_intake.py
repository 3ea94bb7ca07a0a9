"""Who promised a call and who entered an absence, by account; the form from which a try to call was noted.

The statements stand in the file of the same name, apart from the models, and never change.
"""

from pathlib import Path
from typing import Any

from peewee import SqliteDatabase


def up(migrator: Any, db: SqliteDatabase) -> None:
    """Join the columns, fill them by the names that stood there, and make the index."""
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n--\n")
    for statement in statements:
        db.execute_sql(statement)
    db.execute_sql("PRAGMA user_version = 6")
