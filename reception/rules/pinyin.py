"""Pinyin for finding a person or a matter by what the keyboard gives quickest: `zs` or `zhangsan` for 张三.

A name may be found by any reading of its surname (曾 zeng and ceng, 单于 chanyu); what the text sounds like in
a sentence is not asked.

Source: handbook §10.4 (sorting and finding by pinyin is convenience only).
"""

import re
import unicodedata
from typing import Final

from reception.rules.pinyin_table import readings
from reception.rules.text import is_han

MOST_SPELLINGS: Final = 16
LONGEST_KEYS: Final = 1900
"""Longest `search_keys`, in characters: a column of 2,000 holds them."""

_MOST_READINGS: Final = 3
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
