"""Training planned ahead in batches: what is to be held by which day, what was held, what is late; who had none.

Heads plan. A plan is settled by a session that somebody records for the same post and person; nobody ticks it off.
Source: handbook §4.1, §4.2; clauses D4.3 (有计划分批培训), T2.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules.duty import Training, TrainingForm, TrainingPlan
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_texts
from reception.rules.training import PLAN_LENGTHS, PlanDraft, PlanState, check_plan, settled_by, state_of_plan
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import TrainingPlanRow

_P: Any = TrainingPlanRow
_ORDER = (PlanState.OVERDUE, PlanState.PLANNED, PlanState.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A planned session as it is listed: the post, what became of it, and when the session was held."""

    plan: TrainingPlan
    post: str
    state: PlanState
    held_on: date | None = None

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.plan.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Somebody in use who had no training this year: when the last one was, and what is planned."""

    id: int
    name: str
    posts: tuple[str, ...]
    last_on: date | None
    planned_on: date | None


def plan(desk: Desk, draft: PlanDraft) -> TrainingPlan:
    """Plan a session.

    Raises:
        Invalid: all reasons at once.
        NotAllowed: not a head.
        NotFound: there is no such post or account.
    """
    with desk.work(Action.TRAIN_ANY) as work:
        draft, unclean = cleaned_texts(draft, PLAN_LENGTHS)
        reasons = (*unclean, *check_plan(draft, work.today))
        if reasons or draft.by_on is None:
            raise Invalid(*reasons)
        post, trainee = work.get(Post, draft.post_id or 0), work.get(Account, draft.trainee_id or 0)
        added = work.add(
            TrainingPlan(
                batch=draft.batch,
                post_id=post.id,
                trainee_id=trainee.id,
                trainee=trainee.name,
                topic=draft.topic,
                form=draft.form or TrainingForm.CLASS,
                by_on=draft.by_on,
                made_at=work.now,
                made_by=desk.account.name,
            )
        )
        work.log(added, post=post.code)
        return added


def drop(desk: Desk, plan_id: int) -> TrainingPlan:
    """Drop a planned session; it can be taken up again.

    Raises:
        Invalid: it was dropped already.
        NotAllowed: not a head.
    """
    with desk.work(Action.TRAIN_ANY) as work:
        known = work.get(TrainingPlan, plan_id)
        if known.dropped_at is not None:
            raise Invalid(Reason(code="plan_dropped"))
        return _changed(work, replace(known, dropped_at=work.now))


def take_up(desk: Desk, plan_id: int) -> TrainingPlan:
    """Take a dropped session up again.

    Raises:
        NotAllowed: not a head.
    """
    with desk.work(Action.TRAIN_ANY) as work:
        return _changed(work, replace(work.get(TrainingPlan, plan_id), dropped_at=None))


def listed(desk: Desk) -> tuple[PlanLine, ...]:
    """Give what is planned: what is late first, then what is to come, then what was held, each by its day.

    Heads and supervision see all, others what is planned for their posts and for themselves.
    """
    with desk.reading():
        plans = records.select(TrainingPlan, _P.dropped_at.is_null(), order=[_P.by_on, _P.id])
        held = records.select(Training) if plans else []
        posts = {each.id: each for each in records.select(Post)}
    settled = settled_by(plans, held, lambda each: desk.calendar.local(each.made_at).date())
    lines = [_line(each, settled.get(each.id), posts, _today(desk)) for each in plans if _sees(desk, each, posts)]
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.state)))


def without(desk: Desk) -> tuple[Missing, ...]:
    """Give to heads and supervision who is in use and had no training this year, never trained first (T2)."""
    if not desk.may(Action.REPORT_DUTY):
        return ()
    year = _today(desk).year
    with desk.reading():
        people = records.select(Account, active=True)
        held = [each for each in records.select(Training) if not each.is_void]
        posts = records.select(Post, active=True)
    planned: dict[int, date] = {}
    for line in listed(desk):
        if line.state is not PlanState.DONE:
            known = planned.get(line.plan.trainee_id, line.plan.by_on)
            planned[line.plan.trainee_id] = min(known, line.plan.by_on)
    found = []
    for each in people:
        days = [one.on for one in held if one.trainee_id == each.id]
        if not any(day.year == year for day in days):
            belongs = tuple(post.name for post in posts if each.id in (post.holder_id, *post.stand_ins))
            last = max(days, default=None)
            found.append(
                Missing(id=each.id, name=each.name, posts=belongs, last_on=last, planned_on=planned.get(each.id))
            )
    return tuple(sorted(found, key=lambda one: (one.last_on is not None, not one.posts)))


def plannable(desk: Desk) -> tuple[Post, ...]:
    """Give the posts for which this person may plan."""
    if not desk.may(Action.TRAIN_ANY):
        return ()
    with desk.reading():
        return tuple(records.select(Post, active=True, order=[records.row_of(Post).code]))


def _changed(work: Work, wanted: TrainingPlan) -> TrainingPlan:
    changed = work.change(wanted)
    work.log(changed)
    return changed


def _line(known: TrainingPlan, session: Training | None, posts: dict[int, Post], today: date) -> PlanLine:
    post = posts.get(known.post_id)
    return PlanLine(
        plan=known,
        post=post.name if post else "",
        state=state_of_plan(known, session, today),
        held_on=session.on if session else None,
    )


def _sees(desk: Desk, known: TrainingPlan, posts: dict[int, Post]) -> bool:
    post = posts.get(known.post_id)
    mine = desk.account.id in (known.trainee_id, post.holder_id if post else 0)
    return mine or desk.may(Action.REPORT_DUTY)


def _today(desk: Desk) -> date:
    return desk.calendar.local(desk.clock()).date()
