"""The directory of units: found by what people say, and whether a door is open now.

Source: handbook §1.3 (D7: name, place, phone of the unit that is responsible), §0.1 FQ3.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reception.errors import Invalid
from reception.rules.catalogue import Matter, Unit
from reception.rules.matter_search import find_matters, folded, spelt
from reception.rules.text import LIMITS
from reception.rules.timetables import Session, parse_sessions
from reception.rules.working_calendar import WorkingCalendar

_SHORTEST_DUTY = 2
_BETWEEN_DUTIES = re.compile(r"[\s,，、;；/。]+")
_ALL_DAY = re.compile(r"24\s*小时|全天|around the clock|24\s*h", re.IGNORECASE)
_SAID_OF_DAYS = re.compile(
    r"工作日|每个工作日|周一至周五|星期一至星期五|上午|下午|working days:?|weekdays:?|[：:]\s*$", re.IGNORECASE
)
DUTIES_LENGTH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A unit that fits what was typed; `through` is the duty or the matter by which it does, if not by its name."""

    unit: Unit
    through: str = ""


def duty_words(duties: str) -> tuple[str, ...]:
    """Give the single words for which people look a unit up."""
    return tuple(dict.fromkeys(word for word in _BETWEEN_DUTIES.split(duties) if word))


def find_units(units: Sequence[Unit], matters: Iterable[Matter], text: str) -> tuple[Found, ...]:
    """Give the units that fit what somebody says, best first; an empty text gives all in their order.

    A unit fits by its name, its code, the pinyin of its name, a word of its duties (also one that stands inside a
    whole sentence: 想问饭卡充值在哪), or by a matter that it handles.

    Args:
        units: what is searched, in the order of the directory.
        matters: those in force; their names and keywords lead to their units.
        text: as typed; more than `LIMITS.QUERY` characters are not looked at.
    """
    said = folded(text[: LIMITS.QUERY])
    words = said.split()
    if not words:
        return tuple(Found(unit=unit) for unit in units)
    by_matter: dict[str, str] = {}
    for matter in find_matters(matters, {}, said):
        by_matter.setdefault(matter.unit_code, matter.name)
    order = list(by_matter)
    ranked: list[tuple[int, Found]] = []
    for unit in units:
        fits = [_fit(unit, word) for word in words]
        if all(fit is not None for fit in fits):
            best = [fit for fit in fits if fit is not None]
            ranked.append((sum(rank for rank, _duty in best), Found(unit=unit, through=best[-1][1])))
        elif unit.code in by_matter:
            ranked.append((_BY_MATTER + order.index(unit.code), Found(unit=unit, through=by_matter[unit.code])))
    return tuple(found for _rank, found in sorted(ranked, key=lambda pair: pair[0]))


_BY_MATTER = 20


def _fit(unit: Unit, word: str) -> tuple[int, str] | None:
    """Give how well a word fits a unit, 0 best, with the duty by which it does; None when it does not."""
    name, code = folded(unit.name), folded(unit.code)
    english = folded(unit.name_en).split()
    ways = (
        word in (name, code),
        name.startswith(word),
        word in name,
        spelt(unit.name, word, beginning=True),
        any(part.startswith(word) for part in english) and len(word) >= _SHORTEST_DUTY,
        spelt(unit.name, word, beginning=False),
        word in folded(unit.place),
    )
    rank = next((place for place, fits in enumerate(ways) if fits), None)
    if rank is not None:
        return rank, ""
    for duty in duty_words(unit.duties):
        known = folded(duty)
        if word in known or (len(known) >= _SHORTEST_DUTY and known in word) or spelt(duty, word, beginning=True):
            return len(ways), duty
    return None


def sessions_of(hours: str) -> tuple[Session, ...] | None:
    """Give the sessions that a unit's hours name, or None where they are not said in figures."""
    try:
        return parse_sessions(_SAID_OF_DAYS.sub(" ", unicodedata.normalize("NFKC", hours))) or None
    except Invalid:
        return None


def open_now(hours: str, local: datetime, calendar: WorkingCalendar) -> bool | None:
    """Tell whether a door with these hours is open at a local moment; None where the hours do not say.

    A unit without 24 hours rests on the days on which the university does.
    """
    if _ALL_DAY.search(hours):
        return True
    sessions = sessions_of(hours) if hours.strip() else None
    if sessions is None:
        return None
    if not calendar.is_working_day(local.date()):
        return False
    return any(session.opens <= local.time() < session.closes for session in sessions)
