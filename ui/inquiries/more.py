"""The fields that are seldom needed, behind one button: who came for whom, how many, how urgent."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from reception.rules.inquiries import GROUP_OF, InquiryDraft, Kind, Urgency
from reception.rules.inquiry_check import LINES, MOST_PEOPLE, NAMES
from reception.words import Language, label
from ui import look
from ui.forms import ChoiceField, Field, LineField, TickField

_TEXTS = ("repeat_of", "agent_name", "agent_phone", "agent_relation", "other_contact", "proposed", "remark")


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
    """Nature, urgency, number of people, earlier record, agent, other contact, proposal and remark."""

    edited = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.kind = ChoiceField(self.tr("事项性质"), [(kind, label(kind, language)) for kind in Kind])
        self.urgency = ChoiceField(self.tr("紧急程度"), [(each, label(each, language)) for each in Urgency])
        self.person_count = CountField(self.tr("人数"), 1, MOST_PEOPLE)
        self.person_count.edited.connect(self._count_changed)
        self.repeat_of = LineField(self.tr("重复来访的编号"), LINES["repeat_of"])
        self.agent_name = LineField(self.tr("代办人姓名"), NAMES["agent_name"])
        self.agent_phone = LineField(self.tr("代办人电话"), LINES["agent_phone"])
        self.agent_relation = LineField(self.tr("与本人关系"), LINES["agent_relation"])
        self.leader_told = TickField(self.tr("已告知领导"))
        self.group = look.text_label(self.tr("5 人以上，请告知领导。"), "warning")
        self.other_contact = LineField(self.tr("其他联系方式"), LINES["other_contact"])
        self.proposed = LineField(self.tr("拟办意见"), 1000)
        self.remark = LineField(self.tr("备注"), 1000)
        self.repeat_of.edit.setPlaceholderText(self.tr("如 2026-0001"))
        self.agent_relation.edit.setPlaceholderText(self.tr("如 父亲、同学"))
        self._place()
        for each in self.fields().values():
            each.edited.connect(self.edited)
        self.fill(InquiryDraft(token=""))

    def _place(self) -> None:
        rows = (
            ((self.kind, 2), (self.urgency, 2), (self.person_count, 1), (self.repeat_of, 3)),
            ((self.agent_name, 1), (self.agent_phone, 1), (self.agent_relation, 1)),
            ((self.other_contact, 1), (self.proposed, 1), (self.remark, 1)),
        )
        lines = [look.row(spacing=look.SPACE_M) for _ in rows]
        for line, fields in zip(lines, rows, strict=True):
            for field, share in fields:
                line.addWidget(field, share)
        self._told = QWidget()
        told = look.row(self.group, self.leader_told, 1, spacing=look.SPACE_L)
        for part in (self.group, self.leader_told):
            told.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self._told.setLayout(told)
        self.setLayout(look.column(lines[0], self._told, *lines[1:], spacing=look.SPACE_M))

    def _count_changed(self) -> None:
        """Ask whether the leader was told of a group; this never keeps anybody from saving."""
        self._told.setVisible(self.person_count.value() >= GROUP_OF)

    def fields(self) -> dict[str, Field]:
        """Give the fields by name, in reading order."""
        return {name: getattr(self, name) for name in ("kind", "urgency", "person_count", "leader_told", *_TEXTS)}

    def read_into(self, draft: InquiryDraft) -> InquiryDraft:
        """Give the draft with what stands in these fields."""
        texts: dict[str, Any] = {name: getattr(self, name).text() for name in _TEXTS}
        return replace(
            draft,
            kind=self.kind.value(),
            urgency=self.urgency.value(),
            person_count=self.person_count.value(),
            leader_told=self.leader_told.value() and self.person_count.value() >= GROUP_OF,
            **texts,
        )

    def fill(self, draft: InquiryDraft) -> None:
        """Show what a draft holds."""
        self.kind.set_value(draft.kind)
        self.urgency.set_value(draft.urgency)
        self.person_count.set_value(draft.person_count)
        self.leader_told.set_value(draft.leader_told)
        self._count_changed()
        for name in _TEXTS:
            getattr(self, name).set_text(getattr(draft, name))

    def filled(self) -> int:
        """Give how many of these fields differ from what an empty form holds."""
        blank = InquiryDraft(token="")
        now = self.read_into(blank)
        return sum(getattr(now, name) != getattr(blank, name) for name in self.fields())
