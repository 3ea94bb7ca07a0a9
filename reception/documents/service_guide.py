"""The service guide of one matter on A4, and the block of a matter in the guide of all.

Source: handbook §2.1 (what must be told), §9.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reception.documents import paper_form as form
from reception.documents.flow import Strip, draw_stack, paginate, space, text_strips, total
from reception.documents.fonts import bold, regular
from reception.documents.paper_form import Frame, Type
from reception.documents.paper_materials import materials
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.sheet import A4, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.guides import MatterGuide

MARGIN = 48.0
FRAME = Frame(MARGIN, MARGIN + 12, A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN - 24)
_ALONE = (Type(13), Type(12), Type(11.5), Type(11), Type(10.5), Type(10), Type(10, 0.6), Type(9.5, 0.5), Type(9, 0.4))
_TOGETHER = (*_ALONE[3:], Type(8.5, 0.3))


def render_guide(guides: Sequence[MatterGuide], unit: str, page: str) -> RenderedPaper:
    """Draw the guide of a matter.

    Args:
        guides: what is said in each language; both stand on one page where they fit.
        unit: whose guide it is, for the head of each page.
        page: how pages are numbered, with `{place}` and `{count}`.
    """
    first = guides[0]
    sheet = Sheet(*A4, title=f"{first.code} {first.name}", subject=first.marks, author=unit)
    pages = _pages(guides)
    for place, strips in enumerate(pages, start=1):
        head_and_foot(sheet, unit, first.code, page.format(place=place, count=len(pages)) if len(pages) > 1 else "")
        draw_stack(sheet, FRAME.left, FRAME.top, strips)
        sheet.end_page()
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=missing_in(texts_in(tuple(guides))))


def _pages(guides: Sequence[MatterGuide]) -> list[list[Strip]]:
    together = form.first_fit(_TOGETHER, lambda type_: total(_under_one_another(guides, type_)) <= FRAME.height)
    if len(guides) > 1 and together is not None:
        return [_under_one_another(guides, together)]
    return [page for guide in guides for page in _alone(guide)]


def _under_one_another(guides: Sequence[MatterGuide], type_: Type) -> list[Strip]:
    strips: list[Strip] = []
    for guide in guides:
        strips += [*([space(4 * type_.size * type_.air)] if strips else []), *matter_block(guide, type_)]
    return strips


def _alone(guide: MatterGuide) -> list[list[Strip]]:
    type_ = form.first_fit(_ALONE, lambda type_: total([*matter_block(guide, type_)]) <= FRAME.height)
    return paginate([*matter_block(guide, type_ or _ALONE[-3])], FRAME.height, FRAME.height)


def head_and_foot(sheet: Sheet, left: str, right: str, page: str) -> None:
    """Draw the line above and the number below a page."""
    look = Style(face=regular(), size=8, leading=11, grey=form.LABEL_GREY)
    other = form.fitted(right, look, FRAME.width * 0.4, least=6)
    sheet.text(FRAME.left, MARGIN - 8, form.fitted(left, look, FRAME.width * 0.55, least=6))
    sheet.text(FRAME.left, MARGIN - 8, other, align=1.0, measure=FRAME.width)
    sheet.rule(FRAME.left, MARGIN + 6, FRAME.right, MARGIN + 6, grey=form.LINE_GREY)
    if page:
        sheet.text(FRAME.left, A4[1] - MARGIN - 4, block(page, look, FRAME.width), align=0.5, measure=FRAME.width)


def matter_block(
    guide: MatterGuide, type_: Type, *, second: bool = False, landmark: Callable[[Sheet, float], None] | None = None
) -> Iterator[Strip]:
    """Give everything of a matter.

    Args:
        guide: what is said.
        type_: the size of its running text.
        second: it says in another language what stands above; its name is smaller.
        landmark: is called with the sheet and the upper edge when the name is drawn.
    """
    width = FRAME.width
    yield replace(_head(guide, type_, second=second, landmark=landmark), keep=True)
    yield from form.facts(guide.contacts, type_, width, 2)
    yield from form.facts(guide.facts, type_, width, 2)
    yield from materials(guide, type_, width)
    yield from form.facts(guide.closing, type_, width, 1)
    note = block(guide.note, type_.small, width)

    def line(sheet: Sheet, x: float, y: float, _height: float, first: bool) -> None:
        if first:
            sheet.rule(x, y, x + width, y, grey=form.LINE_GREY)

    yield from text_strips([note], 0.0, above=type_.pad, behind=line)


def _head(guide: MatterGuide, type_: Type, *, second: bool, landmark: Callable[[Sheet, float], None] | None) -> Strip:
    """Give code, name and kind of the matter over a heavy rule."""
    large = type_.size + (2.0 if second else 4.5)
    code = block(guide.code, Style(face=bold(), size=large * 0.72, leading=large * 1.35), FRAME.width)
    lead = code.width + large * 0.6
    name = block(guide.name, Style(face=bold(), size=large, leading=large * 1.35), FRAME.width - lead)
    marks = block(guide.marks, type_.small, FRAME.width)
    beside = len(name.lines) == 1 and lead + name.width + 12 + marks.width <= FRAME.width
    height = name.height + (0.0 if beside else marks.height) + 3

    def draw(sheet: Sheet, x: float, y: float) -> None:
        if landmark is not None:
            landmark(sheet, y)
        sheet.text(x, y + large * 0.12, code)
        below = sheet.text(x + lead, y, name)
        if beside:
            sheet.text(x, y + name.height - marks.height - large * 0.16, marks, align=1.0, measure=FRAME.width)
        else:
            sheet.text(x + lead, below, marks)
        sheet.rule(x, y + height, x + FRAME.width, y + height, weight=0.6 if second else 1.2)

    return Strip(height + 1.5, draw)
