"""What the "once" control, its groupings, fields and rights are called.

Source: handbook §2.4, §8.2.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules.once import Grouping
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    Grouping: {
        "matter": ("事项", "matter"),
        "unit": ("部门", "unit"),
        "officer": ("首次接待人", "first officer"),
    },
}

ACTIONS: Mapping[str, Pair] = {
    "close_lapsed": ("逾期未补正结案", "close what lapsed"),
}

FIELDS: Mapping[str, Pair] = {
    "once_note": ("处理意见", "note"),
}
