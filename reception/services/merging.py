"""Two known visitors who are one person: looked at side by side, merged, parted again. Nothing is lost.

The merged one keeps his row and says into whom he went; his records go over, and which ones is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reception.errors import Conflict, Invalid, NotAllowed, Reason
from reception.rules.faults import printable
from reception.rules.inquiries import Inquiry
from reception.rules.recognition import PERSONAL, Visitor, VisitorMerge, look_alike
from reception.rules.staff import Action
from reception.services.desk import Desk, Work
from reception.services.visitors import Contact, contacts_of, recognise, stays, visitor_keys
from reception.store import records
from reception.store.models import InquiryRow, VisitorMergeRow
from reception.store.search import query_text

MOST_SHOWN = 200
MOST_ALIKE = 6
_I: Any = InquiryRow
_M: Any = VisitorMergeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two visitors with the records that would go over with him, newest first, and how many these are."""

    visitor: Visitor
    contacts: tuple[Contact, ...]
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """Both visitors as they are now; `kept` has more contacts. `differing` are the fields of which one value stays."""

    kept: Side
    merged: Side
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A visitor and who may be the same person, the surest first."""

    visitor: Visitor
    others: tuple[Visitor, ...]


def merge_preview(desk: Desk, one_id: int, other_id: int) -> MergePreview:
    """Give two visitors side by side.

    Raises:
        Invalid: they are one already.
        NotAllowed: the roles do not permit it.
        NotFound: there is no such visitor.
    """
    _require(desk)
    with desk.reading():
        sides = [_side(stays(records.get(Visitor, number))) for number in (one_id, other_id)]
    one, other = sorted(sides, key=lambda side: (-side.records, side.visitor.first_seen_at))
    if one.visitor.id == other.visitor.id:
        raise Invalid(Reason(code="merged_already"))
    differing = tuple(name for name in PERSONAL if getattr(one.visitor, name) != getattr(other.visitor, name))
    return MergePreview(kept=one, merged=other, differing=differing)


def alike(desk: Desk, visitor_id: int, typed: str = "") -> Alike:
    """Give who may be the same person as a visitor: who looks alike, or with `typed` who fits that.

    Raises:
        NotAllowed: the roles do not permit it.
        NotFound: there is no such visitor.
    """
    _require(desk)
    with desk.reading():
        visitor = stays(records.get(Visitor, visitor_id))
    text = printable(query_text(typed))
    if text:
        known = (*recognise(desk, phone=text, person_no=text), *recognise(desk, name=text))
    else:
        known = (
            *recognise(desk, phone=visitor.phone, person_no=visitor.person_no),
            *recognise(desk, name=visitor.name),
        )
    others = {each.visitor.id: each.visitor for each in known if each.visitor.id != visitor.id}
    chosen = [each for each in others.values() if text or look_alike(visitor, each)]
    return Alike(visitor=visitor, others=tuple(chosen[:MOST_ALIKE]))


def merge(desk: Desk, kept: Visitor, merged: Visitor, taken: Iterable[str] = ()) -> VisitorMerge:
    """Merge one visitor into another; his records go over.

    Args:
        kept: who stays, as he was looked at.
        merged: who goes into him, as he was looked at.
        taken: the fields of `PERSONAL` whose value comes from the merged one.

    Raises:
        Conflict: one of them changed since he was looked at.
        Invalid: they are one already.
        NotAllowed: the roles do not permit it.
    """
    _require(desk)
    with desk.work(Action.MERGE_VISITORS) as work:
        before, gone = _unchanged(work, kept), _unchanged(work, merged)
        if before.id == gone.id or before.merged_into is not None or gone.merged_into is not None:
            raise Invalid(Reason(code="merged_already"))
        moved = _move(work, records.select(Inquiry, visitor_id=gone.id), before.id)
        work.log(work.change(_united(before, gone, frozenset(taken))))
        work.log(work.change(replace(gone, merged_into=before.id)))
        added = work.add(
            VisitorMerge(
                kept_id=before.id,
                merged_id=gone.id,
                moved=moved,
                before=before,
                at=work.now,
                by_id=desk.account.id,
                by=desk.account.name,
            )
        )
        work.log(added)
        return added


def unmerge(desk: Desk, merge_id: int) -> VisitorMerge:
    """Part two visitors again: the records go back, what came later stays where it is.

    Raises:
        Invalid: they were parted already, or one of them was merged again since; that is to be undone first.
        NotAllowed: the roles do not permit it.
        NotFound: there is no such merge.
    """
    _require(desk)
    with desk.work(Action.MERGE_VISITORS) as work:
        done = work.get(VisitorMerge, merge_id)
        if done.undone_at is not None:
            raise Invalid(Reason(code="parted_already"))
        kept, gone = work.get(Visitor, done.kept_id), work.get(Visitor, done.merged_id)
        later = records.select(VisitorMerge, _M.kept_id == kept.id, _M.id > done.id, _M.undone_at.is_null(), limit=1)
        if kept.merged_into is not None or later:
            raise Invalid(Reason(code="merged_again", values={"name": kept.name}))
        own = records.select(Inquiry, _I.id.in_(done.moved), _I.visitor_id == kept.id) if done.moved else []
        _move(work, own, gone.id)
        work.log(work.change(_parted(kept, done.before, gone)))
        work.log(work.change(replace(gone, merged_into=None)))
        undone = work.change(replace(done, undone_at=work.now))
        work.log(undone)
        return undone


def merges_of(desk: Desk, visitor_id: int) -> tuple[VisitorMerge, ...]:
    """Give the merges into a visitor that stand, the latest first; only the first can be undone.

    Raises:
        NotAllowed: the roles do not permit it.
    """
    _require(desk)
    with desk.reading():
        standing = _M.undone_at.is_null()
        return tuple(records.select(VisitorMerge, _M.kept_id == visitor_id, standing, order=[_M.id.desc()]))


def _require(desk: Desk) -> None:
    for action in (Action.MERGE_VISITORS, Action.SEE_PERSONAL, Action.RECORD):
        if not desk.may(action):
            raise NotAllowed("not_allowed", action=Action.MERGE_VISITORS)


def _side(visitor: Visitor) -> Side:
    whole = records.row_of(Inquiry).select().where(_I.visitor_id == visitor.id).count()
    return Side(visitor=visitor, contacts=contacts_of(visitor.id, MOST_SHOWN), records=int(whole))


def _unchanged(work: Work, seen: Visitor) -> Visitor:
    stored = work.get(Visitor, seen.id)
    if stored.version != seen.version:
        raise Conflict("conflict", kind="Visitor", id=seen.id)
    return stored


def _move(work: Work, inquiries: Iterable[Inquiry], visitor_id: int) -> tuple[int, ...]:
    moved = [work.change(replace(inquiry, visitor_id=visitor_id)) for inquiry in inquiries]
    for inquiry in moved:
        work.log(inquiry)
    return tuple(inquiry.id for inquiry in moved)


def _united(kept: Visitor, merged: Visitor, taken: frozenset[str]) -> Visitor:
    """Give who stays: what he lacks he gets, and the fields chosen from the other."""
    values = {name: getattr(merged, name) for name in PERSONAL if name in taken or not getattr(kept, name)}
    return _named(
        replace(
            kept,
            contacts=kept.contacts + merged.contacts,
            first_seen_at=min(kept.first_seen_at, merged.first_seen_at),
            last_seen_at=max(kept.last_seen_at, merged.last_seen_at),
        ),
        values,
        merged.phone_ext,
    )


def _parted(kept: Visitor, before: Visitor, merged: Visitor) -> Visitor:
    """Give who stays as he was before; what was learnt of him since then is kept."""
    learnt = {*_values(kept)} - {*_values(before)} - {*_values(merged)}
    values = {name: getattr(before, name) for name in PERSONAL if (name, getattr(kept, name)) not in learnt}
    seen_since = kept.last_seen_at > max(before.last_seen_at, merged.last_seen_at)
    return _named(
        replace(
            kept,
            contacts=max(before.contacts, kept.contacts - merged.contacts),
            first_seen_at=before.first_seen_at,
            last_seen_at=kept.last_seen_at if seen_since else before.last_seen_at,
        ),
        values,
        before.phone_ext,
    )


def _values(visitor: Visitor) -> Iterable[tuple[str, object]]:
    return ((name, getattr(visitor, name)) for name in PERSONAL)


def _named(visitor: Visitor, values: Mapping[str, Any], phone_ext: str) -> Visitor:
    """Give a visitor with other values; the extension goes with its phone, the search keys with the name."""
    changed = replace(visitor, **values)
    extension = phone_ext if changed.phone != visitor.phone else visitor.phone_ext
    return replace(changed, phone_ext=extension, search_keys=visitor_keys(changed.name))
