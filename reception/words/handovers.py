"""What stands in a hand-over and in the report on return, where the program writes it.

Source: handbook §4.2 (`handover`), §4.3 no. 5.
"""

from collections.abc import Sequence

from reception.rules.cases import CaseStatus, ReferralStatus
from reception.words.language import Language, Pair, pick

_NEXT: dict[CaseStatus | ReferralStatus, Pair] = {
    CaseStatus.OPEN: ("继续办理", "go on with it"),
    CaseStatus.AWAITING_PAPERS: ("等来访人补正材料", "the visitor brings the papers"),
    CaseStatus.SUSPENDED: ("中止中，到期恢复计时", "stopped; let the clock go on when it is over"),
    ReferralStatus.SENT: ("待签收", "to be acknowledged"),
    ReferralStatus.ACKNOWLEDGED: ("提出处理意见", "propose how it is handled"),
}
_CALL: Pair = ("按约定回电", "call back as promised")
_NAMED = 8
_REPORT: Pair = (
    "顶岗期间办结 {closed} 件{closed_names}，新收 {opened} 件{opened_names}，现未结 {left} 件{left_names}。",
    "While standing in: closed {closed}{closed_names}, new {opened}{opened_names}, still open {left}{left_names}.",
)


def next_step(state: CaseStatus | ReferralStatus, language: Language) -> str:
    """Give what is to be done next with a case or transfer."""
    return pick(_NEXT[state], language) if state in _NEXT else ""


def next_call(language: Language) -> str:
    """Give what is to be done with a promised call."""
    return pick(_CALL, language)


def report_text(closed: Sequence[str], opened: Sequence[str], left: Sequence[str], language: Language) -> str:
    """Give what a stand-in reports: how much was closed, came in and is still open, by their numbers."""
    return pick(_REPORT, language).format(
        closed=len(closed),
        opened=len(opened),
        left=len(left),
        closed_names=_names(closed, language),
        opened_names=_names(opened, language),
        left_names=_names(left, language),
    )


def _names(numbers: Sequence[str], language: Language) -> str:
    if not numbers:
        return ""
    listed = pick(("、", ", "), language).join(numbers[:_NAMED])
    more = pick((" 等", " …"), language) if len(numbers) > _NAMED else ""
    return pick((f"（{listed}{more}）", f" ({listed}{more})"), language)
