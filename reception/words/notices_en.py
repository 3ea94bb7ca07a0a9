"""The sentences of a one-time notice in English.

Source: handbook §2.7 (model text); decisions on the catalogue: what exists in Chinese only is printed in Chinese.
"""

from typing import TYPE_CHECKING

from reception.rules.inquiries import Inquiry
from reception.rules.notices import MaterialTick, NoticeMaterial, NoticeText, Verdict
from reception.rules.visitors import ANONYMOUS, REFUSED, mask_number, mask_phone
from reception.words.labels import label
from reception.words.language import Language
from reception.words.notice_lines import closing_lines, statement_lines
from reception.words.times import date_text, instant_text, limit_text, statutory_text, weekday_text

if TYPE_CHECKING:
    from reception.words.notices import NoticeFacts

_EN = Language.EN
_NOT_TOLD = {"": "(no name given)", ANONYMOUS: "(anonymous)", REFUSED: "(not given)"}


def compose_english(facts: "NoticeFacts") -> NoticeText:
    """Give the frozen text of a notice in English."""
    office, inquiry, matter = facts.office, facts.inquiry, facts.matter
    unit = ", ".join(part for part in (office.name_en or office.name, office.university_en) if part)
    return NoticeText(
        number=facts.number,
        title="One-time Notice",
        title_en=unit,
        office=office.name_en or office.name,
        university=office.university_en or office.university,
        stub_label="Part 1  Stub (kept by the office)",
        applicant_label=_applicant_label(facts),
        applicant=_applicant(inquiry),
        person_no=mask_number(inquiry.person_no) if inquiry.person_no else "",
        person_unit=inquiry.person_unit,
        phone="" if inquiry.phone in ("", REFUSED) else mask_phone(inquiry.phone),
        told_at=facts.told_at.strftime("%Y-%m-%d %H:%M"),
        register_number=inquiry.reg_no,
        matter=matter.name_en or matter.name,
        matter_version=f"{matter.code} edition {matter.edition}",
        category=label(matter.category, _EN),
        basis=matter.basis,
        condition=matter.condition_en or matter.condition,
        materials=tuple(_material(facts, tick) for tick in facts.settled.ticks),
        steps=tuple(step.name_en or step.name for step in matter.steps),
        limit=_limit(facts),
        due=_due(facts),
        statutory=statutory_text(matter, _EN),
        not_counted=", ".join(matter.pause_reasons),
        fee=matter.fee_en or matter.fee,
        place=matter.place_en or matter.place,
        hours=matter.hours.replace("工作日", "working days"),
        phone_info=matter.phone or office.phone,
        phone_supervision=matter.supervise_phone or office.supervise_phone,
        verdict=facts.settled.verdict,
        verdict_line=_verdict(facts),
        supplement_by=_until(facts),
        result=matter.result_en or matter.result,
        statement=statement_lines(facts.wording, len(facts.settled.missing), _EN),
        closing_lines=_closing(facts),
        informed_by=facts.informed_by,
        issued_on=date_text(facts.told_at, _EN),
        seal_unit=unit,
        query_code=facts.query_code,
        provisional_note="Provisional until the official calendar is published." if facts.provisional else "",
    )


def _applicant(inquiry: Inquiry) -> str:
    """Give whose matter it is, with who came for him."""
    name = _NOT_TOLD.get(inquiry.person_name, inquiry.person_name)
    return f"{name} (agent {inquiry.agent_name})" if inquiry.agent_name else name


def _applicant_label(facts: "NoticeFacts") -> str:
    words = "Part 2  Applicant's copy"
    return f"{words} (bring it back; no need to ask again)" if facts.settled.missing else words


def _until(facts: "NoticeFacts") -> str:
    day = facts.supplement_by
    return f"{weekday_text(day, _EN)} {date_text(day, _EN)}" if day else ""


def _material(facts: "NoticeFacts", tick: MaterialTick) -> NoticeMaterial:
    material = facts.matter.materials[tick.no - 1]
    return NoticeMaterial(
        no=material.no,
        name=material.name_en or material.name,
        original=material.original,
        copies=material.copies,
        when=material.when,
        state=tick.state,
        reason=tick.reason,
    )


def _limit(facts: "NoticeFacts") -> str:
    if facts.matter.limit is None:
        return ""
    day_units = {"WD", "CD", "HALF_MONTH", "MONTH"}
    start = "from the day after acceptance" if facts.matter.limit.unit.value in day_units else "from acceptance"
    return f"{limit_text(facts.matter.limit, _EN)} {start} with complete papers"


def _due(facts: "NoticeFacts") -> str:
    if facts.due_at is None:
        return ""
    when = instant_text(facts.due_at, _EN)
    mark = " (provisional)" if facts.provisional else ""
    if facts.settled.verdict is Verdict.COMPLETE:
        return f"by {when} at the latest{mark}"
    return f"if complete today, by {when} at the latest{mark}"


def _verdict(facts: "NoticeFacts") -> str:
    count = len(facts.settled.missing)
    if not count:
        return "Papers complete; this can be handled"
    return f"{count} {'item' if count == 1 else 'items'} to supplement"


def _closing(facts: "NoticeFacts") -> tuple[str, ...]:
    lines = closing_lines(facts.wording, len(facts.settled.missing), _EN)
    note = ("What this office keeps in Chinese only is printed in Chinese.",) if _holds_chinese(facts) else ()
    return (*lines, *note)


def _holds_chinese(facts: "NoticeFacts") -> bool:
    matter = facts.matter
    texts = (*matter.basis, *matter.pause_reasons, *(material.when for material in matter.materials))
    pairs = ((matter.name, matter.name_en), (matter.condition, matter.condition_en), (matter.fee, matter.fee_en))
    rows = [(material.name, material.name_en) for material in matter.materials]
    names = (*pairs, *rows, *((step.name, step.name_en) for step in matter.steps))
    return any(not text.isascii() for text in texts) or any(chinese and not english for chinese, english in names)
