"""The section of the backups: the last one, making one now, and how to go back to one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reception.errors import ReceptionError
from reception.services import backups
from reception.services.backups import Backup
from reception.words import instant_text, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.upkeep import backup_words, last_backup

if TYPE_CHECKING:
    from reception.services.desk import Desk

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A backup as the list shows it."""

    id: str
    path: Path
    made_at: datetime
    megabytes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """All backups, the newest first, and the folder of the data."""

    found: tuple[Copy, ...]
    folder: Path


def read_copies(desk: "Desk") -> Copies:
    """Give the backups with their sizes."""
    newest_first = sorted(backups.all_of(desk.store), key=lambda each: each.made_at, reverse=True)
    found = tuple(
        Copy(
            id=each.path.name,
            path=each.path,
            made_at=each.made_at,
            megabytes=each.path.stat().st_size / _MEGABYTE,
        )
        for each in newest_first
    )
    return Copies(found=found, folder=desk.store.folder)


def back_up_now(desk: "Desk") -> Backup:
    """Make a backup now."""
    return backups.back_up(desk.store)


class BackupsSection(QWidget):
    """The list of backups."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._folder: Path | None = None
        self.last = look.text_label("", "strong", wrap=True)
        self.button = look.primary_button(self.tr("立即备份(&B)"), self.back_up)
        self.open_button = look.plain_button(self.tr("打开备份文件夹(&F)"), self.open_folder)
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.table = RecordTable(
            [
                Column(title=self.tr("备份时间"), text=self._made_text, width=240),
                Column(title=self.tr("原因"), text=self._why, width=120),
                Column(title=self.tr("文件"), text=lambda copy: copy.id, tip=lambda copy: str(copy.path)),
                Column(title=self.tr("大小"), text=_size, align="right", width=90),
            ],
            name=self.tr("备份列表"),
        )
        self.table.set_empty(self.tr("还没有备份。"))
        self.folder = look.text_label("", "muted", wrap=True, selectable=True)
        self._lay_out()

    def entered(self) -> None:
        """Read the backups."""
        self._link.run(self, read_copies, done=self._show, latest=True)
        self._link.run(self, last_backup, done=self._show_last, latest=True)

    def back_up(self) -> None:
        """Make a backup now."""
        self.button.setEnabled(False)
        self.error.hide()
        self.last.setText(self.tr("正在备份…"))
        self.last.show()
        self._link.change(self, back_up_now, done=self._made, failed=self._failed)

    def open_folder(self) -> None:
        """Show the folder of the backups in the system's file window."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder / "backups")))

    def _lay_out(self) -> None:
        frame, inside = look.card()
        inside.addLayout(look.row(look.heading(self.tr("备份")), 1, self.open_button, self.button))
        inside.addWidget(self.last)
        rule = self.tr("有新登记时每半小时自动备份一次，退出时再备份一次；两天内的全部保留，更早的每天留一份。")
        for part in (look.text_label(rule, "muted", wrap=True), self.error):
            inside.addWidget(part)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.folder)
        how, words = look.card()
        words.addWidget(look.heading(self.tr("如何恢复")))
        for number, step in enumerate(self._steps(), start=1):
            words.addWidget(look.text_label(f"{number}. {step}", wrap=True))
        layout = look.column(frame, how, spacing=look.SPACE_XL)
        layout.setStretchFactor(frame, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _steps(self) -> list[str]:
        return [
            self.tr("退出首问接待；同一数据文件夹若还有人开着，也请退出。"),
            self.tr(
                "把数据文件夹里的 reception.db、reception.db-wal、reception.db-shm 移到别处留存，audit.key 不要动。"
            ),
            self.tr("把选定的备份复制到数据文件夹，改名为 reception.db，再打开程序登录。"),
            self.tr(
                "备份之后的登记不在其中，请对照纸质单据补登；建议每周把备份文件夹和 audit.key 另拷一份到别的磁盘。"
            ),
        ]

    def _show(self, copies: Copies) -> None:
        self._folder = copies.folder
        self.table.show_records(copies.found)
        self.folder.setText(self.tr("数据文件夹：{folder}").format(folder=copies.folder))

    def _show_last(self, last: Backup | None) -> None:
        words = backup_words(self._link.desk, last)
        self.last.setText(words)
        self.last.setVisible(bool(words))
        if words:
            self._shell.say(words, "backup")

    def _made(self, _backup: Backup) -> None:
        self.button.setEnabled(True)
        self._shell.toast(self.tr("备份完成，已核对可用"))
        self.entered()

    def _failed(self, error: ReceptionError) -> None:
        self.button.setEnabled(True)
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()
        self.entered()

    def _made_text(self, copy: Copy) -> str:
        return instant_text(self._link.desk.calendar.local(copy.made_at), self._shell.language)

    def _why(self, copy: Copy) -> str:
        why = copy.path.stem.rpartition("-")[2]
        return {"auto": self.tr("自动"), "manual": self.tr("手动")}.get(why, self.tr("升级前"))


def _size(copy: Copy) -> str:
    return f"{copy.megabytes:.1f} MB"
