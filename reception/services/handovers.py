"""Handing over work: the note that A leaves, its acceptance, the report on return.

Source: handbook §4.2 (`handover`), §4.3; clauses D4.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.absences import Absence, AbsenceKind, needs_handover
from reception.rules.duty import Handover, is_withdrawn, withdrawn
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_text, cleaned_texts
from reception.services import handover_notes
from reception.services.desk import Desk, Work
from reception.services.handover_notes import Note, notes_of, receivers
from reception.services.open_work import Share, items_of, report_of, share_of, shares
from reception.store import records
from reception.store.models import AbsenceRow, HandoverRow

__all__ = ["HandoverDraft", "Note"]
_AB: Any = AbsenceRow
_H: Any = HandoverRow
LENGTHS = {"keys": 1000, "calls": 1000, "instructions": 1000, "note": 4000}
REMARK_LENGTH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverDraft:
    """What A writes: keys, seals, files and rights (by name only), calls expected, the leader's word, anything else."""

    keys: str = ""
    calls: str = ""
    instructions: str = ""
    note: str = ""


def proposal(desk: Desk, absence_id: int) -> tuple[Share, ...]:
    """Give what the hand-over of an absence would hold, post by post: open cases, transfers, promised calls.

    Raises:
        NotAllowed: it is another's absence, and this person is no head.
        NotFound: there is no such absence.
    """
    with desk.reading():
        absence = records.get(Absence, absence_id)
        _refuse_stranger(desk, absence)
        return shares(desk, absence, desk.clock())


def hand_over(desk: Desk, absence_id: int, draft: HandoverDraft) -> tuple[Note, ...]:
    """Hand over: what was written and the open work as it stands, to whoever stands in; until accepted it may change.

    Raises:
        Invalid: a text cannot be kept, the absence is over, there is no post, or the note was accepted already.
        NotAllowed: it is another's absence, and this person is no head.
    """
    draft, unclean = cleaned_texts(draft, LENGTHS, tuple(LENGTHS))
    if unclean:
        raise Invalid(*unclean)
    with desk.work(Action.HAND_OVER) as work:
        absence = work.get(Absence, absence_id)
        _refuse_stranger(desk, absence)
        if not absence.is_open:
            raise Invalid(Reason(code="absence_over"))
        found = shares(desk, absence, work.now)
        if not found:
            raise Invalid(Reason(code="nothing_to_hand_over", values={"name": absence.account}))
        before = {each.post_id: each for each in handover_notes.written(absence.id)}
        if any(each.accepted_at is not None for each in before.values()):
            raise Invalid(Reason(code="handover_accepted"))
        return notes_of([_write(work, absence, share, draft, before.get(share.post.id)) for share in found])


def _write(work: Work, absence: Absence, share: Share, draft: HandoverDraft, before: Handover | None) -> Handover:
    texts = {name: getattr(draft, name) for name in LENGTHS}
    whom: dict[str, Any] = {"to_id": share.to_id, "to_name": share.to_name, "items": share.items, "made_at": work.now}
    if before is not None:
        kept = work.change(replace(before, **texts, **whom))
    else:
        origin: dict[str, Any] = {"from_id": absence.account_id, "from_name": absence.account}
        kept = work.add(Handover(absence_id=absence.id, post_id=share.post.id, **origin, **texts, **whom))
    work.log(kept, post=share.post.code)
    return kept


def take_back(desk: Desk, absence_id: int) -> None:
    """Take a hand-over back that nobody accepted yet: it counts as never handed over, what was written is erased.

    Raises:
        Invalid: it was accepted meanwhile, or there is none.
        NotAllowed: it is another's absence, and this person is no head.
    """
    with desk.work(Action.HAND_OVER) as work:
        _refuse_stranger(desk, work.get(Absence, absence_id))
        found = handover_notes.of_absence(absence_id)
        if any(each.accepted_at is not None for each in found):
            raise Invalid(Reason(code="handover_accepted"))
        if not found or any(each.reported_at is not None for each in found):
            raise Invalid(Reason(code="handover_missing"))
        for each in found:
            work.log(work.change(withdrawn(each)))


def accept(desk: Desk, ids: Sequence[int], remark: str = "") -> tuple[Note, ...]:
    """Accept a hand-over (接收): who and when stand in it. It takes effect without this, too.

    Raises:
        Invalid: it was accepted already, the absence is over or was cancelled, or the remark cannot be kept.
        NotAllowed: it was handed to somebody else, who still answers for the post.
    """
    remark = cleaned_text(remark, "accepted_note", REMARK_LENGTH)
    with desk.work(Action.HAND_OVER) as work:
        found = [work.get(Handover, number) for number in ids]
        for each in found:
            if each.accepted_at is not None:
                raise Invalid(Reason(code="handover_accepted"))
            if is_withdrawn(each):
                raise Invalid(Reason(code="handover_missing"))
            if not _is_wanted(each):
                raise Invalid(Reason(code="absence_over"))
            if desk.account.id not in receivers(each, work.now):
                raise NotAllowed("handover_not_yours", name=each.to_name)
        taken = [_accepted(work, each, remark) for each in found]
        return notes_of(taken)


def _is_wanted(each: Handover) -> bool:
    """Tell whether a hand-over can still be accepted: the absence lasts or comes, or the post changed hands."""
    return each.absence_id is None or records.get(Absence, each.absence_id).is_open


def _accepted(work: Work, each: Handover, remark: str) -> Handover:
    me = work.desk.account
    kept = work.change(replace(each, accepted_at=work.now, accepted_note=remark, to_id=me.id, to_name=me.name))
    work.log(kept)
    return kept


def acknowledge(desk: Desk, ids: Sequence[int]) -> tuple[Note, ...]:
    """Acknowledge the report of whoever stood in (handbook §4.3 no. 5).

    Raises:
        Invalid: there is no report yet.
        NotAllowed: it is another's to acknowledge.
    """
    with desk.work(Action.HAND_OVER) as work:
        done = []
        for number in ids:
            each = work.get(Handover, number)
            if each.from_id != desk.account.id:
                raise NotAllowed("report_not_yours", name=each.from_name)
            if each.reported_at is None:
                raise Invalid(Reason(code="report_missing"))
            kept = each if each.acknowledged_at else work.change(replace(each, acknowledged_at=work.now))
            if kept is not each:
                work.log(kept)
            done.append(kept)
        return notes_of(done)


def to_accept(desk: Desk) -> tuple[Note, ...]:
    """Give the notes that wait for this person, the oldest first: handed over, or come along the chain since."""
    me, now = desk.account.id, desk.clock()
    with desk.reading():
        waiting = records.select(Handover, _H.accepted_at.is_null(), _H.reported_at.is_null(), _H.from_id != me)
        wanted = [each for each in waiting if not is_withdrawn(each) and _is_wanted(each)]
        return notes_of(each for each in wanted if me in receivers(each, now))


def to_acknowledge(desk: Desk) -> tuple[Note, ...]:
    """Give the reports that wait for this person after a return, the oldest first."""
    mine = _H.from_id == desk.account.id
    with desk.reading():
        return notes_of(records.select(Handover, _H.reported_at.is_null(False), _H.acknowledged_at.is_null(), mine))


def of_absence(desk: Desk, absence_id: int) -> tuple[Note, ...]:
    """Give the notes of an absence; sealed to whoever neither wrote nor receives them and is no head."""
    with desk.reading():
        return handover_notes.readable(desk, handover_notes.of_absence(absence_id))


def unhanded(desk: Desk) -> tuple[Absence, ...]:
    """Give to the heads who is away, or leaves within a day, without a note that was accepted (未交接)."""
    if not desk.may(Action.AWAY_ANY):
        return ()
    with desk.reading():
        return without_note(desk.clock())


def without_note(now: datetime) -> tuple[Absence, ...]:
    """Give the absences under way that call for a note and have none that was accepted, within a transaction."""
    open_ones = records.select(
        Absence, _AB.returned_at.is_null(), _AB.cancelled_at.is_null(), _AB.from_at <= now, order=[_AB.from_at, _AB.id]
    )
    holding = {post.holder_id for post in records.select(Post, active=True)}
    accepted = {each.absence_id for each in records.select(Handover, _H.accepted_at.is_null(False))}
    return tuple(
        each for each in open_ones if needs_handover(each) and each.account_id in holding and each.id not in accepted
    )


def report_within(work: Work, absence: Absence) -> None:
    """Write what the stand-ins did while somebody was away, in the work that confirms the return."""
    if absence.kind is AbsenceKind.SHORT:
        return
    before = {each.post_id: each for each in handover_notes.of_absence(absence.id)}
    away = replace(absence, returned_at=None)
    for post in records.select(Post, active=True, holder_id=absence.account_id):
        text = report_of(post, absence)
        known = before.get(post.id)
        if known is not None:
            work.log(work.change(replace(known, report=text or known.report, reported_at=work.now)), post=post.code)
        elif text:
            share = share_of(work.desk, post, away, (), work.now)
            bare = _bare(absence, share, work.now)
            work.log(work.add(replace(bare, report=text, reported_at=work.now)), post=post.code)


def final_within(work: Work, post: Post, new_holder: int) -> None:
    """Hand the open work of a post to its new holder, in the work that gives it away (handbook §4.4 no. 15)."""
    old, new = work.get(Account, post.holder_id), work.get(Account, new_holder)
    items = items_of(work.desk, post, old.id, with_calls=False)
    if not items:
        return
    final = Handover(
        post_id=post.id,
        from_id=old.id,
        from_name=old.name,
        to_id=new.id,
        to_name=new.name,
        made_at=work.now,
        items=items,
    )
    work.log(work.add(final), post=post.code)


def _bare(absence: Absence, share: Share, now: datetime) -> Handover:
    return Handover(
        absence_id=absence.id,
        post_id=share.post.id,
        from_id=absence.account_id,
        from_name=absence.account,
        to_id=share.to_id,
        to_name=share.to_name,
        made_at=now,
    )


def _refuse_stranger(desk: Desk, absence: Absence) -> None:
    if absence.account_id != desk.account.id:
        desk.require(Action.AWAY_ANY)
