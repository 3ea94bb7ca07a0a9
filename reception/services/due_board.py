"""The board of what is due, for thousands of open cases: thin lines for all of it, whole ones for what is seen.

A look at the board reads a few columns of each case and transfer; the words of a line are read page by page.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reception.rules.case_life import Pause
from reception.rules.cases import (
    ACKNOWLEDGE,
    UNDER_WAY,
    Case,
    DueItem,
    Light,
    Referral,
    light,
)
from reception.rules.due_board import BoardLine
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.visitors import mask_name, mask_of_texts
from reception.services import cases, presence
from reception.services.cases import PENDING, Told
from reception.services.desk import Desk
from reception.services.presence import Roll, Worker
from reception.store import records
from reception.store.models import CaseRow, InquiryRow, PauseRow

_C: Any = CaseRow
_I: Any = InquiryRow
_P: Any = PauseRow
_COLUMNS = (
    "id",
    "inquiry_id",
    "case_no",
    "disposition",
    "post_code",
    "assigned_id",
    "officer_id",
    "officer",
    "started_at",
    "limit",
    "due_at",
    "no_limit_reason",
    "restricted",
)
_AT_ONCE = 5000
_OVER = (Status.CLOSED, Status.VOID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything that is owed as thin lines, with the light of each as of now, and who is at the posts."""

    lines: tuple[BoardLine, ...]
    lights: Mapping[str, Light]
    roll: Roll


def look(desk: Desk) -> Board:
    """Give the whole board without its words: what is owed by when, and whether it is this person's."""
    with desk.reading():
        now = desk.clock()
        roll = presence.roll_within(now)
        mine = _posts_of(desk, roll)
        sent = tuple(_of_transfers(desk, roll, mine))
        lines = (*_of_cases(desk, roll, mine, {line.inquiry_id for line in sent}), *sent)
    return Board(
        lines=lines,
        lights={line.number: light(line, now, desk.calendar) for line in lines},
        roll=roll,
    )


def lines(desk: Desk, wanted: Sequence[BoardLine]) -> tuple[DueItem, ...]:
    """Give whole lines, in the order wanted; what is not owed any more is left out."""
    owed = cases.due_list(
        desk,
        case_ids=[line.owed_id for line in wanted if not line.transfer],
        referral_ids=[line.owed_id for line in wanted if line.transfer],
    )
    found = {item.number: item for item in owed}
    return tuple(found[line.number] for line in wanted if line.number in found)


def matching(desk: Desk, words: str, among: Sequence[BoardLine]) -> frozenset[str]:
    """Give the numbers of the lines in which each of some words stands as the line is shown: masked, D10 hidden."""
    parts = plain(words).split()
    posts = {code: each.post.name for code, each in presence.roll(desk).posts.items()}
    found: set[str] = set()
    for begin in range(0, len(among), _AT_ONCE):
        some = among[begin : begin + _AT_ONCE]
        with desk.reading():
            records_of = cases.told({line.inquiry_id for line in some})
        for line in some:
            about = records_of.get(line.inquiry_id)
            if about is not None and _is_found(parts, line, about, posts.get(line.post, line.post)):
                found.add(line.number)
    return frozenset(found)


def plain(text: str) -> str:
    """Give a text as it is searched: width and case do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()


def _is_found(parts: Sequence[str], line: BoardLine, about: Told, post: str) -> bool:
    around = plain(" ".join((line.number, about.reg_no, line.person, post)))
    if about.restricted:
        return all(part in around for part in parts)
    whole = plain(f"{around} {about.person_name} {about.summary}")
    if not all("*" in part or part in whole for part in parts):  # a mask takes away, it adds nothing but stars
        return False
    hide = mask_of_texts(about.person_name, about.person_no, about.phone, about.agent_name, about.agent_phone)
    shown = plain(f"{around} {mask_name(about.person_name)} {hide(about.summary)}")
    return all(part in shown for part in parts)


def _posts_of(desk: Desk, roll: Roll) -> frozenset[str]:
    me = desk.account.id
    return frozenset(code for code, each in roll.posts.items() if me in (each.post.holder_id, each.serving_id))


def _of_cases(desk: Desk, roll: Roll, mine: Collection[str], sent: Collection[int]) -> Iterator[BoardLine]:
    """Give the cases; one of a record that is `sent` and not taken yet is in its sender's sight as the transfer."""
    me = desk.account.id
    stops = {each: (cause, until) for each, cause, until in _open_stops()}
    handed_over = (_I.first_officer_id == me) & (_I.disposition == Disposition.D6) & _I.status.not_in(_OVER)
    passed = {number for (number,) in records.columns(Inquiry, ("id",), handed_over)}.difference(sent)
    workers: dict[tuple[Any, ...], Worker] = {}
    for row in records.columns(Case, _COLUMNS, _C.status.in_(UNDER_WAY)):
        owed_id, inquiry_id, number, disposition, held_at, *who, started_at, limit, due_at, no_limit, hidden = row
        post = "" if hidden else held_at
        place = (post, *who, hidden)
        if place not in workers:
            workers[place] = roll.works_at(post, *who, restricted=hidden)
        working = workers[place]
        cause, until = stops.get(owed_id, (None, None))
        yield BoardLine(
            owed_id=owed_id,
            inquiry_id=inquiry_id,
            number=number,
            started_at=started_at,
            limit=limit,
            due_at=due_at,
            transfer=False,
            mine=working.account_id == me,
            paused=cause,
            resumes_on=until,
            no_limit_reason=no_limit and "*",
            person="" if hidden else working.name,
            post=post,
            at_my_post=post in mine,
            passed_by_me=disposition is Disposition.D6 and inquiry_id in passed and working.account_id != me,
        )


def _open_stops() -> list[tuple[Any, ...]]:
    return records.columns(Pause, ("case_id", "cause", "planned_on"), _P.to_at.is_null())


def _of_transfers(desk: Desk, roll: Roll, mine: Collection[str]) -> Iterator[BoardLine]:
    me = desk.account.id
    sent = [each for status in PENDING for each in records.select(Referral, status=status)]
    about = cases.told({each.inquiry_id for each in sent})
    for referral in sent:
        inquiry = about[referral.inquiry_id]
        officer = roll.instead_of(inquiry.first_officer_id, inquiry.first_officer)
        working, is_mine = cases.who_owes(referral, officer, desk, roll)
        yield BoardLine(
            owed_id=referral.id,
            inquiry_id=inquiry.id,
            number=inquiry.reg_no,
            started_at=cases.started_of(referral, inquiry),
            limit=ACKNOWLEDGE,
            due_at=referral.due_at,
            transfer=True,
            mine=is_mine,
            mine_later=officer.account_id == me,
            state=referral.status,
            person=working.name,
            post=referral.to_post,
            at_my_post=referral.to_post in mine,
            passed_by_me=inquiry.first_officer_id == me,
        )
