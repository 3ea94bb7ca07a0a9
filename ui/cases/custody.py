"""Through whose hands the chosen line went, the oldest step first."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reception.errors import ReceptionError
from reception.services import custody
from reception.words import Language, sentence
from reception.words.history import history_line
from ui import look
from ui.desk_link import DeskLink

if TYPE_CHECKING:
    from reception.services.custody import Away, Custody


class CustodyPart(QWidget):
    """The steps of one record: when, who (and for whom), what."""

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self._wanted = 0
        self._texts: list[str] = []
        self._content = QWidget()
        self._lines = QVBoxLayout(self._content)
        self._lines.setContentsMargins(0, 0, look.SPACE_M, 0)
        self._lines.setSpacing(look.SPACE_S)
        self._lines.addStretch()
        self.area: QScrollArea = look.scrolled(self._content)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("流转经过"))
        self.setFocusProxy(self.area)
        self.setLayout(look.column(self.area))

    def show_record(self, inquiry_id: int) -> None:
        """Read the steps of a record; 0 shows nothing."""
        if inquiry_id != self._wanted:
            self._fill([])
        self._wanted = inquiry_id
        if inquiry_id:
            self._link.run(self, custody.of, inquiry_id, done=self._came, failed=self._refused, latest=True)

    def texts(self) -> list[str]:
        """Give the lines that are shown."""
        return list(self._texts)

    def _came(self, found: "Custody") -> None:
        calendar = self._link.desk.calendar
        lines: list[tuple[datetime, str]] = []
        for entry in found.entries:
            line = history_line(entry, calendar, self._language, masked=found.masked)
            lines.append((line.at, self._said(line.who, self.tr("；").join((line.what, *line.details)))))
        lines += [(calendar.local(each.from_at), self._away(each)) for each in found.away]
        lines.sort(key=lambda each: each[0])
        self._fill([f"{at:%m-%d %H:%M} {words}" for at, words in lines])

    def _refused(self, error: ReceptionError) -> None:
        self._fill([sentence(error, self._language)])

    def _said(self, who: str, what: str) -> str:
        return self.tr("{who}：{what}").format(who=who, what=what)

    def _away(self, each: "Away") -> str:
        until = f"{self._link.desk.calendar.local(each.until_at):%m-%d %H:%M}"
        if each.instead:
            words = self.tr("{who} 离岗至 {until}，由 {instead} 代办")
            return words.format(who=each.who, until=until, instead=each.instead)
        return self.tr("{who} 离岗至 {until}").format(who=each.who, until=until)

    def _fill(self, texts: list[str]) -> None:
        self._texts = texts
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, text in enumerate(texts):
            self._lines.insertWidget(place, look.text_label(text, "body", wrap=True, selectable=True))
