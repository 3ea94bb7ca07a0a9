"""How long each text of a record may be, and which characters no text of a form may hold.

The database checks the same lengths once more; here the person learns of them at the field.
"""

import dataclasses
import unicodedata
from collections.abc import Mapping
from typing import Any

from reception.errors import Reason
from reception.rules.catalogue import Matter, Unit
from reception.rules.office import Counter, Office
from reception.rules.roster import Post
from reception.rules.staff import Account

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
    Account: {"name": 60, "phone": 60},
    Post: {"code": 20, "name": 120, "name_en": 200, "unit_code": 20, "phone": 60, "place": 200},
    Unit: {"code": 20, "name": 100, "name_en": 200, "place": 200, "place_en": 200, "phone": 60},
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
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BANNED_CATEGORIES = frozenset({"Cc", "Cs", "Co"})


def bad_character(text: str) -> str:
    """Give U+XXXX of the first character that no text may hold, or an empty text.

    Not allowed: control characters, halves of surrogate pairs, private-use characters (old systems drew rare
    names with them; nobody else can read them), and characters that turn the direction of writing.
    """
    for character in text:
        if unicodedata.category(character) in _BANNED_CATEGORIES or character in _BIDI:
            return f"U+{ord(character):04X}"
    return ""


def text_reasons(text: str, field: str, limit: int) -> list[Reason]:
    """Give what is wrong with one line of text: too long, or a character that may not stand in it."""
    reasons = []
    if len(text) > limit:
        reasons.append(Reason(code="too_long", field=field, values={"limit": limit}))
    sign = bad_character(text)
    if sign:
        reasons.append(Reason(code="control_character", field=field, values={"sign": sign}))
    return reasons


def record_reasons(record: Office | Counter | Account | Post | Unit | Matter) -> tuple[Reason, ...]:
    """Give what is wrong with the texts of a record, all at once, each at its field."""
    reasons = [
        reason
        for name, limit in LENGTHS[type(record)].items()
        for reason in text_reasons(getattr(record, name), name, limit)
    ]
    if isinstance(record, Matter):
        reasons += _item_reasons(record) + _row_reasons(record)
    return tuple(reasons)


def _item_reasons(matter: Matter) -> list[Reason]:
    reasons = []
    for name, limit in ITEM_LENGTHS.items():
        items = getattr(matter, name)
        if len(items) > MOST_ROWS:
            reasons.append(Reason(code="too_many", field=name, values={"most": MOST_ROWS}))
        for place, item in enumerate(items, start=1):
            reasons += text_reasons(item, f"{name}.{place}", limit)
    return reasons


def _row_reasons(matter: Matter) -> list[Reason]:
    reasons = []
    for name in ("materials", "steps"):
        rows = getattr(matter, name)
        if len(rows) > MOST_ROWS:
            reasons.append(Reason(code="too_many", field=name, values={"most": MOST_ROWS}))
        for place, row in enumerate(rows, start=1):
            for column in dataclasses.fields(row):
                if column.name in ROW_LENGTHS:
                    here = f"{name}.{place}.{column.name}"
                    reasons += text_reasons(getattr(row, column.name), here, ROW_LENGTHS[column.name])
    return reasons
