"""Identity numbers, recognised so that they can be kept out: the register does not record them.

Source: handbook §10.1 (no identity number), §10.6 (forms and check digit, ISO 7064 MOD 11-2).
"""

import re
from datetime import date
from typing import Final

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS: Final = "10X98765432"
_NARROW: Final = str.maketrans("０１２３４５６７８９Ｘｘ　", "0123456789Xx ")
_EIGHTEEN = re.compile(r"(?<![0-9A-Za-z])[1-9](?:[ -]?[0-9]){16}[ -]?[0-9Xx](?![0-9A-Za-z])")


def looks_like_id_number(text: str) -> bool:
    """Tell whether a text holds a resident identity number or permit of eighteen characters.

    The check digit must be right and the date of birth possible; the region is not looked at.
    """
    return any(is_id_number(re.sub("[ -]", "", found)) for found in _EIGHTEEN.findall(text.translate(_NARROW)))


def is_id_number(number: str) -> bool:
    """Tell whether eighteen characters are an identity number: right check digit, possible date of birth."""
    if not re.fullmatch(r"[0-9]{17}[0-9Xx]", number):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECK_DIGITS[total % 11] == number[17].upper() and _possible_date(number[6:14])


def _possible_date(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        return date(year, month, day).year >= 1800
    except ValueError:
        return False
