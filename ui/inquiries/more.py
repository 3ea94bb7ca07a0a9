"""The fields that are seldom needed, behind one button."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from reception.rules.inquiries import GROUP_OF, InquiryDraft, Kind, Urgency
from reception.rules.inquiry_check import LINES, MOST_PEOPLE
from reception.words import Language, label
from ui import look
from ui.forms import ChoiceField, Field, LineField

_TEXTS = ("repeat_of", "other_contact", "proposed", "remark")


class CountField(Field):
    """A whole number."""

    def __init__(self, words: str, least: int, most: int) -> None:
        self.box = QSpinBox()
        super().__init__(words, self.box)
        self.box.setRange(least, most)
        self.box.lineEdit().setTextMargins(look.SPACE_M, 0, 0, 0)
        self.box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.box.setProperty("buttons", "none")
        self._filling = False
        self.box.valueChanged.connect(lambda _value: None if self._filling else self._edited())

    def value(self) -> int:
        """Give the number."""
        return self.box.value()

    def set_value(self, value: int) -> None:
        """Show a number; this counts as no edit of the person."""
        self._filling = True
        self.box.setValue(value)
        self._filling = False


class MorePart(QWidget):
    """Nature, urgency, number of people, earlier record, other contact, proposal and remark."""

    edited = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.kind = ChoiceField(self.tr("事项性质"), [(kind, label(kind, language)) for kind in Kind])
        self.urgency = ChoiceField(self.tr("紧急程度"), [(each, label(each, language)) for each in Urgency])
        self.person_count = CountField(self.tr("人数"), 1, MOST_PEOPLE)
        self.person_count.edited.connect(self._count_changed)
        self.repeat_of = LineField(self.tr("重复来访的编号"), LINES["repeat_of"])
        self.other_contact = LineField(self.tr("其他联系方式"), LINES["other_contact"])
        self.proposed = LineField(self.tr("拟办意见"), 1000)
        self.remark = LineField(self.tr("备注"), 1000)
        self.repeat_of.edit.setPlaceholderText(self.tr("如 2026-0001"))
        first, second = look.row(spacing=look.SPACE_M), look.row(spacing=look.SPACE_M)
        for field, share in ((self.kind, 2), (self.urgency, 2), (self.person_count, 1), (self.repeat_of, 3)):
            first.addWidget(field, share)
        for text in (self.other_contact, self.proposed, self.remark):
            second.addWidget(text, 1)
        self.setLayout(look.column(first, second, spacing=look.SPACE_M))
        for each in self.fields().values():
            each.edited.connect(self.edited)
        self.fill(InquiryDraft(token=""))

    def _count_changed(self) -> None:
        group = self.person_count.value() >= GROUP_OF
        self.person_count.set_hint(self.tr("请报告领导") if group else "")

    def fields(self) -> dict[str, Field]:
        """Give the fields by name, in reading order."""
        return {name: getattr(self, name) for name in ("kind", "urgency", "person_count", *_TEXTS)}

    def read_into(self, draft: InquiryDraft) -> InquiryDraft:
        """Give the draft with what stands in these fields."""
        texts: dict[str, Any] = {name: getattr(self, name).text() for name in _TEXTS}
        return replace(
            draft,
            kind=self.kind.value(),
            urgency=self.urgency.value(),
            person_count=self.person_count.value(),
            **texts,
        )

    def fill(self, draft: InquiryDraft) -> None:
        """Show what a draft holds."""
        self.kind.set_value(draft.kind)
        self.urgency.set_value(draft.urgency)
        self.person_count.set_value(draft.person_count)
        self._count_changed()
        for name in _TEXTS:
            getattr(self, name).set_text(getattr(draft, name))

    def filled(self) -> int:
        """Give how many of these fields differ from what an empty form holds."""
        blank = InquiryDraft(token="")
        now = self.read_into(blank)
        return sum(getattr(now, name) != getattr(blank, name) for name in self.fields())
