"""Who answers for a post now, in the words of the window: the stand-in first while the holder is away."""

from typing import TYPE_CHECKING

from reception.rules.roster import Serves
from reception.words import Language
from reception.words.presence import (
    away_text,
    head_name,
    nobody_there,
    one_line,
    standing_in,
    uncovered_name,
    who_text,
)

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.presence import PostNow


def there_lines(there: "PostNow", desk: "Desk", language: Language) -> tuple[str, ...]:
    """Give who is there, and under it who is away until when: 本（顶岗） · 电话 … / 安 公出，预计 14:30 返回."""
    absence = there.absence
    if absence is None:
        return (" · ".join(part for part in (there.serving, there.phone) if part),)
    away = away_text(absence, desk.clock(), desk.calendar, language)
    if there.uncovered:
        who = nobody_there(language) if there.by is Serves.NOBODY else head_name(there.serving, language)
        return away, who_text(who, there.phone, language, stands_in=False)
    return who_text(there.serving, there.phone, language, stands_in=there.stands_in), away


def there_text(there: "PostNow", desk: "Desk", language: Language) -> str:
    """Give the same in one line."""
    return one_line(there_lines(there, desk, language), language)


def person_there(there: "PostNow", language: Language) -> str:
    """Give the name alone, with what one must know of it: 本（顶岗）, 凯（空岗，负责人）, 安（无人顶岗）."""
    if there.uncovered and there.by is not Serves.NOBODY:
        return head_name(there.serving, language)
    if there.uncovered:
        return uncovered_name(there.serving, language)
    return standing_in(there.serving, language) if there.stands_in else there.serving
