"""Whether what belongs to a case agrees with it: its stops, its extensions, its end.

Source: handbook §3.3, §3.4; clauses D3.2 (a limit, or a reason for none).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from reception.errors import Reason
from reception.rules.case_life import CaseOutcome, Extension, LimitChange, Pause, RequestState
from reception.rules.cases import NO_LIMIT, UNDER_WAY, Case, CaseStatus
from reception.rules.due_moves import DueMove
from reception.rules.letters import Letter
from reception.rules.reminders import OwedKind

Rows = Mapping[type[Any], Mapping[int, Any]]
_TOLD = frozenset({CaseOutcome.DONE, CaseOutcome.REFUSED})
_KINDS: tuple[type[Any], ...] = (Pause, Extension, LimitChange)


def case_faults(rows: Rows) -> Iterator[Reason]:
    """Find what belongs to no case, and cases that are not as their belongings say."""
    cases, letters = rows.get(Case, {}), rows.get(Letter, {})
    stops = rows.get(Pause, {}).values()
    for kind in _KINDS:
        for number, record in rows.get(kind, {}).items():
            if record.case_id not in cases or (getattr(record, "letter_id", None) or 0) not in {0, *letters}:
                yield Reason(code="belonging_lost", values={"kind": kind.__name__, "number": number})
    recounted = {each.owed_id for each in rows.get(DueMove, {}).values() if each.owed is OwedKind.CASE}
    standing = Counter(each.case_id for each in stops if each.to_at is None)
    for number, case in cases.items():
        if standing[number] != (case.status is CaseStatus.SUSPENDED):
            yield Reason(code="pause_and_status", values={"number": case.case_no})
        yield from _bare(case, recounted=number in recounted)
    for extension in rows.get(Extension, {}).values():
        if extension.state is RequestState.APPROVED and extension.letter_id is None:
            yield Reason(code="extension_unnotified", values={"number": _number(cases, extension)})


def _bare(case: Case, *, recounted: bool) -> Iterator[Reason]:
    """Find what a case lacks; only a new calendar, or a beginning anew, makes a date earlier than the first one."""
    values = {"number": case.case_no}
    if case.status in UNDER_WAY and case.limit == NO_LIMIT and not case.no_limit_reason:
        yield Reason(code="case_limit_bare", values=values)
    anew = recounted or case.reopened_at is not None
    if case.first_due_at is not None and case.first_due_at > case.due_at and not anew:
        yield Reason(code="first_due_later", values=values)
    ended = case.status is CaseStatus.CLOSED and case.outcome is not None
    if ended and (case.closed_at is None or (case.outcome in _TOLD and not case.result)):
        yield Reason(code="case_ended_bare", values=values)


def _number(cases: Mapping[int, Case], extension: Extension) -> str:
    case = cases.get(extension.case_id)
    return case.case_no if case else str(extension.case_id)
