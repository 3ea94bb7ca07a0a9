"""The headings, columns and definitions of the reports of duty.

Source: handbook §4.5.
"""

from reception.words.language import Pair

TITLES: dict[str, Pair] = {
    "post": ("岗位", "Post"),
    "posts": ("岗位", "Posts"),
    "holder": ("A岗", "In charge"),
    "both": ("同时离岗", "Away at once"),
    "fault": ("问题", "What is wrong"),
    "from": ("自", "From"),
    "until": ("至", "Until"),
    "lasts": ("工作时间", "Office hours"),
    "named": ("临时顶岗", "Temporary"),
    "when": ("时段", "When"),
    "who": ("离岗人", "Away"),
    "kind": ("事由", "Why"),
    "note": ("交接", "Hand-over"),
    "giver": ("交出", "From whom"),
    "taker": ("接收", "To whom"),
    "given": ("交出时间", "Given at"),
    "taken": ("接收时间", "Taken at"),
    "number": ("编号", "Number"),
    "sent": ("转出时间", "Sent at"),
    "signed": ("签收时间", "Answered at"),
    "due": ("期限", "Due"),
    "late": ("是否按时", "In time"),
    "serving": ("顶岗人", "Stood in"),
    "by": ("顶岗方式", "How"),
    "fault_of": ("责任", "Whose fault"),
    "day": ("日期", "Day"),
    "trainee": ("受训人", "Trainee"),
    "trainer": ("培训人", "Trainer"),
    "topic": ("内容", "Topic"),
    "form": ("方式", "Form"),
    "minutes": ("分钟", "Minutes"),
    "result": ("结果", "Result"),
    "stand_in": ("B岗", "Stand-in"),
    "sessions": ("本期次数", "Sessions"),
    "hours": ("本期时长", "Trained"),
    "ever": ("累计次数", "Ever"),
    "state": ("状态", "State"),
    "found": ("发现的问题", "Found"),
    "correct_by": ("整改期限", "Correct by"),
    "age": ("已过", "Open for"),
}
HEADINGS: dict[str, Pair] = {
    "bare": ("没有有效B岗的岗位", "No valid stand-in"),
    "both_away": ("A、B岗同时离岗", "All of a post away"),
    "absent": ("离岗未交接", "No hand-over"),
    "notes": ("交接接收用时", "Time to accept"),
    "transfers": ("转办签收用时", "Time to answer"),
    "stood_in": ("顶岗期间超时", "Late, standing in"),
    "training": ("培训时长", "Training"),
    "learners": ("B岗培训情况", "Stand-ins trained"),
    "findings": ("未整改的督查问题", "Open findings"),
}
NOTES: dict[str, Pair] = {
    "bare": (
        "在用岗位中，没有设B岗，或B岗都已离开、与A岗同一人、按内部控制不能顶岗的；以末日（不晚于今天）的任职为准。",
        "Posts in use without a stand-in who may and can stand in, on the last day of the period, today at latest.",
    ),
    "both_away": (
        "A岗和全部B岗在上班时间同时离岗的时段，往期按实际，以后按计划；半小时内的暂离不算。",
        "Office hours with all of a post away: past ones as they were, later ones as planned; no short absences.",
    ),
    "absent": (
        "本期开始、按规定应交接的离岗中，返回前没有交接单被接收的。事出突然的也列出并注明。",
        "Absences begun in the period that call for a note, and had none accepted before the return; sudden ones too.",
    ),
    "notes": (
        "本期写的交接单，从交出到接收的工作时间平均数；尚未接收的不计入平均，另计。",
        "Hand-overs of the period: office hours until accepted, on average; those still waiting are counted apart.",
    ),
    "transfers": (
        "本期转出的件，从转出到签收或退回的工作时间平均数；尚未签收的另计。投诉举报不在其中。",
        "Transfers sent in the period: office hours until acknowledged or returned; complaints are not among them.",
    ),
    "stood_in": (
        "本期到期、到期时由B岗或他人顶岗的受理件中超时的；投诉举报、中止和申请人撤回的不在其中。",
        "Cases due in the period while somebody stood in, and late; no complaints, stopped clocks or withdrawn cases.",
    ),
    "training": (
        "本期举行的培训，每位受训人计一次；注销的不计。",
        "Sessions held in the period, each trainee counted once; those struck out are not.",
    ),
    "learners": (
        "每个在用岗位的每位B岗；“从未培训”是截至末日没有一次培训记录的。",
        "Every stand-in of every post in use; never trained is who had no session up to the last day.",
    ),
    "findings": (
        "末日（不晚于今天）仍未整改的；已过是从督查当天算起的天数。",
        "Not corrected on the last day, today at latest; days since the check.",
    ),
}
EMPTY: dict[str, Pair] = {
    "bare": ("每个岗位都有有效的B岗。", "Every post has a valid stand-in."),
    "both_away": ("没有A、B岗同时离岗。", "Nobody was away together with all stand-ins."),
    "absent": ("本期没有应交接的离岗。", "No absence called for a hand-over."),
    "notes": ("本期没有写交接单。", "No hand-over was written."),
    "transfers": ("本期没有转办。", "Nothing was sent on."),
    "stood_in": ("没有在顶岗期间到期的受理件。", "No case was due while somebody stood in."),
    "training": ("本期没有培训记录。", "No training was recorded."),
    "learners": ("还没有设B岗。", "No stand-ins are set."),
    "findings": ("没有未整改的问题。", "Nothing is left to correct."),
}
