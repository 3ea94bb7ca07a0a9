"""How long each text of the house's records may be, and their cleaning.

The database checks the same lengths once more; here the person learns of them at the field.
"""

import dataclasses
from collections.abc import Collection, Mapping
from typing import Any, TypeVar, cast

from reception.errors import Invalid, Reason
from reception.rules.absences import Absence
from reception.rules.catalogue import Matter, Unit
from reception.rules.office import Counter, Office
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.rules.text import clean, settle_name

Kept = TypeVar("Kept", Office, Counter, Account, Post, Unit, Matter, Absence)

LENGTHS: Mapping[type[Any], Mapping[str, int]] = {
    Office: {
        "name": 100,
        "name_en": 200,
        "university": 100,
        "university_en": 200,
        "short_name": 8,
        "unit_code": 20,
        "place": 200,
        "phone": 60,
        "supervise_phone": 60,
        "area_code": 8,
        "zone": 60,
    },
    Counter: {"name": 60},
    Absence: {"account": 60, "reason": 200, "reach": 60, "leader_told": 60, "made_by": 60},
    Account: {"name": 60, "phone": 60},
    Post: {"code": 20, "name": 120, "name_en": 200, "unit_code": 20, "phone": 60, "place": 200, "duties": 2000},
    Unit: {
        "code": 20,
        "name": 100,
        "name_en": 200,
        "place": 200,
        "place_en": 200,
        "phone": 60,
        "duties": 1000,
        "hours": 200,
    },
    Matter: {
        "code": 20,
        "name": 200,
        "name_en": 300,
        "unit_code": 20,
        "post_code": 20,
        "statutory_text": 300,
        "condition": 1000,
        "condition_en": 1000,
        "result": 1000,
        "result_en": 1000,
        "fee": 300,
        "fee_en": 300,
        "place": 200,
        "place_en": 200,
        "hours": 200,
        "phone": 60,
        "supervise_phone": 60,
    },
}
ITEM_LENGTHS: Mapping[str, int] = {"pause_reasons": 200, "basis": 500, "keywords": 60}
ROW_LENGTHS: Mapping[str, int] = {"name": 300, "name_en": 300, "when": 200}
MOST_ROWS = 60


def cleaned(record: Kept) -> tuple[Kept, tuple[Reason, ...]]:
    """Give the record with every text cleaned, and what cannot be kept: too long, private characters.

    Where there is a reason, the text stands as it was given.
    """
    reasons: list[Reason] = []
    texts: dict[str, Any] = {
        name: _cleaned(getattr(record, name), name, limit, reasons) for name, limit in LENGTHS[type(record)].items()
    }
    if isinstance(record, Account):
        texts["name"] = settle_name(texts["name"])
    if isinstance(record, Matter):
        for name, limit in ITEM_LENGTHS.items():
            texts[name] = _cleaned_items(getattr(record, name), name, limit, reasons)
        for name in ("materials", "steps"):
            texts[name] = _cleaned_rows(getattr(record, name), name, reasons)
    return dataclasses.replace(record, **texts), tuple(reasons)


Record = TypeVar("Record")


def cleaned_texts(
    record: Record, lengths: Mapping[str, int], of_lines: Collection[str] = ()
) -> tuple[Record, tuple[Reason, ...]]:
    """Give a record with the named texts cleaned, and what cannot be kept; where there is a reason a text stands.

    Those of `of_lines` keep their line ends.
    """
    reasons: list[Reason] = []
    texts = {
        name: _cleaned(getattr(record, name), name, limit, reasons, lines=name in of_lines)
        for name, limit in lengths.items()
    }
    return cast(Record, dataclasses.replace(cast(Any, record), **texts)), tuple(reasons)


def cleaned_text(raw: str, field: str, limit: int, *, lines: bool = True) -> str:
    """Give one text cleaned, with its line ends.

    Raises:
        Invalid: it cannot be kept as it is; the reasons stand at the field.
    """
    reasons: list[Reason] = []
    text = _cleaned(raw, field, limit, reasons, lines=lines)
    if reasons:
        raise Invalid(*reasons)
    return text


def _cleaned(raw: str, field: str, limit: int, reasons: list[Reason], *, lines: bool = False) -> str:
    try:
        return clean(raw, limit, lines=lines)
    except Invalid as refused:
        reasons += [dataclasses.replace(reason, field=field) for reason in refused.reasons]
        return raw


def _cleaned_items(items: tuple[str, ...], field: str, limit: int, reasons: list[Reason]) -> tuple[str, ...]:
    _note_many(items, field, reasons)
    found = [_cleaned(item, f"{field}.{place}", limit, reasons) for place, item in enumerate(items, start=1)]
    return tuple(item for item in found if item)


def _cleaned_rows(rows: tuple[Any, ...], field: str, reasons: list[Reason]) -> tuple[Any, ...]:
    _note_many(rows, field, reasons)
    return tuple(_cleaned_row(row, f"{field}.{place}", reasons) for place, row in enumerate(rows, start=1))


def _cleaned_row(row: Any, field: str, reasons: list[Reason]) -> Any:
    names = [column.name for column in dataclasses.fields(row) if column.name in ROW_LENGTHS]
    texts = {name: _cleaned(getattr(row, name), f"{field}.{name}", ROW_LENGTHS[name], reasons) for name in names}
    return dataclasses.replace(row, **texts)


def _note_many(items: tuple[Any, ...], field: str, reasons: list[Reason]) -> None:
    if len(items) > MOST_ROWS:
        reasons.append(Reason(code="too_many", field=field, values={"most": MOST_ROWS}))
