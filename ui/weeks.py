"""A week to choose: one back, one on, back to the present one."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reception.rules.logs import Week, week_of
from ui import look

EARLIEST = Week(year=1970, number=2)


def week_text(week: Week) -> str:
    """Give 2026年第48周 · 11月23日—11月29日."""
    words = QCoreApplication.translate(
        "weeks", "{year}年第{number}周 · {first_month}月{first_day}日—{last_month}月{last_day}日"
    )
    return words.format(
        year=week.year,
        number=week.number,
        first_month=week.first_on.month,
        first_day=week.first_on.day,
        last_month=week.last_on.month,
        last_day=week.last_on.day,
    )


class WeekPicker(QWidget):
    """Chooses a week by ◀ and ▶; no week after the present one.

    Signals:
        chosen(Week): the person went to another week.
    """

    chosen = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._present = week_of(today)
        self.week = self._present
        self.earlier = self._arrow("◀", self.tr("前一周"), self.go_back)
        self.later = self._arrow("▶", self.tr("后一周"), self.go_on)
        self.words = look.text_label("", "strong")
        self.setLayout(look.row(self.earlier, self.words, self.later, spacing=look.SPACE_M))
        self._show()

    def set_today(self, today: date) -> None:
        """Learn that another day has begun."""
        self._present = week_of(today)
        self._show()

    def set_week(self, week: Week) -> None:
        """Show a week; one that is yet to come becomes the present one."""
        chosen = min(max(week, EARLIEST, key=_order), self._present, key=_order)
        changed = chosen != self.week
        self.week = chosen
        self._show()
        if changed:
            self.chosen.emit(chosen)

    def go_back(self) -> None:
        """Go to the week before."""
        self.set_week(week_of(self.week.first_on - timedelta(days=7)))

    def go_on(self) -> None:
        """Go to the week after, up to the present one."""
        self.set_week(week_of(self.week.first_on + timedelta(days=7)))

    def go_to_present(self) -> None:
        """Go to the present week."""
        self.set_week(self._present)

    @property
    def is_present(self) -> bool:
        """Tell whether the present week is shown."""
        return self.week == self._present

    def _arrow(self, sign: str, name: str, act: Callable[[], object]) -> QPushButton:
        button = look.plain_button(sign, act)
        button.setProperty("tight", "true")
        button.setFixedWidth(look.scaled(38))
        button.setAccessibleName(name)
        look.set_tip(button, name)
        return button

    def _show(self) -> None:
        self.words.setText(week_text(self.week))
        self.later.setEnabled(not self.is_present)


def _order(week: Week) -> tuple[int, int]:
    return week.year, week.number
