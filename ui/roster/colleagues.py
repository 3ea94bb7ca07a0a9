"""The colleagues with their state at the left, the chosen one at the right."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.rules.absences import Presence
from reception.services import absences
from reception.words.presence import why_text
from ui import look
from ui.beside import Beside, focus_where_left
from ui.desk_link import DeskLink
from ui.roster.pane import WIDTH, ColleaguePane
from ui.roster.signs import SIGNS, state_text
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.absences import Colleague

_KINDS = frozenset({"Absence", "Account", "Post", "Office", "Handover", "NamedStandIn", "Training"})
_TOLD = 20
TABLE_WIDTH = 640


class ColleaguesView(QWidget):
    """Who is there, who is away until when, which posts they hold and who stands in.

    `entered(account=…)` shows a colleague.
    """

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.colleagues: tuple[Colleague, ...] = ()
        self._wanted = link.desk.account.id
        self.chips = {presence: look.chip("", SIGNS[presence].tone) for presence in Presence}
        self.table = RecordTable(self._columns(), name=self.tr("同事列表"))
        self.table.set_empty(self.tr("在设置里添加同事后，这里列出谁在岗、谁离岗。"))
        self.pane = ColleaguePane(shell, link)
        self.setFocusProxy(self.table)
        self._place()
        self._connect()
        self._read()

    def entered(self, **what: Any) -> None:
        """The page is shown now."""
        wanted = what.get("account")
        if isinstance(wanted, int):
            self._wanted = wanted
        self._read()
        focus_where_left(self, self.pane, self.table)

    def back(self) -> bool:
        """Go back from the form to the colleague, then to the list; what was typed stays."""
        if self.pane.close_form():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self._sides.is_side_instead:
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("↑ ↓", self.tr("换一位同事")),
            ("A", self.tr("登记离岗（在列表上按）")),
            ("B", self.tr("返回、销假（在列表上按）")),
            ("G", self.tr("顶岗：其不在岗，我来接（在列表上按）")),
            ("H", self.tr("写交接单、接收交接、看顶岗报告（在列表上按）")),
            ("N K", self.tr("指定临时顶岗、补填事由（在列表上按）")),
            ("Ctrl+S", self.tr("保存离岗登记")),
            ("Ctrl+P", self.tr("打印桌牌、工作牌、服务承诺")),
            ("Esc", self.tr("回到列表，填了的还在")),
        ]

    def _place(self) -> None:
        frame, inside = look.card()
        self.print_button = look.plain_button(self.tr("打印桌牌… Ctrl+P"), self._print)
        inside.addLayout(look.row(*self.chips.values(), 1, self.print_button, spacing=look.SPACE_S))
        inside.addWidget(self.table, 1)
        self.more_button = look.plain_button(self.tr("看去向、登记离岗(&Y)"), lambda: self._sides.want_side(True))
        self.more_button.hide()
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignRight)
        self.table.setMinimumWidth(look.scaled(TABLE_WIDTH))
        self._sides = Beside(frame, self.pane, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides))
        self.more_button.setVisible(self._sides.is_narrow)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.table.chosen.connect(lambda _line: self._begin())
        duty = self.pane.duty
        duties = (("G", duty.step_in), ("H", duty.hand_over), ("N", duty.name_stand_in), ("K", duty.explain))
        for key, act in (("A", self._begin), ("B", self._back), *duties):
            bind(self.table, key, act).setContext(Qt.ShortcutContext.WidgetShortcut)
        bind(self, "Ctrl+S", self.pane.form.submit)
        bind(self, "Ctrl+P", self._print)
        self.pane.told.connect(self._shell.toast)
        self.pane.form_closed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self._link.changed.connect(self._changed)
        self._link.minute.connect(self._read)

    def _print(self) -> None:
        from ui.roster.cards import CardsStep  # not at the top: it brings the drawing of papers along

        chosen = self.table.current()
        self._shell.open_step(CardsStep(self._shell, self._link, chosen.id if chosen else None))

    def _begin(self) -> None:
        self._sides.want_side(True)
        self.pane.begin()

    def _back(self) -> None:
        self._sides.want_side(True)
        self.pane.confirm_return()

    def _read(self) -> None:
        self._link.run(self, absences.colleagues, done=self._show, latest=True)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read()

    def _show(self, found: "tuple[Colleague, ...]") -> None:
        self.colleagues = found
        for presence, chip in self.chips.items():
            count = sum(line.presence is presence for line in found)
            words = self.tr("{state} {count}").format(state=state_text(presence, self._shell.language), count=count)
            look.set_chip(chip, words, SIGNS[presence].tone)
            chip.setVisible(count > 0)
        self.table.show_records(found)
        if self._wanted:
            self.table.select_record(self._wanted)
            self._wanted = 0
        elif self.table.current() is None and found:
            self.table.select_record(found[0].id)
        self._choose(self.table.current())

    def _choose(self, colleague: "Colleague | None") -> None:
        self.pane.show_colleague(colleague)

    def _columns(self) -> list[Column]:
        comma = self.tr("、")
        return [
            Column(title=self.tr("同事"), text=lambda line: line.name, tip=lambda line: line.name, width=80),
            Column(title=self.tr("状态"), text=self._state, tone=_tone, tip=self._state, width=92),
            Column(title=self.tr("去向"), text=self._why, tip=self._why, width=236),
            Column(title=self.tr("联系方式"), text=_reach, tip=_reach, width=112),
            Column(title=self.tr("岗位"), text=self._posts, tip=lambda line: comma.join(line.posts[:_TOLD])),
            Column(title=self.tr("B岗"), text=self._stand_ins, tone=_trained, tip=self._untrained, width=84),
        ]

    def _state(self, line: "Colleague") -> str:
        return state_text(line.presence, self._shell.language)

    def _why(self, line: "Colleague") -> str:
        desk, absence = self._link.desk, line.absence
        return why_text(absence, desk.clock(), desk.calendar, self._shell.language) if absence else ""

    def _stand_ins(self, line: "Colleague") -> str:
        names = self.tr("、").join(line.stand_ins)
        return f"▲ {names}" if line.untrained else names

    def _untrained(self, line: "Colleague") -> str:
        words = self.tr("{names} 未培训合格") if line.untrained else "{names}"
        return words.format(names=self.tr("、").join(line.untrained or line.stand_ins))

    def _posts(self, line: "Colleague") -> str:
        """Give the post, or how many there are: their names stand at the right."""
        if len(line.posts) < 2:
            return "".join(line.posts)
        return self.tr("{count} 个岗位").format(count=len(line.posts))


def _reach(line: "Colleague") -> str:
    return (line.absence.reach if line.absence else "") or line.phone


def _trained(line: "Colleague") -> look.Tone | None:
    return "amber" if line.untrained else "green" if line.stand_ins else None


def _tone(line: "Colleague") -> look.Tone:
    return SIGNS[line.presence].tone
