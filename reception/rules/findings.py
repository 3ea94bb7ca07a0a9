"""Supervision of posts: what a check finds, by when it is to be corrected, and how long it has been open.

Source: handbook §4.2 (`supervision_check`); clauses D4.4, O3.
"""

from dataclasses import dataclass
from datetime import date, datetime

from reception.errors import Reason

LENGTHS = {"checker": 60, "text": 2000, "reg_no": 20}
NOTE_LENGTH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDraft:
    """A check before it is checked itself; what was not looked at is not known, and must be asked for.

    `reg_no` names the record that it is about, `absence_id` the absence in which somebody stood in.
    """

    post_id: int | None = None
    at: datetime | None = None
    checker: str = ""
    covered: bool | None = None
    board_right: bool | None = None
    phone_answered: bool | None = None
    text: str = ""
    correct_by: date | None = None
    reg_no: str = ""
    absence_id: int | None = None

    @property
    def is_wrong(self) -> bool:
        """Tell whether the check found something wrong."""
        return False in (self.covered, self.board_right, self.phone_answered)


_WANTED = ("post_id", "at", "checker", "covered", "board_right", "phone_answered")


def check_finding(draft: FindingDraft, now: datetime, checked_on: date | None) -> tuple[Reason, ...]:
    """Give everything that speaks against a check.

    What is wrong has a day by which it is corrected; what is to be corrected is said in words or by what is wrong.

    Args:
        draft: the check.
        now: a check lies in the past.
        checked_on: the local day of the check; None while it is not known.
    """
    reasons = [Reason(code="required", field=name) for name in _WANTED if getattr(draft, name) in (None, "")]
    if draft.at is not None and draft.at > now:
        reasons.append(Reason(code="check_ahead", field="at"))
    if draft.is_wrong and draft.correct_by is None:
        reasons.append(Reason(code="correct_by_wanted", field="correct_by"))
    if draft.correct_by is not None and checked_on is not None and draft.correct_by < checked_on:
        reasons.append(Reason(code="correct_by_before", field="correct_by"))
    if draft.correct_by is not None and not draft.is_wrong and not draft.text:
        reasons.append(Reason(code="finding_wordless", field="text"))
    return tuple(reasons)
