"""The audit entries of a record and of everything that belongs to it, oldest first.

Source: handbook §1.2 no. 45.
"""

from collections.abc import Iterator
from typing import Any

from reception.rules.audit import AuditEntry
from reception.rules.callbacks import CallAttempt, Callback
from reception.rules.case_life import Extension, LimitChange, Pause
from reception.rules.cases import Case, Referral
from reception.rules.duty import Finding
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.reminders import OwedKind, Reminder
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.services import chains
from reception.services.desk import Desk
from reception.store import journal, records

_OF_RECORD: tuple[type[Any], ...] = (Case, Referral, Notice, Letter, Callback)
_OF_CASE: tuple[type[Any], ...] = (Pause, Extension, LimitChange)


def history_of(desk: Desk, inquiry_id: int) -> tuple[AuditEntry, ...]:
    """Give every entry of a record and of the findings about it that this person may see, within a transaction."""
    belonging = [*_belonging(inquiry_id), *(("Finding", each) for each in _findings(desk, inquiry_id))]
    entries = [entry for kind, number in belonging for entry in journal.entries(kind, number)]
    return tuple(sorted((entry for entry in entries if not _was_only_seen(entry)), key=lambda entry: entry.seq))


def _findings(desk: Desk, inquiry_id: int) -> list[int]:
    """Give the findings about a record: all to heads and supervision, to others those of their posts."""
    found = records.select(Finding, inquiry_id=inquiry_id)
    if not found or desk.may(Action.RECORD_FINDING):
        return [each.id for each in found]
    mine = {each.id for each in records.select(Post, holder_id=desk.account.id)}
    return [each.id for each in found if each.post_id in mine]


def _was_only_seen(entry: AuditEntry) -> bool:
    """Tell whether an entry says no more than that somebody's screen told them of a reminder."""
    return entry.kind == "Reminder" and entry.action == Action.NOTE_REMINDER


def _belonging(inquiry_id: int) -> Iterator[tuple[str, int]]:
    yield "Inquiry", inquiry_id
    for kind in _OF_RECORD:
        for each in records.select(kind, inquiry_id=inquiry_id):
            yield kind.__name__, each.id
            yield from _further(each)
    supplement = chains.supplement_of(inquiry_id)
    if supplement is not None:
        yield "Supplement", supplement.id


def _further(record: object) -> Iterator[tuple[str, int]]:
    """Give what belongs to a case, a transfer, a call or a notice in its turn."""
    if isinstance(record, Case | Referral):
        owed = OwedKind.CASE if isinstance(record, Case) else OwedKind.REFERRAL
        yield from (("Reminder", each.id) for each in records.select(Reminder, owed=owed, owed_id=record.id))
    if isinstance(record, Case):
        for kind in _OF_CASE:
            yield from ((kind.__name__, each.id) for each in records.select(kind, case_id=record.id))
    elif isinstance(record, Callback):
        yield from (("CallAttempt", each.id) for each in records.select(CallAttempt, callback_id=record.id))
    elif isinstance(record, Notice):
        yield from (("Telling", each.id) for each in chains.tellings_of(record.id))
