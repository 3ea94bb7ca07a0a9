"""Calls that are due: the badge of the day's room, a line when one is to be made now, and the line at the end."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reception.rules.callbacks import SOON
from reception.rules.staff import Action
from reception.words import spoken_due
from reception.words.calls import call_window_text
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.call_list import CallLine, Pulse
    from reception.services.desk import Desk

_KINDS = frozenset({"Callback", "CallAttempt", "Case", "Referral", "Inquiry", "Office", "WorkingDay"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What one owes: calls until tonight, calls to be made now, cases and transfers until tonight."""

    pulse: "Pulse"
    owed: int


class CallAlarm(QObject):
    """Looks each minute, and after each change; each call is told once when its window opens and once when it ends."""

    def __init__(self, shell: Shell, link: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._link = shell, link
        self._told: set[tuple[int, datetime | None, bool]] = set()
        self.calls = self.owed = 0
        link.changed.connect(self._changed)
        link.minute.connect(self._look)
        self._look()

    def farewell(self, parked: int) -> str:
        """Give one calm sentence about what is left open by who goes now; nothing where nothing is."""
        parts = [
            self.tr("{n} 份没有保存的登记").format(n=parked) if parked else "",
            self.tr("{n} 个今天的回电").format(n=self.calls) if self.calls else "",
            self.tr("{n} 件今天到期或待签收").format(n=self.owed) if self.owed else "",
        ]
        left = [each for each in parts if each]
        return self.tr("还有 {list}。").format(list=self.tr("、").join(left)) if left else ""

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._look()

    def _look(self) -> None:
        if self._link.desk.may(Action.CALL_BACK):
            self._link.run(self, _beat, done=self._tell, failed=lambda _error: None, latest=True)

    def _tell(self, beat: Beat) -> None:
        self.calls, self.owed = beat.pulse.today, beat.owed
        self._shell.badge("today", self.calls)
        label = self.tr("去回电")
        near = beat.pulse.near
        if not near:
            self._shell.banner("", label)
            return
        fresh = {self._stage(line) for line in near} - self._told
        if fresh:
            self._told |= fresh
            first = next(line for line in near if self._stage(line) in fresh)
            self._shell.banner(self._words(near, first), label, lambda: self._shell.go("today", call=first.id))

    def _stage(self, line: "CallLine") -> tuple[int, datetime | None, bool]:
        callback = line.callback
        return callback.id, callback.not_before, self._link.desk.clock() >= callback.due_at - SOON

    def _words(self, near: "tuple[CallLine, ...]", first: "CallLine") -> str:
        desk, callback = self._link.desk, first.callback
        now, due = desk.calendar.local(desk.clock()), desk.calendar.local(callback.due_at)
        begins = desk.calendar.local(callback.not_before) if callback.not_before else None
        language = self._shell.language
        late = now > due
        when = spoken_due(due, now, 0, language) if late else call_window_text(begins, due, now, language)
        whom = first.number if first.restricted else callback.name
        words = self.tr("该给 {whom} 回电了：{when}").format(whom=whom or first.number, when=when)
        more = self.tr("{words}（另有 {n} 个）").format(words=words, n=len(near) - 1)
        return more if len(near) > 1 else words


def _beat(desk: "Desk") -> Beat:
    from reception.services import call_list, today  # not at the top: they bring the database libraries along

    return Beat(pulse=call_list.pulse(desk), owed=today.owed_today(desk))
