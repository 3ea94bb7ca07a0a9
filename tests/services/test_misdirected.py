"""What people wrongly come to us for: counted by unit and by what they wanted, with the records behind."""

import dataclasses
from datetime import date

from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.misdirected import Guided, wanted
from reception.rules.once import Period
from reception.services import catalogue, corrections, directory, inquiries, misdirected, register
from reception.services.desk import Desk
from tests.cast import Clock
from tests.drafts import draft_of

TODAY = Period(first_on=date(2026, 11, 24), last_on=date(2026, 11, 24))


def guided(desk: Desk, summary: str, **changes: object) -> int:
    return inquiries.record(desk, draft_of(Disposition.D7, summary=summary, **changes)).inquiry.id


def lines(desk: Desk, period: Period = TODAY) -> list[tuple[str, str, int]]:
    return [(each.unit, each.what, each.count) for each in misdirected.of_period(desk, period)]


def test_the_same_wish_in_other_words_is_one_line(desk: Desk):
    unit = next(each for each in catalogue.units(desk) if each.code == "CW")
    directory.save_unit(desk, dataclasses.replace(unit, duties="学费、学费退费"))
    first = guided(desk, "请问学费退费在哪里办？")
    second = guided(desk, "想问学费退费")
    guided(desk, "交学费")
    guided(desk, "您好，打印机在哪")
    guided(desk, "打印机")
    assert (
        lines(desk) == [("计划财务处", "学费退费", 2), ("计划财务处", "打印机", 2), ("计划财务处", "学费", 1)]
        or lines(desk)
        == [
            ("计划财务处", "学费退费", 2),
            ("计划财务处", "打印机", 2),
            ("计划财务处", "学费", 1),
        ][::1]
    )
    line = next(each for each in misdirected.of_period(desk, TODAY) if each.what == "学费退费")
    assert {each.id for each in register.some(desk, line.ids)} == {first, second}


def test_a_matter_counts_by_its_name_whatever_was_said(desk: Desk):
    guided(desk, "甲", matter="JW-03")
    guided(desk, "乙", matter="JW-03")
    assert lines(desk) == [("计划财务处", "补办学生证", 2)]


def test_voids_other_days_and_other_ways_do_not_count(desk: Desk, clock: Clock):
    voided = guided(desk, "打印")
    corrections.void(desk, voided, VoidReason.MISTAKE, "误登")
    inquiries.record(desk, draft_of(Disposition.D1, summary="打印"))
    assert lines(desk) == []
    clock.advance(days=1)
    guided(desk, "打印")
    assert lines(desk) == []
    assert lines(desk, Period(first_on=date(2026, 11, 25), last_on=date(2026, 11, 25))) == [("计划财务处", "打印", 1)]


def test_a_line_never_names_the_visitor(desk: Desk):
    guided(desk, "林晓舟要发票", person_name="林晓舟", phone="13800001234", privacy_told=True)
    ((_unit, what, _count),) = lines(desk)
    assert "林晓舟" not in what


def test_a_summary_of_nothing_but_a_question_stays_as_it_is():
    said = Guided(id=1, unit_code="CW", matter_code="", matter_name="", summary="在哪里？")
    assert wanted(said, "") == "在哪里"
