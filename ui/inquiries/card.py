"""The card of a matter: who, where, when, on what basis, in which steps, for what fee, and by which date."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reception.rules.catalogue import Material
from reception.words import Language, instant_text, label, limit_text, statutory_text
from ui import look
from ui.desk_link import DeskLink
from ui.presence import person_there, there_lines

if TYPE_CHECKING:
    from reception.services.catalogue import MatterCard

_LAST_ROW = 99
_LEAST = 56


class CardPanel(QWidget):
    """Answers of the chosen matter; brief beside the form, whole when it is opened with F11.

    Signals:
        filled(bool): a matter is shown now, or none.
    """

    filled = Signal(bool)

    def __init__(self, language: Language, link: DeskLink) -> None:
        super().__init__()
        self._language, self._link = language, link
        self.card: MatterCard | None = None
        self.whole = False
        self.name = look.text_label("", "heading", wrap=True)
        self.kind = look.chip("", "green")
        self.promise = look.text_label("", "strong", wrap=True)
        self.online = look.chip(self.tr("网上可办，优先网办"), "blue")
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.SPACE_M)
        self._grid.setVerticalSpacing(look.SPACE_S)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(_LAST_ROW, 1)
        self.area = look.scrolled(self._lines)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("事项卡内容"))
        head = look.row(spacing=look.SPACE_M)
        head.addWidget(self.name, 1)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(look.column(head, self.online, self.promise, self.area, spacing=look.SPACE_M))
        self.show_card(None)

    def show_card(self, card: "MatterCard | None") -> None:
        """Show a matter, or what stands here while none is chosen."""
        self.card = card
        self._clear()
        for part in (self.kind, self.promise):
            part.setVisible(card is not None)
        self.online.setVisible(card is not None and card.matter.online)
        if card is None:
            self.name.setText(self.tr("事项卡"))
            hint = look.text_label(
                self.tr("选定事项后，这里回答找谁、在哪、何时、凭什么、要多久。"), "muted", wrap=True
            )
            self._grid.addWidget(hint, 0, 0, 1, 2)
        else:
            self._show(card)
        self.area.setMinimumHeight(look.scaled(_LEAST))
        self.filled.emit(card is not None)

    def set_whole(self, whole: bool) -> None:
        """Show all of the card, or its first answers."""
        self.whole = whole
        self.show_card(self.card)

    def brief(self) -> str:
        """Give who, where and until when in one line, for where the card has no room."""
        if self.card is None:
            return ""
        matter, due = self.card.matter, self.due_words()
        until = self.tr("今天受理最迟 {due} 办结").format(due=due) if due else ""
        there = self.card.there
        who = person_there(there, self._language) if there else self.card.holder
        parts = (who, matter.phone, matter.place, until)
        return self.tr(" · ").join(each for each in parts if each)

    def due_words(self) -> str:
        """Give the date that the matter's limit gives now, as it is said: 12月1日(星期二)17:30,暂定."""
        if self.card is None or self.card.due is None:
            return ""
        moment = self.card.due.due
        words = instant_text(moment, self._language)
        if moment.year == self.card.now.year:
            words = words.removeprefix(f"{moment.year}年")
        return self.tr("{moment}（暂定）").format(moment=words) if self.card.due.provisional else words

    def _show(self, card: "MatterCard") -> None:
        matter = card.matter
        self.name.setText(matter.name)
        look.set_chip(self.kind, label(matter.category, self._language), "green")
        limit = limit_text(matter.limit, self._language) if matter.limit else ""
        due = self.due_words()
        self.promise.setText(
            self.tr("承诺{limit}，今天受理最迟 {due} 办结").format(limit=limit, due=due)
            if due
            else self.tr("承诺{limit}").format(limit=limit or self.tr("时限尚未确定"))
        )
        lines = [*self._closed(card), *self._brief(card)]
        lines = [*lines, *self._rest(card)] if self.whole else lines
        for row, (words, text) in enumerate(pair for pair in lines if pair[1]):
            name = look.text_label(words, "hint")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            value = look.text_label(text, wrap=True, selectable=True)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._grid.addWidget(value, row, 1)

    def _closed(self, card: "MatterCard") -> list[tuple[str, str]]:
        if card.closure is None or card.accepted_on is None:
            return []
        words = self.tr("{first} 至 {last} 暂停受理（{reason}）；现在交来的，自 {day} 起算受理。").format(
            first=card.closure.first_on.isoformat(),
            last=card.closure.last_on.isoformat(),
            reason=card.closure.reason,
            day=card.accepted_on.isoformat(),
        )
        return [(self.tr("不受理"), words)]

    def _brief(self, card: "MatterCard") -> list[tuple[str, str]]:
        matter, comma = card.matter, self.tr(" · ")
        unit = card.unit.name if card.unit else ""
        post = card.post.name if card.post else ""
        there = there_lines(card.there, self._link.desk, self._language) if card.there else ()
        return [
            (self.tr("承办"), comma.join(each for each in (unit, post) if each)),
            (self.tr("在岗"), "\n".join(there)),
            (self.tr("电话"), self._phones(card)),
            (self.tr("地点"), matter.place or (card.unit.place if card.unit else "")),
            (self.tr("时间"), matter.hours),
            (self.tr("依据"), self.tr("、").join(matter.basis)),
            (self.tr("流程"), self.tr(" → ").join(step.name for step in matter.steps)),
            (self.tr("费用"), matter.fee),
        ]

    def _rest(self, card: "MatterCard") -> list[tuple[str, str]]:
        matter = card.matter
        return [
            (self.tr("条件"), matter.condition),
            (self.tr("材料"), "\n".join(self._material(each) for each in matter.materials)),
            (self.tr("结果"), matter.result),
            (self.tr("法定"), statutory_text(matter, self._language)),
            (self.tr("不计时"), self.tr("、").join(matter.pause_reasons)),
            (self.tr("编码"), matter.code),
        ]

    def _material(self, material: Material) -> str:
        words = f"{material.no}. {material.name}"
        return self.tr("{words}（{when}）").format(words=words, when=material.when) if material.when else words

    def _phones(self, card: "MatterCard") -> str:
        phone = card.matter.phone or (card.unit.phone if card.unit else "")
        supervise = card.matter.supervise_phone
        if not supervise:
            return phone
        return self.tr("{phone}（监督 {supervise}）").format(phone=phone, supervise=supervise)

    def _clear(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if isinstance(widget, QLabel):
                widget.hide()
                widget.deleteLater()
