"""Where the letters of a paper stand: places in points from the upper left corner, sizes, turns."""

import ctypes
import math
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from reception.documents.rendered import RenderedPaper

_CELL = 12.0
_TOUCH = 0.8
"""So many points two letters may share before it is seen."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is seen on a page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    upside_down: bool


def letters(paper: RenderedPaper) -> tuple[Letter, ...]:
    """Give every letter that is drawn, in the order of the file."""
    document = pypdfium2.PdfDocument(paper.pdf)
    try:
        return tuple(letter for number in range(len(document)) for letter in _of_page(document[number], number))
    finally:
        document.close()


def _of_page(page: pypdfium2.PdfPage, number: int) -> Iterator[Letter]:
    _width, height = page.get_size()
    text = page.get_textpage()
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        left, bottom, right, top = text.get_charbox(place)
        if chr(code).isspace() or right <= left:
            continue
        size = ctypes.c_double(raw.FPDFText_GetFontSize(text, place)).value
        turned = abs(raw.FPDFText_GetCharAngle(text, place) - math.pi) < 0.1
        yield Letter(number, chr(code), left, height - top, right, height - bottom, size, turned)


def clashes(paper: RenderedPaper) -> list[tuple[str, str]]:
    """Give pairs of letters that are drawn over each other, told by the places where their ink is."""
    found = []
    cells: dict[tuple[int, int, int], list[Letter]] = {}
    for one in letters(paper):
        met: dict[int, Letter] = {}
        for cell in _cells(one):
            inside = cells.setdefault(cell, [])
            met.update((id(other), other) for other in inside if _meet(one, other))
            inside.append(one)
        found += [(one.text, other.text) for other in met.values()]
    return found


def _cells(letter: Letter) -> Iterator[tuple[int, int, int]]:
    for column in range(int(letter.left // _CELL), int(letter.right // _CELL) + 1):
        for row in range(int(letter.top // _CELL), int(letter.bottom // _CELL) + 1):
            yield letter.page, column, row


def _meet(one: Letter, other: Letter) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > _TOUCH and down > _TOUCH


def text_of(paper: RenderedPaper, folder: Path) -> str:
    """Give the text of a paper as another program reads it, without blanks."""
    path = folder / "paper.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def page_texts(paper: RenderedPaper, folder: Path) -> list[str]:
    """Give the text of each page, without blanks."""
    path = folder / "paper.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return ["".join(page.split()) for page in said.split("\f")[:-1]]
