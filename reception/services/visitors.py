"""Known visitors: found while somebody types, remembered when a record is saved.

Whoever was merged into another is never offered; what is known of him finds the one who stayed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.rules.faults import printable
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.pinyin import fold_query, is_pinyin_query, search_keys, skeletons, sounds, spells
from reception.rules.recognition import FollowUp, Likeness, Visitor, near_forms, near_name
from reception.rules.staff import Action
from reception.rules.visitors import ANONYMOUS, REFUSED, Phone, PhoneKind, parse_phone, phone_digits
from reception.services import follow_ups
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import InquiryRow, VisitorRow
from reception.store.search import holds, query_text

CANDIDATES = 6
EARLIER = 5
FRAGMENT = 4
"""So many digits of a phone show who has them at the beginning or the end of theirs."""
_WHOLE_PHONE = 7
_COMPARED = 400
"""So many names of fitting initials are compared letter by letter, the latest visitors first."""
_FORMS_COMPARED = 4
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
    """A visitor met before, how he fits, his latest contacts (newest first), and what is open (first due first)."""

    visitor: Visitor
    likeness: Likeness
    contacts: tuple[Contact, ...]
    follow_ups: tuple[FollowUp, ...] = ()


def recognise(desk: Desk, *, name: str = "", phone: str = "", person_no: str = "") -> tuple[Known, ...]:
    """Give the visitors that fit what has been typed so far, the surest first; nobody to whom may not see them.

    A phone counts however it was typed, a landline with or without its area code, and from four digits on as a
    part, at its beginning or its end; a number counts whole; a name counts as any part of it, by its pinyin
    (initials, whole, or mixed), or when it sounds alike or differs in one character.
    """
    if not desk.may(Action.SEE_PERSONAL):
        return ()
    name, phone, person_no = (printable(query_text(each)) for each in (name, phone, person_no))
    with desk.reading():
        fitting: dict[int, Visitor] = {}
        for visitor in _stayed((*_by_phone(phone), *_by_number(person_no), *_by_name(name), *_by_fragment(phone))):
            fitting.setdefault(visitor.id, visitor)
        if len(fitting) < CANDIDATES:
            for visitor in _stayed(_by_near_name(name)):
                if _may_be(visitor, phone, person_no):
                    fitting.setdefault(visitor.id, visitor)
        first = list(fitting.values())[:CANDIDATES]
        opened = follow_ups.open_with(desk, first)
        return tuple(
            Known(
                visitor=visitor,
                likeness=likeness(visitor, name=name, phone=phone, person_no=person_no),
                contacts=contacts_of(visitor.id, EARLIER),
                follow_ups=opened.get(visitor.id, ()),
            )
            for visitor in first
        )


def likeness(visitor: Visitor, *, name: str, phone: str, person_no: str) -> Likeness:
    """Give how a visitor fits what has been typed; sure he is only by his whole phone or number."""
    same_phone = bool(visitor.phone) and visitor.phone in _forms(parse_phone(phone))
    if same_phone or (bool(person_no) and visitor.person_no == person_no):
        other = name not in ("", ANONYMOUS, REFUSED) and not _begins_like(visitor.name, name)
        return Likeness.OTHER_NAME if other else Likeness.SAME
    return Likeness.NEAR_NAME if near_name(name, visitor.name) else Likeness.POSSIBLE


def _begins_like(name: str, typed: str) -> bool:
    return typed in name or spells(typed, name) or name.casefold().startswith(typed.casefold())


def _forms(phone: Phone) -> tuple[str, ...]:
    """Give the stored forms that one phone may have: a landline is known without its area code too."""
    if phone.kind is PhoneKind.LANDLINE:
        return phone.stored, phone.stored.partition("-")[2]
    return (phone.stored,) if phone.stored else ()


def _by_phone(phone: str) -> Iterable[Visitor]:
    known = parse_phone(phone)
    if len(phone_digits(known)) < _WHOLE_PHONE:
        return []
    condition = _V.phone.in_(_forms(known))
    if known.kind is PhoneKind.LOCAL:
        condition = condition | _V.id.in_(_V.select(_V.id).where(_V.phone.endswith(f"-{known.stored}")))
    return _latest(condition)


def _by_fragment(phone: str) -> Iterable[Visitor]:
    """Find by some digits of a phone: the index of the phones alone is looked through, not the visitors."""
    digits = phone_digits(phone)
    known = parse_phone(phone)
    if len(digits) < FRAGMENT or known.kind in (PhoneKind.MOBILE, PhoneKind.LANDLINE, PhoneKind.INTERNATIONAL):
        return []
    begun = {digits, *(f"{digits[:area]}-{digits[area:]}" for area in (3, 4) if digits[0] == "0")}
    phones = _V.phone.endswith(digits) | _V.phone.contains(f"-{digits}")
    for each in begun:
        phones = phones | _V.phone.startswith(each)
    return _latest(_V.id.in_(_V.select(_V.id).where(phones)))


def _by_number(person_no: str) -> Iterable[Visitor]:
    return _latest(_V.person_no == person_no) if len(person_no) >= FRAGMENT else []


def _by_name(name: str) -> Iterable[Visitor]:
    if name in ("", ANONYMOUS, REFUSED):
        return []
    if not (len(name) >= 2 and is_pinyin_query(name)):
        begun = _latest(_V.name.startswith(name))
        return begun if len(begun) == CANDIDATES or len(name) < 2 else [*begun, *_latest(_V.name.contains(name))]
    spelled = _latest(_V.name.startswith(name) | (holds(_V.search_keys, f" {fold_query(name)}")))
    return spelled if len(spelled) == CANDIDATES else [*spelled, *_by_mixed_pinyin(name)]


def _by_mixed_pinyin(name: str) -> Iterable[Visitor]:
    """Find what initials narrow down and the letters spell: `zhangs`, `zsan`."""
    forms = skeletons(name)
    if not forms:
        return []
    condition = holds(_V.search_keys, f" {forms[0]}")
    for form in forms[1:]:
        condition = condition | holds(_V.search_keys, f" {form}")
    rows = _V.select(_V.id, _V.name).where(condition).order_by(_V.last_seen_at.desc()).limit(_COMPARED)
    spelled = [number for number, full_name in rows.tuples() if spells(name, full_name)]
    return [records.get(Visitor, number) for number in spelled[:CANDIDATES]]


def _by_near_name(name: str) -> Iterable[Visitor]:
    if len(name) < 2 or name in (ANONYMOUS, REFUSED) or is_pinyin_query(name):
        return []
    condition = _V.name == ""
    for sound in sounds(name)[:_FORMS_COMPARED]:
        condition = condition | holds(_V.search_keys, f" {sound} ")
    for begun, ended in near_forms(name):
        condition = condition | (_V.name.startswith(begun) & _V.name.endswith(ended))
    return [visitor for visitor in _latest(condition, 4 * CANDIDATES) if near_name(name, visitor.name)]


def _may_be(visitor: Visitor, phone: str, person_no: str) -> bool:
    """Tell whether what else was typed leaves open that somebody of a near name is meant."""
    if person_no and visitor.person_no:
        return visitor.person_no.startswith(person_no)
    return not phone or not visitor.phone or phone_digits(visitor.phone).startswith(phone_digits(phone))


def _latest(condition: Any, limit: int = CANDIDATES) -> list[Visitor]:
    return records.select(Visitor, condition, order=[_V.last_seen_at.desc()], limit=limit)


def _stayed(found: Iterable[Visitor]) -> Iterable[Visitor]:
    """Give those found, in the place of a merged one him who stayed; without whom a correction left no contact."""
    return (visitor for visitor in map(stays, found) if visitor.contacts > 0)


def stays(visitor: Visitor) -> Visitor:
    """Give the visitor who stayed when this one was merged, himself when he was not; within a transaction."""
    seen = set()
    while visitor.merged_into is not None and visitor.id not in seen:
        seen.add(visitor.id)
        visitor = records.get(Visitor, visitor.merged_into)
    return visitor


def contacts_of(visitor_id: int, limit: int) -> tuple[Contact, ...]:
    """Give the latest contacts of a visitor that stand, newest first; within a reading. None is restricted."""
    rows = records.select(
        Inquiry,
        _I.visitor_id == visitor_id,
        _I.status != Status.VOID,
        _I.restricted == False,  # noqa: E712 - an expression of the query
        order=[_I.received_at.desc(), _I.id.desc()],
        limit=limit,
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

    A restricted record leaves no trace here. Who was merged is met again as the one who stayed.
    """
    if not is_memorable(inquiry):
        return None
    same = same_person(work, inquiry)
    known = work.get(Visitor, stays(same).id) if same else None
    visitor = _met_again(known, inquiry) if known else _met_first(inquiry)
    stored = work.change(visitor) if known else work.add(visitor)
    work.log(stored)
    return stored.id


def is_memorable(inquiry: Inquiry) -> bool:
    """Tell whether a record names a person who is remembered: by name, and by phone or number."""
    named = inquiry.person_name not in ("", ANONYMOUS, REFUSED)
    return named and not inquiry.restricted and (inquiry.phone not in ("", REFUSED) or bool(inquiry.person_no))


def same_person(work: Work, inquiry: Inquiry) -> Visitor | None:
    """Give the visitor whose name goes with the number or the phone of a record, merged or not; None without one."""
    same_name = _V.name == inquiry.person_name
    if inquiry.person_no:
        known = work.find(Visitor, same_name, _V.person_no == inquiry.person_no)
        if known is not None:
            return known
    if inquiry.phone and inquiry.phone != REFUSED:
        of_no_other = (_V.person_no == "") if inquiry.person_no else (_V.id > 0)
        return work.find(Visitor, same_name, _V.phone == inquiry.phone, of_no_other)
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
