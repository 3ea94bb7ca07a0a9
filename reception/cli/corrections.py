"""The command that sets a record right."""

import sys
import typing
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from reception.cli.console import Console, Exit
from reception.cli.entries import LONGEST_ENTRY, read_fields, read_object
from reception.cli.sessions import signed_in
from reception.errors import Invalid, Reason
from reception.rules.corrections import CORRECTABLE, Correction, CorrectionReason
from reception.rules.faults import Faults, printable, shown
from reception.rules.inquiries import Inquiry, InquiryDraft
from reception.rules.staff import Action
from reception.rules.visitors import PhoneKind, parse_phone
from reception.services import corrections, inquiries
from reception.services.desk import Desk

_HINTS: Mapping[str, Any] = typing.get_type_hints(InquiryDraft)
_KINDS: Mapping[str, Any] = {name: _HINTS[name] for name in CORRECTABLE}
_KNOWN = frozenset(field.name for kind in (Inquiry, InquiryDraft) for field in fields(kind))


def correct(arguments: Namespace, console: Console) -> Exit:
    """Correct a record by what standard input holds, and print its number."""
    with signed_in(arguments) as desk:
        desk.require(Action.CORRECT_OWN)
        inquiry = inquiries.by_number(desk, arguments.number)
        correction = _read(read_object(sys.stdin.buffer.read(LONGEST_ENTRY + 1)), desk)
        changed = corrections.correct(desk, inquiry.id, correction)
        console.result(changed.reg_no)
        if "phone" in correction.changes and parse_phone(changed.phone).kind is PhoneKind.INVALID:
            console.warn(Reason(code="phone_odd", field="phone", values={"number": changed.reg_no}))
    return Exit.DONE


def _read(entry: Mapping[str, object], desk: Desk) -> Correction:
    """Give the correction that an entry holds; null empties a field.

    Raises:
        Invalid: unknown keys and values of the wrong type.
    """
    given = read_fields(
        {key: value for key, value in entry.items() if key != "changes"},
        {"reason": CorrectionReason, "note": str},
        desk.calendar,
    )
    changes = entry.get("changes")
    if not isinstance(changes, dict):
        raise Invalid(Reason(code="entry_not_mapping", field="changes", values={"value": shown(changes)}))
    _refuse_strangers(changes)
    read = read_fields(changes, _KINDS, desk.calendar)
    emptied = {name: "" if _KINDS[name] is str else None for name, value in changes.items() if value is None}
    return Correction(changes={**read, **emptied}, reason=given.get("reason"), note=given.get("note", ""))


def _refuse_strangers(changes: Mapping[str, object]) -> None:
    faults = Faults()
    for name in changes:
        if name in _KNOWN and name not in CORRECTABLE:
            faults.add("not_correctable", name)
        elif name not in _KNOWN:
            faults.add("unknown_key", "changes", key=printable(name[:40]))
    faults.settle()
