"""The log of changes: who changed what, what changed since a mark, whether the chain is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reception.errors import NotAllowed
from reception.rules.audit import AuditEntry
from reception.rules.callbacks import Callback
from reception.rules.cases import Case, Referral
from reception.rules.duty import Handover
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.staff import Action
from reception.services.desk import Desk
from reception.services.handover_notes import may_read
from reception.services.register import may_open
from reception.store import journal, records

_ABOUT_A_RECORD: Mapping[str, type[Any]] = {
    kind.__name__: kind for kind in (Inquiry, Case, Referral, Notice, Letter, Callback)
}


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
    """Give the entries of one record, the oldest first, unmasked.

    Raises:
        NotAllowed: the person may not look at the log, or what it tells of is restricted and not for them.
    """
    desk.require(Action.VIEW_AUDIT)
    with desk.reading():
        _refuse_hidden(desk, kind, object_id)
        return tuple(journal.entries(kind=kind, object_id=object_id))


def _refuse_hidden(desk: Desk, kind: str, object_id: int) -> None:
    handed = records.find(Handover, id=object_id) if kind == Handover.__name__ else None
    if handed is not None and not may_read(desk, handed):
        raise NotAllowed("handover_not_readable")
    record = records.find(_ABOUT_A_RECORD[kind], id=object_id) if kind in _ABOUT_A_RECORD else None
    number = getattr(record, "inquiry_id", object_id) if record is not None else None
    inquiry = records.find(Inquiry, id=number) if number is not None else None
    if inquiry is not None and not may_open(desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)


def verify(desk: Desk) -> int | None:
    """Give the number of the first entry that breaks the chain, or None when the log is whole.

    Raises:
        NotAllowed: the person may not look at the log.
    """
    desk.require(Action.VIEW_AUDIT)
    with desk.reading():
        return journal.first_broken(desk.store.key)
