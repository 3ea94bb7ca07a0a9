"""The duty sheet of a post on A4: who, what, by when, where the papers are; tables go on over the page.

Source: handbook §4.3 no. 3; clauses D4.6.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reception.documents import paper_form as form
from reception.documents.flow import Strip, draw_stack, paginate, space, text_strips, total
from reception.documents.fonts import bold
from reception.documents.paper_form import Type
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.service_guide import FRAME, head_and_foot
from reception.documents.sheet import A4, Sheet
from reception.documents.typesetting import Block, Style, block
from reception.rules.duty_sheets import DutySheetText, SheetTable

_TYPES = (Type(11), Type(10.5), Type(10), Type(10, 0.6), Type(9.5, 0.5), Type(9, 0.4))
"""The letters shrink by these until everything stands on one page; what is longer goes on with the middle size."""
_GAP = 8.0


def render_duty_sheet(text: DutySheetText, *, mark: str = "") -> RenderedPaper:
    """Draw the sheet; the same text gives the same bytes.

    Args:
        text: what it says.
        mark: 预览, or nothing.
    """
    type_ = form.first_fit(_TYPES, lambda each: total([*_strips(text, each, mark)]) <= FRAME.height) or _TYPES[2]
    pages = paginate([*_strips(text, type_, mark)], FRAME.height, FRAME.height)
    sheet = Sheet(*A4, title=f"{text.title} {text.code}", subject=text.name, author=text.office)
    for place, strips in enumerate(pages, start=1):
        numbered = text.page.format(place=place, count=len(pages)) if len(pages) > 1 else ""
        head_and_foot(sheet, text.office, f"{text.code} · {text.as_of}", numbered)
        draw_stack(sheet, FRAME.left, FRAME.top, strips)
        sheet.end_page()
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=missing_in(texts_in(text)))


def _strips(text: DutySheetText, type_: Type, mark: str) -> Iterator[Strip]:
    yield _head(text, type_, mark)
    yield from form.facts(text.people, type_, FRAME.width, 2)
    yield from _sentences(text.duties_label, text.duties, type_)
    yield from _table(text.matters, type_)
    yield from _table(text.open, type_)
    if text.note:
        yield _title(text.note_label, type_)
        yield from form.facts(text.note, type_, FRAME.width, 1)
    yield from _sentences(text.phrases_label, text.phrases, type_)
    if text.remark:
        yield space(type_.gap)
        yield from text_strips([block(text.remark, type_.small, FRAME.width)], 0.0)


def _head(text: DutySheetText, type_: Type, mark: str) -> Strip:
    """Give title and name of the post over a heavy rule."""
    large = type_.size + 6
    title = form.fitted(text.title, Style(face=bold(), size=large, leading=large * 1.35), FRAME.width - 90, least=11)
    name = block(text.name, Style(face=bold(), size=large * 0.78, leading=large * 1.1), FRAME.width)
    shown = block(mark, Style(face=bold(), size=9, leading=12), FRAME.width)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        if mark:
            sheet.text(x, y, shown, align=1.0, measure=FRAME.width)
        below = sheet.text(x, sheet.text(x, y, title), name)
        sheet.rule(x, below + 3, x + FRAME.width, below + 3, weight=1.2)

    return Strip(title.height + name.height + 5, draw)


def _title(words: str, type_: Type) -> Strip:
    """Give the heading of a part; it stays with what follows."""
    set_words = block(words, type_.style(1.0, strong=True), FRAME.width)
    above = type_.gap + type_.pad

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y + above, set_words)

    return Strip(above + set_words.height + 2, draw, keep=True)


def _sentences(label: str, sentences: Sequence[str], type_: Type) -> Iterator[Strip]:
    if sentences:
        yield _title(label, type_)
        yield from text_strips([block(each, type_.body, FRAME.width) for each in sentences], 0.0)


def _table(table: SheetTable, type_: Type) -> Iterator[Strip]:
    yield _title(table.title, type_)
    if not table.rows:
        yield from text_strips([block(table.none, type_.body, FRAME.width)], 0.0)
        return
    widths = [FRAME.width * share for share in table.shares]
    head = replace(_row(table.columns, widths, type_.label, type_, tint=True), keep=True)
    yield head
    for cells in table.rows:
        yield replace(_row(cells, widths, type_.body, type_), header=head)


def _row(cells: Sequence[str], widths: Sequence[float], style: Style, type_: Type, *, tint: bool = False) -> Strip:
    """Give a row under whose cells a hairline stands."""
    blocks: list[Block] = [block(each, style, width - _GAP) for each, width in zip(cells, widths, strict=True)]
    pad = type_.pad + 0.6
    height = max(each.height for each in blocks) + 2 * pad

    def draw(sheet: Sheet, x: float, y: float) -> None:
        if tint:
            sheet.area(x, y, FRAME.width, height, form.TINT)
        place = x
        for each, width in zip(blocks, widths, strict=True):
            sheet.text(place + _GAP / 2, y + pad, each)
            place += width
        sheet.rule(x, y + height, x + FRAME.width, y + height, grey=form.LINE_GREY)

    return Strip(height, draw)
