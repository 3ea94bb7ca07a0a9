"""Known visitors: found while somebody types, remembered when a record is saved."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.rules.faults import printable
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.pinyin import fold_query, is_pinyin_query, search_keys
from reception.rules.recognition import Visitor
from reception.rules.visitors import ANONYMOUS, REFUSED, PhoneKind, parse_phone, phone_digits
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import InquiryRow, VisitorRow
from reception.store.search import query_text

CANDIDATES = 6
EARLIER = 5
_V: Any = VisitorRow
_I: Any = InquiryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One earlier contact of a visitor, as the form shows it."""

    inquiry_id: int
    reg_no: str
    received_at: datetime
    summary: str
    disposition: Disposition
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A visitor met before and his latest contacts, newest first."""

    visitor: Visitor
    contacts: tuple[Contact, ...]


def recognise(desk: Desk, *, name: str = "", phone: str = "", person_no: str = "") -> tuple[Known, ...]:
    """Give the visitors that fit what has been typed so far, the surest first, each with earlier contacts.

    A phone counts however it was typed, from seven digits on, a landline with or without its area code; a
    number counts whole; a name counts as typed, by its beginning, or by its pinyin.
    """
    name, phone, person_no = query_text(name), query_text(phone), query_text(person_no)
    name, phone, person_no = printable(name), printable(phone), printable(person_no)
    with desk.reading():
        found: dict[int, Visitor] = {}
        for visitor in (*_by_phone(phone), *_by_number(person_no), *_by_name(name)):
            found.setdefault(visitor.id, visitor)
        first = list(found.values())[:CANDIDATES]
        return tuple(Known(visitor=visitor, contacts=_contacts(visitor)) for visitor in first)


def _by_phone(phone: str) -> Iterable[Visitor]:
    known = parse_phone(phone)
    if len(phone_digits(known)) < 7:
        return []
    condition = _V.phone == known.stored
    if known.kind is PhoneKind.LOCAL:
        condition = condition | _V.phone.endswith(f"-{known.stored}")
    if known.kind is PhoneKind.LANDLINE:
        condition = condition | (_V.phone == known.stored.partition("-")[2])
    return _latest(condition)


def _by_number(person_no: str) -> Iterable[Visitor]:
    return _latest(_V.person_no == person_no) if len(person_no) >= 4 else []


def _by_name(name: str) -> Iterable[Visitor]:
    if name in ("", ANONYMOUS, REFUSED):
        return []
    condition = _V.name.startswith(name)
    if len(name) >= 2 and is_pinyin_query(name):
        condition = condition | _V.search_keys.contains(f" {fold_query(name)}")
    return _latest(condition)


def _latest(condition: Any) -> list[Visitor]:
    return records.select(Visitor, condition, order=[_V.last_seen_at.desc()], limit=CANDIDATES)


def _contacts(visitor: Visitor) -> tuple[Contact, ...]:
    rows = records.select(
        Inquiry,
        _I.visitor_id == visitor.id,
        _I.status != Status.VOID,
        order=[_I.received_at.desc(), _I.id.desc()],
        limit=EARLIER,
    )
    return tuple(
        Contact(
            inquiry_id=row.id,
            reg_no=row.reg_no,
            received_at=row.received_at,
            summary=row.summary,
            disposition=row.disposition,
            status=row.status,
        )
        for row in rows
    )


def remember(work: Work, inquiry: Inquiry) -> int | None:
    """Remember the person of a record within its work and give the visitor's id, or None when nobody is named.

    A restricted record leaves no trace here.
    """
    named = inquiry.person_name not in ("", ANONYMOUS, REFUSED)
    if inquiry.restricted or not named or not (inquiry.phone or inquiry.person_no):
        return None
    if inquiry.phone == REFUSED and not inquiry.person_no:
        return None
    known = _same_person(work, inquiry)
    visitor = _met_again(known, inquiry) if known else _met_first(inquiry)
    stored = work.change(visitor) if known else work.add(visitor)
    work.log(stored)
    return stored.id


def _same_person(work: Work, inquiry: Inquiry) -> Visitor | None:
    same_name = _V.name == inquiry.person_name
    if inquiry.person_no:
        known = work.find(Visitor, same_name, _V.person_no == inquiry.person_no)
        if known is not None:
            return known
    if inquiry.phone and inquiry.phone != REFUSED:
        return work.find(
            Visitor, same_name, _V.phone == inquiry.phone, (_V.person_no == inquiry.person_no) | (_V.person_no == "")
        )
    return None


def _met_first(inquiry: Inquiry) -> Visitor:
    return Visitor(
        name=inquiry.person_name,
        phone="" if inquiry.phone == REFUSED else inquiry.phone,
        phone_ext=inquiry.phone_ext,
        person_no=inquiry.person_no,
        person_kind=inquiry.person_kind,
        person_unit=inquiry.person_unit,
        search_keys=visitor_keys(inquiry.person_name),
        first_seen_at=inquiry.received_at,
        last_seen_at=inquiry.received_at,
    )


def visitor_keys(name: str) -> str:
    """Give what a search by pinyin looks through for a name."""
    return f" {search_keys(name)} "[:2000]


def _met_again(known: Visitor, inquiry: Inquiry) -> Visitor:
    phone_given = inquiry.phone not in ("", REFUSED)
    return replace(
        known,
        phone=inquiry.phone if phone_given else known.phone,
        phone_ext=inquiry.phone_ext if phone_given else known.phone_ext,
        person_no=inquiry.person_no or known.person_no,
        person_kind=inquiry.person_kind,
        person_unit=inquiry.person_unit or known.person_unit,
        contacts=known.contacts + 1,
        last_seen_at=max(known.last_seen_at, inquiry.received_at),
    )
