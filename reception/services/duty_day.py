"""What duty asks of somebody today, and what may be done about one colleague: hand-overs, reports, gaps, returns.

Source: handbook §4.3; clauses T9, D4.2.
"""

from dataclasses import dataclass
from typing import Any

from reception.rules.absences import Absence, AbsenceKind, Presence, needs_handover, presence_of
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.services import absence_month, absences, findings, handovers, presence, standing_in
from reception.services.absence_month import ComingGap
from reception.services.desk import Desk
from reception.services.findings import FindingLine
from reception.services.handovers import Note
from reception.services.standing_in import OpenGap
from reception.store import records
from reception.store.models import AbsenceRow

_AB: Any = AbsenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDay:
    """What waits for one person: notes to accept, reports to acknowledge; to the heads gaps and missing notes too.

    `coming` are the gaps of the next days, for the heads. `unreturned` should be back and are not: for oneself, who
    stands in, and the heads. `unexplained` are absences that somebody entered by stepping in, and whose kind is to be
    said. `findings` should have been corrected by now.
    """

    notes: tuple[Note, ...] = ()
    reports: tuple[Note, ...] = ()
    gaps: tuple[OpenGap, ...] = ()
    coming: tuple[ComingGap, ...] = ()
    unhanded: tuple[Absence, ...] = ()
    unreturned: tuple[Absence, ...] = ()
    unexplained: tuple[Absence, ...] = ()
    findings: tuple[FindingLine, ...] = ()


NO_DUTY = DutyDay()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueDuty:
    """What duty knows of one colleague for whoever asks.

    `note` is the hand-over of the present or next absence, `to_accept` and `to_acknowledge` are what waits for whoever
    asks; `may_write` a hand-over, `may_name` a stand-in for a gap, `may_explain` the kind, `may_step_in`.
    """

    absence: Absence | None = None
    note: Note | None = None
    to_accept: Note | None = None
    to_acknowledge: Note | None = None
    wants_note: bool = False
    may_write: bool = False
    may_name: bool = False
    may_explain: bool = False
    may_step_in: bool = False


def of_day(desk: Desk) -> DutyDay:
    """Give what duty asks of this person now."""
    gaps = standing_in.open_gaps(desk)
    present = {each.account_id for each in gaps}
    return DutyDay(
        notes=handovers.to_accept(desk),
        reports=handovers.to_acknowledge(desk),
        gaps=gaps,
        coming=tuple(each for each in absence_month.ahead(desk) if each.account_id not in present),
        unhanded=handovers.unhanded(desk),
        unreturned=_unreturned(desk),
        unexplained=standing_in.to_confirm(desk),
        findings=findings.overdue(desk),
    )


def _unreturned(desk: Desk) -> tuple[Absence, ...]:
    now = desk.clock()
    with desk.reading():
        late = [each for each in presence.absences_at(now).values() if presence_of(each, now) is Presence.UNCONFIRMED]
        covered = {each.post.holder_id for each in presence.roll_within(now).posts.values() if _serves(desk, each)}
    mine = [
        each
        for each in late
        if desk.may(Action.AWAY_ANY) or each.account_id == desk.account.id or each.account_id in covered
    ]
    shown = (absences.as_seen(desk, each) for each in mine)
    return tuple(sorted(shown, key=lambda each: (each.until_at, each.id)))


def _serves(desk: Desk, post: presence.PostNow) -> bool:
    return post.post.active and post.serving_id == desk.account.id


def of_colleague(desk: Desk, account_id: int) -> ColleagueDuty:
    """Give what duty knows of a colleague, and what this person may do about it now."""
    now = desk.clock()
    absence = _present_or_next(desk, account_id)
    own = account_id == desk.account.id
    heads = desk.may(Action.AWAY_ANY)
    notes = handovers.of_absence(desk, absence.id) if absence else ()
    waiting = [each for each in handovers.to_accept(desk) if each.from_id == account_id]
    reports = handovers.to_acknowledge(desk) if own else ()
    holds = _holds(desk, account_id)
    may_write = absence is not None and holds and (own or heads) and desk.may(Action.HAND_OVER)
    taken = any(each.accepted_at is not None for each in notes)
    gaps = {each.account_id for each in standing_in.open_gaps(desk)}
    return ColleagueDuty(
        absence=absences.as_seen(desk, absence) if absence else None,
        note=notes[0] if notes else None,
        to_accept=waiting[0] if waiting else None,
        to_acknowledge=reports[0] if reports else None,
        wants_note=absence is not None and holds and needs_handover(absence) and not taken,
        may_write=may_write and not taken,
        may_name=absence is not None and absence.from_at <= now and account_id in gaps,
        may_explain=absence is not None and absence.kind is AbsenceKind.UNPLANNED and (own or heads),
        may_step_in=(absence is None or absence.from_at > now) and account_id in standing_in.may_step_in(desk),
    )


def _holds(desk: Desk, account_id: int) -> bool:
    with desk.reading():
        return records.find(Post, holder_id=account_id, active=True) is not None


def _present_or_next(desk: Desk, account_id: int) -> Absence | None:
    with desk.reading():
        found = records.select(
            Absence,
            _AB.account_id == account_id,
            _AB.returned_at.is_null(),
            _AB.cancelled_at.is_null(),
            order=[_AB.from_at, _AB.id],
            limit=1,
        )
    return found[0] if found else None
