"""The parts of the board as buttons with their counts, and the columns of its list."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QPushButton

from reception.rules.cases import DueItem, Light
from reception.rules.due_board import Part, is_untaken
from reception.words import Language, label
from reception.words.presence import acting_name
from reception.words.times import late_text
from ui import look
from ui.cases.board import BoardView
from ui.cases.remaining import remaining, spoken
from ui.desk_link import DeskLink
from ui.shell import Shell
from ui.tables import Column

OF_ME = (Part.MINE, Part.POSTS, Part.PASSED)
"""The parts that depend on who looks; they stand in the second row."""
translate = QCoreApplication.translate


class PartButtons(QObject):
    """A button for each part of the board.

    Signals:
        chosen(str): this part shall be shown.
    """

    chosen = Signal(str)

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for part in Part:
            button = look.choice_button("")
            button.clicked.connect(lambda _on, part=part: self.chosen.emit(part.value))
            self._group.addButton(button)
            self.buttons[part] = button
        self.buttons[Part.ALL].setChecked(True)

    def show_counts(self, counts: Mapping[Part, int], untaken: int) -> None:
        """Show how many lines each part holds, and how many of those I passed on nobody took in time."""
        for part, button in self.buttons.items():
            button.setText(f"{label(Part(part), self._language)} {counts[Part(part)]}")
        passed = self.buttons[Part.PASSED]
        passed.setIcon(look.icon("warning", "red") if untaken else QIcon())
        said = (
            self.tr("{part}，其中 {n} 件过了签收时限无人签收").format(part=passed.text(), n=untaken) if untaken else ""
        )
        look.set_tip(passed, said)
        passed.setAccessibleName(said)

    def nothing(self, part: Part) -> str:
        """Give what stands in the list of a part while it is empty."""
        return {
            Part.ALL: self.tr("现在没有待办。受理承诺、转办、请示后答复的登记，会按到期先后列在这里。"),
            Part.OVERDUE: self.tr("没有超期的事项。"),
            Part.TODAY: self.tr("今天没有到期的事项。"),
            Part.SOON: self.tr("没有临近到期的事项。"),
            Part.PAUSED: self.tr("没有中止计时的事项。"),
            Part.SENT: self.tr("没有等待签收的转办。"),
            Part.MINE: self.tr("没有由您负责的待办。"),
            Part.POSTS: self.tr("您的岗位没有待办。"),
            Part.PASSED: self.tr("您转出的都已签收、办结。"),
        }[part]


class LineWords:
    """How a line of the board reads."""

    def __init__(self, shell: Shell, link: DeskLink, board: BoardView, part: Callable[[], Part]) -> None:
        self._shell, self._link, self._board, self._part = shell, link, board, part
        self.posts: dict[str, str] = {}

    def columns(self) -> list[Column]:
        """Give the columns of the list."""
        return [
            Column(
                title=translate("cases", "剩余"), text=self._remaining, light=self._light, tip=self._spoken, width=150
            ),
            Column(title=translate("cases", "编号"), text=lambda item: item.number, width=142),
            Column(title=translate("cases", "来访人"), text=lambda item: item.visitor, width=80),
            Column(title=translate("cases", "事项"), text=self._summary, tip=self._summary),
            Column(title=translate("cases", "责任人"), text=lambda item: item.person, tip=self._who, width=72),
            Column(title=translate("cases", "到期"), text=self._due, tip=self._due, width=128),
        ]

    def post(self, item: DueItem) -> str:
        """Give the name of the post that owes a line."""
        return self.posts.get(item.post, item.post)

    def _light(self, item: DueItem) -> Light:
        return self._board.light(item, self._part())

    def _remaining(self, item: DueItem) -> str:
        desk = self._link.desk
        if self._part() is Part.PASSED and is_untaken(item, desk.clock()):
            now, due = desk.calendar.local(desk.clock()), desk.calendar.local(item.due_at)
            return late_text(due, now, self._shell.language)
        return remaining(item, desk, self._shell.language)

    def _spoken(self, item: DueItem) -> str:
        return spoken(item, self._link.desk, self._shell.language)

    def _summary(self, item: DueItem) -> str:
        return translate("cases", "受限") if item.restricted else item.summary

    def _who(self, item: DueItem) -> str:
        officer = acting_name(item.person, item.acting_for, self._shell.language)
        return " · ".join(part for part in (officer, self.post(item)) if part)

    def _due(self, item: DueItem) -> str:
        if item.paused is not None or item.no_limit_reason:
            return "—"
        words = f"{self._link.desk.calendar.local(item.due_at):%m-%d %H:%M}"
        return translate("cases", "{due} 暂定").format(due=words) if item.provisional else words
