"""What the members of the closed sets of the life at the counter, its kinds of records and its fields are called.

Source: handbook §4.2 (reasons of an absence), §1.3 (guards), §2.4.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import absences, call_times, callbacks, cases, corrections, phrases, recognition, supplements
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    absences.AbsenceKind: {
        "personal_leave": ("事假", "personal leave"),
        "sick_leave": ("病假", "sick leave"),
        "annual_leave": ("休假", "annual leave"),
        "official_trip": ("公出", "official errand"),
        "meeting": ("会议", "meeting"),
        "training": ("学习培训", "training"),
        "secondment": ("借调", "secondment"),
        "short": ("临时离开", "short absence"),
        "unplanned": ("临时不在岗，事由待补", "unplanned, to be confirmed"),
    },
    call_times.CallTime: {
        "half_hour": ("半小时内", "in half an hour"),
        "noon": ("中午前", "by noon"),
        "closing": ("今天下班前", "by closing"),
        "next_morning": ("明早", "next morning"),
    },
    callbacks.CallbackStatus: {
        "open": ("待回电", "to call back"),
        "reached": ("已接通", "reached"),
        "given_up": ("已结束", "given up"),
        "void": ("作废", "void"),
    },
    callbacks.CallOutcome: {
        "reached": ("已接通", "reached"),
        "not_reached": ("未接", "no answer"),
        "busy": ("占线", "busy"),
        "wrong_number": ("号码有误", "wrong number"),
    },
    cases.ReturnReason: {
        "not_our_duty": ("不属本岗位职责", "not the duty of this post"),
        "other_post": ("应转其他岗位", "belongs to another post"),
        "papers_missing": ("移交材料不全", "papers missing"),
        "already_dealt_with": ("已经办理", "already dealt with"),
        "conflict_of_interest": ("应当回避", "conflict of interest"),
        "other": ("其他（写明）", "other (say which)"),
    },
    corrections.CorrectionReason: {
        "misheard": ("听错", "misheard"),
        "mistyped": ("录入笔误", "mistyped"),
        "visitor_corrected": ("来访人要求更正", "the visitor corrected it"),
        "other": ("其他（写明）", "other (say which)"),
    },
    phrases.Situation: {
        "greet": ("问候", "greet"),
        "ask": ("询问", "ask"),
        "inform": ("告知", "inform"),
        "guide": ("引导", "guide"),
        "refuse": ("婉拒", "refuse"),
        "wait": ("等候", "wait"),
        "calm": ("安抚", "calm"),
        "late": ("延误", "late"),
        "finish": ("送别", "close"),
    },
    phrases.Match: {
        "sentence": ("整句", "whole sentence"),
        "contains": ("包含", "contained"),
    },
    phrases.Hearer: {
        "ambulance": ("对 120、校医院说", "To the ambulance or the clinic"),
        "fire": ("对 119 说", "To the fire brigade"),
        "police": ("对 110、保卫处说", "To the police or campus security"),
        "visitor": ("对来访人说", "To the visitor"),
    },
    recognition.Likeness: {
        "same": ("老来访人", "known visitor"),
        "other_name": ("同号不同名", "same number, other name"),
        "possible": ("可能是", "perhaps"),
        "near_name": ("姓名相近", "similar name"),
    },
    recognition.FollowUpKind: {
        "case": ("受理件", "case"),
        "transfer": ("转办待签收", "transfer"),
        "notice": ("待补正", "papers awaited"),
        "callback": ("待回电", "call-back"),
    },
    supplements.ToldMode: {
        "read_out": ("口头告知", "read out"),
        "copied": ("复制文字发送", "copied as text"),
        "pdf": ("发送 PDF", "sent as PDF"),
    },
}

ACTIONS: Mapping[str, Pair] = {
    "count_tally": ("计数", "count a tally"),
    "merge_visitors": ("合并来访人", "merge visitors"),
    "call_back": ("回电", "call back"),
    "tell_notice": ("口头告知", "tell a notice"),
    "keep_answers": ("维护快速答复", "keep quick answers"),
    "away_own": ("登记本人离岗", "set oneself away"),
    "away_any": ("登记他人离岗", "set others away"),
    "hand_over_shift": ("交接班", "hand over the shift"),
    "receive_transfer": ("签收、退回、转交转办件", "receive a transfer"),
    "decide_transfer": ("裁定转办归属", "decide a transfer"),
    "print_register": ("打印登记表", "print the register"),
}

KINDS: Mapping[str, Pair] = {
    "Tally": ("计数", "tally"),
    "Callback": ("回电约定", "call-back"),
    "CallAttempt": ("回电", "call"),
    "Supplement": ("凭单回访", "return with the notice"),
    "Telling": ("口头告知", "telling"),
    "VisitorMerge": ("来访人合并", "merge of visitors"),
    "Absence": ("离岗", "absence"),
    "QuickAnswer": ("快速答复", "quick answer"),
    "EmergencyContact": ("应急电话", "emergency number"),
    "ShiftNote": ("交接班", "hand-over"),
}

FIELDS: Mapping[str, Pair] = {
    "correction_reason": ("更正原因", "why corrected"),
    "correction_note": ("更正说明", "note on the correction"),
    "agent_name": ("代办人", "agent"),
    "agent_phone": ("代办人电话", "agent's phone"),
    "agent_relation": ("与本人关系", "agent's relation"),
    "leader_told": ("已告知领导", "leader told"),
    "returned_with": ("凭告知单", "returned with notice"),
    "merged_into": ("并入", "merged into"),
    "stand_in_id": ("B岗", "stand-in"),
    "passed_before": ("此前转办次数", "passed on before"),
    "previous_id": ("前一转办", "transfer before"),
    "acknowledged_at": ("签收时间", "acknowledged at"),
    "acknowledged_by": ("签收人", "acknowledged by"),
    "returned_at": ("退回时间", "returned at"),
    "return_reason": ("退回理由", "returned because"),
    "return_note": ("退回说明", "note on the return"),
    "about": ("回电事由", "about"),
    "not_before": ("最早回电时间", "not before"),
    "owner": ("回电人", "caller"),
    "outcome": ("结果", "outcome"),
    "ticks": ("材料核对", "papers ticked"),
    "mode": ("告知方式", "how told"),
    "to_whom": ("告知对象", "told to"),
    "moved": ("转入的记录", "records moved"),
    "before": ("合并前", "before the merge"),
    "from_at": ("离岗时间", "away from"),
    "until_at": ("预计返回", "away until"),
    "reach": ("联系方式", "reachable at"),
    "cancelled_at": ("取消时间", "cancelled at"),
    "question": ("问题", "question"),
    "answer_en": ("英文答复", "answer in English"),
    "uses": ("使用次数", "times used"),
    "position": ("次序", "order"),
    "made_at": ("记录时间", "noted at"),
    "made_by": ("记录人", "noted by"),
    "taken_at": ("接班时间", "taken over at"),
    "taken_by": ("接班人", "taken over by"),
    "items": ("未了事项", "open points"),
    "hour": ("时段", "hour"),
    "undone_at": ("撤销时间", "undone at"),
    "call_before": ("回电时间", "call before"),
    "call_about": ("回电事由", "about"),
    "call_note": ("说明", "note"),
    "owner_id": ("回电人账号", "caller's account"),
    "callback_id": ("回电约定", "call-back"),
    "made_by_id": ("记录人账号", "account of who noted"),
}
