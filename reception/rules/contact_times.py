"""When a contact took place, as people type it afterwards: `9:15`, `昨天 16:20`, `11-24 9:15`, `周三下午3点`.

All moments here are local and lie in the past: a day of the week is the last one, a day without a year the nearest.
Source: handbook §1.2 no. 3 (a record may be entered later than the contact took place).
"""

import re
from datetime import date, datetime, time, timedelta

from reception.errors import Invalid, Reason
from reception.rules.said_times import DAYS, QUARTERS, clock_or_none, day_or_none, plain_of, weekday_of

LONGEST = 40
_LATER = frozenset({"下午", "晚上", "傍晚", "pm"})
_NOON = frozenset({"中午", "noon"})
_DAY = (
    r"(?P<word>大前天|前天|今天|今日|昨天|昨日|今|昨|today|yesterday)"
    r"|(?P<week>上)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
    r"|(?P<english>mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})(?!\d)[日号]?"
)
_CLOCK = (
    r"(?P<part>上午|早上|早|中午|下午|傍晚|晚上|晚)?\s*"
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})|[点时](?P<spoken>半|一刻|三刻|\d{1,2}分?)?)?"
    r"|(?P<joined>\d{3,4}))\s*(?P<half>am|pm)?"
)
_WHOLE = re.compile(rf"(?:(?:{_DAY})[\s,]*)?(?:{_CLOCK})")
_DAY_ALONE = re.compile(rf"(?:{_DAY})[\s,]*")


def read_contact_time(text: str, now: datetime, on: date | None = None) -> datetime:
    """Give the local moment that a text means.

    Args:
        text: what was typed, in any width.
        now: the local moment of typing.
        on: the day of a time of day alone; today without it.

    Raises:
        Invalid: `time_unreadable`, or `time_without_clock` where only a day is named.
    """
    plain = plain_of(text)
    if len(plain) <= LONGEST:
        found = _clock_alone(plain, on or now.date()) or _with_day(plain, now)
        if found is not None:
            return found
        alone = _DAY_ALONE.fullmatch(plain)
        if alone is not None and _day_of(alone, now.date()) is not None:
            raise Invalid(Reason(code="time_without_clock", field="received_at"))
    raise Invalid(Reason(code="time_unreadable", field="received_at"))


def _clock_alone(plain: str, on: date) -> datetime | None:
    match = re.fullmatch(_CLOCK, plain)
    clock = _clock_of(match) if match else None
    return datetime.combine(on, clock) if clock else None


def _with_day(plain: str, now: datetime) -> datetime | None:
    match = _WHOLE.fullmatch(plain)
    if match is None:
        return None
    day, clock = _day_of(match, now.date()), _clock_of(match)
    return datetime.combine(day, clock) if day is not None and clock is not None else None


def _day_of(match: re.Match[str], today: date) -> date | None:
    if match["word"]:
        return today + timedelta(days=DAYS[match["word"]])
    if match["weekday"] or match["english"]:
        wanted = weekday_of(match["weekday"] or match["english"])
        back = (today.weekday() - wanted) % 7
        if match["week"]:
            back = today.weekday() - wanted + 7
        return today - timedelta(days=back)
    if match["day"] is None:
        return None
    month, day = int(match["month"]), int(match["day"])
    years = (int(match["year"]),) if match["year"] else (today.year, today.year - 1, today.year + 1)
    days = [found for found in (day_or_none(year, month, day) for year in years) if found is not None]
    return min(days, key=lambda found: abs((found - today).days), default=None)


def _clock_of(match: re.Match[str]) -> time | None:
    if match["joined"]:
        hour, minute = divmod(int(match["joined"]), 100)
    elif match["hour"]:
        spoken = match["spoken"] or ""
        minute = int(match["minute"] or 0) or QUARTERS.get(spoken) or int(spoken.removesuffix("分") or 0)
        hour = int(match["hour"])
    else:
        return None
    part = match["part"] or match["half"] or ""
    part = "晚上" if part == "晚" else part
    if (part in _LATER and hour < 12) or (part in _NOON and hour < 3):
        hour += 12
    if match["half"] == "am" and hour == 12:
        hour = 0
    return clock_or_none(hour, minute)
