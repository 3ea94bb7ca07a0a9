"""What the history of a record says of a second notice that was decided, and of papers that ran out.

Source: handbook §2.4 nos. 2, 5, 6.
"""

from collections.abc import Mapping
from typing import Any

from reception.words.language import Pair

_RELEASED: Pair = ("核准二次告知，所述理由成立", "released the second notice; its reason stands")
_REJECTED: Pair = (
    "不认可二次告知的理由，记为首次告知有遗漏",
    "did not accept the reason of the second notice; it counts as our omission",
)
_REOPENED: Pair = ("撤回对二次告知的处理，重新等待核准", "took the decision back; the second notice waits again")
TURNS: Mapping[str, Pair] = {
    "silent_since": (
        "收件后五个工作日内未告知，视为自 {value} 受理",
        "nobody answered within five working days; accepted as of {value}",
    ),
    "accepted_as": ("视为受理，受理编号 {value}", "counts as accepted, case no. {value}"),
    "lapsed": (
        "逾期未补正，{value} 到此为止；材料退回，可以再次申请",
        "not supplemented in time, {value} ends; papers go back, the visitor may apply again",
    ),
    "waits_on": ("撤回逾期结案，{value} 继续等待补正", "took the end back, {value} waits for papers again"),
}
"""What an entry says when its note says why the record changed."""


def decided(kind: str, changes: Mapping[str, Any]) -> Pair | None:
    """Give the sentence of a decision on a second notice, or None."""
    released = changes.get("released")
    if kind != "Notice" or not released or None in released:
        return None
    if not released[1]:
        return _REOPENED
    return _REJECTED if "second_reason" in changes else _RELEASED
