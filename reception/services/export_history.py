"""What left the office: the exports of the weekly log, as the audit log keeps them."""

import json
from dataclasses import dataclass
from datetime import datetime

from reception.rules.audit import AuditEntry
from reception.rules.staff import Action
from reception.services.desk import Desk
from reception.store import journal

KIND = "Week"
NEWEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One export: when (local) and by whom, of which week, how many records, which files; whole values with a purpose.

    `placed` is False for the note that the files could not be written after all.
    """

    id: int
    at: datetime
    who: str
    week: str
    rows: int
    files: tuple[str, ...]
    masked: bool
    purpose: str
    placed: bool


def exports(desk: Desk) -> tuple[Export, ...]:
    """Give the newest exports, the newest first.

    Raises:
        NotAllowed: the roles do not permit the log.
    """
    desk.require(Action.EXPORT_MASKED)
    with desk.reading():
        entries = journal.entries(KIND, newest=NEWEST)
    return tuple(_export(desk, entry) for entry in reversed(entries))


def _export(desk: Desk, entry: AuditEntry) -> Export:
    payload = json.loads(entry.payload) if entry.payload else {}
    return Export(
        id=entry.seq,
        at=desk.calendar.local(datetime.fromisoformat(entry.at)),
        who=entry.actor,
        week=payload.get("week", ""),
        rows=payload.get("rows", 0),
        files=tuple(sorted(payload.get("files", {}))),
        masked=payload.get("masked", True),
        purpose=payload.get("purpose", ""),
        placed="not_written" not in payload,
    )
