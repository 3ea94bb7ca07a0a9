"""What stands in a one-time notice before anybody came.

Source: handbook §2.1 (what must be told).
"""

from reception.rules.catalogue import Matter, Unit
from reception.rules.notices import NoticeText, Verdict
from reception.rules.office import Office
from reception.words.labels import label
from reception.words.language import Language
from reception.words.times import limit_text, statutory_text

_ZH = Language.ZH
_CLOSING = (
    "停电或系统停用时使用，一式两份，由单位和申请人各执一份；恢复后请事后补录并出具正式告知单。",
    "每项材料都要勾选，缺的和要更正的一次说清。",
)


def blank_text(office: Office, matter: Matter | None, unit: Unit | None) -> NoticeText:
    """Give the words of a blank notice, of a matter or of any; who, when and what is lacking stays empty."""
    name = f"{office.university}{office.name}"
    english = ", ".join(part for part in (office.name_en, office.university_en) if part)
    return NoticeText(
        number="编号＿＿＿＿＿＿＿＿",
        title=f"{name}一次性告知单",
        title_en=f"One-time Notice · {english}" if english else "One-time Notice",
        office=office.name,
        university=office.university,
        stub_label="",
        applicant_label="备用空白表　事后补录",
        applicant="",
        person_no="",
        person_unit="",
        phone="",
        told_at="",
        register_number="",
        matter=matter.name if matter else "",
        matter_version=f"{matter.code} 第{matter.edition}版" if matter else "",
        category=f"{label(matter.category, _ZH)}（{matter.case_type.value}）" if matter else "",
        basis=matter.basis if matter else (),
        condition=matter.condition if matter else "",
        materials=(),
        steps=tuple(step.name for step in matter.steps) if matter else (),
        limit=f"自材料齐全受理起{limit_text(matter.limit, _ZH)}" if matter and matter.limit else "",
        due="",
        statutory=statutory_text(matter, _ZH) if matter else "",
        not_counted="、".join(matter.pause_reasons) if matter else "",
        fee=matter.fee if matter else "",
        place=(matter.place or (unit.place if unit else "")) if matter else "",
        hours=matter.hours if matter else "",
        phone_info=((matter.phone if matter else "") or office.phone),
        phone_supervision=((matter.supervise_phone if matter else "") or office.supervise_phone),
        verdict=Verdict.SUPPLEMENT,
        verdict_line="",
        supplement_by="",
        result=matter.result if matter else "",
        closing_lines=_CLOSING,
        informed_by="",
        issued_on="　　年　　月　　日",
        seal_unit=name,
        query_code="",
    )
