"""What the desk looks after by itself: backups, settings that somebody else changed, the calendar of next year."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from reception.words import instant_text
from ui.desk_link import DeskLink
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.backups import Backup
    from reception.services.desk import Desk

EVERY_MS = 5 * 60 * 1000
FIRST_MS = 30 * 1000
WARM_MS = 1500
ASK_FROM_MONTH = 11
_SETTINGS = frozenset({"Office", "WorkingYear", "WorkingDay", "DatedHours", "Account"})


class Upkeep(QWidget):
    """Lives as long as one person's work; it is never shown.

    Args:
        shell: the window around the pages.
        link: the line to the desk, somebody sits there.
    """

    def __init__(self, shell: Shell, link: DeskLink, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._shell, self._link = shell, link
        self._asked_on: date | None = None
        self._settled_on: date | None = None
        self._clock_wrong = False
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.back_up)
        self._clock.start()
        QTimer.singleShot(FIRST_MS, self, self.back_up)
        QTimer.singleShot(WARM_MS, self, self.warm)
        link.changed.connect(self._changed)
        link.minute.connect(self._look_at_calendar)
        link.run(self, last_backup, done=self._say)
        self._look_at_calendar()
        link.minute.connect(self.look_at_clock)
        self.look_at_clock()
        link.minute.connect(self.settle_posts)
        self.settle_posts()

    def settle_posts(self) -> None:
        """Bring the posts up to the day, once a day: what was planned for it takes effect; try again until it does."""
        desk = self._link.desk
        today = desk.calendar.local(desk.clock()).date()
        if today != self._settled_on:
            from reception.services.assignments import settle

            self._settled_on = today
            self._link.change(self, settle, failed=lambda _error: self._not_settled())

    def _not_settled(self) -> None:
        self._settled_on = None

    def look_at_clock(self) -> None:
        """Say it when the clock of this PC shows a time before what was recorded last, and stop when it is right."""
        from reception.services.clock_watch import recorded_later

        self._link.run(self, recorded_later, done=self._say_clock, latest=True)

    def _say_clock(self, last: "datetime | None") -> None:
        again = self.tr("已校准，再看一次")
        if last is None:
            if self._clock_wrong:
                self._shell.banner("", again)
            self._clock_wrong = False
            return
        self._clock_wrong = True
        words = self.tr("这台电脑的时间早于最后一笔记录（{moment}），期限会算错，请先校准电脑的时间。")
        moment = instant_text(self._link.desk.calendar.local(last), self._shell.language)
        self._shell.banner(words.format(moment=moment), again, self.look_at_clock)

    def warm(self) -> None:
        """Read the fonts in a quiet moment, so that the first notice is there at once."""
        from reception.services.notices import warm_papers

        self._link.run(self, warm_papers)

    def back_up(self) -> None:
        """Make a backup when something changed and the last one is half an hour old."""
        self._link.change(self, back_up_if_changed, done=self._made)

    def _made(self, made: "Backup | None") -> None:
        if made is not None:
            self._say(made)

    def _say(self, last: "Backup | None") -> None:
        self._shell.say(backup_words(self._link.desk, last), "backup")

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _SETTINGS:
            from reception.services.office import refreshed

            self._link.run(self, refreshed, done=partial(self._take, self._link.desk), latest=True)

    def _take(self, before: "Desk", fresh: "Desk") -> None:
        present = self._link.desk
        if present.account.id != before.account.id:
            return
        self._link.refresh_desk(replace(fresh, counter=present.counter))
        if not fresh.account.active:
            self._shell.leave()
        elif calendar_banner(fresh) is None and self._asked_on is not None:
            self._asked_on = None
            self._shell.banner("", self.tr("去载入"))

    def _look_at_calendar(self) -> None:
        """Ask once a day for the calendar of next year, whoever may load it."""
        from reception.rules.staff import Action

        desk = self._link.desk
        today = desk.calendar.local(desk.clock()).date()
        words = calendar_banner(desk)
        if words is None or today == self._asked_on or not desk.may(Action.EDIT_CALENDAR):
            return
        self._asked_on = today
        self._shell.banner(words, self.tr("去载入"), lambda: self._shell.go("settings", section="calendar"))


def calendar_banner(desk: "Desk") -> str | None:
    """Give the sentence that asks for next year's notice, from 1 November on while it is missing; else None.

    Source: handbook §3.7 (the notice appears in November; until then dates are 暂定).
    """
    today = desk.calendar.local(desk.clock()).date()
    loaded = {year.year for year in desk.calendar.years}
    if today.month >= ASK_FROM_MONTH and today.year + 1 not in loaded:
        words = QCoreApplication.translate(
            "upkeep", "{year} 年的放假安排还没有载入，跨年的期限都是暂定；国务院办公厅的通知公布后请载入。"
        )
        return words.format(year=today.year + 1)
    if today.year not in loaded:
        words = QCoreApplication.translate("upkeep", "{year} 年的放假安排没有载入，期限都是暂定，请尽快载入。")
        return words.format(year=today.year)
    return None


def last_backup(desk: "Desk") -> "Backup | None":
    """Give the newest backup, or None."""
    from reception.services.backups import latest

    return latest(desk.store)


def back_up_if_changed(desk: "Desk") -> "Backup | None":
    """Make a backup when one is due."""
    from reception.services import backups

    return backups.back_up_if_changed(desk)


def back_up_at_end(desk: "Desk") -> "Backup | None":
    """Make a backup when anything changed since the last one, however young it is."""
    from datetime import timedelta

    from reception.services import backups

    return backups.back_up_if_changed(desk, every=timedelta(0))


def backup_words(desk: "Desk", last: "Backup | None") -> str:
    """Give when the last backup was made, as the status line says it; nothing while there is none."""
    if last is None:
        return ""
    made, now = desk.calendar.local(last.made_at), desk.calendar.local(desk.clock())
    clock = f"{made:%H:%M}"
    if made.date() == now.date():
        return QCoreApplication.translate("upkeep", "上次备份 今天 {clock}").format(clock=clock)
    words = QCoreApplication.translate("upkeep", "上次备份 {month}月{day}日 {clock}")
    return words.format(month=made.month, day=made.day, clock=clock)
