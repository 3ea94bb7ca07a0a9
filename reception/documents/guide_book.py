"""The whole catalogue as a book: cover, contents with page numbers, the units in order, a block a matter.

The pages are laid out before the first is drawn, so that the contents know them; viewers show the same contents
beside the pages.

Source: handbook §9.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reception.documents import paper_form as form
from reception.documents.card_parts import cropped, style
from reception.documents.flow import Strip, draw_stack, paginate, space, total
from reception.documents.paper_form import LINE_GREY, Type
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.service_guide import FRAME, head_and_foot, matter_block
from reception.documents.sheet import A4, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.guides import GuideBook, GuideChapter, MatterGuide

_TYPE = Type(9.2, 0.35)
_SMALLER = Type(8.6, 0.3)
_BETWEEN = 15.0
_NUMBER = 26.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents, the place it leads to, and the strip that begins there."""

    target: str
    title: str
    second: str
    level: int
    begins: Strip


def render_book(book: GuideBook) -> RenderedPaper:
    """Draw the book."""
    entries, strips = _content(book)
    numbers: dict[str, int] = {}
    contents = _paged([_ContentsLine(entry, numbers).strip() for entry in entries])
    pages = _paged(strips)
    before = 1 + len(contents)
    on_page = {id(strip): before + place for place, page in enumerate(pages, start=1) for strip in page}
    numbers.update((entry.target, on_page[id(entry.begins)]) for entry in entries)
    sheet = Sheet(*A4, title="".join(book.unit[:1] + book.title[:1]), subject=book.cover[0], author=book.unit[0])
    sheet.open_with_outline()
    _cover(sheet, book)
    running = [book.contents] * len(contents) + _running(pages, entries)
    for place, (page, head) in enumerate(zip((*contents, *pages), running, strict=True), start=2):
        number = book.page.format(place=place, count=before + len(pages))
        head_and_foot(sheet, f"{book.unit[0]} {book.title[0]}", head, number)
        if place == 2:
            sheet.landmark("contents", FRAME.top, book.contents, 0)
        draw_stack(sheet, FRAME.left, FRAME.top, page)
        sheet.end_page()
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=missing_in(texts_in(book)))


def _paged(strips: Sequence[Strip]) -> list[list[Strip]]:
    return paginate(strips, FRAME.height, FRAME.height)


def _running(pages: Sequence[Sequence[Strip]], entries: Sequence[_Entry]) -> list[str]:
    """Give the unit that stands at the head of each page: the one that goes on there, or the first that begins."""
    chapters = {id(entry.begins): entry.title for entry in entries if entry.level == 0}
    heads: list[str] = []
    current = ""
    for page in pages:
        begun = [chapters[id(strip)] for strip in page if id(strip) in chapters]
        goes_on = current and id(page[0]) not in chapters
        heads.append(current if goes_on or not begun else begun[0])
        current = begun[-1] if begun else current
    return heads


def _cover(sheet: Sheet, book: GuideBook) -> None:
    y = A4[1] * 0.26
    for place, (unit, title) in enumerate(zip(book.unit, book.title, strict=True)):
        scale = 1.0 if place == 0 else 0.55
        for text, size in ((unit, 22 * scale), (title, 44 * scale)):
            look = style(size, strong=True, grey=0.0 if place == 0 else 0.25, leading=1.5)
            set_ = form.fitted(text, look, FRAME.width, least=9)
            y = sheet.text(FRAME.left, y, set_, align=0.5, measure=FRAME.width)
        y += 10
    sheet.rule(A4[0] / 2 - 60, y + 6, A4[0] / 2 + 60, y + 6, weight=1.4)
    y = A4[1] * 0.72
    for line in book.cover:
        y = sheet.text(
            FRAME.left,
            y,
            form.fitted(line, style(11.5, leading=1.7), FRAME.width, least=8),
            align=0.5,
            measure=FRAME.width,
        )
    sheet.end_page()


def _content(book: GuideBook) -> tuple[list[_Entry], list[Strip]]:
    """Give the lines of the contents and all strips of the book."""
    entries: list[_Entry] = []
    strips: list[Strip] = []
    for chapter in book.chapters:
        target = f"unit-{len(entries)}"
        head = replace(_chapter(chapter, _marked(target, chapter.names[0], 0)), keep=True)
        entries.append(_Entry(target, chapter.names[0], " ".join(chapter.names[1:]), 0, head))
        strips += [*([space(_BETWEEN)] if strips else []), head]
        for guides in chapter.matters:
            first = guides[0]
            blocks = [*_matter(guides)]
            second = guides[1].name if len(guides) > 1 else ""
            entries.append(_Entry(first.code, f"{first.code}　{first.name}", second, 1, blocks[0]))
            strips += blocks
    return entries, strips


def _marked(target: str, title: str, level: int) -> Callable[[Sheet, float], None]:
    return lambda sheet, y: sheet.landmark(target, y, title, level)


def _matter(guides: Sequence[MatterGuide]) -> Iterator[Strip]:
    first = guides[0]
    mark = _marked(first.code, f"{first.code} {first.name}", 1)
    yield from _whole([*matter_block(first, _TYPE, landmark=mark), space(_BETWEEN / 2 if guides[1:] else _BETWEEN)])
    for guide in guides[1:]:
        yield from _whole([*matter_block(guide, _SMALLER, second=True), space(_BETWEEN)])


def _whole(strips: list[Strip]) -> list[Strip]:
    """Keep a block on one page where a page holds it beside the name of its unit."""
    if total(strips) > FRAME.height - 50:
        return strips
    return [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]


def _chapter(chapter: GuideChapter, landmark: Callable[[Sheet, float], None]) -> Strip:
    about = form.fitted(chapter.about, style(9), FRAME.width * 0.45, least=6.5)
    room = FRAME.width - about.width - 30
    names = [form.fitted(chapter.names[0], style(14, strong=True), room, least=9)]
    names += [form.fitted(name, style(9, grey=0.3), room, least=6.5) for name in chapter.names[1:]]
    height = sum(name.height for name in names) + 10

    def draw(sheet: Sheet, x: float, y: float) -> None:
        landmark(sheet, y)
        sheet.area(x, y, FRAME.width, height, form.TINT)
        sheet.area(x, y, form.BAR, height, 0.0)
        below = y + 5
        for name in names:
            below = sheet.text(x + 10, below, name)
        sheet.text(x, y + (height - about.height) / 2, about, align=1.0, measure=FRAME.width - 8)

    return Strip(height + 8, draw)


@dataclass(frozen=True, slots=True)
class _ContentsLine:
    """A line of the contents; `numbers` is filled when the pages are known."""

    entry: _Entry
    numbers: Mapping[str, int]

    @property
    def look(self) -> Style:
        """Give its letters: units are strong."""
        strong = self.entry.level == 0
        return style(10.5 if strong else 9.5, strong=strong, leading=1.55)

    @property
    def above(self) -> float:
        """Give the air above it."""
        return 7.0 if self.entry.level == 0 else 0.0

    def strip(self) -> Strip:
        """Give it as a strip; a unit stays with its first matter."""
        return Strip(self.above + self.look.leading, self.draw, self.entry.level == 0)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw title, a dotted line and the number of the page; all of it leads there."""
        x, y, look = x + 14 * self.entry.level, y + self.above, self.look
        room = FRAME.right - _NUMBER - x
        title = cropped(self.entry.title, look, room, 1)
        sheet.text(x, y, title)
        end = x + title.width
        second = style(7.5, grey=0.35)
        if self.entry.second and title.width + 60 < room:
            beside = cropped(self.entry.second, second, room - title.width - 16, 1)
            sheet.text(end + 8, y + form.level(second, look), beside)
            end += 8 + beside.width
        base = y + look.leading * 0.66
        if end + 10 < FRAME.right - _NUMBER:
            sheet.rule(end + 6, base, FRAME.right - _NUMBER, base, grey=LINE_GREY, dashes=(1, 3))
        number = block(str(self.numbers[self.entry.target]), look, _NUMBER)
        sheet.text(FRAME.left, y, number, align=1.0, measure=FRAME.width)
        sheet.leads_to(self.entry.target, x, y, FRAME.right - x, look.leading)
