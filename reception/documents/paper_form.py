"""The parts of a paper, each a strip or some strips of a given width; the layouts put them together.

Source: handbook §2.3 (seal, dates), §2.5 (order of the parts); clauses D2.1-a to D2.1-e.
"""

import bisect
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reception.documents.flow import Strip, text_strips
from reception.documents.fonts import bold, regular
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, Style, block
from reception.rules.papers import PaperFact, PaperText

LABEL_GREY = 0.38
LINE_GREY = 0.72
TINT = 0.925
BAR = 2.4


@dataclass(frozen=True, slots=True)
class Frame:
    """The free area of a page or half page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Type:
    """The styles of a paper that follow from the size of its running text, and its air: 1 much, 0 hardly any."""

    size: float
    air: float = 1.0

    def style(self, change: float = 0.0, *, strong: bool = False, grey: float = 0.0) -> Style:
        """Give a style `change` points larger than running text."""
        return _style(self.size + change, self.air, strong, grey)

    @property
    def body(self) -> Style:
        """Give running text."""
        return _style(self.size, self.air, False, 0.0)

    @property
    def strong(self) -> Style:
        """Give running text that must be noticed."""
        return _style(self.size, self.air, True, 0.0)

    @property
    def label(self) -> Style:
        """Give the words of the form itself; their lines are as high as running text, so that both stand level."""
        return _label(self.size, self.body.leading)

    @property
    def small(self) -> Style:
        """Give remarks."""
        return _label(self.size, max(self.size - 1.4, 6.5) * 1.4)

    @property
    def pad(self) -> float:
        """Give the air above and below a row."""
        return 1.1 + 1.5 * self.air

    @property
    def gap(self) -> float:
        """Give the air between two parts of the form."""
        return 4.0 + 2.0 * self.air


def first_fit(types: Sequence[Type], fits: Callable[[Type], bool]) -> Type | None:
    """Give the first type that fits, in a row from the most comfortable to the smallest; None if none does."""
    place = bisect.bisect_left(types, True, key=fits)
    return types[place] if place < len(types) else None


@functools.cache
def _style(size: float, air: float, strong: bool, grey: float) -> Style:
    return Style(face=bold() if strong else regular(), size=size, leading=size * (1.28 + 0.14 * air), grey=grey)


@functools.cache
def _label(size: float, leading: float) -> Style:
    return Style(face=regular(), size=max(size - 1.4, 6.5), leading=leading, grey=LABEL_GREY)


def level(label: Style, text: Style) -> float:
    """Give how much lower a label must stand for its baseline to meet that of larger text beside it."""
    return (text.leading - label.leading) / 2 + (text.size - label.size) * 0.38


def fitted(text: str, style: Style, width: float, *, least: float) -> Block:
    """Set a text on one line, smaller where it must be, and on more lines where even `least` points is too wide."""
    natural = style.width(text)
    size = style.size if natural <= width else max(least, style.size * width / natural - 0.01)
    ratio = size / style.size
    smaller = Style(
        face=style.face,
        size=size,
        leading=style.leading * ratio,
        grey=style.grey,
        spacing=style.spacing * ratio,
    )
    return block(text, smaller, width)


def head(text: PaperText, label: str, type_: Type, width: float, mark: str = "") -> Strip:
    """Give the top of a part: whose part it is, number, title in both languages, the double rule.

    The mark of a reprint or a preview has a place of its own, so that nothing moves for it.
    """
    number = block(text.number, Style(face=bold(), size=9.5, leading=12), width)
    part = fitted(label, Style(face=regular(), size=8, leading=12, grey=0.25), width - number.width - 12, least=6)
    large = max(16.0, type_.size * 1.35)
    title = fitted(text.title, Style(face=bold(), size=large, leading=large * 1.31, spacing=1.2), width, least=11)
    english = Style(face=regular(), size=7.5, leading=10, grey=LABEL_GREY)
    subtitle = fitted(text.subtitle, english, width - 2 * MARK_WIDTH - 8, least=6)
    top = max(number.height, part.height) + 2 + 4 * type_.air
    height = top + title.height + max(subtitle.height, english.leading) + 3

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y + (12 - part.style.leading) / 2 if len(part.lines) == 1 else y, part)
        sheet.text(x, y, number, align=1, measure=width)
        below = sheet.text(x, y + top, title, align=0.5, measure=width)
        sheet.text(x, below, subtitle, align=0.5, measure=width)
        if mark:
            _draw_mark(sheet, x + width, below - 3, mark)
        sheet.rule(x, y + height, x + width, y + height, weight=1.4)
        sheet.rule(x, y + height + 2.4, x + width, y + height + 2.4)

    return Strip(height + 2.4 + type_.gap / 2, draw)


MARK_WIDTH = 58.0


def _draw_mark(sheet: Sheet, right: float, y: float, words: str) -> None:
    words_set = fitted(words, Style(face=bold(), size=8, leading=12), MARK_WIDTH - 8, least=5)
    wide = words_set.width + 8
    sheet.text(right - wide + 4, y + (12 - words_set.style.leading) / 2, words_set)
    sheet.frame(right - wide, y, wide, 12, weight=0.7)


def person(text: PaperText, type_: Type, width: float, columns: int) -> Iterator[Strip]:
    """Give who was told, when, and the number in the register, in columns; what is not known is left out."""
    yield from _grid(_facts(text.person, type_), type_, width, columns, ruled=False)


def matter(text: PaperText, type_: Type, width: float) -> Strip:
    """Give the matter, large, with its category and the edition that was in force."""
    lead = max(_lead(type_), type_.label.width(text.matter_label) + 8)
    name = block(text.matter, type_.style(2.5, strong=True), width - lead)
    remark = block(text.matter_note, type_.small, width - lead)
    label = block(text.matter_label, type_.label, lead)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.rule(x, y, x + width, y, grey=LINE_GREY)
        sheet.text(x, y + type_.pad + level(label.style, name.style), label)
        sheet.text(x + lead, sheet.text(x + lead, y + type_.pad, name), remark)

    return Strip(name.height + remark.height + 2 * type_.pad, draw)


def conclusion(text: PaperText, type_: Type, width: float) -> Strip:
    """Give the conclusion and the last day to supplement, the loudest words of the paper."""
    side, inset = type_.size + 1.5, 9.0
    inner = width - 2 * inset
    line = block(text.conclusion, type_.style(2.0, strong=True), inner - side - 6)
    until = block(text.until, type_.style(1.0, strong=True), inner)
    label = block(text.until_label if until.lines else "", type_.label, inner)
    lead = label.width + 7
    beside = max(len(line.lines), len(until.lines)) <= 1 and side + line.width + lead + until.width + 24 <= inner
    heavy = text.heavy
    level_with = until.width + lead <= inner and len(until.lines) == 1
    second = 0.0 if beside or not until.lines else until.height + 1 + (0.0 if level_with else label.height)
    height = line.height + second + 2 * type_.pad + 4

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.area(x, y, width, height, TINT if heavy else 0.96)
        sheet.area(x, y, BAR if heavy else 0.8, height, 0.0)
        top = y + type_.pad + 2
        sheet.box(x + inset, top + (line.style.leading - side) / 2, side, ticked=True)
        below = sheet.text(x + inset + side + 6, top, line)
        if beside:
            until_y = top + level(until.style, line.style)
            start = x + width - inset - until.width
            sheet.text(start - lead, until_y + level(label.style, until.style), label)
            sheet.text(start, until_y, until)
        elif level_with:
            sheet.text(x + inset, below + 1 + level(label.style, until.style), label)
            sheet.text(x + inset + lead, below + 1, until)
        else:
            sheet.text(x + inset, sheet.text(x + inset, below + 1, label), until)

    return Strip(height, draw)


def statement(text: PaperText, type_: Type, width: float) -> Iterator[Strip]:
    """Give the sentences that a letter is written for, set as running text."""
    style = type_.style(1.0)
    sentences = [block(sentence, style, width) for sentence in text.statement]
    yield from text_strips(sentences, 0.0, above=type_.pad + 2, below=type_.pad + 2)


def details(text: PaperText, type_: Type, width: float) -> Iterator[Strip]:
    """Give what the matter asks and takes: basis, condition, steps, limits, fee, result."""
    yield from _grid(_facts(text.facts, type_), type_, width, 2, ruled=True)


def contacts(text: PaperText, type_: Type, width: float, columns: int) -> Iterator[Strip]:
    """Give where to go, when, and whom to call."""
    yield from _grid(_facts(text.contacts, type_), type_, width, columns, ruled=True)


def boxes(text: PaperText, type_: Type, width: float) -> Iterator[Strip]:
    """Give the fields for what is written by hand, each under its label."""
    for box in text.boxes:
        label = block(box.label, type_.label, width - 12)
        height = label.height + box.lines * (type_.body.leading + 5) + 2 * type_.pad

        def draw(sheet: Sheet, x: float, y: float, label: Block = label, height: float = height) -> None:
            sheet.frame(x, y, width, height, grey=LINE_GREY)
            sheet.text(x + 6, y + type_.pad + 1, label)

        yield Strip(height, draw)


def _facts(facts: Sequence[PaperFact], type_: Type) -> list["_Fact"]:
    """Give the facts that are known; what is empty is left out rather than printed empty."""
    lead = max([_lead(type_), *(type_.label.width(fact.label) + 8 for fact in facts if fact.value.strip())])
    return [
        _Fact(fact.label, fact.value, type_.strong if fact.strong else type_.body, type_, lead)
        for fact in facts
        if fact.value.strip()
    ]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A label and its value."""

    label: str
    value: str
    style: Style
    type: Type
    lead: float
    """Width of the label's column; that of the longest, so that values stand under one another."""

    def fits(self, width: float) -> bool:
        """Tell whether label and value stand on one line of this width."""
        needed = self.lead + self.style.width(self.value)
        return needed <= width and self.style.face.lacking.isdisjoint(self.value)


def _lead(type_: Type) -> float:
    """Give the width of the column of labels, which have up to four characters."""
    return type_.label.width("办理依据") + 8


def _grid(cells: Sequence[_Fact], type_: Type, width: float, columns: int, *, ruled: bool) -> Iterator[Strip]:
    """Set facts in columns, as many in a row as fit; a long one has a row, or some lines, of its own."""
    gap = 12.0
    column = (width - gap * (columns - 1)) / columns
    row: list[_Fact] = []
    for cell in cells:
        if row and (len(row) == columns or not cell.fits(column) or not row[-1].fits(column)):
            yield from _grid_row(row, type_, width, column + gap, ruled=ruled)
            row = []
        row.append(cell)
    if row:
        yield from _grid_row(row, type_, width, column + gap, ruled=ruled)


def _grid_row(row: Sequence[_Fact], type_: Type, width: float, step: float, *, ruled: bool) -> Iterator[Strip]:
    """Give one row of the grid: its first value as text that may run over, the others beside its first line."""
    labels = [block(cell.label, type_.label, width) for cell in row]
    values = [block(cell.value, cell.style, width - row[0].lead) for cell in row]

    def name(sheet: Sheet, x: float, y: float, place: int) -> None:
        drop = level(labels[place].style, row[place].style)
        sheet.text(x + step * place, y + drop, labels[place])

    def behind(sheet: Sheet, x: float, y: float, _height: float, first: bool) -> None:
        if first:
            if ruled:
                sheet.rule(x, y, x + width, y, grey=LINE_GREY)
            name(sheet, x, y + type_.pad, 0)

    def beside(sheet: Sheet, x: float, y: float) -> None:
        for place in range(1, len(row)):
            name(sheet, x, y, place)
            sheet.text(x + step * place + row[place].lead, y, values[place])

    pad = type_.pad
    yield from text_strips(values[:1], row[0].lead, above=pad, below=pad, behind=behind, beside=beside)


def facts(
    found: Sequence[PaperFact], type_: Type, width: float, columns: int, *, ruled: bool = True
) -> Iterator[Strip]:
    """Give facts of any paper in columns, each row under a hairline; what is empty is left out."""
    yield from _grid(_facts(found, type_), type_, width, columns, ruled=ruled)


def closing(text: PaperText, type_: Type, width: float) -> Iterator[Strip]:
    """Give the closing sentences, under a hairline."""

    def behind(sheet: Sheet, x: float, y: float, _height: float, first: bool) -> None:
        if first:
            sheet.rule(x, y, x + width, y, grey=LINE_GREY)

    sentences = [block(sentence, type_.small, width) for sentence in text.closing]
    yield from text_strips(sentences, 0.0, above=type_.pad, below=type_.pad, behind=behind)
