"""The visitor behind a record that is corrected: set right with it, found to be another, or known no more.

A contact is counted once, whoever had it in the end.
"""

from dataclasses import replace
from typing import Any

from reception.rules.inquiries import Inquiry
from reception.rules.recognition import Visitor
from reception.rules.visitors import REFUSED
from reception.services import visitors
from reception.services.desk import Work
from reception.store import records
from reception.store.models import InquiryRow, VisitorRow

_I: Any = InquiryRow
_V: Any = VisitorRow
_ABOUT_HIM = ("person_no", "person_kind", "person_unit")
_SEEN = ("person_name", "phone", "phone_ext", *_ABOUT_HIM, "received_at")


def follow(work: Work, before: Inquiry, after: Inquiry) -> int | None:
    """Let the visitor of a record follow its correction, within its work; give the visitor's id, None without one.

    Whoever is known from this record alone is renamed; of others only what came from this record is set right.
    """
    if after.restricted or all(getattr(before, name) == getattr(after, name) for name in _SEEN):
        return before.visitor_id
    if before.visitor_id is None:
        return visitors.remember(work, after)
    old = work.get(Visitor, before.visitor_id)
    if visitors.is_memorable(after):
        found = visitors.same_person(work, after)
        only = _is_known_from_it_alone(old, after)
        if visitors.stays(found).id == old.id if found else only:
            _set_right(work, old, before, after, only=only)
            return old.id
    work.log(work.change(replace(old, contacts=max(0, old.contacts - 1))))
    return visitors.remember(work, after)


def _is_known_from_it_alone(visitor: Visitor, inquiry: Inquiry) -> bool:
    others = records.select(Inquiry, _I.visitor_id == visitor.id, _I.id != inquiry.id, limit=1)
    return not others and records.find(Visitor, _V.merged_into == visitor.id) is None


def _set_right(work: Work, visitor: Visitor, before: Inquiry, after: Inquiry, *, only: bool) -> None:
    values: dict[str, Any] = {"name": after.person_name, "search_keys": visitors.visitor_keys(after.person_name)}
    for name in _ABOUT_HIM:
        old, new = getattr(before, name), getattr(after, name)
        if getattr(visitor, name) == old and (new or only):
            values[name] = new
    phone, extension = _phone_of(after)
    if (visitor.phone, visitor.phone_ext) == _phone_of(before) and (phone or only):
        values |= {"phone": phone, "phone_ext": extension}
    changed = replace(visitor, **values, **_seen(visitor, before, after, only=only))
    if changed != visitor:
        work.log(work.change(changed))


def _phone_of(inquiry: Inquiry) -> tuple[str, str]:
    return ("", "") if inquiry.phone == REFUSED else (inquiry.phone, inquiry.phone_ext)


def _seen(visitor: Visitor, before: Inquiry, after: Inquiry, *, only: bool) -> dict[str, Any]:
    """Give when the visitor was met first and last, with this contact at its right time."""
    if only:
        return {"first_seen_at": after.received_at, "last_seen_at": after.received_at}
    if before.received_at == after.received_at:
        return {}
    his = (_I.visitor_id == visitor.id) & (_I.id != after.id)
    first = records.select(Inquiry, his, order=[_I.received_at], limit=1)
    last = records.select(Inquiry, his, order=[_I.received_at.desc()], limit=1)
    begun, ended = visitor.first_seen_at, visitor.last_seen_at
    if begun == before.received_at and first:
        begun = first[0].received_at
    if ended == before.received_at and last:
        ended = last[0].received_at
    return {"first_seen_at": min(begun, after.received_at), "last_seen_at": max(ended, after.received_at)}
