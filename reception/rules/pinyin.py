"""Pinyin for finding a person or a matter by what the keyboard gives quickest: `zs` or `zhangsan` for 张三.

A name may be found by any reading of its surname (曾 zeng and ceng, 单于 chanyu); what the text sounds like in
a sentence is not asked.

Source: handbook §10.4 (sorting and finding by pinyin is convenience only).
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from reception.rules.pinyin_table import readings
from reception.rules.text import is_han

MOST_SPELLINGS: Final = 16
LONGEST_KEYS: Final = 1900
"""Longest `search_keys`, in characters: a column of 2,000 holds them."""

_MOST_READINGS: Final = 3
_LONGEST_MIXED: Final = 32
_MOST_WAYS: Final = 24
_MOST_SKELETONS: Final = 4
_DOUBLE_INITIALS: Final = frozenset({"zh", "ch", "sh"})
_MOST_SIGNS: Final = 100
_UMLAUT: Final = {"lv": ("lv", "lu"), "nv": ("nv", "nu"), "lve": ("lve", "lue"), "nve": ("nve", "nue")}
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)
_QUERY = re.compile(r"[a-hj-tw-z][a-z]*")
_WORD = re.compile(r"[a-z]+|[0-9]+")


def initials(text: str) -> tuple[str, ...]:
    """Give the strings of first letters under which a text may be sought, at most 16, the likeliest first.

    张三 gives `zs`; a word of Latin letters gives its first letter, a number its digits.
    """
    return _joined([tuple(dict.fromkeys(_initial(option) for option in unit)) for unit in _units(text)])


def full(text: str) -> tuple[str, ...]:
    """Give the full spellings of a text without blanks and tones, at most 16, the likeliest first."""
    return _joined(_units(text))


def sounds(name: str) -> tuple[str, ...]:
    """Give how a name is spoken: every reading of its first character, of the others the commonest."""
    units = _known_units(name)
    return _joined([*units[:1], *(unit[:1] for unit in units[1:])])


def search_keys(text: str) -> str:
    """Give initials and full spellings for a search column: different ones, with blanks between."""
    kept, length = [], 0
    for key in dict.fromkeys((*initials(text), *full(text))):
        length += len(key) + 1
        if length > LONGEST_KEYS:
            break
        kept.append(key)
    return " ".join(kept)


def fold_query(text: str) -> str:
    """Give a typed query in the letters of `search_keys`: small, without blanks and apostrophes, ü and lyu as v."""
    folded = _folded(text[:_MOST_SIGNS].lower().replace("ü", "v"))
    letters = re.sub(r"[\s'’`-]+", "", folded)
    return re.sub(r"([ln])yu", r"\1v", letters)


def is_pinyin_query(text: str) -> bool:
    """Tell whether a query may be pinyin, whole or begun: Latin letters only, starting as a syllable can."""
    return len(text) <= _MOST_SIGNS and _QUERY.fullmatch(fold_query(text)) is not None


def spells(query: str, text: str, *, inside: bool = False) -> bool:
    """Tell whether letters spell a text from its beginning, each character whole or by its initial (`zhangs`, `zsan`
    for 张三); the last one may be begun.

    Args:
        query: as typed.
        text: what may be meant.
        inside: whether the letters may also begin at a later character.
    """
    letters = fold_query(query)
    if not letters or not is_pinyin_query(query):
        return False
    units = _known_units(text)
    starts = range(len(units)) if inside else range(min(1, len(units)))
    return any(_consumed(letters, units[start:]) for start in starts)


def _consumed(letters: str, units: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether the letters are used up by the units, each giving its whole spelling or what it begins with."""
    left = {letters}
    for options in units:
        if any(option.startswith(rest) for rest in left for option in options):
            return True
        begun = {beginning for option in options for beginning in _beginnings(option)}
        left = {rest[len(each) :] for rest in left for each in begun if rest.startswith(each)}
        if not left:
            return False
    return False


def _beginnings(spelling: str) -> tuple[str, ...]:
    """Give what may stand for a spelling: itself, its first letter, zh, ch and sh."""
    short = (spelling[:2],) if spelling[:2] in _DOUBLE_INITIALS else ()
    return (spelling,) if spelling.isdigit() else (spelling, spelling[0], *short)


def skeletons(query: str) -> tuple[str, ...]:
    """Give the strings of initials that letters may stand for when some syllables are whole, the shortest first:
    `zhangs` may be `zs`. Of each, a name found by `initials` is still to be compared with `spells`.
    """
    letters = fold_query(query)
    if not is_pinyin_query(query) or len(letters) > _LONGEST_MIXED:
        return ()
    found: dict[int, set[str]] = {0: {""}}
    for place in range(len(letters)):
        for begun in sorted(found.get(place, ()), key=lambda each: (len(each), each))[:_MOST_WAYS]:
            for length in _syllable_lengths(letters, place):
                found.setdefault(place + length, set()).add(begun + letters[place])
    ends = (each for each in found.get(len(letters), ()) if 1 < len(each) < len(letters))
    return tuple(sorted(ends, key=lambda each: (len(each), each))[:_MOST_SKELETONS])


def _syllable_lengths(letters: str, place: int) -> list[int]:
    """Give how many letters one character may take at a place: its initial, a whole syllable, or the rest of the
    query as a begun one.
    """
    whole, begun = _syllables()
    rest = letters[place:]
    lengths = {1, *(length for length in range(2, 7) if rest[:length] in whole and length <= len(rest))}
    if rest[:2] in _DOUBLE_INITIALS:
        lengths.add(2)
    if rest in begun:
        lengths.add(len(rest))
    return sorted(lengths)


@cache
def _syllables() -> tuple[frozenset[str], frozenset[str]]:
    """Give all syllables, and all beginnings of one."""
    whole = {form for options in readings().values() for one in options for form in _UMLAUT.get(one, (one,))}
    return frozenset(whole), frozenset(one[:length] for one in whole for length in range(1, len(one) + 1))


@lru_cache(maxsize=4096)
def _known_units(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_units(text))


def _units(text: str) -> list[tuple[str, ...]]:
    """Give for each character or word its possible spellings, the likeliest first."""
    table, units, rest = readings(), [], ""
    for ch in text[:_MOST_SIGNS]:
        if not is_han(ch):
            rest += ch
            continue
        units += _words(rest)
        rest = ""
        found = table.get(ch, ())
        first = not units
        spelled = [form for one in found[: None if first else _MOST_READINGS] for form in _UMLAUT.get(one, (one,))]
        if spelled:
            units.append(tuple(spelled))
    return units + _words(rest)


def _words(text: str) -> list[tuple[str, ...]]:
    return [(word,) for word in _WORD.findall(_folded(text.lower().replace("'", "").replace("’", "")))]


def _folded(text: str) -> str:
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(ch for ch in spread if not unicodedata.combining(ch))


def _initial(spelling: str) -> str:
    return spelling if spelling.isdigit() else spelling[0]


def _joined(units: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Give the combinations of the units; once they would be too many, only the likeliest of each later unit."""
    strings = [""] if units else []
    for options in units:
        fitting = options if len(strings) * len(options) <= MOST_SPELLINGS else options[:1]
        strings = [string + option for option in fitting for string in strings]
    return tuple(dict.fromkeys(strings))
