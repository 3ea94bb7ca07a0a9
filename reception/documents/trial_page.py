"""A page that shows what a printer can do: where its edges are, whether sizes are true, letters, greys, a code.

Source: handbook §2.5 (margins), §2.6 (72 mm of a roll of 80 mm are printed).
"""

from reception.documents import qr
from reception.documents.fonts import bold, regular
from reception.documents.rendered import RenderedPaper, missing_in
from reception.documents.sheet import A4, A5, MILLIMETRE, Sheet
from reception.documents.typesetting import Style, block
from reception.rules.notices import PaperSize

CODE = "TRIAL"
_LONGEST_NAME = 60
_SIZES = {
    PaperSize.A4: A4,
    PaperSize.A4_THREE: A4,
    PaperSize.A5: A5,
    PaperSize.ROLL: (80 * MILLIMETRE, 150 * MILLIMETRE),
}
_EDGE, _ROLL_EDGE = 15 * MILLIMETRE, 4 * MILLIMETRE
_QR = 22 * MILLIMETRE
_TICK = 10 * MILLIMETRE
_GREYS = (0.0, 0.25, 0.5, 0.75, 0.9)
_SAMPLES = (
    (10.5, "一次性告知单　材料齐全　需补正 2 项　2026年11月24日 10:26"),
    (9.0, "吉\U00020bb7　张玥　马骉　王翀　李喆　䶮　ABC abc 0123456789 〔2026〕第0012号"),
    (7.5, "One-time notice · papers still missing: 2 · by 15 December 2026, 17:30"),
)


def render_trial_page(printer: str, at: str, size: PaperSize) -> RenderedPaper:
    """Draw the page; the same printer, moment and size give the same bytes."""
    width, height = _SIZES[size]
    edge = _ROLL_EDGE if size is PaperSize.ROLL else _EDGE
    inner = width - 2 * edge
    sheet = Sheet(width, height, title="打印测试页", author="首问接待", subject=printer)
    sheet.frame(edge, edge, inner, height - 2 * edge, weight=0.7)
    x, measure = edge + 4 * MILLIMETRE, inner - 8 * MILLIMETRE
    y = sheet.text(x, edge + 3 * MILLIMETRE, block("打印测试页", _style(16, strong=True), measure)) + 4
    said = (f"打印机：{printer[:_LONGEST_NAME]}", f"纸张：{_size_words(size)}", f"时间：{at}", _edge_words(size))
    for words in said:
        y = sheet.text(x, y, block(words, _style(9), measure)) + 2
    y = _ruler(sheet, x, y + 4, measure)
    for points, words in _SAMPLES:
        y = sheet.text(x, y, block(words, _style(points), measure)) + 3
    y = _greys(sheet, x, y + 3, measure)
    sheet.picture(x, y + 4, _QR, qr.cells(CODE))
    sheet.end_page()
    samples = [words for _points, words in _SAMPLES]
    lacking = missing_in([printer, *samples])
    return RenderedPaper(pdf=sheet.finish(), pages=sheet.pages, missing_characters=lacking, size=size)


def _style(size: float, *, strong: bool = False) -> Style:
    return Style(face=bold() if strong else regular(), size=size, leading=size * 1.4)


def _size_words(size: PaperSize) -> str:
    width, height = _SIZES[size]
    name = "80 mm 卷纸" if size is PaperSize.ROLL else size.value.removesuffix("x3")
    return f"{name}，{round(width / MILLIMETRE)} × {round(height / MILLIMETRE)} mm"


def _edge_words(size: PaperSize) -> str:
    edge = 4 if size is PaperSize.ROLL else 15
    return f"四边细线距纸边 {edge} mm；少一边就是页边距或纸张没有设对。"


def _ruler(sheet: Sheet, x: float, y: float, measure: float) -> float:
    """Draw a ruler as long as whole centimetres fit; held against a real one it shows whether sizes are true."""
    count = int(measure // _TICK)
    sheet.rule(x, y, x + count * _TICK, y, weight=0.8)
    for place in range(count + 1):
        length = 8 if place % 5 == 0 else 5
        sheet.rule(x + place * _TICK, y, x + place * _TICK, y + length, weight=0.8)
    words = f"这条线长 {count} cm，量起来不是，就是打印时被缩放了。"
    return sheet.text(x, y + 11, block(words, _style(8), measure)) + 6


def _greys(sheet: Sheet, x: float, y: float, measure: float) -> float:
    side = min(9 * MILLIMETRE, measure / len(_GREYS))
    for place, grey in enumerate(_GREYS):
        sheet.area(x + place * side, y, side, side, grey)
        sheet.frame(x + place * side, y, side, side)
    return y + side + 4
