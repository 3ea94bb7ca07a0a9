"""What all that reads typed times shares: one form of a text, the names of days, quarters of an hour, what is no day.

Each reader keeps its own meaning: an absence lies ahead or behind, a call ahead, a contact behind.
"""

import unicodedata
from datetime import date, time

DAYS = {
    **dict.fromkeys(("今天", "今日", "今", "today"), 0),
    **dict.fromkeys(("明天", "明日", "明", "tomorrow"), 1),
    **dict.fromkeys(("昨天", "昨日", "昨", "yesterday"), -1),
    "后天": 2,
    "前天": -2,
    "大前天": -3,
}
"""A day by its name, as days from today."""
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
"""Minutes of what is said behind the hour."""


def plain_of(text: str) -> str:
    """Give a text as the readers look at it: of one width, without blanks around it, in small letters."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def weekday_of(name: str) -> int:
    """Give the place in the week of 一 … 日, 天, or mon … sun: Monday is 0."""
    return _WEEKDAYS[name] if name in _WEEKDAYS else _ENGLISH.index(name)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Give a day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clock_or_none(hour: int, minute: int) -> time | None:
    """Give a time of day, or None where there is none."""
    return time(hour, minute) if hour < 24 and minute < 60 else None
