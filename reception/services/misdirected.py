"""What people wrongly come to us for, with the records behind each number; for the year report.

Source: handbook §1.3 (D7), §8.3.
"""

from datetime import datetime, time, timedelta
from typing import Any

from reception.rules.catalogue import Unit
from reception.rules.inquiries import Disposition, Inquiry, Status
from reception.rules.misdirected import Guided, MisdirectedLine, counted
from reception.rules.once import Period
from reception.services import register
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import InquiryRow

_I: Any = InquiryRow


def of_period(desk: Desk, period: Period) -> tuple[MisdirectedLine, ...]:
    """Give what was guided to other units in a period, the most frequent first; voids and D10 do not count."""
    first = desk.calendar.instant(datetime.combine(period.first_on, time()))
    end = desk.calendar.instant(datetime.combine(period.last_on + timedelta(days=1), time()))
    with desk.reading():
        rows = records.select(
            Inquiry,
            _I.received_at >= first,
            _I.received_at < end,
            _I.status != Status.VOID,
            order=[_I.id],
            disposition=Disposition.D7,
            restricted=False,
        )
        units = {unit.code: (unit.name, unit.duties) for unit in records.select(Unit)}
    return counted((_guided(row) for row in rows), units)


def _guided(inquiry: Inquiry) -> Guided:
    return Guided(
        id=inquiry.id,
        unit_code=inquiry.to_unit,
        matter_code=inquiry.matter_code,
        matter_name=inquiry.matter_name,
        summary=register.masked(inquiry).summary,
    )
