"""F1: the map of keys of what is on the screen, laid over the page."""

from functools import partial
from itertools import product

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui import look
from ui.shell import Keys
from ui.watch import bind

COLUMN_ROWS = 16
GAP = 48
SCROLL_BAR = 12
FOOT = 56
WORDS_WIDTHS = (240, 208, 184)


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
        for key, by in (("PgUp", -1), ("PgDown", 1)):
            bind(self, key, partial(self._scroll, by), repeat=True)

    def open(self, title: str, page_keys: Keys, window_keys: Keys) -> None:
        """Show the keys of a page and those that act everywhere."""
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.shown = [*page_keys, *window_keys]
        groups = [(title, page_keys), (self.tr("到处可用"), window_keys)]
        self._body = self._fitting([group for group in groups if group[1]])
        self._area = look.scrolled(self._body)
        self._inside.addWidget(self._area, 1)
        self._close = look.text_label("", "muted")
        foot = QWidget()
        foot.setLayout(look.row(self._close, 1, look.link_button(self.tr("看一遍导览(&G)"), self._lead)))
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

    def _fitting(self, groups: list[tuple[str, Keys]]) -> QWidget:
        """Give the groups beside each other where the page is wide enough, else below each other, else in one column.

        What is too high then is scrolled with the keys PgUp and PgDn.
        """
        longest = max(len(keys) for _title, keys in groups)
        ways = ((COLUMN_ROWS, True), (COLUMN_ROWS, False), (longest, True), (longest, False))
        for (rows, beside), width in product(ways, WORDS_WIDTHS):
            parts = [self._part(title, keys, rows, width) for title, keys in groups]
            body = QWidget()
            layout = look.row(*parts, spacing=GAP) if beside else look.column(*parts, 1, spacing=look.SPACE_XL)
            body.setLayout(layout)
            if body.sizeHint().width() <= self._room().width():
                break
        return body

    def _room(self) -> QSize:
        margin = 2 * look.SPACE_XL + SCROLL_BAR
        return self._over.size() - QSize(margin, margin)

    def _scroll(self, by: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def _part(self, title: str, keys: Keys, rows: int, width: int) -> QWidget:
        place = QWidget()
        table = look.grid()
        table.setHorizontalSpacing(look.SPACE_L)
        table.setVerticalSpacing(look.SPACE_S)
        for number, (key, words) in enumerate(keys):
            line, column = number % rows, number // rows * 2
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            table.addWidget(look.text_label(key, "strong"), line, column, right)
            table.addWidget(_described(words, look.scaled(width)), line, column + 1, Qt.AlignmentFlag.AlignTop)
        place.setLayout(look.column(look.heading(title), table, 1, spacing=look.SPACE_L))
        return place

    def _settle(self) -> None:
        wanted = self._body.sizeHint() + QSize(SCROLL_BAR, 0)
        shown = wanted.boundedTo(self._room() - QSize(0, look.scaled(FOOT)))
        self._area.setFixedSize(shown)
        whole = shown.height() == wanted.height()
        self._close.setText(self.tr("按 F1 或 Esc 关闭") if whole else self.tr("PgUp、PgDn 翻看 · F1 或 Esc 关闭"))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, max(0, (self._over.height() - self.height()) // 2))


def _described(words: str, width: int) -> QLabel:
    """Give what a key does; long words go on in a second line."""
    label = look.text_label(words)
    if label.sizeHint().width() > width:
        label.setWordWrap(True)
        label.setFixedWidth(width)
        label.setMinimumHeight(label.heightForWidth(width))
    return label
