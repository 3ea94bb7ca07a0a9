"""Records to plain JSON values and back, by their declared types; one road for columns, drafts and `show`."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any

_PLAIN = frozenset({type(None), bool, int, float, str})


def to_plain(value: object) -> Any:
    """Give the JSON form of a record, a tuple of records, an enum, an instant, or a plain value."""
    if type(value) in _PLAIN:  # most values are; asking for all else of each costs more than all the rest
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """Give the value of a declared type from its JSON form; the reverse of `to_plain`.

    Raises:
        ValueError, KeyError, TypeError: the JSON form does not fit the type.
    """
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        inner = [argument for argument in arguments if argument is not type(None)]
        return None if value is None else from_plain(inner[0], value)
    if origin is tuple:
        return _tuple_from(arguments, value)
    if not isinstance(kind, type):
        return value
    if dataclasses.is_dataclass(kind):
        return kind(**{name: from_plain(hint, value[name]) for name, hint in _hints(kind).items() if name in value})
    if issubclass(kind, Enum):
        return kind(value)
    if kind in (datetime, date, time):
        return kind.fromisoformat(value)
    return _named_tuple_from(kind, value) if hasattr(kind, "_fields") else value


def _tuple_from(arguments: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(from_plain(arguments[0], item) for item in value)
    return tuple(from_plain(argument, item) for argument, item in zip(arguments, value, strict=True))


def _named_tuple_from(kind: type, value: Any) -> Any:
    hints = typing.get_type_hints(kind)
    return kind(*(from_plain(hint, item) for hint, item in zip(hints.values(), value, strict=True)))


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind) if field.init}
