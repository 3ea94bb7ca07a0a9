"""The room of figures: the week with its files, the rates of the "once" control, what waits for a head."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from reception.errors import ReceptionError
from reception.rules.logs import Week
from reception.rules.staff import Action
from reception.services import export_history, logs
from reception.words import sentence
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.directory.misdirected import MisdirectedView
from ui.logs.exporting import ExportCard
from ui.logs.figures import WeekFiguresView
from ui.logs.suggested import SuggestedView
from ui.once.rates import RatesView
from ui.once.seconds import SecondsView
from ui.roomy import OnePage
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind
from ui.weeks import WeekPicker

if TYPE_CHECKING:
    from reception.services.export_history import Export
    from reception.services.logs import WeekLog

WIDTH = 372
HISTORY_HEIGHT = 72
SIDE_HEIGHT = 300
_KINDS = frozenset({"Inquiry", "Case", "Referral", "Notice", "Tally"})


class LogsPage(QWidget):
    """The week's log, the rates of a period, and for heads the second notices that wait."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("统计与导出")
        self._shell, self._link = shell, link
        desk = link.desk
        self.weeks = WeekPicker(desk.calendar.local(desk.clock()).date())
        self.present_button = look.plain_button(self.tr("本周(&W)"), self.weeks.go_to_present)
        self.figures = WeekFiguresView(shell.language)
        self.nothing = look.text_label("", "muted", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.exporting = ExportCard(shell, link, self.weeks.week)
        self.rates = RatesView(shell, link)
        self.guided = MisdirectedView(shell, link)
        self.suggested = SuggestedView(shell, link) if desk.may(Action.EDIT_CATALOGUE) else None
        self.seconds = SecondsView(shell, link) if desk.may(Action.RELEASE_SECOND_NOTICE) else None
        self.part = "week"
        self.parts: dict[str, QPushButton] = {}
        self.history = RecordTable(self._columns(), link, name=self.tr("导出记录"))
        self.history.set_empty(self.tr("还没有导出过。每次导出都会记在这里：谁、什么时候、哪些文件。"))
        self._place()
        self._connect()
        self._bind_keys()
        self._read()
        self._read_history()

    def entered(self, **what: Any) -> None:
        """The page is shown now; `week` chooses one, `part` the week, the rates or what waits for a head."""
        desk = self._link.desk
        self.weeks.set_today(desk.calendar.local(desk.clock()).date())
        week = what.get("week")
        if isinstance(week, Week):
            self.weeks.set_week(week)
        self.choose(str(what.get("part") or ("week" if week else self.part)))
        if self.part == "week":
            self.exporting.export_button.setFocus()

    def choose(self, part: str) -> None:
        """Show a part of the room; its list has the focus."""
        self.part = part if part in self.parts else "week"
        self.parts[self.part].setChecked(True)
        shown = self._views()[self.part]
        self._stack.setCurrentWidget(shown)
        if self.part == "once":
            self.rates.read()
        elif self.part == "guided":
            self.guided.read()
        elif self.part == "suggested" and self.suggested is not None:
            self.suggested.read()
        elif self.seconds is not None:
            self.seconds.read()
        if self.part != "week":
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go one step back within a part, then to the week."""
        if self.part == "once" and self.rates.back():
            return True
        if self.part == "guided" and self.guided.back():
            return True
        if self.part == "suggested" and self.suggested is not None and self.suggested.back():
            return True
        if self.part == "second" and self.seconds is not None and self.seconds.back():
            return True
        if self.part == "week":
            return False
        self.choose("week")
        self.parts["week"].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keys(self) -> Keys:
        """Give the keys of this page."""
        parts = [("Alt+K / Alt+T / Alt+J", self.tr("周报、一次告知、找错门的事"))]
        if self.suggested is not None:
            parts.append(("Alt+S", self.tr("建议建目录")))
        if self.seconds is not None:
            parts.append(("Alt+A", self.tr("二次告知核准")))
        if self.part == "once":
            return [*parts, *self.rates.keys()]
        if self.part == "guided":
            return [*parts, *self.guided.keys()]
        if self.part == "suggested" and self.suggested is not None:
            return [*parts, *self.suggested.keys()]
        if self.part == "second" and self.seconds is not None:
            return [*parts, *self.seconds.keys()]
        return [
            *parts,
            ("Ctrl+←", self.tr("前一周")),
            ("Ctrl+→", self.tr("后一周")),
            ("Ctrl+↓", self.tr("本周")),
            ("Alt+E", self.tr("导出")),
        ]

    def _place(self) -> None:
        frame, inside = look.card()
        inside.addLayout(look.row(self.weeks, self.present_button, 1))
        inside.addWidget(self.error)
        inside.addWidget(self.nothing)
        area = look.scrolled(self.figures)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.title)
        inside.addWidget(area, 1)
        self.error.hide()
        side = QWidget()
        self.history.setMinimumHeight(look.scaled(HISTORY_HEIGHT))
        column = look.column(self.exporting, self._history_card(), spacing=look.SPACE_XL)
        column.setStretch(1, 1)
        inner = QWidget()
        inner.setLayout(column)
        side.setLayout(look.column(look.scrolled(inner)))
        side.setMinimumHeight(look.scaled(SIDE_HEIGHT))
        self._week_view = Beside(frame, side, WIDTH, "below")
        self._make_parts()
        self._stack = OnePage()
        for view in self._views().values():
            self._stack.addWidget(view)
        whole = look.column(look.row(*self.parts.values(), 1, spacing=look.SPACE_S), self._stack, margin=look.SPACE_XL)
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)

    def _make_parts(self) -> None:
        words = {"week": self.tr("周报(&K)"), "once": self.tr("一次告知(&T)"), "guided": self.tr("找错门的事(&J)")}
        if self.suggested is not None:
            words["suggested"] = self.tr("建议建目录(&S)")
        if self.seconds is not None:
            words["second"] = self.tr("二次告知核准(&A)")
            self.seconds.counted.connect(self._show_waiting)
        self._group = QButtonGroup(self)
        for name, text in words.items():
            button = self.parts[name] = look.choice_button(text)
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            self._group.addButton(button)
        self.parts["week"].setChecked(True)

    def _views(self) -> dict[str, QWidget]:
        views: dict[str, QWidget] = {"week": self._week_view, "once": self.rates, "guided": self.guided}
        views |= {"suggested": self.suggested} if self.suggested is not None else {}
        return views | ({"second": self.seconds} if self.seconds is not None else {})

    def _show_waiting(self, count: int) -> None:
        words = self.tr("二次告知核准(&A)")
        self.parts["second"].setText(f"{words} {count}" if count else words)

    def _history_card(self) -> QFrame:
        frame, inside = look.card()
        inside.addWidget(look.heading(self.tr("导出记录")))
        inside.addWidget(self.history, 1)
        return frame

    def _connect(self) -> None:
        self.weeks.chosen.connect(self._go_to)
        self.exporting.exported.connect(lambda _report: self._read_history())
        self._link.changed.connect(self._changed)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+Left", self.weeks.go_back, repeat=True)
        bind(self, "Ctrl+Right", self.weeks.go_on, repeat=True)
        bind(self, "Ctrl+Down", self.weeks.go_to_present)

    def _go_to(self, week: Week) -> None:
        self.exporting.set_week(week)
        self._read()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read()
            if self.part == "once":
                self.rates.read()
            if self.part == "guided":
                self.guided.read()
        if kinds & (_KINDS | {"Matter"}) and self.part == "suggested" and self.suggested is not None:
            self.suggested.read()
        if "Notice" in kinds and self.seconds is not None:
            self.seconds.read()
        if "Week" in kinds:
            self._read_history()

    def _read(self) -> None:
        self.present_button.setEnabled(not self.weeks.is_present)
        self._link.run(self, logs.week_log, self.weeks.week, done=self._show, failed=self._refused, latest=True)

    def _show(self, log: "WeekLog") -> None:
        self.error.hide()
        empty = not (log.entries or log.figures.tallies.total)
        self.nothing.setVisible(empty)
        self.nothing.setText(self.tr("这一周没有登记也没有计数。有了来访登记，这里就会有数字和图。") if empty else "")
        self.figures.setVisible(not empty)
        self.figures.show_log(log)

    def _refused(self, error: ReceptionError) -> None:
        self.figures.hide()
        self.nothing.hide()
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _read_history(self) -> None:
        self._link.run(
            self, export_history.exports, done=self.history.show_records, failed=lambda _error: None, latest=True
        )

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("周次"), text=lambda each: each.week, width=84),
            Column(title=self.tr("时间"), text=lambda each: f"{each.at:%m-%d %H:%M}", width=92),
            Column(title=self.tr("导出人"), text=lambda each: each.who, width=56),
            Column(title=self.tr("内容"), text=self._content, tip=self._all_of_it, tone=_tone),
        ]

    def _content(self, each: "Export") -> str:
        if not each.placed:
            return self.tr("未写成")
        return self.tr("脱敏") if each.masked else self.tr("完整")

    def _all_of_it(self, each: "Export") -> str:
        parts = [self._content(each), self.tr("{n} 条").format(n=each.rows), *each.files]
        if each.purpose:
            parts.append(self.tr("用途：{purpose}").format(purpose=each.purpose))
        return "\n".join(parts)


def _tone(each: "Export") -> look.Tone | None:
    if not each.placed:
        return "red"
    return None if each.masked else "amber"
