"""At a glance: who is away and who stands in, tomorrow, the printer, the backup. Each line leads to its place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from reception.errors import ReceptionError
from reception.rules.working_calendar import DayKind
from reception.words import Language, label, spoken_due
from ui import look
from ui.desk_link import DeskLink
from ui.shell import Shell
from ui.upkeep import backup_words, calendar_banner

if TYPE_CHECKING:
    from reception.services.absences import Colleague
    from reception.services.backups import Backup
    from reception.services.desk import Desk

_RESTS = (DayKind.HOLIDAY, DayKind.ESTIMATED_HOLIDAY, DayKind.UNIT_OFF)
_OLD = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One line: what it says, how it looks, and where it leads."""

    name: str
    words: str
    tone: look.Tone = "grey"
    lead: Callable[[], object]


class Glance(QFrame):
    """The card of the states."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._shell, self._link = shell, link
        self._away: tuple[Colleague, ...] = ()
        self._backup: Backup | None = None
        self._printer: tuple[str, look.Tone] = ("", "grey")
        self.buttons: dict[str, QPushButton] = {}
        self._lines = look.column(spacing=0)
        self.setLayout(look.column(look.heading(self.tr("一眼看全")), self._lines, margin=look.SPACE_XL))
        QTimer.singleShot(0, self, self.look_for_printer)  # the first paint does not wait for it

    def show_day(self, away: "tuple[Colleague, ...]", backup: "Backup | None") -> None:
        """Show who is away, and how old the newest backup is."""
        self._away, self._backup = away, backup
        self._show()

    def look_for_printer(self) -> None:
        """Ask the system which printer the next paper would go to."""
        from ui.printing import Printers  # not at the top: it brings the printing libraries along

        try:
            name = Printers().preferred(self._shell.machine.settings.printer)
            self._printer = (self.tr("打印机 {name} 可用").format(name=name), "grey")
        except ReceptionError:
            self._printer = (self.tr("没有找到打印机；接好后按 Enter 再看一次"), "amber")
        self._show()

    def states(self) -> list[State]:
        """Give the lines in order."""
        settings = self._shell.go
        found = [
            State(name=f"away-{each.id}", words=self._away_words(each), tone="amber", lead=self._to_roster)
            for each in self._away
        ]
        if not found:
            found.append(State(name="away", words=self.tr("大家都在岗"), lead=self._to_roster))
        desk = self._link.desk
        missing, tomorrow = calendar_banner(desk), tomorrow_words(desk, self._shell.language)
        to_calendar = lambda: settings("settings", section="calendar")  # noqa: E731 -- where two lines lead
        if tomorrow:
            found.append(State(name="tomorrow", words=tomorrow, tone="amber", lead=to_calendar))
        if missing:
            found.append(State(name="calendar", words=missing, tone="amber", lead=to_calendar))
        if self._printer[0]:
            words, tone = self._printer
            found.append(State(name="printer", words=words, tone=tone, lead=self.look_for_printer))
        words, tone = self._backup_words()
        found.append(State(name="backup", words=words, tone=tone, lead=lambda: settings("settings", section="backups")))
        return found

    def _show(self) -> None:
        had = next((name for name, button in self.buttons.items() if button.hasFocus()), "")
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {state.name: self._button(state) for state in self.states()}
        for button in self.buttons.values():
            self._lines.addWidget(button)
        if had in self.buttons:
            self.buttons[had].setFocus()

    def _button(self, state: State) -> QPushButton:
        button = look.link_button("", state.lead)
        shown = button.fontMetrics().elidedText(state.words, Qt.TextElideMode.ElideRight, look.scaled(330))
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(state.words)
        look.set_tip(button, state.words)
        button.setProperty("align", "left")
        button.setIcon(look.icon("warning" if state.tone == "amber" else "tick", state.tone))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button

    def _away_words(self, colleague: "Colleague") -> str:
        absence = colleague.absence
        language = self._shell.language
        why = label(absence.kind, language) if absence else label(colleague.presence, language)
        parts = [colleague.name, why]
        if absence is not None:
            calendar = self._link.desk.calendar
            now, until = calendar.local(self._link.desk.clock()), calendar.local(absence.until_at)
            if now <= until:
                left = calendar.working_days_between(now.date(), until.date())
                back = spoken_due(until, now, left, language).partition(" · ")[0]
                parts.append(self.tr("{when} 返回").format(when=back))
            else:
                parts.append(self.tr("应已返回"))
        if colleague.uncovered:
            parts.append(self.tr("无人顶岗"))
        elif colleague.serving:
            parts.append(self.tr("{names} 顶岗").format(names=self.tr("、").join(colleague.serving)))
        return " · ".join(parts)

    def _to_roster(self) -> None:
        self._shell.go("roster")

    def _backup_words(self) -> tuple[str, look.Tone]:
        if self._backup is None:
            return self.tr("还没有备份"), "amber"
        old = self._link.desk.clock() - self._backup.made_at > _OLD
        return backup_words(self._link.desk, self._backup), "amber" if old else "grey"


def tomorrow_words(desk: "Desk", language: Language) -> str:
    """Say that tomorrow is a holiday, or a make-up working day; nothing on usual days."""
    calendar = desk.calendar
    day = calendar.local(desk.clock()).date() + timedelta(days=1)
    kind, name = calendar.kind_of(day), calendar.day_name(day)
    if kind in (DayKind.MAKE_UP, DayKind.UNIT_WORK):
        return QCoreApplication.translate("today", "明天调休上班，请照常到岗")
    if kind in _RESTS and calendar.is_working_day(day - timedelta(days=1)):
        words = QCoreApplication.translate("today", "明天起休息（{name}），{month}月{day}日上班")
        back = calendar.next_working_day(day)
        return words.format(name=name or label(kind, language), month=back.month, day=back.day)
    return ""
