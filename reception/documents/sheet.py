"""A sheet of paper: lines of text, hairlines, boxes and ticks, placed from the upper left corner in points.

Everything is drawn by the canvas itself; no text is ever read as markup.
"""

import contextlib
import functools
import io
import math
import threading
from collections.abc import Callable, Iterator, Sequence

from reportlab import rl_config
from reportlab.pdfgen import canvas as pdf

from reception.documents.fonts import REGULAR, regular
from reception.documents.typesetting import Block, Line, Style

MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
A5 = (148 * MILLIMETRE, 210 * MILLIMETRE)
HAIRLINE = 0.4
# Chinese letters fill their square: the baseline lies this part of the size below its upper edge.
_ASCENT = 0.88
_DOTS = 4

# ReportLab's fonts keep the place at which they read; two papers must not cut out their letters at once.
_saving = threading.Lock()
# Pages as plain bytes: the text form that ReportLab prefers is a quarter larger and takes as long as the drawing.
rl_config.useA85 = 0


class Sheet:
    """A document that is being drawn, page by page; y grows downwards."""

    def __init__(self, width: float, height: float, *, title: str, subject: str, author: str) -> None:
        regular()[" "]  # the canvas asks for its first font by name
        self._file = io.BytesIO()
        self._canvas = pdf.Canvas(
            self._file,
            pagesize=(width, height),
            invariant=1,
            pageCompression=1,
            initialFontName=REGULAR,  # type: ignore[arg-type]
            lang="zh-CN",
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator("首问接待 Reception")
        self._canvas.setProducer("首问接待 Reception")
        self._height = height
        self.pages = 0

    def resize(self, width: float, height: float) -> None:
        """Let the page that begins have another size."""
        self._canvas.setPageSize((width, height))
        self._height = height

    def end_page(self) -> None:
        """Finish a page; what is drawn next stands on a new one."""
        self._canvas.showPage()
        self.pages += 1

    def later(self, name: str) -> None:
        """Leave room on this page for what `now` draws when it is known, for instance how many pages there are."""
        self._canvas.doForm(name)

    def now(self, name: str, draw: Callable[[], object]) -> None:
        """Draw what pages left room for; the last page is ended."""
        self._canvas.beginForm(name)
        draw()
        self._canvas.endForm()

    def finish(self) -> bytes:
        """Give the bytes of the document."""
        with _saving:
            self._canvas.save()
        return self._file.getvalue()

    def text(self, x: float, y: float, block: Block, *, align: float = 0.0, measure: float = 0.0) -> float:
        """Draw lines below `y`; `align` 0 is left, 0.5 centred, 1 right within `measure`. Give the y below them."""
        for line in block.lines:
            start = x + (measure - line.width - line.blank) * align if align else x
            self.line_of_text(start, y + (block.style.leading - block.style.size) / 2, line, block.style)
            y += block.style.leading
        return y

    def line_of_text(self, x: float, y: float, line: Line, style: Style) -> None:
        """Draw one line whose letters' upper edge is `y`."""
        baseline = self._height - y - _ASCENT * style.size
        self._canvas.setFillGray(style.grey)
        spacing = style.spacing + line.stretch
        for run in line.runs:
            self._canvas.setFont(run.font, style.size)
            if run.thicken:
                self._canvas.setStrokeGray(style.grey)
                self._canvas.setLineWidth(style.size * 0.04)
            self._canvas.drawString(x, baseline, run.text, mode=2 if run.thicken else None, charSpace=spacing)
            x += run.width + spacing * len(run.text)
        if line.blank:
            gap = style.size / 2 if line.runs else 0.0
            self.rule(x + gap, y + style.size + 1, x + line.blank, y + style.size + 1, weight=0.6)

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        weight: float = HAIRLINE,
        grey: float = 0.0,
        dashes: Sequence[float] = (),
    ) -> None:
        """Draw a straight line."""
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(grey)
        if dashes:
            self._canvas.setDash(list(dashes))
        self._canvas.line(x1, self._height - y1, x2, self._height - y2)
        if dashes:
            self._canvas.setDash()

    def area(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x, self._height - y - height, width, height, stroke=0, fill=1)

    def frame(
        self, x: float, y: float, width: float, height: float, *, weight: float = HAIRLINE, grey: float = 0.0
    ) -> None:
        """Draw the outline of a rectangle."""
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(grey)
        self._canvas.rect(x, self._height - y - height, width, height, stroke=1, fill=0)

    def box(self, x: float, y: float, side: float, *, ticked: bool, grey: float = 0.0) -> None:
        """Draw a check box, ticked or empty; drawn because few fonts have the signs."""
        self.frame(x, y, side, side, weight=side * 0.085, grey=grey)
        if not ticked:
            return
        path = self._canvas.beginPath()
        path.moveTo(x + side * 0.2, self._height - y - side * 0.52)
        path.lineTo(x + side * 0.43, self._height - y - side * 0.76)
        path.lineTo(x + side * 0.84, self._height - y - side * 0.22)
        self._canvas.setLineWidth(side * 0.16)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.drawPath(path)
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(0)

    def circle(
        self, x: float, y: float, radius: float, *, weight: float, grey: float, dashes: Sequence[float] = ()
    ) -> None:
        """Draw a circle around a point."""
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeGray(grey)
        if dashes:
            self._canvas.setDash(list(dashes))
        self._canvas.circle(x, self._height - y, radius)
        if dashes:
            self._canvas.setDash()

    def slanted(self, x: float, y: float, degrees: float, line: Line, style: Style) -> None:
        """Draw a line of text centred on a point and turned, as a watermark is."""
        self._canvas.saveState()
        self._canvas.translate(x, self._height - y)
        self._canvas.rotate(degrees)
        self._canvas.translate(-x, y - self._height)
        self.line_of_text(x - line.width / 2, y - style.size / 2, line, style)
        self._canvas.restoreState()

    @contextlib.contextmanager
    def upside_down(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Turn what is drawn within a rectangle by half a circle, as the back of a card that is folded to a tent."""
        self._canvas.saveState()
        self._canvas.translate(2 * x + width, 2 * (self._height - y) - height)
        self._canvas.rotate(180)
        yield
        self._canvas.restoreState()

    def landmark(self, name: str, y: float, title: str, level: int) -> None:
        """Name a place of this page, for `leads_to` and for the outline that viewers show beside the pages."""
        self._canvas.bookmarkHorizontal(name, 0, self._height - y)
        self._canvas.addOutlineEntry(title, name, level, closed=level > 0)

    def leads_to(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Let a rectangle lead to a named place when it is clicked."""
        place = (x, self._height - y - height, x + width, self._height - y)
        self._canvas.linkRect("", name, place, relative=0, Border="[0 0 0]")

    def open_with_outline(self) -> None:
        """Let viewers show the outline from the beginning."""
        self._canvas.showOutline()

    def scissors(self, x: float, y: float, size: float, grey: float) -> None:
        """Draw scissors that cut to the right along `y`."""
        eye, reach = size * 0.17, size * 0.5
        for side in (-1, 1):
            self.circle(x - reach + eye, y + side * size * 0.22, eye, weight=size * 0.07, grey=grey)
            angle = math.atan2(-side * size * 0.22, reach)
            start_x, start_y = x - reach + 2 * eye * math.cos(angle), y + side * size * 0.22 - side * eye * 0.6
            self.rule(start_x, start_y, x + reach, y - side * size * 0.2, weight=size * 0.08, grey=grey)

    def picture(self, x: float, y: float, side: float, rows: Sequence[str]) -> None:
        """Draw a square picture of black (1) and white (0) cells as one inline image, sharp at any scale."""
        count, packed = _packed(tuple(rows))
        # The canvas offers inline images only through a picture library that makes three bytes of each cell.
        self._canvas._code.append(  # type: ignore[attr-defined]  # noqa: SLF001
            f"q {side:.2f} 0 0 {side:.2f} {x:.2f} {self._height - y - side:.2f} cm\n"
            f"BI /W {count} /H {count} /CS /G /BPC 1 /D [1 0] /F /AHx ID {packed}>\nEI Q"
        )


@functools.lru_cache(maxsize=64)
def _packed(rows: tuple[str, ...]) -> tuple[int, str]:
    """Give the dots along one side and all dots in hexadecimal digits.

    Each cell is several dots wide: viewers that smooth a picture which they enlarge would blur single dots.
    """
    dots = ["".join(cell * _DOTS for cell in row) for row in rows for _ in range(_DOTS)]
    octets = -(-len(dots) // 8)
    return len(dots), "".join(f"{int(row.ljust(octets * 8, '0'), 2):0{octets * 2}x}" for row in dots)
