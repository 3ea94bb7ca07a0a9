"""The promise of an office as an A4 sheet to hang up, in one language or in both.

Source: handbook §5 (promise sheet).
"""

from collections.abc import Iterator, Sequence

from reception.documents import paper_form as form
from reception.documents.card_parts import style
from reception.documents.flow import Strip, draw_stack, space, total
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.sheet import A4, MILLIMETRE, Sheet
from reception.documents.typesetting import Block, block
from reception.rules.displays import PromiseText

_MARGIN = 24 * MILLIMETRE
_WIDTH = A4[0] - 2 * _MARGIN
_ROOM = A4[1] - 2 * _MARGIN
_LEAST = 6.5
_SIZES = (20.0, 18.0, 16.0, 14.5, 13.0, 11.5, 10.0, 9.0, 8.0, 7.2, _LEAST)
_NUMERALS = "一二三四五六七八九十"


def render_promise(texts: Sequence[PromiseText]) -> RenderedPaper:
    """Draw the sheet; two languages stand one under the other on the same page.

    Raises:
        ValueError: it is longer than any size of letters holds; the lengths of its record do not let that happen.
    """
    sheet = Sheet(*A4, title=texts[0].title, subject=texts[0].motto, author=texts[0].unit)
    strips = next((found for found in (_all(texts, size) for size in _SIZES) if total(found) <= _ROOM), None)
    if strips is None:
        raise ValueError("the promise does not fit on a page")
    spare = _ROOM - total(strips)
    draw_stack(sheet, _MARGIN, _MARGIN + spare / 3, strips)
    sheet.end_page()
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=missing_in(texts_in(tuple(texts))))


def _all(texts: Sequence[PromiseText], size: float) -> list[Strip]:
    first, *others = texts
    strips = [*_spoken(first, size, chinese=_is_chinese(first))]
    for text in others:
        strips += [space(size * 1.4), *_spoken(text, max(size * 0.72, _LEAST), chinese=False)]
    return [*strips, space(size * 1.2), *_contacts(texts, max(size * 0.62, 7.5))]


def _is_chinese(text: PromiseText) -> bool:
    return not text.title.isascii()


def _spoken(text: PromiseText, size: float, *, chinese: bool) -> Iterator[Strip]:
    title = form.fitted(text.title, style(size * 2.1, strong=True), _WIDTH, least=12)
    unit = form.fitted(text.unit, style(size * 0.8, grey=0.25), _WIDTH, least=7)
    motto = form.fitted(text.motto, style(size * 1.05, strong=True), _WIDTH - 16, least=7)

    def head(sheet: Sheet, x: float, y: float) -> None:
        y = sheet.text(x, y, unit, align=0.5, measure=_WIDTH)
        y = sheet.text(x, y, title, align=0.5, measure=_WIDTH) + size * 0.3
        sheet.area(x, y, _WIDTH, motto.height + size * 0.7, form.TINT)
        sheet.text(x, y + size * 0.35, motto, align=0.5, measure=_WIDTH)

    yield Strip(unit.height + title.height + motto.height + size * 1.9, head)
    yield from _sentences(text, size, chinese=chinese)


def _sentences(text: PromiseText, size: float, *, chinese: bool) -> Iterator[Strip]:
    look = style(size, leading=1.5)
    marks = [_numeral(place, chinese=chinese) for place in range(len(text.sentences))]
    indent = max((look.width(mark) for mark in marks), default=0.0) + (0.0 if chinese else size * 0.4)
    for mark, sentence in zip(marks, text.sentences, strict=True):
        number, said = block(mark, look, _WIDTH), block(sentence, look, _WIDTH - indent)

        def draw(sheet: Sheet, x: float, y: float, number: Block = number, said: Block = said) -> None:
            sheet.text(x, y, number)
            sheet.text(x + indent, y, said)

        yield Strip(said.height + size * 0.45, draw)


def _numeral(place: int, *, chinese: bool) -> str:
    return f"{_NUMERALS[place]}、" if chinese and place < len(_NUMERALS) else f"{place + 1}."


def _contacts(texts: Sequence[PromiseText], size: float) -> Iterator[Strip]:
    """Give place and telephones under a rule, each label in all languages, each value once."""
    rows = [
        f"{' '.join(each.contacts[place].label for each in texts)}　{fact.value}"
        for place, fact in enumerate(texts[0].contacts)
    ]
    blocks = [
        form.fitted(row, style(size, strong=place == len(rows) - 1), _WIDTH, least=7) for place, row in enumerate(rows)
    ]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.rule(x, y, x + _WIDTH, y, weight=1.1)
        y += 6
        for each in blocks:
            y = sheet.text(x, y, each, align=0.5, measure=_WIDTH)

    yield Strip(6 + sum(each.height for each in blocks), draw)
