"""Letters of every kind as the desk would compose them: an ordinary one, and one with all that is long or rare."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from reception.rules.cases import case_number
from reception.rules.inquiries import Channel, Disposition, Inquiry, Paper, PersonKind, Scope, Status
from reception.rules.letters import LENGTHS, LetterDraft
from reception.rules.notices import notice_number
from reception.rules.office import NumberStyle, Office
from reception.rules.papers import MARKS, PaperKind, PaperText
from reception.words import Language
from reception.words.letters import LetterFacts, compose_letter

OFFICE_TIME = timezone(timedelta(hours=8))
AT = datetime(2026, 3, 2, 9, 35, tzinfo=OFFICE_TIME)
UNTIL = datetime(2026, 3, 23, 17, 30, tzinfo=OFFICE_TIME)
LETTERS = tuple(kind for kind in PaperKind if kind not in (PaperKind.YC, PaperKind.BZ))
RARE = "㛃䶮𠅤𣲗𡋾𪨶𫍲𫖯𬭎𬸚𮧵𰻞堃喆犇"
_SENTENCE = "因不可抗力不能按期返校且在原定日期前已向学院报备的，可以延长；"

OFFICE = Office(
    name="教务处",
    name_en="Academic Affairs Office",
    short_name="教务",
    university="示例大学",
    university_en="Sample University",
    place="师生服务大厅3号窗口",
    phone="0731-5550-1200",
    supervise_phone="0731-5550-1999",
)
INQUIRY = Inquiry(
    token="t",
    year=2026,
    serial=31,
    reg_no="首问〔2026〕0031",
    reg_at=AT,
    received_at=AT,
    channel=Channel.VISIT,
    counter="1号窗口",
    first_officer_id=1,
    first_officer="安",
    person_kind=PersonKind.UNDERGRADUATE,
    person_name="林晓舟",
    person_unit="外国语学院",
    person_no="202408010123",
    phone="13800001234",
    matter_name="本科生休学申请（因病）",
    summary="申请休学",
    scope=Scope.OWN_POST,
    disposition=Disposition.D3,
    status=Status.IN_PROGRESS,
)
PLAIN = LetterDraft(
    token="t",
    kind=PaperKind.SL,
    inquiry_id=1,
    case_no=case_number(2026, 7),
    reason="材料不符合规定",
    basis="《普通高等学校学生管理规定》",
    clause="休学条件",
    remedy="如有异议，可在10日内书面申诉。",
    body="市政务服务中心",
    body_place="政务大厅二楼",
    body_phone="0731-5550-1300",
    handler="陈老师",
    handler_phone="0731-5550-1204",
    approver="王主任",
    result="准予休学一年",
    place="师生服务大厅3号窗口",
    to="学籍科 李老师",
    state="已超期 2 天",
    left="5个工作日",
    days=5,
    papers=(Paper(name="休学申请表"), Paper(name="诊断证明", copies=1)),
)


def letter(kind: PaperKind, language: Language, *, long: bool = False) -> PaperText:
    """Give a letter of a kind; `long` fills every text to its limit and uses rare characters in every name."""
    inquiry, draft = INQUIRY, replace(PLAIN, kind=kind)
    if long:
        inquiry = replace(
            INQUIRY,
            person_name=RARE,
            agent_name="阿卜杜热西提·买买提依明·古丽巴哈尔·努尔买买提·迪丽努尔",
            person_unit="马克思主义学院与人文社会科学高等研究院联合培养项目管理中心（东校区）",
            matter_name="国家公派留学研究生因不可抗力延期回国复学并申请保留入学资格及奖学金待遇的综合审批",
            summary=(_SENTENCE * 10)[:200],
        )
        texts = {name: (_SENTENCE * 40)[:limit] for name, limit in LENGTHS.items() if name != "case_no"}
        texts["handler"] = RARE
        papers = tuple(Paper(name=(f"{no}" + _SENTENCE * 4)[:100], copies=no) for no in range(1, 21))
        draft = replace(draft, **texts, papers=papers, provisional=True)
    facts = LetterFacts(
        draft=draft,
        number=notice_number(OFFICE.short_name, 2026, 12, NumberStyle.SLIP, MARKS[kind]),
        office=OFFICE,
        inquiry=inquiry,
        matter=None,
        issued_at=AT,
        at=AT,
        due_at=UNTIL,
        until=UNTIL,
        informed_by=RARE if long else "安 Ann",
        query_code="7K3F92",
    )
    return compose_letter(facts, language)
