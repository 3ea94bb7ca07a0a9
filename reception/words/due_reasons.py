"""Why a date is what it is, in sentences: the limit and its rule, each stop, each extension, each day.

Source: handbook §3.2–3.4; clauses D3.1, D3.3-c.
"""

from collections.abc import Iterator
from datetime import date, datetime

from reception.rules.case_due import Explained, LegKind, rest_at_end
from reception.rules.case_life import Pause
from reception.rules.cases import DueItem
from reception.rules.working_calendar import WorkingCalendar
from reception.words.labels import label
from reception.words.language import Language, pick
from reception.words.times import date_text, instant_text, limit_text, short_date, weekday_text


def due_sentences(why: Explained, calendar: WorkingCalendar, language: Language) -> tuple[str, ...]:
    """Give the sentences that say why a date is what it is, in the order in which it came about."""
    return tuple(_Teller(why, calendar, language).lines())


def standing_text(item: DueItem, today: date, language: Language) -> str:
    """Give why nothing is due at the moment: 中止至11月30日 (as planned), or 无时限; "" where a date counts."""
    if item.no_limit_reason:
        return pick(("无时限", "no limit"), language)
    if item.paused is None:
        return ""
    until = short_date(item.resumes_on, today, language) if item.resumes_on else ""
    return pick((f"中止至{until}", f"paused to {until}") if until else ("中止", "paused"), language)


def rest_text(why: Explained, calendar: WorkingCalendar, language: Language) -> str:
    """Give by which rule a last day that rests moved on, and which day to aim at; "" where none did."""
    rest = rest_at_end(why, calendar)
    if rest is None:
        return ""
    chinese = "末日 {last} 休息，按“末日逢休息日顺延”至 {due}；工作目标 {target}"
    english = "the last day, {last}, rests and by rule moves on to {due}; aim at {target}, the last working day before"
    year = why.started.date()
    last = f"{short_date(rest.last_on, year, language)} {rest.name}".rstrip()
    target = f"{short_date(rest.target_on, year, language)} {weekday_text(rest.target_on, language)}"
    due = short_date(why.counted.due.date(), year, language)
    return pick((chinese, english), language).format(last=last, due=due, target=target)


class _Teller:
    """Tells of one date in one language."""

    def __init__(self, why: Explained, calendar: WorkingCalendar, language: Language) -> None:
        self._why, self._calendar, self._language = why, calendar, language

    def lines(self) -> Iterator[str]:
        why = self._why
        if why.no_limit_reason:
            yield self._say("无时限：{why}", "no limit: {why}", why=why.no_limit_reason)
            return
        yield self._begun()
        for leg in why.legs:
            if leg.kind is LegKind.CHANGED:
                values = {"limit": limit_text(leg.limit, self._language), "due": self._moment(leg.due)}
                chinese, english = (
                    "时限改为{limit}，仍自原起算时间计，至 {due}",
                    "changed to {limit} from the same start, to {due}",
                )
                yield self._say(chinese, english, **values)
        yield from (self._stop(pause) for pause in why.events.pauses)
        longer = iter(why.events.extensions)
        for leg in why.legs:
            if leg.kind is LegKind.EXTENSION:
                by = next(longer).approver
                values = {"limit": limit_text(leg.limit, self._language), "by": by, "due": self._moment(leg.due)}
                yield self._say(
                    "经{by}批准延期{limit}，至 {due}", "extended by {limit}, granted by {by}, to {due}", **values
                )
        if why.paused is None:
            yield from self._due()

    def _begun(self) -> str:
        why = self._why
        first = next((leg.limit for leg in why.legs if leg.kind is LegKind.LIMIT), why.limit)
        basis = label(why.basis, self._language) if why.basis else ""
        event = label(why.start_event, self._language) if why.start_event else ""
        limit = limit_text(first, self._language)
        rule = self._say("{limit}（{basis}）", "{limit} ({basis})", limit=limit, basis=basis) if basis else limit
        values = {"rule": rule, "start": self._moment(why.started), "event": event}
        if event:
            return self._say("时限{rule}，自 {start} {event}起算", "{rule}, from {start} ({event})", **values)
        return self._say("时限{rule}，自 {start} 起算", "{rule}, from {start}", **values)

    def _stop(self, pause: Pause) -> str:
        first = self._day(pause.from_at)
        values: dict[str, object] = {"cause": label(pause.cause, self._language), "first": self._date(first)}
        if pause.to_at is None:
            chinese = "自{first}起中止计时（{cause}），预计{planned}恢复，恢复之前没有到期时间"
            english = "stopped since {first} ({cause}), planned until {planned}; nothing is due before it runs again"
            return self._say(chinese, english, planned=self._date(pause.planned_on), **values)
        last = self._day(pause.to_at)
        out = sum(day.reason == "suspended" and first < day.on <= last for day in self._why.counted.days)
        chinese = "{first}至{last}中止计时（{cause}），其间 {out} 天不计"
        english = "stopped from {first} to {last} ({cause}); {out} days of it do not count"
        return self._say(chinese, english, last=self._date(last), out=out, **values)

    def _due(self) -> Iterator[str]:
        why = self._why
        mark = pick(("（暂定）", " (provisional)"), self._language) if why.counted.provisional else ""
        yield self._say("到期：{due}{mark}", "due: {due}{mark}", due=self._moment(why.promised), mark=mark)
        moved_on = rest_text(why, self._calendar, self._language)
        if moved_on:
            yield moved_on
        if why.first_due is not None and why.first_due != why.promised:
            yield self._say("最初期限：{due}", "first due date: {due}", due=self._moment(why.first_due))
        if why.counted.due != why.promised:
            chinese = "按现在的工作日历推算为 {due}，已承诺的到期时间不变"
            english = "the calendar of today gives {due}; what was promised stays"
            yield self._say(chinese, english, due=self._moment(why.counted.due))

    def _day(self, instant: datetime) -> date:
        return self._calendar.local(instant).date()

    def _date(self, day: date) -> str:
        return date_text(day, self._language)

    def _moment(self, local: datetime) -> str:
        return instant_text(local, self._language)

    def _say(self, chinese: str, english: str, **values: object) -> str:
        return pick((chinese, english), self._language).format(**values)
