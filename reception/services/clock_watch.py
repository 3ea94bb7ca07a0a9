"""Whether the clock of this PC can be right: it cannot show a time before what was recorded last.

A clock that was set back makes what is late look in time. It is said, not mended: a clock that once stood in the
future would otherwise date everything to come.
"""

from datetime import datetime, timedelta

from reception.services.desk import Desk
from reception.store import journal

LEAST = timedelta(minutes=2)
"""As far as the clocks of two programs on one file may lie apart."""


def recorded_later(desk: Desk) -> datetime | None:
    """Give the instant of the last entry where the clock shows one clearly before it; None while it may be right."""
    with desk.reading():
        last = journal.last_at()
    return last if last is not None and last - desk.clock() > LEAST else None
