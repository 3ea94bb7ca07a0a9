"""How a command ended and what it said; entries that commands take."""

import json
from typing import Any, NamedTuple


class Said(NamedTuple):
    """Exit code, lines of the answer, lines of warnings and errors."""

    code: int
    out: list[str]
    err: list[str]


def entry(**changes: Any) -> str:
    """Give the JSON of a plain inquiry, with changes; a change to None leaves the key out."""
    values: dict[str, Any] = {
        "channel": "visit",
        "person_kind": "undergraduate",
        "scope": "own_post",
        "disposition": "D1",
        "summary": "询问成绩单",
    }
    values |= changes
    return json.dumps({key: value for key, value in values.items() if value is not None}, ensure_ascii=False)
