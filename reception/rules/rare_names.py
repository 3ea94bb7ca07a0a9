"""Rare characters of names: typed by their code as word processors take it, or found by their sound.

`U+2CB4E` before the cursor becomes the character, and the character its code again; both ways by one key.

Source: handbook §10.4 (GB 18030-2022: accept any assigned character of a name, refuse private codes).
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from reception.errors import Invalid, Reason
from reception.rules.pinyin_table import readings
from reception.rules.text import is_han

LONGEST_CODE: Final = 8
"""Characters of the longest way to write a code: `U+10FFFF`."""

_CODE_BEFORE = re.compile(r"[uU]\+?([0-9a-fA-F]{4,6})\Z")
_CODE_ALONE = re.compile(r"(?:[uU]\+?|0[xX])?([0-9a-fA-F]{4,6})\Z")
_REFUSED: Final = {"Co": "private_use", "Cs": "surrogate"}
_SEEN: Final = frozenset("LMNPS")
_COMMON: Final = (0x4E00, 0x9FFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A text after the key: what stands in it now, and where the cursor is."""

    text: str
    cursor: int


def turn(text: str, cursor: int) -> Turned | None:
    """Turn the code before the cursor into its character, or a rare character before it into its code.

    Returns:
        None: where neither stands before the cursor, so that the key may mean something else.

    Raises:
        Invalid: the code names nothing that may stand in a name; see `character_of`.
    """
    before, after = text[:cursor], text[cursor:]
    found = _CODE_BEFORE.search(before)
    if found is not None:
        made = before[: found.start()] + character_of(found.group(1))
    elif before and is_rare(before[-1]):
        made = before[:-1] + code_of(before[-1])
    else:
        return None
    return Turned(text=made + after, cursor=len(made))


def character_of(code: str) -> str:
    """Give the character of a code in hexadecimal figures, with or without `U+` before them.

    Unassigned code points are accepted inside the Han blocks only, where newer standards than ours put characters.

    Raises:
        Invalid: `not_a_code`, `private_use`, `surrogate` or `unassigned_code`, with the `code` where it is one.

    Source: handbook §10.4.
    """
    found = _CODE_ALONE.match(code.strip())
    if found is None:
        raise Invalid(Reason(code="not_a_code"))
    number = int(found.group(1), 16)
    shown = f"U+{number:04X}"
    if number > 0x10FFFF:
        raise Invalid(Reason(code="unassigned_code", values={"code": shown}))
    sign = chr(number)
    kind = unicodedata.category(sign)
    if kind in _REFUSED:
        raise Invalid(Reason(code=_REFUSED[kind], values={"code": shown}))
    if kind[0] not in _SEEN and not is_han(sign):
        raise Invalid(Reason(code="unassigned_code", values={"code": shown}))
    return sign


def code_of(sign: str) -> str:
    """Give the code of a character: `U+2CB4E`."""
    return f"U+{ord(sign):04X}"


def is_rare(sign: str) -> bool:
    """Tell whether a Han character is one that keyboards and fonts may lack: none of GB 2312."""
    if not is_han(sign):
        return False
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def rare_by_sound(syllable: str) -> tuple[str, ...]:
    """Give the rare characters with a reading, those whose commonest reading it is first, the common block before.

    Args:
        syllable: without tone; ü as v, u: or ü, in capitals or not.
    """
    wanted = re.sub("u:|ü", "v", syllable.strip().lower())
    found = [(said.index(wanted), sign) for sign, said in readings().items() if wanted in said and is_rare(sign)]
    return tuple(sign for _rank, sign in sorted(found, key=_order))


def _order(found: tuple[int, str]) -> tuple[int, bool, int]:
    rank, sign = found
    number = ord(sign)
    return rank, not _COMMON[0] <= number <= _COMMON[1], number
