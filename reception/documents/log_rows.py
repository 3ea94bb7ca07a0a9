"""The printed register: what stands in its ten columns, set in lines that never leave their column.

A row is two lines high; one that holds more is set smaller, and grows when that is not enough: nothing that is
signed is cut off. Only the note on a void may be shortened, the sheet has all of it.
Source: handbook §1.5 (columns and widths).
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from reception.documents.fonts import regular
from reception.documents.log_sheet import RESTRICTED, VOID, moment_text
from reception.documents.typesetting import Block, Style, block
from reception.rules.inquiries import Disposition, Status
from reception.rules.log_entries import LogEntry
from reception.words import Language, label

MILLIMETRE = 72 / 25.4
PADDING = 3.0
_SIZES = (8.0, 7.2)
_LEADING = 1.3
_FEWEST_LINES = 2
_VOID_GREY = 0.45
_LONGEST_NOTE = 40


class PrintedColumn(NamedTuple):
    """A column of the printed register: its heading, its width in millimetres, its text.

    `says_why` marks the one that tells why a record is void; the others are struck through then.
    """

    heading: str
    millimetres: int
    text: Callable[[LogEntry], str]
    says_why: bool = False

    @property
    def width(self) -> float:
        """Give the width in points."""
        return self.millimetres * MILLIMETRE


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record set for the paper."""

    cells: tuple[Block, ...]
    height: float
    void: bool


def set_rows(entries: Sequence[LogEntry]) -> list[Row]:
    """Give records set in the columns; what stands in many rows is set once."""
    known: dict[tuple[str, float, float], Block] = {}
    return [set_row(entry, known) for entry in entries]


def set_row(entry: LogEntry, known: dict[tuple[str, float, float], Block]) -> Row:
    """Give a record set in the columns; `known` holds the cells that were set before."""
    grey = _VOID_GREY if entry.void else 0.0
    keys = [(column.text(entry), column.width - 2 * PADDING, grey) for column in COLUMNS]
    cells = tuple(known.get(key) or known.setdefault(key, _fitted(*key)) for key in keys)
    least = _FEWEST_LINES * _SIZES[0] * _LEADING
    return Row(cells=cells, height=max(least, *(cell.height for cell in cells)) + 2 * PADDING, void=entry.void)


def _fitted(text: str, width: float, grey: float) -> Block:
    """Give the text in the largest letters in which it takes two lines, else in the smallest."""
    for size in _SIZES:
        made = block(text, style(size, grey), width)
        if len(made.lines) <= _FEWEST_LINES:
            break
    return made


@functools.cache
def style(size: float, grey: float = 0.0) -> Style:
    """Give running text of a size."""
    return Style(face=regular(), size=size, leading=size * _LEADING, grey=grey)


def shortened(text: str, longest: int) -> str:
    """Give the text, or its beginning and … when it is longer."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _number(entry: LogEntry) -> str:
    return entry.reg_no.replace("〕", "〕\n")


def _received(entry: LogEntry) -> str:
    when = moment_text(entry.received_at).replace(" ", "\n")
    return f"{when}（补登）" if entry.late_entry else when


def _channel(entry: LogEntry) -> str:
    return label(entry.channel, Language.ZH) if entry.channel else ""


def _visitor(entry: LogEntry) -> str:
    kind = label(entry.person_kind, Language.ZH) if entry.person_kind else ""
    unit = f"（{entry.person_unit}）" if entry.person_unit else ""
    several = f"等{entry.person_count}人" if (entry.person_count or 1) > 1 else ""
    return f"{entry.person_name or kind}{several}{unit}"


def _phone(entry: LogEntry) -> str:
    return f"{entry.phone} 转{entry.phone_ext}" if entry.phone_ext else entry.phone


def _matter(entry: LogEntry) -> str:
    if entry.restricted:
        return RESTRICTED
    name = entry.matter.partition(" ")[2]
    return name if entry.summary in ("", name) else f"{name}：{entry.summary}" if name else entry.summary


def _first_officer(entry: LogEntry) -> str:
    return f"{entry.first_officer}（代{entry.acting_for}）" if entry.acting_for else entry.first_officer


def _disposition(entry: LogEntry) -> str:
    if entry.disposition is None:
        return VOID if entry.void else ""
    way = f"{entry.disposition.value} {label(entry.disposition, Language.ZH)}"
    if entry.void:
        reason = label(entry.void_reason, Language.ZH) if entry.void_reason else ""
        said = "：".join(part for part in (reason, shortened(entry.void_note, _LONGEST_NOTE)) if part)
        return f"【{VOID}】{said}" if said else f"【{VOID}】{way}"
    where = "·".join(part for part in (entry.to_unit, entry.to_post, *entry.slip_no, entry.case_no) if part)
    return f"{way}\n{where}" if where else way


def _officer(entry: LogEntry) -> str:
    if entry.disposition in (None, Disposition.D7):
        return entry.to_person
    return entry.officer or entry.handover_to or entry.to_person or entry.first_officer


def _finished(entry: LogEntry) -> str:
    if entry.void or entry.restricted:
        return ""
    if entry.status is Status.CLOSED:
        return moment_text(entry.ended_at or entry.received_at).replace(" ", "\n")
    if entry.due_at is None:
        return ""
    owed = "应补正" if entry.disposition is Disposition.D4 else "应办结"
    return f"{owed}{'（暂定）' if entry.provisional else ''}\n{_short(entry.due_at, entry.received_at)}"


def _short(moment: datetime, beside: date) -> str:
    return f"{moment:%m-%d %H:%M}" if moment.year == beside.year else f"{moment:%Y-%m-%d %H:%M}"


COLUMNS = (
    PrintedColumn("编号", 22, _number),
    PrintedColumn("日期时间", 24, _received),
    PrintedColumn("方式", 12, _channel),
    PrintedColumn("来访人（单位）", 30, _visitor),
    PrintedColumn("联系电话", 26, _phone),
    PrintedColumn("事项", 58, _matter),
    PrintedColumn("首问责任人", 20, _first_officer),
    PrintedColumn("处置方式/去向", 34, _disposition, says_why=True),
    PrintedColumn("承办人", 18, _officer),
    PrintedColumn("办结/答复时间", 23, _finished),
)
