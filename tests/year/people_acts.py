"""Who comes and goes in the simulated year: absences of every kind, hand-overs, stand-ins, posts that change hands."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from reception.rules.absences import TO_CHOOSE, AbsenceDraft, AbsenceKind
from reception.rules.assignments import Staffing
from reception.rules.staff import Account, Role
from reception.services import absences, assignments, handovers, staff, standing_in
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft
from reception.store import records
from tests.cast import CHEAP_PASSWORDS, PASSWORD
from tests.year.office import Stage

_KINDS = tuple(kind for kind in TO_CHOOSE if kind is not AbsenceKind.SHORT)


def leave(stage: Stage) -> None:
    """Let somebody go away: planned ahead, at once, shortly, or entered afterwards."""
    random, now = stage.random, stage.clock()
    desk = random.choice(list(stage.desks.values()))
    way = random.random()
    if way < 0.2:
        absences.step_out(desk)
        return
    if way < 0.35:
        stand_in(stage)
        return
    from_at: datetime | None = None
    if way < 0.75:
        first = desk.calendar.local(now).date() + timedelta(days=random.randint(0, 12))
        hour = time(random.choice((8, 8, 9, 12, 14, 17, 0)), random.choice((0, 30)))
        from_at = max(desk.calendar.instant(datetime.combine(first, hour)), now)
    elif way < 0.87:
        from_at = now - timedelta(hours=random.choice((1, 5, 26, 70)))
    length = timedelta(hours=random.choice((2, 3, 5, 9, 24, 48, 72, 120, 200)))
    until_at = max((from_at or now) + length, now + timedelta(minutes=20))
    entered_by = desk if random.random() < 0.8 else random.choice(stage.with_role(Role.SECTION_HEAD, Role.UNIT_HEAD))
    draft = AbsenceDraft(
        account_id=desk.account.id,
        kind=random.choice(_KINDS),
        from_at=from_at,
        until_at=until_at,
        leader_told="卫主任",
    )
    absence = absences.set_away(entered_by, draft, knowing_gaps=True)
    if random.random() < 0.5:
        handovers.hand_over(desk, absence.id, HandoverDraft(note="待办见清单"))


def stand_in(stage: Stage) -> None:
    """Let somebody step in for a colleague who is not there."""
    desk = stage.random.choice(stage.clerks)
    others = sorted(standing_in.may_step_in(desk))
    if others:
        standing_in.step_in(desk, stage.random.choice(others))


def come_back(stage: Stage) -> None:
    """Let somebody confirm a return, late or early; or put it off, take it back, say why afterwards."""
    random = stage.random
    away = absences.now_away(stage.keeper)
    coming = [each.coming for each in absences.colleagues(stage.keeper) if each.coming]
    if coming and random.random() < 0.1:
        absence = random.choice(coming)
        absences.cancel(_own_desk(stage, absence.account_id), absence.id)
    elif away:
        absence = random.choice(away).absence
        desk = _own_desk(stage, absence.account_id)
        if absence.kind is AbsenceKind.UNPLANNED and random.random() < 0.5:
            standing_in.confirm_kind(desk, absence.id, AbsenceKind.SICK_LEAVE, "就医")
        elif absence.until_at > stage.clock() and random.random() < 0.55:
            return
        elif random.random() < 0.12:
            absences.prolong(desk, absence.id, stage.clock() + timedelta(hours=random.randint(4, 60)))
        else:
            absences.back(desk, absence.id)


def _own_desk(stage: Stage, account_id: int) -> Desk:
    if account_id in stage.desks and stage.random.random() < 0.8:
        return stage.desks[account_id]
    return stage.random.choice(stage.with_role(Role.SECTION_HEAD))


def cover(stage: Stage) -> None:
    """Let a head name somebody where nobody of a post is there; let hand-overs be accepted."""
    random = stage.random
    head = random.choice(stage.with_role(Role.SECTION_HEAD, Role.UNIT_HEAD))
    gaps = standing_in.open_gaps(head)
    away = {each.absence.account_id: each.absence for each in absences.now_away(head)}
    bare = [away[gap.account_id] for gap in gaps if gap.account_id in away]
    if bare:
        absence = random.choice(bare)
        fit = standing_in.candidates(head, absence.id)
        if fit:
            standing_in.name_stand_in(head, absence.id, random.choice(fit).id)
    desk = random.choice(list(stage.desks.values()))
    notes = handovers.to_accept(desk)
    if notes:
        handovers.accept(desk, random.choice(notes).ids)


def restaff(stage: Stage) -> None:
    """Let a post change hands: today, or planned for one of the next days."""
    random = stage.random
    post = random.choice(stage.posts())
    wanted = stage.staffing()
    if random.random() < 0.6:
        today = stage.keeper.calendar.local(stage.clock()).date()
        wanted = replace(wanted, from_on=today + timedelta(days=random.randint(1, 9)))
    assignments.assign(stage.keeper, post.id, wanted)


def keep_apart(stage: Stage) -> None:
    """Keep two posts apart, or let a pair be paired again."""
    random = stage.random
    pairs = standing_in.kept_apart(stage.keeper)
    if pairs and random.random() < 0.5:
        standing_in.lift(stage.keeper, random.choice(pairs).id)
    else:
        one, other = random.sample(stage.posts(), 2)
        standing_in.keep_apart(stage.keeper, one.id, other.id, "内控要求分离")


def replace_somebody(stage: Stage, name: str) -> None:
    """Let a clerk leave for good and another begin; the posts of the one go to others first."""
    gone = stage.random.choice(stage.clerks).account
    fresh = staff.add_account(stage.keeper, name, (Role.CLERK,), PASSWORD, must_change=False, passwords=CHEAP_PASSWORDS)
    stage.refresh()
    for post in stage.posts():
        if gone.id in (post.holder_id, *post.stand_ins):
            stage.clock.advance(seconds=11)
            people = (post.holder_id, post.stand_in_id, post.second_id)
            first, second, third = (fresh.id if each == gone.id else each for each in people)
            wanted = Staffing(holder_id=first or fresh.id, stand_in_id=second, second_id=third)
            assignments.assign(stage.keeper, post.id, wanted)
    stage.clock.advance(seconds=11)
    with stage.store.reading():
        stored = records.get(Account, gone.id)
    staff.change_account(stage.keeper, replace(stored, active=False))
    stage.refresh()
