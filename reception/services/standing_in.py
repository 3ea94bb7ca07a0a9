"""Standing in: stepping in for who is not there, naming somebody for a gap, posts that are kept apart.

Source: handbook §4.1 (incompatible posts), §4.3 nos. 1, 2, §4.4 nos. 9, 10, 17; clauses D4.2-b.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.absences import Absence, AbsenceKind
from reception.rules.duty import IncompatiblePosts, NamedStandIn
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_text
from reception.services import absences, presence
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import AbsenceRow, IncompatiblePostsRow

_AB: Any = AbsenceRow
_IP: Any = IncompatiblePostsRow
REASON_LENGTH = 300
REMARK_LENGTH = 200
AFTER_HOURS = timedelta(hours=4)
"""So long an unplanned absence is expected to last that is entered when the office is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGap:
    """Posts of one holder that nobody covers now; `serving` is the head who answers for them."""

    account_id: int
    holder: str
    posts: tuple[str, ...]
    serving: str
    until_at: datetime | None

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.account_id


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptApart:
    """Two posts that internal control keeps apart, by code and name."""

    id: int
    codes: tuple[str, str]
    names: tuple[str, str]
    reason: str


def step_in(desk: Desk, account_id: int) -> Absence:
    """Step in for a colleague who is not there (顶岗): enters the absence, whose kind is to be confirmed.

    The posts move at this moment; nobody else has to do anything.

    Raises:
        Invalid: the colleague is away already, so that the posts moved, or it is oneself.
        NotAllowed: this person stands in for none of the colleague's posts and is no head.
    """
    with desk.work(Action.STAND_IN) as work:
        account = work.get(Account, account_id)
        if account.id == desk.account.id or account.id in presence.absences_at(work.now):
            raise Invalid(Reason(code="absence_twice", values={"kind_of": AbsenceKind.UNPLANNED}))
        if not desk.may(Action.AWAY_ANY) and not _covers(desk.account.id, account.id):
            raise NotAllowed("not_a_stand_in", name=account.name)
        absence = Absence(
            account_id=account.id,
            account=account.name,
            kind=AbsenceKind.UNPLANNED,
            from_at=work.now,
            until_at=_until(desk, account.id, work.now),
            made_at=work.now,
            made_by=desk.account.name,
            made_by_id=desk.account.id,
        )
        added = work.add(absence)
        work.log(added)
        return added


def may_step_in(desk: Desk) -> frozenset[int]:
    """Give for whom this person may step in: everybody for a head, else the holders of the posts stood in for."""
    with desk.reading():
        posts = records.select(Post, active=True)
    if desk.may(Action.AWAY_ANY):
        return frozenset(post.holder_id for post in posts) - {desk.account.id}
    mine = desk.account.id if desk.may(Action.STAND_IN) else 0
    return frozenset(post.holder_id for post in posts if mine in post.stand_ins)


def _covers(me: int, account_id: int) -> bool:
    return any(me in post.stand_ins for post in presence.fit_posts() if post.holder_id == account_id)


def _until(desk: Desk, account_id: int, now: datetime) -> datetime:
    """Give the closing of today, but nothing that reaches into an absence that is planned."""
    local = desk.calendar.local(now)
    sessions = [each for each in desk.calendar.sessions_on(local.date()) if each.closes > local.time()]
    last = datetime.combine(local.date(), sessions[-1].closes) if sessions else None
    until_at = desk.calendar.instant(last) if last else now + AFTER_HOURS
    planned = records.select(
        Absence, _AB.account_id == account_id, _AB.cancelled_at.is_null(), _AB.from_at > now, _AB.from_at < until_at
    )
    return min([until_at, *(each.from_at for each in planned)])


def confirm_kind(desk: Desk, absence_id: int, kind: AbsenceKind | None, reason: str = "") -> Absence:
    """Say afterwards why one was away whom somebody stood in for unasked.

    Raises:
        Invalid: no reason is chosen, or it is known already.
        NotAllowed: another's is a head's to confirm.
    """
    if kind in (None, AbsenceKind.UNPLANNED):
        raise Invalid(Reason(code="required", field="kind"))
    with desk.reading():
        own = records.get(Absence, absence_id).account_id == desk.account.id
    with desk.work(Action.AWAY_OWN if own else Action.AWAY_ANY) as work:
        absence = work.get(Absence, absence_id)
        if absence.kind is not AbsenceKind.UNPLANNED:
            raise Invalid(Reason(code="kind_known", field="kind"))
        said = cleaned_text(reason, "reason", REMARK_LENGTH, lines=False)
        changed = work.change(replace(absence, kind=kind, reason=said or absence.reason))
        work.log(changed)
        return changed


def to_confirm(desk: Desk) -> tuple[Absence, ...]:
    """Give the absences whose kind is still to be said: one's own, all of them to a head."""
    with desk.reading():
        found = records.select(Absence, _AB.kind == AbsenceKind.UNPLANNED, order=[_AB.id])
    return tuple(each for each in found if each.account_id == desk.account.id or desk.may(Action.AWAY_ANY))


def open_gaps(desk: Desk) -> tuple[OpenGap, ...]:
    """Give to the heads what nobody covers now, one line for the posts of each holder; nothing while closed."""
    if not desk.may(Action.NAME_STAND_IN):
        return ()
    roll = presence.roll(desk)
    found: dict[int, list[presence.PostNow]] = {}
    for each in roll.posts.values():
        if each.post.active and each.uncovered:
            found.setdefault(each.post.holder_id, []).append(each)
    return tuple(
        OpenGap(
            account_id=number,
            holder=some[0].holder,
            posts=tuple(each.post.name for each in some),
            serving=some[0].serving,
            until_at=some[0].absence.until_at if some[0].absence else None,
        )
        for number, some in found.items()
    )


def name_stand_in(
    desk: Desk, absence_id: int, account_id: int, post_ids: Iterable[int] = ()
) -> tuple[NamedStandIn, ...]:
    """Name who stands in while holder and stand-ins are away, to the planned end of the absence (no. 9).

    Args:
        desk: of a head.
        absence_id: whose posts are uncovered.
        account_id: who takes them.
        post_ids: only these; without any, all that are uncovered during the absence.

    Raises:
        Invalid: nothing is uncovered, or the one who is named is away too or out of use.
        NotAllowed: not a head, or the posts of that person are kept apart from these.
    """
    with desk.work(Action.NAME_STAND_IN) as work:
        absence, account = work.get(Absence, absence_id), work.get(Account, account_id)
        wanted = frozenset(post_ids)
        posts = [post for post in _bare(absence, work.now) if not wanted or post.id in wanted]
        _refuse_unfit(work, absence, account, posts)
        return tuple(_named(work, absence, account, post) for post in posts)


def _bare(absence: Absence, now: datetime) -> list[Post]:
    """Give the posts of somebody away that nobody of the post covers."""
    if not absence.is_open:
        return []
    posts = records.select(Post, active=True, holder_id=absence.account_id)
    return [post for post in posts if presence.instead_of(post, absence, now).uncovered]


def _refuse_unfit(work: Work, absence: Absence, account: Account, posts: list[Post]) -> None:
    reasons = []
    at = max(work.now, absence.from_at)
    gone = presence.away_within(at, work.now)
    if not posts:
        reasons.append(Reason(code="no_gap"))
    if not account.active:
        reasons.append(Reason(code="account_inactive", field="account_id"))
    elif account.id in gone or account.id == absence.account_id:
        reasons.append(Reason(code="stand_in_away", field="account_id"))
    elif not absences.works_at_desk(account):
        reasons.append(Reason(code="cannot_handle", field="account_id", values={"name": account.name}))
    elif any(account.id in presence.kept_apart(post) for post in posts):
        reasons.append(Reason(code="stand_in_kept_apart", field="account_id"))
    if reasons:
        raise Invalid(*reasons)


def _named(work: Work, absence: Absence, account: Account, post: Post) -> NamedStandIn:
    at = max(work.now, absence.from_at)
    until_at = absence.until_at if absence.until_at > at else _until(work.desk, absence.account_id, at)
    added = work.add(
        NamedStandIn(
            post_id=post.id,
            account_id=account.id,
            from_at=at,
            until_at=until_at,
            named_by=work.desk.account.name,
            made_at=work.now,
        )
    )
    work.log(added, post=post.code, stand_in=account.name)
    return added


def kept_apart(desk: Desk) -> tuple[KeptApart, ...]:
    """Give the pairs of posts that are kept apart."""
    with desk.reading():
        found = records.select(IncompatiblePosts, _IP.lifted_at.is_null(), order=[_IP.id])
        posts = {post.id: post for post in records.select(Post)}
    both = [(each, posts[each.post_id], posts[each.other_id]) for each in found]
    return tuple(
        KeptApart(id=each.id, codes=(one.code, other.code), names=(one.name, other.name), reason=each.reason)
        for each, one, other in both
    )


def keep_apart(desk: Desk, post_id: int, other_id: int, reason: str) -> IncompatiblePosts:
    """Keep two posts apart: the holder of one never stands in for the other.

    Raises:
        Invalid: the same post twice, kept apart already, or no reason.
        NotAllowed: the account may not edit staff.
        NotFound: there is no such post.
    """
    reason = cleaned_text(reason, "reason", REASON_LENGTH, lines=False)
    with desk.work(Action.EDIT_STAFF) as work:
        one, other = sorted((work.get(Post, post_id).id, work.get(Post, other_id).id))
        before = work.find(IncompatiblePosts, post_id=one, other_id=other)
        reasons = [] if reason else [Reason(code="required", field="reason")]
        if one == other:
            reasons.append(Reason(code="posts_the_same", field="other_id"))
        elif before is not None and before.lifted_at is None:
            reasons.append(Reason(code="posts_apart_twice", field="other_id"))
        if reasons:
            raise Invalid(*reasons)
        if before is not None:
            pair = work.change(replace(before, reason=reason, lifted_at=None))
        else:
            pair = work.add(IncompatiblePosts(post_id=one, other_id=other, reason=reason))
        work.log(pair)
        return pair


def lift(desk: Desk, pair_id: int) -> IncompatiblePosts:
    """Let two posts be paired again.

    Raises:
        NotAllowed: the account may not edit staff.
        NotFound: there is no such pair.
    """
    with desk.work(Action.EDIT_STAFF) as work:
        pair = work.get(IncompatiblePosts, pair_id)
        if pair.lifted_at is None:
            pair = work.change(replace(pair, lifted_at=work.now))
            work.log(pair)
        return pair


def candidates(desk: Desk, absence_id: int) -> tuple[Account, ...]:
    """Give who could be named for a gap: in use, at work at the desk, and there."""
    now = desk.clock()
    with desk.reading():
        absence = records.get(Absence, absence_id)
        gone = presence.away_within(max(now, absence.from_at), now)
        found = records.select(Account, active=True)
    there = (each for each in found if each.id not in gone | {absence.account_id} and absences.works_at_desk(each))
    return tuple(replace(each, password_hash="") for each in there)
