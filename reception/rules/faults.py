"""Reading plain parsed values (from YAML or JSON) while gathering every mistake with its place."""

import contextlib
import re
from datetime import date, datetime

from reception.errors import Invalid, Reason

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YEARS = range(1900, 2201)
"""Days of other years are slips of the keyboard; nothing can be counted to the very ends of the calendar."""
_SHOWN = 40
_SHOWN_BELOW = 10**15


class Faults:
    """The mistakes found so far in one reading."""

    def __init__(self) -> None:
        self.reasons: list[Reason] = []

    def add(self, code: str, field: str = "", **values: object) -> None:
        """Note one mistake."""
        self.reasons.append(Reason(code=code, field=field, values=values))

    def settle(self) -> None:
        """End the reading.

        Raises:
            Invalid: something was wrong; all reasons at once.
        """
        if self.reasons:
            raise Invalid(*self.reasons)


def shown(value: object) -> str:
    """Give a short printable form of a value that was refused, safe for any output."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _SHOWN_BELOW:
        return "…"
    if isinstance(value, str | bool | int | float | date):
        return printable(str(value)[:_SHOWN])
    return type(value).__name__


def printable(text: str) -> str:
    """Give the text with what UTF-8 cannot write replaced by a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def read_date(value: object, field: str, faults: Faults) -> date | None:
    """Give a date of `YEARS` from a date or from text `YYYY-MM-DD`; anything else is a fault and gives None."""
    found = value if isinstance(value, date) and not isinstance(value, datetime) else None
    if isinstance(value, str) and _ISO_DATE.fullmatch(value.strip()):
        with contextlib.suppress(ValueError):
            found = date.fromisoformat(value.strip())
    if found is not None and found.year in YEARS:
        return found
    faults.add("date_unreadable", field, value=shown(value))
    return None


def read_list(value: object, field: str, faults: Faults) -> list[object]:
    """Give the items of a list, none for an absent one; anything else is a fault and gives none."""
    if value is None:
        return []
    if isinstance(value, list | tuple):
        return list(value)
    faults.add("list_expected", field, value=shown(value))
    return []


def read_dates(value: object, field: str, faults: Faults) -> tuple[date, ...]:
    """Give the dates of a list; each unreadable one is a fault at `field[position]`, counted from 1."""
    found = (
        read_date(item, f"{field}[{place}]", faults)
        for place, item in enumerate(read_list(value, field, faults), start=1)
    )
    return tuple(on for on in found if on is not None)
