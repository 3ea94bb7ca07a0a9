"""The calls that are owed, as each person may see them: one's own whole, those of others masked, D10 by number.

Source: handbook §10.2 (masks), §1.3 (D10).
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from reception.rules import callbacks as rules
from reception.rules.callbacks import CallAttempt, Callback, CallbackStatus
from reception.rules.inquiries import Inquiry
from reception.rules.staff import Action
from reception.rules.visitors import mask_name, mask_of_texts, mask_phone
from reception.services.callbacks import inquiry_of, refuse_restricted
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import CallAttemptRow, CallbackRow, InquiryRow

_C: Any = CallbackRow
_T: Any = CallAttemptRow
_I: Any = InquiryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """A promised call as this person may see it; of a restricted record no more than its number."""

    callback: Callback
    number: str = ""
    mine: bool
    masked: bool
    restricted: bool
    attempts: tuple[CallAttempt, ...] = ()

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.callback.id

    @property
    def misses(self) -> int:
        """Give how many tries reached nobody."""
        return rules.misses(self.attempts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """How many calls one owes until the end of today, and those to be made now."""

    today: int
    near: tuple[CallLine, ...]


def mine(desk: Desk) -> tuple[CallLine, ...]:
    """Give the calls that this person owes, the earliest due first, with name and phone whole."""
    return _lines(desk, owner_id=desk.account.id)


def all_open(desk: Desk) -> tuple[CallLine, ...]:
    """Give the calls that this office owes, the earliest due first; those of others masked."""
    return _lines(desk)


def reveal(desk: Desk, callback_id: int) -> CallLine:
    """Give a colleague's call with name and phone whole, to make it for him; the look is an audit entry.

    Raises:
        NotAllowed: the roles do not permit it, or the record is restricted.
    """
    with desk.work(Action.SEE_PERSONAL) as work:
        callback = work.get(Callback, callback_id)
        refuse_restricted(work, callback)
        work.note("Callback", callback_id, inquiry_id=callback.inquiry_id)
        return replace(_whole_line(desk, callback, inquiry_of(callback), _tries([callback_id])), masked=False)


def pulse(desk: Desk) -> Pulse:
    """Give how many calls one owes until the end of today, and those to be made now; names masked."""
    now = desk.clock()
    calendar = desk.calendar
    end = calendar.instant(datetime.combine(calendar.local(now).date() + timedelta(days=1), time()))
    owed = mine(desk)
    near = tuple(_masked(line) for line in owed if rules.is_near(line.callback, now))
    return Pulse(today=sum(line.callback.due_at < end for line in owed), near=near)


def _lines(desk: Desk, **equal: int) -> tuple[CallLine, ...]:
    with desk.reading():
        found = records.select(Callback, _C.status == CallbackStatus.OPEN, order=[_C.due_at, _C.id], **equal)
        tries = _tries([callback.id for callback in found])
        wanted = {callback.inquiry_id for callback in found if callback.inquiry_id is not None}
        about = {each.id: each for each in records.select(Inquiry, _I.id.in_(wanted))} if wanted else {}
    lines = (_whole_line(desk, callback, about.get(callback.inquiry_id or 0), tries) for callback in found)
    return tuple(_masked(line) if line.masked else line for line in lines)


def _tries(ids: list[int]) -> list[CallAttempt]:
    return records.select(CallAttempt, _T.callback_id.in_(ids), order=[_T.id]) if ids else []


def _whole_line(desk: Desk, callback: Callback, inquiry: Inquiry | None, tries: list[CallAttempt]) -> CallLine:
    own = callback.owner_id == desk.account.id
    restricted = inquiry is not None and inquiry.restricted
    return CallLine(
        callback=callback,
        number=inquiry.reg_no if inquiry else "",
        mine=own,
        masked=not own,
        restricted=restricted,
        attempts=tuple(each for each in tries if each.callback_id == callback.id),
    )


def _masked(line: CallLine) -> CallLine:
    callback = line.callback
    hide = mask_of_texts(callback.name, "", callback.phone)
    shown = replace(
        callback,
        name=mask_name(callback.name),
        phone=mask_phone(callback.phone),
        phone_ext="",
        about=hide(callback.about),
        note=hide(callback.note),
        owner="" if line.restricted else callback.owner,
    )
    attempts = tuple(replace(each, note=hide(each.note)) for each in line.attempts)
    return replace(line, callback=shown, attempts=() if line.restricted else attempts, masked=True)
