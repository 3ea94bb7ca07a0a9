"""The roll: who answers for each post at an instant, who is away, and who works on what.

Source: handbook §4.4.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from reception.rules.absences import Absence
from reception.rules.cases import Case, Referral
from reception.rules.roster import NO_HEADS, Heads, HolderNow, Post, Serves, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class PostNow:
    """A post at an instant: `serving` is who answers for it and `by` why; `absence` is why its holder does not, if so.

    `uncovered` says that nobody of the post is there: a head answers for it.
    """

    post: Post
    holder: str
    serving_id: int
    serving: str
    phone: str
    by: Serves
    absence: Absence | None

    @property
    def stands_in(self) -> bool:
        """Tell whether a stand-in serves."""
        return HolderNow(account_id=self.serving_id, by=self.by).stands_in

    @property
    def uncovered(self) -> bool:
        """Tell whether nobody of the post is there."""
        return HolderNow(account_id=self.serving_id, by=self.by).uncovered

    @property
    def acting_for(self) -> str:
        """Give for whom somebody serves who does not hold the post; "" for the holder."""
        return self.holder if self.serving_id != self.post.holder_id else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Who works on a piece of work now; `acting_for` is whose post it is while its holder is away."""

    account_id: int
    name: str
    acting_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Every post and every absence of an instant.

    `gone` is who is away or has left for good; `heads` lead; `complaints` are those who may see what is restricted.
    """

    at: datetime
    posts: Mapping[str, PostNow]
    away: Mapping[int, Absence]
    names: Mapping[int, str]
    gone: frozenset[int] = frozenset()
    heads: Heads = NO_HEADS
    complaints: tuple[int, ...] = ()

    def works_on(self, case: Case) -> Worker:
        """Give who works on a case now: whom a head gave it to, else who answers for its post; always exactly one."""
        return self.works_at(
            case.post_code, case.assigned_id, case.officer_id, case.officer, restricted=case.restricted
        )

    def lies_with(self, case: Case) -> int:
        """Give whose a case is, there or away: whom a head gave it to, else who holds its post by now."""
        found = None if case.restricted else self.posts.get(case.post_code)
        return case.assigned_id or (found.post.holder_id if found is not None else case.officer_id)

    def works_at(
        self, post_code: str, assigned_id: int | None, officer_id: int, officer: str, *, restricted: bool = False
    ) -> Worker:
        """Give who works now on a case of which only this much was read; the post of a restricted one plays no part."""
        found = None if restricted else self.posts.get(post_code)
        if found is None:
            return self.instead_of(assigned_id or officer_id, officer, restricted=restricted)
        return self._by_post(found, assigned_id)

    def instead_of(self, account_id: int, name: str, *, restricted: bool = False) -> Worker:
        """Give who acts on what lies with a person and with no post: that person, while there.

        Else who stands in at that person's own post, else a head; for what is restricted whoever else may see it. Where
        all of them are away the last of them answers, as for a post.

        Source: handbook §4.4 no. 13 and `holder` (never nobody).
        """
        if account_id not in self.gone:
            return self._worker(account_id, name)
        own = () if restricted else self._held(account_id)
        covered = next((each for each in own if each.serving_id not in self.gone), None)
        if covered is not None:
            return Worker(account_id=covered.serving_id, name=covered.serving, acting_for=covered.acting_for)
        others = self.complaints if restricted else (*self.heads.section, *self.heads.unit)
        last = others[-1] if others else account_id
        number = next((each for each in others if each not in self.gone), last)
        person = self._worker(account_id, name)
        return person if number == account_id else replace(self._worker(number, ""), acting_for=person.name)

    def receives(self, referral: Referral) -> Worker:
        """Give who is to act on a transfer now: the colleague who was named, else who answers for its post."""
        found = self.posts.get(referral.to_post)
        if found is None:
            return Worker(account_id=referral.receiver_id, name=referral.receiver)
        if referral.to_person and self.names.get(referral.receiver_id) != referral.to_person:  # has no account
            return replace(self._by_post(found, None), name=referral.to_person)
        return self._by_post(found, referral.receiver_id if referral.to_person else None)

    def receivers(self, referral: Referral) -> frozenset[int]:
        """Give who may act on a transfer now: who answers for its post, who holds it, and the colleague who was named.

        Who stood in when it was sent has no part in it once the holder is back.
        """
        found = self.posts.get(referral.to_post)
        people = {self.receives(referral).account_id}
        if found is not None:
            people |= {found.serving_id, found.post.holder_id}
        if referral.to_person and self.names.get(referral.receiver_id) == referral.to_person:
            people.add(referral.receiver_id)
        return frozenset(people)

    def _by_post(self, found: PostNow, assigned_id: int | None) -> Worker:
        own = [] if assigned_id is None else self._held(assigned_id)
        account_id = answers(assigned_id, [each.serving_id for each in own], found.serving_id, self.gone)
        if account_id == assigned_id:
            return self._worker(account_id, found.serving)
        by = next((each for each in (*own, found) if each.serving_id == account_id), found)
        return Worker(account_id=account_id, name=by.serving, acting_for=by.acting_for)

    def _held(self, account_id: int) -> list[PostNow]:
        return [each for each in self.posts.values() if each.post.active and each.post.holder_id == account_id]

    def _worker(self, account_id: int, name: str) -> Worker:
        return Worker(account_id=account_id, name=self.names.get(account_id, name))
