"""The two languages of the product; Chinese is the first."""

from enum import StrEnum

Pair = tuple[str, str]
"""The same words in Chinese and in English."""


class Language(StrEnum):
    """A language that people read."""

    ZH = "zh"
    EN = "en"


def pick(pair: Pair, language: Language) -> str:
    """Give the words of a pair in a language."""
    return pair[0] if language is Language.ZH else pair[1]
