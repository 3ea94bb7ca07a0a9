"""The one-time notice on paper: A5 for the applicant, A4 in two parts for both.

The same text gives the same bytes. A first print and a reprint differ by nothing but the mark.

Source: handbook §2.5 (layout), §2.3 (seal, copies); clauses T7, D2.1-a.
"""

import functools
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from reception.documents import notice_form as form
from reception.documents import notice_halves as halves
from reception.documents.flow import Strip, draw_stack, paginate, space, total
from reception.documents.fonts import bold, regular
from reception.documents.notice_foot import beside_seal, fits_beside_seal, seal_row
from reception.documents.notice_form import Frame, Type, first_fit
from reception.documents.notice_materials import materials
from reception.documents.rendered import RenderedPaper, missing_in
from reception.documents.sheet import A4, A5, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.notices import MaterialState, NoticeMaterial, NoticeText, PaperSize, Verdict

_SIZES = {PaperSize.A4: A4, PaperSize.A5: A5}
# Sizes of running text, the most comfortable first; the first one with which a part fits its page is taken.
_TYPES = {
    PaperSize.A4: (Type(10.5), Type(10), Type(10, 0.5), Type(9, 0.5), Type(8.5, 0)),
    PaperSize.A5: (
        *(Type(9.5), Type(9), Type(9, 0.6), Type(8.5, 0.8), Type(8.5, 0.4)),
        *(Type(8, 0.7), Type(8, 0.3), Type(8, 0), Type(7.5, 0.2), Type(7.5, 0)),
    ),
}
_SIDE_MARGIN = {PaperSize.A4: 42.0, PaperSize.A5: 30.0}
_PAGE_NUMBER = 16.0
_MOST_PAGES = 2


def render_notice(text: NoticeText, size: PaperSize, *, copy_mark: str = "", preview: bool = False) -> RenderedPaper:
    """Draw a notice.

    Args:
        text: the frozen text; it is placed, never changed.
        size: A4 gives the unit's stub and the applicant's part, on two halves of one page or, where these do not
            hold everything, on pages of their own; A5 gives the applicant's part.
        copy_mark: for instance `补打第 1 次`; empty for the first print.
        preview: put 预览 across each part.

    Returns:
        The PDF with its number of pages, and the characters that no font of this machine holds.
    """
    width, height = _SIZES[size]
    sheet = Sheet(width, height, title=f"{text.title} {text.number}", subject=text.matter, author=text.office)
    pen = _Pen(sheet, text, size, mark=copy_mark, preview=preview)
    if size is PaperSize.A5:
        pen.pages(text.applicant_label)
    elif not pen.halves():
        pen.pages(text.stub_label)
        pen.pages(text.applicant_label)
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=missing_in(_words(text)), size=size)


def warm() -> None:
    """Read the fonts and draw a notice for nobody, so that the first real one does not wait."""
    for size in PaperSize:
        render_notice(_specimen(), size)


class _Pen:
    """Puts the parts of one notice onto a sheet."""

    def __init__(self, sheet: Sheet, text: NoticeText, size: PaperSize, *, mark: str, preview: bool) -> None:
        self._sheet = sheet
        self._text = text
        self._size = size
        self._mark = " ".join(word for word in ("预览" if preview else "", mark) if word)
        self._preview = preview

    def halves(self) -> bool:
        """Draw both parts on one page with the cut line between; give False, with nothing drawn, if they do not fit."""
        half = halves.fit(self._text)
        if half is None:
            return False
        labels = (self._text.stub_label, self._text.applicant_label)
        for frame, label in zip(halves.frames(), labels, strict=True):
            self._watermark(frame)
            halves.draw(self._sheet, half, self._text, frame, label, self._mark)
        halves.draw_cut_line(self._sheet, self._text.number)
        self._sheet.end_page()
        return True

    def pages(self, label: str) -> None:
        """Draw one part on a page of its own, or on more where it cannot fit."""
        frame = self._frame()
        pages = self._share_out(label, frame)
        for place, page in enumerate(pages, start=1):
            self._watermark(frame)
            draw_stack(self._sheet, frame.left, frame.top, page)
            if len(pages) > 1:
                self._page_number(frame, place, len(pages))
            self._sheet.end_page()

    def _frame(self) -> Frame:
        width, height = _SIZES[self._size]
        side = _SIDE_MARGIN[self._size]
        return Frame(side, side - 6, width - 2 * side, height - 2 * side + 12)

    def _share_out(self, label: str, frame: Frame) -> list[list[Strip]]:
        """Give the pages of a part in the largest type with which it fits one, else two, else as many as it needs."""
        content = functools.cache(lambda type_: self._content(label, type_, frame.width))
        types = _TYPES[self._size]
        fitting = first_fit(types, lambda type_: total([*content(type_)[0], content(type_)[1]]) <= frame.height)
        if fitting is not None:
            strips, foot = content(fitting)
            left = frame.height - total(strips) - foot.height
            # The foot stands at the lower edge, as on a form, unless that would tear the paper in two.
            return [[*strips, space(left if left < frame.height * 0.3 else 28), foot]]
        pages: list[list[Strip]] = []
        for type_ in types:
            pages = self._on_pages(*content(type_), frame.height - _PAGE_NUMBER)
            if len(pages) <= _MOST_PAGES:
                return pages
        return pages

    def _on_pages(self, strips: list[Strip], foot: Strip, room: float) -> list[list[Strip]]:
        """Share strips out over pages; the last of them stays with the foot, which is never alone."""
        bound = Strip(strips[-1].height, strips[-1].draw, keep=True, header=strips[-1].header)
        return paginate([*strips[:-1], bound, space(10, keep=True), foot], room, room)

    def _content(self, label: str, type_: Type, width: float) -> tuple[list[Strip], Strip]:
        """Give everything above the foot, and the foot; in tight type the closing sentences stand in the foot."""
        text = self._text
        strips = [form.head(text, label, type_, width, self._mark), space(type_.gap / 2)]
        strips += [*form.person(text, type_, width, 3 if width > 450 else 2), space(type_.gap / 2)]
        strips += [form.matter(text, type_, width), space(2)]
        strips += [form.verdict(text, type_, width), space(type_.gap)]
        strips += [*materials(text.materials, type_, width), *form.details(text, type_, width)]
        strips += form.contacts(text, type_, width, 2)
        closing = list(form.closing(text, type_, beside_seal(width)))
        if not (type_.air < 1 and fits_beside_seal(closing)):
            strips += form.closing(text, type_, width)
            closing = []
        return strips, seal_row(text, type_, width, closing)

    def _watermark(self, frame: Frame) -> None:
        if self._preview:
            style = Style(face=bold(), size=96, leading=96, grey=0.9, spacing=5)
            (line,) = block("预览", style, 1000).lines
            self._sheet.slanted(frame.left + frame.width / 2, frame.top + frame.height / 2, 24, line, style)

    def _page_number(self, frame: Frame, place: int, count: int) -> None:
        style = Style(face=regular(), size=7.5, leading=10, grey=form.LABEL_GREY)
        words = block(f"{self._text.number}　第 {place} 页，共 {count} 页", style, frame.width)
        self._sheet.text(frame.left, frame.bottom - 8, words, align=0.5, measure=frame.width)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif isinstance(value, NoticeText | NoticeMaterial):
        for field in fields(value):
            yield from _words(getattr(value, field.name))


def _specimen() -> NoticeText:
    """Give a notice for nobody that uses every part of the form."""
    row = NoticeMaterial(no=1, name="材料", original=1, copies=0, when="", state=MaterialState.MISSING, reason="")
    words = {field.name: "样张" for field in fields(NoticeText)}
    rest: dict[str, Any] = {
        "basis": ("样张",),
        "materials": (row,),
        "steps": ("样张",),
        "verdict": Verdict.SUPPLEMENT,
        "closing_lines": ("样张",),
        "query_code": "234567",
    }
    return NoticeText(**{**words, **rest})
