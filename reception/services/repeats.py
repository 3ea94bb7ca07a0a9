"""A likely repeated contact: the same person about the same matter within the last working days; shown, never
blocked.

Source: handbook §1.2 no. 24 (repeat_of).
"""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from reception.rules.faults import printable
from reception.rules.inquiries import Inquiry, Status
from reception.rules.recognition import Visitor, repeats_since
from reception.rules.staff import Action
from reception.rules.visitors import ANONYMOUS, REFUSED, parse_phone, phone_digits
from reception.services.desk import Desk
from reception.services.visitors import stays
from reception.store import records
from reception.store.models import InquiryRow, VisitorRow
from reception.store.search import query_text

_WHOLE_PHONE = 7
_WHOLE_NUMBER = 4
_V: Any = VisitorRow
_I: Any = InquiryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The latest contact of which a form may be the repetition."""

    inquiry_id: int
    reg_no: str
    received_at: datetime
    what: str


def likely(
    desk: Desk, *, name: str = "", phone: str = "", person_no: str = "", matter: str = "", summary: str = ""
) -> Repeat | None:
    """Give the latest contact of the same person about the same matter, or None.

    The person is the same by phone or number; without both by the whole name. The matter is the same by its code,
    without one by the same summary. Restricted and void records never count.
    """
    if not desk.may(Action.SEE_PERSONAL):
        return None
    name, phone, person_no, matter = (printable(query_text(each)) for each in (name, phone, person_no, matter))
    with desk.reading():
        who = _who(name, phone, person_no)
        what = (_I.matter_code == matter) if matter else _same_summary(summary)
        if who is None or what is None:
            return None
        today = desk.calendar.local(desk.clock()).date()
        since = desk.calendar.instant(datetime.combine(repeats_since(desk.calendar, today), time()))
        found = records.select(
            Inquiry,
            _I.received_at >= since,
            _I.status != Status.VOID,
            _I.restricted == False,  # noqa: E712 - an expression of the query
            who,
            what,
            order=[_I.received_at.desc(), _I.id.desc()],
            limit=1,
        )
    return _repeat(found[0]) if found else None


def _who(name: str, phone: str, person_no: str) -> Any | None:
    stored = parse_phone(phone).stored if len(phone_digits(phone)) >= _WHOLE_PHONE else ""
    number = person_no if len(person_no) >= _WHOLE_NUMBER else ""
    named = name not in ("", ANONYMOUS, REFUSED) and len(name) > 1
    if not stored and not number:
        return _I.person_name == name if named else None
    facts = [(field, value) for field, value in (("phone", stored), ("person_no", number)) if value]
    known = [stays(visitor).id for field, value in facts for visitor in _with(field, value)]
    either = _I.visitor_id.in_(known)
    for field, value in facts:
        either = either | (getattr(_I, field) == value)
    return either


def _with(field: str, value: str) -> list[Visitor]:
    return records.select(Visitor, getattr(_V, field) == value)


def _same_summary(summary: str) -> Any | None:
    text = " ".join(summary.split())
    return (_I.summary == text) if len(text) > 1 else None


def _repeat(inquiry: Inquiry) -> Repeat:
    return Repeat(
        inquiry_id=inquiry.id,
        reg_no=inquiry.reg_no,
        received_at=inquiry.received_at,
        what=inquiry.matter_name or inquiry.summary,
    )
