"""Training of stand-ins: what makes a session, what is planned in batches, and who counts as trained for a post.

Source: handbook §4.1 (A trains B), §4.2 (`training`); clauses D4.3 (有计划分批培训), T2.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.errors import Reason
from reception.rules.duty import Training, TrainingForm, TrainingPlan, TrainingResult

LONGEST_MINUTES = 24 * 60
"""What lasts longer than a day is entered day by day."""
LENGTHS = {"trainer": 60, "topic": 300}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDraft:
    """A session before it is checked."""

    post_id: int | None = None
    trainee_id: int | None = None
    trainer: str = ""
    on: date | None = None
    topic: str = ""
    minutes: int | None = None
    form: TrainingForm | None = None
    result: TrainingResult | None = None


class PlanState(StrEnum):
    """What became of a planned session."""

    PLANNED = "planned"
    DONE = "done"
    OVERDUE = "overdue"


PLAN_LENGTHS = {"batch": 60, "topic": 300}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """A planned session before it is checked."""

    batch: str = ""
    post_id: int | None = None
    trainee_id: int | None = None
    topic: str = ""
    form: TrainingForm | None = None
    by_on: date | None = None


_PLANNED = ("post_id", "trainee_id", "topic", "form", "by_on")


def check_plan(draft: PlanDraft, today: date) -> tuple[Reason, ...]:
    """Give everything that speaks against a planned session: what is missing, and a day that is past."""
    reasons = [Reason(code="required", field=name) for name in _PLANNED if getattr(draft, name) in (None, "")]
    if draft.by_on is not None and draft.by_on < today:
        reasons.append(Reason(code="plan_past", field="by_on"))
    return tuple(reasons)


def settled_by(
    plans: Iterable[TrainingPlan], trainings: Iterable[Training], made_on: Callable[[TrainingPlan], date]
) -> Mapping[int, Training]:
    """Give the session that settles each plan, by the plan's id: one of the same post and person since it was made.

    The earliest plan takes the earliest session, and no session settles two.
    """
    held = sorted((each for each in trainings if not each.is_void), key=lambda each: (each.on, each.id))
    found: dict[int, Training] = {}
    for plan in sorted(plans, key=lambda each: (each.by_on, each.id)):
        pair, since = (plan.post_id, plan.trainee_id), made_on(plan)
        fits = (each for each in held if (each.post_id, each.trainee_id) == pair and each.on >= since)
        session = next(fits, None) if plan.dropped_at is None else None
        if session is not None:
            found[plan.id] = session
            held.remove(session)
    return found


def state_of_plan(plan: TrainingPlan, session: Training | None, today: date) -> PlanState:
    """Give what became of a plan; its day itself still counts."""
    if session is not None:
        return PlanState.DONE
    return PlanState.OVERDUE if plan.by_on < today else PlanState.PLANNED


_WANTED = ("post_id", "trainee_id", "trainer", "on", "topic", "minutes", "form", "result")


def check_training(draft: TrainingDraft, trainee: str, today: date) -> tuple[Reason, ...]:
    """Give everything that speaks against a session: what is missing, a day to come, its length, the trainer.

    Args:
        draft: the session.
        trainee: the name of who was trained; "" while nobody is chosen.
        today: the local day.
    """
    reasons = [Reason(code="required", field=name) for name in _WANTED if getattr(draft, name) in (None, "")]
    if draft.on is not None and draft.on > today:
        reasons.append(Reason(code="training_ahead", field="on"))
    if draft.minutes is not None and not 1 <= draft.minutes <= LONGEST_MINUTES:
        reasons.append(Reason(code="training_length", field="minutes", values={"most": LONGEST_MINUTES}))
    if trainee and draft.trainer == trainee:
        reasons.append(Reason(code="trainer_is_trainee", field="trainer"))
    return tuple(reasons)


def trained_for(trainings: Iterable[Training]) -> Mapping[int, frozenset[int]]:
    """Give who was trained for each post: whoever passed once; a session that was struck out counts for nobody."""
    found: dict[int, set[int]] = {}
    for each in trainings:
        if not each.is_void and each.result is TrainingResult.PASSED:
            found.setdefault(each.post_id, set()).add(each.trainee_id)
    return {post_id: frozenset(people) for post_id, people in found.items()}
