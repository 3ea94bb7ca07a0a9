"""What is said of those who are away, of posts that are covered, and of transfers and what is done with them.

Source: handbook §1.3 (guards), §4.2, §4.3.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import absence_month, absences, referrals
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
