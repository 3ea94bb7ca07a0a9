"""Invented contacts: what somebody wanted, and how it ended."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

from reception.rules.catalogue import Matter, Unit
from reception.rules.inquiries import (
    Channel,
    Disposition,
    GuideMode,
    InquiryDraft,
    Kind,
    Paper,
    PersonKind,
    ReplyPref,
    Scope,
    Urgency,
)
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft, SecondReason
from reception.rules.visitors import ANONYMOUS, REFUSED
from reception.services.demo.people import Person

WEIGHTS: Mapping[Disposition, int] = {
    Disposition.D1: 40,
    Disposition.D2: 14,
    Disposition.D3: 8,
    Disposition.D4: 8,
    Disposition.D5A: 9,
    Disposition.D5B: 4,
    Disposition.D6: 3,
    Disposition.D7: 9,
    Disposition.D8: 3,
    Disposition.D9: 1,
    Disposition.D10: 1,
}
"""How often each disposition happens at a desk like this, of a hundred."""

_SCOPES = {
    Disposition.D5A: Scope.SAME_UNIT,
    Disposition.D5B: Scope.SAME_UNIT,
    Disposition.D6: Scope.SAME_UNIT,
    Disposition.D7: Scope.OTHER_UNIT,
    Disposition.D8: Scope.OUTSIDE_UNIVERSITY,
    Disposition.D9: Scope.UNCLEAR,
}
_NAMED = frozenset({Disposition.D3, Disposition.D5B, Disposition.D6, Disposition.D9})
_CHANNELS = (Channel.VISIT, Channel.PHONE, Channel.ONLINE, Channel.EMAIL, Channel.LETTER, Channel.FORWARDED)
_CHANNEL_WEIGHTS = (68, 22, 4, 4, 1, 1)
_COLLEAGUES = ("刘老师", "陈老师", "周老师", "谢老师", "何老师")
_OUTSIDE = (
    ("咨询户籍迁移的公安手续", "不属学校职责，已说明由户籍所在地派出所办理，并告知其咨询电话。"),
    ("咨询校外租房纠纷", "不属学校职责，已说明可向社区调解委员会或法院反映。"),
    ("咨询社会考生自学考试报名", "不属学校职责，已说明由省教育考试院办理，并告知网址。"),
)
_UNCLEAR = ("两个学院联合培养的学分由谁认定", "旧校区已撤销部门的证明由谁出具", "校企合作班的实习保险由谁购买")
_COMPLAINTS = ("反映窗口人员态度生硬", "反映材料退回时未一次说清", "反映约定时间无人接待")
_DEFECTS = ("缺学院盖章", "照片尺寸不符", "复印件不清晰", "缺负责人签字")
_QUESTIONS = ("询问{name}怎么办", "询问{name}需要哪些材料", "询问{name}多久能办好", "核对{name}的办理地点")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the contacts happen in: the catalogue and the posts of the office."""

    own: Sequence[Matter]
    others: Sequence[Matter]
    units: Mapping[str, Unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact, ready to be recorded."""

    draft: InquiryDraft
    notice: NoticeDraft | None


def contact(
    random: Random, setting: Setting, person: Person, disposition: Disposition, at: datetime, repeat_of: str
) -> Contact:
    """Give a contact of a person that ended in a disposition; `at` is when it began."""
    matter = random.choice(setting.others if disposition is Disposition.D7 else setting.own)
    values: dict[str, Any] = {
        "token": str(uuid.UUID(int=random.getrandbits(128), version=4)),
        "channel": random.choices(_CHANNELS, _CHANNEL_WEIGHTS)[0],
        "received_at": at,
        "scope": _SCOPES.get(disposition, Scope.OWN_POST),
        "disposition": disposition,
        "urgency": random.choices(tuple(Urgency), (94, 5, 1))[0],
        "repeat_of": repeat_of,
    }
    values |= _of_person(random, person, disposition, values["channel"])
    values |= _ENDINGS[disposition](random, matter, setting)
    draft = InquiryDraft(**values)
    notice = _notice(random, matter, disposition) if draft.matter and disposition in _WITH_NOTICE else None
    if notice is not None and repeat_of:  # what the first notice did not name is asked why
        notice = replace(notice, second_reason=random.choice(tuple(SecondReason)))
    return Contact(draft=draft, notice=notice)


def _of_person(random: Random, person: Person, disposition: Disposition, channel: Channel) -> dict[str, Any]:
    by_name = disposition in _NAMED or channel is Channel.PHONE
    if not by_name and random.random() < 0.25:
        name = ANONYMOUS if disposition in (Disposition.D1, Disposition.D2, Disposition.D7, Disposition.D8) else ""
        return {"person_kind": PersonKind.ANONYMOUS if name else person.kind, "person_name": name}
    refuses = channel is Channel.PHONE and disposition not in _NAMED and random.random() < 0.1
    return {
        "person_kind": person.kind,
        "person_name": REFUSED if refuses else person.name,
        "person_unit": person.unit,
        "person_count": random.choices((1, 2, 3, 6), (90, 6, 3, 1))[0],
        "person_no": "" if refuses else person.number,
        "phone": REFUSED if refuses else person.phone,
        "reply_pref": random.choice((None, *ReplyPref)),
        "privacy_told": None if refuses else True,
    }


def _answered(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    name = matter.name
    place = f"，地点{matter.place}" if matter.place else ""
    return {
        "summary": random.choice(_QUESTIONS).format(name=name)[:100],
        "matter": matter.code if random.random() < 0.7 else "",
        "answer": f"已说明{name}的条件、材料和流程{place}。",
    }


def _handled(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    return {
        "summary": f"办理{matter.name}"[:100],
        "matter": matter.code,
        "kind": Kind.APPLICATION,
        "result": f"当场办结：{matter.result or matter.name}"[:200],
    }


def _accepted(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    papers = tuple(Paper(name=one.name[:100], original=one.original, copies=one.copies) for one in matter.materials[:3])
    return {"summary": f"申请{matter.name}"[:100], "matter": matter.code, "kind": Kind.APPLICATION, "papers": papers}


def _incomplete(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    return {"summary": f"申请{matter.name}，材料不齐"[:100], "matter": matter.code, "kind": Kind.APPLICATION}


def _guided(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    return {
        "summary": f"咨询{matter.name}"[:100],
        "matter": matter.code,
        "to_person": random.choice(_COLLEAGUES),
        "guide_mode": random.choice(tuple(GuideMode)),
    }


def _transferred(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    return {"summary": f"咨询{matter.name}，请承办岗位答复"[:100], "matter": matter.code, "to_post": matter.post_code}


def _handed_over(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    papers = () if random.random() < 0.5 else (Paper(name=f"{matter.name}申请表"[:100]),)
    return _transferred(random, matter, setting) | {"papers": papers, "remark": "承办人外出开会"}


def _pointed_out(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    unit = setting.units[matter.unit_code]
    nobody = random.random() < 0.1
    return {
        "summary": f"咨询{matter.name}"[:100],
        "to_unit": unit.code,
        "told_phone": unit.phone,
        "told_place": unit.place,
        "nobody_there": nobody,
    }


def _explained(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    summary, answer = random.choice(_OUTSIDE)
    return {"summary": summary, "answer": answer}


def _unclear(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    return {"summary": random.choice(_UNCLEAR), "proposed": "建议由学校办公室牵头明确承办单位。"}


def _complained(random: Random, matter: Matter, setting: Setting) -> dict[str, Any]:
    kind = random.choice((Kind.COMPLAINT, Kind.TIP_OFF))
    return {"summary": random.choice(_COMPLAINTS), "kind": kind, "detail": "来访人口述，已如实记录，待核查。"}


_ENDINGS: Mapping[Disposition, Callable[[Random, Matter, Setting], dict[str, Any]]] = {
    Disposition.D1: _answered,
    Disposition.D2: _handled,
    Disposition.D3: _accepted,
    Disposition.D4: _incomplete,
    Disposition.D5A: _guided,
    Disposition.D5B: _transferred,
    Disposition.D6: _handed_over,
    Disposition.D7: _pointed_out,
    Disposition.D8: _explained,
    Disposition.D9: _unclear,
    Disposition.D10: _complained,
}
_WITH_NOTICE = frozenset({Disposition.D3, Disposition.D4})


def _notice(random: Random, matter: Matter, disposition: Disposition) -> NoticeDraft | None:
    """Give the ticks of a notice: something is missing for D4, nothing for D3."""
    owes = disposition is Disposition.D4
    if not matter.materials or (not owes and random.random() < 0.6):
        return None
    lacking = random.choice([one.no for one in matter.materials]) if owes else 0
    answers = tuple((one.no, one.no == lacking or random.random() < 0.3) for one in matter.materials if one.conditional)
    applies = dict(answers)
    ticks = tuple(
        _tick(random, one.no, lacking=one.no == lacking) for one in matter.materials if applies.get(one.no, True)
    )
    return NoticeDraft(answers=answers, ticks=ticks)


def _tick(random: Random, no: int, *, lacking: bool) -> MaterialTick:
    if not lacking:
        return MaterialTick(no=no, state=MaterialState.PROVIDED)
    if random.random() < 0.4:
        return MaterialTick(no=no, state=MaterialState.DEFECTIVE, reason=random.choice(_DEFECTS))
    return MaterialTick(no=no, state=MaterialState.MISSING)
