"""The yearly notice read from its text: every published year, the wordings of all years, and what cannot be right."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.calendar_checks import check_year
from reception.rules.calendar_notices import is_notice, read_notice
from reception.rules.calendar_years import CalendarYear, RestPeriod, parse_years
from reception.rules.working_calendar import WorkingCalendar

YEARS = parse_years(yaml.safe_load((Path(__file__).parents[2] / "resources/calendars/cn.yaml").read_text("utf-8")))
WEEKDAYS = "一二三四五六日"
ORDINALS = "一二三四五六七八九"


def spoken(day: date, before: date | None, style: str) -> str:
    """Give a date as the notices write it: what the date before it says already is left out."""
    year = f"{day.year}年" if before is None or before.year != day.year else ""
    month = f"{day.month}月" if before is None or (before.year, before.month) != (day.year, day.month) else ""
    weekday = WEEKDAYS[day.weekday()]
    remark = {"2018": f"（星期{weekday}）", "2025": f"（周{weekday}）", "2020": ""}[style]
    return f"{year}{month}{day.day}日{remark}"


def sentence_of(period: RestPeriod, style: str) -> str:
    first = spoken(period.first_on, None, style)
    first = first.removeprefix(f"{period.first_on.year}年") if style == "2018" else first
    if period.first_on == period.last_on:
        return f"{first}放假，与周末连休。" if style == "2018" else f"{first}放假，共1天。"
    return f"{first}至{spoken(period.last_on, period.first_on, style)}放假调休，共{len(period.days())}天。"


def notice_of(year: CalendarYear, style: str) -> str:
    """Write a year's facts as a notice would."""
    lines = [f"关于{year.year}年部分节假日安排的通知", f"现将{year.year}年放假调休日期的具体安排通知如下。"]
    waiting = list(year.make_up_on)
    for place, period in enumerate(year.rest):
        own = [day for day in waiting if abs((day - period.first_on).days) < 20 or period is year.rest[-1]]
        waiting = [day for day in waiting if day not in own]
        worked = "、".join(spoken(day, None, style) for day in own)
        text = sentence_of(period, style) + (f"{worked}上班。" if own else "")
        lines.append(f"{ORDINALS[place % 9]}、{period.name}：{text}")
    assert waiting == []
    if year.notice_published_on:
        on = year.notice_published_on
        lines += ["节假日期间，要妥善安排好值班工作。", f"{on.year}年{on.month}月{on.day}日"]
    return "\n".join(lines)


@pytest.mark.parametrize("style", ["2018", "2020", "2025"])
@pytest.mark.parametrize("year", YEARS, ids=lambda year: str(year.year))
def test_every_published_year_written_as_a_notice_is_read_back_whole(year: CalendarYear, style: str):
    reading = read_notice(notice_of(year, style))
    assert (reading.year.rest, reading.year.make_up_on) == (year.rest, year.make_up_on)
    assert reading.year.notice_published_on == year.notice_published_on
    assert (reading.year.year, reading.doubts) == (year.year, ())


WORDINGS = {
    2017: """
一、元旦：1月1日放假，1月2日（星期一）补休。
二、春节：1月27日至2月2日放假调休，共7天。1月22日（星期日）、2月4日（星期六）上班。
三、清明节：4月2日至4日放假调休，共3天。4月1日（星期六）上班。
四、劳动节：5月1日放假，与周末连休。
五、端午节：5月28日至30日放假调休，共3天。5月27日（星期六）上班。
六、中秋节、国庆节：10月1日至8日放假调休，共8天。9月30日（星期六）上班。""",
    2019: """
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2022: """
一、元旦：2022年1月1日至3日放假，共3天。
二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。
三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。
四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。
五、端午节：6月3日至5日放假，共3天。
六、中秋节：9月10日至12日放假，共3天。
七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。""",
    2023: """
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。""",
    2024: """
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度，
安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。""",
    2025: """
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。""",
    2026: """
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。""",
}


@pytest.mark.parametrize("number", WORDINGS)
def test_the_wording_of_each_year_gives_the_days_that_were_kept(number: int):
    text = f"国务院办公厅关于\n{number}年部分节假日安排的通知\n{WORDINGS[number]}"
    reading = read_notice(text)
    pasted = WorkingCalendar(years=(*(year for year in YEARS if year.year != number), reading.year))
    kept = WorkingCalendar(years=YEARS)
    days = [date(number, 1, 1) + timedelta(days=n) for n in range(361)]
    assert [day for day in days if pasted.is_working_day(day) is not kept.is_working_day(day)] == []
    assert reading.doubts == ()


def test_the_notice_names_itself_and_its_day():
    head = "国务院办公厅关于２０２６年部分节假日安排的通知\n国办发明电〔2025〕7号"
    year = read_notice(f"{head}\n{WORDINGS[2026]}\n2025 年 11 月 4 日\n").year
    assert year.source == "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）"
    assert year.notice_published_on == date(2025, 11, 4)


def test_a_list_without_its_title_takes_the_year_that_is_asked_for():
    assert read_notice("国庆节 10月1日至7日放假调休，共7天。", 2026).year.rest == (
        RestPeriod(name="国庆节", first_on=date(2026, 10, 1), last_on=date(2026, 10, 7)),
    )


def refused(text: str, year: int | None = 2026) -> list[tuple[str, object]]:
    with pytest.raises(Invalid) as caught:
        read_notice(text, year)
    return [(reason.code, reason.values.get("line")) for reason in caught.value.reasons]


def test_a_weekday_beside_the_wrong_date_is_refused_at_its_line():
    found = refused("元旦：\n1月1日（周五）至3日（周日）放假，共3天。")
    assert found == [("weekday_differs", 2), ("weekday_differs", 2)]


def test_a_date_that_does_not_exist_is_refused_at_its_line():
    assert refused("一、元旦：1月1日放假。\n二、春节：2月27日至2月30日放假调休，共4天。") == [("date_unreadable", 2)]


def test_a_day_both_off_and_worked_is_refused_at_its_line():
    assert refused("一、国庆节：10月1日至7日放假调休，共7天。\n10月7日上班。") == [("rest_and_make_up", 1)]


def test_a_day_of_quite_another_year_is_refused():
    assert refused("一、国庆节：2024年10月1日至7日放假调休。") == [("date_far_from_year", 1)] * 2


def test_a_period_that_ends_before_it_begins_is_refused():
    assert refused("一、国庆节：10月7日至2026年10月1日放假调休。") == [("period_reversed", 1)]


def test_a_text_without_a_year_or_without_days_is_refused():
    assert refused(WORDINGS[2026], None) == [("notice_without_year", None)]
    assert refused("2026年部分节假日安排的通知\n请遵照执行。") == [("notice_without_days", None)]
    assert refused("9999年部分节假日安排的通知\n元旦：1月1日放假。") == [("notice_without_year", None)]


def doubts(text: str) -> list[tuple[str, object]]:
    reading = read_notice(text, 2026)
    found = (*reading.doubts, *check_year(reading.year, reading.lines))
    return [(reason.code, reason.values.get("line")) for reason in found]


def test_what_is_not_understood_is_left_out_and_told():
    reading = read_notice("一、元旦：1月1日放假。\n二、春节：延长假期至2月2日（星期一），2月3日起正常上班。", 2026)
    assert [(reason.values["text"], reason.values["line"]) for reason in reading.doubts] == [
        ("延长假期至2月2日(星期一)", 2),
        ("2月3日起正常上班", 2),
    ]
    assert reading.year.make_up_on == ()


def test_dates_in_a_row_share_the_word_behind_them():
    year = read_notice("一、春节：2月15日放假，2月14日（周六），2月28日（周六）上班。", 2026).year
    assert year.make_up_on == (date(2026, 2, 14), date(2026, 2, 28))


def test_a_count_that_differs_from_the_dates_is_told_at_its_line():
    assert ("notice_count", 2) in doubts("一、元旦：1月1日放假。\n二、国庆节：10月1日至7日放假调休，共8天。")


def test_each_check_is_told_at_the_line_that_it_is_about():
    text = WORDINGS[2026].replace("1月4日（周日）上班", "1月5日上班")
    text = text.replace("4月4日（周六）至6日（周一）", "4月4日至5日")
    assert doubts(text.strip()) == [("notice_count", 3), ("make_up_on_weekday", 1), ("weekday_balance", None)]


def test_a_statutory_day_that_is_not_off_is_told_at_the_line_of_its_festival():
    whole, half = "6月19日（周五）至21日（周日）放假，共3天", "6月20日（周六）至21日（周日）放假，共2天"
    text = WORDINGS[2026].replace(whole, half)
    found = doubts(text.strip())
    assert ("statutory_day_works", 5) in found


def test_a_day_of_the_year_before_is_told():
    text = "一、元旦：2025年12月31日至2026年1月1日放假调休，共2天。"
    assert ("date_outside_year", 1) in doubts(text)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(2024, 11), (2025, 13)],
)
def test_the_balance_follows_the_regulation_of_the_year(number: int, expected: int):
    year = CalendarYear(year=number)
    [reason] = [reason for reason in check_year(year) if reason.code == "weekday_balance"]
    assert reason.values["expected"] == expected


WORDS = [
    "一、元旦：",
    "春节",
    "1月1日",
    "2月30日",
    "2025年",
    "（周四）",
    "（",
    "）",
    "至",
    "、",
    "，",
    "。",
    "放假",
    "上班",
]
SIGNS = ["2025年", "共3天", "\n", "；", "鼓励", "10月", "3日", " ", "𠮷", "x"]


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=30))
def test_no_text_whatever_breaks_the_reading(words: list[str]):
    try:
        found = len(read_notice("".join(words), 2026).year.rest)
    except Invalid as refusal:
        found = len(refusal.reasons)
    assert found > 0


@pytest.mark.parametrize("text", ["", "year: 2027\nrest: []", "放假通知", "10月1日上班"])
def test_other_texts_are_no_notice(text: str):
    assert not is_notice(text)
