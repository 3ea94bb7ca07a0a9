"""The visitor is back with his notice: what he brought, and how a notice was told without paper.

Source: handbook §2.1 (a log when it was told by phone; the slip travels and is looked up), §2.4.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.notices import MaterialTick, Verdict


class ToldMode(StrEnum):
    """How a notice reached the visitor where no paper was handed over."""

    READ_OUT = "read_out"
    COPIED = "copied"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What a visitor brought on coming back with a notice; `inquiry_id` is the record of that visit."""

    id: int = 0
    version: int = 0
    inquiry_id: int
    notice_id: int
    at: datetime
    ticks: tuple[MaterialTick, ...]
    verdict: Verdict
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A notice told instead of handed over: by whom, when, to whom, how."""

    id: int = 0
    version: int = 0
    notice_id: int
    at: datetime
    by_id: int
    by: str
    mode: ToldMode
    to_whom: str = ""
    note: str = ""
