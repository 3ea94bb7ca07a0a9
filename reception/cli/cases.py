"""The command of a case: shown, or stopped, extended, closed and whatever else happens to it."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from reception.cli.console import Console, Exit
from reception.cli.entries import LONGEST_ENTRY, read_fields, read_object
from reception.cli.sessions import signed_in
from reception.cli.shown_cases import case_line
from reception.rules.case_life import PauseCause
from reception.rules.inquiries import ReplyPref
from reception.rules.limits import Limit
from reception.services import case_ends, case_files, case_life, case_numbers, case_requests, staff
from reception.services.case_ends import Closing, Refusal
from reception.services.case_life import PauseDraft
from reception.services.case_requests import Answer
from reception.services.desk import Desk

Given = dict[str, Any]
_TOLD: Mapping[str, type[Any]] = {"told_mode": ReplyPref, "told_at": datetime, "told_by": str}
KEYS: Mapping[str, Mapping[str, type[Any]]] = {
    "pause": {"cause": PauseCause, "reason": str, "ground": str, "planned_on": date},
    "resume": {},
    "extend": {"days": int, "reason": str},
    "reclassify": {"reason": str},
    "approve": {"note": str, "leader_decision": str, "told_mode": ReplyPref},
    "reject": {"note": str},
    "retract": {},
    "close": {"result": str, "letter": bool, **_TOLD},
    "refuse": {"reason": str, "basis": str, "clause": str, "remedy": str, **_TOLD},
    "lapse": {},
    "withdraw": {"reason": str},
    "reopen": {"limit": Limit, "reason": str},
    "assign": {"to": str, "reason": str},
    "promise": {"limit": Limit},
}
"""What can be done, and the keys of the entry that says how; one without keys reads no entry."""


def case(arguments: Namespace, console: Console) -> Exit:
    """Do something with a case, if it is said what, and print it as it is then."""
    with signed_in(arguments) as desk:
        found = case_numbers.find(desk, arguments.number)
        if arguments.act is not None:
            _ACTS[arguments.act](desk, found.id, _given(arguments.act, desk))
        console.result_json(case_line(case_files.by_id(desk, found.id), desk))
    return Exit.DONE


def _given(act: str, desk: Desk) -> Given:
    keys = KEYS[act]
    return read_fields(read_object(sys.stdin.buffer.read(LONGEST_ENTRY + 1)), keys, desk.calendar) if keys else {}


def _extend(desk: Desk, case_id: int, given: Given) -> None:
    case_requests.extend(desk, case_id, given.get("days"), given.get("reason", ""))


def _assign(desk: Desk, case_id: int, given: Given) -> None:
    name = given.get("to", "").strip()
    account = staff.account_named(desk, name) if name else None
    case_life.assign(desk, case_id, account.id if account else None, given.get("reason", ""))


def _reopen(desk: Desk, case_id: int, given: Given) -> None:
    case_ends.reopen(desk, case_id, given.get("limit"), given.get("reason", ""))


_ACTS: Mapping[str, Callable[[Desk, int, Given], object]] = {
    "pause": lambda desk, case_id, given: case_life.pause(desk, case_id, PauseDraft(**given)),
    "resume": lambda desk, case_id, _given: case_life.resume(desk, case_id),
    "extend": _extend,
    "reclassify": lambda desk, case_id, given: case_requests.reclassify(desk, case_id, given.get("reason", "")),
    "approve": lambda desk, case_id, given: case_requests.settle(desk, case_id, Answer(granted=True, **given)),
    "reject": lambda desk, case_id, given: case_requests.settle(desk, case_id, Answer(granted=False, **given)),
    "retract": lambda desk, case_id, _given: case_requests.retract(desk, case_id),
    "close": lambda desk, case_id, given: case_ends.close(desk, case_id, Closing(**given)),
    "refuse": lambda desk, case_id, given: case_ends.refuse(desk, case_id, Refusal(**given)),
    "lapse": lambda desk, case_id, _given: case_ends.lapse(desk, case_id),
    "withdraw": lambda desk, case_id, given: case_ends.withdraw(desk, case_id, given.get("reason", "")),
    "reopen": _reopen,
    "assign": _assign,
    "promise": lambda desk, case_id, given: case_life.promise(desk, case_id, given.get("limit")),
}
