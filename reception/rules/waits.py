"""What runs out while papers are examined or awaited: silence counts as acceptance, a wait without papers lapses.

Source: handbook §2.4 nos. 5, 6.
"""

from datetime import date, datetime

from reception.rules.case_life import Pause, PauseCause
from reception.rules.cases import Case, CaseStatus
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind

RECEIPT = Limit(unit=LimitUnit.WD, n=5)
"""Within so long after papers were left it is told whether they are complete; else they count as accepted."""
ANSWERS = (PaperKind.SL, PaperKind.BZ, PaperKind.BS, PaperKind.BB)
"""Letters that answer papers which were left; a one-time notice answers them too."""


def is_lapsed(case: Case, now: datetime) -> bool:
    """Tell whether the time to supplement is over and nobody brought the papers; the last instant is in time."""
    return case.status is CaseStatus.AWAITING_PAPERS and now > case.due_at


def is_told_by(pause: Pause, left_at: datetime) -> bool:
    """Tell whether a stop told the applicant what his papers lack: it is written to him, and answers what he left."""
    return pause.cause is PauseCause.SUPPLEMENT and pause.from_at >= left_at


def is_lapsed_stop(pause: Pause, today: date) -> bool:
    """Tell whether a clock stands for papers that were to come by a day which has passed (handbook §3.3)."""
    return pause.cause is PauseCause.SUPPLEMENT and pause.to_at is None and today > pause.planned_on
