"""The sentences of a one-time notice that an office may word itself: what stands before the papers, and the close.

Source: handbook §2.7 (model text).
"""

from collections.abc import Mapping

from reception.rules.papers import PaperKind
from reception.words.language import Language, Pair, pick
from reception.words.letter_texts import WORDINGS, LetterWording
from reception.words.templates import fill, paragraphs


def statement_lines(wording: LetterWording | None, owed: int, language: Language) -> tuple[str, ...]:
    """Give what an office says before the papers; nothing was shipped there."""
    return _said((wording or WORDINGS[PaperKind.YC]).statement, owed, language)


def closing_lines(wording: LetterWording | None, owed: int, language: Language) -> tuple[str, ...]:
    """Give the closing lines; what speaks of the papers owed falls away where none is."""
    return _said((wording or WORDINGS[PaperKind.YC]).closing, owed, language)


def _said(pair: Pair, owed: int, language: Language) -> tuple[str, ...]:
    values: Mapping[str, str] = {"n": str(owed) if owed else ""}
    return paragraphs(fill(pick(pair, language), values))
