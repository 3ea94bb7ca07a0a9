"""What to say about call-backs and the hand-over of a shift.

Source: handbook §1.3, §3.2, §4.3.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "call_unreadable": (
        "看不懂“{typed}”。可以写 17、1730、+30（分钟）、明早、周五 10、11-30 下午。",
        "{typed} cannot be read. Write 17, 1730, +30 (minutes), tomorrow 9, 11-30 10.",
    ),
    "call_past": ("这个时间已经过了，请改约，例如“明早”。", "That time has passed; please choose a later one."),
    "call_rest_day": (
        "{day}不上班，下一个工作日是 {next}，请改约。",
        "The office is closed on {day}; the next working day is {next}.",
    ),
    "call_outside_hours": (
        "{clock} 不在办公时间（{hours}），请改约。",
        "{clock} lies outside office hours ({hours}); please choose another time.",
    ),
    "call_without_phone": ("没有可以回拨的电话，请先填写联系电话。", "There is no number to call; please enter one."),
    "call_closed": ("这个回电已经了结，不需要再打。", "This call is settled; no further try is needed."),
    "call_open": ("这个回电还没有了结。", "This call is still open."),
    "call_same_owner": ("已经由 {name} 负责，请选另一位同事。", "{name} has it already; please choose somebody else."),
    "call_not_for": ("{name} 不能接这个回电，请选另一位同事。", "{name} cannot take this call; please choose another."),
    "shift_taken": ("这份交班已由 {name} 接班。", "{name} has already taken over this shift."),
    "shift_elsewhere": (
        "这份交班是“{counter}”的，请在那个窗口接班。",
        "This hand-over belongs to {counter}; please take it over there.",
    ),
}
