"""What the layers of the calendar, its changes and the closures of matters are called.

Source: handbook §3.2 (layers, closure windows), §3.7 point 5.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import due_moves, office_hours
from reception.rules.staff import Action
from reception.rules.working_calendar import PROVINCE_LAYER, STATE_LAYER, UNIT_LAYER, UNIVERSITY_LAYER
from reception.words.language import Language, Pair, pick

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    due_moves.MoveKind: {
        "later": ("顺延", "moves later"),
        "earlier": ("提前", "moves earlier"),
        "promised": ("承诺优先，不提前", "stays as promised"),
        "settled": ("日期不变，不再暂定", "same date, now final"),
    },
    office_hours.HoursState: {
        "over": ("已过", "over"),
        "in_force": ("现行", "in force"),
        "coming": ("将起用", "coming"),
    },
}

KINDS: Mapping[str, Pair] = {
    "DatedHours": ("办公时间", "office hours"),
    "MatterClosure": ("不受理期间", "closure of a matter"),
    "DueMove": ("期限变化", "moved due date"),
}

ACTIONS: Mapping[str, Pair] = {"note_due_move": ("知悉期限变化", "take note of a moved due date")}

FIELDS: Mapping[str, Pair] = {
    "first_on": ("起", "first day"),
    "last_on": ("止", "last day"),
    "until": ("止", "until"),
    "layer": ("层级", "layer"),
    "why": ("原因", "why"),
    "seen_at": ("知悉时间", "seen at"),
    "seen_by": ("知悉人", "seen by"),
    "owed": ("类别", "kind"),
    "day_hours": ("办公时间", "hours"),
    "withdrawn": ("已撤销", "withdrawn"),
    "days": ("另行安排", "own arrangements"),
    "from_on": ("起用日期", "in force from"),
    "hours_reason": ("原因", "why"),
    "thresholds": ("亮灯提前量", "warning thresholds"),
    "short_days": ("短时限提前", "short limits warn"),
    "long_divisor": ("长时限分之一", "long limits warn by a part"),
    "long_least": ("长时限至少提前", "long limits warn at least"),
    "used_percent": ("时间用去", "time used"),
}

ACTS: Mapping[tuple[str, Action], Pair] = {
    ("Case", Action.EDIT_CALENDAR): ("工作日历变更，期限重算", "due date counted anew after a change of the calendar"),
    ("Referral", Action.EDIT_CALENDAR): (
        "工作日历变更，签收期限重算",
        "time to acknowledge counted anew after a change of the calendar",
    ),
}
"""What the history of a record says of a change of the calendar."""

_LAYERS: Mapping[int, Pair] = {
    STATE_LAYER: ("国务院通知", "State Council"),
    PROVINCE_LAYER: ("省级安排", "province"),
    UNIVERSITY_LAYER: ("学校安排", "university"),
    UNIT_LAYER: ("本单位安排", "this unit"),
}


def layer_label(layer: int, language: Language) -> str:
    """Give what a layer of the calendar is called."""
    return pick(_LAYERS[layer], language)
