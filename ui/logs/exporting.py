"""Taking a week's log out: which files, into which folder, masked or whole, and what came of it."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame

from reception.errors import Invalid, ReceptionError
from reception.rules.logs import LogFormat, Week
from reception.rules.staff import Action
from reception.services import logs
from reception.words import label, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import Field, FieldSet, LineField, TickField
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.logs import ExportReport

FOLDER_LIMIT = 1000
PURPOSE_LIMIT = 100


class ExportCard(QFrame):
    """The small form of an export.

    Signals:
        exported(ExportReport): the files are there.
    """

    exported = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink, week: Week) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._shell, self._link, self.week = shell, link, week
        self._placed: Path | None = None
        self._stopped = Event()
        self.formats = {form: TickField(label(form, shell.language)) for form in LogFormat}
        self.folder = LineField(self.tr("存放文件夹(&D)"), FOLDER_LIMIT)
        self.choose_button = look.plain_button(self.tr("选择(&H)…"), self._choose)
        self.whole = TickField(self.tr("完整个人信息(&F)"))
        self.purpose = LineField(self.tr("用途(&P)"), PURPOSE_LIMIT, hint=self.tr("会印在每一页上，并记入修改痕迹。"))
        self.error = look.text_label("", "error", wrap=True)
        self.export_button = look.primary_button(self.tr("导出(&E)"), self.export)
        self.result = look.text_label("", "good", wrap=True, selectable=True)
        self.open_button = look.link_button(self.tr("打开文件夹(&O)"), self._open_folder)
        self.title = look.heading("")
        first = self.formats[LogFormat.XLSX]
        named: dict[str, Field] = {"format": first, "folder": self.folder, "purpose": self.purpose}
        self._fields = FieldSet(named, self.error, shell.language)
        self._fill()
        self._name_week()
        self._place()
        self.whole.edited.connect(self._follow)

    def set_week(self, week: Week) -> None:
        """Export this week from now on."""
        self.week = week
        self._name_week()
        self.result.hide()
        self.open_button.hide()
        self._fields.clear()

    def export(self) -> None:
        """Place the files."""
        if not self.export_button.isEnabled():
            return
        self._fields.clear()
        folder = Path(self.folder.text().strip()).expanduser()
        if not self.folder.text().strip() or not folder.is_absolute():
            self.folder.set_error(self.tr("请选择存放的文件夹。"))
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        purpose = self.purpose.text() if self.whole.value() else ""
        if self.whole.value() and not purpose.strip():
            self.purpose.set_error(self.tr("请写明用途，例如“上级检查”。"))
            self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = tuple(form for form, field in self.formats.items() if field.value())
        self._set_busy(busy=True)
        self._stopped = Event()
        self._link.change(
            self,
            logs.export_week,
            self.week,
            folder,
            chosen,
            full_purpose=purpose,
            keep_going=partial(_goes_on, self._stopped),
            done=self._done,
            failed=self._refused,
        )

    def _fill(self) -> None:
        for field in self.formats.values():
            field.set_value(True)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder.set_text(self._shell.machine.settings.export_folder or documents)
        may_whole = self._link.desk.may(Action.EXPORT_FULL)
        self.whole.setVisible(may_whole)
        self.export_button.setEnabled(self._link.desk.may(Action.EXPORT_MASKED))
        for part in (self.purpose, self.error, self.result, self.open_button):
            part.hide()

    def _place(self) -> None:
        place = look.row(self.folder, self.choose_button)
        place.setStretchFactor(self.folder, 1)
        place.setAlignment(self.choose_button, Qt.AlignmentFlag.AlignBottom)
        layout = look.column(self.title, margin=look.SPACE_XL)
        ticks = look.grid(spacing=look.SPACE_S)
        for number, field in enumerate((*self.formats.values(), self.whole)):
            ticks.addWidget(field, number // 2, number % 2)
        layout.addLayout(ticks)
        layout.addLayout(place)
        for part in (self.purpose, self.error, self.export_button, self.result):
            layout.addWidget(part)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)

    def _name_week(self) -> None:
        self.title.setText(self.tr("导出 {week}").format(week=self.week.label))

    def _follow(self) -> None:
        self.purpose.setVisible(self.whole.value())
        if self.whole.value():
            self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("存放周志的文件夹"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.set_text)
        dialog.open()

    def _set_busy(self, *, busy: bool) -> None:
        self.export_button.setEnabled(not busy)
        self.export_button.setText(self.tr("正在导出…") if busy else self.tr("导出(&E)"))

    def work_words(self) -> str:
        """Say what is under way when it takes long."""
        return self.tr("正在导出 {week}").format(week=self.week.label)

    def stop_work(self) -> None:
        """Stop before anything is placed."""
        self._stopped.set()

    def _done(self, report: "ExportReport | None") -> None:
        self._set_busy(busy=False)
        if report is None:
            self.error.setText(self.tr("已停止，没有写出文件。"))
            self.error.show()
            return
        self._placed = report.paths[0].parent
        names = self.tr("、").join(path.name for path in report.paths)
        words = (
            self.tr("已导出 {rows} 条：{names}") if report.masked else self.tr("已导出 {rows} 条（完整信息）：{names}")
        )
        self.result.setText(words.format(rows=report.rows, names=names))
        self.result.show()
        self.open_button.show()
        self.purpose.set_text("")
        self.whole.set_value(False)
        self._follow()
        self._remember(str(self._placed))
        self.exported.emit(report)

    def _remember(self, folder: str) -> None:
        try:
            self._shell.machine.change(export_folder=folder)
        except ReceptionError as error:
            self._shell.failure(error)

    def _refused(self, error: ReceptionError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, Invalid):
            self._fields.show(error)
            return
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _open_folder(self) -> None:
        if self._placed is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._placed)))


def _goes_on(stopped: Event, _made: int) -> bool:
    return not stopped.is_set()
