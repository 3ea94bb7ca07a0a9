"""When a call is promised, as it is said at the counter; all moments here are the office's local ones.

Source: handbook §2.3 (times), §1.4.
"""

from datetime import datetime

from reception.words.language import Language, pick
from reception.words.times import date_text, weekday_text


def call_window_text(not_before: datetime | None, due: datetime, now: datetime, language: Language) -> str:
    """Give 今天 17:00 前, 明天 08:00–10:00 or 11月27日（星期五）10:00 前."""
    day = _day_text(due, now, language)
    same_day = not_before is not None and not_before.date() == due.date() and not_before > now
    if not_before is not None and same_day and not_before < due:
        return f"{day} {not_before:%H:%M}–{due:%H:%M}"
    return pick((f"{day} {due:%H:%M} 前", f"{day} by {due:%H:%M}"), language)


def _day_text(due: datetime, now: datetime, language: Language) -> str:
    days = (due.date() - now.date()).days
    if days in (0, 1):
        return pick((("今天", "明天")[days], ("today", "tomorrow")[days]), language)
    weekday = weekday_text(due, language)
    if due.year != now.year:
        return pick((f"{date_text(due, language)}（{weekday}）", f"{weekday} {date_text(due, language)}"), language)
    return pick((f"{due.month}月{due.day}日（{weekday}）", f"{weekday} {due.day}/{due.month}"), language)
