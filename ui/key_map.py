"""F1: the map of keys of what is on the screen, laid over the page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui import look
from ui.shell import Keys

COLUMN_ROWS = 16


class KeyMap(QFrame):
    """A card over the page; F1 or Esc takes it away.

    Signals:
        guide_wanted(): the person wants to be led through the rooms.
    """

    guide_wanted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "guide")
        self._over = over
        self.shown: Keys = []
        self._inside = look.column(spacing=look.SPACE_L, margin=look.SPACE_XL)
        self.setLayout(self._inside)
        over.installEventFilter(self)
        self.hide()

    def open(self, title: str, page_keys: Keys, window_keys: Keys) -> None:
        """Show the keys of a page and those that act everywhere."""
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.shown = [*page_keys, *window_keys]
        body = QWidget()
        parts = [self._part(title, page_keys)] if page_keys else []
        body.setLayout(look.row(*parts, self._part(self.tr("到处可用"), window_keys), spacing=48))
        self._inside.addWidget(body)
        close = look.text_label(self.tr("按 F1 或 Esc 关闭"), "muted")
        foot = QWidget()
        foot.setLayout(look.row(close, 1, look.link_button(self.tr("看一遍导览(&G)"), self._lead)))
        self._inside.addWidget(foot)
        self.show()
        self.raise_()
        self._settle()

    def _lead(self) -> None:
        self.hide()
        self.guide_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return False

    def _part(self, title: str, keys: Keys) -> QWidget:
        place = QWidget()
        table = look.grid()
        table.setHorizontalSpacing(look.SPACE_L)
        for number, (key, words) in enumerate(keys):
            line, column = number % COLUMN_ROWS, number // COLUMN_ROWS * 2
            table.addWidget(look.text_label(key, "strong"), line, column, Qt.AlignmentFlag.AlignRight)
            table.addWidget(look.text_label(words), line, column + 1)
        place.setLayout(look.column(look.heading(title), table, 1, spacing=look.SPACE_L))
        return place

    def _settle(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, max(0, (self._over.height() - self.height()) // 2))
