"""Fields that the editor of a matter needs besides those of every form: a number, a day, a limit, several ticks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from reception.rules.limits import Limit, LimitUnit
from reception.words import Language, label
from ui import look
from ui.forms import ChoiceField, Field, TickField

DAY_WIDTH = 160
_UNCOUNTED = frozenset({LimitUnit.SAME_DAY, LimitUnit.HALF_MONTH})


class NumberField(Field):
    """A whole number within its bounds."""

    def __init__(self, words: str, least: int, most: int, *, labelled: bool = True, prefix: str = "") -> None:
        self.box = QSpinBox()
        self.box.setRange(least, most)
        self.box.setPrefix(prefix)
        self.box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.box.setProperty("buttons", "none")
        self.box.lineEdit().setTextMargins(look.SPACE_M, 0, 0, 0)
        super().__init__(words, self.box, labelled=labelled)
        self.box.valueChanged.connect(lambda _value: self._edited())

    def value(self) -> int:
        """Give the number."""
        return self.box.value()

    def set_value(self, value: int) -> None:
        """Show a number; this counts as no edit of the person."""
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)


class DayField(Field):
    """A day, typed or picked from a calendar."""

    def __init__(self, words: str, first: date, shown: date) -> None:
        self.box = QDateEdit()
        self.box.setDisplayFormat("yyyy-MM-dd")
        self.box.setCalendarPopup(True)
        self.box.setMinimumDate(QDate(first.year, first.month, first.day))
        self.box.setFixedWidth(look.scaled(DAY_WIDTH))
        super().__init__(words, self.box)
        self.set_value(shown)
        self.box.dateChanged.connect(lambda _day: self._edited())

    def value(self) -> date:
        """Give the day."""
        day = self.box.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, day: date) -> None:
        """Show a day; this counts as no edit of the person."""
        self.box.blockSignals(True)
        self.box.setDate(QDate(day.year, day.month, day.day))
        self.box.blockSignals(False)


class LimitField(ChoiceField):
    """A limit: its unit and how many; without a unit there is no limit."""

    def __init__(self, words: str, language: Language, none: str, count: str) -> None:
        units = [(unit, label(unit, language)) for unit in LimitUnit]
        super().__init__(words, [(None, none), *units])
        self.count = NumberField(count, 1, 10_000, labelled=False)
        self.count.inner.setFixedWidth(look.scaled(96))
        line = look.row(self.count, self.box)
        line.setStretchFactor(self.box, 1)
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            raise TypeError("a field stacks its words, itself and its line")
        layout.removeWidget(self.box)
        layout.insertLayout(1, line)
        self.box.currentIndexChanged.connect(lambda _place: self._follow())
        self.count.edited.connect(self._edited)
        self._follow()

    def limit(self) -> Limit | None:
        """Give the limit, or None."""
        unit = self.value()
        if unit is None:
            return None
        return Limit(unit=unit, n=0 if unit in _UNCOUNTED else self.count.value())

    def set_limit(self, limit: Limit | None) -> None:
        """Show a limit; this counts as no edit of the person."""
        self.set_value(limit.unit if limit else None)
        self.count.set_value(max(1, limit.n) if limit else 1)
        self._follow()

    def _follow(self) -> None:
        unit = self.value()
        self.count.setVisible(unit is not None and unit not in _UNCOUNTED)


class TicksField(Field):
    """Any number of some values."""

    def __init__(self, words: str, choices: Sequence[tuple[Any, str]], across: int = 4) -> None:
        self._place = QWidget()
        super().__init__(words, self._place)
        self._given: tuple[Any, ...] = ()
        self.ticks = {value: TickField(said) for value, said in choices}
        table = QGridLayout(self._place)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(look.SPACE_S)
        for number, tick in enumerate(self.ticks.values()):
            table.addWidget(tick, number // across, number % across)
            tick.edited.connect(self._edited)
        self._place.setFocusProxy(next(iter(self.ticks.values())))

    def values(self) -> tuple[Any, ...]:
        """Give what is ticked: what was there before in its order, what was added behind it."""
        ordered = dict.fromkeys((*self._given, *self.ticks))
        return tuple(value for value in ordered if value in self.ticks and self.ticks[value].value())

    def set_values(self, values: Sequence[Any]) -> None:
        """Tick these; this counts as no edit of the person."""
        self._given = tuple(values)
        for value, tick in self.ticks.items():
            tick.set_value(value in values)
