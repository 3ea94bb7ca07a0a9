"""What becomes of the demonstration's cases, and who is away: most promises are kept, a few are not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.cases import Case, CaseStatus
from reception.rules.duty import TrainingForm, TrainingResult
from reception.rules.inquiries import Disposition, ReplyPref
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.rules.training import TrainingDraft
from reception.services import absences, case_ends, posts, referrals, reminders, training
from reception.services.case_ends import Closing
from reception.services.desk import Desk
from reception.services.inquiries import Recorded
from reception.store import records

_OWN = frozenset({Disposition.D3, Disposition.D5B, Disposition.D6})
"""What ends at the posts of the office; the rest waits for papers or another's word, or is not for every eye."""
_LEFT_OPEN = 0.05
_DAYS_OPEN = ((0, 1, 2, 3, 5, 8), (10, 30, 30, 15, 10, 5))
_RESULTS = ("已按规定办结，结果已告知本人。", "已办结，请凭证件领取。", "已答复，办理结果可在系统中查询。")
_AWAY = (
    (AbsenceKind.OFFICIAL_TRIP, "到省教育厅送材料", 1),
    (AbsenceKind.SICK_LEAVE, "感冒发热", 2),
    (AbsenceKind.TRAINING, "参加业务培训", 2),
    (AbsenceKind.ANNUAL_LEAVE, "年休假", 3),
)
_GOES = 0.15
_TOPIC = "岗位职责、材料要求与系统操作"


@dataclass(slots=True)
class SetClock:
    """A clock that the demonstration sets."""

    now: datetime

    def __call__(self) -> datetime:
        """Give what it shows."""
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owed:
    """A case that will end, who holds its post, and the transfer by which it came there."""

    case_id: int
    referral_id: int | None
    holder_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gone:
    """Who is away, and the number of the day on which he is back."""

    account_id: int
    absence_id: int
    back_on: int


@dataclass(slots=True)
class Life:
    """The cases that will end, by the number of the day on which they do, and who is away."""

    random: Random
    clock: SetClock
    desks: dict[int, Desk]
    """The desk of each clerk, by the id of the account; the next one stands in."""
    holders: dict[str, int]
    """The account that holds each post of the office, by the post's code."""
    ends: dict[int, list[_Owed]] = field(default_factory=dict)
    gone: _Gone | None = None

    def foresee(self, day: int, recorded: Recorded) -> None:
        """Decide on which day the case of a record will end, if it has one that ends here at all."""
        case, referral = recorded.case, recorded.referral
        if case is None or case.disposition not in _OWN or case.post_code not in self.holders:
            return
        if self.random.random() < _LEFT_OPEN:
            return
        owed = _Owed(
            case_id=case.id, referral_id=referral.id if referral else None, holder_id=self.holders[case.post_code]
        )
        self.ends.setdefault(day + self.random.choices(*_DAYS_OPEN)[0], []).append(owed)

    def open_day(self, day: int, opening: datetime, days: Sequence[datetime]) -> None:
        """Remind of what is late, welcome who is back, let somebody go; `days` are the closings of all days."""
        self.clock.now = opening - timedelta(minutes=8)
        reminders.sweep(next(iter(self.desks.values())))
        if self.gone is not None and day >= self.gone.back_on:
            absences.back(self.desks[self.gone.account_id], self.gone.absence_id)
            self.gone = None
        if self.gone is not None or self.random.random() >= _GOES:
            return
        kind, reason, length = self.random.choice(_AWAY)
        account_id = self.random.choice(list(self.desks))
        until_at = days[min(day + length, len(days)) - 1]
        draft = AbsenceDraft(kind=kind, until_at=until_at, reason=reason, leader_told="邓敏，已当面报告")
        absence = absences.set_away(self.desks[account_id], draft, knowing_gaps=True)
        self.gone = _Gone(account_id=account_id, absence_id=absence.id, back_on=day + length)

    def close_day(self, day: int, closing: datetime) -> None:
        """End what ends on this day, in the minutes before closing; what was voided has ended already."""
        for place, owed in enumerate(self.ends.pop(day, ())):
            if self._voided(owed.case_id):
                continue
            self.clock.now = closing - timedelta(minutes=7) + timedelta(seconds=2 * place)
            desk = self._on_duty(owed.holder_id)
            if owed.referral_id is not None:
                referrals.acknowledge(desk, owed.referral_id)
            case_ends.close(desk, owed.case_id, Closing(result=self.random.choice(_RESULTS), told_mode=ReplyPref.PHONE))

    def _voided(self, case_id: int) -> bool:
        with next(iter(self.desks.values())).reading():
            return records.get(Case, case_id).status is CaseStatus.VOID

    def _on_duty(self, holder_id: int) -> Desk:
        if self.gone is None or self.gone.account_id != holder_id:
            return self.desks[holder_id]
        return self.desks[_next(list(self.desks), holder_id)]


def _next(people: Sequence[int], account_id: int) -> int:
    return people[(people.index(account_id) + 1) % len(people)]


def staff_posts(admin: Desk, own: Sequence[Post], clerks: Sequence[Account]) -> None:
    """Give each post its holder, and the next colleague to stand in."""
    ids = [clerk.id for clerk in clerks]
    for place, post in enumerate(own):
        holder = ids[place % len(ids)]
        posts.staff_post(admin, post.id, holder, _next(ids, holder))


def train(head: Desk, own: Sequence[Post], names: dict[int, str], on: date) -> None:
    """Record how two out of three who stand in were trained by the holder of the post."""
    for place, post in enumerate(own):
        if post.stand_in_id is None or place % 3 == 2:
            continue
        draft = TrainingDraft(
            post_id=post.id,
            trainee_id=post.stand_in_id,
            trainer=names[post.holder_id],
            on=on,
            topic=_TOPIC,
            minutes=45 + 15 * (place % 3),
            form=tuple(TrainingForm)[place % len(TrainingForm)],
            result=TrainingResult.PASSED,
        )
        training.record(head, draft)
