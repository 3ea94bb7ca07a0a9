"""Within the status line: that something takes long, and 停止 where it can be stopped."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QProgressBar

from ui import look

if TYPE_CHECKING:
    from ui.desk_link import DeskLink, Waited

LONG_S = 0.8
LOOK_MS = 200
_BAR_WIDTH = 96


class WorkBar(QFrame):
    """Words, a moving bar and a button; there only while something is under way for long."""

    def __init__(self) -> None:
        super().__init__()
        self.words = look.ElidedLabel("", "hint")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(look.scaled(_BAR_WIDTH))
        self.bar.setAccessibleName(self.tr("进行中"))
        self.button = look.plain_button(self.tr("停止 Esc"))
        self.button.setProperty("tight", "true")
        self.setLayout(look.row(self.words, self.bar, self.button, spacing=look.SPACE_M))
        self.hide()

    def tell(self, words: str, *, stoppable: bool) -> None:
        """Say what is under way; an empty text takes the bar away."""
        self.words.setText(words)
        self.button.setVisible(stoppable)
        self.setVisible(bool(words))


class LongWork(QObject):
    """Watches the line to the desk, and tells of what takes long.

    A reading can always be stopped. A change can be stopped when its owner has a `stop_work`; `work_words` says
    what it does.
    """

    def __init__(self, link: "DeskLink", bar: WorkBar, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._bar = link, bar
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.look)
        link.began.connect(self._begin)
        bar.button.clicked.connect(lambda _checked: self.stop())

    def look(self) -> None:
        """Show what takes long now, or nothing."""
        waited = self._link.longest()
        if waited is None:
            self._clock.stop()
            self._bar.tell("", stoppable=False)
            return
        if waited.seconds >= LONG_S:
            said = getattr(waited.owner, "work_words", None)
            usual = self.tr("正在保存…") if waited.writes else self.tr("正在读取…")
            self._bar.tell(said() if callable(said) else usual, stoppable=self._can_stop(waited))

    def stop(self) -> bool:
        """Stop what is told of; say whether anything was."""
        waited = self._link.longest()
        if waited is None or self._bar.isHidden() or not self._can_stop(waited):
            return False
        act = getattr(waited.owner, "stop_work", None)
        if callable(act):
            act()
        else:
            self._link.stop(waited.number)
        self.look()
        return True

    def _can_stop(self, waited: "Waited") -> bool:
        return not waited.writes or callable(getattr(waited.owner, "stop_work", None))

    def _begin(self) -> None:
        if not self._clock.isActive():
            self._clock.start()
