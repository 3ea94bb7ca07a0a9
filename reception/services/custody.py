"""Through whose hands a record went: every act on it that counts, and who was away meanwhile.

Source: handbook §4.3 no. 3 (`acting_for`), §1.2 no. 45; clauses D3.1 (chain of custody).
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.rules.absences import Absence
from reception.rules.audit import AuditEntry
from reception.rules.cases import Case
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.services import presence, register
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import AbsenceRow

_AB: Any = AbsenceRow
_LOOKED = frozenset({Action.PRINT_NOTICE, Action.SEE_PERSONAL, Action.PRINT_REGISTER})
_SAID_BY_ANOTHER = frozenset(
    {
        ("Case", Action.PAUSE_CASE),
        ("Case", Action.APPROVE_EXTENSION),
        ("Case", Action.ISSUE_NOTICE),
        ("Pause", Action.RESUME_CASE),
    }
)
_OF_CUSTODY = frozenset(
    {"Inquiry", "Case", "Referral", "Pause", "Extension", "LimitChange", "Letter", "Notice", "Reminder"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """An absence of whoever answers for a case, from when to when; `instead` names who serves while it lasts."""

    who: str
    from_at: datetime
    until_at: datetime
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """The chain of custody of a record, oldest first: what was done, and who was away meanwhile."""

    entries: tuple[AuditEntry, ...]
    away: tuple[Away, ...]
    masked: bool


def of(desk: Desk, inquiry_id: int) -> Custody:
    """Give the chain of custody of a record, masked as the record is for this person.

    Raises:
        NotAllowed: the record is restricted and not for this person.
        NotFound: there is no such record.
    """
    view = register.show(desk, inquiry_id)
    entries = tuple(replace(each, counter="") for each in view.history if _counts(each, view.history))
    with desk.reading():
        away = tuple(one for case in view.cases for one in _away(case, desk.clock()))
    return Custody(entries=entries, away=away, masked=view.masked)


def _counts(entry: AuditEntry, history: tuple[AuditEntry, ...]) -> bool:
    """Tell whether an entry is a step of the record, not a look at it nor the echo of another step."""
    if entry.kind not in _OF_CUSTODY or entry.action in _LOOKED or (entry.kind, entry.action) in _SAID_BY_ANOTHER:
        return False
    if entry.kind == "Reminder" and entry.action == Action.SWEEP_DUE:
        return "id" in (json.loads(entry.payload or "{}").get("changes") or {})  # one that ends says nothing new
    return entry.kind != "Inquiry" or entry is history[0]


def _away(case: Case, now: datetime) -> list[Away]:
    if case.restricted:
        return []
    end = case.closed_at or now
    overlapping = (_AB.account_id == (case.assigned_id or case.officer_id)) & (_AB.from_at <= end)
    found = records.select(Absence, overlapping, _AB.cancelled_at.is_null(), order=[_AB.from_at])
    return [_named(each, case, end) for each in found if (each.returned_at or end) > case.started_at]


def _named(absence: Absence, case: Case, end: datetime) -> Away:
    lasts = absence.returned_at is None and case.closed_at is None
    post = records.find(Post, code=case.post_code) if lasts and case.post_code else None
    serving = presence.post_within(post, end).serving if post is not None else ""
    return Away(
        who=absence.account,
        from_at=absence.from_at,
        until_at=absence.returned_at or absence.until_at,
        instead=serving if serving != absence.account else "",
    )
