"""Bringing in a catalogue file: read whole, every mistake with its line, nothing changed before it was seen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reception.errors import Invalid, Reason, ReceptionError
from reception.rules.catalogue import Matter
from reception.services import catalogue, opening
from reception.words import Language, field_label, sentence
from ui import look
from ui.catalogue.parts import DayField
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.services.catalogue import ImportPreview, ImportReport
    from reception.services.desk import Desk


class _Mistake:
    """One mistake of a file, as a line of the list."""

    def __init__(self, reason: Reason, language: Language) -> None:
        self.line = str(reason.values.get("line", ""))
        self.place = field_label(reason.field, language) if reason.field else ""
        self.words = sentence(reason, language)


class _Change:
    """One matter that the file brings or changes."""

    def __init__(self, matter: Matter, names: frozenset[str] | None, language: Language) -> None:
        self.id = matter.code
        self.name = matter.name
        self.is_new = names is None
        comma = QCoreApplication.translate("importing", "、")
        self.fields = comma.join(sorted(field_label(name, language) for name in names or ()))


class ImportStep(QWidget):
    """The step in which a file is chosen, looked at, and brought in.

    Signals:
        imported(ImportReport): it was brought in.
    """

    imported = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("导入办事目录")
        self._shell, self._link = shell, link
        self._text = ""
        today = link.desk.calendar.local(link.desk.clock()).date()
        self.choose_button = look.primary_button(self.tr("选择文件(&F)…"), self._choose)
        self.file = look.text_label("", "strong", wrap=True)
        self.said = look.text_label("", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.mistakes = RecordTable(self._mistake_columns(), name=self.tr("文件中的问题"))
        self.changes = RecordTable(self._change_columns(), name=self.tr("将要导入的变化"))
        self.effective = DayField(self.tr("生效日期(&D)"), today, today)
        self.import_button = look.primary_button(self.tr("导入(&I)"), self.bring_in)
        self._place()
        self._show_nothing()

    def entered(self) -> None:
        """Begin with the choice of a file."""
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [("Alt+F", self.tr("选择文件")), ("Alt+I", self.tr("导入"))]

    def read(self, path: str) -> None:
        """Read a file and show what it would change, or what is wrong in it."""
        self._show_nothing()
        self.file.setText(Path(path).name)
        self.said.setText(self.tr("正在读取…"))
        self._link.run(self, _preview, Path(path), done=self._show, failed=self._refused, latest=True)

    def bring_in(self) -> None:
        """Bring the file in."""
        self.import_button.setEnabled(False)
        self.effective.clear_error()
        self._link.change(
            self,
            catalogue.import_catalogue,
            self._text,
            self.effective.value(),
            done=self._imported,
            failed=self._refused,
        )

    def _place(self) -> None:
        frame, inside = look.card()
        words = self.tr("文件是 UTF-8 的 YAML 目录（catalogue.yaml）。先核对再导入；文件中没有的事项保持不变。")
        inside.addWidget(look.text_label(words, "muted", wrap=True))
        inside.addLayout(look.row(self.choose_button, self.file, 1, spacing=look.SPACE_L))
        for part in (self.said, self.error):
            inside.addWidget(part)
        inside.addWidget(self.mistakes, 1)
        inside.addWidget(self.changes, 1)
        self._foot = QWidget()
        foot = look.row(self.effective, 1, self.import_button)
        foot.setAlignment(self.import_button, Qt.AlignmentFlag.AlignBottom)
        self._foot.setLayout(foot)
        inside.addWidget(self._foot)
        inside.addStretch()
        self.setLayout(look.column(frame, margin=look.SPACE_XL))

    def _show_nothing(self) -> None:
        self._text = ""
        self.said.setText("")
        self.error.hide()
        self.mistakes.show_records([])
        self.changes.show_records([])
        for part in (self.mistakes, self.changes, self._foot):
            part.hide()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("选择办事目录文件"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("办事目录 (*.yaml *.yml)"), self.tr("所有文件 (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def _show(self, found: "tuple[str, ImportPreview]") -> None:
        self._text, preview = found
        words = self.tr("新增 {new} 项，修改 {changed} 项，不变 {unchanged} 项；部门有变化的 {units} 个。")
        self.said.setText(
            words.format(
                new=len(preview.new),
                changed=len(preview.changed),
                unchanged=preview.unchanged,
                units=preview.units,
            )
        )
        language = self._shell.language
        lines = [_Change(matter, None, language) for matter in preview.new]
        lines += [_Change(matter, names, language) for matter, names in preview.changed]
        self.changes.show_records(lines)
        self.changes.setVisible(bool(lines))
        nothing = not lines and not preview.units
        self._foot.setVisible(not nothing)
        self.import_button.setEnabled(True)
        if nothing:
            self.said.setText(self.tr("文件与现在的目录完全相同，没有要导入的内容。"))
        else:
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: ReceptionError) -> None:
        self.import_button.setEnabled(True)
        if not isinstance(error, Invalid):
            self.said.setText("")
            self.error.setText(sentence(error, self._shell.language))
            self.error.show()
            return
        late = [reason for reason in error.reasons if reason.field == "effective_on"]
        if late:
            self.effective.set_error(sentence(late[0], self._shell.language))
            return
        words = self.tr("文件中有 {n} 处问题，什么都没有导入。请改好后再选一次。")
        self.said.setText(words.format(n=len(error.reasons)))
        self.mistakes.show_records([_Mistake(reason, self._shell.language) for reason in error.reasons])
        self.mistakes.show()
        self.mistakes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _imported(self, report: "ImportReport") -> None:
        self.imported.emit(report)

    def _mistake_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("行"), text=lambda each: each.line, align="right", width=64),
            Column(title=self.tr("位置"), text=lambda each: each.place, tip=lambda each: each.place, width=300),
            Column(title=self.tr("问题"), text=lambda each: each.words, tip=lambda each: each.words),
        ]

    def _change_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("变化"), text=self._kind, tone=_tone, width=72),
            Column(title=self.tr("编码"), text=lambda each: each.id, width=100),
            Column(title=self.tr("事项"), text=lambda each: each.name, tip=lambda each: each.name),
            Column(title=self.tr("改了什么"), text=lambda each: each.fields, tip=lambda each: each.fields),
        ]

    def _kind(self, each: _Change) -> str:
        return self.tr("新增") if each.is_new else self.tr("修改")


def _tone(each: _Change) -> look.Tone:
    return "green" if each.is_new else "amber"


def _preview(desk: "Desk", path: Path) -> "tuple[str, ImportPreview]":
    text = opening.read_catalogue(path)
    return text, catalogue.preview_import(desk, text)
