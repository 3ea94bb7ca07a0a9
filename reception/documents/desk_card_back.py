"""The back of a desk card, which faces who sits behind it: the duties, and what to say to a visitor.

Source: handbook §5 (desk card), §6.1 (courteous phrases).
"""

from collections.abc import Callable, Sequence

from reception.documents.card_parts import Stack, cropped, flowing, spoken, style
from reception.documents.paper_form import LINE_GREY, Frame
from reception.documents.sheet import Sheet
from reception.documents.typesetting import block
from reception.rules.displays import CardWords

_GAP = 16.0
_LEFT_PART = 0.38
_MOST_LINES = 12
_SCALES = (1.0, 0.9, 0.8, 0.72, 0.64, 0.56)

Texts = Sequence[CardWords]


def draw_back(sheet: Sheet, texts: Texts, frame: Frame) -> None:
    """Draw the back into a frame."""
    words = texts[0]
    head = cropped(f"{words.name}　{words.title}".strip("　"), style(11, strong=True), frame.width, 1)
    y = sheet.text(frame.left, frame.top, head) + 3
    sheet.rule(frame.left, y, frame.right, y, weight=1.1)
    y += 8
    room = frame.bottom - y
    left = frame.width * _LEFT_PART if words.duties else -2 * _GAP
    if words.duties:
        _fitting(lambda scale: _duties(words, scale, left), room).draw(sheet, frame.left, y)
        sheet.rule(frame.left + left + _GAP, y, frame.left + left + _GAP, y + room, grey=LINE_GREY)
    right = frame.width - left - 2 * _GAP
    _fitting(lambda scale: _phrases(texts, scale, right), room).draw(sheet, frame.left + left + 2 * _GAP, y)


def _fitting(made: Callable[[float], Stack], room: float) -> Stack:
    """Give the largest that fits; of what no size holds, as much from the top as fits."""
    found = next((stack for stack in map(made, _SCALES) if stack.height <= room), None)
    if found is not None:
        return found
    blocks = made(_SCALES[-1]).blocks
    fits = [place for place in range(len(blocks)) if sum(each.height for each in blocks[: place + 1]) <= room]
    return Stack(blocks[: len(fits)])


def _duties(words: CardWords, scale: float, width: float) -> Stack:
    look = style(12 * scale, leading=1.5)
    heading = block(words.duties_label, style(13 * scale, strong=True, leading=1.7), width)
    if words.written or len(words.duties) <= _MOST_LINES:
        return Stack((heading, *(block(f"· {duty}", look, width) for duty in words.duties)))
    return Stack((heading, flowing(words.duties, words, look, width, _MOST_LINES)))


def _phrases(texts: Texts, scale: float, width: float) -> Stack:
    look = style(12 * scale, leading=1.5)
    blocks = [block(texts[0].phrases_label, style(13 * scale, strong=True, leading=1.7), width)]
    for said in zip(*(each.phrases for each in texts), strict=True):
        blocks += spoken([f"· {said[0]}", *said[1:]], look, width).blocks
    return Stack(tuple(blocks))
