"""A paper that was drawn, and what no font of this machine could draw on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from reception.documents.fonts import regular
from reception.rules.notices import PaperSize


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPaper:
    """A drawn paper; `missing_characters` were printed as their code, with a line to write them on."""

    pdf: bytes
    pages: int
    missing_characters: tuple[str, ...] = ()
    size: PaperSize = PaperSize.A4
    landscape: bool = False


def missing_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the characters of some texts that no font holds, each once, in the order of the texts."""
    found = (character for text in texts for character in regular().missing(text))
    return tuple(dict.fromkeys(found))
