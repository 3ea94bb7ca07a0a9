"""Backups: made while the program runs, checked, thinned; the newest three are never thinned.

Source: docs/decisions/0002.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reception.errors import Unavailable
from reception.services.desk import Desk
from reception.store import backup, journal
from reception.store.database import Store
from reception.store.failures import FAILURES, explain

EVERY = timedelta(minutes=30)
KEEP_ALL = timedelta(hours=48)
KEEP_DAILY = timedelta(days=60)
NEVER_THINNED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A sound copy: its file and when it was made."""

    path: Path
    made_at: datetime


def back_up(store: Store, why: str = "manual") -> Backup:
    """Make a checked copy in the folder `backups` beside the database, then thin the older ones.

    Raises:
        Unavailable: the copy could not be made (disk full, folder read-only) or is not sound.
    """
    try:
        store.tidy()
        path = backup.back_up(store.database, store.folder, why)
        for stale in _stale(all_of(store)):
            stale.path.unlink(missing_ok=True)
    except FAILURES as failure:
        raise explain(failure) or Unavailable("backup_failed") from failure
    return Backup(path=path, made_at=_made_at(path))


def back_up_if_changed(desk: Desk, every: timedelta = EVERY) -> Backup | None:
    """Make a backup when something changed since the last one and that is old enough; None otherwise.

    Args:
        desk: whose database it is.
        every: the age from which on a backup is followed by another.
    """
    last = latest(desk.store)
    if last is not None and desk.clock() - last.made_at < every:
        return None
    with desk.reading():
        entries = journal.entries(newest=1)
    changed = not last or (bool(entries) and datetime.fromisoformat(entries[0].at) > last.made_at)
    return back_up(desk.store, "auto") if changed else None


def latest(store: Store) -> Backup | None:
    """Give the newest backup, or None while there is none."""
    return max(all_of(store), key=lambda each: each.made_at, default=None)


def all_of(store: Store) -> list[Backup]:
    """Give all backups of a data folder, in no order."""
    folder = store.folder / backup.FOLDER
    return [Backup(path=path, made_at=_made_at(path)) for path in folder.glob("reception-*.db")]


def _made_at(path: Path) -> datetime:
    stamp = path.stem.split("-")[1]
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _stale(found: list[Backup]) -> list[Backup]:
    newest_first = sorted(found, key=lambda each: each.made_at, reverse=True)
    if not newest_first:
        return []
    now, days, stale = newest_first[0].made_at, set(), []
    for place, each in enumerate(newest_first):
        age = now - each.made_at
        first_of_day = each.made_at.date() not in days
        days.add(each.made_at.date())
        kept = place < NEVER_THINNED or age <= KEEP_ALL or (age <= KEEP_DAILY and first_of_day)
        if not kept:
            stale.append(each)
    return stale
