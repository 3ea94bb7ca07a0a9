"""What is said of those who are away, of posts that are covered, and of transfers and what is done with them.

Source: handbook §1.3 (guards), §4.2, §4.3.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import absence_month, absences, my_work, referrals
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    absences.Presence: {
        "here": ("在岗", "here"),
        "shortly_away": ("暂离", "back soon"),
        "away": ("离岗", "away"),
        "unconfirmed": ("待销假", "not back"),
    },
    absence_month.AbsenceState: {
        "planned": ("计划", "planned"),
        "active": ("离岗", "away"),
        "unconfirmed": ("待销假", "not back"),
        "returned": ("已返回", "back"),
    },
    my_work.WhyMine: {
        "holder": ("您的岗位", "your post"),
        "first": ("您是B岗", "you stand in"),
        "second": ("您是第二B岗", "you are second stand-in"),
        "named": ("您临时顶岗", "you were named to stand in"),
        "section_head": ("空岗，您是科室负责人", "uncovered: you head the section"),
        "unit_head": ("空岗，您是单位负责人", "uncovered: you head the unit"),
        "nobody": ("空岗，都不在岗", "uncovered: everybody is away"),
        "assigned": ("负责人指定您承办", "a head gave it to you"),
        "by_name": ("转办点名给您", "sent to you by name"),
        "recorded": ("您首问登记", "you recorded it"),
        "returned": ("转办被退回，您是首问责任人", "returned to you, the first officer"),
        "deciding": ("待您裁定归属", "waits for your decision"),
        "chased": ("两个工作日没人签收，回到首问责任人", "nobody took it in two workdays"),
        "complaint": ("由您受理", "you deal with it"),
    },
    referrals.AckMode: {
        "on_screen": ("本人在系统签收", "on screen"),
        "by_phone": ("电话签收", "by phone"),
        "signed_slip": ("纸质签收", "on a signed slip"),
    },
    referrals.TransferAct: {
        "acknowledge": ("签收", "acknowledge"),
        "note_acknowledged": ("代记签收", "note who acknowledged"),
        "give_back": ("退回", "return"),
        "pass_on": ("转交", "pass on"),
        "decide": ("裁定归属", "decide"),
    },
}

FIELDS: Mapping[str, Pair] = {
    "account_id": ("同事", "colleague"),
}
