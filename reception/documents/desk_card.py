"""Desk cards of 200 × 100 mm, front and back on one A4 sheet across, folded to a tent.

The front speaks to the visitor: who, which post, who stands in, what for, what is promised, whom to call. The back
speaks to who sits behind it. It stands upside down on the sheet, so that both stand upright after the fold.

Source: handbook §5 (desk card).
"""

from collections.abc import Sequence

from reception.documents.card_parts import CUT_GREY, corner_marks, placeholder, spoken, style
from reception.documents.desk_card_back import draw_back
from reception.documents.desk_card_person import person, squeezed_person
from reception.documents.flow import draw_stack, total
from reception.documents.paper_form import TINT, Frame
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.sheet import A4, MILLIMETRE, Sheet
from reception.rules.displays import CardWords

WIDTH, HEIGHT = 200 * MILLIMETRE, 100 * MILLIMETRE
_PAGE = (A4[1], A4[0])
_LEFT = (_PAGE[0] - WIDTH) / 2
_TOP = (_PAGE[1] - 2 * HEIGHT) / 2
_PAD = 17.0
_INNER = WIDTH - 2 * _PAD
_PHOTO = (30 * MILLIMETRE, 42 * MILLIMETRE)
_SMALL_PHOTO = (20 * MILLIMETRE, 28 * MILLIMETRE)
_GAP = 16.0
_AIR = 8.0

Texts = Sequence[CardWords]


def render_desk_cards(cards: Sequence[Texts]) -> RenderedPaper:
    """Draw cards, each a page.

    Args:
        cards: for each card its words in Chinese, and in English where both are wanted.
    """
    first = cards[0][0]
    sheet = Sheet(*_PAGE, title="岗位桌牌", subject="、".join(each[0].name for each in cards), author=first.office)
    back = Frame(_LEFT + _PAD, _TOP + _PAD - 3, _INNER, HEIGHT - 2 * _PAD + 3)
    for texts in cards:
        with sheet.upside_down(_LEFT, _TOP, WIDTH, HEIGHT):
            draw_back(sheet, texts, back)
        _front(sheet, texts, _TOP + HEIGHT)
        _marks(sheet, texts)
        sheet.end_page()
    lacking = missing_in(texts_in(tuple(tuple(each) for each in cards)))
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=lacking, landscape=True)


def _marks(sheet: Sheet, texts: Texts) -> None:
    corner_marks(sheet, _LEFT, _TOP, WIDTH, 2 * HEIGHT)
    fold = _TOP + HEIGHT
    sheet.rule(_LEFT - 30, fold, _LEFT + WIDTH + 30, fold, grey=CUT_GREY, dashes=(6, 3))
    words = spoken([each.fold for each in texts], style(7.5, grey=0.4), _LEFT - 58)
    words.draw(sheet, 20, fold - words.height / 2, align=1.0, measure=_LEFT - 58)


def _front(sheet: Sheet, texts: Texts, top: float) -> None:
    x, bottom = _LEFT + _PAD, top + HEIGHT - _PAD + 4
    y = _headline(sheet, texts, x, top + _PAD - 3)
    room = bottom - _foot(sheet, texts, 1.0, x, None) - _AIR - y
    photo, scale = _PHOTO, 1.0
    strips = person(texts, _INNER - photo[0] - _GAP, room)
    if strips is None:  # names as long as names can be need all the room there is
        photo, scale = _SMALL_PHOTO, 0.7
        room = bottom - _foot(sheet, texts, scale, x, None) - _AIR - y
        strips = squeezed_person(texts, _INNER - photo[0] - _GAP, room)
    _foot(sheet, texts, scale, x, bottom)
    placeholder(sheet, x, y, *photo, [each.photo for each in texts])
    draw_stack(sheet, x + photo[0] + _GAP, y - 4 + max(0.0, (room - total(strips)) / 3), strips)


def _headline(sheet: Sheet, texts: Texts, x: float, y: float) -> float:
    """Draw the unit over the whole width, and a rule; give the y below them."""
    words, other = texts[0], texts[-1]
    unit = spoken([f"{words.university}{words.office}"], style(13, strong=True), _INNER, least=8)
    english = ", ".join(part for part in (other.office, other.university) if part) if len(texts) > 1 else ""
    second = spoken([english], style(9, grey=0.3), _INNER, least=6.5)
    below = unit.draw(sheet, x, y)
    if unit.width + second.width + _GAP <= _INNER:
        second.draw(sheet, x, below - second.height - 1.5, align=1.0, measure=_INNER)
    else:
        below = second.draw(sheet, x, below)
    sheet.rule(x, below + 3, x + _INNER, below + 3, weight=1.1)
    return below + 13


def _foot(sheet: Sheet, texts: Texts, scale: float, x: float, bottom: float | None) -> float:
    """Give the height of the promise on its tint with the telephones under it; draw them above `bottom`, if given."""
    said = spoken([each.promise.value for each in texts], style(15 * scale, strong=True), _INNER - 20, least=8)
    by_phone = zip(*(each.phones for each in texts), strict=True)
    labels = [" ".join(dict.fromkeys(fact.label for fact in facts)) for facts in by_phone]
    values = [fact.value for fact in texts[0].phones]
    numbers = "　　".join(f"{label} {value}" for label, value in zip(labels, values, strict=True))
    phones = spoken([numbers], style(11.5 * scale), _INNER, least=7.5)
    height = said.height + 8 + 5 + phones.height
    if bottom is not None:
        y = bottom - height
        sheet.area(x, y, _INNER, said.height + 8, TINT)
        below = said.draw(sheet, x, y + 4, align=0.5, measure=_INNER) + 4
        phones.draw(sheet, x, below + 5, align=0.5, measure=_INNER)
    return height
