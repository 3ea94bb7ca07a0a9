"""What limit a case gets when it opens, and the longer limits that may follow.

Source: handbook §3.1 (categories, precedence, upgrades), §3.2 (which event starts the clock); clauses D3.2, D3.4.
"""

from dataclasses import dataclass

from reception.errors import Reason
from reception.rules.case_life import LimitBasis, StartEvent
from reception.rules.cases import NO_LIMIT, OWED, limit_of
from reception.rules.catalogue import Category, Matter, longer_than
from reception.rules.inquiries import Channel, Disposition
from reception.rules.limits import Limit, LimitUnit

COORDINATION_DAYS = 5
DAYS_PER_OFFICE = 2
MOST_OFFICES = 20
_NOW = frozenset({LimitUnit.IMMEDIATE, LimitUnit.SAME_DAY, LimitUnit.WHOUR, LimitUnit.HOUR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What whoever records says about the limit himself: his own word, how many further offices, or why none."""

    limit: Limit | None = None
    further_offices: int = 0
    no_limit_reason: str = ""

    @property
    def says_anything(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.limit or self.further_offices or self.no_limit_reason)


NO_WISH = Wish()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a case opens with."""

    limit: Limit
    basis: LimitBasis | None
    category: Category | None
    start_event: StartEvent
    no_limit_reason: str = ""


def coordination_limit(further_offices: int) -> Limit:
    """Give 5 working days and 2 more for each further office (handbook §3.1)."""
    return Limit(unit=LimitUnit.WD, n=COORDINATION_DAYS + DAYS_PER_OFFICE * further_offices)


def promise_of(disposition: Disposition, channel: Channel, matter: Matter | None, wish: Wish = NO_WISH) -> Promise:
    """Give what a case opens with, after `promise_faults` found nothing."""
    category = matter.category if matter else None
    if wish.further_offices and category is None:
        category = Category.COORDINATION
    given = limit_of(disposition, matter.limit if matter else None)
    event = _start_event(disposition, channel, category)
    if wish.limit is not None:
        return Promise(limit=wish.limit, basis=LimitBasis.OWN_PROMISE, category=category, start_event=event)
    if given is not None:
        return Promise(limit=given, basis=_basis(disposition, matter), category=category, start_event=event)
    if wish.further_offices:
        formula = coordination_limit(wish.further_offices)
        return Promise(limit=formula, basis=LimitBasis.OWN_PROMISE, category=category, start_event=event)
    why = wish.no_limit_reason
    return Promise(limit=NO_LIMIT, basis=None, category=category, start_event=event, no_limit_reason=why)


def promise_faults(disposition: Disposition, matter: Matter | None, wish: Wish = NO_WISH) -> tuple[Reason, ...]:
    """Give what speaks against the limit of a case: none where none is known, one longer than law or promise.

    Source: handbook §3.1 (statute, then the published promise; an own word may only be shorter); clauses D3.2, D3.4.
    """
    if disposition not in OWED:
        return (Reason(code="limit_without_case", field="limit"),) if wish.says_anything else ()
    given = limit_of(disposition, matter.limit if matter else None)
    if wish.no_limit_reason:
        if given or wish.limit or wish.further_offices:
            return (Reason(code="limit_is_given", field="no_limit_reason"),)
        return _beyond_statute(None, matter, "no_limit_reason")
    if not 0 <= wish.further_offices <= MOST_OFFICES:
        values = {"least": 0, "most": MOST_OFFICES}
        return (Reason(code="out_of_range", field="further_offices", values=values),)
    if wish.limit is not None:
        if given is not None and longer_than(wish.limit, given):
            return (Reason(code="longer_than_promise", field="limit", values={"promised": given}),)
        return _beyond_statute(wish.limit, matter, "limit")
    if given is None and wish.further_offices:
        return _beyond_statute(coordination_limit(wish.further_offices), matter, "further_offices")
    return () if given else (Reason(code="limit_needed", field="limit"),)


def _beyond_statute(limit: Limit | None, matter: Matter | None, field: str) -> tuple[Reason, ...]:
    """Find a limit beyond the statute; no limit at all lies beyond it too."""
    statute = matter.statutory_limit if matter else None
    if statute is None or (limit is not None and not longer_than(limit, statute)):
        return ()
    text = matter.statutory_text if matter else ""
    return (Reason(code="longer_than_statute", field=field, values={"statutory": text}),)


def _start_event(disposition: Disposition, channel: Channel, category: Category | None) -> StartEvent:
    if disposition is Disposition.D4:
        return StartEvent.TOLD
    by_papers = disposition is Disposition.D3 and channel is not Channel.PHONE and category is not Category.PETITION
    return StartEvent.PAPERS_COMPLETE if by_papers else StartEvent.REGISTERED


def _basis(disposition: Disposition, matter: Matter | None) -> LimitBasis:
    if disposition is not Disposition.D3 or matter is None:
        return LimitBasis.RULE
    return LimitBasis.STATUTE if matter.limit == matter.statutory_limit else LimitBasis.CATALOGUE


def next_petition_limit(limit: Limit) -> Limit | None:
    """Give what a petition's limit may become: now, then half a month, then one month; None where no more follows.

    Source: handbook §3.1, upgrades (XS2).
    """
    if limit.unit in _NOW:
        return Limit(unit=LimitUnit.HALF_MONTH, n=0)
    return Limit(unit=LimitUnit.MONTH, n=1) if limit.unit is LimitUnit.HALF_MONTH else None
