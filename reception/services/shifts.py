"""Handing over at a counter: a note with the open points as they stand, and who took it over.

Source: handbook §1.1 (the duty ends when another post takes over), §4.3 (hand-over and take-over).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.cases import DueItem
from reception.rules.inquiries import Disposition, InquiryDraft
from reception.rules.shifts import ShiftItem, ShiftNote
from reception.rules.staff import Action
from reception.rules.text import clean
from reception.rules.visitors import mask_name, mask_of_texts, mask_phone
from reception.services import call_list, cases
from reception.services.call_list import CallLine
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import ShiftNoteRow

_S: Any = ShiftNoteRow
TEXT_LENGTH = 4000
MOST_ITEMS = 200
_ABOUT = 60


def open_points(desk: Desk, drafts: Sequence[InquiryDraft] = ()) -> tuple[ShiftItem, ...]:
    """Give what is open for this person now: calls, what is due until tonight, forms not saved; nobody by full name."""
    calls = (_call_point(desk, line) for line in call_list.mine(desk))
    owed = (_owed_point(desk, item) for item in owed_tonight(desk, cases.due_list(desk)))
    return tuple([*calls, *owed, *_draft_points(drafts)][:MOST_ITEMS])


def owed_tonight(desk: Desk, due: Sequence[DueItem]) -> tuple[DueItem, ...]:
    """Give what this person owes until tonight: cases that are due, and transfers to be acknowledged."""
    local = desk.calendar.local(desk.clock())
    end = desk.calendar.instant(datetime.combine(local.date() + timedelta(days=1), time()))
    return tuple(item for item in due if item.mine and (item.transfer or item.due_at < end))


def _call_point(desk: Desk, line: CallLine) -> ShiftItem:
    callback = line.callback
    if line.restricted:
        return ShiftItem(kind="Callback", number=line.number, text=_clock(desk, callback.due_at))
    hide = mask_of_texts(callback.name, "", callback.phone)
    parts = (_clock(desk, callback.due_at), mask_name(callback.name), hide(callback.about)[:_ABOUT])
    return ShiftItem(kind="Callback", number=line.number, text=_joined(parts))


def _owed_point(desk: Desk, item: DueItem) -> ShiftItem:
    parts = (_clock(desk, item.due_at), item.visitor, item.summary[:_ABOUT])
    return ShiftItem(kind="Referral" if item.transfer else "Case", number=item.number, text=_joined(parts))


def _draft_points(drafts: Sequence[InquiryDraft]) -> Iterator[ShiftItem]:
    for draft in drafts:
        if draft.disposition is Disposition.D10:  # a complaint is nobody's to read before it has a number, either
            yield ShiftItem(kind="InquiryDraft", number="", text="")
            continue
        hide = mask_of_texts(draft.person_name, draft.person_no, draft.phone)
        words = hide(draft.summary or draft.matter or draft.detail)[:_ABOUT] or mask_phone(draft.phone)
        yield ShiftItem(kind="InquiryDraft", number="", text=_joined((mask_name(draft.person_name), words)))


def _clock(desk: Desk, instant: datetime) -> str:
    return f"{desk.calendar.local(instant):%m-%d %H:%M}"


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)


def hand_over(desk: Desk, text: str, drafts: Sequence[InquiryDraft] = ()) -> ShiftNote:
    """Hand over at this counter: what was written, and the open points frozen as they stand.

    Raises:
        Invalid: the text cannot be kept, or there is neither a text nor an open point.
    """
    try:
        text = clean(text, TEXT_LENGTH, lines=True)
    except Invalid as refused:
        raise Invalid(*(replace(reason, field="text") for reason in refused.reasons)) from refused
    desk.require(Action.HAND_OVER_SHIFT)
    items = open_points(desk, drafts)
    if not text and not items:
        raise Invalid(Reason(code="required", field="text"))
    with desk.work(Action.HAND_OVER_SHIFT) as work:
        note = work.add(
            ShiftNote(
                on=work.today,
                counter=desk.counter,
                text=text,
                items=items,
                made_at=work.now,
                made_by_id=desk.account.id,
                made_by=desk.account.name,
            )
        )
        work.log(note)
        return note


def to_take(desk: Desk) -> tuple[ShiftNote, ...]:
    """Give the notes that wait at this counter for whoever comes next, the oldest first.

    One's own of today wait for somebody else; on a later day one may come back to them oneself.
    """
    today = desk.calendar.local(desk.clock()).date()
    with desk.reading():
        waiting = records.select(
            ShiftNote, _S.taken_at.is_null(), _S.counter == desk.counter, order=[_S.made_at, _S.id], limit=20
        )
    return tuple(note for note in waiting if note.made_by_id != desk.account.id or note.on < today)


def take(desk: Desk, note_id: int) -> ShiftNote:
    """Take over: who and when stand in the note.

    Raises:
        Invalid: somebody took it already.
        NotAllowed: it belongs to another counter.
    """
    with desk.work(Action.HAND_OVER_SHIFT) as work:
        note = work.get(ShiftNote, note_id)
        if note.counter != desk.counter:
            raise NotAllowed("shift_elsewhere", counter=note.counter)
        if note.taken_at is not None:
            raise Invalid(Reason(code="shift_taken", field="status", values={"name": note.taken_by}))
        taken = work.change(replace(note, taken_at=work.now, taken_by=desk.account.name))
        work.log(taken)
        return taken


def latest(desk: Desk) -> ShiftNote | None:
    """Give one's own last hand-over of today at this counter, or None."""
    today = desk.calendar.local(desk.clock()).date()
    with desk.reading():
        found = records.select(
            ShiftNote, _S.on == today, counter=desk.counter, made_by_id=desk.account.id, order=[_S.id.desc()], limit=1
        )
    return found[0] if found else None
