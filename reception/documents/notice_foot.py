"""What stands at the lower edge of a notice: signatures, query code, the place for the seal.

Source: handbook §2.3 (seal over unit and date, 42 mm), §2.5.
"""

from collections.abc import Sequence

from reception.documents import qr
from reception.documents.flow import Strip, draw_stack, total
from reception.documents.fonts import bold, regular
from reception.documents.notice_form import LABEL_GREY, Type, fitted
from reception.documents.sheet import MILLIMETRE, Sheet
from reception.documents.typesetting import Style, block, without_writing_line
from reception.rules.notices import NoticeText

SEAL = 43 * MILLIMETRE
"""The free place for the seal: a ring of 42 mm with a little air (handbook §2.3)."""
QR_SIDE = 21.5 * MILLIMETRE
_GUTTER = 18.0
_LEAST_SIGNATURE_ROW = 15.0


def beside_seal(width: float) -> float:
    """Give the width that the seal leaves of a row."""
    return width - SEAL - _GUTTER


def fits_beside_seal(above: Sequence[Strip]) -> bool:
    """Tell whether strips leave room for signatures and query code beside the seal."""
    return total(above) <= SEAL - QR_SIDE - 2 * _LEAST_SIGNATURE_ROW


def seal_row(text: NoticeText, type_: Type, width: float, above: Sequence[Strip]) -> Strip:
    """Give `above`, signatures and query code one under the other, beside the seal."""
    left = beside_seal(width)
    signing = signatures(text, type_, left, (SEAL - QR_SIDE - total(above)) / 2 + 2)
    code, ring = query(text, left), seal(text)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        signing.draw(sheet, x, draw_stack(sheet, x, y, above))
        code.draw(sheet, x, y + SEAL - QR_SIDE)
        ring.draw(sheet, x + width - SEAL, y)

    return Strip(SEAL, draw)


def signatures(text: NoticeText, type_: Type, width: float, row: float) -> Strip:
    """Give the lines on which the officer and the applicant sign."""
    names = (("告知人（签名）", text.informed_by), ("申请人（签名）", ""))
    label = type_.label

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for place, (words, name) in enumerate(names):
            base = y + row * (place + 1) - 4
            sheet.text(x, base - label.leading, block(words, label, width))
            start = x + label.width(words) + 4
            sheet.rule(start, base, x + width, base, weight=0.6)
            if name.strip():
                # A character that no font holds is written on the line for the signature itself.
                printed = without_writing_line(fitted(name, type_.small, (x + width - start) * 0.6, least=5))
                sheet.text(start, base - printed.height, printed, align=1, measure=x + width - start - 2)

    return Strip(row * 2, draw)


def query(text: NoticeText, width: float) -> Strip:
    """Give the query code, large, beside its QR code."""
    lead = QR_SIDE + 4
    code = fitted(text.query_code, Style(face=bold(), size=17, leading=22, spacing=1.2), width - lead, least=7)
    label = block("查询码", Style(face=regular(), size=7.5, leading=11, grey=LABEL_GREY), width - lead)
    hint = block(
        "再次来访请出示此码，不必重新说明情况。",
        Style(face=regular(), size=6.5, leading=9, grey=LABEL_GREY),
        width - lead,
    )

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.picture(x - 3, y, QR_SIDE, qr.cells(text.query_code))
        top = y + (QR_SIDE - label.height - code.height - hint.height) / 2
        below = sheet.text(x + lead, top, label)
        sheet.text(x + lead, sheet.text(x + lead, below, code), hint)

    return Strip(QR_SIDE, draw)


def seal(text: NoticeText) -> Strip:
    """Give the ring for the seal, over the unit's name and the date (handbook §2.3)."""
    inner = SEAL * 0.8
    styles = [Style(face=regular(), size=size, leading=size * 1.4) for size in (9.0, 8.0, 7.0, 6.0, 5.0, 4.5)]
    names = [block(text.seal_unit or text.office, style, inner) for style in styles]
    unit = next((name for name in names if name.height <= SEAL * 0.55), names[-1])
    date = fitted(text.issued_on, styles[0], inner, least=6)
    hint = block("（盖章）", Style(face=regular(), size=8, leading=13, grey=0.6), SEAL)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.circle(x + SEAL / 2, y + SEAL / 2, SEAL / 2 - 1, weight=0.5, grey=0.72, dashes=(2.4, 2.4))
        top = y + (SEAL - unit.height - date.height - hint.height) / 2
        for part in (hint, unit, date):
            top = sheet.text(x, top, part, align=0.5, measure=SEAL)

    return Strip(SEAL, draw)
