"""Naming a temporary stand-in before a gap begins, so that nobody has to be asked when it does.

Source: handbook §4.3 no. 1, §4.4 nos. 9, 10, 17.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from reception.errors import Invalid, Reason
from reception.rules.absence_month import MonthDay, MonthFacts, lasts, moves_posts
from reception.rules.assignments import barred
from reception.rules.coming_gaps import Fitness, NamingDraft, PostGap, check_person, check_span, gaps_in, parts_of
from reception.rules.duty import IncompatiblePosts, NamedStandIn
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.stretches import Stretch, merged
from reception.services import absence_month, absences
from reception.services.colleagues import Colleague
from reception.services.desk import Desk, Work
from reception.store import records

DAYS_BEFORE, DAYS_AFTER = 14, 31
"""So many days before and after a day are looked at for the gap that this day lies in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapChoice:
    """What somebody may be named for: posts of one holder with the same gap; times are local."""

    posts: tuple[Post, ...]
    holder: str
    first: datetime
    last: datetime
    minutes: int
    named: str = ""

    @property
    def id(self) -> str:
        """Give what tells this choice from the others."""
        return f"{self.first:%Y-%m-%dT%H:%M}/" + ",".join(str(each.id) for each in self.posts)

    @property
    def length(self) -> timedelta:
        """Give how much office time it is."""
        return timedelta(minutes=self.minutes)

    @property
    def post_ids(self) -> tuple[int, ...]:
        """Give which posts these are."""
        return tuple(each.id for each in self.posts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameable:
    """The gaps around a day, and who could be named for one of them."""

    choices: tuple[GapChoice, ...] = ()
    people: tuple[Colleague, ...] = ()


def around(desk: Desk, on: date, holder_id: int = 0) -> Nameable:
    """Give to the heads which gaps touch a day, of one holder or of all, and who may be named.

    Posts of one holder with the same gap stand together first, then each by itself; a gap for which somebody was named
    is there too, since one may name another.
    """
    if not desk.may(Action.NAME_STAND_IN):
        return Nameable()
    now = desk.clock()
    local = desk.calendar.local(now)
    first = max(local.date(), on - timedelta(days=DAYS_BEFORE))
    days = _days(first, max(on, first) + timedelta(days=DAYS_AFTER))
    with desk.reading():
        accounts = records.select(Account)
        facts = absence_month.facts_within(desk, days, accounts)
        found = gaps_in(absence_month.days_within(days, facts, now), local)
        posts, pairs = records.select(Post, active=True), records.select(IncompatiblePosts)
    names = {each.id: each.name for each in accounts}
    wanted = [
        each for each in found if each.first.date() <= on <= each.last.date() and holder_id in (0, each.post.holder_id)
    ]
    fit = [each for each in accounts if _fits(_fitness(each, facts, posts, pairs), wanted)]
    return Nameable(choices=_choices(wanted, names), people=tuple(_people(fit, posts)))


def name(desk: Desk, draft: NamingDraft) -> tuple[NamedStandIn, ...]:
    """Name a temporary stand-in for posts that nobody covers in a stretch that has not ended.

    Only posts with a gap in the stretch get one. Naming another for the same gap replaces the first.

    Raises:
        Invalid: all reasons at once: something missing or past, no gap, the person away, belonging to the post, kept
            apart from it, or named already.
        NotAllowed: not a head.
        NotFound: there is no such post.
    """
    with desk.work(Action.NAME_STAND_IN) as work:
        draft = replace(draft, person=draft.person.strip())
        account = work.find(Account, name=draft.person) if draft.person else None
        reasons = list(check_span(draft, work.now))
        if draft.person and account is None:
            reasons.append(Reason(code="no_such_account", field="person", values={"name": draft.person}))
        if reasons or account is None or draft.from_at is None or draft.until_at is None:
            raise Invalid(*reasons)
        stretch = (max(draft.from_at, work.now), draft.until_at)
        posts = _fitting(work, draft, account, stretch)
        return tuple(_added(work, account, post, stretch) for post in posts)


def _fitting(work: Work, draft: NamingDraft, account: Account, stretch: Stretch) -> list[Post]:
    """Give the posts that have a gap, or refuse."""
    local = work.desk.calendar.local
    span = (local(stretch[0]), local(stretch[1]))
    days = _days(span[0].date(), span[1].date())
    facts = absence_month.facts_within(work.desk, days, records.select(Account))
    told = absence_month.days_within(days, facts, work.now)
    posts = [_as_staffed(work.get(Post, number), told) for number in draft.post_ids]
    parts = {each.id: parts_of(told, each.id, span) for each in posts}
    bare = [each for each in posts if parts[each.id]]
    every, pairs = records.select(Post, active=True), records.select(IncompatiblePosts)
    reasons = check_person(_fitness(account, facts, every, pairs), bare, parts)
    if reasons:
        raise Invalid(*reasons)
    return bare


def _as_staffed(post: Post, days: Iterable[MonthDay]) -> Post:
    """Give a post as it is staffed on the first day on which its holder is away."""
    return next((each.post for day in days for each in day.posts if each.post.id == post.id), post)


def _fits(person: Fitness, gaps: Iterable[PostGap]) -> bool:
    """Tell whether somebody may be named for one of some gaps."""
    return any(not check_person(person, [gap.post], {gap.post.id: gap.parts}) for gap in gaps)


def _fitness(account: Account, facts: MonthFacts, posts: Sequence[Post], pairs: Sequence[IncompatiblePosts]) -> Fitness:
    stretches = [
        (each, lasts(each, facts.now, facts.calendar)) for each in facts.absences if each.account_id == account.id
    ]
    away = [moves_posts(each, stretch) for each, stretch in stretches if stretch is not None]
    apart = (post.id for post in posts if account.id in barred(post.id, posts, pairs))
    return Fitness(
        account_id=account.id,
        name=account.name,
        active=account.active,
        at_desk=absences.works_at_desk(account),
        away=tuple(merged(each for each in away if each is not None)),
        barred=frozenset(apart),
    )


def _added(work: Work, account: Account, post: Post, stretch: Stretch) -> NamedStandIn:
    added = work.add(
        NamedStandIn(
            post_id=post.id,
            account_id=account.id,
            from_at=stretch[0],
            until_at=stretch[1],
            named_by=work.desk.account.name,
            made_at=work.now,
        )
    )
    work.log(added, post=post.code, stand_in=account.name)
    return added


def _days(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


def _choices(found: Iterable[PostGap], names: Mapping[int, str]) -> tuple[GapChoice, ...]:
    together: dict[tuple[int, datetime, datetime, int | None], list[PostGap]] = {}
    for each in found:
        together.setdefault((each.post.holder_id, each.first, each.last, each.named_id), []).append(each)
    whole = [_choice(some, names) for some in together.values()]
    single = [_choice([each], names) for some in together.values() if len(some) > 1 for each in some]
    return (*sorted(whole, key=lambda each: (bool(each.named), each.first)), *single)


def _choice(some: list[PostGap], names: Mapping[int, str]) -> GapChoice:
    one = some[0]
    return GapChoice(
        posts=tuple(each.post for each in some),
        holder=names.get(one.post.holder_id, ""),
        first=one.first,
        last=one.last,
        minutes=one.minutes,
        named=names.get(one.named_id or 0, ""),
    )


def _people(accounts: Iterable[Account], posts: Iterable[Post]) -> Iterable[Colleague]:
    held: dict[int, str] = {}
    for post in posts:
        held.setdefault(post.holder_id, post.name)
    for each in accounts:
        yield Colleague(name=each.name, about=held.get(each.id, ""))
