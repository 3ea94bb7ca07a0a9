"""Masks: what others see of a person's data on lists, papers, exports and in logs.

A mask counts characters as a reader does, so that a rare character beyond the basic plane is one character.

Source: handbook §10.2 (table of masks), §10.3.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from reception.rules.text import graphemes, is_han, settle_name
from reception.rules.visitors.phones import ANONYMOUS, REFUSED, Phone, PhoneKind, parse_phone
from reception.rules.visitors.surnames import DOUBLE_SURNAMES

STAR: Final = "*"
_FIXED: Final = frozenset({"", ANONYMOUS, REFUSED})
_PUBLIC: Final = frozenset({PhoneKind.SERVICE, PhoneKind.CAMPUS, PhoneKind.HOTLINE})
_MOST_PART_STARS: Final = 2
_SHORTEST_ABROAD: Final = 9

_IN_TEXT = re.compile(
    r"""
    (?<![A-Za-z0-9._%+-])(?P<email>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})
    | (?<![0-9A-Za-z])(?P<id>[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{6}[ -]?[0-9]{3}[0-9Xx])(?![0-9A-Za-z])
    | (?<![0-9])(?P<phone>
        (?:(?:\+|00)86[ -]?)? (?:1[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})
                               | [(]?0(?:10|2[0-9]|[3-9][0-9]{2})[)]?[ -]?[1-9][0-9]{2,3}[ -]?[0-9]{4})
        | (?:\+|00)[1-9](?:[ -]?[0-9]){7,14}
        | [2-9][0-9]{7}
      )(?![0-9])
    | (?P<long>[0-9]{11,})
    """,
    re.VERBOSE,
)


def mask_name(name: str) -> str:
    """Give a name as others see it; 拒绝提供 and 匿名 as they are.

    Two characters keep the first, more keep first and last, a double surname is kept alone, one character is
    hidden; a name with `·` keeps the first of each part; a word of another script keeps its first letter.

    Source: handbook §10.2.
    """
    if name in _FIXED or not name.strip():
        return name
    return " ".join(_mask_word(word) for word in settle_name(" ".join(name.split())).split(" "))


def _mask_word(word: str) -> str:
    parts = [graphemes(part) for part in word.split("·") if part]
    if len(parts) > 1:
        return "·".join(_mask_part(part) for part in parts)
    signs = parts[0] if parts else [STAR]
    if not any(is_han(sign[0]) for sign in signs):
        return _mask_letters(signs)
    if len(signs) == 1:
        return STAR
    if len(signs) == 2:
        return f"{signs[0]}{STAR}"
    if "".join(signs[:2]) in DOUBLE_SURNAMES:
        return "".join(signs[:2]) + STAR * (len(signs) - 2)
    return f"{signs[0]}{STAR * (len(signs) - 2)}{signs[-1]}"


def _mask_part(signs: list[str]) -> str:
    if not is_han(signs[0][0]):
        return _mask_letters(signs)
    return signs[0] + STAR * max(1, min(_MOST_PART_STARS, len(signs) - 1))


def _mask_letters(signs: list[str]) -> str:
    first = next((sign for sign in signs if sign[0].isalnum()), "")
    return f"{first}***"


def mask_phone(phone: Phone | str) -> str:
    """Give a phone as others see it: never its middle, never its extension; numbers of offices as they are.

    Source: handbook §10.2, §10.5.
    """
    known = phone if isinstance(phone, Phone) else parse_phone(phone)
    stored = known.stored
    if known.kind in _PUBLIC or stored in _FIXED:
        return stored
    if known.kind is PhoneKind.MOBILE:
        return _hide(stored, 3, 4)
    if known.kind is PhoneKind.LANDLINE:
        area, _, number = stored.partition("-")
        return f"{area}-{_hide(number, 2, 2)}"
    if known.kind is PhoneKind.LOCAL:
        return _hide(stored, 2, 2)
    if known.kind is PhoneKind.INTERNATIONAL:
        return _hide(stored, 4, 2 if len(stored) > _SHORTEST_ABROAD else 0)
    return mask_number(stored)


def mask_number(number: str) -> str:
    """Give a student or staff number with its first four and last two characters; a shorter one keeps fewer.

    Source: handbook §10.2.
    """
    if number in _FIXED:
        return number
    length = len(graphemes(number))
    head, tail = (4, 2) if length >= 8 else (2, 1) if length >= 5 else (1, 0)
    return _hide(number, head, tail) if length > 1 else STAR


def mask_id(number: str) -> str:
    """Give an identity document's number with its first three characters and its last one.

    Source: handbook §10.2 (if such a number is ever needed).
    """
    signs = graphemes(number)
    return "".join([*signs[:3], STAR * 12, signs[-1]]) if len(signs) >= 8 else STAR * len(signs)


def mask_bank(number: str) -> str:
    """Give the last four digits of a bank account, of a very short number none."""
    signs = graphemes(number)
    return STAR * 4 + "".join(signs[-4:] if len(signs) >= 8 else [])


def mask_email(address: str) -> str:
    """Give an e-mail address with its first letter and its domain."""
    name, at, domain = address.rpartition("@")
    return f"{graphemes(name)[0]}***@{domain}" if at and name else mask_number(address)


def mask_text(text: str) -> str:
    """Give a free text with the phones, e-mail addresses, identity and other long numbers in it masked.

    Eight digits that can be a date stay. For logs and masked exports.
    """
    return _IN_TEXT.sub(_mask_found, text)


def mask_of_texts(
    name: str, number: str, phone: str, agent_name: str = "", agent_phone: str = ""
) -> Callable[[str], str]:
    """Give what masks the free texts of a visitor's record: besides what looks like a number, his own name,
    number and phone and those of his agent wherever they were written out.

    Source: handbook §10.2.
    """
    names = [each for each in (name, agent_name) if each not in _FIXED and len(graphemes(each)) > 1]
    phones = [each for each in (phone, agent_phone) if len(each) > 6 and each not in _FIXED]
    own = [(each, mask_name(each)) for each in sorted(names, key=len, reverse=True)]
    if len(number) > 3:
        own.append((number, mask_number(number)))
    own += [(each, mask_phone(each)) for each in phones]

    def hide(text: str) -> str:
        for value, mask in own:
            text = text.replace(value, mask)
        return mask_text(text)

    return hide


def _mask_found(found: re.Match[str]) -> str:
    whole = found.group()
    if found["email"]:
        return mask_email(whole)
    if found["id"]:
        return mask_id(whole)
    if found["long"]:
        return mask_number(whole)
    return whole if _date_like(whole) else mask_phone(whole)


def _date_like(digits: str) -> bool:
    if len(digits) != 8 or not digits.startswith(("19", "20")):
        return False
    try:
        return bool(date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    except ValueError:
        return False


def _hide(text: str, head: int, tail: int) -> str:
    signs = graphemes(text)
    hidden = len(signs) - head - tail
    return "".join([*signs[:head], STAR * hidden, *signs[len(signs) - tail :]])
