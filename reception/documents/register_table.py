"""The table of the printed register on A4 landscape: its heading, its rows, what is void struck through.

Source: handbook §1.5 (columns and widths).
"""

import functools

from reception.documents.fonts import bold
from reception.documents.log_rows import COLUMNS, MILLIMETRE, PADDING, Row, style
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, Style, block

WIDTH, HEIGHT = 297 * MILLIMETRE, 210 * MILLIMETRE
LEFT = 15 * MILLIMETRE
MEASURE = sum(column.width for column in COLUMNS)
TOP = 11 * MILLIMETRE
FOOT = HEIGHT - 12 * MILLIMETRE
"""The lower edge of the table; the foot of the page stands below it."""
SUBTOTAL = 16.0
_RULE_GREY = 0.35
_LARGEST_TITLE, _SMALLEST_TITLE = 16.0, 9.0
_MARK_SIZE, _MARK_WIDTH, _MARK_GREY = 26.0, 640.0, 0.88


@functools.cache
def strong(size: float) -> Style:
    """Give the letters of headings."""
    return Style(face=bold(), size=size, leading=size * 1.35)


def set_title(title: str) -> Block:
    """Give the title on one line, smaller where it must be, on more lines where even that is too wide."""
    whole = strong(_LARGEST_TITLE).width(title)
    size = _LARGEST_TITLE if whole <= MEASURE else max(_SMALLEST_TITLE, _LARGEST_TITLE * MEASURE / whole - 0.1)
    return block(title, strong(size), MEASURE)


def draw_watermark(sheet: Sheet, words: str) -> None:
    """Draw twice across the page who took whole values, when and for what."""
    whole = style(_MARK_SIZE).width(words)
    look = style(round(_MARK_SIZE * min(1.0, _MARK_WIDTH / whole), 1), _MARK_GREY)
    line = block(words, look, 2 * MEASURE).lines[0]
    for part in (0.3, 0.7):
        sheet.slanted(WIDTH / 2, HEIGHT * part, 18, line, look)


class RegisterTable:
    """Draws the table; y grows downwards from the upper edge of the page."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._headings = [block(column.heading, strong(8.0), column.width - 2 * PADDING) for column in COLUMNS]
        self.head_height = max(each.height for each in self._headings) + 2 * PADDING

    def head(self, y: float) -> float:
        """Draw the names of the columns; give the y below them."""
        self._sheet.area(LEFT, y, MEASURE, self.head_height, 0.92)
        self._sheet.rule(LEFT, y, LEFT + MEASURE, y, weight=0.9)
        x = LEFT
        for column, heading in zip(COLUMNS, self._headings, strict=True):
            top = y + (self.head_height - heading.height) / 2
            self._sheet.text(x + PADDING, top, heading, align=0.5, measure=column.width - 2 * PADDING)
            x += column.width
        self.rule_below(y + self.head_height)
        return y + self.head_height

    def row(self, row: Row, y: float) -> float:
        """Draw a record; give the y below it."""
        x = LEFT
        for column, cell in zip(COLUMNS, row.cells, strict=True):
            top = y + (row.height - cell.height) / 2
            self._sheet.text(x + PADDING, top, cell)
            if row.void and not column.says_why:
                self._strike(x + PADDING, top, cell)
            x += column.width
        self.rule_below(y + row.height)
        return y + row.height

    def _strike(self, x: float, y: float, cell: Block) -> None:
        for place, line in enumerate(cell.lines):
            if line.width:
                middle = y + (place + 0.5) * cell.style.leading
                self._sheet.rule(x, middle, x + line.width, middle, weight=0.6, grey=cell.style.grey)

    def rule_below(self, y: float) -> None:
        """Draw the line that ends a row."""
        self._sheet.rule(LEFT, y, LEFT + MEASURE, y, grey=_RULE_GREY)

    def rules_between_columns(self, top: float, bottom: float) -> None:
        """Draw the lines between the columns of a page."""
        x = LEFT
        for width in (0.0, *(column.width for column in COLUMNS)):
            x += width
            self._sheet.rule(x, top, x, bottom, grey=_RULE_GREY)
