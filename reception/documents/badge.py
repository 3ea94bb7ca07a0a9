"""Badges of 90 × 54 mm, eight on an A4 sheet, with marks to cut along.

Source: handbook §5 (badge).
"""

from collections.abc import Sequence

from reception.documents.card_parts import CUT_GREY, Stack, cropped, placeholder, spoken, style
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.sheet import A4, MILLIMETRE, Sheet
from reception.documents.typesetting import Block, block
from reception.rules.displays import CardWords

WIDTH, HEIGHT = 90 * MILLIMETRE, 54 * MILLIMETRE
ACROSS, DOWN = 2, 4
_LEFT = (A4[0] - ACROSS * WIDTH) / 2
_TOP = (A4[1] - DOWN * HEIGHT) / 2
_PAD = 10.0
_CREST = 24.0
_PHOTO = (25 * MILLIMETRE * 0.88, 35 * MILLIMETRE * 0.88)
_INNER = WIDTH - 2 * _PAD
_RIGHT = _INNER - _PHOTO[0] - 10
_MARK = 12.0

Texts = Sequence[CardWords]


def render_badges(badges: Sequence[Texts]) -> RenderedPaper:
    """Draw badges, eight a page.

    Args:
        badges: for each its words in Chinese, and in English where both are wanted.
    """
    first = badges[0][0]
    sheet = Sheet(*A4, title="工作牌", subject="、".join(each[0].name for each in badges), author=first.office)
    for start in range(0, len(badges), ACROSS * DOWN):
        for place, texts in enumerate(badges[start : start + ACROSS * DOWN]):
            _badge(sheet, texts, _LEFT + place % ACROSS * WIDTH, _TOP + place // ACROSS * HEIGHT)
        _marks(sheet)
        sheet.end_page()
    lacking = missing_in(texts_in(tuple(tuple(each) for each in badges)))
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=lacking)


def _marks(sheet: Sheet) -> None:
    """Draw a mark outside the sheet of badges at either end of each cut, and faint lines where cards meet."""
    right, bottom = _LEFT + ACROSS * WIDTH, _TOP + DOWN * HEIGHT
    for column in range(ACROSS + 1):
        x = _LEFT + column * WIDTH
        sheet.rule(x, _TOP - 3 - _MARK, x, _TOP - 3, grey=CUT_GREY)
        sheet.rule(x, bottom + 3, x, bottom + 3 + _MARK, grey=CUT_GREY)
        sheet.rule(x, _TOP, x, bottom, grey=0.85)
    for row in range(DOWN + 1):
        y = _TOP + row * HEIGHT
        sheet.rule(_LEFT - 3 - _MARK, y, _LEFT - 3, y, grey=CUT_GREY)
        sheet.rule(right + 3, y, right + 3 + _MARK, y, grey=CUT_GREY)
        sheet.rule(_LEFT, y, right, y, grey=0.85)


def _badge(sheet: Sheet, texts: Texts, x: float, y: float) -> None:
    left, top = x + _PAD, y + _PAD - 2
    sheet.circle(left + _CREST / 2, top + _CREST / 2, _CREST / 2, weight=0.4, grey=0.6)
    crest = block(texts[0].crest, style(6.5, grey=0.5), _CREST)
    sheet.text(left, top + (_CREST - crest.height) / 2, crest, align=0.5, measure=_CREST)
    unit = _unit(texts)
    unit.draw(sheet, left + _CREST + 7, top + max(0.0, (_CREST - unit.height) / 2))
    below = top + _CREST + 4
    sheet.rule(left, below, left + _INNER, below, weight=0.9)
    below += 6
    placeholder(sheet, left, below, *_PHOTO, [each.photo for each in texts])
    room = y + HEIGHT - _PAD + 2 - below
    stacks = (_person(texts, scale) for scale in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42))
    person = next((stack for stack in stacks if stack.height <= room), None) or _squeezed(texts, room)
    person.draw(sheet, left + _PHOTO[0] + 10, below + max(0.0, min(_PHOTO[1], room) - person.height) / 2)


def _unit(texts: Texts) -> Stack:
    width = _INNER - _CREST - 7
    words = texts[0]
    name = f"{words.university}{words.office}"
    blocks = spoken([name], style(10, strong=True), width, least=6.5).blocks
    english = ", ".join(part for part in (texts[-1].office, texts[-1].university) if part)
    most = 1 if len(texts) > 1 else 2
    lines = [cropped(name, blocks[0].style, width, 2 if blocks[0].height <= _CREST else most)]
    if len(texts) > 1 and english != name:
        lines.append(cropped(english, style(6), width, 1))
    return Stack(tuple(lines))


def _person(texts: Texts, scale: float) -> Stack:
    name = spoken(
        [each.name for each in texts], style(25 * scale, strong=True, leading=1.25), _RIGHT, least=11, second=0.42
    )
    title = spoken([each.title for each in texts], style(max(11 * scale, 6.5)), _RIGHT, least=9 * scale)
    return Stack((*name.blocks, *title.blocks, *_number(texts, max(9 * scale, 6.5))))


def _number(texts: Texts, size: float) -> tuple[Block, ...]:
    fact = texts[0].staff_no
    if not fact.value:
        return ()
    label = fact.label if len(texts) == 1 else f"{fact.label} {texts[-1].staff_no.label}"
    return (block(f"{label} {fact.value}", style(size), _RIGHT),)


def _squeezed(texts: Texts, room: float) -> Stack:
    """Set a name that is as long as names can be whole, and the post on the lines that are left."""
    name = block(texts[0].name, style(11, strong=True, leading=1.2), _RIGHT)
    number = _number(texts, 6.5)
    look = style(6.5)
    left = int((room - name.height - sum(each.height for each in number)) / look.leading)
    title = (cropped(texts[0].title, look, _RIGHT, left),) if left > 0 and texts[0].title else ()
    return Stack((name, *title, *number))
