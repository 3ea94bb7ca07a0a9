"""Two visitors side by side: per field which value stays, and the records that move."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reception.rules.recognition import PERSONAL, Visitor
from reception.words import Language, field_label, label
from ui import look
from ui.desk_link import DeskLink
from ui.inquiries.choices import ChoiceRow
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.services.merging import MergePreview
    from reception.services.visitors import Contact

NAME_WIDTH = 132
SIDE_WIDTH = 300
KEPT, MERGED = "kept", "merged"


class ComparePart(QWidget):
    """Left who stays, right who goes into him; what differs is chosen with 1 or 2."""

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.preview: MergePreview | None = None
        self.choices: dict[str, ChoiceRow] = {}
        self.swap_button = look.plain_button(self.tr("左右对调(&X)"), self.swap)
        self._sides = QWidget()
        self._grid = QGridLayout(self._sides)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.SPACE_L)
        self._grid.setVerticalSpacing(look.SPACE_S)
        self._sides.setMaximumWidth(look.scaled(NAME_WIDTH + 2 * SIDE_WIDTH))
        self.moving = look.text_label("", "strong")
        self.table = RecordTable(self._columns(), name=self.tr("转入的登记"))
        self.table.set_empty(self.tr("并入的一位没有登记，只合并资料。"))
        between = look.row(self.moving, 1, self.swap_button)
        layout = look.column(look.scrolled(self._sides), between, self.table, spacing=look.SPACE_L)
        layout.setStretch(0, 3)
        layout.setStretch(2, 2)
        self.setLayout(layout)

    def show_preview(self, preview: "MergePreview") -> None:
        """Show two visitors."""
        self.preview = preview
        self._clear()
        self._head()
        for row, name in enumerate(PERSONAL, start=1):
            self._field(row, name, preview)
        self._facts(len(PERSONAL) + 1, preview)
        self._grid.setRowStretch(len(PERSONAL) + 4, 1)
        self.moving.setText(self.tr("转入保留一位的登记：{n} 条").format(n=preview.merged.records))
        self.table.show_records(preview.merged.contacts)
        first: QWidget = next(iter(self.choices.values()), None) or self.swap_button
        self.setFocusProxy(first)

    def taken(self) -> tuple[str, ...]:
        """Give the fields whose value comes from the one at the right."""
        return tuple(name for name, choice in self.choices.items() if choice.value() == MERGED)

    def name(self) -> str:
        """Give what the one who stays will be called."""
        if self.preview is None:
            return ""
        side = self.preview.merged if "name" in self.taken() else self.preview.kept
        return side.visitor.name

    def swap(self) -> None:
        """Let the other one stay; the chosen values stay chosen."""
        if self.preview is None:
            return
        chosen = {name: choice.value() for name, choice in self.choices.items()}
        before = self.preview
        self.show_preview(type(before)(kept=before.merged, merged=before.kept, differing=before.differing))
        for name, value in chosen.items():
            self.choices[name].set_value(MERGED if value == KEPT else KEPT)
        self.swap_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> None:
        for column, words in ((1, self.tr("保留这一位")), (2, self.tr("并入左边"))):
            self._grid.addWidget(look.text_label(words, "strong"), 0, column)
            self._grid.setColumnStretch(column, 1)
        self._grid.setColumnMinimumWidth(0, look.scaled(NAME_WIDTH))

    def _field(self, row: int, name: str, preview: "MergePreview") -> None:
        kept, merged = preview.kept.visitor, preview.merged.visitor
        words = field_label("person_name" if name == "name" else name, self._language)
        self._grid.addWidget(_quiet(words), row, 0)
        if name not in preview.differing:
            for column, visitor in ((1, kept), (2, merged)):
                self._grid.addWidget(_value(self._text(name, visitor)), row, column)
            return
        texts = [(side, self._text(name, each)) for side, each in ((KEPT, kept), (MERGED, merged))]
        choice = ChoiceRow("", [(side, text.replace("&", "&&")) for side, text in texts])
        choice.inner.setAccessibleName(words)
        layout = cast(QHBoxLayout, choice.row.layout())
        layout.setSpacing(look.SPACE_L)
        for button, (_side, text) in zip(choice.buttons, texts, strict=True):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            layout.setStretchFactor(button, 1)
            button.setAccessibleName(f"{words} {text}")
            look.set_tip(button, text)
        choice.set_value(KEPT if getattr(kept, name) else MERGED)
        self.choices[name] = choice
        self._grid.addWidget(choice, row, 1, 1, 2)

    def _facts(self, row: int, preview: "MergePreview") -> None:
        facts: tuple[tuple[str, Any], ...] = (
            (self.tr("首次来访"), lambda side: self._day(side.visitor.first_seen_at)),
            (self.tr("最近来访"), lambda side: self._day(side.visitor.last_seen_at)),
            (self.tr("登记"), lambda side: self.tr("{n} 条").format(n=side.records)),
        )
        for place, (words, text) in enumerate(facts, start=row):
            self._grid.addWidget(_quiet(words), place, 0)
            for column, side in ((1, preview.kept), (2, preview.merged)):
                self._grid.addWidget(_value(text(side)), place, column)

    def _text(self, name: str, visitor: Visitor) -> str:
        value = getattr(visitor, name)
        if name == "phone" and visitor.phone_ext:
            return self.tr("{phone} 转 {extension}").format(phone=value, extension=visitor.phone_ext)
        if name == "person_kind":
            return label(value, self._language)
        return value or self.tr("（空）")

    def _clear(self) -> None:
        self.choices = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _day(self, instant: datetime) -> str:
        return f"{self._link.desk.calendar.local(instant):%Y-%m-%d}"

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("编号"), text=lambda each: each.reg_no, width=150),
            Column(title=self.tr("时间"), text=self._moment, width=140),
            Column(title=self.tr("事项"), text=lambda each: each.summary, tip=lambda each: each.summary),
            Column(title=self.tr("处置"), text=self._way, tip=self._way, width=110),
            Column(title=self.tr("状态"), text=self._state, tip=self._state, width=96),
        ]

    def _way(self, contact: "Contact") -> str:
        return label(contact.disposition, self._language)

    def _state(self, contact: "Contact") -> str:
        return label(contact.status, self._language)

    def _moment(self, contact: "Contact") -> str:
        return f"{self._link.desk.calendar.local(contact.received_at):%Y-%m-%d %H:%M}"


def _quiet(words: str) -> QLabel:
    return look.text_label(words, "hint", wrap=True)


def _value(text: str) -> QLabel:
    return look.text_label(text, wrap=True, selectable=True)
