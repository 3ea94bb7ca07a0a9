"""What to say about absences, stand-ins and transfers.

Source: handbook §1.3 (guards), §4.2, §4.3.
"""

from collections.abc import Mapping

from reception.words.language import Pair

CODES: Mapping[str, Pair] = {
    "until_before_from": (
        "预计返回时间须晚于离岗时间，请更正。",
        "The return lies before the absence begins; please correct it.",
    ),
    "until_past": (
        "预计返回时间已经过去，请填写以后的时间。",
        "The planned return is past; please enter a later time.",
    ),
    "short_too_long": (
        "临时离开最多 {minutes} 分钟，更久请选其他事由。",
        "A short absence lasts {minutes} minutes at most; please choose another reason for more.",
    ),
    "absence_too_far": (
        "时间离今天太远，请核对日期。",
        "The time lies too far from today; please check the date.",
    ),
    "absence_twice": (
        "这段时间已登记“{kind_of}”，请先销假或取消那一条。",
        "An absence ({kind_of}) is already entered for this time; please end or cancel it first.",
    ),
    "post_uncovered": (
        "有 {count} 个岗位将无人顶岗，请先确认空岗风险。",
        "Posts that nobody would cover: {count}; please confirm that first.",
    ),
    "absence_over": (
        "这次离岗已经销假或取消，不需要再办。",
        "This absence has ended or was cancelled; nothing is left to do.",
    ),
    "absence_begun": (
        "离岗已经开始，不能取消，请办理返回（销假）。",
        "The absence has begun and cannot be cancelled; please confirm the return.",
    ),
    "absence_to_come": (
        "离岗还没有开始，不能销假；不去了请取消。",
        "The absence has not begun, so there is no return yet; cancel it if it does not take place.",
    ),
    "holder_stands_in": (
        "B岗不能是在岗人本人，请另选一位或留空。",
        "The stand-in cannot be the holder; please choose somebody else or nobody.",
    ),
    "stand_in_twice": (
        "两位B岗不能是同一人，请另选一位或留空。",
        "The two stand-ins cannot be the same person; please choose somebody else or nobody.",
    ),
    "stand_in_kept_apart": (
        "此人所在岗位与本岗不相容，按内部控制不能顶岗，请另选一位。",
        "This person holds a post that must be kept apart from this one; please choose somebody else.",
    ),
    "first_stand_in_first": (
        "请先设B岗，再设第二B岗。",
        "Please choose the first stand-in before the second.",
    ),
    "assignment_past": (
        "任职不能从过去的日期开始，请填写今天或以后的日期。",
        "An assignment cannot begin in the past; please take today or a later day.",
    ),
    "posts_the_same": (
        "请选择两个不同的岗位。",
        "Please choose two different posts.",
    ),
    "posts_apart_twice": (
        "这两个岗位已列为不相容。",
        "These two posts are kept apart already.",
    ),
    "stand_in_away": (
        "此人这段时间也离岗，请另选一位。",
        "This person is away in that time too; please choose somebody else.",
    ),
    "not_a_stand_in": (
        "您不是“{name}”的B岗，请由其B岗或负责人办理。",
        "You do not stand in for {name}; a stand-in or a head must do this.",
    ),
    "no_gap": (
        "这段时间没有空岗，不需要指定临时顶岗。",
        "Nothing is uncovered in that time; nobody has to be named.",
    ),
    "naming_backwards": (
        "结束时间须晚于开始时间，请更正。",
        "The end lies before the beginning; please correct it.",
    ),
    "naming_past": (
        "结束时间已经过去，请填写以后的时间。",
        "The end is past; please enter a later time.",
    ),
    "naming_too_long": (
        "一次最多指定 {days} 天；时间更长的，请另设B岗。",
        "Nobody is named for more than {days} days at one go; for longer, please set another stand-in for good.",
    ),
    "stand_in_belongs": (
        "此人本来就是这个岗位的A岗或B岗，不需要指定。",
        "This person holds or stands in for the post anyway; nobody has to be named.",
    ),
    "named_already": (
        "“{name}”已经是这段时间的临时顶岗人。",
        "{name} was named for that time already.",
    ),
    "nothing_to_hand_over": (
        "“{name}”没有岗位，不需要交接。",
        "{name} holds no post; there is nothing to hand over.",
    ),
    "handover_not_yours": (
        "这份交接是交给“{name}”的，请由其接收。",
        "This was handed over to {name}, who must accept it.",
    ),
    "handover_not_readable": (
        "交接单只给移交人、接收人和负责人看。",
        "A hand-over is read only by who wrote it, who receives it, and the heads.",
    ),
    "handover_accepted": (
        "这份交接已经接收，不能再改。",
        "This hand-over was accepted and cannot be changed any more.",
    ),
    "handover_missing": (
        "没有可以办理的交接单，可能已经撤回。",
        "There is no hand-over to deal with; it may have been taken back.",
    ),
    "report_not_yours": (
        "这份顶岗报告由“{name}”确认。",
        "This report is for {name} to acknowledge.",
    ),
    "report_missing": (
        "销假后才有顶岗报告。",
        "There is a report only after the return is confirmed.",
    ),
    "kind_known": (
        "这次离岗的事由已经填写。",
        "The reason of this absence is known already.",
    ),
    "post_differs": (
        "岗位“{code}”的在岗人与任职记录不一致（{fields}）。",
        "Post {code} differs from its assignments ({fields}).",
    ),
    "same_post": (
        "已经在这个岗位，请选择另一个岗位。",
        "It lies with this post already; please choose another post.",
    ),
    "ack_before_sent": (
        "签收时间早于转办时间，请更正。",
        "It was acknowledged before it was sent; please correct the time.",
    ),
    "not_the_receiver": (
        "这件转办的接收人是“{receiver}”，请由接收人办理；电话或纸质签收的可以代记。",
        "This was sent to {receiver}, who must deal with it; what was acknowledged by phone or on paper can be noted.",
    ),
    "training_ahead": (
        "培训只在结束后登记，请填写今天或以前的日期。",
        "A session is entered once it was held; please take today or an earlier day.",
    ),
    "plan_past": (
        "计划的日期已经过去，请填写今天或以后的日期。",
        "The day of a plan cannot be past; please take today or a later day.",
    ),
    "plan_dropped": (
        "这项培训计划已经取消。",
        "This planned session was dropped already.",
    ),
    "absence_elsewhere": (
        "这次离岗不是这个岗位的，或在督查之后，请另选。",
        "This absence belongs to another post or began after the check; please choose again.",
    ),
    "training_length": (
        "时长请填 1 至 {most} 分钟，超过一天的请逐日登记。",
        "Please enter 1 to {most} minutes; what lasts longer than a day is entered day by day.",
    ),
    "trainer_is_trainee": (
        "培训人不能是受训人本人，请填写实际授课或带教的人。",
        "Nobody trains himself; please name whoever gave the session.",
    ),
    "training_not_yours": (
        "您不是“{name}”的A岗，这个岗位的培训由其A岗或负责人登记。",
        "You do not hold {name}; its holder or a head records training for it.",
    ),
    "training_struck": (
        "这次培训已经注销，不能再改。",
        "This session was struck out and cannot be changed any more.",
    ),
    "check_ahead": (
        "督查时间还没有到，请更正。",
        "The time of the check lies ahead; please correct it.",
    ),
    "correct_by_wanted": (
        "发现了问题，请填写整改期限。",
        "Something was wrong; please say by when it is to be corrected.",
    ),
    "correct_by_before": (
        "整改期限早于督查日期，请更正。",
        "It is to be corrected before the check was made; please take a later day.",
    ),
    "finding_wordless": (
        "三项都合格而定了整改期限，请写明要整改什么。",
        "All three were in order; please say what is to be corrected.",
    ),
    "finding_settled": (
        "这条督查没有待整改的问题，不需要再办。",
        "Nothing is left to correct after this check.",
    ),
}
