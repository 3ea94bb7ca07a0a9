"""A paper that was drawn, and what no font of this machine could draw on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

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


def texts_in(value: object) -> Iterator[str]:
    """Give every text of a record, of those within it, and of tuples of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
