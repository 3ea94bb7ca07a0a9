"""How contacts hang together: which notice a visit came with, which visit answered a notice.

Source: handbook §2.4 no. 2 (a second notice for the same case).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reception.rules.inquiries import Inquiry, Status
from reception.rules.notices import Notice
from reception.rules.once import stories
from reception.rules.supplements import Supplement, Telling
from reception.store import records
from reception.store.models import InquiryRow, NoticeRow, SupplementRow, TellingRow

_I: Any = InquiryRow
_N: Any = NoticeRow
_S: Any = SupplementRow
_T: Any = TellingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another record that a record hangs together with, through a notice."""

    inquiry_id: int
    reg_no: str
    notice_number: str
    complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What a record goes on from, and what went on from it."""

    came_with: Link | None = None
    answered_by: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """Where the story of a slip stands: its newest notice, and the visit that used it up, if one did."""

    notice: Notice | None
    used_by: Inquiry | None


def earlier_notices(inquiry: Inquiry) -> tuple[Notice, ...]:
    """Give the notices of a record and of those that it goes on from, newest record first, within a transaction."""
    return tuple(notice for each in _back(inquiry) for notice in notices_of(each.id))


def _back(inquiry: Inquiry) -> Iterator[Inquiry]:
    seen: set[int] = set()
    waiting = [inquiry]
    while waiting:
        each = waiting.pop(0)
        if each.id in seen:
            continue
        seen.add(each.id)
        yield each
        notice = records.find(Notice, id=each.returned_with) if each.returned_with else None
        before = {notice.inquiry_id if notice else 0, each.repeat_of or 0}
        waiting += [found for number in sorted(before, reverse=True) if (found := records.find(Inquiry, id=number))]


def story_of_each() -> dict[int, int]:
    """Give for each record that goes on from another which story it belongs to, within a transaction.

    A void record links nothing.
    """
    living = _I.status != Status.VOID
    repeats = _I.select(_I.id, _I.repeat_of).where(_I.repeat_of.is_null(False), living).tuples()
    brought = dict(_I.select(_I.id, _I.returned_with).where(_I.returned_with.is_null(False), living).tuples())
    told = _N.select(_N.id, _N.inquiry_id).where(_N.id.in_(_I.select(_I.returned_with))).tuples()
    first = dict(told)
    returns = ((each, first[notice]) for each, notice in brought.items() if notice in first)
    return stories([*repeats, *returns])


def notices_of(inquiry_id: int) -> list[Notice]:
    """Give the notices of a record in the order of issue."""
    return records.select(Notice, _N.inquiry_id == inquiry_id, order=[_N.id])


def living_return(notice_ids: list[int]) -> Inquiry | None:
    """Give the visit that brought one of these notices back and was not void since."""
    if not notice_ids:
        return None
    for supplement in records.select(Supplement, _S.notice_id.in_(notice_ids), order=[_S.id.desc()]):
        inquiry = records.get(Inquiry, supplement.inquiry_id)
        if inquiry.status is not Status.VOID:
            return inquiry
    return None


def latest(notice: Notice) -> Latest:
    """Follow a slip to the newest notice of its story."""
    inquiry_id = notice.inquiry_id
    while True:
        own = notices_of(inquiry_id)
        living = [each for each in own if not each.void]
        newest = living[-1] if living else None
        after = living_return([each.id for each in own])
        if after is None or not any(not each.void for each in notices_of(after.id)):
            return Latest(notice=newest, used_by=after)
        inquiry_id = after.id


def links_of(inquiry: Inquiry) -> Links:
    """Give what a record goes on from and what went on from it."""
    came_with = None
    if inquiry.returned_with:
        notice = records.get(Notice, inquiry.returned_with)
        came_with = _link(records.get(Inquiry, notice.inquiry_id), notice)
    answered = []
    for notice in notices_of(inquiry.id):
        for supplement in records.select(Supplement, _S.notice_id == notice.id, order=[_S.id]):
            later = records.get(Inquiry, supplement.inquiry_id)
            if later.status is not Status.VOID:
                answered.append(_link(later, notice, complete=not supplement.missing))
    return Links(came_with=came_with, answered_by=tuple(answered))


def _link(inquiry: Inquiry, notice: Notice, *, complete: bool = False) -> Link:
    return Link(inquiry_id=inquiry.id, reg_no=inquiry.reg_no, notice_number=notice.number, complete=complete)


def tellings_of(notice_id: int) -> tuple[Telling, ...]:
    """Give to whom a notice was told without paper, oldest first, within a transaction."""
    return tuple(records.select(Telling, _T.notice_id == notice_id, order=[_T.id]))


def supplement_of(inquiry_id: int) -> Supplement | None:
    """Give what a returning visitor brought with this visit, within a transaction."""
    return records.find(Supplement, inquiry_id=inquiry_id)
