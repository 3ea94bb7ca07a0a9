"""The guide after the first start: four steps through the rooms, to be skipped at any time."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import look

WIDTH = 440


class Welcome(QFrame):
    """A card over the rooms that it speaks of; Esc skips the rest.

    Signals:
        entering(str): the step speaks of this room.
        ended(): the guide is over.
    """

    entering = Signal(str)
    ended = Signal()

    def __init__(self, over: QWidget, rooms: tuple[str, ...]) -> None:
        super().__init__(over)
        self.setProperty("role", "guide")
        self.setFixedWidth(look.scaled(WIDTH))
        self._over = over
        self.steps = [step for step in self._all_steps() if step[0] in rooms]
        self.place = 0
        self._count = look.text_label("", "hint")
        self._title = look.text_label("", "title")
        self._words = look.text_label("", wrap=True)
        self.skip_button = look.link_button(self.tr("跳过 Esc"), self.end)
        self.back_button = look.plain_button(self.tr("上一步"), lambda: self.go(self.place - 1))
        self.next_button = look.primary_button("", lambda: self.go(self.place + 1))
        self._lines = look.column(
            look.row(self._title, 1, self._count),
            self._words,
            look.row(self.skip_button, 1, self.back_button, self.next_button),
            spacing=look.SPACE_L,
            margin=20,
        )
        self.setLayout(self._lines)
        over.installEventFilter(self)
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
        self._settle()
        self.raise_()
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return False

    def _settle(self) -> None:
        self.setFixedHeight(self._lines.heightForWidth(self.width()))
        margin = look.SPACE_XL
        self.move(self._over.width() - self.width() - margin, self._over.height() - self.height() - margin)

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
