"""Everything that one passed on: transfers, visitors put through, promised calls; who has it, and since when.

Source: handbook §1.1 (follow up until the handler has it); clauses T6-d (red with its age while nobody took it).
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.rules.cases import Light
from reception.rules.passed_on import PassedKind, PassedOn, PassedState
from reception.services import passed_on
from reception.words import label
from ui import look
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = frozenset({"Inquiry", "Referral", "Callback", "Post", "Unit"})


class PassedPage(QWidget):
    """What this person passed on: first what nobody has, the oldest first; then what was taken, newest first."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("转出记录")
        self._shell, self._link = shell, link
        self.table = RecordTable(self._columns(), link, name=self.tr("转出记录列表"))
        self.table.set_empty(self.tr("近两周没有转出的。转办、转接、托同事回电的，会列在这里，有人签收前一直在。"))
        self.setFocusProxy(self.table)
        frame, inside = look.card()
        inside.addWidget(
            look.text_label(
                self.tr("没有人签收的在前，一直列着；签收、了结的保留十四天。Enter 打开登记。"), "muted", wrap=True
            )
        )
        inside.addWidget(self.table, 1)
        self.setLayout(look.column(frame, margin=look.SPACE_XL))
        self.table.chosen.connect(self._open)
        link.changed.connect(self._changed)
        link.minute.connect(self._read)
        self._read()

    def entered(self) -> None:
        """The step is shown now."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [("Enter", self.tr("打开登记")), ("Esc", self.tr("回到限时待办"))]

    def _read(self) -> None:
        self._link.run(self, passed_on.mine, done=self._show, latest=True)

    def _show(self, found: "Sequence[PassedOn]") -> None:
        self.table.show_records(found)
        if found and self.table.current() is None:
            self.table.select_record(found[0].id)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read()

    def _open(self, line: PassedOn) -> None:
        if line.inquiry_id is not None:
            self._shell.close_step()
            self._shell.go("register", inquiry_id=line.inquiry_id)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("状态"), text=self._state, light=_light, tip=self._state, width=184),
            Column(title=self.tr("编号"), text=lambda line: line.number, width=142),
            Column(title=self.tr("来访人"), text=lambda line: line.visitor, width=72),
            Column(title=self.tr("事项"), text=self._about, tip=self._about),
            Column(title=self.tr("转给"), text=self._to, tip=self._to, width=144),
            Column(title=self.tr("转出时间"), text=self._sent, width=92),
        ]

    def _state(self, line: PassedOn) -> str:
        words = label(line.state, self._shell.language)
        if line.waits and line.days:
            return self.tr("{state} {n} 个工作日").format(state=words, n=line.days)
        return words

    def _about(self, line: PassedOn) -> str:
        return self.tr("受限") if line.restricted else line.summary

    def _to(self, line: PassedOn) -> str:
        """Give who has it or ought to; how it went, where it was no transfer."""
        to = self.tr("{to}（{who} 签收）").format(to=line.to, who=line.taken_by) if line.taken_by else line.to
        return to if line.kind is PassedKind.TRANSFER else f"{label(line.kind, self._shell.language)} · {to}"

    def _sent(self, line: PassedOn) -> str:
        return f"{self._link.desk.calendar.local(line.sent_at):%m-%d %H:%M}"


def _light(line: PassedOn) -> Light:
    """Give red for what nobody took in time and for a call that is late, yellow while it waits."""
    if line.late:
        return Light.OVERDUE
    if line.waits:
        return Light.WARNING
    return Light.PAUSED if line.state is PassedState.DONE else Light.NORMAL
