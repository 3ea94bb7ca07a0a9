"""The letters that papers are set in: the bundled Noto Sans SC first, the system's rare characters behind it.

ReportLab gives a silent blank for a character that a font lacks. Here every character is looked up before it is
drawn: bundled font, then fonts of the system that are known to hold rare Chinese characters, and at last its code
in brackets, 〔U+20164〕, after which the paper leaves a line to write on.

Source: handbook §10.4 (rare characters of names).
"""

import functools
import os
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics, ttfonts

from reception.workstation import resource

REGULAR = "NotoSansSC-Regular"
BOLD = "NotoSansSC-Bold"
HAN_FALLBACKS = (
    "PlangothicP1-Regular.ttf",
    "PlangothicP2-Regular.ttf",
    "simsunb.ttf",
    "HanaMinB.ttf",
    "HanaMinA.ttf",
    "BabelStoneHan.ttf",
)
LETTER_FALLBACKS = ("DejaVuSans.ttf", "segoeui.ttf", "arial.ttf", "LiberationSans-Regular.ttf", "malgun.ttf")

# Blocks whose characters may be drawn one after the other; other scripts need shaping or run from right to left.
_HAN = ((0x2E80, 0x2FDF), (0x3000, 0x312F), (0x31A0, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_LETTERS = ((0xA1, 0x24F), (0x250, 0x2FF), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x2BFF), (0xAC00, 0xD7A3))


class Glyph(NamedTuple):
    """What is drawn for one character: its text, width in 1/1000 of the size, font, and whether to thicken it."""

    text: str
    width: float
    font: str
    thicken: bool = False
    missing: bool = False


def to_unicode_map(fontname: str, subset: Sequence[int]) -> str:
    """Give the map from the codes of an embedded font back to Unicode, in UTF-16BE as PDF asks.

    ReportLab writes the bare code point, so that every character beyond U+FFFF is copied and searched as garbage.
    """
    lines = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo",
        f"<< /Registry ({fontname})\n/Ordering ({fontname})\n/Supplement 0\n>> def",
        f"/CMapName /{fontname} def\n/CMapType 2 def",
        f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange",
    ]
    pairs = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(subset)]
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"])


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be", "surrogatepass").hex().upper()


unpatched_to_unicode_map = ttfonts.makeToUnicodeCMap
ttfonts.makeToUnicodeCMap = to_unicode_map


class Face(dict[str, Glyph]):
    """One weight of the paper's letters: `face["安"]` is the glyph to draw, found once and kept.

    `plain` holds the widths of the characters that are drawn as they are from the face's own font, `lacking` the
    characters that no font holds; both know what has been asked for.
    """

    def __init__(self, name: str, files: Callable[[], Iterable["FontFile"]]) -> None:
        super().__init__()
        self.name = name
        self.plain: dict[str, float] = {}
        self.lacking: set[str] = set()
        self._files = files

    def __missing__(self, character: str) -> Glyph:
        glyph = self[character] = self._find(character)
        if (glyph.text, glyph.font, glyph.missing) == (character, self.name, False):
            self.plain[character] = glyph.width
        elif glyph.missing:
            self.lacking.add(character)
        return glyph

    def width(self, text: str, size: float) -> float:
        """Give the width of a line of text in points."""
        try:
            return sum(map(self.plain.__getitem__, text)) * size / 1000
        except KeyError:
            return sum([self[character].width for character in text]) * size / 1000

    def missing(self, text: str) -> Iterator[str]:
        """Give the characters of a text that no font holds."""
        return (character for character in text if self[character].missing)

    def _find(self, character: str) -> Glyph:
        category = unicodedata.category(character)
        if character in "\t\n" or (category in {"Zs", "Zl", "Zp"} and character != "\u3000"):
            character, category = " ", "Zs"
        if category in {"Cc", "Cf"} or _selects_variation(character):
            return Glyph("", 0.0, self.name)
        if category not in {"Co", "Cs"}:
            for file in self._files():
                width = file.width(character)
                if width is not None:
                    return Glyph(character, width, file.name, self.name == BOLD and file.name != BOLD)
        code = f"〔U+{ord(character):04X}〕"
        return Glyph(code, sum(self[sign].width for sign in code), self.name, missing=True)


def _selects_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


class FontFile:
    """A TrueType file that is read and registered when a character is first asked of it."""

    def __init__(self, name: str, path: Path, blocks: Sequence[tuple[int, int]] = ((0, 0x10FFFF),)) -> None:
        self.name = name
        self._path = path
        self._blocks = blocks
        self._reading = threading.Lock()
        self._read: tuple[ttfonts.TTFontFace | None, ...] = ()

    def width(self, character: str) -> float | None:
        """Give the width of a character in 1/1000 of the size, or None where the font does not have it."""
        code = ord(character)
        if not any(first <= code <= last for first, last in self._blocks) or self._face is None:
            return None
        return self._face.charWidths.get(code) if self._face.charToGlyph.get(code) else None

    @property
    def _face(self) -> ttfonts.TTFontFace | None:
        with self._reading:
            if not self._read:
                self._read = (self._open(),)
            return self._read[0]

    def _open(self) -> ttfonts.TTFontFace | None:
        try:
            font = ttfonts.TTFont(self.name, str(self._path), asciiReadable=False)
        except (ttfonts.TTFError, OSError):
            if self.name in {REGULAR, BOLD}:
                raise
            return None
        pdfmetrics.registerFont(font)
        return font.face


def font_folders() -> tuple[Path, ...]:
    """Give the folders where this system keeps fonts."""
    if sys.platform == "win32":
        machine = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        return machine, Path(os.environ.get("LOCALAPPDATA", machine)) / "Microsoft/Windows/Fonts"
    home = Path.home()
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"


def system_fonts(folders: Iterable[Path]) -> tuple[FontFile, ...]:
    """Give the fonts of a system that may lend a rare character, in the order in which they are asked."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.[tT][tT][fF]")):
            found.setdefault(path.name.lower(), path)
    wanted = [(name, _HAN) for name in HAN_FALLBACKS] + [(name, _LETTERS) for name in LETTER_FALLBACKS]
    return tuple(
        FontFile(Path(name).stem, found[name.lower()], blocks) for name, blocks in wanted if name.lower() in found
    )


_regular_file = FontFile(REGULAR, resource(f"fonts/{REGULAR}.ttf"))
_bold_file = FontFile(BOLD, resource(f"fonts/{BOLD}.ttf"))


@functools.cache
def _fallbacks() -> tuple[FontFile, ...]:
    return system_fonts(font_folders())


def _regular_files() -> Iterator[FontFile]:
    yield _regular_file
    yield from _fallbacks()


def _bold_files() -> Iterator[FontFile]:
    yield _bold_file
    yield from _regular_files()


@functools.cache
def regular() -> Face:
    """Give the letters of running text."""
    return Face(REGULAR, _regular_files)


@functools.cache
def bold() -> Face:
    """Give the letters of headings and of what must be noticed; rarer characters are thickened regular ones."""
    return Face(BOLD, _bold_files)
