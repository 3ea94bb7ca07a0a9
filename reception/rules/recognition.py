"""Known visitors: the person behind earlier contacts, found by phone however typed, number or name.

Source: handbook §1.2 (fields 9–16), §10.3 (retention); clauses T3-b.
"""

from dataclasses import dataclass
from datetime import datetime

from reception.rules.inquiries import PersonKind


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
    """Two visitors found to be one person: `moved` are the records that went over, so that it can be undone."""

    id: int = 0
    version: int = 0
    kept_id: int
    merged_id: int
    moved: tuple[int, ...]
    at: datetime
    by_id: int
    by: str
    undone_at: datetime | None = None
