"""The service catalogue: units of the university, matters in dated editions, and the check of an edited matter.

Source: handbook §9 (catalogue rules), §3.1 (categories; a promise may only be shorter than the statute).
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.errors import Reason
from reception.rules.time_limits import Limit, LimitUnit


class Category(StrEnum):
    """Kinds of limit that the university's document names."""

    INSTANT = "instant"
    ROUTINE = "routine"
    APPROVAL = "approval"
    COMPLEX = "complex"
    COORDINATION = "coordination"
    PETITION = "petition"


class CaseType(StrEnum):
    """How a matter is handled; the values are the field's own Chinese terms."""

    ON_THE_SPOT = "即办件"
    PROMISED = "承诺件"
    JOINT = "联办件"
    FORWARDED = "上报件"
    RETURNED = "退办件"


class Audience(StrEnum):
    """Whom a matter serves."""

    UNDERGRADUATE = "undergraduate"
    POSTGRADUATE = "postgraduate"
    STAFF = "staff"
    RETIRED = "retired"
    ALUMNI = "alumni"
    PARENT = "parent"
    EXTERNAL = "external"
    INTERNATIONAL = "international"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the university that visitors are guided to; outside ours or our own.

    `duties` is what people say when they look for it.
    """

    id: int = 0
    version: int = 0
    code: str
    name: str
    name_en: str = ""
    place: str = ""
    place_en: str = ""
    phone: str = ""
    active: bool = True
    duties: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One paper of a matter; `no` is its row number from 1; `when` makes it conditional and says when it is needed."""

    no: int
    name: str
    name_en: str = ""
    original: int = 1
    copies: int = 0
    when: str = ""

    @property
    def conditional(self) -> bool:
        """Tell whether the paper is only needed in the case that `when` names."""
        return bool(self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the procedure."""

    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One dated edition of a matter; a change makes a new edition, what was issued keeps its own (handbook §9)."""

    id: int = 0
    version: int = 0
    code: str
    edition: int = 1
    effective_on: date
    name: str
    name_en: str = ""
    unit_code: str
    post_code: str = ""
    audience: tuple[Audience, ...] = ()
    category: Category
    case_type: CaseType
    limit: Limit | None
    statutory_text: str = ""
    statutory_limit: Limit | None = None
    pause_reasons: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    condition: str = ""
    condition_en: str = ""
    materials: tuple[Material, ...] = ()
    steps: tuple[Step, ...] = ()
    result: str = ""
    result_en: str = ""
    fee: str = ""
    fee_en: str = ""
    place: str = ""
    place_en: str = ""
    hours: str = ""
    phone: str = ""
    supervise_phone: str = ""
    online: bool = False
    keywords: tuple[str, ...] = ()
    active: bool = True


CONTACT_FIELDS = frozenset({"place", "place_en", "hours", "phone", "supervise_phone"})
"""What anybody at the desk may mend; the rest of a matter belongs to the heads and the administrator."""

_STATUTORY = re.compile(
    r"^\s*(?:within\s+)?(\d{1,3})\s+(working\s+days?|calendar\s+days?|days?|months?)\b", re.IGNORECASE
)
_STATUTORY_ZH = re.compile(r"(\d{1,3})\s*个?(工作日|自然日|日|天|月)")
_STATUTORY_UNITS = {
    "w": LimitUnit.WD,
    "工": LimitUnit.WD,
    "c": LimitUnit.CD,
    "d": LimitUnit.CD,
    "自": LimitUnit.CD,
    "日": LimitUnit.CD,
    "天": LimitUnit.CD,
    "m": LimitUnit.MONTH,
    "月": LimitUnit.MONTH,
}


def statutory_pair(text: str) -> Limit | None:
    """Give the (unit, n) that a text of the statutory limit begins with, or None where it does not parse."""
    match = _STATUTORY.search(text) or _STATUTORY_ZH.search(text)
    if match is None:
        return None
    return Limit(unit=_STATUTORY_UNITS[match.group(2)[0].lower()], n=int(match.group(1)))


_DAYS = {LimitUnit.HALF_MONTH: 15.0, LimitUnit.MONTH: 30.4, LimitUnit.CD: 1.0, LimitUnit.WD: 1.4}
_PER_DAY = {LimitUnit.IMMEDIATE: 7 * 60, LimitUnit.WHOUR: 7}
"""So many working minutes and hours make a working day (handbook §3.8: 08:00–12:00, 14:30–17:30)."""


def longer_than(limit: Limit, statutory: Limit) -> bool:
    """Tell whether a promised limit is longer than the statutory one.

    The same unit is compared exactly; different units by calendar days (a working day is 7/5 of a day, and working
    hours fill working days).
    """
    if limit.unit is statutory.unit:
        return limit.n > statutory.n
    return _calendar_days(limit) > _calendar_days(statutory)


def _calendar_days(limit: Limit) -> float:
    if limit.unit is LimitUnit.HOUR:
        return limit.n / 24
    if limit.unit is LimitUnit.SAME_DAY:
        return 1.0
    if limit.unit in _PER_DAY:
        return max(1.0, limit.n / _PER_DAY[limit.unit] * _DAYS[LimitUnit.WD])
    return _DAYS[limit.unit] * (1 if limit.unit is LimitUnit.HALF_MONTH else limit.n)


_REQUIRED = ("code", "name", "unit_code")


def check_matter(matter: Matter) -> tuple[Reason, ...]:
    """Give everything that is wrong with a matter, all at once, each at its field.

    Source: handbook §3.1 (limit must not be longer than the statutory limit), §9.
    """
    reasons = [Reason(code="required", field=name) for name in _REQUIRED if not getattr(matter, name)]
    if matter.limit is None and matter.active:
        reasons.append(Reason(code="matter_without_limit", field="limit"))
    if matter.limit and matter.statutory_limit and longer_than(matter.limit, matter.statutory_limit):
        reasons.append(Reason(code="longer_than_statute", field="limit", values={"statutory": matter.statutory_text}))
    reasons += [
        Reason(code="required", field=f"materials.{material.no}.name")
        for material in matter.materials
        if not material.name
    ]
    reasons += [
        Reason(code="out_of_range", field=f"materials.{material.no}.original", values={"least": 0, "most": 99})
        for material in matter.materials
        if not (0 <= material.original <= 99 and 0 <= material.copies <= 99)
    ]
    if [material.no for material in matter.materials] != list(range(1, len(matter.materials) + 1)):
        reasons.append(Reason(code="materials_not_numbered", field="materials"))
    return tuple(reasons)


def in_force(editions: tuple[Matter, ...], on: date) -> Matter | None:
    """Give the edition valid on a day: the latest whose `effective_on` is not after it; ties by edition number."""
    valid = [edition for edition in editions if edition.effective_on <= on]
    return max(valid, key=lambda edition: (edition.effective_on, edition.edition), default=None)
