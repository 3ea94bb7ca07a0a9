"""What is still open with the caller, beside the form: number, what, and how long it may still take."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.words import Language, label
from ui import look
from ui.cases.remaining import light_of, remaining, spoken
from ui.desk_link import DeskLink
from ui.heeding import each_minute
from ui.inquiries.links import LineLink

if TYPE_CHECKING:
    from reception.rules.recognition import FollowUp

MOST = 3


class OpenFollowUps(QWidget):
    """The first few things that are open with a visitor; Enter opens one.

    Signals:
        opened(int): the person wants to see this record.
    """

    opened = Signal(int)

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self._items: tuple[FollowUp, ...] = ()
        self.rows: list[LineLink] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = look.text_label("", "hint")
        self.setLayout(look.column(look.heading(self.tr("未了事项")), self._rows, self.more, spacing=look.SPACE_S))
        self.hide()
        each_minute(self, link, lambda: self.show_items(self._items))

    def show_items(self, items: "tuple[FollowUp, ...]") -> None:
        """Show what is open, the first due first, or nothing."""
        focused = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        self._items = items
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(each) for each in items[:MOST]]
        for row in self.rows:
            self._rows.addWidget(row)
        left = len(items) - len(self.rows)
        self.more.setText(self.tr("另有 {n} 项").format(n=left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(items))
        if focused is not None and focused < len(self.rows):
            self.rows[focused].setFocus()

    def _row(self, follow_up: "FollowUp") -> LineLink:
        item, desk = follow_up.item, self._link.desk
        left = look.light_text(light_of(item, desk), remaining(item, desk, self._language))
        kind = label(follow_up.kind, self._language)
        words = " · ".join(part for part in (left, kind, item.summary) if part)
        act = partial(self.opened.emit, item.inquiry_id) if item.inquiry_id else None
        parts = (item.number, item.summary, item.person, spoken(item, desk, self._language))
        return LineLink(words, act, " · ".join(part for part in parts if part))
