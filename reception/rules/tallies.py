"""Tallies: somebody asked the way and was answered; counted, with no number and no person.

Source: handbook §1.1 (a register that asks too much is not kept), §1.3 (fast entry); decisions on the register.
"""

from dataclasses import dataclass
from datetime import date, datetime

from reception.rules.inquiries import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One contact that was only counted. `on` and `hour` are local; `undone_at` takes it out of the count."""

    id: int = 0
    version: int = 0
    token: str
    at: datetime
    on: date
    hour: int
    counter: str
    account_id: int
    account: str
    channel: Channel
    matter_code: str = ""
    matter_name: str = ""
    undone_at: datetime | None = None
