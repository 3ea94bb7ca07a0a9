"""The directory of units as a step: a list found by what people say, and beside it all that is told of a unit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from reception.errors import ReceptionError
from reception.rules.catalogue import Unit
from reception.rules.staff import Action
from reception.services import directory
from reception.words import sentence
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.directory.editor import UnitEditor
from ui.directory.words import door_words, open_words
from ui.heeding import heed
from ui.search_line import SearchLine
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.directory import DirectoryEntry

WIDTH = 396
ROOMY = 900
"""Below this width, in pixels of a 100 % screen, the phone stands beside the list only."""
_PHONE = 1
_KINDS = frozenset({"Unit", "Matter"})


class DirectoryStep(QWidget):
    """The units of the university: where, phone, hours, duties; edited by who may."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("单位通讯录")
        self._shell, self._link = shell, link
        self.search = SearchLine(self.tr("查找单位"), self.tr("来访人说的话：名称、职责、事项、拼音首字母"))
        self.table = RecordTable(self._columns(), link, name=self.tr("单位通讯录"))
        self.table.set_empty(self.tr("没有找到这样的单位。换个说法，或在某个单位的职责里加上这个词。"))
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.new_button = look.plain_button(self.tr("新增单位(&N)"), self.add, icon_name="add")
        self.fill_button = look.plain_button(self.tr("从办事目录补齐(&F)"), self.fill)
        look.set_tip(self.fill_button, self.tr("空着的职责、办公时间、地点和电话，按这个单位的办事事项填上"))
        self.edit_button = look.plain_button(self.tr("修改(&E)"), self.edit, icon_name="edit")
        self.setFocusProxy(self.search)
        self._make_pane()
        self._place()
        self._connect()

    def entered(self) -> None:
        """Read the directory, ready to search."""
        self._read()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Esc: give up the search first."""
        if self.search.text():
            self.search.clear()
            return True
        return False

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("Ctrl+F", self.tr("查找单位")),
            ("↓", self.tr("从查找框到列表")),
            ("Enter", self.tr("修改选中的单位")),
            ("Alt+N", self.tr("新增单位")),
            ("Alt+F", self.tr("从办事目录补齐")),
            ("Esc", self.tr("清除查找，返回")),
        ]

    def add(self) -> None:
        """Write a new unit."""
        self._open(None)

    def edit(self) -> None:
        """Mend the chosen unit."""
        entry = self.table.current()
        if entry is not None and self.edit_button.isEnabled():
            self._open(entry.unit)

    def fill(self) -> None:
        """Fill what is empty from the matters of the catalogue."""
        self.error.hide()
        self._link.change(self, directory.fill_from_catalogue, done=self._filled, failed=self._refused)

    def _open(self, unit: Unit | None) -> None:
        editor = UnitEditor(self._shell, self._link, unit)
        editor.saved.connect(self._saved)
        self._shell.open_step(editor)

    def _saved(self, unit: Unit) -> None:
        self._shell.close_step()
        self._shell.toast(self.tr("已保存 {name}").format(name=unit.name))
        self.table.select_record(unit.code)
        self._read()

    def _filled(self, count: int) -> None:
        self._shell.toast(self.tr("已按办事目录补齐 {n} 个单位").format(n=count))
        self._read()

    def _refused(self, error: ReceptionError) -> None:
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _read(self) -> None:
        self._link.run(self, _entries, self.search.text(), done=self._show, latest=True)

    def _show(self, found: "tuple[DirectoryEntry, ...]") -> None:
        self.table.show_records(found)
        if found and self.table.current() is None:
            self.table.select_record(found[0].id)
        self._tell(self.table.current())

    def _tell(self, entry: "DirectoryEntry | None") -> None:
        self.edit_button.setEnabled(entry is not None and self._link.desk.may(Action.MEND_MATTER))
        unit = entry.unit if entry else None
        self.name.setText(unit.name if unit else self.tr("从左边选一个单位，这里是它的地点、电话和职责。"))
        self.english.setText(unit.name_en if unit else "")
        told = {
            "place": " · ".join(part for part in (unit.place, unit.place_en) if part) if unit else "",
            "phone": unit.phone if unit else "",
            "hours": door_words(entry) if entry else "",
            "duties": unit.duties if unit else "",
            "matters": self.tr("、").join(entry.matters) if entry else "",
        }
        nothing = self.tr("还没有填")
        for name, label in self.values.items():
            label.setText(told[name] or (nothing if unit else ""))
            look.set_role(label, "body" if told[name] else "muted")
        self.retired.setVisible(unit is not None and not unit.active)
        self.body.setVisible(unit is not None)

    def _make_pane(self) -> None:
        self.name = look.text_label("", "heading", wrap=True, selectable=True)
        self.english = look.text_label("", "muted", wrap=True)
        self.retired = look.chip(self.tr("已停用"), "amber")
        self.values = {
            name: look.text_label("", wrap=True, selectable=True)
            for name in ("place", "phone", "hours", "duties", "matters")
        }

    def _pane(self) -> QFrame:
        words = {
            "place": self.tr("地点"),
            "phone": self.tr("电话"),
            "hours": self.tr("办公时间"),
            "duties": self.tr("职责（来访人会怎么说）"),
            "matters": self.tr("办事事项"),
        }
        frame, inside = look.card()
        content = look.column(spacing=look.SPACE_M)
        for name, value in self.values.items():
            content.addLayout(look.column(look.text_label(words[name], "hint"), value, spacing=look.SPACE_S))
        content.addStretch(1)
        self.body = QWidget()
        self.body.setLayout(content)
        inside.addWidget(self.name)
        inside.addWidget(self.english)
        inside.addLayout(look.row(self.retired, 1))
        inside.addWidget(look.scrolled(self.body), 1)
        inside.addLayout(look.row(1, self.edit_button))
        return frame

    def _place(self) -> None:
        frame, inside = look.card()
        inside.addWidget(self.search)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.error)
        inside.addLayout(look.row(self.new_button, self.fill_button, 1))
        self._sides = Beside(frame, self._pane(), WIDTH, "below")
        self.setLayout(look.column(self._sides, margin=look.SPACE_XL))

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._read())
        self.search.returnPressed.connect(self._to_list)
        self.table.selected.connect(self._tell)
        self.table.chosen.connect(lambda _entry: self.edit())
        heed(self, self._link, _KINDS, self._read)
        self._link.minute.connect(self._read)
        bind(self, "Ctrl+F", self.search.setFocus)
        down = bind(self.search, "Down", self._to_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        desk = self._link.desk
        self.new_button.setVisible(desk.may(Action.EDIT_CATALOGUE))
        self.fill_button.setVisible(desk.may(Action.MEND_MATTER))
        self._tell(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(_PHONE, self.width() < look.scaled(ROOMY))

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("单位"), text=_name, tip=_name),
            Column(title=self.tr("电话"), text=lambda each: each.unit.phone, width=124),
            Column(title=self.tr("现在"), text=open_words, tone=_tone, width=92),
        ]


def _name(entry: "DirectoryEntry") -> str:
    return " · ".join(part for part in (entry.unit.name, entry.through) if part)


def _tone(entry: "DirectoryEntry") -> look.Tone | None:
    if entry.open_now is None:
        return None
    return "green" if entry.open_now else "amber"


def _entries(desk: "Desk", text: str) -> "tuple[DirectoryEntry, ...]":
    return directory.entries(desk, text, inactive=True)
