"""A week at a glance: the figures that matter, and the pictures of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from reception.rules.log_hours import week_hours
from reception.words import Language
from reception.words.figures import FigureBlock, FigureLine, figure_blocks
from ui import look
from ui.logs.charts import BarChart, HeatMap

if TYPE_CHECKING:
    from reception.services.logs import WeekLog

_TILES = (
    *("total", "tallies", "on_the_spot_rate", "told_once_rate", "slips"),
    *("cases_opened", "cases_due", "repeats", "late_entries", "voids"),
)
_ACROSS = 5
_TOLD = ("slips", "slips_missing", "average_missing", "second_slips", "omissions", "told_once_rate")


class WeekFiguresView(QWidget):
    """Tiles, bars and the map of hours."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.tiles: dict[str, QLabel] = {}
        self.channels = BarChart(self.tr("来访方式"))
        self.ways = BarChart(self.tr("处置方式"))
        self.hours = HeatMap(self.tr("来访时段"), language)
        self.matters = BarChart(self.tr("来访较多的事项"))
        self._tile_words: dict[str, QLabel] = {}
        self.told = {name: (look.text_label("", wrap=True), look.text_label("—", "strong")) for name in _TOLD}
        self._place()

    def show_log(self, log: "WeekLog") -> None:
        """Show the figures of a week."""
        blocks = figure_blocks(log.figures, self._language)
        lines = {line.key: line for block in blocks for line in block.lines}
        for name in _TILES:
            self.tiles[name].setText(lines[name].text)
            self._tile_words[name].setText(lines[name].words)
        for name, (words, number) in self.told.items():
            words.setText(lines[name].words)
            number.setText(lines[name].text)
        self.channels.show_bars(_bars(blocks, "channel."))
        self.ways.show_bars(_bars(blocks, "disposition."))
        self.matters.show_bars(_bars(blocks, "matter.")[:5])
        self.hours.show_hours(week_hours(log.entries))

    def _place(self) -> None:
        tiles = QGridLayout()
        tiles.setSpacing(look.SPACE_M)
        for place, name in enumerate(_TILES):
            tiles.addWidget(self._tile(name), place // _ACROSS, place % _ACROSS)
            tiles.setColumnStretch(place % _ACROSS, 1)
        left = look.column(self._titled(self.tr("来访方式"), self.channels), spacing=look.SPACE_L)
        left.addWidget(self._titled(self.tr("来访时段"), self.hours))
        left.addWidget(self._titled(self.tr("来访较多的事项"), self.matters))
        left.addStretch()
        right = look.column(self._titled(self.tr("处置方式"), self.ways), spacing=look.SPACE_L)
        right.addWidget(self._titled(self.tr("一次性告知"), self._told_lines()))
        right.addStretch()
        pictures = look.row(left, right, spacing=look.SPACE_XL)
        pictures.setStretchFactor(left, 3)
        pictures.setStretchFactor(right, 2)
        self.setLayout(look.column(tiles, pictures, 1, spacing=look.SPACE_XL))

    def _tile(self, name: str) -> QFrame:
        frame = look.framed("tile")
        self.tiles[name] = look.text_label("—", "title")
        self._tile_words[name] = look.text_label("", "hint", wrap=True)
        frame.setLayout(look.column(self.tiles[name], self._tile_words[name], 1, spacing=0, margin=look.SPACE_M))
        return frame

    def _told_lines(self) -> QWidget:
        place, lines = QWidget(), look.grid(spacing=look.SPACE_S)
        for row, (words, number) in enumerate(self.told.values()):
            lines.addWidget(words, row, 0)
            lines.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)
        lines.setColumnStretch(0, 1)
        place.setLayout(lines)
        return place

    def _titled(self, title: str, chart: QWidget) -> QWidget:
        place = QWidget()
        place.setLayout(look.column(look.text_label(title, "strong"), chart, spacing=look.SPACE_S))
        return place


def _bars(blocks: tuple[FigureBlock, ...], prefix: str) -> list[tuple[str, int]]:
    lines: list[FigureLine] = [line for block in blocks for line in block.lines if line.key.startswith(prefix)]
    return [(line.words, int(line.value or 0)) for line in lines]
