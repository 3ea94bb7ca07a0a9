"""What to say where a record cannot be corrected as somebody wants to.

Source: handbook §1.2 no. 7, no. 45.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "not_correctable": (
        "这一项不能更正；确实登记错了，请作废后重新登记。",
        "This cannot be corrected; if it is wrong, void the record and register it again.",
    ),
    "correct_not_own": (
        "{number} 不是您今天登记的，更正请找科室负责人。",
        "{number} is not your record of today; please ask the section head to correct it.",
    ),
    "after_registration": (
        "来访来电的时间不会晚于登记的时间，请更正。",
        "The contact cannot be later than its registration; please correct it.",
    ),
    "time_bound": (
        "受理件和转办件的期限从这个时间起算，不能更正；确实错了，请作废后重新登记。",
        "What is owed counts from this time, so it stays; if it is wrong, void the record and register it again.",
    ),
    "matter_bound": (
        "受理件或告知单是按这个事项出的，不能更正；确实错了，请作废后重新登记。",
        "A case or a notice rests on this matter, so it stays; if it is wrong, void the record and register it again.",
    ),
}
