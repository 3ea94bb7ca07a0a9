"""The weekly log as an Excel workbook: the register with typed cells, and behind it the sheet of figures.

The workbook holds nothing of the moment or the machine it was made on: the same log gives the same bytes.
"""

import io
from datetime import date, datetime, time
from typing import Any, NamedTuple

import xlsxwriter

from reception.documents.log_sheet import Column, Kind, Value, WeekLog, cell, columns_of, file_name
from reception.rules.text import neutralise_formula
from reception.words import Language
from reception.words.figures import FigureLine, figure_blocks

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}
_HEADER_GREEN = "#DCE9E4"
_VOID_GREY = "#8A8A8A"
_PRINT_HEADER_LENGTH = 95


class _Look(NamedTuple):
    """What a cell's format depends on."""

    number_format: str
    void: bool
    guarded: bool


class _Book:
    """A workbook that is being written; formats are made once for each look."""

    def __init__(self, log: WeekLog) -> None:
        self.log = log
        self.file = io.BytesIO()
        self.book: Any = xlsxwriter.Workbook(self.file, _OPTIONS)
        self.book.set_properties(
            {
                "title": f"{log.unit}首问负责周志 {log.week.label}",
                "author": log.unit,
                "comments": log.watermark,
                "created": datetime.combine(log.week.first_on, time.min),
            }
        )
        self._formats: dict[_Look, Any] = {}
        self.heading = self.book.add_format(
            _FONT | {"bold": True, "bg_color": _HEADER_GREEN, "bottom": 1, "text_wrap": True}
        )

    def format(self, look: _Look) -> Any:
        """Give the format of a look; a guarded cell stays text when somebody edits it."""
        if look not in self._formats:
            settings: dict[str, Any] = _FONT | {"num_format": look.number_format, "align": "left"}
            if look.void:
                settings |= {"font_color": _VOID_GREY, "font_strikeout": True}
            if look.guarded:
                settings["quote_prefix"] = True
            self._formats[look] = self.book.add_format(settings)
        return self._formats[look]

    def sheet(self, name: str) -> Any:
        """Add a sheet that prints on A4 landscape with its name and pages."""
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        mark = self.log.watermark[:_PRINT_HEADER_LENGTH].replace("&", "&&")
        sheet.set_header(f"&L{file_name(self.log.week, 'xlsx')} {name}&R{mark}")
        sheet.set_footer("&C第 &P 页 共 &N 页")
        sheet.set_default_row(18)
        return sheet

    def finish(self) -> bytes:
        """Give the bytes of the workbook."""
        self.book.close()
        return self.file.getvalue()


def render(log: WeekLog) -> bytes:
    """Give the workbook: first the register, then 统计."""
    book = _Book(log)
    _write_register(book)
    _write_figures(book)
    return book.finish()


def _write_register(book: _Book) -> None:
    log, columns = book.log, columns_of(book.log)
    sheet = book.sheet("登记")
    sheet.set_row(0, 34)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, book.heading)
    for row, entry in enumerate(log.entries, start=1):
        for place, column in enumerate(columns):
            _write(book, sheet, (row, place), column, cell(log, entry, column), void=entry.void)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(log.entries), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_print_scale(60)


def _write(book: _Book, sheet: Any, place: tuple[int, int], column: Column, value: Value, *, void: bool) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        shape = "@" if column.kind is Kind.DIGITS else "General"
        guarded = neutralise_formula(value) != value
        sheet.write_string(*place, value, book.format(_Look(shape, void, guarded)))
    elif isinstance(value, date):
        shape = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
        sheet.write_datetime(*place, value, book.format(_Look(shape, void, guarded=False)))
    else:
        sheet.write_number(*place, value, book.format(_Look("0", void, guarded=False)))


def _write_figures(book: _Book) -> None:
    log = book.log
    sheet = book.sheet("统计")
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 14)
    sheet.set_column(2, 2, 26)
    plain = book.format(_Look("General", void=False, guarded=False))
    title = book.book.add_format(_FONT | {"bold": True, "font_size": 12})
    sheet.write_string(0, 0, f"{log.unit} {log.week.label}（{log.week.first_on} 至 {log.week.last_on}）", title)
    sheet.write_string(1, 0, log.watermark or "姓名、电话、证号已脱敏。", plain)
    for place, words in enumerate(("项目 item", "数值 value", "字段 field")):
        sheet.write_string(2, place, words, book.heading)
    row = 3
    for block in figure_blocks(log.figures, Language.ZH):
        sheet.write_string(row, 0, block.heading, title)
        for line in block.lines:
            row += 1
            sheet.write_string(row, 0, line.words, plain)
            _write_figure(book, sheet, row, line)
            sheet.write_string(row, 2, line.key, plain)
        row += 1
    sheet.freeze_panes(3, 0)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)


def _write_figure(book: _Book, sheet: Any, row: int, line: FigureLine) -> None:
    if line.value is None:
        sheet.write_string(row, 1, line.text, book.format(_Look("General", void=False, guarded=False)))
        return
    shape = "0.0%" if line.percent else "0" if float(line.value).is_integer() and "." not in line.text else "0.0"
    sheet.write_number(row, 1, line.value, book.format(_Look(shape, void=False, guarded=False)))
