"""A paper on a roll of 80 mm: one column, what is missing first, as long as it needs.

Thermal heads print black or nothing: there is no grey here. Source: handbook §2.6.
"""

import functools
from collections.abc import Iterator, Sequence

from reception.documents import qr
from reception.documents.flow import Strip, draw_stack, space, text_strips, total
from reception.documents.fonts import Face, bold, regular
from reception.documents.sheet import MILLIMETRE, Sheet
from reception.documents.typesetting import Block, Style, block
from reception.rules.notices import MaterialState, NoticeMaterial
from reception.rules.papers import PaperFact, PaperText
from reception.words.paper_forms import form_words

WIDTH = 80 * MILLIMETRE
PRINTED = 72 * MILLIMETRE
TAIL = 8 * MILLIMETRE
_LEFT = (WIDTH - PRINTED) / 2
_SIZE = PRINTED / 24
"""Twenty-four Chinese letters a line (handbook §2.6)."""
_QR = 22 * MILLIMETRE
_SIGNATURE_ROW = 26.0
_GAP = 5.0
_BETWEEN = 24.0
"""Air between two languages, with a line that may be cut."""
_OWED = frozenset({MaterialState.MISSING, MaterialState.DEFECTIVE})


def height_of(texts: Sequence[PaperText], mark: str) -> float:
    """Give the height of the page: the content, and the tail for the knife."""
    return sum(total(_strips(text, mark)) for text in texts) + _BETWEEN * (len(texts) - 1) + TAIL


def draw(sheet: Sheet, texts: Sequence[PaperText], mark: str) -> None:
    """Draw a paper, one language after the other."""
    y = -_BETWEEN
    for text in texts:
        y += _BETWEEN
        if y:
            sheet.rule(_LEFT, y - _BETWEEN / 2, _LEFT + PRINTED, y - _BETWEEN / 2, weight=0.8, dashes=(4, 3))
        y = draw_stack(sheet, _LEFT, y, _strips(text, mark))
    sheet.end_page()


def _strips(text: PaperText, mark: str) -> list[Strip]:
    strips = [space(_GAP), *_head(text, mark), _rule()]
    strips += _facts(text.person)
    strips += _facts((PaperFact(label=text.matter_label, value=text.matter, strong=True),))
    strips += _lines(text.statement, _style())
    strips += _rows(text)
    strips += _facts((PaperFact(label=text.until_label, value=text.until, strong=True),))
    strips += [*_facts(text.facts), *_facts(text.contacts)]
    strips += _lines(text.closing, _style(-1))
    strips += _foot(text)
    return strips


@functools.cache
def _style(change: float = 0.0, *, strong: bool = False) -> Style:
    face: Face = bold() if strong else regular()
    return Style(face=face, size=_SIZE + change, leading=(_SIZE + change) * 1.4)


def _lines(texts: Sequence[str], style: Style, *, align: float = 0.0) -> Iterator[Strip]:
    for text in texts:
        if not text.strip():
            continue
        words = block(text, style, PRINTED)
        if align:
            yield Strip(words.height, functools.partial(_put, words=words, align=align))
        else:
            yield from text_strips([words], 0.0, below=1)


def _put(sheet: Sheet, x: float, y: float, *, words: Block, align: float) -> None:
    sheet.text(x, y, words, align=align, measure=PRINTED)


def _head(text: PaperText, mark: str) -> Iterator[Strip]:
    yield from _lines((text.title,), _style(3, strong=True), align=0.5)
    yield from _lines((text.subtitle,), _style(-2), align=0.5)
    yield space(2)
    yield from _lines((text.number,), _style(strong=True))
    date, printed = block(text.issued_on, _style(), PRINTED), block(mark, _style(strong=True), PRINTED)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y, date)
        sheet.text(x, y, printed, align=1, measure=PRINTED)

    yield Strip(date.height, draw)


def _rule() -> Strip:
    return Strip(_GAP, lambda sheet, x, y: sheet.rule(x, y + _GAP / 2, x + PRINTED, y + _GAP / 2, weight=0.8))


def _facts(facts: Sequence[PaperFact]) -> Iterator[Strip]:
    colon = ": " if all(fact.label.isascii() for fact in facts) else "："
    for fact in facts:
        if fact.value.strip():
            yield from _lines((f"{fact.label}{colon}{fact.value}",), _style(strong=fact.strong))


def _rows(text: PaperText) -> Iterator[Strip]:
    """Give what is missing first, then what was given; a plain list where nothing was ticked."""
    yield from _lines((text.conclusion,), _style(1, strong=True))
    for row in text.materials or ():
        if not text.ticked or row.state in _OWED:
            yield from _lines((_row(text, row),), _style(strong=text.ticked))
    given = [row.name for row in text.materials or () if text.ticked and row.state is MaterialState.PROVIDED]
    if given:
        words = form_words(text.language)
        joint = ", " if text.query_code and words.given.isascii() else "、"
        yield from _lines((f"【{words.given}】{joint.join(given)}",), _style())
    yield _rule()


def _row(text: PaperText, row: NoticeMaterial) -> str:
    words = form_words(text.language)
    counts = [f"{words.original}{row.original}"] if row.original else []
    counts += [f"{words.copies}{row.copies}"] if row.copies else []
    reason = f"（{row.reason}）" if row.reason.strip() else ""
    return f"{row.no}. {row.name} {' '.join(counts)}{reason}"


def _foot(text: PaperText) -> Iterator[Strip]:
    yield _rule()
    if text.query_code:
        yield _code(text)
    for signer in text.signers:
        yield _signature(signer.label, signer.name)
    yield from _lines((text.seal_unit,), _style(), align=0.5)


def _code(text: PaperText) -> Strip:
    words = form_words(text.language)
    lead = _QR + 4
    label = block(words.query_code, _style(), PRINTED - lead)
    code = block(text.query_code, _style(6, strong=True), PRINTED - lead)
    hint = block(words.query_hint, _style(-2), PRINTED - lead)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.picture(x, y, _QR, qr.cells(text.query_code))
        below = sheet.text(x + lead, sheet.text(x + lead, y + 2, label), code)
        sheet.text(x + lead, below, hint)

    return Strip(max(_QR, label.height + code.height + hint.height + 2) + 2, draw)


def _signature(label: str, name: str) -> Strip:
    words, printed = block(label, _style(), PRINTED), block(name, _style(-1), PRINTED)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        base = y + _SIGNATURE_ROW - 4
        sheet.text(x, base - words.style.leading, words)
        sheet.rule(x + words.width + 4, base, x + PRINTED, base, weight=0.8)
        sheet.text(x, base - printed.height, printed, align=1, measure=PRINTED - 2)

    return Strip(_SIGNATURE_ROW, draw)
