"""The lines around a page: top bar, banner, failure line, status line."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from ui import look
from ui.print_line import PrintLine
from ui.search_line import SearchLine
from ui.toasts import Toast
from ui.work_bar import WorkBar


class TopBar(QFrame):
    """Title, search, the lights of what is due, and the clock."""

    searched = Signal(str)
    due_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.title = look.ElidedLabel("", "title")
        self.title.setMinimumWidth(look.scaled(80))
        hint = self.tr("搜索姓名、拼音首字母、电话、编号、内容   Ctrl+K")
        self.search = SearchLine(self.tr("搜索登记簿"), hint)
        self.search.setMaximumWidth(380)
        self.search.setMinimumWidth(150)
        self.search.textEdited.connect(lambda _text: self.searched.emit(self.search.text()))
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text()))
        self.back = look.plain_button(self.tr("返回 Esc"), icon_name="back")
        self.back.hide()
        self.overdue = self._light("red")
        self.due = self._light("amber")
        self.clock = look.text_label("", "hint")
        layout = look.row(self.back, self.title, 1, self.search, 1, self.overdue, self.due, self.clock)
        layout.setStretchFactor(self.search, 6)
        layout.setContentsMargins(18, look.SPACE_M, 18, look.SPACE_M)
        self.setLayout(layout)

    def show_lights(self, overdue: int, due: int) -> None:
        """Show how many things are overdue, and how many are due soon."""
        self.overdue.setText("■ " + self.tr("超期 {count}").format(count=overdue))
        self.due.setText("▲ " + self.tr("临期 {count}").format(count=due))
        self.overdue.setVisible(overdue > 0)
        self.due.setVisible(due > 0)

    def _light(self, tone: look.Tone) -> look.LightButton:
        button = look.LightButton(tone)
        button.clicked.connect(lambda: self.due_wanted.emit("overdue" if tone == "red" else "warning"))
        button.hide()
        return button


class Line(QFrame):
    """A line with words and one or two acts; hidden while it has nothing to say."""

    def __init__(self, role: str, *, closable: bool = True) -> None:
        super().__init__()
        self.setProperty("role", role)
        self._act: Callable[[], object] | None = None
        self.words = look.text_label("", wrap=True, selectable=role == "failure")
        self.button = look.plain_button("", self._take)
        self.close_button = look.link_button(self.tr("知道了"), self.end)
        if not closable:
            self.close_button.hide()
        layout = look.row(self.words, self.button, self.close_button)
        layout.setStretchFactor(self.words, 1)
        layout.setContentsMargins(18, look.SPACE_S, 18, look.SPACE_S)
        self.setLayout(layout)
        self.hide()

    def tell(self, text: str, act_label: str = "", act: Callable[[], object] | None = None) -> None:
        """Show words, and an act beside them; an empty text hides the line."""
        self._act = act
        self.words.setText(text)
        self.button.setText(act_label)
        self.button.setVisible(act is not None)
        self.setVisible(bool(text))

    def end(self) -> None:
        """Hide the line."""
        self.tell("")

    def _take(self) -> None:
        act = self._act
        self.end()
        if act is not None:
            act()


class Banner(Line):
    """The line above the page; what is told later covers what was told before, which comes back after it."""

    def __init__(self) -> None:
        super().__init__("banner")
        self._told: dict[str, tuple[str, Callable[[], object] | None]] = {}

    def tell(self, text: str, act_label: str = "", act: Callable[[], object] | None = None) -> None:
        """Show words with an act; an empty text takes away what was told with the act of that label, or all."""
        self._told.pop(act_label, None)
        if not text and not act_label:
            self._told.clear()
        if text:
            self._told[act_label] = (text, act)
        self._show_latest()

    def end(self) -> None:
        """Take away what is shown."""
        if self._told:
            self._told.popitem()
        self._show_latest()

    def _show_latest(self) -> None:
        if not self._told:
            super().tell("")
            return
        label, (text, act) = next(reversed(self._told.items()))
        super().tell(text, label, act)


class StatusLine(QFrame):
    """Lasting states at the lower edge: draft, printer, backup."""

    PLACES = ("draft", "printer", "backup")

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self._texts = dict.fromkeys(self.PLACES, "")
        self.setFixedHeight(look.control_height() + 2)
        self.toast = Toast()
        self.prints = PrintLine()
        self.work = WorkBar()
        self.words = look.ElidedLabel("", "hint")
        keys = look.ElidedLabel(self.tr("F1 按键一览 · F12 遮挡屏幕 · Ctrl+L 锁定"), "hint")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = look.row(self.words, 1, self.toast, 1, self.work, self.prints, keys, spacing=look.SPACE_L)
        layout.setStretchFactor(keys, 2)
        layout.setContentsMargins(18, 0, 18, 0)
        self.setLayout(layout)

    def say(self, text: str, place: str) -> None:
        """Show a state in its place."""
        self._texts[place] = text
        self.words.setText(" · ".join(said for said in self._texts.values() if said))
