"""The room of the day: one list of what to do, the chosen line with its acts, and the hand-over in the evening."""

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.rules.logs import Week
from reception.services import call_list, today
from ui import look
from ui.beside import Beside, focus_where_left
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.today.acts import DayActs
from ui.today.glance import Glance
from ui.today.lines import Line, Lines, kind_words
from ui.today.pane import WIDTH, DayPane
from ui.today.shift import HandOver
from ui.upkeep import last_backup
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.backups import Backup
    from reception.services.call_list import CallLine
    from reception.services.desk import Desk
    from reception.services.drafts import KeptDraft
    from reception.services.today import Day

_KINDS = frozenset(
    {
        "Callback",
        "CallAttempt",
        "Handover",
        "Finding",
        "NamedStandIn",
        "Case",
        "Referral",
        "Inquiry",
        "Notice",
        "Letter",
        "ShiftNote",
        "Absence",
        "Post",
        "Week",
        "DueMove",
        "Reminder",
        "Extension",
        "LimitChange",
    }
    | {"Account", "Office", "WorkingYear", "WorkingDay"}
)
EVENING = timedelta(minutes=30)
"""So long before closing the evening begins."""


class TodayPage(QWidget):
    """What this person does today at this counter."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("今日")
        self._shell, self._link = shell, link
        self._day: Day | None = None
        self._all: tuple[CallLine, ...] = ()
        self._drafts: tuple[KeptDraft, ...] = ()
        self._week: Week | None = None
        self._wanted = ""
        self._arranging = False
        self.part = "morning"
        self.buttons: dict[str, QPushButton] = {}
        self.table = RecordTable(self._columns(), name=self.tr("今日要办"))
        self.acts = DayActs(shell, link, self)
        self.pane = DayPane(link, self.acts, shell.language)
        self.glance = Glance(shell, link)
        self.hand_over = HandOver(shell, link)
        self.setFocusProxy(self.table)
        self._place()
        self._connect()
        self._bind_keys()

    def entered(self, **what: Any) -> None:
        """The page is shown now; `part` chooses morning, calls or evening, `call` a call."""
        call = what.get("call")
        if isinstance(call, int):
            self._wanted = f"call-{call}"
        part = str(what.get("part") or ("morning" if call else self._fitting_part()))
        self.choose(part)
        self.read()
        if what:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_where_left(self, self._side_area, self.table)

    def back(self) -> bool:
        """Go back to the line, then to the list, then to what the hour asks for."""
        if self.pane.close_form():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self._sides.is_side_instead:
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        writing = self.hand_over.isAncestorOf(self.focusWidget())
        if writing or self.part != self._fitting_part():
            self.choose(self._fitting_part())
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("Enter", self.tr("打开选中的一条")),
            ("1 2 3 4", self.tr("回电：已接通、未接、占线、号码有误")),
            ("1", self.tr("接班、签收、约定回电、受理、结案、知悉")),
            ("5 6 7", self.tr("回电：半小时后再打、转给同事、不再回电")),
            ("Ctrl+B", self.tr("给选中的一条约定回电")),
            ("Alt+W", self.tr("收工交班")),
            ("Ctrl+S", self.tr("交班")),
            ("Ctrl+Enter", self.tr("答复督办")),
            ("Esc", self.tr("后退一步")),
        ]

    def choose(self, part: str) -> None:
        """Show the morning, all calls of the office, or the evening."""
        self.part = part if part in self.buttons else "morning"
        self.buttons[self.part].setChecked(True)
        self.hand_over.setVisible(self.part == "evening")
        self.glance.setVisible(self.part != "evening")
        self._arrange()

    def read(self) -> None:
        """Read everything again."""
        self._link.run(self, _read, done=self._show, latest=True)
        self._link.run(self, _export_due, done=self._show_week, failed=lambda _error: None, latest=True)
        DraftKeeper.of(self._link).read(self, self._show_drafts)

    def _place(self) -> None:
        frame, inside = look.card()
        self._group = QButtonGroup(self)
        for name in ("morning", "calls", "evening"):
            button = look.choice_button("")
            button.clicked.connect(lambda _on, name=name: self._choose_by_hand(name))
            self._group.addButton(button)
            self.buttons[name] = button
        self.more_button = look.plain_button(self.tr("详情和操作(&D)"), lambda: self._sides.want_side(True))
        inside.addLayout(look.row(*self.buttons.values(), 1, spacing=look.SPACE_S))
        inside.addWidget(self.table, 1)
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignRight)
        side = QWidget()
        stack = look.column(self.pane, self.hand_over, self.glance, spacing=look.SPACE_L)
        stack.setStretchFactor(self.pane, 1)
        side.setLayout(stack)
        self._side_area = look.scrolled(side)
        self._sides = Beside(frame, self._side_area, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides, margin=look.SPACE_XL))
        self.more_button.setVisible(self._sides.is_narrow)

    def _connect(self) -> None:
        self.table.chosen.connect(self.acts.open)
        self.table.selected.connect(lambda line: None if self._arranging else self.pane.show_line(line))
        self.acts.form_wanted.connect(lambda _kind: self._sides.want_side(True))
        self.pane.focus_back.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.hand_over.handed_over.connect(lambda _note: self.read())
        self._link.changed.connect(self._changed)
        self._link.minute.connect(self._arrange)

    def _bind_keys(self) -> None:
        for key in "12345678":
            bind(self, key, partial(self.pane.press, key))
        bind(self, "Ctrl+B", self._promise)
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self._send)

    def _choose_by_hand(self, part: str) -> None:
        self.choose(part)
        self._sides.want_side(part == "evening")
        target = self.hand_over if part == "evening" else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if part == "evening":
            self._side_area.ensureWidgetVisible(self.hand_over)

    def _promise(self) -> None:
        line = self.table.current()
        if line is None or line.inquiry_id is None or line.call is not None:
            self._shell.toast(self.tr("选中一条登记，再按 Ctrl+B 约定回电。"))
            return
        self.acts.promise(line)

    def _send(self) -> None:
        if not self.pane.send() and self.part == "evening":
            self.hand_over.send()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.read()

    def _show(self, found: "tuple[Day, tuple[CallLine, ...], Backup | None]") -> None:
        self._day, self._all, backup = found
        self.glance.show_day(self._day.away, backup)
        self._arrange()

    def _show_week(self, week: Week | None) -> None:
        self._week = week
        self._arrange()

    def _show_drafts(self, kept: "tuple[KeptDraft, ...]") -> None:
        keeper = DraftKeeper.of(self._link)
        self._drafts = tuple(each for each in kept if not keeper.is_cleared(each.extra))
        self._arrange()

    def _arrange(self) -> None:
        """Build the lines again from what is known; the clock alone may have changed them."""
        lines = Lines(self._link.desk, self._shell.language)
        drafts = [each.draft for each in self._drafts]
        morning = lines.morning(self._day) if self._day else []
        evening = lines.evening(self._day, drafts, self._week) if self._day else []
        calls = [lines.call(each) for each in self._all]
        counts = {"morning": morning, "calls": calls, "evening": evening}
        words = {
            "morning": self.tr("今天要办(&T)"),
            "calls": self.tr("全部回电(&A)"),
            "evening": self.tr("收工交班(&W)"),
        }
        for name, button in self.buttons.items():
            button.setText(f"{words[name]} {len(counts[name])}")
        self._say_empty()
        self._show_lines(counts[self.part])
        if self._day is not None:
            points = len(self._day.calls) + len(self._day.owed) + len(drafts)
            self.hand_over.show_state(self._day.handed_over, points, tuple(drafts))

    def _show_lines(self, shown: list[Line]) -> None:
        """Show lines; the chosen one stays chosen, and what is half typed beside it stays."""
        before = self.table.current()
        keys = [line.id for line in shown]
        wanted = self._wanted if self._wanted in keys else ""
        self._arranging = True
        self.table.show_records(shown)
        if wanted or (shown and self.table.current() is None):
            kept = before.id if before is not None and before.id in keys else keys[0]
            self.table.select_record(wanted or kept)
        self._arranging = False
        self._wanted = "" if wanted else self._wanted
        self.pane.show_line(self.table.current())

    def _say_empty(self) -> None:
        words = {
            "morning": self.tr("今天没有要回的电话，也没有到期的事项。可以安心接待。"),
            "calls": self.tr("现在没有人等回电。接待时按 Ctrl+B 约定，就会列在这里。"),
            "evening": self.tr("今天的事都了结了，辛苦了。写几句交班说明，或者直接下班。"),
        }
        self.table.set_empty(words[self.part])

    def _fitting_part(self) -> str:
        calendar = self._link.desk.calendar
        now = calendar.local(self._link.desk.clock())
        sessions = calendar.sessions_on(now.date())
        evening = bool(sessions) and now >= datetime.combine(now.date(), sessions[-1].closes) - EVENING
        return "evening" if evening else "morning"

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("事项"), text=lambda line: kind_words(line.kind), width=112),
            Column(title=self.tr("何时"), text=lambda line: line.when, light=lambda line: line.light, width=166),
            Column(title=self.tr("谁"), text=lambda line: line.who, tip=lambda line: line.who, width=88),
            Column(title=self.tr("内容"), text=lambda line: line.what, tip=lambda line: line.what),
        ]


def _read(desk: "Desk") -> "tuple[Day, tuple[CallLine, ...], Backup | None]":
    return today.of_day(desk), call_list.all_open(desk), last_backup(desk)


def _export_due(desk: "Desk") -> Week | None:
    from reception.services import logs  # not at the top: it brings the makers of files along

    return logs.export_due(desk)
