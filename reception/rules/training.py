"""Training of stand-ins: what makes a session, and who counts as trained for a post.

Source: handbook §4.1 (A trains B), §4.2 (`training`); clauses D4.3.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reception.errors import Reason
from reception.rules.duty import Training, TrainingForm, TrainingResult

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
