"""Every code, choice and field has words in both languages, and the words fit their values."""

import ast
import importlib
import pkgutil
import string
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

import reception.rules
from reception import words
from reception.errors import Conflict, Invalid, NotAllowed, Reason, SignInRefused, Unavailable
from reception.rules.cases import Case, Referral
from reception.rules.catalogue import CaseType, Category, Material, Matter, Step, Unit
from reception.rules.inquiries import Disposition, GuideMode, Inquiry, InquiryDraft
from reception.rules.limits import Limit, LimitUnit
from reception.rules.notices import MaterialTick, Notice, NoticeDraft
from reception.rules.office import Counter, Office, WorkingDay, WorkingYear
from reception.rules.recognition import Visitor
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.store.failures import _SIGNS
from reception.words import Language, labels
from reception.words.fields import FIELDS
from reception.words.labels import DAY_REASONS, KINDS, LABELS
from reception.words.sentences import SENTENCES

ZH, EN = Language.ZH, Language.EN
ROOT = Path(reception.__file__).parent
RECORDS = (
    Inquiry,
    InquiryDraft,
    Visitor,
    Notice,
    NoticeDraft,
    MaterialTick,
    Case,
    Referral,
    Matter,
    Material,
    Step,
    Unit,
    Office,
    Counter,
    Account,
    Post,
    WorkingYear,
    WorkingDay,
)
UNSAID = frozenset({"password_hash"})
"""Fields that nobody is ever shown."""
ERRORS = {"NotAllowed", "NotFound", "Conflict", "SignInRefused", "Unavailable"}
GATHERERS = {"faults", "checked"}
BY_TABLE = {code for _, code in _SIGNS} | {"private_use", "surrogate"}
"""Codes that the source keeps in tables instead of at the place where they are raised."""


@dataclass(frozen=True)
class Site:
    """A place that raises a code; `names` are its values, None where the source does not show them."""

    place: str
    code: str
    names: frozenset[str] | None


def strings(node: ast.AST | None) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return strings(node.body) + strings(node.orelse)
    return []


def value_names(node: ast.expr | None) -> frozenset[str] | None:
    if node is None:
        return frozenset()
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        return frozenset(str(key.value) for key in node.keys if isinstance(key, ast.Constant))
    return None


def found_in(call: ast.Call, place: str) -> Iterator[Site]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    first = strings(call.args[0]) if call.args else []
    if name == "Reason":
        for code in strings(keywords.get("code")):
            yield Site(place, code, value_names(keywords.get("values")))
    elif name in ERRORS or is_gathering(call, name):
        known = None if None in keywords else frozenset(str(key) for key in keywords)
        for code in first:
            yield Site(place, code, known)
    elif name == "_Refused":
        for code in first:
            yield Site(place, code, frozenset({"line"}))


def is_gathering(call: ast.Call, name: str) -> bool:
    if name == "fault":
        return True
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    last = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return name == "add" and last in GATHERERS


def sites() -> list[Site]:
    found: list[Site] = []
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found += found_in(node, f"{place}:{node.lineno}")
            elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "code" for target in node.targets):
                found += [Site(f"{place}:{node.lineno}", code, None) for code in strings(node.value)]
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def enums() -> list[type[StrEnum]]:
    found: dict[type[StrEnum], None] = {Language: None}
    for module in pkgutil.walk_packages(reception.rules.__path__, "reception.rules."):
        for member in vars(importlib.import_module(module.name)).values():
            if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum:
                found[member] = None
    return list(found)


def test_the_collector_sees_the_codes_of_every_kind_of_place():
    codes = {site.code for site in sites()}
    assert {"not_allowed", "sign_in_wait", "yaml_alias", "hours_missing", "code_twice", "second_notice"} <= codes
    assert len(codes) > 90


def test_every_code_that_can_be_raised_has_a_sentence():
    raised = {site.code: site.place for site in sites()} | dict.fromkeys(BY_TABLE, "table")
    assert {code: place for code, place in raised.items() if code not in SENTENCES} == {}


def test_every_place_gives_the_values_that_its_sentence_names():
    wrong = [
        (site.place, site.code, name)
        for site in sites()
        if site.names is not None and site.code in SENTENCES
        for text in SENTENCES[site.code]
        for name in placeholders(text) - site.names
    ]
    assert wrong == []


def test_no_sentence_waits_for_a_code_that_nobody_raises():
    sources = [path for folder in (ROOT, ROOT.parent / "ui") for path in folder.rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.parent.name != "words")
    assert [code for code in SENTENCES if f'"{code}"' not in text and code != "invalid"] == []


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_of_a_sentence_say_the_same_and_end_as_sentences(code: str):
    chinese, english = SENTENCES[code]
    assert placeholders(chinese) == placeholders(english)
    assert chinese[-1] in "。}"
    assert english[-1] in ".?}"
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in english.replace("拒绝提供", ""))


@pytest.mark.parametrize("kind", enums(), ids=lambda kind: kind.__name__)
def test_every_member_of_a_closed_set_has_a_label_in_both_languages(kind: type[StrEnum]):
    assert set(LABELS[kind]) == {member.value for member in kind}
    for member in kind:
        assert words.label(member, ZH)
        assert words.label(member, EN)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_has_a_name_in_both_languages(record: type):
    assert {column.name for column in fields(record)} - UNSAID - FIELDS.keys() == set()


def test_every_kind_of_record_and_every_reason_of_a_day_has_words():
    assert {record.__name__ for record in (Inquiry, Visitor, Notice, Case, Referral, Matter, Unit)} <= set(KINDS)
    for pair in (*KINDS.values(), *DAY_REASONS.values(), *FIELDS.values()):
        assert all(pair)
    for kind in labels.working_calendar.DayKind:
        assert words.day_reason(kind, ZH) != kind.value


def test_dispositions_have_their_short_names():
    names = [words.label(disposition, ZH) for disposition in Disposition]
    assert names == [
        "当场答复",
        "当场办结",
        "受理承诺",
        "一次性告知",
        "引导到人",
        "本单位转办",
        "登记移交",
        "引导告知",
        "解释说明",
        "请示后答复",
        "投诉举报转处",
    ]


def test_values_are_said_in_words():
    assert words.sentence(NotAllowed("not_allowed", action=Action.EDIT_STAFF), ZH) == (
        "您的角色不能“管理人员与岗位”，请联系有权限的同事办理。"
    )
    assert "matter" in words.sentence(Conflict("conflict", kind="Matter", id=3), EN)
    assert "2 分钟" in words.sentence(SignInRefused("sign_in_wait", seconds=61.0), ZH)
    reversed_days = Reason(code="suspension_reversed", values={"first": date(2026, 3, 2), "last": date(2026, 3, 1)})
    assert "2026年3月1日" in words.sentence(reversed_days, ZH)
    assert "1 March 2026" in words.sentence(reversed_days, EN)
    assert "第 1、3 项" in words.sentence(Reason(code="second_notice", values={"rows": (1, 3)}), ZH)


def test_a_reason_is_said_behind_its_place():
    reason = Reason(code="required", field="matters.JW-03.limit", values={"line": 123})
    assert words.placed(reason, ZH) == "第 123 行 · 事项 · JW-03 · 办理时限：请填写此项。"
    assert words.placed(reason, EN) == "Line 123 · matter · JW-03 · time limit: Please fill this in."
    assert words.placed(Reason(code="file_empty"), ZH) == "文件是空的，请核对是否选错文件。"


def test_an_entry_with_several_mistakes_is_said_line_by_line():
    error = Invalid(
        Reason(code="required", field="phone"), Reason(code="too_long", field="summary", values={"limit": 100})
    )
    assert words.sentence(error, ZH).splitlines() == ["联系电话：请填写此项。", "事项摘要：最多 100 个字，请精简。"]


def test_places_inside_lists_are_said():
    assert words.field_label("materials.3.reason", ZH) == "材料 3 · 说明"
    assert words.field_label("[2].rest[1].to", ZH) == "第 2 项 · 放假 1 · 止"
    assert words.field_label("suspensions[1]", EN) == "suspension 1"
    assert words.field_label("never heard of", ZH) == "never heard of"


def test_a_code_without_words_still_gives_a_sentence():
    assert "brand_new" in words.sentence(Unavailable("brand_new"), ZH)


def test_a_value_that_is_lacking_or_endless_does_not_hide_the_sentence():
    assert words.sentence(Reason(code="too_long"), ZH) == "最多 … 个字，请精简。"
    long = Unavailable("no_store", folder="x" * 10_000)
    assert len(words.sentence(long, ZH)) < 300


def test_braces_in_a_value_stay_what_they_are():
    assert "{folder}{0}" in words.sentence(Unavailable("no_store", folder="{folder}{0}"), ZH)


@pytest.mark.parametrize(
    ("unit", "n", "chinese", "english"),
    [
        (LimitUnit.WD, 10, "10个工作日", "10 working days"),
        (LimitUnit.WD, 1, "1个工作日", "1 working day"),
        (LimitUnit.CD, 15, "15个自然日", "15 calendar days"),
        (LimitUnit.HALF_MONTH, 0, "半个月", "half a month"),
        (LimitUnit.MONTH, 1, "1个月", "1 month"),
        (LimitUnit.SAME_DAY, 0, "当日办结", "the same day"),
        (LimitUnit.IMMEDIATE, 30, "30分钟", "30 minutes"),
        (LimitUnit.WHOUR, 2, "2个工作小时", "2 working hours"),
        (LimitUnit.HOUR, 24, "24小时", "24 hours"),
    ],
)
def test_a_limit_is_said(unit: LimitUnit, n: int, chinese: str, english: str):
    limit = Limit(unit=unit, n=n)
    assert (words.limit_text(limit, ZH), words.limit_text(limit, EN)) == (chinese, english)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_days_and_moments_are_said():
    moment = local("2026-03-02T17:30")
    assert words.instant_text(moment, ZH) == "2026年3月2日（星期一）17:30"
    assert words.instant_text(moment, EN) == "Mon 2 March 2026, 17:30"
    assert words.date_text(moment, ZH) == "2026年3月2日"
    assert words.weekday_text(date(2026, 3, 1), ZH) == "星期日"


@pytest.mark.parametrize(
    ("now", "left", "chinese", "english"),
    [
        ("2026-03-05T17:30", 0, "今天 17:30", "today 17:30"),
        ("2026-03-04T23:59", 1, "明天 17:30 · 剩 1 个工作日", "tomorrow 17:30 · 1 workday left"),
        ("2026-03-03T10:00", 2, "3月5日 17:30 · 剩 2 个工作日", "5 Mar 17:30 · 2 workdays left"),
        ("2025-12-31T10:00", 9, "2026年3月5日 17:30 · 剩 9 个工作日", "5 Mar 2026 17:30 · 9 workdays left"),
        ("2026-03-05T17:30:01", 0, "超期 1 分钟", "1 minute overdue"),
        ("2026-03-05T20:45", 0, "超期 3 小时", "3 hours overdue"),
        ("2026-03-07T17:29", 0, "超期 1 天", "1 day overdue"),
    ],
)
def test_a_due_moment_is_said_as_people_say_it(now: str, left: int, chinese: str, english: str):
    due = local("2026-03-05T17:30")
    assert words.spoken_due(due, local(now), left, ZH) == chinese
    assert words.spoken_due(due, local(now), left, EN) == english


def test_lengths_are_said():
    assert words.seconds_text(0.2, ZH) == "1 秒"
    assert words.seconds_text(90, EN) == "2 minutes"
    assert words.length_text(timedelta(minutes=65), ZH) == "1 小时 5 分钟"
    assert words.length_text(timedelta(minutes=12), EN) == "12 min"


KNOWN = {
    "answer": "周一至周五都可以办",
    "result": "证明一份",
    "case_no": "受理〔2026〕0001",
    "slip_no": "教务告〔2026〕第0001号",
    "n": "2",
    "due": "2026年3月5日",
    "person": "陈老师",
    "post": "学籍岗",
    "phone": "8012",
    "place": "大厅3号窗口",
    "guide_mode": words.label(GuideMode.LED, ZH),
    "receiver": "本",
    "reason": "外出开会",
    "unit": "财务处",
    "body": "市教育局",
    "leader": "科长",
    "number": "首问〔2026〕0001",
}


def test_outcomes_read_as_the_handbook_words_them():
    def said(disposition: Disposition) -> str:
        return words.answer_text(disposition, KNOWN, ZH)

    assert said(Disposition.D1) == "已当场答复：周一至周五都可以办"
    assert said(Disposition.D3) == (
        "已受理，受理编号受理〔2026〕0001，承诺于2026年3月5日前办结，承办人陈老师，电话8012"
    )
    assert said(Disposition.D5A) == "属本单位学籍岗职责，已带领至陈老师，地点大厅3号窗口，电话8012"
    assert (
        said(Disposition.D6) == "属本单位职责，责任人陈老师不在（外出开会），已登记并移交本，请其于2026年3月5日前联系您"
    )
    assert said(Disposition.D7) == "不属本单位职责，已告知由财务处办理，地点大厅3号窗口，电话8012"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("disposition", Disposition)
@pytest.mark.parametrize("wording", [words.answer_text, words.what_to_say])
def test_a_wording_shows_no_gap_whatever_is_known(wording, disposition: Disposition, language: Language):
    for known in ({}, KNOWN, *({name: ""} for name in KNOWN), *({name: "{x}|"} for name in KNOWN)):
        text = wording(disposition, known, language)
        assert text
        assert text == text.strip()
        for gap in ("，，", "。。", "，。", ", ,", "  ", "()", "（）", " .", " ,"):
            assert gap not in text


def test_a_statutory_limit_in_the_other_language_is_said_by_its_parsed_days() -> None:
    limit = Limit(unit=LimitUnit.WD, n=15)
    matter = Matter(
        code="XB-03",
        effective_on=date(2000, 1, 1),
        name="信息公开",
        unit_code="XB",
        category=Category.COMPLEX,
        case_type=CaseType.PROMISED,
        limit=limit,
        statutory_text="15 working days under the measure",
        statutory_limit=limit,
    )
    assert words.statutory_text(matter, ZH) == "15个工作日"
    assert words.statutory_text(matter, EN) == "15 working days under the measure"
    assert words.statutory_text(replace(matter, statutory_limit=None), ZH) == "15 working days under the measure"
    assert words.statutory_text(replace(matter, statutory_text="", statutory_limit=None), ZH) == ""


def test_a_value_written_as_a_sentence_ends_once_within_another() -> None:
    said = words.what_to_say(Disposition.D8, {"reason": "不属学校管理。", "body": "街道，"}, ZH)
    assert "不属学校管理。，" not in said
    assert "街道，，" not in said
    assert "不属学校管理" in said


def test_an_answer_is_a_sentence_of_its_own_in_what_is_said() -> None:
    for written in ("到一楼打印", "到一楼打印。"):
        said = words.what_to_say(Disposition.D1, {"answer": written}, ZH)
        assert said.startswith("到一楼打印。您看")
    assert words.what_to_say(Disposition.D1, {"answer": "去过一楼吗？"}, ZH).startswith("去过一楼吗？您看")
    assert words.what_to_say(Disposition.D1, {"answer": "Floor 1"}, EN).startswith("Floor 1. Is")
    assert words.what_to_say(Disposition.D1, {"answer": "Floor 1?"}, EN).startswith("Floor 1? Is")
