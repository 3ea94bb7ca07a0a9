"""What narrows the register: weeks, four choices, and a text that is searched while it is typed."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.rules.inquiries import Channel, Disposition, Status
from reception.services.register import RegisterFilter
from reception.words import Language, label
from ui import look
from ui.forms import ChoiceField
from ui.search_line import SearchLine
from ui.weeks import WeekPicker

if TYPE_CHECKING:
    from reception.services.register import Officer


class FilterBar(QWidget):
    """The two lines above the list.

    Signals:
        changed(): another part of the register is wanted.
    """

    changed = Signal()

    def __init__(self, today: date, language: Language) -> None:
        super().__init__()
        self._language = language
        self.search = SearchLine(self.tr("在登记簿中查找"), self.tr("姓名、拼音首字母、电话、编号、内容"))
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.weeks = WeekPicker(today)
        self.weeks.chosen.connect(lambda _week: self.changed.emit())
        self.every = look.choice_button(self.tr("全部时间(&A)"))
        self.this_week = look.choice_button(self.tr("本周(&W)"))
        self.by_week = look.choice_button(self.tr("选一周(&K)"))
        self.channel = self._choice(self.tr("来访方式"), self._members(Channel, self.tr("全部方式")))
        self.disposition = self._choice(self.tr("处置方式"), self._members(Disposition, self.tr("全部处置")))
        self.officer = self._choice(self.tr("首问责任人"), [(None, self.tr("全部首问责任人"))])
        self.status = self._choice(self.tr("状态"), self._members(Status, self.tr("全部状态")))
        self.clear_button = look.link_button(self.tr("清除筛选(&C)"), self.clear)
        self._group_weeks()
        self._place()
        self._follow()

    def chosen(self) -> RegisterFilter:
        """Give what is wanted now."""
        return RegisterFilter(
            week=None if self.every.isChecked() else self.weeks.week,
            channel=self.channel.value(),
            disposition=self.disposition.value(),
            officer_id=self.officer.value(),
            status=self.status.value(),
            text=self.search.text(),
        )

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return self.chosen() != RegisterFilter()

    def set_officers(self, officers: "Sequence[Officer]") -> None:
        """Offer these first officers."""
        choices = [(officer.id, officer.name) for officer in officers]
        self.officer.set_choices([(None, self.tr("全部首问责任人")), *choices])

    def set_text(self, text: str) -> None:
        """Search for a text."""
        self.search.setText(text)

    def clear(self) -> None:
        """Want everything again."""
        self.blockSignals(True)
        self.search.clear()
        self.every.setChecked(True)
        for choice in self._choices():
            choice.set_value(None)
        self.blockSignals(False)
        self._changed()

    def _choices(self) -> tuple[ChoiceField, ...]:
        return self.channel, self.disposition, self.officer, self.status

    def _choice(self, words: str, choices: Sequence[tuple[object, str]]) -> ChoiceField:
        field = ChoiceField(words, choices, labelled=False)
        field.edited.connect(self._changed)
        return field

    def _members(self, kind: type[StrEnum], everything: str) -> list[tuple[object, str]]:
        return [(None, everything), *((member, self._words(member)) for member in kind)]

    def _words(self, member: StrEnum) -> str:
        words = label(member, self._language)
        return f"{member.value} {words}" if isinstance(member, Disposition) else words

    def _group_weeks(self) -> None:
        self._group = QButtonGroup(self)
        for button in (self.every, self.this_week, self.by_week):
            self._group.addButton(button)
            button.clicked.connect(lambda _on, button=button: self._week_wanted(button))
        self.every.setChecked(True)

    def _week_wanted(self, button: QPushButton) -> None:
        if button is self.this_week:
            self.weeks.blockSignals(True)
            self.weeks.go_to_present()
            self.weeks.blockSignals(False)
        self._changed()

    def _changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        self.weeks.setVisible(self.by_week.isChecked())

    def _place(self) -> None:
        upper = look.row(self.search, self.every, self.this_week, self.by_week, self.weeks)
        upper.setStretchFactor(self.search, 1)
        lower = look.row(*self._choices(), 1, self.clear_button)
        self.setLayout(look.column(upper, lower))
