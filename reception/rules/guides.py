"""The service guide on paper: what is told of one matter, and the whole catalogue as a book.

Source: handbook §2.1 (what must be told), §9.
"""

from dataclasses import dataclass

from reception.rules.notices import NoticeMaterial
from reception.rules.papers import PaperFact, PaperLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterGuide:
    """Everything the guide says of a matter in one language; all strings are final, what is empty is not printed.

    `contacts` say who, where and when, `facts` what it takes; of `materials` nobody has ticked anything.
    """

    language: PaperLanguage
    code: str
    name: str
    marks: str
    contacts: tuple[PaperFact, ...]
    facts: tuple[PaperFact, ...]
    materials: tuple[NoticeMaterial, ...]
    ticked: bool = False
    closing: tuple[PaperFact, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideChapter:
    """A unit with its matters, each in the languages of the book; `about` is where it is and whom to call."""

    names: tuple[str, ...]
    about: str
    matters: tuple[tuple[MatterGuide, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideBook:
    """The whole catalogue: cover, contents, units in their order; `page` takes `{place}` and `{count}`."""

    unit: tuple[str, ...]
    title: tuple[str, ...]
    cover: tuple[str, ...]
    contents: str
    page: str
    chapters: tuple[GuideChapter, ...]
