"""Why something is owed by whoever reads his list: his own post, a head, whom he stands in for.

Source: handbook §1.3 (guards 1, 3), §4.3 no. 3, §4.4 nos. 9, 10, 12, 13.
"""

from enum import StrEnum

from reception.rules.cases import DueItem, ReferralStatus
from reception.rules.roster import Serves


class WhyMine(StrEnum):
    """Why a line is on somebody's own list; the stand-ins' reasons bear the names of `Serves`."""

    HOLDER = "holder"
    FIRST = "first"
    SECOND = "second"
    NAMED = "named"
    SECTION_HEAD = "section_head"
    UNIT_HEAD = "unit_head"
    NOBODY = "nobody"
    ASSIGNED = "assigned"
    BY_NAME = "by_name"
    RECORDED = "recorded"
    RETURNED = "returned"
    DECIDING = "deciding"
    CHASED = "chased"
    COMPLAINT = "complaint"


def why_mine(item: DueItem, me: str, by: Serves | None, *, assigned: bool) -> WhyMine:
    """Give why somebody owes a line.

    Args:
        item: a line that is his.
        me: his name.
        by: how he serves the post of the line, or for whom he acts; None where he serves neither.
        assigned: a head gave the case to him by name.
    """
    if item.restricted:
        return WhyMine.COMPLAINT
    if item.state is ReferralStatus.RETURNED:
        return WhyMine.RETURNED
    if item.state is ReferralStatus.DECIDING:
        return WhyMine.DECIDING
    if item.transfer and item.person != me:
        return WhyMine.CHASED
    if item.acting_for:
        return WhyMine((by or Serves.NAMED).value)
    if assigned:
        return WhyMine.ASSIGNED
    if by is None and item.post:
        return WhyMine.BY_NAME
    return WhyMine.HOLDER if item.post else WhyMine.RECORDED
