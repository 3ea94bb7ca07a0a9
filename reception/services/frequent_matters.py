"""What a counter is asked most: the matters to propose before anything is typed.

Source: handbook §1.2 (fast entry), §8.2 (busiest matters).
"""

from collections import Counter
from datetime import timedelta
from typing import Any

from reception.rules.catalogue import Matter
from reception.rules.inquiries import Status
from reception.services import catalogue
from reception.services.desk import Desk
from reception.store.models import InquiryRow, TallyRow

_I: Any = InquiryRow
_T: Any = TallyRow
LOOKED_BACK = timedelta(days=90)
MOST = 8


def frequent_matters(desk: Desk, most: int = MOST) -> tuple[Matter, ...]:
    """Give the matters in force that this counter recorded and counted most of late, the most frequent first.

    Behind them, as far as there is room, stand the others of the office's own unit in the order of the catalogue.
    """
    in_force = catalogue.matters(desk)
    uses = _uses(desk)
    asked = sorted((each for each in in_force if uses[each.code]), key=lambda each: -uses[each.code])
    own = [each for each in in_force if each.unit_code == desk.office.unit_code and not uses[each.code]]
    return tuple([*asked, *own][:most])


def _uses(desk: Desk) -> "Counter[str]":
    since = desk.clock() - LOOKED_BACK
    recorded = _I.select(_I.matter_code).where(
        (_I.received_at >= since)
        & (_I.counter == desk.counter)
        & (_I.matter_code != "")
        & (_I.status != Status.VOID)
        & (_I.restricted == False)  # noqa: E712 - an expression of the query
    )
    counted = _T.select(_T.matter_code).where(
        (_T.at >= since) & (_T.counter == desk.counter) & (_T.matter_code != "") & _T.undone_at.is_null()
    )
    with desk.reading():
        return Counter(code for query in (recorded, counted) for (code,) in query.tuples())
