"""Who may be the same person as a visitor: proposed by likeness, or sought by name, phone or number."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.services import merging
from reception.words import Language, label
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.rules.recognition import Visitor, VisitorMerge
    from reception.services.desk import Desk
    from reception.services.merging import Alike

LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Who may be meant, and what was merged into the visitor before."""

    alike: "Alike"
    merges: "tuple[VisitorMerge, ...]"


def _find(desk: "Desk", visitor_id: int, typed: str) -> _Found:
    alike = merging.alike(desk, visitor_id, typed)
    return _Found(alike=alike, merges=merging.merges_of(desk, alike.visitor.id))


class ChoosePart(QWidget):
    """The visitor, a search, and the list of those who may be the same person.

    Signals:
        chosen(int): this one may be the same person.
        part_wanted(int): this earlier merge shall be undone.
        refused(ReceptionError): nothing could be read.
    """

    chosen = Signal(int)
    part_wanted = Signal(int)
    refused = Signal(object)

    def __init__(self, link: DeskLink, language: Language, visitor_id: int) -> None:
        super().__init__()
        self._link, self._language, self._visitor_id = link, language, visitor_id
        self.who = look.text_label("", "heading", wrap=True)
        self.search = LineField(self.tr("与谁是同一人？姓名、拼音、电话或学号(&F)"), LONGEST)
        self.table = RecordTable(self._columns(), name=self.tr("可能是同一人的来访人"))
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(look.SPACE_S)
        layout = look.column(self.who, self.search, self.table, self._earlier, spacing=look.SPACE_L)
        layout.setStretchFactor(self.table, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.search)
        self.search.edited.connect(self.read)
        self.search.edit.returnPressed.connect(self._to_list)
        self.table.chosen.connect(lambda visitor: self.chosen.emit(visitor.id))

    def read(self) -> None:
        """Look for those who may be meant."""
        typed = self.search.text().strip()
        self._link.run(self, _find, self._visitor_id, typed, done=self._show, failed=self.refused.emit, latest=True)

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current() is None:
            self.table.selectRow(0)

    def _show(self, found: _Found) -> None:
        visitor = found.alike.visitor
        parts = (visitor.name, visitor.phone, visitor.person_no, visitor.person_unit)
        self.who.setText(" · ".join(part for part in parts if part))
        nobody = self.tr("没有看上去相同的来访人。可以在上面输入姓名、电话或学号来找。")
        self.table.set_empty(self.tr("没有找到，换个写法试试。") if self.search.text().strip() else nobody)
        self.table.show_records(found.alike.others)
        self._show_merges(found.merges)

    def _show_merges(self, merges: "tuple[VisitorMerge, ...]") -> None:
        while (item := self._earlier.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if merges:
            self._earlier.addWidget(self._merge_line(merges[0]))

    def _merge_line(self, merge: "VisitorMerge") -> QWidget:
        local = self._link.desk.calendar.local(merge.at)
        words = self.tr("{by} 于 {at} 合并过一位，转入 {n} 条登记").format(
            by=merge.by, at=f"{local:%Y-%m-%d %H:%M}", n=len(merge.moved)
        )
        place = QWidget()
        undo = look.plain_button(self.tr("撤销这次合并(&U)"), lambda: self.part_wanted.emit(merge.id))
        line = look.row(look.text_label(words, "muted", wrap=True), undo, spacing=look.SPACE_L)
        line.setStretch(0, 1)
        place.setLayout(line)
        return place

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("姓名"), text=lambda each: each.name, tip=lambda each: each.name, width=116),
            Column(title=self.tr("电话"), text=lambda each: each.phone, tip=lambda each: each.phone, width=118),
            Column(
                title=self.tr("学号/工号"), text=lambda each: each.person_no, tip=lambda each: each.person_no, width=118
            ),
            Column(title=self.tr("类别"), text=self._kind, tip=self._kind, width=92),
            Column(title=self.tr("学院/部门"), text=lambda each: each.person_unit, tip=lambda each: each.person_unit),
            Column(title=self.tr("来访次数"), text=lambda each: str(each.contacts), align="right", width=76),
            Column(title=self.tr("最近来访"), text=lambda each: self._day(each.last_seen_at), width=98),
        ]

    def _number(self, visitor: "Visitor") -> str:
        return visitor.person_no

    def _kind(self, visitor: "Visitor") -> str:
        return label(visitor.person_kind, self._language)

    def _day(self, instant: datetime) -> str:
        return f"{self._link.desk.calendar.local(instant):%Y-%m-%d}"
