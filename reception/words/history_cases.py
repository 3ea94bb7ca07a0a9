"""What the history of a record says of the life of its case: stopped, extended, closed, begun again.

Source: handbook §3.3, §3.4; §1.2 no. 45.
"""

from collections.abc import Mapping
from typing import Any

from reception.rules.staff import Action
from reception.words.language import Pair

BEGUN: Mapping[str, Pair] = {
    "Pause": (
        "中止计时：{cause}，预计 {planned_on} 恢复；理由：{reason}",
        "clock stopped: {cause}, planned until {planned_on}; reason: {reason}",
    ),
    "Extension": ("申请延期 {days} 个工作日；理由：{reason}", "asked for {days} more working days; reason: {reason}"),
    "LimitChange": (
        "申请把时限由{before}改为{after}；理由：{reason}",
        "asked to change the limit from {before} to {after}; reason: {reason}",
    ),
    "Reminder": ("{turn}，发给 {to_names}", "reminder: {turn}, sent to {to_names}"),
}
SLIP: Pair = (
    "{turn}，发给 {to_names}，须在 {answer_by} 前答复",
    "reminder: {turn}, sent to {to_names}, to be answered by {answer_by}",
)
"""A reminder that asks for an answer."""
_STOP_ENDS: Pair = ("中止随之结束", "the stop ends with it")
_FOLLOWS: Pair = ("状态随受理件变更", "the state follows the case")
_ENDING = (Action.CLOSE_CASE, Action.REFUSE_CASE, Action.WITHDRAW_CASE, Action.CLOSE_LAPSED, Action.VOID_OWN)
ACTS: Mapping[tuple[str, Action], Pair] = {
    ("Case", Action.PAUSE_CASE): ("中止计时", "the clock stopped"),
    ("Case", Action.RESUME_CASE): ("恢复计时", "the clock runs again"),
    ("Case", Action.APPROVE_EXTENSION): ("期限随批复变更", "the limit follows the answer"),
    ("Case", Action.PROMISE_CASE): ("给出时限", "promised a limit"),
    ("Case", Action.CLOSE_CASE): ("办结并已告知来访人", "closed, and the visitor was told"),
    ("Case", Action.REFUSE_CASE): ("不予办理并已告知来访人", "refused, and the visitor was told"),
    ("Case", Action.WITHDRAW_CASE): ("申请人撤回，了结", "taken back by the applicant"),
    ("Case", Action.REOPEN_CASE): ("重新办理，另定时限", "reopened with a limit of its own"),
    ("Case", Action.ASSIGN_CASE): ("指定承办人", "given to a person"),
    ("Reminder", Action.SWEEP_DUE): ("催办督办到此为止", "this reminder is over"),
    ("Reminder", Action.ANSWER_REMINDER): ("答复了督办", "answered the slip"),
    ("Pause", Action.RESUME_CASE): ("中止结束", "the stop ended"),
    **{("Pause", action): _STOP_ENDS for action in _ENDING},
    **{("Inquiry", action): _FOLLOWS for action in (*_ENDING[:3], Action.REOPEN_CASE)},
}
_ANSWERS: Mapping[tuple[str, str], Pair] = {
    ("Extension", "approved"): (
        "{approver} 批准延期，新期限 {due_after}",
        "{approver} granted it; due {due_after}",
    ),
    ("Extension", "rejected"): ("{approver} 未批准延期", "{approver} rejected the extension"),
    ("Extension", "withdrawn"): ("延期申请已撤回", "the request for an extension was taken back"),
    ("LimitChange", "approved"): (
        "{approver} 批准改变时限，新期限 {due_after}",
        "{approver} granted the change of limit; now due {due_after}",
    ),
    ("LimitChange", "rejected"): ("{approver} 未批准改变时限", "{approver} rejected the change of limit"),
    ("LimitChange", "withdrawn"): ("改变时限的申请已撤回", "the request for a change of limit was taken back"),
}
NOTES: Mapping[str, Pair] = {"given_to": ("指定给", "given to")}
TURNS: Mapping[str, Pair] = {
    "notice_void": (
        "延期告知单 {value} 作废，期限回到延期之前",
        "the notice of extension {value} is void; the date before it stands again",
    ),
    "notice_again": (
        "延期告知单重新出具为 {value}，延期后的期限恢复有效",
        "the notice of extension was issued again as {value}; the later date counts again",
    ),
}
UNSAID = frozenset(
    {"case_id", "case_no", "year", "serial", "state", "settled_at", "approver_id", "letter_id"}
    | {"asked_by_id", "made_by_id", "assigned_id", "started_at", "restricted", "answered_at", "answered_by", "seen_by"}
)
"""Fields of cases and of what belongs to them that say nothing to a layman, or that the sentence says already."""
OF_CASES = frozenset({"Case", "Pause", "Extension", "LimitChange", "Reminder"})


def answered(kind: str, changes: Mapping[str, Any]) -> Pair | None:
    """Give the sentence of a request that was answered or taken back, or None."""
    pair = changes.get("state")
    return _ANSWERS.get((kind, str(pair[1]))) if pair else None
