"""Reading, adding and changing records: one way for all kinds."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from reception.errors import Conflict, NotFound
from reception.store.models import ROWS
from reception.store.row import proxy
from reception.store.statements import statements_of

T = TypeVar("T")


def row_of(kind: type[Any]) -> Any:
    """Give the row class of a record class."""
    return ROWS[kind]


def get(kind: type[T], record_id: int) -> T:
    """Give the record with this id.

    Raises:
        NotFound: there is none.
    """
    record = statements_of(kind).one(id=record_id)
    if record is None:
        raise NotFound("not_found", kind=kind.__name__, id=record_id)
    return cast(T, record)


def find(kind: type[T], *conditions: Any, **equal: Any) -> T | None:
    """Give the one record that meets the conditions, or None."""
    if conditions or not equal or None in equal.values():
        rows = select(kind, *conditions, limit=1, **equal)
        return rows[0] if rows else None
    return cast(T | None, statements_of(kind).one(**equal))


def select(
    kind: type[T], *conditions: Any, order: Iterable[Any] = (), limit: int | None = None, **equal: object
) -> list[T]:
    """Give the records that meet the conditions, in the order of the columns named, at most `limit`."""
    if not conditions and not order and limit is None and None not in equal.values():
        return statements_of(kind).all(**equal)
    model = row_of(kind)
    query = model.select()
    for condition in conditions:
        query = query.where(condition)
    for name, value in equal.items():
        query = query.where(getattr(model, name) == value)
    query = query.order_by(*order) if order else query.order_by(model.id)
    return [cast(T, row.record()) for row in (query.limit(limit) if limit is not None else query)]


def mark_of(kinds: tuple[type[Any], ...]) -> tuple[int, ...]:
    """Give what differs as soon as a record of these kinds is added or changed: how many, how often.

    Records of these kinds are never removed.
    """
    return tuple(map(int, proxy.execute_sql(_mark_words(kinds)).fetchone()))


@cache
def _mark_words(kinds: tuple[type[Any], ...]) -> str:
    changes = 'COUNT(*) + COALESCE(SUM("version"), 0)'
    each = (f"(SELECT {changes} FROM {statements_of(kind).table})" for kind in kinds)  # noqa: S608 - names of ours
    return f"SELECT {', '.join(each)}"


def columns(kind: type[Any], names: Sequence[str], *conditions: Any) -> list[tuple[Any, ...]]:
    """Give a few columns of the records that meet the conditions: much cheaper than whole records by thousands.

    What stands in many rows is read once.
    """
    model = row_of(kind)
    query = model.select(*(getattr(model, name) for name in names))
    for condition in conditions:
        query = query.where(condition)
    words, values = query.sql()
    read = [_remembering(getattr(model, name).python_value) for name in names]
    return [
        tuple(give(value) for give, value in zip(read, row, strict=True))
        for row in proxy.execute_sql(words, values).fetchall()
    ]


def _remembering(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    known: dict[Any, Any] = {}

    def given(value: Any) -> Any:
        if value not in known:
            known[value] = read(value)
        return known[value]

    return given


def add(record: T, **extra: object) -> T:
    """Insert a record (its id is given by the database) and give it with its id and version 1."""
    values = _columns(record)
    values.pop("id")
    values["version"] = 1
    new_id = statements_of(type(record)).insert(values | extra)
    return cast(T, dataclasses.replace(cast(Any, record), id=new_id, version=1))


def change(record: T, **extra: object) -> T:
    """Write a changed record if nobody else changed it since it was read, and give it with its new version.

    Raises:
        Conflict: the stored version is not the record's.
    """
    values = _columns(record)
    record_id, version = values.pop("id"), values["version"]
    values["version"] = version + 1
    changed = statements_of(type(record)).update(record_id, version, values | extra)
    if not changed:
        raise Conflict("conflict", kind=type(record).__name__, id=record_id)
    return cast(T, dataclasses.replace(cast(Any, record), version=version + 1))


def add_all(new: Sequence[T]) -> list[T]:
    """Insert records of one kind in one statement, and give them with their ids and version 1."""
    if not new:
        return []
    statements = statements_of(type(new[0]))
    first = statements.last_id() + 1
    added = [dataclasses.replace(cast(Any, each), id=first + place, version=1) for place, each in enumerate(new)]
    statements.insert_all([_columns(each) for each in added])
    return cast(list[T], added)


def change_all(pairs: Sequence[tuple[T, T]]) -> list[T]:
    """Write changed records of one kind in one statement, each as it was read and as it is to be.

    Returns:
        The records with their new versions.

    Raises:
        Conflict: one of them is no longer as it was read; the others are written, so the transaction must be given up.
    """
    if not pairs:
        return []
    kind, both = type(pairs[0][0]), cast(Sequence[tuple[Any, Any]], pairs)
    everything = [field.name for field in dataclasses.fields(cast(Any, kind))]
    names = [name for name in everything if any(getattr(old, name) != getattr(new, name) for old, new in both)]
    changed = [dataclasses.replace(new, version=new.version + 1) for _old, new in both]
    rows = [
        (old.id, old.version, {name: getattr(new, name) for name in (*names, "version")})
        for (old, _new), new in zip(both, changed, strict=True)
    ]
    if not statements_of(kind).update_all(rows):
        raise Conflict("conflict", kind=kind.__name__, id=rows[0][0])
    return changed


def _columns(record: object) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in dataclasses.fields(cast(Any, record))}


_ADVANCE = """
INSERT INTO "sequence" ("kind", "year", "last") VALUES (?, ?, 1)
ON CONFLICT ("kind", "year") DO UPDATE SET "last" = "last" + 1 RETURNING "last"
"""


def next_number(kind: str, year: int) -> int:
    """Advance a counter within the running transaction and give its new value, from 1."""
    ((last,),) = proxy.execute_sql(_ADVANCE, (kind, year)).fetchall()
    return int(last)
