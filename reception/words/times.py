"""Days, moments and limits as people read them; all moments here are the office's local ones.

Source: handbook §2.3 (dates and times on documents), §3.2.
"""

from datetime import date, datetime, timedelta

from reception.rules.catalogue import Matter
from reception.rules.limits import Limit, LimitUnit
from reception.words.language import Language, Pair, pick

_WEEKDAYS: tuple[Pair, ...] = (
    ("星期一", "Mon"),
    ("星期二", "Tue"),
    ("星期三", "Wed"),
    ("星期四", "Thu"),
    ("星期五", "Fri"),
    ("星期六", "Sat"),
    ("星期日", "Sun"),
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_LIMITS: dict[LimitUnit, tuple[str, str, str]] = {
    LimitUnit.IMMEDIATE: ("{n}分钟", "{n} minute", "{n} minutes"),
    LimitUnit.SAME_DAY: ("当日办结", "the same day", "the same day"),
    LimitUnit.WHOUR: ("{n}个工作小时", "{n} working hour", "{n} working hours"),
    LimitUnit.HOUR: ("{n}小时", "{n} hour", "{n} hours"),
    LimitUnit.WD: ("{n}个工作日", "{n} working day", "{n} working days"),
    LimitUnit.CD: ("{n}个自然日", "{n} calendar day", "{n} calendar days"),
    LimitUnit.HALF_MONTH: ("半个月", "half a month", "half a month"),
    LimitUnit.MONTH: ("{n}个月", "{n} month", "{n} months"),
}
_HOUR = 3600
_DAY = 24 * _HOUR


def date_text(day: date, language: Language) -> str:
    """Give 2026年3月2日, or 2 March 2026."""
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, today: date, language: Language) -> str:
    """Give 3月2日, or 2 Mar; with its year where that is another one."""
    chinese, english = f"{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1][:3]}"
    if day.year != today.year:
        chinese, english = f"{day.year}年{chinese}", f"{english} {day.year}"
    return pick((chinese, english), language)


def weekday_text(day: date, language: Language) -> str:
    """Give 星期一, or Mon."""
    return pick(_WEEKDAYS[day.weekday()], language)


def instant_text(moment: datetime, language: Language) -> str:
    """Give 2026年3月2日（星期一）17:30, or Mon 2 March 2026, 17:30, of a local moment."""
    clock, weekday, day = f"{moment:%H:%M}", weekday_text(moment, language), date_text(moment, language)
    return f"{day}（{weekday}）{clock}" if language is Language.ZH else f"{weekday} {day}, {clock}"


def limit_text(limit: Limit, language: Language) -> str:
    """Give 10个工作日, or 10 working days."""
    chinese, one, many = _LIMITS[limit.unit]
    words = chinese if language is Language.ZH else (one if limit.n == 1 else many)
    return words.format(n=limit.n)


def statutory_text(matter: Matter, language: Language) -> str:
    """Give the statutory limit of a matter, or nothing when there is none.

    The catalogue keeps it as free text in one language; for readers of the other the parsed limit stands in.
    """
    foreign = matter.statutory_text.isascii() is (language is Language.ZH)
    if foreign and matter.statutory_limit is not None:
        return limit_text(matter.statutory_limit, language)
    return matter.statutory_text


def seconds_text(seconds: float, language: Language) -> str:
    """Give 30 秒 or 2 分钟, rounded up, or the English of it."""
    whole = max(1, -int(-seconds // 1))
    if whole < 60:
        return f"{whole} 秒" if language is Language.ZH else _counted(whole, "second")
    minutes = -(-whole // 60)
    return f"{minutes} 分钟" if language is Language.ZH else _counted(minutes, "minute")


def left_text(working_days: int, language: Language) -> str:
    """Give 剩 2 个工作日."""
    if language is Language.ZH:
        return f"剩 {working_days} 个工作日"
    return f"{_counted(working_days, 'workday')} left"


def spoken_due(due: datetime, now: datetime, left_working_days: int, language: Language) -> str:
    """Give how a due moment is said at the counter: 今天 17:30, 3月5日 17:30 · 剩 2 个工作日, or 超期 3 小时.

    Args:
        due: local due moment; the moment itself is still in time.
        now: local moment of looking.
        left_working_days: working days after today up to the due day.
        language: of the words.
    """
    if now > due:
        return _overdue((now - due).total_seconds(), language)
    days = (due.date() - now.date()).days
    clock = f"{due:%H:%M}"
    if days == 0:
        return pick((f"今天 {clock}", f"today {clock}"), language)
    day = pick((f"明天 {clock}", f"tomorrow {clock}"), language) if days == 1 else _short_day(due, now, language)
    return f"{day} · {left_text(left_working_days, language)}"


def _short_day(due: datetime, now: datetime, language: Language) -> str:
    return f"{short_date(due, now, language)} {due:%H:%M}"


def short_moment(moment: datetime, now: datetime, language: Language) -> str:
    """Give a moment as short as it may be said: 14:30 of today, 明天 9:00, 11月27日 17:30; both are local."""
    days = (moment.date() - now.date()).days
    if days == 0:
        return f"{moment:%H:%M}"
    if days == 1:
        return pick((f"明天 {moment:%H:%M}", f"tomorrow {moment:%H:%M}"), language)
    return _short_day(moment, now, language)


def late_text(due: datetime, now: datetime, language: Language) -> str:
    """Give how late an acknowledgement is: 迟签收 2 小时."""
    number, chinese, english = _length((now - due).total_seconds())
    return pick((f"迟签收 {number} {chinese}", f"{_counted(number, english)} late"), language)


def _overdue(seconds: float, language: Language) -> str:
    number, chinese, english = _length(seconds)
    return pick((f"超期 {number} {chinese}", f"{_counted(number, english)} overdue"), language)


def _length(seconds: float) -> tuple[int, str, str]:
    if seconds >= _DAY:
        return int(seconds // _DAY), "天", "day"
    if seconds >= _HOUR:
        return int(seconds // _HOUR), "小时", "hour"
    return max(1, int(seconds // 60)), "分钟", "minute"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def length_text(length: timedelta, language: Language) -> str:
    """Give how long a contact took: 12 分钟, 1 小时 5 分钟."""
    hours, minutes = divmod(max(0, int(length.total_seconds() // 60)), 60)
    if hours and not minutes:
        return pick((f"{hours} 小时", f"{hours} h"), language)
    chinese = f"{hours} 小时 {minutes} 分钟" if hours else f"{minutes} 分钟"
    english = f"{hours} h {minutes} min" if hours else f"{minutes} min"
    return pick((chinese, english), language)
