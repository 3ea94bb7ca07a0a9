"""What the fields are called, and how the place of a mistake is said.

Source: handbook §1.2 (field list).
"""

import re
from collections.abc import Mapping

from reception.words.language import Language, Pair, pick

FIELDS: Mapping[str, Pair] = {
    "reg_no": ("登记编号", "register no."),
    "number": ("编号", "number"),
    "year": ("年度", "year"),
    "serial": ("序号", "serial no."),
    "reg_at": ("登记时间", "registered at"),
    "received_at": ("来访/来电时间", "time of contact"),
    "ended_at": ("结束时间", "end of contact"),
    "late_entry": ("补登", "late entry"),
    "channel": ("来访方式", "channel"),
    "counter": ("接待地点（窗口）", "counter"),
    "first_officer": ("首问责任人", "first officer"),
    "first_officer_id": ("首问责任人账号", "first officer's account"),
    "first_post": ("首问人岗位", "first officer's post"),
    "acting_for": ("代岗", "standing in for"),
    "person_kind": ("来访人类别", "kind of visitor"),
    "person_name": ("姓名（单位）", "name"),
    "person_unit": ("所在单位（学院/部门）", "unit"),
    "person_count": ("人数", "number of people"),
    "person_no": ("学号/工号", "student/staff no."),
    "phone": ("联系电话", "phone"),
    "phone_ext": ("分机", "extension"),
    "reply_pref": ("希望答复方式", "how to reply"),
    "other_contact": ("其他联系方式", "other contact"),
    "privacy_told": ("已作个人信息告知", "privacy notice given"),
    "kind": ("事项性质", "kind of matter"),
    "matter": ("服务事项", "matter"),
    "matter_code": ("事项编码", "matter code"),
    "matter_name": ("服务事项", "matter"),
    "matter_edition": ("事项版次", "edition of the matter"),
    "summary": ("事项摘要", "summary"),
    "detail": ("详细内容", "details"),
    "papers": ("收到材料", "papers received"),
    "urgency": ("紧急程度", "urgency"),
    "repeat_of": ("重复来访", "earlier record"),
    "scope": ("职责归属", "whose duty"),
    "disposition": ("处置方式", "disposition"),
    "answer": ("答复内容", "answer given"),
    "slip_no": ("告知单编号", "slip no."),
    "case_no": ("受理编号", "case no."),
    "to_unit": ("转至单位", "passed to unit"),
    "to_post": ("转至岗位", "passed to post"),
    "to_person": ("转至人员", "passed to person"),
    "guide_mode": ("引导方式", "how guided"),
    "nobody_there": ("经办处无人", "nobody there"),
    "told_phone": ("告知的电话", "phone told"),
    "told_place": ("告知的地点", "place told"),
    "due_at": ("应办结时间", "due"),
    "limit": ("办理时限", "time limit"),
    "leader_note": ("领导批示", "leader's instruction"),
    "proposed": ("拟办意见", "proposed handling"),
    "result": ("办理结果", "result"),
    "remark": ("备注", "remarks"),
    "status": ("状态", "status"),
    "void_reason": ("作废原因", "reason of the void"),
    "void_note": ("作废说明", "note on the void"),
    "voided_at": ("作废时间", "voided at"),
    "voided_by": ("作废人", "voided by"),
    "restricted": ("受限", "restricted"),
    "visitor_id": ("来访人", "visitor"),
    "token": ("表单标识", "form token"),
    "id": ("内部编号", "internal id"),
    "version": ("版本", "version"),
    "inquiry_id": ("登记记录", "record"),
    "answers": ("条件询问", "conditional questions"),
    "ticks": ("材料勾选", "ticks"),
    "state": ("材料情况", "state of the paper"),
    "second_reason": ("二次告知原因", "reason of the second notice"),
    "reason": ("说明", "reason"),
    "verdict": ("告知结论", "verdict"),
    "missing": ("需补正材料", "papers to supplement"),
    "query_code": ("查询码", "query code"),
    "issued_at": ("出具时间", "issued at"),
    "issued_by": ("告知人", "informed by"),
    "issued_by_id": ("告知人账号", "account of who informed"),
    "supplement_by": ("补正期限", "supplement by"),
    "released": ("已核准", "released"),
    "prints": ("打印次数", "prints"),
    "last_printed_at": ("最近打印时间", "last printed at"),
    "void": ("作废", "void"),
    "text": ("正文", "text"),
    "post_code": ("承办岗位", "post in charge"),
    "officer": ("承办人", "handler"),
    "officer_id": ("承办人账号", "handler's account"),
    "started_at": ("起算时间", "clock started at"),
    "provisional": ("暂定", "provisional"),
    "receiver": ("接收人", "receiver"),
    "receiver_id": ("接收人账号", "receiver's account"),
    "sent_at": ("移交时间", "handed over at"),
    "name": ("名称", "name"),
    "name_en": ("英文名称", "English name"),
    "university": ("学校名称", "university"),
    "university_en": ("学校英文名称", "university (English)"),
    "short_name": ("编号简称", "short name for numbers"),
    "unit_code": ("所属单位", "unit"),
    "place": ("办理地点", "place"),
    "place_en": ("办理地点（英文）", "place (English)"),
    "supervise_phone": ("监督电话", "supervision phone"),
    "area_code": ("区号", "area code"),
    "zone": ("时区", "time zone"),
    "timetable": ("办公时间", "office hours"),
    "hours": ("办公时间", "office hours"),
    "after_hours": ("下班后收件", "receipt after hours"),
    "number_style": ("编号样式", "style of numbers"),
    "active": ("启用", "in use"),
    "account": ("账号姓名", "account name"),
    "roles": ("角色", "roles"),
    "password": ("密码", "password"),
    "old_password": ("原密码", "old password"),
    "must_change": ("须修改密码", "must change the password"),
    "failures": ("密码错误次数", "wrong passwords"),
    "locked_until": ("暂停登录至", "waits until"),
    "holder_id": ("在岗人", "holder"),
    "confirmed": ("已确认", "confirmed"),
    "code": ("编码", "code"),
    "edition": ("版次", "edition"),
    "effective_on": ("生效日期", "effective on"),
    "audience": ("服务对象", "audience"),
    "category": ("事项类别", "category"),
    "case_type": ("办件类型", "type of case"),
    "statutory_text": ("法定时限", "statutory limit"),
    "statutory_limit": ("法定时限（结构化）", "statutory limit (counted)"),
    "pause_reasons": ("不计时情形", "not counted"),
    "basis": ("办理依据", "basis"),
    "condition": ("受理条件", "condition"),
    "condition_en": ("受理条件（英文）", "condition (English)"),
    "materials": ("材料", "paper"),
    "steps": ("办理流程", "step"),
    "result_en": ("办理结果（英文）", "result (English)"),
    "fee": ("收费", "fee"),
    "fee_en": ("收费（英文）", "fee (English)"),
    "online": ("可网上办", "online"),
    "keywords": ("关键词", "keywords"),
    "original": ("原件份数", "originals"),
    "copies": ("复印件份数", "copies"),
    "when": ("何时需要", "when needed"),
    "required": ("是否必备", "required"),
    "on": ("日期", "date"),
    "layer": ("层级", "layer"),
    "entry": ("内容", "entry"),
    "start": ("起算时间", "start"),
    "unit": ("时限单位", "unit of the limit"),
    "n": ("时限数", "number of the limit"),
    "suspensions": ("中止", "suspension"),
    "extensions": ("延期", "extension"),
    "unit_off": ("单位休息日", "days off of the unit"),
    "unit_work": ("单位上班日", "working days of the unit"),
    "rest": ("放假", "days off"),
    "work": ("调休上班", "make-up days"),
    "from": ("起", "from"),
    "to": ("止", "to"),
    "notice_published": ("通知发布日期", "notice published"),
    "matters": ("事项", "matter"),
    "offices": ("部门", "unit"),
    "purpose": ("用途", "purpose"),
    "week": ("周次", "week"),
    "folder": ("文件夹", "folder"),
    "search_keys": ("检索词", "search keys"),
    "contacts": ("来访次数", "contacts"),
    "first_seen_at": ("首次来访", "first seen"),
    "last_seen_at": ("最近来访", "last seen"),
}

_INDEXED = re.compile(r"([A-Za-z_]*)\[([0-9]+)\]")


def field_label(name: str, language: Language) -> str:
    """Give what a field is called.

    Places inside a list are said too: `materials.3.reason` is 材料 3 · 说明, `[2].rest[1].to` is
    第 2 项 · 放假 1 · 止. A name that has no label stands for itself.
    """
    parts: list[str] = []
    for part in name.split("."):
        match = _INDEXED.fullmatch(part)
        for piece in match.groups() if match else (part,):
            _append(parts, piece, language)
    return " · ".join(parts)


def _append(parts: list[str], piece: str, language: Language) -> None:
    if not piece:
        return
    if not piece.isdigit():
        parts.append(pick(FIELDS.get(piece, (piece, piece)), language))
    elif parts:
        parts[-1] = f"{parts[-1]} {piece}"
    else:
        parts.append(pick((f"第 {piece} 项", f"entry {piece}"), language))
