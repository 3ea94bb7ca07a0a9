"""What to say where a second notice is decided, and where papers or a wait for them run out.

Source: handbook §2.4 nos. 2, 5, 6.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "omission_already": (
        "{number} 出具时就已写明是首次告知有遗漏，核准即可。",
        "{number} names our omission itself; it can only be released.",
    ),
    "released_already": ("{number} 已经有人处理过了。", "Somebody has decided on {number} already."),
    "own_second_notice": (
        "{number} 是您本人出具的，请另一位负责人核准。",
        "You wrote {number} yourself; another head decides.",
    ),
    "leader_must_release": (
        "本单位没有另一位负责人：请写明分管领导的决定，由谁、怎样同意。",
        "There is no other head in this office; please write down what the leader in charge decided.",
    ),
    "no_notices": (
        "{day}没有出具告知单，没有可以合并的。",
        "No notice was issued on {day}, so there is nothing to put together.",
    ),
    "not_silent": (
        "{number} 所收的材料已经答复，或告知期限还没有过，不用再出具受理通知单。",
        "The papers of {number} were answered, or the time to answer is not over; no acceptance is needed.",
    ),
    "not_lapsed": (
        "{number} 的补正期限还没有过，或已经不再等待补正。",
        "The time to supplement {number} is not over, or nothing is awaited any more.",
    ),
}
