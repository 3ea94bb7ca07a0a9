"""Strips of content, one under the other, shared out over pages.

A strip is never cut. Strips that are kept together move to the next page together, and a table that goes on there
begins with its header again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block

Drawing = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True)
class Strip:
    """A horizontal band of the page; `keep` binds it to the next one, `header` is repeated above it on a new page."""

    height: float
    draw: Drawing
    keep: bool = False
    header: "Strip | None" = None


def space(height: float, *, keep: bool = False) -> Strip:
    """Give an empty strip."""
    return Strip(height, lambda _sheet, _x, _y: None, keep)


def text_strips(
    texts: Sequence[Block],
    indent: float,
    *,
    above: float = 0.0,
    below: float = 0.0,
    behind: Callable[[Sheet, float, float, float, bool], None] | None = None,
    beside: Drawing | None = None,
    whole: int = 3,
) -> Iterator[Strip]:
    """Give texts as one strip a line, so that a long one can run over to the next page.

    Up to `whole` lines stay together, and so do the two lines at either end of more. `behind` is called before each
    line with its place, the strip's height and whether it is the first: for labels, hairlines and tints. `beside`
    is called with the place of the first line, for what stands to its right; it comes after all the lines that
    stay together, so that a reader of the file meets the text in one piece.
    """
    lines = [Block((line,), text.style) for text in texts for line in text.lines]
    together = len(lines) <= whole
    speaker = len(lines) - 1 if together else 0
    climb = sum([line.height for line in lines[:speaker]])
    for place, line in enumerate(lines):
        first, last = place == 0, place == len(lines) - 1
        top = above if first else 0.0
        height = top + line.height + (below if last else 0.0)
        right = beside if place == speaker else None

        def draw(
            sheet: Sheet,
            x: float,
            y: float,
            line: Block = line,
            top: float = top,
            height: float = height,
            first: bool = first,
            right: Drawing | None = right,
        ) -> None:
            if behind is not None:
                behind(sheet, x, y, height, first)
            sheet.text(x + indent, y + top, line)
            if right is not None:
                right(sheet, x, y + top - climb)

        yield Strip(height, draw, not last and (together or place in {0, len(lines) - 2}))


def total(strips: Sequence[Strip]) -> float:
    """Give the height of strips that stand one under the other."""
    return sum([strip.height for strip in strips])


def draw_stack(sheet: Sheet, x: float, y: float, strips: Sequence[Strip]) -> float:
    """Draw strips one under the other; give the y below them."""
    for strip in strips:
        strip.draw(sheet, x, y)
        y += strip.height
    return y


def paginate(strips: Sequence[Strip], first: float, following: float) -> list[list[Strip]]:
    """Share strips out over pages whose free heights are `first` and then `following`."""
    pages: list[list[Strip]] = [[]]
    room = first
    for group in _groups(strips, following):
        height = total(group)
        if height > room and pages[-1]:
            pages.append([])
            room = following
            header = group[0].header
            if header is not None and header not in group:
                pages[-1].append(header)
                room -= header.height
        pages[-1] += group
        room -= height
    return pages


def _groups(strips: Sequence[Strip], page: float) -> Iterator[list[Strip]]:
    """Give the strips that stay together; what is kept together but higher than a page comes strip by strip."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield from [group] if total(group) <= page else [[single] for single in group]
            group = []
    if group:
        yield group
