"""Hand-over notes as they are read: those of one absence to one person together, sealed to whoever they are not for.

Source: handbook §4.2 (`handover`); the note is for who leaves, who stands in, and the heads.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from reception.rules.duty import Handover, HandoverItem, is_withdrawn
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.services import presence
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import HandoverRow

_H: Any = HandoverRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The hand-over of one absence to one person, over all posts: as it is shown, accepted and acknowledged.

    `absence_id` None is the final note of a post that changed hands. `sealed` tells only that there is a note, to whom
    and whether it was accepted: what stands in it is not for whoever reads.
    """

    id: int
    ids: tuple[int, ...]
    absence_id: int | None
    from_id: int
    from_name: str
    to_id: int
    to_name: str
    posts: tuple[str, ...]
    made_at: datetime
    items: tuple[HandoverItem, ...]
    keys: str
    calls: str
    instructions: str
    note: str
    accepted_at: datetime | None
    accepted_note: str
    report: str
    reported_at: datetime | None
    acknowledged_at: datetime | None
    sealed: bool = False


def of_absence(absence_id: int) -> list[Handover]:
    """Give what was handed over for an absence, post by post, and not taken back, within a transaction."""
    return [each for each in written(absence_id) if not is_withdrawn(each)]


def written(absence_id: int) -> list[Handover]:
    """Give everything that was ever written for an absence, within a transaction."""
    return records.select(Handover, _H.absence_id == absence_id, order=[_H.id])


def receivers(handover: Handover, now: datetime) -> tuple[int, ...]:
    """Give to whom a note was handed, and who answers for its post by now: the chain may have gone on."""
    post = records.find(Post, id=handover.post_id)
    serving = presence.post_within(post, now) if post is not None else None
    moved = serving is not None and serving.serving_id != handover.from_id
    return (handover.to_id, serving.serving_id) if serving is not None and moved else (handover.to_id,)


def readable(desk: Desk, found: Iterable[Handover]) -> tuple[Note, ...]:
    """Give the notes as this person may read them, within a transaction: whole to who wrote, receives or leads."""
    rows = tuple(found)
    open_to = {each.id for each in rows if may_read(desk, each)}
    return tuple(note if open_to.issuperset(note.ids) else _sealed(note) for note in notes_of(rows))


def may_read(desk: Desk, handover: Handover) -> bool:
    """Tell whether a hand-over is for this person to read, within a transaction."""
    return (
        desk.may(Action.AWAY_ANY)
        or desk.account.id == handover.from_id
        or desk.account.id in receivers(handover, desk.clock())
    )


def _sealed(note: Note) -> Note:
    bare = replace(note, items=(), keys="", calls="", instructions="", note="")
    return replace(bare, accepted_note="", report="", sealed=True)


def notes_of(found: Iterable[Handover]) -> tuple[Note, ...]:
    """Give the notes over all posts of an absence and a receiver, the oldest first, within a transaction."""
    in_order = sorted(found, key=lambda each: (each.absence_id or 0, each.to_id, each.id))
    together = [tuple(group) for _key, group in groupby(in_order, key=lambda each: (each.absence_id, each.to_id))]
    names = {post.id: post.name for post in records.select(Post)} if together else {}
    return tuple(sorted((_note(group, names) for group in together), key=lambda each: each.id))


def _note(group: Sequence[Handover], names: dict[int, str]) -> Note:
    first = group[0]
    items = dict.fromkeys(each for handover in group for each in handover.items)
    return Note(
        id=first.id,
        ids=tuple(each.id for each in group),
        absence_id=first.absence_id,
        from_id=first.from_id,
        from_name=first.from_name,
        to_id=first.to_id,
        to_name=first.to_name,
        posts=tuple(names.get(each.post_id, "") for each in group),
        made_at=first.made_at,
        items=tuple(items),
        keys=first.keys,
        calls=first.calls,
        instructions=first.instructions,
        note=first.note,
        accepted_at=_all_at(each.accepted_at for each in group),
        accepted_note=first.accepted_note,
        report="\n".join(_reports(group, names)),
        reported_at=_all_at(each.reported_at for each in group),
        acknowledged_at=_all_at(each.acknowledged_at for each in group),
    )


def _reports(group: Sequence[Handover], names: dict[int, str]) -> list[str]:
    told = [each for each in group if each.report]
    return [each.report if len(told) == 1 else f"{names.get(each.post_id, '')}：{each.report}" for each in told]


def _all_at(instants: Iterable[datetime | None]) -> datetime | None:
    """Give the last of the instants, None while one is missing."""
    found = tuple(instants)
    known: Collection[datetime] = [each for each in found if each is not None]
    return max(known) if known and len(known) == len(found) else None
