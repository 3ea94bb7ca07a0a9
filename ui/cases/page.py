"""The room of what is due: by light, with who owes it, and why it is due on that day."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from reception.rules.cases import DueItem
from reception.rules.due_board import Part
from reception.services import due_board
from ui import look
from ui.beside import Beside, focus_where_left
from ui.cases.board import BoardView
from ui.cases.bulk import BulkPane
from ui.cases.parts import OF_ME, LineWords, PartButtons
from ui.cases.passed import PassedPage
from ui.cases.why import WIDTH, WhyPane
from ui.desk_link import DeskLink
from ui.search_line import SearchLine
from ui.shell import Keys, Shell
from ui.tables import RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.due_board import Board

_KINDS = frozenset(
    {"Inquiry", "Case", "Referral", "Post", "Absence", "Office", "WorkingYear", "WorkingDay"}
    | {"Pause", "Extension", "LimitChange", "Letter", "NamedStandIn"}
)
_LIGHTS = {"overdue": Part.OVERDUE, "due_today": Part.TODAY, "warning": Part.SOON}
_MOST_KEPT = 2000
"""So many whole lines are kept to show another part at once; the board itself is held as thin ones."""


class CasesPage(QWidget):
    """Everything that is owed: red first, within a light the earliest due first."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("限时待办")
        self._shell, self._link = shell, link
        self.board = BoardView(link)
        self.chosen = Part.ALL
        self.numbers: tuple[str, ...] = ()
        self._known: dict[str, DueItem] = {}
        self._found: frozenset[str] | None = None
        self._row = 0
        self._parts = PartButtons(shell.language, self)
        self.buttons = self._parts.buttons
        self._words = LineWords(shell, link, self.board, lambda: self.chosen)
        hint = self.tr("编号、来访人、事项、责任人、岗位 Ctrl+F")
        self.search = SearchLine(self.tr("在限时待办中查找"), hint)
        self.table = RecordTable(self._words.columns(), link, name=self.tr("限时待办列表"), many=True)
        self.why = WhyPane(link, shell.language, self, lambda item: self.board.light(item, self.chosen))
        self.bulk = BulkPane(link, shell.language)
        self._side = QStackedWidget()
        for pane in (self.why, self.bulk):
            self._side.addWidget(pane)
        self.setFocusProxy(self.table)
        self._place()
        self._connect()
        self._read()

    def entered(self, **what: Any) -> None:
        """The page is shown now; `light` narrows the list to what a light of the top bar counts, `number` to a line."""
        light, number = what.get("light"), what.get("number")
        if isinstance(number, str):
            self.choose(Part.ALL)
            self.search.setText(number)
        if isinstance(light, str):
            self.choose(_LIGHTS.get(light, Part.ALL))
        focus_where_left(self, self._side, self.table)

    def back(self) -> bool:
        """Go back from a form, to the list, then to the whole of it; what was typed stays."""
        if self.why.transfers.close_popup():
            return True
        if self.why.close_form():
            self._focus_back()
            return True
        if self._is_bulk and self.bulk.back():
            return True
        if self._sides.is_side_instead:
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if len(self.table.picked_keys()) > 1:
            self.table.selectRow(self.table.currentIndex().row())
            self._to_list()
            return True
        if self.search.text():
            self.search.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.chosen is Part.ALL:
            return False
        self.choose(Part.ALL)
        return True

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("Enter", self.tr("打开登记")),
            ("↑ ↓", self.tr("上一条、下一条")),
            ("Shift+↑ ↓ / Ctrl+A", self.tr("选几件、全选，一起办理")),
            ("Alt+U", self.tr("催办选中的几件")),
            ("Alt+R", self.tr("转出记录（在我转出的里）")),
            ("Ctrl+F", self.tr("在列表中查找")),
            ("Ctrl+B", self.tr("给选中的一条约定回电")),
            ("Ctrl+D", self.tr("给选中的一条出具文书")),
            ("Alt+Q", self.tr("签收、代记签收转办件")),
            ("Alt+T / Alt+Z", self.tr("退回、转交转办件")),
            ("Alt+D", self.tr("裁定转办归属（单位负责人）")),
            ("Alt+P", self.tr("写拟办意见（代收移交）")),
            ("Alt+J / Alt+N", self.tr("办结、不予办理")),
            ("Alt+H / Alt+X", self.tr("中止或恢复计时、申请延期")),
            ("Alt+A / Alt+I", self.tr("批复申请、指定承办人")),
            ("Alt+V / Alt+F", self.tr("为什么是这一天、流转经过")),
            ("Ctrl+Enter", self.tr("提交打开的小表单")),
            ("Esc", self.tr("回到全部")),
        ]

    def choose(self, part: str) -> None:
        """Show a part of the list."""
        self.chosen = Part(part)
        self.buttons[part].setChecked(True)
        self.passed_button.setVisible(self.chosen is Part.PASSED)
        self.why.repaint_light()
        self._arrange()

    def _place(self) -> None:
        frame, inside = look.card()
        self.why_button = look.plain_button(self.tr("办理、看逐日说明(&Y)"), lambda: self._sides.want_side(True))
        self.why_button.hide()
        self.passed_button = look.link_button(self.tr("转出记录(&R)…"), self._open_passed)
        self.passed_button.hide()
        office = [button for name, button in self.buttons.items() if name not in OF_ME]
        inside.addLayout(look.row(*office, 1, spacing=look.SPACE_S))
        own = look.row(*(self.buttons[name] for name in OF_ME), self.search, spacing=look.SPACE_S)
        own.setStretchFactor(self.search, 1)
        inside.addLayout(own)
        inside.addWidget(self.table, 1)
        inside.addLayout(look.row(self.passed_button, 1, self.why_button))
        self._sides = Beside(frame, self._side, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.why_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides, margin=look.SPACE_XL))
        self.why_button.setVisible(self._sides.is_narrow)

    def _connect(self) -> None:
        self.table.chosen.connect(lambda item: self._open(item.inquiry_id))
        self.table.selected.connect(self._explain)
        self.table.picked.connect(self._pick)
        self.bulk.told.connect(self._shell.toast)
        self.bulk.left.connect(self._leave_many)
        self.why.opened.connect(self._open)
        self.why.letters_wanted.connect(self._write_letter)
        self.why.transfers.told.connect(self._shell.toast)
        self.why.acts.told.connect(self._shell.toast)
        self.why.proposal.told.connect(self._shell.toast)
        for part in (self.why.acts, self.why.proposal, self.why.transfers):
            part.focus_lost.connect(self._focus_back)
        self.search.textChanged.connect(lambda _text: self._search())
        self._parts.chosen.connect(self.choose)
        self.table.records.arrived.connect(self._arrived)
        self.search.returnPressed.connect(self._to_list)
        down = bind(self.search, "Down", self._to_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        bind(self, "Ctrl+F", lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        bind(self, "Ctrl+B", self._promise_call)
        bind(self, "Ctrl+D", self.why.write_letter)
        self._link.changed.connect(self._changed)
        self._link.minute.connect(self._minute)
        self._link.refreshed.connect(self._read)

    def _read(self) -> None:
        self._link.run(self, due_board.look, done=self._show, latest=True)

    def _show(self, board: "Board") -> None:
        self.board.take(board)
        self._known.clear()
        roll = board.roll
        self._words.posts = {code: each.post.name for code, each in roll.posts.items()}
        self.why.transfers.posts = [roll.posts[code] for code in sorted(roll.posts)]
        self._count()
        self._search(fresh=True)

    def _count(self) -> None:
        """Count every part; the clock alone may have moved a line from one into another."""
        self._parts.show_counts(self.board.counts(), self.board.untaken())

    def _search(self, *, fresh: bool = False) -> None:
        words = self.search.text().strip()
        if not words:
            self._found = None
            self._arrange(fresh=fresh)
            return
        lines = tuple(self.board.lines.values())
        self._link.run(
            self,
            due_board.matching,
            words,
            lines,
            done=lambda found: self._take_found(words, found, fresh=fresh),
            latest=True,
        )

    def _take_found(self, words: str, found: frozenset[str], *, fresh: bool) -> None:
        if words == self.search.text().strip():
            self._found = found
            self._arrange(fresh=fresh)

    def _arrange(self, *, fresh: bool = False) -> None:
        """Show what belongs to the chosen part and to the search.

        Args:
            fresh: the board was read just now, so that what is seen of it is read again too.
        """
        numbers = self.board.numbers(self.chosen, self._found)
        if not numbers:
            self._say_empty()
        if not fresh and numbers == self.numbers:
            self.table.records.repaint_lights()
            return
        self.numbers = numbers
        self.table.rearrange(self.board.source(numbers), self._known, fresh=fresh)

    def _arrived(self) -> None:
        """Let a line stand for what was read: the one before, else the one that came into its place."""
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
        self._known |= {item.number: item for item in self.table.records.known()}
        if not self.numbers:
            self._explain(None)
        elif not self.table.currentIndex().isValid():
            self.table.selectRow(min(self._row, len(self.numbers) - 1))

    def _say_empty(self) -> None:
        if self._found is not None:
            nothing = self.tr("没有找到。可以换一个词，或清空搜索。")
            self.table.set_empty(nothing, look.plain_button(self.tr("清空搜索"), self.search.clear))
        elif self.board.lines and self.chosen is not Part.ALL:
            all_button = look.plain_button(self.tr("看全部"), lambda: self.choose(Part.ALL))
            self.table.set_empty(self._parts.nothing(self.chosen), all_button)
        else:
            self.table.set_empty(self._parts.nothing(self.chosen))

    def _minute(self) -> None:
        self.board.tick()
        self._count()
        self._arrange()
        self.why.repaint_light()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read()

    def _explain(self, item: DueItem | None) -> None:
        row = self.table.currentIndex().row()
        if item is None and 0 <= row < len(self.numbers):
            return  # its page is on the way
        self._row = max(0, row)
        empty_handed = item is None and self._sides.is_side_instead and not self._is_bulk
        had_focus = self.why.isAncestorOf(QApplication.focusWidget() or self)
        self.why.show_item(item, self._words.post(item) if item else "")
        if empty_handed:  # nothing is left to be seen here: the list, and whatever was sought in it, comes back
            self._sides.want_side(False)
            if had_focus:
                self._to_list()

    @property
    def _is_bulk(self) -> bool:
        return self._side.currentWidget() is self.bulk

    def _pick(self) -> None:
        """Let the pane beside the list follow how many lines are picked; answers stay until they were seen."""
        numbers = [number for number in self.table.picked_keys() if number in self.board.lines]
        self.bulk.show_lines([self.board.lines[str(number)] for number in numbers])
        many = len(numbers) > 1 or self.bulk.is_running or self.bulk.has_answers
        self._side.setCurrentWidget(self.bulk if many else self.why)

    def _leave_many(self) -> None:
        self._pick()
        if self._sides.is_side_instead:
            self._sides.want_side(False)
        self._to_list()

    def _focus_back(self) -> None:
        """Give the focus to what is seen now that the form is gone: the list, or the pane in its place."""
        seen = self.why.open_button if self._sides.is_side_instead else self.table
        seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _promise_call(self) -> None:
        item = self.table.current()
        if item is not None:
            self._shell.go("register", inquiry_id=item.inquiry_id, call=True)

    def _write_letter(self, inquiry_id: int) -> None:
        from ui.letters.step import LetterStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(LetterStep(self._shell, self._link, inquiry_id))

    def _open_passed(self) -> None:
        self._shell.open_step(PassedPage(self._shell, self._link))

    def _open(self, inquiry_id: int) -> None:
        self._shell.go("register", inquiry_id=inquiry_id)
