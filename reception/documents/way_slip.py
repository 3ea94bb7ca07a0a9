"""The way slip: a small paper with large letters, on A5 or on a roll of 80 mm, in one language or two.

Source: handbook §1.3 (D5a, D7), §2.6 (72 mm of a roll are printed, black or nothing).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reception.documents.flow import Strip, draw_stack, paginate, space, text_strips, total
from reception.documents.fonts import bold, regular
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.sheet import A5, MILLIMETRE, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperFact
from reception.rules.way_slips import WaySlip

_ROLL = 80 * MILLIMETRE
_ROLL_EDGE = 4 * MILLIMETRE
_TAIL = 8 * MILLIMETRE
_EDGE = 14 * MILLIMETRE
_SIZES = (1.25, 1.1, 1.0, 0.9, 0.8, 0.7, 0.62)
"""The letters of A5 shrink by these until both languages stand on one page."""


@dataclass(frozen=True, slots=True)
class _Type:
    """The letters of a slip: `body` in points, all else in proportion; `grey` of what is only a label."""

    body: float
    measure: float
    label: float
    grey: float

    def style(self, times: float = 1.0, *, strong: bool = False, grey: float = 0.0) -> Style:
        """Give letters so many times as large as the body."""
        size = self.body * times
        return Style(face=bold() if strong else regular(), size=size, leading=size * 1.4, grey=grey)


def render_way_slip(slips: Sequence[WaySlip], size: PaperSize, *, mark: str = "") -> RenderedPaper:
    """Draw a slip; the same slip gives the same bytes.

    Args:
        slips: one a language, the first one above.
        size: the roll, or A5 for every other size.
        mark: 预览, or nothing.
    """
    if size is PaperSize.ROLL:
        sheet, pages = _on_roll(slips, mark)
    else:
        size = PaperSize.A5
        sheet, pages = _on_a5(slips, mark)
    for edge, strips in pages:
        draw_stack(sheet, edge, edge, strips)
        sheet.end_page()
    lacking = missing_in(texts_in(tuple(slips)))
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=lacking, size=size)


def _sheet(width: float, height: float, slip: WaySlip) -> Sheet:
    return Sheet(width, height, title=f"{slip.title} {slip.number}", subject=slip.to, author=slip.office)


def _on_roll(slips: Sequence[WaySlip], mark: str) -> tuple[Sheet, list[tuple[float, list[Strip]]]]:
    measure = _ROLL - 2 * _ROLL_EDGE
    strips = _stack(slips, _Type(measure / 22, measure, measure * 0.24, 0.0), mark)
    height = total(strips) + _ROLL_EDGE + _TAIL
    return _sheet(_ROLL, height, slips[0]), [(_ROLL_EDGE, strips)]


def _on_a5(slips: Sequence[WaySlip], mark: str) -> tuple[Sheet, list[tuple[float, list[Strip]]]]:
    width, height = A5
    measure, room = width - 2 * _EDGE, height - 2 * _EDGE
    strips: list[Strip] = []
    for times in _SIZES:
        strips = _stack(slips, _Type(13 * times, measure, measure * 0.2, 0.38), mark)
        if total(strips) <= room:
            break
    return _sheet(width, height, slips[0]), [(_EDGE, page) for page in paginate(strips, room, room)]


def _stack(slips: Sequence[WaySlip], type_: _Type, mark: str) -> list[Strip]:
    strips: list[Strip] = []
    for place, slip in enumerate(slips):
        if place:
            strips += [space(type_.body), _rule(type_, dashed=True), space(type_.body)]
        strips += _slip(slip, type_, mark)
    return strips


def _slip(slip: WaySlip, type_: _Type, mark: str) -> Iterator[Strip]:
    gap = type_.body * 0.5
    yield _head(slip, type_, mark)
    yield from (space(gap / 2), _rule(type_), space(gap))
    yield from text_strips([block(slip.to_label, type_.style(0.85, grey=type_.grey), type_.measure)], 0.0)
    yield from text_strips([block(slip.to, type_.style(1.9, strong=True), type_.measure)], 0.0, below=gap)
    for fact in (*slip.door, slip.matter):
        yield from _fact(fact, type_)
    if slip.bring:
        yield space(gap)
        yield from text_strips([block(slip.bring_label, type_.style(strong=True), type_.measure)], 0.0, below=2)
        for place, paper in enumerate(slip.bring, start=1):
            yield from _row(f"{place}.", paper, type_)
    yield from (space(gap), _rule(type_), space(gap / 2))
    yield from text_strips([block(slip.help_line, type_.style(0.9), type_.measure)], 0.0, below=gap / 2)
    small = type_.style(0.75, grey=type_.grey)
    yield from text_strips([block(f"{slip.sent_line} · {slip.number}", small, type_.measure)], 0.0)


def _head(slip: WaySlip, type_: _Type, mark: str) -> Strip:
    title = block(slip.title, type_.style(1.25, strong=True), type_.measure)
    office = block(slip.office, type_.style(0.75, grey=type_.grey), type_.measure)
    printed = block(mark, type_.style(strong=True, grey=type_.grey), type_.measure)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        if mark:
            sheet.text(x, y, printed, align=1.0, measure=type_.measure)
        sheet.text(x, sheet.text(x, y, title), office)

    return Strip(title.height + office.height, draw)


def _rule(type_: _Type, *, dashed: bool = False) -> Strip:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        if dashed:
            sheet.rule(x, y, x + type_.measure, y, weight=0.8, dashes=(4, 3))
        else:
            sheet.rule(x, y, x + type_.measure, y, weight=0.8)

    return Strip(1.0, draw)


def _fact(fact: PaperFact, type_: _Type) -> Iterator[Strip]:
    if not fact.value.strip():
        return
    style = type_.style(1.15 if fact.strong else 1.0, strong=fact.strong)
    value = block(fact.value, style, type_.measure - type_.label)
    named = block(fact.label, type_.style(0.85, grey=type_.grey), type_.label)
    down = (style.leading - named.style.leading) / 2

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y + down, named)
        sheet.text(x + type_.label, y, value)

    yield Strip(max(value.height, down + named.height) + type_.body * 0.2, draw)


def _row(number: str, words: str, type_: _Type) -> Iterator[Strip]:
    style = type_.style()
    indent = style.width("00. ")
    value = block(words, style, type_.measure - indent)
    named = block(number, style, indent)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y, named)
        sheet.text(x + indent, y, value)

    yield Strip(value.height, draw)
