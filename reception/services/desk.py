"""The heart: a desk is one signed-in person at one counter, and `work` is the only way to change anything.

`with desk.work(Action.X) as work:` is six promises at once: permission, one transaction, one instant (`work.now`),
version check of every changed record, an audit entry for every changed record, failures of the machine translated.
Who stands in does not have to say so: the entry of what is changed at a post names for whom.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

from reception.errors import NotAllowed
from reception.rules.office import DatedHours, Office, WorkingDay, WorkingYear
from reception.rules.plain import to_plain
from reception.rules.staff import Account, Action, may
from reception.rules.working_calendar import WorkingCalendar
from reception.services import presence
from reception.store import journal, records
from reception.store.database import Store

T = TypeVar("T")

_SAYS_ITSELF = frozenset({Action.RECORD, Action.VOID_OWN})
"""What somebody records says by itself for whom (`Inquiry.acting_for`)."""
SETTINGS = (Office, WorkingYear, WorkingDay, DatedHours)
"""Records by which due dates are counted."""
NOT_LOGGED = frozenset({"search_text", "search_keys", "password_hash", "version"})


def utc_now() -> datetime:
    """Give this instant."""
    return datetime.now(UTC)


class Work:
    """One unit of work inside its transaction; made by `Desk.work` only."""

    def __init__(self, desk: "Desk", action: Action, now: datetime) -> None:
        self.desk = desk
        self.action = action
        self.now = now
        self._before: dict[tuple[type[Any], int], Any] = {}
        self._changes: dict[tuple[type[Any], int], dict[str, Any]] = {}

    @property
    def today(self) -> date:
        """Give the office's local date of this work."""
        return self.desk.calendar.local(self.now).date()

    def get(self, kind: type[T], record_id: int) -> T:
        """Give a record by id, inside the transaction.

        Raises:
            NotFound: there is none.
        """
        record = records.get(kind, record_id)
        self._before[kind, record_id] = record
        return record

    def find(self, kind: type[T], *conditions: Any, **equal: Any) -> T | None:
        """Give the one record that meets the conditions, or None."""
        record = records.find(kind, *conditions, **equal)
        if record is not None:
            self._before[kind, cast(Any, record).id] = record
        return record

    def add(self, record: T, **extra: object) -> T:
        """Insert a new record and give it with its id; it must be logged before the work ends."""
        added = records.add(record, **extra)
        self._changes[type(record), cast(Any, added).id] = _present(added)
        return added

    def change(self, record: T, **extra: object) -> T:
        """Write a changed record; it must be logged before the work ends.

        Raises:
            Conflict: somebody else changed it since it was read.
        """
        key = (type(record), cast(Any, record).id)
        before = self._before.get(key) or records.get(*key)
        changed = records.change(record, **extra)
        self._before[key] = changed
        self._changes.setdefault(key, {}).update(_difference(before, changed))
        return changed

    def add_all(self, new: Sequence[T], **notes: object) -> list[T]:
        """Insert new records of one kind at once and give them with their ids; each gets its audit entry here."""
        added = records.add_all(new)
        self._log_all(added, [_present(each) for each in added], notes)
        return added

    def change_all(self, pairs: Sequence[tuple[T, T]], **notes: object) -> list[T]:
        """Write changed records of one kind at once, each as it was read and as it is to be, with its audit entry.

        Raises:
            Conflict: somebody else changed one of them since it was read; nothing of this work is kept then.
        """
        changed = records.change_all(pairs)
        self._log_all(changed, [_difference(*pair) for pair in pairs], notes)
        return changed

    def next_number(self, kind: str, year: int) -> int:
        """Give the next number of a series; it is used up only if this work commits."""
        return records.next_number(kind, year)

    def log(self, record: object, **notes: object) -> None:
        """Write the audit entry of a record's changes in this work, with what else should stand there."""
        key = (type(record), int(cast(Any, record).id))
        changes = self._changes.pop(key, {})
        acting_for = "" if self.action in _SAYS_ITSELF else presence.acting_on(record, self.desk.account, self.now)
        notes = {**notes, "acting_for": acting_for} if acting_for else notes
        self.note(type(record).__name__, key[1], changes=changes, **notes)

    def _log_all(self, changed: Sequence[object], changes: Iterable[object], notes: Mapping[str, object]) -> None:
        acting = presence.acting_on_each(changed, self.desk.account, self.now)
        acts, said = [], to_plain(notes)
        for record, difference, whom in zip(changed, changes, acting, strict=True):
            payload = {"changes": difference, **said, **({"acting_for": whom} if whom else {})}
            acts.append(self._act(type(record).__name__, int(cast(Any, record).id), payload))
        journal.append_all(acts, self.desk.store.key, self.desk.store.key_id)

    def note(self, kind: str, object_id: int, **payload: object) -> None:
        """Write an audit entry for an act that changes no record (an export, a look at what is masked)."""
        journal.append(self._act(kind, object_id, to_plain(payload)), self.desk.store.key, self.desk.store.key_id)

    def _act(self, kind: str, object_id: int, payload: dict[str, Any]) -> journal.Act:
        account = self.desk.account
        return journal.Act(
            at=self.now.isoformat(),
            actor_id=account.id or None,
            actor=account.name,
            role=",".join(account.roles),
            counter=self.desk.counter,
            action=self.action.value,
            kind=kind,
            object_id=object_id,
            payload=payload,
        )

    def finish(self) -> None:
        """Refuse to commit what nobody logged; this is a bug, never the person's fault."""
        if self._changes:
            raise AssertionError(
                f"changed without an audit entry: {sorted(kind.__name__ for kind, _ in self._changes)}"
            )


def _present(record: object) -> dict[str, Any]:
    names = [item.name for item in fields(cast(Any, record)) if item.name not in NOT_LOGGED]
    return {name: [None, to_plain(getattr(record, name))] for name in names if getattr(record, name)}


def _difference(before: object, after: object) -> dict[str, Any]:
    names = [item.name for item in fields(cast(Any, after)) if item.name not in NOT_LOGGED]
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in names}
    return {name: [to_plain(old), to_plain(new)] for name, (old, new) in pairs.items() if old != new}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One signed-in person at one counter; every service takes it first."""

    store: Store
    account: Account
    counter: str
    office: Office
    calendar: WorkingCalendar
    clock: Callable[[], datetime] = field(default=utc_now)
    settings_mark: tuple[int, ...] = ()
    """How the stored settings stood when office and calendar were read; () where they are not to be compared."""

    def may(self, action: Action) -> bool:
        """Tell whether this person may do it; buttons ask the same question as services."""
        return may(self.account.roles, action)

    def require(self, action: Action) -> None:
        """Refuse what this person may not do.

        Raises:
            NotAllowed: no role of the account permits the action.
        """
        if not self.may(action):
            raise NotAllowed("not_allowed", action=action)

    @contextmanager
    def work(self, action: Action) -> Iterator[Work]:
        """Do one thing, whole or not at all.

        Raises:
            NotAllowed: the roles do not permit it.
            Unavailable: the database cannot be written now; nothing was changed.
        """
        self.require(action)
        with self.store.writing():
            work = Work(self._by_present_settings(), action, self.clock())
            yield work
            work.finish()

    def _by_present_settings(self) -> "Desk":
        """Give this desk, with the hours and days of this moment where another changed them since they were read.

        A window learns of that a moment later; what it counts meanwhile would be due on a wrong day for ever.
        """
        if self.settings_mark in ((), records.mark_of(SETTINGS)):
            return self
        from reception.services.working_days import calendar_of

        (office,) = records.select(Office)
        return replace(self, office=office, calendar=calendar_of(office), settings_mark=records.mark_of(SETTINGS))

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read as of one moment."""
        with self.store.reading():
            yield
