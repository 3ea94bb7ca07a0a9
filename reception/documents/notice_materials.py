"""The table of materials on a notice: every row ticked, what is missing seen first.

Source: handbook §2.4 no. 1 (no row stays blank), §2.5 (columns; the header is repeated on a new page).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reception.documents.flow import Drawing, Strip, text_strips
from reception.documents.notice_form import BAR, LINE_GREY, TINT, Type, level
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, block
from reception.rules.notices import MaterialState, NoticeMaterial

_WANTED = frozenset({MaterialState.MISSING, MaterialState.DEFECTIVE})
_WORDS = {
    MaterialState.PROVIDED: "已交",
    MaterialState.MISSING: "缺",
    MaterialState.DEFECTIVE: "更正",
    MaterialState.NOT_APPLICABLE: "不适用",
}
_LONGEST_WHOLE_ROW = 8


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of the table begin, from its left edge."""

    type: Type
    width: float

    @property
    def name(self) -> float:
        return self.type.size * 2.2

    @property
    def wanted(self) -> float:
        return self.width - self.type.size * 4.4

    @property
    def given(self) -> float:
        return self.wanted - self.type.size * 4.0

    @property
    def copies(self) -> float:
        return self.given - self.type.size * 3.4

    @property
    def original(self) -> float:
        return self.copies - self.type.size * 2.6

    @property
    def name_width(self) -> float:
        return self.original - self.name - 6


def materials(rows: Sequence[NoticeMaterial], type_: Type, width: float) -> Iterator[Strip]:
    """Give the header and the rows; a matter without materials says so in one row."""
    columns = _Columns(type_, width)
    header = _header(columns, type_, count=len(rows))
    yield header
    for row in rows:
        yield from _row(row, columns, type_, header)
    if rows:
        yield Strip(type_.gap, lambda sheet, x, y: sheet.rule(x, y, x + width, y, weight=0.8))


def _header(columns: _Columns, type_: Type, *, count: int) -> Strip:
    names = (
        (0.0, "序"),
        (columns.name, f"所需材料（共{count}项）" if count else "本事项无需提交材料"),
        (columns.original, "原件"),
        (columns.copies, "复印件"),
        (columns.given, "已交"),
        (columns.wanted, "需补正"),
    )
    shown = names if count else names[1:2]
    words = [(start + (4 if start == 0 else 0), block(word, type_.label, 400)) for start, word in shown]
    height = type_.label.leading + 2 * type_.pad

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.rule(x, y, x + columns.width, y, weight=0.8)
        for start, word in words:
            sheet.text(x + start, y + type_.pad, word)
        sheet.rule(x, y + height, x + columns.width, y + height)

    return Strip(height, draw, keep=bool(count))


def _row(row: NoticeMaterial, columns: _Columns, type_: Type, header: Strip) -> Iterator[Strip]:
    wanted = row.state in _WANTED
    idle = row.state is MaterialState.NOT_APPLICABLE
    name = type_.style(strong=wanted, grey=0.45 if idle else 0.0)
    texts = [block(row.name, name, columns.name_width)]
    when = block(row.when, type_.small, columns.name_width)
    same_line = len(texts[0].lines) == 1 and texts[0].width + 8 + when.width <= columns.name_width
    if when.lines and not same_line:
        texts.append(when)
    if row.reason.strip():
        prefix = "需更正：" if row.state is MaterialState.DEFECTIVE else ""
        room = columns.wanted - columns.name if wanted else columns.name_width
        texts.append(block(prefix + row.reason, type_.style(-0.5, strong=wanted), room))
    cells = _cells(row, columns, type_)
    number = block(str(row.no), name, 60)

    def behind(sheet: Sheet, x: float, y: float, height: float, first: bool) -> None:
        if wanted:
            sheet.area(x, y, columns.width, height, TINT)
            sheet.area(x, y, BAR, height, 0.0)
        if first:
            sheet.rule(x, y, x + columns.width, y, grey=LINE_GREY)
            sheet.text(x + 4.5, y + type_.pad, number)

    def beside(sheet: Sheet, x: float, y: float) -> None:
        if same_line:
            drop = level(when.style, name)
            sheet.text(x + columns.name + texts[0].width + 8, y + drop, when)
        for start, cell in cells:
            sheet.text(x + start, y, cell)
        if not idle:
            _boxes(sheet, x, y, columns, type_, wanted=wanted)

    strips = text_strips(
        texts, columns.name, above=type_.pad, below=type_.pad, behind=behind, beside=beside, whole=_LONGEST_WHOLE_ROW
    )
    for strip in strips:
        yield Strip(strip.height, _above_a_line(strip, columns.width), strip.keep, header)


def _above_a_line(strip: Strip, width: float) -> Drawing:
    """Draw a strip and, where its row ends, the hairline that closes the table at the foot of a page."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        strip.draw(sheet, x, y)
        if not strip.keep:
            sheet.rule(x, y + strip.height, x + width, y + strip.height, grey=LINE_GREY)

    return draw


def _cells(row: NoticeMaterial, columns: _Columns, type_: Type) -> list[tuple[float, Block]]:
    """Give the short cells of a row with their places: counts, and the word of its state."""
    wanted, grey = row.state in _WANTED, 0.45 if row.state is MaterialState.NOT_APPLICABLE else 0.0
    body = type_.style(strong=wanted, grey=grey)
    side = type_.size + 2.5
    state = columns.wanted + side if wanted else columns.given + (0.0 if grey else side)
    return [
        (columns.original + 2, block(_count(row.original), body, 60)),
        (columns.copies + 2, block(_count(row.copies), body, 60)),
        (state, block(_WORDS[row.state], body, 60)),
    ]


def _count(number: int) -> str:
    return str(number) if number else "—"


def _boxes(sheet: Sheet, x: float, y: float, columns: _Columns, type_: Type, *, wanted: bool) -> None:
    side = type_.size - 0.5
    top = y + (type_.body.leading - side) / 2
    sheet.box(x + columns.given, top, side, ticked=not wanted)
    sheet.box(x + columns.wanted, top, side, ticked=wanted)
