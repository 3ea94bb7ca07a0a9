"""The parts of a paper on one A4 page, two or three, with the lines along which they are cut.

Each part lies across: what must be told on the left, conclusion, query code and seal on the right.

Source: handbook §2.3 (the number stands across the cut line), §2.5.
"""

import functools
from dataclasses import dataclass

from reception.documents import paper_form as form
from reception.documents.flow import Strip, draw_stack, space, total
from reception.documents.fonts import bold, regular
from reception.documents.paper_foot import SEAL, query, seal, signatures
from reception.documents.paper_form import Frame, Type, first_fit
from reception.documents.paper_materials import materials
from reception.documents.sheet import A4, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.papers import PaperText
from reception.words.paper_forms import form_words

# Sizes of running text, the most comfortable first; the first one with which the parts fit is taken.
_TYPES = (
    *(Type(9), Type(9, 0.6), Type(8.5, 0.8), Type(8.5, 0.4)),
    *(Type(8, 0.7), Type(8, 0.3), Type(8, 0), Type(7.5, 0.2), Type(7.5, 0)),
)
# A letter has few words; they may be larger.
_LETTER_TYPES = (Type(11), Type(10.5), Type(10), Type(9.5), *_TYPES)
_SIDE = 164.0
_GUTTER = 24.0
_SIGNATURE_ROW = 21.0


@dataclass(frozen=True, slots=True)
class Half:
    """The contents of a part of the page; only the head differs between the parts."""

    type: Type
    above: list[Strip]
    main: list[Strip]
    side: list[Strip]
    signatures: Strip


def frames(count: int = 2) -> tuple[Frame, ...]:
    """Give the free areas of the parts of a page, from the top."""
    width, height = A4
    each = height / count
    first = Frame(34, 24, width - 68, each - 44)
    rest = (Frame(first.left, each * place + 20, first.width, each - 44) for place in range(1, count))
    return (first, *rest)


def fit(text: PaperText, count: int = 2) -> Half | None:
    """Give the contents of a part in the largest type that fits, or None where even the smallest does not."""
    return _largest(text, count, aside=True) or _largest(text, count, aside=False)


def _largest(text: PaperText, count: int, *, aside: bool) -> Half | None:
    half = functools.cache(functools.partial(_compose, text, count, aside=aside))
    types = _LETTER_TYPES if text.statement else _TYPES
    fitting = first_fit(types, lambda type_: half(type_) is not None)
    return half(fitting) if fitting is not None else None


def _compose(text: PaperText, count: int, type_: Type, *, aside: bool) -> Half | None:
    """Give a part in one type, or None; where and when to go stands at the side or below the rest."""
    frame = frames(count)[0]
    width = frame.width - _SIDE - _GUTTER
    above = [*form.person(text, type_, frame.width, 3), space(type_.gap / 2)]
    main = [form.matter(text, type_, width), *form.statement(text, type_, width)]
    main += [*materials(text, type_, width), *form.details(text, type_, width)]
    if not aside:
        main += form.contacts(text, type_, width, 2)
    main += [*form.boxes(text, type_, width), *form.closing(text, type_, width)]
    row = _SIGNATURE_ROW if len(text.signers) < 3 or count == 2 else _SIGNATURE_ROW - 4
    signing = signatures(text, type_, width, row)
    heads = [form.head(text, label, type_, frame.width).height for label in text.parts]
    room = frame.height - max(heads) - total(above)
    if total(main) + signing.height > room:
        return None
    # The side is narrow; its type may be smaller than that of the rest, never larger.
    side = functools.cache(functools.partial(_side, text, aside=aside))
    smaller = [each for each in _LETTER_TYPES if each.size <= type_.size]
    fitting = first_fit(smaller, lambda smaller_type: total(side(smaller_type)) + SEAL <= room)
    return Half(type_, above, main, side(fitting), signing) if fitting is not None else None


def _side(text: PaperText, type_: Type, *, aside: bool) -> list[Strip]:
    contacts = [*form.contacts(text, type_, _SIDE, 1), space(type_.gap)] if aside else []
    told = [space(type_.gap / 2), form.conclusion(text, type_, _SIDE), space(type_.gap)] if text.conclusion else []
    code = [query(text, _SIDE), space(type_.gap)] if text.query_code else []
    return [*told, *contacts, *code]


def draw(sheet: Sheet, half: Half, text: PaperText, frame: Frame, label: str, mark: str) -> None:
    """Draw one part."""
    head = form.head(text, label, half.type, frame.width, mark)
    below = draw_stack(sheet, frame.left, frame.top, [head, *half.above])
    draw_stack(sheet, frame.left, below, half.main)
    side = frame.right - _SIDE
    sheet.rule(frame.left, below, frame.right, below, grey=form.LINE_GREY)
    sheet.rule(side - _GUTTER / 2, below, side - _GUTTER / 2, frame.bottom, grey=form.LINE_GREY)
    draw_stack(sheet, side, below, half.side)
    half.signatures.draw(sheet, frame.left, frame.bottom - half.signatures.height)
    seal(text).draw(sheet, side + (_SIDE - SEAL) / 2, frame.bottom - SEAL)


def draw_cut_line(sheet: Sheet, text: PaperText, y: float) -> None:
    """Draw the dashed line with scissors, and the number across it, so that cut parts can be matched."""
    width, _height = A4
    printed = block(text.number, Style(face=bold(), size=9, leading=9, grey=0.25, spacing=1.0), width)
    style = Style(face=regular(), size=6.5, leading=6.5, grey=0.45, spacing=3.0)
    seam = block(form_words(text.language).seam, style, width)
    left, right = (width - printed.width) / 2 - 10, (width + printed.width) / 2 + 10
    sheet.scissors(26, y, 11, 0.3)
    spans = (
        (36.0, width / 4 - 16),
        (width / 4 + 16, left),
        (right, width * 3 / 4 - 16),
        (width * 3 / 4 + 16, width - 20),
    )
    for start, end in spans:
        sheet.rule(start, y, end, y, weight=0.6, grey=0.45, dashes=(4, 3))
    for centre in (width / 4, width * 3 / 4):
        sheet.text(centre - 50, y - 3.2, seam, align=0.5, measure=100)
    sheet.text(0, y - 4.5, printed, align=0.5, measure=width)
