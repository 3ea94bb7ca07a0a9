"""What people type into a search, made fit for a query: nothing of it can break the statement or stall it."""

from typing import Any

from peewee import fn

LONGEST = 64


def query_text(typed: str) -> str:
    """Give what was typed without what SQLite cannot bind (lone surrogates, NUL), cut to a search's length."""
    return typed[:LONGEST].encode("utf-8", "ignore").decode("utf-8").replace("\x00", "").strip()


def holds(column: Any, text: str) -> Any:
    """Give the condition that a column holds a text, letter by letter as it is; quicker than a pattern."""
    return fn.INSTR(column, text) > 0
