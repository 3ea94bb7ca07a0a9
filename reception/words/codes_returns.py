"""What to say where a visitor is back with his slip.

Source: handbook §2.4.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "notice_void": (
        "告知单 {number} 已随登记作废，请按新来访登记。",
        "Notice {number} is void with its record; please begin a new record.",
    ),
    "notice_returned": (
        "{number} 已经用过，见 {reg_no}；请按该登记的告知单办理，或按新来访登记。",
        "{number} was used already, see {reg_no}; please use the notice of that record, or begin a new one.",
    ),
    "notice_accepted": (
        "{number} 的材料当时已齐，正在办理（{case_no}，承办人{officer}），不用重新登记。",
        "The papers of {number} were complete; it is being handled ({case_no}, {officer}). Nothing needs recording.",
    ),
    "return_other_matter": (
        "{number} 告知的是“{matter}”，与所选事项不同；请改回原事项，或取消凭单回访。",
        "{number} is about {matter}; please choose that matter again, or stop the return with the slip.",
    ),
    "return_still_owed": (
        "第 {rows} 项材料还没有补齐，请选“一次性告知”，或改正勾选。",
        "Paper {rows} is still owed; please choose the one-time notice, or correct the ticks.",
    ),
}
