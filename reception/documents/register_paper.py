"""The printed register: A4 landscape, ten columns, a subtotal on each page; drawn while its records are read.

Only the rows of one page are held at a time, so that a register of years needs no more room than one of a week.

Source: handbook §1.5 (title, columns, subtotal, pages), §10.2 (masks).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reception.documents.log_rows import PADDING, Row, set_row, style
from reception.documents.register_table import (
    FOOT,
    HEIGHT,
    LEFT,
    MEASURE,
    SUBTOTAL,
    TOP,
    WIDTH,
    RegisterTable,
    draw_watermark,
    set_title,
)
from reception.documents.rendered import RenderedPaper
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, block
from reception.rules.log_entries import LogEntry

_COUNT = "pages"
_MOST_KNOWN = 20_000
"""So many cells that stood in earlier rows are kept set; years, officers and ways come again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterHead:
    """What stands above each page: whose register, of which years, which part of it; `watermark` in a whole one."""

    unit: str
    years: str
    part: str
    watermark: str = ""

    @property
    def title(self) -> str:
        """Give 示例大学教务处首问负责登记表（2026年度）."""
        return f"{self.unit}首问负责登记表（{self.years}）"


def render_register(
    head: RegisterHead, entries: Iterable[LogEntry], keep_going: Callable[[int], bool]
) -> RenderedPaper | None:
    """Draw the register.

    Args:
        head: what stands above each page.
        entries: the records in the order of the paper, masked where they must be.
        keep_going: is told after each page how many records are drawn; False stops.

    Returns:
        The paper, or None when it was stopped.
    """
    pen = _Pen(head)
    rows, voids = 0, 0
    for page, last in _pages(_set(entries, pen.missing), pen.first_row):
        rows += len(page)
        voids += sum(row.void for row in page)
        pen.page(page, f"　　总计：{_counted(rows, voids)}" if last else "")
        if not keep_going(rows):
            return None
    return pen.finish()


def _set(entries: Iterable[LogEntry], missing: Callable[[Row], None]) -> Iterator[Row]:
    known: dict[tuple[str, float, float], Block] = {}
    for entry in entries:
        if len(known) > _MOST_KNOWN:
            known.clear()
        row = set_row(entry, known)
        missing(row)
        yield row


def _pages(rows: Iterable[Row], first_row: float) -> Iterator[tuple[list[Row], bool]]:
    """Give the rows of each page and whether it is the last; a row taller than a page has one of its own."""
    held: list[Row] = []
    y = first_row
    for row in rows:
        if held and y + row.height > FOOT - SUBTOTAL:
            yield held, False
            held, y = [], first_row
        held.append(row)
        y += row.height
    yield held, True


def _counted(rows: int, voids: int) -> str:
    return f"{rows} 条" + (f"，其中作废 {voids} 条" if voids else "")


class _Pen:
    """Draws page after page; y grows downwards from the upper edge."""

    def __init__(self, head: RegisterHead) -> None:
        self._head = head
        self._sheet = Sheet(WIDTH, HEIGHT, title=head.title, author=head.unit, subject=head.part)
        self._table = RegisterTable(self._sheet)
        self._title = set_title(head.title)
        values = "本件含完整个人信息，请妥善保管" if head.watermark else "姓名、电话、证号已脱敏"
        self._values = block(values, style(8.5), MEASURE)
        self._part = block(head.part, style(8.5), MEASURE - self._values.width - 12)
        self._missing: dict[str, None] = {}
        self.first_row = TOP + self._title.height + self._part.height + PADDING + self._table.head_height

    def missing(self, row: Row) -> None:
        """Note the characters of a row that no font holds."""
        for cell in row.cells:
            lacking = cell.style.face.lacking
            if lacking and any(line.blank for line in cell.lines):
                self._missing.update(dict.fromkeys(sorted(lacking)))

    def page(self, rows: list[Row], total: str) -> None:
        """Draw a page with its subtotal, and the total where there is one."""
        if self._head.watermark:
            draw_watermark(self._sheet, self._head.watermark)
        y = self._sheet.text(LEFT, TOP, self._title, align=0.5, measure=MEASURE)
        self._sheet.text(LEFT, y, self._values, align=1.0, measure=MEASURE)
        top = self._sheet.text(LEFT, y, self._part) + PADDING
        y = self._table.head(top)
        for row in rows:
            y = self._table.row(row, y)
        if not rows:
            words = block("没有符合条件的登记。", style(9.0), MEASURE)
            y = self._sheet.text(LEFT, y + PADDING, words, align=0.5, measure=MEASURE)
            self._table.rule_below(y)
        else:
            self._table.rules_between_columns(top, y)
        words = block(f"本页小计：{_counted(len(rows), sum(row.void for row in rows))}{total}", style(8.5), MEASURE)
        self._sheet.text(LEFT, y + 2, words, align=1.0, measure=MEASURE)
        self._foot()

    def _foot(self) -> None:
        look, middle = style(8.0, 0.3), LEFT + MEASURE / 2
        number = block(f"第 {self._sheet.pages + 1} 页", look, MEASURE)
        self._sheet.text(middle - 6 - number.width, FOOT + 3, number)
        self._sheet.later(_COUNT)
        if self._head.watermark:
            mark = block(self._head.watermark, style(6.4, 0.3), MEASURE * 0.4)
            self._sheet.text(LEFT, FOOT + 3, mark, align=1.0, measure=MEASURE)
        self._sheet.end_page()

    def finish(self) -> RenderedPaper:
        """Say on every page how many there are, and give the paper."""
        pages = self._sheet.pages
        words = block(f"共 {pages} 页", style(8.0, 0.3), MEASURE)
        self._sheet.now(_COUNT, lambda: self._sheet.text(LEFT + MEASURE / 2 + 6, FOOT + 3, words))
        return RenderedPaper(
            pdf=self._sheet.finish(), pages=pages, missing_characters=tuple(self._missing), landscape=True
        )
