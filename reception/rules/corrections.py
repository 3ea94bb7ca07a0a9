"""Corrections: what of a record may be set right afterwards, by which reasons, and which papers then say otherwise.

A correction is a further entry: the record shows what is right, the audit log keeps what it said before. What the
office owes and by when, the number, the way it ended and the first officer are none of it.

Source: handbook §1.2 no. 7, no. 45; §2.3 (an issued paper never changes).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import reduce
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules import inquiry_check
from reception.rules.audit import AuditEntry
from reception.rules.inquiries import Inquiry, InquiryDraft
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.staff import Action
from reception.rules.text import clean
from reception.rules.visitors import mask_of_texts

NOTE_LENGTH = 1000


class CorrectionReason(StrEnum):
    """Why a record is corrected."""

    MISHEARD = "misheard"
    MISTYPED = "mistyped"
    VISITOR_CORRECTED = "visitor_corrected"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What shall stand in a record instead: values by the field names of `InquiryDraft`, and why.

    `version` is that of the record which the person looked at; None where nobody looked.
    """

    changes: Mapping[str, Any]
    reason: CorrectionReason | None = None
    note: str = ""
    version: int | None = None


CORRECTABLE: tuple[str, ...] = (
    *("received_at", "ended_at", "person_name", "phone", "person_kind", "person_no", "person_unit", "person_count"),
    *("reply_pref", "other_contact", "agent_name", "agent_phone", "agent_relation", "privacy_told"),
    *("kind", "matter", "summary", "detail", "urgency", "answer", "result", "told_phone", "told_place", "remark"),
)
"""What a clerk may have mistyped, in the order of the form."""
NEVER_EMPTY = frozenset({"received_at", "person_kind", "person_count", "privacy_told", "kind", "urgency"})
MARKING = (Action.CORRECT_OWN, Action.CORRECT_FIRST_OFFICER)
"""Entries that let a record be marked 已更正."""
_CLOCKS_DIFFER = timedelta(minutes=5)
_ON_PAPERS = frozenset(
    {"received_at", "person_name", "phone", "phone_ext", "person_no", "person_unit", "agent_name", "agent_phone"}
    | {"agent_relation", "matter_code", "matter_name", "summary", "detail", "answer", "result"}
)


def as_draft(inquiry: Inquiry) -> InquiryDraft:
    """Give a record as the form would hold it, so that what is corrected meets the rules of an entry."""
    same = {name: getattr(inquiry, name) for name in _SAME}
    phone = f"{inquiry.phone}转{inquiry.phone_ext}" if inquiry.phone_ext else inquiry.phone
    draft = InquiryDraft(phone=phone, matter=inquiry.matter_code, **same)
    unasked = None if inquiry_check.holds_person(draft) else False
    return replace(draft, privacy_told=inquiry.privacy_told or unasked)


_SAME = tuple(
    name
    for name in InquiryDraft.__dataclass_fields__
    if name in Inquiry.__dataclass_fields__ and name not in {"phone", "privacy_told", "repeat_of", "returned_with"}
)


def corrected(inquiry: Inquiry, correction: Correction, now: datetime) -> InquiryDraft:
    """Give what the form would hold after a correction at `now`.

    What was wrong before and is not touched keeps nobody from correcting something else.

    Raises:
        Invalid: all reasons at once, each at its field.
    """
    given = {name: value for name, value in correction.changes.items() if name in CORRECTABLE}
    emptied = {name for name in NEVER_EMPTY & given.keys() if given[name] is None}
    given = {name: value for name, value in given.items() if name not in emptied}
    before = as_draft(inquiry)
    tidied, unclean = inquiry_check.cleaned(replace(before, **given))
    draft = replace(before, **{name: getattr(tidied, name) for name in given})
    reasons: list[Reason] = [
        *(Reason(code="not_correctable", field=name) for name in correction.changes if name not in CORRECTABLE),
        *(Reason(code="required", field=name) for name in sorted(emptied)),
        *(reason for reason in unclean if reason.field in given),
        *_unexplained(correction),
    ]
    told = {reason.field for reason in reasons}
    reasons += [reason for reason in _broken(inquiry, before, draft, given, now) if reason.field not in told]
    if reasons:
        raise Invalid(*reasons)
    return draft


def _unexplained(correction: Correction) -> Iterator[Reason]:
    if correction.reason is None:
        yield Reason(code="required", field="correction_reason")
    elif correction.reason is CorrectionReason.OTHER and not correction.note.strip():
        yield Reason(code="required", field="correction_note")
    try:
        clean(correction.note, NOTE_LENGTH, lines=True)
    except Invalid as refused:
        yield from (replace(reason, field="correction_note") for reason in refused.reasons)


def _broken(
    inquiry: Inquiry, before: InquiryDraft, draft: InquiryDraft, given: Mapping[str, Any], now: datetime
) -> Iterator[Reason]:
    known = {(reason.code, reason.field) for reason in inquiry_check.check(before, now)}
    for reason in inquiry_check.check(draft, now):
        if reason.field in given or (reason.code, reason.field) not in known:
            yield reason
    received = draft.received_at
    if "received_at" in given and received is not None and now >= received > inquiry.reg_at + _CLOCKS_DIFFER:
        yield Reason(code="after_registration", field="received_at")


def corrected_papers(history: Iterable[AuditEntry], papers: Iterable[Notice | Letter]) -> tuple[Notice | Letter, ...]:
    """Give the standing papers that still say what the record said before it was corrected, the oldest first.

    A paper of the same kind that was issued after the correction stands in the place of those before it.

    Args:
        history: the entries of the record.
        papers: its notices and letters.
    """
    last = max((datetime.fromisoformat(entry.at) for entry in history if _concerns_papers(entry)), default=None)
    if last is None:
        return ()
    standing = sorted((paper for paper in papers if not paper.void), key=lambda paper: paper.issued_at)
    anew = {str(paper.kind) for paper in standing if paper.issued_at > last}
    return tuple(paper for paper in standing if paper.issued_at <= last and str(paper.kind) not in anew)


def mask_of_record(inquiry: Inquiry, history: Iterable[AuditEntry] = ()) -> Callable[[str], str]:
    """Give what masks the texts of a record: of its visitor and agent as they are, and as a correction found them.

    Args:
        inquiry: the record.
        history: its entries, where texts of before are shown too.
    """
    hides = [_mask_of({name: getattr(inquiry, name) for name in _OF_PERSON})]
    for entry in history:
        changes = _changes_of(entry) if entry.action == Action.CORRECT_OWN else {}
        before = {name: changes[name][0] for name in _OF_PERSON if name in changes}
        if before:
            hides.append(_mask_of(before))
    return lambda text: reduce(lambda shown, hide: hide(shown), hides, text)


_OF_PERSON = ("person_name", "person_no", "phone", "agent_name", "agent_phone")


def _mask_of(values: Mapping[str, str]) -> Callable[[str], str]:
    return mask_of_texts(*(values.get(name) or "" for name in _OF_PERSON))


def _changes_of(entry: AuditEntry) -> Mapping[str, Any]:
    return (json.loads(entry.payload).get("changes") or {}) if entry.payload else {}


def _concerns_papers(entry: AuditEntry) -> bool:
    if (entry.kind, entry.action) != (Inquiry.__name__, Action.CORRECT_OWN):
        return False
    if entry.payload is None:
        return True
    return not _ON_PAPERS.isdisjoint(_changes_of(entry))
