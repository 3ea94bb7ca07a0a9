"""A catalogue file (YAML) read into units and matters, with every mistake of the file at once.

Source: handbook §9 (service catalogue); decisions on the catalogue file (material ids are row numbers from 1,
the text of the statutory limit is kept and a structured pair filled where it parses).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from reception.errors import Reason
from reception.rules.catalogue import (
    Audience,
    CaseType,
    Category,
    Material,
    Matter,
    Step,
    Unit,
    check_matter,
    statutory_pair,
)
from reception.rules.faults import Faults, shown
from reception.rules.limits import Limit, LimitUnit, check_limit
from reception.rules.placed_reading import Reading
from reception.rules.text_lengths import cleaned
from reception.rules.yaml_tree import Block, read_tree

Read = TypeVar("Read")

FIRST_EFFECTIVE_ON = date(2000, 1, 1)
"""From when the first edition of a matter holds, so that a late entry finds it too."""

_CODE = re.compile(r"[\w-]{1,20}")
_TOP = frozenset({"university", "offices", "matters"})
_UNIT_KEYS = {
    "code": "code",
    "zh": "name",
    "en": "name_en",
    "place_zh": "place",
    "place_en": "place_en",
    "phone": "phone",
    "duties": "duties",
    "hours": "hours",
}
_MATTER_KEYS = {
    "id": "code",
    "name_zh": "name",
    "name_en": "name_en",
    "office": "unit_code",
    "audience": "audience",
    "category": "category",
    "case_type": "case_type",
    "limit": "limit",
    "statutory_limit": "statutory_text",
    "pause_reasons": "pause_reasons",
    "basis": "basis",
    "condition_zh": "condition",
    "condition_en": "condition_en",
    "materials": "materials",
    "steps": "steps",
    "result_zh": "result",
    "result_en": "result_en",
    "fee": "fee",
    "place_zh": "place",
    "place_en": "place_en",
    "hours": "hours",
    "phone": "phone",
    "supervise_phone": "supervise_phone",
    "online": "online",
    "keywords": "keywords",
}
_FEE_KEYS = frozenset({"amount_cny", "zh", "en"})
_REQUIRED = ("always", "conditional")
_UNUSED_MATTER_KEYS = frozenset({"office_zh", "office_en", "note"})
_MATERIAL_KEYS = {
    "name_zh": "name",
    "name_en": "name_en",
    "original": "original",
    "copies": "copies",
    "required": "required",
    "when_zh": "when",
}
_STEP_KEYS = {"zh": "name", "en": "name_en"}
_NO_COUNT = frozenset({LimitUnit.SAME_DAY, LimitUnit.HALF_MONTH})


def is_code(text: str) -> bool:
    """Tell whether a text may be the code of a unit or a matter: letters, digits and hyphens, at most 20."""
    return _CODE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFile:
    """What a catalogue file holds; the matters are first editions, dated `FIRST_EFFECTIVE_ON`."""

    units: tuple[Unit, ...]
    matters: tuple[Matter, ...]
    university: str = ""
    university_en: str = ""


def parse_catalogue(text: str) -> CatalogueFile:
    """Give the units and matters of a catalogue file.

    Raises:
        Invalid: every mistake at once; `field` says where (`matters.JW-03.limit`), `values` holds the `line`.
    """
    faults = Faults()
    root = read_tree(text, faults)
    if root is None or not isinstance(root, Block):
        if root is not None:
            faults.add("block_expected", line=root.line)
        faults.settle()
        return CatalogueFile(units=(), matters=())
    top = Reading(root, "", faults)
    top.known(_TOP)
    names = top.block("university", frozenset({"zh", "en"}))
    units = _distinct(top.rows("offices", _UNIT_KEYS), _read_unit, "code", faults)
    codes = frozenset(unit.code for unit in units)
    matters = _distinct(top.rows("matters", _MATTER_KEYS), lambda row: _read_matter(row, codes), "id", faults)
    if not matters and not faults.reasons:
        faults.add("file_without_matters")
    faults.settle()
    return CatalogueFile(
        units=tuple(units),
        matters=tuple(matters),
        university=names.text("zh") if names else "",
        university_en=names.text("en") if names else "",
    )


def _distinct(rows: list[Reading], read: Callable[[Reading], Read], key: str, faults: Faults) -> list[Read]:
    """Read rows whose code must be there, well formed, and not twice in the file."""
    lines: dict[str, int] = {}
    found = []
    for row in rows:
        code = row.text(key)
        if not code:
            row.fault("required", key)
        elif not is_code(code):
            row.fault("code_form", key, value=shown(code))
        else:
            row.place = f"{row.place.partition('.')[0]}.{code}"
            if code in lines:
                row.fault("code_twice", key, value=code, first=lines[code])
            lines.setdefault(code, row.line(key))
        found.append(read(row))
    return found


def _read_unit(row: Reading) -> Unit:
    row.known(_UNIT_KEYS)
    unit = Unit(
        code=row.text("code"),
        name=row.text("zh"),
        name_en=row.text("en"),
        place=row.text("place_zh"),
        place_en=row.text("place_en"),
        phone=row.text("phone"),
        duties=row.text("duties"),
        hours=row.text("hours"),
    )
    if not unit.name:
        row.fault("required", "zh")
    unit, reasons = cleaned(unit)
    _note(reasons, row)
    return unit


def _read_matter(row: Reading, unit_codes: frozenset[str]) -> Matter:
    row.known(_MATTER_KEYS.keys() | _UNUSED_MATTER_KEYS)
    matter, reasons = cleaned(replace(_read_contents(row), **_read_terms(row)))
    if matter.unit_code and matter.unit_code not in unit_codes:
        row.fault("unknown_unit", "office", code=shown(matter.unit_code))
    _note((*check_matter(matter), *reasons), row)
    return matter


def _read_contents(row: Reading) -> Matter:
    return Matter(
        code=row.text("id"),
        effective_on=FIRST_EFFECTIVE_ON,
        name=row.text("name_zh"),
        name_en=row.text("name_en"),
        unit_code=row.text("office"),
        post_code=row.text("id"),
        category=row.choice("category", Category, Category.ROUTINE),
        case_type=row.choice("case_type", CaseType, CaseType.PROMISED),
        limit=_read_limit(row),
        condition=row.text("condition_zh"),
        condition_en=row.text("condition_en"),
        result=row.text("result_zh"),
        result_en=row.text("result_en"),
        place=row.text("place_zh"),
        place_en=row.text("place_en"),
        hours=row.text("hours"),
        phone=row.text("phone"),
        supervise_phone=row.text("supervise_phone"),
        online=row.flag("online"),
    )


def _read_terms(row: Reading) -> dict[str, Any]:
    statutory = row.text("statutory_limit")
    statutory = "" if statutory.lower() == "none" else statutory
    fee = row.block("fee", _FEE_KEYS)
    return {
        "audience": _read_audience(row),
        "statutory_text": statutory,
        "statutory_limit": statutory_pair(statutory),
        "pause_reasons": row.texts("pause_reasons"),
        "basis": row.texts("basis"),
        "materials": tuple(_read_material(no, row) for no, row in enumerate(_materials(row), start=1)),
        "steps": tuple(_read_step(step) for step in row.rows("steps", _STEP_KEYS)),
        "fee": fee.text("zh") if fee else "",
        "fee_en": fee.text("en") if fee else "",
        "keywords": row.texts("keywords"),
    }


def _materials(row: Reading) -> list[Reading]:
    return row.rows("materials", _MATERIAL_KEYS)


def _read_audience(row: Reading) -> tuple[Audience, ...]:
    found = {}
    for text in row.texts("audience"):
        if text in frozenset(Audience):
            found[Audience(text)] = True
        else:
            row.fault("choice_unknown", "audience", value=shown(text), choices=", ".join(Audience))
    return tuple(found)


def _read_limit(row: Reading) -> Limit | None:
    block = row.block("limit", frozenset({"unit", "n"}))
    if block is None:
        return None
    before = len(row.faults.reasons)
    unit = block.choice("unit", LimitUnit, LimitUnit.WD)
    uncounted = unit in _NO_COUNT
    if not uncounted and block.present("n") is None:
        block.fault("required", "n")
    limit = Limit(unit=unit, n=block.count("n", 0 if uncounted else 1))
    if len(row.faults.reasons) == before:
        checked = Faults()
        check_limit(limit, "", checked)
        for reason in checked.reasons:
            block.fault(reason.code, "n", **reason.values)
    return limit


def _read_material(no: int, row: Reading) -> Material:
    row.known(_MATERIAL_KEYS)
    when, required = row.text("when_zh"), row.text("required") or "always"
    if required not in _REQUIRED:
        row.fault("choice_unknown", "required", value=shown(required), choices=", ".join(_REQUIRED))
    elif required == "conditional" and not when:
        row.fault("condition_missing", "when_zh")
    elif required == "always" and when:
        row.fault("condition_unexpected", "when_zh")
    return Material(
        no=no,
        name=row.text("name_zh"),
        name_en=row.text("name_en"),
        original=row.count("original", 1),
        copies=row.count("copies", 0),
        when=when,
    )


def _read_step(row: Reading) -> Step:
    row.known(_STEP_KEYS)
    step = Step(name=row.text("zh"), name_en=row.text("en"))
    if not step.name:
        row.fault("required", "zh")
    return step


def _note(reasons: Iterable[Reason], row: Reading) -> None:
    """Note what the rules say against a record, where the reading has not complained already."""
    seen = {reason.field for reason in row.faults.reasons}
    for reason in reasons:
        place = f"{row.place}.{reason.field}"
        if not any(field == place or field.startswith(f"{place}.") for field in seen):
            values = {"line": row.line_of(reason.field), **reason.values}
            row.faults.reasons.append(replace(reason, field=place, values=values))
