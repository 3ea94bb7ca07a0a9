"""How much time is left, as people say it."""

from typing import TYPE_CHECKING

from reception.rules.cases import DueItem, Light, ReferralStatus, light
from reception.words import Language, label, spoken_due
from reception.words.due_reasons import standing_text
from reception.words.times import late_text

if TYPE_CHECKING:
    from reception.services.desk import Desk


def light_of(item: DueItem, desk: "Desk") -> Light:
    """Give the light of what is owed now."""
    return light(item, desk.clock(), desk.calendar)


def spoken(item: DueItem, desk: "Desk", language: Language) -> str:
    """Give 11月26日 17:30 · 剩 2 个工作日, 今天 17:30, 超期 3 小时, or 中止至12月3日."""
    now, due = desk.calendar.local(desk.clock()), desk.calendar.local(item.due_at)
    still = standing_text(item, now.date(), language)
    if still:
        return still
    left = desk.calendar.working_days_between(now.date(), due.date())
    return spoken_due(due, now, left, language)


def light_words(item: DueItem, light: Light, language: Language) -> str:
    """Give what stands beside the shape: of a transfer its state, of all else the name of the light."""
    return label(item.state or light, language)


def remaining(item: DueItem, desk: "Desk", language: Language) -> str:
    """Give the shortest of it, for a list that shows the date beside it: 剩 2 个工作日, 已退回."""
    if item.state in (ReferralStatus.RETURNED, ReferralStatus.DECIDING):
        return label(item.state, language)
    if item.state is ReferralStatus.SENT and light_of(item, desk) is Light.WARNING:
        now, due = desk.calendar.local(desk.clock()), desk.calendar.local(item.due_at)
        return late_text(due, now, language) if now > due else spoken(item, desk, language).rpartition(" · ")[2]
    return spoken(item, desk, language).rpartition(" · ")[2]
