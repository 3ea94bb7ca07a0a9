"""What stands at the lower edge of a paper: signatures, query code, the place for the seal.

Source: handbook §2.3 (seal over unit and date, 42 mm), §2.5.
"""

from collections.abc import Sequence

from reception.documents import qr
from reception.documents.flow import Strip, draw_stack, space, total
from reception.documents.fonts import bold, regular
from reception.documents.paper_form import LABEL_GREY, Type, fitted
from reception.documents.sheet import MILLIMETRE, Sheet
from reception.documents.typesetting import Style, block, without_writing_line
from reception.rules.papers import PaperText
from reception.words.paper_forms import form_words

SEAL = 43 * MILLIMETRE
"""The free place for the seal: a ring of 42 mm with a little air (handbook §2.3)."""
QR_SIDE = 21.5 * MILLIMETRE
_GUTTER = 18.0
_LEAST_SIGNATURE_ROW = 15.0
_HIGHEST_SIGNATURE_ROW = 34.0


def beside_seal(width: float) -> float:
    """Give the width that the seal leaves of a row."""
    return width - SEAL - _GUTTER


def fits_beside_seal(text: PaperText, above: Sequence[Strip]) -> bool:
    """Tell whether strips leave room for signatures and query code beside the seal."""
    return total(above) <= SEAL - QR_SIDE - max(len(text.signers), 2) * _LEAST_SIGNATURE_ROW


def seal_row(text: PaperText, type_: Type, width: float, above: Sequence[Strip]) -> Strip:
    """Give `above`, signatures and query code one under the other, beside the seal."""
    left = beside_seal(width)
    code, ring = query(text, left), seal(text)
    room = SEAL - code.height - total(above)
    row = min(room / max(len(text.signers), 1) + 2, _HIGHEST_SIGNATURE_ROW)
    signing = signatures(text, type_, left, row)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        signing.draw(sheet, x, draw_stack(sheet, x, y, above))
        code.draw(sheet, x, y + SEAL - code.height)
        ring.draw(sheet, x + width - SEAL, y)

    return Strip(SEAL, draw)


def signatures(text: PaperText, type_: Type, width: float, row: float) -> Strip:
    """Give the lines on which people sign."""
    label = type_.label

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for place, signer in enumerate(text.signers):
            base = y + row * (place + 1) - 4
            sheet.text(x, base - label.leading, block(signer.label, label, width))
            start = x + label.width(signer.label) + 4
            sheet.rule(start, base, x + width, base, weight=0.6)
            if signer.name.strip():
                # A character that no font holds is written on the line for the signature itself.
                printed = without_writing_line(fitted(signer.name, type_.small, (x + width - start) * 0.6, least=5))
                sheet.text(start, base - printed.height, printed, align=1, measure=x + width - start - 2)

    return Strip(row * len(text.signers), draw)


def query(text: PaperText, width: float) -> Strip:
    """Give the query code, large, beside its QR code; a paper that nobody brings back has none."""
    if not text.query_code:
        return space(0)
    words = form_words(text.language)
    lead = QR_SIDE + 4
    code = fitted(text.query_code, Style(face=bold(), size=17, leading=22, spacing=1.2), width - lead, least=7)
    label = block(words.query_code, Style(face=regular(), size=7.5, leading=11, grey=LABEL_GREY), width - lead)
    hint = block(
        words.query_hint,
        Style(face=regular(), size=6.5, leading=9, grey=LABEL_GREY),
        width - lead,
    )

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.picture(x - 3, y, QR_SIDE, qr.cells(text.query_code))
        top = y + (QR_SIDE - label.height - code.height - hint.height) / 2
        below = sheet.text(x + lead, top, label)
        sheet.text(x + lead, sheet.text(x + lead, below, code), hint)

    return Strip(QR_SIDE, draw)


def seal(text: PaperText) -> Strip:
    """Give the unit's name and the date, with a ring over them where the paper is sealed (handbook §2.3)."""
    inner = SEAL * 0.8
    styles = [Style(face=regular(), size=size, leading=size * 1.4) for size in (9.0, 8.0, 7.0, 6.0, 5.0, 4.5)]
    names = [block(text.seal_unit, style, inner) for style in styles]
    unit = next((name for name in names if name.height <= SEAL * 0.55), names[-1])
    date = fitted(text.issued_on, styles[0], inner, least=6)
    hint = block(form_words(text.language).seal, Style(face=regular(), size=8, leading=13, grey=0.6), SEAL)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        if text.sealed:
            sheet.circle(x + SEAL / 2, y + SEAL / 2, SEAL / 2 - 1, weight=0.5, grey=0.72, dashes=(2.4, 2.4))
        parts = (hint, unit, date) if text.sealed else (unit, date)
        top = y + (SEAL - sum(part.height for part in parts)) / 2
        for part in parts:
            top = sheet.text(x, top, part, align=0.5, measure=SEAL)

    return Strip(SEAL, draw)
