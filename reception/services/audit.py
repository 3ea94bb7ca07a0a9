"""The log of changes: who changed what, what changed since a mark, whether the chain is whole."""

from dataclasses import dataclass

from reception.rules.audit import AuditEntry
from reception.rules.staff import Action
from reception.services.desk import Desk
from reception.store import journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The kinds of record that changed, and the mark from which to look on."""

    mark: int
    kinds: frozenset[str]


def present_mark(desk: Desk) -> int:
    """Give the mark of the newest change, from which `changes_since` looks on."""
    with desk.reading():
        return journal.mark()


def changes_since(desk: Desk, mark: int) -> Changes:
    """Give what changed after the mark, on this PC or by another program on the same file.

    Returns:
        Changes: the kinds bear the names of the record classes (`Inquiry`, `Case`, …).
    """
    with desk.reading():
        newest, kinds = journal.changes_since(mark)
    return Changes(mark=newest, kinds=kinds)


def history(desk: Desk, kind: str, object_id: int) -> tuple[AuditEntry, ...]:
    """Give the entries of one record, the oldest first."""
    with desk.reading():
        return tuple(journal.entries(kind=kind, object_id=object_id))


def verify(desk: Desk) -> int | None:
    """Give the number of the first entry that breaks the chain, or None when the log is whole.

    Raises:
        NotAllowed: the person may not look at the log.
    """
    desk.require(Action.VIEW_AUDIT)
    with desk.reading():
        return journal.first_broken(desk.store.key)
