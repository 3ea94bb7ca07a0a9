"""A month of absences in words: what a day is, who is away, who stands in from when to when, what nobody covers.

Source: handbook §4.3 no. 1, §4.5 (calendar view); clauses T9-c.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reception.rules.absence_month import AbsenceState, BothAway, DayMark, MonthDay, PostDay, Stint
from reception.rules.roster import Serves
from reception.rules.stretches import Stretch, minutes_in
from reception.words.displays import post_name
from reception.words.labels import label
from reception.words.language import Language, Pair, pick
from reception.words.presence import standing_in
from reception.words.times import date_text, length_text, weekday_text

_NAMED = 3
_MONTHS: Pair = ("{year}年{month}月", "{name} {year}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A sentence about a day; `grave` where nobody is there for a while, `noted` where a pair is away."""

    text: str
    grave: bool = False
    noted: bool = False


def month_text(year: int, month: int, language: Language) -> str:
    """Give 2026年11月, or November 2026."""
    name = date_text(date(year, month, 1), Language.EN).split()[1]
    return pick(_MONTHS, language).format(year=year, month=month, name=name)


def hours_text(minutes: int) -> str:
    """Give 7, or 1.6: hours for a small cell, rounded up to tenths so that nothing uncovered reads as nothing."""
    tenths = -(-minutes // 6)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def day_text(day: MonthDay, language: Language) -> str:
    """Give 2026年11月24日 星期二 · 工作日 · 7 小时."""
    hours = length_text(timedelta(minutes=day.minutes), language) if day.minutes else ""
    first = f"{date_text(day.on, language)} {weekday_text(day.on, language)}"
    return " · ".join(part for part in (first, label(day.kind, language), day.name, hours) if part)


def mark_text(mark: DayMark, language: Language) -> str:
    """Give 安 · 年休假 · 10:26–17:30 · 离岗."""
    when = _part_of_day(mark.first, mark.last, language)
    parts = (mark.absence.account, label(mark.absence.kind, language), when, label(mark.state, language))
    return " · ".join(parts)


def _part_of_day(first: datetime, last: datetime, language: Language) -> str:
    """Give 全天, 至 12:26, 10:26 起, or 10:26–12:26."""
    begins_before, goes_on = first.time() == time(), last.date() > first.date()
    if begins_before and goes_on:
        return pick(("全天", "all day"), language)
    if begins_before:
        return pick((f"至 {last:%H:%M}", f"until {last:%H:%M}"), language)
    if goes_on:
        return pick((f"{first:%H:%M} 起", f"from {first:%H:%M}"), language)
    return _stretch((first, last))


def away_lines(day: MonthDay, language: Language) -> tuple[DayLine, ...]:
    """Give who is away on a day; then the pairs of holder and stand-in who are away together."""
    late = AbsenceState.UNCONFIRMED
    return tuple(DayLine(text=mark_text(each, language), noted=each.state is late) for each in day.marks)


def pair_lines(day: MonthDay, names: Mapping[int, str], language: Language) -> tuple[DayLine, ...]:
    """Give the pairs that are away together, and how long."""
    return tuple(DayLine(text=_pair(each, names, language), noted=True) for each in day.both_away)


def cover_lines(day: MonthDay, names: Mapping[int, str], language: Language) -> tuple[DayLine, ...]:
    """Give who answers for the posts of those who are away; posts with the same people stand in one line."""
    together: dict[tuple[Stint, ...], list[PostDay]] = {}
    for each in day.posts:
        together.setdefault(each.stints, []).append(each)
    lines = [_cover(posts, names, language) for posts in together.values()]
    return tuple(sorted(lines, key=lambda line: not line.grave))


def _cover(posts: Sequence[PostDay], names: Mapping[int, str], language: Language) -> DayLine:
    comma, colon = pick(("、", ", "), language), pick(("：", ": "), language)
    shown = comma.join(post_name(each.post, language) for each in posts[:_NAMED])
    if len(posts) > _NAMED:
        more = ("{posts} 等 {count} 个岗位", "{posts} and others, {count} posts")
        shown = pick(more, language).format(posts=shown, count=len(posts))
    semicolon = pick(("；", "; "), language)
    said = semicolon.join(_served(posts[0], names, language))
    return DayLine(text=f"{shown}{colon}{said}", grave=posts[0].uncovered_minutes > 0)


def _served(post: PostDay, names: Mapping[int, str], language: Language) -> list[str]:
    comma = pick(("、", ", "), language)
    by_person: dict[tuple[int, Serves], list[Stretch]] = {}
    for each in post.stints:
        by_person.setdefault((each.holder.account_id, each.holder.by), []).append((each.first, each.last))
    found = []
    for stint in {(each.holder.account_id, each.holder.by): each.holder for each in post.stints}.values():
        parts = by_person[stint.account_id, stint.by]
        when, name = comma.join(_stretch(part) for part in parts), names.get(stint.account_id, "")
        if stint.uncovered:
            length = length_text(timedelta(minutes=minutes_in(parts)), language)
            found.append(_bare(when, length, "" if stint.by is Serves.NOBODY else name, language))
        else:
            found.append(f"{standing_in(name, language) if stint.stands_in else name} {when}")
    return found


def _bare(when: str, length: str, head: str, language: Language) -> str:
    words: Pair = ("空岗 {when}（{length}）", "nobody {when} ({length})")
    led: Pair = ("空岗 {when}（{length}），由 {head} 负责", "nobody {when} ({length}), {head} answers")
    return pick(led if head else words, language).format(when=when, length=length, head=head)


def _pair(pair: BothAway, names: Mapping[int, str], language: Language) -> str:
    words: Pair = (
        "A岗 {holder} 和B岗 {other} 同时不在 {length}（{count} 个岗位）",
        "A {holder} and B {other} both away for {length} ({count} posts)",
    )
    length = length_text(timedelta(minutes=pair.minutes), language)
    holder, other = names.get(pair.holder_id, ""), names.get(pair.stand_in_id, "")
    return pick(words, language).format(holder=holder, other=other, length=length, count=len(pair.posts))


def _stretch(part: tuple[datetime, datetime]) -> str:
    return f"{part[0]:%H:%M}–{part[1]:%H:%M}"
