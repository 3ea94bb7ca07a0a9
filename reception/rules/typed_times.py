"""Moments as people type them at a counter: `14`, `1430`, `+30`, `明天`, `周五 9点半`, `12-1 下班`.

All moments here are local. Source: handbook §4.2 (from and until of an absence are typed in passing).
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal

from reception.rules.said_times import DAYS, QUARTERS, clock_or_none, day_or_none, plain_of, weekday_of
from reception.rules.working_calendar import WorkingCalendar

Edge = Literal["opening", "closing"]
LONGEST = 40

_OPENING = frozenset({"上班", "早上", "早", "opening", "morning"})
_CLOSING = frozenset({"下班", "closing", "close"})
_NOON = frozenset({"中午", "正午", "noon"})
_LATER = frozenset({"下午", "晚上", "pm"})
_EARLIER = frozenset({"上午", "am"})

_LENGTH = re.compile(r"\+?(\d{1,4})\s*(小时|h|hours?|分钟|分|m|min|minutes?)|\+(\d{1,4})")
_TOKEN = re.compile(
    r"(?P<date>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[-/]\d{1,2}(?!\d))"
    r"|(?P<day>今天|今日|明天|明日|后天|昨天|today|tomorrow|yesterday|明(?=[早上下中晚]))"
    r"|(?P<weekday>(?P<next>下)?(?:周|星期|礼拜)(?P<name>[一二三四五六日天])|(?P<english>mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
    r"|(?P<part>上班|下班|早上|早|中午|正午|上午|下午|晚上|opening|closing|close|morning|noon|am|pm)"
    r"|(?P<clock>\d{1,2}[:.]\d{2}|\d{1,2}[点时](?:半|一刻|三刻|\d{1,2}分?)?|\d{3,4}|\d{1,2})"
    r"|(?P<gap>[\s,，]+)"
)


def read_moment(text: str, now: datetime, calendar: WorkingCalendar, edge: Edge) -> datetime | None:
    """Give the local moment that a text means, or None when it means none.

    A clock alone is of today; a day alone begins or ends with the office's hours.

    Args:
        text: what was typed, in any width.
        now: the local moment of typing.
        calendar: for opening and closing of the day.
        edge: which end of a day a day alone stands for.
    """
    plain = plain_of(text)
    if not plain or len(plain) > LONGEST:
        return None
    length = _LENGTH.fullmatch(plain)
    if length:
        return _after(now, length)
    parts = _parts(plain)
    return _assembled(parts, now, calendar, edge) if parts else None


def opening_of(day: date, calendar: WorkingCalendar) -> datetime:
    """Give when the office opens on a day, by the hours in force then, on a day of rest too."""
    return datetime.combine(day, calendar.timetable_on(day).sessions_on(day)[0].opens)


def _after(now: datetime, length: re.Match[str]) -> datetime:
    number = int(length[1] or length[3])
    minutes = 60 * number if (length[2] or "").startswith(("小时", "h")) else number
    return now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)


def _parts(plain: str) -> list[tuple[str, re.Match[str]]]:
    """Give the parts of a text by kind; nothing when a bit of it has no meaning or a kind stands twice."""
    found, place = [], 0
    while place < len(plain):
        match = _TOKEN.match(plain, place)
        if match is None or match.lastgroup is None:
            return []
        kind = next(name for name in ("date", "day", "weekday", "part", "clock", "gap") if match[name])
        if kind != "gap":
            found.append((kind, match))
        place = match.end()
    kinds = [("day" if kind in ("date", "weekday") else kind) for kind, _match in found]
    return found if len(set(kinds)) == len(kinds) else []


def _assembled(
    parts: list[tuple[str, re.Match[str]]], now: datetime, calendar: WorkingCalendar, edge: Edge
) -> datetime | None:
    named = dict(parts)
    names_day = not {"date", "day", "weekday"}.isdisjoint(named)
    days = [day for kind, match in parts if kind not in ("part", "clock") for day in _days(kind, match, now)]
    if names_day and not days:
        return None
    day = days[0] if days else now.date()
    word = named["part"]["part"] if "part" in named else ""
    if "clock" not in named:
        return _by_word(day, word, calendar, edge)
    clock = _clock(named["clock"]["clock"], word)
    return datetime.combine(day, clock) if clock else None


def _days(kind: str, match: re.Match[str], now: datetime) -> Iterator[date]:
    """Give the day that a part names; nothing when there is no such day."""
    today = now.date()
    if kind == "day":
        yield today + timedelta(days=DAYS[match["day"]])
    elif kind == "weekday":
        wanted = weekday_of(match["name"] or match["english"])
        monday = today - timedelta(days=today.weekday())
        day = monday + timedelta(days=wanted + (7 if match["next"] else 0))
        yield day if match["next"] or day >= today else day + timedelta(days=7)
    else:
        numbers = [int(number) for number in re.findall(r"\d+", match["date"])]
        year, month, number = numbers if len(numbers) == 3 else (today.year, *numbers)
        found = day_or_none(year, month, number)
        # a day long gone and without a year is of the next one: 1-5 typed in December
        if found is not None and len(numbers) != 3 and (today - found).days >= 180:
            found = day_or_none(year + 1, month, number)
        if found is not None:
            yield found


def _clock(text: str, word: str) -> time | None:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if len(numbers) == 1 and text.isdigit() and len(text) > 2:
        numbers = [*divmod(numbers[0], 100)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if text.endswith(("半", "一刻", "三刻")):
        minute = QUARTERS["半" if text.endswith("半") else text[-2:]]
    if word in _LATER and hour < 12:
        hour += 12
    if word and word not in _LATER | _EARLIER | _OPENING | _NOON:
        return None
    return clock_or_none(hour, minute)


def _by_word(day: date, word: str, calendar: WorkingCalendar, edge: Edge) -> datetime:
    noon = datetime.combine(day, time(12))
    if word in _NOON:
        return noon
    if word in _EARLIER:
        return noon if edge == "closing" else opening_of(day, calendar)
    if word in _LATER:
        return calendar.closing_at(day) if edge == "closing" else datetime.combine(day, time(14))
    if word in _CLOSING or (not word and edge == "closing"):
        return calendar.closing_at(day)
    return opening_of(day, calendar)
