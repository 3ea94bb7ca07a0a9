"""What the reports of duty read first: posts through time, who is away when, names, the bounds of the period."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from reception.rules.absences import Absence
from reception.rules.assignments import staffed
from reception.rules.duty import IncompatiblePosts, NamedStandIn
from reception.rules.duty_report import stretch_of
from reception.rules.once import Period
from reception.rules.roster import Post, away_at
from reception.rules.staff import Account
from reception.rules.stretches import Stretch, merged
from reception.services.desk import Desk
from reception.services.duty import Past
from reception.store import records
from reception.store.models import AbsenceRow

_AB: Any = AbsenceRow


class Facts:
    """What all parts of a report read, within a transaction."""

    def __init__(self, desk: Desk, period: Period) -> None:
        self.desk, self.period, self.now = desk, period, desk.clock()
        self.start, self.end = self.midnight(period.first_on), self.midnight(period.last_on + timedelta(days=1))
        self.today = desk.calendar.local(self.now).date()
        accounts = records.select(Account)
        self.names = {each.id: each.name for each in accounts}
        self.unused = frozenset(each.id for each in accounts if not each.active)
        every = records.select(Post, order=[records.row_of(Post).code])
        self.by_id = {each.id: each for each in every}
        self.posts = tuple(each for each in every if each.active)
        self.pairs = records.select(IncompatiblePosts)
        self.named = records.select(NamedStandIn)
        self.past = Past(desk)
        self.made = self.past.made
        self.absences = records.select(Absence, _AB.cancelled_at.is_null(), _AB.from_at < self.end)
        self.by_person: dict[int, list[Absence]] = {}
        for absence in self.absences:
            self.by_person.setdefault(absence.account_id, []).append(absence)
        self.away = {number: merged(_stretches(some, self.now)) for number, some in self.by_person.items()}

    def post_on(self, post: Post, day: date) -> Post:
        """Give a post with who belongs to it on a day, as far as it is known now."""
        return staffed(post, self.made.get(post.id, ()), day, self.now)

    def post_at(self, post: Post, at: datetime) -> Post:
        """Give a post with who belonged to it at an instant, as far as it was known then."""
        return self.past.post_at(post, at)

    def is_away(self, account_id: int, at: datetime) -> bool:
        """Tell whether somebody is away at an instant, as it was recorded then."""
        return account_id in away_at(self.by_person.get(account_id, ()), at, self.now)

    def day(self, at: datetime) -> date:
        """Give the local day of an instant."""
        return self.desk.calendar.local(at).date()

    def midnight(self, day: date) -> datetime:
        """Give the instant at which a day begins."""
        return self.desk.calendar.instant(datetime.combine(day, time()))

    def name(self, account_id: int) -> str:
        """Give the name of an account."""
        return self.names.get(account_id, "")


def _stretches(absences: Iterable[Absence], now: datetime) -> Iterator[Stretch]:
    for each in absences:
        found = stretch_of(each, now)
        if found is not None:
            yield found
