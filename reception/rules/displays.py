"""What an office shows of itself, 亮身份、亮职责、亮承诺: nameplates of its people, its promise, and their paper texts.

Source: handbook §5.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from reception.errors import Reason
from reception.rules.papers import PaperFact

MOST_DUTIES = 6
MOST_SENTENCES = 10


class DisplayKind(StrEnum):
    """What an office prints of itself."""

    DESK_CARD = "desk"
    BADGE = "badge"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameplate:
    """What stands on somebody's desk card and badge beyond the account and its posts; empty fields follow from these.

    `duties` has a duty a line.
    """

    id: int = 0
    version: int = 0
    account_id: int
    name_en: str = ""
    title: str = ""
    title_en: str = ""
    staff_no: str = ""
    duties: str = ""
    duties_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePromise:
    """One edition of what the office promises: the motto of the desk cards and the sentences of the sheet, one a line.

    What is empty says what was shipped.
    """

    id: int = 0
    version: int = 0
    edition: int = 0
    motto: str = ""
    motto_en: str = ""
    sentences: str = ""
    sentences_en: str = ""
    made_at: datetime
    made_by: str


LENGTHS: Mapping[type[Any], Mapping[str, int]] = {
    Nameplate: {"name_en": 120, "title": 120, "title_en": 200, "staff_no": 20, "duties": 400, "duties_en": 600},
    ServicePromise: {"motto": 60, "motto_en": 120, "sentences": 1000, "sentences_en": 2000},
}
MOST_LINES: Mapping[str, int] = {
    "duties": MOST_DUTIES,
    "duties_en": MOST_DUTIES,
    "sentences": MOST_SENTENCES,
    "sentences_en": MOST_SENTENCES,
}
"""Texts that are written line by line, and how many lines their papers have room for."""


def check_lines(record: Nameplate | ServicePromise) -> Iterator[Reason]:
    """Give a reason for each text with more lines than its paper has room for."""
    for name, most in MOST_LINES.items():
        if len(lines_of(getattr(record, name, ""))) > most:
            yield Reason(code="too_many_lines", field=name, values={"most": most})


def lines_of(text: str) -> tuple[str, ...]:
    """Give the lines of a text that say something."""
    return tuple(line for line in (line.strip() for line in text.splitlines()) if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """What a desk card or a badge says in one language; all strings are final, what is empty is not printed.

    `duties` are lines of their own where somebody wrote them (`written`), else the names of matters, which may flow.
    """

    university: str
    office: str
    name: str
    title: str
    staff_no: PaperFact
    cover: tuple[PaperFact, ...] = ()
    duties_label: str = ""
    duties: tuple[str, ...] = ()
    written: bool = False
    more: str = ""
    comma: str = "、"
    promise: PaperFact
    phones: tuple[PaperFact, ...] = ()
    photo: str = ""
    crest: str = ""
    fold: str = ""
    phrases_label: str = ""
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseText:
    """What the promise sheet says in one language."""

    title: str
    unit: str
    motto: str
    sentences: tuple[str, ...]
    contacts: tuple[PaperFact, ...]
