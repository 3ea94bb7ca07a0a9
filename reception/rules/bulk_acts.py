"""What can be done with many lines of the board at once; each line by the rules of a single one.

Source: clauses §3.3 (a bulk action must not walk around the rule).
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.errors import Invalid, Reason
from reception.rules.cases import Owed
from reception.rules.staff import Action


class BulkAct(StrEnum):
    """What can be done with many lines, in the order of the buttons."""

    ACKNOWLEDGE = "acknowledge"
    CLOSE = "close"
    URGE = "urge"
    ASSIGN = "assign"


ACTIONS: Mapping[BulkAct, Action] = {
    BulkAct.ACKNOWLEDGE: Action.RECEIVE_TRANSFER,
    BulkAct.CLOSE: Action.CLOSE_CASE,
    BulkAct.URGE: Action.ISSUE_NOTICE,
    BulkAct.ASSIGN: Action.ASSIGN_CASE,
}
"""The right that each act needs."""


def fits(act: BulkAct, line: Owed) -> bool:
    """Tell whether an act is for a line of this kind: a transfer is acknowledged, a case is everything else."""
    return line.transfer is (act is BulkAct.ACKNOWLEDGE)


def wrong_kind(act: BulkAct, line: Owed) -> Invalid | None:
    """Give why an act is not for a line of this kind; None where it is."""
    if fits(act, line):
        return None
    code = "bulk_not_a_case" if line.transfer else "bulk_not_a_transfer"
    return Invalid(Reason(code=code, field="case_no", values={"number": line.number}))
