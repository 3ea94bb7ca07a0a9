"""My work: what one owes as oneself and, apart, as stand-in for whom; beside it the note, the posts, the calls."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.services import my_work
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.flowing import FlowBox
from ui.roster.standing import WIDTH, StandingPane
from ui.roster.work_lines import OWN, WorkLine, WorkLines, for_text, own_text
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.my_work import MyWork, StandingIn

_KINDS = frozenset(
    {"Inquiry", "Case", "Referral", "Callback", "Post", "Absence", "Handover", "NamedStandIn", "Account", "Office"}
    | {"Pause", "Extension", "LimitChange", "Letter", "WorkingYear", "WorkingDay"}
)
ALL = -1
TABLE_WIDTH = 600


class MyWorkView(QWidget):
    """The work of whoever sits at the desk."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.work: MyWork | None = None
        self.lines: list[WorkLine] = []
        self.chosen = ALL
        self.buttons: dict[int, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._choices = FlowBox(look.SPACE_M)
        self.table = RecordTable(self._columns(), name=self.tr("我的工作"))
        self.pane = StandingPane(shell, link)
        self.setFocusProxy(self.table)
        self._place()
        self.table.chosen.connect(self._open)
        self.table.selected.connect(lambda _line: self._tell())
        for key, act in (("J", self.pane.take_note), ("D", self.pane.print_sheet)):
            bind(self.table, key, act).setContext(Qt.ShortcutContext.WidgetShortcut)
        bind(self, "Ctrl+P", self.pane.print_sheet)
        self._link.changed.connect(self._changed)
        self._link.minute.connect(self._minute)

    def entered(self, **_what: Any) -> None:
        """The view is shown now."""
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go back to the list, then to all of it."""
        if self._sides.is_side_instead:
            self._sides.want_side(False)
        elif self.chosen != ALL:
            self.choose(ALL)
        else:
            return False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keys(self) -> Keys:
        """Give the keys of this view."""
        return [
            ("↑ ↓", self.tr("上一条、下一条")),
            ("Enter", self.tr("到“限时待办”办理选中的一条；回电到“今日”")),
            ("J", self.tr("接收交接（在列表上按）")),
            ("D  Ctrl+P", self.tr("看、打印岗位职责单")),
            ("Esc", self.tr("回到全部，再回到同事")),
        ]

    def choose(self, group: int) -> None:
        """Show all of it, one's own, or what one does for one colleague."""
        self.chosen = group if group in self.buttons else ALL
        self.buttons[self.chosen].setChecked(True)
        self._arrange()

    def read(self) -> None:
        """Read everything again."""
        self._link.run(self, my_work.of, done=self._show, latest=True)

    def _place(self) -> None:
        frame, inside = look.card()
        inside.addWidget(self._choices)
        inside.addWidget(self.table, 1)
        self.more_button = look.plain_button(self.tr("为谁、交接单、职责单(&Y)"), lambda: self._sides.want_side(True))
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignRight)
        self.table.setMinimumWidth(look.scaled(TABLE_WIDTH))
        self._sides = Beside(frame, self.pane, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides))
        self.more_button.setVisible(self._sides.is_narrow)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.read()

    def _minute(self) -> None:
        """Absences begin by the clock alone, and with them one's work for others."""
        if self.isVisible():
            self.read()

    def _show(self, work: "MyWork") -> None:
        self.work = work
        self.lines = WorkLines(self._link.desk, self._shell.language).of(work)
        self._show_choices()
        self.choose(self.chosen)

    def _show_choices(self) -> None:
        """Give a button to each group; the same groups keep their buttons, and with them the focus."""
        work = self.work
        names = {ALL: self.tr("全部"), OWN: own_text()}
        names |= {each.account_id: for_text(each) for each in (work.stands_in if work else ())}
        for number in [each for each in self.buttons if each not in names]:
            button = self.buttons.pop(number)
            self._choices.parts.removeWidget(button)
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for number, words in names.items():
            if number not in self.buttons:
                self._add_choice(number)
            count = sum(number in (ALL, line.group) for line in self.lines)
            self.buttons[number].setText(f"{words} {count}")

    def _add_choice(self, number: int) -> None:
        button = look.choice_button("")
        button.clicked.connect(lambda _on: self.choose(number))
        self._group.addButton(button)
        self._choices.add(button)
        self.buttons[number] = button

    def _arrange(self) -> None:
        shown = [line for line in self.lines if self.chosen in (ALL, line.group)]
        if not shown:
            self._say_empty()
        before = self.table.current()
        self.table.show_records(shown)
        if shown and self.table.current() is None:
            keys = [line.id for line in shown]
            self.table.select_record(before.id if before is not None and before.id in keys else keys[0])
        self._tell()

    def _tell(self) -> None:
        """Say beside the list what belongs to the chosen line, or to the chosen colleague where it has none."""
        line: WorkLine | None = self.table.current()
        group = self.chosen if self.chosen != ALL else (line.group if line else OWN)
        self.pane.show_work(self.work, self._standing(group), line)

    def _standing(self, group: int) -> "StandingIn | None":
        found = self.work.stands_in if self.work else ()
        if group == OWN and not self.lines and len(found) == 1 and self.chosen == ALL:
            return found[0]
        return next((each for each in found if each.account_id == group), None)

    def _say_empty(self) -> None:
        words = {
            ALL: self.tr("现在没有等您办的事。受理、转办、替别人顶岗的事会列在这里。"),
            OWN: self.tr("您自己名下没有等办的事。"),
        }
        self.table.set_empty(words.get(self.chosen, self.tr("这位同事的岗位现在没有未结的事，有新的会列在这里。")))

    def _open(self, line: WorkLine) -> None:
        if line.call is not None:
            self._shell.go("today", part="calls", call=line.call.id)
        else:
            self._shell.go("cases", number=line.number)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("为谁"), text=lambda line: line.for_whom, tone=_tone, width=64),
            Column(
                title=self.tr("剩余"),
                text=lambda line: line.left,
                light=lambda line: line.light,
                tip=lambda line: line.spoken,
                width=148,
            ),
            Column(title=self.tr("编号"), text=lambda line: line.number, tip=lambda line: line.number, width=138),
            Column(title=self.tr("事项"), text=lambda line: line.what, tip=lambda line: line.what),
            Column(title=self.tr("到期"), text=lambda line: line.due, width=88),
            Column(title=self.tr("为什么是我"), text=lambda line: line.why, tip=lambda line: line.why, width=104),
        ]


def _tone(line: WorkLine) -> look.Tone | None:
    return "blue" if line.group != OWN else None
