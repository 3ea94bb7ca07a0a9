"""The one-time notice before anybody came: every paper of a matter with empty boxes, or ten empty rows.

For the day when the power is out; what was told is entered afterwards.

Source: handbook §2.1 (what must be told), §2.4 (every row is ticked), §2.5 (layout).
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reception.documents import paper_form as form
from reception.documents.flow import Strip, draw_stack, paginate, space, total
from reception.documents.fonts import regular
from reception.documents.paper_foot import SEAL, beside_seal, seal
from reception.documents.paper_form import LABEL_GREY, LINE_GREY, Frame, Type, first_fit
from reception.documents.rendered import RenderedPaper, missing_in
from reception.documents.sheet import A4, A5, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.catalogue import Material
from reception.rules.notices import NoticeText, PaperSize
from reception.rules.papers import PaperText
from reception.words.paper_forms import paper_of

EMPTY_ROWS = 10
_SIZES = {PaperSize.A4: A4, PaperSize.A5: A5}
_TYPES = {
    PaperSize.A4: (Type(10.5), Type(10), Type(10, 0.5), Type(9, 0.5), Type(8.5, 0)),
    PaperSize.A5: (*(Type(9), Type(9, 0.5), Type(8.5, 0.4)), *(Type(8, 0.3), Type(8, 0), Type(7.5, 0))),
}
_MARGIN = {PaperSize.A4: 42.0, PaperSize.A5: 28.0}
_PAGE_NUMBER = 14.0
_STATES = ("已交", "缺", "更正", "不适用")
_ELSEWHERE = "不属本单位，转"
_VERDICTS = ("材料齐全，可以办理", "需补正＿＿项", _ELSEWHERE, "不能办理")
_WRITTEN = 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankText:
    """What a blank notice says: `text` holds what stands in it already, the rest of it is empty."""

    text: NoticeText
    materials: tuple[Material, ...] = ()


def render_blank_notice(blank: BlankText, size: PaperSize) -> RenderedPaper:
    """Draw a blank notice; the same matter gives the same bytes."""
    width, height = _SIZES[size]
    margin = _MARGIN[size]
    frame = Frame(margin, margin - 6, width - 2 * margin, height - 2 * margin + 12)
    text = blank.text
    sheet = Sheet(width, height, title=f"{text.title}（备用空白表）", subject=text.matter, author=text.office)
    content = functools.cache(lambda type_: _content(blank, type_, frame.width))
    fitting = first_fit(_TYPES[size], lambda type_: total(content(type_)) <= frame.height)
    if fitting is not None:
        strips = content(fitting)
        left = frame.height - total(strips)
        pages = [[*strips[:-1], space(left), strips[-1]]]
    else:
        strips = content(_TYPES[size][-1])
        room = frame.height - _PAGE_NUMBER
        pages = paginate([*strips[:-2], _bound(strips[-2]), strips[-1]], room, room)
    for place, page in enumerate(pages, start=1):
        draw_stack(sheet, frame.left, frame.top, page)
        if len(pages) > 1:
            words = block(f"第 {place} 页　共 {len(pages)} 页", _small(7.5), frame.width)
            sheet.text(frame.left, frame.bottom - 8, words, align=0.5, measure=frame.width)
        sheet.end_page()
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=missing_in(_words(blank)), size=size)


def _bound(strip: Strip) -> Strip:
    return Strip(strip.height, strip.draw, keep=True, header=strip.header)


@functools.cache
def _small(size: float) -> Style:
    return Style(face=regular(), size=size, leading=size * 1.4, grey=LABEL_GREY)


def _content(blank: BlankText, type_: Type, width: float) -> tuple[Strip, ...]:
    text = paper_of(blank.text)
    strips = [form.head(text, text.parts[1], type_, width, "备用空白表")]
    strips += [*_person(type_, width), *_matter(text, type_, width)]
    strips += [*_materials(blank.materials, type_, width), *_lines("说明、需更正之处", 2, type_, width)]
    strips += [_verdict(type_, width), *form.details(text, type_, width), *form.contacts(text, type_, width, 2)]
    strips += [*form.closing(text, type_, width), _foot(text, type_, width)]
    return tuple(strips)


def _row_height(type_: Type) -> float:
    """Give the height of a row that is written by hand."""
    return max(type_.body.leading + 2 * type_.pad + 3, type_.size * 2.2)


def _blank(sheet: Sheet, x: float, y: float, width: float, words: str, type_: Type) -> None:
    """Draw a word and the line on which something is written behind it; `y` is the line."""
    named = block(words, type_.label, width)
    sheet.text(x, y - named.height + 1, named)
    start = x + named.width + 4
    if start < x + width:
        sheet.rule(start, y, x + width, y, weight=0.5, grey=0.3)


def _person(type_: Type, width: float) -> Iterator[Strip]:
    """Give the lines on which it is written who was told, and when."""
    height = _row_height(type_)
    rows = (
        (("申请人", 0.4), ("学/工号", 0.28), ("联系电话", 0.32)),
        (("所在单位", 0.4), ("告知时间　　　　年　　月　　日　　时　　分", 0.6)),
    )
    for row in rows:

        def draw(sheet: Sheet, x: float, y: float, row: Sequence[tuple[str, float]] = row) -> None:
            for words, share in row:
                if words.startswith("告知时间"):
                    named = block(words, type_.label, width)
                    sheet.text(x, y + height - 4 - named.height + 1, named)
                else:
                    _blank(sheet, x, y + height - 4, width * share - 10, words, type_)
                x += width * share

        yield Strip(height, draw)
    yield space(type_.gap / 2)


def _matter(text: PaperText, type_: Type, width: float) -> Iterator[Strip]:
    if text.matter:
        yield form.matter(text, type_, width)
        return
    height = _row_height(type_)
    yield Strip(height, lambda sheet, x, y: _blank(sheet, x, y + height - 4, width, "事项", type_))
    yield space(type_.gap)


def _starts(type_: Type, width: float) -> tuple[float, ...]:
    """Give where the columns begin: number, name, originals, copies, then one for each state."""
    box = type_.size * 3.3
    states = [width - box * (len(_STATES) - place) for place in range(len(_STATES))]
    counts = type_.size * 3.4
    return (0.0, type_.size * 2.2, states[0] - 2 * counts, states[0] - counts, *states)


def _materials(materials: Sequence[Material], type_: Type, width: float) -> Iterator[Strip]:
    """Give the table: every paper of the matter, or empty rows, each with a box for every state."""
    starts = _starts(type_, width)
    header = _header(len(materials), starts, type_, width)
    yield header
    rows = materials or (None,) * EMPTY_ROWS
    for number, material in enumerate(rows, start=1):
        yield from _material(material, number, starts, type_, width, header)
    yield Strip(type_.gap, lambda sheet, x, y: sheet.rule(x, y, x + width, y, weight=0.8))


def _header(count: int, starts: Sequence[float], type_: Type, width: float) -> Strip:
    name = f"所需材料（共{count}项）" if count else "所需材料（逐项写明）"
    height = type_.label.leading + 2 * type_.pad

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.rule(x, y, x + width, y, weight=0.8)
        for start, words in zip(starts, ("序", name, "原件", "复印件", *_STATES), strict=True):
            sheet.text(x + start, y + type_.pad, block(words, type_.label, width))
        sheet.rule(x, y + height, x + width, y + height)

    return Strip(height, draw, keep=True)


def _material(
    material: Material | None, number: int, starts: Sequence[float], type_: Type, width: float, header: Strip
) -> Iterator[Strip]:
    room = starts[2] - starts[1] - 6
    texts = [block(material.name, type_.body, room)] if material else []
    if material and material.when:
        texts.append(block(material.when, type_.small, room))
    height = max(sum(text.height for text in texts) + 2 * type_.pad, _row_height(type_) if not material else 0.0)
    counts = (material.original, material.copies) if material else ()

    def draw(sheet: Sheet, x: float, y: float) -> None:
        top = y + (type_.pad if material else (height - type_.body.leading) / 2)
        sheet.text(x + 2, top, block(str(number), type_.body, 40))
        below = top
        for text in texts:
            below = sheet.text(x + starts[1], below, text)
        for start, count in zip(starts[2:4], counts, strict=False):
            sheet.text(x + start + 2, top, block(str(count) if count else "—", type_.body, 40))
        side = type_.size
        for start in starts[4:]:
            sheet.box(x + start + 2, top + (type_.body.leading - side) / 2, side, ticked=False)
        sheet.rule(x, y + height, x + width, y + height, grey=LINE_GREY)

    yield Strip(height, draw, header=header)


def _lines(words: str, count: int, type_: Type, width: float) -> Iterator[Strip]:
    """Give empty lines to write on; the first one has a name."""
    height = _row_height(type_)
    for place in range(count):

        def draw(sheet: Sheet, x: float, y: float, place: int = place) -> None:
            _blank(sheet, x, y + height - 4, width, "" if place else words, type_)

        yield Strip(height, draw, keep=place < count - 1)
    yield space(type_.gap)


def _verdict(type_: Type, width: float) -> Strip:
    """Give the conclusions to choose from, and the line for the last day to supplement."""
    row = _row_height(type_)
    height = 2 * row + 4

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.area(x, y, width, height, 0.96)
        left, side = x + 6, type_.size
        for words in _VERDICTS:
            sheet.box(left, y + (row - side) / 2 + 1, side, ticked=False)
            named = block(words, type_.body, width)
            sheet.text(left + side + 4, y + (row - named.height) / 2 + 1, named)
            left += side + named.width + 16
            if words == _ELSEWHERE:
                sheet.rule(left - 10, y + row - 4, left + _WRITTEN, y + row - 4, weight=0.5, grey=0.3)
                left += _WRITTEN + 10
        _blank(sheet, x + 6, y + height - 6, width * 0.5, "补正期限（写明年月日）", type_)

    return Strip(height + type_.gap, draw)


def _foot(text: PaperText, type_: Type, width: float) -> Strip:
    """Give the lines to sign on beside the place for the seal, and the line for the number that comes afterwards."""
    left = beside_seal(width)
    ring = seal(text)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        step = SEAL / 4
        for place, words in enumerate(("告知人（签名）", "申请人（签名）", "日期", "补录后编号、补录人")):
            _blank(sheet, x, y + step * (place + 1) - 6, left, words, type_)
        ring.draw(sheet, x + width - SEAL, y)

    return Strip(SEAL, draw)


def _words(blank: BlankText) -> Iterator[str]:
    text = blank.text
    yield from (text.title, text.matter, text.condition, text.place, text.result, *text.basis, *text.steps)
    for material in blank.materials:
        yield from (material.name, material.when)
