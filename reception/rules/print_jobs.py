"""Print jobs: what was sent to which printer, and whether the paper was seen to come out.

Sent and confirmed are two states: a printer that took a job may still have jammed.
Source: reliability of papers; handbook §2.2 (a paper counts when it is in the visitor's hand).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.papers import PaperForm, PaperKind


class PrintState(StrEnum):
    """State of a print job."""

    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One print of one paper; a failed one waits in the queue until it is repeated or dropped."""

    id: int = 0
    version: int = 0
    paper_kind: PaperKind
    paper_id: int
    number: str
    form: PaperForm
    printer: str
    copies: int = 1
    state: PrintState = PrintState.SENT
    error: str = ""
    made_at: datetime
    made_by_id: int
    made_by: str
    settled_at: datetime | None = None
