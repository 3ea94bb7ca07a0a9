"""A due date that moved with the calendar, as a line of the day and in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.rules.cases import Light
from reception.words import Language, instant_text

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.due_moves import MovedDue


def moved_when(moved: "MovedDue", desk: "Desk") -> str:
    """Give 12-01 → 12-02; where the day stays, the times."""
    before, after = desk.calendar.local(moved.due_before), desk.calendar.local(moved.due_after)
    if before.date() == after.date():
        return f"{before:%H:%M} → {after:%H:%M}"
    return f"{before:%m-%d} → {after:%m-%d}"


def moved_light(moved: "MovedDue") -> Light:
    """Give the light of the line: an earlier date is a warning."""
    return Light.WARNING if moved.due_after < moved.due_before else Light.NORMAL


def moved_words(moved: "MovedDue", desk: "Desk", language: Language) -> str:
    """Give what is said of it beside the list."""
    after = instant_text(desk.calendar.local(moved.due_after), language)
    words = QCoreApplication.translate("today", "工作日历变了（{why}），期限现为 {due}。原期限保留在修改痕迹中。")
    return words.format(why=moved.why, due=after)
