"""What a visitor's slip is asked for by: its query code, its number, or parts of the number.

Source: handbook §2.1 (a slip travels and is looked up when it comes back), §2.3 (numbers).
"""

import re
import unicodedata
from dataclasses import dataclass

from reception.rules.notices import NOTICE_KIND, QUERY_ALPHABET, QUERY_LENGTH

LONGEST = 40
"""Characters of the longest number, with room for the blanks that a scanner puts around it."""
_BETWEEN = re.compile(r"[\s\-_.·–—]+")
_OFFICE = re.compile(rf"\D*{NOTICE_KIND}")
_NUMBER = re.compile(r"[〔\[(]?(?:(20[0-9]{2})[〕\])年]?)?第?([0-9]{1,6})号?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipAsked:
    """How a slip was asked for; `year` is None where only the serial was said (then it is this year's)."""

    code: str = ""
    year: int | None = None
    serial: int | None = None


def read_slip(typed: str) -> SlipAsked:
    """Give what was typed or scanned, in any case and width, with or without blanks, brackets and zeros."""
    text = _BETWEEN.sub("", unicodedata.normalize("NFKC", typed[: LONGEST * 2]))
    code = text.upper()
    if len(code) == QUERY_LENGTH and set(code) <= set(QUERY_ALPHABET):
        return SlipAsked(code=code)
    number = _NUMBER.fullmatch(_OFFICE.sub("", text, count=1))
    if number is None:
        return SlipAsked()
    return SlipAsked(year=int(number[1]) if number[1] else None, serial=int(number[2]))


def names_slip(text: str) -> bool:
    """Tell whether a text that somebody searches for is surely a slip: its code, or a number with its 告."""
    asked = read_slip(text)
    return bool(asked.code) or (NOTICE_KIND in text and asked.serial is not None)
