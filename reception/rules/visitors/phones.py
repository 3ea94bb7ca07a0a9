"""Phones however typed: what kind of number it is, and the one form in which it is stored.

Source: handbook §10.5.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reception.rules.text import LIMITS, tidy

REFUSED: Final = "拒绝提供"
"""Stands for a name or phone that the visitor would not give; never masked."""

ANONYMOUS: Final = "匿名"
"""Stands for the name of a visitor who stays anonymous; never masked."""


class PhoneKind(StrEnum):
    """What a number is, by its form alone; nobody rings it."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    LOCAL = "local"
    SERVICE = "service"
    CAMPUS = "campus"
    HOTLINE = "hotline"
    INTERNATIONAL = "international"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A phone as typed and as stored.

    `stored` of an invalid number is the text as typed (照录), so that nothing is lost.
    """

    kind: PhoneKind
    stored: str
    extension: str = ""
    raw: str = ""

    @property
    def odd(self) -> bool:
        """Tell whether the number should be marked as odd; it is saved all the same."""
        return self.kind is PhoneKind.INVALID and self.stored not in ("", REFUSED)


_MOBILE = re.compile(r"0?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"(010|02\d|0[3-9]\d\d)([1-9]\d{6,7})")
_LOCAL = re.compile(r"[2-9]\d{6,7}")
_SERVICE = re.compile(r"[48]00\d{7}")
_HOTLINE = re.compile(r"11\d|12[0-2]|12\d{3}|10[01]\d\d|9[56]\d{3}")
_CAMPUS = re.compile(r"\d{3,6}")
_ABROAD = re.compile(r"(?:\+|00)([1-9]\d{5,14})")
_HOME = re.compile(r"(?:\+|00)86(\d+)|86(1[3-9]\d{9})")

_LABEL = re.compile(r"(?:联系)?(?:电话|手机|座机|固话|tel|phone|mobile)(?:号码?)?\s*[.:]?\s*", re.IGNORECASE)
_FILLING = re.compile(r"[\s().\[\]【】·\-‐‑‒–—―−－ー]+")
_TRUNK_ABROAD = re.compile(r"\(0\)")
_EXTENSION = re.compile(
    r"(.*?\d\W*)(?:转接?(?:分机)?|轉|分机|;?ext(?:ension|n)?\.?|x|#|,)\s*[:=.]?\s*(\d{1,8})#?", re.IGNORECASE
)
_HYPHEN_EXTENSION = re.compile(r"(.*\d\W*?)\s*[\-‐‑‒–—―−]\s*(\d{1,6})")


def parse_phone(raw: str) -> Phone:
    """Give the phone that a text means; one that means none is `invalid` and keeps the text as typed.

    Full-width digits, blanks, hyphens, brackets and a label before the number do not matter; 转, ext, # or a
    comma starts an extension, and so does a last hyphen that leaves a whole number before it. Never refuses.

    Source: handbook §10.5 (all rows of its table).
    """
    typed = tidy(raw, LIMITS.PHONE).text
    text = _LABEL.sub("", _ascii_digits(unicodedata.normalize("NFKC", typed)).strip(), count=1)
    for number, extension in _readings(text):
        kind, stored = _recognised(number)
        if kind is not PhoneKind.INVALID:
            return Phone(kind=kind, stored=stored, extension=extension, raw=typed)
    return Phone(kind=PhoneKind.INVALID, stored=typed, raw=typed)


def phone_digits(phone: Phone | str) -> str:
    """Give the digits of a phone as stored, without extension: the key under which it is searched."""
    stored = (phone if isinstance(phone, Phone) else parse_phone(phone)).stored
    return "".join(ch for ch in _ascii_digits(stored) if "0" <= ch <= "9")


def phone_fragments(phone: Phone | str) -> tuple[str, ...]:
    """Give the runs of digits under which a phone is found: whole, and a landline without its area code too."""
    known = phone if isinstance(phone, Phone) else parse_phone(phone)
    whole = phone_digits(known)
    if known.kind is PhoneKind.LANDLINE:
        return whole, known.stored.partition("-")[2]
    return (whole,) if whole else ()


def _ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(ch)) if ch.isdecimal() else ch for ch in text)


def _readings(text: str) -> list[tuple[str, str]]:
    """Give what the text may mean, the likeliest first: number and extension."""
    readings = [(_bare(text), "")]
    for pattern in (_EXTENSION, _HYPHEN_EXTENSION):
        found = pattern.fullmatch(text)
        if found:
            readings.append((_bare(found[1]), found[2]))
    return readings


def _bare(text: str) -> str:
    if text.lstrip("( ").startswith(("+", "00")):
        text = _TRUNK_ABROAD.sub("", text)
    return _FILLING.sub("", text)


def _recognised(number: str) -> tuple[PhoneKind, str]:
    home = _HOME.fullmatch(number)
    if home:
        national = home[1] or home[2]
        kind, stored = _domestic(national)
        if kind in (PhoneKind.INVALID, PhoneKind.LOCAL):
            kind, stored = _domestic(f"0{national}")
        return kind, stored
    abroad = _ABROAD.fullmatch(number)
    return (PhoneKind.INTERNATIONAL, f"+{abroad[1]}") if abroad else _domestic(number)


def _domestic(number: str) -> tuple[PhoneKind, str]:
    mobile = _MOBILE.fullmatch(number)
    if mobile:
        return PhoneKind.MOBILE, mobile[1]
    landline = _LANDLINE.fullmatch(number)
    if landline:
        return PhoneKind.LANDLINE, f"{landline[1]}-{landline[2]}"
    for kind, form in _PLAIN_FORMS:
        if form.fullmatch(number):
            return kind, number
    return PhoneKind.INVALID, number


_PLAIN_FORMS: Final = (
    (PhoneKind.LOCAL, _LOCAL),
    (PhoneKind.SERVICE, _SERVICE),
    (PhoneKind.HOTLINE, _HOTLINE),
    (PhoneKind.CAMPUS, _CAMPUS),
)
