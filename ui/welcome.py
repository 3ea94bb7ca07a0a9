"""The guide after the first start: four steps through the rooms, to be skipped at any time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from ui import look


class Welcome(QFrame):
    """A strip above the rooms that it speaks of, which covers nothing of them; Esc skips the rest.

    Signals:
        entering(str): the step speaks of this room.
        ended(): the guide is over.
    """

    entering = Signal(str)
    ended = Signal()

    def __init__(self, rooms: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.steps = [step for step in self._all_steps() if step[0] in rooms]
        self.place = 0
        self._count = look.text_label("", "hint")
        self._title = look.text_label("", "title")
        self._words = look.text_label("", wrap=True)
        self.skip_button = look.link_button(self.tr("跳过 Esc"), self.end)
        self.back_button = look.plain_button(self.tr("上一步"), lambda: self.go(self.place - 1))
        self.next_button = look.primary_button("", lambda: self.go(self.place + 1))
        words = look.column(look.row(self._title, self._count, 1), self._words, spacing=look.SPACE_S)
        acts = look.row(self.skip_button, self.back_button, self.next_button)
        lines = look.row(words, acts, spacing=look.SPACE_XL)
        lines.setStretchFactor(words, 1)
        lines.setContentsMargins(look.SPACE_XL, look.SPACE_M, look.SPACE_XL, look.SPACE_M)
        self.setLayout(lines)
        self.hide()

    def begin(self) -> None:
        """Show the first step."""
        self.show()
        self.go(0)

    def go(self, place: int) -> None:
        """Show a step; after the last one the guide is over, in the first room."""
        if not 0 <= place < len(self.steps):
            self.end()
            return
        self.place = place
        room, title, words = self.steps[place]
        self.entering.emit(room)
        self._title.setText(title)
        self._words.setText(words)
        self._count.setText(f"{place + 1} / {len(self.steps)}")
        self.back_button.setEnabled(place > 0)
        last = place == len(self.steps) - 1
        self.next_button.setText(self.tr("开始使用") if last else self.tr("下一步"))
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Take the guide away."""
        if self.isHidden():
            return
        self.hide()
        if self.steps:
            self.entering.emit(self.steps[0][0])
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _all_steps(self) -> list[tuple[str, str, str]]:
        return [
            (
                "inquiries",
                self.tr("接待从这里开始"),
                self.tr(
                    "选渠道，写一句摘要，回答“是谁的职责”，再选处置，就登记好了。没写完的内容不会丢，可以先接待下一位。"
                ),
            ),
            (
                "catalogue",
                self.tr("办事指南随手可查"),
                self.tr("每个事项的材料、时限、地点和电话都在这里，也会出现在登记旁边。发现哪里不对，当场就能改正。"),
            ),
            (
                "cases",
                self.tr("答应了期限的事不会忘"),
                self.tr("转办、待补材料和限时答复按到期先后排好，每个日期都能看到是怎样算出来的。"),
            ),
            (
                "logs",
                self.tr("每周一份周报"),
                self.tr("一键导出本周登记。离开座位按 Ctrl+L 锁定，有人探头按 F12 遮挡，随时按 F1 看全部按键。"),
            ),
        ]
