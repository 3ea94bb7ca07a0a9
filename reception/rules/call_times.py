"""When to call back: from what is typed at the counter to a window of working time.

`17`, `1730`, `5点半`, `+30`, `明早`, `周五 10`, `11-30 下午` are read; all moments are local and naive.
Source: handbook §1.3 (the visitor is contacted within working time), §3.2 (hours).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from reception.errors import Invalid, Reason
from reception.rules.faults import shown
from reception.rules.limits import Limit, LimitUnit
from reception.rules.said_times import DAYS, day_or_none, plain_of, weekday_of
from reception.rules.time_limits import due_date
from reception.rules.working_calendar import WorkingCalendar

FIELD = "call_before"
MOST_MINUTES = 480
_MORNING_LASTS = timedelta(hours=2)
_NOON = 12


class CallTime(StrEnum):
    """The usual promises."""

    HALF_HOUR = "half_hour"
    NOON = "noon"
    CLOSING = "closing"
    NEXT_MORNING = "next_morning"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWindow:
    """From when (None: at once) until when the call is made."""

    not_before: datetime | None = None
    due: datetime


_WORDS: dict[str, CallTime] = {
    **dict.fromkeys(("半小时", "半小时内", "半个小时", "halfanhour", "halfhour"), CallTime.HALF_HOUR),
    **dict.fromkeys(("中午", "中午前", "noon"), CallTime.NOON),
    **dict.fromkeys(("下班", "下班前", "closing"), CallTime.CLOSING),
}
_MINUTES = re.compile(r"\+([0-9]{1,4})(?:分钟|分|min|m)?")
_HOURS = re.compile(r"\+([0-9]{1,2})(?:小时|个小时|h)")
_TYPED = re.compile(
    r"(?P<day>今天|今日|今|明天|明日|明|后天|today|tomorrow"
    r"|(?:周|星期|下周)[一二三四五六日天]|[0-9]{1,2}[-/月][0-9]{1,2}日?)?"
    r"(?P<half>早上|早晨|早|上午|中午|下午|下班|morning|noon|afternoon|am|pm)?"
    r"(?:(?P<hour>[0-9]{1,2})(?:[:点时](?P<minute>[0-9]{1,2}|半)?分?|(?P<joined>[0-9]{2}))?(?P<after>am|pm)?)?"
)
_BEFORE = re.compile(r"(?:之前|以前|前|before)$")
_AFTERNOON = frozenset({"下午", "pm", "afternoon"})
_MORNING = frozenset({"早上", "早晨", "早", "上午", "morning", "am"})


def usual_times(now: datetime, calendar: WorkingCalendar) -> tuple[CallTime, ...]:
    """Give the usual promises that can still be kept."""
    return tuple(each for each in CallTime if _window(each, now, calendar) is not None)


def usual_window(chosen: CallTime, now: datetime, calendar: WorkingCalendar) -> CallWindow:
    """Give the window of a usual promise.

    Raises:
        Invalid: it is too late for it today.
    """
    found = _window(chosen, now, calendar)
    if found is None:
        raise _refused("call_past")
    return found


def in_minutes(minutes: int, now: datetime, calendar: WorkingCalendar) -> datetime:
    """Give the moment after so many working minutes."""
    return due_date(now, Limit(unit=LimitUnit.IMMEDIATE, n=minutes), calendar).due


def read_window(typed: str, now: datetime, calendar: WorkingCalendar) -> CallWindow:
    """Give the window that somebody typed.

    Raises:
        Invalid: it cannot be read, lies in the past or outside office hours; one reason, at `call_before`.
    """
    text = _plain(typed)
    if not text:
        raise _refused("required")
    if text in _WORDS:
        return usual_window(_WORDS[text], now, calendar)
    minutes = _typed_minutes(text)
    if minutes is not None:
        if not 1 <= minutes <= MOST_MINUTES:
            raise _refused("out_of_range", least=1, most=MOST_MINUTES)
        return CallWindow(due=in_minutes(minutes, now, calendar))
    match = _TYPED.fullmatch(text)
    if match is None:
        raise _refused("call_unreadable", typed=shown(typed))
    return _on_day(match, typed, now, calendar)


def _plain(typed: str) -> str:
    whole = _BEFORE.sub("", plain_of(typed))
    return re.sub(r"(?<=[0-9]) (?=[0-9])", "日", whole).replace(" ", "")


def _typed_minutes(text: str) -> int | None:
    minutes, hours = _MINUTES.fullmatch(text), _HOURS.fullmatch(text)
    if minutes is not None:
        return int(minutes[1])
    return int(hours[1]) * 60 if hours is not None else None


def _window(chosen: CallTime, now: datetime, calendar: WorkingCalendar) -> CallWindow | None:
    today = calendar.sessions_on(now.date())
    if chosen is CallTime.HALF_HOUR:
        return CallWindow(due=in_minutes(30, now, calendar))
    if chosen is CallTime.NEXT_MORNING:
        return _morning(calendar.next_working_day(now.date()), calendar)
    if not today or (chosen is CallTime.NOON and len(today) == 1):
        return None
    due = datetime.combine(now.date(), (today[0] if chosen is CallTime.NOON else today[-1]).closes)
    return CallWindow(due=due) if now < due else None


def _morning(day: date, calendar: WorkingCalendar) -> CallWindow:
    first = calendar.sessions_on(day)[0]
    opens = datetime.combine(day, first.opens)
    return CallWindow(not_before=opens, due=min(opens + _MORNING_LASTS, datetime.combine(day, first.closes)))


def _on_day(match: re.Match[str], typed: str, now: datetime, calendar: WorkingCalendar) -> CallWindow:
    day = _day_of(match["day"] or "", typed, now)
    if not calendar.is_working_day(day):
        raise _refused("call_rest_day", day=day, next=calendar.next_working_day(day))
    half = match["half"] or match["after"] or ""
    if match["hour"] is None:
        return _part_of(day, half, now, calendar)
    minute = match["minute"] or match["joined"] or "0"
    hour, minutes = int(match["hour"]), 30 if minute == "半" else int(minute)
    if hour > 23 or minutes > 59:
        raise _refused("call_unreadable", typed=shown(typed))
    return _at(day, list(_readings(hour, half)), minutes, now, calendar)


def _readings(hour: int, half: str) -> Iterator[int]:
    """Give the hours that a typed one may mean: 5 is five in the morning, else in the afternoon."""
    if half not in _AFTERNOON or hour >= _NOON:
        yield hour
    if half not in _MORNING and hour < _NOON:
        yield hour + _NOON


def _at(day: date, hours: list[int], minutes: int, now: datetime, calendar: WorkingCalendar) -> CallWindow:
    moments = [datetime.combine(day, time(hour, minutes)) for hour in hours]
    working = [moment for moment in moments if _works(moment, calendar)]
    coming = [moment for moment in working if moment > now]
    if coming:
        return CallWindow(due=coming[0])
    if working or max(moments) <= now:
        raise _refused("call_past")
    spans = [f"{session.opens:%H:%M}–{session.closes:%H:%M}" for session in calendar.sessions_on(day)]
    raise _refused("call_outside_hours", clock=f"{moments[0]:%H:%M}", hours=spans)


def _works(moment: datetime, calendar: WorkingCalendar) -> bool:
    return any(session.opens < moment.time() <= session.closes for session in calendar.sessions_on(moment.date()))


def _part_of(day: date, half: str, now: datetime, calendar: WorkingCalendar) -> CallWindow:
    """Give the window of a part of a day, or of the whole of it."""
    sessions = calendar.sessions_on(day)
    if half in ("中午", "noon", "上午"):
        found = CallWindow(due=datetime.combine(day, sessions[0].closes))
    elif half in _MORNING:
        found = _morning(day, calendar)
    elif half in _AFTERNOON and len(sessions) > 1:
        closes = datetime.combine(day, sessions[-1].closes)
        found = CallWindow(not_before=datetime.combine(day, sessions[-1].opens), due=closes)
    else:
        found = CallWindow(due=calendar.closing_at(day))
    if found.due <= now:
        raise _refused("call_past")
    begun = found.not_before is not None and found.not_before <= now
    return CallWindow(due=found.due) if begun else found


def _day_of(named: str, typed: str, now: datetime) -> date:
    today = now.date()
    if not named or named in DAYS:
        return today + timedelta(days=DAYS[named] if named else 0)
    if named[0].isdigit():
        return _dated(named, typed, today)
    wanted = weekday_of(named[-1])
    if named.startswith("下周"):
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _dated(named: str, typed: str, today: date) -> date:
    month, day = (int(number) for number in re.findall(r"[0-9]+", named))
    for year in (today.year, today.year + 1):
        found = day_or_none(year, month, day)
        if found is not None and found >= today:
            return found
    raise _refused("call_unreadable", typed=shown(typed))


def _refused(code: str, **values: object) -> Invalid:
    return Invalid(Reason(code=code, field=FIELD, values=values))
