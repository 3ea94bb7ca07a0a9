"""What desk cards and badges are made of: texts in two languages, places for pictures, lines to cut and fold along."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reception.documents.fonts import bold, regular
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, Style, block
from reception.rules.displays import CardWords

CUT_GREY = 0.55
_SECOND = 0.62
"""English stands this much smaller under the Chinese."""
_LEAST_SECOND = 6.5


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts that stand one under the other."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Give the height of all of them."""
        return sum(each.height for each in self.blocks)

    @property
    def width(self) -> float:
        """Give the width of the widest."""
        return max((each.width for each in self.blocks), default=0.0)

    def draw(self, sheet: Sheet, x: float, y: float, *, align: float = 0.0, measure: float = 0.0) -> float:
        """Draw them below `y`; give the y below them."""
        for each in self.blocks:
            y = sheet.text(x, y, each, align=align, measure=measure)
        return y


def style(size: float, *, strong: bool = False, grey: float = 0.0, leading: float = 1.3) -> Style:
    """Give a style of the cards."""
    return Style(face=bold() if strong else regular(), size=size, leading=size * leading, grey=grey)


def spoken(texts: Sequence[str], look: Style, width: float, *, least: float = 0.0, second: float = _SECOND) -> Stack:
    """Set the same text in each language, the second smaller and in grey; what says the same twice stands once.

    Args:
        texts: the text in each language.
        look: of the first language.
        width: of the lines.
        least: a text that is too wide for one line becomes smaller down to this size before it is broken.
        second: how large the second language is beside the first.
    """
    other = style(max(look.size * second, _LEAST_SECOND), grey=0.3)
    blocks = []
    for place, text in enumerate(dict.fromkeys(text for text in texts if text)):
        wanted = look if place == 0 else other
        natural = wanted.width(text)
        least_here = least if place == 0 else max(least * second, _LEAST_SECOND)
        if least_here and natural > width:
            size = max(min(least_here, wanted.size), wanted.size * width / natural - 0.01)
            wanted = replace(wanted, size=size, leading=wanted.leading * size / wanted.size)
        blocks.append(block(text, wanted, width))
    return Stack(tuple(blocks))


def cropped(text: str, look: Style, width: float, most: int) -> Block:
    """Set a text in so many lines at most; what does not fit is left out, and three dots say so."""
    whole = block(text, look, width)
    if len(whole.lines) <= most:
        return whole
    fits, over = 0, len(text)
    while over - fits > 1:
        middle = (fits + over) // 2
        if len(block(f"{text[:middle]}…", look, width).lines) <= most:
            fits = middle
        else:
            over = middle
    return block(f"{text[:fits].rstrip('、, ')}…", look, width)


def flowing(items: Sequence[str], words: CardWords, look: Style, width: float, most: int) -> Block:
    """Set names one after the other in so many lines at most; of those left out the number is said."""
    for shown in range(len(items), 0, -1):
        rest = len(items) - shown
        text = words.comma.join(items[:shown]) + (words.more.format(n=rest if words.comma != "、" else len(items)))
        text = text if rest else words.comma.join(items)
        found = block(text, look, width)
        if len(found.lines) <= most:
            return found
    return cropped(items[0] if items else "", look, width, most)


def placeholder(sheet: Sheet, x: float, y: float, width: float, height: float, texts: Sequence[str]) -> None:
    """Draw an empty frame where a picture is glued in."""
    sheet.frame(x, y, width, height, grey=0.6)
    label = spoken(texts, style(8, grey=0.5), width - 4)
    label.draw(sheet, x, y + (height - label.height) / 2, align=0.5, measure=width)


def corner_marks(sheet: Sheet, x: float, y: float, width: float, height: float, *, length: float = 9.0) -> None:
    """Draw short lines outside the corners of what is cut out."""
    gap = 2.5
    for edge in (x, x + width):
        sheet.rule(edge, y - gap - length, edge, y - gap, grey=CUT_GREY)
        sheet.rule(edge, y + height + gap, edge, y + height + gap + length, grey=CUT_GREY)
    for edge in (y, y + height):
        sheet.rule(x - gap - length, edge, x - gap, edge, grey=CUT_GREY)
        sheet.rule(x + width + gap, edge, x + width + gap + length, edge, grey=CUT_GREY)
