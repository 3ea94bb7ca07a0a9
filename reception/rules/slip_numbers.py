"""What a paper of ours is asked for by: its query code, its number, or parts of the number.

Source: handbook §2.1 (a slip travels and is looked up when it comes back), §2.3 (numbers).
"""

import re
import unicodedata
from dataclasses import dataclass

from reception.rules.notices import NOTICE_KIND, QUERY_ALPHABET, QUERY_LENGTH
from reception.rules.papers import MARKS

LONGEST = 40
"""Characters of the longest number, with room for the blanks that a scanner puts around it."""
_BETWEEN = re.compile(r"[\s\-_.·–—]+")
# The longest marks first: 不受 ends like 受, 否报 begins like 否.
_MARKS = "|".join(sorted(MARKS.values(), key=len, reverse=True))
_OFFICE = re.compile(rf"\D*?({_MARKS})(?=[〔\[(第0-9])")
_NUMBER = re.compile(r"[〔\[(]?(?:(20[0-9]{2})[〕\])年]?)?第?([0-9]{1,6})号?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipAsked:
    """How a paper was asked for; `year` is None where only the serial was said (then it is this year's).

    `mark` is what stands in the number of its kind; whoever leaves it out means a one-time notice.
    """

    code: str = ""
    year: int | None = None
    serial: int | None = None
    mark: str = NOTICE_KIND


def read_slip(typed: str) -> SlipAsked:
    """Give what was typed or scanned, in any case and width, with or without blanks, brackets and zeros."""
    text = _BETWEEN.sub("", unicodedata.normalize("NFKC", typed[: LONGEST * 2]))
    code = text.upper()
    if len(code) == QUERY_LENGTH and set(code) <= set(QUERY_ALPHABET):
        return SlipAsked(code=code)
    office = _OFFICE.match(text)
    number = _NUMBER.fullmatch(text[office.end() :] if office else text)
    if number is None:
        return SlipAsked()
    year = int(number[1]) if number[1] else None
    return SlipAsked(year=year, serial=int(number[2]), mark=office[1] if office else NOTICE_KIND)


def names_slip(text: str) -> bool:
    """Tell whether a text that somebody searches for is surely a paper: its code, or a number with its mark."""
    asked = read_slip(text)
    return bool(asked.code) or (asked.serial is not None and any(mark in text for mark in MARKS.values()))
