"""What each way shows, with which key it is chosen, and which answer to the duty question it goes with.

Source: handbook §1.3 (decision tree, mandatory fields).
"""

from dataclasses import dataclass
from typing import Any

from reception.rules.inquiries import WAYS, Disposition, Scope

KEYS: dict[str, tuple[Disposition, ...]] = {
    "F5": (Disposition.D1,),
    "F6": (Disposition.D2,),
    "F7": (Disposition.D3,),
    "F8": (Disposition.D4,),
    "F9": (Disposition.D5A, Disposition.D5B),
    "Shift+F5": (Disposition.D6,),
    "Shift+F6": (Disposition.D7,),
    "Shift+F7": (Disposition.D8,),
    "Shift+F8": (Disposition.D9,),
    "Shift+F9": (Disposition.D10,),
}
"""Key -> the way that it chooses; a second press on F9 chooses the second."""

SHOWN: dict[Disposition, tuple[str, ...]] = {
    Disposition.D1: ("answer",),
    Disposition.D2: ("result",),
    Disposition.D3: ("reply_pref",),
    Disposition.D4: (),
    Disposition.D5A: ("to_post", "to_person", "guide_mode", "told_phone", "told_place"),
    Disposition.D5B: ("to_post", "to_person", "reply_pref"),
    Disposition.D6: ("to_post", "to_person", "papers", "reply_pref"),
    Disposition.D7: ("to_unit", "nobody_there", "told_phone", "told_place", "guide_mode"),
    Disposition.D8: ("answer",),
    Disposition.D9: ("to_person", "reply_pref"),
    Disposition.D10: (),
}
"""The fields that a way shows, besides those of every record."""

_USUAL: dict[Disposition, Scope] = {
    Disposition.D8: Scope.OUTSIDE_UNIVERSITY,
    Disposition.D9: Scope.UNCLEAR,
    Disposition.D10: Scope.UNCLEAR,
}
EMPTY: dict[str, Any] = {"reply_pref": None, "guide_mode": None, "nobody_there": False, "papers": None}


def usual_scope(disposition: Disposition) -> Scope:
    """Give the answer to the duty question that a way usually goes with."""
    first = next(scope for scope, ways in WAYS.items() if disposition in ways)
    return _USUAL.get(disposition, first)


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """Who is at a post now: the name, the line that a list of posts shows, and what to know of an absence."""

    name: str
    line: str
    away: str = ""
    uncovered: bool = False


NOBODY = There(name="", line="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the words to say may use besides the fields: the promised date and who answers for the matter.

    With `unlimited` there is a reason why nothing is promised.
    """

    due: str = ""
    person: str = ""
    phone: str = ""
    supplement_by: str = ""
    reply_by: str = ""
    unlimited: bool = False
