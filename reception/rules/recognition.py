"""Known visitors: the person behind earlier contacts, found by phone however typed, number or name; who may be one
person under two names.

Source: handbook §1.2 (fields 9–16, no. 24), §10.3 (retention), §10.4, §10.5; clauses T3-b.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from reception.rules.cases import DueItem
from reception.rules.inquiries import PersonKind
from reception.rules.pinyin import sounds
from reception.rules.text import graphemes
from reception.rules.working_calendar import WorkingCalendar

REPEAT_WITHIN: Final = 10
"""A contact about the same matter within so many working days is likely a repeated one."""

_SHORTEST_NEAR: Final = 3
_LONGEST_NEAR: Final = 12


class Likeness(StrEnum):
    """How a known visitor fits what has been typed."""

    SAME = "same"
    OTHER_NAME = "other_name"
    POSSIBLE = "possible"
    NEAR_NAME = "near_name"


class FollowUpKind(StrEnum):
    """What is still open with a visitor."""

    CASE = "case"
    TRANSFER = "transfer"
    NOTICE = "notice"
    CALLBACK = "callback"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A person met before, with what fills the form again; never built from a restricted (D10) record."""

    id: int = 0
    version: int = 0
    name: str
    phone: str = ""
    phone_ext: str = ""
    person_no: str = ""
    person_kind: PersonKind
    person_unit: str = ""
    search_keys: str = ""
    contacts: int = 1
    first_seen_at: datetime
    last_seen_at: datetime
    merged_into: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorMerge:
    """Two visitors found to be one person: `moved` are the records that went over, `before` is the kept one as it
    was, so that all of it can be undone.
    """

    id: int = 0
    version: int = 0
    kept_id: int
    merged_id: int
    moved: tuple[int, ...]
    before: Visitor
    at: datetime
    by_id: int
    by: str
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something that is still owed to a visitor, or by him."""

    kind: FollowUpKind
    item: DueItem


PERSONAL: Final = ("name", "phone", "person_no", "person_kind", "person_unit")
"""Fields of a visitor of which one value stays when two are found to be one; the extension goes with the phone."""


def near_name(one: str, other: str) -> bool:
    """Tell whether two different names may be one: they sound the same, or differ in one character.

    Names of two characters must sound the same: one character is half of them.
    """
    if one == other or not one or not other or max(len(one), len(other)) > 100:
        return False
    if not set(sounds(one)).isdisjoint(sounds(other)):
        return True
    return _one_sign_off(graphemes(one.casefold()), graphemes(other.casefold()))


def _one_sign_off(one: list[str], other: list[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST_NEAR or len(longer) - len(shorter) > 1:
        return False
    same = next((place for place, sign in enumerate(shorter) if sign != longer[place]), len(shorter))
    skipped = 1 if len(shorter) == len(longer) else 0
    return shorter[same + skipped :] == longer[same + 1 :]


def near_forms(name: str) -> tuple[tuple[str, str], ...]:
    """Give the beginnings and ends between which another character makes a near name: (林, 舟) of 林晓舟."""
    signs = graphemes(name)
    if not _SHORTEST_NEAR <= len(signs) <= _LONGEST_NEAR:
        return ()
    return tuple(("".join(signs[:place]), "".join(signs[place + 1 :])) for place in range(len(signs)))


def look_alike(one: Visitor, other: Visitor) -> bool:
    """Tell whether two known visitors may be one person: the same phone or number, or a name that fits."""
    if one.id == other.id:
        return False
    if one.person_no and other.person_no:
        return one.person_no == other.person_no
    if one.name == other.name:
        return True
    same_phone = bool(one.phone) and one.phone == other.phone
    same_unit = bool(one.person_unit) and one.person_unit == other.person_unit
    near = near_name(one.name, other.name) or (same_phone and one.name[0] == other.name[0])
    return near and (same_phone or same_unit)


def repeats_since(calendar: WorkingCalendar, today: date) -> date:
    """Give the first day of the working days within which the same matter counts as likely repeated."""
    day, left = today, REPEAT_WITHIN
    while left > 0:
        day -= timedelta(days=1)
        left -= calendar.is_working_day(day)
    return day
