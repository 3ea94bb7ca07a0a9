"""What a draft must hold before it is recorded."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.inquiries import Channel, Disposition, GuideMode, Paper, Scope
from reception.rules.inquiry_check import TEXTS, check, fits, tidy
from reception.rules.visitors import ANONYMOUS, REFUSED
from tests.drafts import draft_of

NOW = datetime(2026, 11, 24, 2, 26, tzinfo=UTC)


def reasons(disposition: Disposition, **changes: Any) -> set[tuple[str, str]]:
    return {(each.field, each.code) for each in check(tidy(draft_of(disposition, **changes)), NOW)}


@pytest.mark.parametrize("principal", ["", ANONYMOUS, REFUSED])
def test_an_agent_comes_for_somebody_who_is_named(principal: str) -> None:
    found = reasons(Disposition.D1, person_name=principal, agent_name="王建国")
    assert ("person_name", "agent_without_principal") in found


@pytest.mark.parametrize("known", [{"agent_phone": "13911113333"}, {"agent_relation": "父亲"}])
def test_what_is_known_of_an_agent_needs_his_name(known: dict[str, str]) -> None:
    assert reasons(Disposition.D9, **known) == {("agent_name", "required")}
    assert reasons(Disposition.D9, agent_name="王建国", **known) == set()


@pytest.mark.parametrize("known", [{"agent_name": "王建国"}, {"agent_name": "王建国", "agent_phone": "13911113333"}])
def test_an_agent_is_told_why_his_name_is_kept(known: dict[str, str]) -> None:
    told = reasons(Disposition.D9, privacy_told=False, **known)
    assert ("privacy_told", "privacy_not_told") in told


def test_a_group_of_which_nobody_told_the_leader_is_recorded_all_the_same() -> None:
    assert reasons(Disposition.D1, person_count=60, leader_told=False) == set()


@pytest.mark.parametrize("disposition", Disposition)
def test_each_way_has_a_draft_that_may_be_recorded(disposition: Disposition) -> None:
    assert reasons(disposition) == set()


@pytest.mark.parametrize(
    ("disposition", "field"),
    [
        (Disposition.D2, "matter"),
        (Disposition.D2, "result"),
        (Disposition.D3, "person_name"),
        (Disposition.D3, "phone"),
        (Disposition.D3, "matter"),
        (Disposition.D4, "matter"),
        (Disposition.D5A, "to_person"),
        (Disposition.D5B, "person_name"),
        (Disposition.D5B, "phone"),
        (Disposition.D5B, "to_post"),
        (Disposition.D6, "person_name"),
        (Disposition.D6, "phone"),
        (Disposition.D6, "to_post"),
        (Disposition.D7, "to_unit"),
        (Disposition.D8, "answer"),
        (Disposition.D9, "person_name"),
        (Disposition.D9, "phone"),
    ],
)
def test_a_field_that_the_way_demands_is_missed_at_its_place(disposition: Disposition, field: str) -> None:
    assert field in {place for place, _ in reasons(disposition, **{field: ""})}


def test_all_mistakes_are_told_at_once() -> None:
    found = reasons(Disposition.D6, person_name="", phone="", to_post="", papers=None, channel=None, person_kind=None)
    assert {place for place, _ in found} >= {"person_name", "phone", "to_post", "papers", "channel", "person_kind"}


def test_no_record_ends_without_an_outcome() -> None:
    draft = replace(draft_of(), disposition=None)
    assert [(each.field, each.code) for each in check(draft, NOW)] == [("disposition", "required")]


def test_the_guide_mode_of_d5a_must_be_chosen() -> None:
    assert reasons(Disposition.D5A, guide_mode=None) == {("guide_mode", "required")}


def test_d5a_and_led_may_be_recorded() -> None:
    assert reasons(Disposition.D5A, guide_mode=GuideMode.POINTED) == set()


def test_a_record_needs_a_summary_or_a_matter() -> None:
    assert reasons(Disposition.D1, summary="") == {("summary", "summary_or_matter")}
    assert reasons(Disposition.D1, summary="", matter="JW-01") == set()


def test_no_papers_said_is_not_the_same_as_nothing_said() -> None:
    assert reasons(Disposition.D6, papers=()) == set()
    assert reasons(Disposition.D6, papers=None) == {("papers", "papers_or_none")}


@pytest.mark.parametrize("disposition", Disposition)
def test_every_phone_record_names_the_caller_and_his_phone(disposition: Disposition) -> None:
    found = reasons(disposition, channel=Channel.PHONE, person_name="", phone="", privacy_told=None)
    assert {"person_name", "phone"} <= {place for place, _ in found}


def test_a_caller_may_refuse_name_and_phone() -> None:
    changes = {"channel": Channel.PHONE, "person_name": REFUSED, "phone": REFUSED, "privacy_told": False}
    assert reasons(Disposition.D1, **changes) == set()


@pytest.mark.parametrize("disposition", [Disposition.D1, Disposition.D2, Disposition.D7, Disposition.D8])
def test_a_visitor_who_is_owed_nothing_may_be_anonymous(disposition: Disposition) -> None:
    assert reasons(disposition, person_name=ANONYMOUS, phone="", privacy_told=False) == set()


@pytest.mark.parametrize("disposition", [Disposition.D3, Disposition.D5B, Disposition.D6, Disposition.D9])
def test_a_visitor_who_is_owed_something_may_not_be_anonymous(disposition: Disposition) -> None:
    assert ("person_name", "not_anonymous") in reasons(disposition, person_name=ANONYMOUS)


def test_the_visitor_is_told_before_his_name_is_recorded() -> None:
    told = {"person_name": "张三", "privacy_told": False}
    assert reasons(Disposition.D1, **told) == {("privacy_told", "privacy_not_told")}


def test_nobody_there_demands_a_phone_and_a_place_is_not_enough() -> None:
    changes = {"nobody_there": True, "told_phone": "", "told_place": "办公楼301"}
    assert reasons(Disposition.D7, **changes) == {("told_phone", "nobody_there_phone")}


def test_a_guided_visitor_was_told_a_phone_or_a_place() -> None:
    assert reasons(Disposition.D7, told_phone="", told_place="") == {("told_phone", "told_phone_or_place")}
    assert reasons(Disposition.D7, told_phone="", told_place="办公楼301") == set()


def test_a_way_must_follow_from_the_answer_to_the_duty_question() -> None:
    assert reasons(Disposition.D1, scope=Scope.OTHER_UNIT) == {("disposition", "scope_and_disposition")}
    assert all(fits(scope, Disposition.D10) for scope in Scope)


def test_a_contact_in_the_future_is_refused_and_a_clock_five_minutes_fast_is_not() -> None:
    assert reasons(Disposition.D1, received_at=NOW + timedelta(minutes=5)) == set()
    late = NOW + timedelta(minutes=5, seconds=1)
    assert reasons(Disposition.D1, received_at=late) == {("received_at", "in_the_future")}


def test_a_contact_before_the_first_known_working_day_is_refused_at_its_field() -> None:
    earliest = datetime(2004, 1, 2, tzinfo=UTC)
    assert reasons(Disposition.D1, received_at=earliest) == set()
    earlier = earliest - timedelta(minutes=1)
    assert reasons(Disposition.D1, received_at=earlier) == {("received_at", "too_long_ago")}


def test_a_contact_does_not_end_before_it_begins() -> None:
    changes = {"received_at": NOW, "ended_at": NOW - timedelta(minutes=1)}
    assert reasons(Disposition.D1, **changes) == {("ended_at", "ends_before_start")}


@pytest.mark.parametrize("count", [0, -1, 10_000])
def test_an_impossible_number_of_people_is_refused(count: int) -> None:
    assert reasons(Disposition.D1, person_count=count) == {("person_count", "out_of_range")}


def test_every_text_that_is_too_long_is_told_at_its_field() -> None:
    long = {name: "长" * (limit + 1) for name, limit in TEXTS.items()}
    with pytest.raises(Invalid) as refused:
        tidy(draft_of(**long, papers=(Paper(name="纸" * 101),)))
    assert {each.field for each in refused.value.reasons} == {*TEXTS, "papers.1.name"}


@given(st.text(max_size=200), st.text(max_size=200))
def test_whatever_is_typed_is_kept_clean_or_refused_at_its_field(name: str, detail: str) -> None:
    fields = {"person_name", "detail"}
    try:
        tidied = tidy(draft_of(person_name=name, detail=detail))
    except Invalid as refused:
        strangers = {each.field for each in refused.reasons} - fields
    else:
        strangers = {field for field in fields if getattr(tidy(tidied), field) != getattr(tidied, field)}
    assert not strangers
