"""Who is there now: each post with its holder, who answers for it, and who is away until when.

Source: handbook §4.4.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reception.rules.absences import Absence, is_away, is_short
from reception.rules.assignments import barred
from reception.rules.cases import Case, Referral
from reception.rules.duty import IncompatiblePosts, NamedStandIn
from reception.rules.inquiries import Inquiry
from reception.rules.roster import Heads, HolderNow, Post, away_at, fit, holder
from reception.rules.staff import Account, Role
from reception.services.rolls import PostNow, Roll, Worker
from reception.store import records
from reception.store.models import AbsenceRow, CaseRow, NamedStandInRow
from reception.words import Language
from reception.words.presence import acting_name

if TYPE_CHECKING:
    from reception.services.desk import Desk

__all__ = ["PostNow", "Roll", "Worker"]
SIGNATURE_LENGTH = 60
_AB: Any = AbsenceRow
_N: Any = NamedStandInRow
_C: Any = CaseRow


def roll(desk: "Desk") -> Roll:
    """Give who is there now."""
    with desk.reading():
        return roll_within(desk.clock())


def roll_within(now: datetime) -> Roll:
    """Give who is there at an instant, within a transaction."""
    accounts = {account.id: account for account in records.select(Account)}
    away = absences_at(now)
    posts = records.select(Post)
    duty = _Duty(posts, accounts, away, now)
    return Roll(
        at=now,
        posts={post.code: duty.of(post) for post in posts},
        away=away,
        names={number: each.name for number, each in accounts.items()},
        gone=duty.gone,
        heads=heads_of(accounts.values()),
        complaints=complaints_desk(accounts.values()),
    )


def post_within(post: Post, now: datetime) -> PostNow:
    """Give one post at an instant, within a transaction."""
    away = absences_at(now)
    account = records.find(Account, id=post.holder_id)
    if account is not None and account.active and account.id not in away:  # nothing else needs to be read
        return _Duty((), {account.id: account}, away, now).of(post)
    accounts = {account.id: account for account in records.select(Account)}
    return _Duty(records.select(Post), accounts, away, now).of(post)


def absences_at(now: datetime) -> dict[int, Absence]:
    """Give the absence of everybody who is away at an instant, within a transaction.

    Of several the latest counts, but none that moves the post is hidden by a short one.
    """
    begun = records.select(Absence, _AB.returned_at.is_null(), _AB.cancelled_at.is_null(), _AB.from_at <= now)
    found: dict[int, Absence] = {}
    for each in sorted(begun, key=lambda absence: absence.id):
        known = found.get(each.account_id)
        if is_away(each, now) and (known is None or is_short(known, now) or not is_short(each, now)):
            found[each.account_id] = each
    return found


def acting_for(account: Account, post: Post | None, now: datetime) -> str:
    """Give for whom somebody acts at a post at an instant; "" at one's own or at another's who is there."""
    if post is None or post.holder_id == account.id:
        return ""
    found = post_within(post, now)
    return found.acting_for if found.serving_id == account.id else ""


def signed(account: Account, post_code: str, now: datetime) -> str:
    """Give how somebody signs what he does at a post: 本（代安）, the name alone at one's own; within a transaction."""
    post = records.find(Post, code=post_code) if post_code else None
    return acting_name(account.name, acting_for(account, post, now), Language.ZH)[:SIGNATURE_LENGTH]


def signed_on(inquiry: Inquiry, account: Account, now: datetime) -> str:
    """Give how somebody signs a paper about a record: with whose post he looks after; within a transaction."""
    recorded = inquiry.acting_for if inquiry.first_officer_id == account.id else ""
    holder = recorded or acting_at(inquiry.id, account, now)
    return acting_name(account.name, holder, Language.ZH)[:SIGNATURE_LENGTH]


def handler_of(case: Case, now: datetime) -> str:
    """Give who deals with a case as papers name it: 本（代安） while its officer is away; within a transaction."""
    working = roll_within(now).works_on(case)
    return acting_name(working.name, working.acting_for, Language.ZH)[:SIGNATURE_LENGTH]


_BY_CASE = frozenset({"Pause", "Extension", "LimitChange"})
_BY_RECORD = frozenset({"Letter", "Notice", "Supplement", "Telling"})


def acting_on(record: object, account: Account, now: datetime) -> str:
    """Give for whom somebody acts who changes a case, a transfer or what belongs to them; "" for one's own.

    Source: handbook §4.3 no. 3 (entries carry `acting_for`).
    """
    where = _post_code(record) if account.id else ""
    post = records.find(Post, code=where) if where else None
    return acting_for(account, post, now)


def acting_on_each(changed: Iterable[object], account: Account, now: datetime) -> list[str]:
    """Give the same for many records of one change; each post is looked up once."""
    known: dict[str, str] = {}
    found = []
    for record in changed:
        where = _post_code(record) if account.id else ""
        if where not in known:
            post = records.find(Post, code=where) if where else None
            known[where] = acting_for(account, post, now)
        found.append(known[where])
    return found


def acting_at(inquiry_id: int, account: Account, now: datetime) -> str:
    """Give for whom somebody acts on a record whose case lies with a post; "" for one's own."""
    case = _case_of(inquiry_id) if account.id else None
    return acting_on(case, account, now) if case is not None else ""


def _post_code(record: object) -> str:
    if isinstance(record, Case):
        return record.post_code
    if isinstance(record, Referral):
        return record.to_post
    if isinstance(record, Inquiry):
        return _code_of(_case_of(record.id))
    name = type(record).__name__
    if name in _BY_CASE:
        return _code_of(records.find(Case, id=getattr(record, "case_id", 0)))
    return _code_of(_case_of(getattr(record, "inquiry_id", 0))) if name in _BY_RECORD else ""


def _case_of(inquiry_id: int) -> Case | None:
    found = records.select(Case, _C.inquiry_id == inquiry_id, order=[_C.id.desc()], limit=1)
    return found[0] if found else None


def _code_of(case: Case | None) -> str:
    return case.post_code if case is not None and not case.restricted else ""


def instead_of(post: Post, absence: Absence, now: datetime) -> HolderNow:
    """Give who answers for a post while its holder is away, at the beginning or, if that is past, now."""
    at = max(now, absence.from_at)
    accounts = {account.id: account for account in records.select(Account)}
    gone = away_within(at, now) | {absence.account_id}
    return _Duty(records.select(Post), accounts, {}, at, gone).holder(post)


def away_within(at: datetime, now: datetime) -> frozenset[int]:
    """Give who is away at an instant, now or planned, within a transaction."""
    open_ones = records.select(Absence, _AB.returned_at.is_null(), _AB.cancelled_at.is_null(), _AB.from_at <= at)
    return away_at(open_ones, at, now)


def kept_apart(post: Post) -> frozenset[int]:
    """Give who may not stand in for a post because of another post, within a transaction."""
    return barred(post.id, records.select(Post, active=True), records.select(IncompatiblePosts))


def fit_posts() -> tuple[Post, ...]:
    """Give the posts in use with only those stand-ins who may stand in, within a transaction."""
    unused = frozenset(each.id for each in records.select(Account, active=False))
    posts, pairs = records.select(Post, active=True), records.select(IncompatiblePosts)
    return tuple(fit(post, unused | barred(post.id, posts, pairs)) for post in posts)


def heads_of(accounts: Iterable[Account]) -> Heads:
    """Give who leads, in the order of their accounts; only those who are in use."""
    in_use = sorted((each for each in accounts if each.active), key=lambda each: each.id)
    return Heads(
        section=tuple(each.id for each in in_use if Role.SECTION_HEAD in each.roles),
        unit=tuple(each.id for each in in_use if Role.UNIT_HEAD in each.roles),
    )


def complaints_desk(accounts: Iterable[Account]) -> tuple[int, ...]:
    """Give to whom complaints go, in the order in which they are asked: the supervising body, then the unit heads."""
    in_use = sorted((each for each in accounts if each.active), key=lambda each: each.id)
    wanted = (Role.SUPERVISOR, Role.UNIT_HEAD)
    return tuple(dict.fromkeys(each.id for role in wanted for each in in_use if role in each.roles))


class _Duty:
    """Who answers for each post at one instant; what only a gap needs is read when there is one."""

    def __init__(
        self,
        posts: Iterable[Post],
        accounts: Mapping[int, Account],
        away: Mapping[int, Absence],
        now: datetime,
        gone: frozenset[int] | None = None,
    ) -> None:
        self._posts, self._accounts, self._away, self._now = tuple(posts), accounts, away, now
        self._unused = frozenset(number for number, each in accounts.items() if not each.active)
        self.gone = (away_at(away.values(), now, now) if gone is None else gone) | self._unused
        self._named: list[NamedStandIn] | None = None
        self._pairs: list[IncompatiblePosts] | None = None

    def of(self, post: Post) -> PostNow:
        found = self.holder(post)
        holding, serving = self._accounts.get(post.holder_id), self._accounts.get(found.account_id)
        own_phone = serving.phone if serving else ""
        moved = found.account_id != post.holder_id
        return PostNow(
            post=post,
            holder=holding.name if holding else "",
            serving_id=found.account_id,
            serving=serving.name if serving else "",
            phone=(own_phone or post.phone) if moved else (post.phone or own_phone),
            by=found.by,
            absence=self._away.get(post.holder_id),
        )

    def holder(self, post: Post) -> HolderNow:
        if post.holder_id not in self.gone:
            return HolderNow(account_id=post.holder_id)
        return holder(
            post,
            self.gone,
            named=self._named_for(post),
            heads=heads_of(self._accounts.values()),
            barred=self._barred(post),
        )

    def _named_for(self, post: Post) -> tuple[int, ...]:
        if self._named is None:
            self._named = named_at(self._now)
        return tuple(each.account_id for each in self._named if each.post_id == post.id)

    def _barred(self, post: Post) -> Collection[int]:
        if self._pairs is None:
            self._pairs = records.select(IncompatiblePosts)
        return self._unused | barred(post.id, self._posts, self._pairs)


def named_at(at: datetime) -> list[NamedStandIn]:
    """Give the temporary stand-ins of an instant, the latest named first, within a transaction."""
    return records.select(NamedStandIn, _N.from_at <= at, _N.until_at > at, order=[_N.id.desc()])
