"""The room of what is due: by light, with who owes it, and why it is due on that day."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.rules.cases import DueItem, Light, is_mine
from reception.services import cases, presence
from reception.words.presence import acting_name
from ui import look
from ui.beside import Beside, focus_where_left
from ui.cases.remaining import light_of, remaining, spoken
from ui.cases.why import WIDTH, WhyPane
from ui.desk_link import DeskLink
from ui.search_line import SearchLine
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.presence import Roll

_KINDS = frozenset(
    {"Inquiry", "Case", "Referral", "Post", "Absence", "Office", "WorkingYear", "WorkingDay"}
    | {"Pause", "Extension", "LimitChange", "Letter", "NamedStandIn"}
)
_OF_ME = ("mine", "posts", "passed")
_LIGHTS = {"overdue": "overdue", "due_today": "today", "warning": "soon", "normal": "all"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of the list: its button, and what belongs to it."""

    words: str
    none: str
    holds: Callable[[DueItem], bool]


class CasesPage(QWidget):
    """Everything that is owed, the earliest due first."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("限时待办")
        self._shell, self._link = shell, link
        self._items: tuple[DueItem, ...] = ()
        self._posts: dict[str, str] = {}
        self._my_posts: set[str] = set()
        self._lights: dict[str, Light] = {}
        self._shown: list[DueItem] = []
        self._parts = self._all_parts()
        self.chosen = "all"
        self.buttons: dict[str, QPushButton] = {}
        hint = self.tr("编号、来访人、事项、责任人、岗位 Ctrl+F")
        self.search = SearchLine(self.tr("在限时待办中查找"), hint)
        self.table = RecordTable(self._columns(), link, name=self.tr("限时待办列表"))
        self.why = WhyPane(link, shell.language, self)
        self.setFocusProxy(self.table)
        self._place()
        self._connect()
        self._read()

    def entered(self, **what: Any) -> None:
        """The page is shown now; `light` narrows the list to what a light of the top bar counts."""
        light = what.get("light")
        if isinstance(light, str):
            self.choose(_LIGHTS.get(light, "all"))
        focus_where_left(self, self.why, self.table)

    def back(self) -> bool:
        """Go back from a form, to the list, then to the whole of it; what was typed stays."""
        if self.why.transfers.close_popup():
            return True
        if self.why.close_form():
            self._focus_back()
            return True
        if self._sides.is_side_instead:
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.search.text():
            self.search.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.chosen == "all":
            return False
        self.choose("all")
        return True

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("Enter", self.tr("打开登记")),
            ("↑ ↓", self.tr("上一条、下一条")),
            ("Ctrl+F", self.tr("在列表中查找")),
            ("Ctrl+B", self.tr("给选中的一条约定回电")),
            ("Ctrl+D", self.tr("给选中的一条出具文书")),
            ("Alt+Q", self.tr("签收、代记签收转办件")),
            ("Alt+T / Alt+Z", self.tr("退回、转交转办件")),
            ("Alt+D", self.tr("裁定转办归属（单位负责人）")),
            ("Alt+J / Alt+N", self.tr("办结、不予办理")),
            ("Alt+H / Alt+X", self.tr("中止或恢复计时、申请延期")),
            ("Alt+A / Alt+I", self.tr("批复申请、指定承办人")),
            ("Alt+V / Alt+F", self.tr("为什么是这一天、流转经过")),
            ("Ctrl+Enter", self.tr("提交打开的小表单")),
            ("Esc", self.tr("回到全部")),
        ]

    def choose(self, part: str) -> None:
        """Show a part of the list."""
        self.chosen = part
        self.buttons[part].setChecked(True)
        self._arrange()

    def _place(self) -> None:
        frame, inside = look.card()
        self._group = QButtonGroup(self)
        for name in self._parts:
            button = look.choice_button("")
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            self._group.addButton(button)
            self.buttons[name] = button
        self.buttons["all"].setChecked(True)
        self.why_button = look.plain_button(self.tr("办理、看逐日说明(&Y)"), lambda: self._sides.want_side(True))
        self.why_button.hide()
        office = [button for name, button in self.buttons.items() if name not in _OF_ME]
        inside.addLayout(look.row(*office, 1, spacing=look.SPACE_S))
        own = look.row(*(self.buttons[name] for name in _OF_ME), self.search, spacing=look.SPACE_S)
        own.setStretchFactor(self.search, 1)
        inside.addLayout(own)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignRight)
        self._sides = Beside(frame, self.why, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.why_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides, margin=look.SPACE_XL))
        self.why_button.setVisible(self._sides.is_narrow)

    def _connect(self) -> None:
        self.table.chosen.connect(lambda item: self._open(item.inquiry_id))
        self.table.selected.connect(self._explain)
        self.why.opened.connect(self._open)
        self.why.letters_wanted.connect(self._write_letter)
        self.why.transfers.told.connect(self._shell.toast)
        self.why.acts.told.connect(self._shell.toast)
        self.why.acts.focus_lost.connect(self._focus_back)
        self.search.textChanged.connect(lambda _text: self._arrange())
        self.search.returnPressed.connect(self._to_list)
        down = bind(self.search, "Down", self._to_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        bind(self, "Ctrl+F", lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        bind(self, "Ctrl+B", self._promise_call)
        bind(self, "Ctrl+D", self.why.write_letter)
        self._link.changed.connect(self._changed)
        self._link.minute.connect(self._minute)

    def _read(self) -> None:
        self._link.run(self, _due, done=self._show, latest=True)

    def _show(self, found: "tuple[tuple[DueItem, ...], Roll]") -> None:
        self._items, roll = found
        self._posts = {code: each.post.name for code, each in roll.posts.items()}
        self.why.transfers.posts = [roll.posts[code] for code in sorted(roll.posts)]
        me = self._link.desk.account.id
        self._my_posts = {code for code, each in roll.posts.items() if me in (each.post.holder_id, each.serving_id)}
        self._count()
        self._arrange(fresh=True)

    def _count(self) -> None:
        """Count every part; the clock alone may have moved an item from one into another."""
        desk = self._link.desk
        self._lights = {item.id: light_of(item, desk) for item in self._items}
        for name, part in self._parts.items():
            count = sum(part.holds(item) for item in self._items)
            self.buttons[name].setText(f"{part.words} {count}")

    def _arrange(self, *, fresh: bool = False) -> None:
        """Show what belongs to the chosen part and to the search.

        Args:
            fresh: the items were read just now, so that what stands beside the list is read again too.
        """
        chosen = self._parts[self.chosen]
        shown = [item for item in self._items if chosen.holds(item) and self._is_found(item)]
        if not shown:
            self._say_empty(chosen)
        if not fresh and shown == self._shown:
            self.table.records.repaint_lights()
            return
        before = self.table.current()
        self._shown = shown
        self.table.show_records(shown)
        if shown and self.table.current() is None:
            keys = [item.id for item in shown]
            self.table.select_record(before.id if before is not None and before.id in keys else keys[0])
        self._explain(self.table.current())

    def _is_found(self, item: DueItem) -> bool:
        """Tell whether every word of the search stands in a line, as it is shown."""
        wanted = _plain(self.search.text()).split()
        if not wanted:
            return True
        post = self._posts.get(item.post, item.post)
        line = _plain(" ".join((item.number, item.reg_no, item.visitor, item.summary, item.person, post)))
        return all(word in line for word in wanted)

    def _say_empty(self, part: _Part) -> None:
        if self.search.text().strip():
            nothing = self.tr("没有找到。可以换一个词，或清空搜索。")
            self.table.set_empty(nothing, look.plain_button(self.tr("清空搜索"), self.search.clear))
        elif self._items and self.chosen != "all":
            self.table.set_empty(part.none, look.plain_button(self.tr("看全部"), lambda: self.choose("all")))
        else:
            self.table.set_empty(part.none)

    def _minute(self) -> None:
        self._count()
        self._arrange()
        self.why.repaint_light()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read()

    def _explain(self, item: DueItem | None) -> None:
        self.why.show_item(item, self._posts.get(item.post, item.post) if item else "")

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

    def _open(self, inquiry_id: int) -> None:
        self._shell.go("register", inquiry_id=inquiry_id)

    def _is_mine(self, item: DueItem) -> bool:
        return is_mine(item, self._link.desk.clock(), self._link.desk.calendar)

    def _light(self, item: DueItem) -> Light:
        return self._lights.get(item.id) or light_of(item, self._link.desk)

    def _all_parts(self) -> dict[str, _Part]:
        near = (Light.DUE_TODAY, Light.WARNING)
        nothing = self.tr("现在没有待办。受理承诺、转办、请示后答复的登记，会按到期先后列在这里。")
        return {
            "all": _Part(words=self.tr("全部"), none=nothing, holds=lambda _item: True),
            "overdue": _Part(
                words=self.tr("超期"),
                none=self.tr("没有超期的事项。"),
                holds=lambda item: self._light(item) is Light.OVERDUE,
            ),
            "today": _Part(
                words=self.tr("今日到期"),
                none=self.tr("今天没有到期的事项。"),
                holds=lambda item: self._light(item) is Light.DUE_TODAY,
            ),
            "soon": _Part(
                words=self.tr("临期"),
                none=self.tr("没有临近到期的事项。"),
                holds=lambda item: self._light(item) in near,
            ),
            "paused": _Part(
                words=self.tr("中止"),
                none=self.tr("没有中止计时的事项。"),
                holds=lambda item: item.paused is not None,
            ),
            "sent": _Part(
                words=self.tr("转办"), none=self.tr("没有等待签收的转办。"), holds=lambda item: item.transfer
            ),
            "mine": _Part(words=self.tr("我负责"), none=self.tr("没有由您负责的待办。"), holds=self._is_mine),
            "posts": _Part(
                words=self.tr("我的岗位"),
                none=self.tr("您的岗位没有待办。"),
                holds=lambda item: item.post in self._my_posts,
            ),
            "passed": _Part(
                words=self.tr("我转出的"),
                none=self.tr("您转出的都已签收。"),
                holds=lambda item: item.transfer and item.mine_later,
            ),
        }

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("剩余"), text=self._remaining, light=self._light, tip=self._spoken, width=150),
            Column(title=self.tr("编号"), text=lambda item: item.number, width=142),
            Column(title=self.tr("来访人"), text=lambda item: item.visitor, width=80),
            Column(title=self.tr("事项"), text=self._summary, tip=self._summary),
            Column(title=self.tr("责任人"), text=lambda item: item.person, tip=self._who, width=72),
            Column(title=self.tr("到期"), text=self._due, tip=self._due, width=128),
        ]

    def _remaining(self, item: DueItem) -> str:
        return remaining(item, self._link.desk, self._shell.language)

    def _spoken(self, item: DueItem) -> str:
        return spoken(item, self._link.desk, self._shell.language)

    def _summary(self, item: DueItem) -> str:
        return self.tr("受限") if item.restricted else item.summary

    def _who(self, item: DueItem) -> str:
        officer = acting_name(item.person, item.acting_for, self._shell.language)
        return " · ".join(part for part in (officer, self._posts.get(item.post, item.post)) if part)

    def _due(self, item: DueItem) -> str:
        if item.paused is not None or item.no_limit_reason:
            return "—"
        words = f"{self._link.desk.calendar.local(item.due_at):%m-%d %H:%M}"
        return self.tr("{due} 暂定").format(due=words) if item.provisional else words


def _due(desk: "Desk") -> "tuple[tuple[DueItem, ...], Roll]":
    return cases.due_list(desk), presence.roll(desk)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
