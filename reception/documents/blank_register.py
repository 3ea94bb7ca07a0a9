"""The register on paper before anybody came: the same columns, empty rows, for the day when the power is out.

Source: handbook §1.5 (columns).
"""

from reception.documents.log_rows import COLUMNS, MILLIMETRE, PADDING, style
from reception.documents.paper_form import fitted
from reception.documents.register_table import (
    FOOT,
    HEIGHT,
    LEFT,
    MEASURE,
    TOP,
    WIDTH,
    RegisterTable,
    set_title,
    strong,
)
from reception.documents.rendered import RenderedPaper, missing_in
from reception.documents.sheet import Sheet
from reception.documents.typesetting import block
from reception.rules.inquiries import Channel, Disposition
from reception.words import Language, label

ROWS = 12
_ROW = 12 * MILLIMETRE
_GREY = 0.45
_NOTE = (
    "停电或系统停用时使用，一行一件，按接待顺序填写；恢复后请逐条事后补录，来访时间照本表填写，"
    "备注写“纸质登记第几号”，系统给出的编号填回“编号”栏。"
)


def render_blank_register(unit: str) -> RenderedPaper:
    """Draw one page with empty rows; the same unit gives the same bytes."""
    title = f"{unit}首问负责登记表（　　　　年度）"
    sheet = Sheet(WIDTH, HEIGHT, title=f"{unit}首问负责登记表（备用空白表）", author=unit, subject="备用空白表")
    table = RegisterTable(sheet)
    mark = block("备用空白表", strong(9.0), MEASURE)
    sheet.text(LEFT + MEASURE - mark.width - 6, TOP + 4, mark)
    sheet.frame(LEFT + MEASURE - mark.width - 12, TOP + 2, mark.width + 12, 16, weight=0.8)
    y = sheet.text(LEFT, TOP, set_title(title), align=0.5, measure=MEASURE)
    note = fitted(_NOTE, style(8.5), MEASURE, least=6.5)
    top = sheet.text(LEFT, y, note) + PADDING
    y = table.head(top)
    for number in range(1, ROWS + 1):
        _row_number(sheet, number, y)
        y += _ROW
        table.rule_below(y)
    table.rules_between_columns(top, y)
    _legend(sheet, y + 4)
    _signatures(sheet)
    sheet.end_page()
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=missing_in([unit]), landscape=True)


def _row_number(sheet: Sheet, number: int, y: float) -> None:
    """Draw small where a row begins: its place on this paper, and what is filled in afterwards."""
    hint = style(6.5, _GREY)
    sheet.text(LEFT + PADDING, y + 2, block(f"纸质 {number}", hint, COLUMNS[0].width))
    phone = LEFT + sum(column.width for column in COLUMNS[:1])
    sheet.text(phone + PADDING, y + 2, block("月　日　时　分", hint, COLUMNS[1].width))


def _legend(sheet: Sheet, y: float) -> None:
    """Draw what may stand in the columns of the channel and of the way."""
    channels = "、".join(label(each, Language.ZH) for each in Channel)
    ways = "　".join(f"{each.value} {label(each, Language.ZH)}" for each in Disposition)
    for words in (f"处置方式：{ways}", f"方式：{channels}"):
        y = sheet.text(LEFT, y, fitted(words, style(7.5, 0.3), MEASURE, least=6))


def _signatures(sheet: Sheet) -> None:
    look = style(9.0)
    share = MEASURE / 4
    for place, words in enumerate(("纸质页号：第　　页", "首问责任人：", "补录人：", "补录时间：")):
        x = LEFT + place * share
        sheet.text(x, FOOT - 6, block(words, look, share))
        if words.endswith("："):
            base = FOOT - 6 + look.leading
            sheet.rule(x + look.width(words), base, x + share - 14, base, weight=0.6)
