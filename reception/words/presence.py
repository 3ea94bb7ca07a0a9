"""Who is there, and who is away until when, as it is said at the counter.

Source: handbook §4.2, §4.3 no. 4, §4.4; clauses T3-b (who instead).
"""

from collections.abc import Iterable
from datetime import datetime

from reception.rules.absences import Absence, Presence, presence_of
from reception.rules.working_calendar import WorkingCalendar
from reception.words.labels import label
from reception.words.language import Language, Pair, pick
from reception.words.times import short_moment

_BACK: Pair = ("预计 {when} 返回", "back {when}")
_LATE: Pair = ("应已返回，待销假", "should be back by now")
_DOT = " · "


def back_text(absence: Absence, now: datetime, calendar: WorkingCalendar, language: Language) -> str:
    """Give 预计 14:30 返回, or 应已返回，待销假 once that is past.

    Args:
        absence: of somebody who is away.
        now: the instant of looking.
        calendar: the office's, for local time.
        language: of the words.
    """
    if presence_of(absence, now) is Presence.UNCONFIRMED:
        return pick(_LATE, language)
    when = short_moment(calendar.local(absence.until_at), calendar.local(now), language)
    return pick(_BACK, language).format(when=when)


def why_text(absence: Absence, now: datetime, calendar: WorkingCalendar, language: Language) -> str:
    """Give 公出，预计 14:30 返回."""
    kind, back = label(absence.kind, language), back_text(absence, now, calendar, language)
    return pick((f"{kind}，{back}", f"{kind}, {back}"), language)


def away_text(absence: Absence, now: datetime, calendar: WorkingCalendar, language: Language) -> str:
    """Give 安 公出，预计 14:30 返回."""
    pair: Pair = ("{who} {why}", "{who}: {why}")
    return pick(pair, language).format(who=absence.account, why=why_text(absence, now, calendar, language))


def standing_in(name: str, language: Language) -> str:
    """Give 本（顶岗）."""
    return pick((f"{name}（顶岗）", f"{name} (standing in)"), language)


def nobody_there(language: Language) -> str:
    """Give 无人顶岗."""
    return pick(("无人顶岗", "nobody stands in"), language)


def uncovered_name(name: str, language: Language) -> str:
    """Give 安（无人顶岗）."""
    return pick(("{name}（{words}）", "{name} ({words})"), language).format(name=name, words=nobody_there(language))


def head_name(name: str, language: Language) -> str:
    """Give 凯（空岗，负责人）: the head answers because nobody of the post is there."""
    return pick((f"{name}（空岗，负责人）", f"{name} (head; post uncovered)"), language)


def acting_name(name: str, holder: str, language: Language) -> str:
    """Give 本（代安）, as every act of a stand-in is signed; the name alone at one's own post."""
    return pick((f"{name}（代{holder}）", f"{name} (for {holder})"), language) if holder else name


def one_line(lines: Iterable[str], language: Language) -> str:
    """Give several short sentences as one."""
    return pick(("；", "; "), language).join(lines)


def who_text(serving: str, phone: str, language: Language, *, stands_in: bool) -> str:
    """Give 本（顶岗） · 电话 0731-5550-1203."""
    who = standing_in(serving, language) if stands_in else serving
    told = pick((f"电话 {phone}", f"phone {phone}"), language) if phone else ""
    return _DOT.join(part for part in (who, told) if part)
