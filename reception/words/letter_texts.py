"""The fixed sentences of the letters, in both languages; an office may put its own in their place.

Source: handbook §2.8 (templates), §2.2 (signers, copies); the wordings of what §2.8 leaves open are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reception.rules.papers import PaperKind
from reception.words.language import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWording:
    """What a kind says: title, the sentence with its placeholders, closing lines, signature lines, copies.

    `{…}` in `statement` and `closing` are the placeholders of handbook §2.8; a clause in square brackets is left out
    where one of its placeholders is not known.
    """

    title: Pair
    statement: Pair
    closing: Pair = ("", "")
    signers: tuple[Pair, ...]
    parts: tuple[Pair, ...] = ()


_HANDLER: Pair = ("承办人（签名）", "Handled by")
_APPLICANT: Pair = ("申请人（签名）", "Applicant")
_HEAD: Pair = ("负责人（签名）", "Head")
_COPIES: Pair = (
    "本单一式两份，由单位和申请人各执一份。",
    "Two copies, one for the office, one for the applicant.",
)
APPLICANT_PARTS: tuple[Pair, ...] = (
    ("第一联　存根（单位留存）", "Part 1  Stub (kept by the office)"),
    ("第二联　申请人留存", "Part 2  Applicant's copy"),
    ("第三联　随材料流转", "Part 3  Travels with the papers"),
)
_TRANSFER_PARTS: tuple[Pair, ...] = (
    ("第一联　移交方留存", "Part 1  Kept by the sender"),
    ("第二联　接收方留存", "Part 2  Kept by the receiver"),
    ("第三联　随材料流转", "Part 3  Travels with the papers"),
)
_SERVED_PARTS: tuple[Pair, ...] = (("第一联　存根", "Part 1  Stub"), ("第二联　送达", "Part 2  To the person named"))

WORDINGS: Mapping[PaperKind, LetterWording] = {
    PaperKind.YC: LetterWording(
        title=("一次性告知单", "One-time Notice"),
        statement=("", ""),
        closing=(
            "[补齐以上{n}项后请直接到窗口提交，不必重新取号咨询；逾期未补的，材料可以取回，以后可再次申请。]\n"
            "本单一式两份，由单位和申请人各执一份。",
            "[Please bring the {n} missing straight to the counter, without queuing for advice again. "
            "After that date the papers may be collected and a new application is possible.]\n"
            "Two copies, one for the office, one for the applicant.",
        ),
        signers=(("告知人（签名）", "Informed by"), _APPLICANT),
    ),
    PaperKind.SJ: LetterWording(
        title=("材料接收凭证", "Receipt for Papers"),
        statement=(
            "今收到{name}提交的{matter}材料{n}件（清单附后）。本单只证明收到材料，是否齐全将在{days}个工作日内告知。",
            "Received from {name}: {n} papers for {matter} (list below). This proves receipt only; whether they are "
            "complete will be told within {days} working days.",
        ),
        closing=_COPIES,
        signers=(("接收人（签名）", "Received by"), ("交件人（签名）", "Handed in by")),
    ),
    PaperKind.SL: LetterWording(
        title=("受理通知单", "Notice of Acceptance"),
        statement=(
            "您申请的{matter}材料齐全，现予受理。受理编号{no}，受理时间{at}，承诺于{due}前办结[（法定时限：{stat}）]。"
            "[承办人{who}][，电话{tel}。]",
            "Your application for {matter} is complete and accepted. No. {no}, accepted {at}, to be completed by {due}"
            "[ (statutory: {stat})].[ Handler {who}][, {tel}.]",
        ),
        closing=_COPIES,
        signers=(_HANDLER, _APPLICANT),
    ),
    PaperKind.BZ: LetterWording(
        title=("补正材料通知单", "Notice to Supplement"),
        statement=(
            "经审核，您提交的{matter}材料尚有下列内容需要补正：{reason}。请于{until}前补正；自补正齐全之日重新确认受理，"
            "补正时间不计入办理时限。",
            "On review, the following must be supplemented for {matter}: {reason}. Please do so by {until}; acceptance "
            "is confirmed when complete, and this time is not counted.",
        ),
        closing=_COPIES,
        signers=(_HANDLER, _APPLICANT),
    ),
    PaperKind.BS: LetterWording(
        title=("不予受理告知单", "Notice of Non-acceptance"),
        statement=(
            "您申请的{matter}因{reason}，依据{basis}，本单位不予受理。建议向{body}提出[，地点{place}][，电话{tel}]。",
            "Your application for {matter} is not accepted by this unit because {reason} (basis: {basis}). Please turn "
            "to {body}[, {place}][, {tel}].",
        ),
        closing=_COPIES,
        signers=(_HANDLER, ("科室负责人（签名）", "Section head")),
    ),
    PaperKind.BB: LetterWording(
        title=("不予办理告知单", "Notice of Refusal"),
        statement=(
            "您申请的{matter}，经审核不符合{basis}中关于{clause}的要求，不予办理。[{remedy}]材料已退还。",
            "Your application for {matter} does not meet the requirement on {clause} in {basis} and is refused."
            "[ {remedy}] Your papers are returned.",
        ),
        closing=_COPIES,
        signers=(_HANDLER, _HEAD),
    ),
    PaperKind.BBR: LetterWording(
        title=("否定报备登记表", "Report of Refusal"),
        statement=(
            "拟对{matter}作出不予办理决定。理由：{reason}。依据：{basis}。",
            "Refusal proposed for {matter}. Reason: {reason}. Basis: {basis}.",
        ),
        closing=(
            "承办人只在职权范围内答复，超出职权的由领导决定。",
            "Beyond the handler's authority the leader decides.",
        ),
        signers=(_HANDLER, ("审批人（签名）", "Approved by")),
        parts=(("内部报备", "Internal"),),
    ),
    PaperKind.ZT: LetterWording(
        title=("中止计时告知单", "Clock Suspended"),
        statement=(
            "因{reason}，您的事项自{at}起中止计时，恢复后另行告知[，原剩余时限{left}继续计算]。",
            "Because of {reason} the clock of your case stops on {at}; you will be told when it resumes"
            "[; {left} remain].",
        ),
        closing=_COPIES,
        signers=(_HANDLER,),
    ),
    PaperKind.HF: LetterWording(
        title=("恢复计时告知单", "Clock Resumed"),
        statement=(
            "您的事项自{at}起恢复计时，办结日期为{due}。",
            "The clock of your case runs again from {at}; it is to be completed by {due}.",
        ),
        closing=_COPIES,
        signers=(_HANDLER,),
    ),
    PaperKind.YQ: LetterWording(
        title=("延期办理告知单", "Notice of Extension"),
        statement=(
            "因{reason}，经{who}批准，您的事项延长{n}个工作日，新的办结日期为{due}。给您带来不便，谨致歉意。",
            "Because of {reason}, with the approval of {who}, your case is extended by {n} working days; new date "
            "{due}. We apologise.",
        ),
        closing=_COPIES,
        signers=(("批准人（签名）", "Approved by"),),
    ),
    PaperKind.BJ: LetterWording(
        title=("办结通知单", "Notice of Completion"),
        statement=(
            "您申请的{matter}已于{at}办结，结果：{result}。[请凭本单和有效证件到{place}领取，或按您选择的方式寄送。]",
            "{matter} was completed on {at}: {result}.[ Collect at {place} with this slip and your ID, or by the "
            "chosen delivery.]",
        ),
        closing=_COPIES,
        signers=(_HANDLER, ("领取人（签名）", "Received by")),
    ),
    PaperKind.ZB: LetterWording(
        title=("转办（移交）单", "Transfer"),
        statement=(
            "兹将{reg_no}号登记事项（{summary}）及材料{n}件移交{to}，请于{until}前提出处理意见并联系来访人。",
            "Register entry {reg_no} ({summary}) with {n} papers is handed to {to}; please propose handling and "
            "contact the visitor by {until}.",
        ),
        signers=(("移交人（签名）", "Handed over by"), ("接收人（签名）", "Received by")),
        parts=_TRANSFER_PARTS,
    ),
    PaperKind.DB: LetterWording(
        title=("催办（督办）单", "Reminder"),
        statement=(
            "{to}：{no}号事项应于{due}办结，现{state}。请于{until}前办结或书面说明。",
            "{to}: case {no} was due {due} and is now {state}. Please complete it or explain in writing by {until}.",
        ),
        signers=(("督办人（签名）", "Supervised by"), ("接收人（签名）", "Received by")),
        parts=_SERVED_PARTS,
    ),
}

PLACEHOLDERS: Mapping[str, Pair] = {
    "name": ("来访人姓名", "visitor's name"),
    "matter": ("事项", "matter"),
    "n": ("件数或天数", "number"),
    "days": ("告知天数", "days"),
    "no": ("受理编号", "case no."),
    "at": ("时间", "time"),
    "due": ("办结日期", "due date"),
    "stat": ("法定时限", "statutory limit"),
    "who": ("承办人或批准人", "who"),
    "tel": ("电话", "phone"),
    "reason": ("理由或内容", "reason"),
    "until": ("期限", "by when"),
    "basis": ("依据", "basis"),
    "clause": ("要求", "requirement"),
    "remedy": ("救济途径", "remedy"),
    "body": ("受理部门", "body"),
    "place": ("地点", "place"),
    "left": ("剩余时限", "time left"),
    "result": ("办理结果", "result"),
    "reg_no": ("登记编号", "entry no."),
    "summary": ("摘要", "summary"),
    "to": ("接收人", "receiver"),
    "state": ("目前情况", "state"),
}
"""What each placeholder of a wording stands for."""
