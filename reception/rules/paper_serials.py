"""The serial of a record that was first made on paper: it stands at the beginning of the remark.

Source: handbook §1.2 no. 3, no. 43 (late entry, remarks).
"""

import re

SERIAL_LENGTH = 20
_SERIAL = re.compile(r"纸质登记第(?P<serial>[^；]{1,20})号(?:；|$)")
_LAST_NUMBER = re.compile(r"\d{1,9}$")


def with_serial(serial: str, remark: str) -> str:
    """Give the remark behind the serial of the paper."""
    serial = serial.strip()
    if not serial:
        return remark
    said = f"纸质登记第{serial}号"
    return f"{said}；{remark}" if remark else said


def serial_of(remark: str) -> tuple[str, str]:
    """Give the serial of the paper that a remark begins with, and the rest of it."""
    match = _SERIAL.match(remark)
    return (match["serial"], remark[match.end() :]) if match else ("", remark)


def next_serial(serial: str) -> str:
    """Give the serial behind one: 7 → 8, 3-09 → 3-10; one without a number has none."""
    match = _LAST_NUMBER.search(serial.strip())
    if match is None:
        return ""
    return f"{serial.strip()[: match.start()]}{int(match[0]) + 1:0{len(match[0])}d}"
