"""The letters that follow from what happens to a case; each is issued in the same work as the act itself.

Source: handbook §2.2 (when each is written), §3.3, §3.4 (no stop and no extension without a notice).
"""

from typing import Any

from reception.rules.cases import Case
from reception.rules.letters import Letter, LetterDraft
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind
from reception.services import letters, presence
from reception.services.case_files import CaseFile
from reception.services.desk import Desk, Work

_BY_CALENDAR = frozenset({LimitUnit.CD, LimitUnit.HALF_MONTH, LimitUnit.MONTH})


def issue(work: Work, case: Case, kind: PaperKind, **facts: Any) -> Letter:
    """Issue a letter of a case within a work that is under way; where the facts hold no token it is that of the act.

    Raises:
        Invalid: what the letter lacks, each at its field.
    """
    draft = LetterDraft(
        kind=kind,
        inquiry_id=case.inquiry_id,
        case_no=case.case_no,
        handler=presence.handler_of(case, work.now),
        provisional=case.provisional,
        **{"token": f"case-{case.id}-{case.version}-{kind.value}", **facts},
    )
    return letters.issue_within(work, draft, also=(kind,))


def remaining(desk: Desk, file: CaseFile) -> Limit | None:
    """Give what is left of a limit in days when its clock stops; None for limits in hours and minutes."""
    if file.count is None:
        return None
    unit, today = file.case.limit.unit, file.situation.today
    if unit in _BY_CALENDAR:
        return Limit(unit=LimitUnit.CD, n=(file.count.last_counted_on - today).days)
    if unit is LimitUnit.WD:
        return Limit(unit=LimitUnit.WD, n=desk.calendar.working_days_between(today, file.count.last_counted_on))
    return None


def place_of(desk: Desk, file: CaseFile) -> str:
    """Give where a result is collected."""
    return file.matter.place if file.matter and file.matter.place else desk.office.place
