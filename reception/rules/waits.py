"""What runs out while papers are examined or awaited: silence counts as acceptance, a wait without papers lapses.

Source: handbook §2.4 nos. 5, 6.
"""

from datetime import datetime

from reception.rules.cases import Case, CaseStatus
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind

RECEIPT = Limit(unit=LimitUnit.WD, n=5)
"""Within so long after papers were left it is told whether they are complete; else they count as accepted."""
ANSWERS = (PaperKind.SL, PaperKind.BZ, PaperKind.BS, PaperKind.BB)
"""Letters that answer papers which were left; a one-time notice answers them too."""
UNDER_WAY = (CaseStatus.OPEN, CaseStatus.AWAITING_PAPERS)


def is_lapsed(case: Case, now: datetime) -> bool:
    """Tell whether the time to supplement is over and nobody brought the papers; the last instant is in time."""
    return case.status is CaseStatus.AWAITING_PAPERS and now > case.due_at
