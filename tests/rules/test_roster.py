"""Who answers for a post and a deadline: the chain, the rows of the handbook's table, and never nobody or two."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception.rules.absences import Absence, AbsenceKind, is_away, is_known_away
from reception.rules.accountability import Fault, after_final, fault_of, handed_over
from reception.rules.assignments import barred, staffed
from reception.rules.cover import gaps
from reception.rules.duty import Assignment, DutyRole, Handover, IncompatiblePosts, NamedStandIn
from reception.rules.roster import Heads, HolderNow, Post, Serves, answers, away_at, holder

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
A, B1, B2, TEMP, SECTION, UNIT = 1, 2, 3, 4, 5, 6
HEADS = Heads(section=(SECTION,), unit=(UNIT,))
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
DUE = NOW + 6 * HOUR


def post(**changes: Any) -> Post:
    values = {"id": 1, "code": "P", "name": "学籍", "unit_code": "JW", "holder_id": A, "stand_in_id": B1}
    return Post(**{**values, **changes})


def absence(of: int = A, begins: timedelta = HOUR, ends: timedelta = 30 * HOUR, **changes: Any) -> Absence:
    values: dict[str, Any] = {
        "account_id": of,
        "account": str(of),
        "kind": AbsenceKind.ANNUAL_LEAVE,
        "from_at": NOW + begins,
        "until_at": NOW + ends,
        "made_at": NOW,
        "made_by": "安",
    }
    return Absence(**{**values, **changes})


def serves(
    at: datetime, *absences: Absence, of: Post | None = None, now: datetime | None = None, **more: Any
) -> HolderNow:
    """Give who answers for the post at an instant; the present is that instant unless another is given."""
    return holder(of or post(), away_at(absences, at, now or at), **{"heads": HEADS, **more})


def note(**changes: Any) -> Handover:
    values: dict[str, Any] = {
        "absence_id": 0,
        "post_id": 1,
        "from_id": A,
        "from_name": "安",
        "to_id": B1,
        "to_name": "本",
        "made_at": NOW,
    }
    return Handover(**{**values, **changes})


def fault(*absences: Absence, handed: bool = False, of: Post | None = None, **more: Any) -> Fault:
    due = serves(DUE, *absences, of=of, **more)
    own = next((each for each in absences if each.account_id == A and is_away(each, DUE)), None)
    return fault_of(due, DUE, own, handed=handed)


def test_row_1_who_is_present_works_answers_and_is_at_fault():
    assert serves(NOW) == serves(DUE) == HolderNow(account_id=A)
    assert fault() is Fault.HOLDER


def test_row_2_after_a_hand_over_the_stand_in_answers():
    gone = absence()
    assert serves(NOW + HOUR, gone) == serves(DUE, gone) == HolderNow(account_id=B1, by=Serves.FIRST)
    assert fault(gone, handed=True) is Fault.SERVING


@pytest.mark.parametrize("kind", [AbsenceKind.SICK_LEAVE, AbsenceKind.UNPLANNED])
def test_row_3_where_no_hand_over_was_possible_the_fault_is_shared(kind: AbsenceKind):
    gone = absence(kind=kind)
    assert serves(DUE, gone).account_id == B1
    assert fault(gone) is Fault.SHARED


def test_row_4_a_hand_over_that_was_omitted_is_the_holders_fault():
    gone = absence()
    assert serves(DUE, gone).account_id == B1
    assert fault(gone) is Fault.HOLDER


def test_row_5_what_was_overdue_before_the_holder_left_stays_the_holders():
    gone = absence(begins=8 * HOUR)
    assert serves(NOW + 9 * HOUR, gone).account_id == B1
    assert serves(DUE, gone) == HolderNow(account_id=A)
    assert fault(gone) is Fault.HOLDER


def test_row_6_who_is_back_before_the_due_moment_answers_again():
    back = absence(returned_at=NOW + 3 * HOUR)
    assert serves(NOW + 2 * HOUR, back).account_id == B1
    assert serves(NOW + 4 * HOUR, back).account_id == serves(DUE, back).account_id == A
    assert fault(back) is Fault.HOLDER


def test_row_7_a_planned_return_that_nobody_confirmed_changes_nothing():
    late = absence(ends=2 * HOUR)
    assert serves(NOW + 3 * HOUR, late).account_id == serves(DUE, late).account_id == B1


def test_row_8_the_second_stand_in_follows_the_first():
    found = serves(DUE, absence(), absence(B1), of=post(second_id=B2))
    assert found == HolderNow(account_id=B2, by=Serves.SECOND)
    assert fault(absence(), absence(B1), of=post(second_id=B2), handed=True) is Fault.SERVING


def test_row_9_whoever_was_named_for_the_gap_follows_the_stand_ins():
    gone = (absence(), absence(B1), absence(B2))
    assert serves(DUE, *gone, of=post(second_id=B2), named=(TEMP,)) == HolderNow(account_id=TEMP, by=Serves.NAMED)
    assert fault(*gone, of=post(second_id=B2), named=(TEMP,)) is Fault.SERVING


def test_row_10_with_nobody_named_it_is_the_section_head_then_the_unit_head():
    gone = (absence(), absence(B1))
    assert serves(DUE, *gone) == HolderNow(account_id=SECTION, by=Serves.SECTION_HEAD)
    assert serves(DUE, *gone, absence(SECTION)) == HolderNow(account_id=UNIT, by=Serves.UNIT_HEAD)
    assert fault(*gone) is Fault.SECTION_HEAD


def test_row_11_a_stand_in_who_falls_ill_restarts_the_chain_at_that_minute():
    ill = absence(B1, begins=2 * HOUR, kind=AbsenceKind.SICK_LEAVE, made_at=NOW + 2 * HOUR)
    before, after = NOW + 2 * HOUR - MINUTE, NOW + 2 * HOUR
    assert serves(before, absence(), ill).account_id == B1
    assert serves(after, absence(), ill).account_id == SECTION
    assert serves(after, absence(), ill, of=post(second_id=B2)).account_id == B2


def test_row_12_what_a_head_gives_to_somebody_beats_the_chain():
    assert answers(TEMP, [], B1, {A}) == TEMP
    assert fault_of(HolderNow(account_id=TEMP), DUE, absence(), handed=False, assigned=True) is Fault.SERVING


def test_row_13_while_the_one_it_was_given_to_is_away_his_posts_stand_in_works_on_it():
    assert answers(TEMP, [TEMP, B2], A, {TEMP}) == B2
    assert answers(TEMP, [], A, {TEMP}) == A
    assert answers(None, [B2], B1, {A}) == B1


def test_row_14_half_an_hour_moves_nothing():
    short = absence(kind=AbsenceKind.SHORT, begins=HOUR, ends=HOUR + 30 * MINUTE)
    assert serves(NOW + HOUR + 30 * MINUTE, short).account_id == A
    assert serves(NOW + HOUR + 31 * MINUTE, short).account_id == B1


def assigned(account_id: int, role: DutyRole = DutyRole.A, begins: int = 0, ends: int | None = None) -> Assignment:
    day = NOW.date()
    return Assignment(
        id=account_id,
        post_id=1,
        account_id=account_id,
        role=role,
        from_on=day + timedelta(days=begins),
        to_on=None if ends is None else day + timedelta(days=ends),
        made_at=NOW,
        made_by="安",
    )


def test_row_15_a_new_holder_holds_from_the_day_and_answers_once_the_last_note_is_accepted():
    change = (assigned(A, ends=2), assigned(TEMP, begins=3))
    days = [staffed(post(), change, NOW.date() + timedelta(days=ahead), NOW).holder_id for ahead in (2, 3)]
    assert days == [A, TEMP]
    final = note(to_id=TEMP, absence_id=None)
    assert after_final(None, TEMP, DUE) == TEMP
    assert after_final(final, TEMP, DUE) == A
    assert after_final(replace(final, accepted_at=DUE), TEMP, DUE) == TEMP
    assert after_final(replace(final, accepted_at=DUE + MINUTE), TEMP, DUE) == A


def test_row_16_an_absence_that_is_entered_afterwards_rewrites_nothing():
    late = absence(made_at=DUE + HOUR)
    assert serves(DUE, late, now=DUE + 2 * HOUR) == HolderNow(account_id=A)
    assert (is_known_away(late, DUE), is_away(late, DUE)) == (False, True)
    assert serves(DUE + HOUR, late).account_id == B1
    assert fault(late, now=DUE + 2 * HOUR) is Fault.TO_DECIDE


def test_row_17_who_holds_an_incompatible_post_never_stands_in():
    pairs = [IncompatiblePosts(id=1, post_id=2, other_id=1, reason="会计与出纳")]
    other = post(id=2, code="Q", holder_id=B1, stand_in_id=None)
    kept = barred(1, [post(), other], pairs)
    assert kept == {B1}
    assert barred(2, [post(), other], pairs) == {A}
    assert serves(DUE, absence(), barred=kept).account_id == SECTION
    assert serves(DUE, absence(), barred=kept, of=post(second_id=B2)).account_id == B2
    assert serves(DUE, absence(), absence(B2), barred=kept, named=(TEMP,)).account_id == TEMP


def test_a_note_counts_unless_the_return_made_it():
    gone = absence(id=7)
    assert handed_over([note(absence_id=7)], gone)
    assert not handed_over([note(absence_id=8)], gone)
    assert not handed_over([note(absence_id=7, made_at=DUE)], replace(gone, returned_at=DUE))


def test_a_planned_end_ends_an_absence_in_the_future_only():
    planned = absence(ends=2 * HOUR)
    assert serves(DUE, planned, now=NOW).account_id == A
    overdue = absence(begins=-3 * HOUR, ends=-HOUR, made_at=NOW - 4 * HOUR)
    assert serves(DUE, overdue, now=NOW).account_id == B1


def test_a_post_with_two_stand_ins_is_uncovered_only_while_all_three_are_away():
    stretch = (NOW, NOW + 8 * HOUR)
    first, second = absence(B1, 0 * HOUR, 4 * HOUR), absence(B2, 2 * HOUR, 6 * HOUR)
    (gap,) = gaps([post(second_id=B2)], A, stretch, [first, second], NOW)
    assert (gap.from_at, gap.until_at, gap.others) == (NOW + 2 * HOUR, NOW + 4 * HOUR, (B1, B2))


def test_a_named_stand_in_closes_a_gap_unless_he_is_away_himself():
    stretch = (NOW, NOW + 8 * HOUR)
    named = NamedStandIn(
        post_id=1, account_id=TEMP, from_at=NOW + HOUR, until_at=NOW + 5 * HOUR, named_by="凯", made_at=NOW
    )
    found = gaps([post(stand_in_id=None)], A, stretch, [absence(TEMP, 2 * HOUR, 3 * HOUR)], NOW, [named])
    assert [(gap.from_at - NOW, gap.until_at - NOW) for gap in found] == [
        (0 * HOUR, HOUR),
        (2 * HOUR, 3 * HOUR),
        (5 * HOUR, 8 * HOUR),
    ]


people = st.integers(1, 6)
minutes = st.integers(-600, 600).map(lambda count: NOW + count * MINUTE)


@st.composite
def absences_of(draw: st.DrawFn) -> list[Absence]:
    found = []
    for _ in range(draw(st.integers(0, 12))):
        begins = draw(minutes)
        returned = draw(st.none() | minutes.map(lambda at, begins=begins: max(at, begins)))
        found.append(
            absence(
                draw(people),
                kind=draw(st.sampled_from(AbsenceKind)),
                from_at=begins,
                until_at=begins + draw(st.integers(1, 900)) * MINUTE,
                made_at=draw(minutes),
                returned_at=returned,
                cancelled_at=draw(st.none() | st.just(NOW)) if returned is None else None,
            )
        )
    return found


@st.composite
def assignments_of(draw: st.DrawFn) -> list[Assignment]:
    found = []
    for number in range(draw(st.integers(0, 8))):
        begins = draw(st.integers(-2, 2))
        made = assigned(draw(people), draw(st.sampled_from(DutyRole)), begins, draw(st.none() | st.integers(-3, 3)))
        found.append(replace(made, id=number, made_at=draw(minutes)))
    return found


@settings(max_examples=1000, deadline=None)
@given(
    st.builds(post, holder_id=people, stand_in_id=st.none() | people, second_id=st.none() | people),
    assignments_of(),
    absences_of(),
    st.lists(people, max_size=2),
    st.builds(Heads, section=st.lists(people, max_size=2).map(tuple), unit=st.lists(people, max_size=1).map(tuple)),
    st.frozensets(people, max_size=3),
    st.none() | people,
)
def test_at_no_minute_does_a_case_belong_to_nobody_or_to_two(
    of: Post,
    made: Sequence[Assignment],
    absences: list[Absence],
    named: list[int],
    heads: Heads,
    kept_apart: frozenset[int],
    given_to: int | None,
):
    """At every minute at which anything changes, and just before, exactly one answers, who is there if anybody is."""
    turns = {NOW} | {each.made_at for each in made}
    for each in absences:
        turns |= {each.from_at, each.until_at, each.made_at, each.returned_at or NOW}
    for at in sorted(turns | {turn - MINUTE for turn in turns}):
        then = staffed(of, made, at.date(), at)
        gone = away_at(absences, at, at)
        found = holder(then, gone, named=named, heads=heads, barred=kept_apart)
        asked = [then.holder_id]
        asked += [each for each in (*then.stand_ins, *named, *heads.section, *heads.unit) if each not in kept_apart]
        there = [each for each in asked if each not in gone]
        assert found.account_id == (there[0] if there else found.account_id)
        assert (found.by is Serves.NOBODY) == (not there)
        assert found.account_id in asked
        works = [each for each in range(1, 7) if each == answers(given_to, [], found.account_id, gone)]
        assert len(works) == 1
        assert given_to is None or works == [given_to if given_to not in gone else found.account_id]
