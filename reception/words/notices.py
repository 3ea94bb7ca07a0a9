"""The sentences of a one-time notice, composed once at issue from the facts of that moment.

Source: handbook §2.1 (what must be told), §2.5 (layout), §2.7 (model text).
"""

from dataclasses import dataclass
from datetime import datetime

from reception.rules.catalogue import Matter, Unit
from reception.rules.inquiries import Inquiry
from reception.rules.notice_check import Settled
from reception.rules.notices import MaterialTick, NoticeMaterial, NoticeText, Verdict
from reception.rules.office import Office
from reception.rules.papers import PaperKind
from reception.rules.visitors import mask_number, mask_phone
from reception.words import Language, date_text, instant_text, label, limit_text, statutory_text, weekday_text
from reception.words.letter_texts import LetterWording
from reception.words.notice_lines import closing_lines, statement_lines
from reception.words.notices_en import compose_english
from reception.words.supplement_notices import as_supplement

_ZH = Language.ZH


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """What a notice is composed from; times are local, `due_at` counts from now as if the papers were complete now.

    `wording` is what the office says on a paper of this kind, or None for what was shipped.
    """

    number: str
    office: Office
    counter: str
    inquiry: Inquiry
    matter: Matter
    unit: Unit | None
    settled: Settled
    told_at: datetime
    due_at: datetime | None
    provisional: bool
    supplement_by: datetime | None
    informed_by: str
    query_code: str
    kind: PaperKind = PaperKind.YC
    wording: LetterWording | None = None


def compose(facts: NoticeFacts, language: Language = Language.ZH) -> NoticeText:
    """Give the frozen text of a notice; what the catalogue holds in Chinese only stands in Chinese, with a note."""
    text = _chinese(facts) if language is _ZH else compose_english(facts)
    return as_supplement(text, facts.wording, language) if facts.kind is PaperKind.BZ else text


def _chinese(facts: NoticeFacts) -> NoticeText:
    office, inquiry, matter = facts.office, facts.inquiry, facts.matter
    name = f"{office.university}{office.name}"
    return NoticeText(
        number=facts.number,
        title=f"{name}一次性告知单",
        title_en=_title_en(office),
        office=office.name,
        university=office.university,
        stub_label="第一联　存根（单位留存）",
        applicant_label=_applicant_label(facts),
        applicant=_applicant(inquiry),
        person_no=mask_number(inquiry.person_no) if inquiry.person_no else "",
        person_unit=inquiry.person_unit,
        phone=mask_phone(inquiry.phone) if inquiry.phone else "",
        told_at=facts.told_at.strftime("%Y-%m-%d %H:%M"),
        register_number=inquiry.reg_no,
        matter=matter.name,
        matter_version=f"{matter.code} 第{matter.edition}版",
        category=f"{label(matter.category, _ZH)}（{matter.case_type.value}）",
        basis=matter.basis,
        condition=matter.condition,
        materials=tuple(_material(facts, tick) for tick in facts.settled.ticks),
        steps=tuple(step.name for step in matter.steps),
        limit=f"自材料齐全受理{_counted_from(facts)}{limit_text(matter.limit, _ZH)}" if matter.limit else "",
        due=_due(facts),
        statutory=statutory_text(matter, _ZH),
        not_counted="、".join(matter.pause_reasons),
        fee=matter.fee,
        place=matter.place,
        hours=matter.hours,
        phone_info=matter.phone or office.phone,
        phone_supervision=matter.supervise_phone or office.supervise_phone,
        verdict=facts.settled.verdict,
        verdict_line=_verdict(facts),
        supplement_by=_until(facts.supplement_by) if facts.supplement_by else "",
        result=matter.result,
        statement=statement_lines(facts.wording, len(facts.settled.missing), _ZH),
        closing_lines=closing_lines(facts.wording, len(facts.settled.missing), _ZH),
        informed_by=facts.informed_by,
        issued_on=f"{facts.told_at.year}年{facts.told_at.month}月{facts.told_at.day}日",
        seal_unit=name,
        query_code=facts.query_code,
        provisional_note="日期为暂定，以国家公布的放假安排为准。" if facts.provisional else "",
    )


def _applicant(inquiry: Inquiry) -> str:
    """Give whose matter it is, with who came for him."""
    name = inquiry.person_name or "（未留姓名）"
    return f"{name}（代办人 {inquiry.agent_name}）" if inquiry.agent_name else name


def _applicant_label(facts: NoticeFacts) -> str:
    label_words = "第二联　申请人留存"
    return f"{label_words}（凭此联免重复咨询，补齐后直接到窗口）" if facts.settled.missing else label_words


def _until(day: datetime) -> str:
    return f"{date_text(day, _ZH)}（{weekday_text(day, _ZH)}）前"


def _title_en(office: Office) -> str:
    names = ", ".join(part for part in (office.name_en, office.university_en) if part)
    return f"One-time Notice · {names}" if names else "One-time Notice"


def _material(facts: NoticeFacts, tick: MaterialTick) -> NoticeMaterial:
    material = facts.matter.materials[tick.no - 1]
    return NoticeMaterial(
        no=material.no,
        name=material.name,
        original=material.original,
        copies=material.copies,
        when=material.when,
        state=tick.state,
        reason=tick.reason,
    )


def _counted_from(facts: NoticeFacts) -> str:
    day_units = {"WD", "CD", "HALF_MONTH", "MONTH"}
    return "之次日起" if facts.matter.limit and facts.matter.limit.unit.value in day_units else "时起"


def _due(facts: NoticeFacts) -> str:
    if facts.due_at is None:
        return ""
    when = instant_text(facts.due_at, _ZH)
    mark = "（暂定）" if facts.provisional else ""
    if facts.settled.verdict is Verdict.COMPLETE:
        return f"最迟{when}前办结{mark}"
    return f"如今日补齐，最迟{when}前办结{mark}"


def _verdict(facts: NoticeFacts) -> str:
    if facts.settled.verdict is Verdict.COMPLETE:
        return "材料齐全，可以办理"
    return f"需补正{len(facts.settled.missing)}项，补齐后可以办理"


def copy_mark(prints: int) -> str:
    """Give the mark of the next print after so many: nothing for the first, then 补打第 1 次, 补打第 2 次 …"""
    return f"补打第 {prints} 次" if prints else ""
