"""Invented people: names as they stand at a university's desk, rare characters and foreign names among them."""

from dataclasses import dataclass
from random import Random

from reception.rules.inquiries import PersonKind

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田肖潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢"
    "傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤"
)
_DOUBLE_SURNAMES = ("欧阳", "上官", "司马", "诸葛", "慕容", "令狐", "尉迟", "皇甫")
_GIVEN = (
    *("伟", "芳", "敏", "静", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "超", "明", "霞", "平", "刚", "桂英"),
    *("子轩", "梓涵", "雨桐", "浩然", "思源", "欣怡", "若兰", "嘉懿", "煜城", "懿轩", "烨伟", "苑博", "鹏涛", "炎彬"),
    *("鹤轩", "越彬", "风华", "靖琪", "明辉", "伟祺", "晓啸", "语嫣", "诗涵", "一诺", "奕辰", "宇航", "沐宸", "可馨"),
    *("佳琪", "文博", "天佑", "俊熙", "美琳", "欢馨", "优璇", "雨嘉", "娅楠", "明美", "惠茜", "漫妮", "婉莹", "钰彤"),
)
RARE = ("吉𠮷", "王䶮", "陈㛃", "刘𬭎", "赵𫖯", "李𬀪", "毛玥玥", "孙喆", "周翀", "杜赟", "程璟曈", "何犇")
"""Names with characters that many fonts and input methods lack."""
MINORITY = (
    *("阿依古丽·买买提", "迪丽拜尔·吐尔逊", "买买提·艾力", "古丽娜尔·阿不都热依木", "扎西多吉", "卓玛央金"),
    *("呼和巴特尔", "乌兰图雅", "朴善英", "次仁·旺堆"),
)
FOREIGN = (
    *("Nguyễn Thị Minh", "Jean-Pierre O’Brien", "Müller Anna", "Сергей Иванов", "Alejandro Núñez"),
    *("Fatima Al-Zahra", "Kwame Mensah", "田中さくら"),
)
_UNITS = (
    *("数学学院", "物理学院", "化学化工学院", "生命科学学院", "计算机学院", "经济管理学院", "外国语学院", "法学院"),
    *("文学院", "历史文化学院", "土木工程学院", "机械工程学院", "电气工程学院", "材料学院", "医学院", "艺术学院"),
)
_PREFIXES = ("136", "137", "138", "139", "150", "151", "158", "159", "177", "180", "186", "189")
_KINDS = (PersonKind.UNDERGRADUATE, PersonKind.POSTGRADUATE, PersonKind.STAFF, PersonKind.ALUMNI, PersonKind.PARENT)
_WEIGHTS = (56, 16, 12, 9, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who comes to the desk, perhaps more than once."""

    name: str
    kind: PersonKind
    phone: str
    number: str
    unit: str


def person(random: Random) -> Person:
    """Give somebody new."""
    kind = random.choices(_KINDS, _WEIGHTS)[0]
    name = _name(random)
    if name in FOREIGN:
        kind = PersonKind.INTERNATIONAL
    inside = kind in (PersonKind.UNDERGRADUATE, PersonKind.POSTGRADUATE, PersonKind.INTERNATIONAL, PersonKind.STAFF)
    number = _number(random, kind) if inside and random.random() < 0.8 else ""
    return Person(
        name=name,
        kind=kind,
        phone=_phone(random),
        number=number,
        unit=random.choice(_UNITS) if inside else "",
    )


def _name(random: Random) -> str:
    chance = random.random()
    if chance < 0.02:
        return random.choice(RARE)
    if chance < 0.05:
        return random.choice(MINORITY)
    if chance < 0.07:
        return random.choice(FOREIGN)
    surname = random.choice(_DOUBLE_SURNAMES) if chance < 0.09 else random.choice(_SURNAMES)
    return surname + random.choice(_GIVEN)


def _phone(random: Random) -> str:
    if random.random() < 0.08:
        return f"0731-5550-{random.randint(1400, 9999)}"
    return f"{random.choice(_PREFIXES)}{random.randint(0, 99999999):08d}"


def _number(random: Random, kind: PersonKind) -> str:
    if kind is PersonKind.STAFF:
        return f"{random.randint(1990, 2025)}{random.randint(0, 999):03d}"
    return f"{random.randint(2021, 2026)}{random.randint(0, 999999):06d}"
