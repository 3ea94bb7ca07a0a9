"""Until when a call is promised: typed as one says it, or one of the usual promises; what it means stands below."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid
from reception.rules.call_times import CallTime, CallWindow, read_window, usual_times, usual_window
from reception.words import Language, label, sentence
from reception.words.calls import call_window_text
from ui import look
from ui.desk_link import DeskLink
from ui.forms import Field, LineField
from ui.inquiries.choices import ChoiceRow

if TYPE_CHECKING:
    from reception.services.desk import Desk

WHEN_LIMIT = 30
WHEN_WIDTH = 116


class WindowPart(QWidget):
    """The field of the time with the usual promises beside it. What was said counts from the moment it was said.

    Args:
        link: the line to the desk.
        language: of the words.
        stacked: whether the usual promises stand under the field, where there is no room beside it.

    Signals:
        edited(): another time was promised.
    """

    edited = Signal()

    def __init__(self, link: DeskLink, language: Language, *, stacked: bool = False) -> None:
        super().__init__()
        self._link, self._language = link, language
        self._window: CallWindow | None = None
        self.when = LineField(self.tr("回电时间"), WHEN_LIMIT)
        self.when.edit.setPlaceholderText(self.tr("17、+30、明早"))
        self.when.setFixedWidth(look.scaled(WHEN_WIDTH))
        self.usual = ChoiceRow(self.tr("常用"), [(each, label(each, language)) for each in CallTime])
        self.said = look.text_label("", "accent")
        beside = self.said if stacked else self.usual
        line = look.row(self.when, beside, 1, spacing=look.SPACE_M)
        inner = self.when.layout()
        assert inner is not None
        inner.removeWidget(self.when.line)  # a sentence has no room under so small a field
        if stacked:
            self.usual.label.hide()
            line.setAlignment(self.said, Qt.AlignmentFlag.AlignBottom)
            self.said.setMinimumHeight(look.CONTROL_HEIGHT)
        below = (self.when.line, self.usual) if stacked else (self.when.line,)
        self.setLayout(look.column(line, *below, spacing=look.SPACE_S))
        self.when.edited.connect(self._typed)
        self.when.left.connect(self.explain)
        self.usual.edited.connect(self._chosen)

    def fields(self) -> dict[str, Field]:
        """Give the fields by the names that reasons use."""
        return {"call_before": self.when}

    def instants(self) -> tuple[datetime | None, datetime | None]:
        """Give from when until when, as instants; both None while no time is promised."""
        if self._window is None:
            return None, None
        calendar, window = self._link.desk.calendar, self._window
        return (calendar.instant(window.not_before) if window.not_before else None), calendar.instant(window.due)

    def explain(self) -> None:
        """Say at the field why what was typed is no time that can be promised."""
        if self._window is not None or not self.when.text().strip():
            return
        try:
            self._window = read_window(self.when.text(), self._now(), self._link.desk.calendar)
        except Invalid as refused:
            self.when.set_error("\n".join(sentence(reason, self._language) for reason in refused.reasons))
        self._say()

    def offer(self) -> None:
        """Offer the promises that can still be kept today."""
        self.usual.offer(usual_times(self._now(), self._link.desk.calendar))
        self._say()

    def choose(self, usual: CallTime) -> None:
        """Take one of the usual promises."""
        self.usual.set_value(usual)
        self._chosen()

    def kept(self) -> dict[str, Any]:
        """Give what the part remembers, as plain values."""
        window = self._window
        usual = self.usual.value()
        return {
            "when": self.when.text(),
            "usual": str(usual) if usual else "",
            "not_before": window.not_before.isoformat() if window and window.not_before else "",
            "due": window.due.isoformat() if window else "",
        }

    def bring_back(self, kept: dict[str, Any]) -> None:
        """Show again what `kept` gave; an empty one empties the part."""
        self.when.clear_error()
        self.when.set_text(str(kept.get("when", "")))
        self.usual.set_value(CallTime(kept["usual"]) if kept.get("usual") else None)
        due, begin = str(kept.get("due", "")), str(kept.get("not_before", ""))
        self._window = None
        if due:
            not_before = datetime.fromisoformat(begin) if begin else None
            self._window = CallWindow(not_before=not_before, due=datetime.fromisoformat(due))
        self._say()

    def _typed(self) -> None:
        self.usual.set_value(None)
        try:
            self._window = read_window(self.when.text(), self._now(), self._link.desk.calendar)
        except Invalid:
            self._window = None  # more may be typed; `explain` says what is wrong when the field is left
        self._say()
        self.edited.emit()

    def _chosen(self) -> None:
        self.when.set_text("")
        self.when.clear_error()
        try:
            self._window = usual_window(self.usual.value(), self._now(), self._link.desk.calendar)
        except Invalid as refused:
            self._window = None
            self.when.set_error("\n".join(sentence(reason, self._language) for reason in refused.reasons))
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        self.said.setText(promised_words(self._link.desk, *self.instants(), self._language))

    def _now(self) -> datetime:
        return self._link.desk.calendar.local(self._link.desk.clock())


def promised_words(desk: "Desk", not_before: datetime | None, due_at: datetime | None, language: Language) -> str:
    """Give 今天 17:00 前 of a promised window, or nothing."""
    if due_at is None:
        return ""
    calendar = desk.calendar
    begins = calendar.local(not_before) if not_before else None
    return call_window_text(begins, calendar.local(due_at), calendar.local(desk.clock()), language)
