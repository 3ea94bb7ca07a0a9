"""The office as its audit log tells it, read a second time: nothing but the entries, put one upon another.

No record of the program is used; what an entry says was there before must be what the entries before it left.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.independent.deadlines import Thresholds
from tests.independent.working_days import Arranged, Days, Hours, Notice, Seasons, notice_of

Record = dict[str, Any]
_OFFICE_TIME = timedelta(hours=8)
OF_CALENDAR = ("WorkingYear", "WorkingDay", "DatedHours")
"""What the calendar of an office is made of, besides the hours with which it began."""
_PARENTS = frozenset({"case_id", "inquiry_id", "post_id", "owed_id"})
"""What a record belongs to; that never changes."""
_SQL = "SELECT seq, at, actor_id, action, kind, object_id, payload FROM audit_entry ORDER BY seq"


@dataclass(frozen=True)
class Entry:
    """One line of the log."""

    seq: int
    at: datetime
    actor_id: int | None
    action: str
    kind: str
    object_id: int
    payload: Record

    @property
    def changes(self) -> dict[str, list[Any]]:
        """Give name -> before and after, of every field that changed."""
        return self.payload.get("changes") or {}


@dataclass(frozen=True)
class Act:
    """What one person did in one transaction: the entries, in order."""

    at: datetime
    action: str
    entries: tuple[Entry, ...]

    @property
    def last(self) -> int:
        """Give the number of its last entry."""
        return self.entries[-1].seq


def entries_of(database: Path) -> list[Entry]:
    """Give the log of a database file that nobody writes at the moment."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        rows = connection.execute(_SQL).fetchall()
    return [
        Entry(seq, datetime.fromisoformat(at), actor, action, kind, number, json.loads(payload))
        for seq, at, actor, action, kind, number, payload in rows
    ]


def acts_of(entries: list[Entry]) -> Iterator[Act]:
    """Give the log by transactions."""
    for (at, _actor, action), some in groupby(entries, key=lambda each: (each.at, each.actor_id, each.action)):
        yield Act(at, action, tuple(some))


def local(instant: datetime | str) -> datetime:
    """Give the time on the wall of the office."""
    moment = datetime.fromisoformat(instant) if isinstance(instant, str) else instant
    return moment.replace(tzinfo=None) + _OFFICE_TIME


@dataclass
class Ledger:
    """Every record as the entries so far leave it, by kind and number."""

    records: dict[str, dict[int, Record]] = field(default_factory=lambda: defaultdict(dict))
    faults: list[str] = field(default_factory=list)
    _days: Days | None = None
    _children: dict[tuple[str, str, Any], list[Record]] = field(default_factory=lambda: defaultdict(list))

    def apply(self, entry: Entry) -> None:
        """Take one entry in."""
        if not entry.changes:
            return
        record = self.records[entry.kind].setdefault(entry.object_id, {"id": entry.object_id})
        fresh = len(record) == 1
        for name, (before, after) in entry.changes.items():
            stood = record.get(name)
            if name != "id" and not fresh and (stood or None) != (before or None):
                self.faults.append(f"entry {entry.seq}: {entry.kind}.{name} was {stood!r}, not {before!r}")
            record[name] = after
            if fresh and name in _PARENTS:
                self._children[entry.kind, name, after].append(record)
        if entry.kind in OF_CALENDAR or entry.kind == "Office":
            self._days = None

    def all(self, kind: str) -> list[Record]:
        """Give every record of a kind, the oldest first."""
        return list(self.records[kind].values())

    def of(self, kind: str, **equal: Any) -> list[Record]:
        """Give the records of a kind whose fields hold these values."""
        parent = next((name for name in equal if name in _PARENTS), None)
        some = self._children[kind, parent, equal[parent]] if parent else self.all(kind)
        return [each for each in some if all(each.get(name) == value for name, value in equal.items())]

    @property
    def next_workday(self) -> bool:
        """Tell whether receipts after hours are dated the next working day."""
        return bool(self.all("Office")[0].get("after_hours") == "next_workday")

    @property
    def days(self) -> Days:
        """Give the calendar of the office as it is now."""
        if self._days is None:
            self._days = Days(self._notices(), self._own(), self._timetables())
        return self._days

    @property
    def thresholds(self) -> Thresholds:
        """Give how early a light warns in this office."""
        return Thresholds(**(self.all("Office")[0].get("thresholds") or {}))

    def _timetables(self) -> list[tuple[date, Seasons]]:
        later = [each for each in self.all("DatedHours") if not each.get("withdrawn")]
        dated = [(date.fromisoformat(each["from_on"]), _seasons(each["entry"])) for each in later]
        return [(date.min, _seasons(self.all("Office")[0]["timetable"])), *dated]

    def _notices(self) -> list[Notice]:
        return [notice_of(each["entry"]) for each in self.all("WorkingYear")]

    def _own(self) -> dict[date, list[Arranged]]:
        own: dict[date, list[Arranged]] = defaultdict(list)
        for each in self.all("WorkingDay"):
            entry = each["entry"]
            if not entry.get("withdrawn"):
                said = Arranged(entry["layer"], entry["works"], _hours(entry.get("sessions") or ()))
                own[date.fromisoformat(entry["on"])].append(said)
        return own


def _seasons(timetable: Any) -> Seasons:
    return {(each["from_month"], each["from_day"]): _hours(each["sessions"]) for each in timetable["seasons"]}


def _hours(sessions: Any) -> Hours:
    return tuple((_clock(opens), _clock(closes)) for opens, closes in sessions)


def _clock(text: str) -> Any:
    return datetime.fromisoformat(f"2000-01-01T{text}").time()
