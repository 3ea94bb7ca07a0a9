"""The weekly log for signature: A4 landscape, the register page by page, the figures and the signatures behind it.

Source: handbook §1.5 (printed register), §8.2 (figures).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reception.documents.log_figures import SetFigures, draw_figures, set_figures
from reception.documents.log_rows import PADDING, Row, set_rows, style
from reception.documents.log_sheet import WeekLog, file_name
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
from reception.documents.sheet import Sheet
from reception.documents.typesetting import block
from reception.words import Language, date_text


class _Page(NamedTuple):
    rows: tuple[Row, ...]
    last_of_register: bool


def render(log: WeekLog) -> bytes:
    """Give the log as a PDF."""
    paper = _Paper(log)
    figures = set_figures(log.figures)
    pages = list(_pages(set_rows(log.entries), paper.first_row, FOOT - SUBTOTAL))
    own_page = paper.first_row + sum(row.height for row in pages[-1].rows) + SUBTOTAL + figures.height > FOOT
    count = len(pages) + own_page
    for number, page in enumerate(pages, start=1):
        y = paper.register_page(page)
        if number == len(pages) and not own_page:
            paper.closing(figures, y)
        paper.end_page(number, count)
    if own_page:
        paper.closing(figures, paper.head())
        paper.end_page(count, count)
    return paper.sheet.finish()


def _pages(rows: Sequence[Row], first_row: float, limit: float) -> Iterable[_Page]:
    """Give the rows of each page; a row taller than a page has one of its own."""
    held: list[Row] = []
    y = first_row
    for row in rows:
        if held and y + row.height > limit:
            yield _Page(tuple(held), last_of_register=False)
            held, y = [], first_row
        held.append(row)
        y += row.height
    yield _Page(tuple(held), last_of_register=True)


class _Paper:
    """The log while it is drawn; y grows downwards from the upper edge of the page."""

    def __init__(self, log: WeekLog) -> None:
        self.log = log
        self.title = f"{log.unit}首问负责登记表（{log.week.year}年第{log.week.number}周）"
        self.sheet = Sheet(WIDTH, HEIGHT, title=self.title, author=log.unit, subject=log.week.label)
        self.table = RegisterTable(self.sheet)
        self._title = set_title(self.title)
        self.first_row = TOP + self._title.height + style(8.5).leading + PADDING + self.table.head_height

    def head(self) -> float:
        """Draw the watermark, the title and the period; give the y below them."""
        if self.log.watermark:
            draw_watermark(self.sheet, self.log.watermark)
        y = self.sheet.text(LEFT, TOP, self._title, align=0.5, measure=MEASURE)
        week = self.log.week
        period = (
            f"起止：{date_text(week.first_on, Language.ZH)}（星期一）至{date_text(week.last_on, Language.ZH)}（星期日）"
        )
        values = "本件含完整个人信息，请妥善保管" if self.log.watermark else "姓名、电话、证号已脱敏"
        line = style(8.5)
        self.sheet.text(LEFT, y, block(period, line, MEASURE))
        return self.sheet.text(LEFT, y, block(values, line, MEASURE), align=1.0, measure=MEASURE) + PADDING

    def register_page(self, page: _Page) -> float:
        """Draw the title, the table and its subtotal; give the y below them."""
        top = self.head()
        y = self.table.head(top)
        for row in page.rows:
            y = self.table.row(row, y)
        if not page.rows:
            y = self.sheet.text(
                LEFT, y + PADDING, block("本周无登记。", style(9.0), MEASURE), align=0.5, measure=MEASURE
            )
            self.table.rule_below(y)
        self.table.rules_between_columns(top, y)
        return self._subtotal(page, y)

    def _subtotal(self, page: _Page, y: float) -> float:
        voids = sum(row.void for row in page.rows)
        words = f"本页小计：{len(page.rows)} 条" + (f"，其中作废 {voids} 条" if voids else "")
        if page.last_of_register:
            every = len(self.log.entries)
            words += f"　　全周合计：{every} 条，其中作废 {self.log.figures.voids} 条"
        self.sheet.text(LEFT, y + 2, block(words, style(8.5), MEASURE), align=1.0, measure=MEASURE)
        return y + SUBTOTAL

    def closing(self, figures: SetFigures, y: float) -> None:
        """Draw the figures and the lines to sign on."""
        draw_figures(self.sheet, figures, LEFT, y)

    def end_page(self, number: int, count: int) -> None:
        """Draw the foot and finish the page."""
        look = style(8.0, 0.3)
        top = FOOT + 3
        self.sheet.text(LEFT, top, block(file_name(self.log.week, "pdf"), look, MEASURE))
        pages = block(f"第 {number} 页　共 {count} 页", look, MEASURE)
        self.sheet.text(LEFT, top, pages, align=0.5, measure=MEASURE)
        self.sheet.text(
            LEFT, top, block(self.log.watermark, style(6.4, 0.3), MEASURE * 0.4), align=1.0, measure=MEASURE
        )
        self.sheet.end_page()
