"""A letter to nobody, with sample data in every place, on which an office sees its own sentences."""

from datetime import datetime, timedelta

from reception.rules.cases import case_number
from reception.rules.inquiries import Channel, Disposition, Inquiry, Paper, PersonKind, Scope, Status, register_number
from reception.rules.letters import LetterDraft
from reception.rules.notices import notice_number
from reception.rules.office import Office
from reception.rules.papers import MARKS, PaperKind
from reception.words.letter_texts import LetterWording
from reception.words.letters import LetterFacts


def sample_facts(kind: PaperKind, office: Office, wording: LetterWording | None, now: datetime) -> LetterFacts:
    """Give what a letter of a kind is composed from when it is a sample; `now` is local."""
    due = now.replace(hour=17, minute=30) + timedelta(days=7)
    return LetterFacts(
        draft=_draft(kind, office, case_number(now.year, 1)),
        number=notice_number(office.short_name, now.year, 1, office.number_style, MARKS[kind]),
        office=office,
        inquiry=_inquiry(now),
        matter=None,
        issued_at=now,
        at=now,
        due_at=due,
        until=due,
        informed_by="李老师",
        query_code="",
        wording=wording,
    )


def _inquiry(now: datetime) -> Inquiry:
    return Inquiry(
        token="",
        year=now.year,
        serial=1,
        reg_no=register_number(now.year, 1),
        reg_at=now,
        received_at=now,
        channel=Channel.VISIT,
        counter="",
        first_officer_id=0,
        first_officer="",
        person_kind=PersonKind.UNDERGRADUATE,
        person_name="张三",
        person_unit="外国语学院",
        person_no="202408010123",
        phone="13800000000",
        matter_name="补办学生证",
        summary="补办学生证",
        scope=Scope.OWN_POST,
        disposition=Disposition.D3,
        status=Status.IN_PROGRESS,
    )


def _draft(kind: PaperKind, office: Office, case_no: str) -> LetterDraft:
    return LetterDraft(
        token="",
        kind=kind,
        inquiry_id=0,
        case_no=case_no,
        reason="1.学生证补办申请表（需更正：未签字）" if kind is PaperKind.BZ else "材料不符合规定",
        basis="学校学生证件管理办法",
        clause="补办条件",
        remedy="如有异议，可在10日内提出书面申诉。",
        body="保卫处",
        body_place="行政楼101室",
        body_phone="0731-5550-1240",
        handler="李老师",
        handler_phone=office.phone,
        approver="王主任",
        result="已补办",
        place=office.place or "服务窗口",
        to="李老师",
        state="已超期 1 天",
        left="3个工作日",
        days=5,
        papers=(Paper(name="学生证补办申请表"), Paper(name="一寸免冠照片", original=2)),
    )
