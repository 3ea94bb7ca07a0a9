"""What this office recorded today, and what a recognised visitor came for earlier."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.rules.inquiries import Status
from reception.services import register, tallies
from reception.words import Language, label
from ui import look
from ui.desk_link import DeskLink
from ui.inquiries.follow_ups import OpenFollowUps
from ui.inquiries.links import LineLink
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.register import RegisterLine
    from reception.services.visitors import Known

_KINDS = frozenset({"Inquiry", "Tally"})


def _today(desk: "Desk") -> "tuple[tuple[RegisterLine, ...], int]":
    """Give what was recorded today, and how many were only counted."""
    return register.today(desk), tallies.of_day(desk).total


def _late_tone(line: "RegisterLine") -> "look.Tone | None":
    return "amber" if line.late_entry and not line.restricted else None


class TodayList(QWidget):
    """Today's records, newest first.

    Signals:
        opened(int): the person wants to see this record.
    """

    opened = Signal(int)

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self._day = self._today()
        self.head = look.heading(self.tr("今日登记"))
        self.table = RecordTable(self._columns(), name=self.tr("今日登记"))
        self.table.set_empty(self.tr("今天还没有登记。接待第一位来访人后，记录会出现在这里。"))
        self.table.chosen.connect(lambda line: self.opened.emit(line.id))
        self.setLayout(look.column(self.head, self.table, spacing=look.SPACE_M))
        link.changed.connect(self._changed)
        link.minute.connect(self._minute)

    def read(self) -> None:
        """Read the list again."""
        self._day = self._today()
        self._link.run(self, _today, done=self._show, latest=True)

    def _minute(self) -> None:
        if self._today() != self._day:
            self.read()

    def _today(self) -> date:
        return self._link.desk.calendar.local(self._link.desk.clock()).date()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self.read()

    def _show(self, found: "tuple[tuple[RegisterLine, ...], int]") -> None:
        lines, counted = found
        head = self.tr("今日登记 {n}").format(n=len(lines)) if lines else self.tr("今日登记")
        self.head.setText(self.tr("{head} · 计数 {n}").format(head=head, n=counted) if counted else head)
        self.table.show_records(lines)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("时间"), text=self._time, tip=self._moment, tone=_late_tone, width=52),
            Column(title=self.tr("来访人"), text=self._visitor, width=92, tip=self._visitor),
            Column(title=self.tr("事项"), text=self._matter, tip=self._matter),
            Column(title=self.tr("去向"), text=self._way, width=96, tip=self._way),
        ]

    def _time(self, line: "RegisterLine") -> str:
        """Give the time, or of a contact that was entered on a later day its date."""
        local = self._link.desk.calendar.local(line.received_at)
        return f"{local:%H:%M}" if local.date() == self._day else f"{local:%m-%d}"

    def _moment(self, line: "RegisterLine") -> str:
        if line.restricted:
            return self._time(line)
        moment = f"{self._link.desk.calendar.local(line.received_at):%Y-%m-%d %H:%M}"
        return self.tr("补登：{moment}").format(moment=moment) if line.late_entry else moment

    def _visitor(self, line: "RegisterLine") -> str:
        return self.tr("受限") if line.restricted else line.visitor or self.tr("（未留名）")

    def _matter(self, line: "RegisterLine") -> str:
        if line.restricted:
            return self.tr("受限")
        matter = line.matter_name or line.summary
        return self.tr("补登 · {matter}").format(matter=matter) if line.late_entry else matter

    def _way(self, line: "RegisterLine") -> str:
        if line.status is Status.VOID:
            return self.tr("已作废")
        return self.tr("受限") if line.restricted else label(line.disposition, self._language)


class EarlierContacts(QWidget):
    """What is open with the visitor who fits what has been typed, and his earlier contacts."""

    opened = Signal(int)
    _MOST = 4

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.follow_ups = OpenFollowUps(link, language)
        self.follow_ups.opened.connect(self.opened)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._head = look.heading(self.tr("此前来访"))
        earlier = look.column(self._head, self._rows, spacing=look.SPACE_S)
        self.setLayout(look.column(self.follow_ups, earlier, spacing=look.SPACE_M))
        self.hide()

    def show_known(self, known: "tuple[Known, ...]") -> None:
        """Show the contacts of the surest visitor, or nothing."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        contacts = known[0].contacts[: self._MOST] if known else ()
        for contact in contacts:
            day = self._link.desk.calendar.local(contact.received_at)
            parts = (f"{day:%m-%d}", contact.summary[:16], label(contact.disposition, self._language))
            state = label(contact.status, self._language)
            words = " · ".join((*parts, state))
            act = partial(self.opened.emit, contact.inquiry_id)
            self._rows.addWidget(LineLink(words, act, f"{contact.reg_no} {contact.summary}"))
        open_ = known[0].follow_ups if known else ()
        self.follow_ups.show_items(open_)
        self._head.setVisible(bool(contacts))
        self.setVisible(bool(contacts or open_))
