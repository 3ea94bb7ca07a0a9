"""Both parts of a notice on one A4 page, with the line along which they are cut.

Each half lies across: what must be told on the left, conclusion, query code and seal on the right.

Source: handbook §2.3 (the number stands across the cut line), §2.5.
"""

import functools
from dataclasses import dataclass

from reception.documents import notice_form as form
from reception.documents.flow import Strip, draw_stack, space, total
from reception.documents.fonts import bold, regular
from reception.documents.notice_foot import SEAL, query, seal, signatures
from reception.documents.notice_form import Frame, Type, first_fit
from reception.documents.notice_materials import materials
from reception.documents.sheet import A4, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.notices import NoticeText

# Sizes of running text, the most comfortable first; the first one with which the parts fit is taken.
_TYPES = (
    *(Type(9), Type(9, 0.6), Type(8.5, 0.8), Type(8.5, 0.4)),
    *(Type(8, 0.7), Type(8, 0.3), Type(8, 0), Type(7.5, 0.2), Type(7.5, 0)),
)
_SIDE = 164.0
_GUTTER = 24.0
_SIGNATURE_ROW = 21.0


@dataclass(frozen=True, slots=True)
class Half:
    """The contents of a half page; only the head differs between the two."""

    type: Type
    above: list[Strip]
    main: list[Strip]
    side: list[Strip]
    signatures: Strip


def frames() -> tuple[Frame, Frame]:
    """Give the free areas of the upper and the lower half."""
    width, height = A4
    upper = Frame(34, 24, width - 68, height / 2 - 44)
    return upper, Frame(upper.left, height / 2 + 20, upper.width, upper.height)


def fit(text: NoticeText) -> Half | None:
    """Give the contents of a half in the largest type that fits, or None where even the smallest does not."""
    return _largest(text, aside=True) or _largest(text, aside=False)


def _largest(text: NoticeText, *, aside: bool) -> Half | None:
    half = functools.cache(functools.partial(_compose, text, aside=aside))
    fitting = first_fit(_TYPES, lambda type_: half(type_) is not None)
    return half(fitting) if fitting is not None else None


def _compose(text: NoticeText, type_: Type, *, aside: bool) -> Half | None:
    """Give a half in one type, or None; where and when to go stands at the side or below the rest."""
    frame = frames()[0]
    width = frame.width - _SIDE - _GUTTER
    above = [*form.person(text, type_, frame.width, 3), space(type_.gap / 2)]
    main = [form.matter(text, type_, width), *materials(text.materials, type_, width)]
    main += form.details(text, type_, width)
    if not aside:
        main += form.contacts(text, type_, width, 2)
    main += form.closing(text, type_, width)
    signing = signatures(text, type_, width, _SIGNATURE_ROW)
    heads = [form.head(text, label, type_, frame.width).height for label in (text.stub_label, text.applicant_label)]
    room = frame.height - max(heads) - total(above)
    if total(main) + signing.height > room:
        return None
    # The side is narrow; its type may be smaller than that of the rest, never larger.
    side = functools.cache(functools.partial(_side, text, aside=aside))
    smaller = _TYPES[_TYPES.index(type_) :]
    fitting = first_fit(smaller, lambda smaller_type: total(side(smaller_type)) + SEAL <= room)
    return Half(type_, above, main, side(fitting), signing) if fitting is not None else None


def _side(text: NoticeText, type_: Type, *, aside: bool) -> list[Strip]:
    contacts = [*form.contacts(text, type_, _SIDE, 1), space(type_.gap)] if aside else []
    conclusion = [space(type_.gap / 2), form.verdict(text, type_, _SIDE), space(type_.gap)]
    return [*conclusion, *contacts, query(text, _SIDE), space(type_.gap)]


def draw(sheet: Sheet, half: Half, text: NoticeText, frame: Frame, label: str, mark: str) -> None:
    """Draw one half."""
    head = form.head(text, label, half.type, frame.width, mark)
    below = draw_stack(sheet, frame.left, frame.top, [head, *half.above])
    draw_stack(sheet, frame.left, below, half.main)
    side = frame.right - _SIDE
    sheet.rule(frame.left, below, frame.right, below, grey=form.LINE_GREY)
    sheet.rule(side - _GUTTER / 2, below, side - _GUTTER / 2, frame.bottom, grey=form.LINE_GREY)
    draw_stack(sheet, side, below, half.side)
    half.signatures.draw(sheet, frame.left, frame.bottom - half.signatures.height)
    seal(text).draw(sheet, side + (_SIDE - SEAL) / 2, frame.bottom - SEAL)


def draw_cut_line(sheet: Sheet, number: str) -> None:
    """Draw the dashed line with scissors, and the number across it, so that cut halves can be matched."""
    width, height = A4
    middle = height / 2
    printed = block(number, Style(face=bold(), size=9, leading=9, grey=0.25, spacing=1.0), width)
    seam = block("骑缝", Style(face=regular(), size=6.5, leading=6.5, grey=0.45, spacing=3.0), width)
    left, right = (width - printed.width) / 2 - 10, (width + printed.width) / 2 + 10
    sheet.scissors(26, middle, 11, 0.3)
    spans = (
        (36.0, width / 4 - 16),
        (width / 4 + 16, left),
        (right, width * 3 / 4 - 16),
        (width * 3 / 4 + 16, width - 20),
    )
    for start, end in spans:
        sheet.rule(start, middle, end, middle, weight=0.6, grey=0.45, dashes=(4, 3))
    for centre in (width / 4, width * 3 / 4):
        sheet.text(centre - 50, middle - 3.2, seam, align=0.5, measure=100)
    sheet.text(0, middle - 4.5, printed, align=0.5, measure=width)
