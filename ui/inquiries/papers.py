"""The papers that a visitor left: name, originals, copies; or the word that there are none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from reception.rules.inquiries import Paper
from reception.rules.inquiry_check import MOST_PAPERS
from ui import look
from ui.forms import Field, LineField, TickField


class _PaperLine(QWidget):
    """One paper."""

    edited = Signal()
    removed = Signal()

    def __init__(self, no: int) -> None:
        super().__init__()
        self.name = LineField(self.tr("材料名称"), 100, labelled=False)
        self.name.edit.setPlaceholderText(self.tr("材料名称"))
        self.name.edit.setAccessibleName(self.tr("材料 {no} 名称").format(no=no))
        self.original = self._count(self.tr("原件 "), self.tr("材料 {no} 原件份数").format(no=no), 1)
        self.copies = self._count(self.tr("复印件 "), self.tr("材料 {no} 复印件份数").format(no=no), 0)
        self.remove = look.link_button(self.tr("删除"), self.removed.emit)
        self.remove.setAccessibleName(self.tr("删除材料 {no}").format(no=no))
        line = look.row(spacing=look.SPACE_M)
        line.addWidget(self.name, 1)
        for part in (self.original, self.copies, self.remove):
            line.addWidget(part)
        self.setLayout(line)
        self.name.edited.connect(self.edited)

    def paper(self) -> Paper:
        """Give the paper as it stands."""
        return Paper(name=self.name.text(), original=self.original.value(), copies=self.copies.value())

    def fill(self, paper: Paper) -> None:
        """Show a paper; this counts as no edit of the person."""
        self.name.set_text(paper.name)
        for box, value in ((self.original, paper.original), (self.copies, paper.copies)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the form: scrolling changes no number."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _count(self, words: str, spoken: str, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, 999)
        box.setPrefix(words)
        box.setAccessibleName(spoken)
        box.setValue(value)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)
        box.setFixedWidth(look.scaled(96))
        box.lineEdit().setTextMargins(look.SPACE_M, 0, 0, 0)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.setProperty("buttons", "none")
        box.valueChanged.connect(lambda _value: self.edited.emit())
        return box


class PapersPart(Field):
    """The list of papers received, for D6."""

    def __init__(self) -> None:
        self._list = QWidget()
        super().__init__(self.tr("收到材料"), self._list)
        self.set_required(True)
        self.none = TickField(self.tr("没有留下材料"))
        self.add = look.plain_button(self.tr("添加材料"), self._add)
        self._lines: list[_PaperLine] = []
        self.tab_after: QWidget = self.add
        self._rows = look.column(spacing=look.SPACE_S)
        buttons = look.row(self.add, self.none, 1, spacing=look.SPACE_L)
        self._list.setLayout(look.column(self._rows, buttons, spacing=look.SPACE_S))
        self._list.setFocusProxy(self.add)
        self.none.edited.connect(self._none_said)

    def papers(self) -> tuple[Paper, ...] | None:
        """Give the papers, () when it was said that there are none, None while nothing was said."""
        if self.none.value():
            return ()
        return tuple(line.paper() for line in self._lines) or None

    def fill(self, papers: Sequence[Paper] | None) -> None:
        """Show what a draft holds."""
        for line in list(self._lines):
            self._take_away(line)
        for paper in papers or ():
            self._new_line().fill(paper)
        self.none.set_value(papers is not None and not papers)
        self._follow()

    def fields(self) -> dict[str, Field]:
        """Give the parts by the names that reasons bear."""
        named = {f"papers.{no}.name": line.name for no, line in enumerate(self._lines, start=1)}
        counted = {f"papers.{no}": line.name for no, line in enumerate(self._lines, start=1)}
        return {"papers": self, **named, **counted}

    def _add(self) -> None:
        line = self._new_line()
        self.none.set_value(False)
        self._follow()
        line.name.setFocus()
        self._edited()

    def _new_line(self) -> _PaperLine:
        line = _PaperLine(len(self._lines) + 1)
        line.edited.connect(self._edited)
        line.removed.connect(lambda: self._removed(line))
        line.name.edit.returnPressed.connect(line.original.setFocus)
        before: QWidget = self._lines[-1].remove if self._lines else self.tab_after
        self._lines.append(line)
        self._rows.addWidget(line)
        for after in (line.name.edit, line.original, line.copies, line.remove):
            self.setTabOrder(before, after)
            before = after
        return line

    def _removed(self, line: _PaperLine) -> None:
        self._take_away(line)
        self._follow()
        self.add.setFocus()
        self._edited()

    def _take_away(self, line: _PaperLine) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()

    def _none_said(self) -> None:
        if self.none.value():
            for line in list(self._lines):
                self._take_away(line)
        self._follow()
        self._edited()

    def _follow(self) -> None:
        self.add.setEnabled(len(self._lines) < MOST_PAPERS)
