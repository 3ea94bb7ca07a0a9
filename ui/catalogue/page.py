"""The room of the catalogue: a matter found by what comes to mind, its whole card, and its mending."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from reception.errors import ReceptionError
from reception.rules.catalogue import Matter
from reception.rules.staff import Action
from reception.words import sentence
from ui import look
from ui.catalogue.columns import columns, empty_words, part_words
from ui.catalogue.editor import MatterEditor
from ui.catalogue.importing import ImportStep
from ui.catalogue.listing import PARTS, Line, Listing, Opened, listing, opened
from ui.catalogue.papers import open_blank, open_guide
from ui.catalogue.retiring import RetireForm
from ui.catalogue.sheet import MatterSheet
from ui.desk_link import DeskLink
from ui.directory.opening import directory_button
from ui.flowing import FlowBox
from ui.search_line import SearchLine
from ui.shell import Keys, Shell
from ui.tables import RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.catalogue import ImportReport

LIST_WIDTH = 470
LIST_LEAST = 350
ROOMY = 900
_UNIT = 1
_KINDS = frozenset({"Matter", "Unit", "Post", "Account", "Catalogue"})


class CataloguePage(QWidget):
    """What the university does for its visitors, matter by matter."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("办事指南")
        self._shell, self._link = shell, link
        self.listing = Listing()
        self.opened: Opened | None = None
        self.shown: Matter | None = None
        self.form: RetireForm | None = None
        self.part = "all"
        self.parts: dict[str, QPushButton] = {}
        self.table = RecordTable(columns(shell.language), link, name=self.tr("办事事项列表"))
        self.sheet = MatterSheet(shell.language, link)
        self.error = look.text_label("", "error", wrap=True)
        self._wanted = ""
        self._keeps = False
        self._make_parts()
        self.setFocusProxy(self.search)
        self._place()
        self._connect()
        self._show_none()
        self._read()

    def entered(self, **what: Any) -> None:
        """The page is shown now; `code` opens a matter."""
        code = what.get("code")
        if isinstance(code, str):
            self._open(code)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go one step back: the small form, the search, the part."""
        if self.close_form():
            return True
        if self.search.text():
            self.search.clear()
            return True
        if self.part != "all":
            self.choose("all")
            return True
        return False

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("Ctrl+F", self.tr("查找事项")),
            ("↓", self.tr("从查找框到列表")),
            ("Enter", self.tr("读事项内容")),
            ("Alt+E", self.tr("修改")),
            ("Alt+U", self.tr("单位通讯录")),
            ("Ctrl+P", self.tr("打印本事项或全部办事指南")),
            ("Esc", self.tr("清除查找")),
        ]

    def choose(self, part: str) -> None:
        """Show a part of the catalogue."""
        self.part = part
        self._keeps = False
        self.parts[part].setChecked(True)
        self._list()

    def close_form(self) -> bool:
        """Take the small form away; False when there was none."""
        if self.form is None:
            return False
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self._buttons.show()
        return True

    def _make_parts(self) -> None:
        self.search = SearchLine(self.tr("查找事项"), self.tr("名称、关键词、拼音首字母、编码、单位"))
        self._group = QButtonGroup(self)
        for part in PARTS:
            button = look.choice_button("")
            button.setProperty("tight", "true")
            button.clicked.connect(lambda _on, part=part: self.choose(part))
            self._group.addButton(button)
            self.parts[part] = button
        self.parts["all"].setChecked(True)
        self.new_button = look.plain_button(self.tr("新建事项(&N)"), self._new, icon_name="add")
        self.import_button = look.plain_button(self.tr("导入(&I)…"), self._import, icon_name="import")
        self.print_button = look.plain_button(self.tr("打印… Ctrl+P"), self._print)
        self.edit_button = look.plain_button(self.tr("修改(&E)"), self._edit, icon_name="edit")
        self.retire_button = look.plain_button(self.tr("停用(&R)…"), self._retire)
        blank = lambda: open_blank(self._shell, self._link, self.shown)  # noqa: E731
        self.blank_button = look.link_button(self.tr("空白告知单(&B)"), blank)
        look.set_tip(self.blank_button, self.tr("停电时手写用，列出这一事项的全部材料"))

    def _place(self) -> None:
        list_card, inside = look.card()
        list_card.setMinimumWidth(look.scaled(LIST_LEAST))
        list_card.setMaximumWidth(look.scaled(LIST_WIDTH))
        inside.addLayout(look.row(self.search, directory_button(self._shell, self._link), spacing=look.SPACE_S))
        choices = FlowBox(look.SPACE_S)
        for button in self.parts.values():
            choices.add(button)
        inside.addWidget(choices)
        inside.addWidget(self.table, 1)
        inside.addLayout(look.row(self.new_button, self.import_button, 1, self.print_button))
        sides = look.row(list_card, self._sheet_card(), spacing=look.SPACE_XL, margin=look.SPACE_XL)
        sides.setStretch(0, 2)
        sides.setStretch(1, 3)
        self.setLayout(sides)

    def _sheet_card(self) -> QFrame:
        frame, inside = look.card()
        self._buttons = QWidget()
        self._buttons.setLayout(look.row(self.blank_button, 1, self.retire_button, self.edit_button))
        self._form_place = look.column()
        words = self.tr("从左边选一个事项，这里是它的全部内容：找谁、在哪、凭什么、要带什么。")
        self._hint = look.text_label(words, "muted", wrap=True)
        inside.addWidget(self._hint)
        inside.addWidget(self.error)
        inside.addWidget(self.sheet, 1)
        inside.addLayout(self._form_place)
        inside.addWidget(self._buttons)
        return frame

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._search())
        self.table.selected.connect(self._follow)
        self.table.chosen.connect(lambda _line: self.sheet.area.setFocus(Qt.FocusReason.OtherFocusReason))
        self.sheet.edition_wanted.connect(self._show_edition)
        self._link.changed.connect(self._changed)
        self._link.minute.connect(self._minute)
        bind(self, "Ctrl+F", self._to_search)
        bind(self, "Ctrl+P", self._print)
        down = bind(self.search, "Down", self._to_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.search.returnPressed.connect(self._to_list)
        desk = self._link.desk
        self.new_button.setVisible(desk.may(Action.EDIT_CATALOGUE))
        self.import_button.setVisible(desk.may(Action.IMPORT_CATALOGUE))

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self) -> None:
        self._keeps = False
        self._read()

    def _read(self) -> None:
        self._link.run(self, listing, self.search.text(), done=self._take, latest=True)

    def _take(self, found: Listing) -> None:
        self.listing = found
        for part, button in self.parts.items():
            button.setText(part_words(part).format(n=found.counts[part]))
        self._list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(_UNIT, self.width() < look.scaled(ROOMY))

    def _list(self) -> None:
        lines = self.listing.lines.get(self.part, ())
        self._say_empty()
        self.table.show_records(lines)
        codes = [line.id for line in lines]
        if self._wanted in codes:
            self.table.select_record(self._wanted)
        elif codes and not self._keeps:
            self.table.select_record(codes[0])

    def _say_empty(self) -> None:
        if self.search.text():
            clear = look.plain_button(self.tr("清除查找"), self.search.clear)
            self.table.set_empty(self.tr("没有找到这样的事项。换个说法，或用拼音首字母试试。"), clear)
        else:
            self.table.set_empty(empty_words(self.part))

    def _follow(self, line: Line | None) -> None:
        if line is not None and (self.opened is None or line.id != self._wanted):
            self._open(line.id)

    def _open(self, code: str) -> None:
        if code != self._wanted:
            self.close_form()
        self._wanted = code
        self._keeps = True
        self.table.select_record(code)
        self._link.run(self, opened, code, done=self._show, failed=self._refused, latest=True)

    def _show(self, found: Opened) -> None:
        self.opened = found
        coming = self.part == "coming"
        newest = max(found.editions, key=lambda one: (one.effective_on, one.edition))
        self._show_shown(newest if coming else found.card.matter)

    def _show_edition(self, edition: int) -> None:
        if self.opened is not None:
            self._show_shown(next(one for one in self.opened.editions if one.edition == edition))

    def _show_shown(self, shown: Matter) -> None:
        if self.opened is None:
            return
        self.shown = shown
        self.error.hide()
        self._hint.hide()
        self.sheet.show()
        self.sheet.show_matter(self.opened.card, shown, self.opened.editions, self._today(), self.opened.lacking)
        desk = self._link.desk
        holds = shown.edition == self.opened.card.matter.edition or shown.effective_on > self._today()
        self.edit_button.setVisible(holds and desk.may(Action.MEND_MATTER))
        self.retire_button.setVisible(holds and desk.may(Action.EDIT_CATALOGUE))
        self.blank_button.setVisible(shown.active and shown.edition == self.opened.card.matter.edition)
        self.retire_button.setText(self.tr("停用(&R)…") if shown.active else self.tr("恢复启用(&R)…"))

    def _show_none(self) -> None:
        self.opened = self.shown = None
        for part in (self.sheet, self.edit_button, self.retire_button, self.blank_button, self.error):
            part.hide()

    def _refused(self, error: ReceptionError) -> None:
        self._show_none()
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read()
            self._read_again()

    def _minute(self) -> None:
        if self.isVisible():
            self._read_again()

    def _read_again(self) -> None:
        if self._wanted:
            self._link.run(self, opened, self._wanted, done=self._show_again, failed=self._refused, latest=True)

    def _show_again(self, found: Opened) -> None:
        """Show the same matter as it is now; another edition that is being read stays in sight."""
        shown, before = self.shown, self.opened
        if shown is None or before is None or shown.edition == before.card.matter.edition:
            self._show(found)
            return
        self.opened = found
        self._show_edition(shown.edition)

    def _new(self) -> None:
        self._open_editor(None)

    def _edit(self) -> None:
        if self.shown is not None:
            self._open_editor(self.shown)

    def _open_editor(self, matter: Matter | None) -> None:
        contact_only = not self._link.desk.may(Action.EDIT_CATALOGUE)
        units = [unit for unit in self.listing.units if unit.active or (matter and matter.unit_code == unit.code)]
        editor = MatterEditor(self._shell, self._link, units, matter, contact_only=contact_only)
        editor.saved.connect(self._saved)
        self._shell.open_step(editor)

    def _saved(self, matter: Matter) -> None:
        self._shell.close_step()
        words = self.tr("已保存 {name} 第 {n} 版，自 {day} 起生效")
        self._shell.toast(words.format(name=matter.name, n=matter.edition, day=matter.effective_on.isoformat()))
        self._open(matter.code)
        self._read()

    def _print(self) -> None:
        open_guide(self._shell, self._link, self.opened)

    def _retire(self) -> None:
        if self.shown is None:
            return
        self.close_form()
        self.form = RetireForm(self._link, self._shell.language, self.shown)
        self.form.left.connect(self.close_form)
        self.form.carried_out.connect(self._retired)
        self._form_place.addWidget(self.form)
        self._buttons.hide()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retired(self, matter: Matter) -> None:
        self.close_form()
        words = self.tr("{name} 已恢复启用") if matter.active else self.tr("{name} 已停用")
        self._shell.toast(words.format(name=matter.name))
        self._open(matter.code)

    def _import(self) -> None:
        step = ImportStep(self._shell, self._link)
        step.imported.connect(self._imported)
        self._shell.open_step(step)

    def _imported(self, report: "ImportReport") -> None:
        self._shell.close_step()
        words = self.tr("目录已导入：新增 {new} 项，修改 {changed} 项")
        self._shell.toast(words.format(new=report.new, changed=report.changed))

    def _today(self) -> date:
        desk = self._link.desk
        return desk.calendar.local(desk.clock()).date()
