"""Absences: setting somebody away, confirming the return; who is away now.

Source: handbook §4.2, §4.3 (registering, no automatic return), §4.4.
"""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules.absences import (
    SHORT_LENGTH,
    Absence,
    AbsenceDraft,
    AbsenceKind,
    Presence,
    check_absence,
    is_away,
    presence_of,
)
from reception.rules.cover import Gap, gaps, working_minutes
from reception.rules.duty import NamedStandIn, Training
from reception.rules.staff import Account, Action, may
from reception.rules.text_lengths import cleaned
from reception.rules.training import trained_for
from reception.services import handovers, presence
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import AbsenceRow, NamedStandInRow

_AB: Any = AbsenceRow
_N: Any = NamedStandInRow
_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody who is away now: how that is called, and whether the return is overdue."""

    absence: Absence
    presence: Presence

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.absence.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """A gap as it is shown: the post, from when until when (local), who else is away, how many hours of the office."""

    post: str
    first: datetime
    last: datetime
    others: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """One line of the room: who, whether there, which posts, who stands in, for whom one stands in.

    `serving` is who answers for the posts now while their holder is away; `coming` the next absence that has not begun.
    `untrained` are the stand-ins who never passed a training for one of the posts.
    """

    id: int
    name: str
    phone: str
    presence: Presence
    absence: Absence | None
    coming: Absence | None
    posts: tuple[str, ...]
    stand_ins: tuple[str, ...]
    serving: tuple[str, ...]
    stands_in_for: tuple[str, ...]
    uncovered: int
    untrained: tuple[str, ...] = ()


def set_away(desk: Desk, draft: AbsenceDraft, *, knowing_gaps: bool = False) -> Absence:
    """Enter an absence of oneself or, as a head, of another.

    Args:
        desk: who enters it.
        draft: what was typed.
        knowing_gaps: the person was shown what stays uncovered and enters it all the same.

    Raises:
        Invalid: all reasons at once; `post_uncovered` while nobody confirmed what stays uncovered.
        NotAllowed: another's absence is a head's to enter.
        NotFound: there is no such account.
    """
    account_id = draft.account_id or desk.account.id
    with desk.work(_right(desk, account_id)) as work:
        account = work.get(Account, account_id)
        absence = _accepted(work, account, draft)
        open_gaps = _gaps(desk, absence, work.now)
        if open_gaps and not knowing_gaps:
            raise Invalid(Reason(code="post_uncovered", values={"count": len({gap.post.id for gap in open_gaps})}))
        added = work.add(absence)
        work.log(added, **({"uncovered": sorted({gap.post.code for gap in open_gaps})} if open_gaps else {}))
        return added


def step_out(desk: Desk) -> Absence:
    """Leave the desk for half an hour at most: one key, nothing to fill in (临时离开).

    Raises:
        Invalid: one is away already.
    """
    until_at = desk.clock() + SHORT_LENGTH
    return set_away(desk, AbsenceDraft(kind=AbsenceKind.SHORT, until_at=until_at))


def uncovered(desk: Desk, draft: AbsenceDraft) -> tuple[Uncovered, ...]:
    """Give what an absence would leave uncovered, the earliest first; nothing while its times are not settled."""
    now = desk.clock()
    from_at, until_at = draft.from_at or now, draft.until_at
    if until_at is None or until_at <= from_at or draft.kind is AbsenceKind.SHORT:
        return ()
    with desk.reading():
        names = {account.id: account.name for account in records.select(Account)}
        found = _gaps_of(desk, draft.account_id or desk.account.id, (from_at, until_at), now)
    shown = [_uncovered(desk, gap, names) for gap in found]
    return tuple(sorted(shown, key=lambda each: (each.first, each.post)))


def back(desk: Desk, absence_id: int) -> Absence:
    """Confirm a return (销假): it is never assumed (handbook §4.3 no. 4). The stand-ins' report is written with it.

    Raises:
        Invalid: the absence has ended, or has not begun.
        NotAllowed: another's return is a head's to confirm.
    """
    return _ended(desk, absence_id, begun=True)


def cancel(desk: Desk, absence_id: int) -> Absence:
    """Take back an absence that has not begun.

    Raises:
        Invalid: it has begun or ended.
        NotAllowed: another's absence is a head's to cancel.
    """
    return _ended(desk, absence_id, begun=False)


def prolong(desk: Desk, absence_id: int, until_at: datetime) -> Absence:
    """Set another planned return of an open absence; what stays uncovered goes on being shown.

    Raises:
        Invalid: it has ended, or the time does not fit.
        NotAllowed: another's absence is a head's to change.
    """
    with _work_on(desk, absence_id) as work:
        absence = work.get(Absence, absence_id)
        _refuse_closed(absence)
        others = [each for each in _of(absence.account_id) if each.id != absence.id]
        draft = AbsenceDraft(kind=absence.kind, from_at=absence.from_at, until_at=until_at)
        reasons = [each for each in check_absence(draft, work.now, others) if each.field == "until_at"]
        if reasons:
            raise Invalid(*reasons)
        changed = work.change(replace(absence, until_at=until_at))
        work.log(changed)
        return changed


def now_away(desk: Desk) -> tuple[Away, ...]:
    """Give who is away now, the earliest planned return first; the overdue ones stay until they are confirmed."""
    now = desk.clock()
    with desk.reading():
        found = presence.absences_at(now)
    in_order = sorted(found.values(), key=lambda each: (each.until_at, each.id))
    return tuple(Away(absence=as_seen(desk, each), presence=presence_of(each, now)) for each in in_order)


def of(desk: Desk, account_id: int) -> tuple[Absence, ...]:
    """Give somebody's absences, the newest first; why in one's own words is for oneself and the heads."""
    with desk.reading():
        found = records.select(Absence, _AB.account_id == account_id, order=[_AB.from_at.desc()], limit=_MOST)
    return tuple(as_seen(desk, each) for each in found)


def colleagues(desk: Desk) -> tuple[Colleague, ...]:
    """Give everybody in use, those who are away first, with posts and stand-ins."""
    now = desk.clock()
    with desk.reading():
        seen = presence.roll_within(now)
        accounts = records.select(Account, active=True)
        coming = records.select(
            Absence,
            _AB.cancelled_at.is_null(),
            _AB.returned_at.is_null(),
            _AB.from_at > now,
            order=[_AB.from_at.desc()],
        )
        trained = trained_for(records.select(Training))
    ahead = {each.account_id: as_seen(desk, each) for each in coming}
    lines = [_colleague(desk, account, seen, ahead.get(account.id), trained) for account in accounts]
    return tuple(sorted(lines, key=lambda line: (line.presence is Presence.HERE, not line.posts, line.id)))


def _colleague(
    desk: Desk,
    account: Account,
    seen: presence.Roll,
    coming: Absence | None,
    trained: Mapping[int, Collection[int]],
) -> Colleague:
    held = [each for each in seen.posts.values() if each.post.active and each.post.holder_id == account.id]
    others = [number for each in held for number in each.post.stand_ins]
    absence = seen.away.get(account.id)
    raw = [number for each in held for number in each.post.stand_ins if number not in trained.get(each.post.id, ())]
    covers = [each for each in seen.posts.values() if each.post.active and account.id in each.post.stand_ins]
    return Colleague(
        id=account.id,
        name=account.name,
        phone=account.phone,
        presence=presence_of(absence, seen.at),
        absence=as_seen(desk, absence) if absence else None,
        coming=coming,
        posts=tuple(each.post.name for each in held),
        stand_ins=tuple(dict.fromkeys(seen.names.get(number, "") for number in others)),
        serving=tuple(dict.fromkeys(each.serving for each in held if each.serving_id != account.id)),
        stands_in_for=tuple(each.post.name for each in covers),
        uncovered=sum(each.uncovered for each in held),
        untrained=tuple(dict.fromkeys(seen.names.get(number, "") for number in raw)),
    )


def works_at_desk(account: Account) -> bool:
    """Tell whether somebody receives visitors, and so may take over a post."""
    return may(account.roles, Action.RECORD)


def _right(desk: Desk, account_id: int) -> Action:
    return Action.AWAY_OWN if account_id == desk.account.id else Action.AWAY_ANY


def _work_on(desk: Desk, absence_id: int) -> AbstractContextManager[Work]:
    with desk.reading():
        absence = records.get(Absence, absence_id)
    if absence.kind is AbsenceKind.UNPLANNED and absence.made_by_id == desk.account.id:  # who stepped in may step out
        return desk.work(Action.STAND_IN)
    return desk.work(_right(desk, absence.account_id))


def _refuse_closed(absence: Absence) -> None:
    if not absence.is_open:
        raise Invalid(Reason(code="absence_over"))


def _ended(desk: Desk, absence_id: int, *, begun: bool) -> Absence:
    with _work_on(desk, absence_id) as work:
        absence = work.get(Absence, absence_id)
        _refuse_closed(absence)
        if is_away(absence, work.now) is not begun:
            raise Invalid(Reason(code="absence_to_come") if begun else Reason(code="absence_begun"))
        ended = replace(absence, returned_at=work.now) if begun else replace(absence, cancelled_at=work.now)
        changed = work.change(ended)
        work.log(changed)
        if begun:
            handovers.report_within(work, changed)
        return changed


def _accepted(work: Work, account: Account, draft: AbsenceDraft) -> Absence:
    reasons = list(check_absence(draft, work.now, _of(account.id)))
    if not account.active:
        reasons.insert(0, Reason(code="account_inactive", field="account_id"))
    absence, unclean = cleaned(
        Absence(
            account_id=account.id,
            account=account.name,
            kind=draft.kind or AbsenceKind.SHORT,
            reason=draft.reason,
            from_at=draft.from_at or work.now,
            until_at=draft.until_at or work.now,
            reach=draft.reach,
            leader_told=draft.leader_told,
            made_at=work.now,
            made_by=work.desk.account.name,
            made_by_id=work.desk.account.id,
        )
    )
    if reasons or unclean:
        raise Invalid(*reasons, *unclean)
    return absence


def _of(account_id: int) -> list[Absence]:
    return records.select(Absence, _AB.account_id == account_id, _AB.returned_at.is_null(), _AB.cancelled_at.is_null())


def _gaps(desk: Desk, absence: Absence, now: datetime) -> tuple[Gap, ...]:
    if absence.kind is AbsenceKind.SHORT:
        return ()
    return _gaps_of(desk, absence.account_id, (absence.from_at, absence.until_at), now)


def _gaps_of(desk: Desk, account_id: int, stretch: tuple[datetime, datetime], now: datetime) -> tuple[Gap, ...]:
    """Give what stays uncovered of the office's hours; nobody is missed when it is closed."""
    open_ones = records.select(Absence, _AB.returned_at.is_null(), _AB.cancelled_at.is_null())
    named = records.select(NamedStandIn, _N.until_at > stretch[0], _N.from_at < stretch[1])
    found = gaps(presence.fit_posts(), account_id, stretch, open_ones, now, named)
    local = desk.calendar.local
    return tuple(gap for gap in found if working_minutes(local(gap.from_at), local(gap.until_at), desk.calendar))


def _uncovered(desk: Desk, gap: Gap, names: dict[int, str]) -> Uncovered:
    first, last = desk.calendar.local(gap.from_at), desk.calendar.local(gap.until_at)
    return Uncovered(
        post=gap.post.name,
        first=first,
        last=last,
        others=tuple(names.get(number, "") for number in gap.others),
        minutes=working_minutes(first, last, desk.calendar),
    )


def as_seen(desk: Desk, absence: Absence) -> Absence:
    """Give an absence as this person may see it: why in his own words is for whoever is away and the heads."""
    if absence.account_id == desk.account.id or desk.may(Action.AWAY_ANY):
        return absence
    return replace(absence, reason="")
