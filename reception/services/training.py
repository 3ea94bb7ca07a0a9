"""Training: sessions of stand-ins, listed by post and by person, corrected or struck out with a reason.

The holder of a post records what was trained for it, a head for any. What changes keeps its old values in the log.
Source: handbook §4.1, §4.2 (`training`); clauses D4.3.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.duty import Training, TrainingForm, TrainingResult
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_text, cleaned_texts
from reception.rules.training import LENGTHS, TrainingDraft, check_training, trained_for
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import TrainingRow

_T: Any = TrainingRow
REASON_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingLine:
    """One session as it is listed; `may_mend` tells that whoever reads the list may correct it."""

    training: Training
    post: str
    may_mend: bool

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.training.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """A stand-in of a post: whether ever trained for it, whether passed, how many sessions and minutes in all."""

    post_id: int
    post: str
    account_id: int
    name: str
    sessions: int
    minutes: int
    passed: bool
    last_on: date | None

    @property
    def id(self) -> tuple[int, int]:
        """Give what tells this line from the others."""
        return self.post_id, self.account_id


def record(desk: Desk, draft: TrainingDraft) -> Training:
    """Record a session that was held.

    Raises:
        Invalid: all reasons at once.
        NotAllowed: the roles do not permit it, or the post is another's.
        NotFound: there is no such post or account.
    """
    with desk.work(Action.TRAIN_OWN) as work:
        draft, post, trainee = _checked(work, draft)
        added = work.add(Training(**_values(draft, trainee), made_at=work.now, made_by=desk.account.name))
        work.log(added, post=post.code)
        return added


def correct(desk: Desk, training_id: int, draft: TrainingDraft, reason: str) -> Training:
    """Set a session right; the old values and the reason stand in the log.

    Raises:
        Invalid: all reasons at once: what is wrong with it, no reason, or it was struck out.
        NotAllowed: the roles do not permit it, or the post is another's.
    """
    with desk.work(Action.TRAIN_OWN) as work:
        known = _standing(work, training_id)
        draft, post, trainee = _checked(work, draft)
        said = _said(reason)
        changed = work.change(replace(known, **_values(draft, trainee)))
        work.log(changed, post=post.code, reason=said)
        return changed


def strike_out(desk: Desk, training_id: int, reason: str) -> Training:
    """Strike out a session that was never held; it stays listed without minutes, and counts for nobody.

    Raises:
        Invalid: no reason, or it was struck out already.
        NotAllowed: the roles do not permit it, or the post is another's.
    """
    with desk.work(Action.TRAIN_OWN) as work:
        known = _standing(work, training_id)
        changed = work.change(replace(known, minutes=0))
        work.log(changed, reason=_said(reason))
        return changed


def listed(
    desk: Desk, *, post_id: int | None = None, trainee_id: int | None = None, void: bool = True
) -> tuple[TrainingLine, ...]:
    """Give the sessions, the latest first; heads and supervision see all, others those of their posts and their own.

    Args:
        desk: whose desk.
        post_id: only of this post.
        trainee_id: only of this person.
        void: those that were struck out, too.
    """
    with desk.reading():
        conditions = [] if post_id is None else [_T.post_id == post_id]
        conditions += [] if trainee_id is None else [_T.trainee_id == trainee_id]
        found = records.select(Training, *conditions, order=[_T.on.desc(), _T.id.desc()])
        posts = {each.id: each for each in records.select(Post)}
    seen = [each for each in found if (void or not each.is_void) and _sees(desk, each, posts)]
    return tuple(_line(desk, each, posts) for each in seen)


def learners(desk: Desk) -> tuple[Learner, ...]:
    """Give every stand-in of every post in use with what they were trained, those never trained first.

    Heads and supervision see all, others the stand-ins of their own posts and themselves.
    """
    with desk.reading():
        posts = records.select(Post, active=True, order=[records.row_of(Post).code])
        names = {each.id: each.name for each in records.select(Account)}
        held: dict[tuple[int, int], list[Training]] = {}
        for each in records.select(Training):
            if not each.is_void:
                held.setdefault((each.post_id, each.trainee_id), []).append(each)
    pairs = [(post, number) for post in posts for number in post.stand_ins]
    me = desk.account.id
    seen = [(post, number) for post, number in pairs if _sees_all(desk) or me in (post.holder_id, number)]
    lines = [_learner(post, number, names.get(number, ""), held.get((post.id, number), ())) for post, number in seen]
    return tuple(sorted(lines, key=lambda line: (line.passed, line.sessions > 0)))


def trainable(desk: Desk) -> tuple[Post, ...]:
    """Give the posts for which this person may record training."""
    if not desk.may(Action.TRAIN_OWN):
        return ()
    with desk.reading():
        posts = records.select(Post, active=True, order=[records.row_of(Post).code])
    return tuple(each for each in posts if _trains(desk, each))


def people(desk: Desk) -> tuple[tuple[int, str], ...]:
    """Give who can be trained: accounts in use, by id and name."""
    with desk.reading():
        return tuple((each.id, each.name) for each in records.select(Account, active=True))


def _learner(post: Post, account_id: int, name: str, held: Collection[Training]) -> Learner:
    return Learner(
        post_id=post.id,
        post=post.name,
        account_id=account_id,
        name=name,
        sessions=len(held),
        minutes=sum(each.minutes for each in held),
        passed=account_id in trained_for(held).get(post.id, ()),
        last_on=max((each.on for each in held), default=None),
    )


def _checked(work: Work, draft: TrainingDraft) -> tuple[TrainingDraft, Post, Account]:
    draft, unclean = cleaned_texts(draft, LENGTHS)
    trainee = work.get(Account, draft.trainee_id) if draft.trainee_id else None
    reasons = [*unclean, *check_training(draft, trainee.name if trainee else "", work.today)]
    if reasons or trainee is None:
        raise Invalid(*reasons)
    post = work.get(Post, draft.post_id or 0)
    _refuse_stranger(work.desk, post)
    return draft, post, trainee


def _values(draft: TrainingDraft, trainee: Account) -> dict[str, Any]:
    return {
        "post_id": draft.post_id,
        "trainee_id": trainee.id,
        "trainee": trainee.name,
        "trainer": draft.trainer,
        "on": draft.on,
        "topic": draft.topic,
        "minutes": draft.minutes,
        "form": draft.form or TrainingForm.CLASS,
        "result": draft.result or TrainingResult.TO_IMPROVE,
    }


def _standing(work: Work, training_id: int) -> Training:
    known = work.get(Training, training_id)
    _refuse_stranger(work.desk, work.get(Post, known.post_id))
    if known.is_void:
        raise Invalid(Reason(code="training_struck"))
    return known


def _said(reason: str) -> str:
    said = cleaned_text(reason, "reason", REASON_LENGTH, lines=False)
    if not said:
        raise Invalid(Reason(code="required", field="reason"))
    return said


def _refuse_stranger(desk: Desk, post: Post) -> None:
    if not _trains(desk, post):
        raise NotAllowed("training_not_yours", name=post.name)


def _trains(desk: Desk, post: Post) -> bool:
    return desk.may(Action.TRAIN_ANY) or post.holder_id == desk.account.id


def _sees_all(desk: Desk) -> bool:
    return desk.may(Action.REPORT_DUTY)


def _sees(desk: Desk, training: Training, posts: dict[int, Post]) -> bool:
    me, post = desk.account.id, posts.get(training.post_id)
    return _sees_all(desk) or training.trainee_id == me or (post is not None and post.holder_id == me)


def _line(desk: Desk, training: Training, posts: dict[int, Post]) -> TrainingLine:
    post = posts.get(training.post_id)
    may_mend = post is not None and not training.is_void and desk.may(Action.TRAIN_OWN) and _trains(desk, post)
    return TrainingLine(training=training, post=post.name if post else "", may_mend=may_mend)
