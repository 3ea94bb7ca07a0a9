"""The whole card of a matter, for reading to a visitor: who, where, when, on what basis, with which papers."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reception.rules.catalogue import Material, Matter
from reception.words import Language, date_text, field_label, instant_text, label, limit_text
from ui import look
from ui.desk_link import DeskLink
from ui.presence import there_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reception.services.catalogue import MatterCard

NAME_WIDTH = 84


class MatterSheet(QWidget):
    """Shows one edition of a matter.

    Signals:
        edition_wanted(int): another edition shall be shown.
    """

    edition_wanted = Signal(int)

    def __init__(self, language: Language, link: DeskLink) -> None:
        super().__init__()
        self._language, self._link = language, link
        self._content: tuple[object, ...] = ()
        self.name = look.text_label("", "title", wrap=True, selectable=True)
        self.name_en = look.text_label("", "muted", wrap=True)
        self.chips = look.row(spacing=look.SPACE_S)
        self.promise = look.text_label("", "strong", wrap=True)
        self._body = QWidget()
        self._parts = QVBoxLayout(self._body)
        self._parts.setContentsMargins(0, 0, look.SPACE_M, 0)
        self._parts.setSpacing(look.SPACE_L)
        self.area = look.scrolled(self._body)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("事项内容"))
        layout = look.column(self.name, self.name_en, self.chips, self.promise, self.area)
        layout.setStretchFactor(self.area, 1)
        self.setLayout(layout)

    def show_matter(
        self, card: "MatterCard", shown: Matter, editions: "Sequence[Matter]", today: date, lacking: "Sequence[str]"
    ) -> None:
        """Show an edition; the date of today stands only beside the one in force.

        While only the clock went on, nothing but that date is written anew, so that a reader keeps his place.
        """
        self.promise.setText(self._promised(card, shown))
        there = there_lines(card.there, self._link.desk, self._language) if card.there else ()
        content = (shown, tuple(editions), tuple(lacking), card.unit, card.post, there)
        if content == self._content:
            return
        self.clear()
        self._content = content
        self.name.setText(shown.name)
        self.name_en.setText(shown.name_en)
        self.name_en.setVisible(bool(shown.name_en))
        self._mark(shown, today, lacking)
        self._parts.addWidget(self._grid(self._contact(card, shown, there)))
        self._parts.addWidget(self._grid(self._rules(shown)))
        if shown.materials:
            papers = [self._material(each) for each in shown.materials]
            self._parts.addWidget(self._listed(self.tr("材料"), papers))
        if shown.steps:
            steps = [f"{no}. {step.name}" for no, step in enumerate(shown.steps, start=1)]
            self._parts.addWidget(self._listed(self.tr("流程"), steps))
        self._parts.addWidget(self._editions(shown, editions))
        self._parts.addStretch()
        self.area.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        self._content = ()
        for layout in (self._parts, self.chips):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()

    def _mark(self, shown: Matter, today: date, lacking: "Sequence[str]") -> None:
        chips: list[tuple[bool, str, look.Tone]] = [
            (True, shown.code, "grey"),
            (True, label(shown.category, self._language), "green"),
            (True, label(shown.case_type, self._language), "blue"),
            (shown.online, self.tr("网上可办"), "blue"),
            (not shown.active, self.tr("已停用"), "red"),
            (shown.effective_on > today, self.tr("尚未生效"), "amber"),
        ]
        for wanted, words, tone in chips:
            if wanted:
                self.chips.addWidget(look.chip(words, tone))
        self.chips.addStretch()
        if lacking:
            names = self.tr("、").join(field_label(name, self._language) for name in lacking)
            self._parts.addWidget(
                look.text_label(self.tr("内容还不完整，缺：{names}").format(names=names), "warning", wrap=True)
            )

    def _promised(self, card: "MatterCard", shown: Matter) -> str:
        if shown.limit is None:
            return self.tr("时限尚未确定，登记时不能承诺办结时间")
        limit = limit_text(shown.limit, self._language)
        if card.due is None or card.matter.edition != shown.edition or not shown.active:
            return self.tr("承诺时限 {limit}").format(limit=limit)
        due = instant_text(card.due.due, self._language)
        words = (
            self.tr("承诺时限 {limit}，现在受理最迟 {due} 办结（暂定）")
            if card.due.provisional
            else self.tr("承诺时限 {limit}，现在受理最迟 {due} 办结")
        )
        return words.format(limit=limit, due=due)

    def _contact(self, card: "MatterCard", shown: Matter, there: tuple[str, ...]) -> list[tuple[str, str]]:
        unit = card.unit.name if card.unit else shown.unit_code
        post = card.post.name if card.post else ""
        dot = " · "
        return [
            (self.tr("承办"), dot.join(part for part in (unit, post) if part)),
            (self.tr("在岗"), "\n".join(there)),
            (self.tr("地点"), shown.place or (card.unit.place if card.unit else "")),
            (self.tr("时间"), shown.hours),
            (self.tr("电话"), shown.phone or (card.unit.phone if card.unit else "")),
            (self.tr("监督电话"), shown.supervise_phone),
        ]

    def _rules(self, shown: Matter) -> list[tuple[str, str]]:
        comma = self.tr("、")
        return [
            (self.tr("服务对象"), comma.join(label(each, self._language) for each in shown.audience)),
            (self.tr("依据"), "\n".join(shown.basis)),
            (self.tr("条件"), shown.condition),
            (self.tr("结果"), shown.result),
            (self.tr("收费"), shown.fee),
            (self.tr("法定时限"), "" if shown.statutory_text == "none" else shown.statutory_text),
            (self.tr("不计时"), comma.join(shown.pause_reasons)),
            (self.tr("关键词"), comma.join(shown.keywords)),
        ]

    def _material(self, material: Material) -> str:
        counts = []
        if material.original:
            counts.append(self.tr("原件 {n} 份").format(n=material.original))
        if material.copies:
            counts.append(self.tr("复印件 {n} 份").format(n=material.copies))
        words = f"{material.no}. {material.name}"
        if counts:
            words = self.tr("{words}（{counts}）").format(words=words, counts=self.tr("、").join(counts))
        return self.tr("{words} — {when}").format(words=words, when=material.when) if material.when else words

    def _grid(self, pairs: "Sequence[tuple[str, str]]") -> QWidget:
        place = QWidget()
        table = QGridLayout(place)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(look.SPACE_L)
        table.setVerticalSpacing(look.SPACE_S)
        table.setColumnStretch(1, 1)
        for number, (words, text) in enumerate(pair for pair in pairs if pair[1]):
            name = look.text_label(words, "hint", wrap=True)
            name.setFixedWidth(look.scaled(NAME_WIDTH))
            table.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(_text(text), number, 1)
        return place

    def _listed(self, title: str, lines: "Sequence[str]") -> QWidget:
        place = QWidget()
        layout = look.column(look.text_label(title, "strong"), spacing=look.SPACE_S)
        for line in lines:
            layout.addWidget(_text(line))
        place.setLayout(layout)
        return place

    def _editions(self, shown: Matter, editions: "Sequence[Matter]") -> QWidget:
        place = QWidget()
        layout = look.column(look.text_label(self.tr("版次"), "strong"), spacing=0)
        for each in editions:
            day = date_text(each.effective_on, self._language)
            words = self.tr("第 {n} 版，自 {day} 起").format(n=each.edition, day=day)
            if each.edition == shown.edition:
                layout.addWidget(look.text_label(self.tr("› {words}").format(words=words), "body"))
                continue
            button = look.link_button(words, partial(self.edition_wanted.emit, each.edition))
            button.setProperty("align", "left")
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        place.setLayout(layout)
        return place


def _text(text: str) -> QLabel:
    shown = look.text_label(text, wrap=True, selectable=True)
    shown.setAlignment(Qt.AlignmentFlag.AlignTop)
    shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return shown
