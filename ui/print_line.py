"""Within the status line: whether the paper came out, and how many papers wait in the print queue."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui import look
from ui.watch import bind


class PrintLine(QFrame):
    """Asks quietly and takes Y or N; while nothing is asked it leads to what waits, or is not there at all.

    Signals:
        answered(bool): the person says whether the paper came out.
        queue_wanted(): the person wants to see the queue.
    """

    answered = Signal(bool)
    queue_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked = ""
        self._waiting = ""
        self.words = look.ElidedLabel()
        self.yes_button = look.plain_button(self.tr("出来了 Y"), lambda: self.answered.emit(True))
        self.no_button = look.plain_button(self.tr("没有 N"), lambda: self.answered.emit(False))
        self.queue_button = look.plain_button(self.tr("查看"), self.queue_wanted.emit)
        self.queue_button.setAccessibleName(self.tr("查看打印队列"))
        buttons = (self.yes_button, self.no_button, self.queue_button)
        for button in buttons:
            button.setProperty("tight", "true")
        self.setLayout(look.row(self.words, *buttons, spacing=look.SPACE_S))
        bind(self.yes_button, "Y", lambda: self.answered.emit(True))
        bind(self.no_button, "N", lambda: self.answered.emit(False))
        self._show()

    @property
    def text(self) -> str:
        """Give what is asked or said, or an empty text."""
        return self._asked or self._waiting

    @property
    def is_asking(self) -> bool:
        """Tell whether Y and N answer now."""
        return bool(self._asked)

    def ask(self, number: str) -> None:
        """Ask after the paper of a number; an empty text takes the question away."""
        self._asked = self.tr("{number} 纸出来了吗？").format(number=number) if number else ""
        self._show()

    def show_waiting(self, failed: int, unsure: int) -> None:
        """Say how many papers failed and how many nobody has confirmed."""
        parts = []
        if failed:
            parts.append(self.tr("{n} 份没有打印成功").format(n=failed))
        if unsure:
            parts.append(self.tr("{n} 份待确认出纸").format(n=unsure))
        self._waiting = self.tr("，").join(parts)
        self._show()

    def _show(self) -> None:
        self.words.setText(self.text)
        self.yes_button.setVisible(self.is_asking)
        self.no_button.setVisible(self.is_asking)
        self.queue_button.setVisible(not self.is_asking)
        self.setVisible(bool(self.text))
