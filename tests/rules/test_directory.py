"""The directory of units: what people say leads to the door, and whether it is open."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reception.rules.catalogue import CaseType, Category, Matter, Unit
from reception.rules.directory import duty_words, find_units, open_now
from reception.rules.working_calendar import WorkingCalendar
from tests.weeks import shipped_calendar

FINANCE = Unit(code="CW", name="财务处", name_en="Finance Office", place="办公楼102", duties="报销、学费缴纳、工资")
LOGISTICS = Unit(code="HQ", name="后勤保障处", name_en="Logistics", duties="宿舍报修，饭卡充值")
STUDENTS = Unit(code="XG", name="学生工作处", name_en="Student Affairs")
ALL = (FINANCE, LOGISTICS, STUDENTS)
GRANT = Matter(
    code="XG-01",
    effective_on=date(2000, 1, 1),
    name="助学金申请",
    unit_code="XG",
    category=Category.ROUTINE,
    case_type=CaseType.PROMISED,
    limit=None,
    keywords=("贫困生",),
)


def codes(text: str) -> list[str]:
    return [found.unit.code for found in find_units(ALL, (GRANT,), text)]


def test_without_words_every_unit_stands_in_its_order():
    assert codes("  ") == ["CW", "HQ", "XG"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("财务", "CW"),
        ("cw", "CW"),
        ("hqbz", "HQ"),
        ("finance", "CW"),
        ("学费", "CW"),
        ("我想问饭卡充值在哪", "HQ"),
        ("助学金", "XG"),
        ("贫困生", "XG"),
        ("宿舍 后勤", "HQ"),
    ],
)
def test_what_people_say_leads_to_the_unit(typed: str, code: str):
    assert codes(typed)[0] == code


def test_a_name_stands_before_a_duty_and_a_duty_before_a_matter():
    finance = Unit(code="A", name="报销中心")
    duty = Unit(code="B", name="乙处", duties="报销")
    matter = Matter(
        code="C-1",
        effective_on=date(2000, 1, 1),
        name="报销",
        unit_code="C",
        category=Category.ROUTINE,
        case_type=CaseType.PROMISED,
        limit=None,
    )
    found = find_units((Unit(code="C", name="丙处"), duty, finance), (matter,), "报销")
    assert [(each.unit.code, each.through) for each in found] == [("A", ""), ("B", "报销"), ("C", "报销")]


def test_what_nobody_does_finds_nothing():
    assert codes("火箭发射") == []


def test_duties_are_single_words_whatever_stands_between_them():
    assert duty_words("报销、学费；工资,学费\n医保。") == ("报销", "学费", "工资", "医保")


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    return shipped_calendar()


ZONE = ZoneInfo("Asia/Shanghai")
HOURS = "工作日 08:00-12:00 14:30-17:30"


@pytest.mark.parametrize(
    ("hours", "at", "expected"),
    [
        (HOURS, datetime(2026, 11, 24, 8, 0, tzinfo=ZONE), True),
        (HOURS, datetime(2026, 11, 24, 11, 59, 59, tzinfo=ZONE), True),
        (HOURS, datetime(2026, 11, 24, 12, 0, tzinfo=ZONE), False),
        (HOURS, datetime(2026, 11, 24, 14, 30, tzinfo=ZONE), True),
        (HOURS, datetime(2026, 11, 28, 9, 0, tzinfo=ZONE), False),
        ("周一至周五 上午8：30－12：00", datetime(2026, 11, 24, 9, 0, tzinfo=ZONE), True),
        ("24小时", datetime(2026, 11, 28, 3, 0, tzinfo=ZONE), True),
        ("电话预约", datetime(2026, 11, 24, 9, 0, tzinfo=ZONE), None),
        ("", datetime(2026, 11, 24, 9, 0, tzinfo=ZONE), None),
    ],
)
def test_a_door_is_open_within_its_hours_on_working_days(
    hours: str, at: datetime, expected: bool | None, calendar: WorkingCalendar
):
    assert open_now(hours, at, calendar) is expected
