"""Print the statements that make the tables and indexes of the present models, for a new migration step."""

from reception.store.database import SqlCipherDatabase
from reception.store.models import TABLES, proxy


def statements() -> list[str]:
    """Give the CREATE statements in the order of the tables."""
    database = SqlCipherDatabase(":memory:")
    proxy.initialize(database)
    found: list[str] = []
    for table in TABLES:
        schema = table._schema
        contexts = [schema._create_table(safe=False), *schema._create_indexes(safe=False)]
        found += [context.query()[0] for context in contexts]
    return found


if __name__ == "__main__":
    for statement in statements():
        print(statement + ";")
