"""What to say about the entries of the register and of one-time notices.

Source: handbook §1.2, §1.3, §2.4.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "required": ("请填写此项。", "Please fill this in."),
    "refused_allowed": (
        "请填写；对方不愿提供的，请选“拒绝提供”。",
        "Please fill this in; if the visitor declines, choose Declined.",
    ),
    "summary_or_matter": ("请写一句摘要，或选择服务事项。", "Please write a short summary or choose a matter."),
    "papers_or_none": (
        "请列出收到的材料，没有材料的请选“无材料”。",
        "Please list the papers received, or say that there are none.",
    ),
    "not_anonymous": (
        "这种处置方式需要答复，不能匿名；对方不愿提供姓名的，请填“{refused}”。",
        "This disposition owes an answer, so the visitor cannot be anonymous; if a name is declined, enter {refused}.",
    ),
    "privacy_not_told": (
        "登记姓名或电话前，请先告知用途和保存期限，再勾选“已作个人信息告知”。",
        "Please tell the visitor why name and phone are kept, then tick the privacy notice.",
    ),
    "scope_and_disposition": (
        "职责归属为“{scope}”时不能“{disposition}”，请改选归属或处置方式。",
        "“{disposition}” does not follow from “{scope}”; please change one of them.",
    ),
    "nobody_there_phone": (
        "经办处无人时，请务必告知并填写对方电话。",
        "Nobody is there: please give the visitor that office's phone and enter it.",
    ),
    "told_phone_or_place": ("请填写告知来访人的电话或地点。", "Please enter the phone or the place that you told."),
    "in_the_future": ("时间不能晚于现在，请更正。", "The time lies in the future; please correct it."),
    "too_long_ago": ("时间过早，请核对年份。", "The time lies too far back; please check the year."),
    "ends_before_start": ("结束时间早于开始时间，请更正。", "The contact ends before it begins; please correct it."),
    "out_of_range": ("请填写 {least} 至 {most} 之间的数。", "Please enter a number from {least} to {most}."),
    "too_many": ("最多 {most} 项，请删减。", "There may be at most {most}; please remove some."),
    "unknown_matter": (
        "目录中没有可办的事项“{code}”，请重新选择。",
        "There is no matter {code} in use; please choose again.",
    ),
    "unknown_post": ("没有岗位“{code}”，请重新选择。", "There is no post {code}; please choose again."),
    "unknown_record": (
        "没有编号为“{number}”的登记，请核对编号。",
        "There is no record {number}; please check the number.",
    ),
    "no_such_record": (
        "没有编号为“{number}”的登记，请核对编号。",
        "There is no record {number}; please check the number.",
    ),
    "no_such_notice": (
        "没有编号或查询码为“{number}”的告知单，请核对。",
        "There is no notice with the number or code {number}; please check it.",
    ),
    "restricted": (
        "{number} 是投诉举报登记，仅限有权限的人员查看。",
        "{number} is a complaint record; only those with the right may see it.",
    ),
    "agent_without_principal": (
        "代办时请填写本人（申请人）的姓名，代办人填在“更多”里。",
        "Somebody came for another person: please enter whose matter it is; the agent goes under More.",
    ),
    "merged_already": (
        "这两位已经是同一人的资料，不必再合并。",
        "These two are one person already; there is nothing to merge.",
    ),
    "parted_already": ("这次合并已经撤销。", "This merge has been undone already."),
    "merged_again": (
        "{name}的资料之后又合并过，请先撤销后来的合并。",
        "{name} was merged again later; please undo that merge first.",
    ),
    "not_a_call": (
        "这条登记不是来电，没有电话记录可打印。",
        "This record is of no call, so there is no telephone record to print.",
    ),
    "time_unreadable": (
        "看不懂这个时间，请写成 9:15、昨天 16:20 或 11-24 9:15。",
        "This time cannot be read; write it like 9:15, yesterday 16:20 or 11-24 9:15.",
    ),
    "time_without_clock": ("请写明几点几分，例如 9:15。", "Please write the time of day too, for instance 9:15."),
    "void_already": ("这条登记已经作废，不能再改。", "This record is void and cannot be changed."),
    "void_not_own": (
        "{number} 不是您今天登记的，作废请找科室负责人。",
        "{number} is not your record of today; please ask the section head to void it.",
    ),
    "undo_too_late": (
        "{number} 已不能撤销：之后另有登记或计数。需要时请在登记簿中作废并写明原因。",
        "{number} can no longer be undone: something was saved after it. Void it with a reason if need be.",
    ),
    "undo_printed": (
        "{number} 的告知单或电话记录已经打印，不能再撤销；需要时请在登记簿中作废并写明原因。",
        "A paper of {number} has been printed, so it can no longer be undone; void it with a reason if need be.",
    ),
    "undo_tally_too_late": (
        "这次计数已不能撤销：之后另有登记或计数，或者不是您今天的计数。",
        "This tally can no longer be undone: something was saved after it, or it is not yours of today.",
    ),
    "nothing_to_change": ("内容没有变化，不需要保存。", "Nothing was changed, so nothing needs saving."),
    "matter_without_limit": (
        "该事项没有办理时限，请先在目录中补上。",
        "This matter has no time limit; please enter one in the catalogue.",
    ),
    "notice_without_matter": (
        "这条登记没有服务事项，不能出具告知单，请先选定事项。",
        "This record has no matter, so no notice can be issued; please choose the matter first.",
    ),
    "no_such_material": (
        "该事项只有 {rows} 项材料，没有第 {no} 项。",
        "The matter has {rows} papers; there is no paper {no}.",
    ),
    "ticked_twice": ("第 {no} 项材料勾选了两次，请保留一个。", "Paper {no} was ticked twice; please keep one."),
    "question_open": (
        "请先回答第 {no} 项“{name}”是否适用。",
        "Please answer first whether paper {no} ({name}) applies.",
    ),
    "row_blank": (
        "请勾选第 {no} 项“{name}”的情况，不能留空。",
        "Please tick the state of paper {no} ({name}); no row may stay blank.",
    ),
    "answer_contradicts": (
        "第 {no} 项“{name}”的勾选与询问结果不一致，请核对。",
        "The tick of paper {no} ({name}) contradicts the answer; please check it.",
    ),
    "defect_without_reason": (
        "请写明第 {no} 项“{name}”需要更正什么。",
        "Please say what must be corrected in paper {no} ({name}).",
    ),
    "second_notice": (
        "二次告知：第 {rows} 项材料首次没有告知，请选择原因；出具后由科室负责人核准。",
        "Second notice: paper {rows} was not named the first time. Please choose why; the section head releases it.",
    ),
}
