"""Who was told everything the first time, who had to come only once."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

import pytest

from reception.rules.notices import SecondReason
from reception.rules.once import (
    WINDOW_DAYS,
    Grouping,
    Period,
    Slip,
    Told,
    Visit,
    first_visits,
    later_slips,
    lines,
    month_before,
    month_of,
    quarter_of,
    stories,
    told_cases,
    whole,
    year_of,
)
from reception.rules.ratios import Ratio
from tests.weeks import local

START, END = local("2026-11-01 00:00"), local("2026-12-01 00:00")
LATER = local("2027-06-01 00:00")
OMITTED = SecondReason.OMISSION
_ids = count(1)


def slip(inquiry: int, at: str, by: int = 1, why: SecondReason | None = None, matter: str = "JW-03") -> Slip:
    return Slip(
        id=next(_ids), inquiry_id=inquiry, matter_code=matter, issued_at=local(at), by_id=by, by=f"人{by}", why=why
    )


def visit(inquiry: int, at: str, by: int = 1, matter: str = "JW-03") -> Visit:
    return Visit(id=inquiry, matter_code=matter, at=local(at), by_id=by, by=f"人{by}")


def told(*slips: Slip, story_of: dict[int, int] | None = None) -> tuple[Told, ...]:
    return told_cases(slips, story_of or {}, START, END)


def test_records_that_go_on_from_each_other_are_one_story_in_any_order_of_links():
    links = [(7, 3), (9, 7), (4, 2), (12, 9), (11, 4), (11, 12)]
    assert stories(links) == dict.fromkeys((2, 3, 4, 7, 9, 11, 12), 2)
    assert stories(reversed(links)) == stories(links)
    assert stories([]) == {}


def test_a_case_without_an_omission_was_told_whole():
    assert [each.whole for each in told(slip(1, "2026-11-03 10:00"))] == [True]
    others = [why for why in SecondReason if why is not OMITTED]
    assert [told(slip(1, "2026-11-03 10:00"), slip(1, "2026-11-05 10:00", why=why))[0].whole for why in others] == [
        True
    ] * len(others)


def test_an_omission_counts_its_case_once_however_often_it_is_told():
    found = told(
        slip(1, "2026-11-03 10:00"),
        slip(1, "2026-11-05 10:00", why=OMITTED),
        slip(1, "2026-11-06 10:00", why=OMITTED),
    )
    assert [each.whole for each in found] == [False]


def test_a_return_visit_is_the_same_case():
    first, second = slip(1, "2026-11-03 10:00"), slip(8, "2026-11-10 10:00", why=OMITTED)
    (case,) = told(first, second, story_of={1: 1, 8: 1})
    assert (case.whole, case.inquiry_id) == (False, 8)
    assert len(told(first, second)) == 2


def test_two_matters_of_one_story_are_two_cases():
    found = told(
        slip(1, "2026-11-03 10:00"),
        slip(8, "2026-11-10 10:00", matter="JW-04"),
        story_of={1: 1, 8: 1},
    )
    assert sorted(each.matter_code for each in found) == ["JW-03", "JW-04"]


def test_who_left_it_out_answers_for_it_and_not_who_owned_up():
    (case,) = told(slip(1, "2026-10-28 10:00", by=1), slip(1, "2026-11-05 10:00", by=2, why=OMITTED))
    assert (case.officer_id, case.whole) == (1, False)


def test_a_case_counts_in_the_periods_in_which_it_was_told():
    early = (slip(1, "2026-10-31 23:59"), slip(1, "2026-12-01 00:00", why=OMITTED))
    assert told(*early) == ()
    assert [each.whole for each in told(*early, slip(1, "2026-11-30 23:59"))] == [True]


def test_a_second_slip_is_one_for_a_case_that_had_one_before():
    slips = (
        slip(1, "2026-10-20 10:00"),
        slip(8, "2026-11-03 10:00"),
        slip(8, "2026-11-04 10:00", why=OMITTED),
        slip(5, "2026-11-04 10:00"),
        slip(5, "2026-12-04 10:00"),
    )
    found = later_slips(slips, {1: 1, 8: 1}, START, END)
    assert [each.inquiry_id for each in found] == [8, 8]


@pytest.mark.parametrize(("days", "again"), [(1, (2,)), (WINDOW_DAYS, (2,)), (WINDOW_DAYS + 1, ())])
def test_who_comes_again_within_the_window_did_not_come_once(days: int, again: tuple[int, ...]):
    first = visit(1, "2026-11-03 10:00")
    second = Visit(id=2, matter_code="JW-03", at=first.at + timedelta(days=days), by_id=2, by="人2")
    (came,) = first_visits((second, first), {1: 1, 2: 1}, START, END, LATER)
    assert (came.inquiry_id, came.again, came.officer_id) == (1, again, 1)


def test_visits_that_nobody_linked_or_for_another_matter_are_no_second_ones():
    unlinked = first_visits((visit(1, "2026-11-03 10:00"), visit(2, "2026-11-04 10:00")), {}, START, END, LATER)
    assert [each.again for each in unlinked] == [(), ()]
    other = (visit(1, "2026-11-03 10:00"), visit(2, "2026-11-04 10:00", matter="JW-04"))
    assert [each.again for each in first_visits(other, {1: 1, 2: 1}, START, END, LATER)] == [(), ()]


def test_who_came_first_before_the_period_belongs_to_the_period_before():
    came = (visit(1, "2026-10-31 23:59"), visit(2, "2026-11-04 10:00"))
    assert first_visits(came, {1: 1, 2: 1}, START, END, LATER) == ()


def test_a_window_that_is_not_over_counts_neither_way():
    visits = (visit(1, "2026-11-03 10:00"), visit(5, "2026-11-03 10:00"), visit(6, "2026-11-04 10:00"))
    now = local("2026-12-03 10:00")
    came = first_visits(visits, {5: 5, 6: 5}, START, END, now)
    (line,) = lines((), came, Grouping.MATTER, {}, {})
    assert (line.once, line.came_lately) == (Ratio(part=0, of=0), (1, 5))
    assert line.once.percent == "—"
    (line,) = lines((), first_visits(visits, {5: 5, 6: 5}, START, END, now + timedelta(seconds=1)), *_BY_MATTER)
    assert (line.once, line.came_once, line.came_again) == (Ratio(part=1, of=2), (1,), (5,))


_BY_MATTER = (Grouping.MATTER, {"JW-03": "补办学生证", "CW": "计划财务处"}, {"JW-03": "JW", "CW-01": "CW"})


def test_the_rates_are_listed_by_matter_unit_or_officer_and_add_up_alike():
    cases = told(
        slip(1, "2026-11-03 10:00", by=1),
        slip(2, "2026-11-03 10:00", by=2),
        slip(2, "2026-11-05 10:00", by=1, why=OMITTED),
        slip(3, "2026-11-03 10:00", by=2, matter="CW-01"),
    )
    came = first_visits((visit(1, "2026-11-03 10:00"), visit(2, "2026-11-03 10:00", by=2)), {}, START, END, LATER)
    _by, names, units = _BY_MATTER
    by_matter = lines(cases, came, Grouping.MATTER, names, units)
    by_unit = lines(cases, came, Grouping.UNIT, names, units)
    by_officer = lines(cases, came, Grouping.OFFICER, names, units)
    assert [(each.key, each.name, each.told.percent) for each in by_matter] == [
        ("JW-03", "补办学生证", "50.0%"),
        ("CW-01", "CW-01", "100.0%"),
    ]
    assert [(each.name, each.told) for each in by_unit] == [
        ("JW", Ratio(part=1, of=2)),
        ("计划财务处", Ratio(part=1, of=1)),
    ]
    assert {each.name: each.told.percent for each in by_officer} == {"人1": "100.0%", "人2": "50.0%"}
    for found in (by_matter, by_unit, by_officer):
        assert (sum(each.told.part for each in found), sum(each.told.of for each in found)) == (2, 3)
        assert sum(each.once.of for each in found) == 2
        together = whole(found, "合计")
        assert (together.told, together.once, together.told_short) == (Ratio(part=2, of=3), Ratio(part=2, of=2), (2,))
    assert whole((), "合计").told.percent == "—"


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        (month_of, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        (month_of, date(2028, 2, 1), date(2028, 2, 1), date(2028, 2, 29)),
        (month_before, date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (quarter_of, date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        (quarter_of, date(2026, 2, 28), date(2026, 1, 1), date(2026, 3, 31)),
        (quarter_of, date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30)),
        (year_of, date(2028, 2, 29), date(2028, 1, 1), date(2028, 12, 31)),
    ],
)
def test_a_period_is_of_the_calendar(period: Callable[[date], Period], day: date, first: date, last: date):
    assert period(day) == Period(first_on=first, last_on=last)
