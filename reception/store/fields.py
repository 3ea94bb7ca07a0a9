"""Column kinds: checked text, choices, days, instants, documents. STRICT tables hold them as TEXT or INTEGER."""

import json
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from peewee import SQL, BooleanField, Check, IntegerField, Model, TextField

from reception.rules.plain import from_plain, to_plain


class Text(TextField):
    """Text with a length that the database checks too. `joined` columns came later: earlier rows hold ''."""

    def __init__(self, limit: int, *, joined: bool = False, **options: Any) -> None:
        self.limit, self.joined = limit, joined
        super().__init__(**options)

    def bind(self, model: type[Model], name: str, set_attribute: bool = True) -> None:
        """Join the model and add the check under the column's final name."""
        super().bind(model, name, set_attribute)
        check = Check(f'length("{self.column_name}") <= {self.limit}')
        self.constraints = [SQL("DEFAULT ''"), check] if self.joined else [check]


def joined_flag() -> BooleanField:
    """Give a yes or no that came later: earlier rows say no."""
    return BooleanField(constraints=[SQL("DEFAULT 0")])


def joined_count() -> IntegerField:
    """Give a number that came later: earlier rows hold 0."""
    return IntegerField(constraints=[SQL("DEFAULT 0")])


class Choice(TextField):
    """A closed set, stored as its value."""

    def __init__(self, kind: type[StrEnum], **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)

    def db_value(self, value: Any) -> Any:
        """Give the stored form; a value outside the set is refused."""
        return None if value is None else self.kind(value).value

    def python_value(self, value: Any) -> Any:
        """Give the member."""
        return None if value is None else self.kind(value)


class UtcField(TextField):
    """An instant: aware UTC outside, naive ISO text with microseconds inside, so that text order is time order."""

    def db_value(self, value: Any) -> Any:
        """Give the stored text.

        Raises:
            ValueError: the instant is naive; guessing its zone would move it.
        """
        if value is None or isinstance(value, str):
            return value
        if value.tzinfo is None:
            raise ValueError("an instant must know its zone")
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")

    def python_value(self, value: Any) -> Any:
        """Give the aware instant."""
        return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)


class Day(TextField):
    """A date."""

    def db_value(self, value: Any) -> Any:
        """Give ISO text."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: Any) -> Any:
        """Give the date."""
        return None if value is None else date.fromisoformat(value)


class Document(TextField):
    """A record, or a tuple of records, kept whole as JSON."""

    def __init__(self, kind: Any, **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)

    def db_value(self, value: Any) -> Any:
        """Give JSON text."""
        if value is None or isinstance(value, str):
            return value
        return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))

    def python_value(self, value: Any) -> Any:
        """Give the record."""
        return None if value is None else from_plain(self.kind, json.loads(value))
