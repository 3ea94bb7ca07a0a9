"""The QR code of a paper: its query code and nothing else, so that a paper lost tells nobody anything.

Source: handbook §2.6 (no personal facts in the code).
"""

import functools

import segno

_QUIET_ZONE = 4
# Any of the eight masks is readable; choosing the best one of them takes five times as long as drawing.
_MASK = 3


@functools.lru_cache(maxsize=64)
def cells(text: str) -> tuple[str, ...]:
    """Give the rows of the code, 1 for black and 0 for white, with the white border that readers need."""
    code = segno.make_qr(text, error="h", mask=_MASK, boost_error=False)
    side = "0" * _QUIET_ZONE
    rows = [side + "".join("1" if cell else "0" for cell in row) + side for row in code.matrix]
    border = ("0" * len(rows[0]),) * _QUIET_ZONE
    return (*border, *rows, *border)
