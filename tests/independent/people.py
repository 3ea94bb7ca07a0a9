"""Who holds a post and who works on what at a moment, worked out a second time from handbook §4.4."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from tests.independent.ledger import Ledger, Record, local

_HALF_HOUR = timedelta(minutes=30)
_ROLES = ("A", "B1", "B2")


@dataclass(frozen=True)
class Roll:
    """Everybody at one moment."""

    ledger: Ledger
    at: datetime
    _holders: dict[int, int] = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        """Give the day in the office."""
        return local(self.at).date()

    @cached_property
    def absent(self) -> frozenset[int]:
        """Give who is away: until the return is confirmed, but never for a short absence within its half hour."""
        return frozenset(each["account_id"] for each in self.ledger.all("Absence") if self._keeps_away(each))

    def _keeps_away(self, absence: Record) -> bool:
        begun = datetime.fromisoformat(absence["from_at"])
        if absence.get("cancelled_at") or self.at < begun:
            return False
        if absence.get("returned_at") and self.at >= datetime.fromisoformat(absence["returned_at"]):
            return False
        return not (absence["kind"] == "short" and self.at - begun <= _HALF_HOUR)

    @cached_property
    def unused(self) -> frozenset[int]:
        """Give the accounts that nobody uses any more."""
        return frozenset(each["id"] for each in self.ledger.all("Account") if not each.get("active"))

    def people_of(self, post: Record) -> dict[str, int]:
        """Give A, B1 and B2 of a post today: by its assignments; where there are none, as the post itself says."""
        made = self.ledger.of("Assignment", post_id=post["id"])
        if not made:
            found = zip(_ROLES, (post.get("holder_id"), post.get("stand_in_id"), post.get("second_id")), strict=True)
            return {role: number for role, number in found if number}
        people = {}
        for role in _ROLES:
            valid = [each for each in made if each["role"] == role and self._holds(each)]
            if valid:
                people[role] = max(valid, key=lambda each: (each["made_at"], each["id"]))["account_id"]
        return people

    def _holds(self, assignment: Record) -> bool:
        last = assignment.get("to_on")
        return assignment["from_on"] <= self.today.isoformat() and (not last or self.today.isoformat() <= last)

    def heads(self, role: str) -> list[int]:
        """Give who leads, in the order of the accounts."""
        return [each["id"] for each in self.ledger.all("Account") if role in each["roles"] and each.get("active")]

    def _apart(self, post: Record) -> set[int]:
        """Give who may not stand in, because he holds a post that is kept apart from this one."""
        others = set()
        for each in self.ledger.all("IncompatiblePosts"):
            pair = {each["post_id"], each["other_id"]}
            if not each.get("lifted_at") and post["id"] in pair:
                others |= pair - {post["id"]}
        kept = [self.ledger.records["Post"][number] for number in others]
        return {self.people_of(each)["A"] for each in kept if each.get("active")}

    def holder(self, post: Record) -> int:
        """Give who answers for a post: A, B1, B2, who was named for the gap, section head, unit head."""
        if post["id"] not in self._holders:
            self._holders[post["id"]] = self._found(post)
        return self._holders[post["id"]]

    def _found(self, post: Record) -> int:
        people = self.people_of(post)
        gone = self.absent | self.unused
        if people["A"] not in gone:
            return people["A"]
        apart = self._apart(post)
        named = [each for each in self.ledger.of("NamedStandIn", post_id=post["id"]) if self._named_now(each)]
        chain = [people.get("B1"), people.get("B2"), *(each["account_id"] for each in reversed(named))]
        heads = [*self.heads("section_head"), *self.heads("unit_head")]
        for number in (*chain, *heads):
            if number and number not in gone and number not in apart:
                return number
        led = [number for number in heads if number not in apart]
        return led[-1] if led else people["A"]

    def _named_now(self, named: Record) -> bool:
        begins, ends = (datetime.fromisoformat(named[name]) for name in ("from_at", "until_at"))
        return begins <= self.at < ends

    def post(self, code: str) -> Record | None:
        """Give a post by its code."""
        return next((each for each in self.ledger.all("Post") if each["code"] == code), None)

    def works_on(self, case: Record) -> int:
        """Give who works on a case: whom a head gave it to; while away that person's stand-in; else the post's."""
        given = case.get("assigned_id")
        post = None if case.get("restricted") else self.post(case.get("post_code") or "")
        if post is None:
            return self.instead_of(given or case["officer_id"], restricted=bool(case.get("restricted")))
        return self._instead(given, post)

    def instead_of(self, person: int, *, restricted: bool = False) -> int:
        """Give who acts on what lies with a person: that person, a stand-in at that person's post, a head.

        What is restricted goes only to those who may see it: the supervising body, then the unit heads.
        """
        gone = self.absent | self.unused
        if person not in gone:
            return person
        heads = [*self.heads("section_head"), *self.heads("unit_head")]
        chain = [] if restricted else [*self._serving_for(person), *heads]
        if restricted:
            chain = [*self.heads("supervisor"), *self.heads("unit_head")]
        led = chain if restricted else heads
        return next((number for number in chain if number not in gone), led[-1] if led else person)

    def _serving_for(self, person: int) -> list[int]:
        posts = sorted(self.ledger.of("Post", active=True), key=lambda each: each["id"])
        return [self.holder(each) for each in posts if self.people_of(each).get("A") == person]

    def receives(self, referral: Record) -> int:
        """Give who is to act on a transfer that was sent."""
        post = self.post(referral["to_post"])
        if post is None:
            return referral["receiver_id"]
        by_name = {each["id"]: each["name"] for each in self.ledger.all("Account")}
        person = referral.get("to_person")
        known = person and by_name.get(referral["receiver_id"]) == person
        return self._instead(referral["receiver_id"] if known else None, post)

    def _instead(self, given: int | None, post: Record) -> int:
        gone = self.absent | self.unused
        if given is None:
            return self.holder(post)
        if given not in gone:
            return given
        return next((number for number in self._serving_for(given) if number not in gone), self.holder(post))
