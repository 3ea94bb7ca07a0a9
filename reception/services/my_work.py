"""What somebody owes as himself and, apart, as stand-in for whom: the work, the note, the posts, the calls expected.

Source: handbook §4.3 no. 3 (B sees A's open list, the hand-over note, the duty sheet), §4.4 (task list now);
clauses D4.2-b, D4.6, T9-b.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception.rules.absences import Absence
from reception.rules.cases import Case, DueItem, is_mine
from reception.rules.duty import Handover, is_withdrawn
from reception.rules.my_work import WhyMine, why_mine
from reception.rules.roster import Post, Serves
from reception.services import absences, call_list, due_board, handover_notes
from reception.services.call_list import CallLine
from reception.services.desk import Desk
from reception.services.handover_notes import Note
from reception.services.presence import PostNow, Roll
from reception.store import records
from reception.store.models import AbsenceRow, CaseRow, HandoverRow

_AB: Any = AbsenceRow
_C: Any = CaseRow
_H: Any = HandoverRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MyItem:
    """A line that is owed, why by this person, and the name of its post."""

    item: DueItem
    why: WhyMine
    post: str = ""

    @property
    def id(self) -> str:
        """Give what tells this line from the others."""
        return self.item.id


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingIn:
    """For whom somebody stands in, now or from `begins_at` on: why, which posts, the note, the work and the calls.

    `calls` are those that the holder promised; `note` is None where nothing was handed over.
    """

    account_id: int
    name: str
    by: Serves
    absence: Absence | None
    begins_at: datetime | None = None
    posts: tuple[Post, ...] = ()
    note: Note | None = None
    items: tuple[MyItem, ...] = ()
    calls: tuple[CallLine, ...] = ()

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.account_id


@dataclass(frozen=True, slots=True, kw_only=True)
class MyWork:
    """One's own work with how many calls one promised, and what one does for others, those away now first."""

    own: tuple[MyItem, ...]
    calls: int
    stands_in: tuple[StandingIn, ...]


def of(desk: Desk) -> MyWork:
    """Give the work of whoever asks, as it stands now."""
    board = due_board.look(desk)
    lines = [line for line in board.lines if is_mine(line, desk.clock(), desk.calendar)]
    due = due_board.lines(desk, sorted(lines, key=lambda line: (line.due_at, line.number)))
    calls, roll = call_list.all_open(desk), board.roll
    with desk.reading():
        assigned = _assigned(desk, due)
        items = [_item(desk, item, roll, assigned) for item in due]
        served = _served(desk, roll)
        stands_in = [_standing_in(desk, number, posts, roll, items, calls) for number, posts in served.items()]
        coming = _coming(desk, frozenset(served))
    others = {each.name for each in stands_in}
    return MyWork(
        own=tuple(each for each in items if each.item.acting_for not in others),
        calls=sum(each.mine for each in calls),
        stands_in=(*stands_in, *coming),
    )


def _assigned(desk: Desk, due: tuple[DueItem, ...]) -> frozenset[int]:
    numbers = [item.case_id for item in due if item.case_id]
    if not numbers:
        return frozenset()
    return frozenset(each.id for each in records.select(Case, _C.id.in_(numbers), assigned_id=desk.account.id))


def _item(desk: Desk, item: DueItem, roll: Roll, assigned: frozenset[int]) -> MyItem:
    found = roll.posts.get(item.post)
    why = why_mine(item, desk.account.name, _by(desk, item, found, roll), assigned=item.case_id in assigned)
    return MyItem(item=item, why=why, post=found.post.name if found else "")


def _by(desk: Desk, item: DueItem, found: PostNow | None, roll: Roll) -> Serves | None:
    """Give how this person serves the post of a line, else a post of whom he acts for."""
    me = desk.account.id
    if found is not None and found.serving_id == me:
        return found.by
    held = (each for each in roll.posts.values() if each.serving_id == me and each.acting_for == item.acting_for)
    return next((each.by for each in held if item.acting_for), None)


def _served(desk: Desk, roll: Roll) -> dict[int, list[PostNow]]:
    """Give the posts in use that this person serves and does not hold, by who holds them."""
    found: dict[int, list[PostNow]] = {}
    for each in roll.posts.values():
        if each.post.active and each.serving_id == desk.account.id and each.acting_for:
            found.setdefault(each.post.holder_id, []).append(each)
    return found


def _standing_in(
    desk: Desk,
    holder_id: int,
    posts: list[PostNow],
    roll: Roll,
    items: list[MyItem],
    calls: tuple[CallLine, ...],
) -> StandingIn:
    name, absence = posts[0].holder, roll.away.get(holder_id)
    notes = handover_notes.readable(desk, handover_notes.of_absence(absence.id)) if absence else ()
    return StandingIn(
        account_id=holder_id,
        name=name,
        by=posts[0].by,
        absence=absences.as_seen(desk, absence) if absence else None,
        posts=tuple(each.post for each in posts),
        note=next((each for each in notes if not each.sealed), None),
        items=tuple(each for each in items if each.item.acting_for == name),
        calls=tuple(each for each in calls if each.callback.owner_id == holder_id and not each.restricted),
    )


def _coming(desk: Desk, now_served: frozenset[int]) -> list[StandingIn]:
    """Give for whom this person stands in soon: whose notes he has for an absence that has not begun."""
    planned = records.select(
        Absence,
        _AB.cancelled_at.is_null(),
        _AB.returned_at.is_null(),
        _AB.from_at > desk.clock(),
        order=[_AB.from_at, _AB.id],
    )
    found: dict[int, StandingIn] = {}
    for absence in planned:
        notes = records.select(Handover, _H.absence_id == absence.id, to_id=desk.account.id)
        living = [each for each in notes if not is_withdrawn(each)]
        if living and absence.account_id not in {*now_served, *found}:
            found[absence.account_id] = _soon(desk, absence, living)
    return list(found.values())


def _soon(desk: Desk, absence: Absence, notes: list[Handover]) -> StandingIn:
    posts = [records.get(Post, each.post_id) for each in notes]
    (note, *_others) = handover_notes.readable(desk, notes)
    by = Serves.SECOND if any(each.second_id == desk.account.id for each in posts) else Serves.FIRST
    return StandingIn(
        account_id=absence.account_id,
        name=absence.account,
        by=by,
        absence=absences.as_seen(desk, absence),
        begins_at=absence.from_at,
        posts=tuple(posts),
        note=note,
    )
