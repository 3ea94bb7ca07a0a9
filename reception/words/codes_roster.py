"""What to say about absences, stand-ins and transfers.

Source: handbook §1.3 (guards), §4.2, §4.3.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "until_before_from": (
        "预计返回时间须晚于离岗时间，请更正。",
        "The return lies before the absence begins; please correct it.",
    ),
    "until_past": (
        "预计返回时间已经过去，请填写以后的时间。",
        "The planned return is past; please enter a later time.",
    ),
    "short_too_long": (
        "临时离开最多 {minutes} 分钟，更久请选其他事由。",
        "A short absence lasts {minutes} minutes at most; please choose another reason for more.",
    ),
    "absence_too_far": (
        "时间离今天太远，请核对日期。",
        "The time lies too far from today; please check the date.",
    ),
    "absence_twice": (
        "这段时间已登记“{kind_of}”，请先销假或取消那一条。",
        "An absence ({kind_of}) is already entered for this time; please end or cancel it first.",
    ),
    "post_uncovered": (
        "有 {count} 个岗位将无人顶岗，请先确认空岗风险。",
        "Posts that nobody would cover: {count}; please confirm that first.",
    ),
    "absence_over": (
        "这次离岗已经销假或取消，不需要再办。",
        "This absence has ended or was cancelled; nothing is left to do.",
    ),
    "absence_begun": (
        "离岗已经开始，不能取消，请办理返回（销假）。",
        "The absence has begun and cannot be cancelled; please confirm the return.",
    ),
    "absence_to_come": (
        "离岗还没有开始，不能销假；不去了请取消。",
        "The absence has not begun, so there is no return yet; cancel it if it does not take place.",
    ),
    "holder_stands_in": (
        "B岗不能是在岗人本人，请另选一位或留空。",
        "The stand-in cannot be the holder; please choose somebody else or nobody.",
    ),
    "same_post": (
        "已经在这个岗位，请选择另一个岗位。",
        "It lies with this post already; please choose another post.",
    ),
    "ack_before_sent": (
        "签收时间早于转办时间，请更正。",
        "It was acknowledged before it was sent; please correct the time.",
    ),
    "not_the_receiver": (
        "这件转办的接收人是“{receiver}”，请由接收人办理；电话或纸质签收的可以代记。",
        "This was sent to {receiver}, who must deal with it; what was acknowledged by phone or on paper can be noted.",
    ),
}
