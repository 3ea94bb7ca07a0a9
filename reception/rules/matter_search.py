"""Finding a matter by what comes to mind: name, keyword, code, pinyin, English name, unit.

Source: handbook §9 (keywords with pinyin initials).
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from reception.rules.catalogue import Matter
from reception.rules.pinyin import fold_query, search_keys, spells
from reception.rules.text import LIMITS, is_han

_PINYIN_FROM = 2
_LETTERS_INSIDE_FROM = 3


def find_matters(matters: Iterable[Matter], unit_names: dict[str, str], text: str) -> tuple[Matter, ...]:
    """Give the matters that fit a typed text, best first; an empty text gives all in their order.

    Several words must all fit, each in its own way (教务 xsz). Equal fits keep their order.

    Args:
        matters: what is searched, in the order of the catalogue.
        unit_names: name of each unit by its code.
        text: as typed; more than `LIMITS.QUERY` characters are not looked at.
    """
    words = folded(text[: LIMITS.QUERY]).split()
    found = []
    for matter in matters:
        fits = [_fit(matter, unit_names.get(matter.unit_code, ""), word) for word in words]
        if None not in fits:
            found.append((sum(fit for fit in fits if fit is not None), matter))
    return tuple(matter for _, matter in sorted(found, key=lambda pair: pair[0]))


def folded(text: str) -> str:
    """Give a text as it is compared: one width of letters, no capitals."""
    return unicodedata.normalize("NFKC", text).casefold()


def _fit(matter: Matter, unit_name: str, word: str) -> int | None:
    """Give how well a word fits, 0 best; None when it does not."""
    code, name, english = folded(matter.code), folded(matter.name), folded(matter.name_en)
    keywords = tuple(folded(keyword) for keyword in matter.keywords)
    ways = (
        word in (code, name),
        word in keywords,
        name.startswith(word),
        code.startswith(word),
        any(keyword.startswith(word) for keyword in keywords),
        word in name,
        spelt(matter.name, word, beginning=True),
        any(word in keyword for keyword in keywords if len(word) >= _PINYIN_FROM),
        any(part.startswith(word) for part in english.split()),
        spelt(matter.name, word, beginning=False),
        _scattered(name, word),
        bool(unit_name) and (word in folded(unit_name) or spelt(unit_name, word, beginning=True)),
    )
    return next((rank for rank, fits in enumerate(ways) if fits), None)


def spelt(text: str, word: str, *, beginning: bool) -> bool:
    """Tell whether a word is the beginning of the pinyin of a text, or stands inside it."""
    query = fold_query(word)
    if len(query) < (_PINYIN_FROM if beginning else _LETTERS_INSIDE_FROM):
        return False
    found = any(key.startswith(query) if beginning else query in key for key in _keys(text))
    return found or spells(query, text, inside=not beginning)


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(search_keys(text).split())


def _scattered(name: str, word: str) -> bool:
    """Tell whether the Chinese characters of a word stand in a name in their order (补学生证 in 补办学生证)."""
    if len(word) < _PINYIN_FROM or not all(is_han(sign) for sign in word):
        return False
    rest = iter(name)
    return all(sign in rest for sign in word)
