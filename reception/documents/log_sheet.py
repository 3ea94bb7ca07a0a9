"""The weekly log before it becomes a file: what stands in it, its columns, and the value of each cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum

from reception.rules.inquiries import Disposition, Paper
from reception.rules.limits import Limit
from reception.rules.log_entries import LogEntry
from reception.rules.logs import Week, WeekFigures
from reception.words import Language, field_label, label, limit_text

Value = str | int | date | None
"""What a cell holds; None and the empty text leave it empty. A `datetime` is local and ends at the minute."""

RESTRICTED = "受限"
VOID = "作废"
WATERMARK = "watermark"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLog:
    """A week as it is exported: the lines by register number, the figures, and whose log it is.

    `watermark` says who took whole values, when and for what; empty in a masked log.
    """

    week: Week
    unit: str
    entries: tuple[LogEntry, ...]
    figures: WeekFigures
    watermark: str = ""


class Kind(Enum):
    """How a column is written."""

    TEXT = "text"
    DIGITS = "digits"
    """Text that a spreadsheet must not take for a number: phones, student numbers."""
    NUMBER = "number"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the sheet: the field it shows, how, and its width in characters."""

    name: str
    kind: Kind = Kind.TEXT
    width: int = 14

    @property
    def heading(self) -> str:
        """Give Chinese name and field name in one cell: 登记编号 reg_no."""
        return f"{field_label(self.name, Language.ZH)} {self.name}"


_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("received_at", "reg_at", "ended_at", "handover_at", "due_at", "voided_at"), Kind.MOMENT),
    **dict.fromkeys(("person_no", "phone", "phone_ext", "other_contact", "told_phone"), Kind.DIGITS),
    "person_count": Kind.NUMBER,
}
_WIDTHS: Mapping[str, int] = {
    **dict.fromkeys(("received_at", "reg_at", "ended_at", "handover_at", "due_at", "voided_at"), 17),
    **dict.fromkeys(("late_entry", "person_count", "nobody_there", "provisional", "urgency", "status"), 10),
    **dict.fromkeys(("detail", "answer", "result", "leader_note", "proposed", "remark", "papers"), 30),
    "reg_no": 20,
    "phone": 17,
    "matter": 28,
    "summary": 40,
    "slip_no": 26,
    "disposition": 18,
    "to_post": 22,
    "told_place": 22,
    WATERMARK: 40,
}
COLUMNS = tuple(
    Column(name=name, kind=_KINDS.get(name, Kind.TEXT), width=_WIDTHS.get(name, 14))
    for name in LogEntry.__dataclass_fields__
    if name not in {"restricted", "void", "agent_name", "agent_phone"}
)
"""All columns of a masked log, in the order of the field list; a whole one has the watermark behind them."""


def columns_of(log: WeekLog) -> tuple[Column, ...]:
    """Give the columns of a log."""
    return (*COLUMNS, Column(name=WATERMARK, width=_WIDTHS[WATERMARK])) if log.watermark else COLUMNS


def cell(log: WeekLog, entry: LogEntry, column: Column) -> Value:
    """Give what a cell holds, in Chinese words, as a number, or as a local moment."""
    if column.name == WATERMARK:
        return log.watermark
    if column.name == "status" and (entry.void or entry.restricted):
        return VOID if entry.void else RESTRICTED
    if column.name == "summary" and entry.restricted:
        return RESTRICTED
    return _worded(getattr(entry, column.name))


def _worded(value: object) -> Value:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Disposition):
        return f"{value.value} {label(value, Language.ZH)}"
    if isinstance(value, StrEnum):
        return label(value, Language.ZH)
    if isinstance(value, Limit):
        return limit_text(value, Language.ZH)
    if isinstance(value, tuple):
        return "；".join(_paper(item) if isinstance(item, Paper) else str(item) for item in value)
    if value is None or isinstance(value, str | int | date):
        return value
    raise TypeError(f"no cell can hold a {type(value).__name__}")


def _paper(paper: Paper) -> str:
    counts = ((paper.original, "原件"), (paper.copies, "复印件"))
    return " ".join([paper.name, *(f"{words}{number}份" for number, words in counts if number)])


def moment_text(moment: date) -> str:
    """Give 2026-11-24 10:26, or the day alone where there is no time."""
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"


def file_name(week: Week, suffix: str) -> str:
    """Give reception-2026-W48.xlsx."""
    return f"reception-{week.label}.{suffix}"
