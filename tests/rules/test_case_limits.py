"""What limit a case opens with: statute before promise before our own word; petitions step by step."""

from datetime import date

import pytest

from reception.rules.case_life import LimitBasis, StartEvent
from reception.rules.case_limits import (
    NO_WISH,
    Wish,
    coordination_limit,
    next_petition_limit,
    promise_faults,
    promise_of,
)
from reception.rules.cases import NO_LIMIT
from reception.rules.catalogue import CaseType, Category, Matter
from reception.rules.inquiries import Channel, Disposition
from reception.rules.limits import Limit, LimitUnit


def wd(n: int) -> Limit:
    return Limit(unit=LimitUnit.WD, n=n)


def matter(limit: Limit | None, statute: Limit | None = None, category: Category = Category.APPROVAL) -> Matter:
    return Matter(
        code="JW-99",
        effective_on=date(2026, 1, 1),
        name="事项",
        unit_code="JW",
        category=category,
        case_type=CaseType.PROMISED,
        limit=limit,
        statutory_limit=statute,
        statutory_text="15个工作日" if statute else "",
    )


def faults(wish: Wish, of: Matter | None, way: Disposition = Disposition.D3) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in promise_faults(way, of, wish)]


@pytest.mark.parametrize(("offices", "days"), [(0, 5), (1, 7), (2, 9), (5, 15)])
def test_coordination_has_two_days_more_for_each_further_office(offices: int, days: int):
    assert coordination_limit(offices) == wd(days)


def test_a_coordination_without_a_promise_gets_the_formula():
    wish = Wish(further_offices=3)
    found = promise_of(Disposition.D3, Channel.VISIT, matter(None, category=Category.COORDINATION), wish)
    assert (found.limit, found.basis, found.category) == (wd(11), LimitBasis.OWN_PROMISE, Category.COORDINATION)
    assert faults(wish, matter(None, category=Category.COORDINATION)) == []
    assert faults(wish, matter(None, wd(10), Category.COORDINATION)) == [("further_offices", "longer_than_statute")]
    assert faults(Wish(further_offices=21), matter(None)) == [("further_offices", "out_of_range")]


def test_a_published_promise_stands_whatever_the_number_of_offices():
    found = promise_of(Disposition.D3, Channel.VISIT, matter(wd(9)), Wish(further_offices=5))
    assert (found.limit, found.basis) == (wd(9), LimitBasis.CATALOGUE)


def test_a_limit_that_is_the_laws_own_is_called_so():
    assert promise_of(Disposition.D3, Channel.VISIT, matter(wd(15), wd(15))).basis is LimitBasis.STATUTE


def test_no_word_of_ours_passes_statute_or_promise_not_even_by_a_day():
    assert faults(Wish(limit=wd(15)), matter(None, wd(15))) == []
    assert faults(Wish(limit=wd(16)), matter(None, wd(15))) == [("limit", "longer_than_statute")]
    assert faults(Wish(limit=wd(10)), matter(wd(10), wd(15))) == []
    assert faults(Wish(limit=wd(11)), matter(wd(10), wd(15))) == [("limit", "longer_than_promise")]
    assert faults(Wish(limit=wd(5)), None, Disposition.D9) == []
    assert faults(Wish(limit=wd(6)), None, Disposition.D9) == [("limit", "longer_than_promise")]


def test_what_has_no_limit_needs_one_or_a_reason_and_never_against_the_law():
    assert faults(NO_WISH, matter(None)) == [("limit", "limit_needed")]
    why = Wish(no_limit_reason="等上级部署")
    assert faults(why, matter(None)) == []
    found = promise_of(Disposition.D3, Channel.VISIT, matter(None), why)
    assert (found.limit, found.basis, found.no_limit_reason) == (NO_LIMIT, None, "等上级部署")
    assert faults(why, matter(None, wd(15))) == [("no_limit_reason", "longer_than_statute")]
    assert faults(why, matter(wd(5))) == [("no_limit_reason", "limit_is_given")]
    assert faults(Wish(no_limit_reason="等", limit=wd(3)), matter(None)) == [("no_limit_reason", "limit_is_given")]


@pytest.mark.parametrize("wish", [Wish(limit=wd(1)), Wish(further_offices=1), Wish(no_limit_reason="等")])
def test_where_no_case_opens_nothing_is_said_of_limits(wish: Wish):
    assert faults(wish, None, Disposition.D1) == [("limit", "limit_without_case")]
    assert faults(NO_WISH, None, Disposition.D1) == []


def test_papers_start_the_clock_but_for_petitions_and_calls():
    def event(channel: Channel, of: Matter, way: Disposition = Disposition.D3) -> StartEvent:
        return promise_of(way, channel, of).start_event

    assert event(Channel.VISIT, matter(wd(5))) is StartEvent.PAPERS_COMPLETE
    assert event(Channel.PHONE, matter(wd(5))) is StartEvent.REGISTERED
    assert event(Channel.VISIT, matter(wd(5), category=Category.PETITION)) is StartEvent.REGISTERED
    assert event(Channel.VISIT, matter(wd(5)), Disposition.D4) is StartEvent.TOLD
    assert event(Channel.VISIT, matter(wd(5)), Disposition.D6) is StartEvent.REGISTERED


def test_a_petition_goes_from_now_to_half_a_month_to_a_month_and_no_further():
    half, month = Limit(unit=LimitUnit.HALF_MONTH, n=0), Limit(unit=LimitUnit.MONTH, n=1)
    for unit in (LimitUnit.IMMEDIATE, LimitUnit.SAME_DAY, LimitUnit.WHOUR, LimitUnit.HOUR):
        assert next_petition_limit(Limit(unit=unit, n=1)) == half
    assert next_petition_limit(half) == month
    assert next_petition_limit(month) is None
    assert next_petition_limit(wd(5)) is None
