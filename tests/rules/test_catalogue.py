"""The rules of a matter: limits against the statute, editions by day, texts made clean."""

import dataclasses
from datetime import date

import pytest

from reception.rules.catalogue import (
    CaseType,
    Category,
    Material,
    Matter,
    check_matter,
    in_force,
    longer_than,
    statutory_pair,
)
from reception.rules.limits import Limit, LimitUnit
from reception.rules.office import Office
from reception.rules.staff import Account, Role
from reception.rules.text_lengths import cleaned

MATTER = Matter(
    code="JW-03",
    effective_on=date(2026, 1, 1),
    name="补办学生证",
    unit_code="JW",
    category=Category.ROUTINE,
    case_type=CaseType.PROMISED,
    limit=Limit(unit=LimitUnit.WD, n=5),
    materials=(Material(no=1, name="申请表"),),
)


def limit(text: str) -> Limit:
    unit, _, number = text.partition(" ")
    return Limit(unit=LimitUnit(unit), n=int(number or 0))


def codes(matter: Matter) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in check_matter(matter)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("15 working days under the national measure", "WD 15"),
        ("15 calendar days from receipt; one extension of 15 days", "CD 15"),
        ("within 1 month", "MONTH 1"),
        ("20个工作日", "WD 20"),
        ("收到之日起15日内", "CD 15"),
        ("3个月", "MONTH 3"),
        ("1 working day", "WD 1"),
    ],
)
def test_a_statutory_text_gives_its_pair(text: str, pair: str):
    assert statutory_pair(text) == limit(pair)


@pytest.mark.parametrize("text", ["", "none", "无规定", "as the rules say", "soon: 5"])
def test_a_statutory_text_without_a_number_of_days_gives_none(text: str):
    assert statutory_pair(text) is None


@pytest.mark.parametrize(
    ("promised", "statutory", "longer"),
    [
        ("WD 5", "WD 5", False),
        ("WD 6", "WD 5", True),
        ("WD 10", "CD 15", False),
        ("WD 11", "CD 15", True),
        ("HALF_MONTH", "CD 15", False),
        ("HALF_MONTH", "CD 14", True),
        ("MONTH 1", "WD 20", True),
        ("HOUR 24", "WD 1", False),
        ("IMMEDIATE 30", "WD 1", False),
        ("SAME_DAY", "WD 1", False),
        ("WHOUR 35", "WD 5", False),
        ("WHOUR 36", "WD 5", True),
        ("IMMEDIATE 2100", "WD 5", False),
        ("IMMEDIATE 2101", "WD 5", True),
        ("WHOUR 1000", "MONTH 1", True),
        ("WHOUR 7", "CD 2", False),
    ],
)
def test_a_promise_is_measured_against_the_statute(promised: str, statutory: str, longer: bool):
    assert longer_than(limit(promised), limit(statutory)) is longer


def test_a_matter_in_order_has_nothing_against_it():
    assert codes(MATTER) == []


def test_everything_against_a_matter_is_told_at_once():
    wrong = dataclasses.replace(
        MATTER,
        name="",
        unit_code="",
        statutory_limit=Limit(unit=LimitUnit.WD, n=3),
        materials=(Material(no=1, name=""), Material(no=3, name="x", copies=100)),
    )
    assert codes(wrong) == [
        ("name", "required"),
        ("unit_code", "required"),
        ("limit", "longer_than_statute"),
        ("materials.1.name", "required"),
        ("materials.3.original", "out_of_range"),
        ("materials", "materials_not_numbered"),
    ]


def test_only_a_matter_in_use_needs_a_limit():
    without = dataclasses.replace(MATTER, limit=None)
    assert codes(without) == [("limit", "matter_without_limit")]
    assert codes(dataclasses.replace(without, active=False)) == []


def test_the_edition_of_a_day_is_the_latest_that_has_begun():
    second = dataclasses.replace(MATTER, edition=2, effective_on=date(2026, 6, 1))
    third = dataclasses.replace(MATTER, edition=3, effective_on=date(2026, 6, 1))
    every = (third, MATTER, second)
    assert in_force(every, date(2025, 12, 31)) is None
    assert in_force(every, date(2026, 1, 1)) == MATTER
    assert in_force(every, date(2026, 5, 31)) == MATTER
    assert in_force(every, date(2026, 6, 1)) == third


def test_texts_of_a_matter_are_cleaned_to_the_last_row():
    dirty = dataclasses.replace(
        MATTER,
        name=" 补办\u200b学生证 ",
        keywords=("学生证", " ", "xsz\x00"),
        materials=(Material(no=1, name="申请\u202e表"),),
    )
    tidy, reasons = cleaned(dirty)
    assert reasons == ()
    assert (tidy.name, tidy.keywords, tidy.materials[0].name) == ("补办学生证", ("学生证", "xsz"), "申请表")


def test_a_text_that_cannot_be_kept_is_told_at_its_field_and_left_as_it_is():
    office = Office(name="处" * 101, short_name="教务\ue000")
    kept, reasons = cleaned(office)
    assert kept == office
    assert [(reason.field, reason.code) for reason in reasons] == [("name", "too_long"), ("short_name", "private_use")]


def test_the_blank_inside_a_chinese_name_goes():
    account, _ = cleaned(Account(name="王  芳", roles=(Role.CLERK,), password_hash=""))
    assert account.name == "王芳"
