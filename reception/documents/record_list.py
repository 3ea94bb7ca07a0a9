"""A list of records on A4 landscape: parts with their figure, what it counts, and the lines behind it; and as CSV.

A part begins only where its first line has room too; the names of its columns stand on every page that it fills.
Source: handbook §3.6 (each slip), §4.5 (reports), §8.2 (figures for supervisors).
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from reception.documents.log_rows import MILLIMETRE, PADDING, style
from reception.documents.register_table import FOOT, HEIGHT, LEFT, MEASURE, TOP, WIDTH, set_title, strong
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, block
from reception.rules.record_lists import ListColumn, ListPart, ListRow, RecordList
from reception.rules.text import neutralise_formula

_CELL = 8.0
_LEAST = 5 * MILLIMETRE
_BETWEEN = 12.0
_SIGNATURES = 26.0
_RULE_GREY = 0.6
_COUNT = "pages"


def render_list(paper: RecordList) -> RenderedPaper:
    """Draw the list; the same list gives the same bytes."""
    pen = _Pen(paper)
    for part in paper.parts:
        pen.part(part)
    pen.signatures()
    return pen.finish()


def list_csv(paper: RecordList) -> bytes:
    """Give the list as CSV: each line says which part it is of, and whether it is its figure, its columns or a record.

    UTF-8 with a byte order mark, so that spreadsheets read the Chinese; lines end in CR LF.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([neutralise_formula(each) for each in ("list", "title", paper.title, paper.period, paper.as_of)])
    for part in paper.parts:
        rows = [("figure", part.heading, part.figure, part.note), ("columns", *(each.title for each in part.columns))]
        rows += [("record", *row.cells) for row in part.rows]
        writer.writerows([part.key, *(neutralise_formula(cell) for cell in row)] for row in rows)
    return lines.getvalue().encode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of a part set for the page: where each begins and how wide it is, and their names."""

    columns: tuple[ListColumn, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    heads: tuple[Block, ...]

    @property
    def head_height(self) -> float:
        return max(each.height for each in self.heads) + 2 * PADDING


def _table(columns: tuple[ListColumn, ...]) -> _Table:
    whole = sum(column.share for column in columns)
    widths = tuple(MEASURE * column.share / whole for column in columns)
    lefts = tuple(LEFT + sum(widths[:place]) for place in range(len(widths)))
    pairs = zip(columns, widths, strict=True)
    heads = tuple(block(column.title, strong(_CELL), width - 2 * PADDING) for column, width in pairs)
    return _Table(columns=columns, lefts=lefts, widths=widths, heads=heads)


def _set(row: ListRow, table: _Table) -> tuple[tuple[Block, ...], float]:
    pairs = zip(row.cells, table.widths, strict=True)
    cells = tuple(block(text, style(_CELL), width - 2 * PADDING) for text, width in pairs)
    return cells, max(_LEAST, max((each.height for each in cells), default=0.0) + 2 * PADDING)


class _Pen:
    """Draws page after page; y grows downwards from the upper edge."""

    def __init__(self, paper: RecordList) -> None:
        self._paper = paper
        title = f"{paper.unit}{paper.title}"
        self._sheet = Sheet(WIDTH, HEIGHT, title=title, author=paper.unit, subject=paper.period)
        self._title = set_title(title)
        self._y = self._head()
        self._top = self._y

    def _head(self) -> float:
        y = self._sheet.text(LEFT, TOP, self._title, align=0.5, measure=MEASURE)
        self._sheet.text(LEFT, y, block(self._paper.as_of, style(8.5), MEASURE), align=1.0, measure=MEASURE)
        return self._sheet.text(LEFT, y, block(self._paper.period, style(8.5), MEASURE * 0.6)) + _BETWEEN

    def part(self, part: ListPart) -> None:
        """Draw a part, on as many pages as it takes."""
        table = _table(part.columns)
        rows = [_set(row, table) for row in part.rows]
        heading = block(part.heading, strong(10.5), MEASURE * 0.6)
        figure = block(part.figure, strong(10.5), MEASURE - heading.width - 12)
        note = block(part.note, style(7.5, 0.35), MEASURE)
        first = rows[0][1] if rows else style(_CELL).leading + PADDING
        above = max(heading.height, figure.height) + note.height + table.head_height
        self._make_room(above + first)
        y = self._y
        self._sheet.text(LEFT, y, heading)
        self._sheet.text(LEFT, y, figure, align=1.0, measure=MEASURE)
        y = self._sheet.text(LEFT, y + max(heading.height, figure.height), note) + PADDING
        self._y = y
        if rows:
            self._rows(part, table, rows)
        else:
            self._y = self._sheet.text(LEFT, y, block(part.empty, style(8.5, 0.35), MEASURE)) + PADDING
        self._y += _BETWEEN

    def signatures(self) -> None:
        """Draw the lines to sign on, where somebody signs."""
        if not self._paper.signers:
            return
        self._make_room(_SIGNATURES)
        look, share = style(9.5), MEASURE / len(self._paper.signers)
        for place, words in enumerate(self._paper.signers):
            start = LEFT + place * share
            base = self._y + 6 + look.leading
            self._sheet.text(start, self._y + 6, block(words, look, share))
            self._sheet.rule(start + look.width(words) + 3, base, start + share - 18, base, weight=0.6)

    def finish(self) -> RenderedPaper:
        """Say on every page how many there are, and give the paper."""
        self._end_page()
        pages = self._sheet.pages
        words = block(self._paper.pages.format(n=pages), style(8.0, 0.3), MEASURE)
        self._sheet.now(_COUNT, lambda: self._sheet.text(LEFT + MEASURE / 2 + 1, FOOT + 3, words))
        missing = missing_in(texts_in(self._paper))
        return RenderedPaper(pdf=self._sheet.finish(), pages=pages, missing_characters=missing, landscape=True)

    def _rows(self, part: ListPart, table: _Table, rows: Iterable[tuple[tuple[Block, ...], float]]) -> None:
        self._columns(table)
        for cells, height in rows:
            if self._y + height > FOOT and self._y > self._top + 2 * table.head_height:
                self._new_page()
                again = block(self._paper.continued.format(heading=part.heading), strong(_CELL), MEASURE)
                self._y = self._sheet.text(LEFT, self._y, again) + PADDING
                self._columns(table)
            self._row(table, cells, height)

    def _row(self, table: _Table, cells: tuple[Block, ...], height: float) -> None:
        for column, left, width, cell in zip(table.columns, table.lefts, table.widths, cells, strict=True):
            top, align = self._y + (height - cell.height) / 2, 1.0 if column.right else 0.0
            self._sheet.text(left + PADDING, top, cell, align=align, measure=width - 2 * PADDING)
        self._y += height
        self._sheet.rule(LEFT, self._y, LEFT + MEASURE, self._y, grey=_RULE_GREY)

    def _columns(self, table: _Table) -> None:
        self._sheet.area(LEFT, self._y, MEASURE, table.head_height, 0.92)
        self._sheet.rule(LEFT, self._y, LEFT + MEASURE, self._y, weight=0.9)
        self._row(table, table.heads, table.head_height)

    def _make_room(self, height: float) -> None:
        if self._y + height > FOOT and self._y > self._top:
            self._new_page()

    def _new_page(self) -> None:
        self._end_page()
        self._y = self._head()

    def _end_page(self) -> None:
        look, middle = style(8.0, 0.3), LEFT + MEASURE / 2
        number = block(self._paper.page.format(n=self._sheet.pages + 1), look, MEASURE)
        self._sheet.text(LEFT, FOOT + 3, block(self._paper.name, look, MEASURE * 0.4))
        self._sheet.text(middle - 1 - number.width, FOOT + 3, number)
        self._sheet.later(_COUNT)
        self._sheet.end_page()
