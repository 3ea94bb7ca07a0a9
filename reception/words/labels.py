"""What the members of the closed sets are called.

Source: handbook §0.2 (glossary), §0.3 (roles), §1.2 (fields), §1.3 (dispositions), §3.1, §3.5.
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import cases, catalogue, inquiries, limits, logs, notices, office, staff, working_calendar
from reception.rules.visitors import phones
from reception.words import (
    labels_calendar,
    labels_counter,
    labels_displays,
    labels_duty,
    labels_life,
    labels_once,
    labels_papers,
    labels_passed,
    labels_roster,
)
from reception.words.language import Language, Pair, pick

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    inquiries.Channel: {
        "visit": ("来访", "visit"),
        "phone": ("来电", "phone"),
        "letter": ("来信", "letter"),
        "email": ("邮件", "e-mail"),
        "online": ("网络留言", "online message"),
        "forwarded": ("上级或他单位转来", "forwarded"),
    },
    inquiries.PersonKind: {
        "undergraduate": ("本科生", "undergraduate"),
        "postgraduate": ("研究生", "postgraduate"),
        "staff": ("教职工", "staff"),
        "retired": ("离退休人员", "retired staff"),
        "alumni": ("校友", "alumni"),
        "parent": ("学生家长", "parent"),
        "outside_unit": ("校外单位", "outside unit"),
        "international": ("国际学生", "international student"),
        "anonymous": ("未表明身份", "anonymous"),
    },
    inquiries.Kind: {
        "inquiry": ("咨询", "inquiry"),
        "application": ("办事", "application"),
        "report": ("反映情况", "report"),
        "suggestion": ("建议", "suggestion"),
        "complaint": ("投诉", "complaint"),
        "tip_off": ("举报", "tip-off"),
        "help": ("求助", "request for help"),
        "praise": ("表扬", "praise"),
        "other": ("其他", "other"),
    },
    inquiries.Scope: {
        "own_post": ("本岗位职责", "duty of this post"),
        "same_unit": ("本单位其他岗位", "another post of this unit"),
        "other_unit": ("校内其他单位", "another unit of the university"),
        "outside_university": ("校外单位", "outside the university"),
        "unclear": ("归属不明", "unclear"),
        "not_acceptable": ("不属受理范围", "not acceptable"),
    },
    inquiries.Disposition: {
        "D1": ("当场答复", "answered"),
        "D2": ("当场办结", "done at once"),
        "D3": ("受理承诺", "promised"),
        "D4": ("一次性告知", "notice"),
        "D5a": ("引导到人", "led to person"),
        "D5b": ("本单位转办", "to our post"),
        "D6": ("登记移交", "handed over"),
        "D7": ("引导告知", "guided"),
        "D8": ("解释说明", "explained"),
        "D9": ("请示后答复", "leader asked"),
        "D10": ("投诉举报转处", "complaint"),
    },
    inquiries.Urgency: {
        "normal": ("平件", "normal"),
        "urgent": ("急件", "urgent"),
        "very_urgent": ("特急", "very urgent"),
    },
    inquiries.ReplyPref: {
        "phone": ("电话", "phone"),
        "sms": ("短信", "text message"),
        "email": ("邮件", "e-mail"),
        "in_person": ("当面", "in person"),
        "post": ("邮寄", "post"),
    },
    inquiries.GuideMode: {
        "led": ("带领", "led there"),
        "pointed": ("指路", "shown the way"),
        "call_transferred": ("转接电话", "call transferred"),
        "phone_given": ("告知电话", "phone number given"),
        "written_note": ("书面便条", "written note"),
    },
    inquiries.Status: {
        "open": ("待办", "open"),
        "handed_over": ("已移交", "handed over"),
        "in_progress": ("办理中", "in progress"),
        "closed": ("已办结", "closed"),
        "void": ("作废", "void"),
    },
    inquiries.VoidReason: {
        "undo": ("撤销刚才的登记", "undone at once"),
        "mistake": ("登记有误", "entered by mistake"),
        "duplicate": ("重复登记", "registered twice"),
        "test": ("测试记录", "test entry"),
    },
    notices.MaterialState: {
        "provided": ("已提供", "provided"),
        "missing": ("缺", "missing"),
        "defective": ("需更正", "to be corrected"),
        "not_applicable": ("不适用", "not applicable"),
    },
    notices.Verdict: {
        "complete": ("材料齐全", "papers complete"),
        "supplement": ("需补正", "to be supplemented"),
    },
    notices.SecondReason: {
        "request_changed": ("申请事项有变化", "the request changed"),
        "rule_changed": ("规定有变化", "the rules changed"),
        "new_fact": ("出现新情况", "a new fact"),
        "omission": ("首次告知有遗漏", "our omission"),
    },
    notices.PaperSize: {
        "A4": ("A4", "A4"),
        "A4x3": ("A4 三联", "A4, three parts"),
        "A5": ("A5", "A5"),
        "80mm": ("80 毫米", "80 mm"),
    },
    cases.CaseStatus: {
        "open": ("办理中", "open"),
        "awaiting_papers": ("待补正", "awaiting papers"),
        "suspended": ("中止", "clock stopped"),
        "closed": ("已办结", "closed"),
        "void": ("作废", "void"),
    },
    cases.ReferralStatus: {
        "sent": ("待签收", "to acknowledge"),
        "acknowledged": ("已签收", "acknowledged"),
        "returned": ("已退回", "returned"),
        "passed_on": ("已转交", "passed on"),
        "deciding": ("待单位负责人决定", "unit head decides"),
        "void": ("作废", "void"),
    },
    cases.Light: {
        "overdue": ("超时", "overdue"),
        "due_today": ("今日到期", "due today"),
        "warning": ("临期", "due soon"),
        "normal": ("正常", "on time"),
        "paused": ("中止", "paused"),
    },
    catalogue.Category: {
        "instant": ("当场办结", "instant"),
        "routine": ("例行服务事项", "routine service"),
        "approval": ("审批事项", "approval"),
        "complex": ("复杂事项", "complex matter"),
        "coordination": ("部门间协商事项", "coordination between offices"),
        "petition": ("来信来访", "letters and visits"),
    },
    catalogue.CaseType: {
        "即办件": ("即办件", "done on the spot"),
        "承诺件": ("承诺件", "with a promised date"),
        "联办件": ("联办件", "several offices"),
        "上报件": ("上报件", "forwarded to a higher body"),
        "退办件": ("退办件", "returned"),
    },
    catalogue.Audience: {
        "undergraduate": ("本科生", "undergraduates"),
        "postgraduate": ("研究生", "postgraduates"),
        "staff": ("教职工", "staff"),
        "retired": ("离退休人员", "retired staff"),
        "alumni": ("校友", "alumni"),
        "parent": ("学生家长", "parents"),
        "external": ("校外人员", "outside persons"),
        "international": ("国际学生", "international students"),
    },
    limits.LimitUnit: {
        "IMMEDIATE": ("分钟（办公时间）", "working minutes"),
        "SAME_DAY": ("当日办结", "same day"),
        "WHOUR": ("工作小时", "working hours"),
        "HOUR": ("小时", "hours"),
        "WD": ("工作日", "working days"),
        "CD": ("自然日", "calendar days"),
        "HALF_MONTH": ("半个月", "half a month"),
        "MONTH": ("个月", "months"),
    },
    limits.AfterHours: {
        "same_day": ("下班后收到的，按当日收到起算", "what arrives after hours is dated the same day"),
        "next_workday": ("下班后收到的，视为下一工作日收到", "what arrives after hours is dated the next working day"),
    },
    working_calendar.DayKind: {
        "workday": ("工作日", "working day"),
        "weekend": ("周末", "weekend"),
        "holiday": ("节假日", "holiday"),
        "make_up": ("调休上班", "make-up working day"),
        "unit_off": ("单位休息", "unit closed"),
        "unit_work": ("单位上班", "unit works"),
        "estimated_holiday": ("预计节假日", "expected holiday"),
    },
    office.NumberStyle: {
        "slip": ("便笺式（第0012号）", "slip (No. 0012)"),
        "formal": ("公文式（12号）", "formal (No. 12)"),
    },
    logs.LogFormat: {
        "xlsx": ("Excel 工作簿", "Excel workbook"),
        "csv": ("CSV 表格", "CSV table"),
        "pdf": ("PDF 签字版", "PDF for signature"),
    },
    staff.Role: {
        "clerk": ("窗口人员", "clerk"),
        "section_head": ("科室负责人", "section head"),
        "unit_head": ("单位主要负责人", "unit head"),
        "supervisor": ("作风督查员", "supervisor"),
        "administrator": ("系统管理员", "administrator"),
    },
    staff.Action: {
        "create_office": ("建立单位", "create the office"),
        "edit_office": ("修改单位设置", "edit the office"),
        "edit_staff": ("管理人员与岗位", "edit accounts and posts"),
        "change_own_password": ("修改本人密码", "change one's own password"),
        "sign_in": ("登录", "sign in"),
        "record": ("登记", "register an inquiry"),
        "void_own": ("作废本人当日登记", "void one's own record of the day"),
        "void_any": ("作废登记", "void a record"),
        "correct_own": ("更正本人当日登记", "correct one's own record of the day"),
        "correct_any": ("更正登记", "correct any record"),
        "correct_first_officer": ("更正首问责任人", "correct the first officer"),
        "see_personal": ("查看完整个人信息", "see personal details"),
        "see_restricted": ("查看投诉举报登记", "see complaint records"),
        "issue_notice": ("出具告知单", "issue a notice"),
        "print_notice": ("打印告知单", "print a notice"),
        "release_second_notice": ("核准二次告知", "release a second notice"),
        "mend_matter": ("更正办事地点和电话", "mend place and phone of a matter"),
        "edit_catalogue": ("编辑办事目录", "edit the catalogue"),
        "import_catalogue": ("导入办事目录", "import a catalogue"),
        "edit_calendar": ("维护工作日历", "edit the working calendar"),
        "export_masked": ("导出脱敏周志", "export the masked log"),
        "export_full": ("导出完整周志", "export the full log"),
        "view_audit": ("查看修改痕迹", "view the audit log"),
        **labels_calendar.ACTIONS,
        **labels_counter.ACTIONS,
        **labels_duty.ACTIONS,
        **labels_displays.ACTIONS,
        **labels_life.ACTIONS,
        **labels_once.ACTIONS,
    },
    phones.PhoneKind: {
        "mobile": ("手机", "mobile"),
        "landline": ("固定电话", "landline"),
        "local": ("本地固定电话", "local landline"),
        "service": ("服务热线", "service number"),
        "campus": ("校内短号", "campus number"),
        "hotline": ("紧急或公共热线", "hotline"),
        "international": ("境外号码", "foreign number"),
        "invalid": ("号码待核对", "to be checked"),
    },
    Language: {"zh": ("中文", "Chinese"), "en": ("英文", "English")},
    **labels_calendar.LABELS,
    **labels_counter.LABELS,
    **labels_duty.LABELS,
    **labels_life.LABELS,
    **labels_displays.LABELS,
    **labels_once.LABELS,
    **labels_papers.LABELS,
    **labels_passed.LABELS,
    **labels_roster.LABELS,
}


def label(member: StrEnum, language: Language) -> str:
    """Give what a member of a closed set is called."""
    return pick(LABELS[type(member)][member.value], language)


KINDS: Mapping[str, Pair] = {
    "Inquiry": ("登记记录", "record"),
    "Visitor": ("来访人", "visitor"),
    "Notice": ("告知单", "notice"),
    "Case": ("受理件", "case"),
    "Referral": ("转办件", "transfer"),
    "Office": ("单位设置", "office"),
    "Counter": ("窗口", "counter"),
    "Account": ("账号", "account"),
    "Post": ("岗位", "post"),
    "Unit": ("部门", "unit"),
    "Matter": ("办事事项", "matter"),
    "WorkingYear": ("年度放假安排", "year of the calendar"),
    "WorkingDay": ("特殊工作日", "day of the calendar"),
    "Catalogue": ("办事目录", "catalogue"),
    "Week": ("周志", "weekly log"),
    "Register": ("登记簿", "register"),
    "AuditEntry": ("修改痕迹", "audit entry"),
    **labels_calendar.KINDS,
    **labels_counter.KINDS,
    **labels_duty.KINDS,
    **labels_life.KINDS,
    **labels_displays.KINDS,
    **labels_papers.KINDS,
}
"""What the kinds of records are called, by the name of their class."""


def kind_label(kind: str, language: Language) -> str:
    """Give what a kind of record is called; an unknown kind keeps its own name."""
    return pick(KINDS.get(kind, (kind, kind)), language)


DAY_REASONS: Mapping[str, Pair] = {
    "start_day": ("起算当日，不计入", "Day of the start, not counted"),
    "workday": ("工作日", "Working day"),
    "make_up": ("调休上班日", "Make-up working day"),
    "unit_work": ("本单位安排上班", "Worked by arrangement of the unit"),
    "calendar_day": ("自然日，计入", "Calendar day, counted"),
    "clock_hours": ("按小时连续计算", "Hours run on without a break"),
    "weekend": ("周末休息", "Weekend"),
    "holiday": ("放假", "Public holiday"),
    "estimated_holiday": (
        "法定节假日（预计，安排尚未公布）",
        "Statutory holiday (expected; the notice is not published yet)",
    ),
    "unit_off": ("本单位安排休息", "Closed by arrangement of the unit"),
    "suspended": ("时限中止，不计入", "Clock suspended, not counted"),
    "after_hours": ("非办公时间收到，视为下一工作日收到", "Received outside office hours, dated the next working day"),
    "after_closing": ("已下班，从下一工作日起算", "After closing, continues on the next working day"),
    "last_day_rests": ("期限最后一日逢休息日，顺延", "Last day falls on a rest day and moves on"),
    "rolled": ("顺延至此工作日届满", "Moved to this working day"),
}


def day_reason(reason: str, language: Language) -> str:
    """Give why a day counted or not, for the explanation of a due date."""
    return pick(DAY_REASONS.get(reason, (reason, reason)), language)
