"""All notices of a day in one document, for the file of stubs or for one print run; each counts as a print.

Source: handbook §2.3 (copies and where they go); clauses T7.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from reception.documents.batch import BatchPaper, write_batch
from reception.errors import Conflict, Invalid, Reason
from reception.rules.notices import Notice
from reception.rules.papers import PaperForm
from reception.rules.staff import Action
from reception.services import counted_prints, files, notices
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import NoticeRow
from reception.words import Language, date_text
from reception.words.notices import copy_mark

_N: Any = NoticeRow
_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Batched:
    """A document that was placed, and how many papers are in it."""

    path: Path
    papers: int


def notices_of(desk: Desk, day: date) -> tuple[int, ...]:
    """Give the ids of the notices that were issued on a local day, by number; void and restricted ones are left out."""
    first = desk.calendar.instant(datetime.combine(day, time()))
    after = desk.calendar.instant(datetime.combine(day + timedelta(days=1), time()))
    living = (_N.void == False) & (_N.restricted == False)  # noqa: E712 - an expression of the query
    with desk.reading():
        query = _N.select(_N.id).where(living, _N.issued_at >= first, _N.issued_at < after)
        return tuple(number for (number,) in query.order_by(_N.kind, _N.year, _N.serial).tuples())


def save_day(
    desk: Desk,
    day: date,
    how: PaperForm,
    target: Path,
    keep_going: Callable[[int], bool] = lambda _drawn: True,
) -> Batched | None:
    """Write the notices of a day into one file, each as its next print will be, and count those prints.

    The memory does not grow with their number. The file is whole or not there, and nothing is counted without it.

    Args:
        desk: whose desk.
        day: local.
        how: the form of all of them.
        target: the file.
        keep_going: is told now and then how many are drawn; False stops.

    Returns:
        What was placed, or None when it was stopped.

    Raises:
        NotAllowed: the roles do not permit to print.
        Invalid: no notice was issued on that day.
        Conflict: one of them was printed or became void meanwhile.
        Unavailable: the folder cannot be written, the disk is full, or another program holds the file.
    """
    desk.require(Action.PRINT_NOTICE)
    ids = notices_of(desk, day)
    if not ids:
        raise Invalid(Reason(code="no_notices", field="day", values={"day": day}))
    seen: dict[int, int] = {}
    with files.partial(target) as part:
        title = f"{desk.office.name} {date_text(day, Language.ZH)}"
        for drawn in write_batch(part.handle, _papers(desk, ids, how, seen), how, title):
            if not keep_going(drawn):
                return None
        with desk.work(Action.PRINT_NOTICE) as work:
            _count(work, seen)
            part.place()
    return Batched(path=target, papers=len(ids))


def _papers(desk: Desk, ids: tuple[int, ...], how: PaperForm, seen: dict[int, int]) -> Iterator[BatchPaper]:
    """Give the papers some at a time; `seen` learns how often each was printed before."""
    for begin in range(0, len(ids), _AT_ONCE):
        with desk.reading():
            some = {each.id: each for each in records.select(Notice, _N.id.in_(ids[begin : begin + _AT_ONCE]))}
        for number in ids[begin : begin + _AT_ONCE]:
            notice = some[number]
            seen[number] = notice.prints
            yield BatchPaper(notices.texts_of(notice, how), copy_mark(notice.prints))


def _count(work: Work, seen: dict[int, int]) -> None:
    """Count the prints, unless the mark of one of them is wrong by now."""
    for number, prints in seen.items():
        if work.get(Notice, number).prints != prints:
            raise Conflict("conflict", kind="Notice", id=number)
        counted_prints.count(work, Notice, number)
