"""The table of materials on a paper: every row ticked, what is missing seen first.

Source: handbook §2.4 no. 1 (no row stays blank), §2.5 (columns; the header is repeated on a new page).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from reception.documents.flow import Drawing, Strip, text_strips
from reception.documents.paper_form import BAR, LINE_GREY, TINT, Type, level
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, block
from reception.rules.notices import MaterialState, NoticeMaterial
from reception.rules.papers import PaperLanguage
from reception.words.paper_forms import FormWords, form_words

_WANTED = frozenset({MaterialState.MISSING, MaterialState.DEFECTIVE})
_GIVEN = frozenset({MaterialState.PROVIDED})
_LONGEST_WHOLE_ROW = 8


class MaterialList(Protocol):
    """What has a table of materials; None has none."""

    @property
    def language(self) -> PaperLanguage:
        """Give the language of the headings."""

    @property
    def ticked(self) -> bool:
        """Tell whether somebody ticked the rows."""

    @property
    def materials(self) -> tuple[NoticeMaterial, ...] | None:
        """Give the rows."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of the table begin, from its left edge; a list that nobody ticked has no boxes."""

    type: Type
    width: float
    words: FormWords
    ticked: bool

    @property
    def name(self) -> float:
        return self.type.size * 2.2

    @property
    def wanted(self) -> float:
        return self.width - (self._ticks(self.words.wanted, _WANTED, 4.4) if self.ticked else 0.0)

    @property
    def given(self) -> float:
        return self.wanted - (self._ticks(self.words.given, _GIVEN, 4.0) if self.ticked else 0.0)

    @property
    def copies(self) -> float:
        return self.given - self._room(self.words.copies, 3.4)

    @property
    def original(self) -> float:
        return self.copies - self._room(self.words.original, 2.6)

    @property
    def name_width(self) -> float:
        return self.original - self.name - 6

    def _ticks(self, heading: str, states: Iterable[MaterialState], least: float) -> float:
        """Give the width of a column of boxes, each with the word of its state."""
        style = self.type.strong
        widest = max(style.width(self.words.states[state]) for state in states)
        return max(self._room(heading, least), self.type.size + 2.5 + widest + 5)

    def _room(self, heading: str, least: float) -> float:
        """Give the width of a column: so many letters, or what its heading needs."""
        return max(self.type.size * least, self.type.label.width(heading) + 6)


def materials(text: MaterialList, type_: Type, width: float) -> Iterator[Strip]:
    """Give the header and the rows; a matter without materials says so in one row, a paper without a table nothing."""
    if text.materials is None:
        return
    columns = _Columns(type_, width, form_words(text.language), text.ticked)
    header = _header(columns, type_, count=len(text.materials))
    yield header
    for row in text.materials:
        yield from _row(row, columns, type_, header)
    if text.materials:
        yield Strip(type_.gap, lambda sheet, x, y: sheet.rule(x, y, x + width, y, weight=0.8))


def _header(columns: _Columns, type_: Type, *, count: int) -> Strip:
    words = columns.words
    title = words.materials if columns.ticked else words.list_of_papers
    names = [
        (0.0, words.row),
        (columns.name, title.format(count) if count else words.no_materials),
        (columns.original, words.original),
        (columns.copies, words.copies),
    ]
    if columns.ticked:
        names += [(columns.given, words.given), (columns.wanted, words.wanted)]
    shown = names if count else names[1:2]
    blocks = [(start + (4 if start == 0 else 0), block(word, type_.label, 400)) for start, word in shown]
    height = type_.label.leading + 2 * type_.pad

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.rule(x, y, x + columns.width, y, weight=0.8)
        for start, word in blocks:
            sheet.text(x + start, y + type_.pad, word)
        sheet.rule(x, y + height, x + columns.width, y + height)

    return Strip(height, draw, keep=bool(count))


def _row(row: NoticeMaterial, columns: _Columns, type_: Type, header: Strip) -> Iterator[Strip]:
    wanted = columns.ticked and row.state in _WANTED
    idle = columns.ticked and row.state is MaterialState.NOT_APPLICABLE
    name = type_.style(strong=wanted, grey=0.45 if idle else 0.0)
    texts = [block(row.name, name, columns.name_width)]
    when = block(row.when, type_.small, columns.name_width)
    same_line = len(texts[0].lines) == 1 and texts[0].width + 8 + when.width <= columns.name_width
    if when.lines and not same_line:
        texts.append(when)
    if row.reason.strip():
        prefix = columns.words.defect if row.state is MaterialState.DEFECTIVE else ""
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
        if columns.ticked and not idle:
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
    wanted = columns.ticked and row.state in _WANTED
    grey = 0.45 if columns.ticked and row.state is MaterialState.NOT_APPLICABLE else 0.0
    body = type_.style(strong=wanted, grey=grey)
    counts = [
        (columns.original + 2, block(_count(row.original), body, 60)),
        (columns.copies + 2, block(_count(row.copies), body, 60)),
    ]
    if not columns.ticked:
        return counts
    side = type_.size + 2.5
    state = columns.wanted + side if wanted else columns.given + (0.0 if grey else side)
    return [*counts, (state, block(columns.words.states[row.state], body, 60))]


def _count(number: int) -> str:
    return str(number) if number else "—"


def _boxes(sheet: Sheet, x: float, y: float, columns: _Columns, type_: Type, *, wanted: bool) -> None:
    side = type_.size - 0.5
    top = y + (type_.body.leading - side) / 2
    sheet.box(x + columns.given, top, side, ticked=not wanted)
    sheet.box(x + columns.wanted, top, side, ticked=wanted)
