"""Drafts that the tests record: one valid draft for each disposition, to be spoiled one field at a time."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from reception.rules.inquiries import (
    Channel,
    Disposition,
    GuideMode,
    InquiryDraft,
    Paper,
    PersonKind,
    Scope,
)

_PERSON: dict[str, Any] = {"person_name": "林晓舟", "phone": "138 0000 1234", "privacy_told": True}
_WAYS: dict[Disposition, tuple[Scope, dict[str, Any]]] = {
    Disposition.D1: (Scope.OWN_POST, {}),
    Disposition.D2: (Scope.OWN_POST, {"matter": "JW-01", "result": "已开具在读证明"}),
    Disposition.D3: (Scope.OWN_POST, {**_PERSON, "matter": "JW-03"}),
    Disposition.D4: (Scope.OWN_POST, {**_PERSON, "matter": "JW-04", "person_no": "202408010123"}),
    Disposition.D5A: (Scope.SAME_UNIT, {"to_person": "李老师", "guide_mode": GuideMode.LED}),
    Disposition.D5B: (Scope.SAME_UNIT, {**_PERSON, "to_post": "JW-06"}),
    Disposition.D6: (Scope.SAME_UNIT, {**_PERSON, "to_post": "JW-06", "papers": (Paper(name="学分认定申请表"),)}),
    Disposition.D7: (Scope.OTHER_UNIT, {"to_unit": "CW", "told_phone": "0731-5550-1240"}),
    Disposition.D8: (Scope.OUTSIDE_UNIVERSITY, {"answer": "不属学校受理范围,建议向街道反映"}),
    Disposition.D9: (Scope.UNCLEAR, _PERSON),
    Disposition.D10: (Scope.NOT_ACCEPTABLE, {**_PERSON, "summary": "反映窗口态度"}),
}


def draft_of(disposition: Disposition = Disposition.D1, **changes: Any) -> InquiryDraft:
    """Give a draft that may be recorded as it is, with the changes made to it."""
    scope, fields = _WAYS[disposition]
    draft = InquiryDraft(
        token=uuid4().hex,
        channel=Channel.VISIT,
        person_kind=PersonKind.UNDERGRADUATE,
        summary="咨询补办学生证需要什么材料",
        scope=scope,
        disposition=disposition,
    )
    return replace(draft, **{**fields, **changes})
