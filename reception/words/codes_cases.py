"""What to say when something cannot be done with a case.

Source: handbook §1.3, §3.1, §3.3, §3.4; clauses D3.2, D3.4.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "no_such_case": (
        "没有找到受理件 {number}，请核对编号。",
        "There is no case {number}; please check the number.",
    ),
    "reminder_answered": (
        "{name}已经答复过这张督办单。",
        "{name} has answered this already.",
    ),
    "reminder_over": (
        "这张督办单已随事项了结，不需要答复了。",
        "This order was closed with its case; no answer is needed any more.",
    ),
    "reminder_of_others": (
        "这张督办单不是送给您的，请由{name}答复。",
        "This order was sent to somebody else: {name}.",
    ),
    "case_closed": (
        "{number} 已经办结，不能再办这一步；要继续办理，请先重新办理。",
        "{number} is closed; to go on with it, reopen it first.",
    ),
    "case_paused": (
        "{number} 正在中止计时，请先恢复。",
        "The clock of {number} is stopped; please resume it first.",
    ),
    "case_awaits": (
        "{number} 还在等待补正材料，材料齐全受理以后才能办这一步。",
        "{number} still waits for papers; this can be done once it is accepted.",
    ),
    "case_runs": (
        "{number} 正在办理，现在不需要这一步。",
        "{number} is under way; there is nothing of this kind to do now.",
    ),
    "not_the_handler": (
        "这件由“{officer}”承办，请由承办人、顶岗人或负责人办理。",
        "This case is handled by {officer}; the handler, the stand-in or a head must do this.",
    ),
    "not_for_restricted": (
        "投诉举报件不出具文书，不能中止、延期或不予办理，请办结或撤回。",
        "No letters are written for complaints, so their clock cannot be moved here; close or withdraw them.",
    ),
    "transfer_pending": (
        "{number} 的转办还没有人签收，请先签收或裁定，再办结。",
        "The transfer of {number} is not acknowledged yet; please settle that before the case ends.",
    ),
    "bulk_not_a_case": (
        "这是等待签收的转办，只能签收。",
        "This is a transfer that waits; it can only be acknowledged.",
    ),
    "bulk_not_a_transfer": (
        "这一件没有等待签收的转办。",
        "No transfer waits to be acknowledged here.",
    ),
    "no_limit_yet": (
        "这件登记为“无时限”，请先给出时限。",
        "This case has no limit; please promise one first.",
    ),
    "limit_needed": (
        "该事项没有公布的时限：请写明本单位承诺的时限、另有几个部门会办，或不能定时限的原因。",
        "No limit is published for this matter: please promise one, say how many further offices take part, or why "
        "none can be given.",
    ),
    "limit_is_given": (
        "这件已有时限，不能再登记“无时限”或另给时限。",
        "A limit is given already; there can be neither another nor a reason for none.",
    ),
    "limit_without_case": (
        "这种处置方式不立件，不需要时限。",
        "No case is opened this way, so no limit is needed.",
    ),
    "longer_than_promise": (
        "不能长于已公布的时限（{promised}），请改短。",
        "This must not be longer than the published limit ({promised}).",
    ),
    "limit_over": (
        "期限（{due}）已过，中止、延期和改变时限都要在到期之前申请和批准。",
        "The limit ({due}) is over; a stop, an extension or a change must come before it.",
    ),
    "pause_useless": (
        "今天已是时限的最后一天，中止不能再推迟期限；需要更多时间请在到期前申请延期。",
        "This is the last day of the limit, so a stop would not move it; ask for an extension before it ends.",
    ),
    "planned_past": (
        "预计恢复日期要在今天以后，请更正。",
        "The planned end must lie after today; please correct it.",
    ),
    "planned_too_far": (
        "预计恢复日期离今天太远，请核对。",
        "The planned end lies too far from today; please check it.",
    ),
    "asked_already": (
        "{name}已经提出申请，正在等待批准，请等批复后再提。",
        "{name} has asked already; please wait for the answer.",
    ),
    "nothing_asked": (
        "没有待批准的申请，可能已经批复，请刷新后再看。",
        "Nothing waits for approval; it may be settled already, please look again.",
    ),
    "not_the_applicant": (
        "这项申请由“{name}”提出，请由本人撤回。",
        "{name} asked for this and must take it back.",
    ),
    "approver_is_applicant": (
        "申请人不能批准自己的申请，请由另一位负责人批准。",
        "Who asks cannot grant it; please let another head decide.",
    ),
    "needs_unit_head": (
        "超过 {days} 个工作日、第二次延期或改变时限，须由单位主要负责人批准。",
        "More than {days} working days, a second extension or a change of limit is the unit head's to grant.",
    ),
    "leader_must_decide": (
        "超过 10 个工作日或第二次延期须有分管领导决定，请填写决定内容。",
        "More than 10 working days or a second extension needs the leader's decision; please write it down.",
    ),
    "beyond_statute": (
        "延期后将超过法定时限（{latest}），请减少天数。",
        "This would pass the statutory limit ({latest}); please ask for fewer days.",
    ),
    "not_a_petition": (
        "只有来信来访件可以改为半个月或一个月，其他请申请延期。",
        "Only letters and visits can be turned into half a month or a month; ask for an extension instead.",
    ),
    "longest_petition": (
        "现在的时限（{limit}）不能再改长；需要更多时间请申请延期。",
        "The present limit ({limit}) has no longer one to follow; ask for an extension if more is needed.",
    ),
    "visitor_untold": (
        "告知来访人以后才能办结：请选择告知方式。",
        "A case ends only when the visitor was told; please choose how.",
    ),
    "told_before_start": (
        "告知时间早于起算时间，请更正。",
        "The visitor was told before the case began; please correct the time.",
    ),
    "not_reopened": (
        "{number} 不能重新办理；来访人可以再次申请，另行登记。",
        "{number} cannot be reopened; the visitor may apply again with a new record.",
    ),
    "cannot_handle": (
        "“{name}”没有办理这件的权限，请另选一位。",
        "{name} has no right to handle this case; please choose somebody else.",
    ),
    "earlier_than_printed": (
        "作废这份单据会使期限早于已经打印给来访人的日期，须由单位主要负责人确认。",
        "Voiding this would make the date earlier than what was printed for the visitor; the unit head must do it.",
    ),
    "pause_and_status": (
        "{number}：状态与中止记录不一致。",
        "{number}: its state and its stops do not agree.",
    ),
    "case_ended_bare": (
        "{number}：已办结，但缺少结果、办结时间或告知记录。",
        "{number}: closed without a result, a time or the telling of the visitor.",
    ),
    "case_limit_bare": (
        "{number}：没有时限，也没有写明无时限的原因。",
        "{number}: neither a limit nor a reason for none.",
    ),
    "first_due_later": (
        "{number}：最初期限晚于现在的期限。",
        "{number}: its first due date lies after its present one.",
    ),
    "extension_unnotified": (
        "{number}：延期已批准，但没有告知单。",
        "{number}: an extension was granted without a notice.",
    ),
}
