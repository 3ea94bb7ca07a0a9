"""Reading, adding and changing records: one way for all kinds."""

import dataclasses
from collections.abc import Iterable
from typing import Any, TypeVar, cast

from reception.errors import Conflict, NotFound
from reception.store.models import ROWS, SequenceRow

T = TypeVar("T")


def row_of(kind: type[Any]) -> Any:
    """Give the row class of a record class."""
    return ROWS[kind]


def get(kind: type[T], record_id: int) -> T:
    """Give the record with this id.

    Raises:
        NotFound: there is none.
    """
    row = row_of(kind).get_or_none(row_of(kind).id == record_id)
    if row is None:
        raise NotFound("not_found", kind=kind.__name__, id=record_id)
    return cast(T, row.record())


def find(kind: type[T], *conditions: Any, **equal: Any) -> T | None:
    """Give the one record that meets the conditions, or None."""
    rows = select(kind, *conditions, **equal)
    return rows[0] if rows else None


def select(
    kind: type[T], *conditions: Any, order: Iterable[Any] = (), limit: int | None = None, **equal: object
) -> list[T]:
    """Give the records that meet the conditions, in the order of the columns named, at most `limit`."""
    model = row_of(kind)
    query = model.select()
    for condition in conditions:
        query = query.where(condition)
    for name, value in equal.items():
        query = query.where(getattr(model, name) == value)
    query = query.order_by(*order) if order else query.order_by(model.id)
    return [cast(T, row.record()) for row in (query.limit(limit) if limit is not None else query)]


def add(record: T, **extra: object) -> T:
    """Insert a record (its id is given by the database) and give it with its id and version 1."""
    values = _columns(record)
    values.pop("id")
    values["version"] = 1
    model = row_of(type(record))
    new_id = model.insert(**values, **extra).execute()
    return cast(T, dataclasses.replace(cast(Any, record), id=new_id, version=1))


def change(record: T, **extra: object) -> T:
    """Write a changed record if nobody else changed it since it was read, and give it with its new version.

    Raises:
        Conflict: the stored version is not the record's.
    """
    values = _columns(record)
    record_id, version = values.pop("id"), values["version"]
    values["version"] = version + 1
    model = row_of(type(record))
    changed = (
        model.update(**values, **extra).where((model.id == record_id) & (cast(Any, model).version == version)).execute()
    )
    if not changed:
        raise Conflict("conflict", kind=type(record).__name__, id=record_id)
    return cast(T, dataclasses.replace(cast(Any, record), version=version + 1))


def _columns(record: object) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in dataclasses.fields(cast(Any, record))}


def next_number(kind: str, year: int) -> int:
    """Advance a counter within the running transaction and give its new value, from 1."""
    changed = (
        SequenceRow.update(last=SequenceRow.last + 1)
        .where((SequenceRow.kind == kind) & (SequenceRow.year == year))
        .execute()
    )
    if not changed:
        SequenceRow.insert(kind=kind, year=year, last=1).execute()
        return 1
    row = SequenceRow.get((SequenceRow.kind == kind) & (SequenceRow.year == year))
    return int(cast(Any, row).last)
