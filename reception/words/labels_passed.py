"""What the states of things passed on are called.

Source: handbook §1.3 (D5b, D6, D7).
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules.passed_on import PassedKind, PassedState
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    PassedKind: {
        "transfer": ("转办", "transfer"),
        "call_ahead": ("电话转接", "put through"),
        "call_back": ("代为回电", "call by a colleague"),
    },
    PassedState: {
        "untaken": ("无人签收", "not taken"),
        "given_back": ("退回给我", "given back to me"),
        "undecided": ("待裁定", "unit head decides"),
        "taken": ("已签收", "taken"),
        "done": ("已了结", "settled"),
    },
}
