"""What people type into a search, made fit for a query: nothing of it can break the statement or stall it."""

LONGEST = 64


def query_text(typed: str) -> str:
    """Give what was typed without what SQLite cannot bind (lone surrogates, NUL), cut to a search's length."""
    return typed[:LONGEST].encode("utf-8", "ignore").decode("utf-8").replace("\x00", "").strip()
