"""Text into lines: Chinese line breaking, words and numbers kept whole, lines of equal length.

Nothing here reads markup: a text is only ever a row of characters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reception.documents.fonts import Face, Glyph

NEVER_FIRST = frozenset("，。、；：？！…—～·）》」』】〕〉〗｝”’％‰℃°)]}>,.;:?!%/→")
NEVER_LAST = frozenset("（《「『【〔〈〖｛“‘([{<￥¥＃#№")
WRITING_LINE = 54.0
"""Length in points of the line on which a character that no font holds is written by hand."""

_LETTER = r"[^\s\u2e80-\uffff\U00010000-\U0003ffff“”‘’…—·→]"
# A bracketed number or year stays whole; so does a word, a number with its unit, a telephone number.
_PIECES = re.compile(
    rf"〔[^〔〕\s]{{1,12}}〕|{_LETTER}*[0-9](?:[年月日时分号项份元个次]|(?!{_LETTER}))|{_LETTER}+|\s+|."
)
# A line is stretched to the full measure only as far as the eye does not see it.
_LARGEST_STRETCH = 0.16


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text looks: letters, size and line distance in points, greyness (0 black, 1 white), letterspacing."""

    face: Face
    size: float
    leading: float
    grey: float = 0.0
    spacing: float = 0.0

    def width(self, text: str) -> float:
        """Give the width of a text on one line in points."""
        return self.face.width(text, self.size) + self.spacing * max(len(text) - 1, 0)


class Run(NamedTuple):
    """Characters of one font that stand together: what is drawn with one stroke of the pen."""

    text: str
    font: str
    thicken: bool
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of set text; `blank` is the length of a writing line after it."""

    runs: tuple[Run, ...]
    width: float
    stretch: float = 0.0
    blank: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A text set in lines of one style."""

    lines: tuple[Line, ...]
    style: Style

    @property
    def height(self) -> float:
        """Give the height of all lines in points."""
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        """Give the width of the longest line with its writing line."""
        return max((line.width + line.blank for line in self.lines), default=0.0)


class _Piece(NamedTuple):
    glyphs: Sequence[Glyph]
    width: float
    blank: bool


def block(text: str, style: Style, width: float) -> Block:
    """Set a text in lines no wider than `width` points.

    A closing mark never begins a line, an opening mark never ends one (GB/T 15834); words and numbers stay whole
    unless one alone is wider than the line. A character that no font holds leaves a writing line at the end.
    """
    lines: list[Line] = []
    for paragraph in text.splitlines():
        lines += _set_paragraph(paragraph.rstrip(), style, width)
    if not style.face.lacking.isdisjoint(text):
        lines = _with_writing_line(lines, style, width)
    return Block(tuple(lines), style)


def _set_paragraph(text: str, style: Style, width: float) -> list[Line]:
    whole = style.width(text)
    if not text or whole > width:
        glyphs = [style.face[character] for character in text]
        rows = list(_fill(_pieces(text, glyphs, style), style, width))
        return [_line(row, style, width) for row in rows[:-1]] + [_line(row, style) for row in rows[-1:]]
    if style.face.plain.keys() >= set(text):
        return [Line((Run(text, style.face.name, False, style.face.width(text, style.size)),), whole)]
    return [_line([style.face[character] for character in text], style)]


def _pieces(text: str, glyphs: Sequence[Glyph], style: Style) -> Iterator[_Piece]:
    """Give the parts of a text between which a line may end."""
    start = end = 0
    words = _PIECES.findall(text)
    for place, word in enumerate(words):
        end += len(word)
        following = words[place + 1][0] if place + 1 < len(words) else " "
        if word[-1] in NEVER_LAST or following in NEVER_FIRST:
            continue
        yield _piece(glyphs[start:end], style, blank=start + len(word) == end and word.isspace())
        start = end
    if start < end:
        yield _piece(glyphs[start:end], style, blank=False)


def _piece(glyphs: Sequence[Glyph], style: Style, *, blank: bool) -> _Piece:
    return _Piece(glyphs, sum([_advance(glyph, style) for glyph in glyphs]), blank)


def _advance(glyph: Glyph, style: Style) -> float:
    return glyph.width * style.size / 1000 + style.spacing


def _fill(pieces: Iterator[_Piece], style: Style, width: float) -> Iterator[list[Glyph]]:
    """Give the glyphs of each line; a piece that is wider than a line is cut where the line is full."""
    row: list[Glyph] = []
    used = 0.0
    for piece in pieces:
        if piece.blank and not row:
            continue
        if used + piece.width <= width + style.spacing:
            row += piece.glyphs
            used += piece.width
            continue
        if piece.width <= width + style.spacing or piece.blank:
            yield row
            row, used = ([], 0.0) if piece.blank else (list(piece.glyphs), piece.width)
            continue
        for glyph in piece.glyphs:
            advance = _advance(glyph, style)
            if row and used + advance > width + style.spacing:
                yield row
                row, used = [], 0.0
            row.append(glyph)
            used += advance
    if row:
        yield row


def _line(glyphs: Sequence[Glyph], style: Style, measure: float = 0.0) -> Line:
    """Give a line of glyphs, stretched to `measure` where that is hardly seen."""
    end = len(glyphs)
    while end and glyphs[end - 1].text in {" ", ""}:
        end -= 1
    runs = tuple(_runs(glyphs[:end], style.size))
    count = sum([len(run.text) for run in runs])
    gaps = max(count - 1, 0)
    width = sum([run.width for run in runs]) + style.spacing * gaps
    stretch = (measure - width) / gaps if gaps and measure > width else 0.0
    if stretch > style.size * _LARGEST_STRETCH or not _is_mostly_han(glyphs[:end]):
        stretch = 0.0
    return Line(runs, width + stretch * gaps, stretch)


def _is_mostly_han(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether letters of one width prevail; Latin words pulled apart are hard to read."""
    return sum([glyph.text >= "\u2e80" for glyph in glyphs]) * 2 >= len(glyphs)


def _runs(glyphs: Sequence[Glyph], size: float) -> Iterator[Run]:
    """Give the glyphs as runs, a new one wherever the font changes."""
    start = 0
    for place, glyph in enumerate(glyphs, start=1):
        if place < len(glyphs) and glyphs[place][2:4] == glyph[2:4]:
            continue
        run = glyphs[start:place]
        text = "".join([each.text for each in run])
        if text:
            yield Run(text, glyph.font, glyph.thicken, sum([each.width for each in run]) * size / 1000)
        start = place


def _with_writing_line(lines: list[Line], style: Style, width: float) -> list[Line]:
    """Let a writing line follow the text, on a line of its own where the last one is too full."""
    length = min(WRITING_LINE, width)
    if lines and lines[-1].width + length + style.size <= width:
        last = lines[-1]
        return [*lines[:-1], Line(last.runs, last.width, last.stretch, blank=length + style.size / 2)]
    return [*lines, Line((), 0.0, blank=length)]


def without_writing_line(text: Block) -> Block:
    """Give a set text without its writing line, where another line is at hand."""
    return Block(tuple(replace(line, blank=0.0) for line in text.lines if line.runs), text.style)
