"""Papers as documents: A4 in parts, A5, large letters, a roll, in Chinese, in English or in both.

The same text gives the same bytes. A first print and a reprint differ by nothing but the mark.

Source: handbook §2.5 (layout), §2.6 (roll), §2.3 (seal, copies); clauses T7, D2.1-a.
"""

import functools
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from reception.documents import paper_form as form
from reception.documents import paper_halves as halves
from reception.documents import paper_roll as roll
from reception.documents.flow import Strip, draw_stack, paginate, space, total
from reception.documents.fonts import bold, regular
from reception.documents.paper_foot import beside_seal, fits_beside_seal, seal_row
from reception.documents.paper_form import Frame, Type, first_fit
from reception.documents.paper_materials import materials
from reception.documents.paper_stub import short_stub
from reception.documents.rendered import RenderedPaper, missing_in, texts_in
from reception.documents.sheet import A4, A5, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.notices import MaterialState, NoticeMaterial, NoticeText, PaperSize, Verdict
from reception.rules.papers import PaperForm, PaperLanguage, PaperText
from reception.words.paper_forms import form_words, paper_of

# Sizes of running text, the most comfortable first; the first one with which a part fits its page is taken.
_ON_A4 = (Type(10.5), Type(10), Type(10, 0.5), Type(9, 0.5), Type(8.5, 0))
_ON_A5 = (
    *(Type(9.5), Type(9), Type(9, 0.6), Type(8.5, 0.8), Type(8.5, 0.4)),
    *(Type(8, 0.7), Type(8, 0.3), Type(8, 0), Type(7.5, 0.2), Type(7.5, 0)),
)
_LARGE = (Type(16), Type(15, 0.5), Type(14, 0.5))
_MARGIN_A4, _MARGIN_A5 = 42.0, 30.0
_PAGE_NUMBER = 16.0
_MOST_PAGES = 2


def render_notice(text: NoticeText, size: PaperSize, *, copy_mark: str = "", preview: bool = False) -> RenderedPaper:
    """Draw a one-time notice in Chinese; as `render_paper`."""
    return render_paper((paper_of(text),), PaperForm(size=size), copy_mark=copy_mark, preview=preview)


def render_paper(
    texts: Sequence[PaperText], how: PaperForm, *, copy_mark: str = "", preview: bool = False
) -> RenderedPaper:
    """Draw a paper.

    Args:
        texts: the frozen text in each language it shall speak, Chinese first; it is placed, never changed.
        how: A4 gives the parts of the paper, on halves or thirds of a page or, where these do not hold everything,
            on pages of their own; A5, large letters and the roll give the applicant's part alone.
        copy_mark: for instance `补打第 1 次`; empty for the first print.
        preview: put 预览 across each part.

    Returns:
        The PDF with its number of pages, and the characters that no font of this machine holds.
    """
    first = texts[0]
    words = form_words(first.language)
    mark = " ".join(word for word in (words.preview if preview else "", copy_mark) if word)
    width, height = _page(texts, how, mark)
    sheet = Sheet(width, height, title=f"{first.title} {first.number}", subject=first.matter, author=first.office)
    _draw(sheet, texts, how, mark, preview=preview)
    lacking = missing_in(texts_in(tuple(texts)))
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=lacking, size=how.size)


def render_together(papers: Sequence[tuple[Sequence[PaperText], str]], how: PaperForm) -> RenderedPaper:
    """Draw several papers of one form into one document, so that they share their letters.

    Args:
        papers: the texts of each by language, and the mark of its copy.
        how: as for `render_paper`.
    """
    first = papers[0][0][0]
    sheet = Sheet(*A4, title=first.title, subject=first.matter, author=first.office)
    for texts, mark in papers:
        sheet.resize(*_page(texts, how, mark))
        _draw(sheet, texts, how, mark)
    lacking = missing_in(texts_in(tuple(tuple(texts) for texts, _mark in papers)))
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=lacking, size=how.size)


def _draw(sheet: Sheet, texts: Sequence[PaperText], how: PaperForm, mark: str, *, preview: bool = False) -> None:
    if how.size is PaperSize.ROLL:
        roll.draw(sheet, texts, mark)
    else:
        _Pen(sheet, how, mark=mark, preview=preview).draw(texts)


def _page(texts: Sequence[PaperText], how: PaperForm, mark: str) -> tuple[float, float]:
    if how.size is PaperSize.ROLL:
        return roll.WIDTH, roll.height_of(texts, mark)
    return A5 if how.size is PaperSize.A5 else A4


def warm() -> None:
    """Read the fonts and draw a notice for nobody, so that the first real one does not wait."""
    for size in (PaperSize.A4, PaperSize.A5):
        render_notice(specimen(), size)


class _Pen:
    """Puts the parts of one paper onto a sheet."""

    def __init__(self, sheet: Sheet, how: PaperForm, *, mark: str, preview: bool) -> None:
        self._sheet = sheet
        self._how = how
        self._mark = mark
        self._preview = preview

    def draw(self, texts: Sequence[PaperText]) -> None:
        """Draw the paper in the form that was asked for, or in the next one that holds it."""
        alone = self._how.size is PaperSize.A5 or self._how.large
        if alone or len(texts[0].parts) == 1:
            self._one_after_another(texts)
        elif len(texts) > 1:
            self._in_two_languages(texts)
        elif self._how.short_stub and self._stub_and_page(texts[0]):
            return
        elif self._how.size is PaperSize.A4_THREE:
            self._in_three_parts(texts[0])
        elif not self._on_one_page([(texts[0], label) for label in texts[0].parts[:2]]):
            for label in texts[0].parts[:2]:
                self._pages(texts[0], label)

    def _one_after_another(self, texts: Sequence[PaperText]) -> None:
        """Draw the applicant's part in each language, both on one page where they fit."""
        if len(texts) > 1 and self._stacked(texts):
            return
        for text in texts:
            self._pages(text, applicants(text))

    def _in_two_languages(self, texts: Sequence[PaperText]) -> None:
        """Draw the applicant's part, Chinese above English, and then the stub."""
        if not self._on_one_page([(text, applicants(text)) for text in texts], cut=False):
            for text in texts:
                self._pages(text, applicants(text))
        stub = texts[0]
        if not self._on_one_page([(stub, stub.parts[0])]):
            self._pages(stub, stub.parts[0])

    def _in_three_parts(self, text: PaperText) -> None:
        labels = text.parts[:3]
        if self._on_one_page([(text, label) for label in labels], len(labels)):
            return
        if self._on_one_page([(text, label) for label in labels[:2]]):
            for label in labels[2:]:
                self._on_one_page([(text, label)])
            return
        for label in labels:
            self._pages(text, label)

    def _on_one_page(self, parts: Sequence[tuple[PaperText, str]], count: int = 2, *, cut: bool = True) -> bool:
        """Draw parts on one page with cut lines between; give False, with nothing drawn, if they do not fit."""
        fitted = [halves.fit(text, count) for text, _label in parts]
        contents = [half for half in fitted if half is not None]
        if len(contents) < len(parts):
            return False
        for frame, half, (text, label) in zip(halves.frames(count), contents, parts, strict=False):
            self._watermark(frame, text.language)
            halves.draw(self._sheet, half, text, frame, label, self._mark)
        if cut and len(parts) > 1:
            for place in range(1, count):
                halves.draw_cut_line(self._sheet, parts[0][0], A4[1] / count * place)
        self._sheet.end_page()
        return True

    def _stub_and_page(self, text: PaperText) -> bool:
        """Draw the short stub above and the applicant's part in the rest of the page; False where it does not fit."""
        page = self._frame()
        stub = short_stub(text, Type(9, 0.5), page.width, self._mark)
        used = total(stub) + 30
        rest = Frame(page.left, page.top + used, page.width, page.height - used)
        fitting = self._share_out(text, applicants(text), rest)
        if len(fitting) > 1:
            return False
        self._watermark(page, text.language)
        draw_stack(self._sheet, page.left, page.top, stub)
        halves.draw_cut_line(self._sheet, text, page.top + used - 15)
        draw_stack(self._sheet, rest.left, rest.top, fitting[0])
        self._sheet.end_page()
        return True

    def _stacked(self, texts: Sequence[PaperText]) -> bool:
        """Draw both languages on one page, one under the other; False where even the smallest type is too large."""
        frame = self._frame()

        def strips(type_: Type) -> list[Strip]:
            found: list[Strip] = []
            for text in texts:
                above, foot = self._content(text, applicants(text), type_, frame.width)
                found += [*above, space(6), foot, space(10)]
            return found[:-1]

        cached = functools.cache(strips)
        fitting = first_fit(self._types(), lambda type_: total(cached(type_)) <= frame.height)
        if fitting is None:
            return False
        self._watermark(frame, texts[0].language)
        draw_stack(self._sheet, frame.left, frame.top, cached(fitting))
        self._sheet.end_page()
        return True

    def _pages(self, text: PaperText, label: str) -> None:
        """Draw one part on a page of its own, or on more where it cannot fit."""
        frame = self._frame()
        pages = self._share_out(text, label, frame)
        for place, page in enumerate(pages, start=1):
            self._watermark(frame, text.language)
            draw_stack(self._sheet, frame.left, frame.top, page)
            if len(pages) > 1:
                self._page_number(text, frame, place, len(pages))
            self._sheet.end_page()

    def _frame(self) -> Frame:
        small = self._how.size is PaperSize.A5
        (width, height), side = (A5, _MARGIN_A5) if small else (A4, _MARGIN_A4)
        return Frame(side, side - 6, width - 2 * side, height - 2 * side + 12)

    def _types(self) -> Sequence[Type]:
        if self._how.large:
            return _LARGE
        return _ON_A5 if self._how.size is PaperSize.A5 else _ON_A4

    def _share_out(self, text: PaperText, label: str, frame: Frame) -> list[list[Strip]]:
        """Give the pages of a part in the largest type with which it fits one, else two, else as many as it needs."""
        content = functools.cache(lambda type_: self._content(text, label, type_, frame.width))
        types = self._types()
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

    def _content(self, text: PaperText, label: str, type_: Type, width: float) -> tuple[list[Strip], Strip]:
        """Give everything above the foot, and the foot; in tight type the closing sentences stand in the foot."""
        strips = [form.head(text, label, type_, width, self._mark), space(type_.gap / 2)]
        strips += [*form.person(text, type_, width, 3 if width > 450 else 2), space(type_.gap / 2)]
        strips += [form.matter(text, type_, width), space(2)]
        strips += form.statement(text, type_, width)
        if text.conclusion:
            strips += [form.conclusion(text, type_, width), space(type_.gap)]
        strips += [*materials(text, type_, width), *form.details(text, type_, width)]
        strips += [*form.contacts(text, type_, width, 2), *form.boxes(text, type_, width)]
        closing = list(form.closing(text, type_, beside_seal(width)))
        if not (type_.air < 1 and fits_beside_seal(text, closing)):
            strips += form.closing(text, type_, width)
            closing = []
        return strips, seal_row(text, type_, width, closing)

    def _watermark(self, frame: Frame, language: PaperLanguage) -> None:
        if self._preview:
            words = form_words(language).preview
            size = 96 if len(words) < 4 else 60
            style = Style(face=bold(), size=size, leading=size, grey=0.9, spacing=5)
            (line,) = block(words, style, 1000).lines
            self._sheet.slanted(frame.left + frame.width / 2, frame.top + frame.height / 2, 24, line, style)

    def _page_number(self, text: PaperText, frame: Frame, place: int, count: int) -> None:
        style = Style(face=regular(), size=7.5, leading=10, grey=form.LABEL_GREY)
        told = form_words(text.language).page.format(number=text.number, place=place, count=count)
        words = block(told, style, frame.width)
        self._sheet.text(frame.left, frame.bottom - 8, words, align=0.5, measure=frame.width)


def applicants(text: PaperText) -> str:
    """Give the label of the part that is handed out: the second, or the only one."""
    return text.parts[1] if len(text.parts) > 1 else text.parts[0]


def specimen() -> NoticeText:
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
