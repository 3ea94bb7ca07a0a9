"""The weekly log: what belongs to a week, its figures, its lines and their masks."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from reception.documents.log_sheet import COLUMNS
from reception.rules.cases import CaseStatus
from reception.rules.inquiries import Channel, Disposition, Paper, PersonKind, Status
from reception.rules.log_entries import LogEntry, Surroundings, log_entry, masked
from reception.rules.logs import (
    HourCount,
    MatterCount,
    Week,
    WeekFigures,
    WeekRecords,
    bounds,
    last_working_day,
    parse_week,
    summarise,
    week_of,
)
from reception.rules.notices import SecondReason
from reception.rules.ratios import Ratio
from reception.rules.tallies import Tally, count_up
from tests.weeks import WEEK, Maker, local, shipped_calendar, wall

CALENDAR = shipped_calendar()


@pytest.fixture
def make() -> Maker:
    return Maker()


def figures_of(**records: tuple) -> WeekFigures:
    return summarise(WEEK, WeekRecords(**records), CALENDAR)


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("2026-W48", Week(year=2026, number=48)),
        (" 2026-w48 ", Week(year=2026, number=48)),
        ("2026-W53", Week(year=2026, number=53)),
        ("2025-W53", None),
        ("2026-W00", None),
        ("2026-W54", None),
        ("2026W48", None),
        ("26-W48", None),
        ("２０２６-W48", Week(year=2026, number=48)),
        ("2026-W-1", None),
        ("2026-W" + "9" * 30, None),
        ("", None),
    ],
)
def test_a_week_is_read_from_its_name(text: str, week: Week | None):
    assert parse_week(text) == week


def test_the_first_days_of_a_year_may_belong_to_the_last_week_of_the_one_before():
    assert week_of(date(2027, 1, 3)) == Week(year=2026, number=53)
    assert week_of(date(2027, 1, 4)) == Week(year=2027, number=1)


def test_a_week_begins_on_monday_at_midnight_of_the_office_and_ends_when_the_next_one_begins():
    start, end = bounds(WEEK, CALENDAR)
    assert (start, end) == (local("2026-11-23 00:00"), local("2026-11-30 00:00"))


@pytest.mark.parametrize(
    ("week", "day"),
    [
        (WEEK, date(2026, 11, 27)),
        (Week(year=2025, number=39), date(2025, 9, 28)),  # the Sunday is a make-up day
        (Week(year=2025, number=40), date(2025, 9, 30)),  # National Day begins on Wednesday
        (Week(year=2026, number=8), None),  # Spring Festival fills the week
    ],
)
def test_the_last_working_day_of_a_week_is_the_calendars(week: Week, day: date | None):
    assert last_working_day(week, CALENDAR) == day


@pytest.mark.parametrize(
    ("ratio", "percent", "mean"),
    [
        (Ratio(part=0, of=0), "—", "—"),
        (Ratio(part=0, of=3), "0.0%", "0.0"),
        (Ratio(part=2, of=3), "66.7%", "0.7"),
        (Ratio(part=3, of=3), "100.0%", "1.0"),
        (Ratio(part=1, of=16), "6.3%", "0.1"),  # 6.25 and 0.0625
        (Ratio(part=5, of=2), "250.0%", "2.5"),
        (Ratio(part=1, of=20), "5.0%", "0.1"),  # 0.05 is rounded up
    ],
)
def test_a_ratio_reads_rounded_half_up_and_without_a_whole_as_a_dash(ratio: Ratio, percent: str, mean: str):
    assert (ratio.percent, ratio.mean) == (percent, mean)


def test_an_empty_week_has_no_rate_of_a_hundred_per_cent():
    figures = figures_of()
    assert (figures.total, figures.on_the_spot.percent, figures.told_once.percent) == (0, "—", "—")
    assert figures.average_missing.mean == "—"


def test_voids_are_counted_apart_and_nowhere_else(make: Maker):
    void = make.inquiry(status=Status.VOID, matter_code="JW-03", late_entry=True)
    figures = figures_of(inquiries=(make.inquiry(), void))
    assert (figures.total, figures.voids, figures.answered, figures.late_entries) == (1, 1, 1, 0)
    assert dict(figures.by_channel)[Channel.VISIT] == 1
    assert figures.busiest_matters == ()


def test_who_was_only_counted_stands_in_no_figure_of_the_register():
    kept = make_tally(id=1)
    undone = make_tally(id=2, token="b", undone_at=local("2026-11-24 10:27"))
    figures = figures_of(tallies=(kept, undone))
    assert replace(figures, tallies=figures_of().tallies) == figures_of()
    assert figures.tallies == count_up((kept,))
    assert (figures.tallies.total, figures.tallies.by_hour) == (1, ((10, 1),))


def make_tally(**changes: Any) -> Tally:
    """Give somebody who asked the way about student cards."""
    values: dict[str, Any] = {
        "token": "a",
        "at": local("2026-11-24 10:26"),
        "on": date(2026, 11, 24),
        "hour": 10,
        "counter": "1号窗口",
        "account_id": 1,
        "account": "安",
        "channel": Channel.VISIT,
        "matter_code": "JW-03",
        "matter_name": "补办学生证",
    }
    return Tally(**(values | changes))


def test_a_matter_is_counted_under_the_name_that_it_bore_last():
    renamed = make_tally(id=2, at=local("2026-11-24 11:00"), matter_name="学生证补办")
    assert count_up((renamed, make_tally(id=1))).by_matter == ((("JW-03", "学生证补办"), 2),)


def test_every_channel_kind_and_disposition_has_its_line_even_at_nought(make: Maker):
    phone = make.inquiry(channel=Channel.PHONE, person_kind=PersonKind.PARENT, disposition=Disposition.D7)
    figures = figures_of(inquiries=(make.inquiry(), phone))
    assert [channel for channel, _ in figures.by_channel] == list(Channel)
    assert [kind for kind, _ in figures.by_person_kind] == list(PersonKind)
    assert [way for way, _ in figures.by_disposition] == list(Disposition)
    assert sum(number for _, number in figures.by_channel) == 2
    assert dict(figures.by_disposition)[Disposition.D7] == 1


def test_a_complaint_counts_in_the_total_and_its_disposition_but_in_no_other_breakdown(make: Maker):
    figures = figures_of(inquiries=(make.complaint(channel=Channel.PHONE, matter_code="JW-03"),))
    assert (figures.total, figures.restricted, dict(figures.by_disposition)[Disposition.D10]) == (1, 1, 1)
    assert sum(number for _, number in figures.by_channel + figures.by_person_kind) == 0
    assert (figures.busiest_hours, figures.busiest_matters) == ((), ())


def test_inside_outside_nameless_and_restricted_add_up_to_the_total(make: Maker):
    inquiries = tuple(make.inquiry(person_kind=kind) for kind in PersonKind)
    figures = figures_of(inquiries=(*inquiries, make.complaint()))
    nameless = dict(figures.by_person_kind)[PersonKind.ANONYMOUS]
    assert (figures.inside, figures.outside, nameless, figures.restricted) == (5, 3, 1, 1)
    assert figures.inside + figures.outside + nameless + figures.restricted == figures.total


def test_the_rate_on_the_spot_is_over_closed_contacts(make: Maker):
    ways = [Disposition.D1, Disposition.D2, Disposition.D7]
    closed = [make.inquiry(disposition=way) for way in ways]
    opened = make.inquiry(disposition=Disposition.D3, status=Status.IN_PROGRESS)
    figures = figures_of(inquiries=(*closed, opened))
    assert (figures.answered, figures.handled, figures.closed) == (1, 1, 3)
    assert figures.on_the_spot == Ratio(part=2, of=3)


def test_transfers_are_those_that_a_receiver_acknowledges(make: Maker):
    ways = [Disposition.D5A, Disposition.D5B, Disposition.D6, Disposition.D7]
    figures = figures_of(inquiries=tuple(make.inquiry(disposition=way) for way in ways))
    assert figures.transferred == 2


def test_late_entries_and_repeated_visits_are_counted(make: Maker):
    figures = figures_of(inquiries=(make.inquiry(late_entry=True), make.inquiry(repeat_of=1), make.inquiry()))
    assert (figures.late_entries, figures.repeats) == (1, 1)


def test_notices_are_counted_by_the_week_in_which_they_were_issued(make: Maker):
    inquiry = make.inquiry("2026-11-20 09:00")
    notices = (
        make.notice(inquiry, "2026-11-22 23:59", missing=(1,)),
        make.notice(inquiry, "2026-11-23 00:00", missing=(1, 2, 3)),
        make.notice(inquiry, "2026-11-29 23:59"),
        make.notice(inquiry, "2026-11-30 00:00", missing=(1,)),
        make.notice(inquiry, "2026-11-25 10:00", missing=(1,), void=True),
    )
    figures = figures_of(notices=notices)
    assert (figures.slips, figures.slips_missing, figures.missing_items) == (2, 1, 3)
    assert figures.average_missing.mean == "3.0"


def test_a_second_notice_is_one_for_a_contact_that_had_one_even_in_an_earlier_week(make: Maker):
    first, second = make.inquiry(), make.inquiry()
    notices = (
        make.notice(first, "2026-11-16 10:00"),
        make.notice(first, "2026-11-24 10:00", second_reason=SecondReason.REQUEST_CHANGED),
        make.notice(second, "2026-11-24 11:00", void=True),
        make.notice(second, "2026-11-24 12:00"),
    )
    figures = figures_of(notices=notices)
    assert (figures.second_slips, figures.omissions, figures.told_once.percent) == (1, 0, "100.0%")


def test_an_omission_lowers_the_one_time_rate_by_its_contact(make: Maker):
    first, second = make.inquiry(), make.inquiry()
    notices = (
        make.notice(first, missing=(1,)),
        make.notice(first, "2026-11-25 10:00", missing=(1, 2), second_reason=SecondReason.OMISSION),
        make.notice(first, "2026-11-26 10:00", missing=(3,), second_reason=SecondReason.OMISSION),
        make.notice(second),
    )
    figures = figures_of(notices=notices)
    assert (figures.omissions, figures.told_once) == (2, Ratio(part=1, of=2))


def test_cases_count_where_they_begin_and_where_they_fall_due(make: Maker):
    inquiry = make.inquiry("2026-11-24 10:00")
    cases = (
        make.case(inquiry, "2026-12-01 17:30"),
        make.case(inquiry, "2026-11-27 17:30"),
        make.case(inquiry, "2026-11-29 23:59", started_at=local("2026-11-20 10:00")),
        make.case(inquiry, "2026-11-30 00:00", started_at=local("2026-11-20 10:00")),
        make.case(inquiry, "2026-11-27 17:30", status=CaseStatus.VOID),
    )
    figures = figures_of(cases=cases)
    assert (figures.cases_opened, figures.cases_due) == (2, 2)


def test_the_busiest_hours_are_local_and_ties_go_by_the_clock(make: Maker):
    times = ["2026-11-24 15:59", "2026-11-25 15:00", "2026-11-24 09:30", "2026-11-24 08:59"]
    figures = figures_of(inquiries=tuple(make.inquiry(at) for at in times))
    assert figures.busiest_hours == (
        HourCount(hour=15, count=2),
        HourCount(hour=8, count=1),
        HourCount(hour=9, count=1),
    )


def test_the_busiest_matters_bear_their_latest_name(make: Maker):
    card = {"matter_code": "JW-03", "matter_name": "补办学生证"}
    inquiries = (
        make.inquiry(matter_code="JW-01", matter_name="成绩单"),
        make.inquiry(matter_code="JW-03", matter_name="学生证补办"),
        make.inquiry(**card),
        make.inquiry(),
    )
    assert figures_of(inquiries=inquiries).busiest_matters == (
        MatterCount(code="JW-03", name="补办学生证", count=2),
        MatterCount(code="JW-01", name="成绩单", count=1),
    )


def test_a_line_holds_the_record_in_local_minutes_with_names_for_codes(make: Maker):
    inquiry = make.inquiry(
        "2026-11-24 10:26",
        reg_at=local("2026-11-24 10:27") + timedelta(seconds=59),
        to_unit="CW",
        to_post="JW-03",
        matter_code="JW-03",
        matter_name="补办学生证",
        disposition=Disposition.D6,
    )
    around = Surroundings(
        notices=(make.notice(inquiry, number="甲"), make.notice(inquiry, number="乙", void=True)),
        case=make.case(inquiry, "2026-11-27 17:30", provisional=True),
        referral=make.referral(inquiry),
        repeat_of="首问〔2026〕0009",
        units={"CW": "财务处"},
        posts={"JW-03": "教务处·补办学生证岗"},
    )
    entry = log_entry(inquiry, around, CALENDAR)
    assert entry.received_at == wall("2026-11-24 10:26")
    assert entry.reg_at == wall("2026-11-24 10:27")
    assert (entry.to_unit, entry.to_post, entry.matter) == ("财务处", "教务处·补办学生证岗", "JW-03 补办学生证")
    assert (entry.slip_no, entry.repeat_of) == (("甲",), "首问〔2026〕0009")
    assert (entry.officer, entry.due_at, entry.provisional) == ("本", wall("2026-11-27 17:30"), True)
    assert (entry.handover_to, entry.handover_at) == ("本", entry.reg_at)


def test_an_agent_has_no_column_and_is_masked_where_he_was_written_out(make: Maker):
    inquiry = make.inquiry(
        person_name="王芳", agent_name="王建国", agent_phone="13911113333", summary="王建国代王芳来，13911113333"
    )
    whole = log_entry(inquiry, Surroundings(), CALENDAR)
    assert masked(whole).summary == "王*国代王*来，139****3333"
    assert "agent_name" not in [column.name for column in COLUMNS]


def test_a_code_that_nobody_knows_any_more_stays_readable(make: Maker):
    assert log_entry(make.inquiry(to_unit="XX"), Surroundings(), CALENDAR).to_unit == "XX"


def test_a_restricted_record_shows_its_number_and_date_alone(make: Maker):
    inquiry = make.complaint(status=Status.VOID, void_note="登记错误")
    around = Surroundings(notices=(make.notice(inquiry),), case=make.case(inquiry, "2026-11-24 17:30"))
    entry = log_entry(inquiry, around, CALENDAR)
    shown = {field.name: getattr(entry, field.name) for field in fields(LogEntry)}
    assert {name for name, value in shown.items() if value} == {"reg_no", "received_at", "restricted", "void"}
    assert entry.received_at == date(2026, 11, 24)
    assert not isinstance(entry.received_at, datetime)


def test_names_phones_and_numbers_are_masked_in_free_text_too(make: Maker):
    inquiry = make.inquiry(
        person_name="张小三",
        person_no="2024010123",
        phone="0731-55501234",
        phone_ext="8012",
        other_contact="lihua@example.edu.cn",
        summary="张小三（2024010123）补办学生证",
        detail="可拨13800001234或0731-55501234联系张小三",
        answer="请张小三于2026年12月1日前来，窗口电话8012",
        papers=(Paper(name="张小三身份证复印件"),),
        first_officer="安东尼",
        told_phone="0731-55501200",
    )
    entry = masked(log_entry(inquiry, Surroundings(), CALENDAR))
    assert (entry.person_name, entry.person_no) == ("张*三", "2024****23")
    assert (entry.phone, entry.phone_ext) == ("0731-55****34", "")
    assert entry.other_contact == "l***@example.edu.cn"
    assert entry.summary == "张*三（2024****23）补办学生证"
    assert entry.detail == "可拨138****1234或0731-55****34联系张*三"
    assert entry.answer == "请张*三于2026年12月1日前来，窗口电话8012"
    assert entry.papers == (Paper(name="张*三身份证复印件"),)
    assert (entry.first_officer, entry.told_phone) == ("安东尼", "0731-55501200")


@pytest.mark.parametrize("value", ["匿名", "拒绝提供", ""])
def test_what_says_nothing_about_a_person_is_not_masked(make: Maker, value: str):
    entry = masked(log_entry(make.inquiry(person_name=value, phone=value), Surroundings(), CALENDAR))
    assert (entry.person_name, entry.phone) == (value, value)


@pytest.mark.parametrize(
    ("contact", "shown"),
    [("wechat_zhangsan", "***"), ("13800001234", "138****1234"), ("", ""), ("QQ 123456", "***")],
)
def test_another_contact_never_leaves_whole(make: Maker, contact: str, shown: str):
    assert masked(log_entry(make.inquiry(other_contact=contact), Surroundings(), CALENDAR)).other_contact == shown
