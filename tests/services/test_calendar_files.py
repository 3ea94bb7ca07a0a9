"""Calendars as texts: what one office exports another one reads; notices, YAML and JSON are told apart."""

import json
from datetime import date

import pytest

from reception.errors import Invalid
from reception.services import calendar_changes, calendar_files, working_days
from reception.services.desk import Desk
from reception.services.office import refreshed

NOTICE = "关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n1月9日（周六）上班。"


def refused(text: str) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refusal:
        calendar_files.read_text(text)
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


@pytest.mark.parametrize("year", working_days.shipped_years(), ids=lambda year: str(year.year))
def test_a_year_as_text_is_read_back_whole(year):
    assert calendar_files.read_text(calendar_files.year_text(year)).edit.years == (year,)


def test_what_is_exported_is_what_another_office_reads(desk: Desk):
    calendar_changes.apply(desk, calendar_changes.arrange(date(2026, 12, 7), works=False, reason="校庆", layer=3))
    calendar_changes.apply(desk, calendar_changes.arrange(date(2026, 12, 8), works=False, reason="本处搬家"))
    text = calendar_files.export_text(desk)
    edit = calendar_files.read_text(text).edit
    assert edit.years == refreshed(desk).calendar.years
    assert [(day.on, day.layer, day.works, day.reason) for day in edit.days] == [(date(2026, 12, 7), 3, False, "校庆")]
    assert calendar_changes.preview(desk, edit).moves == ()


def test_hours_of_a_day_survive_the_file(desk: Desk):
    entry = {"on": "2026-12-07", "works": True, "layer": 3, "reason": "寒假值班", "hours": "09:00-11:30"}
    edit = calendar_files.read_text(json.dumps({"days": [entry]}, ensure_ascii=False)).edit
    calendar_changes.apply(desk, edit)
    assert json.loads(calendar_files.export_text(desk))["days"] == [entry]


def test_a_notice_is_known_by_its_words_and_its_warnings_stand_in_the_order_of_its_lines():
    read = calendar_files.read_text(NOTICE)
    assert read.edit.years[0].make_up_on == (date(2027, 1, 9),)
    lines = [reason.values.get("line") for reason in read.warnings if "line" in reason.values]
    assert lines == sorted(lines)
    assert read.warnings[-1].code == "weekday_balance"


def test_data_that_mentions_days_off_is_still_data():
    text = "year: 2027\nsource: 1月1日放假\nrest:\n- {name: 元旦, from: '2027-01-01', to: '2027-01-03'}\nwork: []\n"
    assert calendar_files.read_text(text).edit.years[0].source == "1月1日放假"


@pytest.mark.parametrize("text", ["", "你好", "3", "{}", '{"years": [], "staff": []}', "[]x"])
def test_what_is_no_calendar_is_refused(text: str):
    assert refused(text)


def test_all_mistakes_of_years_and_days_are_told_at_once():
    days = [
        {"on": "2026-13-01", "works": True, "reason": "值班"},
        {"on": "2026-12-07", "works": "maybe", "reason": ""},
        {"on": "2026-12-08", "works": False, "reason": "停电", "layer": 1},
        {"on": "2026-12-09", "works": False, "reason": "停电", "layer": "x"},
        {"on": "2026-12-10", "works": False, "reason": "停电", "hours": "09:00-11:00"},
        {"on": "2026-12-10", "works": True, "reason": "值班", "hours": "25:00"},
        "2026-12-11",
    ]
    assert refused(json.dumps({"years": [{"year": 2027, "rest": "x"}], "days": days})) == [
        ("[1].rest", "list_expected"),
        ("days[1].on", "date_unreadable"),
        ("days[2].works", "yes_or_no_expected"),
        ("days[2].reason", "required"),
        ("days[4].layer", "layer_unknown"),
        ("days[6].hours", "hours_unreadable"),
        ("days[7]", "entry_not_mapping"),
        ("days[1].layer", "layer_unknown"),
        ("days[2].hours", "hours_on_rest_day"),
        ("days[3]", "day_twice"),
    ]


def test_a_text_without_end_is_refused_unread():
    assert refused("1月1日放假。" * 200_000) == [("", "too_long")]
