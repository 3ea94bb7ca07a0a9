"""What the members of the closed sets of cases and posts through time, their kinds and their fields are called.

Source: handbook §3.3 (causes), §3.6 (ladder), §4.2 (posts).
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import case_acts, case_due, case_life, duty, reminders
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    case_life.StartEvent: {
        "papers_complete": ("材料齐全受理", "complete papers accepted"),
        "registered": ("登记", "registered"),
        "told": ("告知", "told"),
    },
    case_life.LimitBasis: {
        "statute": ("法定时限", "statutory limit"),
        "catalogue": ("目录承诺时限", "promise of the catalogue"),
        "own_promise": ("本单位承诺", "promise of this office"),
        "rule": ("制度规定时限", "limit of the house rules"),
    },
    case_life.CaseOutcome: {
        "done": ("办结", "done"),
        "refused": ("不予办理", "refused"),
        "lapsed": ("逾期未补正", "lapsed"),
        "withdrawn": ("申请人撤回", "withdrawn"),
    },
    case_life.PauseCause: {
        "supplement": ("补正材料", "supplement of papers"),
        "expert_review": ("专家评审", "expert review"),
        "hearing": ("听证", "hearing"),
        "test": ("检测", "test"),
        "appraisal": ("鉴定", "appraisal"),
        "tender": ("招标", "tender"),
        "posting": ("公示", "posting period"),
        "outside_authority": ("报上级或外单位审批", "outside authority"),
        "applicant": ("申请人原因", "applicant's own request"),
    },
    case_life.RequestState: {
        "asked": ("待批准", "asked"),
        "approved": ("已批准", "approved"),
        "rejected": ("未批准", "rejected"),
        "withdrawn": ("已撤回", "withdrawn"),
    },
    case_acts.CaseAct: {
        "close": ("办结", "close"),
        "resume": ("恢复计时", "resume"),
        "pause": ("中止计时", "stop the clock"),
        "settle": ("批复申请", "answer the request"),
        "retract": ("撤回申请", "take the request back"),
        "extend": ("申请延期", "ask for an extension"),
        "reclassify": ("申请改变时限", "ask for a longer limit"),
        "promise": ("给出时限", "promise a limit"),
        "refuse": ("不予办理", "refuse"),
        "lapse": ("逾期未补正", "end the wait"),
        "withdraw": ("申请人撤回", "taken back"),
        "assign": ("指定承办人", "give to a person"),
        "reopen": ("重新办理", "reopen"),
    },
    case_due.Timing: {
        "original": ("原时限内办结", "within the original limit"),
        "extended": ("延期后按时办结", "in time after an extension"),
        "late": ("逾期办结", "late"),
    },
    case_due.LegKind: {
        "limit": ("原时限", "original limit"),
        "changed": ("改变后的时限", "changed limit"),
        "extension": ("延期", "extension"),
    },
    reminders.Turn: {
        "warning": ("临期提醒", "near its limit"),
        "due_today": ("今日到期", "due today"),
        "overdue": ("超时督办", "overdue"),
        "level_two": ("二级督办", "supervision, level two"),
        "level_three": ("三级督办", "supervision, level three"),
    },
    reminders.OwedKind: {"case": ("受理件", "case"), "referral": ("转办件", "transfer")},
    duty.DutyRole: {"A": ("A岗", "in charge"), "B1": ("B岗", "stand-in"), "B2": ("第二B岗", "second stand-in")},
    duty.TrainingForm: {
        "class": ("集中学习", "class"),
        "pair": ("结对", "in a pair"),
        "shadowing": ("跟岗", "shadowing"),
    },
    duty.TrainingResult: {"passed": ("合格", "passed"), "to_improve": ("待加强", "to improve")},
}

ACTIONS: Mapping[str, Pair] = {
    "pause_case": ("中止计时", "stop the clock"),
    "resume_case": ("恢复计时", "let the clock run again"),
    "extend_case": ("申请延期", "ask for an extension"),
    "reclassify_case": ("申请改变时限", "ask for a change of limit"),
    "approve_extension": ("批准延期和改变时限", "grant extensions and changes of limit"),
    "promise_case": ("给出时限", "promise a limit"),
    "close_case": ("办结", "close a case"),
    "refuse_case": ("不予办理", "refuse a case"),
    "withdraw_case": ("登记申请人撤回", "note that the applicant took it back"),
    "reopen_case": ("重新办理", "reopen a case"),
    "assign_case": ("指定承办人", "give a case to a person"),
    "shorten_due": ("确认提前的期限", "confirm an earlier date"),
}

KINDS: Mapping[str, Pair] = {
    "Pause": ("中止计时", "stop of the clock"),
    "Extension": ("延期", "extension"),
    "LimitChange": ("时限变更", "change of limit"),
    "Reminder": ("催办督办", "reminder"),
    "Assignment": ("岗位任职", "assignment"),
    "IncompatiblePosts": ("不相容岗位", "incompatible posts"),
    "NamedStandIn": ("临时顶岗", "temporary stand-in"),
    "Handover": ("工作交接", "hand-over"),
    "Training": ("培训", "training"),
    "Finding": ("督查记录", "finding"),
}

FIELDS: Mapping[str, Pair] = {
    "start_event": ("起算事件", "start event"),
    "first_due_at": ("最初办结期限", "first due date"),
    "limit_basis": ("时限依据", "basis of the limit"),
    "further_offices": ("协办部门数", "further offices"),
    "limit_before": ("原时限", "limit before"),
    "limit_after": ("新时限", "limit after"),
    "asked_at": ("申请时间", "asked at"),
    "settled_at": ("批复时间", "settled at"),
    "to_at": ("止", "to"),
    "assigned": ("指定承办", "assigned to"),
    "no_limit_reason": ("无时限原因", "why no limit"),
    "assigned_id": ("指定承办", "assigned to"),
    "ground": ("依据", "ground"),
    "closed_at": ("办结时间", "closed at"),
    "closed_by": ("办结人", "closed by"),
    "told_at": ("告知来访人时间", "visitor told at"),
    "told_by": ("告知人", "told by"),
    "told_mode": ("告知方式", "how told"),
    "reopened_at": ("重新办理时间", "reopened at"),
    "second_id": ("第二B岗", "second stand-in"),
    "duties": ("职责", "duties"),
    "cause": ("中止原因", "cause"),
    "planned_on": ("预计恢复", "planned end"),
    "asked_by": ("申请人", "asked by"),
    "leader_decision": ("领导决定", "leader's decision"),
    "due_before": ("原期限", "due before"),
    "due_after": ("新期限", "due after"),
    "turn": ("阶段", "turn"),
    "to_names": ("送达", "sent to"),
    "answer_by": ("答复期限", "answer by"),
    "from_on": ("自", "from"),
    "to_on": ("至", "to"),
    "trainee": ("受训人", "trainee"),
    "topic": ("内容", "topic"),
    "minutes": ("时长（分钟）", "minutes"),
    "correct_by": ("整改期限", "correct by"),
    "corrected_at": ("整改时间", "corrected at"),
    "keys": ("钥匙印章资料", "keys, seals, files"),
    "calls": ("预计来电", "calls expected"),
    "instructions": ("领导交办", "leader's instructions"),
    "accepted_at": ("接收时间", "accepted at"),
    "report": ("顶岗报告", "report"),
}
