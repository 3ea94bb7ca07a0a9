"""What the members of the closed sets of duty are called: who serves, what is wrong with a post's staff, whose fault.

Source: handbook §4.2, §4.4.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import accountability, assignments, day_lists, duty_report, roster
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    roster.Serves: {
        "holder": ("本人在岗", "the holder"),
        "first": ("B岗顶岗", "the stand-in"),
        "second": ("第二B岗顶岗", "the second stand-in"),
        "named": ("临时顶岗", "a temporary stand-in"),
        "section_head": ("空岗，科室负责人负责", "uncovered: the section head"),
        "unit_head": ("空岗，单位负责人负责", "uncovered: the unit head"),
        "nobody": ("空岗，都不在岗", "uncovered: everybody is away"),
    },
    assignments.StaffFault: {
        "holder_left": ("A岗已离开", "holder left"),
        "same_person": ("A、B岗同一人", "same person"),
        "no_stand_in": ("没有B岗", "no stand-in"),
        "stand_in_left": ("B岗已离开", "stand-in left"),
        "kept_apart": ("B岗不相容", "incompatible"),
        "unconfirmed": ("在岗人待确认", "unconfirmed"),
        "untrained": ("B岗未培训", "not trained"),
        "too_many": ("B岗顶岗过多", "too many posts"),
    },
    accountability.Fault: {
        "holder": ("A岗", "the holder"),
        "serving": ("在岗顶岗人", "whoever stood in"),
        "shared": ("共同承担，注明情况", "shared; circumstances noted"),
        "section_head": ("科室负责人（空岗）", "the section head (uncovered)"),
        "to_decide": ("由科室负责人认定", "for the section head to decide"),
    },
    duty_report.NoteState: {
        "accepted": ("已接收", "accepted"),
        "unaccepted": ("已写，未接收", "written, not accepted"),
        "unwritten": ("未写", "none"),
    },
    day_lists.Reader: {
        "section_head": ("科室负责人", "section head"),
        "unit_head": ("单位负责人", "unit head"),
        "leader": ("分管领导", "leader in charge"),
    },
    duty_report.AckKind: {"note": ("交接单", "hand-over"), "transfer": ("转办", "transfer")},
}

ACTIONS: Mapping[str, Pair] = {
    "stand_in": ("顶岗", "stand in"),
    "name_stand_in": ("指定临时顶岗", "name a temporary stand-in"),
    "hand_over": ("工作交接", "hand over work"),
    "print_duty_sheet": ("打印岗位职责单", "print a duty sheet"),
    "settle_posts": ("按日期更新在岗人", "bring posts up to date"),
    "train_own": ("登记本岗培训", "record training for one's own post"),
    "train_any": ("登记各岗培训", "record training for any post"),
    "record_finding": ("登记督查", "record a supervision check"),
    "report_duty": ("查看和导出AB岗报表", "see and export the reports of duty"),
}

KINDS: Mapping[str, Pair] = {"DutyReport": ("AB岗报表", "report of duty")}

FIELDS: Mapping[str, Pair] = {
    "role": ("角色", "role"),
    "approved_by": ("批准人", "approved by"),
    "other_id": ("不相容岗位", "the other post"),
    "lifted_at": ("解除时间", "lifted at"),
    "from_name": ("移交人", "handed over by"),
    "to_name": ("接收人", "received by"),
    "accepted_note": ("接收意见", "remark on acceptance"),
    "reported_at": ("报告时间", "reported at"),
    "acknowledged_at": ("确认时间", "acknowledged at"),
    "named_by": ("指定人", "named by"),
    "trainee_id": ("受训人", "trainee"),
    "trainer": ("培训人", "trainer"),
    "checker": ("督查人", "checked by"),
    "covered": ("有人在岗", "somebody at the post"),
    "board_right": ("公示牌属实", "board correct"),
    "phone_answered": ("电话三声内接听", "phone answered within three rings"),
    "corrected_note": ("整改情况", "what was corrected"),
}
