"""Who may be one person under two names, and how long a matter counts as repeated."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.rules.inquiries import PersonKind
from reception.rules.recognition import Visitor, look_alike, near_forms, near_name, repeats_since
from reception.rules.working_calendar import DayOverride, WorkingCalendar

THEN = datetime(2026, 11, 24, 2, 26, tzinfo=UTC)


def visitor(number: int, name: str = "林晓舟", phone: str = "", person_no: str = "", unit: str = "") -> Visitor:
    return Visitor(
        id=number,
        name=name,
        phone=phone,
        person_no=person_no,
        person_unit=unit,
        person_kind=PersonKind.UNDERGRADUATE,
        first_seen_at=THEN,
        last_seen_at=THEN,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张伟", "章伟"),
        ("林晓舟", "林小舟"),
        ("林晓舟", "林晓周"),
        ("单明", "陕明"),
        ("欧阳小明", "欧阳晓铭"),
        ("阿卜杜拉·买买提", "阿不杜拉·买买提"),
        ("Müller Anna", "Muller Anna"),
        ("诸葛孔明", "诸葛明"),
    ],
)
def test_names_that_sound_alike_or_differ_in_one_character_are_near(one: str, other: str):
    assert near_name(one, other)
    assert near_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张三", "张三"),
        ("张三", "张四"),
        ("张三", "张三丰"),
        ("林晓舟", "周晓林"),
        ("", "张三"),
        ("王芳", "李娜"),
        ("林晓舟", "林大船"),
    ],
)
def test_the_same_name_and_those_that_differ_in_more_are_not_near(one: str, other: str):
    assert not near_name(one, other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_nearness_is_mutual_and_any_text_is_answered(one: str, other: str):
    assert near_name(one, other) == near_name(other, one)


def test_the_places_at_which_a_character_may_differ():
    assert near_forms("林晓舟") == (("", "晓舟"), ("林", "舟"), ("林晓", ""))
    assert near_forms("张三") == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (visitor(1, phone="1"), visitor(2, phone="2"), True),
        (visitor(1, name="张三", person_no="7"), visitor(2, name="李四", person_no="7"), True),
        (visitor(1, person_no="7"), visitor(2, person_no="8"), False),
        (visitor(1, name="林小舟", phone="1"), visitor(2, phone="1"), True),
        (visitor(1, name="林小舟", unit="数学学院"), visitor(2, unit="数学学院"), True),
        (visitor(1, name="林小舟", unit="数学学院"), visitor(2, unit="物理学院"), False),
        (visitor(1, name="林老师", phone="1"), visitor(2, phone="1"), True),
        (visitor(1, name="周敏", phone="1"), visitor(2, phone="1"), False),
        (visitor(1), visitor(1), False),
    ],
)
def test_two_look_alike_by_number_name_or_a_near_name_with_more_in_common(one: Visitor, other: Visitor, alike: bool):
    assert look_alike(one, other) is alike
    assert look_alike(other, one) is alike


def test_ten_working_days_are_counted_back_over_weekends():
    calendar = WorkingCalendar(years=())
    assert repeats_since(calendar, date(2026, 11, 24)) == date(2026, 11, 10)
    assert repeats_since(calendar, date(2026, 11, 22)) == date(2026, 11, 9)


def test_ten_working_days_reach_over_a_long_holiday():
    off = tuple(DayOverride(on=date(2026, 11, day), works=False, reason="校庆", layer=3) for day in (16, 17, 18))
    assert repeats_since(WorkingCalendar(years=(), overrides=off), date(2026, 11, 24)) == date(2026, 11, 5)
