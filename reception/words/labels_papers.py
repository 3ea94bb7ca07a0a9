"""What the members of the closed sets of the papers, their kinds of records and their fields are called.

Source: handbook §2.2 (names of the family).
"""

from collections.abc import Mapping
from enum import StrEnum

from reception.rules import letters, papers, print_jobs
from reception.words.language import Pair

LABELS: Mapping[type[StrEnum], Mapping[str, Pair]] = {
    papers.PaperKind: {
        "YC": ("一次性告知单", "one-time notice"),
        "SJ": ("材料接收凭证", "receipt for papers"),
        "SL": ("受理通知单", "notice of acceptance"),
        "BZ": ("补正材料通知单", "notice to supplement"),
        "BS": ("不予受理告知单", "notice of non-acceptance"),
        "BB": ("不予办理告知单", "notice of refusal"),
        "BBR": ("否定报备登记表", "report of refusal"),
        "ZT": ("中止计时告知单", "clock suspended"),
        "HF": ("恢复计时告知单", "clock resumed"),
        "YQ": ("延期办理告知单", "notice of extension"),
        "BJ": ("办结通知单", "notice of completion"),
        "ZB": ("转办（移交）单", "transfer"),
        "DB": ("催办（督办）单", "reminder"),
    },
    papers.PaperLanguage: {
        "zh": ("中文", "Chinese"),
        "en": ("英文", "English"),
        "both": ("中英对照", "both"),
    },
    letters.PaperEvent: {
        "papers_left": ("收下材料", "papers left"),
        "accepted": ("受理", "accepted"),
        "found_incomplete": ("审核发现材料不全", "found incomplete"),
        "not_accepted": ("不予受理", "not accepted"),
        "refused": ("不予办理", "refused"),
        "suspended": ("中止计时", "clock suspended"),
        "resumed": ("恢复计时", "clock resumed"),
        "extended": ("延期", "extended"),
        "completed": ("办结", "completed"),
        "transferred": ("转办移交", "transferred"),
        "urged": ("催办督办", "urged"),
    },
    print_jobs.PrintState: {
        "sent": ("已发送", "sent"),
        "confirmed": ("已确认出纸", "confirmed"),
        "failed": ("打印失败", "failed"),
        "dropped": ("已取消", "dropped"),
    },
}

KINDS: Mapping[str, Pair] = {
    "Letter": ("文书", "letter"),
    "Wording": ("文书用语", "wording"),
    "PrintJob": ("打印任务", "print job"),
}

FIELDS: Mapping[str, Pair] = {
    "text_en": ("英文文本", "English text"),
    "clause": ("所涉要求", "requirement"),
    "remedy": ("救济途径", "remedy"),
    "body": ("受理部门", "body to turn to"),
    "body_place": ("部门地点", "its place"),
    "body_phone": ("部门电话", "its phone"),
    "handler": ("承办人", "handler"),
    "handler_phone": ("承办人电话", "handler's phone"),
    "approver": ("批准人", "approved by"),
    "state": ("目前状态", "state"),
    "left": ("剩余时限", "time left"),
    "days": ("天数", "days"),
    "until": ("期限", "by"),
    "statement": ("正文", "statement"),
    "statement_en": ("英文正文", "statement in English"),
    "closing": ("结尾", "closing"),
    "closing_en": ("英文结尾", "closing in English"),
    "paper_kind": ("文书种类", "kind of paper"),
    "paper_id": ("文书", "paper"),
    "form": ("打印样式", "form"),
    "printer": ("打印机", "printer"),
    "error": ("原因", "reason"),
    "settled_at": ("确认时间", "settled at"),
}
