"""What the history of a record says of its transfers: acknowledged by whom and how, given back why, passed on, decided.

Source: handbook §1.3 (guards), §1.2 no. 35–36.
"""

from collections.abc import Mapping
from typing import Any

from reception.rules.referrals import AckMode
from reception.rules.staff import Action
from reception.words.labels import label
from reception.words.language import Language, Pair

ACTS: Mapping[tuple[str, Action], Pair] = {
    ("Inquiry", Action.PRINT_NOTICE): ("打印了指路单", "printed the way slip"),
    ("Inquiry", Action.RECEIVE_TRANSFER): ("状态随转办变更", "the state follows the transfer"),
    ("Inquiry", Action.DECIDE_TRANSFER): ("状态随裁定变更", "the state follows the decision"),
    ("Case", Action.RECEIVE_TRANSFER): ("承办岗位随转办变更", "the case follows the transfer"),
    ("Case", Action.DECIDE_TRANSFER): ("承办岗位随裁定变更", "the case follows the decision"),
}
_BECAME: Mapping[str, Pair] = {
    "acknowledged": ("{acknowledged_by} 签收了转办", "{acknowledged_by} acknowledged the transfer"),
    "returned": ("退回首问责任人：{return_reason}", "given back to the first officer: {return_reason}"),
    "passed_on": ("转给其他岗位", "passed on to another post"),
    "deciding": ("退回或转办已达上限，报单位负责人裁定", "given back or passed on too often; the unit head decides"),
}
_PROPOSED: Pair = ("提出拟办意见", "proposed how to handle it")
NOTES: Mapping[str, Pair] = {
    "how": ("签收方式", "acknowledged"),
    "wanted": ("拟转岗位", "wanted post"),
}


def became(kind: str, changes: Mapping[str, Any]) -> Pair | None:
    """Give the sentence of a transfer that became something else, or of a first proposal; or None."""
    if kind == "Inquiry" and set(changes) == {"proposed"} and not changes["proposed"][0]:
        return _PROPOSED
    pair = changes.get("status")
    return _BECAME.get(str(pair[1])) if kind == "Referral" and pair and pair[0] is not None else None


def note_text(name: str, value: object, language: Language) -> str:
    """Give what was written beside an act, in words where it is one of a closed set."""
    if name == "how" and value in AckMode.__members__.values():
        return label(AckMode(str(value)), language)
    return str(value)
