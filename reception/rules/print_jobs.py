"""Print jobs: what was sent to which printer, and whether the paper was seen to come out.

Sent and confirmed are two states: a printer that took a job may still have jammed.
Source: reliability of papers; handbook §2.2 (a paper counts when it is in the visitor's hand).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from reception.rules.papers import PaperForm, PaperKind


class PrintState(StrEnum):
    """State of a print job."""

    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    DROPPED = "dropped"


UNSURE_AFTER = timedelta(minutes=5)
"""Whether the paper came out is asked for so long; then the job stands in the queue as unconfirmed."""
NOTHING_CAME_OUT = "nothing_came_out"
"""The reason of a job that the printer took and of which the person saw no paper."""
MOST_COPIES = 9


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

    @property
    def waits(self) -> bool:
        """Tell whether the job stands in the queue: nobody has said yet that it came out, or that it is not wanted."""
        return self.state in (PrintState.SENT, PrintState.FAILED)

    def is_unsure(self, now: datetime) -> bool:
        """Tell whether a job was sent so long ago that its paper should have been confirmed."""
        return self.state is PrintState.SENT and now - self.made_at >= UNSURE_AFTER
