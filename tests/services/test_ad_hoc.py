"""What was promised again and again without standing in the catalogue: proposed to it, with count and median time."""

from dataclasses import replace
from datetime import date, timedelta

from reception.rules.cases import Case
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.limits import Limit, LimitUnit
from reception.rules.once import Period
from reception.rules.staff import Action
from reception.services import ad_hoc, case_ends, case_life, catalogue, corrections, register
from reception.services.desk import Desk
from tests.cast import Clock
from tests.services.case_acts import TOLD, at, opened, stop

YEAR = Period(first_on=date(2026, 1, 1), last_on=date(2026, 12, 31))
THREE_DAYS = Limit(unit=LimitUnit.WD, n=3)


def promised(desk: Desk, summary: str, **changes: object) -> Case:
    return opened(desk, Disposition.D9, summary=summary, limit=THREE_DAYS, **changes)


def lines(desk: Desk, period: Period = YEAR) -> list[tuple[str, int, int, timedelta | None]]:
    return [(each.title, each.count, each.done, each.median_worked) for each in ad_hoc.of_period(desk, period)]


def close(desk: Desk, clock: Clock, case: Case, local: str) -> None:
    at(clock, desk, local)
    case_ends.close(desk, case.id, TOLD)


def test_three_of_one_title_are_proposed_with_the_median_of_their_office_hours(desk: Desk, clock: Clock):
    at(clock, desk, "2026-11-24 10:00")
    cases = [promised(desk, each) for each in ("请问借用礼堂怎么办理？", "借用礼堂")]
    assert lines(desk) == []
    cases.append(promised(desk, "您好，想问借用礼堂"))
    assert lines(desk) == [("借用礼堂", 3, 0, None)]
    close(desk, clock, cases[0], "2026-11-24 11:00")
    close(desk, clock, cases[1], "2026-11-24 15:30")
    close(desk, clock, cases[2], "2026-11-25 09:00")
    (line,) = ad_hoc.of_period(desk, YEAR)
    assert (line.done, line.median_worked, line.limit) == (3, timedelta(hours=3), THREE_DAYS)
    assert {each.id for each in register.some(desk, line.ids)} == {each.inquiry_id for each in cases}


def test_days_on_which_the_clock_stood_are_no_office_hours(desk: Desk, clock: Clock):
    at(clock, desk, "2026-11-24 10:00")
    cases = [promised(desk, "借用礼堂") for _ in range(3)]
    for case in cases:
        case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-26 09:00")
    for case in cases:
        case_life.resume(desk, case.id)
    for case in cases:
        close(desk, clock, case, "2026-11-27 09:00")
    assert lines(desk) == [("借用礼堂", 3, 3, timedelta(hours=6))]


def test_voids_other_days_shorter_words_and_plain_replies_are_no_proposals(desk: Desk):
    voided = promised(desk, "借用礼堂")
    corrections.void(desk, voided.inquiry_id, VoidReason.MISTAKE, "误登")
    for _ in range(2):
        promised(desk, "借用礼堂")
    for _ in range(3):
        opened(desk, limit=Limit(unit=LimitUnit.WD, n=2))
        opened(desk, Disposition.D9, summary="换门锁")
    assert lines(desk) == []
    promised(desk, "借用礼堂")
    assert [title for title, *_rest in lines(desk)] == ["借用礼堂"]
    assert lines(desk, Period(first_on=date(2025, 1, 1), last_on=date(2025, 12, 31))) == []


def test_what_the_catalogue_took_in_is_proposed_no_more_and_a_matter_without_limit_is(desk: Desk):
    for _ in range(3):
        promised(desk, "借用礼堂")
    model = next(each for each in catalogue.matters(desk) if each.code == "JW-03")
    catalogue.save_matter(desk, replace(model, id=0, version=0, code="LT-01", name="借用礼堂"), date(2026, 11, 24))
    assert lines(desk) == []
    with desk.work(Action.EDIT_CATALOGUE) as work:
        matter = work.find(Matter, code="JW-03")
        assert matter is not None
        work.log(work.change(replace(matter, limit=None)))
    for _ in range(3):
        opened(desk, limit=THREE_DAYS)
    assert [(each.matter_code, each.title, each.count) for each in ad_hoc.of_period(desk, YEAR)] == [
        ("JW-03", "补办学生证", 3)
    ]


def test_a_proposal_never_names_the_visitor(desk: Desk):
    for _ in range(3):
        promised(desk, "林晓舟借用礼堂", person_name="林晓舟", phone="13800001234")
    assert [title for title, *_rest in lines(desk)] != []
    assert all("林晓舟" not in title for title, *_rest in lines(desk))
