"""The counting itself: one limit after another, day by day, with the reason of every day on the way.

Source: Civil Code 200–203; handbook §3.2–3.4, §3.9.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from reception.errors import Invalid, Reason
from reception.rules.limits import AfterHours, CountedDay, Limit, LimitUnit, Suspension
from reception.rules.statutory_days import LAST_DAY
from reception.rules.working_calendar import DayKind, WorkingCalendar

_DAY = timedelta(days=1)
_HALF_MONTH_DAYS = 15
_IN_DAYS = frozenset({LimitUnit.WD, LimitUnit.CD, LimitUnit.HALF_MONTH, LimitUnit.MONTH})


def add_months(day: date, months: int) -> date:
    """Give the same day number so many months later, or the last day of that month where there is none.

    Raises:
        Invalid: the date lies beyond what can be counted.

    Source: Civil Code 202.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > LAST_DAY.year:
        raise _beyond()
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _beyond() -> Invalid:
    return Invalid(Reason(code="beyond_calendar", values={"last": LAST_DAY}))


class Count:
    """A count on its way: the days passed, and the last one that was looked up in the calendar."""

    def __init__(self, calendar: WorkingCalendar, suspensions: Sequence[Suspension]) -> None:
        self.days: dict[date, CountedDay] = {}
        self.looked_up = date.min
        self._calendar = calendar
        self._suspensions = tuple(suspensions)

    def received(self, start: datetime, unit: LimitUnit, after_hours: AfterHours) -> datetime:
        """Give the moment from which the clock runs: the start, or 00:00 of the day that it is dated."""
        day = start.date()
        dated_later = after_hours is AfterHours.NEXT_WORKDAY and unit is not LimitUnit.HOUR and not self._open_at(start)
        if dated_later:
            self._mark(day, False, "after_hours")
            day = self._first_working_after(day)
            start = datetime.combine(day, time.min)
        if unit in _IN_DAYS:
            self._mark(day, False, "start_day")
        return start

    def run(self, moment: datetime, leg: Limit) -> datetime:
        """Give the last moment of one limit or extension that begins at the moment."""
        match leg.unit:
            case LimitUnit.IMMEDIATE:
                return self._working_time(moment, timedelta(minutes=leg.n))
            case LimitUnit.WHOUR:
                return self._working_time(moment, timedelta(hours=leg.n))
            case LimitUnit.HOUR:
                return self._clock_time(moment, timedelta(hours=leg.n))
            case LimitUnit.SAME_DAY:
                return self._same_day(moment)
            case LimitUnit.WD:
                last = self._working_days(moment.date(), leg.n)
            case LimitUnit.CD:
                last = self._calendar_days(moment.date(), leg.n)
            case LimitUnit.HALF_MONTH:
                last = self._calendar_days(moment.date(), _HALF_MONTH_DAYS)
            case LimitUnit.MONTH:
                first = moment.date()
                last = self._calendar_days(first, (add_months(first, leg.n) - first).days)
        return self._calendar.closing_at(last)

    def _working_days(self, day: date, n: int) -> date:
        while n > 0:
            day = self._next(day)
            if self._suspended(day):
                continue
            kind = self._look_up(day)
            self._mark(day, kind.works, kind)
            n -= kind.works
        return day

    def _calendar_days(self, day: date, n: int) -> date:
        while n > 0:
            day = self._next(day)
            if not self._suspended(day):
                self._mark(day, True, "calendar_day")
                n -= 1
        return self._rolled(day)

    def _rolled(self, last: date) -> date:
        """Give the day itself, or the first working day after it; suspensions play no part any more.

        Source: Civil Code 203.
        """
        if self._look_up(last).works:
            return last
        self._mark(last, True, "last_day_rests")
        day = self._first_working_after(last)
        self._mark(day, False, "rolled")
        return day

    def _same_day(self, moment: datetime) -> datetime:
        day = moment.date()
        kind = self._look_up(day)
        if self._open_at(moment):
            self._mark(day, True, kind)
        else:
            self._mark(day, False, "after_closing" if kind.works else kind)
            day = self._working_days(day, 1)
        return self._calendar.closing_at(day)

    def _working_time(self, moment: datetime, left: timedelta) -> datetime:
        day = moment.date()
        while True:
            open_for = timedelta()
            if not self._suspended(day):
                kind = self._look_up(day)
                for opens, closes in self._open_times(day, moment):
                    if left <= closes - opens:
                        self._mark(day, True, kind)
                        return opens + left
                    left -= closes - opens
                    open_for += closes - opens
                self._mark(day, bool(open_for), kind if open_for or not kind.works else "after_closing")
            day = self._next(day)

    def _open_times(self, day: date, after: datetime) -> list[tuple[datetime, datetime]]:
        spans = [
            (max(datetime.combine(day, session.opens), after), datetime.combine(day, session.closes))
            for session in self._calendar.sessions_on(day)
        ]
        return [(opens, closes) for opens, closes in spans if opens < closes]

    def _clock_time(self, moment: datetime, left: timedelta) -> datetime:
        while True:
            day = moment.date()
            midnight = datetime.combine(self._next(day), time.min)
            if not self._suspended(day):
                self._mark(day, True, "clock_hours")
                if left <= midnight - moment:
                    return moment + left
                left -= midnight - moment
            moment = midnight

    def _open_at(self, moment: datetime) -> bool:
        """Tell whether the day works and the moment is before its closing (before opening counts as open)."""
        return self._look_up(moment.date()).works and moment < self._calendar.closing_at(moment.date())

    def _first_working_after(self, day: date) -> date:
        while True:
            day = self._next(day)
            kind = self._look_up(day)
            if kind.works:
                return day
            self._mark(day, False, kind)

    def _suspended(self, day: date) -> bool:
        removed = any(suspension.removes(day) for suspension in self._suspensions)
        if removed:
            self._mark(day, False, "suspended")
        return removed

    def _look_up(self, day: date) -> DayKind:
        self.looked_up = max(self.looked_up, day)
        return self._calendar.kind_of(day)

    def _next(self, day: date) -> date:
        if day >= LAST_DAY:
            raise _beyond()
        return day + _DAY

    def _mark(self, day: date, counted: bool, reason: str) -> None:
        """Note the day; a day that counted once stays counted when an extension begins on it."""
        if counted or day not in self.days:
            self.days[day] = CountedDay(on=day, counted=counted, reason=str(reason), name=self._calendar.day_name(day))
